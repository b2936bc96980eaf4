"""Takes out of a workbook what runs or leads outside: macros, links to files, connections, objects.

Links to web pages and mail addresses stay: they are content.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

from lxml import etree

from ppid.handing_in.reply.book import WORKSHEET, sheets_of, tag, workbook_part
from ppid.handing_in.reply.package import MAIN, REL, Element, Package, Relation
from ppid.handing_in.reply.removed import Removed
from ppid.handing_in.reply.severed import sever_formulas

_BY_SORT: Final[Mapping[str, Removed]] = {
    "vbaProject": Removed.MACRO,
    "wordVbaData": Removed.MACRO,
    "attachedToolbars": Removed.MACRO,
    "extensibility": Removed.MACRO,
    "userCustomization": Removed.MACRO,
    "externalLink": Removed.BOOK,
    "externalLinkPath": Removed.BOOK,
    "xlExternalLinkPath": Removed.BOOK,
    "connections": Removed.CONNECTION,
    "queryTable": Removed.CONNECTION,
    "powerPivotData": Removed.CONNECTION,
    "oleObject": Removed.OBJECT,
    "package": Removed.OBJECT,
    "control": Removed.OBJECT,
    "activeXControlBinary": Removed.OBJECT,
    "webextensiontaskpanes": Removed.ADDIN,
    "taskpanes": Removed.ADDIN,
    "origin": Removed.SIGNATURE,
}
_CODE_SHEETS: Final = frozenset({"xlMacrosheet", "xlIntlMacrosheet", "dialogsheet"})
_PLAIN_BOOK: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
_ADDRESS: Final = re.compile(r"(?:https?|mailto):", re.IGNORECASE)
_LINKS: Final = frozenset({"hyperlink", "hlinkClick", "hlinkHover", "hlinkMouseOver"})
_WRAPPERS: Final = frozenset({"AlternateContent", "Choice", "Fallback"})
_BLANK_SHEET: Final = f'<worksheet xmlns="{MAIN}"><sheetData/></worksheet>'.encode()


def disarm(package: Package) -> Mapping[Removed, int]:
    """Take out what runs or leads outside; give how much of each sort there was."""
    book = workbook_part(package)
    removed: Counter[Removed] = Counter()
    _empty_code_sheets(package, book, removed)
    pivots = _foreign_pivots(package)
    for owner in sorted(package.reachable()):
        dropped = {
            relation.id: reason
            for relation in package.relations(owner)
            if (reason := _reason(package, relation, pivots))
        }
        if dropped:
            removed.update(dropped.values())
            _drop(package, owner, set(dropped))
    sever_formulas(package, book, removed)
    package.declare(book, _PLAIN_BOOK)
    return removed


def _reason(package: Package, relation: Relation, pivots: frozenset[str]) -> Removed | None:
    if relation.external and relation.type == "hyperlink":
        return None if _ADDRESS.match(relation.target) else Removed.ADDRESS
    if relation.type in _BY_SORT:
        return _BY_SORT[relation.type]
    if relation.external:
        return Removed.CONTENT
    if relation.target in pivots:
        return Removed.CONNECTION
    if relation.type == "customXml" and b"DataMashup" in package.parts.get(relation.target, b""):
        return Removed.CONNECTION
    return None


def _foreign_pivots(package: Package) -> frozenset[str]:
    """Return the pivot tables, and their stores, that are fed from outside the workbook."""
    stores = {
        name
        for name in package.related(workbook_part(package), "pivotCacheDefinition")
        if _is_fed_from_outside(package, name)
    }
    tables = {
        table
        for sheet in sheets_of(package)
        for table in package.related(sheet.part, "pivotTable")
        if stores.intersection(package.related(table, "pivotCacheDefinition"))
    }
    return frozenset(stores | tables)


def _is_fed_from_outside(package: Package, name: str) -> bool:
    source = package.read(name).find(tag("cacheSource"))
    if source is None:
        return False
    outside = any(relation.external for relation in package.relations(name))
    return outside or source.get("type") != "worksheet" or bool(source.get("connectionId"))


def _empty_code_sheets(package: Package, book: str, removed: Counter[Removed]) -> None:
    """Put an empty sheet where a sheet of code was: the order of sheets must not change."""
    entries = {entry.get(f"{{{REL}}}id"): entry for entry in package.read(book).iter(tag("sheet"))}
    for sheet in sheets_of(package):
        if sheet.sort in _CODE_SHEETS:
            name = package.free_name("xl/worksheets/sheet{}.xml")
            package.put(name, _BLANK_SHEET, WORKSHEET)
            package.edit(book)
            entries[sheet.rid].set(f"{{{REL}}}id", package.relate(book, "worksheet", name))
            package.unrelate(book, {sheet.rid})
            removed[Removed.MACRO] += 1


def _drop(package: Package, owner: str, ids: set[str]) -> None:
    """Take relationships away, and whatever names them in their part."""
    package.unrelate(owner, ids)
    if not owner.lower().endswith(".xml"):
        return
    root = package.read(owner)
    named = [element for element in root.iter("*") if ids & _ids_in(element)]
    if named:
        package.edit(owner)
    for element in named:
        _forget(element, ids)
    if etree.QName(root).localname == "table":
        _forget_query(package.edit(owner))


def _ids_in(element: Element) -> set[str]:
    return {value for name, value in element.attrib.items() if name.startswith(f"{{{REL}}}")}


def _forget(element: Element, ids: set[str]) -> None:
    """Take away an element, or only what it says of the relationship if it has another one."""
    name = etree.QName(element).localname
    if name not in _LINKS and _ids_in(element) - ids:
        for attribute, value in list(element.attrib.items()):
            if attribute.startswith(f"{{{REL}}}") and value in ids:
                del element.attrib[attribute]
        return
    parent = element.getparent()
    while parent is not None:
        parent.remove(element)
        wrapper = etree.QName(parent).localname in _WRAPPERS
        if (len(parent) and not wrapper) or parent.getparent() is None:
            return
        element, parent = parent, parent.getparent()


def _forget_query(table: Element) -> None:
    """Make a table that a query filled an ordinary table."""
    table.attrib.pop("tableType", None)
    columns: Iterable[Element] = table.iter(tag("tableColumn"))
    for column in columns:
        column.attrib.pop("queryTableFieldId", None)
