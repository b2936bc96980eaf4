"""Tables of whole bodies: one definition, two forms, and three bodies joined by another program."""

import csv
import io
import subprocess
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import duckdb
import pytest

from ppid.checking.check import load_and_check
from ppid.kinds.daftar import DaftarDikecualikan
from ppid.publishing.exports import tabel
from ppid.publishing.parquet import parquet_bytes
from ppid.publishing.publication import Publication
from ppid.publishing.sheets import Column, ColumnType
from ppid.publishing.tables import TABLES, DataTable
from ppid.values.cells import unguarded
from tests.conftest import PROVINCE, PROVINCE_DAY, REGENCY, REGENCY_DAY, TOWN

BODIES = {TOWN: "2021-12-31", REGENCY: REGENCY_DAY, PROVINCE: PROVINCE_DAY}
SORTS = {
    ColumnType.TEXT: "VARCHAR",
    ColumnType.NUMBER: "INTEGER",
    ColumnType.DECIMAL: "DOUBLE",
    ColumnType.DAY: "DATE",
    ColumnType.YES_NO: "BOOLEAN",
}


@pytest.fixture(scope="module")
def bodies() -> Mapping[Path, Publication]:
    return {
        root: Publication.of(load_and_check(root, date.fromisoformat(day)))
        for root, day in BODIES.items()
    }


@pytest.fixture(scope="module")
def folder(bodies: Mapping[Path, Publication], tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("tabel")
    for root, publication in bodies.items():
        sheets = [sheet.export for sheet in publication.sheets_of_all.values()]
        for export in (*tabel.exports(publication), *sheets):
            path = made / root.name / export.url
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(export.content)
    return made


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_both_forms_hold_the_same_in_columns_of_their_sort(table: DataTable, folder: Path) -> None:
    path = folder / TOWN.name / table.parquet
    described = duckdb.sql(f"DESCRIBE SELECT * FROM '{path}'").fetchall()
    assert [(name, sort) for name, sort, *_ in described] == [
        (column.name, SORTS[column.type]) for column in table.columns
    ]
    told = duckdb.sql(f"SELECT * FROM '{path}'").fetchall()
    assert told
    if not table.csv:
        return
    text = (folder / TOWN.name / table.csv).read_bytes().decode("utf-8-sig")
    first, *rows = csv.reader(io.StringIO(text, newline=""))
    assert tuple(first) == tuple(column.name for column in table.columns)
    words = {None: "", True: "ya", False: "tidak"}
    for row, typed in zip(rows, told, strict=True):
        for cell, value in zip(row, typed, strict=True):
            if isinstance(value, float):
                assert float(cell) == value
            else:
                shown = words[value] if value is None or isinstance(value, bool) else str(value)
                assert unguarded(cell) == shown


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_table_is_of_a_body_and_a_year_and_its_key_is_one(
    table: DataTable, bodies: Mapping[Path, Publication]
) -> None:
    names = [column.name for column in table.columns]
    assert len(names) == len(set(names))
    assert {"badan", "kode_wilayah", "tahun", "contoh"} <= set(names)
    assert set(table.key) <= set(names)
    assert all(column.title and column.description for column in table.columns)
    for publication in bodies.values():
        rows = list(table.rows(publication))
        assert all(set(row) <= set(names) for row in rows)
        keys = [tuple(row[name] for name in table.key) for row in rows if table.key]
        assert len(keys) == len(set(keys))
        assert all(None not in key for key in keys)


def test_three_bodies_are_joined_into_one_table(folder: Path) -> None:
    found = duckdb.sql(
        f"""SELECT kode_wilayah, badan, count(*) FROM '{folder}/*/unduhan/dip.parquet'
        GROUP BY ALL ORDER BY ALL"""
    ).fetchall()
    assert found == [
        ("98", "Pemerintah Provinsi Teluk Angan", 3),
        ("98.01", "Pemerintah Kabupaten Bukit Rekaan", 8),
        ("98.71", "Pemerintah Kota Kecil", 10),
    ]


def test_a_list_says_its_state_its_decision_and_that_there_is_nothing(folder: Path) -> None:
    rows = duckdb.sql(
        f"""SELECT opd, daftar, keadaan, nihil, nihil_tanggal, penetapan_nomor, jumlah
        FROM '{folder}/{TOWN.name}/unduhan/daftar.parquet' WHERE tahun = 2021 ORDER BY ALL"""
    ).fetchall()
    told = {(opd, daftar): rest for opd, daftar, *rest in rows}
    nothing = told["kecamatan-tepi-danau", "dik"]
    assert nothing == ["nihil", True, date(2021, 2, 26), None, 0]
    assert told["kecamatan-tepi-danau", "dip"][:2] == ["belum-ada", None]
    assert told["setda", "dik"][0] == "tepat-waktu"
    assert told["setda", "dik"][3]


def test_lists_are_all_there(bodies: Mapping[Path, Publication]) -> None:
    (table,) = (table for table in TABLES if table.name == "daftar")
    for publication in bodies.values():
        shown = {row["halaman"] for row in table.rows(publication) if row.get("halaman")}
        assert len(shown) == len(publication.lists)
        assert publication.corpus.of(DaftarDikecualikan)


def test_what_is_in_doubt_is_not_in_force(bodies: Mapping[Path, Publication]) -> None:
    (table,) = (table for table in TABLES if table.name == "regulasi")
    states = {row["kode"]: row["status"] for row in table.rows(bodies[TOWN])}
    assert states == {
        "Kepwal 7/2018": "dicabut",
        "Kepwal 9/2020": "berlaku",
        "Perwal 2/2017": "belum-dipastikan",
        "Perwal 4/2019": "belum-dipastikan",
        "Perwal 6/2021": "berlaku",
    }


def test_what_was_found_behind_each_address_is_a_table(
    bodies: Mapping[Path, Publication],
) -> None:
    (table,) = (table for table in TABLES if table.name == "alamat")
    told = ("alamat", "tanggal", "keadaan", "tujuan", "opd", "contoh")
    rows = [tuple(row[name] for name in told) for row in table.rows(bodies[TOWN])]
    profile = "https://setda.kotakecil.example/dokumen/profil.pdf?versi=2&bahasa=id"
    assert (profile, date(2021, 12, 6), "terbuka", None, "setda", False) in rows
    assert {row[2] for row in rows} == {"terbuka", "tidak-menjawab", "tidak-terbedakan"}


def test_a_text_that_a_spreadsheet_would_run_is_a_text(tmp_path: Path) -> None:
    columns = (Column("a", "A", "Teks."),)
    content = parquet_bytes(columns, [{"a": "=1+1"}, {"a": ""}, {"a": None}], {"contoh": True})
    assert content == parquet_bytes(columns, [{"a": "=1+1"}, {}, {"a": ""}], {"contoh": True})
    path = tmp_path / "a.parquet"
    path.write_bytes(content)
    assert duckdb.sql(f"SELECT a FROM '{path}'").fetchall() == [("=1+1",), (None,), (None,)]
    told = duckdb.sql(f"SELECT decode(key), decode(value) FROM parquet_kv_metadata('{path}')")
    assert ("ppid", '{"contoh": true}') in told.fetchall()


def test_the_library_of_parquet_waits_until_a_table_is_written() -> None:
    """A build loads its modules before processes share the work; this one comes with a table."""
    asked = "import sys, ppid.cli.main, ppid.publishing.build, ppid.publishing.exports.tabel"
    shown = "print([name for name in sys.modules if name.startswith('arro3')])"
    command = [sys.executable, "-c", f"{asked}; {shown}"]
    ended = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    assert ended.stdout.strip() == "[]"
