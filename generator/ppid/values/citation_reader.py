"""Walk over a legal basis: which laws and articles it names, in which order and how joined.

What no law and no article takes up is kept as a rest; letters, figures and names of laws in it are
a problem, so that nothing is left out in silence.
"""

import re
from dataclasses import dataclass, field
from enum import IntEnum
from functools import cache
from typing import Final, NamedTuple

from ppid.values.citation_model import CitationProblem, CitationProblemKind
from ppid.values.citation_tokens import (
    ALIAS_NAME,
    AMENDED,
    AND,
    ANGKA,
    AYAT,
    BARE,
    BREAK,
    BROKEN,
    BUTIR,
    COMMA,
    EXPLAIN,
    GAZETTE,
    HURUF,
    JO,
    LAW_NAME,
    NEXT_NUMBER,
    PASAL,
    UNNUMBERED_NAME,
    WITHIN,
    Token,
    next_mark,
    tokens,
    values_of,
)
from ppid.values.law_kinds import FILLER
from ppid.values.law_names import (
    BARE_NAMES,
    KIP,
    NAMES_KIND,
    alias_code,
    law_code,
    laws_meant,
    same_kind,
)


class Joint(IntEnum):
    """What stands between an item and the one before; the strongest counts."""

    DIRECT = 0
    COMMA = 1
    AND = 2
    JO = 3
    BREAK = 4


class Passage(NamedTuple):
    """A passage of a still unknown law.

    `huruf` is “?”, “1” or “|” when it may be i or l. It is a capital where it was written “17H” or
    “28 F”: a letter in UU 14/2008, an inserted article elsewhere.
    """

    pasal: str
    ayat: str
    huruf: str
    angka: str
    end: int


@dataclass(slots=True)
class Law:
    """A law that was named. An empty `code`: it was named, but not so that it can be known.

    `meant` are the laws that an unknown one may be; `amending` ones have no articles of their own.
    One that is `rival` to the law before may have them all the same: “UU A jo. UU B Pasal 1”.
    """

    code: str
    start: int
    end: int
    joint: Joint
    amending: bool = False
    rival: bool = False
    problem: CitationProblemKind | None = None
    meant: tuple[str, ...] = ()


@dataclass(slots=True)
class Article:
    """An article that was named, with its passages."""

    start: int
    end: int
    joint: Joint
    passages: list[Passage] = field(default_factory=list)
    levels: list[tuple[str, ...]] = field(default_factory=list)


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
    AND: Joint.AND,
    JO: Joint.JO,
    BREAK: Joint.BREAK,
}
_GOES_ON: Final = frozenset({AND, COMMA})
_PARTS: Final = frozenset({AYAT, HURUF, ANGKA, BUTIR})
_NAMES: Final = frozenset({LAW_NAME, ALIAS_NAME, UNNUMBERED_NAME, NEXT_NUMBER, PASAL})
_JOINED: Final = _PARTS | {AND, BARE, PASAL}
_AHEAD: Final = _NAMES | _PARTS | {AMENDED, BARE}
_CHANGED: Final = re.compile(
    r"\b(?:(?:dicabut|diganti(?:kan)?|perubahannya)(?![a-z])|(?:perubahan|terakhir)\W{0,9}$)",
    re.IGNORECASE,
)
_EITHER: Final = re.compile(r"(?<![a-z/])(?<!/ )atau(?![a-z])", re.IGNORECASE)
_PART_WORD: Final = re.compile(r"(?:ayat|huruf|hrf|angka)(?![a-z])", re.IGNORECASE)
_SAID: Final = re.compile(r"[^\W_](?:.*[^\W_])?", re.DOTALL)
_WORD: Final = re.compile(r"[^\W_]")
_WORDS: Final = re.compile(r"[^\W_]+")
_PARTS_THEM: Final = re.compile(r"[/|–—]|-\s|\.(?:\s|$)|\s\.")
_REFERS: Final = re.compile(
    r"\b(?:pada|dalam|dimaksud|menurut|dengan|oleh|sesuai|ketentuan)\W*$", re.IGNORECASE
)
# Figures and letters in words round a citation that belong to no citation themselves.
_HARMLESS: Final = re.compile(
    r"\b(?:tahun|thn|th|ta)\.?\s+(?:(?:anggaran|pelajaran|ajaran|akademik|buku)\s+)?[0-9]{4}"
    r"(?:\s*(?:[-–/]|s\.?\s?/?\s?d\.?|sampai(?:\s+dengan)?|dan)\s*(?:tahun\s+)?[0-9]{4})?(?![0-9])"
    r"|\b(?:tanggal|tgl\.?)\s+[0-9]{1,2}[\s-]+(?:[a-z]+|[0-9]{1,2})[\s-]+[0-9]{4}(?![0-9])"
    r"|\b(?:lampiran|bab|bagian|paragraf|halaman|buku)\s+(?:[ivxlc]+|[0-9]{1,3}|[a-z])(?![a-z0-9])"
    r"|\b(?:tipe|kelas|golongan|kategori|seri|pola|eselon)\s+[a-z0-9]{1,3}(?![a-z0-9])"
    r"|\b[a-z]{2,}-[0-9]{1,2}(?![0-9])|\br\.i\.?",
    re.IGNORECASE,
)
_ANNEX: Final = re.compile(r"\b(?:lampiran|bab|bagian|buku)\s+[ivxlc]+(?![^\W_])", re.IGNORECASE)
# “Perubahan atas Perda 8/2023”: another regulation is meant, which is not named.
_ABOUT_A_LAW: Final = frozenset({"perub", "penca"})
_LOOSE: Final = re.compile(r"[0-9]|(?<![^\W_])[a-z](?![^\W_])", re.IGNORECASE)
# In a title figures are common (“Gerakan 30 S”); these are shaped like those of a citation.
_LOOSE_IN_TITLE: Final = re.compile(
    r"\b(?:nomor|no)\.?\s*[0-9]|[0-9]\s*(?:/|tahun|thn|th)\s*[0-9]"
    r"|[0-9]\s*\(?[a-j](?![^\W_])|[0-9]\W*$",
    re.IGNORECASE,
)


@cache
def _names_law() -> re.Pattern[str]:
    """Return the pattern of the name of a kind of law that no citation takes up."""
    generic = r"(?!\s*(?:perundang|ini|tersebut|yang|dimaksud|di\s|terkait|lain))"
    return re.compile(rf"\b(?=[upkist]){NAMES_KIND}{generic}", re.IGNORECASE)


class Reader:
    """Walks once over the tokens; afterwards `items`, `problems` and `rest` are complete."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.items: list[Law | Article] = []
        self.problems: list[CitationProblem] = []
        self.rest: list[tuple[int, int]] = []
        """What no citation took up and is no title of a law: spans of words."""
        self._open: Article | None = None
        self._joint = Joint.DIRECT
        self._explaining = self._prose = self._amending = self._within = self._found = False
        self._joined = self._quoting = self._entitles = False
        self._left: list[tuple[int, int]] = []
        self._known: list[tuple[int, int]] = []
        self._titled = self._explained = False
        self._segment = self._last = 0
        self._mark = ""
        self._marked = (0, 0)
        self._walk(tokens(text))

    def _walk(self, row: list[Token]) -> None:
        for position, token in enumerate(row):
            self._gap(token.start)
            if token.sort in _JOINED and not self._prose and self._found:
                self._either(token, row[position + 1 : position + 2])
            if token.sort in _NAMES:
                self._name(token, row[position + 1 : position + 2])
            elif token.sort in _PARTS:
                self._part(token)
            elif token.sort == BARE or (token.sort == BREAK and not self._is_mark(token)):
                self._bare(token, row[position + 1 : position + 2])
            else:
                self._between(token, row, position)
            # “…, dan huruf j” goes on citing, unless the prose before it quotes an article itself.
            self._joined = token.sort in _GOES_ON and not self._quoting
            self._entitles = token.sort == EXPLAIN
            self._last = token.end
        self._gap(len(self.text))
        self._end_segment(len(self.text))
        if not self.items and not self.problems:
            self._problem(_Kind.UNREADABLE, 0, len(self.text))
        for item in self.items:
            if isinstance(item, Article):
                _close(item)

    def _either(self, token: Token, following: list[Token]) -> None:
        """Keep each “atau” between citations: the normal form says that all of them hold."""
        if token.sort == AND and not (following and following[0].sort in _AHEAD):
            return
        for match in _EITHER.finditer(self.text, token.start, token.end):
            self.rest.append(match.span())

    def _is_mark(self, token: Token) -> bool:
        """Tell whether a token opens a point of a list: “;”, “1.”, “b)”.

        A figure or letter does where a line or the text begins, behind “;”, and next to the mark
        before; elsewhere it may be a part: “(UU KIP Pasal 17 h 1) (UU B)”.
        """
        mark = token.text.strip().strip("(.)").lower()
        if mark == ";" or (mark == "a" and _PART_WORD.match(self.text, token.end)):
            return True
        end = token.start
        while end and self.text[end - 1] in " \t":
            end -= 1
        begins = not end or self.text[end - 1] in "\r\n;:,"
        follows = self._mark != "" and mark == next_mark(self._mark)
        descends = self._open is not None and self._open.levels[-1][-1].lower() > mark
        if begins or follows or self._open is None or (mark.isalpha() and descends):
            self._mark, self._marked = mark, (token.start, token.end)
            return True
        return False

    def _gap(self, end: int) -> None:
        """Note what stands between two words that matter."""
        gap = self.text[self._last : end]
        if not gap or gap == " ":
            return
        if found := _SAID.search(gap):
            # “tentang Informasi dan Transaksi Pasal 5”: the “dan” joins words of the title only.
            if self._prose and self._joint < Joint.BREAK:
                self._joint = Joint.DIRECT
            self._leave(self._last + found.start(), self._last + found.end())
        # “Pasal 17 huruf h. UU 5/1999”, “… h / UU B”: these part as a comma does.
        if _PARTS_THEM.search(gap):
            self._joint = max(self._joint, Joint.COMMA)

    def _leave(self, start: int, end: int, *, known: bool = False) -> None:
        """Keep what no citation takes up; `known` is what certainly is no part of one."""
        self._prose = True
        if not self._left:
            self._titled = bool(self.items) and isinstance(self.items[-1], Law)
            self._explained = self._explaining
        self._left.append((start, end))
        if known:
            self._known.append((start, end))

    def _weigh(self) -> None:
        """Judge whether what was left out since the last citation holds a piece of one."""
        if not self._left:
            return
        start, end = self._left[0][0], self._left[-1][1]
        piece = self.text[start:end].rstrip()
        end = start + len(piece)
        for first, last in self._known:
            piece = f"{piece[: first - start]}{' ' * (last - first)}{piece[last - start :]}"
        prose, figured = self._titled or self._explained, _LOOSE.search(piece)
        if (figured and self._is_loose(piece)) or (not prose and _names_law().search(piece)):
            self._problem(_Kind.UNUSED, start, end)
        elif (
            self._known
            or figured
            or _ANNEX.search(piece)
            or not ((self._titled and self._explained) or _only_filler(piece))
        ):
            self.rest.append((start, end))
        self._left, self._known = [], []

    def _is_loose(self, piece: str) -> bool:
        loose = _LOOSE_IN_TITLE if self._titled else _LOOSE
        return loose.search(_HARMLESS.sub(" ", piece)) is not None

    def _problem(self, kind: CitationProblemKind, start: int, end: int, *suggestions: str) -> None:
        self.problems.append(CitationProblem(kind, start, end, suggestions))

    @property
    def _last_law(self) -> Law | None:
        """The law after which nothing else was named in the same point, if there is one."""
        last = self.items[-1] if self.items and self._joint < Joint.BREAK else None
        return last if isinstance(last, Law) else None

    def _name(self, token: Token, following: list[Token]) -> None:
        if token.sort == PASAL:
            self._open_article(token)
        elif token.text.lower() in BARE_NAMES and not self._names_alone(token, following):
            self._leave(token.start, token.end)
            return
        elif self._within and token.start == self._last:
            self._leave(token.start, token.end, known=True)
            self._within = False
            return
        elif token.sort == UNNUMBERED_NAME:
            if self._names_last_law(token):
                return  # “UU 1/2023 (KUHP)”, “UU 1/2023 tentang KUHP”
            self._add_law("", token)
        elif token.sort == NEXT_NUMBER:
            law = self._last_law
            # In a title (“tentang Pelaksanaan Unadng-Undang Nomor 8 …”) the kind is another one.
            goes_on = not self._prose or self._joint > Joint.COMMA
            code = same_kind(law.code, token.text) if law and law.code and goes_on else ""
            if not code:
                self._leave(token.start, token.end)
                return
            self._add_law(code, token)
        else:
            alias = token.sort == ALIAS_NAME
            self._add_law(alias_code(token.text) if alias else law_code(token.text), token)
        self._within = self._amending = False
        self._settle()

    def _names_alone(self, token: Token, following: list[Token]) -> bool:
        """Tell whether a nickname without “UU” names its law: “KIP Pasal 17”, “Pasal 4 PDP”."""
        law = self._last_law
        if self._prose or self._explaining:
            return False
        leads = bool(following) and following[0].sort == PASAL
        closes = self._open is not None and self._joint is Joint.DIRECT
        again = law is not None and law.code == alias_code(token.text)
        return leads or closes or again

    def _names_last_law(self, token: Token) -> bool:
        """Tell whether a name without number only says again which law was named last."""
        law = self._last_law
        if law is None:
            return False
        entitled = self._entitles and not self.text[self._last : token.start].strip()
        meant = laws_meant(token.text)
        return entitled or (self._in_brackets(token) and (law.code in meant or not meant))

    def _in_brackets(self, token: Token) -> bool:
        """Tell whether a name stands in brackets of its own."""
        opens = token.start > 0 and self.text[token.start - 1] == "("
        return opens and self.text[token.end : token.end + 1] == ")"

    def _settle(self) -> None:
        self._weigh()
        self._joint = Joint.DIRECT
        self._explaining = self._prose = self._quoting = False
        self._found = True

    def _add_law(self, code: str, token: Token) -> None:
        last = self.items[-1] if self.items else None
        if isinstance(last, Law) and self._named_again(last, code, token):
            return
        # “Pasal 17 UU KIP huruf h”: the article stays open behind the law that belongs to it.
        direct = self._open is not None and self._open is last and self._joint is Joint.DIRECT
        if not (direct and self._open is not None and len(self._open.levels) == 1):
            self._open = None
        rival = isinstance(last, Law) and (
            (self._joint is Joint.JO and _may_amend(code, last.code))
            or _CHANGED.search(self.text, last.end, token.start) is not None
            or (last.rival and self._joint is Joint.COMMA and _may_amend(code, last.code))
        )
        law = Law(code, token.start, token.end, self._joint, self._amending or rival, rival)
        if token.sort == UNNUMBERED_NAME:
            law.problem, law.meant = _Kind.MISSING_NUMBER, laws_meant(token.text)
        elif not code:
            law.problem = _Kind.UNREADABLE
        self.items.append(law)

    def _named_again(self, law: Law, code: str, token: Token) -> bool:
        """Take a second name of the last law for what it is: “UU 14/2008 (UU KIP)”."""
        if law.problem and self._in_brackets(token) and (code in law.meant or not law.meant):
            law.code, law.problem, law.end = code, None, token.end  # “KUHAP (UU 8/1981)”
        return law.code == code != "" and self._joint <= Joint.COMMA

    def _open_article(self, token: Token) -> None:
        bracketed = self.text.endswith("(", 0, token.start)  # “UU A (Pasal 17 huruf h UU KIP)”
        joint = max(self._joint, Joint.COMMA) if bracketed else self._joint
        article = Article(token.start, token.end, joint)
        values = values_of(token.text)
        letter = values[-1][2:] if values[-1][:2] == "17" else ""
        if letter and letter.isalpha():  # “17h”: a letter, unless the law turns out to be another
            article.levels = [(*values[:-1], "17")]
            _set_level(article, HURUF_LEVEL, (letter,), token.end)
        else:
            article.levels = [tuple(value.upper() for value in values)]
        self.items.append(article)
        self._open = article

    def _part(self, token: Token) -> None:
        article = self._open
        if article is not None and self._explaining and self._prose and not self._joined:
            # “: … sebagaimana dimaksud pada ayat (2)” explains, it does not cite.
            self._quoting = True
            refers = _REFERS.search(self.text, max(self._last - 20, 0), token.start) is not None
            self._leave(token.start, token.end, known=refers)
        elif article is not None:
            self._part_of(article, token)
        elif token.text[0].lower() not in "nk":  # “no. 3”, “ke-2”
            self._orphan(token)
        else:
            self._leave(token.start, token.end)

    def _part_of(self, article: Article, token: Token) -> None:
        values = values_of(token.text)
        if token.sort == BUTIR:
            level = ANGKA_LEVEL if values[0][0].isdigit() else HURUF_LEVEL
        else:
            level = _LEVELS[token.sort]
        self._add_values(article, level, token, values)

    def _add_values(
        self, article: Article, level: int, token: Token, values: tuple[str, ...]
    ) -> None:
        if level == HURUF_LEVEL:
            values = _letters(token.text, values)
        else:
            values = tuple(value.lower() for value in values)
        _set_level(article, level, values, token.end)
        self._settle()

    def _bare(self, token: Token, following: list[Token]) -> None:
        """Take letters and figures without their word as parts: “Pasal 17 h 2”, “17 (b) dan (h)”.

        Only right behind an article or a part of it; anywhere else they are left out.
        """
        article, values = self._open, values_of(token.text)
        figure = values[0][0].isdigit()
        listed = self._joint <= Joint.AND or self._in_list(token)
        if figure and values[0][-1].isalpha() and listed and not self._prose and self.items:
            self._open_article(token)  # “UU KIP: 17h, 17j”
            self._settle()
            return
        if article is None or self._prose or not listed:
            law = self._last_law
            if figure and law and self._leads_on(law, token, following):
                self._open_article(token)  # “UU KIP 17 huruf h”, “UU KIP 17 (h)”
                self._settle()
            else:
                self._leave(token.start, token.end)
            return
        named = len(article.levels) - 1
        if not figure:
            plain = named == PASAL_LEVEL and article.levels[0][-1].isdigit()
            if plain and len(token.text) == 1 and not self._joint:
                _set_level(article, HURUF_LEVEL, values, token.end)
                self._settle()
            else:
                self._add_values(article, HURUF_LEVEL, token, values)
        elif named == PASAL_LEVEL and "(" in token.text:
            self._add_values(article, AYAT_LEVEL, token, values)
        elif (
            named == HURUF_LEVEL
            or (named == AYAT_LEVEL and self._joint)
            or (named == ANGKA_LEVEL and (self._joint or "(" in token.text))
        ):
            level = AYAT_LEVEL if named == AYAT_LEVEL else ANGKA_LEVEL
            self._add_values(article, level, token, values)
        else:
            self._leave(token.start, token.end)

    def _leads_on(self, law: Law, token: Token, following: list[Token]) -> bool:
        """Tell whether a figure behind a law is an article, by the part that follows it."""
        sort = following[0].sort if following else ""
        lettered = sort == BARE and values_of(following[0].text)[0].isalpha()
        ground = lettered and token.text == "17" and law.code == KIP and not self._prose
        return ground or sort in (HURUF, AYAT)

    def _in_list(self, token: Token) -> bool:
        """Tell whether a letter goes on a list: “huruf a; b; h”, but not “huruf a; b. UU B”."""
        between = self.text[self._last : token.start]
        goes_on = self.text[token.end : token.end + 1] not in {".", ")"}
        return goes_on and not between.strip() and self.text[self._last - 1] == ";"

    def _orphan(self, token: Token) -> None:
        """Report a part of an article where no article was named: “UU 14/2008 huruf h”."""
        law = self._last_law
        code = law.code if law else KIP
        letter = "".join(_letters(token.text, values_of(token.text)[:1]))
        unsure = letter in ("?", "l", "1", "|")
        is_letter = token.sort == HURUF and not unsure
        article = "17" if code == KIP and is_letter else "…"
        part = f"huruf {letter}" if is_letter else token.text
        meant = [f"{code} Pasal {article} {part}"] if code and not unsure else []
        if law is not None:
            self.items.pop()
        start = law.start if law else self._with_mark(token)
        self._problem(_Kind.MISSING_ARTICLE, start, token.end, *meant)
        self._settle()

    def _with_mark(self, token: Token) -> int:
        """Return where a word and its mark begin: “(h) ayat 3” may be huruf h just as well."""
        start, end = self._marked
        return token.start if self.text[end : token.start].strip() else start

    def _between(self, token: Token, row: list[Token], position: int) -> None:
        sort = token.sort
        if sort == BREAK:
            self._end_segment(token.start)
            self._segment = token.end
            self._explaining = self._prose = False
        elif sort == EXPLAIN:
            self._explaining = True
            self._prose |= token.text != ":"
        elif sort == BROKEN and not (self._explaining and self._open):
            self._problem(_Kind.UNREADABLE, self._with_mark(token), token.end)
            self._found = True
        elif sort in (AND, JO):
            self._check_joined(token, row, position)
        elif sort == GAZETTE:
            self._leave(token.start, token.end, known=True)
        self._within = sort == WITHIN and self._is_within(token)
        self._amending = sort == AMENDED or (self._amending and sort == COMMA)
        self._joint = max(self._joint, _JOINTS.get(sort, Joint.DIRECT))

    def _is_within(self, token: Token) -> bool:
        """Tell whether a title goes on with the law that it is about: “… Perubahan atas UU A”."""
        titled = self._last_law is not None and (self._explaining or self._joint < Joint.AND)
        self._leave(token.start, token.end)
        if not titled and token.text[:5].lower() in _ABOUT_A_LAW:
            self._problem(_Kind.UNUSED, token.start, token.start + len(token.text.rstrip()))
        return titled

    def _check_joined(self, token: Token, row: list[Token], position: int) -> None:
        """See to it that “dan” and “jo.” right after a citation lead to another one."""
        following = next((w for w in row[position + 1 :] if w.sort != COMMA), None)
        end = following.start if following else len(self.text)
        rest = _WORD.search(self.text, token.end, end)
        leads_on = position + 1 < len(row) and row[position + 1].sort in _AHEAD
        titled = self._prose and self._last_law is not None
        if following is None and rest is None and not titled:
            self._problem(_Kind.DANGLING, token.start, token.end)
        elif not self._prose and self._found and rest and not leads_on:
            stop = row[position + 1].start if position + 1 < len(row) else end
            tail = self.text[rest.start() : stop].rstrip(" .,)")
            self._problem(_Kind.UNREADABLE, rest.start(), rest.start() + max(len(tail), 1))

    def _end_segment(self, end: int) -> None:
        if self._found:
            self._weigh()
        else:
            found = _SAID.search(self.text[self._segment : end])
            if found and found[0].lower() not in {"dan", "atau", "serta", "jo"}:
                start = self._segment + found.start()
                self._problem(_Kind.UNREADABLE, start, self._segment + found.end())
        self._left, self._known, self._found = [], [], False


def _may_amend(law: str, earlier: str) -> bool:
    """Tell whether “jo.” may name a law that amended another: “UU 11/2008 jo. UU 19/2016 Pasal 27”.

    Then the article may be one of either. Only a later law of the same kind amends another.
    """
    alike = law.split(" ")[:1] == earlier.split(" ")[:1] and law != KIP
    return alike and earlier[-4:] < law[-4:]


def _only_filler(piece: str) -> bool:
    """Tell whether words only lead over to a citation: “sesuai dengan ketentuan”."""
    return FILLER.issuperset(_WORDS.findall(piece.lower()))


def _letters(text: str, values: tuple[str, ...]) -> tuple[str, ...]:
    """Lower the letters; “?” where a capital I may be an l: “huruf I”, not “HURUF I”, “A, I”.

    A “1” or “|” stays as it is: it may be either, and nothing else either.
    """
    in_capitals = text[1:2].isupper() or any(v.isupper() and v != "I" for v in values)
    return tuple("?" if value == "I" and not in_capitals else value.lower() for value in values)
