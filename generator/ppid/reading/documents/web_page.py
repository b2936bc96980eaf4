"""A web page (HTML) as its elements, each of them closed, also where nobody closed it.

Not every rule of HTML is here, but those by which tables, lists and paragraphs end. They need
nothing but Python's own modules: where the program runs in a browser there is no lxml.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from typing import Final, NamedTuple

from ppid.reading.documents.xml_stream import TooMuchError

_DEEPEST: Final = 250
"""Elements inside of each other; a page that a program made of a list has some twenty."""
_EMPTY: Final = frozenset(
    {"area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input"}
    | {"keygen", "link", "meta", "param", "source", "track", "wbr"}
)
_RAW: Final = frozenset({"script", "style", "xmp", "iframe", "noembed", "noframes"})
_ONLY_TEXT: Final = frozenset({"title", "textarea"})
_IGNORED: Final = frozenset({"html", "head", "body"})
"""They say nothing, and pages that were joined have them in the middle."""
_CELLS: Final = ("td", "th")
_SECTIONS: Final = ("caption", "colgroup", "thead", "tbody", "tfoot")
_OF_TABLE: Final = ("table", *_SECTIONS, "tr", *_CELLS)
_ITEMS: Final[Mapping[str, Collection[str]]] = {
    "li": ("li",),
    "dd": ("dd", "dt"),
    "dt": ("dd", "dt"),
    "option": ("option",),
}
_ENDS_BEFORE: Final[Mapping[str, Collection[str]]] = {
    **_ITEMS,
    **dict.fromkeys(_CELLS, _CELLS),
    "tr": ("tr", "caption", "colgroup"),
    **dict.fromkeys(_SECTIONS, ("tr", *_SECTIONS)),
}
"""What ends, where it is still open, when an element begins."""
_LISTS: Final = ("ul", "ol", "dl", "select")
_BLOCKS: Final = frozenset(
    {"p", "div", "center", "form", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "table"}
    | {"ul", "ol", "dl", "li", "dd", "dt", "blockquote", "fieldset"}
)
"""What no paragraph holds: it ends before them."""

_SPACE: Final = " \t\n\f\r"
_NAME: Final = re.compile(rf"[A-Za-z][^{_SPACE}/>]*")
_ATTRIBUTE: Final = re.compile(
    rf"[{_SPACE}/]*(?:(?P<end>>)|(?P<name>[^{_SPACE}/>][^{_SPACE}/>=]*)"
    rf"(?:[{_SPACE}]*=[{_SPACE}]*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'"
    rf"|(?P<bare>[^{_SPACE}>]*)))?)"
)
"""The next attribute of a tag, or where the tag ends."""
_REFERENCE: Final = re.compile(r"&(?:#[0-9]{1,9}|#[xX][0-9a-fA-F]{1,9}|[A-Za-z][A-Za-z0-9]{0,40});")
_COMMENT_ENDS: Final = re.compile(r"--!?>")


@dataclass(slots=True)
class PageElement:
    """Where an element begins; `holds_table` tells that a table lies in it, at any depth."""

    name: str
    attributes: Mapping[str, str]
    holds_table: bool = False


class PageElementEnd(NamedTuple):
    """Where an element ends."""

    element: PageElement


PageEvent = PageElement | PageElementEnd | str


def events_in(page: str) -> list[PageEvent]:
    """Return where the elements of a page begin and end, and the texts between.

    Raise TooMuchError where too many elements lie inside of each other.
    """
    found = _OpenElements()
    for token in _tokens(page.replace("\0", "")):
        if isinstance(token, PageElement):
            found.start(token)
        elif isinstance(token, PageElementEnd):
            found.end(token.element.name)
        elif token:
            found.events.append(token)
    found.close_to(0)
    return found.events


def _tokens(page: str) -> Iterator[PageEvent]:
    """Yield the tags of a page as they are written, and the texts between."""
    at = begun = 0
    while (at := page.find("<", at)) >= 0:
        is_end = page.startswith("/", at + 1)
        name = _NAME.match(page, at + 1 + is_end)
        if not name and not page.startswith(("!", "?", "/"), at + 1):
            at += 1  # a “<” with which nothing begins is a letter
            continue
        yield unescape(page[begun:at])
        if not name:
            at = begun = _behind_remark(page, at)
            continue
        said = name[0].lower()
        attributes, at = _attributes(page, name.end())
        if at > len(page):
            return
        yield PageElementEnd(PageElement(said, {})) if is_end else PageElement(said, attributes)
        begun = at
        if not is_end and said in _RAW | _ONLY_TEXT:
            end = re.compile(rf"</{said}(?=[{_SPACE}/>])", re.IGNORECASE).search(page, at)
            at = end.start() if end else len(page)
            yield page[begun:at] if said in _RAW else unescape(page[begun:at])
            begun = at
    yield unescape(page[begun:])


def _behind_remark(page: str, at: int) -> int:
    """Return where a comment or declaration ends; one that does not reaches to the end."""
    if page.startswith("<!--", at):
        end = _COMMENT_ENDS.search(page, at + 2)  # “<!-->” is a comment, too
        return end.end() if end else len(page)
    found = page.find(">", at)
    return found + 1 if found >= 0 else len(page)


def _attributes(page: str, at: int) -> tuple[Mapping[str, str], int]:
    """Read a tag behind its name; return also where it ends: beyond the page, if it does not."""
    found: dict[str, str] = {}
    while attribute := _ATTRIBUTE.match(page, at):
        at = attribute.end()
        if attribute["end"]:
            return found, at
        written = attribute["double"] or attribute["single"] or attribute["bare"] or ""
        # In an address “&copy=2” is no sign: here a reference ends with a semicolon.
        value = _REFERENCE.sub(lambda reference: unescape(reference[0]), written)
        found.setdefault(attribute["name"].lower(), value)
    return found, len(page) + 1


class _OpenElements:
    """The elements that are open while a page is read, and what has been read."""

    def __init__(self) -> None:
        self.events: list[PageEvent] = []
        self._open: list[PageElement] = []
        self._depths: defaultdict[str, list[int]] = defaultdict(list)
        """For each name how deep the open elements of it lie."""

    def start(self, element: PageElement) -> None:
        name = element.name
        if name in _IGNORED:
            return
        if name in _BLOCKS:
            self._close("p", within=_OF_TABLE)
        within = (*_LISTS, *_OF_TABLE) if name in _ITEMS else ("table",)
        for each in _ENDS_BEFORE.get(name, ()):
            self._close(each, within=within)
        if name == "table":
            self._close("table", within=(*_CELLS, "caption"))  # nothing else of it holds a table
            if (outer := self._innermost(("table",))) >= 0:
                self._open[outer].holds_table = True
        if name in _CELLS and self._innermost(("tr",)) < self._innermost(("table",)):
            self.start(PageElement("tr", {}))
        self.events.append(element)
        if name in _EMPTY:
            self.events.append(PageElementEnd(element))
            return
        if len(self._open) == _DEEPEST:
            raise TooMuchError("susunannya terlalu bertingkat")
        self._depths[name].append(len(self._open))
        self._open.append(element)

    def end(self, name: str) -> None:
        within = () if name == "table" else ("table",) if name in _OF_TABLE else _OF_TABLE
        closed = self._close(name, within=within)
        if name in {"br", "p"} and not closed:  # browsers take them for “<br>” and “<p></p>”
            self.start(PageElement("br", {}))

    def close_to(self, depth: int) -> None:
        """Close all but so many of the open elements."""
        while len(self._open) > depth:
            element = self._open.pop()
            self._depths[element.name].pop()
            self.events.append(PageElementEnd(element))

    def _close(self, name: str, *, within: Collection[str]) -> bool:
        """Close the innermost element of a name, unless an open one of `within` lies in it."""
        depths = self._depths[name]
        if not depths or depths[-1] < self._innermost(within):
            return False
        self.close_to(depths[-1])
        return True

    def _innermost(self, names: Collection[str]) -> int:
        """Return how deep the innermost open element of these names lies; -1 without one."""
        return max((self._depths[each][-1] for each in names if self._depths[each]), default=-1)
