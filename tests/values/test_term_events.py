"""Whether what a term waits for is something that happens."""

import pytest

from ppid.values.terms import read


@pytest.mark.parametrize(
    "text",
    [
        *("sampai Indonesia emas", "sampai dunia damai", "sampai situasi aman"),
        *("sampai laporan BPK", "5 tahun setelah Indonesia jaya"),
        *("sampai Indonesia merdeka", "sampai situasi membaik", "sampai bumi berhenti berputar"),
    ],
)
def test_a_state_of_the_world_is_no_event(text: str) -> None:
    read_as = read(text).value
    assert read_as is not None
    assert read_as.names_no_event


@pytest.mark.parametrize(
    "text",
    [
        *("sampai penyidikan selesai", "sampai dengan terbitnya SK", "sampai penetapan pemenang"),
        *("sampai putusan berkekuatan hukum tetap", "sampai laporan BPK diserahkan"),
        *("sampai serah terima aset", "sampai akhir masa jabatan", "2 tahun setelah audit"),
        *("2 tahun setelah pegawai pensiun", "sampai ada persetujuan tertulis dari pasien"),
        *("sampai keadaan darurat berakhir", "sampai kondisi darurat dicabut"),
        *("sampai gugatan merambat ke tingkat kasasi",),
        *("5 tahun", "sampai 2030-12-31", "selama diperlukan"),
    ],
)
def test_what_happens_is_one_and_other_terms_need_none(text: str) -> None:
    read_as = read(text).value
    assert read_as is not None
    assert not read_as.names_no_event


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("99 tahun", True),
        ("100 tahun", False),
        ("sampai 2109-01-01", True),
        ("sampai 2110-01-01", False),
    ],
)
def test_a_hundred_years_are_for_ever(text: str, *, ends: bool) -> None:
    """UU 14/2008 Pasal 20 ayat (1): what is withheld on such grounds is not permanent."""
    read_as = read(text).value
    assert read_as is not None
    assert read_as.never_ends(None) is not ends
