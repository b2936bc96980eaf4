"""The assessment of each year as CSV, JSON and a working paper for the monitor."""

from collections.abc import Iterator
from dataclasses import dataclass

from ppid.assessing.model import YearReport
from ppid.core.page import Export
from ppid.kinds.badan import IdentitasBadan
from ppid.publishing.exports.kelengkapan.tables import as_csv, as_json, schema
from ppid.publishing.exports.kelengkapan.workbook import workbook
from ppid.publishing.publication import Publication
from ppid.publishing.sheets import COMPLETENESS_SCHEMA, table_schema_url


@dataclass(frozen=True, slots=True)
class JudgedYear:
    """All that the files of a year are made of."""

    year: YearReport
    badan: IdentitasBadan


def exports(publication: Publication) -> Iterator[Export]:
    """Yield the three files of every year, and the schema of the JSON."""
    completeness, made = publication.completeness, publication.reuse.made
    for year in completeness.years:
        judged = JudgedYear(year, publication.identitas)
        stem = f"kelengkapan/{year.tahun}/kelengkapan-{year.tahun}"
        title = f"Penilaian setiap kewajiban {year.tahun}"
        yield Export(f"{stem}.csv", made(_csv, judged), title, table_schema_url("kewajiban"))
        yield Export(f"{stem}.json", made(_json, judged), title, COMPLETENESS_SCHEMA)
        yield Export(f"{stem}.xlsx", made(_xlsx, judged), title)
    if completeness.years:
        yield Export(COMPLETENESS_SCHEMA, schema())


def _csv(of: JudgedYear) -> bytes:
    return as_csv(of.year, of.year.reports, of.badan).encode("utf-8-sig")


def _json(of: JudgedYear) -> bytes:
    return as_json(of.year, of.year.reports, of.badan).encode("utf-8")


def _xlsx(of: JudgedYear) -> bytes:
    return workbook(of.year, of.year.reports, of.badan)
