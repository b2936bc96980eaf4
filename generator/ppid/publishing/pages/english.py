"""One page in English: what is here, how to ask, and whom to contact."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ppid.core.corpus import Corpus
from ppid.core.page import Link, Page
from ppid.kinds.badan import Badan
from ppid.publishing.page_parts import doubted_channel
from ppid.publishing.publication import Publication
from ppid.publishing.site_header import ENGLISH as FRAME
from ppid.values.dates import read

ENGLISH = Link("Summary in English", "en/")


@dataclass(frozen=True, slots=True)
class Summary:
    """What the template needs; `tahun` is the newest year of which there are lists.

    `ragu` says of each address in doubt why it is.
    """

    badan: Badan
    tahun: int | None
    ragu: Mapping[str, str]


def pages(publication: Publication) -> Iterator[Page]:
    """Yield the summary; none without a body."""
    if publication.badan is None:
        return
    badan, name = publication.badan, publication.badan.nama
    ways = (badan.alamat, badan.surel, *badan.telepon)
    doubts = {way: _doubt(way, badan, publication.corpus) for way in ways}
    yield Page(
        url=ENGLISH.url,
        title=ENGLISH.label,
        description=f"What {name} publishes, what it withholds and why, and how to ask for more.",
        section=FRAME,
        template="halaman/english.html",
        context=Summary(
            badan,
            max((daftar.id.tahun for daftar in publication.lists), default=None),
            {way: words for way, words in doubts.items() if words},
        ),
        name="English",
    )


def _doubt(address: str, badan: Badan, corpus: Corpus) -> str:
    """Say in English why an address must be confirmed first (`page_parts.doubt`)."""
    kanal = doubted_channel(address, badan, corpus)
    if kanal is None:
        return ""
    mentioned = read(kanal.terakhir_disebut).value
    named = f"; last mentioned in {mentioned.awal.year}" if mentioned else ""
    return f"not confirmed to be still in use{named}"
