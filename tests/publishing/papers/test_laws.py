"""The laws below “Mengingat”: the body's own, as they stood on a day, with the right region."""

from datetime import date

import pytest

from ppid.checking.check import load_and_check
from ppid.core.corpus import Corpus
from ppid.kinds.acuan.surat import surat_for
from ppid.kinds.badan import Badan
from ppid.publishing.papers.laws import laws_named
from ppid.publishing.papers.model import Blank
from tests.conftest import REGENCY, REGENCY_DAY

BASE = "Peraturan Wali Kota Kecil Nomor 2 Tahun 2017 tentang Pedoman Layanan Informasi"
CHANGE = "sebagaimana telah diubah dengan Peraturan Wali Kota Kecil Nomor 4 Tahun 2019"
NEWER = "Peraturan Wali Kota Kecil Nomor 6 Tahun 2021"
DOUBT = "[pastikan masih berlaku pada tanggal keputusan]"


def own_laws(corpus: Corpus, day: date) -> list[str]:
    """Return the laws of the body itself that a paper of a day names, with what is asked."""
    surat = surat_for(corpus.today, corpus)
    assert surat is not None
    said = [
        "".join(f"[{word.note}]" if isinstance(word, Blank) else str(word) for word in words)
        for words in laws_named((), surat, day, corpus)
    ]
    assert said[0].startswith("Undang-Undang Nomor 14 Tahun 2008")
    return said[3:]


@pytest.mark.parametrize(
    ("day", "wanted"),
    [
        (date(2017, 5, 2), []),  # the day before it was promulgated
        (date(2017, 5, 3), [BASE]),
        (date(2019, 5, 19), [BASE]),
        (date(2019, 5, 20), [f"{BASE} di Lingkungan Pemerintah Kota Kecil {CHANGE}"]),
        (date(2020, 12, 31), [f"{BASE} di Lingkungan Pemerintah Kota Kecil {CHANGE}"]),
    ],
)
def test_those_of_the_body_are_named_as_they_stood(
    day: date, wanted: list[str], corpus: Corpus
) -> None:
    found = own_laws(corpus, day)
    assert len(found) == len(wanted)
    assert all(law.startswith(begin) for law, begin in zip(found, wanted, strict=True))
    assert not any(DOUBT in law for law in found)
    assert all(
        "diubah" in begin or "diubah" not in law for law, begin in zip(found, wanted, strict=True)
    )


def test_what_is_not_certain_is_asked(corpus: Corpus) -> None:
    """The day of Perwal 6/2021 is unknown, and so is what becomes of those before it."""
    old, new = own_laws(corpus, date(2021, 6, 1))
    assert old.startswith(BASE)
    assert old.endswith(DOUBT)
    assert new.startswith(NEWER)
    assert new.endswith(DOUBT)
    old, new = own_laws(corpus, date(2022, 1, 1))
    assert old.endswith(DOUBT)
    assert new == f"{NEWER} tentang Pedoman Layanan Informasi yang Baru"


def test_a_regency_names_its_own() -> None:
    corpus = load_and_check(REGENCY, date.fromisoformat(REGENCY_DAY)).corpus
    assert own_laws(corpus, date(2023, 10, 9)) == []
    (law,) = own_laws(corpus, date(2023, 10, 10))
    assert law.startswith("Peraturan Daerah Kabupaten Bukit Rekaan Nomor 3 Tahun 2023 tentang")


@pytest.mark.parametrize(
    ("nama", "jenis", "wanted"),
    [
        ("Pemerintah Kota Kecil", "kota", ("Kota Kecil", "Kecil")),
        (
            "Pemerintah Daerah Provinsi Jawa Barat",
            "provinsi",
            ("Provinsi Jawa Barat", "Jawa Barat"),
        ),
        ("Pemkab Bukit Rekaan", "kabupaten", ("", "")),
    ],
)
def test_the_region_stands_in_the_name_of_the_body(
    nama: str, jenis: str, wanted: tuple[str, str], corpus: Corpus
) -> None:
    badan = corpus.get(Badan)
    assert badan is not None
    assert badan.model_copy(update={"nama": nama, "jenis": jenis}).wilayah == wanted
