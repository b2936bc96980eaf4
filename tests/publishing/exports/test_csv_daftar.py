"""Lists as CSV: what stands in the rows, what Excel makes of it, and that formulas stay text."""

import csv
import io
from pathlib import Path

import pytest

from ppid.publishing.sheets import heading_of
from ppid.values.cells import unguarded


def read(path: Path) -> list[dict[str, str]]:
    content = path.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    assert b"\n" not in content.replace(b"\r\n", b"")
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("daftar", ["setda/dik/2021", "setda/dip/2021", "dinkes/dip/2020"])
def test_file_of_a_list_holds_what_was_written(daftar: str, situs: Path, kota_kecil: Path) -> None:
    opd, rows, tahun = daftar.split("/")
    found = read(situs / f"opd/{daftar}/{rows}-{opd}-{tahun}.csv")
    source = (kota_kecil / f"data/opd/{daftar}.csv").read_text("utf-8")
    written = list(csv.DictReader(io.StringIO(source, newline="")))
    assert len(found) == len(written)
    for row, original in zip(found, written, strict=True):
        assert {name: unguarded(row[name]) for name in original} == original
        assert (row["opd"], row["tahun"]) == (opd, tahun)
        assert row["contoh"] == ("ya" if opd == "dinkes" else "tidak")
        assert (row["badan"], row["kode_wilayah"]) == ("Pemerintah Kota Kecil", "98.71")


def test_end_of_the_term_is_computed(situs: Path) -> None:
    rows = read(situs / "opd/setda/dik/2021/dik-setda-2021.csv")
    ends = {row["kode"]: row["berakhir"] for row in rows}
    assert ends["SET-NILAI-PEGAWAI"] == "2025-02-09"
    assert ends["SET-HPS-BERJALAN"] == ""


@pytest.mark.parametrize("rows", ["dik", "dip"])
def test_file_of_all_rows_is_the_sum_of_its_lists(rows: str, situs: Path) -> None:
    whole = read(situs / f"unduhan/{rows}.csv")
    parts = [read(path) for path in sorted(situs.glob(f"opd/*/{rows}/*/{rows}-*.csv"))]
    assert whole == [row for part in parts for row in part]
    assert tuple(whole[0]) == heading_of(rows)


def test_list_without_rows_has_no_file(situs: Path) -> None:
    assert not list(situs.glob("opd/kecamatan-tepi-danau/dik/2021/*.csv"))
