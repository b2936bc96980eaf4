"""The tables of an OpenDocument text (.odt), with the texts between them.

Like Word, LibreOffice numbers lists by itself: the numbers stand in no text and are counted here.
"""

from collections import Counter
from typing import Final

from ppid.reading.documents.flow import Flow, FlowCell
from ppid.reading.documents.ods import CONTENT, MOST_SPACES, SPACES, AutomaticStyles, count
from ppid.reading.documents.package import LockedError, ZipPackage
from ppid.reading.documents.stored import Run
from ppid.reading.documents.word_tables import MOST_COLUMNS, numeral
from ppid.reading.documents.xml_stream import Node, Step

_STYLES: Final = "styles.xml"
_PARAGRAPHS: Final = frozenset({"p", "h"})
_STRETCHES: Final = frozenset({"p", "h", "span"})
_ASIDE: Final = frozenset({"annotation", "note", "tracked-changes", "sequence-decls"})
"""What is no part of the running text: comments, footnotes, and what was deleted."""
_FORMS: Final = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman",
                 "I": "upperRoman", "": "none"}  # fmt: skip


def read_odt(package: ZipPackage) -> Flow:
    """Read a text document; raise LockedError when it asks for a password."""
    if b"encryption-data" in package.read("META-INF/manifest.xml"):
        raise LockedError
    scan = _Scan()
    for part in (_STYLES, CONTENT):
        for node in package.walk(part):
            scan.take(node, in_text=part == CONTENT)
    scan.flow.finish()
    return scan.flow


class _Numbering:
    """The forms of automatic numbers by style and level, and how far each list has been counted."""

    def __init__(self) -> None:
        self.style = ""
        self._forms: dict[tuple[str, int], tuple[str, str, str]] = {}
        """The sort of number, with what stands before and after it."""
        self._counted: Counter[tuple[str, int]] = Counter()

    def learn(self, node: Node) -> None:
        if node.name == "list-style":
            self.style = node.attribute("name")
        elif node.name.startswith("list-level-style-"):
            form = _FORMS.get(node.attribute("num-format"), "decimal")
            if not node.name.endswith("number"):
                form = "bullet" if node.name.endswith("bullet") else "none"
            level = count(node.attribute("level"), 10)
            around = (node.attribute("num-prefix"), node.attribute("num-suffix"))
            self._forms[self.style, level] = (form, *around)

    def begin(self, style: str, level: int, *, goes_on: bool) -> None:
        if not goes_on:
            del self._counted[style, level]

    def next_in(self, style: str, level: int, start: str) -> str:
        """Count on, and return what stands before the text: “2.”, “b)”, “•”."""
        form, before, after = self._forms.get((style, level), ("none", "", ""))
        if form in {"bullet", "none"}:
            return "•" if form == "bullet" else ""
        self._counted[style, level] += 1
        if start.isdecimal():
            self._counted[style, level] = count(start, 10_000)
        return f"{before}{numeral(self._counted[style, level], form)}{after}"


class _Scan:
    """Where the reading of a document is: list, paragraph, cell, row and table."""

    def __init__(self) -> None:
        self.flow = Flow()
        self.styles, self.numbering = AutomaticStyles(), _Numbering()
        self.depth = self.aside = 0
        self.in_body = False
        self.lists: list[str] = []
        self.number = ""
        """The automatic number of the paragraph that comes next."""
        self.cells: list[FlowCell] = []
        self.cell = FlowCell()
        self.hidden = False
        self.runs: list[Run] = []
        self.strikes: list[bool] = []

    def take(self, node: Node, *, in_text: bool) -> None:
        if node.name in _ASIDE and node.step is not Step.TEXT:
            self.aside += 1 if node.step is Step.OPENS else -1
            self.cell.noted = self.cell.noted or bool(self.depth and self.in_body)
        elif self.aside:
            return
        elif not self.in_body:
            if node.opens("body") and in_text:
                self.in_body = True
            elif node.step is Step.OPENS:
                self.styles.start(node.name, node.attributes)
                self.numbering.learn(node)
        elif node.step is Step.OPENS:
            self._start(node)
        elif node.step is Step.TEXT:
            if self.strikes:  # else it is the layout of the file
                self.runs.append(Run(node.text, True if any(self.strikes) else None))
        else:
            self._end(node)

    def _start(self, node: Node) -> None:
        name, style = node.name, node.attribute("style-name")
        if name in _STRETCHES:
            self.strikes.append(style in self.styles.struck)
        if name == "table":
            self.depth += 1
            if self.depth == 1:
                self.flow.table()
        elif name == "table-row" and self.depth == 1:
            self.cells, self.hidden = [], node.attribute("visibility") == "collapse"
        elif name == "table-cell" and self.depth == 1:
            columns = count(node.attribute("number-columns-spanned"), MOST_COLUMNS)
            rows = count(node.attribute("number-rows-spanned"), 10_000)
            colours = self.styles.colours.get(style, ())
            self.cell = FlowCell(columns=columns, rows=rows, colours=colours)
        elif name == "list":
            self.lists.append(style or (self.lists[-1] if self.lists else ""))
            told = ("continue-numbering", "continue-list")
            goes_on = any(node.attribute(each) not in {"", "false"} for each in told)
            self.numbering.begin(self.lists[-1], len(self.lists), goes_on=goes_on)
        elif name == "list-item" and self.lists:
            start = node.attribute("start-value")
            self.number = self.numbering.next_in(self.lists[-1], len(self.lists), start)
        elif name in SPACES and self.strikes:
            many = count(node.attribute("c"), MOST_SPACES)
            self.runs.append(Run(SPACES[name] * many, None))
        elif name == "a" and self.depth:
            self.cell.link = self.cell.link or node.attribute("href")

    def _end(self, node: Node) -> None:
        name = node.name
        if name in _PARAGRAPHS:
            self._end_paragraph()
        if name in _STRETCHES:
            self.strikes.pop()
        if name == "table-cell" and self.depth == 1:
            self.cells.append(self.cell)
        elif name == "table-row" and self.depth == 1:
            self.flow.row(self.cells[:MOST_COLUMNS], hidden=self.hidden)
        elif name == "table":
            self.depth -= 1
        elif name == "list":
            self.lists.pop()

    def _end_paragraph(self) -> None:
        runs, self.runs = self.runs, []
        number, self.number = self.number, ""
        if number and (self.depth or any(run.text.strip() for run in runs)):
            runs.insert(0, Run(f"{number} " if runs else number, None))
        if self.depth:
            self.cell.runs += [Run("\n", None), *runs] if self.cell.runs else runs
        else:
            self.flow.paragraph(runs)
