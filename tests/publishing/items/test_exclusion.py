"""The answer sentence and what follows the term, for every sort of row."""

from collections.abc import Callable
from datetime import date

import pytest

from ppid.checking.load import load
from ppid.core.corpus import Corpus
from ppid.core.page import Link
from ppid.kinds.dik.model import InformasiDikecualikan
from ppid.publishing.items.exclusion import (
    ExclusionState,
    LegalBases,
    StatedExclusion,
    TermLaw,
    exclusion_of,
    term_law_of,
)
from ppid.publishing.items.history import Notice
from tests.conftest import TOWN

Town = Callable[..., Corpus]
PRIVATE = "karena bila dibuka dapat mengungkap rahasia pribadi (UU 14/2008 Pasal 17 huruf h)"
TWO = "UU 14/2008 Pasal 17 huruf h angka 1; UU 14/2008 Pasal 17 huruf j; UU 24/2013"


def exclusion(corpus: Corpus, later: Notice | None = None) -> StatedExclusion:
    row = corpus.of(InformasiDikecualikan)[0]
    basis = LegalBases(corpus).of(row)
    return exclusion_of(row, basis, term_law_of(corpus), corpus, later=later)


ANSWERS = {
    "whole": (
        {},
        ExclusionState.WHOLE,
        f"Dikecualikan seluruhnya sampai 28 Februari 2025 {PRIVATE}.",
    ),
    "part": (
        {"cakupan": "sebagian", "bagian": "nama", "jangka_waktu": "sampai 2027-12-31"},
        ExclusionState.PART,
        f"Dikecualikan sebagian sampai 31 Desember 2027 {PRIVATE}.",
    ),
    "ended": (
        {"jangka_waktu": "1 tahun"},
        ExclusionState.ENDED,
        (
            "Masa pengecualiannya berakhir pada 28 Februari 2021. Sebelumnya dikecualikan "
            f"seluruhnya {PRIVATE}. Isinya belum tentu terbuka."
        ),
    ),
    "two grounds": (
        {"dasar_hukum": TWO},
        ExclusionState.WHOLE,
        (
            "Dikecualikan seluruhnya sampai 28 Februari 2025. Alasannya: bila dibuka dapat "
            "mengungkap rahasia pribadi dan tidak boleh diungkapkan berdasarkan undang-undang lain "
            "(UU 14/2008 Pasal 17 huruf h dan huruf j)."
        ),
    ),
    "event": (
        {"jangka_waktu": "sampai pemenang diumumkan"},
        ExclusionState.WHOLE,
        f"Dikecualikan seluruhnya {PRIVATE}, sampai pemenang diumumkan.",
    ),
    "after an event": (
        {"jangka_waktu": "2 tahun setelah pegawai pensiun"},
        ExclusionState.WHOLE,
        f"Dikecualikan seluruhnya {PRIVATE}, sampai 2 tahun setelah pegawai pensiun.",
    ),
    "state": (
        {"jangka_waktu": "selama perjanjian berlaku"},
        ExclusionState.WHOLE,
        f"Dikecualikan seluruhnya {PRIVATE}, selama perjanjian berlaku.",
    ),
    "exception": (
        {"jangka_waktu": "5 tahun, kecuali atas izin Wali Kota"},
        ExclusionState.WHOLE,
        (
            f"Dikecualikan seluruhnya sampai 28 Februari 2025 {PRIVATE}, kecuali atas izin "
            "Wali Kota."
        ),
    ),
    "event with exception": (
        {"jangka_waktu": "sampai lelang selesai, kecuali bagi auditor"},
        ExclusionState.WHOLE,
        f"Dikecualikan seluruhnya {PRIVATE}, sampai lelang selesai, kecuali bagi auditor.",
    ),
    "no end, with exception": (
        {"jangka_waktu": "tidak terbatas, kecuali atas izin pasien"},
        ExclusionState.WHOLE,
        (
            f"Dikecualikan seluruhnya {PRIVATE}. Jangka waktunya tertulis “tidak terbatas, kecuali "
            "atas izin pasien”; hari berakhirnya tidak disebut dalam daftar."
        ),
    ),
    "archive schedule": (
        {"jangka_waktu": "sesuai JRA"},
        ExclusionState.WHOLE,
        (f"Dikecualikan seluruhnya {PRIVATE}, selama jangka waktu menurut jadwal retensi arsip."),
    ),
    "law": (
        {"jangka_waktu": "sesuai UU 43/2009"},
        ExclusionState.WHOLE,
        f"Dikecualikan seluruhnya {PRIVATE}, selama jangka waktu menurut UU 43/2009.",
    ),
    "unclear": (
        {"jangka_waktu": "selama diperlukan"},
        ExclusionState.WHOLE,
        (
            f"Dikecualikan seluruhnya {PRIVATE}. Jangka waktunya tertulis “selama diperlukan”; "
            "hari berakhirnya tidak disebut dalam daftar."
        ),
    ),
    "no term": (
        {"jangka_waktu": ""},
        ExclusionState.WHOLE,
        f"Dikecualikan seluruhnya {PRIVATE}. Jangka waktunya tidak disebutkan.",
    ),
    "no ground": (
        {"dasar_hukum": ""},
        ExclusionState.WHOLE,
        "Dikecualikan seluruhnya sampai 28 Februari 2025. Dasar hukumnya tidak disebutkan.",
    ),
    "no letter": (
        {"dasar_hukum": "UU 43/2009", "jangka_waktu": "sampai lelang dibuka"},
        ExclusionState.WHOLE,
        (
            "Dikecualikan seluruhnya sampai lelang dibuka. Alasannya menurut UU 14/2008 Pasal 17 "
            "tidak disebutkan."
        ),
    ),
}


@pytest.mark.parametrize("name", ANSWERS)
def test_the_answer_says_whether_until_when_and_why(name: str, town: Town) -> None:
    row, state, words = ANSWERS[name]
    found = exclusion(town({"dik/2020": [row]}, about="salinan_resmi: true\n"))
    assert (found.state, found.answer) == (state, words)


def test_what_the_end_means(town: Town) -> None:
    found = exclusion(town({"dik/2020": [{}]}))
    assert found.then == (
        (
            "Masanya berakhir pada 28 Februari 2025. Sesudah hari itu informasi ini menjadi "
            "Informasi Publik."
        ),
        (
            "PPID menetapkannya paling lama 30 hari kerja sebelumnya, yaitu 14 Januari 2025. "
            "Libur nasional dan cuti bersama yang diketahui tidak dihitung."
        ),
    )


def test_a_term_that_is_over_opens_unless_a_later_list_goes_on(town: Town) -> None:
    corpus = town({"dik/2020": [{"jangka_waktu": "1 tahun"}]})
    later = Notice("Yang terbaru ada dalam", Link("DIK 2021", "x/"), listed=True, followed=True)
    over, renewed = exclusion(corpus), exclusion(corpus, later)
    assert (over.open, renewed.open) == (True, False)
    assert over.then[0] == "Masa yang tercatat berakhir pada 28 Februari 2021."
    assert renewed.answer.startswith("Menurut DIK 2020, masa pengecualiannya berakhir")
    assert "DIK 2021 masih mencantumkannya" in renewed.then[0]


@pytest.mark.parametrize("term", ["1 tahun", "Sampai selesai"])
def test_what_is_public_by_now_is_no_longer_said_to_be_withheld(term: str, town: Town) -> None:
    ground = "UU 14/2008 Pasal 17 huruf h angka 2"
    corpus = town({"dik/2020": [{"jangka_waktu": term, "dasar_hukum": ground}]})
    opened = exclusion(corpus, Notice("Sekarang ada dalam", Link("DIP 2021", "x/"), opened=True))
    assert opened.answer.startswith("Menurut DIK 2020, ")
    assert "belum tentu" not in opened.answer
    assert opened.then == ("Sekarang tercantum sebagai informasi publik dalam DIP 2021.",)
    assert (opened.state, opened.open, opened.protected) == (ExclusionState.ENDED, False, False)
    assert opened.quotes == ()


def test_the_law_on_the_end_of_a_term_is_not_told_as_if_nothing_else_protected(town: Town) -> None:
    law = term_law_of(town({"dik/2020": [{}]}))
    told = [quote for quote in law.personal if quote.rujukan.endswith("Pasal 52 ayat (2)")]
    assert told
    kept = "hak-hak pribadi (UU 14/2008 Pasal 6 ayat (3) huruf c), tidak ikut berakhir"
    assert all(kept in quote.penjelasan for quote in told)


@pytest.mark.parametrize(
    ("ground", "protected", "words"),
    [
        ("UU 14/2008 Pasal 17 huruf h angka 2", True, "hak-hak pribadi tidak dapat diberikan"),
        ("UU 14/2008 Pasal 17 huruf g", True, "persetujuan tertulis"),
        (
            "UU 14/2008 Pasal 17 huruf j; UU 24/2013 Pasal 79",
            True,
            "tidak ikut berakhir: UU 24/2013 Pasal 79.",
        ),
        ("UU 14/2008 Pasal 17 huruf j", True, "undang-undang lain yang merahasiakannya"),
        ("UU 14/2008 Pasal 17 huruf b", False, "Pasal 52 ayat (2)"),
    ],
)
def test_an_ended_term_says_what_still_protects_and_who_decides(
    ground: str,
    protected: bool,  # noqa: FBT001 — a case of the table above
    words: str,
    town: Town,
) -> None:
    row = {"jangka_waktu": "1 tahun", "dasar_hukum": ground}
    found = exclusion(town({"dik/2020": [row]}, about="salinan_resmi: true\n"))
    said = " ".join(found.then)
    assert found.protected is protected
    personal = found.quotes[0].rujukan == "UU 14/2008 Pasal 6 ayat (3) huruf c"
    assert personal is ("huruf h" in ground or "huruf g" in ground)
    assert words.lower() in said.lower()
    assert "PPID mem" in found.then[-1]
    assert found.answer.endswith("belum tentu terbuka.") is protected
    assert "seperti informasi publik yang lain" not in said


def test_the_last_day_still_belongs_to_the_term(town: Town) -> None:
    lists = {"dik/2020": [{"jangka_waktu": "1 tahun"}]}
    assert exclusion(town(lists, today=date(2021, 2, 28))).state is ExclusionState.WHOLE
    assert exclusion(town(lists, today=date(2021, 3, 1))).state is ExclusionState.ENDED


@pytest.mark.parametrize(
    ("term", "words"),
    [
        ("", "Daftar ini tidak menyebut jangka waktunya."),
        ("sampai lelang dibuka", "Masa itu berakhir saat peristiwa ini terjadi: lelang dibuka."),
        ("sesuai UU 43/2009", "Lamanya mengikuti UU 43/2009."),
        ("sesuai JRA", "Lamanya mengikuti jadwal retensi arsip."),
        (
            "2 tahun setelah pegawai pensiun",
            "Masa itu baru dihitung sesudah peristiwa ini terjadi: pegawai pensiun.",
        ),
        (
            "selama perjanjian berlaku",
            "Masa itu berakhir saat keadaan ini tidak ada lagi: perjanjian berlaku.",
        ),
        ("tidak terbatas", "Dari kata “tidak terbatas” hari berakhirnya tidak dapat dihitung."),
        ("seadanya saja", "Dari kata “seadanya saja” hari berakhirnya tidak dapat dihitung."),
    ],
)
def test_a_term_without_a_day_says_what_to_ask(term: str, words: str, town: Town) -> None:
    corpus = town({"dik/2020": [{"jangka_waktu": term}]}, about="salinan_resmi: true\n")
    (sentence,) = exclusion(corpus).then
    assert sentence.startswith(words)
    assert "Tanyakan kepada PPID" in sentence


@pytest.fixture(scope="module")
def term_law() -> TermLaw:
    return term_law_of(load(TOWN, date(2021, 12, 31)).corpus)


def test_the_law_on_the_end_is_quoted_with_its_address(term_law: TermLaw) -> None:
    addresses = [quote.rujukan for quote in term_law.ends]
    assert addresses == ["PerKI 1/2021 Pasal 52 ayat (1)", "PerKI 1/2021 Pasal 52 ayat (2)"]
    assert term_law.stated[0].rujukan == "PerKI 1/2021 Pasal 49 ayat (6) huruf e"
    assert "[…] e. jangka waktu pengecualian" in term_law.stated[0].teks
    assert term_law.not_permanent[0].rujukan == "UU 14/2008 Pasal 20 ayat (1)"
    assert all(quote.teks and quote.penjelasan for quote in term_law.ends)


@pytest.mark.parametrize(("letter", "first"), [("a", "Pasal 20"), ("h", "Pasal 49")])
def test_without_end_is_answered_by_the_law_of_its_ground(
    letter: str, first: str, town: Town, term_law: TermLaw
) -> None:
    row = {"jangka_waktu": "tidak terbatas", "dasar_hukum": f"UU 14/2008 Pasal 17 huruf {letter}"}
    corpus = town({"dik/2020": [row]}, about="salinan_resmi: true\n")
    found = corpus.of(InformasiDikecualikan)[0]
    quotes = exclusion_of(found, LegalBases(corpus).of(found), term_law, corpus).quotes
    assert first in quotes[0].rujukan
