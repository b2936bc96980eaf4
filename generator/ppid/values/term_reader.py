"""Read a term of exclusion from the ways people write it.

A normal form keeps every word that means something; what a reading did not use is its remainder
(`sisa`), and a text with a remainder is never a value.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import lru_cache
from itertools import chain
from typing import Final

from rapidfuzz.distance import OSA

from ppid.values.citations import read as read_citations
from ppid.values.dates import MONTH_PATTERN, MasalahTanggal, read_tanggal
from ppid.values.dates import read as read_waktu
from ppid.values.durations import (
    MasalahJangka,
    is_length_text,
    length_text,
    lengths_in,
    read_lama,
)
from ppid.values.term_model import HAPPENING, SENTENCE_END, Bentuk, JangkaWaktu, JangkaWaktuReading
from ppid.values.time_words import TIME_WORDS, pattern_of


def _starts(phrases: Iterable[str], rest: str) -> re.Pattern[str]:
    """Return a pattern of a text that begins with one of some phrases."""
    words = pattern_of(phrases)
    return re.compile(rf"(?P<words>{words})\s*{rest}", re.IGNORECASE | re.DOTALL)


_W: Final = TIME_WORDS
_PARTS_OF_YEAR: Final = (*_W.triwulan, *_W.caturwulan, *_W.semester)
_LEADING: Final = re.compile(
    r"(?:[\s\-–—•*:.]|~(?!\s*[0-9])|j\s?angka\s+waktu(?:\s+pengecualian)?\b)+", re.IGNORECASE
)
_ENDS: Final = " .;,:-–—"
# “3 tahunsetelah …”, “sampai denganselesainya …”: a blank is missing.
_GLUED: Final = re.compile(
    r"\b(?:tahun|bulan)(?=(?:setelah|sesudah|sejak|kecuali|sampai|dan|atau)\b)"
    r"|\bsampai dengan(?=[a-z]{4})",
    re.IGNORECASE,
)
_MEANINGLESS: Final = frozenset({"", "n/a", "na", "nihil", "tidak ada", "kosong"})
# A bare “sd” is also a school: only before a figure or a month does it mean “sampai dengan”.
_UNTIL: Final = re.compile(
    rf"(?:(?:s\s?\.\s?d\.?|s/d\.?)\s*|(?:sd\.?(?=\s+(?:[0-9]|{MONTH_PATTERN}\b))|hingga|sampai)\s+)"
    r"(?:(?:dengan|dgn\.?|dg)\s+)*"
    r"(?:tanggal\s+|tgl\.?\s+)?",
    re.IGNORECASE,
)
# “selama berlaku” is a term itself.
_NOT_IN_FORCE: Final = rf"(?!{pattern_of(_W.selama_berlaku)})"
_FRAME: Final = re.compile(rf"{_NOT_IN_FORCE}{_starts(_W.bingkai, '').pattern}", re.IGNORECASE)
_FRAMES: Final = re.compile(rf"(?:(?:{pattern_of(_W.bingkai)})\s+)+", re.IGNORECASE)
_FRAME_BEFORE: Final = re.compile(rf"(?:\s*(?:{pattern_of(_W.bingkai)}))+\s*$", re.IGNORECASE)
_NEEDED: Final = re.compile(pattern_of(_W.selama_diperlukan), re.IGNORECASE)
_UNLIMITED: Final = re.compile(
    rf"(?:{_NOT_IN_FORCE}(?:{pattern_of(_W.bingkai)})\s*)*(?:{pattern_of(_W.tidak_terbatas)})",
    re.IGNORECASE,
)
_UNLIMITED_INSIDE: Final = re.compile(pattern_of(_W.tidak_terbatas), re.IGNORECASE)
_LIMITS: Final[Mapping[str, str]] = {
    phrase: normal
    for limits in (_W.paling_lama, _W.paling_singkat)
    for normal, phrases in limits.items()
    for phrase in phrases
}
_LIMIT: Final = _starts(_LIMITS, r"(?:selama\s+)?(?P<rest>.+)")
_ACCORDING: Final = _starts(_W.sesuai, "(?P<law>.+)")
_JRA: Final = re.compile(pattern_of(_W.jra), re.IGNORECASE)
_SINCE: Final = re.compile(
    rf"(?P<length>.+?),?\s+(?P<since>{pattern_of(_W.sejak)})\s+(?P<event>.+)", re.IGNORECASE
)
_SINCE_FIRST: Final = re.compile(
    rf"(?P<since>{pattern_of(_W.sejak)})\s+(?P<event>.+?),?\s+selama\s+(?P<length>.+)",
    re.IGNORECASE,
)
# What happens afterwards begins nothing: “20 tahun, setelah itu dimusnahkan”.
_JOINED_AT_END: Final = re.compile(r"[\s.;,:–—-]*(?:\bdan\s*)?$", re.IGNORECASE)
_AFTERWARDS: Final = re.compile(
    rf"(?P<length>.+?)\s*(?P<sign>[,;.]?)\s*(?P<then>(?:{pattern_of(_W.lalu)})(?:\s.+)?)",
    re.IGNORECASE,
)
# Only starts that the list itself knows; “5 tahun sejak yang bersangkutan wafat” has another one.
_DECISION: Final = re.compile(pattern_of(_W.penetapan_daftar), re.IGNORECASE)
_OPENED_WHEN: Final = _starts(_W.dibuka_setelah, "(?P<event>.+)")
_AFTER: Final = _starts(_W.kapan_saja, "(?P<event>.+)")
_SEEN_DURING: Final = re.compile(
    rf"(?:informasi\s+)?(?:{pattern_of(_W.dibuka_pada)})\s+"
    rf"(?P<when>(?:{pattern_of(_W.pada_saat)})\s+(?P<occasion>.+))",
    re.IGNORECASE,
)
_PERMITTED: Final = re.compile(rf"(?:{pattern_of(_W.izin)})(?:\s.*)?", re.IGNORECASE)
_BY: Final = re.compile(r"(?:atas|dengan|seizin)\b", re.IGNORECASE)
_WHILE: Final = _starts(_W.selama, "(?P<state>.+)")
_BEGINS: Final = re.compile(pattern_of(_W.sejak), re.IGNORECASE)
_BEGINS_AND_ENDS: Final = re.compile(
    rf"(?:{pattern_of(_W.sejak)})\s+(?P<event>.+?)\s+(?P<until>(?:{pattern_of(_W.sampai)})\s*.+)",
    re.IGNORECASE,
)
_NOTED: Final = re.compile(r"(?P<term>.+?)\s*(?P<mark>[*†‡?]+\)?|(?<=\s)[0-9]\))")
# “selama belum/tidak diumumkan”
_NOT_YET: Final = _starts(
    _W.tidak, rf"(?:(?:/|atau\b)\s*(?:{pattern_of(_W.tidak)})\s*)?(?P<event>.+)"
)
_YET: Final = re.compile(rf"\s*(?:{pattern_of(_W.belum)})", re.IGNORECASE)
# Only what can happen ends a state: “selama tidak mengganggu penyidikan” stays one.
_CAN_HAPPEN: Final = re.compile(
    rf"(?!{pattern_of(_W.bukan_awal)})(?:ada|adanya|terdapat|di[a-z]{{3,}}|ter(?:dapat|bit|jadi|bukti|buka)|mendapat)\b",
    re.IGNORECASE,
)
_LASTING: Final = re.compile(
    r"(?:dalam\s+)?(?:(?:masih|sedang)\s+)?(?P<what>.+?)\s+(?:masih\s+|sedang\s+)?"
    r"(?P<verb>berlaku|berjalan|berlangsung|dilaksanakan|diproses)",
    re.IGNORECASE,
)
_EXCEPTION: Final = re.compile(
    rf"(?P<term>.+?)\s*[,;.(]*\s*(?P<added>(?:{pattern_of(_W.syarat)})\s.+)", re.IGNORECASE
)
_ADDED: Final = re.compile(
    rf"(?P<term>.+?)\s*[,;.(]*\s*(?:\bdan\s+)?(?P<added>(?:{pattern_of(_W.dengan_catatan)})(?:[\s)].*)?)",
    re.IGNORECASE,
)
_ITEM: Final = re.compile(
    r"(?:^|(?<=\s)|(?<=;))(?:\(?[a-h][.)](?![a-z][.)])|(?:^|(?<=;\s)|(?<=;))[1-9][.)](?=\s))\s*"
)
_JOINT: Final = re.compile(
    rf"\s+(?={pattern_of(_W.sesuai)})|\s+(?:dan\s*/\s*)?atau\s+|(?<![0-9])\s*/\s*|\s+/\s*|[;,]\s+|;|\s+\(|(?<=[^\W\d_]{{3}})(?<![b-df-hj-np-tv-z]{{3}})\.\s+",
    re.IGNORECASE,
)
# Within an event: “sampai audit selesai selama masih menjabat”.
_SECOND: Final = re.compile(rf"\s+(?={pattern_of((*_W.selama, *_W.sampai))}\s)", re.IGNORECASE)
_MOST_JOINTS: Final = 12
_WORD: Final = re.compile(r"[^\W_]+")
_JOINING: Final = frozenset({*_W.dan, *_W.selama, "atau", *" ".join(_W.bingkai).split()})
_REAL_WORD: Final = re.compile(r"[^\W\d_]{3,}")
# A figure, a month or a unit: what follows “sampai” is then a time, unless it says what happens.
_TIMELY: Final = re.compile(
    "[0-9]|"
    + MONTH_PATTERN
    + "|"
    + pattern_of((*_W.tahun, *_W.bulan_lama, *_W.satuan_lain, *_PARTS_OF_YEAR)),
    re.IGNORECASE,
)
_TIME_WORDS: Final = frozenset(
    chain(_W.kata_waktu, _W.bagian_waktu, _PARTS_OF_YEAR, chain(*_W.bulan), chain(*_W.hari))
)
_HAPPENS: Final = re.compile(HAPPENING, re.IGNORECASE)
_PART_OF_YEAR: Final = re.compile(pattern_of(_PARTS_OF_YEAR), re.IGNORECASE)
_WITHIN: Final = re.compile(pattern_of(_W.bagian_waktu), re.IGNORECASE)
_LIMITING: Final = re.compile(pattern_of(_W.kata_batas), re.IGNORECASE)
_SPELT: Final = ("tahun", "bulan", "sampai", "hingga", "selama", "setelah", "sepanjang", "kecuali")
_NEAREST: Final = 7
"""Shorter words are too easily another word by one letter."""


def core_of(text: str) -> str:
    """Strip what surrounds a term: bullets, “Jangka waktu:”, “dalam kurun”, a final stop.

    Spaces become single ones and “s.d.”, “s/d”, “hingga” at the start become “sampai”.
    """
    core = _GLUED.sub(r"\g<0> ", " ".join(text.split()))
    if leading := _LEADING.match(core):
        core = core[leading.end() :]
    core = core.rstrip(_ENDS)
    if core.lower() in _MEANINGLESS:
        return ""
    framed = _FRAMES.match(core)
    until = _UNTIL.match(core) or (_UNTIL.match(core, framed.end()) if framed else None)
    return f"sampai {core[until.end() :]}" if until else core


# ---------------------------------------------------------------- reading


MOST_SIGNS: Final = 500
"""A longer text is no term; the patterns below would take their time with it."""


NEGATIVE: Final = re.compile(r"\s*[-–—][0-9]")
"""A hyphen right before a figure: a mark of a list, or less than nothing."""


@lru_cache(maxsize=16384)
def read(text: str) -> JangkaWaktuReading:
    """Read a term of exclusion; whatever is not one term gives a problem, never an error.

    `read("1 (satu) Tahun")` has the value of “1 tahun” and `is_normal` false.
    """
    core = core_of(text)
    if not core:
        return _problem(MasalahJangka.MISSING)
    if len(core) > MOST_SIGNS:
        return _problem(MasalahJangka.UNREADABLE, sisa=core)
    reading = _read(core)
    # A normal form must be read as what it stands for; that of “sampai tanggal tanggal” cannot.
    if reading.value is None:
        sound = tuple(filter(_is_normal, reading.candidates))
        whole = sound == reading.candidates
        return reading if whole else replace(reading, candidates=sound, sisa=core)
    if NEGATIVE.match(text):
        return _problem(MasalahJangka.NOT_POSITIVE, reading.normal, sisa="-")
    again = core_of(reading.normal)
    if again != core and _read(again).value != reading.value:
        return _problem(MasalahJangka.UNREADABLE, sisa=core)
    is_normal = reading.normal == text or is_length_text(text, reading.value.bulan)
    return JangkaWaktuReading(reading.value, reading.normal, is_normal)


def _problem(kind: MasalahJangka, *candidates: str, sisa: str = "") -> JangkaWaktuReading:
    offered = tuple(dict.fromkeys(candidates))
    return JangkaWaktuReading(None, problem=kind, candidates=offered, sisa=sisa)


def _term(value: JangkaWaktu) -> JangkaWaktuReading:
    return JangkaWaktuReading(value, str(value))


def _read(core: str) -> JangkaWaktuReading:
    if noted := _noted(core):
        return noted
    if items := _items_of(core):
        return _listed(items)
    if excepted := _EXCEPTION.fullmatch(core) or _ADDED.fullmatch(core):
        added = _with_addition(excepted["term"], _bracketless(excepted["added"]))
        if added.value or added.candidates:
            return added
    reading = _read_one(core)
    # Two terms beat one event: “sampai ada putusan atau 1 tahun” must not hide the year.
    if reading.value is None or reading.value.peristiwa or reading.value.setelah:
        reading = _read_two(core, _JOINT) or reading
    if reading.value and (reading.value.peristiwa or reading.value.setelah):
        reading = _read_two(core, _SECOND) or reading
    if reading.value and reading.value.peristiwa and SENTENCE_END.search(reading.value.peristiwa):
        return _sentences(core)
    return reading


def _bracketless(added: str) -> str:
    """Return an addition without the bracket that closes it."""
    return added[:-1].rstrip(_ENDS) if added.count(")") > added.count("(") else added


def _with_addition(main: str, added: str) -> JangkaWaktuReading:
    """Read a term with what is added to it: “tidak terbatas, kecuali atas izin Wali Kota”."""
    added = f"{added[0].lower()}{added[1:]}"
    reading = _read(core_of(main))
    if reading.value is None:
        whole = (f"{candidate}, {added}" for candidate in reading.candidates)
        problem = reading.problem or MasalahJangka.UNREADABLE
        return _problem(problem, *filter(_is_normal, whole), sisa=reading.sisa)
    return _term(replace(reading.value, syarat=_joined(reading.value.syarat, added)))


def _joined(*parts: str) -> str:
    return ", ".join(filter(None, parts))


def _is_normal(text: str) -> bool:
    value = _read(core_of(text)).value
    return value is not None and (str(value) == text or is_length_text(text, value.bulan))


def _sentences(core: str) -> JangkaWaktuReading:
    """Read a term whose words go on with another sentence: the term, and the rest as remainder."""
    first, rest = SENTENCE_END.split(core, maxsplit=1)
    reading = _read(core_of(first))
    meant = _meant_by(reading)
    return _problem(MasalahJangka.COMPOUND, *meant, sisa=rest if meant else core)


def _items_of(core: str) -> list[str]:
    """Return the items of a list (“a. …; b. …”), or the halves of one that was cut off."""
    marks = list(_ITEM.finditer(core))
    if not marks or (len(marks) == 1 and marks[0].start() == 0):
        return []
    ends = [0, *(mark.end() for mark in marks)]
    starts = [*(mark.start() for mark in marks), len(core)]
    pieces = (core[a:b].strip(f"{_ENDS} ") for a, b in zip(ends, starts, strict=True))
    return [piece for piece in pieces if piece]


def _listed(items: list[str]) -> JangkaWaktuReading:
    """Ask which item holds; conditions beside one term are offered as its exception."""
    terms: list[str] = []
    conditions: list[str] = []
    rest: list[str] = []
    for item in items:
        reading = _read(core_of(item))
        if reading.problem is MasalahJangka.PERMISSION:
            conditions.append(item)
        elif meant := _meant_by(reading):
            terms += meant
            rest += filter(None, [reading.sisa])
        else:
            rest.append(item)
    whole: list[str] = []
    if len(terms) == 1 and (conditions or rest):
        added = _joined(*(f"kecuali {_small(one)}" for one in conditions), *map(_small, rest))
        whole = [one for one in (f"{terms[0]}, {added}",) if _is_normal(one)]
    left = [] if whole else [*conditions, *rest]
    return _problem(MasalahJangka.COMPOUND, *whole, *terms, sisa="; ".join(left))


def _small(text: str) -> str:
    """Return a text with its first letter small, unless that begins an abbreviation."""
    return text if text[:2].isupper() else f"{text[0].lower()}{text[1:]}"


def split_in_two(core: str, joint: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    """Yield the ways to cut a text at “atau”, “/”, “;” or a stop (not inside “s/d” and dates).

    Nothing when it falls into many pieces: then it is no choice of terms but running text.
    """
    cuts = list(joint.finditer(core))
    if len(cuts) > _MOST_JOINTS:
        return
    for cut in cuts:
        left, right = core[: cut.start()], core[cut.end() :].removesuffix(")")
        if left and right and not (left[-1:].lower() == "s" and right[:1].lower() == "d"):
            yield left, right


_KNOWN: Final = frozenset(
    {MasalahJangka.COMPOUND, MasalahJangka.DATE_FORM, MasalahJangka.PERIOD, MasalahJangka.RANGE}
)


def _read_two(core: str, joint: re.Pattern[str]) -> JangkaWaktuReading | None:
    for left, right in split_in_two(core, joint):
        first, second = _read_one(core_of(left)), _read(core_of(right))
        if _has_end(first) and second.problem is MasalahJangka.UNREADABLE:
            second = _read(f"sampai {core_of(right)}")  # “sampai 2027-12-31 atau lelang selesai”
        if first.value and second.problem is MasalahJangka.PERMISSION:
            whole = f"{first.normal}, kecuali {_small(core_of(right))}"
            return _problem(MasalahJangka.COMPOUND, *filter(_is_normal, (whole,)), first.normal)
        if all(one.value or one.problem in _KNOWN for one in (first, second)):
            meant = (candidate for one in (first, second) for candidate in _meant_by(one))
            left_over = _joined(first.sisa, second.sisa)
            return _problem(MasalahJangka.COMPOUND, *meant, sisa=left_over)
    return None


def _has_end(reading: JangkaWaktuReading) -> bool:
    """Tell whether a text names a day after “sampai”."""
    meant = _meant_by(reading)
    return bool(meant) and all(_UNTIL_DAY.fullmatch(one) for one in meant)


_UNTIL_DAY: Final = re.compile(r"sampai [0-9-]+")


def _read_one(core: str) -> JangkaWaktuReading:
    """Read a text as one term without additions."""
    if not core:
        return _problem(MasalahJangka.MISSING)
    if _NEEDED.fullmatch(core):
        return _term(JangkaWaktu(Bentuk.SELAMA_DIPERLUKAN))
    if _UNLIMITED.fullmatch(core):
        return _term(JangkaWaktu(Bentuk.TIDAK_TERBATAS))
    return (
        _endless(core)
        or _until(core)
        or _length(core)
        or _according(core)
        or _opening(core)
        or _state(core)
        or _date(core)
        or _misspelt(core)
        or _inside(core)
    )


def _endless(core: str) -> JangkaWaktuReading | None:
    """Ask which holds of “for ever” and a term beside it: “permanen 5 tahun”."""
    unlimited, lengths = _UNLIMITED_INSIDE.search(core), lengths_in(core)
    if unlimited is None:
        return None
    before, behind = core[: unlimited.start()], core[unlimited.end() :]
    if len(lengths) == 1:
        before, behind = (side.replace(lengths[0][0], "") for side in (before, behind))
        if not _JOINING.issuperset(_WORD.findall(f"{before} {behind}".lower())):
            return None
        others = [_length(core), _length(lengths[0][0])]
    else:  # “tidak terbatas sampai diumumkan”, “selama berlaku permanen”
        other = core_of(behind if not before.strip() else before)
        if (before.strip() and behind.strip()) or not _TERM_WORDS.match(other):
            return None
        others = [_read_one(other)]
    meant = [one for other in others if other for one in _meant_by(other)]
    if not meant:
        return None
    return _problem(MasalahJangka.COMPOUND, *meant, Bentuk.TIDAK_TERBATAS.value)


def _meant_by(reading: JangkaWaktuReading) -> tuple[str, ...]:
    """Return what a reading takes a text for, or what it may be."""
    return (reading.normal,) if reading.value else reading.candidates


def _length(core: str) -> JangkaWaktuReading | None:
    """Read a length, perhaps with a limit before it and the event behind it that begins it."""
    bare, batas = _bare_length(core), ""
    if limit := _LIMIT.fullmatch(core) or _LIMIT.fullmatch(bare):
        bare = _bare_length(limit["rest"])
        batas = _LIMITS[" ".join(limit["words"].lower().split())]
    if lama := read_lama(bare):
        if lama.problem:
            offered = (f"{batas} {one}".strip() for one in lama.candidates)
            return _problem(lama.problem, *offered, sisa="" if lama.candidates else core)
        return _term(JangkaWaktu(Bentuk.LAMA, bulan=lama.bulan, batas=batas))
    if then := _AFTERWARDS.fullmatch(bare):
        first = _length(f"{batas} {then['length']}".strip())
        # “5 tahun setelah pemilu yang lalu” goes on with its event.
        if first and first.value and (then["sign"] or not first.value.setelah):
            return _problem(MasalahJangka.COMPOUND, first.normal, sisa=then["then"])
    since = _SINCE.fullmatch(bare) or _SINCE_FIRST.fullmatch(bare)
    lama = read_lama(_bare_length(since["length"])) if since else None
    if since is None or lama is None or not lama.bulan:
        return None
    if _DECISION.fullmatch(since["event"]):
        return _term(JangkaWaktu(Bentuk.LAMA, bulan=lama.bulan, batas=batas))
    if since["since"].lower() == "dari":  # “5 tahun dari tahun anggaran” may be a part of it
        return None
    term = JangkaWaktu(Bentuk.LAMA, bulan=lama.bulan, batas=batas, setelah=since["event"])
    if begins := _point(since["event"]):
        # “5 tahun sejak 1 Januari 2024” has a last day, once that beginning is certain.
        length = replace(term, setelah="")
        last = length.berakhir(begins[0])
        ends = [f"sampai {last}"] if last else []
        return _problem(MasalahJangka.PERIOD, *ends, str(length), sisa=f"mulai {since['event']}")
    if second := lengths_in(since["event"]):  # “2 tahun setelah audit dan 3 tahun inaktif”
        event = _JOINED_AT_END.sub("", since["event"][: second[0].start()])
        whole = [str(replace(term, setelah=event))] if _REAL_WORD.search(event) else []
        other = read_lama(second[0][0])
        meant = (*whole, length_text(other.bulan)) if other else whole
        return _problem(
            MasalahJangka.COMPOUND, *meant, sisa=since["event"][second[0].end() :].strip()
        )
    if SENTENCE_END.search(since["event"]) or _UNLIMITED_INSIDE.search(since["event"]):
        return _problem(MasalahJangka.COMPOUND, sisa=core)
    return _term(term)


def _bare_length(core: str) -> str:
    """Return a text without the words that may frame a length: “selama”, “dalam jangka waktu”."""
    while (frame := _FRAME.match(core)) and frame.end() < len(core):
        core = core[frame.end() :].lstrip(_ENDS)
    return core


def _point(text: str) -> tuple[date, date] | None:
    """Return the first and the last day of a text that is nothing but one point in time."""
    reading = read_waktu(text)
    points = (reading.value,) if reading.value else reading.candidates
    if len(points) != 1 or (reading.sisa and not _only_time(reading.sisa)):
        return None
    return points[0].awal, points[0].akhir


def _only_time(text: str) -> bool:
    """Tell whether a text has only words that point to a time: “akhir”, “tahun depan”."""
    words = (word.lower() for word in _WORD.findall(text))
    return all(word.isdigit() or word in _TIME_WORDS for word in words)


def _according(core: str) -> JangkaWaktuReading | None:
    according = _ACCORDING.fullmatch(core)
    law = according["law"] if according else core
    if _JRA.fullmatch(law):
        return _term(JangkaWaktu(Bentuk.SESUAI_JRA))
    if schedule := _JRA.match(law):
        # “Jadwal Retensi Arsip (Perwal 30/2020)”: is it the schedule, or the regulation?
        rest = law[schedule.end() :].strip(f"{_ENDS}()")
        length = read_lama(rest)
        meant = [length_text(length.bulan)] if length and length.bulan else _cited(rest)
        if meant:
            return _problem(MasalahJangka.COMPOUND, *meant, str(JangkaWaktu(Bentuk.SESUAI_JRA)))
    if _LAW_NUMBER.fullmatch(law):
        return _problem(MasalahJangka.CITATION, sisa=core)
    reading = read_citations(law)
    if not reading.citations:
        named = {each for problem in reading.problems for each in problem.suggestions}
        meant = [f"sesuai {each}" for each in sorted(named) if read_citations(each).is_normal]
        if not (according or meant) or _TERM_WORDS.search(core):
            return None
        kind = MasalahJangka.MISSING_CITATION if according else MasalahJangka.CITATION
        return _problem(kind, *meant, sisa="" if meant else core)
    cited = [f"sesuai {citation}" for citation in reading.citations]
    unread = [law[problem.start : problem.end] for problem in reading.problems]
    missed = _numbers(law) - _numbers(" ".join(cited))
    unsaid = core if missed else "; ".join(dict.fromkeys((*unread, *reading.remainder)))
    if according is None:
        if lengths_in(core) or _TERM_WORDS.search(core):
            return None
        return _problem(MasalahJangka.CITATION, *cited, sisa=unsaid)
    if len(cited) > 1 or reading.problems or unsaid:
        kind = MasalahJangka.COMPOUND if len(cited) > 1 else MasalahJangka.UNREADABLE
        return _problem(kind, *cited, sisa=unsaid)
    return _term(JangkaWaktu(Bentuk.MENURUT_PERATURAN, dasar=reading.citations[0]))


# “27 Tahun 2017”, “Nomor 5/2019”: whose number it is nobody says.
_LAW_NUMBER: Final = re.compile(
    r"(?:nomor|no\.?)?\s*[0-9]+[a-z]?\s*(?:/|tahun|thn\.?|th\.?)\s*[0-9]{4}", re.IGNORECASE
)


def _numbers(text: str) -> set[str]:
    return {figures.lstrip("0") for figures in re.findall(r"[0-9]+", text)}


_TERM_WORDS: Final = re.compile(
    pattern_of((*_W.selama, *_W.sampai, *_W.tidak_terbatas, *_W.dibuka_setelah)), re.IGNORECASE
)


def _until(core: str) -> JangkaWaktuReading | None:
    """Read “sampai …”: a date, a length, a time that names no day, or an event."""
    if not core.lower().startswith("sampai "):
        return None
    end = core[len("sampai ") :].strip()
    return _until_date(end) or _until_length(end) or _until_event(end)


def _until_date(end: str) -> JangkaWaktuReading | None:
    day = read_tanggal(end)
    if day.value:
        return _term(JangkaWaktu(Bentuk.SAMPAI_TANGGAL, tanggal=day.value))
    if day.problem is MasalahTanggal.NOT_A_DAY:
        return _problem(MasalahJangka.DATE_FORM, sisa=end)
    if day.candidates:
        sisa = "" if _only_time(day.sisa) else day.sisa
        if day.problem is MasalahTanggal.SEVERAL and not sisa:
            return _period(end, day.candidates)
        return _problem(
            MasalahJangka.DATE_FORM, *(f"sampai {one}" for one in day.candidates), sisa=sisa
        )
    # “sampai tahun 2025” may well mean its last day; “sampai pemilu 2029 usai” is an event.
    point = read_waktu(end)
    points = (point.value,) if point.value else point.candidates
    if not points or not _only_time(point.sisa):
        return None
    if _WITHIN.search(point.sisa) or any(char.isdigit() for char in point.sisa):
        return _problem(MasalahJangka.OPEN_END, sisa=end)
    return _problem(MasalahJangka.DATE_FORM, *(f"sampai {one.akhir}" for one in points))


def _period(written: str, days: tuple[date, ...]) -> JangkaWaktuReading:
    """Offer the last day of a period, its first being the remainder; of other dates each."""
    if _PART_OF_YEAR.search(written):  # “sampai Triwulan I 2027”
        return _problem(MasalahJangka.DATE_FORM, f"sampai {days[-1]}")
    if read_waktu(written).problem is MasalahTanggal.PERIOD:
        return _problem(MasalahJangka.PERIOD, f"sampai {days[-1]}", sisa=f"mulai {days[0]}")
    return _problem(MasalahJangka.DATE_FORM, *(f"sampai {one}" for one in days))


def _until_length(end: str) -> JangkaWaktuReading | None:
    """Read “5 tahun”, “3 tahun setelah pegawai pensiun”, “5 tahun ke depan” after “sampai”."""
    if length := _length(end):
        # “sampai tanggal 5”: the number is no length.
        is_bare = length.problem is MasalahJangka.AMBIGUOUS_UNIT
        return _problem(MasalahJangka.OPEN_END, sisa=f"sampai {end}") if is_bare else length
    inside = lengths_in(end)
    around = end[: inside[0].start()] + end[inside[0].end() :] if inside else ""
    if len(inside) == 1 and _only_time(around):
        lama = read_lama(inside[0][0])
        meant = length_text(lama.bulan) if lama else ""
        return _problem(MasalahJangka.OPEN_END, meant, sisa=" ".join(around.split()))
    return None


def _until_event(end: str) -> JangkaWaktuReading:
    if not _REAL_WORD.search(end):
        return _problem(MasalahJangka.UNREADABLE, sisa=f"sampai {end}")
    if _UNLIMITED_INSIDE.search(end) or lengths_in(end):
        return _problem(MasalahJangka.COMPOUND, sisa=f"sampai {end}")
    if _only_time(end) or (_TIMELY.search(end) and not _HAPPENS.search(end)):
        return _problem(MasalahJangka.OPEN_END, sisa=f"sampai {end}")
    return _term(JangkaWaktu(Bentuk.SAMPAI_PERISTIWA, peristiwa=end))


def _opening(core: str) -> JangkaWaktuReading | None:
    """Read what opens the information: an event ends the term, an occasion or a consent may not."""
    if after := _AFTER.fullmatch(core):
        until = _until(core_of(f"sampai {after['event']}"))
        meant = _meant_by(until) if until else ()
        return _problem(MasalahJangka.OPEN_END, *meant, sisa=after["words"] if meant else core)
    if opened := _OPENED_WHEN.fullmatch(core):
        return _until(core_of(f"sampai {opened['event']}"))
    if seen := _SEEN_DURING.fullmatch(core):
        if day := _point(seen["occasion"]):  # “dibuka pada 1 Januari 2027”
            return _problem(MasalahJangka.DATE_FORM, f"sampai {day[0]}", sisa=core)
        return _problem(MasalahJangka.PERMISSION, *_unless(seen["when"]))
    if _PERMITTED.fullmatch(core):
        ends = () if _BY.match(core) else (f"sampai {_small(core)}",)
        return _problem(MasalahJangka.PERMISSION, *filter(_is_normal, ends), *_unless(core))
    return None


def _unless(condition: str) -> Iterator[str]:
    return filter(_is_normal, (f"tidak terbatas, kecuali {_small(condition)}",))


def _state(core: str) -> JangkaWaktuReading | None:
    """Read “selama <keadaan>”; “selama belum X” lasts until X."""
    lasting = _WHILE.fullmatch(core)
    if lasting is None:
        return None
    state = lasting["state"]
    not_yet = _NOT_YET.fullmatch(state)
    if not_yet and (
        _YET.search(state, 0, not_yet.start("event")) or _CAN_HAPPEN.match(not_yet["event"])
    ):
        return _until(core_of(f"sampai {not_yet['event']}"))
    if (point := _point(state)) and not read_tanggal(state).value:
        first, last = point
        return _problem(MasalahJangka.PERIOD, f"sampai {last}", sisa=f"mulai {first}")
    if lengths_in(state) or _only_time(state):
        return _problem(MasalahJangka.OPEN_END, sisa=core)
    if _UNLIMITED_INSIDE.search(state):
        return _problem(MasalahJangka.COMPOUND, sisa=core)
    if not any(char.isalpha() for char in state):
        return _problem(MasalahJangka.UNREADABLE, sisa=core)
    return _term(JangkaWaktu(Bentuk.SELAMA_KEADAAN, peristiwa=state))


def _date(core: str) -> JangkaWaktuReading | None:
    """Read a date or a period that stands alone."""
    day = read_tanggal(core)
    if day.problem is MasalahTanggal.SEVERAL and day.candidates:
        period = _period(core, day.candidates)
        begins = _BEGINS.fullmatch(day.sisa)  # “mulai 2024 s.d. 2026”
        return replace(period, sisa=_joined(period.sisa, "" if begins else day.sisa))
    if begins := _BEGINS_AND_ENDS.fullmatch(core):
        until = _until(core_of(begins["until"]))
        meant = _meant_by(until) if until else ()
        if until and until.value and _DECISION.fullmatch(begins["event"]):
            return until
        return _problem(MasalahJangka.PERIOD, *meant, sisa=f"mulai {begins['event']}")
    if _BEGINS.match(core):
        return _problem(MasalahJangka.OPEN_END, sisa=core)
    if (
        _ENDLESS.search(core) or _UNTIL.match(day.sisa) or _BEGINS.match(day.sisa)
    ):  # “1 Januari 2024 s.d. selesai”
        return _problem(MasalahJangka.OPEN_END, sisa=core)
    if days := ((day.value,) if day.value else day.candidates):
        return _problem(MasalahJangka.DATE_FORM, *(f"sampai {one}" for one in days), sisa=day.sisa)
    if day.problem is MasalahTanggal.NOT_A_DAY:
        return _problem(MasalahJangka.DATE_FORM, sisa=core)
    point = read_waktu(core)
    alone = _only_time(point.sisa) and not any(map(str.isdigit, point.sisa))
    if (point.value is None and not point.candidates) or not alone:
        return None
    return _until_date(core)


# “2025 - selesai”
_ENDLESS: Final = re.compile(r"[-–—]\s*(?:selesai|seterusnya|sekarang|kini)$", re.IGNORECASE)


def _noted(core: str) -> JangkaWaktuReading | None:
    """Ask of a term with the mark of a note, or a doubt, behind it: “5 tahun *)”, “5 tahun?”."""
    noted = _NOTED.fullmatch(core)
    if noted and noted["term"].count("(") > noted["term"].count(")"):
        return None
    meant = _meant_by(_read(core_of(noted["term"]))) if noted else ()
    if noted is None or not meant:
        return None
    return _problem(MasalahJangka.UNREADABLE, *meant, sisa=noted["mark"])


def _misspelt(core: str) -> JangkaWaktuReading | None:
    """Offer “tidak terbatas” for “Permamen”, “5 tahun” for “5 taun”."""
    bare = _bare_length(core).lower()
    near = (OSA.distance(bare, phrase, score_cutoff=1) <= 1 for phrase in _W.tidak_terbatas)
    if len(bare) >= _NEAREST and any(near):
        return _problem(MasalahJangka.MISSPELT, str(JangkaWaktu(Bentuk.TIDAK_TERBATAS)))
    respelt = _REAL_WORD.sub(lambda word: _nearest(word[0]), core)
    if respelt == core or not (meant := _meant_by(reading := _read(core_of(respelt)))):
        return None
    return _problem(MasalahJangka.MISSPELT, *meant, sisa=reading.sisa)


def _nearest(word: str) -> str:
    """Return the word of a term that another differs from by one letter; any other as it is."""
    lower = word.lower()
    if lower in _SPELT or len(lower) < len("taun"):
        return word
    near = (known for known in _SPELT if known[0] == lower[0])
    return next((known for known in near if OSA.distance(lower, known, score_cutoff=1) == 1), word)


def _inside(core: str) -> JangkaWaktuReading:
    """Offer the lengths in a text that says more, where the rest does not change their meaning."""
    lengths = lengths_in(core)
    read = [lama for match in lengths if (lama := read_lama(match[0]))]
    rest = core
    for match in reversed(lengths):
        before = _FRAME_BEFORE.sub("", rest[: match.start()])
        rest = f"{before} {rest[match.end() :]}"
    rest = " ".join(rest.split()).strip(_ENDS)
    behind = core[lengths[-1].end() :].lstrip() if lengths else ""
    if lengths and (cited := _cited(rest)):
        both = (*(length_text(lama.bulan) for lama in read), *cited)
        return _problem(MasalahJangka.COMPOUND, *both)
    changed = _LIMITING.search(rest) or any(char.isdigit() or char in "<>≤≥±+≈~" for char in rest)
    one_changed = len(lengths) == 1 and behind and behind[0] not in "(.,;"
    if not lengths or changed or one_changed:
        return _problem(MasalahJangka.UNREADABLE, sisa=core)
    kind = MasalahJangka.COMPOUND if len(lengths) > 1 else MasalahJangka.UNREADABLE
    return _problem(kind, *(length_text(lama.bulan) for lama in read), sisa=rest)


def _cited(text: str) -> list[str]:
    """Return the terms that a text names by citing laws and nothing else."""
    according = _ACCORDING.fullmatch(text)
    law = (according["law"] if according else text).strip("() ")
    reading = read_citations(law)
    cited = [f"sesuai {citation}" for citation in reading.citations]
    missed = _numbers(law) - _numbers(" ".join(cited))
    return [] if reading.problems or reading.remainder or missed else cited


def condition_ending(term: JangkaWaktu) -> str:
    """Return the event that ends a state; empty where it has no plain name.

    “selama perjanjian berlaku” → “perjanjian berakhir”.
    """
    lasting = _LASTING.fullmatch(term.peristiwa)
    if lasting is None or term.bentuk is not Bentuk.SELAMA_KEADAAN:
        return ""
    return f"{lasting['what']} {'berakhir' if lasting['verb'].lower() == 'berlaku' else 'selesai'}"
