"""The papers of each list as .docx, and the file of which their fingerprint is taken."""

from collections.abc import Iterator

from ppid.core.page import Export
from ppid.publishing.publication import Publication


def exports(publication: Publication) -> Iterator[Export]:
    """Yield for every list the file of its fingerprint, then its papers."""
    for papers in publication.papers.values():
        if proof := papers[0].paper.proof:
            yield proof.export
        for printed in papers:
            yield printed.export
