"""The papers of each list as .docx, and the file of which their fingerprint is taken."""

from collections.abc import Iterator

from ppid.core.page import Export
from ppid.publishing.publication import Publication


def exports_of_opd(opd: str, publication: Publication) -> Iterator[Export]:
    """Yield for every list of an OPD the file of its fingerprint, then its papers."""
    for daftar in publication.lists_of(opd):
        papers = publication.papers_of(daftar)
        if papers and (proof := papers[0].paper.proof):
            yield proof.export
        for printed in papers:
            yield printed.export
