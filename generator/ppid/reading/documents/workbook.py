"""Workbooks (.xlsx): every cell with its place, and whatever is stored but not seen."""

from collections.abc import Iterator
from typing import Final

from ppid.core.document import Allowance, Part, Piece, Remark, Sort, named
from ppid.reading.documents.dropdowns import Choices
from ppid.reading.documents.office import carried, notes, other_parts, properties
from ppid.reading.documents.package import Package, Step, closing, local
from ppid.reading.documents.sheet import HIDING, Seen
from ppid.reading.documents.tables import column_name, joined

_BOOK: Final = "xl/workbook.xml"
_STRINGS: Final = "xl/sharedStrings.xml"
_STORED: Final = (
    ("xl/pivotCache/", Sort.TERSEMBUNYI, "Tersimpan salinan data sebuah tabel pivot"),
    ("xl/externalLinks/", Sort.TERSEMBUNYI, "Tersimpan isi buku kerja lain yang ditautkan"),
    ("xl/revisions/", Sort.KETERANGAN, "Tersimpan riwayat perubahan"),
    ("xl/connections.xml", Sort.PROGRAM, "Dokumen ini membawa sambungan ke sumber data lain"),
)


def read(content: bytes, allowance: Allowance) -> Iterator[Part]:
    """Yield the cells, the properties, and remarks on what is hidden."""
    package = Package(content, allowance)
    strings, choices = list(_shared_strings(package)), Choices()
    sheets = list(_sheets(package, choices))
    used: set[int] = set()
    for sheet in sheets:
        place = f"lembar {HIDING.get(sheet.state, '')} {named(sheet.name)}".replace("  ", " ")
        yield Piece(sheet.name, "nama lembar")
        content = package.read(sheet.part)
        yield from joined(sheet.rows(content, strings, used, choices), place)
    unused = (text for number, text in enumerate(strings) if number not in used)
    yield Piece("\t\n".join(unused), "teks yang tersimpan tetapi tidak dipakai lagi")
    for sheet in sheets:
        yield from _hidden(sheet, choices)
    for start, sort, message in _STORED:
        if package.below(start):
            yield Remark(sort, message)
    yield from notes(package)
    yield from properties(package)
    yield from carried(package)
    known = frozenset([_STRINGS, *(sheet.part for sheet in sheets)])
    yield from other_parts(package, known)


def _sheets(package: Package, choices: Choices) -> Iterator[Seen]:
    targets = {
        node.attributes.get("Id", ""): node.attributes.get("Target", "")
        for node in package.walk("xl/_rels/workbook.xml.rels")
    }
    defined = ""
    for node in package.walk(_BOOK):
        if node.step is Step.OPENS and node.name == "sheet":
            target = targets.get(local(node.attributes, "id"), "")
            part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
            state = node.attributes.get("state", "visible")
            yield Seen(node.attributes.get("name", ""), state, part)
        elif node.step is Step.OPENS and node.name == "definedName":
            defined = node.attributes.get("name", "")
        elif node.step is Step.TEXT and node.name == "definedName":
            choices.define(defined, node.text)


def _shared_strings(package: Package) -> Iterator[str]:
    for element in closing(package.read(_STRINGS), frozenset({"si"})):
        yield "".join(element.itertext())


def _hidden(sheet: Seen, choices: Choices) -> Iterator[Remark]:
    if sheet.state in HIDING and sheet.filled and not choices.show_all(sheet.name, sheet.filled):
        state = HIDING[sheet.state]
        message = f"Lembar {named(sheet.name)} {state} dan berisi {len(sheet.filled)} sel"
        yield Remark(Sort.TERSEMBUNYI, message)
    rows = sorted(sheet.hidden_rows)
    if rows and sheet.state not in HIDING:
        message = f"Ada {len(rows)} baris tersembunyi yang berisi, mulai baris {rows[0]}"
        yield Remark(Sort.TERSEMBUNYI, f"{message}, pada lembar {named(sheet.name)}")
    columns = sorted(sheet.hidden_columns)
    if columns and sheet.state not in HIDING:
        letters = ", ".join(map(column_name, columns[:5]))
        message = f"Ada {len(columns)} kolom tersembunyi yang berisi ({letters})"
        yield Remark(Sort.TERSEMBUNYI, f"{message} pada lembar {named(sheet.name)}")
