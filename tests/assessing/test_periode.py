"""When an exclusion begins, ends and is clear: rule DIK-012 and the completeness say the same."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from ppid.assessing.assess import assess
from ppid.assessing.model import State
from ppid.checking.load import load
from ppid.core.corpus import Corpus
from ppid.kinds.dik.basis_rules import jangka_waktu_jelas
from ppid.kinds.dik.model import InformasiDikecualikan, periode_of
from ppid.law import LAW

BASE = Path(__file__).parents[1] / "aturan" / "dasar"
LIST = """\
kode,informasi,cakupan,dasar_hukum,konsekuensi_dibuka,jangka_waktu,mulai,penguasa
TENDER-01,Penawaran tender gedung,seluruh,UU 14/2008 Pasal 17 huruf b,Saingan tahu harganya,{},{},TU
"""
DECIDED, HANDED_IN = date(2021, 3, 1), date(2021, 3, 5)


def town(root: Path, jangka_waktu: str, mulai: str = "", decided: date | None = None) -> Corpus:
    """Write a project whose only DIK has one row; without `decided` its decision bears no date."""
    shutil.copytree(BASE, root)
    law = root / "hukum"
    (law / "kewajiban").mkdir(parents=True)
    shutil.copy(LAW / "pasal-17.yml", law)
    (law / "kewajiban" / "uji.yml").write_text(ONE_DUTY, "utf-8")
    dik = root / "data/opd/dinas-contoh/dik"
    shutil.rmtree(dik)
    dik.mkdir()
    (dik / "2021.csv").write_text(LIST.format(jangka_waktu, mulai), "utf-8")
    day = f"  tanggal: {decided}\n" if decided else ""
    about = f"penetapan:\n  nomor: 02/SK/2021\n{day}  pejabat: PPID Utama\n  tempat: Kota Contoh\n"
    (dik / "2021.yml").write_text(f"{about}disampaikan: {HANDED_IN}\nsumber: Arsip\n", "utf-8")
    return load(root, date(2021, 12, 31), law).corpus


ONE_DUTY = """\
peraturan: PerKI 1/2021
mulai: 2021-01-01
kewajiban:
  - kode: uji.jangka
    dasar: PerKI 1/2021 Pasal 49 ayat (6) huruf e
    teks: Jangka waktu pengecualian.
    kategori: uji
    bukti: [jangka-pengecualian]
"""


@pytest.mark.parametrize(
    ("jangka_waktu", "mulai", "decided", "clear"),
    [
        # The list as it was found: handed in on a day, but decided nobody knows when.
        ("sampai tender selesai", "", None, False),
        ("sampai tender selesai", "", DECIDED, True),
        ("sampai tender selesai", "2021-02-01", None, True),
        ("5 tahun", "", None, True),
        ("5 tahun", "", DECIDED, True),
        ("sampai 2026-12-31", "", None, True),
        ("sesuai UU 43/2009", "", None, False),
        ("selama diperlukan", "2021-02-01", DECIDED, False),
        ("tidak terbatas", "2021-02-01", DECIDED, False),
        ("entahlah", "2021-02-01", DECIDED, False),
    ],
)
def test_rule_and_completeness_agree(
    tmp_path: Path, jangka_waktu: str, mulai: str, decided: date | None, *, clear: bool
) -> None:
    corpus = town(tmp_path / "kota", jangka_waktu, mulai, decided)
    (row,) = corpus.of(InformasiDikecualikan)
    assert periode_of(row, corpus).jelas is clear
    (assessment,) = assess(corpus).about("uji.jangka", 2021)
    assert (assessment.state is State.TERPENUHI) is clear
    if jangka_waktu != "tidak terbatas":  # which rule DIK-004 refuses for this ground
        assert (not list(jangka_waktu_jelas.check(row, corpus))) is clear


@pytest.mark.parametrize(
    ("mulai", "decided", "begins", "ends"),
    [
        ("2020-06-01", DECIDED, date(2020, 6, 1), date(2021, 5, 31)),
        ("", DECIDED, DECIDED, date(2022, 2, 28)),
        ("", None, None, None),
    ],
)
def test_a_term_begins_on_its_own_day_or_on_that_of_the_decision(
    tmp_path: Path, mulai: str, decided: date | None, begins: date | None, ends: date | None
) -> None:
    corpus = town(tmp_path / "kota", "1 tahun", mulai, decided)
    (row,) = corpus.of(InformasiDikecualikan)
    term = periode_of(row, corpus)
    assert (term.mulai, term.berakhir) == (begins, ends)
