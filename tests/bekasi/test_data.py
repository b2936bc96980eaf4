"""What is true of the lists, the channels and the questions of this city, and of its pages."""

import csv
import json
import re
import zipfile
from datetime import date
from functools import cache
from io import BytesIO, StringIO
from typing import Any

import pytest
from icalendar import Calendar
from jsonschema import Draft202012Validator

from ppid.assessing.assess import assess
from ppid.assessing.deadlines import cycle_of
from ppid.assessing.evidence import older_codes
from ppid.assessing.obligations import sets_of
from ppid.assessing.questionnaire import form_of_body, form_of_opd, unmapped
from ppid.checking.check import all_requirements, load_and_check
from ppid.core.corpus import Corpus
from ppid.core.page import Page
from ppid.core.project_files import is_in_package
from ppid.handing_in.template.prepared import collected_from, collecting_year, prepare
from ppid.kinds import KINDS
from ppid.kinds.acuan.saq import KuesionerSaq
from ppid.kinds.badan import Badan
from ppid.kinds.dik.model import (
    FEWEST_CONSEQUENCE_WORDS,
    SHORTEST_CONSEQUENCE,
    InformasiDikecualikan,
)
from ppid.kinds.layanan import LaporanLayanan
from ppid.kinds.opd import ProfilOpd
from ppid.kinds.rows import MODELS
from ppid.publishing.evidence_pack import pack
from ppid.publishing.exports import json_catatan, tabel
from ppid.publishing.exports.kalender import calendar
from ppid.publishing.pages import kelengkapan
from ppid.publishing.pages.kelengkapan.opd import KelengkapanOpd
from ppid.publishing.publication import Publication
from ppid.publishing.tables import SERVICE_FIGURES
from ppid.reviewing.owners import PATH, codeowners, teams_of
from ppid.values.titles import words_in
from tests.conftest import ROOT, made_by

TODAY = date(2026, 1, 31)


@cache
def publication() -> Publication:
    return Publication.of(load_and_check(ROOT, TODAY))


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return publication().corpus


@pytest.fixture(scope="module")
def pages() -> dict[str, Page]:
    return {page.url: page for page in made_by(kelengkapan, "pages", publication())}


def test_early_lists_in_older_codes_are_known(corpus: Corpus) -> None:
    found = older_codes(corpus)
    assert set(found) == {("kecamatan-jatisampurna", 2021), ("diskop-ukm", 2021)}
    assert "berkala.c" in found["kecamatan-jatisampurna", 2021]


def test_what_explains_a_consequence_says_more_than_the_title(corpus: Corpus) -> None:
    said = [
        len(words_in(row.konsekuensi_dibuka) - words_in(row.informasi))
        for row in corpus.of(InformasiDikecualikan)
        if len(row.konsekuensi_dibuka.strip()) >= SHORTEST_CONSEQUENCE
    ]
    assert len(said) > 1000
    assert min(said) > FEWEST_CONSEQUENCE_WORDS


def test_what_is_opened_stands_in_a_dip(corpus: Corpus) -> None:
    cycle = cycle_of(corpus)
    assert cycle.opened
    for each in cycle.opened:
        assert each.opened is not None
        assert each.opened.id.opd == each.row.id.opd
        assert each.opened.id.tahun >= each.row.id.tahun


def test_every_field_of_work_that_the_law_binds_is_worked_on_by_somebody(corpus: Corpus) -> None:
    known = {urusan for profil in corpus.of(ProfilOpd) for urusan in profil.urusan}
    scopes = [o.berlaku_untuk for one in sets_of(corpus) for o in one.obligations]
    assert {urusan for scope in scopes if scope for urusan in scope.urusan} <= known


def test_all_of_it_is_a_demonstration(corpus: Corpus) -> None:
    marked = [kind.model for kind in KINDS if "contoh" in kind.model.model_fields]
    records = [one for model in marked for one in corpus.of(model) if not is_in_package(one.path)]
    forgotten = sorted({one.path for one in records if not getattr(one, "contoh", False)})
    assert corpus.of(Badan)
    assert not forgotten, f"write “contoh: true” into {', '.join(forgotten)}"
    events = Calendar.from_ical(calendar(corpus)).walk("VEVENT")
    assert events
    assert all(str(event["summary"]).startswith("Contoh: ") for event in events)


def test_of_a_demonstration_no_sentence_says_that_an_office_failed(
    corpus: Corpus, pages: dict[str, Page]
) -> None:
    year = assess(corpus).years[-1]
    for report in year.reports:
        page = pages[f"kelengkapan/{year.tahun}/{report.opd}/"]
        assert page.contoh
        assert isinstance(page.context, KelengkapanOpd)
        for group in page.context.belum:
            for alike in group.kelompok:
                for finding in alike.temuan:
                    reason = finding.alasan or alike.alasan or page.context.umum
                    assert "Dalam data contoh ini, " in reason


def test_questions_refer_to_rules_that_exist(corpus: Corpus) -> None:
    asked = [q for saq in corpus.of(KuesionerSaq) for q in saq.pertanyaan]
    assert asked
    assert all(rule in all_requirements() for q in asked for rule in q.aturan)


def test_the_forms_of_2024_and_2025_hold_every_duty_and_no_invented_weight(
    corpus: Corpus,
) -> None:
    completeness = assess(corpus)
    for tahun in (2024, 2025):
        saq, year = corpus.get(KuesionerSaq, tahun=tahun), completeness.year(tahun)
        assert saq is not None
        assert year is not None
        codes = {o.kode for o in year.obligations.obligations}
        for rows in (form_of_body(saq, year), form_of_opd(saq, year.reports[0], year)):
            assert {row.kode for row in rows if row.kode} == codes
            assert {row.total_nilai for row in rows} == {"bobot tidak tercatat"}
        assert "tidak ditemukan" in saq.catatan
    of_2024 = corpus.get(KuesionerSaq, tahun=2024)
    assert of_2024 is not None
    # Nothing that was read was asked in 2024: its questions are those of other years.
    assert {question.status for question in of_2024.pertanyaan} == {"tahun-lain", "disimpulkan"}


def test_the_weights_that_were_read_are_those_of_2022() -> None:
    saq = publication().corpus.get(KuesionerSaq, tahun=2022)
    assert saq is not None
    assert [(i.nama, i.bobot) for i in saq.indikator] == [
        ("Eksistensi kelembagaan PPID", 200),
        ("Standar pelayanan informasi publik", 200),
        ("Ketersediaan informasi berkala", None),
    ]
    weights = [question.bobot for question in saq.pertanyaan]
    assert weights == [50, 50, 50, 50, 20, 20, 20, 20, 20, 20]
    assert "1.000" in saq.catatan


@pytest.mark.long
def test_the_evidence_of_2024_names_the_questions_that_are_known() -> None:
    checked = publication()
    with zipfile.ZipFile(BytesIO(pack(checked, 2024, ROOT, ""))) as archive:
        text = archive.read("daftar-bukti.csv").decode("utf-8-sig")
        assert "kuesioner-2024.xlsx" in archive.namelist()
    rows = list(csv.DictReader(StringIO(text, newline="")))
    saq = checked.corpus.get(KuesionerSaq, tahun=2024)
    year = assess(checked.corpus).year(2024)
    assert saq is not None
    assert year is not None
    apart = {o.kode for o in unmapped(saq, year.obligations)}
    for row in rows:
        kode = row["kewajiban"].partition(":")[0]
        assert bool(row["pertanyaan"]) is (kode not in apart), kode
    assert sum(bool(row["pertanyaan"]) for row in rows) > len(rows) / 3


def test_the_table_of_the_service_holds_every_report_with_its_mark(corpus: Corpus) -> None:
    files = {export.url: export for export in tabel.exports(publication())}
    export = files[SERVICE_FIGURES]
    rows = list(csv.DictReader(StringIO(export.content.decode())))
    assert len(rows) == len(corpus.of(LaporanLayanan))
    assert {row["contoh"] for row in rows} == {"ya"}


def test_templates_can_be_prepared_for_every_office(corpus: Corpus) -> None:
    tahun = collecting_year(corpus) + 1
    for profil in collected_from(tahun, corpus):
        for jenis, model in MODELS.items():
            prepared = prepare(profil.id.opd, jenis, tahun, corpus)
            assert all(list(row.values) == list(model.model_fields) for row in prepared.rows)


def test_every_item_is_valid_by_its_schema() -> None:
    found: dict[str, Any] = {
        export.url: json.loads(export.content)
        for export in made_by(json_catatan, "exports", publication())
    }
    for kind in ("dik", "dip"):
        validator = Draft202012Validator(found[f"api/v1/{kind}.schema.json"])
        items = [each for each in found.values() if each.get("jenis") == kind and "kode" in each]
        assert len(items) > 100
        assert [item["alamat"] for item in items if not validator.is_valid(item)] == []


def test_codeowners_is_what_the_program_writes() -> None:
    opd = sorted(path.parent.name for path in (ROOT / "data/opd").glob("*/profil.yml"))
    teams = teams_of((ROOT / "mkdocs.yml").read_text("utf-8"))
    assert (ROOT / PATH).read_text("utf-8") == codeowners(
        opd, teams, {path.name for path in ROOT.iterdir()}
    )


def test_every_sample_document_says_first_what_it_is() -> None:
    files = sorted((ROOT / "data/opd").glob("*/dokumen/*.csv"))
    assert files
    for file in files:
        with file.open(encoding="utf-8", newline="") as opened:
            first = next(csv.reader(opened))[0]
        what = re.fullmatch(r"peragaan: contoh (.+), bukan dokumen yang sebenarnya", first)
        assert what or first == "peragaan: indeks umum, bukan isi dokumennya", file
