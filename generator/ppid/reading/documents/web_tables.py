"""The tables of web pages (HTML), which many applications offer as workbooks named .xls."""

import email
import re
from email.message import Message
from itertools import pairwise
from typing import Final

from ppid.reading.documents.flow import Flow, FlowCell
from ppid.reading.documents.old_encodings import EncodingChoice
from ppid.reading.documents.stored import Run
from ppid.reading.documents.text_table import decoded
from ppid.reading.documents.web_page import PageElement, PageElementEnd, events_in
from ppid.reading.documents.xml_stream import TooMuchError, UnreadableError

_MHTML: Final = re.compile(rb"\s*(?:MIME-Version|From|Subject|Content-Type):", re.IGNORECASE)
_CHARSET: Final = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_HEAD: Final = 4_000
_CLASS: Final = re.compile(r"\.([\w-]{1,60})\s{0,9}\{([^{}]*)\}")
_LINES: Final = frozenset({"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "center"})
_BREAKS: Final = _LINES | {"br"}
_PARAGRAPHS: Final = _BREAKS | {"caption"}
_UNSEEN: Final = frozenset({"script", "style", "title", "noscript", "template", "xml"})
"""What no browser shows; in the last one Excel tells itself the names of its sheets."""
_STRIKES: Final = frozenset({"s", "strike", "del"})
_COLOUR: Final = re.compile(r"background(?:-color)?\s*:\s*#?([\w]+)", re.IGNORECASE)
_HEX: Final = re.compile(r"#?([0-9a-fA-F]{6})")
_COLOURS: Final = {"red": "FF0000", "yellow": "FFFF00", "lime": "00FF00", "green": "008000"}
_SPACES: Final = re.compile(r"[ \t\r\n]+")
_HIDING: Final = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_LINE_THROUGH: Final = "line-through"
_EXPONENT: Final = re.compile(r"[0-9][.,]?[0-9]*E\+[0-9]+", re.IGNORECASE)
_MOST_COLUMNS: Final = 250
_MOST_ROWS: Final = 10_000
_MOST_TAGS: Final = 600_000
"""Counted as “<”; a list of 2,000 rows has about 60,000."""


def read_web_page(content: bytes, encoding: str) -> tuple[Flow, tuple[EncodingChoice, ...]]:
    """Read the tables of a page, and the encodings in question; `encoding` is that chosen before.

    Raise UnreadableError when there is no text.
    """
    if _MHTML.match(content[:_HEAD]):
        content = _page_in(content)
    if content.count(b"<") > _MOST_TAGS:
        raise TooMuchError("isinya terlalu banyak untuk dibaca seluruhnya")
    text, choices = _text_of(content, encoding)
    events = events_in(text)
    styles = {
        name: look
        for element, inside in pairwise(events)
        if isinstance(element, PageElement) and element.name == "style" and isinstance(inside, str)
        for name, look in _CLASS.findall(inside)
    }
    scan = _Scan(styles)
    for event in events:
        if isinstance(event, PageElement):
            scan.start(event)
        elif isinstance(event, PageElementEnd):
            scan.end(event.element)
        else:
            scan.text(event)
    scan.finish()
    return scan.flow, choices


def _page_in(content: bytes) -> bytes:
    """Return the page inside of one that was saved with all that belongs to it (.mht)."""
    message = email.message_from_bytes(content)
    pages = [part for part in message.walk() if part.get_content_type() == "text/html"]
    found = [each for page in pages if isinstance(each := _payload(page), bytes)]
    if not found:
        raise UnreadableError("di dalamnya tidak ada halaman")
    return max(found, key=lambda page: page.lower().count(b"<td"))


def _payload(page: Message) -> object:
    return page.get_payload(decode=True)


def _text_of(content: bytes, encoding: str) -> tuple[str, tuple[EncodingChoice, ...]]:
    stated = _CHARSET.search(content[:_HEAD])
    if stated and stated[1].lower() in {b"windows-1252", b"iso-8859-1", b"latin1"}:
        return content.decode("cp1252", "replace"), ()
    return decoded(content, encoding)


class _Scan:
    """Where the reading of a page is: tables inside of a table's cell are read for themselves."""

    def __init__(self, styles: dict[str, str]) -> None:
        self.flow = Flow()
        self.styles = styles
        self.unseen = self.strikes = 0
        self.tables: list[bool] = []
        """For each table that is open: whether it holds the list, or only others."""
        self.begun = False
        """Whether the table that is open has a row; what stands in it before is above it."""
        self.cells: list[FlowCell] = []
        self.cell: FlowCell | None = None
        self.runs: list[Run] = []
        self.number = ""
        self.breaks = False
        """Whether what comes next in the cell stands on a line of its own."""

    def start(self, element: PageElement) -> None:
        name = element.name
        self.unseen += name in _UNSEEN
        self.strikes += self._strikes(element)
        if name == "table":
            self._end_paragraph()
            self.tables.append(not element.holds_table)
            self.begun = False
        elif name == "tr" and self.tables and self.tables[-1]:
            self.cells = []
            if not self.begun:
                self._end_paragraph()
                self.flow.table()
                self.begun = True
        elif name in {"td", "th"} and self.tables and self.tables[-1]:
            self._start_cell(element)
        elif name in _BREAKS and self.cell is not None and self.cell.runs:
            self.cell.runs.append(Run("\n", None))
            self.breaks = False
        elif name in _PARAGRAPHS and self.cell is None and not self._among_rows:
            self._end_paragraph()
        elif name == "a" and self.cell is not None:
            self.cell.link = self.cell.link or element.attributes.get("href", "")

    def end(self, element: PageElement) -> None:
        name = element.name
        self.unseen -= name in _UNSEEN
        self.strikes -= self._strikes(element)
        if name == "table" and self.tables:
            self._end_paragraph()
            self.tables.pop()
        elif name in {"td", "th"} and self.cell is not None:
            if self.number and _EXPONENT.fullmatch(
                "".join(run.text for run in self.cell.runs).strip()
            ):
                self.cell.runs = [Run(self.number, None)]
            self.cells.append(self.cell)
            self.cell, self.breaks = None, False
        elif name in _LINES and self.cell is not None:
            self.breaks = bool(self.cell.runs)
        elif name == "tr" and self.tables and self.tables[-1]:
            hidden = _HIDING.search(element.attributes.get("style", "")) is not None
            self.flow.row(self.cells, hidden=hidden)
        elif name in _PARAGRAPHS and self.cell is None and not self._among_rows:
            self._end_paragraph()

    def finish(self) -> None:
        """Take note that the page has ended."""
        self._end_paragraph()
        self.flow.finish()

    def text(self, text: str) -> None:
        """Take a text; how it is broken into lines in the file says nothing."""
        if self.unseen:
            return
        runs = self.runs if self.cell is None else self.cell.runs
        run = Run(_SPACES.sub(" ", text), True if self.strikes else None)
        if runs and runs[-1].struck == run.struck and runs[-1].text.endswith((" ", "\n")):
            run = run._replace(text=run.text.removeprefix(" "))
        if self.breaks and run.text.strip():
            runs.append(Run("\n", None))
            self.breaks = False
        if run.text and not self.breaks:
            runs.append(run)

    def _start_cell(self, element: PageElement) -> None:
        look, said = self._look(element), element.attributes
        colour = _COLOUR.search(look)
        written = said.get("bgcolor") or (colour[1] if colour else "")
        found = _HEX.fullmatch(written)
        rgb = found[1].upper() if found else _COLOURS.get(written.lower(), "")
        self.number, self.breaks = said.get("x:num", ""), False
        self.cell = FlowCell(
            columns=_count(said.get("colspan"), _MOST_COLUMNS),
            rows=_count(said.get("rowspan"), _MOST_ROWS),
            struck=_LINE_THROUGH in look,
            colours=(rgb,) if rgb else (),
        )

    def _look(self, element: PageElement) -> str:
        said = element.attributes
        named = (self.styles.get(each, "") for each in said.get("class", "").split())
        return "; ".join([*named, said.get("style", "")])

    def _strikes(self, element: PageElement) -> bool:
        name = element.name
        return name in _STRIKES or (name == "span" and _LINE_THROUGH in self._look(element))

    @property
    def _among_rows(self) -> bool:
        """Tell whether rows lie above and maybe below: texts between them wait for their end."""
        return bool(self.tables) and self.tables[-1] and self.begun

    def _end_paragraph(self) -> None:
        self.flow.paragraph(self.runs)
        self.runs = []


def _count(written: str | None, most: int) -> int:
    plain = written and written.isascii() and written.isdigit() and len(written) < 6  # noqa: PLR2004
    return max(1, min(int(written or 1), most)) if plain else 1
