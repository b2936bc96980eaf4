"""One page in English: what is here, how to ask, and whom to contact."""

from collections.abc import Iterator
from dataclasses import dataclass

from ppid.core.page import Link, Page
from ppid.kinds.badan import Badan
from ppid.publishing.publication import Publication
from ppid.publishing.site_header import ENGLISH as FRAME

ENGLISH = Link("Summary in English", "en/")


@dataclass(frozen=True, slots=True)
class Summary:
    """What the template needs; `tahun` is the newest year of which there are lists."""

    badan: Badan
    tahun: int | None


def pages(publication: Publication) -> Iterator[Page]:
    """Yield the summary; none without a body."""
    if publication.badan is None:
        return
    name = publication.badan.nama
    yield Page(
        url=ENGLISH.url,
        title=ENGLISH.label,
        description=f"What {name} publishes, what it withholds and why, and how to ask for more.",
        section=FRAME,
        template="halaman/english.html",
        context=Summary(
            publication.badan, max((daftar.id.tahun for daftar in publication.lists), default=None)
        ),
        name="English",
    )
