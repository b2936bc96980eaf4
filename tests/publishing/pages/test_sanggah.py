"""The text of an objection can be copied without a form, a mail program or a script."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from ppid.assessing.assess import assess
from ppid.checking.load import load
from ppid.publishing.items.letters import OPEN_CODE, objection_to_findings

ROOT = Path(__file__).parents[3]
CORPUS = load(ROOT / "tests" / "kota-kecil", date(2021, 12, 31)).corpus
PAGE = "https://ppid.example/kelengkapan/2021/setda/"


def test_the_text_leaves_open_only_what_the_sender_knows() -> None:
    report = assess(CORPUS).report("setda", 2021)
    assert report is not None
    text = objection_to_findings(report, CORPUS).text(PAGE)
    assert f"Kode temuan: 2021/setda/{OPEN_CODE}" in text
    assert f"Alamat: {PAGE}#{OPEN_CODE}" in text
    assert report.profil.nama in text
    assert text.startswith("Kepada Yth.\nPPID Utama ")


def test_the_name_of_an_opd_cannot_add_lines_or_fields() -> None:
    report = assess(CORPUS).report("setda", 2021)
    assert report is not None
    evil = report.profil.model_copy(update={"nama": "Dinas\nPerihal: {kepada}"})
    text = objection_to_findings(replace(report, profil=evil), CORPUS).text(PAGE)
    assert "Perangkat daerah: Dinas Perihal: {kepada}\n" in text


def test_the_script_puts_in_what_the_text_leaves_open() -> None:
    script = (ROOT / "theme_overrides/assets/js/ppid.js").read_text("utf-8")
    assert f'replaceAll("{OPEN_CODE}"' in script
