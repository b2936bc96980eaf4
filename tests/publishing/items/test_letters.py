"""The request and the objection: what the law asks for is in them, and nothing breaks out."""

from email.utils import parseaddr
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppid.publishing.items.letters import (
    Letter,
    LetterSubject,
    Recipient,
    objection,
    open_objection,
    open_request,
    request,
)

TO = Recipient("PPID Pelaksana Setda (Kepala Bagian Umum)", "setda+kip@kotakecil.example")
ADDRESS = "https://ppid.kotakecil.example/opd/setda/dik/2021/set-1/"
PLAIN = LetterSubject(
    "Berkas uji", "SET-1", "Daftar Informasi Publik (DIP) 2021", "Setda", "Bagian Umum"
)
HOSTILE = "“A&B” <b>%0D%0ABcc: x@y.example</b>\r\nBcc: x@y.example ?subject=z&body={kode} {0} #1 +"
REQUEST_NEEDS = (
    *(
        "Nama lengkap: [isi]",
        "NIK",
        "Alamat: [isi]",
        "Nomor telepon: [isi]",  # alone: PerKI 1/2021 Pasal 30 ayat (1) huruf d
        "Surel: [isi]",
        "Surat kuasa khusus bermeterai: [",  # Pasal 27 ayat (7)
    ),
    *("Informasi: Berkas uji", "Tujuan penggunaan: [isi]", "Cara memperoleh", "Cara mengirimkan"),
)
OBJECTION_NEEDS = (
    *("Nomor pendaftaran permintaan: [isi]", "Tujuan penggunaan: [isi]", "Nama lengkap: [isi]"),
    "Surat kuasa khusus bermeterai: [",  # Pasal 39 ayat (4)
    *("Alasan keberatan", "tanda tangan", "UU 14/2008 Pasal 35 ayat (1) huruf a"),
)


def letters(subject: LetterSubject, to: Recipient = TO) -> list[Letter]:
    return [request(to, subject, "Saya meminta ini.", "Mohon alasannya."), objection(to, subject)]


def test_a_request_holds_what_the_law_asks_for() -> None:
    text = request(TO, PLAIN, "Saya meminta ini.").text(ADDRESS)
    assert [need for need in REQUEST_NEEDS if need not in text] == []
    assert f"Alamat halaman: {ADDRESS}\n" in text
    assert "Kepada Yth.\nPPID Pelaksana Setda (Kepala Bagian Umum)\n" in text


def test_an_objection_holds_what_the_law_asks_for() -> None:
    text = objection(TO, PLAIN).text(ADDRESS)
    assert [need for need in OBJECTION_NEEDS if need not in text] == []


def test_a_letter_says_where_it_goes_and_what_is_in_doubt() -> None:
    to = Recipient(
        "PPID Pelaksana Setda",
        "ppid@kotakecil.example",
        alamat="Jalan Pohon Jambu Nomor 1",
        melalui="PPID Utama",
        alamat_ragu="belum dipastikan",
    )
    head = (
        "Kepada Yth.\nPPID Pelaksana Setda\nmelalui PPID Utama\n"
        "Jalan Pohon Jambu Nomor 1 [belum dipastikan]\n\n"
    )
    for letter in (*letters(PLAIN, to), open_request(to), open_objection(to)):
        assert letter.text(ADDRESS).startswith(head)
    assert "\nPerangkat daerah: Setda\n" in open_request(to, "Setda").text()


def without_subject(text: str) -> list[str]:
    """Return the lines of a letter that do not speak of an item."""
    about = ("Perihal", "Informasi:", "Kode:", "Daftar:", "Penguasa", "Perangkat", "Alamat halaman")
    return [line for line in text.splitlines() if not line.startswith(about)]


def test_the_letter_about_nothing_yet_is_the_same_letter() -> None:
    asked = request(TO, PLAIN).text(ADDRESS)
    assert without_subject(open_request(TO).text()) == without_subject(asked)
    wanted = {need for need in REQUEST_NEEDS if need != "Informasi: Berkas uji"}
    assert [need for need in wanted if need not in open_request(TO).text()] == []
    objecting = open_objection(TO).text()
    assert [need for need in OBJECTION_NEEDS[:-1] if need not in objecting] == []
    assert "{" not in open_request(TO).text() + objecting


@pytest.mark.parametrize("letter", letters(PLAIN))
def test_a_letter_without_a_whole_address_says_where_to_find_it(letter: Letter) -> None:
    assert "Alamat halaman: [salin dari bilah alamat peramban]\n" in letter.text("")


def parts(letter: Letter) -> tuple[str, dict[str, list[str]]]:
    """Take a mail address apart as a mail program does."""
    whole = urlsplit(letter.mailto(ADDRESS))
    assert whole.scheme == "mailto"
    return unquote(whole.path), parse_qs(whole.query, strict_parsing=True)


@pytest.mark.parametrize("letter", letters(PLAIN))
def test_a_mail_says_the_same_as_the_text(letter: Letter) -> None:
    to, fields = parts(letter)
    assert to == "setda+kip@kotakecil.example"
    assert set(fields) == {"subject", "body"}
    assert fields["body"] == [letter.text(ADDRESS).replace("\n", "\r\n")]
    assert fields["subject"] == [letter.subject]


def assert_sound(subject: LetterSubject) -> None:
    for plain, letter in zip(letters(PLAIN), letters(subject), strict=True):
        to, fields = parts(letter)
        assert set(fields) == {"subject", "body"}
        assert parseaddr(to)[1] == to == TO.surel
        assert len(fields["subject"][0].splitlines()) == 1
        # Not one line more than a plain letter has: a title cannot pass for a line of its own.
        assert letter.text(ADDRESS).count("\n") == plain.text(ADDRESS).count("\n")
        assert letter.mailto(ADDRESS).isascii()
        assert not set(letter.mailto(ADDRESS)) & set(" \r\n\"'<>")


def test_a_hostile_title_stays_a_title() -> None:
    assert_sound(LetterSubject(HOSTILE, HOSTILE, "DIK 2021", HOSTILE, HOSTILE))


@given(st.text(max_size=60).filter(lambda text: text.isprintable() or "\n" in text))
def test_any_title_stays_a_title(text: str) -> None:
    if "\ud800" <= max(text, default="a") <= "\udfff":
        return
    assert_sound(LetterSubject(text, "SET-1", "DIK 2021", "Setda", text))


def test_a_usual_letter_fits_into_a_mail_address() -> None:
    """Outlook on Windows cuts an address after about 2,000 characters."""
    title = "Rincian usulan pagu antarperangkat daerah yang belum dibahas bersama DPRD Kota Kecil"
    subject = LetterSubject(
        title,
        "RCN-USULAN-PAGU",
        "Daftar Informasi yang Dikecualikan (DIK) 2021",
        "Badan Perencanaan Pembangunan Daerah",
        "Bidang Pengendalian dan Evaluasi",
    )
    opening = (
        "Saya meminta salinan dokumen berikut, dengan bagian yang dikecualikan dihitamkan atau "
        "dikaburkan (PerKI 1/2021 Pasal 50 ayat (2) dan ayat (3))."
    )
    for letter in (request(TO, subject, opening), objection(TO, subject)):
        assert len(letter.mailto(ADDRESS)) < 2000
