"""Finished sheets go from a workbook of our own into the clerk's: styles, texts, tabs."""

from collections.abc import Sequence
from copy import deepcopy
from io import BytesIO
from typing import Final

from lxml import etree
from openpyxl import Workbook
from openpyxl.utils import absolute_coordinate, quote_sheetname

from ppid.handing_in.reply.answer_sheets import ReplySheet, write
from ppid.handing_in.reply.package import (
    REL,
    WORKSHEET,
    BrokenError,
    EditedPackage,
    Element,
    open_package,
    sheets_of,
    tag,
    workbook_part,
)

_KINDS: Final = (("fonts", "fontId"), ("fills", "fillId"), ("borders", "borderId"))


def remove_sheets(package: EditedPackage, names: set[str]) -> None:
    """Take sheets out of a workbook; what is said about the others keeps pointing to them."""
    if not names:
        return
    book = workbook_part(package)
    sheets = sheets_of(package)
    package.unrelate(book, {sheet.rid for sheet in sheets if sheet.name in names})
    root = package.edit(book)
    listed = root.find(tag("sheets"))
    for entry in list(listed):
        if entry.get("name") in names:
            listed.remove(entry)
    kept = [index for index, sheet in enumerate(sheets) if sheet.name not in names]
    _renumber(root, {str(old): str(new) for new, old in enumerate(kept)})


def add_sheets(package: EditedPackage, finished: Sequence[ReplySheet], styles_part: str) -> None:
    """Add our sheets behind the clerk's, and let the first of ours be open."""
    book = Workbook()
    for sheet in book.worksheets:
        book.remove(sheet)
    for page in finished:
        write(book, page)
    stream = BytesIO()
    book.save(stream)
    ours = open_package(stream.getvalue())
    styles = next(ours.related(workbook_part(ours), "styles"))
    offset = _join_styles(package.edit(styles_part), ours.read(styles))
    main = workbook_part(package)
    first = len(sheets_of(package))
    for index, (page, made) in enumerate(zip(finished, sheets_of(ours), strict=True), first):
        tree = ours.edit(made.part)
        # openpyxl has put the texts into the cells themselves; only the styles lie elsewhere.
        for cell in tree.iter(tag("c")):
            cell.set("s", str(int(cell.get("s", "0")) + offset))
        name = package.free_name("xl/worksheets/sheet{}.xml")
        package.put(name, etree.tostring(tree, xml_declaration=True, encoding="UTF-8"), WORKSHEET)
        _list_sheet(package.edit(main), page.name, package.relate(main, "worksheet", name))
        _name_ranges(package.edit(main), page.name, index, tree.find(tag("autoFilter")).get("ref"))
    _open_at(package, main, first)


def _join_styles(theirs: Element, ours: Element) -> int:
    """Put our fonts, fills, frames and formats behind theirs; return the number of our first."""
    shifts = {}
    for kind, attribute in _KINDS:
        listed = theirs.find(tag(kind))
        if listed is None:
            raise BrokenError(f"styles without {kind}")
        shifts[attribute] = len(listed)
        listed.extend(deepcopy(each) for each in ours.find(tag(kind)))
        listed.set("count", str(len(listed)))
    formats = theirs.find(tag("cellXfs"))
    if formats is None:
        raise BrokenError("styles without formats")
    offset = len(formats)
    for each in ours.find(tag("cellXfs")):
        copied = deepcopy(each)
        for attribute, shift in shifts.items():
            copied.set(attribute, str(int(each.get(attribute, "0")) + shift))
            copied.set(f"apply{attribute.removesuffix('Id').capitalize()}", "1")
        copied.set("xfId", "0")
        formats.append(copied)
    formats.set("count", str(len(formats)))
    return offset


def _list_sheet(book: Element, name: str, rid: str) -> None:
    listed = book.find(tag("sheets"))
    taken = [
        int(each.get("sheetId", "0")) for each in listed if each.get("sheetId", "").isdecimal()
    ]
    entry = etree.SubElement(listed, tag("sheet"), name=name)
    entry.set("sheetId", str(max(taken, default=0) + 1))
    entry.set(f"{{{REL}}}id", rid)


def _name_ranges(book: Element, sheet: str, index: int, table: str) -> None:
    """Name the row that repeats on paper and the range of the filter, as the programs do."""
    names = book.find(tag("definedNames"))
    if names is None:
        names = etree.Element(tag("definedNames"))
        before = [book.find(tag(each)) for each in ("externalReferences", "functionGroups")]
        present = [each for each in before if each is not None]
        (present[0] if present else book.find(tag("sheets"))).addnext(names)
    quoted, row = quote_sheetname(sheet), table.partition(":")[0].lstrip("A")
    for name, text, hidden in (
        ("_xlnm._FilterDatabase", f"{quoted}!{absolute_coordinate(table)}", True),
        ("_xlnm.Print_Titles", f"{quoted}!${row}:${row}", False),
    ):
        entry = etree.SubElement(names, tag("definedName"), name=name, localSheetId=str(index))
        entry.text = text
        if hidden:
            entry.set("hidden", "1")


def _renumber(book: Element, numbers: dict[str, str]) -> None:
    """Keep names and views at their sheets after some sheets are gone."""
    names = book.find(tag("definedNames"))
    for name in list(names) if names is not None else ():
        local = name.get("localSheetId")
        if local in numbers:
            name.set("localSheetId", numbers[local])
        elif local is not None:
            names.remove(name)
    if names is not None and not len(names):
        book.remove(names)
    for view in book.iter(tag("workbookView")):
        for attribute in ("activeTab", "firstSheet"):
            if view.get(attribute):
                view.set(attribute, numbers.get(view.get(attribute), "0"))


def _open_at(package: EditedPackage, book: str, index: int) -> None:
    """Show one sheet when the workbook is opened; two selected sheets would be edited together."""
    views = package.edit(book).find(tag("bookViews"))
    if views is None:
        views = etree.Element(tag("bookViews"))
        package.edit(book).find(tag("sheets")).addprevious(views)
        etree.SubElement(views, tag("workbookView"))
    for view in views:
        view.set("activeTab", str(index))
    for number, sheet in enumerate(sheets_of(package)):
        selected = package.read(sheet.part).find(f"{tag('sheetViews')}/{tag('sheetView')}")
        if selected is not None and (number == index or selected.get("tabSelected")):
            package.edit(sheet.part)
            selected.set("tabSelected", "1" if number == index else "0")
