"""Qualified names of WordprocessingML, and the one way in which elements are added."""

from collections.abc import Mapping
from functools import cache
from typing import Any, Final

from docx.oxml.ns import nsmap, qn
from lxml import etree

__all__ = ["NAMESPACES", "Element", "add", "new", "serialized"]

NAMESPACES: Final = {"w": nsmap["w"], "r": nsmap["r"]}
Element = Any
"""An element of lxml, which publishes no types."""

_qualified = cache(qn)


def new(tag: str, namespaces: Mapping[str, str] = NAMESPACES) -> Element:
    """Make the root of a part."""
    return etree.Element(_qualified(tag), nsmap=dict(namespaces))


def add(parent: Element, tag: str, /, **attributes: str) -> Element:
    """Add an element; attributes are named without their prefix, which is always `w`."""
    element = etree.SubElement(parent, _qualified(tag))
    for name, value in attributes.items():
        element.set(_qualified(f"w:{name}"), value)
    return element


def serialized(root: Element) -> bytes:
    """Write a part as bytes."""
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return written
