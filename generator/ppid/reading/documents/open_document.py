"""OpenDocument files (.ods, .odt): cells or running text, and whatever is stored but not seen."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from ppid.core.document import Allowance, Part, Piece, Remark, Sort, named
from ppid.reading.documents.office import carried, other_parts, properties
from ppid.reading.documents.package import Node, Package, Step, local
from ppid.reading.documents.tables import Headings, as_written, column_name, joined, row_piece

_CONTENT = "content.xml"
_UNSEEN = {"collapse", "filter"}
_CELLS = {"table-cell", "covered-table-cell"}


def read(content: bytes, allowance: Allowance) -> Iterator[Part]:
    """Yield the text by its place, the properties, and remarks on what is hidden."""
    package = Package(content, allowance)
    body = _Body()
    yield from joined(body.pieces(package), "isi")
    yield from body.remarks()
    yield from properties(package)
    yield from carried(package)
    yield from other_parts(package, frozenset([_CONTENT, "meta.xml"]))


@dataclass(slots=True)
class _Body:
    """What is known while the content is being read."""

    hidden_styles: set[str] = field(default_factory=set)
    style: str = ""
    sheet: str = ""
    unseen_sheet: bool = False
    row: int = 0
    column: int = 0
    step: int = 1
    width: int = 1
    unseen_row: bool = False
    columns: list[tuple[int, int]] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    found: dict[str, None] = field(default_factory=dict)
    notes: int = 0
    changes: bool = False

    def pieces(self, package: Package) -> Iterator[Piece]:
        """Yield each row of a table, and the text outside of tables, in reading order."""
        headings, cells, value = Headings(), list[tuple[int, str]](), ""
        for node in package.walk(_CONTENT):
            if node.step is Step.TEXT:
                self.text.append(node.text)
            elif node.step is Step.OPENS:
                self._open(node)
                value = local(node.attributes, "value") if node.name in _CELLS else value
            elif node.name in _CELLS:
                shown = "\t".join(filter(None, (self._taken(), as_written(value))))
                if shown.strip():
                    cells.append((self.column, shown))
                    self._note_unseen()
                self.column += self.width - 1
            elif node.name == "table-row":
                yield row_piece(cells, self.row, headings)
                cells, self.row = [], self.row + self.step - 1
            elif node.name in {"p", "h"}:
                self.text.append("\t\n")
        yield Piece(self._taken())

    def _taken(self) -> str:
        text = "".join(self.text)
        self.text.clear()
        return text

    def _open(self, node: Node) -> None:
        look = node.attributes
        if node.name == "style":
            self.style = local(look, "name")
        elif node.name == "table-properties" and local(look, "display") == "false":
            self.hidden_styles.add(self.style)
        elif node.name == "table":
            self.sheet, self.row, self.columns = local(look, "name"), 0, []
            self.unseen_sheet = local(look, "style-name") in self.hidden_styles
            self.text.append(f"{self.sheet}\t\n")
            self.column = 0
        elif node.name == "table-column":
            first, self.column = self.column + 1, self.column + _repeated(node, "columns")
            if local(look, "visibility") in _UNSEEN:
                self.columns.append((first, self.column))
        elif node.name == "table-row":
            self.row, self.column, self.step = self.row + 1, 0, _repeated(node, "rows")
            self.unseen_row = local(look, "visibility") in _UNSEEN
        elif node.name in _CELLS:
            self.column, self.width = self.column + 1, _repeated(node, "columns")
        elif node.name == "annotation":
            self.notes += 1
        elif node.name == "tracked-changes":
            self.changes = True

    def _note_unseen(self) -> None:
        where = f"lembar {named(self.sheet)}"
        if self.unseen_sheet:
            self.found[f"Lembar {named(self.sheet)} tersembunyi dan berisi"] = None
        elif self.unseen_row:
            self.found[f"Ada baris tersembunyi yang berisi pada {where}"] = None
        elif any(first <= self.column <= last for first, last in self.columns):
            letter = column_name(self.column)
            self.found[f"Kolom {letter} pada {where} tersembunyi dan berisi"] = None

    def remarks(self) -> Iterator[Remark]:
        """Say what was hidden."""
        for message in self.found:
            yield Remark(Sort.TERSEMBUNYI, message)
        if self.notes:
            message = f"Ada {self.notes} komentar yang ikut tersimpan"
            yield Remark(Sort.TERSEMBUNYI, message, doubtful=not self.sheet)
        if self.changes:
            message = "Perubahan yang dilacak masih tersimpan beserta pengubahnya"
            yield Remark(Sort.KETERANGAN, message)


def _repeated(node: Node, what: str) -> int:
    written = local(node.attributes, f"number-{what}-repeated")
    return int(written) if written.isdigit() else 1
