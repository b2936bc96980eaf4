"""The assessment of each year as CSV, JSON and a working paper for the monitor."""

from collections.abc import Iterator

from ppid.core.page import Export
from ppid.publishing.exports.kelengkapan.tables import as_csv, as_json, schema
from ppid.publishing.exports.kelengkapan.workbook import workbook
from ppid.publishing.publication import Publication
from ppid.publishing.sheets import COMPLETENESS_SCHEMA


def exports(publication: Publication) -> Iterator[Export]:
    """Yield the three files of every year, and the schema of the JSON."""
    completeness, badan = publication.completeness, publication.identitas
    for year in completeness.years:
        stem = f"kelengkapan/{year.tahun}/kelengkapan-{year.tahun}"
        yield Export(f"{stem}.csv", as_csv(year, year.reports, badan).encode("utf-8-sig"))
        yield Export(f"{stem}.json", as_json(year, year.reports, badan).encode("utf-8"))
        yield Export(f"{stem}.xlsx", workbook(year, year.reports))
    if completeness.years:
        yield Export(COMPLETENESS_SCHEMA, schema())
