"""How long an archive is kept and what becomes of it then, read from the ways people write them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from ppid.values.durations import MasalahJangka, is_length_text
from ppid.values.term_reader import MOST_SIGNS, NEGATIVE
from ppid.values.terms import Bentuk, JangkaWaktu, JangkaWaktuReading
from ppid.values.terms import read as read_jangka_waktu
from ppid.values.time_words import TIME_WORDS, pattern_of

_PERMANENT: Final = "permanen"
_IN_FORCE: Final = "selama berlaku"


@dataclass(frozen=True, slots=True)
class Retensi:
    """A retention; what was not said is empty.

    `masa` is how long the archive is kept: a length, perhaps after an event, a state, a schedule.
    `inaktif` is filled where the archive is in use for `masa` and kept for that long after it.
    `nasib` is what happens then (“musnah”), with its exception.
    """

    masa: str = ""
    inaktif: str = ""
    nasib: str = ""
    bulan: int = 0

    def __str__(self) -> str:
        """Return the normal form: “5 tahun”, “aktif 1 tahun, inaktif 2 tahun, musnah”."""
        masa = f"aktif {self.masa}" if self.inaktif else self.masa
        inaktif = f"inaktif {self.inaktif}" if self.inaktif else ""
        return ", ".join(filter(None, (masa, inaktif, self.nasib)))


@dataclass(frozen=True, slots=True)
class RetensiReading:
    """A text as a retention: a value with its normal form, or a problem with what may be meant.

    `sisa` is what of the text neither the value nor any candidate says.
    """

    value: Retensi | None
    normal: str = ""
    is_normal: bool = False
    problem: MasalahJangka | None = None
    candidates: tuple[str, ...] = ()
    sisa: str = ""


def _whole(phrases: Iterable[str]) -> re.Pattern[str]:
    return re.compile(pattern_of(phrases), re.IGNORECASE)


_W: Final = TIME_WORDS
_ENDS: Final = " \t\r\n\u00a0.;:,-–—"
_KEPT: Final = re.compile(rf"(?:(?:{pattern_of(_W.disimpan)})\s*:?\s*)?(?P<masa>.+)", re.IGNORECASE)
_PERMANENT_FORM: Final = _whole(_W.permanen)
_IN_FORCE_FORM: Final = _whole(_W.selama_berlaku)
_FATES: Final = {phrase: fate for fate, phrases in _W.nasib.items() for phrase in phrases}
_FATE: Final = rf"(?:{pattern_of(_FATES)})"
_AFTERWARDS: Final = rf"(?:{pattern_of((*_W.lalu, *_W.dan))})"
_THEN: Final = rf"\s*(?:[,;.]|{_AFTERWARDS})+\s*(?:{_AFTERWARDS}\s*)?"
_NOTE: Final = r"(?:ket(?:erangan)?\.?\s*:?\s*)?"
_FATE_LAST: Final = re.compile(
    rf"(?P<masa>.+?)(?:{_THEN}|\s*(?P<sign>[/(→])\s*|\s+){_NOTE}(?P<fate>{_FATE})\)?", re.IGNORECASE
)
_FATE_BEHIND_SIGN: Final = re.compile(
    rf"(?P<masa>.+?)\s*[,;]\s*{_NOTE}(?P<fate>{_FATE})", re.IGNORECASE
)
_FATE_THEN: Final = re.compile(
    rf"(?P<masa>.+?)\s*[,;.]?\s*(?P<then>{_AFTERWARDS})\s+(?P<fate>{_FATE})", re.IGNORECASE
)
_FATE_FIRST: Final = re.compile(rf"(?P<fate>{_FATE})\s*[,;:]?\s+(?P<masa>.+)", re.IGNORECASE)
_FATE_ALONE: Final = re.compile(_FATE, re.IGNORECASE)
_FATE_AFTER: Final = re.compile(
    rf"(?P<fate>{_FATE})\s*,?\s*(?:setelah|sesudah|stlh)\s+(?P<masa>.+)", re.IGNORECASE
)
_EXCEPTION: Final = re.compile(
    rf"(?P<main>.+?)\s*[,;.(]*\s*(?:{pattern_of(_W.syarat)})\s+(?P<exception>.+)", re.IGNORECASE
)
_ACTIVE: Final = rf"(?:{pattern_of(_W.aktif)})"
_INACTIVE: Final = rf"(?:{pattern_of(_W.inaktif)})"
_BETWEEN: Final = r"\s*[,;/+]?\s*(?:dan\s+)?"
_ACTIVE_FIRST, _INACTIVE_FIRST = (
    rf"\(?{age}\)?\s*:?\s*(?P<{name}>.+?)" for name, age in (("a", _ACTIVE), ("i", _INACTIVE))
)
_ACTIVE_LAST, _INACTIVE_LAST = (
    rf"(?P<{name}>.+?)\s*\(?{age}\)?" for name, age in (("a", _ACTIVE), ("i", _INACTIVE))
)
_TWO_AGES: Final = tuple(
    re.compile(f"{one}{_BETWEEN}{other}", re.IGNORECASE)
    for one, other in (
        (_ACTIVE_FIRST, _INACTIVE_FIRST),
        (_INACTIVE_FIRST, _ACTIVE_FIRST),
        (_ACTIVE_LAST, _INACTIVE_FIRST),
        (_ACTIVE_LAST, _INACTIVE_LAST),
        (_INACTIVE_LAST, _ACTIVE_LAST),
    )
)
_ONE_AGE: Final = re.compile(rf"(?P<masa>.+?)\s+(?P<age>{_ACTIVE}|{_INACTIVE})", re.IGNORECASE)
_BRACKET: Final = re.compile(r"(?P<main>[^()]+?)\s*(?P<more>\([^()]*\))")


@lru_cache(maxsize=8192)
def read(text: str) -> RetensiReading:
    """Read a retention. `read("Sesuai Masa Retensi Arsip")` is “sesuai JRA”."""
    core = " ".join(text.split()).strip(_ENDS)
    if not core:
        return RetensiReading(None, problem=MasalahJangka.MISSING)
    if len(core) > MOST_SIGNS:
        return _offer(MasalahJangka.UNREADABLE, sisa=core)
    reading = _read(core)
    # A normal form must be read as what it stands for.
    if reading.value is None:
        sound = tuple(filter(_is_normal, reading.candidates))
        whole = sound == reading.candidates
        return reading if whole else replace(reading, candidates=sound, sisa=core)
    if NEGATIVE.match(text):
        return _offer(MasalahJangka.NOT_POSITIVE, reading.normal, sisa="-")
    if reading.normal != core and _read(reading.normal).value != reading.value:
        return RetensiReading(None, problem=MasalahJangka.UNREADABLE, sisa=core)
    is_normal = reading.normal == text or is_length_text(text, reading.value.bulan)
    return RetensiReading(reading.value, reading.normal, is_normal)


def _is_normal(text: str) -> bool:
    value = _read(text).value
    return value is not None and (str(value) == text or is_length_text(text, value.bulan))


def _value(value: Retensi) -> RetensiReading:
    return RetensiReading(value, str(value))


def _read(core: str) -> RetensiReading:
    bracket = _BRACKET.fullmatch(core)
    if bracket and _IN_FORCE_FORM.fullmatch(bracket["main"]):
        return _offer(MasalahJangka.UNREADABLE, _IN_FORCE, sisa=bracket["more"])
    if then := _FATE_THEN.fullmatch(core):  # “5 tahun, setelah itu musnah”
        before = _read(then["masa"].strip(_ENDS))
        if before.value and not before.value.nasib:
            both = then["then"].lower() in _W.dan
            return _kept_then(before.value, then["fate"], contradicts=both)
    excepted = _EXCEPTION.fullmatch(core)
    if (fate := _FATE_BEHIND_SIGN.fullmatch(core)) and not excepted:  # “sampai diganti, musnah”
        before = _read(fate["masa"])
        if before.value and not before.value.nasib:
            return _kept_then(before.value, fate["fate"], contradicts=False)
    plain = _plain(core)
    if plain and plain.value:
        return plain
    if excepted:
        return _with_exception(core, excepted["main"], excepted["exception"])
    if fated := _fate_first(core):
        return fated
    if fate := _FATE_LAST.fullmatch(core):
        before = _read(fate["masa"].strip(_ENDS))
        if before.value and not before.value.nasib:
            either = fate["sign"] or fate["masa"].endswith(("-", "–", "—"))
            return _kept_then(before.value, fate["fate"], contradicts=bool(either))
    if bracket and not (plain and plain.candidates):
        inner = _plain(bracket["main"].strip(_ENDS))
        if inner and inner.value:
            return _offer(MasalahJangka.UNREADABLE, inner.normal, sisa=bracket["more"])
    if age := _ONE_AGE.fullmatch(core):  # “5 tahun aktif”
        kept = _plain(age["masa"])
        if kept and kept.value:
            return _offer(MasalahJangka.UNREADABLE, kept.normal, sisa=age["age"])
    return plain or _offer(MasalahJangka.UNREADABLE, sisa=core)


def _fate_first(core: str) -> RetensiReading | None:
    """Read “musnah setelah 5 tahun”, “musnah 10 tahun”."""
    after = _FATE_AFTER.fullmatch(core)
    fate = after or _FATE_FIRST.fullmatch(core)
    if fate is None:
        return None
    kept = _plain(fate["masa"])
    if kept and kept.value and kept.value.bulan:
        return _kept_then(kept.value, fate["fate"], contradicts=after is None)
    if after is None:
        return None
    if fate["masa"][0].isdigit():  # “musnah setelah 1O tahun”
        return _offer(MasalahJangka.UNREADABLE, sisa=core)
    return _value(Retensi(nasib=f"{_fate(fate['fate'])} setelah {fate['masa']}"))


def _offer(kind: MasalahJangka, *candidates: str, sisa: str = "") -> RetensiReading:
    offered = tuple(dict.fromkeys(candidates))
    return RetensiReading(None, problem=kind, candidates=offered, sisa=sisa)


def _fate(words: str) -> str:
    return _FATES[" ".join(words.lower().split())]


def _then(kept: Retensi, fate: str) -> Retensi:
    return Retensi(kept.masa, kept.inaktif, _fate(fate), kept.bulan if not kept.inaktif else 0)


def _kept_then(kept: Retensi, fate: str, *, contradicts: bool) -> RetensiReading:
    """Read “5 tahun, musnah”; “permanen 5 tahun”, “5 tahun dan permanen” contradict themselves."""
    then = _then(kept, fate)
    if kept.masa == _PERMANENT and not kept.inaktif and then.nasib != _PERMANENT:
        return _offer(MasalahJangka.COMPOUND, _PERMANENT, then.nasib)  # “permanen, musnah”
    if contradicts and then.nasib == _PERMANENT:
        return _offer(MasalahJangka.COMPOUND, str(kept), _PERMANENT, str(then))
    return _value(then)


def _with_exception(core: str, main: str, exception: str) -> RetensiReading:
    """Read “musnah, kecuali …”; the exception is kept as it was written."""
    reading = _read(main.strip(_ENDS))
    unless = exception[:-1] if exception.count(")") > exception.count("(") else exception
    if reading.value is None:
        whole = (f"{candidate}, kecuali {unless}" for candidate in reading.candidates)
        problem = reading.problem or MasalahJangka.UNREADABLE
        return _offer(problem, *whole, sisa=reading.sisa if reading.candidates else core)
    value = reading.value
    if value.nasib:
        return _value(
            Retensi(value.masa, value.inaktif, f"{value.nasib}, kecuali {unless}", value.bulan)
        )
    if value.inaktif:
        return _value(Retensi(value.masa, f"{value.inaktif}, kecuali {unless}"))
    return _value(Retensi(f"{value.masa}, kecuali {unless}"))


def _plain(core: str) -> RetensiReading | None:
    """Read a retention without exception: an age or two, or what becomes of the archive."""
    if _PERMANENT_FORM.fullmatch(core):
        return _value(Retensi(_PERMANENT))
    if _FATE_ALONE.fullmatch(core):
        return _value(Retensi(nasib=_fate(core)))
    for form in _TWO_AGES:
        if ages := form.fullmatch(core):
            return _two_ages(core, ages["a"], ages["i"])
    kept = _KEPT.fullmatch(core)
    return _age(kept["masa"]) if kept else None


def _two_ages(core: str, active: str, inactive: str) -> RetensiReading:
    """Read “aktif 1 tahun, inaktif 2 tahun, musnah”, in either order."""
    last = active if core.endswith(active) else inactive
    fate = _FATE_LAST.fullmatch(last)
    nasib = _fate(fate["fate"]) if fate else ""
    texts = (fate["masa"] if fate and one is last else one for one in (active, inactive))
    ages = [_age(one.strip(_ENDS)) for one in texts]
    said = ([age.value.masa] if age.value else age.candidates for age in ages)
    ways = [Retensi(a, i, nasib) for a, i in zip(*said, strict=False)]
    if all(age.value for age in ages):
        return _value(ways[0])
    problems = {age.problem for age in ages if age.problem}
    if problems == {MasalahJangka.AMBIGUOUS_UNIT}:
        return _offer(MasalahJangka.AMBIGUOUS_UNIT, *map(str, ways))
    return _offer(MasalahJangka.COMPOUND, sisa=core)


def _age(text: str) -> RetensiReading:
    """Read how long, with what terms of exclusion are read with."""
    if _PERMANENT_FORM.fullmatch(text):
        return _value(Retensi(_PERMANENT))
    if _IN_FORCE_FORM.fullmatch(text):
        return _value(Retensi(_IN_FORCE))
    reading: JangkaWaktuReading = read_jangka_waktu(text)
    term = reading.value
    if term is None:
        endless = Bentuk.TIDAK_TERBATAS.value
        candidates = (one.replace(endless, _PERMANENT, 1) for one in reading.candidates)
        problem = reading.problem or MasalahJangka.UNREADABLE
        return _offer(problem, *candidates, sisa=reading.sisa)
    return _value(Retensi(_masa(term), bulan=0 if term.setelah else term.bulan))


def _masa(term: JangkaWaktu) -> str:
    """Write a term as a retention: what has no end is permanent."""
    return str(term).replace(Bentuk.TIDAK_TERBATAS.value, _PERMANENT, 1)
