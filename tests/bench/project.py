"""A minimal project on disk around invented lists: what `load` and MkDocs need, nothing more."""

import csv
import shutil
from pathlib import Path

from synthetic import List, lists_of, name_of, rows_of
from vocabulary import CSV_DIK, CSV_DIP

REPOSITORY = Path(__file__).resolve().parents[2]
HEADINGS = {"dip": CSV_DIP, "dik": CSV_DIK}

_BODY = """\
nama: Kota Contoh
singkatan: Contoh
jenis: kota
alamat: Jalan Contoh Nomor 1
surel: ppid@contoh.example
tahun_berjalan: 2021
contoh: true
batas_penyampaian: {dik: 03-31, dip: 03-31, layanan: 03-31}
"""
_PROFILE = """\
nama: {name}
singkatan: {folder}
jenis: dinas
ppid_pelaksana: {{jabatan: Sekretaris {name}, belum: true}}
sumber: Dibuat untuk mengukur kecepatan
"""
_LIST = """\
contoh: true
penetapan:
  nomor: CONTOH/{kind}/{folder}/{tahun}
  tanggal: {tahun}-03-01
  pejabat: Sekretaris Daerah Kota Contoh
  tempat: Kota Contoh
disampaikan: {tahun}-03-09
sumber: Dibuat untuk mengukur kecepatan
"""
_TEST = "uji_konsekuensi: {{nomor: CONTOH/UJI/{tahun}, tanggal: {tahun}-02-20}}\n"


def lay_out(root: Path, rows: int, kinds: tuple[str, ...] = ("dip", "dik")) -> int:
    """Make a project with a number of rows below `root`; give the number of its lists."""
    shutil.copytree(REPOSITORY / "data" / "acuan", root / "data" / "acuan")
    for name in ("content", "theme_overrides"):
        shutil.copytree(REPOSITORY / name, root / name)
    shutil.copyfile(REPOSITORY / "mkdocs.yml", root / "mkdocs.yml")
    (root / "data" / "badan.yml").write_text(_BODY, "utf-8")
    lists = list(lists_of(rows, kinds))
    for one in lists:
        _write_list(root / "data" / "opd" / one.folder, one)
    return len(lists)


def _write_list(folder: Path, one: List) -> None:
    if not folder.exists():
        _write_opd(folder, one)
    facts = {"folder": one.folder, "tahun": one.tahun, "kind": one.kind.upper()}
    about = _LIST + (_TEST if one.kind == "dik" else "")
    (folder / one.kind).mkdir(exist_ok=True)
    (folder / one.kind / f"{one.tahun}.yml").write_text(about.format(**facts), "utf-8")
    with (folder / one.kind / f"{one.tahun}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(HEADINGS[one.kind])
        writer.writerows(rows_of(one))


def _write_opd(folder: Path, one: List) -> None:
    (folder / "dokumen").mkdir(parents=True)
    profile = _PROFILE.format(name=name_of(one.opd), folder=one.folder)
    (folder / "profil.yml").write_text(profile, "utf-8")
    for number in range(10):
        (folder / "dokumen" / f"contoh-{number}.csv").write_text("tahun,jumlah\n2021,1\n", "utf-8")


def write_one_table(path: Path, rows: int) -> None:
    """Write the same DIP rows as `lay_out(…, kinds=("dip",))` into one CSV, for other checkers."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(CSV_DIP)
        for one in lists_of(rows, ("dip",)):
            writer.writerows(rows_of(one))
