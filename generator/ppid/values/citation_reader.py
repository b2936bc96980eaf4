"""Walk over the words of a legal basis and put them together to laws and articles.

Which law an article belongs to is not decided here (see `citation_join`).
"""

import re
from typing import Final

from ppid.values import citation_tokens as words
from ppid.values.citation_items import ANGKA, AYAT, HURUF, Article, Law, Link, close, set_level
from ppid.values.citation_model import CitationProblem, CitationProblemKind
from ppid.values.citation_tokens import Token, tokens, values_of
from ppid.values.peraturan import alias_code, law_code

Kind = CitationProblemKind
_LEVELS: Final = {words.AYAT: AYAT, words.HURUF: HURUF, words.ANGKA: ANGKA}
_LINKS: Final = {
    words.COMMA: Link.COMMA,
    words.EXPLAIN: Link.COMMA,
    words.AND: Link.AND,
    words.JO: Link.JO,
    words.BREAK: Link.BREAK,
}
_JOINTS: Final = frozenset({words.AND, words.COMMA})
_PARTS: Final = frozenset({words.AYAT, words.HURUF, words.ANGKA, words.BUTIR, words.BRACKET})
_NAMES: Final = frozenset({words.LAW_NAME, words.ALIAS_NAME, words.UNNUMBERED_NAME, words.PASAL})
_AHEAD: Final = _NAMES | {words.AYAT, words.HURUF, words.ANGKA, words.BUTIR, words.AMENDED}
_SAID: Final = re.compile(r"[^\W_](?:.*[^\W_])?", re.DOTALL)
_WORD: Final = re.compile(r"[^\W_]")


class Reader:
    """Walks once over the tokens; afterwards `items` and `problems` are complete."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.items: list[Law | Article] = []
        self.problems: list[CitationProblem] = []
        self._open: Article | None = None
        self._link = Link.DIRECT
        self._explaining = self._prose = self._amending = self._within = self._found = False
        self._joined = self._quoting = False
        self._segment = self._last = 0
        self._walk(tokens(text))

    def _walk(self, row: list[Token]) -> None:
        for position, token in enumerate(row):
            gap = self.text[self._last : token.start]
            if gap and gap != " ":
                self._prose |= _WORD.search(gap) is not None
                # “Pasal 17 huruf h. UU 5/1999”: a stop parts them as a comma does.
                stops = "." in gap and gap != "."
                self._link = max(self._link, Link.COMMA if stops else Link.DIRECT)
            if token.sort in _NAMES:
                self._name(token)
            elif token.sort in _PARTS:
                self._part(token)
            else:
                self._between(token, row, position)
            # “…, dan huruf j” goes on citing, unless the prose before it quotes an article itself.
            self._joined = token.sort in _JOINTS and not self._quoting
            self._last = token.end
        self._end_segment(len(self.text))
        if not self.items and not self.problems:
            self._problem(Kind.UNREADABLE, 0, len(self.text))
        for item in self.items:
            if isinstance(item, Article):
                close(item)

    def _problem(self, kind: Kind, start: int, end: int, *suggestions: str) -> None:
        self.problems.append(CitationProblem(kind, start, end, suggestions))

    def _name(self, token: Token) -> None:
        if token.sort == words.PASAL:
            self._open_article(token)
        elif token.sort == words.UNNUMBERED_NAME:
            if self._explaining or (self.items and self.text[token.start - 1] == "("):
                return  # “UU 1/2023 (KUHP)” has been named already
            self._problem(Kind.MISSING_NUMBER, token.start, token.end, *_numbered(token.text))
            self._add_law("", token)
        elif not self._within:
            alias = token.sort == words.ALIAS_NAME
            self._add_law(alias_code(token.text) if alias else law_code(token.text), token)
        self._within = self._amending = False
        self._settle()

    def _settle(self) -> None:
        self._link = Link.DIRECT
        self._explaining = self._prose = self._quoting = False
        self._found = True

    def _add_law(self, code: str, token: Token) -> None:
        last = self.items[-1] if self.items else None
        if isinstance(last, Law) and last.code == code and self._link <= Link.COMMA:
            return  # “UU 14/2008 (UU KIP)”
        if not code and token.sort != words.UNNUMBERED_NAME:
            self._problem(Kind.UNREADABLE, token.start, token.end)
        # “Pasal 17 UU KIP huruf h”: the article stays open behind the law that belongs to it.
        direct = self._open is not None and self._open is last and self._link is Link.DIRECT
        if not (direct and self._open is not None and len(self._open.levels) == 1):
            self._open = None
        self.items.append(Law(code, token.start, token.end, self._link, self._amending))

    def _open_article(self, token: Token) -> None:
        article = Article(token.start, token.end, self._link)
        values = values_of(token.text)
        letter = values[-1][2:] if values[-1][:2] == "17" else ""
        if letter and letter.isalpha():  # “17h”: a letter, unless the law turns out to be another
            article.glued = letter.isupper()
            article.levels = [(*values[:-1], "17")]
            set_level(article, HURUF, (letter.lower(),), token.end)
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
        elif token.sort != words.BRACKET:
            self._orphan(token)

    def _part_of(self, article: Article, token: Token) -> None:
        values = values_of(token.text)
        if token.sort == words.BRACKET:
            if self._prose or self._link is not Link.DIRECT:
                return
            level = _level_in_brackets(values[0], len(article.levels) - 1)
        elif token.sort == words.BUTIR:
            level = ANGKA if values[0][0].isdigit() else HURUF
        else:
            level = _LEVELS[token.sort]
        if level == HURUF:
            values = _letters(token.text, values)
        else:
            values = tuple(value.lower() for value in values)
        set_level(article, level, values, token.end)
        self._settle()

    def _orphan(self, token: Token) -> None:
        """Report a part of an article where no article was named: “UU 14/2008 huruf h”."""
        last = self.items[-1] if self.items else None
        law = last if isinstance(last, Law) and self._link < Link.BREAK else None
        code = law.code if law else "UU 14/2008"
        letter = "".join(_letters(token.text, values_of(token.text)[:1]))
        unsure = letter in ("?", "l")
        is_letter = token.sort == words.HURUF and not unsure
        article = "17" if code == "UU 14/2008" and is_letter else "…"
        part = f"huruf {letter}" if is_letter else token.text
        meant = [f"{code} Pasal {article} {part}"] if code and not unsure else []
        if law is not None:
            self.items.pop()
        start = law.start if law else token.start
        self._problem(Kind.MISSING_ARTICLE, start, token.end, *meant)
        self._settle()

    def _between(self, token: Token, row: list[Token], position: int) -> None:
        sort = token.sort
        if sort == words.BREAK:
            self._end_segment(token.start)
            self._segment = token.end
            self._explaining = self._prose = False
        elif sort == words.EXPLAIN:
            self._explaining = True
            self._prose |= token.text != ":"
        elif sort == words.BROKEN and not self._explaining:
            self._problem(Kind.UNREADABLE, token.start, token.end)
            self._found = True
        elif sort in (words.AND, words.JO):
            self._check_joined(token, row, position)
        self._within = sort == words.WITHIN and self._explaining
        self._amending = sort == words.AMENDED or (self._amending and sort == words.COMMA)
        self._link = max(self._link, _LINKS.get(sort, Link.DIRECT))

    def _check_joined(self, token: Token, row: list[Token], position: int) -> None:
        """See to it that “dan” and “jo.” right after a citation lead to another one."""
        following = next((w for w in row[position + 1 :] if w.sort != words.COMMA), None)
        end = following.start if following else len(self.text)
        rest = _WORD.search(self.text, token.end, end)
        if following is None and rest is None:
            self._problem(Kind.DANGLING, token.start, token.end)
        elif not self._prose and self._found and rest and not self._leads_on(row, position):
            stop = row[position + 1].start if position + 1 < len(row) else end
            tail = self.text[rest.start() : stop].rstrip(" .,)")
            self._problem(Kind.UNREADABLE, rest.start(), rest.start() + max(len(tail), 1))

    def _leads_on(self, row: list[Token], position: int) -> bool:
        return position + 1 < len(row) and row[position + 1].sort in _AHEAD

    def _end_segment(self, end: int) -> None:
        found = None if self._found else _SAID.search(self.text[self._segment : end])
        if found and found[0].lower() not in {"dan", "atau", "serta", "jo"}:
            start = self._segment + found.start()
            self._problem(Kind.UNREADABLE, start, self._segment + found.end())
        self._found = False


def _level_in_brackets(value: str, current: int) -> int:
    if value.isdigit():
        return AYAT if current <= AYAT else ANGKA
    return HURUF


def _letters(text: str, values: tuple[str, ...]) -> tuple[str, ...]:
    """Lower the letters; “?” where one may be a misread i: “huruf I”, not “HURUF I”, “A, I”."""
    in_capitals = text[1:2].isupper() or any(v.isupper() and v != "I" for v in values)
    unsure = "|1" if in_capitals else "I|1"
    return tuple("?" if value in unsure else value.lower() for value in values)


def _numbered(text: str) -> list[str]:
    """Offer UU 14/2008 for “UU No 14”; nothing for any other law."""
    is_law = text[:1] in "uU"
    return ["UU 14/2008"] if is_law and re.search(r"\b14(?![0-9])", text) else []
