"""A finding carries its code into a mail and into the issue form, and its answers stand beside."""

from datetime import date
from decimal import Decimal
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml

from ppid.assessing.assess import assess
from ppid.assessing.findings import (
    address_of,
    objection_form,
    objection_mail,
    objections_to,
    worded,
)
from ppid.assessing.model import Assessment
from ppid.checking.load import load
from ppid.kinds.acuan.pita import PitaNilai, pita_of
from tests.conftest import ROOT, TOWN

CORPUS = load(TOWN, date(2021, 12, 31)).corpus


BANDS = [
    PitaNilai(nama=nama, mulai=Decimal(mulai), sumber="Rekaan")
    for nama, mulai in (
        *(("Informatif", 90), ("Menuju Informatif", 80), ("Cukup Informatif", 60)),
        *(("Kurang Informatif", 40), ("Tidak Informatif", 0)),
    )
]


def finding(kode: str, opd: str = "setda", tahun: int = 2021) -> Assessment:
    report = assess(CORPUS).report(opd, tahun)
    assert report is not None
    return next(a for a in report.assessments if a.obligation.kode == kode)


def test_mail_carries_the_code() -> None:
    a = finding("berkala.d.a")
    link = objection_mail("ppid+a@kota.example", a, f"https://x.example/{address_of(a)}")
    parts = urlsplit(link)
    assert (parts.scheme, parts.path) == ("mailto", "ppid+a@kota.example")
    fields = parse_qs(parts.query, strict_parsing=True)
    assert fields["subject"] == ["Sanggahan 2021/setda/berkala.d.a"]
    (body,) = fields["body"]
    assert "https://x.example/kelengkapan/2021/setda/#berkala.d.a" in body
    assert objection_mail("", a, "https://x.example/") == ""


def test_form_fills_a_field_that_it_has() -> None:
    link = urlsplit(objection_form("https://github.com/kota/ppid", finding("berkala.d.a")))
    fields = parse_qs(link.query)
    form = yaml.safe_load(
        (ROOT / ".github/ISSUE_TEMPLATE" / fields["template"][0]).read_text("utf-8")
    )
    ids = {part["id"] for part in form["body"] if "id" in part}
    assert fields.keys() - {"template", "title"} <= ids
    assert fields["temuan"] == ["2021/setda/berkala.d.a"]
    assert objection_form("", finding("berkala.d.a")) == ""


def test_answers_stand_beside_the_finding() -> None:
    (first,) = objections_to(finding("setiap-saat.r"), CORPUS)
    assert first.jawaban
    assert objections_to(finding("berkala.a.a"), CORPUS) == ()


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        ("Satu butir ada.", "Dalam data contoh ini, satu butir ada."),
        ("DIP 2024 ada.", "Dalam data contoh ini, DIP 2024 ada."),
        ("3 butir ada.", "Dalam data contoh ini, 3 butir ada."),
        ("DIP 2024 belum ada dalam data ini.", "Dalam data contoh ini, DIP 2024 belum ada."),
    ],
)
def test_a_demonstration_is_named_first(reason: str, said: str) -> None:
    assert worded(reason, contoh=True) == said
    assert worded(reason, contoh=False) == reason


@pytest.mark.parametrize(
    ("nilai", "name"),
    [
        ("100", "Informatif"),
        ("90", "Informatif"),
        ("89.9", "Menuju Informatif"),
        ("60", "Cukup Informatif"),
        ("39.9", "Tidak Informatif"),
        ("0", "Tidak Informatif"),
    ],
)
def test_bands_are_half_open(nilai: str, name: str) -> None:
    pita = pita_of(Decimal(nilai), BANDS)
    assert pita is not None
    assert pita.nama == name
    assert pita_of(None, BANDS) is None
