"""The document behind a public row, the obligations of its year, and who is asked for it."""

import io
from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from ppid.core.corpus import Corpus
from ppid.core.project_files import StoredFolder
from ppid.kinds.daftar import DaftarPublik
from ppid.kinds.dip.model import InformasiPublik
from ppid.kinds.opd import ProfilOpd
from ppid.publishing.items.letters import asked_of, recipients_of
from ppid.publishing.items.public import (
    DutiesByYear,
    FirstRows,
    PublicDocument,
    TableFiles,
    document_of,
)

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


def test_the_page_says_what_the_last_visit_of_the_address_found(situs: Path) -> None:
    list_of_2021 = situs / "opd/setda/dip/2021"
    profile = (list_of_2021 / "set-profil/index.html").read_text("utf-8")
    assert "Pada pemeriksaan 6 Desember 2021 alamat ini terbuka." in profile
    silent = (list_of_2021 / "set-tanda-1/index.html").read_text("utf-8")
    assert "Pada pemeriksaan 6 Desember 2021 situsnya tidak menjawab." in silent
    alert = (situs / "opd/dinkes/dip/2021/kes-siaga-dbd/index.html").read_text("utf-8")
    assert "Pada pemeriksaan 6 Desember 2021 situsnya membuka alamat apa pun di tempat" in alert
    file = (list_of_2021 / "set-anggaran/index.html").read_text("utf-8")
    assert "Pada pemeriksaan" not in file


def workbook() -> bytes:
    """Return a workbook with a hidden sheet before the one that is seen, and a hidden column."""
    book = openpyxl.Workbook()
    secret = book.active
    assert secret is not None
    secret.append(["rahasia", "angka"])
    secret.append(["x", 1])
    secret.sheet_state = "hidden"
    sheet = book.create_sheet("Tampak")
    sheet.append(["Kelurahan", "NIK", "Jumlah"])
    sheet.append(["<b>Dermaga</b>", "tersembunyi", 12])
    sheet.column_dimensions["B"].hidden = True
    book.active = 1
    stored = io.BytesIO()
    book.save(stored)
    return stored.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "shown"),
    [
        (
            "a.csv",
            b"tempat,jumlah\r\nPasar,=1+1\r\n" + b"Balai,2\r\n" * 9,
            FirstRows(
                ("tempat", "jumlah"), (("Pasar", "=1+1"), *[("Balai", "2")] * 5), more=4, cut=False
            ),
        ),
        ("lebar.csv", b"a,b,c,d,e,f,g,h,i\n1,2,3,4,5,6,7,8,9\n", "cut"),
        (
            "b.xlsx",
            workbook(),
            FirstRows(("Kelurahan", "Jumlah"), (("<b>Dermaga</b>", "12"),), more=0, cut=False),
        ),
        ("kepala.csv", b"tempat,jumlah\n", None),
        ("kosong.csv", b"", None),
        ("rusak.xlsx", b"PK\x03\x04rusak", None),
        ("gambar.png", b"\x89PNG\r\n\x1a\n", None),
        ("besar.csv", b"a,b\n" + b"1,2\n" * 200_000, None),
    ],
)
def test_the_first_rows_of_a_table_are_shown(
    name: str, content: bytes, shown: FirstRows | str | None, town: Town
) -> None:
    corpus = town({"dip/2021": [{"tautan": f"dokumen/{name}"}]})
    path = f"data/opd/setda/dokumen/{name}"
    corpus.sizes = {path: len(content)}
    (row,) = corpus.of(InformasiPublik)
    found = TableFiles(corpus, StoredFolder({path: content}, corpus.sizes)).first_rows(row)
    if shown == "cut":
        assert found is not None
        assert (found.cut, found.heads) == (True, tuple("abcdefgh"))
    elif isinstance(shown, FirstRows):
        assert found is not None
        assert (found.heads, found.rows) == (shown.heads, shown.rows)
        assert (found.more, found.cut) == (shown.more, shown.cut)
    else:
        assert found is None
    assert TableFiles(corpus, None).first_rows(row) is None


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


def test_an_office_without_an_address_is_asked_through_ppid_utama(town: Town) -> None:
    corpus = town({"dip/2021": [{}]})
    profil = corpus.get(ProfilOpd, "setda")
    assert profil is not None
    direct = asked_of(profil, corpus)
    assert (direct.melalui, direct.alamat) == ("", "Jalan Pohon Jambu Nomor 1, Kota Kecil")
    unknown = profil.model_copy(update={"alamat": "", "surel": ""})
    through = asked_of(unknown, corpus)
    assert through.nama == direct.nama
    assert through.melalui == "PPID Utama Pemerintah Kota Kecil"
    assert through.surel == "ppid@kotakecil.example"
    assert through.sebutan.endswith(", melalui PPID Utama Pemerintah Kota Kecil")
