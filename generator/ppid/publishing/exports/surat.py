"""The papers of each list as .docx, ready to be filled in, printed and signed."""

from collections.abc import Iterator

from ppid.core.page import Export
from ppid.publishing.publication import Publication


def exports(publication: Publication) -> Iterator[Export]:
    """Yield the file of every paper."""
    for papers in publication.papers.values():
        for printed in papers:
            yield printed.export
