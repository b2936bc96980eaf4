"""Read a legal basis, in any form in which it is really written, to citations in one normal form.

Accepted without a problem, but never silently (`is_normal` is false, the normal form is offered):
law or article first, long and short names, nicknames such as “UU KIP”, lists of letters and
figures, ranges, prose after “:” or “tentang”, keywords torn apart by a scanner, and a Pasal 17 with
a letter but without a law, which in a list of exclusions can only be that of UU 14/2008.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Final

from ppid.values.citation_join import KIP, Placed, is_misread_article, joined
from ppid.values.citation_model import (
    Citation,
    CitationProblem,
    CitationProblemKind,
    CitationReading,
)
from ppid.values.citation_reader import Reader
from ppid.values.peraturan import law_code

__all__ = [
    "Citation",
    "CitationProblem",
    "CitationProblemKind",
    "CitationReading",
    "read_citations",
]

Kind = CitationProblemKind
_SEPARATOR: Final = "; "
_NORMAL: Final = re.compile(
    r"(?P<law>[A-Z][^;]*?)(?: Pasal (?P<pasal>[0-9]{1,4}[A-Z]?)"
    r"(?: ayat \((?P<ayat>[0-9]{1,3}[a-z]?)\))?"
    r"(?: huruf (?P<huruf>[a-z]))?(?: angka (?P<angka>[0-9]{1,3}[a-z]?))?)?"
)
_ABOUT_OPENNESS: Final = re.compile(r"\W*(?:tentang\s+)?keterbukaan\s+informasi", re.IGNORECASE)


@lru_cache(maxsize=32768)
def read_citations(text: str) -> CitationReading:
    """Read the citations in a text; whatever is wrong is a problem with its place, never an error.

    `read_citations("Pasal 17 huruf b dan i UU KIP")` gives two citations, no problem and the
    normal form “UU 14/2008 Pasal 17 huruf b; UU 14/2008 Pasal 17 huruf i”.
    """
    if not text.strip():
        return CitationReading(
            (), (CitationProblem(Kind.EMPTY, 0, len(text)),), "", is_normal=False
        )
    placed = _read_normal(text)
    problems: list[CitationProblem] = []
    if not placed:
        placed, problems = _read_freely(text)
    placed = _tidied(placed)
    problems.extend(doubt for place in placed for doubt in _doubts(text, place))
    problems.sort(key=lambda problem: (problem.start, problem.end))
    citations = tuple(place.citation for place in placed)
    normal = _SEPARATOR.join(map(str, citations))
    is_normal = bool(citations) and normal == text
    return CitationReading(citations, tuple(problems), normal, is_normal)


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
    return None if _is_ground(citation) and citation.huruf == "l" else citation


def _read_freely(text: str) -> tuple[list[Placed], list[CitationProblem]]:
    reader = Reader(text)
    placed: list[Placed] = []
    for found in joined(reader):
        if isinstance(found, Placed):
            placed.append(found)
        else:
            reader.problems.append(found)
    return placed, reader.problems


def _doubts(text: str, place: Placed) -> Iterator[CitationProblem]:
    """Name what is suspicious in a citation; it is given as written all the same."""
    citation, start, end = place
    if citation.peraturan == KIP:
        if citation.pasal == "17" and not citation.huruf:
            yield CitationProblem(Kind.MISSING_LETTER, start, end, (f"{KIP} Pasal 17 huruf …",))
        if is_misread_article(citation.pasal, citation.ayat, citation.huruf):
            meant = str(replace(citation, pasal="17"))
            yield CitationProblem(Kind.SUSPECT_ARTICLE, start, end, (meant,))
    elif citation.peraturan.startswith("UU 14/"):
        # 2018 for 2008 is the slip seen most; of other years only what speaks of openness.
        openness = _is_ground(citation) or _ABOUT_OPENNESS.match(text, end) is not None
        if openness or citation.peraturan == "UU 14/2018":
            meant = str(replace(citation, peraturan=KIP))
            yield CitationProblem(Kind.SUSPECT_YEAR, start, end, (meant,))


def _is_ground(citation: Citation) -> bool:
    return citation.pasal == "17" and citation.huruf != "" and not citation.ayat


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
