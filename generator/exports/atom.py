"""Activities as an Atom feed (RFC 4287)."""

from collections.abc import Iterator
from xml.etree import ElementTree as ET

from generator.check import Checked
from generator.export import Export
from generator.feed import Entry, Feed, feed_of

URL = "kegiatan/atom.xml"
_NAMESPACE = "http://www.w3.org/2005/Atom"
_FORBIDDEN = dict.fromkeys({*range(32)} - {9, 10, 13} | {0xFFFE, 0xFFFF, *range(0xD800, 0xE000)})
"""Characters that no XML may hold."""


def exports(checked: Checked) -> Iterator[Export]:
    """Give the feed."""
    feed = feed_of(checked)
    if feed:
        root = _printed(feed)
        yield Export(URL, ET.tostring(root, encoding="utf-8", xml_declaration=True))


def _printed(feed: Feed) -> ET.Element:
    root = ET.Element("feed", {"xmlns": _NAMESPACE, "xml:lang": "id"})
    _add(root, "id", feed.id)
    _add(root, "title", feed.title)
    _add(root, "updated", feed.updated)
    _add(ET.SubElement(root, "author"), "name", feed.publisher)
    _add(root, "link", rel="alternate", type="text/html", href=_way(feed.home, "kegiatan/"))
    if feed.home:
        _add(root, "link", rel="self", type="application/atom+xml", href=feed.home + URL)
    if feed.rights:
        _add(root, "rights", feed.rights)
    for entry in feed.entries:
        _print_entry(root, entry, feed.home)
    return root


def _print_entry(root: ET.Element, entry: Entry, home: str) -> None:
    element = ET.SubElement(root, "entry")
    _add(element, "id", entry.id)
    _add(element, "title", entry.title)
    _add(element, "updated", entry.day)
    _add(element, "published", entry.day)
    _add(element, "link", rel="alternate", type="text/html", href=_way(home, entry.path))
    _add(element, "category", term=entry.kind)
    _add(element, "summary", entry.summary)
    _add(element, "content", str(entry.html), type="html")


def _way(home: str, path: str) -> str:
    """Give an absolute address, or the way from the feed, which lies in `kegiatan/`."""
    return home + path if home else path.removeprefix("kegiatan/") or "./"


def _add(parent: ET.Element, tag: str, text: str = "", **attributes: str) -> None:
    clean = {name: value.translate(_FORBIDDEN) for name, value in attributes.items()}
    element = ET.SubElement(parent, tag, clean)
    if text:
        element.text = text.translate(_FORBIDDEN)
