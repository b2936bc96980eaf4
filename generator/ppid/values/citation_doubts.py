"""Places in a legal basis that can be taken for more than one thing, and what each may mean.

A reading never chooses among them: each is a question.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from ppid.values.citation_tokens import (
    AND,
    ANGKA,
    AYAT,
    BARE,
    COMMA,
    HURUF,
    Token,
    tokens,
)


class Doubt(NamedTuple):
    """A place that is in doubt, and the words it may stand for, likeliest first.

    `without` are the letters of an article that its words exclude: “kecuali huruf f”.
    """

    start: int
    end: int
    meant: tuple[str, ...]
    without: frozenset[str] = frozenset()


def doubts_in(text: str) -> list[Doubt]:
    """Return the places of a text that are in doubt, in order, none within another."""
    row = tokens(text)
    found = [*_articles(text, row)]
    places: list[Doubt] = []
    for doubt in sorted(found):
        if not places or doubt.start >= places[-1].end:
            places.append(doubt)
    return places


_LISTED: Final = re.compile(
    r"(?:(?P<point>;)|,\s*(?:dan|atau|serta)(?![a-z])|[,&]|(?<![a-z])(?:dan(?:\s*/\s*atau)?|atau|serta)(?![a-z]))"
    r"\s*(?P<figure>[0-9]{1,3})(?![0-9a-z)/]|\s*(?:/|tahun|thn|th(?![a-z]))|[.)]\s)",
    re.IGNORECASE,
)
_OWN_PART: Final = re.compile(r"\s*(?:ayat|huruf|hrf|\(\s*(?:[0-9]|[a-z]\s*\)))", re.IGNORECASE)
_MOST_FIGURES: Final = 10


def _articles(text: str, row: list[Token]) -> Iterator[Doubt]:
    """Yield figures in a list of parts that may be articles: “ayat (3) dan 17 huruf b”."""
    for match in _LISTED.finditer(text):
        figure, (start, end) = match["figure"], match.span("figure")
        own = _OWN_PART.match(text, end) is not None
        before = [token for token in row if token.start < match.start()]
        part = _part_before(text, before, match.start())
        if part is None or (match["point"] and not own):
            continue
        article = f"Pasal {figure}"
        if own:
            yield Doubt(start, end, (article,))
        elif part.sort == HURUF or "(" in part.text or _leaps(text[part.start : start], figure):
            yield Doubt(start, end, (article, figure))


def _part_before(text: str, before: list[Token], end: int) -> Token | None:
    """Return the part of an article that a list before a place goes on with, if one does."""
    stop = end
    for token in reversed(before):
        if token.end < stop and re.search(r"\w", text[token.end : stop]):
            return None
        stop = min(stop, token.start)
        if token.sort in (AYAT, HURUF, ANGKA):
            return token
        if token.sort == BARE and not token.text.isdigit():
            return token._replace(sort=HURUF) if token.text.strip("(“‘\"' ")[0].isalpha() else token
        if token.sort not in (BARE, COMMA, AND):
            return None
    return None


def _leaps(before: str, figure: str) -> bool:
    """Tell whether a figure breaks the order of those before: “angka 1, 2 dan 18”."""
    figures = re.findall("[0-9]+", before)
    last = int(figures[-1]) if figures else 0
    return not last < int(figure) <= last + _MOST_FIGURES
