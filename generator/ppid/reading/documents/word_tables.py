"""The tables of a Word document (.docx), with the texts between them.

Word numbers lists by itself: the numbers stand in no text. They are counted here, so that an
automatic “1.” in the first column and “a.” before a part of a text are read as they are seen.
"""

from collections import Counter
from typing import Final

from ppid.reading.documents.flow import Flow, FlowCell
from ppid.reading.documents.package import ZipPackage
from ppid.reading.documents.stored import Run, is_on
from ppid.reading.documents.xml_stream import Node, Step

_BREAKS: Final = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_GONE: Final = frozenset({"del", "moveFrom"})
_NOTES: Final = frozenset({"commentReference", "footnoteReference", "endnoteReference"})
_STRIKES: Final = frozenset({"strike", "dstrike"})
_SECOND_TIME: Final = "Fallback"
"""The same text once more, for programs that do not know the first form of it."""
MOST_COLUMNS: Final = 63
"""Of a table in Word."""
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"
_ROMAN: Final = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l")),
    *((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)


def read_word(package: ZipPackage) -> Flow:
    """Read the main part of a document."""
    scan = _Scan(Numbering(package), package.links(package.main_part))
    skipped = 0
    for node in package.walk(package.main_part):
        if node.name == _SECOND_TIME and node.step is not Step.TEXT:
            skipped += 1 if node.step is Step.OPENS else -1
        elif not skipped:
            scan.take(node)
    scan.flow.finish()
    return scan.flow


class Numbering:
    """The automatic numbers of lists: their forms, and how far each has been counted."""

    def __init__(self, package: ZipPackage) -> None:
        """Read the part that holds the forms; without it there are none."""
        self._forms: dict[tuple[str, str], tuple[str, str]] = {}
        """Number format and text, such as “decimal” and “%1.”, by list and level."""
        self._lists: dict[str, str] = {}
        self._counted: Counter[tuple[str, int]] = Counter()
        self.styled: dict[str, tuple[str, str]] = {}
        """The list and level to which a style puts its paragraphs."""
        number = level = style = ""
        for part in package.related_as(package.main_part, "styles"):
            for node in package.walk(part):
                if node.opens("style"):
                    style = node.attribute("styleId")
                elif node.opens("numId") and style:
                    level = self.styled.get(style, ("", "0"))[1]
                    self.styled[style] = (node.attribute("val"), level)
                elif node.opens("ilvl") and style:
                    self.styled[style] = ("", node.attribute("val"))
        for part in package.related_as(package.main_part, "numbering"):
            for node in package.walk(part):
                if node.opens("abstractNum"):
                    number = node.attribute("abstractNumId")
                elif node.opens("lvl"):
                    level = node.attribute("ilvl")
                elif node.opens("numFmt") or node.opens("lvlText"):
                    form, text = self._forms.get((number, level), ("decimal", ""))
                    value = node.attribute("val")
                    self._forms[number, level] = (
                        (value, text) if node.name == "numFmt" else (form, value)
                    )
                elif node.opens("num"):
                    number = node.attribute("numId")
                elif node.opens("abstractNumId"):
                    self._lists[number] = node.attribute("val")

    def next_in(self, number: str, level: str) -> str:
        """Count on in a list, and return what stands before the text: “2.”, “b.”, “•”."""
        known = self._lists.get(number)
        if known is None or not level.isdecimal() or len(level) > 1:
            return ""
        depth = int(level)
        self._counted[number, depth] += 1
        for deeper in range(depth + 1, 9):
            del self._counted[number, deeper]
        form, text = self._forms.get((known, level), ("decimal", ""))
        if form == "bullet":
            return "•"
        for upper in range(depth + 1):
            kind = self._forms.get((known, str(upper)), ("decimal", ""))[0]
            count = max(self._counted[number, upper], 1)
            text = text.replace(f"%{upper + 1}", numeral(count, kind))
        return text


def numeral(count: int, form: str) -> str:
    """Write a number of a list in its form."""
    if form.endswith("Letter"):
        word = _LETTERS[(count - 1) % len(_LETTERS)] * ((count - 1) // len(_LETTERS) + 1)
    elif form.endswith("Roman"):
        left, word = count, ""
        for value, numeral in _ROMAN:
            word, left = word + numeral * (left // value), left % value
    else:
        return "" if form == "none" else str(count)
    return word.upper() if form.startswith("upper") else word


class _Scan:
    """Where the reading of a document is: paragraph, run, cell, row and table."""

    def __init__(self, numbering: Numbering, links: dict[str, str]) -> None:
        self.flow = Flow()
        self.numbering, self.links = numbering, links
        self.depth = 0
        """How many tables are open: those inside of a cell are part of its text."""
        self.cells: list[FlowCell] = []
        self.cell = FlowCell()
        self.before = self.gone = 0
        self.runs: list[Run] = []
        """The text of the paragraph."""
        self.struck: bool | None = None
        self.in_run = self.vanishing = self.hidden = False
        self.list = self.level = ""

    def take(self, node: Node) -> None:
        if node.step is Step.TEXT:
            self._text(node)
        elif node.step is Step.OPENS:
            self._start(node)
        else:
            self._end(node.name)

    def _text(self, node: Node) -> None:
        if node.name in {"t", "delText"}:
            self.runs.append(Run(node.text, True if self.gone else self.struck))
            self.hidden = self.hidden or (self.vanishing and bool(node.text.strip()))
        elif node.name == "instrText":
            words = node.text.split('"')
            if words[0].strip().upper() == "HYPERLINK" and len(words) > 1:
                self._link(words[1])

    def _start(self, node: Node) -> None:
        name = node.name
        if name == "tbl":
            self.depth += 1
            if self.depth == 1:
                self.flow.table()
        elif name == "tr" and self.depth == 1:
            self.cells, self.before, self.hidden = [], 0, False
        elif name == "tc" and self.depth == 1:
            self.cell = FlowCell()
        elif name == "p":
            self.list = self.level = ""
        elif name == "r":
            self.in_run, self.vanishing, self.struck = True, False, None
        elif name in _STRIKES and self.in_run:
            self.struck = is_on(node.attribute("val")) or self.struck
        elif name == "vanish":
            self.vanishing = is_on(node.attribute("val"))
        elif name in _BREAKS and self.in_run:
            self.runs.append(Run(_BREAKS[name], None))
        elif name in _GONE:
            self.gone += 1
        elif name in _NOTES and self.depth:
            self.cell.noted = True
        elif name == "hyperlink":
            self._link(self.links.get(node.attribute("id"), ""))
        else:
            self._look(node)

    def _look(self, node: Node) -> None:
        name, value = node.name, node.attribute("val")
        if name == "gridSpan" and self.depth == 1:
            self.cell.columns = _count(value)
        elif name == "gridBefore" and self.depth == 1:
            self.before = _count(value)
        elif name == "vMerge" and self.depth == 1:
            self.cell.continues = value != "restart"
        elif name == "shd" and self.depth == 1 and not self.in_run:
            self._colour(node.attribute("fill"))
        elif name == "color" and self.depth == 1 and self.in_run:
            self._colour(value)
        elif name == "pStyle":
            self.list, self.level = self.numbering.styled.get(value, ("", ""))
        elif name == "numId":
            self.list = value
        elif name == "ilvl":
            self.level = value

    def _colour(self, value: str) -> None:
        known = len(value) == len("RRGGBB") and value != "000000"
        if known and all(char in "0123456789abcdefABCDEF" for char in value):
            self.cell.colours = tuple(dict.fromkeys((*self.cell.colours, value.upper())))

    def _link(self, address: str) -> None:
        if self.depth:
            self.cell.link = self.cell.link or address

    def _end(self, name: str) -> None:
        if name == "p":
            self._end_paragraph()
        elif name == "r":
            self.in_run, self.struck = False, None
        elif name in _GONE:
            self.gone -= 1
        elif name == "tc" and self.depth == 1:
            self.cells.append(self.cell)
        elif name == "tr" and self.depth == 1:
            self.flow.row(self.cells[:MOST_COLUMNS], self.before, hidden=self.hidden)
        elif name == "tbl":
            self.depth -= 1

    def _end_paragraph(self) -> None:
        runs, self.runs = self.runs, []
        number = self.numbering.next_in(self.list, self.level or "0") if self.list else ""
        if number and (self.depth or any(run.text.strip() for run in runs)):
            runs.insert(0, Run(f"{number} " if runs else number, None))
        if self.depth:
            self.cell.runs += [Run("\n", None), *runs] if self.cell.runs else runs
        else:
            self.flow.paragraph(runs)


def _count(written: str) -> int:
    plain = written.isascii() and written.isdigit() and len(written) < 4  # noqa: PLR2004
    return max(1, min(int(written), MOST_COLUMNS)) if plain else 1
