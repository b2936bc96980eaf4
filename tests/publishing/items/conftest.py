"""A town whose lists a test writes itself, year by year."""

import csv
import shutil
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

import pytest

from ppid.checking.load import load
from ppid.core.corpus import Corpus

TOWN = Path(__file__).parents[2] / "kota-kecil" / "data"
DAY = date(2021, 12, 31)
DIK = {
    "kode": "SET-1",
    "informasi": "Berkas uji",
    "cakupan": "seluruh",
    "dasar_hukum": "UU 14/2008 Pasal 17 huruf h angka 2",
    "konsekuensi_dibuka": "Akibatnya.",
    "jangka_waktu": "5 tahun",
    "penguasa": "Bagian Umum",
}
DIP = {
    "kode": "SET-1",
    "informasi": "Berkas uji",
    "klasifikasi": "berkala",
    "kewajiban": "berkala.a.a",
    "penguasa": "Bagian Umum",
    "penanggung_jawab": "Kepala Bagian Umum",
    "waktu_pembuatan": "2021-01",
    "tempat_pembuatan": "Kota Kecil",
    "bentuk": "digital",
    "retensi": "5 tahun",
}
Rows = Sequence[Mapping[str, str]]
Town = Callable[..., Corpus]


def write_list(folder: Path, name: str, rows: Rows, about: str) -> None:
    """Write `dik/2019` with its rows, each a change of the usual one; no rows make it nihil."""
    kind, tahun = name.split("/")
    usual = DIK if kind == "dik" else DIP
    path = folder / kind / f"{tahun}.csv"
    path.parent.mkdir(parents=True, exist_ok=True)
    decided = f"penetapan:\n  nomor: 1/{tahun}\n  tanggal: {tahun}-03-01\n  pejabat: PPID\n"
    nihil = f"nihil:\n  pernyataan: Tidak ada.\n  pejabat: PPID\n  tanggal: {tahun}-03-01\n"
    path.with_suffix(".yml").write_text((decided if rows else nihil) + about, "utf-8")
    if not rows:
        return
    filled = [{**usual, **row} for row in rows]
    columns = list(dict.fromkeys(name for row in filled for name in row))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns)
        writer.writeheader()
        writer.writerows(filled)


@pytest.fixture
def town(tmp_path: Path) -> Town:
    """Load the town with lists of Setda only: `town({"dik/2019": [{"cakupan": "sebagian"}]})`."""

    def made(lists: Mapping[str, Rows], *, today: date = DAY, about: str = "") -> Corpus:
        root = tmp_path / "kota"
        shutil.rmtree(root, ignore_errors=True)
        shutil.copytree(TOWN, root / "data", ignore=shutil.ignore_patterns("dik", "dip"))
        for name, rows in lists.items():
            write_list(root / "data/opd/setda", name, rows, about)
        return load(root, today).corpus

    return made
