"""Read a legal basis, in any form in which it is really written, to citations in one normal form.

Accepted without a problem, but never silently (`is_normal` is false, the normal form is offered):
law or article first, long and short names, nicknames such as “UU KIP”, lists of letters and
figures with and without “huruf”, ranges, prose after “:” or “tentang”, keywords torn apart by a
scanner, and a Pasal 17 with a letter but without a law, which in a list of exclusions can only be
that of UU 14/2008. Every letter, every figure and every law of the text stands in the reading, in
its remainder or in one of its problems.
"""

import itertools
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Final

from ppid.values.citation_doubts import DoubtfulPlace, doubts_in
from ppid.values.citation_laws import Placed, cited, is_ground, is_misread_article
from ppid.values.citation_model import (
    Citation,
    CitationProblem,
    CitationProblemKind,
    CitationReading,
)
from ppid.values.citation_reader import Reader
from ppid.values.citation_spelling import KEYWORDS, Slip, slips_in
from ppid.values.law_names import KIP, is_possible_year, law_code
from ppid.values.text import is_respelling

__all__ = [
    "KIP",
    "Citation",
    "CitationProblem",
    "CitationProblemKind",
    "CitationReading",
    "read",
]

_Kind = CitationProblemKind
_SEPARATOR: Final = "; "
_NORMAL: Final = re.compile(
    r"(?P<law>[A-Z][^;]*?)(?: Pasal (?P<pasal>[0-9]{1,4}[A-Z]?)"
    r"(?: ayat \((?P<ayat>[0-9]{1,3}[a-z]?)\))?"
    r"(?: huruf (?P<huruf>[a-z]))?(?: angka (?P<angka>[0-9]{1,3}[a-z]?))?)?"
)
_ABOUT_OPENNESS: Final = re.compile(r"\W*(?:tentang\s+)?keterbukaan\s+informasi", re.IGNORECASE)
# Without what these name, the rest of a text says all that can be read of it.
_LEFT_OUT: Final = frozenset({_Kind.UNUSED, _Kind.UNREADABLE, _Kind.DANGLING})
_SETTLED: Final = frozenset({_Kind.SUSPECT_ARTICLE, _Kind.SUSPECT_PART, _Kind.SUSPECT_YEAR})
_MOST_CHOICES: Final = 8


@lru_cache(maxsize=32768)
def read(text: str) -> CitationReading:
    """Read the citations in a text; whatever is wrong is a problem with its place, never an error.

    `read("Pasal 17 huruf b dan i UU KIP")` gives two citations, no problem and the
    normal form “UU 14/2008 Pasal 17 huruf b; UU 14/2008 Pasal 17 huruf i”.
    """
    if not text.strip():
        nothing = CitationProblem(_Kind.EMPTY, 0, len(text))
        return CitationReading((), (nothing,), "", is_normal=False)
    if placed := _read_normal(text):
        return _reading(text, placed, [], ())
    if doubts := doubts_in(text):
        return _with_doubts(text, doubts)
    return _read_mended(text)


def _read_mended(text: str) -> CitationReading:
    """Read a text in which nothing is in doubt, with its slips of the pen put right."""
    reading = _read_free(text)
    if not reading.problems:
        return _with_misspelt_parts(text, reading) if reading.remainder else reading
    slips = {slip for p in reading.problems for slip in slips_in(text, p.start, p.end)}
    return _with_slips(text, sorted(slips), reading) if slips else reading


def _read_free(text: str) -> CitationReading:
    reader = Reader(text)
    found = list(cited(reader.items))
    placed = [each for each in found if isinstance(each, Placed)]
    problems = [*reader.problems, *(p for p in found if isinstance(p, CitationProblem))]
    rest = tuple(text[start:end].strip() for start, end in reader.rest)
    return _reading(text, placed, problems, rest)


def _reading(
    text: str, placed: list[Placed], problems: list[CitationProblem], rest: tuple[str, ...]
) -> CitationReading:
    placed = _tidied(placed)
    doubts = [(place, doubt) for place in placed for doubt in _doubts(text, place)]
    choices = _choices(placed, problems, doubts) if problems or doubts else ()
    problems = sorted(
        (*problems, *(doubt for _, doubt in doubts)), key=lambda each: (each.start, each.end)
    )
    citations = tuple(place.citation for place in placed)
    normal = _SEPARATOR.join(map(str, citations))
    is_normal = bool(citations) and normal == text
    return CitationReading(
        citations,
        tuple(problems),
        normal,
        is_normal,
        is_certain=not problems
        and not rest
        and (is_normal or _says_as_much(text, citations, normal)),
        remainder=rest,
        choices=choices,
    )


_PART: Final = re.compile(r"[0-9]+|(?<![^\W\d_])[a-z](?![^\W\d_])")


def _says_as_much(text: str, citations: tuple[Citation, ...], normal: str) -> bool:
    """Tell whether a reading says no less than a text, and of passages no more: “huruf a - h”."""
    if not is_respelling(text, normal):
        return False
    written = set(_PART.findall(text.lower()))
    named = (part for each in citations for part in (each.pasal, each.ayat, each.huruf, each.angka))
    return written.issuperset(_PART.findall(" ".join(named).lower()))


def _with_misspelt_parts(text: str, reading: CitationReading) -> CitationReading:
    """Ask about words left out that are nearly parts of a citation: “psal 17 hurup b”."""
    slips = sorted(slip for slip in slips_in(text, 0, len(text)) if slip.meant in KEYWORDS)
    mended, _ = _mended(text, slips)
    differs = bool(slips) and _read_free(mended).normal != reading.normal
    return _with_slips(text, slips, reading) if differs else reading


def _with_slips(text: str, slips: list[Slip], reading: CitationReading) -> CitationReading:
    """Read a text with its slips of the pen put right, as a question, if that reads better."""
    mended, places = _mended(text, slips)
    again = _read_free(mended)
    if len(again.problems) >= len(reading.problems) and _unsettled(again):
        return reading
    choices = again.choices if again.problems else (again.normal,)
    found = (CitationProblem(_Kind.MISSPELT, slip.start, slip.end, choices) for slip in slips)
    others = (replace(p, start=places[p.start], end=places[p.end]) for p in again.problems)
    return replace(
        again, problems=(*found, *others), is_normal=False, is_certain=False, choices=choices
    )


def _mended(text: str, changes: Iterable[Slip]) -> tuple[str, list[int]]:
    """Return a text with words in the place of others, and for each place the one it had."""
    mended, places, copied = "", [], 0
    for start, end, word in changes:
        if start >= copied:
            mended += text[copied:start] + word
            places += [*range(copied, start), *(start for _ in word)]
            copied = end
    mended += text[copied:]
    places += range(copied, len(text) + 1)
    return mended, places


def _with_doubts(text: str, doubts: list[DoubtfulPlace]) -> CitationReading:
    """Read a text in every way that its doubtful places allow, as one question."""
    ways = itertools.product(*(d.meant or (text[d.start : d.end],) for d in doubts))
    readings: list[tuple[CitationReading, list[int]]] = []
    for words in itertools.islice(ways, _MOST_CHOICES):
        changes = (Slip(d.start, d.end, word) for d, word in zip(doubts, words, strict=True))
        mended, places = _mended(text, changes)
        readings.append((_read_mended(mended), places))
    without = frozenset[str]().union(*(doubt.without for doubt in doubts))
    choices = dict.fromkeys(
        _without(choice, without)
        for reading, _ in readings
        for choice in (reading.choices if reading.problems else (reading.normal,))
    )
    choices.pop("", None)
    knowable = all(doubt.meant for doubt in doubts)
    offers = tuple(choices)[:_MOST_CHOICES] if knowable else ()
    first, places = readings[0]
    found = (CitationProblem(_Kind.AMBIGUOUS, d.start, d.end, offers) for d in doubts)
    others = (replace(p, start=places[p.start], end=places[p.end]) for p in first.problems)
    told = (p for p in others if p.start < p.end)  # not within words that were put right
    return replace(
        first,
        problems=tuple(sorted((*found, *told), key=lambda each: (each.start, each.end))),
        is_normal=False,
        is_certain=False,
        choices=offers,
    )


def _without(choice: str, parts: frozenset[str]) -> str:
    """Leave out of a choice what the text excludes: “huruf f”; nothing if it is of two articles."""
    read_again = [c for c in map(_normal_citation, choice.split(_SEPARATOR)) if c]
    taken_out = [c for c in read_again if not parts.isdisjoint(_parts_of(c))]
    if len({(c.peraturan, c.pasal) for c in taken_out}) > 1:
        return ""
    return _SEPARATOR.join(str(c) for c in read_again if c not in taken_out) if parts else choice


def _parts_of(citation: Citation) -> tuple[str, ...]:
    names = ("pasal", "ayat", "huruf", "angka")
    return tuple(f"{name} {getattr(citation, name).lower()}" for name in names)


def _unsettled(reading: CitationReading) -> bool:
    return any(problem.kind not in _SETTLED for problem in reading.problems)


def _read_normal(text: str) -> list[Placed]:
    """Read a text that may be in normal form already; nothing when a part of it is not."""
    placed: list[Placed] = []
    start = 0
    for part in text.split(_SEPARATOR):
        citation = _normal_citation(part)
        if citation is None:
            return []
        placed.append(Placed(citation, start, start + len(part)))
        start += len(part) + len(_SEPARATOR)
    return placed


@lru_cache(maxsize=4096)
def _normal_citation(part: str) -> Citation | None:
    match = _NORMAL.fullmatch(part)
    if match is None or law_code(match["law"]) != match["law"]:
        return None
    citation = Citation(*(group or "" for group in match.groups()))
    # “huruf l” of Pasal 17 is a question, which the free reading asks.
    ground = citation.peraturan == KIP and is_ground(citation)
    return None if ground and citation.huruf == "l" else citation


def _tidied(placed: list[Placed]) -> list[Placed]:
    """Drop what is said twice, and a law alone when one of its articles is cited too."""
    detailed = {place.citation.peraturan for place in placed if place.citation.pasal}
    once = {place.citation: place for place in reversed(placed)}
    return [
        place
        for place in placed
        if once[place.citation] is place
        and (place.citation.pasal or place.citation.peraturan not in detailed)
    ]


def _doubts(text: str, place: Placed) -> Iterator[CitationProblem]:
    """Name what is suspicious in a citation; it is given as written all the same."""
    citation, start, end = place
    if citation.peraturan == KIP:
        if citation.pasal == "17" and not citation.huruf:
            yield CitationProblem(_Kind.MISSING_LETTER, start, end, (f"{KIP} Pasal 17 huruf …",))
        if citation.pasal == "17" and citation.ayat and citation.huruf:
            meant = str(replace(citation, ayat=""))
            yield CitationProblem(_Kind.SUSPECT_PART, start, end, (meant,))
        if is_misread_article(citation):
            meant = str(replace(citation, pasal="17"))
            yield CitationProblem(_Kind.SUSPECT_ARTICLE, start, end, (meant,))
    elif citation.peraturan.startswith("UU 14/"):
        # 2018 for 2008 is the slip seen most; of other years only what speaks of openness.
        openness = is_ground(citation) or _ABOUT_OPENNESS.match(text, end) is not None
        if openness or citation.peraturan == "UU 14/2018":
            meant = str(replace(citation, peraturan=KIP))
            yield CitationProblem(_Kind.SUSPECT_YEAR, start, end, (meant,))
    elif not is_possible_year(citation.peraturan):
        yield CitationProblem(_Kind.SUSPECT_YEAR, start, end)


def _choices(
    placed: list[Placed],
    problems: list[CitationProblem],
    doubts: list[tuple[Placed, CitationProblem]],
) -> tuple[str, ...]:
    """Return the whole text in normal form for each way to settle what is in doubt."""
    doubted = {place: doubt.suggestions for place, doubt in doubts}
    slots: list[tuple[int, tuple[str, ...]]] = []
    for place in placed:
        meant = doubted.get(place, ())
        if any("…" in each for each in meant) or (place in doubted and not meant):
            return ()
        slots.append((place.start, (*meant, str(place.citation))))
    for problem in problems:
        if problem.suggestions and not any("…" in each for each in problem.suggestions):
            slots.append((problem.start, problem.suggestions))
        elif problem.kind not in _LEFT_OUT:
            return ()
    slots.sort(key=lambda slot: slot[0])
    ways = itertools.islice(itertools.product(*(ways for _, ways in slots)), _MOST_CHOICES)
    return tuple(dict.fromkeys(filter(None, map(_joined, ways))))


def _joined(parts: tuple[str, ...]) -> str:
    """Join citations to a normal form, each once."""
    found = [
        Placed(c, 0, 0)
        for c in map(_normal_citation, _SEPARATOR.join(parts).split(_SEPARATOR))
        if c
    ]
    return _SEPARATOR.join(str(place.citation) for place in _tidied(found))
