"""Whose site an address lies on, and which addresses lead to one document."""

import pytest

from ppid.values.addresses import document_address, is_on_site, is_public

SITE = "https://ppid.kota.go.id"


@pytest.mark.parametrize(
    ("address", "below", "beside"),
    [
        ("https://ppid.kota.go.id/a.pdf", True, True),
        ("https://arsip.ppid.kota.go.id/a.pdf", True, True),
        ("https://WWW.Dinas.kota.go.id:443/a.pdf", False, True),
        ("https://kota.go.id/a.pdf", False, True),
        ("https://kota-lain.go.id/a.pdf", False, False),
        ("https://bukankota.go.id/a.pdf", False, False),
        ("https://kota.go.id.lain.example/a.pdf", False, False),
        ("https://lain.example/ppid.kota.go.id", False, False),
        ("https://lain.example\\.ppid.kota.go.id/a.pdf", False, False),
        ("https://\uff50pid.kota\u3002go.id/a.pdf", True, True),
        ("dokumen/a.pdf", False, False),
    ],
)
def test_sites_of_one_owner(address: str, *, below: bool, beside: bool) -> None:
    assert is_on_site(address, SITE) is below
    assert is_on_site(address, SITE, beside=True) is beside


def test_without_a_site_nothing_lies_on_it() -> None:
    assert not is_on_site("https://a.example/b.pdf", "", beside=True)


def test_a_name_outside_the_endings_of_indonesia_is_of_two_words() -> None:
    assert is_on_site("https://a.kota.example/b.pdf", "https://ppid.kota.example", beside=True)
    assert not is_on_site("https://lain.example/b.pdf", "https://ppid.kota.example", beside=True)


ONE = {
    "a file with something behind it": [
        f"{SITE}/dokumen/a.pdf{more}"
        for more in ("", ";1", "/2", "/unduh/3", ".", "..", "%20", "%20%20", "/%2e", "?v=4", "#5")
    ],
    "letters written as signs": [
        f"{SITE}/dokumen/{letter}.pdf" for letter in ("a", "A", "%61", "%2561", "%252561")
    ],
    "strokes": [f"{SITE}/dokumen{strokes}a.pdf" for strokes in ("/", "//", "\\", "%5C", "%2F/")],
    "names of one server": [
        f"{start}ppid.kota.go.id/a.pdf"
        for start in ("https://", "http://www.", "https://www2.", "https://WWW07.")
    ],
    "letters of other sets in a name": [
        f"https://{name}/a.pdf"
        for name in (
            "ppid.kota.go.id",
            "\uff50pid.kota.go.id",
            "pp\u00adid.kota.go.id",
            "ppid。kota.go.id",
        )
    ],
    "a name in letters that are not ours": [
        "https://köta.example/a.pdf",
        "https://KÖTA.example./a.pdf",
        "https://xn--kta-sna.example/a.pdf",
    ],
    "doors of one server": [
        f"https://ppid.kota.go.id{door}/profil" for door in ("", ":443", ":8443")
    ],
    "parameters of a path": [
        f"{SITE}/{path}"
        for path in (
            "buku/profil",
            "buku/profil;sesi=7a",
            "buku;x/profil",
            "buku/profil%3Bb",
            "buku/;x/profil",
        )
    ],
    "points and blanks at the end": [
        f"{SITE}/buku{end}/profil{end}" for end in ("", ".", "..", "%20")
    ],
    "the file that a folder opens": [
        f"{SITE}{path}"
        for path in (
            "/profil",
            "/profil/",
            "/index.php/profil",
            "/profil/index.html",
            "/profil/Default.aspx",
        )
    ],
    "a page in other words": [
        f"{SITE}{path}"
        for path in (
            "/profil",
            "/id/profil",
            "/en/profil",
            "/profil.html",
            "/profil.php",
            "/profil/amp",
        )
    ],
    "letters that a program takes for the same": [
        f"{SITE}/unduh?nama={name}"
        for name in ("profil", "Profil", "prof%C3%ADl", "profil%20", "profil+", "prof%C2%ADil")
    ],
    "a blank written in two ways": [
        f"{SITE}/unduh?nama=profil{blank}kita" for blank in ("+", "%20")
    ],
    "a program that need not be named": [f"{SITE}{path}?id=7" for path in ("", "/", "/index.php")],
    "noughts": [f"{SITE}/unduh?id={number}" for number in ("7", "07", "0007", "+7", "%37", "%207")],
    "noughts in a path": [f"{SITE}/unduh/{number}" for number in ("7", "07", "0007", "%30%37")],
    "order and repetition": [
        f"{SITE}/unduh.php?{asked}"
        for asked in (
            "id=7&tahun=2024",
            "tahun=2024&id=7",
            "id=1&tahun=2024&id=7",
            "x=9&id=7&tahun=2024",
        )
    ],
}


@pytest.mark.parametrize("kind", ONE)
def test_spellings_of_one_address_are_one_document(kind: str) -> None:
    assert len({document_address(each) for each in ONE[kind]}) == 1


def test_addresses_of_two_documents_stay_two() -> None:
    two = [
        *(f"{SITE}/unduh?id={number}" for number in (7, 70, 700)),
        *(f"{SITE}/unduh/{name}" for name in ("7", "70", "7-profil", "profil-7")),
        *(f"{SITE}/unduh.php?{n}" for n in (1, 2)),
        *(f"{SITE}/index.php?option={n}&id=7" for n in ("dip", "dik")),
        *(f"{SITE}/{name}" for name in ("profil.pdf", "idul/profil", "profil/pejabat")),
        *(f"{SITE}/{name}" for name in ("a.pdf", "a.xlsx", "2021/a.pdf", "b/a.pdf")),
        "https://dinas.kota.go.id/a.pdf",
    ]
    assert len({document_address(each) for each in two}) == len(two)


@pytest.mark.parametrize(
    "address",
    [
        "https://%6bota.go.id/a.pdf",
        "https://lain.example\\.kota.go.id/a.pdf",
        "https://kota.go.i%64/a",
    ],
)
def test_no_site_has_signs_in_its_name(address: str) -> None:
    assert not is_public(address)
