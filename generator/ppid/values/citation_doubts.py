"""Places in a legal basis that can be taken for more than one thing, and what each may mean.

A reading never chooses among them: each is a question.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise, takewhile
from operator import attrgetter
from typing import Final, NamedTuple

from ppid.values.citation_tokens import (
    ALIAS_NAME,
    AND,
    ANGKA,
    AYAT,
    BARE,
    BUTIR,
    COMMA,
    EXPLAIN,
    HURUF,
    LAW_NAME,
    PASAL,
    TO,
    Token,
    next_mark,
    tokens,
    values_of,
)
from ppid.values.durations import read_lama
from ppid.values.law_kinds import ALIASES, CONDITIONS, FILLER, HEDGES, LOCAL, NEGATIONS, NO_LAWS
from ppid.values.law_names import KIND_START, law_code


class DoubtfulPlace(NamedTuple):
    """A place that is in doubt, and the words it may stand for, likeliest first.

    Nothing is meant where that cannot be known. `without` are the parts that its words exclude:
    “kecuali huruf f”.
    """

    start: int
    end: int
    meant: tuple[str, ...]
    without: frozenset[str] = frozenset()


def doubts_in(text: str) -> list[DoubtfulPlace]:
    """Return the places of a text that are in doubt, in order, none within another."""
    row = tokens(text)
    found = [doubt for doubts in _WAYS for doubt in doubts(text, row)]
    places: list[DoubtfulPlace] = []
    for doubt in sorted(found, key=lambda each: (each.start, -each.end)):
        if not places or doubt.start >= places[-1].end:
            places.append(doubt)
    return places


_LISTED: Final = re.compile(
    r"(?:(?P<point>[;/–—-])|(?P<jo>(?<![a-z])j\.?\s?o\.?(?![a-z]))|,\s*(?:dan|atau|serta)(?![a-z])"
    r"|[,&]|(?<![a-z])(?:dan(?:\s*/\s*atau)?|atau|serta)(?![a-z]))"
    r"\s*(?P<figure>[0-9]{1,3})(?![0-9a-z)/]|\s*(?:/|tahun|thn|th(?![a-z]))|[.)]\s)",
    re.IGNORECASE,
)
_OWN_PART: Final = re.compile(r"\s*(?:ayat|huruf|hrf|\(\s*(?:[0-9]|[a-z]\s*\)))", re.IGNORECASE)
_MOST_FIGURES: Final = 10


def _articles(text: str, row: list[Token]) -> Iterator[DoubtfulPlace]:
    """Yield figures in a list of parts that may be articles: “ayat (3) dan 17 huruf b”."""
    for match in _LISTED.finditer(text):
        figure, (start, end) = match["figure"], match.span("figure")
        own = _OWN_PART.match(text, end) is not None
        part = _part_before(text, row, match.start())
        if part is None or (match["point"] and not own and part.sort != HURUF):
            continue
        article = f"Pasal {figure}"
        if own or match["jo"]:
            yield DoubtfulPlace(start, end, (article,))
        elif part.sort == HURUF or "(" in part.text or _leaps(text[part.start : start], figure):
            yield DoubtfulPlace(start, end, (article, figure))


def _close(text: str, row: list[Token]) -> Iterator[DoubtfulPlace]:
    """Yield a part right behind another: “Pasal 44 66”, “huruf b 18”, “angka 1 huruf b”."""
    for before, token in pairwise(row):
        if text[before.end : token.start].strip():
            continue
        figure = token.text if token.sort == BARE and token.text.isdigit() else ""
        if before.sort == ANGKA and token.sort == HURUF:
            yield DoubtfulPlace(token.start, token.end, ("", token.text))
        elif figure and before.sort == PASAL:
            yield DoubtfulPlace(token.start, token.end, (f", {figure}", f"ayat ({figure})"))
        elif figure and _is_letter(before) and _leaps("", figure):
            yield DoubtfulPlace(token.start, token.end, (f", Pasal {figure}", figure))


_STOPPED: Final = re.compile(
    rf"(?<=[,;])\s*(?P<letter>[a-z])\.\s+(?={KIND_START}|pasal|psl|ps)", re.IGNORECASE
)


_MARK: Final = re.compile(r"(?:^|(?<=[\s,;:]))(?P<letter>[a-z])[.)]\s", re.IGNORECASE)


def _stops(text: str, row: list[Token]) -> Iterator[DoubtfulPlace]:
    """Yield letters before a stop, the last of a list or a mark: “huruf g, h. UU 43/2009”."""
    marks: dict[str, int] = {}
    for mark in _MARK.finditer(text):
        marks.setdefault(mark["letter"].lower(), mark.end())
    for match in _STOPPED.finditer(text):
        letter = match["letter"].lower()
        listed = marks.get(chr(ord(letter) - 1), len(text)) <= match.start()
        part = _part_before(text, row, match.start())
        if part and part.sort == HURUF and not listed:
            yield DoubtfulPlace(*match.span(), (f" {letter}, ", "; "))


_SPELT_FIGURE: Final = re.compile(
    r"(?P<figure>[1-9])\s*\(\s*(?P<word>satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan)\s*\)",
    re.IGNORECASE,
)


def _spelt_figures(text: str, _: list[Token]) -> Iterator[DoubtfulPlace]:
    """Yield a figure with another one in words behind it: “angka 2 (tiga)”."""
    for match in _SPELT_FIGURE.finditer(text):
        said = read_lama(f"{match['word']} bulan")
        if said and said.bulan != int(match["figure"]):
            yield DoubtfulPlace(*match.span(), (match["figure"], str(said.bulan)))


def _part_before(text: str, row: list[Token], end: int) -> Token | None:
    """Return the part of an article that a list before a place goes on with, if one does."""
    stop = end
    for position in range(bisect_left(row, end, key=attrgetter("start")) - 1, -1, -1):
        token = row[position]
        if token.end < stop and re.search(r"\w", text[token.end : stop]):
            return None
        stop = min(stop, token.start)
        if token.sort in (AYAT, HURUF, ANGKA):
            return token
        lettered = position > 0 and _is_letter(row[position - 1])
        if token.sort == BARE and token.text.isdigit() and lettered:
            return token._replace(sort=ANGKA)  # “17 h 1, 2”
        if token.sort == BARE and not token.text.isdigit():
            return token._replace(sort=HURUF) if _is_letter(token) else token
        if token.sort not in (BARE, COMMA, AND):
            return None
    return None


def _is_letter(token: Token) -> bool:
    lettered = token.sort == BARE and values_of(token.text)[-1:] > ("9",)
    return lettered or token.sort == HURUF


def _leaps(before: str, figure: str) -> bool:
    """Tell whether a figure breaks the order of those before: “angka 1, 2 dan 18”."""
    figures = re.findall("[0-9]+", before)
    last = int(figures[-1]) if figures else 0
    return not last < int(figure) <= last + _MOST_FIGURES


_PARTS: Final = frozenset({AYAT, HURUF, ANGKA, BUTIR, BARE})
_LAWS: Final = frozenset({LAW_NAME, ALIAS_NAME})
_CITED: Final = _PARTS | _LAWS | {PASAL}
_WORD: Final = re.compile(r"[^\W\d_]+")
# “kec. huruf h”; elsewhere it is a kecamatan.
_NEGATION: Final = re.compile(
    rf"\b(?:{'|'.join(sorted(NEGATIONS))}|kec(?=\.?\s*(?:huruf|hrf|angka|ayat|pasal|psl?)\b))\b",
    re.IGNORECASE,
)
_CONDITION: Final = re.compile(rf"\b(?:{'|'.join(sorted(CONDITIONS))})\b", re.IGNORECASE)
_LEADS_OVER: Final = FILLER | NEGATIONS | {"termasuk"}
_BESIDE: Final = 40
_GROUNDS: Final = "huruf a s.d. j"


def _negations(text: str, row: list[Token]) -> Iterator[DoubtfulPlace]:
    """Yield what words take out of a citation: “huruf a s.d. j (kecuali huruf f)”."""
    for match in _NEGATION.finditer(text):
        before, after = _round(row, match)
        if before and match.start() < before[-1].end:
            continue  # a word of a law's name
        negated = list(_negated(text, after, match.end()))
        if negated:
            yield _taken_out(text, before, match, negated)
        elif before and not _is_prose(text, before, match.start()):
            yield DoubtfulPlace(*match.span(), ())


def _round(row: list[Token], match: re.Match[str]) -> tuple[list[Token], list[Token]]:
    """Return the words before and behind a place, as many as can be beside it."""
    position = bisect_left(row, match.start(), key=attrgetter("start"))
    return row[max(position - _BESIDE, 0) : position], row[position : position + _BESIDE]


def _negated(text: str, after: list[Token], start: int) -> Iterator[Token]:
    """Yield the words of a citation that stand right behind a place."""
    for token in after:
        words = _WORD.findall(text[start : token.start].lower())
        if not _LEADS_OVER.issuperset(words) or token.sort not in _CITED | {COMMA, AND}:
            return
        if token.sort in _CITED:
            yield token
        start = token.end


def _taken_out(
    text: str, before: list[Token], match: re.Match[str], negated: list[Token]
) -> DoubtfulPlace:
    if negated[0].sort in _PARTS:  # “huruf a s.d. j kecuali huruf f UU KIP”: the law is of both
        negated = list(takewhile(lambda token: token.sort in _PARTS, negated))
    start, end = match.start(), negated[-1].end
    cited = [token for token in before if token.sort in _CITED]
    if not cited:  # “selain Pasal 17 huruf h, juga UU B”: besides, or not at all
        return DoubtfulPlace(*match.span(), ("",) if match[0].lower() == "selain" else ())
    if text[:start].rstrip().endswith("(") and text[end:].lstrip().startswith(")"):
        start, end = text.rindex("(", 0, start), text.index(")", end) + 1
    parts = [token for token in negated if token.sort not in _LAWS]
    last = (parts or negated)[-1]
    level, values = last.sort, values_of(last.text)
    if level == BARE and values[0].isalpha():
        level = HURUF
    if level not in (PASAL, AYAT, HURUF, ANGKA):
        kept = ("",) if level in _LAWS else ()
        return DoubtfulPlace(start, end, kept)
    without = frozenset(f"{level} {value.lower()}" for value in values)
    before_them = [token.sort for token in cited if token.sort not in _LAWS]
    if before_them[-1:] == [level] or level == PASAL:
        return DoubtfulPlace(start, end, ("",), without)
    whole = level == HURUF and values_of(cited[-1].text)[-1:] == ("17",)
    return DoubtfulPlace(start, end, (_GROUNDS,) if whole else (), without)


def _is_prose(text: str, before: list[Token], end: int) -> bool:
    """Tell whether a place stands in an explanation or in a title, not beside a citation."""
    for token in reversed(before):
        if token.sort == EXPLAIN:
            return True
        if token.sort in _CITED:
            beside = _LEADS_OVER.issuperset(_WORD.findall(text[token.end : end].lower()))
            return token.sort in _LAWS and not beside
    return True


def _conditions(text: str, row: list[Token]) -> Iterator[DoubtfulPlace]:
    """Yield words that say when a citation holds: “huruf b UU KIP jika lelang belum selesai”."""
    for match in _CONDITION.finditer(text):
        before, _ = _round(row, match)
        in_name = before and match.start() < before[-1].end
        if not in_name and not _is_prose(text, before, match.start()):
            yield DoubtfulPlace(*match.span(), (match[0],))


_HEDGE: Final = re.compile(rf"\b(?:{'|'.join(sorted(HEDGES))})\b", re.IGNORECASE)


def _hedges(text: str, row: list[Token]) -> Iterator[DoubtfulPlace]:
    """Yield words beside a citation by which its writer doubts it: “mungkin Pasal 17 huruf b”."""
    for match in _HEDGE.finditer(text):
        before, after = _round(row, match)
        if before and match.start() < before[-1].end:
            continue  # a word of a law's name
        leads = next(_negated(text, after, match.end()), None) is not None
        if leads if not before else not _is_prose(text, before, match.start()):
            yield DoubtfulPlace(*match.span(), (match[0],))


_RANGE: Final = re.compile(
    rf"(?<![a-z0-9])(?P<first>[0-9]+|[a-z])\)?{TO}(?:(?:huruf|hrf\.?|ay(?:at|\.)?|ang(?:ka|\.)?|pasal|psl?\.?)\s*)?"
    r"\(?(?P<last>[0-9]+|[a-z])(?![a-z0-9])",
    re.IGNORECASE,
)
_INSERTED_RANGE: Final = re.compile(
    rf"(?P<article>[0-9]+)(?P<first>[a-z]){TO}(?:pasal\s*)?(?P=article)(?P<last>[a-z])"
    r"(?![a-z0-9])",
    re.IGNORECASE,
)


_DASHED_ARTICLE: Final = re.compile(r"\s*[-–—]\s*(?=p)", re.IGNORECASE)


_MISREAD: Final = re.compile(r"(?<=[0-9])[lOo](?![^\W_])")
_FIGURES: Final = str.maketrans("lOo", "100")


def _misread_articles(text: str, row: list[Token]) -> Iterator[DoubtfulPlace]:
    """Yield a letter behind the figure of an article that may be one more: “Pasal 1l”."""
    for token in row:
        if token.sort == PASAL:
            for match in _MISREAD.finditer(text, token.start, token.end):
                yield DoubtfulPlace(*match.span(), (match[0].translate(_FIGURES), match[0]))


def _ranges(text: str, row: list[Token]) -> Iterator[DoubtfulPlace]:
    """Yield ranges that run down, or over inserted articles: “huruf d s.d. a”, “84A - 84C”."""
    sorts = [token.sort for token in row]
    for position, token in enumerate(row):
        after = "".join(sorts[position + 1 : position + 2])
        if token.sort not in _PARTS | {PASAL}:
            continue
        dash = _DASHED_ARTICLE.search(token.text)
        if dash and (
            after in _PARTS or (after in _LAWS and _LAWS & {*sorts[:position]})
        ):  # “Pasal 5 – Pasal 17 huruf h”
            start, end = (token.start + place for place in dash.span())
            yield DoubtfulPlace(start, end, ("; ", " s.d. "))
            continue
        for match in _RANGE.finditer(text, token.start, token.end):
            first, last = match["first"].lower(), match["last"].lower()
            figures = (first + last).isdigit()
            alike = figures or (first + last).isalpha()
            if alike and (int(last) < int(first) if figures else last < first):
                yield DoubtfulPlace(match.start(), match.end("last"), (f"{last} s.d. {first}",))
        for match in _INSERTED_RANGE.finditer(text, token.start, token.end):
            letters = range(ord(match["first"].upper()), ord(match["last"].upper()) + 1)
            articles = ", ".join(f"{match['article']}{chr(letter)}" for letter in letters)
            yield DoubtfulPlace(*match.span(), (articles,) if articles else ())


_COUNT: Final = re.compile(
    r"\s*(?:,\s*(?:dan|atau)?|&|dan|atau)\s*[0-9]{1,3}\s+(?P<counted>[a-z]{3,})", re.IGNORECASE
)
_REACH: Final = 60
_NO_NOUN: Final = FILLER | NEGATIONS | CONDITIONS | {"dan", "atau", "serta", "sampai", "hingga"}


def _counts(text: str, row: list[Token]) -> Iterator[DoubtfulPlace]:
    """Yield figures behind an angka or ayat that count something: “angka 3, 5 tahun”."""
    starts = {token.start for token in row}
    for token in row:
        if token.sort not in _PARTS:
            continue
        for match in _COUNT.finditer(text, token.start, token.end + _REACH):
            if match.start() > token.end:
                break
            start = match.start("counted")
            is_noun = start >= token.end and match["counted"].lower() not in _NO_NOUN
            if is_noun and start not in starts:
                yield DoubtfulPlace(*match.span(), ("", match[0]))


_ROMAN: Final = re.compile(
    r"(?<![a-z])(?P<word>pasal|psl|ps|ayat|ay|angka)\s*[.:]?\s*"
    r"(?P<values>\(?[ivx]{1,5}\)?(?:\s*(?:,|&|-|dan|s\.?d\.?)\s*\(?[ivx]{1,5}\)?)*)(?![a-z0-9])",
    re.IGNORECASE,
)
_ROMAN_VALUE: Final = re.compile("[ivx]+", re.IGNORECASE)
_ROMAN_SIGNS: Final = {"i": 1, "v": 5, "x": 10}
_OF_AMENDMENT: Final = frozenset({"i", "ii"})
"""The articles of a law that only amends another are counted in Roman figures themselves."""


def _romans(text: str, _: list[Token]) -> Iterator[DoubtfulPlace]:
    """Yield Roman figures in the place of others: “angka III”, “Pasal XVII”."""
    for match in _ROMAN.finditer(text):
        of_article = match["word"].lower().startswith("p")
        amends = of_article and match["values"].lower() in _OF_AMENDMENT
        figures = _ROMAN_VALUE.sub(lambda value: str(_arabic(value[0])), match["values"])
        meant = () if amends else (f"{match['word']} {figures}",)
        yield DoubtfulPlace(*match.span(), meant)


def _arabic(roman: str) -> int:
    """Return what a Roman figure counts: “iv” is 4."""
    signs = [_ROMAN_SIGNS[sign] for sign in roman.lower()]
    following = (*signs[1:], 0)
    return sum(-one if one < then else one for one, then in zip(signs, following, strict=True))


_POINT: Final = re.compile(
    r"\(?(?<![^\W_])(?P<mark>[a-h1-9])[.)]\s*"
    r"(?P<part>[a-j](?:\s*(?:,|&|dan)\s*[a-j](?![^\W_])|[ .]?[0-9])*)(?![^\W_]|[.)])"
    r"\s*(?:[;,]\s*)?(?:dan\s+)?",
    re.IGNORECASE,
)
_BEFORE_POINTS: Final = re.compile(r"(?:huruf|hrf)\s*[.:]?\s*$", re.IGNORECASE)


def _points(text: str, _: list[Token]) -> Iterator[DoubtfulPlace]:
    """Yield points of a list that are letters themselves: “Pasal 17 a) b b) i”."""
    found: list[re.Match[str]] = []
    for match in (*_POINT.finditer(text), None):
        if match and found and match.start() == found[-1].end():
            goes_on = match["mark"].lower() == next_mark(found[-1]["mark"].lower())
        else:
            goes_on = False
        if found and not goes_on:
            if len(found) > 1:
                yield _listed_points(text, found)
            found = []
        if match and (goes_on or match["mark"].lower() in ("a", "1")):
            found.append(match)


def _listed_points(text: str, points: list[re.Match[str]]) -> DoubtfulPlace:
    before = _BEFORE_POINTS.search(text, 0, points[0].start())
    start = before.start() if before else points[0].start()
    written = text[start : points[-1].end("part")]
    parts = (re.sub(r"(?<=[a-z])(?=[0-9])", " ", point["part"].lower()) for point in points)
    return DoubtfulPlace(start, start + len(written), (f"huruf {', huruf '.join(parts)}", written))


_NAME: Final = rf"(?:{'|'.join(sorted(name for name in ALIASES if name.isalpha()))})(?![a-z])"
_MORE_NAMES: Final = re.compile(
    rf"(?:\s*(?:,|;|&|/|dan|serta)\s*{_NAME})+(?=\s*(?:[^\sa-z]|$|pasal|psl|ps))", re.IGNORECASE
)
_ONE_NAME: Final = re.compile(rf"(?<![a-z]){_NAME}", re.IGNORECASE)


def _names(text: str, row: list[Token]) -> Iterator[DoubtfulPlace]:
    """Yield nicknames of laws that go on with one before them: “UU KIP, ITE, dan PDP”."""
    for token in row:
        more = _MORE_NAMES.match(text, token.end) if token.sort == ALIAS_NAME else None
        if more:
            yield DoubtfulPlace(*more.span(), (_ONE_NAME.sub(r"UU \g<0>", more[0]),))


_PART_NEXT: Final = r"(?=\(?(?:[0-9]|[a-z](?![a-z])))"
_PART_AHEAD: Final = (
    r"(?=(?:(?:huruf|hrf|angka|ayat|pasal|psl?)\s*[.:]?\s*)?\(?(?:[0-9]|[a-z](?![a-z])))"
)
_CORRECTED: Final = (
    r"\s*[,(]?\s*(?:seharusnya|semestinya|mestinya|diganti(?:kan)?|menjadi|diubah)"
    r"(?:\s+(?:dengan|dgn|oleh|menjadi))?\s+"
)
_BARE_NUMBER: Final = (
    r"(?P<joint>\s*(?:,|;|&|/|dan|serta|j\.?\s?o\.?)\s*)"
    r"(?P<number>[0-9]{1,3}\s*(?:/|tahun|thn|th)\.?\s*[0-9]{4})(?![0-9]|\s*/)"
)
_BEHIND: Final = tuple(
    (frozenset(sorts), re.compile(pattern, re.IGNORECASE), meant)
    for sorts, pattern, meant in (
        # “angka 1, 2, ... 5”: dots, or a sign, for those between
        ({*_PARTS, PASAL}, r"\s*,?\s*(?:\.{2,}|…)\s*,?\s*" + _PART_NEXT, (" s.d. ",)),
        ({*_PARTS, PASAL}, r"\s*,?\s*[-–—]?[~_=<>→]+\s*,?\s*" + _PART_AHEAD, (" s.d. ", ", ")),
        # “huruf a?”, “huruf b*)”: its writer doubts it, or has a note on it
        ({*_PARTS, PASAL}, r"\s*\(?\s*(?:\?+|\*+)\)?", (" ",)),
        ({LAW_NAME, ALIAS_NAME}, r"\s*\(?\s*\?+\)?", (" ",)),
        # “huruf b (seharusnya huruf h)”: which of the two holds is not said
        (
            {*_PARTS, PASAL},
            _CORRECTED + _PART_AHEAD,
            (),
        ),
        # “SE 555/2021/SJ”: the number goes on behind the year
        (
            {LAW_NAME},
            rf"/(?!{KIND_START}|pasal|psl?|huruf|hrf)[a-z](?:[\w.-]{{0,40}}/?){{1,4}}",
            ("",),
        ),
        # “huruf a s.d. Pasal 18”
        ({AYAT, HURUF, ANGKA}, TO + r"(?=(?:pasal|psl|ps)(?![a-z]))(?<![-–—])", (" dan ",)),
        # “huruf a danh”: a blank is missing
        (
            _PARTS,
            r"\s*,?\s*(?P<and>dan|atau|serta)(?P<part>[a-j]|[0-9]{1,2})(?![^\W_])",
            (r" \g<and> \g<part>",),
        ),
        # “Perpres 16/2018 jo. 12/2021”
        ({LAW_NAME}, _BARE_NUMBER, (r"\g<joint>Nomor \g<number>",)),
        # “huruf h a.1”: angka 1, or huruf a as well
        (
            {HURUF, BARE},
            r"\s+a\.?\s?(?P<figure>[0-9]{1,2})(?![^\W_])",
            (r" angka \g<figure>", r"\g<0>"),
        ),
        # “Ps. 17 h.b”: huruf b, or both
        ({PASAL}, r"\s*h\.\s?(?=[a-j](?![^\W_]))", (" huruf ", " h, ")),
    )
)
# “huruf h1 s.d. h3”
_LETTERED_RANGE: Final = re.compile(
    rf"(?<![a-z])(?P<letter>[a-z])\s?(?:angka\s*)?(?P<first>[0-9]{{1,2}}){TO}(?:huruf\s*)?"
    r"(?P=letter)\s?(?:angka\s*)?(?P<last>[0-9]{1,2})(?![0-9])",
    re.IGNORECASE,
)


def _behind(text: str, row: list[Token]) -> Iterator[DoubtfulPlace]:
    """Yield what stands right behind a word of a citation and changes it."""
    for token in row:
        for sorts, pattern, meant in _BEHIND:
            if token.sort in sorts and (match := pattern.match(text, token.end)):
                yield DoubtfulPlace(*match.span(), tuple(map(match.expand, meant)))
    for match in _LETTERED_RANGE.finditer(text):
        figures = f"{match['letter']} angka {match['first']} s.d. {match['last']}"
        yield DoubtfulPlace(*match.span(), (figures,))


_DASH: Final = re.compile(r"\s*[-–—]\s*")


def _bullets(text: str, row: list[Token]) -> Iterator[DoubtfulPlace]:
    """Yield points behind dashes, which look like a range: “- huruf b - huruf i”."""
    for token in row:
        dashed = token.sort in _PARTS and _DASH.search(token.text) is not None
        if dashed and text[: token.start].rstrip()[-1:] in ("-", "–", "—"):
            listed = _DASH.sub(", ", token.text)
            yield DoubtfulPlace(token.start, token.end, (listed, token.text))


def _paragraphs(_: str, row: list[Token]) -> Iterator[DoubtfulPlace]:
    """Yield figures in brackets between two letters: an ayat, a point of a list or an angka."""
    row = [token for token in row if token.sort != COMMA]
    for before, token, after in zip(row, row[1:], row[2:], strict=False):
        figured = token.sort == BARE and re.fullmatch(r"\(\s*[0-9]+\s*\)", token.text)
        if figured and _is_letter(before) and after.sort == HURUF:
            yield DoubtfulPlace(token.start, token.end, (f"ayat {token.text}", "; ", token.text))


_SURROUNDS: Final = " \t.()"


def _points_below(text: str, row: list[Token]) -> Iterator[DoubtfulPlace]:
    """Yield a letter right behind an angka, perhaps a point of it: “(h)(3)(a)”, “angka 1 a)”."""
    for lettered, figured, token in zip(row, row[1:], row[2:], strict=False):
        is_figure = figured.sort == ANGKA or (
            figured.sort == BARE and values_of(figured.text)[-1].isdigit() and _is_letter(lettered)
        )
        gaps = text[lettered.end : figured.start] + text[figured.end : token.start]
        if is_figure and token.sort == BARE and _is_letter(token) and not gaps.strip(_SURROUNDS):
            yield DoubtfulPlace(token.start, token.end, ("", token.text))


_PLACE_BEHIND: Final = re.compile(
    r"\s*,?\s*(?P<place>(?i:kota|kabupaten|kab\.?|provinsi|prov\.?)\s+[A-Z][a-z]+"
    r"(?:\s(?!Pasal|Psl?|Tentang|Ttg)[A-Z][a-z]+)?)(?![^\W_])"
)


def _places_behind(text: str, row: list[Token]) -> Iterator[DoubtfulPlace]:
    """Yield a regional law with its region behind its number: “Perda No. 3/2017 Kota Contoh”."""
    for token in row:
        behind = _PLACE_BEHIND.match(text, token.end) if token.sort == LAW_NAME else None
        kind, _, number = law_code(token.text).partition(" ") if behind else ("", "", "")
        if behind and kind in LOCAL and number[:1].isdigit():
            yield DoubtfulPlace(token.start, behind.end(), (f"{kind} {behind['place']} {number}",))


_NO_LAW: Final = re.compile(
    rf"\b(?:{'|'.join(sorted(NO_LAWS))})(?:\s+(?!p(?:asa|s))[a-z]{{3,30}}){{0,2}}\s+(?=(?:pasal|psl?)\b)",
    re.IGNORECASE,
)


def _other_sources(text: str, row: list[Token]) -> Iterator[DoubtfulPlace]:
    """Yield what is no law before an article: “UU 29/2004 Pasal 48, Kode Etik Pasal 16”."""
    for match in _NO_LAW.finditer(text):
        before, _ = _round(row, match)
        cited = [token for token in before if token.sort in _CITED]
        if cited and cited[-1].sort not in _LAWS and not _is_prose(text, before, match.start()):
            yield DoubtfulPlace(*match.span(), ())


_DEPTH: Final = {AYAT: 1, HURUF: 2, ANGKA: 3}


def _parts_first(text: str, row: list[Token]) -> Iterator[DoubtfulPlace]:
    """Yield parts that stand before their article: “huruf h angka 3 Pasal 17”."""
    parts: list[Token] = []
    previous = ""
    for position, token in enumerate(row):
        beside = not parts or not text[parts[-1].end : token.start].strip()
        if token.sort in _DEPTH and beside and (parts or previous not in _CITED | {COMMA, AND}):
            parts.append(token)
        else:
            whole = not any(after.sort in _PARTS for after in row[position + 1 : position + 2])
            if parts and beside and token.sort == PASAL and whole:
                ordered = sorted(parts, key=lambda part: _DEPTH[part.sort])
                written = " ".join(part.text.strip() for part in (token, *ordered))
                yield DoubtfulPlace(parts[0].start, token.end, (f"{written} ",))
            parts = []
        previous = token.sort


_WAYS: Final = (
    _articles,
    _close,
    _behind,
    _stops,
    _spelt_figures,
    _negations,
    _conditions,
    _hedges,
    _other_sources,
    _parts_first,
    _points_below,
    _places_behind,
    _ranges,
    _misread_articles,
    _counts,
    _bullets,
    _paragraphs,
    _romans,
    _points,
    _names,
)
