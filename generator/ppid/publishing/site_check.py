"""A built site, looked through as a visitor's browser and a server would find it.

What is wrong in the data is said by the rules, what must not be published by the gate. Here it is
asked whether every address leads somewhere, whether anybody else is told of a visit, and whether
pages stay small enough for a slow line.
"""

import base64
import gzip
import hashlib
import re
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from lxml import html

from ppid.publishing.site_addresses import (
    FRONT,
    file_sent,
    files_of,
    leads_elsewhere,
    place_of,
)

_LOADED: Final = frozenset(
    {"img", "script", "source", "audio", "video", "iframe", "embed", "object", "input"}
)
_ADDRESSES: Final = ("href", "src", "action", "poster")
_RUN: Final = frozenset({None, "", "module", "text/javascript"})
"""Types of scripts that a browser runs; others hold data."""
_CSS_ADDRESS: Final = re.compile(r"url\(\s*['\"]?([^'\")]+)")
_SITEMAP_ADDRESS: Final = re.compile(r"<loc>\s*([^<\s]+)\s*</loc>")
_CANONICAL: Final = re.compile(r'<link rel="canonical" href="([^"]+)"')
_SCHEMES: Final = frozenset({"", "https", "mailto", "tel", "sms"})
LARGEST_PAGE: Final = 150_000
"""Bytes of a page as it is sent, compressed: half a minute on the slowest mobile line."""
_LOST: Final = "404.html"
"""The page for what is not there is shown at any depth, so its addresses cannot be relative."""
_MAP: Final = "sitemap.xml"


@dataclass(frozen=True, slots=True, order=True)
class SiteFault:
    """One thing that is wrong, with the pages where it was met, the first of them by name."""

    sentence: str
    pages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _ReadPage:
    ids: Counter[str]
    links: frozenset[tuple[bool, str]]
    """Addresses, and whether a browser fetches them without being asked."""


@dataclass(slots=True)
class _SiteReader:
    """A site while it is looked through: each page is read once, each address looked up once."""

    site: Path
    files: Collection[str]
    below: str
    """The path under which the site is served."""
    found: dict[str, list[str]] = field(default_factory=dict)
    _pages: dict[str, _ReadPage] = field(default_factory=dict)

    def say(self, sentence: str, page: str) -> None:
        self.found.setdefault(sentence, []).append(page)

    def sent_for(self, address: str, page: str) -> str:
        """Return the file that a server would send for an address on a page, or nothing."""
        path = unquote(urlsplit(address).path)
        return file_sent(place_of(path, page, self.below), self.files) if path else page

    def read(self, page: str) -> _ReadPage:
        if page not in self._pages:
            self._pages[page] = self._look_at(page)
        return self._pages[page]

    def _look_at(self, page: str) -> _ReadPage:
        raw = (self.site / page).read_bytes()
        tree = html.document_fromstring(raw, parser=html.HTMLParser(encoding="utf-8"))
        ids, links, scripts, policy = Counter[str](), set[tuple[bool, str]](), [], ""
        for element in tree.iter("*"):
            tag = str(element.tag)
            if name := element.get("id"):
                ids[name] += 1
            loads = tag in _LOADED or (tag == "link" and element.get("rel") != "canonical")
            links |= {(loads, address) for key in _ADDRESSES if (address := element.get(key))}
            if tag == "object" and (address := element.get("data")):
                links.add((True, address))
            if tag == "meta" and element.get("http-equiv") == "Content-Security-Policy":
                policy = element.get("content", "")
            runs = element.get("type") in _RUN
            if tag == "script" and runs and element.get("src") is None:
                scripts.append(element.text or "")
        if "default-src" not in policy:
            self.say("Halaman tanpa kebijakan isi (Content-Security-Policy)", page)
        for script in scripts:
            digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
            if f"'sha256-{digest}'" not in policy:
                self.say("Skrip di dalam halaman yang tidak diizinkan kebijakannya sendiri", page)
        if len(raw) > LARGEST_PAGE and len(gzip.compress(raw, 6)) > LARGEST_PAGE:
            self.say(f"Halaman lebih dari {LARGEST_PAGE // 1000} kB sesudah dimampatkan", page)
        return _ReadPage(ids, frozenset(links))


def address_of(site: Path) -> str:
    """Return the address that the home page says it has; empty where it says none."""
    found = _CANONICAL.search((site / FRONT).read_text("utf-8", "replace"))
    return unescape(found[1]) if found else ""


def site_faults(site: Path, site_url: str = "") -> list[SiteFault]:
    """Return what is wrong with a built site, in a fixed order.

    With `site_url` the map of the site and its canonical addresses must begin with it.
    """
    reader = _SiteReader(site.resolve(), files_of(site.resolve()), urlsplit(site_url).path)
    for page in sorted(name for name in reader.files if name.endswith(".html")):
        found = reader.read(page)
        for _, address in found.links:
            for sentence in _wrong_with(address, page, reader, known=bool(site_url)):
                reader.say(sentence, page)
        for loads, address in found.links:
            if loads and leads_elsewhere(address):
                reader.say(f"Memuat {address} dari situs lain", page)
        for name, times in found.ids.items():
            if times > 1:
                reader.say(f"Penanda bagian “{name}” ada {times} kali", page)
    for sheet in sorted(name for name in reader.files if name.endswith(".css")):
        for address in _CSS_ADDRESS.findall((reader.site / sheet).read_text("utf-8", "replace")):
            if address.startswith(("data:", "#")):
                continue
            if place_of(urlsplit(address).path, sheet) not in reader.files:
                reader.say(f"{address} tidak ada", sheet)
    for sentence, page in _of_sitemap(reader, site_url):
        reader.say(sentence, page)
    return sorted(SiteFault(sentence, tuple(where)) for sentence, where in reader.found.items())


def _wrong_with(address: str, page: str, reader: _SiteReader, *, known: bool) -> Iterator[str]:
    """Say what is wrong with an address; `known` tells whether that of the site itself is."""
    scheme = urlsplit(address).scheme
    if scheme not in _SCHEMES:
        yield f"Tautan {address} memakai cara yang tidak dikenal"
    if leads_elsewhere(address):
        return
    if address.startswith("/") and page != _LOST:
        yield f"Alamat {address} tidak relatif, sehingga putus di bawah subjalur"
        return
    if address.startswith("/") and not known:  # below a path that only the server knows
        return
    target = reader.sent_for(address, page)
    anchor = unquote(urldefrag(address).fragment)
    if not target:
        yield f"Tautan {address} tidak menuju ke mana pun"
    elif anchor and target.endswith(".html") and not reader.read(target).ids[anchor]:
        yield f"Tautan {address} menunjuk bagian yang tidak ada"


def _of_sitemap(reader: _SiteReader, site_url: str) -> Iterator[tuple[str, str]]:
    """Yield addresses of the map that lead nowhere, or to another site."""
    if not site_url or _MAP not in reader.files:
        return
    base = urljoin(site_url, ".")
    for address in _SITEMAP_ADDRESS.findall((reader.site / _MAP).read_text("utf-8", "replace")):
        if not address.startswith(base):
            yield f"Peta situs menyebut {address}, bukan di bawah {base}", _MAP
        elif not file_sent(place_of(unquote(address.removeprefix(base)), FRONT), reader.files):
            yield f"Peta situs menyebut {address}, yang tidak ada", _MAP
