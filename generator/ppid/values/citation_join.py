"""Decide which law each article belongs to; where that cannot be known, say so instead."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from ppid.values.citation_items import Article, Law, Link, Passage
from ppid.values.citation_model import Citation, CitationProblem, CitationProblemKind
from ppid.values.citation_reader import Reader

Kind = CitationProblemKind

KIP: Final = "UU 14/2008"
_UNKNOWN: Final = None


class Placed(NamedTuple):
    """A citation and the part of the text that names its passage."""

    citation: Citation
    start: int
    end: int


def names_ground(passage: Passage) -> bool:
    """Tell whether a passage is a ground of exclusion: Pasal 17 with a letter and no ayat."""
    return passage.pasal == "17" and bool(passage.huruf) and not passage.ayat


def laws_of(items: list[Law | Article]) -> dict[int, str | None]:
    """Give the code of the law for the position of every article; None when it is unknown.

    Law first (“UU A Pasal 1 dan Pasal 2”) and article first (“Pasal 1 dan Pasal 2 UU A”) both
    occur, within one cell too; so what stands nearest without a separator wins.
    """
    found: dict[int, str | None] = {}
    for position, item in enumerate(items):
        if isinstance(item, Article):
            found[position] = _law_of(items, position, found)
    return found


def _law_of(items: list[Law | Article], position: int, found: dict[int, str | None]) -> str | None:
    article = items[position]
    before = _law_before(items, position)
    if before is not None and article.link is Link.DIRECT:
        return before.code
    after = _law_after(items, position)
    if after is not None and after.link is Link.DIRECT:
        return after.code
    if before is not None and article.link < Link.BREAK and not _claimed(items, position):
        # “UU 8/1981 dan Pasal 17 huruf a” means the ground of UU 14/2008 as likely as not.
        return (
            _UNKNOWN if article.link > Link.COMMA and _strays(article, before.code) else before.code
        )
    inherited = _inherited(items, position, found)
    if inherited is not _UNKNOWN:
        return inherited
    return _default(items, position, after)


def _law_before(items: list[Law | Article], position: int) -> Law | None:
    """Give the law right before an article; a law that only amended another stands for that one."""
    position -= 1
    while position > 0 and isinstance(law := items[position], Law) and law.amending:
        position -= 1
    before = items[position] if position >= 0 else None
    return before if isinstance(before, Law) else None


def _law_after(items: list[Law | Article], position: int) -> Law | None:
    """Give the law that closes a chain of articles: “Pasal 1, Pasal 2 UU A”."""
    for item in items[position + 1 :]:
        if isinstance(item, Law):
            return item
        if item.link is Link.BREAK:
            return None
    return None


def _inherited(
    items: list[Law | Article], position: int, found: dict[int, str | None]
) -> str | None:
    """Give the law of the article before in the same point, if it is safe to carry it on."""
    article, before = items[position], items[position - 1] if position else None
    if not isinstance(article, Article) or not isinstance(before, Article):
        return _UNKNOWN
    law = found[position - 1]
    return _UNKNOWN if article.link is Link.BREAK or _strays(article, law) else law


def _strays(article: Law | Article, law: str | None) -> bool:
    """Tell whether a ground of UU 14/2008 would be read as a passage of another law."""
    passages = article.passages if isinstance(article, Article) else []
    return law != KIP and any(names_ground(passage) for passage in passages)


def _claimed(items: list[Law | Article], position: int) -> bool:
    """Tell whether the law before an article closes an article of its own: “Pasal 1 UU A dan …”."""
    if position < 2 or items[position - 1].link is not Link.DIRECT:  # noqa: PLR2004 — article, law
        return False
    law, earlier = items[position - 1], items[position - 2]
    first = _law_before(items, position - 2)
    own = first is not None and earlier.link is Link.DIRECT
    return isinstance(law, Law) and isinstance(earlier, Article) and not own


def _default(items: list[Law | Article], position: int, after: Law | None) -> str | None:
    article = items[position]
    assert isinstance(article, Article)  # noqa: S101 — only articles are asked for
    if any(names_ground(passage) for passage in article.passages):
        return _ground_law(items, position)
    if after is not None and after.link <= Link.COMMA and items[position + 1] is after:
        return after.code
    return KIP if _leads_to_ground(items, position) else _UNKNOWN


def _leads_to_ground(items: list[Law | Article], position: int) -> bool:
    """Tell whether “jo.” ties an article to a ground: “Pasal 6 ayat (3) jo. Pasal 17 huruf b”."""
    for item in items[position + 1 :]:
        if isinstance(item, Law) or item.link is not Link.JO:
            return False
        if any(names_ground(passage) for passage in item.passages):
            return True
    return False


def _ground_law(items: list[Law | Article], position: int) -> str | None:
    """Read a ground without a law as UU 14/2008, unless another law's article leads up to it."""
    before = items[position - 1] if position else None
    same_point = items[position].link is not Link.BREAK
    if same_point and isinstance(before, Article) and _law_before(items, position - 1) is not None:
        return _UNKNOWN
    return KIP


def joined(reader: Reader) -> Iterator[Placed | CitationProblem]:
    """Give every citation, and a problem where one cannot be given, in the order of the text."""
    laws = laws_of(reader.items)
    named = {law.code for law in reader.items if isinstance(law, Law) and law.code}
    for position, item in enumerate(reader.items):
        if isinstance(item, Law):
            if item.code and item.code not in laws.values():
                yield Placed(Citation(item.code), item.start, item.end)
            continue
        for passage in item.passages:
            yield from _cite(item, passage, laws[position], named)


def _cite(
    article: Article, passage: Passage, law: str | None, named: set[str]
) -> Iterator[Placed | CitationProblem]:
    if law == "":
        return  # the law's own problem has been reported
    if law is None:
        codes = sorted(named | {KIP}) if names_ground(passage) else sorted(named)
        yield _unknown_law(article, passage, codes)
    elif passage.huruf == "?" or (passage.huruf == "l" and law == KIP and passage.pasal == "17"):
        readings = [str(_citation(law, passage._replace(huruf=letter))) for letter in "il"]
        yield CitationProblem(Kind.AMBIGUOUS_LETTER, article.start, passage.end, tuple(readings))
    elif article.glued and law != KIP:  # “Pasal 17A UU 11/2020” is an inserted article
        inserted = passage._replace(pasal=f"17{passage.huruf.upper()}", huruf="")
        yield Placed(_citation(law, inserted), article.start, passage.end)
    else:
        yield Placed(_citation(law, passage), article.start, passage.end)


def _unknown_law(article: Article, passage: Passage, codes: list[str]) -> CitationProblem:
    place = article.start, passage.end
    if is_misread_article(passage.pasal, passage.ayat, passage.huruf):
        meant = str(_citation(KIP, passage._replace(pasal="17")))
        return CitationProblem(Kind.SUSPECT_ARTICLE, *place, (meant,))
    if passage.pasal == "17" and not passage.ayat and not passage.huruf:
        return CitationProblem(Kind.MISSING_LETTER, *place, (f"{KIP} Pasal 17 huruf …",))
    meant_ones = tuple(str(_citation(code, passage)) for code in codes)
    return CitationProblem(Kind.MISSING_LAW, *place, meant_ones)


def is_misread_article(pasal: str, ayat: str, huruf: str) -> bool:
    """Tell whether “Pasal 14 huruf j” stands where Pasal 17 must be meant.

    Pasal 14 of UU 14/2008 is about state companies; no ground of exclusion stands there.
    """
    return pasal == "14" and not ayat and huruf != "" and huruf in "abcdefghij"


def _citation(law: str, passage: Passage) -> Citation:
    return Citation(law, passage.pasal, passage.ayat, passage.huruf, passage.angka)
