"""The files of completeness: the same figures in four forms, safe to open, the same each time."""

import csv
import io
import json
import time
from datetime import date
from zipfile import ZipFile

import jsonschema
import pytest
from openpyxl import Workbook, load_workbook

from ppid.assessing.assess import assess
from ppid.assessing.findings import as_text
from ppid.assessing.model import YearReport
from ppid.checking.load import load
from ppid.core.corpus import Corpus
from ppid.kinds import KINDS
from ppid.kinds.opd import ProfilOpd
from ppid.publishing.exports.kelengkapan.tables import as_csv, as_json, matrix_of, schema
from ppid.publishing.exports.kelengkapan.workbook import CONTOH, PILIHAN, workbook
from tests.conftest import SMALL_LAW, TOWN
from tests.office import Office

CORPUS = load(TOWN, date(2021, 12, 31), SMALL_LAW).corpus
EVIL = '=HYPERLINK("http://jahat.example";"klik")'


def year_of(corpus: Corpus, tahun: int) -> YearReport:
    year = assess(corpus).year(tahun)
    assert year is not None
    return year


def renamed(name: str) -> Corpus:
    """Return the town with one OPD called by another name."""
    records = []
    for kind in KINDS:
        for record in CORPUS.of(kind.model):
            if isinstance(record, ProfilOpd) and record.id.opd == "dinkes":
                changed = record.model_copy(update={"nama": name})
                changed.placed(record.id, record.origin)
                records.append(changed)
            else:
                records.append(record)
    return Corpus(records, CORPUS.sources, CORPUS.documents, CORPUS.today)


YEAR = year_of(CORPUS, 2021)
PAPER = workbook(YEAR, YEAR.reports)


# ── JSON and CSV


@pytest.mark.parametrize("tahun", [2020, 2021])
def test_json_keeps_its_schema(tahun: int) -> None:
    described = json.loads(schema())
    jsonschema.Draft202012Validator.check_schema(described)
    year = year_of(CORPUS, tahun)
    written = json.loads(as_json(year, year.reports))
    checker = jsonschema.Draft202012Validator.FORMAT_CHECKER
    jsonschema.Draft202012Validator(described, format_checker=checker).validate(written)


def test_every_form_holds_the_same_figures() -> None:
    told = json.loads(as_json(YEAR, YEAR.reports))
    figures = {opd["opd"]: opd["nilai"] for opd in told["opd"]}
    assert figures == {"dinkes": 87.5, "kecamatan-tepi-danau": 14.3, "setda": 81.8}
    rows = list(csv.DictReader(io.StringIO(as_csv(YEAR, YEAR.reports))))
    for report in YEAR.reports:
        states = [r["keadaan"] for r in rows if r["opd"] == report.opd]
        assert states == [a.state.value for a in report.assessments]
        told_of = next(opd for opd in told["opd"] if opd["opd"] == report.opd)
        assert [k["keadaan"] for k in told_of["kewajiban"]] == states
    text = as_text(YEAR, YEAR.reports, each=False)
    assert [f in text for f in ("87,5", "14,3", "81,8")] == [True] * 3
    assert "Rencana strategis" in as_text(YEAR, YEAR.reports[:1], each=True)


def test_every_form_says_how_lists_were_handed_in() -> None:
    told = {opd["opd"]: opd["penyerahan"] for opd in json.loads(as_json(YEAR, YEAR.reports))["opd"]}
    assert told["setda"]["dip"] == {
        "keadaan": "tepat-waktu",
        "hari": "2021-03-15",
        "batas": "2021-03-31",
    }
    assert told["kecamatan-tepi-danau"]["dip"]["keadaan"] == "belum-ada"
    assert "layanan" not in told["dinkes"]
    rows = list(csv.DictReader(io.StringIO(as_csv(YEAR, YEAR.reports))))
    for opd, handed in told.items():
        for name in ("dik", "dip", "layanan", "sk"):
            said = {row[f"penyerahan_{name}"] for row in rows if row["opd"] == opd}
            assert said == {handed.get(name, {"keadaan": ""})["keadaan"]}
    sheet = load_workbook(io.BytesIO(PAPER))["Ringkasan"]
    heads = [cell.value for cell in sheet[5]]
    shown = dict(zip(heads, (cell.value for cell in sheet[6]), strict=True))
    assert shown["Perangkat daerah"] == YEAR.reports[0].profil.nama
    assert (shown["DIK"], shown["Laporan layanan"]) == ("Tepat waktu", "Tidak berlaku")


def test_freshness_is_a_figure_of_its_own_in_every_form() -> None:
    fresh = {report.opd: report.score.kesegaran for report in YEAR.reports}
    assert set(fresh.values()) >= {None, 100}
    lines = as_text(YEAR, YEAR.reports, each=False).splitlines()
    (head,) = (line for line in lines if line.startswith("perangkat daerah"))
    assert head.endswith("kesegaran")
    told = json.loads(as_json(YEAR, YEAR.reports))["opd"]
    sheet = load_workbook(io.BytesIO(PAPER))["Ringkasan"]
    column = [cell.value for cell in sheet[5]].index("Kesegaran") + 1
    for place, (opd, figure) in enumerate(fresh.items()):
        (line,) = (line for line in lines if line.startswith(f"{opd} "))
        said = "–" if figure is None else f"{figure:g}".replace(".", ",")
        assert line.split()[-1] == said
        assert told[place]["kesegaran"] == (None if figure is None else float(figure))
        assert (sheet.cell(6 + place, column).value or None) == told[place]["kesegaran"]


def test_matrix_has_opd_and_codes() -> None:
    frame = matrix_of(YEAR, YEAR.reports)
    assert frame.loc["dinkes", "setiap-saat.h"] == "terpenuhi"
    assert frame.shape == (3, 11)


def test_a_demonstration_says_so_in_every_form() -> None:
    year = year_of(CORPUS, 2020)
    rows = list(csv.DictReader(io.StringIO(as_csv(year, year.reports))))
    assert {r["contoh"] for r in rows if r["opd"] == "dinkes"} == {"ya"}
    assert json.loads(as_json(year, year.reports))["contoh"] is True
    assert "Data contoh" in as_text(year, year.reports, each=False)
    book = load_workbook(io.BytesIO(workbook(year, year.reports)))
    assert all(sheet["A3"].value == CONTOH for sheet in book)
    real = load_workbook(io.BytesIO(PAPER))
    assert all(not sheet["A3"].value for sheet in real)


# ── the working paper


def test_the_same_data_gives_the_same_bytes() -> None:
    assert workbook(YEAR, YEAR.reports) == PAPER
    with ZipFile(io.BytesIO(PAPER)) as paper:
        assert {entry.date_time[0] for entry in paper.infolist()} == {1980}
        said = paper.read("docProps/core.xml")
    assert said.count(b">2021-12-31T00:00:00Z</dcterms:") == 2  # created, modified


@pytest.mark.parametrize("zone", ["UTC", "Asia/Jakarta", "Pacific/Honolulu"])
def test_the_bytes_do_not_depend_on_the_place(zone: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        assert workbook(YEAR, YEAR.reports) == PAPER
    finally:
        monkeypatch.undo()
        time.tzset()


def test_a_sheet_can_be_filled_in_and_printed() -> None:
    book = load_workbook(io.BytesIO(PAPER))
    opd = [report.opd for report in YEAR.reports]
    assert book.sheetnames == ["Petunjuk", "Ringkasan", "Matriks", "Cara menghitung", *opd]
    sheet = book["dinkes"]
    heads = [cell.value for cell in sheet[8]]
    assert heads[:8] == [
        *("No", "Kategori", "Kewajiban", "Dasar", "Tersedia", "Tautan", "Diperbarui"),
        "Catatan pemantau",
    ]
    (choice,) = sheet.data_validations.dataValidation
    assert choice.formula1 == '"Ada,Tidak ada,Tidak berlaku"'
    assert str(choice.sqref) == "H9:H19"
    assert len(choice.formula1) <= 255
    assert choice.showErrorMessage  # another mark would not be counted
    assert all(sheet.cell(row, 8).value is None for row in range(9, 20))
    assert sheet.freeze_panes == "A9"
    assert sheet.print_title_rows == "$8:$8"
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.page_setup.fitToHeight == 0


def test_the_first_sheet_says_how_to_take_one_opd() -> None:
    guide = load_workbook(io.BytesIO(PAPER)).worksheets[0]
    told = [str(cell.value) for row in guide for cell in row if cell.value]
    assert guide.title == "Petunjuk"
    command = "ppid kelengkapan --tahun 2021 --opd dinkes --format xlsx --keluaran dinkes.xlsx"
    assert command in {text.strip() for text in told}
    assert any("2021/dinkes/" in text for text in told)
    assert any("Ada, Tidak ada, atau Tidak berlaku" in text for text in told)


def test_no_text_runs_as_a_formula() -> None:
    year = year_of(renamed(EVIL), 2021)
    book = load_workbook(io.BytesIO(workbook(year, year.reports)))
    assert book["dinkes"]["A1"].value == EVIL
    assert book["dinkes"]["A1"].data_type == "s"
    formulas = [c.value for s in book for row in s for c in row if c.data_type == "f"]
    assert formulas
    assert not any("HYPERLINK" in formula for formula in formulas)
    row = next(csv.DictReader(io.StringIO(as_csv(year, year.reports))))
    assert row["nama"] == f"'{EVIL}"


def test_names_of_sheets_fit_and_differ() -> None:
    long = "kecamatan-" + "a" * 40
    records = []
    for record in CORPUS.of(ProfilOpd):
        for ending in ("x", "y"):
            copy = record.model_copy()
            copy.placed(record.id._replace(opd=f"{long}{ending}{record.id.opd}"), record.origin)
            records.append(copy)
    rest = [r for k in KINDS if k.model is not ProfilOpd for r in CORPUS.of(k.model)]
    year = year_of(Corpus([*records, *rest], {}, frozenset(), CORPUS.today), 2021)
    names = load_workbook(io.BytesIO(workbook(year, year.reports))).sheetnames
    assert len(set(names)) == 4 + 6
    assert max(map(len, names)) <= 31


# ── its formulas, worked out by another program


def calculated(book: bytes, office: Office) -> Workbook:
    """Let LibreOffice work out the formulas of a workbook."""
    return load_workbook(io.BytesIO(office.convert(book)), data_only=True)


def test_formulas_give_our_figures(office: Office) -> None:
    book = calculated(PAPER, office)
    for place, report in enumerate(YEAR.reports):
        sheet = book[report.opd]
        assert sheet["E4"].value == pytest.approx(float(report.score.nilai or 0))
        assert not sheet["E5"].value
        assert sheet["E6"].value == 0
        assert book["Ringkasan"].cell(6 + place, 8).value == sheet["E4"].value
    stored = load_workbook(io.BytesIO(PAPER), data_only=True)
    formulas = [
        (s.title, c.coordinate)
        for s in load_workbook(io.BytesIO(PAPER))
        for row in s
        for c in row
        if c.data_type == "f"
    ]
    for sheet, cell in formulas:  # for programs that show a workbook without working it out
        assert (stored[sheet][cell].value or None) == (book[sheet][cell].value or None)
    counts = [book["Ringkasan"].cell(9, column).value for column in range(3, 8)]
    score = YEAR.score
    beside = [score.perlu_dilihat, score.tercatat, score.tidak_berlaku]
    assert counts == [score.terpenuhi, score.belum, *beside]


def test_formulas_add_up_the_marks_of_the_monitor(office: Office) -> None:
    marked = load_workbook(io.BytesIO(PAPER))
    sheet = marked["dinkes"]
    marks = ["Ada", "Tidak berlaku", "Tidak ada", "Ada", "Tidak ada"]
    assert set(marks) == set(PILIHAN)
    for row, mark in enumerate(marks, 9):
        sheet.cell(row, 8).value = mark
    stream = io.BytesIO()
    marked.save(stream)
    book = calculated(stream.getvalue(), office)
    # Weights: berkala.a.a 2, berkala.d.a 1, serta-merta.a 1, setiap-saat.a 1: 3 of 5.
    assert book["dinkes"]["E5"].value == pytest.approx(60.0)
    assert book["dinkes"]["E6"].value == 5
    assert book["Ringkasan"]["I6"].value == pytest.approx(60.0)
    assert book["Ringkasan"]["J6"].value == 5
