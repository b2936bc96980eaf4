"""The document behind a public row, the obligations of its year, and who is asked for it."""

from collections.abc import Callable
from datetime import date

import pytest

from ppid.core.corpus import Corpus
from ppid.kinds.daftar import DaftarPublik
from ppid.kinds.dip.model import InformasiPublik
from ppid.publishing.items.letters import recipients_of
from ppid.publishing.items.public import DutiesByYear, PublicDocument, document_of

Town = Callable[..., Corpus]


@pytest.mark.parametrize(
    ("tautan", "document"),
    [
        (
            "dokumen/ringkasan-anggaran-2021.csv",
            PublicDocument("opd/setda/dokumen/ringkasan-anggaran-2021.csv", "", "CSV", 219),
        ),
        (
            "https://setda.kotakecil.example/a/b.PDF?v=2#hal=3",
            PublicDocument(
                "https://setda.kotakecil.example/a/b.PDF?v=2#hal=3",
                "setda.kotakecil.example",
                "PDF",
                None,
            ),
        ),
        (
            "https://setda.kotakecil.example/unduh/12",
            PublicDocument(
                "https://setda.kotakecil.example/unduh/12", "setda.kotakecil.example", "", None
            ),
        ),
        ("", None),
    ],
)
def test_what_can_be_said_of_a_document(
    tautan: str, document: PublicDocument | None, town: Town
) -> None:
    corpus = town({"dip/2021": [{"tautan": tautan}]})
    found = document_of(corpus.of(InformasiPublik)[0], corpus)
    if document and document.size:
        path = f"data/{document.url}"
        document = PublicDocument(document.url, "", document.format, corpus.sizes[path])
        assert corpus.sizes[path] > 0
    assert found == document


@pytest.mark.parametrize(
    ("tahun", "kode", "dasar", "fresh"),
    [
        (2020, "berkala.a", "UU 14/2008 Pasal 9 ayat (2) huruf a", "UU 14/2008 Pasal 9 ayat (3)"),
        (2022, "berkala.a.a", "PerKI 1/2021 Pasal 14", "PerKI 1/2021 Pasal 18"),
        (2022, "berkala.a", "UU 14/2008 Pasal 9 ayat (2) huruf a", "PerKI 1/2021 Pasal 18"),
    ],
)
def test_obligations_are_those_of_the_year(
    tahun: int, kode: str, dasar: str, fresh: str, town: Town
) -> None:
    corpus = town({f"dip/{tahun}": [{"kewajiban": kode}]})
    duties, row = DutiesByYear(corpus), corpus.of(InformasiPublik)[0]
    (duty,) = duties.of(row).fulfilled
    assert duty.dasar.startswith(dasar)
    assert (row.klasifikasi, fresh in duties.freshness(row)) == ("berkala", True)


def test_an_unknown_obligation_is_not_shown_as_fulfilled(town: Town) -> None:
    corpus = town({"dip/2021": [{"kewajiban": "berkala.z"}, {"kewajiban": ""}]})
    duties = DutiesByYear(corpus)
    assert [duties.of(row).fulfilled for row in corpus.of(InformasiPublik)] == [(), ()]


def test_who_is_asked_and_who_decides_on_an_objection(town: Town) -> None:
    corpus = town({"dip/2021": [{}]})
    found = recipients_of(corpus.of(DaftarPublik)[0], corpus)
    assert found.permintaan.nama == "PPID Pelaksana Sekretariat Daerah (Kepala Bagian Umum)"
    assert found.permintaan.surel == "setda@kotakecil.example"
    assert (
        found.keberatan.nama == "Atasan PPID Pemerintah Kota Kecil (Sekretaris Daerah Kota Kecil)"
    )
    assert found.keberatan.surel == "ppid@kotakecil.example"


def test_the_officer_goes_by_the_name_of_the_day(town: Town) -> None:
    corpus = town({"dip/2020": [{}]}, today=date(2021, 6, 29))
    found = recipients_of(corpus.of(DaftarPublik)[0], corpus)
    assert found.permintaan.nama.startswith("PPID Pembantu Sekretariat Daerah")


def test_a_demonstration_is_sent_to_nobody(town: Town) -> None:
    corpus = town({"dip/2021": [{}]}, about="contoh: true\n")
    found = recipients_of(corpus.of(DaftarPublik)[0], corpus)
    assert found.contoh
    assert (found.permintaan.surel, found.keberatan.surel) == ("", "")
    assert found.permintaan.nama
