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
from ppid.assessing.fitting import (
    MOST_SUBJECTS,
    Opening,
    document_key,
    names_subject,
    opening_of,
    subjects_of,
    words_of,
)
from ppid.assessing.obligations import set_for
from ppid.checking.load import load
from ppid.core.corpus import Corpus
from ppid.core.document import Contents
from ppid.core.kind import FilePlace
from ppid.kinds.badan import Badan
from ppid.kinds.dip.model import InformasiPublik
from ppid.kinds.opd import ProfilOpd
from ppid.kinds.pemantauan.tautan import KIND, KeadaanTautan, PemeriksaanTautan
from tests.conftest import ROOT, TOWN, of_the_city, this_body

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
        written = row.model_copy(update={"tautan": address})
        return document_key(written, corpus.today, corpus)[0]

    assert {key_of(each) for each in addresses} == {"a.example/b.pdf"}
    one_page = ("", "?x=1", "?utm_source=a&x=2", "#isi", "/", "/../profil", "/./")
    spelled = {f"https://a.example/profil{more}" for more in one_page}
    spelled |= {"https://A.example./Profil", "https://a.example/b/%2E%2E/profil?cetak=1"}
    assert {key_of(each) for each in spelled} == {"a.example/profil"}
    chosen = ("unduh?id=1", "unduh?id=2&x=1", "unduh.php?x=1", "unduh.php?x=2", "dokumen?tahun=2")
    assert len({key_of(f"https://a.example/{each}") for each in chosen}) == len(chosen)
    pages = ("https://a.example/?p=1", "https://a.example/?p=2", "https://b.example/b.pdf", "")
    assert len({key_of(each) for each in pages}) == len(pages)


@pytest.mark.parametrize(
    ("day", "keadaan", "tujuan", "lost", "unsure"),
    [
        (date(2021, 12, 6), "terbuka", None, "", ""),
        (date(2021, 7, 4), "terbuka", None, "", ""),
        (date(2021, 7, 3), "terbuka", None, "", "lebih dari 180 hari sebelum hari penilaian"),
        (date(2022, 1, 3), "terbuka", None, "", "baru diperiksa 3 Januari 2022"),
        (date(2021, 12, 6), "hilang", None, "tidak menuju dokumen pada pemeriksaan 6", ""),
        (date(2021, 12, 6), "tidak-menjawab", None, "", "tidak menjawab pada pemeriksaan 6"),
        (date(2021, 12, 6), "tidak-terbedakan", None, "", "juga yang dikarang, pada pemeriksaan 6"),
        (date(2021, 12, 6), "terbuka", "https://lain.example/b.pdf", "", "di situs yang tidak"),
        (None, "terbuka", None, "", "belum diperiksa pada hari penilaian"),
    ],
)
def test_an_address_is_a_document_as_far_as_its_last_check_shows(
    day: date | None, keadaan: KeadaanTautan, tujuan: str | None, lost: str, unsure: str
) -> None:
    assert SET is not None
    judged = date(2021, 12, 31)
    town = load(TOWN, judged).corpus
    address = "https://dinkes.kotakecil.example/b.pdf"
    row = town.of(InformasiPublik)[0].model_copy(update={"tautan": f"{address}?v=2"})
    records: list[Badan | PemeriksaanTautan] = [*town.of(Badan)]
    if day:
        check = PemeriksaanTautan(alamat=address, tanggal=day, keadaan=keadaan, tujuan=tujuan)
        check.placed(KIND.identify(FilePlace(tahun=day.year), check), row.origin)
        records.append(check)
    corpus = Corpus(records, town.sources, town.documents, judged)
    opening = opening_of(row, KNOWN["berkala.d.b"], SET.common, judged, corpus)
    assert lost in opening.lost
    assert unsure in opening.unsure
    assert bool(opening.lost) == bool(lost)
    assert bool(opening.unsure) == bool(unsure)


def test_a_file_is_seen_and_one_that_is_not_there_is_lost() -> None:
    corpus = load(TOWN, date(2021, 12, 31)).corpus
    row = next(r for r in corpus.of(InformasiPublik) if r.tautan.startswith("dokumen/"))
    assert SET is not None
    about = (KNOWN["berkala.d.b"], SET.common)
    assert opening_of(row, *about, corpus.today, corpus) == Opening()
    other = row.model_copy(update={"informasi": "Neraca tahun 2021"})
    assert "tidak menyebut" in opening_of(other, *about, corpus.today, corpus).unsure
    gone = row.model_copy(update={"tautan": "dokumen/tidak-ada.pdf"})
    assert opening_of(gone, *about, corpus.today, corpus).lost
    inside = {f"data/opd/{row.owner}/{row.tautan}": Contents(())}
    scanned = Corpus(corpus.of(Badan), {}, corpus.documents, corpus.today, contents=inside)
    assert "tidak memuat tulisan" in opening_of(row, *about, corpus.today, scanned).unsure


@of_the_city
def test_no_honest_title_speaks_of_everything() -> None:
    corpus = this_body(date(2025, 12, 31))
    titles = {(r.informasi, r.klasifikasi, r.id.tahun) for r in corpus.of(InformasiPublik)}
    sets = {tahun: set_for(corpus, tahun) for tahun in {tahun for *_, tahun in titles}}
    # No title counts as more subjects than it has words.
    many = {
        subjects_of(title, klasifikasi, found)
        for title, klasifikasi, tahun in titles
        if (found := sets[tahun]) and len(words_of(title)) > MOST_SUBJECTS
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


@of_the_city
def test_honest_rows_are_hardly_ever_refused() -> None:
    corpus = this_body(date(2025, 12, 31))
    dossiers, seen = Dossiers(corpus), Counter[tuple[bool, str]]()
    for tahun, profil in product(dossiers.years(), corpus.of(ProfilOpd)):
        dossier = dossiers.dossier(profil, tahun, judging_day(tahun, corpus.today))
        whole = set_for(corpus, tahun)
        assert whole is not None
        opened = {o.kode for o in whole.obligations if "dip-beralamat" in o.bukti}
        for kode, answers in dossier.answers.items():
            for answer in answers:
                half = is_tuned(answer.evidence.label)
                seen[half, "all"] += 1
                seen[half, "refused"] += bool(answer.refused)
                if kode in opened:
                    seen[half, "opened"] += 1
                    seen[half, "off subject"] += "berkasnya" in answer.opening.unsure
                if answer.doubt.startswith("judulnya") and (tahun > 2020 or kode != _CATCH_ALL):
                    seen[half, "doubted"] += 1
    for half in (True, False):
        assert seen[half, "refused"] <= 0.02 * seen[half, "all"]
        assert seen[half, "off subject"] <= 0.02 * seen[half, "opened"]
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
