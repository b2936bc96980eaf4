"""Who has handed in what, of each year and of all years: the same rows as CSV, JSON and XLSX."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from importlib import resources
from typing import Final

from ppid.assessing.model import HandedIn, Jenis, YearReport
from ppid.assessing.timeliness import ARTI_PENYAMPAIAN
from ppid.core.page import Export
from ppid.kinds import url_of
from ppid.publishing.pages.kelengkapan.penyerahan import ALL_YEARS, file_of
from ppid.publishing.pages.kelengkapan.shared import by_name
from ppid.publishing.publication import Publication
from ppid.publishing.sheets import HANDING_IN_SCHEMA, csv_bytes, xlsx_bytes
from ppid.values.dates import format_tanggal

_CONTOH: Final = (
    "CONTOH: data peragaan. Keadaan di sini tidak menyatakan apa pun tentang kantor mana pun."
)
Row = Mapping[str, object]


def exports(publication: Publication) -> Iterator[Export]:
    """Yield three files for each year and for all years together, and the schema of the JSON."""
    years = publication.completeness.years
    if not years:
        return
    for year in years:
        yield from _files(file_of(year.tahun), str(year.tahun), [year], publication)
    whole = f"{years[0].tahun}–{years[-1].tahun}"
    yield from _files(ALL_YEARS, whole, years, publication)
    schema = resources.files(__package__).joinpath("penyerahan.schema.json").read_bytes()
    yield Export(HANDING_IN_SCHEMA, schema)


def _files(
    where: str, of: str, years: Sequence[YearReport], publication: Publication
) -> Iterator[Export]:
    reports = [report for year in years for report in by_name(year.reports)]
    body, title = publication.identitas, f"Penyerahan {of}"
    rows = [_row(each) for report in reports for each in report.penyerahan]
    told = [{**_as_texts(row), **body.kolom} for row in rows]
    yield Export(f"{where}.csv", csv_bytes(told), title)
    written = {
        "$schema": "/".join([".."] * where.count("/") + [HANDING_IN_SCHEMA]),
        "badan": asdict(body),
        "arti": ARTI_PENYAMPAIAN,
        "penyerahan": rows,
    }
    text = json.dumps(written, ensure_ascii=False, separators=(",", ":"), default=str)
    yield Export(f"{where}.json", f"{text}\n".encode(), title, HANDING_IN_SCHEMA)
    day = f"Keadaan pada {format_tanggal(publication.corpus.today)}"
    notes = (day, *((_CONTOH,) if any(row["contoh"] for row in rows) else ()))
    overview = [
        {
            "Tahun": report.tahun,
            "Perangkat daerah": report.profil.nama,
            **dict.fromkeys(Jenis, "tidak berlaku"),
            **{each.jenis: each.state.words for each in report.penyerahan},
        }
        for report in reports
        if report.penyerahan
    ]
    tables: Mapping[str, Sequence[Row]] = {
        "Ikhtisar": overview,
        "Rincian": told,
    }
    yield Export(f"{where}.xlsx", xlsx_bytes(title, notes, tables), title)


def _row(handed: HandedIn) -> Row:
    shown = handed.record is not None and handed.jenis is not Jenis.SK
    return {
        "tahun": handed.tahun,
        "opd": handed.profil.id.opd,
        "nama": handed.profil.nama,
        "daftar": handed.jenis.kolom,
        "keadaan": handed.state.value,
        "hari": handed.day,
        "batas": handed.due,
        "halaman": url_of(handed.record) if shown and handed.record else None,
        "contoh": handed.contoh,
    }


def _as_texts(row: Row) -> Row:
    return {**row, "contoh": "ya" if row["contoh"] else "tidak"}
