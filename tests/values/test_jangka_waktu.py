from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppid.values.citations import Citation
from ppid.values.durations import MasalahJangka
from ppid.values.terms import Bentuk, JangkaWaktu
from ppid.values.terms import read as read_jangka_waktu

LAMA, TANGGAL, PERISTIWA = Bentuk.LAMA, Bentuk.SAMPAI_TANGGAL, Bentuk.SAMPAI_PERISTIWA


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("5 tahun", JangkaWaktu(LAMA, bulan=60)),
        ("18 bulan", JangkaWaktu(LAMA, bulan=18)),
        ("sampai 2027-12-31", JangkaWaktu(TANGGAL, tanggal=date(2027, 12, 31))),
        ("sampai penelitian selesai", JangkaWaktu(PERISTIWA, peristiwa="penelitian selesai")),
        (
            "sampai ada persetujuan pejabat atau pihak terkait",
            JangkaWaktu(PERISTIWA, peristiwa="ada persetujuan pejabat atau pihak terkait"),
        ),
        (
            "sesuai UU 43/2009",
            JangkaWaktu(Bentuk.MENURUT_PERATURAN, dasar=Citation("UU 43/2009")),
        ),
        ("selama diperlukan", JangkaWaktu(Bentuk.SELAMA_DIPERLUKAN)),
        ("tidak terbatas", JangkaWaktu(Bentuk.TIDAK_TERBATAS)),
    ],
)
def test_normal_form_is_silent(text: str, value: JangkaWaktu):
    reading = read_jangka_waktu(text)
    assert (reading.value, reading.normal, reading.is_normal) == (value, text, True)
    assert reading.problem is None
    assert str(value) == text


def test_twelve_months_may_stay_twelve_months():
    reading = read_jangka_waktu("12 bulan")
    assert (reading.normal, reading.is_normal) == ("1 tahun", True)


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("1 Tahun", "1 tahun"),
        ("1 Th.", "1 tahun"),
        ("-- 1 Tahun", "1 tahun"),
        ("J angka Waktu: 1 Tahun", "1 tahun"),
        ("1 (satu) tahun", "1 tahun"),
        ("satu tahun", "1 tahun"),
        ("setahun", "1 tahun"),
        ("dua puluh lima (25) tahun", "25 tahun"),
        ("lima belas tahun", "15 tahun"),
        ("1 tahun 6 bulan", "18 bulan"),
        ("1,5 tahun", "18 bulan"),
        ("selama 1 tahun", "1 tahun"),
        ("dalam jangka waktu 5 tahun", "5 tahun"),
        ("dalam kurun 1 Tahun", "1 tahun"),
        ("1 tahun sejak ditetapkan", "1 tahun"),
        ("Dibuka setelah 5 tahun", "5 tahun"),
        ("s/d 2025-12-31", "sampai 2025-12-31"),
        ("hingga tanggal 2025-12-31", "sampai 2025-12-31"),
        (
            "Sampai memperoleh persetujuan dari yang bersangkutan",
            "sampai memperoleh persetujuan dari yang bersangkutan",
        ),
        ("Sampai dengan penelitian selesai", "sampai penelitian selesai"),
        (
            "Sampai perjanjian berakhir dan persetujuan dari para pihak",
            "sampai perjanjian berakhir dan persetujuan dari para pihak",
        ),
        (
            "Sepanjang tidak ada persetujuan dari pemilik data",
            "sampai ada persetujuan dari pemilik data",
        ),
        (
            "Diberikan jika ada persetujuan tertulis dari pihak yang bersangkutan",
            "sampai ada persetujuan tertulis dari pihak yang bersangkutan",
        ),
        (
            "Dibuka setelah ada keputusan tetap dari pimpinan PKTJ",
            "sampai ada keputusan tetap dari pimpinan PKTJ",
        ),
        ("Sesuai Undang-Undang Nomor 43 Tahun 2009", "sesuai UU 43/2009"),
        ("Sampai pemilu 2029 usai", "sampai pemilu 2029 usai"),
        ("Selama jangka waktu yang dibutuhkan", "selama diperlukan"),
        (
            "Sampai dengan diperlukan untuk keperluan proses hukum",
            "sampai diperlukan untuk keperluan proses hukum",
        ),
        ("Tidak terbatas", "tidak terbatas"),
        ("Selamanya", "tidak terbatas"),
        ("Permanen", "tidak terbatas"),
        ("Tidak ada batas waktu", "tidak terbatas"),
    ],
)
def test_accepted_forms_offer_the_normal_one(text: str, normal: str):
    reading = read_jangka_waktu(text)
    assert (reading.normal, reading.problem, reading.is_normal) == (normal, None, False)


@pytest.mark.parametrize(
    ("text", "problem", "candidates"),
    [
        ("", "MISSING", ()),
        ("-", "MISSING", ()),
        ("nihil", "MISSING", ()),
        ("sd. Desember 2026", "DATE_FORM", ("sampai 2026-12-31",)),
        ("SD Negeri 1", "UNREADABLE", ()),
        (
            "Sampai adanya putusan pengadilan atau dalam kurun 1 Tahun",
            "COMPOUND",
            ("sampai adanya putusan pengadilan", "1 tahun"),
        ),
        (
            "1 Tahun / Diberikan jika ada persetujuan tertulis dari pihak/CPNS yang bersangkutan",
            "COMPOUND",
            ("1 tahun", "sampai ada persetujuan tertulis dari pihak/CPNS yang bersangkutan"),
        ),
        (
            "1 Tahun/Sampai penelitian selesai/Tidak terbatas",
            "COMPOUND",
            ("1 tahun", "sampai penelitian selesai", "tidak terbatas"),
        ),
        ("5", "AMBIGUOUS_UNIT", ("5 tahun", "5 bulan")),
        ("lima", "AMBIGUOUS_UNIT", ("5 tahun", "5 bulan")),
        ("5 (enam) tahun", "AMBIGUOUS_NUMBER", ("5 tahun", "6 tahun")),
        ("30 hari", "OTHER_UNIT", ()),
        ("0 tahun", "NOT_POSITIVE", ()),
        ("s.d. 31 Desember 2025", "DATE_FORM", ("sampai 2025-12-31",)),
        ("sampai 03/04/2025", "DATE_FORM", ("sampai 2025-04-03", "sampai 2025-03-04")),
        ("sampai dengan tahun 2025", "DATE_FORM", ("sampai 2025-12-31",)),
        ("sampai akhir tahun anggaran 2025", "DATE_FORM", ("sampai 2025-12-31",)),
        ("sampai Mei 2025", "DATE_FORM", ("sampai 2025-05-31",)),
        ("sampai 2019-02-30", "DATE_FORM", ()),
        ("2025-12-31", "DATE_FORM", ("sampai 2025-12-31",)),
        ("1 Jan 2020 s.d. 31 Des 2021", "PERIOD", ("sampai 2021-12-31",)),
        ("sesuai ketentuan peraturan perundang-undangan", "MISSING_CITATION", ()),
        ("sesuai UU 43/2009; UU 8/1981", "COMPOUND", ("sesuai UU 43/2009", "sesuai UU 8/1981")),
        ("Diktum KEDUA: dikecualikan selama 5 (lima) tahun.", "UNREADABLE", ("5 tahun",)),
        ("rahasia", "UNREADABLE", ()),
    ],
)
def test_problems_are_named(text: str, problem: str, candidates: tuple[str, ...]):
    reading = read_jangka_waktu(text)
    assert reading.value is None
    assert (reading.normal, reading.is_normal) == ("", False)
    assert reading.problem is MasalahJangka[problem]
    assert reading.candidates == candidates


@pytest.mark.parametrize(
    ("text", "mulai", "berakhir"),
    [
        ("1 tahun", date(2019, 1, 10), date(2020, 1, 9)),
        ("1 tahun", date(2019, 1, 1), date(2019, 12, 31)),
        ("1 tahun", date(2020, 2, 29), date(2021, 2, 28)),
        ("4 tahun", date(2020, 2, 29), date(2024, 2, 28)),
        ("1 tahun", date(2019, 3, 1), date(2020, 2, 29)),
        ("1 bulan", date(2023, 1, 31), date(2023, 2, 28)),
        ("1 bulan", date(2024, 3, 1), date(2024, 3, 31)),
        ("30 tahun", date(2024, 5, 29), date(2054, 5, 28)),
        ("9999 tahun", date(2020, 1, 1), None),
        ("1 tahun", None, None),
        ("sampai 2027-12-31", None, date(2027, 12, 31)),
        ("sampai penelitian selesai", date(2020, 1, 1), None),
        ("tidak terbatas", date(2020, 1, 1), None),
    ],
)
def test_last_day(text: str, mulai: date | None, berakhir: date | None):
    value = read_jangka_waktu(text).value
    assert value is not None
    assert value.berakhir(mulai) == berakhir


@pytest.mark.parametrize(
    ("text", "unclear"),
    [
        ("5 tahun", False),
        ("sampai 2027-12-31", False),
        ("sesuai UU 43/2009", False),
        ("sampai penelitian selesai", True),
        ("selama diperlukan", True),
        ("tidak terbatas", True),
    ],
)
def test_unclear_terms(text: str, unclear: bool):  # noqa: FBT001
    value = read_jangka_waktu(text).value
    assert value is not None
    assert value.is_unclear is unclear


VOCABULARY = """
    1 5 (lima) (enam) lima satu tahun Tahun bulan hari sampai s.d. s/d hingga dengan selama
    sepanjang tidak ada terbatas diperlukan atau / ; dan dibuka diberikan setelah jika pada saat
    waktu 2025 2025-12-31 2019-02-30 31 Desember 10/01/2019 sesuai UU_43/2009 peraturan permanen
    berlaku - – perjanjian putusan sejak ditetapkan dalam kurun jangka paling lama . tanggal
    penelitian selesai
"""
TEXTS = st.one_of(
    st.text(),
    st.lists(st.sampled_from(VOCABULARY.split()), max_size=8).map(
        lambda words: " ".join(words).replace("_", " ")
    ),
)


@given(TEXTS)
def test_any_text_reads_to_something_that_reads_to_itself(text: str):
    reading = read_jangka_waktu(text)
    assert (reading.value is None) == (reading.problem is not None)
    for normal in (*reading.candidates, *([reading.normal] if reading.value else [])):
        assert read_jangka_waktu(normal).is_normal
    if reading.value is not None:
        assert read_jangka_waktu(reading.normal).value == reading.value
        assert str(reading.value) == reading.normal


@given(st.dates(max_value=date(2500, 1, 1)), st.integers(1, 1200))
def test_terms_follow_each_other(mulai: date, bulan: int):
    shorter = JangkaWaktu(LAMA, bulan=bulan).berakhir(mulai)
    longer = JangkaWaktu(LAMA, bulan=bulan + 1).berakhir(mulai)
    assert shorter is not None
    assert longer is not None
    assert mulai <= shorter < longer


@pytest.mark.parametrize("piece", ["1 Tahun / ", "sampai ", "1 tahun atau ", "selama ", "((", "1"])
def test_very_long_texts_are_read_too(piece: str):
    reading = read_jangka_waktu(piece * 3000)
    assert (reading.value is None) == (reading.problem is not None)
