"""Each ground is quoted as it stands, once, and explained beside it."""

from collections.abc import Callable

import pytest

from ppid.core.corpus import Corpus
from ppid.kinds.dik.model import InformasiDikecualikan
from ppid.publishing.items.exclusion import LegalBases, LegalBasis

Town = Callable[..., Corpus]


@pytest.fixture
def basis(town: Town) -> Callable[[str], LegalBasis]:
    def made(text: str) -> LegalBasis:
        corpus = town({"dik/2020": [{"dasar_hukum": text}]}, about="salinan_resmi: true\n")
        return LegalBases(corpus).of(corpus.of(InformasiDikecualikan)[0])

    return made


def test_numbers_of_one_letter_stand_in_one_quotation(
    basis: Callable[[str], LegalBasis],
) -> None:
    law = "UU 14/2008 Pasal 17 huruf h angka"
    (ground,) = basis(f"{law} 3; {law} 1").grounds
    assert ground.quote.rujukan == "UU 14/2008 Pasal 17 huruf h angka 1 dan angka 3"
    lines = ground.quote.teks.split("\n")
    assert lines[0].endswith("dapat mengungkap rahasia pribadi, yaitu:")
    assert lines[1:] == [
        "[…] 1. riwayat dan kondisi anggota keluarga;",
        "[…] 3. kondisi keuangan, aset, pendapatan, dan rekening bank seseorang;",
    ]
    assert [fact.label for fact in ground.quote.facts] == ["Cakupannya", "Batasnya", "Lamanya"]
    assert ground.quote.facts[2].cells[0].text.endswith("(PerKI 1/2021 Pasal 51 ayat (7)).")


def test_an_unknown_number_leaves_its_letter(basis: Callable[[str], LegalBasis]) -> None:
    (ground,) = basis("UU 14/2008 Pasal 17 huruf h angka 9").grounds
    assert ground.quote.rujukan == "UU 14/2008 Pasal 17 huruf h"
    assert "[…]" not in ground.quote.teks


def test_other_laws_are_named_with_what_is_known(basis: Callable[[str], LegalBasis]) -> None:
    found = basis("UU 14/2008 Pasal 17 huruf j; UU 43/2009 Pasal 44; UU 99/1999")
    known, unknown = found.others
    assert (known.rujukan, known.tentang) == ("UU 43/2009 Pasal 44", "Kearsipan")
    assert known.url == "tentang/dasar-hukum/"
    assert (unknown.rujukan, unknown.tentang, unknown.url) == ("UU 99/1999", "", "")
    assert found.because == (
        "tidak boleh diungkapkan berdasarkan undang-undang lain (UU 14/2008 Pasal 17 huruf j)"
    )


def test_many_grounds_are_named_by_letter(basis: Callable[[str], LegalBasis]) -> None:
    found = basis("; ".join(f"UU 14/2008 Pasal 17 huruf {letter}" for letter in "abej"))
    assert found.because == "UU 14/2008 Pasal 17 huruf a, huruf b, huruf e, dan huruf j"
    assert len(found.grounds) == 4


def test_only_some_grounds_may_last(basis: Callable[[str], LegalBasis]) -> None:
    lasting = [c for c in "abcdefghij" if basis(f"UU 14/2008 Pasal 17 huruf {c}").permanent]
    assert lasting == ["g", "h", "i", "j"]


def test_rows_with_one_text_share_one_object(town: Town) -> None:
    rows = [{"kode": f"SET-{number}", "informasi": f"Berkas {number}"} for number in range(3)]
    corpus = town({"dik/2020": rows})
    bases = LegalBases(corpus)
    assert len({id(bases.of(row)) for row in corpus.of(InformasiDikecualikan)}) == 1
