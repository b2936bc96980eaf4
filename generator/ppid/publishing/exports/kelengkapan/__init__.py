"""The assessment of each year as CSV, JSON and a working paper for the monitor."""

from collections.abc import Iterator

from ppid.core.page import Export
from ppid.publishing.exports.kelengkapan.paper import written
from ppid.publishing.exports.kelengkapan.tables import as_csv, as_json, schema
from ppid.publishing.exports.kelengkapan.workbook import planned
from ppid.publishing.publication import Publication
from ppid.publishing.sheets import COMPLETENESS_SCHEMA, table_schema_url


def exports(publication: Publication) -> Iterator[Export]:
    """Yield the three files of every year, and the schema of the JSON."""
    completeness, badan = publication.completeness, publication.identitas
    for year in completeness.years:
        stem = f"kelengkapan/{year.tahun}/kelengkapan-{year.tahun}"
        table = as_csv(year, year.reports, badan).encode("utf-8-sig")
        whole = as_json(year, year.reports, badan).encode("utf-8")
        title = f"Penilaian setiap kewajiban {year.tahun}"
        yield Export(f"{stem}.csv", table, title, table_schema_url("kewajiban"))
        yield Export(f"{stem}.json", whole, title, COMPLETENESS_SCHEMA)
        yield Export(
            f"{stem}.xlsx", publication.reuse.made(written, planned(year, year.reports)), title
        )
    if completeness.years:
        yield Export(COMPLETENESS_SCHEMA, schema())
