"""An address leads where the public can go, or the message says what keeps them out."""

import re
from pathlib import Path

import pytest

from ppid.checking.check import load_and_check
from ppid.core.clock import today
from ppid.diagnostics.diagnostic import Diagnostic
from tests.conftest import TOWN

OFFICE = "menunjuk jaringan kantor"
NUMBER = "memakai nomor komputer"
LOCAL = "hanya dikenal di jaringan kantor"
FIELDS = "kode,informasi,klasifikasi,penguasa,penanggung_jawab,waktu_pembuatan,tempat_pembuatan"
ROW = "KES-ALAMAT,Alamat puskesmas,setiap-saat,Bidang,Kepala,2021,Kota Kecil,digital,5 tahun,{}"


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("https://192.168.1.20/a.pdf", OFFICE),
        ("https://192.168.1.5/a.pdf", OFFICE),
        ("http://10.0.0.12:8080/a.pdf", OFFICE),
        ("https://172.16.3.4/a.pdf", OFFICE),
        ("https://127.0.0.1/a.pdf", OFFICE),
        ("https://169.254.10.20/a.pdf", OFFICE),
        ("https://[::1]/a.pdf", OFFICE),
        ("https://[fe80::1]:8443/a.pdf", OFFICE),
        ("https://8.8.8.8/a.pdf", NUMBER),
        ("https://203.123.45.67/a.pdf", NUMBER),
        ("https://[2001:4860:4860::8888]/a.pdf", NUMBER),
        ("https://127.1/a.pdf", NUMBER),
        ("https://localhost/a.pdf", LOCAL),
        ("https://LOCALHOST:3000/a.pdf", LOCAL),
        ("https://berkas.local/a.pdf", LOCAL),
        ("https://nas.dinkes.lan/a.pdf", LOCAL),
        ("https://server-dinas/a.pdf", LOCAL),
        ("http://contoh.go.id/a.pdf", "memakai http, bukan https"),
        ("https://contoh", LOCAL),
        ("contoh.go.id", "bukan alamat https"),
        ("https://kotakecil.example/192.168.1.20/a.pdf", ""),
        ("https://kotakecil.example:8443/a.pdf", ""),
        ("https://local.kotakecil.example/a.pdf", ""),
        ("https://192.168.1.20.kotakecil.example/a.pdf", ""),
        ("https://lan.go.id/a.pdf", ""),
    ],
)
def test_where_an_address_leads(address: str, said: str, tmp_path: Path) -> None:
    folder = tmp_path / "data/opd/dinkes/dip"
    folder.mkdir(parents=True)
    (folder / "2021.csv").write_text(
        f"{FIELDS},bentuk,retensi,tautan\n{ROW.format(address)}\n", "utf-8"
    )
    found = [d for d in _findings(tmp_path) if d.rule_id == "ISI-007"]
    assert [bool(re.search(said, d.message)) for d in found] == ([True] if said else [])


def test_no_address_of_the_town_is_taken_for_local() -> None:
    assert not [d for d in _findings(TOWN) if d.rule_id == "ISI-007"]


def _findings(project: Path) -> tuple[Diagnostic, ...]:
    return load_and_check(project, today("2021-12-31")).findings
