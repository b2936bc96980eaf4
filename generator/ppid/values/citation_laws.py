"""The law of every article: the one it stands with; where that may be two, neither."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from ppid.values.citation_model import Citation, CitationProblem, CitationProblemKind
from ppid.values.citation_reader import Article, Joint, Law, Passage
from ppid.values.law_names import KIP

_Kind = CitationProblemKind
_Items = Sequence[Law | Article]


class Placed(NamedTuple):
    """A citation and the part of the text that names its passage."""

    citation: Citation
    start: int
    end: int


def is_ground(passage: Passage | Citation) -> bool:
    """Tell whether a passage is a ground of exclusion: Pasal 17 with a letter and no ayat."""
    return passage.pasal == "17" and bool(passage.huruf) and not passage.ayat


def is_misread_article(passage: Passage | Citation) -> bool:
    """Tell whether “Pasal 14 huruf j” stands where Pasal 17 must be meant.

    Pasal 14 of UU 14/2008 is about state companies; no ground of exclusion stands there.
    """
    letter = passage.huruf
    return passage.pasal == "14" and not passage.ayat and letter != "" and letter in "abcdefghij"


def _grounds(article: Article) -> bool:
    return any(map(is_ground, article.passages))


def cited(items: _Items) -> Iterator[Placed | CitationProblem]:
    """Yield every citation, and a problem where one cannot be given, in the order of the text."""
    owners = _owners_of(items)
    sole = [laws[0] for laws in owners.values() if len(laws) == 1]
    owned, detailed = {id(law) for law in sole}, {law.code for law in sole}
    named = dict.fromkeys(law.code for law in items if isinstance(law, Law) and law.code)
    for position, item in enumerate(items):
        if isinstance(item, Article):
            yield from _passages(item, owners[position], named)
        elif item.problem and id(item) not in owned:
            yield CitationProblem(item.problem, item.start, item.end, item.meant)
        elif item.code and item.code not in detailed:
            yield Placed(Citation(item.code), item.start, item.end)


def _passages(
    article: Article, laws: Sequence[Law], named: Iterable[str]
) -> Iterator[Placed | CitationProblem]:
    """Yield the passages of an article, or the one question whose they are."""
    if len(laws) == 1 and not laws[0].problem:
        for passage in article.passages:
            yield _cite(article, passage, laws[0].code)
    elif len(laws) == 1:
        (law,) = laws
        start, end = min(article.start, law.start), max(article.end, law.end)
        offers = tuple(_all_of(article, code) for code in law.meant)
        yield CitationProblem(law.problem or _Kind.UNREADABLE, start, end, offers)
    else:
        codes = (code for law in laws for code in ((law.code,) if law.code else law.meant))
        yield _lawless(article, tuple(codes), named)


def _lawless(article: Article, codes: tuple[str, ...], named: Iterable[str]) -> CitationProblem:
    place, (passage, *more) = (article.start, article.end), article.passages
    if not codes and not more and is_misread_article(passage):
        meant = str(Citation(KIP, "17", *passage[1:4]))
        return CitationProblem(_Kind.SUSPECT_ARTICLE, *place, (meant,))
    if not codes and not more and passage.pasal == "17" and not any(passage[1:4]):
        return CitationProblem(_Kind.MISSING_LETTER, *place, (f"{KIP} Pasal 17 huruf …",))
    codes = codes or tuple(dict.fromkeys((*((KIP,) if _grounds(article) else ()), *named)))
    offers = tuple(_all_of(article, code) for code in codes)
    return CitationProblem(_Kind.MISSING_LAW, *place, offers)


def _all_of(article: Article, code: str) -> str:
    """Return all passages of an article in normal form, as those of one law."""
    found = (_cite(article, passage, code) for passage in article.passages)
    said = (str(f.citation) if isinstance(f, Placed) else f.suggestions[0] for f in found)
    return "; ".join(dict.fromkeys(said))


def _cite(article: Article, passage: Passage, law: str) -> Placed | CitationProblem:
    place = article.start, passage.end
    letter = passage.huruf
    if letter.isupper():  # “Pasal 17H UU 14/2008” or “Pasal 28F UUD 1945”
        inserted = passage._replace(pasal=f"{passage.pasal}{letter}", huruf="")
        passage = passage._replace(huruf=letter.lower()) if law == KIP else inserted
        return Placed(Citation(law, *passage[:4]), *place)
    ground = law == KIP and is_ground(passage)
    if ground and letter == "?":
        letter = "i"  # the grounds are a to j: there is no l
    if letter in ("?", "1", "|") or (ground and letter == "l"):
        meant = (passage._replace(huruf=each) for each in ("i" if ground else "il"))
        readings = tuple(str(Citation(law, *each[:4])) for each in meant)
        return CitationProblem(_Kind.AMBIGUOUS_LETTER, *place, readings)
    passage = passage._replace(huruf=letter)
    return Placed(Citation(law, *passage[:4]), *place)


_OPENNESS: Final = Law(KIP, 0, 0, Joint.DIRECT)
"""UU 14/2008 where nobody names it: a ground needs no law."""
_Owners = tuple[Law, ...]


def _owners_of(items: _Items) -> dict[int, _Owners]:
    """Return for the position of every article the laws it may be of: one, none or several.

    Law first (“UU A Pasal 1 dan Pasal 2”) and article first (“Pasal 1 dan Pasal 2 UU A”) both
    occur, within one cell too.
    """
    places = _Places(items)
    found: dict[int, _Owners] = {}
    for position, item in enumerate(items):
        if isinstance(item, Article):
            inherited = () if item.joint is Joint.BREAK else found.get(position - 1, ())
            owners = _owners(item, places, position, inherited)
            found[position] = tuple({law.code or id(law): law for law in owners}.values())
    return found


class _Places:
    """What stands round every item within its point: looked for once, however long a cell is."""

    def __init__(self, items: _Items) -> None:
        self.items = items
        self.before: list[Law | None] = []
        """The last law before; one that only amended another means that one."""
        self.opens: list[bool] = []
        """Whether the point begins with an article."""
        self.waiting: list[bool] = []
        """Whether UU 14/2008 stands in the row of laws before, without an article of its own."""
        law, opens, waiting = None, False, False
        for item in items:
            if item.joint is Joint.BREAK or not self.before:
                law, opens = None, isinstance(item, Article)
            self.before.append(law)
            self.opens.append(opens)
            self.waiting.append(waiting)
            waiting = isinstance(item, Law) and (waiting or item.code == KIP)
            if isinstance(item, Law) and not item.amending:
                law = item
        self.after = [-1] * len(items)
        """Where the law stands that closes a chain of articles: “Pasal 1, Pasal 2 UU A”."""
        self.leads = [False] * len(items)
        """Whether “jo.” ties an article to a ground: “Pasal 6 ayat (3) jo. Pasal 17 huruf b”."""
        for position in range(len(items) - 1, 0, -1):
            item = items[position]
            if item.joint is Joint.BREAK:
                continue
            if isinstance(item, Law):
                self.after[position - 1] = position
            else:
                self.after[position - 1] = self.after[position]
                tied = item.joint is Joint.JO
                self.leads[position - 1] = tied and (_grounds(item) or self.leads[position])

    def law_after(self, position: int) -> Law | None:
        found = self.items[self.after[position]] if self.after[position] >= 0 else None
        return found if isinstance(found, Law) else None

    def closes(self, position: int) -> bool:
        """Tell whether a law stands right behind an item."""
        return self.after[position] == position + 1

    def has_article(self, position: int) -> bool:
        """Tell whether articles follow the law behind an item: “UU A Pasal 1”."""
        start = self.after[position] + 1
        rest = (self.items[place] for place in range(start, len(self.items)))
        following = next((item for item in rest if not _amends(item)), None)
        return isinstance(following, Article) and following.joint <= Joint.COMMA

    def claimed(self, position: int) -> bool:
        """Tell whether the law before an article closes one of its own: “Pasal 1 UU A dan …”."""
        if position < 2 or self.items[position - 1].joint is not Joint.DIRECT:  # noqa: PLR2004
            return False
        return isinstance(self.items[position - 2], Article) and self.opens[position - 2]


def _owners(article: Article, places: _Places, position: int, inherited: _Owners) -> _Owners:
    before, after = places.before[position], places.law_after(position)
    if before is None:
        return _without_law_before(article, places, position, inherited)
    previous = places.items[position - 1]
    adjacent = isinstance(previous, Law)
    if isinstance(previous, Law) and previous.rival:
        return before, previous
    claimed = adjacent and places.claimed(position)
    if after is not None and after.joint is Joint.DIRECT:
        if claimed:
            return (after,)
        if not places.has_article(position):
            of_openness = _strays(article, before) and after.code == KIP
            if article.joint is Joint.DIRECT and adjacent and not of_openness:
                return (before,)
            return _either(article, places.items[position - 1], before, after)
    if not adjacent:
        return _carried_on(article, inherited)
    if claimed and article.joint is not Joint.DIRECT:
        return (before,) if _grounds(article) and before.code == KIP else ()
    # “UU 8/1981 dan Pasal 17 huruf a” means the ground of UU 14/2008 as likely as not; and so does
    # the article of “UU KIP dan UU 8/1981 Pasal 17 huruf a”.
    if _strays(article, before) and (article.joint > Joint.COMMA or places.waiting[position]):
        return ()
    return (before,)


def _either(article: Article, previous: Law | Article, before: Law, after: Law) -> _Owners:
    """Choose between the law before an article and one right behind it, if that can be done."""
    ground = _grounds(article)
    if ground and KIP in (before.code, after.code):
        sure = before.code == KIP or article.joint > Joint.DIRECT
        return (before if before.code == KIP else after,) if sure else (after, before)
    behind_ground = isinstance(previous, Article) and _grounds(previous)
    # “UU KIP Pasal 17 huruf j dan Pasal 40 UU B”
    if article.joint > Joint.COMMA and not ground and (behind_ground or isinstance(previous, Law)):
        return (after,)
    return (after, before) if behind_ground else (before, after)


def _carried_on(article: Article, inherited: _Owners) -> _Owners:
    """Return the law of the article before in the same point, if it is safe to carry it on."""
    if len(inherited) == 1 and _strays(article, inherited[0]) and article.joint:
        return ()
    return inherited


def _without_law_before(
    article: Article, places: _Places, position: int, inherited: _Owners
) -> _Owners:
    ground, after = _grounds(article), places.law_after(position)
    if after is not None and after.joint is Joint.DIRECT:
        # “Pasal 17 huruf h UU 27/2022”, “Pasal 17 huruf h dan Pasal 4 UU 27/2022”
        return (_OPENNESS, after) if ground and after.code != KIP else (after,)
    if ground:
        return (_OPENNESS,)
    if inherited:
        return inherited
    if after is not None and after.joint <= Joint.COMMA and places.closes(position):
        return () if places.has_article(position) else (after,)
    return (_OPENNESS,) if places.leads[position] else ()


def _amends(item: Law | Article) -> bool:
    return isinstance(item, Law) and item.amending


def _strays(article: Article, law: Law) -> bool:
    """Tell whether a ground of UU 14/2008 would be read as a passage of another law."""
    return law.code != KIP and _grounds(article)
