"""An Indonesian sentence for every type of error that pydantic can raise for our models."""

import re
from calendar import monthrange
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any, Literal, NamedTuple, get_args, get_origin

from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from ppid.core.record import Part
from ppid.diagnostics.diagnostic import Requirement, Severity
from ppid.diagnostics.places import Route
from ppid.values.dates import MasalahTanggal, Waktu, format_tanggal, read_tanggal, read_waktu
from ppid.values.numbers import MasalahAngka, read_bulat, read_desimal
from ppid.values.text import KODE, listed, nearest, quoted, same_word


@dataclass(frozen=True, slots=True)
class Fault:
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
    def choices(self) -> tuple[str, ...]:
        """The values that the field allows; empty when it has no fixed choices."""
        return tuple(_choices(self.info.annotation)) if self.info else ()

    @property
    def siblings(self) -> tuple[str, ...]:
        """All keys known in the group of fields around this one."""
        return tuple(self.part.model_fields)


def fault_of(error: ErrorDetails, model: type[Part], *, in_table: bool) -> Fault:
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
    return Fault(
        problem=error["type"],
        route=tuple(route),
        part=part,
        info=info,
        written=error["input"],
        details=error.get("ctx", {}),
        in_table=in_table,
    )


def _leaves(annotation: Any) -> Iterator[Any]:  # noqa: ANN401 — annotations have no common type
    if get_origin(annotation) is Literal or not get_args(annotation):
        yield annotation
    else:
        for argument in get_args(annotation):
            yield from _leaves(argument)


def part_in(annotation: object) -> type[Part] | None:
    """Find the group of fields that an annotation speaks of."""
    parts = (leaf for leaf in _leaves(annotation) if isinstance(leaf, type))
    return next((part for part in parts if issubclass(part, Part)), None)


def _choices(annotation: object) -> Iterator[str]:
    for leaf in _leaves(annotation):
        if get_origin(leaf) is Literal:
            yield from map(str, get_args(leaf))
        elif isinstance(leaf, type) and issubclass(leaf, Enum):
            yield from (str(member.value) for member in leaf)


class Said(NamedTuple):
    """The requirement that does not hold, the sentence, the next step, a certain replacement."""

    requirement: Requirement
    message: str
    hint: str = ""
    replacement: str = ""


def subject(fault: Fault) -> str:
    """Name the field at the beginning of a sentence."""
    if not fault.route:
        return "Bagian ini"
    last = fault.route[-1]
    if isinstance(last, int):
        within = f" isian {quoted(fault.title)}" if fault.title else ""
        return f"Butir ke-{last + 1}{within}"
    return f"{'Kolom' if fault.in_table else 'Isian'} {quoted(fault.title)}"


def description(fault: Fault) -> str:
    """Repeat what the field is for."""
    return (fault.info.description if fault.info else "") or ""


def after(sentence: str, more: str) -> str:
    """Join two sentences, either of which may be empty."""
    return f"{sentence} {more}".strip()


_FORM_OF_DATA = "Syarat teknis: tanpa ini catatan tidak dapat dibaca atau ditampilkan."

ISI_001 = Requirement(
    "ISI-001",
    "Isian yang wajib sudah diisi",
    Severity.GALAT,
    "Lengkapi isian itu.",
    no_basis=_FORM_OF_DATA,
    softened=True,
)
ISI_002 = Requirement(
    "ISI-002",
    "Nama isian dikenal",
    Severity.GALAT,
    "Periksa ejaan nama isian itu, atau hapus barisnya.",
    no_basis=_FORM_OF_DATA,
)
ISI_003 = Requirement(
    "ISI-003",
    "Isian memakai salah satu pilihan yang tersedia",
    Severity.GALAT,
    "Tulis salah satu pilihan persis seperti ejaannya.",
    no_basis=_FORM_OF_DATA,
)
ISI_004 = Requirement(
    "ISI-004",
    "Tanggal ditulis TTTT-BB-HH dan ada dalam kalender",
    Severity.GALAT,
    "Tulis tahun, bulan, dan hari dengan angka, misalnya 2019-01-10.",
    no_basis=_FORM_OF_DATA,
)
ISI_005 = Requirement(
    "ISI-005",
    "Isian tidak terlalu pendek dan tidak terlalu panjang",
    Severity.GALAT,
    "Sesuaikan panjang isian itu.",
    no_basis=_FORM_OF_DATA,
)
ISI_006 = Requirement(
    "ISI-006",
    "Bilangan ditulis dengan angka dan hanya punya satu arti",
    Severity.GALAT,
    "Tulis angkanya saja tanpa pemisah ribuan, misalnya 1250.",
    no_basis=_FORM_OF_DATA,
)
ISI_007 = Requirement(
    "ISI-007",
    "Tautan berupa alamat https atau berkas yang ada di folder dokumen",
    Severity.GALAT,
    "Salin alamat lengkapnya dari peramban, atau taruh berkasnya di folder dokumen/.",
    no_basis=_FORM_OF_DATA,
)
ISI_010 = Requirement(
    "ISI-010",
    "Bentuk isian sesuai: teks, daftar, atau kelompok isian",
    Severity.GALAT,
    "Ikuti bentuk yang ditunjukkan pada halaman aturan ini.",
    no_basis=_FORM_OF_DATA,
)

REQUIREMENTS = (ISI_001, ISI_002, ISI_003, ISI_004, ISI_005, ISI_006, ISI_007, ISI_010)


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
    MasalahTanggal.SEVERAL: "memuat lebih dari satu tanggal",
}
TIMES: Mapping[MasalahTanggal | None, str] = {
    **DATES,
    MasalahTanggal.NOT_A_DATE: "bukan tahun, bulan, atau tanggal",
    MasalahTanggal.YEAR_ONLY: "memuat keterangan lain selain tahun",
    MasalahTanggal.YEAR_MONTH: "menyebut bulan, tetapi tidak ditulis TTTT-BB",
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
_TIME_HINT = "Tulis tahun (2019), tahun dan bulan (2019-03), atau tanggal (2019-03-10)."
_EMPTY_HINT = "Kosongkan bila belum diketahui."


def tanggal(fault: Fault) -> Said:
    """Say what a text that is no date seems to be."""
    reading = read_tanggal(fault.text)
    days = [reading.value] if reading.value else reading.candidates
    points = [Waktu(day.year, day.month, day.day) for day in days]
    return _time(fault, DATES[reading.problem], reading.problem, points)


def waktu(fault: Fault) -> Said:
    """Say what a text that is no year, month or day seems to be."""
    reading = read_waktu(fault.text)
    points = [reading.value] if reading.value else reading.candidates
    said = _time(fault, TIMES[reading.problem], reading.problem, points)
    return said if said.hint else said._replace(hint=_TIME_HINT)


def bilangan(fault: Fault) -> Said:
    """Say what a text that is no whole number seems to be."""
    reading = read_bulat(fault.text)
    found = reading.candidates if reading.value is None else [reading.value]
    return _number(fault, reading.problem, [str(number) for number in found])


def desimal(fault: Fault) -> Said:
    """Say what a text that is no number seems to be."""
    reading = read_desimal(fault.text)
    found = reading.candidates if reading.value is None else [reading.value]
    return _number(fault, reading.problem, [f"{number:f}" for number in found])


def batas(fault: Fault) -> Said:
    """Say that a number lies outside its limits."""
    known = (key for key in _LIMITS if key in fault.details)
    limits = " dan ".join(f"{_LIMITS[key]} {fault.details[key]}" for key in known)
    message = f"{subject(fault)} berisi {fault.text}, padahal harus {limits}"
    return Said(ISI_006, message, "Periksa kembali angkanya.")


def _time(
    fault: Fault, words: str, problem: MasalahTanggal | None, points: Sequence[Waktu]
) -> Said:
    if problem is MasalahTanggal.MISSING:
        return _said(ISI_004, fault, words, _EMPTY_HINT)
    if len(points) > 1:
        choices = [f"{_spoken(point)} (tulis {point})" for point in points]
        both = "" if problem is MasalahTanggal.SEVERAL else f": {_either(map(_spoken, points))}"
        return _said(ISI_004, fault, words + both, f"Maksudnya {_either(choices)}?")
    if not points:
        return _said(ISI_004, fault, words, _end_of_month(fault.text))
    certain = problem is None or (problem in _CERTAIN and _JUST_A_DATE.fullmatch(fault.text))
    hint = f"Tulis {points[0]} ({_spoken(points[0])})."
    return _said(ISI_004, fault, words, hint, str(points[0]) if certain else "")


def _number(fault: Fault, problem: MasalahAngka | None, readings: Sequence[str]) -> Said:
    words = NUMBERS[problem]
    if problem is MasalahAngka.MISSING:
        return _said(ISI_006, fault, words, _EMPTY_HINT)
    if len(readings) > 1:
        either = _either(readings)
        return _said(ISI_006, fault, f"{words}: {either}", f"Tulis {either}, sesuai maksudnya.")
    return _said(ISI_006, fault, words, f"Tulis {readings[0]}." if readings else "")


def _said(
    requirement: Requirement, fault: Fault, words: str, hint: str, replacement: str = ""
) -> Said:
    message = f"{quoted(fault.text)} untuk {quoted(fault.title)} {words}"
    return Said(requirement, message, hint, replacement)


def _either(words: Iterable[str]) -> str:
    return " atau ".join(words)


def _end_of_month(written: str) -> str:
    found = _DAY.fullmatch(written)
    if not found or found[1] == "0000":
        return ""
    year, month = int(found[1]), int(found[2])
    last = date(year, month, monthrange(year, month)[1])
    return f"Hari terakhir bulan itu {format_tanggal(last)}."


def _spoken(point: Waktu) -> str:
    if not point.bulan:
        return str(point.tahun)
    day = format_tanggal(point.awal)
    return day if point.hari else day.partition(" ")[2]


PATTERNS: Mapping[str, str] = {
    r"^[0-9a-f]{64}$": "Tulis 64 angka heksadesimal, hasil ppid gerbang --sidik.",
    f"^{KODE}$": (
        "Pakai 2 sampai 24 huruf besar, angka, titik, atau tanda hubung, "
        "diawali huruf besar atau angka."
    ),
    r"^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$": (
        "Tulis bulan dan hari masing-masing dua angka, misalnya 03-31."
    ),
    r"^[0-9]{1,3}(/[1-9][0-9]{0,2})?$": "Tulis bilangan bulat atau pecahan, misalnya 1 atau 1/23.",
    r"^20\d\d/[a-z][a-z0-9-]*/[a-z][a-z0-9.-]*$": "Salin kode dari halaman temuannya.",
    r"^[a-z0-9]+(-[a-z0-9]+)*$": "Pakai huruf kecil, angka, dan tanda hubung saja.",
}
"""What a clerk reads in place of a pattern."""

_YES_NO = ("true", "false")
_WORDS_FOR = {"ya": "true", "benar": "true", "yes": "true", "1": "true", "y": "true"} | {
    "tidak": "false",
    "bukan": "false",
    "no": "false",
    "0": "false",
    "t": "false",
    "n": "false",
}
_PLAIN = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LIST_HINT = "Tulis tiap butir pada baris sendiri, diawali tanda hubung dan spasi (“- ”)."


def say(fault: Fault) -> Said:
    """Find the sentence; what is empty or of the wrong shape needs no finer reason."""
    if fault.problem != "extra_forbidden" and fault.is_empty:
        return _empty(fault)
    if fault.is_structure and fault.problem not in _ABOUT_STRUCTURES:
        return _not_text(fault)
    return SENTENCES.get(fault.problem, unreadable)(fault)


def missing_message(title: str, *, in_table: bool) -> str:
    """Say that a field is not filled: used alike where a rule looks for soft and advised fields."""
    if in_table:
        return f"Kolom {quoted(title)} kosong, padahal wajib diisi"
    return f"Isian wajib {quoted(title)} belum ada"


def misspelt(fault: Fault, meant: str) -> Said:
    """Say at once that a key is unknown and that a required one like it is missing."""
    message = f"{_key_word(fault)} {quoted(fault.name)} tidak dikenal; {quoted(meant)} belum ada"
    return Said(ISI_002, message, f"Mungkin maksudnya {quoted(meant)}.")


def unreadable(fault: Fault) -> Said:
    """Say what can be said of any field: the sentence of last resort."""
    return Said(ISI_010, f"{subject(fault)} tidak dapat dibaca", description(fault))


def _missing(fault: Fault) -> Said:
    message = missing_message(fault.title, in_table=fault.in_table)
    action = "Isi sel ini." if fault.in_table else f"Tambahkan “{fault.name}: …”."
    return Said(ISI_001, message, after(action, description(fault)))


def _empty(fault: Fault) -> Said:
    if fault.in_table:
        return _missing(fault)
    if not fault.route or isinstance(fault.route[-1], int):
        return Said(ISI_001, f"{subject(fault)} kosong", "Isi, atau hapus barisnya.")
    if fault.info and fault.info.is_required():
        message = f"Isian wajib {quoted(fault.title)} kosong"
        return Said(ISI_001, message, after(f"Isi “{fault.name}: …”.", description(fault)))
    return Said(ISI_001, f"{subject(fault)} kosong", "Isi, atau hapus barisnya.")


def _unknown(fault: Fault) -> Said:
    near = nearest(fault.name, fault.siblings)
    known = f"Yang dikenal di sini: {listed(fault.siblings)}."
    message = f"{_key_word(fault)} {quoted(fault.name)} tidak dikenal"
    return Said(ISI_002, message, f"Mungkin maksudnya {quoted(near)}." if near else known)


def _key_word(fault: Fault) -> str:
    return "Kolom" if fault.in_table else "Isian"


def _choice(fault: Fault) -> Said:
    near = nearest(fault.text, fault.choices)
    meant = f"Mungkin maksudnya {quoted(near)}." if near else ""
    certain = near if near and same_word(fault.text, near) and _PLAIN.fullmatch(near) else ""
    message = f"{quoted(fault.text)} bukan salah satu pilihan untuk {quoted(fault.title)}"
    return Said(ISI_003, message, after(meant, f"Pilihannya: {listed(fault.choices)}."), certain)


def _yes_or_no(fault: Fault) -> Said:
    meant = _WORDS_FOR.get(fault.text.casefold()) or nearest(fault.text, _YES_NO)
    message = f"{quoted(fault.text)} bukan salah satu pilihan untuk {quoted(fault.title)}"
    hint = "Tulis “true” untuk ya atau “false” untuk tidak."
    return Said(ISI_003, message, f"Tulis {quoted(meant)}." if meant else hint)


def _too_short(fault: Fault) -> Said:
    fewest = fault.details["min_length"]
    message = (
        f"{subject(fault)} hanya berisi {quoted(fault.text)} ({len(fault.text)} karakter); "
        f"paling sedikit {fewest} karakter"
    )
    return Said(ISI_005, message, "Tulis lebih lengkap agar dapat dipahami tanpa keterangan lain.")


def _too_long(fault: Fault) -> Said:
    most = fault.details["max_length"]
    message = (
        f"{subject(fault)} yang berawal {quoted(fault.text, 40)} berisi {len(fault.text)} "
        f"karakter; paling banyak {most} karakter"
    )
    return Said(ISI_005, message, "Ringkas isinya.")


def _too_few(fault: Fault) -> Said:
    message = (
        f"{subject(fault)} berisi {_length(fault)} butir; "
        f"paling sedikit {fault.details['min_length']} butir"
    )
    return Said(ISI_005, message, f"Tambahkan butirnya. {_LIST_HINT}")


def _too_many(fault: Fault) -> Said:
    message = (
        f"{subject(fault)} berisi {_length(fault)} butir; "
        f"paling banyak {fault.details['max_length']} butir"
    )
    return Said(ISI_005, message, "Kurangi butirnya.")


def _length(fault: Fault) -> int:
    return len(fault.written) if isinstance(fault.written, list | tuple | dict) else 0


def _pattern(fault: Fault) -> Said:
    pattern = str(fault.details["pattern"])
    likely = fault.text.upper().replace(" ", "-").replace("_", "-").replace("/", "-")
    fits = likely != fault.text and re.search(pattern, likely)
    meant = f"Misalnya {quoted(likely)}." if fits else ""
    message = f"{quoted(fault.text)} tidak sesuai bentuk {quoted(fault.title)}"
    return Said(ISI_010, message, after(PATTERNS.get(pattern, description(fault)), meant))


def _not_text(fault: Fault) -> Said:
    shape = "kelompok isian" if isinstance(fault.written, Mapping) else "daftar"
    message = f"{subject(fault)} berisi {shape}, padahal harus berupa satu teks"
    return Said(ISI_010, message, f"Tulis “{fault.name}: …” dalam satu baris.")


def _not_list(fault: Fault) -> Said:
    message = f"{subject(fault)} {_contents(fault)}, padahal harus berupa daftar"
    return Said(ISI_010, message, _LIST_HINT)


def _not_group(fault: Fault) -> Said:
    message = f"{subject(fault)} {_contents(fault)}, padahal harus berupa kelompok isian"
    hint = "Tulis tiap isian pada baris sendiri, misalnya “{}: …”, menjorok dua spasi."
    first = next(iter(_part_fields(fault)), "nama")
    return Said(ISI_010, message, hint.format(first))


def _part_fields(fault: Fault) -> tuple[str, ...]:
    inside = part_in(fault.info.annotation) if fault.info else fault.part
    return tuple(inside.model_fields) if inside else ()


def _contents(fault: Fault) -> str:
    if isinstance(fault.written, Mapping):
        return "berisi kelompok isian"
    return "berisi daftar" if fault.is_structure else f"berisi teks {quoted(fault.text)}"


Sentence = Callable[[Fault], Said]

SENTENCES: Mapping[str, Sentence] = {
    "missing": _missing,
    "extra_forbidden": _unknown,
    "literal_error": _choice,
    "enum": _choice,
    "ya_tidak": _yes_or_no,
    "bool_type": _yes_or_no,
    "bool_parsing": _yes_or_no,
    "string_too_short": _too_short,
    "string_too_long": _too_long,
    "string_pattern_mismatch": _pattern,
    "string_type": _not_text,
    "too_short": _too_few,
    "too_long": _too_many,
    "list_type": _not_list,
    "tuple_type": _not_list,
    "model_type": _not_group,
    "model_attributes_type": _not_group,
    "dict_type": _not_group,
    "tanggal": tanggal,
    "waktu": waktu,
    "bilangan": bilangan,
    "desimal": desimal,
    "date_type": tanggal,
    "date_parsing": tanggal,
    "date_from_datetime_parsing": tanggal,
    "date_from_datetime_inexact": tanggal,
    "int_type": bilangan,
    "int_parsing": bilangan,
    "int_parsing_size": bilangan,
    "int_from_float": bilangan,
    "decimal_type": desimal,
    "decimal_parsing": desimal,
    "finite_number": desimal,
    "greater_than": batas,
    "greater_than_equal": batas,
    "less_than": batas,
    "less_than_equal": batas,
    "multiple_of": batas,
}
_ABOUT_STRUCTURES = {
    "missing",
    "extra_forbidden",
    "too_short",
    "too_long",
    "list_type",
    "tuple_type",
    "model_type",
    "model_attributes_type",
    "dict_type",
}
