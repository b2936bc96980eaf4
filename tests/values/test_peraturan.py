import pytest

from ppid.values.law_names import alias_code, law_code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Undang-Undang Nomor 14 Tahun 2008", "UU 14/2008"),
        ("undang - undang no. 14 thn. 2008", "UU 14/2008"),
        ("UU No.14 Th 2008", "UU 14/2008"),
        ("UU RI No. 14 Tahun 2008", "UU 14/2008"),
        ("UU.14/2008", "UU 14/2008"),
        ("UU Nomor 08 Tahun 1981", "UU 8/1981"),
        ("UU Nomor 1/PNPS/1965", "UU 1/PNPS/1965"),
        ("Undang-Undang Dasar Negara Republik Indonesia Tahun 1945", "UUD 1945"),
        ("Peraturan Pemerintah Pengganti Undang-Undang Nomor 2 Tahun 2022", "Perppu 2/2022"),
        ("Peraturan Pemerintah Nomor 61 Tahun 2010", "PP 61/2010"),
        ("Perpres 54/2010", "Perpres 54/2010"),
        ("Perki No 1 Tahun 2021", "PerKI 1/2021"),
        ("Peraturan Komisi Informasi Pusat Republik Indonesia Nomor 1 Tahun 2021", "PerKI 1/2021"),
        ("Peraturan Menteri Dalam Negeri Nomor 3 Tahun 2017", "Permendagri 3/2017"),
        ("Permenpan RB 90/2021", "PermenPANRB 90/2021"),
        ("Permenkes 24/2022", "Permenkes 24/2022"),
        ("Peraturan Menteri Desa Nomor 3 Tahun 2020", "Peraturan Menteri Desa 3/2020"),
        ("Perda Kab. Contoh No 5/2010", "Perda Kabupaten Contoh 5/2010"),
        ("Peraturan Pemerintah (PP) Nomor 61 Tahun 2010", "PP 61/2010"),
        ("SE Wali Kota No 555/12/Diskominfo Tahun 2020", "SE Wali Kota 555/12/Diskominfo/2020"),
        ("Kepwal Nomor 188.4/705/2013 Tahun 2013", "Kepwal 188.4/705/2013"),
        ("Perma No 1 Tahun 2016", "Perma 1/2016"),
        ("UU 14-2008", "UU 14/2008"),
        (
            "Peraturan Menteri Komunikasi dan Informatika Nomor 5 Tahun 2020",
            "Permenkominfo 5/2020",
        ),
        ("PM 17 Tahun 2022", "PM 17/2022"),
        ("Perwal Kota Bekasi 27/2017", "Perwal Bekasi 27/2017"),
        ("PERATURAN WALI KOTA BEKASI NOMOR 27 TAHUN 2017", "Perwal Bekasi 27/2017"),
        ("Peraturan Daerah Kota Bekasi Nomor 7 Tahun 2016", "Perda Kota Bekasi 7/2016"),
        ("Instruksi Wali Kota Bekasi Nomor 5 Tahun 2020", "Inwal Bekasi 5/2020"),
        ("Kepwal 555/Kep.123-Humas/III/2019", "Kepwal 555/Kep.123-Humas/III/2019"),
        ("Keputusan Sekjen Nomor KP-SKJ 8 Tahun 2026", "Keputusan Sekjen KP-SKJ 8/2026"),
    ],
)
def test_law_names(text: str, code: str):
    assert law_code(text) == code
    assert law_code(code) == code


@pytest.mark.parametrize(
    "text",
    [
        "",
        "UU",
        "UU No 14",
        "UU 14/08",
        "SOP 3/2020",
        "UU 14/2008 Pasal 17",
        "undang-undangan 1/2020",
        "Peraturan Meteri Kesehatan 5/2020",
        "Kepwal Nomor 188.4/705/2013 Tahun 2014",
    ],
)
def test_no_law(text: str):
    assert law_code(text) == ""


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("UU KIP", "UU 14/2008"),
        ("Undang-Undang tentang Keterbukaan Informasi Publik", "UU 14/2008"),
        ("UU PDP", "UU 27/2022"),
        ("UU Perlindungan Data Pribadi", "UU 27/2022"),
        ("UU ITE", "UU 11/2008"),
        ("UU Kearsipan", "UU 43/2009"),
        ("UU Kesehatan", ""),
    ],
)
def test_nicknames(text: str, code: str):
    assert alias_code(text) == code
