"""What a feed says, whatever its format, and how its entries are named for good."""

from dataclasses import dataclass
from datetime import date
from typing import Final
from urllib.parse import urlsplit

from markupsafe import Markup

from ppid.kinds.badan import Badan
from ppid.publishing.publication import Publication

NEWEST: Final = 50
_MINTED: Final = "2026-01-01"
"""The day in every tag URI (RFC 4151): fixed once, since an id never changes."""
_NO_HTML: Final = Markup()


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing in a feed, told in `html` or in plain `text`.

    `url` is absolute, or empty when the site's address is unknown; `path` is relative to the root.
    """

    id: str
    url: str
    path: str
    title: str
    day: str
    kind: str
    summary: str
    html: Markup = _NO_HTML
    text: str = ""


@dataclass(frozen=True, slots=True)
class Feed:
    """The feed itself.

    `folder` is the address of the page that shows the same, in which the feed lies; `home` is the
    address of the site, empty when unknown.
    """

    folder: str
    id: str
    home: str
    title: str
    publisher: str
    rights: str
    updated: str
    entries: tuple[Entry, ...]


def moment(day: date) -> str:
    """Write a day as a moment. Midnight UTC is the morning of that day in all of Indonesia."""
    return f"{day.isoformat()}T00:00:00Z"


def permanent_id(path: str, publication: Publication, badan: Badan) -> str:
    """Return a permanent id: the address, or a tag URI of the body when there is no address yet."""
    if publication.site_url:
        return publication.site_url + path
    host = urlsplit(badan.situs).hostname or badan.surel.rpartition("@")[2] or "ppid.invalid"
    return f"tag:{host},{_MINTED}:{path}"
