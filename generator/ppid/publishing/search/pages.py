"""From printed HTML to what the search knows of a page: title, facets and readable lines.

Only what stands below `data-cari-isi` counts; `data-cari-abaikan` takes parts out again.
`data-cari-segi` names the facets; a page with `data-cari-lewati` repeats others and is left out,
one with `data-cari-lampau` tells of what is over. `data-cari-sebut` is what is read in place of a
text. We read only pages that we printed, ten thousand of them: one pattern cuts them up faster than
a general HTML parser.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace
from html import unescape
from typing import Any

FACETS = ("jenis", "opd", "tahun", "klasifikasi", "huruf")

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)([^>]*)>")
_LEFT_OUT = "data-cari-lewati"
_OVER = "data-cari-lampau"
_SAID_AS = re.compile(r'data-cari-sebut="([^"]*)"')
_FILTER = re.compile(r'data-cari-segi="([^"]*)"')
_ATTRIBUTE = re.compile(r'\s([\w-]+)="([^"]*)"')
_NAMED = re.compile(r"(\w+)\[([\w-]+)\]")
_VOID = frozenset(("area", "base", "br", "col", "hr", "img", "input", "link", "meta", "wbr"))
_BLOCK = frozenset(
    ("blockquote", "details", "div", "dl", "figure", "figcaption", "footer", "h1", "h2", "h3")
) | frozenset(("h4", "li", "nav", "ol", "p", "pre", "section", "table", "td", "th", "tr", "ul"))
_UNREAD = frozenset(("script", "style", "nav", "button", "select", "svg"))
_QUOTED_LAW = "ppid-hukum"  # the same words of the law on every page would find every page
_ANSWER = "ppid-jawaban"  # the class of the sentence that a page begins with
_MARKED = re.compile(rf"{_ANSWER}|data-cari-(?:sebut=|abaikan)|{_QUOTED_LAW}")
"""What changes how a text is read; nearly no tag has any of it."""
_EXAMPLE = "ppid-tanda--contoh"  # demonstration data; of the page itself above its first heading
_YEAR = re.compile(r"/20\d\d(?=/)")
_MANY, _OFTEN = 20, 0.2


@dataclass(frozen=True, slots=True)
class FoundPage:
    """A page as the search sees it; `group` is its address with a sign in place of the year."""

    url: str
    title: str
    facets: dict[str, tuple[str, ...]]
    lines: tuple[str, ...]
    counted: tuple[str, ...]
    """The lines as they count for the search: without the labels that all forms share."""
    answer: str
    """The sentence that the page begins with: is there a file, until when is it withheld?"""
    contoh: bool
    lampau: bool
    """Whether it tells of what is over: an exclusion that ended, an item that no list has now."""

    @property
    def group(self) -> str:
        return _YEAR.sub("/*", self.url)

    def facet(self, name: str) -> str:
        """Return the first value of a facet, or nothing."""
        return next(iter(self.facets.get(name, ())), "")


def read_page(url: str, html: str) -> FoundPage | None:
    """Read a printed page; None when it does not take part in the search."""
    marked = html.find("data-cari-isi")
    if marked < 0:
        return None
    start = html.rfind("<", 0, marked)
    end = html.find("</article>", start)
    article = html[html.find(">", marked) + 1 : end if end > 0 else None]
    if _LEFT_OUT in article:
        return None
    lines = list(_lines(article))
    facets = _facets(article)
    if "tahun" not in facets and (year := _YEAR.search(url)):
        facets["tahun"] = (year[0].lstrip("/"),)
    headings = [text for tag, text in lines if tag == "h1"]
    answers = [text for tag, text in lines if tag.startswith(_ANSWER)]
    kept = tuple(text for tag, text in lines if tag not in {"h1", f"{_ANSWER} abaikan"})
    return FoundPage(
        url=url,
        title=headings[0] if headings else url,
        facets=facets,
        lines=kept,
        counted=kept,
        answer=answers[0] if answers else "",
        contoh=_EXAMPLE in article.partition("<h2")[0],
        lampau=_OVER in article.partition("<h2")[0],
    )


def told_of(page: FoundPage | None) -> object:
    """Return a page that was read as JSON can hold it, for `page_told`."""
    names = (field.name for field in fields(FoundPage) if field.name != "counted")
    return {name: getattr(page, name) for name in names} if page else None


def page_told(told: Any) -> FoundPage | None:  # noqa: ANN401 — what JSON holds
    """Return the page that `read_page` gave."""
    if told is None:
        return None
    facets = {name: tuple(values) for name, values in told["facets"].items()}
    lines = tuple(told["lines"])
    return FoundPage(**{**told, "facets": facets, "lines": lines, "counted": lines})


def _facets(article: str) -> dict[str, tuple[str, ...]]:
    """Read `data-cari-segi="jenis[data-jenis], opd[data-opd]"` and the values beside it."""
    found: dict[str, list[str]] = {}
    for marked in _FILTER.finditer(article):
        # Only the few marks are looked for; the tag around each is found from there.
        start, end = article.rfind("<", 0, marked.start()), article.find(">", marked.end())
        values = dict(_ATTRIBUTE.findall(article, start, end))
        for name, attribute in _NAMED.findall(marked.group(1)):
            if value := values.get(attribute):
                found.setdefault(name, []).append(unescape(value))
    return {name: tuple(dict.fromkeys(values)) for name, values in found.items()}


def _lines(article: str) -> Iterator[tuple[str, str]]:
    """Yield each block of text with the element that it stands in."""
    before, *pieces = _TAG.split(_COMMENT.sub(" ", article) if "<!--" in article else article)
    parts = [before]
    block, depth, hidden = "", 0, 0
    each = iter(pieces)
    for close, name, attributes, text in zip(each, each, each, each, strict=True):
        tag = name.lower()
        if tag in _VOID or attributes.endswith("/"):
            parts.append(" ")
        else:
            depth += -1 if close else 1
            if hidden:
                hidden = 0 if close and depth < hidden else hidden
            elif attributes and not close and _MARKED.search(attributes):
                said = _SAID_AS.search(attributes)
                if _ANSWER in attributes:
                    if line := _said(parts):
                        yield block, line
                    parts, block = [], f"{_ANSWER} abaikan" if _is_left_out(attributes) else _ANSWER
                    if said:
                        parts, hidden = [said[1]], depth
                elif said:
                    parts += [said[1], ": " if tag == "dt" else " "]
                    hidden = depth
                else:
                    hidden = depth
            elif not close and tag in _UNREAD:
                hidden = depth
            elif tag in _BLOCK:
                if line := _said(parts):
                    yield block, line
                parts, block = [], "" if close else tag
            elif close and tag == "dt":
                parts.append(": ")
        if text and not hidden:
            parts.append(text)
    if line := _said(parts):
        yield block, line


def _is_left_out(attributes: str) -> bool:
    return "data-cari-abaikan" in attributes or _QUOTED_LAW in attributes


def _said(parts: list[str]) -> str:
    """Return the text of a block as it is read; nothing where there is none."""
    return " ".join(unescape("".join(parts)).split()).replace(" :", ":")


def without_set_phrases(pages: Iterable[FoundPage]) -> list[FoundPage]:
    """Leave out the lines that many pages of one jenis share: they tell nothing about a page.

    Of the labels of a form (“Waktu dan tempat pembuatan Informasi: …”) only what they say counts;
    they are shown all the same.
    """
    kept = list(pages)
    sizes = Counter(page.facet("jenis") for page in kept)
    seen = Counter(
        (page.facet("jenis"), said)
        for page in kept
        for said in {*page.lines, *(line.partition(": ")[0] + ": " for line in page.lines)}
    )
    common = {
        (jenis, said)
        for (jenis, said), count in seen.items()
        if sizes[jenis] >= _MANY and count > max(3, _OFTEN * sizes[jenis])
    }

    def telling(page: FoundPage) -> FoundPage:
        jenis = page.facet("jenis")
        lines = tuple(line for line in page.lines if (jenis, line) not in common)
        cut = (line.partition(": ") for line in lines)
        counted = tuple(
            after if after and (jenis, f"{label}: ") in common else label + between + after
            for label, between, after in cut
        )
        return replace(page, lines=lines, counted=counted)

    return [telling(page) for page in kept]
