"""Pages that open by a double click: a folder does not open from a disk, so links name files."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape, unescape
from posixpath import normpath
from typing import Final
from urllib.parse import quote, unquote

from ppid.publishing.render import way_up
from ppid.publishing.site_addresses import FRONT, HOME, leads_elsewhere, place_of

_LINK: Final = re.compile(r'\b(href|action)="([^"#?]+)([#?][^"]*)?"')


@dataclass(frozen=True, slots=True)
class FileLinks:
    """Turns the links of pages into links to files.

    `lead` says where a link to a place leads: to a file, to an address elsewhere, or nowhere; the
    last lead to `missing` instead, a file with an anchor. Places are counted from the folder that
    holds all pages. Links that begin with `site_url`, if it is known, are links of the site too,
    unless they lead nowhere: another program may answer below the same address.
    """

    lead: Callable[[str], str]
    missing: str
    site_url: str = ""
    _known: dict[tuple[int, str], str] = field(default_factory=dict)

    def in_page(self, html: str, page: str) -> str:
        """Return the page whose file is `page` with its links turned."""
        depth = page.count("/")

        def moved(link: re.Match[str]) -> str:
            # From one depth an address that goes up to the root leads to the same from every page.
            name, written, rest = link.groups()
            same = depth > 0 and written.startswith("../" * depth)
            to = self._known.get((depth, written)) if same else None
            if to is None:
                to = self._turned(written, page)
                if same:
                    self._known[depth, written] = to
            return f'{name}="{to}{"" if "#" in to else rest or ""}"'

        return _LINK.sub(moved, html)

    def _turned(self, written: str, page: str) -> str:
        address = unquote(unescape(written))
        if self.site_url and address.startswith(self.site_url):
            to = self.lead(normpath(address.removeprefix(self.site_url)))
            if not to:
                return written
        elif leads_elsewhere(address):
            return written
        else:
            to = self.lead(place_of(address, page)) or self.missing
        if leads_elsewhere(to):
            return escape(to)
        path, mark, anchor = to.partition("#")
        return escape(f"{way_to(page).removeprefix('./')}{quote(path)}{mark}{anchor}")


def way_to(page: str) -> str:
    """Return the way from a page to the folder that holds all of them."""
    return way_up(page.count("/"))


def front_of(place: str) -> str:
    """Return the file of a page by its place."""
    return FRONT if place == HOME else f"{place}/{FRONT}"
