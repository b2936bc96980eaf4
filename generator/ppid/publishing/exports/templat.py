"""The templates that OPD fill in for the year that is being collected, one for each list."""

from collections.abc import Iterator

from ppid.core.page import Export
from ppid.handing_in.template.form import template_url
from ppid.handing_in.template.prepared import collected_from, collecting_year, prepare
from ppid.handing_in.template.workbook import workbook
from ppid.kinds.rows import MODELS
from ppid.publishing.publication import Publication


def exports_of_opd(opd: str, publication: Publication) -> Iterator[Export]:
    """Yield the templates of an OPD, if it exists in that year."""
    corpus = publication.corpus
    tahun = collecting_year(corpus)
    if opd in {profil.id.opd for profil in collected_from(tahun, corpus)}:
        for jenis in MODELS:
            content = workbook(prepare(opd, jenis, tahun, corpus), corpus)
            yield Export(template_url(opd, jenis, tahun), content)
