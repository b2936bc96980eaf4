"""What the page “Periksa daftar” loads: Python for the browser, and what files are held against."""

from collections.abc import Iterator

from ppid.core.page import Export
from ppid.handing_in.reference import common_reference, reference_of, round_reference
from ppid.handing_in.worksheet.judged import Judged
from ppid.publishing.checker.offer import COMMON, ROUND, reference_url
from ppid.publishing.pages.periksa import has_checker, offers_rounds
from ppid.publishing.publication import Publication


def exports(publication: Publication) -> Iterator[Export]:
    """Yield the engine, and what is the same for every OPD."""
    if publication.checker and publication.folder:
        yield from publication.checker.files
        yield Export(COMMON, common_reference(publication.folder).as_json())
    if publication.folder and offers_rounds(publication):
        judged, today = Judged.of(publication.completeness), publication.corpus.today
        reference = round_reference(judged, today, publication.folder)
        yield Export(ROUND, reference.as_json())


def exports_of_opd(opd: str, publication: Publication) -> Iterator[Export]:
    """Yield what only the lists of an OPD need."""
    if publication.folder and has_checker(opd, publication):
        yield Export(reference_url(opd), reference_of(opd, publication.folder).as_json())
