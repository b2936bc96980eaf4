"""Every error of pydantic as a diagnostic: the field's title, what was written, the next step."""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from pydantic import Field, ValidationError, create_model
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from ppid.core.record import Part
from ppid.diagnostics.diagnostic import Diagnostic, Fix, Requirement, Severity, diagnose, offer
from ppid.diagnostics.places import Located, RecordId, Route, Span
from ppid.kinds.fields import choices_in, part_in
from ppid.values.dates import (
    Kurun,
    MasalahTanggal,
    Waktu,
    format_tanggal,
    format_waktu,
    read_tanggal,
)
from ppid.values.dates import (
    read as read_waktu,
)
from ppid.values.numbers import MasalahAngka, read_bulat, read_desimal
from ppid.values.text import KODE, listed, nearest, quoted, same_word


def _isi(rule_id: str, title: str, hint: str, *, softened: bool = False) -> Requirement:
    basis = "Syarat teknis: tanpa ini catatan tidak dapat dibaca atau ditampilkan."
    severity = Severity.GALAT
    return Requirement(rule_id, title, severity, hint, no_basis=basis, softened=softened)


ISI_001 = _isi("ISI-001", "Isian yang wajib sudah diisi", "Lengkapi isian itu.", softened=True)
ISI_002 = _isi(
    "ISI-002", "Nama isian dikenal", "Periksa ejaan nama isian itu, atau hapus barisnya."
)
ISI_003 = _isi(
    "ISI-003",
    "Isian memakai salah satu pilihan yang tersedia",
    "Tulis salah satu pilihan persis seperti ejaannya.",
)
ISI_004 = _isi(
    "ISI-004",
    "Tanggal ditulis TTTT-BB-HH dan ada dalam kalender",
    "Tulis tahun, bulan, dan hari dengan angka, misalnya 2019-01-10.",
)
ISI_005 = _isi(
    "ISI-005",
    "Isian tidak terlalu pendek dan tidak terlalu panjang",
    "Sesuaikan panjang isian itu.",
)
ISI_006 = _isi(
    "ISI-006",
    "Bilangan ditulis dengan angka dan hanya punya satu arti",
    "Tulis angkanya saja tanpa pemisah ribuan, misalnya 1250.",
)
ISI_007 = _isi(
    "ISI-007",
    "Tautan berupa alamat https atau berkas yang ada di folder dokumen",
    "Salin alamat lengkapnya dari peramban, atau serahkan berkasnya kepada PPID Utama.",
)
ISI_010 = _isi(
    "ISI-010",
    "Bentuk isian sesuai: teks, daftar, atau kelompok isian",
    "Ikuti bentuk yang ditunjukkan pada halaman aturan ini.",
)
REQUIREMENTS = (ISI_001, ISI_002, ISI_003, ISI_004, ISI_005, ISI_006, ISI_007, ISI_010)


class FieldMessage(NamedTuple):
    """The requirement that does not hold, the sentence, the next step, a certain replacement."""

    requirement: Requirement
    message: str
    hint: str = ""
    replacement: str = ""


MOST = 1_000
"""Faults of one value that are named; whoever has mended these sees the next."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldFault:
    """What a sentence can be made of; `problem` is pydantic's name for the type of error.

    `route` leads from the record to the value; `part` is the group of fields around it; `info` is
    missing when the name is unknown or the whole record is meant.
    """

    problem: str
    route: Route
    part: type[Part]
    info: FieldInfo | None
    written: object
    details: Mapping[str, Any]
    in_table: bool

    @property
    def name(self) -> str:
        """The key that was written or is missing."""
        return next((step for step in reversed(self.route) if isinstance(step, str)), "")

    @property
    def title(self) -> str:
        """What readers call the field."""
        return (self.info.title if self.info else "") or self.name

    @property
    def description(self) -> str:
        """What the field is for."""
        return (self.info.description if self.info else "") or ""

    @property
    def text(self) -> str:
        """What was written, as text."""
        return str(self.details.get("teks", self.written)).strip()

    @property
    def is_empty(self) -> bool:
        """Whether the key stands there with nothing behind it."""
        return self.written is None or (isinstance(self.written, str) and not self.written.strip())

    @property
    def is_structure(self) -> bool:
        """Whether a list or a group of fields was written."""
        return isinstance(self.written, Mapping | list | tuple)

    @property
    def word(self) -> str:
        """What a field is called where it stands."""
        return "Kolom" if self.in_table else "Isian"

    @property
    def subject(self) -> str:
        """The field at the beginning of a sentence."""
        if not self.route:
            return "Bagian ini"
        last = self.route[-1]
        if isinstance(last, int):
            within = f" isian {quoted(self.title)}" if self.title else ""
            return f"Butir ke-{last + 1}{within}"
        return f"{self.word} {quoted(self.title)}"


def diagnose_fields(
    error: ValidationError,
    model: type[Part],
    located: Located,
    route: Route = (),
    *,
    record: RecordId | None = None,
) -> list[Diagnostic]:
    """Turn what pydantic found in the value at `route` into diagnostics, the first `MOST` of it."""
    # The fields of a row of a table lie in cells.
    in_table = bool(located.span((*route, *list(model.model_fields)[:1])).cell)
    raised = _without_echoes(error.errors(include_url=False)[:MOST])
    faults = [_fault_of(details, model, in_table=in_table) for details in raised]
    faults = [_looked_up(fault, located, route) for fault in faults]
    found = []
    for fault, said in _with_misspelt_joined(faults):
        span = _span_of(fault, located, route)
        fix = Fix(span, said.replacement) if said.replacement else None
        found.append(
            diagnose(said.requirement, span, said.message, hint=said.hint, record=record, fix=fix)
        )
    return found


def diagnose_entries(data: object, entries: str, located: Located) -> list[Diagnostic]:
    """Check that a file holds just one list under the key `entries`; it may be empty."""
    shape = _file_of(entries)
    try:
        shape.model_validate(data)
    except ValidationError as error:
        return diagnose_fields(error, shape, located)
    return []


@cache
def _file_of(entries: str) -> type[Part]:
    about = Field(title=entries, description="Daftar catatan di berkas ini.")
    definition: Any = (list[Any] | None, about)
    return create_model(f"Berkas_{entries}", __base__=Part, **{entries: definition})


def _without_echoes(raised: list[ErrorDetails]) -> Iterator[ErrorDetails]:
    """Leave out “too few elements” where elements are counted out because they are faulty."""
    around = {
        loc[:end] for details in raised for loc in [details["loc"]] for end in range(len(loc))
    }
    for details in raised:
        if details["type"] != "too_short" or details["loc"] not in around:
            yield details


def _fault_of(error: ErrorDetails, model: type[Part], *, in_table: bool) -> FieldFault:
    """Follow the error's location through the model; labels of unions are no part of the route."""
    part, info = model, None
    route: list[str | int] = []
    for index, step in enumerate(error["loc"]):
        inside = part_in(info.annotation) if info else model
        if isinstance(step, int):
            route.append(step)
        elif inside and step in inside.model_fields:
            part, info = inside, inside.model_fields[step]
            route.append(step)
        elif inside and index == len(error["loc"]) - 1 and error["type"] == "extra_forbidden":
            part, info = inside, None
            route.append(step)
    return FieldFault(
        problem=error["type"],
        route=tuple(route),
        part=part,
        info=info,
        written=error["input"],
        details=error.get("ctx", {}),
        in_table=in_table,
    )


def _looked_up(fault: FieldFault, located: Located, start: Route) -> FieldFault:
    """Tell a key that stands there with nothing behind it from one that is not there."""
    if fault.problem != "missing" or fault.in_table:
        return fault
    route = (*start, *fault.route)
    absent = located.key_span(route) == located.key_span(route[:-1])
    return fault if absent else replace(fault, problem="empty", written=None)


def _span_of(fault: FieldFault, located: Located, start: Route) -> Span:
    route = (*start, *fault.route)
    if fault.problem == "extra_forbidden":
        return located.key_span(route)
    if fault.problem == "missing" and not fault.in_table:
        # What lacks a field is pointed at by its name; an element of a list has none.
        group = route[:-1]
        return (
            located.key_span(group) if group and isinstance(group[-1], str) else located.span(group)
        )
    return located.span(route)


def _with_misspelt_joined(faults: list[FieldFault]) -> Iterator[tuple[FieldFault, FieldMessage]]:
    """Say one sentence where an unknown key is nearly a required one that is missing."""
    missing = {fault.route: fault for fault in faults if fault.problem == "missing"}
    joined: dict[Route, FieldMessage] = {}
    for fault in faults:
        if fault.problem == "extra_forbidden":
            beside = (gone for gone in missing.values() if gone.route[:-1] == fault.route[:-1])
            absent = {str(gone.route[-1]): gone for gone in beside}
            if meant := nearest(fault.name, absent):
                said = f"{fault.word} {quoted(fault.name)} tidak dikenal; {quoted(meant)} belum ada"
                joined[fault.route] = FieldMessage(ISI_002, said, offer(meant))
                del missing[absent[meant].route]
    for fault in faults:
        if fault.problem != "missing" or fault.route in missing:
            yield fault, joined.get(fault.route) or _say(fault)


# ---------------------------------------------------------------- sentences


def _say(fault: FieldFault) -> FieldMessage:
    """Find the sentence; what is empty or of the wrong shape needs no finer reason."""
    if fault.problem != "extra_forbidden" and fault.is_empty:
        return _empty(fault)
    if fault.is_structure and fault.problem not in _ABOUT_STRUCTURES:
        return _not_text(fault)
    if fault.problem in SENTENCES:
        return SENTENCES[fault.problem](fault)
    return FieldMessage(ISI_010, f"{fault.subject} tidak dapat dibaca", fault.description)


def missing_message(title: str, *, in_table: bool) -> str:
    """Say that a field is not filled: used alike where a rule looks for soft and advised fields."""
    if in_table:
        return f"Kolom {quoted(title)} kosong, padahal wajib diisi"
    return f"Isian wajib {quoted(title)} belum ada"


def _missing(fault: FieldFault) -> FieldMessage:
    message = missing_message(fault.title, in_table=fault.in_table)
    action = "Isi sel ini." if fault.in_table else f"Tambahkan “{fault.name}: …”."
    return FieldMessage(ISI_001, message, f"{action} {fault.description}".strip())


def _empty(fault: FieldFault) -> FieldMessage:
    if fault.in_table:
        return _missing(fault)
    named = fault.route and not isinstance(fault.route[-1], int)
    if named and fault.info and fault.info.is_required():
        message = f"Isian wajib {quoted(fault.title)} kosong"
        hint = f"Isi “{fault.name}: …”. {fault.description}".strip()
        return FieldMessage(ISI_001, message, hint)
    return FieldMessage(ISI_001, f"{fault.subject} kosong", "Isi, atau hapus barisnya.")


def _unknown(fault: FieldFault) -> FieldMessage:
    siblings = tuple(fault.part.model_fields)
    near = nearest(fault.name, siblings)
    message = f"{fault.word} {quoted(fault.name)} tidak dikenal"
    return FieldMessage(
        ISI_002, message, offer(near) or f"Yang dikenal di sini: {listed(siblings)}."
    )


_PLAIN = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_WORDS_FOR = {
    "ya": "true",
    "benar": "true",
    "yes": "true",
    "1": "true",
    "y": "true",
} | dict.fromkeys(("tidak", "bukan", "no", "0", "t", "n"), "false")


def _choice(fault: FieldFault) -> FieldMessage:
    choices = choices_in(fault.info.annotation) if fault.info else ()
    near = nearest(fault.text, choices)
    certain = near if near and same_word(fault.text, near) and _PLAIN.fullmatch(near) else ""
    message = f"{quoted(fault.text)} bukan salah satu pilihan untuk {quoted(fault.title)}"
    return FieldMessage(
        ISI_003, message, f"{offer(near)} Pilihannya: {listed(choices)}.".strip(), certain
    )


def _yes_or_no(fault: FieldFault) -> FieldMessage:
    meant = _WORDS_FOR.get(fault.text.casefold()) or nearest(fault.text, ("true", "false"))
    message = f"{quoted(fault.text)} bukan salah satu pilihan untuk {quoted(fault.title)}"
    hint = "Tulis “true” untuk ya atau “false” untuk tidak."
    return FieldMessage(ISI_003, message, f"Tulis {quoted(meant)}." if meant else hint)


def _too_short(fault: FieldFault) -> FieldMessage:
    message = (
        f"{fault.subject} hanya berisi {quoted(fault.text)} ({len(fault.text)} karakter); "
        f"paling sedikit {fault.details['min_length']} karakter"
    )
    hint = "Tulis lebih lengkap agar dapat dipahami tanpa keterangan lain."
    return FieldMessage(ISI_005, message, hint)


def _too_long(fault: FieldFault) -> FieldMessage:
    message = (
        f"{fault.subject} yang berawal {quoted(fault.text, 40)} berisi {len(fault.text)} "
        f"karakter; paling banyak {fault.details['max_length']} karakter"
    )
    return FieldMessage(ISI_005, message, "Ringkas isinya.")


_LIST_HINT = "Tulis tiap butir pada baris sendiri, diawali tanda hubung dan spasi (“- ”)."


def _too_few(fault: FieldFault) -> FieldMessage:
    fewest = fault.details["min_length"]
    message = f"{fault.subject} berisi {_length(fault)} butir; paling sedikit {fewest} butir"
    return FieldMessage(ISI_005, message, f"Tambahkan butirnya. {_LIST_HINT}")


def _too_many(fault: FieldFault) -> FieldMessage:
    most = fault.details["max_length"]
    message = f"{fault.subject} berisi {_length(fault)} butir; paling banyak {most} butir"
    return FieldMessage(ISI_005, message, "Kurangi butirnya.")


def _length(fault: FieldFault) -> int:
    return len(fault.written) if isinstance(fault.written, list | tuple | dict) else 0


PATTERNS: Mapping[str, str] = {
    r"^(\d\d(\.\d\d)?)?$": "Tulis dua angka provinsi, atau dengan dua angka kota: “12.34”.",
    r"^(https://\S+|[^\s@:]+@[^\s@]+)$": (
        "Tulis alamat surel, atau alamat laman yang diawali https://."
    ),
    r"^[0-9a-f]{64}$": (
        "Tulis 64 angka heksadesimal, hasil ppid gerbang --sidik atau ppid verifikasi."
    ),
    r"^([0-9a-f]{16})?$": ("Salin 16 angka heksadesimal dari kertas kerjanya, atau kosongkan."),
    f"^{KODE}$": (
        "Pakai 2 sampai 24 huruf besar, angka, titik, atau tanda hubung, "
        "diawali huruf besar atau angka."
    ),
    r"^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$": (
        "Tulis bulan dan hari masing-masing dua angka, misalnya 03-31."
    ),
    r"^[0-9]{1,3}(/[1-9][0-9]{0,2})?$": "Tulis bilangan bulat atau pecahan, misalnya 1 atau 1/23.",
    r"^20\d\d/[a-z][a-z0-9-]*/[a-z][a-z0-9.-]*$": "Salin kode dari halaman temuannya.",
    r"^https?://\S+$": "Tulis alamat lengkap, diawali https:// atau http://, tanpa spasi.",
    r"^[a-z0-9]+(-[a-z0-9]+)*$": "Pakai huruf kecil, angka, dan tanda hubung saja.",
}
"""What a clerk reads in place of a pattern."""


def _pattern(fault: FieldFault) -> FieldMessage:
    pattern = str(fault.details["pattern"])
    likely = re.sub(r"[ _/]", "-", fault.text.upper())
    fits = likely != fault.text and re.search(pattern, likely)
    meant = f" Misalnya {quoted(likely)}." if fits else ""
    message = f"{quoted(fault.text)} tidak sesuai bentuk {quoted(fault.title)}"
    hint = f"{PATTERNS.get(pattern, fault.description)}{meant}".strip()
    return FieldMessage(ISI_010, message, hint)


def _not_text(fault: FieldFault) -> FieldMessage:
    shape = "kelompok isian" if isinstance(fault.written, Mapping) else "daftar"
    message = f"{fault.subject} berisi {shape}, padahal harus berupa satu teks"
    return FieldMessage(ISI_010, message, f"Tulis “{fault.name}: …” dalam satu baris.")


def _no_words(fault: FieldFault) -> FieldMessage:
    message = f"{fault.subject} berisi {quoted(fault.text)}, padahal harus berupa kata-kata"
    return FieldMessage(ISI_010, message, f"Maksud isian ini: {fault.description}")


def _not_list(fault: FieldFault) -> FieldMessage:
    message = f"{fault.subject} {_contents(fault)}, padahal harus berupa daftar"
    return FieldMessage(ISI_010, message, _LIST_HINT)


def _not_group(fault: FieldFault) -> FieldMessage:
    message = f"{fault.subject} {_contents(fault)}, padahal harus berupa kelompok isian"
    inside = part_in(fault.info.annotation) if fault.info else fault.part
    first = next(iter(inside.model_fields), "nama") if inside else "nama"
    hint = f"Tulis tiap isian pada baris sendiri, misalnya “{first}: …”, menjorok dua spasi."
    return FieldMessage(ISI_010, message, hint)


def _contents(fault: FieldFault) -> str:
    if isinstance(fault.written, Mapping):
        return "berisi kelompok isian"
    return "berisi daftar" if fault.is_structure else f"berisi teks {quoted(fault.text)}"


# ---------------------------------------------------------------- days and numbers

DATES: Mapping[MasalahTanggal | None, str] = {
    None: "diapit spasi",
    MasalahTanggal.MISSING: "bukan tanggal",
    MasalahTanggal.NOT_A_DATE: "bukan tanggal yang dapat dibaca",
    MasalahTanggal.NOT_A_DAY: "tidak ada dalam kalender",
    MasalahTanggal.WRITTEN_OUT: "ditulis dengan nama bulan",
    MasalahTanggal.OTHER_ORDER: "ditulis dengan urutan lain",
    MasalahTanggal.AMBIGUOUS_ORDER: "dapat dibaca dengan dua cara",
    MasalahTanggal.TWO_DIGIT_YEAR: "hanya menyebut dua angka tahun",
    MasalahTanggal.EXCEL_SERIAL: "tampaknya nomor tanggal dari Excel",
    MasalahTanggal.YEAR_ONLY: "hanya menyebut tahun",
    MasalahTanggal.YEAR_MONTH: "hanya menyebut bulan dan tahun",
    MasalahTanggal.OTHER_FORM: "belum ditulis TTTT-BB-HH",
    MasalahTanggal.PERIOD: "menyebut kurun, bukan satu hari",
    MasalahTanggal.SEVERAL: "memuat lebih dari satu tanggal",
    MasalahTanggal.MISSPELT: "memuat nama bulan yang mungkin salah ketik",
    MasalahTanggal.FAR_YEAR: "menyebut tahun yang jauh dari sekarang",
    MasalahTanggal.MISREAD: "memuat huruf di tempat angka",
}
TIMES: Mapping[MasalahTanggal | None, str] = {
    **DATES,
    MasalahTanggal.NOT_A_DATE: "bukan tahun, bulan, atau tanggal",
    MasalahTanggal.YEAR_ONLY: "memuat keterangan lain selain tahun",
    MasalahTanggal.YEAR_MONTH: "menyebut bulan, tetapi tidak ditulis TTTT-BB",
    MasalahTanggal.PERIOD: "menyebut kurun, tetapi tidak ditulis TTTT-BB-HH/TTTT-BB-HH",
}
NUMBERS: Mapping[MasalahAngka | None, str] = {
    None: "diapit spasi",
    MasalahAngka.MISSING: "bukan bilangan",
    MasalahAngka.AMBIGUOUS_THOUSANDS: "dapat dibaca dengan dua cara",
    MasalahAngka.THOUSANDS: "memakai pemisah ribuan",
    MasalahAngka.NEGATIVE: "kurang dari nol",
    MasalahAngka.EXPONENT: "ditulis lembar kerja sebagai pangkat sepuluh",
    MasalahAngka.NOT_WHOLE: "bukan bilangan bulat",
    MasalahAngka.LEADING_ZERO: "diawali nol",
    MasalahAngka.EXTRA_TEXT: "memuat keterangan lain selain angka",
    MasalahAngka.TOO_PRECISE: "memuat lebih dari dua angka di belakang koma",
    MasalahAngka.UNREADABLE: "bukan bilangan yang dapat dibaca",
}
_LIMITS = {
    "ge": "paling sedikit",
    "gt": "lebih dari",
    "le": "paling banyak",
    "lt": "kurang dari",
    "multiple_of": "kelipatan",
}
_CERTAIN = {MasalahTanggal.WRITTEN_OUT, MasalahTanggal.OTHER_ORDER, MasalahTanggal.OTHER_FORM}
_JUST_A_DATE = re.compile(r"\d+[-/. ]+\w+[-/. ]+\d+")
_DAY = re.compile(r"(\d{4})-(0[1-9]|1[0-2])-\d\d")
_TIME_HINT = (
    "Tulis tahun (2019), tahun dan bulan (2019-03), tanggal (2019-03-10), atau kurun "
    "(2019-01-01/2019-03-31)."
)
_EMPTY_HINT = "Kosongkan bila belum diketahui."


def _tanggal(fault: FieldFault) -> FieldMessage:
    reading = read_tanggal(fault.text)
    days = [reading.value] if reading.value else reading.candidates
    points = [Waktu(day.year, day.month, day.day) for day in days]
    return _time(fault, DATES[reading.problem], reading.problem, points, reading.sisa)


def _waktu(fault: FieldFault) -> FieldMessage:
    reading = read_waktu(fault.text)
    points = [reading.value] if reading.value else reading.candidates
    said = _time(fault, TIMES[reading.problem], reading.problem, points, reading.sisa)
    return said if said.hint else said._replace(hint=_TIME_HINT)


def _time(
    fault: FieldFault,
    words: str,
    problem: MasalahTanggal | None,
    points: Sequence[Waktu | Kurun],
    sisa: str,
) -> FieldMessage:
    """Say what a text that is no day, month or year seems to be, and offer what it may mean.

    What an offer would leave out (`sisa`) is named with it.
    """
    said, hint, replacement = words, "", ""
    spoken = [format_waktu(point) for point in points]
    if problem is MasalahTanggal.MISSING:
        hint = _EMPTY_HINT
    elif len(points) > 1:
        choices = (f"{words} (tulis {point})" for words, point in zip(spoken, points, strict=True))
        said += "" if problem is MasalahTanggal.SEVERAL else f": {' atau '.join(spoken)}"
        hint = f"Maksudnya {' atau '.join(choices)}?"
    elif points:
        hint = f"Tulis {points[0]} ({spoken[0]})."
        if problem is None or (problem in _CERTAIN and _JUST_A_DATE.fullmatch(fault.text)):
            replacement = str(points[0])
    elif (day := _DAY.fullmatch(fault.text)) and day[1] != "0000":
        year, month = int(day[1]), int(day[2])
        last = date(year, month, monthrange(year, month)[1])
        hint = f"Hari terakhir bulan itu {format_tanggal(last)}."
    if points and sisa:
        hint, replacement = f"{hint} {quoted(sisa)} belum termasuk di dalamnya.", ""
    message = f"{quoted(fault.text)} untuk {quoted(fault.title)} {said}"
    return FieldMessage(ISI_004, message, hint, replacement)


def _bilangan(fault: FieldFault) -> FieldMessage:
    reading = read_bulat(fault.text)
    found = reading.candidates if reading.value is None else [reading.value]
    return _number(fault, reading.problem, [str(number) for number in found])


def _desimal(fault: FieldFault) -> FieldMessage:
    reading = read_desimal(fault.text)
    found = reading.candidates if reading.value is None else [reading.value]
    return _number(fault, reading.problem, [f"{number:f}" for number in found])


def _number(
    fault: FieldFault, problem: MasalahAngka | None, readings: Sequence[str]
) -> FieldMessage:
    """Say what a text that is no number seems to be, and offer what it may mean."""
    said, either = NUMBERS[problem], " atau ".join(readings)
    hint = f"Tulis {either}." if readings else ""
    if problem is MasalahAngka.MISSING:
        hint = _EMPTY_HINT
    elif len(readings) > 1:
        said, hint = f"{said}: {either}", f"Tulis {either}, sesuai maksudnya."
    message = f"{quoted(fault.text)} untuk {quoted(fault.title)} {said}"
    return FieldMessage(ISI_006, message, hint)


def _batas(fault: FieldFault) -> FieldMessage:
    known = (key for key in _LIMITS if key in fault.details)
    limits = " dan ".join(f"{_LIMITS[key]} {fault.details[key]}" for key in known)
    message = f"{fault.subject} berisi {fault.text}, padahal harus {limits}"
    return FieldMessage(ISI_006, message, "Periksa kembali angkanya.")


SENTENCES: Mapping[str, Callable[[FieldFault], FieldMessage]] = {
    "missing": _missing,
    "extra_forbidden": _unknown,
    **dict.fromkeys(("literal_error", "enum"), _choice),
    **dict.fromkeys(("ya_tidak", "bool_type", "bool_parsing"), _yes_or_no),
    "kata": _no_words,
    "string_too_short": _too_short,
    "string_too_long": _too_long,
    "string_pattern_mismatch": _pattern,
    "string_type": _not_text,
    "too_short": _too_few,
    "too_long": _too_many,
    **dict.fromkeys(("list_type", "tuple_type"), _not_list),
    **dict.fromkeys(("model_type", "model_attributes_type", "dict_type"), _not_group),
    "tanggal": _tanggal,
    **dict.fromkeys(("date_type", "date_parsing"), _tanggal),
    **dict.fromkeys(("date_from_datetime_parsing", "date_from_datetime_inexact"), _tanggal),
    "waktu": _waktu,
    "bilangan": _bilangan,
    **dict.fromkeys(("int_type", "int_parsing", "int_parsing_size", "int_from_float"), _bilangan),
    "desimal": _desimal,
    **dict.fromkeys(("decimal_type", "decimal_parsing", "finite_number"), _desimal),
    **dict.fromkeys(("greater_than", "greater_than_equal"), _batas),
    **dict.fromkeys(("less_than", "less_than_equal", "multiple_of"), _batas),
}
_ABOUT_STRUCTURES = {
    *("missing", "extra_forbidden", "too_short", "too_long", "list_type", "tuple_type"),
    *("model_type", "model_attributes_type", "dict_type"),
}
