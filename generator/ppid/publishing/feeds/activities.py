"""The feed of activities."""

from collections.abc import Iterator

from ppid.core.page import url_of
from ppid.kinds.badan import Badan
from ppid.kinds.kegiatan import Kegiatan
from ppid.kinds.wording import JENIS_KEGIATAN, format_tanggal
from ppid.publishing.feeds.model import NEWEST, Entry, Feed, moment, permanent_id
from ppid.publishing.prose import print_story
from ppid.publishing.publication import Publication

_FOLDER = "kegiatan/"


def activity_feed(publication: Publication, badan: Badan) -> Feed:
    """Gather the newest activities."""
    entries = tuple(_entries(publication, badan))
    return Feed(
        folder=_FOLDER,
        id=permanent_id(_FOLDER, publication, badan),
        home=publication.site_url,
        title=f"Kegiatan PPID {badan.singkatan}",
        publisher=badan.nama,
        rights=badan.lisensi,
        # Without entries the day of the data stands in: a feed must say when it changed.
        updated=entries[0].day if entries else moment(publication.corpus.today),
        entries=entries,
    )


def _entries(publication: Publication, badan: Badan) -> Iterator[Entry]:
    found = sorted(
        publication.corpus.of(Kegiatan), key=lambda k: (k.tanggal, k.id.slug), reverse=True
    )
    for kegiatan in found[:NEWEST]:
        url = url_of(kegiatan.id)
        kind = JENIS_KEGIATAN[kegiatan.jenis]
        place = f" di {kegiatan.tempat}" if kegiatan.tempat else ""
        yield Entry(
            id=permanent_id(url, publication, badan),
            url=publication.site_url + url if publication.site_url else "",
            path=url,
            title=kegiatan.judul,
            day=moment(kegiatan.tanggal),
            kind=kind,
            summary=f"{kind}, {format_tanggal(kegiatan.tanggal)}{place}.",
            html=print_story(kegiatan.isi),
        )
