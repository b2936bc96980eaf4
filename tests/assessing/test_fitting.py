"""Titles and the obligations that they answer, and how seldom honest rows are not recognised."""

import csv
from collections import Counter
from datetime import date
from hashlib import sha256
from itertools import product
from pathlib import Path

import pytest

from ppid.assessing.assess import judging_day
from ppid.assessing.evidence import Dossiers
from ppid.assessing.fitting import MOST_SUBJECTS, document_key, names_subject, subjects_of, words_of
from ppid.assessing.obligations import set_for
from ppid.checking.load import load
from ppid.kinds.dip.model import InformasiPublik
from ppid.kinds.opd import ProfilOpd
from tests.conftest import ROOT, TOWN, this_body

SET = set_for(load(TOWN, date(2025, 12, 31)).corpus, 2025)
assert SET is not None
KNOWN = {o.kode: o for o in SET.obligations}


@pytest.mark.parametrize(
    ("title", "kode", "fits"),
    [
        ("Neraca per 31 Desember 2024", "berkala.d.b", True),
        ("Papan nama kantor dinas", "berkala.d.b", False),
        ("Laporan Harta Kekayaan Penyelenggara Negara", "berkala.a.d", True),
        ("Standar pengujian konsekuensi", "standar.g", True),
        ("Daftar data jumlah", "setiap-saat.c.d", False),
        ("Jumlah guru menurut jenjang", "setiap-saat.c.d", True),
        ("Jadwalnya dapat dibaca", "berkala.b.d", True),
        ("Daftar Informasi Publik", "setiap-saat.a", True),
    ],
)
def test_a_title_speaks_of_an_obligation(title: str, kode: str, *, fits: bool) -> None:
    assert SET is not None
    assert names_subject(title, KNOWN[kode], SET.common) is fits


def test_words_are_read_without_capitals_signs_and_possession() -> None:
    assert words_of("Tarif/Jadwalnya: 2024.") == {"tarif", "jadwalnya", "jadwal", "2024"}


def test_a_place_in_a_document_is_no_document_of_its_own() -> None:
    corpus = load(TOWN, date(2021, 12, 31)).corpus
    row = corpus.of(InformasiPublik)[0]
    addresses = (
        *("https://a.example/b.pdf", "https://a.example/b.pdf#2", "https://a.example/b.pdf/"),
        *("http://www.A.example/b.pdf?v=2", "https://a.example:443//%62.pdf"),
    )

    def key_of(address: str) -> str:
        return document_key(row.model_copy(update={"tautan": address}), corpus)[0]

    assert {key_of(each) for each in addresses} == {"a.example/b.pdf"}
    pages = ("https://a.example/?p=1", "https://a.example/?p=2", "https://b.example/b.pdf", "")
    assert len({key_of(each) for each in pages}) == len(pages)


def test_no_honest_title_speaks_of_everything() -> None:
    corpus = this_body(date(2025, 12, 31))
    many = {
        subjects_of(row.informasi, row.klasifikasi, found)
        for row in corpus.of(InformasiPublik)
        if (found := set_for(corpus, row.id.tahun))
    }
    assert 3 < max(many) < MOST_SUBJECTS


def test_every_obligation_that_rows_answer_has_its_words() -> None:
    for obligation in KNOWN.values():
        assert obligation.kata, obligation.kode
        assert all(phrase for phrase in obligation.kata)


_CATCH_ALL = "setiap-saat.b"
"""In lists before 2021 the demonstration writes this code also for what is no decision at all."""


def is_tuned(title: str) -> bool:
    """Tell on which half of the titles the words were chosen."""
    plain = "".join("#" if sign.isdigit() else sign for sign in title.lower())
    return sha256(plain.encode()).digest()[0] % 2 == 0


def test_honest_rows_are_hardly_ever_refused() -> None:
    corpus = this_body(date(2025, 12, 31))
    dossiers, seen = Dossiers(corpus), Counter[tuple[bool, str]]()
    for tahun, profil in product(dossiers.years(), corpus.of(ProfilOpd)):
        dossier = dossiers.dossier(profil, tahun, judging_day(tahun, corpus.today))
        for kode, answers in dossier.answers.items():
            for answer in answers:
                half = is_tuned(answer.evidence.label)
                seen[half, "all"] += 1
                seen[half, "refused"] += bool(answer.refused)
                if answer.doubt.startswith("judulnya") and (tahun > 2020 or kode != _CATCH_ALL):
                    seen[half, "doubted"] += 1
    for half in (True, False):
        assert seen[half, "refused"] <= 0.02 * seen[half, "all"]
    assert seen[True, "doubted"] <= 0.02 * seen[True, "all"]
    assert seen[False, "doubted"] <= 0.06 * seen[False, "all"]


REAL = Path(ROOT).parent / "shared" / "nyata" / "dip_upbu_tardamu_kemenhub.csv"
LABELS = {
    "berkala": (
        "a.a a.c a.c a.a b.f a.d - c - c d.a c d.b d.d - - b.c c - b.a d.a - b.c - d.d f.b - - -"
        " b.a b.a f.b e.a e.a - - a.c -"
    ),
    "setiap-saat": "- c.b c.b c.a - g g g c.c c.a c.a",
}
"""What each row answers, judged by hand; “-”: nothing that can be said from its title."""


@pytest.mark.skipif(not REAL.exists(), reason="the real lists are not here")
def test_rows_of_a_real_list_are_recognised() -> None:
    assert SET is not None
    with REAL.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    missed = []
    for klasifikasi, codes in LABELS.items():
        listed = [row for row in rows if row["Kategori"] == klasifikasi]
        for row, code in zip(listed, codes.split(), strict=True):
            title = f"{row['Judul']}. {row['Ringkasan Isi Informasi']}"
            kode = f"{klasifikasi}.{code}"
            if code != "-" and not names_subject(title, KNOWN[kode], SET.common):
                missed.append((kode, row["Judul"]))
    assert missed == []
