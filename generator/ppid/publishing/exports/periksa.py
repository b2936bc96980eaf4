"""What the page “Periksa daftar” loads: Python for the browser, and what lists are held against."""

from collections.abc import Iterator

from ppid.core.page import Export
from ppid.handing_in.reference import common_reference, reference_of
from ppid.publishing.checker.offer import COMMON, reference_url
from ppid.publishing.pages.periksa import has_checker
from ppid.publishing.publication import Publication


def exports(publication: Publication) -> Iterator[Export]:
    """Yield the engine, and what is the same for every OPD."""
    if publication.checker and publication.folder:
        yield from publication.checker.files
        yield Export(COMMON, common_reference(publication.folder).as_json())


def exports_of_opd(opd: str, publication: Publication) -> Iterator[Export]:
    """Yield what only the lists of an OPD need."""
    if publication.folder and has_checker(opd, publication):
        yield Export(reference_url(opd), reference_of(opd, publication.folder).as_json())
