"""Formulas that take their value from another workbook: the value stays, the formula goes."""

import re
from collections import Counter
from typing import Final

from lxml import etree

from ppid.handing_in.reply.book import sheets_of, tag
from ppid.handing_in.reply.package import Element, Package
from ppid.handing_in.reply.removed import Removed

_OUTSIDE: Final = re.compile(r"\[[0-9]{1,5}\][^\[\]!'(),+*/&=<>;]{0,250}'?!")
_RULES: Final = frozenset({"cfRule", "dataValidation", "sparkline", "ignoredError"})
_RULE_FORMULAS: Final = frozenset({"formula", "formula1", "formula2", "f"})


def sever_formulas(package: Package, book: str, removed: Counter[Removed]) -> None:
    """Put values in the place of formulas that lead to other workbooks, and drop such names."""
    severed = 0
    for sheet in sheets_of(package):
        severed += _sever_cells(package, sheet.part)
        _sever_rules(package, sheet.part)
    names = package.read(book).find(tag("definedNames"))
    for name in list(names) if names is not None else ():
        if _OUTSIDE.search(name.text or ""):
            package.edit(book)
            names.remove(name)
    if severed:
        removed[Removed.FORMULA] += severed
        # The order of calculation names every formula; programs make it anew.
        chain = {rel.id for rel in package.relations(book) if rel.type == "calcChain"}
        package.unrelate(book, chain)


def _sever_cells(package: Package, part: str) -> int:
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


def _sever_rules(package: Package, part: str) -> None:
    root = package.read(part)
    for formula in [f for f in root.iter("*") if _is_rule_formula(f)]:
        package.edit(part)
        rule = formula.getparent()
        while rule is not None and etree.QName(rule).localname not in _RULES:
            rule = rule.getparent()
        if rule is not None and rule.getparent() is not None:
            _remove_rule(rule)


def _is_rule_formula(element: Element) -> bool:
    text = element.text or ""
    if "[" not in text or etree.QName(element).localname not in _RULE_FORMULAS:
        return False
    return bool(_OUTSIDE.search(text)) and element.tag != tag("f")


def _remove_rule(rule: Element) -> None:
    """Remove a rule, and the groups that hold nothing any more but their range."""
    parent = rule.getparent()
    parent.attrib.pop("count", None)
    parent.remove(rule)
    while parent.getparent() is not None and all(_is_range(child) for child in parent):
        element, parent = parent, parent.getparent()
        parent.remove(element)


def _is_range(element: Element) -> bool:
    return bool(etree.QName(element).localname == "sqref")
