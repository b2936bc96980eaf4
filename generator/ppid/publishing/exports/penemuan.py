"""What other programs look for by name: robots.txt, OpenSearch, security.txt (RFC 9116)."""

from collections.abc import Iterator
from typing import Final
from xml.etree import ElementTree as ET

from ppid.core.page import Export
from ppid.kinds.badan import Badan
from ppid.publishing.publication import Publication

OPENSEARCH: Final = "opensearch.xml"
_NAMESPACE: Final = "http://a9.com/-/spec/opensearch/1.1/"
_LONGEST_NAME: Final = 16
"""What the standard allows for the short name."""


def exports(publication: Publication) -> Iterator[Export]:
    """Yield each file as far as what it must say is known; two need the address of the site."""
    site, badan = publication.site_url, publication.badan
    yield Export("robots.txt", _robots(site).encode())
    if site and badan:
        yield Export(OPENSEARCH, _opensearch(site, badan))
    if badan and (text := _security(publication, badan)):
        yield Export(".well-known/security.txt", text.encode())


def _robots(site: str) -> str:
    """Let everybody read everything."""
    where = f"\nSitemap: {site}sitemap.xml\n" if site else ""
    return f"User-agent: *\nAllow: /\n{where}"


def _opensearch(site: str, badan: Badan) -> bytes:
    root = ET.Element("OpenSearchDescription", xmlns=_NAMESPACE)
    name = f"PPID {badan.singkatan}"[:_LONGEST_NAME].rstrip()
    for tag, text in (
        ("ShortName", name),
        ("Description", f"Cari informasi publik {badan.nama}{' (contoh)' if badan.contoh else ''}"),
        ("Language", "id"),
        ("InputEncoding", "UTF-8"),
    ):
        ET.SubElement(root, tag).text = text
    image = ET.SubElement(root, "Image", height="48", width="48", type="image/png")
    image.text = f"{site}assets/ikon-48.png"
    ET.SubElement(root, "Url", type="text/html", template=f"{site}cari/?q={{searchTerms}}")
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True))


def _security(publication: Publication, badan: Badan) -> str:
    """Say where weaknesses are reported; nothing once the day has passed on which that ends.

    RFC 9116 asks for that day, and a file with one that has passed is worse than none.
    """
    told = badan.laporan_keamanan
    if told is None or told.berlaku_sampai < publication.corpus.today:
        return ""
    contact = told.kontak if told.kontak.startswith("https://") else f"mailto:{told.kontak}"
    lines = [f"Contact: {contact}", f"Expires: {told.berlaku_sampai}T23:59:59Z"]
    lines.append("Preferred-Languages: id, en")
    if publication.site_url:
        lines.append(f"Canonical: {publication.site_url}.well-known/security.txt")
    return "\n".join([*lines, ""])
