"""Workbooks (.xlsx): every cell with its place, and whatever is stored but not seen."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from generator.leaks.dropdowns import Choices
from generator.leaks.model import Allowance, Part, Piece, Remark, Sort, named
from generator.leaks.office import carried, notes, other_parts, properties
from generator.leaks.package import Node, Package, Step, local
from generator.leaks.tables import Headings, as_written, column_name, joined, row_piece

_REFERENCE: Final = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_DIGITS: Final = 10
_BOOK: Final = "xl/workbook.xml"
_STRINGS: Final = "xl/sharedStrings.xml"
_HIDING: Final = {"hidden": "tersembunyi", "veryHidden": "tersembunyi rapat"}
_STORED: Final = (
    ("xl/pivotCache/", Sort.TERSEMBUNYI, "Tersimpan salinan data sebuah tabel pivot"),
    ("xl/externalLinks/", Sort.TERSEMBUNYI, "Tersimpan isi buku kerja lain yang ditautkan"),
    ("xl/revisions/", Sort.KETERANGAN, "Tersimpan riwayat perubahan"),
    ("xl/connections.xml", Sort.PROGRAM, "Dokumen ini membawa sambungan ke sumber data lain"),
)


@dataclass(slots=True)
class Seen:
    """What is known of a sheet while it is being read."""

    name: str
    state: str
    part: str
    filled: set[tuple[int, int]] = field(default_factory=set)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    column_ranges: list[tuple[int, int]] = field(default_factory=list)


def read(content: bytes, allowance: Allowance) -> Iterator[Part]:
    """Give the cells, the properties, and remarks on what is hidden."""
    package = Package(content, allowance)
    strings, choices = list(_shared_strings(package)), Choices()
    sheets = list(_sheets(package, choices))
    used: set[int] = set()
    for sheet in sheets:
        place = f"lembar {_HIDING.get(sheet.state, '')} {named(sheet.name)}".replace("  ", " ")
        yield Piece(sheet.name, "nama lembar")
        yield from joined(_rows(package, sheet, strings, used, choices), place)
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
    parts: list[str] = []
    for node in package.walk(_STRINGS):
        if node.step is Step.TEXT and node.name == "t":
            parts.append(node.text)
        elif node.step is Step.CLOSES and node.name == "si":
            yield "".join(parts)
            parts.clear()


def _rows(
    package: Package, sheet: Seen, strings: list[str], used: set[int], choices: Choices
) -> Iterator[Piece]:
    headings, cells = Headings(), list[tuple[int, str]]()
    row, column, stored, text = 0, 0, "n", list[str]()
    for node in package.walk(sheet.part):
        if node.step is Step.TEXT and node.name in {"v", "t", "f"}:
            text.append(node.text)
        elif node.step is Step.TEXT and node.name == "formula1":
            choices.use(node.text, sheet.name)
        elif node.step is Step.OPENS and node.name == "c":
            row, column = _position(node, row, column)
            stored, text = node.attributes.get("t", "n"), []
        elif node.step is Step.CLOSES and node.name == "c":
            if value := _value(text, stored, strings, used):
                cells.append((column, value))
                _fill(sheet, row, column)
        elif node.step is Step.CLOSES and node.name == "row":
            yield row_piece(cells, row, headings)
            cells = []
        else:
            row, column = _layout(node, sheet, row, column)


def _layout(node: Node, sheet: Seen, row: int, column: int) -> tuple[int, int]:
    """Note what is hidden when a row or a range of columns begins."""
    if node.step is not Step.OPENS:
        return row, column
    if node.name == "row":
        row = int(node.attributes.get("r") or row + 1)
        if _is_hidden(node.attributes, "ht"):
            sheet.hidden_rows.add(-row)
        return row, 0
    if node.name == "col" and _is_hidden(node.attributes, "width"):
        first, last = node.attributes.get("min", "0"), node.attributes.get("max", "0")
        sheet.column_ranges.append((int(first), int(last)))
    return row, column


def _is_hidden(attributes: Mapping[str, str], size: str) -> bool:
    return attributes.get("hidden") in {"1", "true"} or attributes.get(size) in {"0", "0.0"}


def _position(node: Node, row: int, column: int) -> tuple[int, int]:
    found = _REFERENCE.fullmatch(node.attributes.get("r", ""))
    if found is None:
        return row, column + 1
    number = 0
    for letter in found[1]:
        number = number * 26 + ord(letter) - 64
    return int(found[2]), number


def _value(texts: list[str], stored: str, strings: list[str], used: set[int]) -> str:
    """Give what a cell shows, and its formula before it."""
    if stored == "inlineStr":
        return "".join(texts)
    *formula, text = texts or [""]
    if stored == "s":
        number = int(text) if text.isascii() and text.isdigit() and len(text) < _DIGITS else -1
        known = 0 <= number < len(strings)
        used |= {number} if known else set()
        text = strings[number] if known else ""
    elif stored == "n":
        text = as_written(text)
    return "\t".join((*formula, text))


def _fill(sheet: Seen, row: int, column: int) -> None:
    """Remember cells of hidden sheets, rows and columns: only what is filled can leak."""
    if sheet.state in _HIDING:
        sheet.filled.add((column, row))
    if -row in sheet.hidden_rows:
        sheet.hidden_rows.add(row)
    if any(first <= column <= last for first, last in sheet.column_ranges):
        sheet.hidden_columns.add(column)


def _hidden(sheet: Seen, choices: Choices) -> Iterator[Remark]:
    if sheet.filled and not choices.show_all(sheet.name, sheet.filled):
        state = _HIDING[sheet.state]
        message = f"Lembar {named(sheet.name)} {state} dan berisi {len(sheet.filled)} sel"
        yield Remark(Sort.TERSEMBUNYI, message)
    rows = sorted(row for row in sheet.hidden_rows if row > 0)
    if rows and sheet.state not in _HIDING:
        message = f"Ada {len(rows)} baris tersembunyi yang berisi, mulai baris {rows[0]}"
        yield Remark(Sort.TERSEMBUNYI, f"{message}, pada lembar {named(sheet.name)}")
    columns = sorted(sheet.hidden_columns)
    if columns and sheet.state not in _HIDING:
        letters = ", ".join(map(column_name, columns[:5]))
        message = f"Ada {len(columns)} kolom tersembunyi yang berisi ({letters})"
        yield Remark(Sort.TERSEMBUNYI, f"{message} pada lembar {named(sheet.name)}")
