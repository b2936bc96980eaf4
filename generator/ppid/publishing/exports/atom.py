"""Every feed in the Atom format (RFC 4287)."""

from collections.abc import Iterator
from xml.etree import ElementTree as ET

from ppid.core.page import Export
from ppid.publishing.feeds import Feed, FeedEntry, feeds_of
from ppid.publishing.publication import Publication

_NAME = "atom.xml"
_NAMESPACE = "http://www.w3.org/2005/Atom"
_FORBIDDEN = dict.fromkeys({*range(32)} - {9, 10, 13} | {0xFFFE, 0xFFFF, *range(0xD800, 0xE000)})
"""Characters that no XML may hold."""


def exports(publication: Publication) -> Iterator[Export]:
    """Yield every feed, beside the page that shows the same."""
    for feed in feeds_of(publication):
        root = _printed(feed)
        content = ET.tostring(root, encoding="utf-8", xml_declaration=True)
        yield Export(feed.folder + _NAME, content, feed.title)


def _printed(feed: Feed) -> ET.Element:
    root = ET.Element("feed", {"xmlns": _NAMESPACE, "xml:lang": "id"})
    _add(root, "id", feed.id)
    _add(root, "title", feed.title)
    _add(root, "updated", feed.updated)
    _add(ET.SubElement(root, "author"), "name", feed.publisher)
    _add(root, "link", rel="alternate", type="text/html", href=_way(feed.folder, feed))
    if feed.home:
        _add(
            root,
            "link",
            rel="self",
            type="application/atom+xml",
            href=feed.home + feed.folder + _NAME,
        )
    if feed.rights:
        _add(root, "rights", feed.rights)
    for entry in feed.entries:
        _print_entry(root, entry, feed)
    return root


def _print_entry(root: ET.Element, entry: FeedEntry, feed: Feed) -> None:
    element = ET.SubElement(root, "entry")
    _add(element, "id", entry.id)
    _add(element, "title", entry.title)
    _add(element, "updated", entry.day)
    _add(element, "published", entry.day)
    _add(element, "link", rel="alternate", type="text/html", href=_way(entry.path, feed))
    _add(element, "category", term=entry.kind)
    _add(element, "summary", entry.summary)
    if entry.text:
        _add(element, "content", entry.text, type="text")
    else:
        _add(element, "content", str(entry.html), type="html")


def _way(path: str, feed: Feed) -> str:
    """Return an absolute address, or the way from the folder in which the feed lies."""
    if feed.home:
        return feed.home + path
    if path.startswith(feed.folder):
        return path.removeprefix(feed.folder) or "./"
    return "../" * feed.folder.count("/") + path


def _add(parent: ET.Element, tag: str, text: str = "", **attributes: str) -> None:
    clean = {name: value.translate(_FORBIDDEN) for name, value in attributes.items()}
    element = ET.SubElement(parent, tag, clean)
    if text:
        element.text = text.translate(_FORBIDDEN)
