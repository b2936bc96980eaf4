"""The papers that a list page offers: to print from the browser, or to complete in Word."""

from dataclasses import dataclass

from ppid.core.page import Download, Link
from ppid.kinds.daftar import Daftar
from ppid.publishing.publication import Publication


@dataclass(frozen=True, slots=True)
class Naskah:
    """A paper with its page, its file, and the annex that it follows."""

    cetak: Link
    unduhan: Download
    lampiran: str


def papers_to_take(daftar: Daftar, publication: Publication) -> tuple[Naskah, ...]:
    """Return the papers of a list; nothing where it has no rows."""
    return tuple(
        Naskah(
            Link(printed.paper.title, printed.page_url),
            Download("Word", printed.export.url, len(printed.export.content)),
            printed.paper.annex,
        )
        for printed in publication.papers.get(daftar.id, ())
    )
