"""What a legal basis is made of before it is known which law an article belongs to."""

from dataclasses import dataclass, field
from enum import IntEnum
from typing import NamedTuple


class Link(IntEnum):
    """What stands between an item and the one before; the strongest counts."""

    DIRECT = 0
    COMMA = 1
    AND = 2
    JO = 3
    BREAK = 4


class Passage(NamedTuple):
    """A passage of a still unknown law; `huruf` is “?” when it may be i or l."""

    pasal: str
    ayat: str
    huruf: str
    angka: str
    end: int


@dataclass(slots=True)
class Law:
    """A law that was named. An empty `code`: it was named, but not so that it can be known."""

    code: str
    start: int
    end: int
    link: Link
    amending: bool = False


@dataclass(slots=True)
class Article:
    """An article that was named, with its passages.

    `glued`: it was written “17H”, a letter in UU 14/2008 and an inserted article elsewhere.
    """

    start: int
    end: int
    link: Link
    passages: list[Passage] = field(default_factory=list)
    levels: list[tuple[str, ...]] = field(default_factory=list)
    glued: bool = False


PASAL, AYAT, HURUF, ANGKA = range(4)


def close(article: Article, keep: int = 0) -> None:
    """Write out the passages of what was named last and keep the first `keep` levels."""
    levels = article.levels
    if len(levels) > keep:
        head = [values[-1] for values in levels[:-1]]
        for value in levels[-1]:
            pasal, ayat, huruf, angka = [*head, value, "", "", ""][:4]
            article.passages.append(Passage(pasal, ayat, huruf, angka, article.end))
    del levels[keep:]


def set_level(article: Article, level: int, values: tuple[str, ...], end: int) -> None:
    """Add values at a level; what stood at that level or below is written out first."""
    levels = article.levels
    if len(levels) > level:
        close(article, level)
    elif levels and len(levels[-1]) > 1:
        # “huruf a dan h angka 3”: the figure belongs to the last letter only.
        last = levels[-1][-1]
        levels[-1] = levels[-1][:-1]
        close(article, len(levels) - 1)
        levels.append((last,))
    while len(levels) < level:
        levels.append(("",))
    levels.append(values)
    article.end = end
