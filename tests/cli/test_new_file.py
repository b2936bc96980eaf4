"""What `ppid baru` makes is accepted once its open fields are filled in, for every kind of body."""

import re
import shutil
from pathlib import Path

import pytest

from tests.conftest import REGENCY, REGENCY_DAY, Run

FILLED = {
    "nama": "Dinas Contoh",
    "singkatan": "Discontoh",
    "tentang": "Contoh",
    "sumber": "Rekaan",
    "jenis": "kabupaten",
    "alamat": "Jalan Contoh Nomor 1",
    "surel": "a@contoh.example",
    "tahun_berjalan": "2025",
    "dik": "03-31",
    "dip": "03-31",
    "mulai": "2024-01-02",
    "jabatan": "Kepala Dinas",
    "opd": "dinas-kominfo",
    "diterima": "0",
    "kategori": "Informatif",
    "dikabulkan_seluruhnya": "0",
    "dikabulkan_sebagian": "0",
    "ditolak": "0",
    "tahun": "2024",
}
OPEN = re.compile(r"^(?P<lead> *(?:- )?)(?P<key>\w+):(?: #.*)?$", re.MULTILINE)


def filled(text: str, **own: str) -> str:
    """Fill in what is open, as a person would; what stays empty is taken out of the text."""
    values = FILLED | own
    lines = []
    for line in text.splitlines():
        found = OPEN.fullmatch(line)
        if found and found["key"] in values:
            lines.append(f"{found['lead']}{found['key']}: {values[found['key']]}")
        elif line.strip() != "-" or "hasil:" in text:
            lines.append(line)
    return "\n".join(lines) + "\n"


@pytest.fixture
def regency(tmp_path: Path) -> Path:
    return shutil.copytree(REGENCY, tmp_path / "kabupaten")


@pytest.mark.parametrize(
    ("asked", "made", "own"),
    [
        ("regulasi --opd sekretariat-daerah --nama perbup-12 --tahun 2019", "perbup-12-2019", {}),
        ("regulasi --opd sekretariat-daerah --nama kepbup-18 --tahun 2019", "kepbup-18-2019", {}),
        ("regulasi --opd sekretariat-daerah --nama se-bupati-3 --tahun 2020", "se-bupati-3", {}),
        ("regulasi --opd sekretariat-daerah --nama keputusan-ppid-7 --tahun 2020", "ppid-7", {}),
        ("regulasi --opd sekretariat-daerah --nama permen-5 --tahun 2020", "permen-5-2020", {}),
        ("opd --opd dinas-baru", "dinas-baru/profil.yml", {"jenis": "uptd"}),
        ("layanan --opd dinas-kominfo --tahun 2025", "layanan/2025.yml", {}),
        ("monev", "monev.yml", {}),
        ("badan", "badan.yml", {"nama": "Pemerintah Kabupaten Bukit Rekaan"}),
    ],
)
def test_what_is_made_is_accepted(
    asked: str, made: str, own: dict[str, str], regency: Path, run: Run
) -> None:
    if asked == "badan":
        (regency / "data/badan.yml").unlink()
    ended = run("baru", *asked.split(), at=regency)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    path = regency / ended.stdout.splitlines()[0].removeprefix("Dibuat: ")
    assert made in str(path)
    path.write_text(filled(path.read_text("utf-8"), **own), "utf-8")
    checked = run("periksa", "--tanggal", REGENCY_DAY, str(path), at=regency)
    assert checked.returncode == 0, checked.stdout
    assert not re.search(r"^galat", checked.stdout, re.MULTILINE)
