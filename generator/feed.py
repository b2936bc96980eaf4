"""What every feed of activities says, whatever its format."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from markupsafe import Markup

from generator.check import Checked
from generator.kinds.badan import Badan
from generator.kinds.kegiatan import Kegiatan
from generator.page import url_of
from generator.prose import print_story
from generator.wording import JENIS_KEGIATAN, format_tanggal

_NEWEST = 50
_MINTED = "2026-01-01"
"""The day in every tag URI (RFC 4151): fixed once, since an id never changes."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One activity in a feed; `url` is absolute, or empty when the site's address is unknown."""

    id: str
    url: str
    path: str
    title: str
    day: str
    kind: str
    summary: str
    html: Markup


@dataclass(frozen=True, slots=True)
class Feed:
    """The feed itself; `home` is the address of the site, empty when unknown."""

    id: str
    home: str
    title: str
    publisher: str
    rights: str
    updated: str
    entries: tuple[Entry, ...]


def feed_of(checked: Checked) -> Feed | None:
    """Gather the newest activities; nothing when there is no body to publish them."""
    badan = next(iter(checked.corpus.of(Badan)), None)
    if badan is None:
        return None
    entries = tuple(_entries(checked, badan))
    return Feed(
        id=_id("kegiatan/", checked, badan),
        home=checked.site_url,
        title=f"Kegiatan PPID {badan.singkatan}",
        publisher=badan.nama,
        rights=badan.lisensi,
        # Without entries the day of the data stands in: a feed must say when it changed.
        updated=entries[0].day if entries else _moment(checked.corpus.today.isoformat()),
        entries=entries,
    )


def _entries(checked: Checked, badan: Badan) -> Iterator[Entry]:
    found = sorted(checked.corpus.of(Kegiatan), key=lambda k: (k.tanggal, k.id.slug), reverse=True)
    for kegiatan in found[:_NEWEST]:
        url = url_of(kegiatan.id)
        kind = JENIS_KEGIATAN[kegiatan.jenis]
        place = f" di {kegiatan.tempat}" if kegiatan.tempat else ""
        yield Entry(
            id=_id(url, checked, badan),
            url=checked.site_url + url if checked.site_url else "",
            path=url,
            title=kegiatan.judul,
            day=_moment(kegiatan.tanggal.isoformat()),
            kind=kind,
            summary=f"{kind}, {format_tanggal(kegiatan.tanggal)}{place}.",
            html=print_story(kegiatan.isi),
        )


def _moment(day: str) -> str:
    """Write a day as a moment. Midnight UTC is the morning of that day in all of Indonesia."""
    return f"{day}T00:00:00Z"


def _id(path: str, checked: Checked, badan: Badan) -> str:
    """Give a permanent id: the address, or a tag URI of the body when there is no address yet."""
    if checked.site_url:
        return checked.site_url + path
    host = urlsplit(badan.situs).hostname or badan.surel.rpartition("@")[2] or "ppid.invalid"
    return f"tag:{host},{_MINTED}:{path}"
