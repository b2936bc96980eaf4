"""How long information stays excluded: a length, a date, an event, a law, or nothing definite."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import MAXYEAR, date, timedelta
from enum import Enum, StrEnum
from functools import lru_cache
from typing import Final

from ppid.values.citations import Citation, read_citations
from ppid.values.dates import MONTH_PATTERN, MasalahTanggal, read_tanggal, read_waktu
from ppid.values.durations import (
    MONTHS_IN_YEAR,
    BentukRetensi,
    MasalahJangka,
    is_length_text,
    length_text,
    lengths_in,
    read_lama,
    read_retensi,
)

_LEADING: Final = re.compile(
    r"(?:[\s\-–—•*:.~]|j\s?angka\s+waktu(?:\s+pengecualian)?\b)+", re.IGNORECASE
)
_FRAME: Final = re.compile(
    r"(?:(?:untuk|dalam|selama|ditetapkan|berlaku|dikecualikan|paling\s+lama|maksimal)\s+)*"
    r"(?:(?:dalam\s+)?(?:kurun|jangka)(?:\s+waktu)?\s+)?(?:paling\s+lama\s+|maksimal\s+)?"
    r"(?=[0-9]|se(?:tahun|bulan)|(?:[a-z]+\s+){1,4}?(?:tahun|bulan))",
    re.IGNORECASE,
)
# Only starts that the list itself knows; “5 tahun sejak yang bersangkutan wafat” has another one.
_COUNTED_FROM: Final = re.compile(
    r"\s*,?\s+(?:terhitung\s+)?(?:sejak|mulai|dari)\s+(?:tanggal\s+)?"
    r"(?:ditetapkan(?:nya)?|penetapan|keputusan\s+(?:ini\s+)?ditetapkan|tanggal\s+penetapan)"
    r"(?:\s+(?:keputusan|sk)(?:\s+ini)?)?",
    re.IGNORECASE,
)
# A bare “sd” is also a school: only before a figure does it mean “sampai dengan”.
_UNTIL: Final = re.compile(
    r"(?:(?:s\s?\.\s?d\.?|s/d\.?)\s*|(?:sd(?=\s+[0-9])|hingga|sampai)\s+)(?:dengan\s+)*",
    re.IGNORECASE,
)
_OPENED_WHEN: Final = re.compile(
    r"(?:(?:informasi\s+)?(?:hanya\s+)?(?:dapat\s+|akan\s+|bisa\s+)?(?:dibuka|diberikan|diakses)(?:\s+kembali)?\s+)"
    r"(?:pada\s+(?:saat\s+)?|saat\s+|setelah\s+|sesudah\s+|apabila\s+|jika\s+|bila\s+|ketika\s+|dengan\s+)"
    r"(?P<event>.+)",
    re.IGNORECASE,
)
_WITHOUT: Final = re.compile(
    r"(?:selama|sepanjang)\s+(?:tidak|belum|tanpa)\s+(?P<event>.+)", re.IGNORECASE
)
_WHILE: Final = re.compile(r"(?:selama|sepanjang)\s+(?P<condition>.+)", re.IGNORECASE)
_LASTING: Final = re.compile(
    r"(?:dalam\s+)?(?:(?:masih|sedang)\s+)?(?P<what>.+?)\s+(?:masih\s+|sedang\s+)?"
    r"(?P<verb>berlaku|berjalan|berlangsung|dilaksanakan|diproses)",
    re.IGNORECASE,
)
_JOINT: Final = re.compile(
    r"\s+(?:dan\s*/\s*)?atau\s+|(?<![0-9])\s*/\s*|\s+/\s*|;\s*", re.IGNORECASE
)
_MOST_JOINTS: Final = 6
_MEANINGLESS: Final = frozenset({"", "n/a", "na", "nihil", "tidak ada", "kosong"})


def core_of(text: str) -> str:
    """Strip what surrounds a term: bullets, “Jangka waktu:”, “dalam kurun”, a final stop.

    Spaces become single ones and “s.d.”, “s/d”, “hingga” at the start become “sampai”.
    """
    core = " ".join(text.split())
    if leading := _LEADING.match(core):
        core = core[leading.end() :]
    core = core.rstrip(" .;,-–—")
    if core.lower() in _MEANINGLESS:
        return ""
    if until := _UNTIL.match(core):
        return f"sampai {core[until.end() :]}"
    frame = _FRAME.match(core)
    core = core[frame.end() :] if frame else core
    counted = _COUNTED_FROM.search(core)
    return core[: counted.start()] if counted and counted.end() == len(core) else core


def event_of(core: str) -> str:
    """Return the event with which a term ends; empty when none is named.

    “Dapat dibuka pada waktu pemeriksaan” → “waktu pemeriksaan”; “sepanjang tidak ada persetujuan”
    → “ada persetujuan”, which ends the same stretch of time.
    """
    if core[:7].lower() == "sampai ":
        return core[7:]
    match = _OPENED_WHEN.fullmatch(core) or _WITHOUT.fullmatch(core)
    return match["event"] if match else ""


def condition_endings(core: str) -> tuple[str, ...]:
    """Return the events that end a condition; `("",)` for a condition whose end has no plain name.

    “selama perjanjian berlaku” → “perjanjian berakhir”; empty when the text is no condition.
    """
    match = _WHILE.fullmatch(core)
    if match is None:
        return ()
    lasting = _LASTING.fullmatch(match["condition"])
    if lasting is None:
        return ("",)
    ends = "berakhir" if lasting["verb"].lower() == "berlaku" else "selesai"
    return (f"{lasting['what']} {ends}",)


def split_in_two(core: str) -> Iterator[tuple[str, str]]:
    """Yield the ways to cut a text at “atau”, “/” or “;” (not inside “s/d” and dates).

    Nothing when it falls into many pieces: then it is no choice of terms but running text.
    """
    joints = list(_JOINT.finditer(core))
    if len(joints) > _MOST_JOINTS:
        return
    for joint in joints:
        left, right = core[: joint.start()], core[joint.end() :]
        if left and right and not (left[-1:].lower() == "s" and right[:1].lower() == "d"):
            yield left, right


class Bentuk(Enum):
    """The sorts of terms."""

    LAMA = "lama"
    SAMPAI_TANGGAL = "sampai tanggal"
    SAMPAI_PERISTIWA = "sampai peristiwa"
    MENURUT_PERATURAN = "menurut peraturan"
    SELAMA_DIPERLUKAN = "selama diperlukan"
    TIDAK_TERBATAS = "tidak terbatas"


_UNCLEAR: Final = (Bentuk.SELAMA_DIPERLUKAN, Bentuk.TIDAK_TERBATAS, Bentuk.SAMPAI_PERISTIWA)


@dataclass(frozen=True, slots=True)
class JangkaWaktu:
    """A term of exclusion; beside `bentuk` only the part that belongs to it is filled."""

    bentuk: Bentuk
    bulan: int = 0
    tanggal: date | None = None
    peristiwa: str = ""
    dasar: Citation | None = None

    def __str__(self) -> str:
        """Return the normal form: “5 tahun”, “sampai 2027-12-31”, “sesuai UU 43/2009”."""
        if self.bentuk is Bentuk.LAMA:
            return length_text(self.bulan)
        if self.bentuk is Bentuk.SAMPAI_TANGGAL:
            return f"sampai {self.tanggal}"
        if self.bentuk is Bentuk.SAMPAI_PERISTIWA:
            return f"sampai {self.peristiwa}"
        return f"sesuai {self.dasar}" if self.dasar else self.bentuk.value

    @property
    def is_unclear(self) -> bool:
        """Whether nobody can tell from the words on which day the term ends."""
        return self.bentuk in _UNCLEAR

    def berakhir(self, mulai: date | None) -> date | None:
        """Return the last day of exclusion, or None when it cannot be computed.

        “1 tahun” from 2019-01-10 covers the days up to 2020-01-09: the anniversary is the first
        open day. Where the last month lacks the day of the anniversary, the term ends with that
        month: from 2020-02-29 “1 tahun” ends on 2021-02-28, from 2023-01-31 “1 bulan” on 02-28.
        “sampai <tanggal>” includes that day.
        """
        if self.bentuk is Bentuk.SAMPAI_TANGGAL:
            return self.tanggal
        if self.bentuk is not Bentuk.LAMA or mulai is None:
            return None
        years, month = divmod(mulai.month - 1 + self.bulan, MONTHS_IN_YEAR)
        year = mulai.year + years
        if year > MAXYEAR:
            return None
        last = monthrange(year, month + 1)[1]
        if mulai.day > last:
            return date(year, month + 1, last)
        return date(year, month + 1, mulai.day) - timedelta(days=1)


@dataclass(frozen=True, slots=True)
class JangkaWaktuReading:
    """A text as a term: a value with its normal form, or a problem with what may be meant.

    One candidate is an offer, several are a question; each is a normal form.
    """

    value: JangkaWaktu | None
    normal: str = ""
    is_normal: bool = False
    problem: MasalahJangka | None = None
    candidates: tuple[str, ...] = ()


_NEEDED: Final = re.compile(
    r"(?:selama|sepanjang|sampai)\s+(?:masih\s+)?(?:jangka\s+waktu\s+yang\s+)?"
    r"(?:di(?:perlu|butuh)kan|perlu)(?:\s+untuk\s.*)?|seperlunya",
    re.IGNORECASE,
)
_UNLIMITED: Final = re.compile(
    r"(?:sampai\s+)?(?:waktu\s+)?(?:tidak|tak|tanpa)\s+(?:ada\s+)?(?:ter)?batas(?:\s+waktu)?(?:nya)?|tidak\s+terbatas\s+waktu"
    r"|selamanya|seterusnya|terus[- ]menerus|permanen|bersifat\s+permanen",
    re.IGNORECASE,
)
_ACCORDING: Final = re.compile(
    r"(?:sesuai|berdasarkan|menurut|mengikuti)\s+(?:dengan\s+)?(?P<law>.+)", re.IGNORECASE
)
_UNTIL_DATE: Final = re.compile(
    r"sampai\s+(?:dengan\s+)?(?:tanggal\s+|tgl\.?\s+)?(?P<end>.+)", re.IGNORECASE
)
_COARSE: Final = re.compile(
    rf"(?:akhir\s+)?(?:(?:bulan|tahun|anggaran)\s+)*(?:{MONTH_PATTERN}\s+(?:tahun\s+)?)?"
    r"[0-9]{4}(?:[-/][0-9]{1,4})?",
    re.IGNORECASE,
)


@lru_cache(maxsize=16384)
def read_jangka_waktu(text: str) -> JangkaWaktuReading:
    """Read a term of exclusion; whatever is not one term gives a problem, never an error.

    `read_jangka_waktu("1 (satu) Tahun")` has the value of “1 tahun” and `is_normal` false.
    """
    core = core_of(text)
    if not core:
        return _problem(MasalahJangka.MISSING)
    reading = _read_one(core)
    # Two terms beat one event: “sampai ada putusan atau 1 tahun” must not hide the year.
    if reading.value is None or reading.value.bentuk is Bentuk.SAMPAI_PERISTIWA:
        reading = _read_two(core) or reading
    if reading.value is None:
        return reading
    is_normal = reading.normal == text or is_length_text(text, reading.value.bulan)
    return JangkaWaktuReading(reading.value, reading.normal, is_normal)


def _problem(kind: MasalahJangka, *candidates: str) -> JangkaWaktuReading:
    return JangkaWaktuReading(None, problem=kind, candidates=tuple(dict.fromkeys(candidates)))


def _term(value: JangkaWaktu) -> JangkaWaktuReading:
    return JangkaWaktuReading(value, str(value))


def _read_two(core: str) -> JangkaWaktuReading | None:
    for left, right in split_in_two(core):
        first, second = _read_one(core_of(left)), read_jangka_waktu(right)
        meant = [
            candidate
            for one in (first, second)
            for candidate in ([one.normal] if one.value else one.candidates)
        ]
        known = (one.value or one.problem is MasalahJangka.COMPOUND for one in (first, second))
        if all(known):
            return _problem(MasalahJangka.COMPOUND, *meant)
    return None


def _read_one(core: str) -> JangkaWaktuReading:
    if _NEEDED.fullmatch(core):
        return _term(JangkaWaktu(Bentuk.SELAMA_DIPERLUKAN))
    if _UNLIMITED.fullmatch(core):
        return _term(JangkaWaktu(Bentuk.TIDAK_TERBATAS))
    if lama := read_lama(core):
        if lama.problem:
            return _problem(lama.problem, *lama.candidates)
        return _term(JangkaWaktu(Bentuk.LAMA, bulan=lama.bulan))
    if according := _ACCORDING.fullmatch(core):
        return _according(according["law"])
    return _date(core) or _event(core)


def _according(law: str) -> JangkaWaktuReading:
    reading = read_citations(law)
    if not reading.citations:
        return _problem(MasalahJangka.MISSING_CITATION)
    if len(reading.citations) > 1 or reading.problems:
        kind = MasalahJangka.UNREADABLE if reading.problems else MasalahJangka.COMPOUND
        return _problem(kind, *(f"sesuai {citation}" for citation in reading.citations))
    return _term(JangkaWaktu(Bentuk.MENURUT_PERATURAN, dasar=reading.citations[0]))


def _date(core: str) -> JangkaWaktuReading | None:
    until = _UNTIL_DATE.fullmatch(core)
    end = until["end"] if until else core
    day = read_tanggal(end)
    if until and day.value:
        return _term(JangkaWaktu(Bentuk.SAMPAI_TANGGAL, tanggal=day.value))
    if until and day.problem is MasalahTanggal.NOT_A_DAY:
        return _problem(MasalahJangka.DATE_FORM)
    if day.value or day.candidates:
        days = (day.value,) if day.value else day.candidates
        if day.problem is MasalahTanggal.SEVERAL:  # a period ends with its later date
            days = (max(days),)
        return _problem(MasalahJangka.DATE_FORM, *(f"sampai {one}" for one in days))
    # “sampai tahun 2025” may well mean its last day; “sampai pemilu 2029 usai” is an event.
    point = read_waktu(end) if _COARSE.fullmatch(end) else None
    points = () if point is None else (point.value,) if point.value else point.candidates
    return _problem(MasalahJangka.DATE_FORM, f"sampai {points[-1].akhir}") if points else None


def _event(core: str) -> JangkaWaktuReading:
    event = event_of(core)
    if event and not core.startswith("sampai "):
        return _read_one(core_of(f"sampai {event}"))
    if event and read_lama(event) is not None:  # “dibuka setelah 5 tahun” is a length
        return _read_one(event)
    if event and any(char.isalpha() for char in event):
        return _term(JangkaWaktu(Bentuk.SAMPAI_PERISTIWA, peristiwa=event))
    if endings := condition_endings(core):
        meant = (f"sampai {ending}" for ending in endings if ending)
        readable = (one for one in meant if read_jangka_waktu(one).is_normal)
        return _problem(MasalahJangka.CONDITIONAL, *readable)
    return _problem(MasalahJangka.UNREADABLE, *lengths_in(core))


class TermRelation(StrEnum):
    """What a term says beside the one before it."""

    SAMA = "sama"
    LEBIH_PANJANG = "lebih-panjang"
    LEBIH_PENDEK = "lebih-pendek"
    MENJADI_TIDAK_TERBATAS = "menjadi-tidak-terbatas"
    """The first names an end, the second none."""
    MENJADI_TERBATAS = "menjadi-terbatas"
    TIDAK_SEBANDING = "tidak-sebanding"
    """Neither can be called the longer one, or one of them cannot be read with certainty."""

    @property
    def is_longer(self) -> bool:
        """Whether the second term is longer, or names no end any more."""
        return self in {TermRelation.LEBIH_PANJANG, TermRelation.MENJADI_TIDAK_TERBATAS}

    @property
    def is_shorter(self) -> bool:
        """Whether the second term is shorter, or now names an end."""
        return self in {TermRelation.LEBIH_PENDEK, TermRelation.MENJADI_TERBATAS}


_ENDLESS: Final = frozenset({Bentuk.SELAMA_DIPERLUKAN, Bentuk.TIDAK_TERBATAS})
# “5 tahun, kecuali diminta penyidik”: a term, and who may see the information sooner.
_EXCEPT: Final = re.compile(r"(?P<term>.+?),?\s+kecuali\s+(?P<exception>.+)", re.IGNORECASE)
# “sampai 3 tahun setelah pegawai pensiun”: a length that begins with an event.
_SINCE: Final = re.compile(
    r"(?:sampai\s+)?(?P<length>.+?),?\s+(?:terhitung\s+)?(?:sejak|setelah|sesudah)\s+(?P<event>.+)",
    re.IGNORECASE,
)
_NOT_WORD: Final = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class _Comparable:
    """A term as far as it can be compared, with the event that begins it and its exception."""

    term: JangkaWaktu
    since: str = ""
    exception: str = ""
    within_period: bool = False
    """“sampai tahun 2027”: whether that year is still inside nobody says."""


def compare(
    before: str, after: str, mulai_before: date | None = None, mulai_after: date | None = None
) -> TermRelation:
    """Return what the term `after` says beside the term `before`; both are texts of cells.

    Two lengths are compared as lengths, whatever the days on which they begin. A length and a date
    are compared by their last days, where the beginning of the length (`mulai_…`) is known. An
    event or a law can only be the same or something else. The labelled pairs of the tests say
    what is meant, case by case.
    """
    if _bare(before) == _bare(after):
        return TermRelation.SAMA
    one, other = _comparable(before), _comparable(after)
    if one is None or other is None:
        return TermRelation.TIDAK_SEBANDING
    # The law behind “sesuai UU 43/2009” may itself say “for ever”.
    by_law = Bentuk.MENURUT_PERATURAN in {one.term.bentuk, other.term.bentuk}
    was_endless, is_endless = (each.term.bentuk in _ENDLESS for each in (one, other))
    if was_endless is not is_endless and not by_law:
        became_limited = TermRelation.MENJADI_TERBATAS
        return became_limited if was_endless else TermRelation.MENJADI_TIDAK_TERBATAS
    if (one.since, one.within_period) != (other.since, other.within_period):
        return TermRelation.TIDAK_SEBANDING
    lengths = _lengths(one.term, other.term, mulai_before, mulai_after)
    if lengths and lengths[0] != lengths[1]:
        longer = lengths[0] < lengths[1]
        return TermRelation.LEBIH_PANJANG if longer else TermRelation.LEBIH_PENDEK
    same = (bool(lengths) or one.term == other.term) and one.exception == other.exception
    return TermRelation.SAMA if same else TermRelation.TIDAK_SEBANDING


def _lengths(
    one: JangkaWaktu, other: JangkaWaktu, mulai_one: date | None, mulai_other: date | None
) -> tuple[int, int] | None:
    """Return two numbers that stand to each other as the terms do; None where nothing orders them.

    They are months of two lengths, and otherwise the last days as ordinal numbers.
    """
    if one.bulan and other.bulan:
        return one.bulan, other.bulan
    last = one.berakhir(mulai_one), other.berakhir(mulai_other)
    return (last[0].toordinal(), last[1].toordinal()) if last[0] and last[1] else None


def _comparable(text: str) -> _Comparable | None:
    core = core_of(text)
    if excepted := _EXCEPT.fullmatch(core):
        main = _comparable(excepted["term"])
        return main and replace(main, exception=_bare(excepted["exception"]))
    since = _SINCE.fullmatch(core)
    length = read_lama(core_of(since["length"])) if since else None
    if since and length and length.bulan:
        lasting = JangkaWaktu(Bentuk.LAMA, bulan=length.bulan)
        return _Comparable(lasting, since=_bare(since["event"]))
    reading = read_jangka_waktu(text)
    term, offered = reading.value, reading.candidates
    if reading.problem is MasalahJangka.CONDITIONAL and not offered:
        # “selama menjadi pegawai” passes some day, though its end has no plain name.
        return _Comparable(JangkaWaktu(Bentuk.SAMPAI_PERISTIWA, peristiwa=_bare(core)))
    plain = {MasalahJangka.CONDITIONAL, MasalahJangka.DATE_FORM}
    if reading.problem in plain and len(offered) == 1:
        term = read_jangka_waktu(offered[0]).value
    if term is None:
        retention = read_retensi(text).value
        if retention is None or retention.bentuk is not BentukRetensi.SESUAI_JRA:
            return None
        term = JangkaWaktu(Bentuk.MENURUT_PERATURAN, peristiwa=str(retention))
    # A year or a month is read as its last day, whose number its text does not name.
    named = not term.tanggal or re.search(rf"(?<!\d)0?{term.tanggal.day}(?!\d)", core)
    term = replace(term, peristiwa=_bare(term.peristiwa))
    return _Comparable(term, within_period=not named)


def _bare(text: str) -> str:
    """Return a text without capitals, punctuation and doubled spaces."""
    return _NOT_WORD.sub(" ", text.casefold()).strip()
