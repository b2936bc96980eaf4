"""Whether what a term waits for is something that happens."""

import pytest

from ppid.values.terms import read


@pytest.mark.parametrize(
    "text",
    [
        *("sampai Indonesia emas", "sampai dunia damai", "sampai situasi aman"),
        *("sampai laporan BPK", "5 tahun setelah Indonesia jaya"),
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
        *("5 tahun", "sampai 2030-12-31", "selama diperlukan"),
    ],
)
def test_what_happens_is_one_and_other_terms_need_none(text: str) -> None:
    read_as = read(text).value
    assert read_as is not None
    assert not read_as.names_no_event
