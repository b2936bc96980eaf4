"""What runs or leads outside is taken out of a workbook: macros, links to files, connections.

Links to web pages and mail addresses stay: they are content.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from enum import Enum
from typing import Final

from lxml import etree

from ppid.handing_in.reply.package import (
    MAIN,
    REL,
    WORKSHEET,
    EditedPackage,
    Element,
    sheets_of,
    tag,
    workbook_part,
)
from ppid.reading.documents.package import Relation
from ppid.values.numbers import format_bulat


class Removed(Enum):
    """A sort of content that is taken out; the value says what became of it."""

    MACRO = "Makro (kode program) dihapus."
    BOOK = "Tautan ke buku kerja lain dihapus."
    FORMULA = "sel yang rumusnya mengambil isi dari buku kerja lain kini berisi nilai terakhirnya."
    CONNECTION = "Sambungan ke sumber data luar dihapus; isinya yang terakhir tetap."
    OBJECT = "Objek yang disisipkan (berkas, kontrol, atau program) dihapus."
    ADDIN = "Aplikasi tambahan dihapus."
    ADDRESS = (
        "tautan ke berkas di komputer atau jaringan, atau yang menjalankan perintah, dimatikan; "
        "tulisannya tetap."
    )
    CONTENT = "Isi yang diambil dari alamat luar, misalnya gambar, tidak ikut."
    SIGNATURE = "Tanda tangan elektronik berkas dihapus karena tidak berlaku bagi salinan ini."


_COUNTED = frozenset({Removed.FORMULA, Removed.ADDRESS})


def removals_said(removed: Mapping[Removed, int]) -> tuple[str, ...]:
    """Say what was taken out, one sentence for each sort, always in the same order."""
    return tuple(
        f"{format_bulat(removed[sort])} {sort.value}" if sort in _COUNTED else sort.value
        for sort in Removed
        if removed.get(sort)
    )


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
_OUTSIDE: Final = re.compile(r"\[[0-9]{1,5}\][^\[\]!'(),+*/&=<>;]{0,250}'?!")
_RULES: Final = frozenset({"cfRule", "dataValidation", "sparkline", "ignoredError"})
_RULE_FORMULAS: Final = frozenset({"formula", "formula1", "formula2", "f"})


def disarm(package: EditedPackage) -> Mapping[Removed, int]:
    """Take out what runs or leads outside; return how much of each sort there was."""
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
    _replace_foreign_formulas(package, book, removed)
    package.declare(book, _PLAIN_BOOK)
    return removed


def _reason(package: EditedPackage, relation: Relation, pivots: frozenset[str]) -> Removed | None:
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


def _foreign_pivots(package: EditedPackage) -> frozenset[str]:
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


def _is_fed_from_outside(package: EditedPackage, name: str) -> bool:
    source = package.read(name).find(tag("cacheSource"))
    if source is None:
        return False
    outside = any(relation.external for relation in package.relations(name))
    return outside or source.get("type") != "worksheet" or bool(source.get("connectionId"))


def _empty_code_sheets(package: EditedPackage, book: str, removed: Counter[Removed]) -> None:
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


def _drop(package: EditedPackage, owner: str, ids: set[str]) -> None:
    """Take relationships away, and whatever names them in their part."""
    package.unrelate(owner, ids)
    if not owner.lower().endswith(".xml"):
        return
    root = package.read(owner)
    named = [element for element in root.iter("*") if ids & _ids_in(element)]
    if named:
        package.edit(owner)
    for element in named:
        _remove_mention(element, ids)
    if etree.QName(root).localname == "table":
        # A table that a query filled becomes an ordinary one.
        table = package.edit(owner)
        table.attrib.pop("tableType", None)
        columns: Iterable[Element] = table.iter(tag("tableColumn"))
        for column in columns:
            column.attrib.pop("queryTableFieldId", None)


def _ids_in(element: Element) -> set[str]:
    return {value for name, value in element.attrib.items() if name.startswith(f"{{{REL}}}")}


def _remove_mention(element: Element, ids: set[str]) -> None:
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


def _replace_foreign_formulas(package: EditedPackage, book: str, removed: Counter[Removed]) -> None:
    """Put values in the place of formulas that lead to other workbooks, and drop such names."""
    replaced = 0
    for sheet in sheets_of(package):
        replaced += _keep_values(package, sheet.part)
        _remove_foreign_rules(package, sheet.part)
    names = package.read(book).find(tag("definedNames"))
    for name in list(names) if names is not None else ():
        if _OUTSIDE.search(name.text or ""):
            package.edit(book)
            names.remove(name)
    if replaced:
        removed[Removed.FORMULA] += replaced
        # The order of calculation names every formula; programs make it anew.
        chain = {rel.id for rel in package.relations(book) if rel.type == "calcChain"}
        package.unrelate(book, chain)


def _keep_values(package: EditedPackage, part: str) -> int:
    """Take formulas that lead outside from their cells; return how many, with those that share."""
    root = package.read(part)
    outside = [f for f in root.iter(tag("f")) if _OUTSIDE.search(f.text or "")]
    if not outside:
        return 0
    package.edit(part)
    groups = {f.get("si") for f in outside if f.get("t") == "shared"} - {None}
    followers = [f for f in root.iter(tag("f")) if f.get("si") in groups and f not in outside]
    for formula in (*outside, *followers):
        formula.getparent().remove(formula)
    return len(outside) + len(followers)


def _remove_foreign_rules(package: EditedPackage, part: str) -> None:
    """Remove rules whose formula leads outside, and groups that then hold only their range."""
    for formula in [f for f in package.read(part).iter("*") if _is_foreign_rule(f)]:
        package.edit(part)
        rule = formula.getparent()
        while rule is not None and etree.QName(rule).localname not in _RULES:
            rule = rule.getparent()
        if rule is None or rule.getparent() is None:
            continue
        parent = rule.getparent()
        parent.attrib.pop("count", None)
        parent.remove(rule)
        while parent.getparent() is not None and all(
            etree.QName(child).localname == "sqref" for child in parent
        ):
            emptied, parent = parent, parent.getparent()
            parent.remove(emptied)


def _is_foreign_rule(element: Element) -> bool:
    text = element.text or ""
    if "[" not in text or etree.QName(element).localname not in _RULE_FORMULAS:
        return False
    return bool(_OUTSIDE.search(text)) and element.tag != tag("f")
