"""Read a legal basis, in any form in which it is really written, to citations in one normal form.

Accepted without a problem, but never silently (`is_normal` is false, the normal form is offered):
law or article first, long and short names, nicknames such as “UU KIP”, lists of letters and
figures, ranges, prose after “:” or “tentang”, keywords torn apart by a scanner, and a Pasal 17 with
a letter but without a law, which in a list of exclusions can only be that of UU 14/2008.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import Enum, IntEnum
from functools import lru_cache
from typing import Final, NamedTuple

from ppid.values.law_names import ALIAS, LAW, UNNUMBERED, alias_code, law_code

KIP: Final = "UU 14/2008"
"""The law on public information; its Pasal 17 names the grounds of exclusion."""


@dataclass(frozen=True, slots=True)
class Citation:
    """One passage of one law; empty parts were not named. `str()` is the normal form."""

    peraturan: str
    pasal: str = ""
    ayat: str = ""
    huruf: str = ""
    angka: str = ""

    def __str__(self) -> str:
        """Return the normal form: “UU 14/2008 Pasal 17 huruf h angka 3”."""
        parts = [self.peraturan]
        if self.pasal:
            parts.append(f"Pasal {self.pasal}")
        if self.ayat:
            parts.append(f"ayat ({self.ayat})")
        if self.huruf:
            parts.append(f"huruf {self.huruf}")
        if self.angka:
            parts.append(f"angka {self.angka}")
        return " ".join(parts)

    @property
    def jenis(self) -> str:
        """The kind of law: “UU”, “PerKI”; with the place, when it was written: “Perwal Contoh”."""
        words = self.peraturan.split(" ")
        named = [word for word in words if not any(char.isdigit() for char in word)]
        return " ".join(named)


class CitationProblemKind(Enum):
    """Why a text, or a part of it, is not (only) a citation."""

    EMPTY = "empty"
    UNREADABLE = "unreadable"
    """Neither a law nor an article, or a keyword without its value."""
    MISSING_LAW = "missing law"
    """An article whose law is not named and does not follow from the place."""
    MISSING_NUMBER = "missing number"
    """A law without its number or its four-digit year."""
    MISSING_ARTICLE = "missing article"
    MISSING_LETTER = "missing letter"
    """UU 14/2008 Pasal 17 without the letter that names the ground."""
    AMBIGUOUS_LETTER = "ambiguous letter"
    """“huruf I”, “huruf l”: two readings; no citation is given."""
    SUSPECT_ARTICLE = "suspect article"
    SUSPECT_YEAR = "suspect year"
    DANGLING = "dangling"
    """“dan” or “jo.” with nothing after it."""


@dataclass(frozen=True, slots=True)
class CitationProblem:
    """A problem at `text[start:end]`, with what may have been meant.

    One suggestion is an offer, several are a question, none means that nothing can be offered.
    Suggestions are citations in normal form; “…” in one stands for what the writer must add.
    """

    kind: CitationProblemKind
    start: int
    end: int
    suggestions: tuple[str, ...] = ()

    @property
    def suggestion(self) -> str:
        """All suggestions in one line, “ / ” between them."""
        return " / ".join(self.suggestions)


@dataclass(frozen=True, slots=True)
class CitationReading:
    """A text as citations.

    `normal` holds exactly `citations`; it replaces the text without loss only when there is no
    problem. `is_normal` says that the text is written in normal form already (it may still have a
    problem, such as a missing letter).
    """

    citations: tuple[Citation, ...]
    problems: tuple[CitationProblem, ...]
    normal: str
    is_normal: bool


# What a token is: the names of the groups of the pattern. Plain words and no Enum, because hashing
# and comparing Enum members took a third of the whole reading time.
LAW_NAME: Final = "law"
ALIAS_NAME: Final = "alias"
UNNUMBERED_NAME: Final = "unnumbered"
WITHIN: Final = "within"
AMENDED: Final = "amended"
PASAL: Final = "pasal"
AYAT: Final = "ayat"
HURUF: Final = "huruf"
ANGKA: Final = "angka"
BUTIR: Final = "butir"
BROKEN: Final = "broken"
BRACKET: Final = "bracket"
AND: Final = "and"
JO: Final = "jo"
COMMA: Final = "comma"
EXPLAIN: Final = "explain"
BREAK: Final = "break"


class Token(NamedTuple):
    """A word that matters: what it is, its text, where it stands."""

    sort: str
    text: str
    start: int
    end: int


_SEP: Final = (
    r"\s*(?:,\s*(?:dan(?:\s*/\s*atau)?|atau|serta)|,|\.|/|&|-|–|—"
    r"|dan\s*/\s*atau(?![a-z])|dan(?![a-z])|atau(?![a-z])|serta(?![a-z])"
    r"|s\.?\s?/?\s?d\.?(?![a-z])|sampai(?:\s+dengan)?(?![a-z])|hingga(?![a-z]))\s*"
)
_TO: Final = r"\s*(?:-|–|—|s\.?\s?/?\s?d\.?|sampai(?:\s+dengan)?|hingga)\s*"
_LETTER: Final = r"(?:\(\s*[a-z|]\s*\)|[\"“”‘’'][a-z][\"“”‘’']|[a-z|](?![a-z0-9]))"
# “huruf h, b. UU 5/1999”: there “b.” opens the next point of a list.
_NEXT_LETTER: Final = rf"{_LETTER}(?!(?<=,\s[a-z])\.\s+(?:uu|undang|per|pas|kep))"
# A figure before “. ” or “)” opens the next point of a numbered list: “angka 1, 2. UU 5/1999”.
_NEXT_ARTICLE: Final = (
    r"(?:(?<!,\s)[0-9]{1,3}(?![0-9]|\s*/)|(?<=,\s)[0-9]{1,3}(?![0-9]|\s*/|[.)]\s+[a-z(]))"
)
_FIGURE: Final = rf"(?:\(\s*[0-9]{{1,3}}[a-z]?\s*\)|{_NEXT_ARTICLE})"
_FIRST_FIGURE: Final = r"(?:\(\s*[0-9]{1,3}[a-z]?\s*\)|[0-9]{1,3}[a-z]?(?![0-9a-z]))"
_ARTICLE: Final = r"(?:[0-9]\s[0-9](?![0-9.)/])|[0-9]{1,4})(?:[a-z](?![a-z0-9]))?"
_PASAL: Final = r"(?:p\s?a\s?s\s?a\s?l|psl|ps)"
_HURUF: Final = r"(?:h\s?u\s?r\s?u\s?f|hrf|huruf-huruf)"
_ANGKA: Final = r"a\s?n\s?g\s?k\s?a"
_AMENDED: Final = (
    r"(?:telah\s+)?(?:beberapa\s+kali\s+)?(?:telah\s+)?diubah"
    r"(?:\s+[a-z]+){0,4}?\s+(?:dengan|oleh)"
)

# With these letters the words that matter begin; all others are passed over at once, for speed.
_STEMS: Final = (
    r"(?:undang|u\.?\s?u|p\.?p|p[ms]|p\s?a\s?s\s?a|per[abdgkmpuw]|pelaks|penca|po?in"
    r"|kep[bgmuw]|keten|kuh|kitab|inst|inp"
    r"|inw|surat|se(?:rta)?(?![a-z])|a\s?y\s?a|a\s?n\s?g\s?k|atau|h\s?u\s?r|hrf|j\.?\s?o|j[iu]nc|junto"
    r"|butir|beberapa|dan(?![a-z])|dst|dll|dsb|diubah|telah|tent|yai|yak|karena|bahwa|mengenai)"
)

_TOKEN: Final = re.compile(
    rf"(?:(?<![a-z])(?!{_STEMS})[a-z]{{2,}}(?![a-z])\s*)+"
    rf"|(?P<law>\b(?=[upkis])(?:{LAW}))"
    rf"|(?P<alias>\b(?=u)(?:{ALIAS}))"
    rf"|(?P<unnumbered>\b(?=[upkis])(?:{UNNUMBERED}))"
    r"|(?P<within>\b(?:perubahan(?:\s+[a-z]+)?\s+atas|pelaksanaan|pencabutan|ketentuan)\s+(?=[up]))"
    rf"|(?P<amended>\b{_AMENDED}(?![a-z]))"
    rf"|(?P<pasal>\b{_PASAL}\s*\.?\s*{_ARTICLE}(?:{_SEP}{_NEXT_ARTICLE}|{_TO}pasal\s+{_ARTICLE})*)"
    rf"|(?P<ayat>\ba\s?y\s?a\s?t\s*{_FIRST_FIGURE}(?:{_SEP}(?:ayat\s*)?{_FIGURE})*)"
    rf"|(?P<huruf>\b{_HURUF}\s*\.?\s*(?:{_LETTER}|1(?![0-9]))(?:{_SEP}(?:huruf\s+)?{_NEXT_LETTER})*)"
    rf"|(?P<angka>\b{_ANGKA}\s*{_FIRST_FIGURE}(?:{_SEP}(?:angka\s+)?{_FIGURE})*)"
    rf"|(?P<butir>\b(?:butir|poin|point)\s*(?:{_FIRST_FIGURE}(?:{_SEP}(?:butir\s+)?{_FIGURE})*"
    rf"|{_LETTER}(?:{_SEP}(?:butir\s+)?{_NEXT_LETTER})*))"
    rf"|(?P<broken>\b(?:{_PASAL}|{_HURUF}|dst|dll|dsb)(?![a-z-]))"
    r"|(?P<bracket>\(\s*(?:[0-9]{1,3}|[a-z])\s*\)|(?<=[0-9]\))[a-z](?![a-z])"
    r"|(?<=17[ .])[a-j](?![a-z0-9])|(?<=[^a-z][a-j]\.)[0-9](?![0-9.)]))"
    r"|(?P<and>\b(?:dan(?:\s*/\s*atau)?|atau|serta)(?![a-z])|&)"
    r"|(?P<jo>\b(?:j\.?\s?o\.?|j[iu]ncto|junto)(?![a-z]))"
    r"|(?P<break>;|(?:^|(?<=\s))[0-9]{1,2}[.)]\s+(?=[a-z(])"
    rf"|(?:^|(?<=\s))[a-z][.)]\s+(?=uu|undang|peraturan|{_PASAL}))"
    r"|(?P<explain>:|\b(?:tentang|yaitu|yakni|karena|bahwa|mengenai)(?![a-z]))"
    r"|(?P<comma>[,\n\r])"
    r"|[a-z]{2,}",
    re.IGNORECASE,
)


def _tokens(text: str) -> list[Token]:
    """Return the words of a legal basis that matter, in order; never raises."""
    return [
        Token(match.lastgroup, match[0], match.start(), match.end())
        for match in _TOKEN.finditer(text)
        if match.lastgroup is not None
    ]


_VALUE: Final = re.compile(r"[0-9]+[a-z]?|(?<![a-z])[a-z|](?![a-z])", re.IGNORECASE)
_RANGE: Final = re.compile(rf"\s*\)?{_TO}(?:huruf|ayat|angka|butir|pasal)?\s*\(?\s*", re.IGNORECASE)
_KEYWORD: Final = re.compile(
    rf"(?:{_PASAL}|{_HURUF}|a\s?y\s?a\s?t|{_ANGKA}|butir|point?)\s*\.?\s*", re.IGNORECASE
)
_TORN: Final = re.compile(r"([0-9])\s([0-9])(?![0-9])")
_LONGEST_RANGE: Final = 30


@lru_cache(maxsize=4096)
def _values_of(text: str) -> tuple[str, ...]:
    """Return the values of a keyword: “huruf a.b dan d” → a, b, d; “ayat (1)–(3)” → 1, 2, 3."""
    keyword = _KEYWORD.match(text)
    text = text[keyword.end() :] if keyword else text
    torn = _TORN.match(text)
    values: list[str] = [torn[1] + torn[2]] if torn else []
    end = torn.end() if torn else 0
    for match in _VALUE.finditer(text, end):
        ranged = bool(values) and _RANGE.match(text, end) is not None
        if ranged and _RANGE.fullmatch(text, end, match.start()) is None:
            continue  # one of the two letters of “s.d.”
        if ranged:
            values.extend(_inside(values[-1], match[0]))
        values.append(match[0])
        end = match.end()
    return tuple(values)


def _inside(first: str, last: str) -> list[str]:
    """Return what lies inside a range, without its ends; nothing when it is no range."""
    if first.isdigit() and last.isdigit() and int(last) - int(first) <= _LONGEST_RANGE:
        return [str(number) for number in range(int(first) + 1, int(last))]
    if len(first) == len(last) == 1 and first.isalpha() and last.isalpha():
        return [chr(code) for code in range(ord(first.lower()) + 1, ord(last.lower()))]
    return []


class Joint(IntEnum):
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
    joint: Joint
    amending: bool = False


@dataclass(slots=True)
class Article:
    """An article that was named, with its passages.

    `glued`: it was written “17H”, a letter in UU 14/2008 and an inserted article elsewhere.
    """

    start: int
    end: int
    joint: Joint
    passages: list[Passage] = field(default_factory=list)
    levels: list[tuple[str, ...]] = field(default_factory=list)
    glued: bool = False


PASAL_LEVEL, AYAT_LEVEL, HURUF_LEVEL, ANGKA_LEVEL = range(4)


def _close(article: Article, keep: int = 0) -> None:
    """Write out the passages of what was named last and keep the first `keep` levels."""
    levels = article.levels
    if len(levels) > keep:
        head = [values[-1] for values in levels[:-1]]
        for value in levels[-1]:
            pasal, ayat, huruf, angka = [*head, value, "", "", ""][:4]
            article.passages.append(Passage(pasal, ayat, huruf, angka, article.end))
    del levels[keep:]


def _set_level(article: Article, level: int, values: tuple[str, ...], end: int) -> None:
    """Add values at a level; what stood at that level or below is written out first."""
    levels = article.levels
    if len(levels) > level:
        _close(article, level)
    elif levels and len(levels[-1]) > 1:
        # “huruf a dan h angka 3”: the figure belongs to the last letter only.
        last = levels[-1][-1]
        levels[-1] = levels[-1][:-1]
        _close(article, len(levels) - 1)
        levels.append((last,))
    while len(levels) < level:
        levels.append(("",))
    levels.append(values)
    article.end = end


_Kind = CitationProblemKind
_LEVELS: Final = {
    AYAT: AYAT_LEVEL,
    HURUF: HURUF_LEVEL,
    ANGKA: ANGKA_LEVEL,
}
_JOINTS: Final = {
    COMMA: Joint.COMMA,
    EXPLAIN: Joint.COMMA,
    AND: Joint.AND,
    JO: Joint.JO,
    BREAK: Joint.BREAK,
}
_GOES_ON: Final = frozenset({AND, COMMA})
_PARTS: Final = frozenset({AYAT, HURUF, ANGKA, BUTIR, BRACKET})
_NAMES: Final = frozenset({LAW_NAME, ALIAS_NAME, UNNUMBERED_NAME, PASAL})
_AHEAD: Final = _NAMES | {AYAT, HURUF, ANGKA, BUTIR, AMENDED}
_SAID: Final = re.compile(r"[^\W_](?:.*[^\W_])?", re.DOTALL)
_WORD: Final = re.compile(r"[^\W_]")


class Reader:
    """Walks once over the tokens; afterwards `items` and `problems` are complete."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.items: list[Law | Article] = []
        self.problems: list[CitationProblem] = []
        self._open: Article | None = None
        self._joint = Joint.DIRECT
        self._explaining = self._prose = self._amending = self._within = self._found = False
        self._joined = self._quoting = False
        self._segment = self._last = 0
        self._walk(_tokens(text))

    def _walk(self, row: list[Token]) -> None:
        for position, token in enumerate(row):
            gap = self.text[self._last : token.start]
            if gap and gap != " ":
                self._prose |= _WORD.search(gap) is not None
                # “Pasal 17 huruf h. UU 5/1999”: a stop parts them as a comma does.
                stops = "." in gap and gap != "."
                self._joint = max(self._joint, Joint.COMMA if stops else Joint.DIRECT)
            if token.sort in _NAMES:
                self._name(token)
            elif token.sort in _PARTS:
                self._part(token)
            else:
                self._between(token, row, position)
            # “…, dan huruf j” goes on citing, unless the prose before it quotes an article itself.
            self._joined = token.sort in _GOES_ON and not self._quoting
            self._last = token.end
        self._end_segment(len(self.text))
        if not self.items and not self.problems:
            self._problem(_Kind.UNREADABLE, 0, len(self.text))
        for item in self.items:
            if isinstance(item, Article):
                _close(item)

    def _problem(self, kind: CitationProblemKind, start: int, end: int, *suggestions: str) -> None:
        self.problems.append(CitationProblem(kind, start, end, suggestions))

    def _name(self, token: Token) -> None:
        if token.sort == PASAL:
            self._open_article(token)
        elif token.sort == UNNUMBERED_NAME:
            if self._explaining or (self.items and self.text[token.start - 1] == "("):
                return  # “UU 1/2023 (KUHP)” has been named already
            # “UU No 14” may well be that of 2008; of any other law nothing can be offered.
            offer = token.text[:1] in "uU" and re.search(r"\b14(?![0-9])", token.text)
            meant = [KIP] if offer else []
            self._problem(_Kind.MISSING_NUMBER, token.start, token.end, *meant)
            self._add_law("", token)
        elif not self._within:
            alias = token.sort == ALIAS_NAME
            self._add_law(alias_code(token.text) if alias else law_code(token.text), token)
        self._within = self._amending = False
        self._settle()

    def _settle(self) -> None:
        self._joint = Joint.DIRECT
        self._explaining = self._prose = self._quoting = False
        self._found = True

    def _add_law(self, code: str, token: Token) -> None:
        last = self.items[-1] if self.items else None
        if isinstance(last, Law) and last.code == code and self._joint <= Joint.COMMA:
            return  # “UU 14/2008 (UU KIP)”
        if not code and token.sort != UNNUMBERED_NAME:
            self._problem(_Kind.UNREADABLE, token.start, token.end)
        # “Pasal 17 UU KIP huruf h”: the article stays open behind the law that belongs to it.
        direct = self._open is not None and self._open is last and self._joint is Joint.DIRECT
        if not (direct and self._open is not None and len(self._open.levels) == 1):
            self._open = None
        self.items.append(Law(code, token.start, token.end, self._joint, self._amending))

    def _open_article(self, token: Token) -> None:
        article = Article(token.start, token.end, self._joint)
        values = _values_of(token.text)
        letter = values[-1][2:] if values[-1][:2] == "17" else ""
        if letter and letter.isalpha():  # “17h”: a letter, unless the law turns out to be another
            article.glued = letter.isupper()
            article.levels = [(*values[:-1], "17")]
            _set_level(article, HURUF_LEVEL, (letter.lower(),), token.end)
        else:
            article.levels = [tuple(value.upper() for value in values)]
        self.items.append(article)
        self._open = article

    def _part(self, token: Token) -> None:
        article = self._open
        if self._explaining and self._prose and not self._joined:
            # “: … sebagaimana dimaksud pada ayat (2)” explains, it does not cite.
            self._quoting = True
            return
        if article is not None:
            self._part_of(article, token)
        elif token.sort != BRACKET:
            self._orphan(token)

    def _part_of(self, article: Article, token: Token) -> None:
        values = _values_of(token.text)
        if token.sort == BRACKET:
            if self._prose or self._joint is not Joint.DIRECT:
                return
            level = HURUF_LEVEL
            if values[0].isdigit():
                level = AYAT_LEVEL if len(article.levels) - 1 <= AYAT_LEVEL else ANGKA_LEVEL
        elif token.sort == BUTIR:
            level = ANGKA_LEVEL if values[0][0].isdigit() else HURUF_LEVEL
        else:
            level = _LEVELS[token.sort]
        if level == HURUF_LEVEL:
            values = _letters(token.text, values)
        else:
            values = tuple(value.lower() for value in values)
        _set_level(article, level, values, token.end)
        self._settle()

    def _orphan(self, token: Token) -> None:
        """Report a part of an article where no article was named: “UU 14/2008 huruf h”."""
        last = self.items[-1] if self.items else None
        law = last if isinstance(last, Law) and self._joint < Joint.BREAK else None
        code = law.code if law else KIP
        letter = "".join(_letters(token.text, _values_of(token.text)[:1]))
        unsure = letter in ("?", "l")
        is_letter = token.sort == HURUF and not unsure
        article = "17" if code == KIP and is_letter else "…"
        part = f"huruf {letter}" if is_letter else token.text
        meant = [f"{code} Pasal {article} {part}"] if code and not unsure else []
        if law is not None:
            self.items.pop()
        start = law.start if law else token.start
        self._problem(_Kind.MISSING_ARTICLE, start, token.end, *meant)
        self._settle()

    def _between(self, token: Token, row: list[Token], position: int) -> None:
        sort = token.sort
        if sort == BREAK:
            self._end_segment(token.start)
            self._segment = token.end
            self._explaining = self._prose = False
        elif sort == EXPLAIN:
            self._explaining = True
            self._prose |= token.text != ":"
        elif sort == BROKEN and not self._explaining:
            self._problem(_Kind.UNREADABLE, token.start, token.end)
            self._found = True
        elif sort in (AND, JO):
            self._check_joined(token, row, position)
        self._within = sort == WITHIN and self._explaining
        self._amending = sort == AMENDED or (self._amending and sort == COMMA)
        self._joint = max(self._joint, _JOINTS.get(sort, Joint.DIRECT))

    def _check_joined(self, token: Token, row: list[Token], position: int) -> None:
        """See to it that “dan” and “jo.” right after a citation lead to another one."""
        following = next((w for w in row[position + 1 :] if w.sort != COMMA), None)
        end = following.start if following else len(self.text)
        rest = _WORD.search(self.text, token.end, end)
        leads_on = position + 1 < len(row) and row[position + 1].sort in _AHEAD
        if following is None and rest is None:
            self._problem(_Kind.DANGLING, token.start, token.end)
        elif not self._prose and self._found and rest and not leads_on:
            stop = row[position + 1].start if position + 1 < len(row) else end
            tail = self.text[rest.start() : stop].rstrip(" .,)")
            self._problem(_Kind.UNREADABLE, rest.start(), rest.start() + max(len(tail), 1))

    def _end_segment(self, end: int) -> None:
        found = None if self._found else _SAID.search(self.text[self._segment : end])
        if found and found[0].lower() not in {"dan", "atau", "serta", "jo"}:
            start = self._segment + found.start()
            self._problem(_Kind.UNREADABLE, start, self._segment + found.end())
        self._found = False


def _letters(text: str, values: tuple[str, ...]) -> tuple[str, ...]:
    """Lower the letters; “?” where one may be a misread i: “huruf I”, not “HURUF I”, “A, I”."""
    in_capitals = text[1:2].isupper() or any(v.isupper() and v != "I" for v in values)
    unsure = "|1" if in_capitals else "I|1"
    return tuple("?" if value in unsure else value.lower() for value in values)


class Placed(NamedTuple):
    """A citation and the part of the text that names its passage."""

    citation: Citation
    start: int
    end: int


def _is_ground(passage: Passage | Citation) -> bool:
    """Tell whether a passage is a ground of exclusion: Pasal 17 with a letter and no ayat."""
    return passage.pasal == "17" and bool(passage.huruf) and not passage.ayat


def _is_misread_article(passage: Passage | Citation) -> bool:
    """Tell whether “Pasal 14 huruf j” stands where Pasal 17 must be meant.

    Pasal 14 of UU 14/2008 is about state companies; no ground of exclusion stands there.
    """
    letter = passage.huruf
    return passage.pasal == "14" and not passage.ayat and letter != "" and letter in "abcdefghij"


_Items = list[Law | Article]


def _laws_of(items: _Items) -> dict[int, str | None]:
    """Return the code of the law for the position of every article; None when it is unknown.

    Law first (“UU A Pasal 1 dan Pasal 2”) and article first (“Pasal 1 dan Pasal 2 UU A”) both
    occur, within one cell too; so what stands nearest without a separator wins.
    """
    found: dict[int, str | None] = {}
    for position, item in enumerate(items):
        if isinstance(item, Article):
            found[position] = _law_of(item, items, position, found)
    return found


def _law_of(
    article: Article, items: _Items, position: int, found: dict[int, str | None]
) -> str | None:
    law, after = _law_before(items, position), _law_after(items, position)
    if law is not None and article.joint is Joint.DIRECT:
        return law.code
    if after is not None and after.joint is Joint.DIRECT:
        return after.code
    if law is not None and article.joint < Joint.BREAK and not _claimed(items, position):
        # “UU 8/1981 dan Pasal 17 huruf a” means the ground of UU 14/2008 as likely as not.
        return None if article.joint > Joint.COMMA and _strays(article, law.code) else law.code
    before = items[position - 1] if position else None
    same_point = article.joint is not Joint.BREAK and isinstance(before, Article)
    # The law of the article before in the same point, if it is safe to carry it on.
    inherited = found[position - 1] if same_point else None
    if inherited is not None and not _strays(article, inherited):
        return inherited
    if any(map(_is_ground, article.passages)):
        # A ground without a law is one of UU 14/2008, unless another law's article leads up to it.
        return None if same_point and _law_before(items, position - 1) is not None else KIP
    if after is not None and after.joint <= Joint.COMMA and items[position + 1] is after:
        return after.code
    return KIP if _leads_to_ground(items, position) else None


def _law_before(items: _Items, position: int) -> Law | None:
    """Return the law right before an article; a law that only amended another means that one."""
    position -= 1
    while position > 0 and isinstance(law := items[position], Law) and law.amending:
        position -= 1
    before = items[position] if position >= 0 else None
    return before if isinstance(before, Law) else None


def _law_after(items: _Items, position: int) -> Law | None:
    """Return the law that closes a chain of articles: “Pasal 1, Pasal 2 UU A”."""
    for item in items[position + 1 :]:
        if isinstance(item, Law):
            return item
        if item.joint is Joint.BREAK:
            return None
    return None


def _strays(article: Article, law: str) -> bool:
    """Tell whether a ground of UU 14/2008 would be read as a passage of another law."""
    return law != KIP and any(map(_is_ground, article.passages))


def _claimed(items: _Items, position: int) -> bool:
    """Tell whether the law before an article closes an article of its own: “Pasal 1 UU A dan …”."""
    if position < 2 or items[position - 1].joint is not Joint.DIRECT:  # noqa: PLR2004 — article, law
        return False
    law, earlier = items[position - 1], items[position - 2]
    first = _law_before(items, position - 2)
    own = first is not None and earlier.joint is Joint.DIRECT
    return isinstance(law, Law) and isinstance(earlier, Article) and not own


def _leads_to_ground(items: _Items, position: int) -> bool:
    """Tell whether “jo.” ties an article to a ground: “Pasal 6 ayat (3) jo. Pasal 17 huruf b”."""
    for item in items[position + 1 :]:
        if isinstance(item, Law) or item.joint is not Joint.JO:
            return False
        if any(map(_is_ground, item.passages)):
            return True
    return False


def _cited(items: _Items) -> Iterator[Placed | CitationProblem]:
    """Yield every citation, and a problem where one cannot be given, in the order of the text."""
    laws = _laws_of(items)
    named = {law.code for law in items if isinstance(law, Law) and law.code}
    for position, item in enumerate(items):
        if isinstance(item, Article):
            for passage in item.passages:
                # Of an empty code the law's own problem has been reported.
                if (law := laws[position]) != "":
                    yield _cite(item, passage, law, named)
        elif item.code and item.code not in laws.values():
            yield Placed(Citation(item.code), item.start, item.end)


def _cite(
    article: Article, passage: Passage, law: str | None, named: set[str]
) -> Placed | CitationProblem:
    place = article.start, passage.end
    if law is None:
        if _is_misread_article(passage):
            meant = str(Citation(KIP, "17", *passage[1:4]))
            return CitationProblem(_Kind.SUSPECT_ARTICLE, *place, (meant,))
        if passage.pasal == "17" and not passage.ayat and not passage.huruf:
            return CitationProblem(_Kind.MISSING_LETTER, *place, (f"{KIP} Pasal 17 huruf …",))
        codes = named | {KIP} if _is_ground(passage) else named
        offers = tuple(str(Citation(code, *passage[:4])) for code in sorted(codes))
        return CitationProblem(_Kind.MISSING_LAW, *place, offers)
    if passage.huruf == "?" or (passage.huruf == "l" and law == KIP and passage.pasal == "17"):
        both = (passage._replace(huruf=letter) for letter in "il")
        readings = tuple(str(Citation(law, *each[:4])) for each in both)
        return CitationProblem(_Kind.AMBIGUOUS_LETTER, *place, readings)
    if article.glued and law != KIP:  # “Pasal 17A UU 11/2020” is an inserted article
        passage = passage._replace(pasal=f"17{passage.huruf.upper()}", huruf="")
    return Placed(Citation(law, *passage[:4]), *place)


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
        nothing = CitationProblem(_Kind.EMPTY, 0, len(text))
        return CitationReading((), (nothing,), "", is_normal=False)
    placed = _read_normal(text)
    problems: list[CitationProblem] = []
    if not placed:
        reader = Reader(text)
        problems = reader.problems
        for found in _cited(reader.items):
            if isinstance(found, Placed):
                placed.append(found)
            else:
                problems.append(found)
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
        if _is_misread_article(citation):
            meant = str(replace(citation, pasal="17"))
            yield CitationProblem(_Kind.SUSPECT_ARTICLE, start, end, (meant,))
    elif citation.peraturan.startswith("UU 14/"):
        # 2018 for 2008 is the slip seen most; of other years only what speaks of openness.
        openness = _is_ground(citation) or _ABOUT_OPENNESS.match(text, end) is not None
        if openness or citation.peraturan == "UU 14/2018":
            meant = str(replace(citation, peraturan=KIP))
            yield CitationProblem(_Kind.SUSPECT_YEAR, start, end, (meant,))
