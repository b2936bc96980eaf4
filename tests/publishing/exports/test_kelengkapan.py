"""The files of completeness: the same figures in four forms, safe to open, the same each time."""

import csv
import io
import json
import time
from collections.abc import Mapping
from datetime import date
from zipfile import ZipFile

import jsonschema
import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.formula.translate import Translator
from openpyxl.worksheet.worksheet import Worksheet

from ppid.assessing.assess import assess
from ppid.assessing.findings import as_text
from ppid.assessing.model import YearReport
from ppid.assessing.verification import fingerprint
from ppid.checking.load import load
from ppid.core.corpus import Corpus
from ppid.handing_in.worksheet.form import STATES
from ppid.kinds import KINDS
from ppid.kinds.badan import identitas_of
from ppid.kinds.opd import ProfilOpd
from ppid.publishing.exports.kelengkapan.tables import as_csv, as_json, matrix_of, schema
from ppid.publishing.exports.kelengkapan.workbook import CONTOH, workbook
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
                changed = record.model_copy(update={"nama": name, "singkatan": name})
                changed.placed(record.id, record.origin)
                records.append(changed)
            else:
                records.append(record)
    return Corpus(records, CORPUS.sources, CORPUS.documents, CORPUS.today)


YEAR = year_of(CORPUS, 2021)
BODY = identitas_of(CORPUS)
PAPER = workbook(YEAR, YEAR.reports, BODY)


# ── JSON and CSV


@pytest.mark.parametrize("tahun", [2020, 2021])
def test_json_keeps_its_schema(tahun: int) -> None:
    described = json.loads(schema())
    jsonschema.Draft202012Validator.check_schema(described)
    year = year_of(CORPUS, tahun)
    written = json.loads(as_json(year, year.reports, BODY))
    checker = jsonschema.Draft202012Validator.FORMAT_CHECKER
    jsonschema.Draft202012Validator(described, format_checker=checker).validate(written)


def test_every_form_holds_the_same_figures() -> None:
    told = json.loads(as_json(YEAR, YEAR.reports, BODY))
    figures = {opd["opd"]: opd["nilai"] for opd in told["opd"]}
    assert figures == {"dinkes": 87.5, "kecamatan-tepi-danau": 14.3, "setda": 81.8}
    rows = list(csv.DictReader(io.StringIO(as_csv(YEAR, YEAR.reports, BODY))))
    assert {row["kode_wilayah"] for row in rows} == {told["badan"]["kode_wilayah"]} == {"98.71"}
    for report in YEAR.reports:
        states = [r["keadaan"] for r in rows if r["opd"] == report.opd]
        assert states == [a.state.value for a in report.assessments]
        told_of = next(opd for opd in told["opd"] if opd["opd"] == report.opd)
        assert [k["keadaan"] for k in told_of["kewajiban"]] == states
    text = as_text(YEAR, YEAR.reports, each=False)
    assert [f in text for f in ("87,5", "14,3", "81,8")] == [True] * 3
    assert "Rencana strategis" in as_text(YEAR, YEAR.reports[:1], each=True)


def test_every_form_says_how_lists_were_handed_in() -> None:
    told = {
        opd["opd"]: opd["penyerahan"]
        for opd in json.loads(as_json(YEAR, YEAR.reports, BODY))["opd"]
    }
    assert told["setda"]["dip"] == {
        "keadaan": "tepat-waktu",
        "hari": "2021-03-15",
        "batas": "2021-03-31",
    }
    assert told["kecamatan-tepi-danau"]["dip"]["keadaan"] == "belum-ada"
    assert "layanan" not in told["dinkes"]
    rows = list(csv.DictReader(io.StringIO(as_csv(YEAR, YEAR.reports, BODY))))
    for opd, handed in told.items():
        for name in ("dik", "dip", "layanan", "sk"):
            said = {row[f"penyerahan_{name}"] for row in rows if row["opd"] == opd}
            assert said == {handed.get(name, {"keadaan": ""})["keadaan"]}
    sheet = load_workbook(io.BytesIO(PAPER))["Ringkasan"]
    heads = [cell.value for cell in sheet[6]]
    shown = dict(zip(heads, (cell.value for cell in sheet[7]), strict=True))
    assert shown["Perangkat daerah"] == YEAR.reports[0].profil.nama
    assert (shown["DIK"], shown["Laporan layanan"]) == ("Tepat waktu", "Tidak berlaku")


def test_freshness_is_a_figure_of_its_own_in_every_form() -> None:
    fresh = {report.opd: report.score.kesegaran for report in YEAR.reports}
    assert set(fresh.values()) >= {None, 100}
    lines = as_text(YEAR, YEAR.reports, each=False).splitlines()
    (head,) = (line for line in lines if line.startswith("perangkat daerah"))
    assert head.endswith("kesegaran")
    told = json.loads(as_json(YEAR, YEAR.reports, BODY))["opd"]
    sheet = load_workbook(io.BytesIO(PAPER))["Ringkasan"]
    column = [cell.value for cell in sheet[6]].index("Kesegaran") + 1
    for place, (opd, figure) in enumerate(fresh.items()):
        (line,) = (line for line in lines if line.startswith(f"{opd} "))
        said = "–" if figure is None else f"{figure:g}".replace(".", ",")
        assert line.split()[-1] == said
        assert told[place]["kesegaran"] == (None if figure is None else float(figure))
        assert (sheet.cell(7 + place, column).value or None) == told[place]["kesegaran"]


def test_matrix_has_opd_and_codes() -> None:
    frame = matrix_of(YEAR, YEAR.reports)
    assert frame.loc["dinkes", "setiap-saat.h"] == "terpenuhi"
    assert frame.shape == (3, 11)


def test_a_demonstration_says_so_in_every_form() -> None:
    year = year_of(CORPUS, 2020)
    rows = list(csv.DictReader(io.StringIO(as_csv(year, year.reports, BODY))))
    assert {r["contoh"] for r in rows if r["opd"] == "dinkes"} == {"ya"}
    assert json.loads(as_json(year, year.reports, BODY))["contoh"] is True
    assert "Data contoh" in as_text(year, year.reports, each=False)
    book = load_workbook(io.BytesIO(workbook(year, year.reports, BODY)))
    shown = [sheet for sheet in book if sheet.sheet_state == "visible"]
    assert all(sheet["A3"].value == CONTOH for sheet in shown)
    real = load_workbook(io.BytesIO(PAPER))
    assert all(not sheet["A3"].value for sheet in real if sheet.sheet_state == "visible")


# ── the working paper


def test_the_same_data_gives_the_same_bytes() -> None:
    assert workbook(YEAR, YEAR.reports, BODY) == PAPER
    with ZipFile(io.BytesIO(PAPER)) as paper:
        assert {entry.date_time[0] for entry in paper.infolist()} == {1980}
        said = paper.read("docProps/core.xml")
    assert said.count(b">2021-12-31T00:00:00Z</dcterms:") == 2  # created, modified


@pytest.mark.parametrize("zone", ["UTC", "Asia/Jakarta", "Pacific/Honolulu"])
def test_the_bytes_do_not_depend_on_the_place(zone: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        assert workbook(YEAR, YEAR.reports, BODY) == PAPER
    finally:
        monkeypatch.undo()
        time.tzset()


def column(sheet: Worksheet, heading: str) -> int:
    """Return the number of the column under a heading."""
    return next(cell.column for cell in sheet[6] if cell.value == heading)


def test_a_sheet_can_be_filled_in_and_printed() -> None:
    book = load_workbook(io.BytesIO(PAPER))
    assert book.sheetnames == [
        *("Petunjuk", "Ringkasan", "Kategori", "Penilaian", "Matriks", "Cara menghitung"),
        "Identitas",
    ]
    assert book["Identitas"].sheet_state == "veryHidden"
    sheet = book["Penilaian"]
    mark, note = column(sheet, "Tanda pemantau"), column(sheet, "Catatan pemantau")
    choice, length = sheet.data_validations.dataValidation
    assert choice.formula1 == '"Ada,Tidak ada,Tidak berlaku"'
    assert str(choice.sqref) == "N7:N39"  # three OPDs with eleven obligations
    assert choice.showErrorMessage  # another mark would not be counted
    assert (length.type, length.formula1) == ("textLength", "1000")
    assert sheet.max_row == 39
    for row in range(7, 40):
        open_cells = [cell.column for cell in sheet[row] if not cell.protection.locked]
        assert open_cells == [mark, note]
        assert sheet.cell(row, mark).value is None
    assert all(book[name].protection.sheet for name in ("Petunjuk", "Ringkasan", "Penilaian"))
    assert sheet.auto_filter.ref == "A6:T39"
    assert sheet.freeze_panes == "A7"
    assert sheet.print_title_rows == "$6:$6"
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.page_setup.fitToHeight == 0
    assert [b.id for b in sheet.row_breaks.brk] == [17, 28]  # each OPD begins a page


def test_every_row_says_what_it_is_about() -> None:
    sheet = load_workbook(io.BytesIO(PAPER))["Penilaian"]
    heads = [cell.value for cell in sheet[6]]
    rows = [dict(zip(heads, (c.value for c in sheet[r]), strict=True)) for r in range(7, 40)]
    expected = [a for report in YEAR.reports for a in report.assessments]
    assert [(r["OPD"], r["Tahun"], r["Kode"], r["Sidik"]) for r in rows] == [
        (a.opd, 2021, a.obligation.kode, fingerprint(a)) for a in expected
    ]


def test_the_first_sheet_says_how_to_take_one_opd() -> None:
    guide = load_workbook(io.BytesIO(PAPER)).worksheets[0]
    assert guide["A1"].value == f"Kertas kerja 2021, {BODY.nama}"
    told = [str(cell.value) for row in guide for cell in row if cell.value]
    assert guide.title == "Petunjuk"
    command = "ppid kelengkapan --tahun 2021 --opd dinkes --format xlsx --keluaran dinkes.xlsx"
    assert command in {text.strip() for text in told}
    assert any("2021/dinkes/" in text for text in told)
    assert any("Ada, Tidak ada, atau Tidak berlaku" in text for text in told)
    assert any("tidak dianggap apa pun" in text for text in told)


def test_no_text_runs_as_a_formula() -> None:
    year = year_of(renamed(EVIL), 2021)
    book = load_workbook(io.BytesIO(workbook(year, year.reports, BODY)))
    for sheet, cell in (("Ringkasan", "C7"), ("Penilaian", "C7")):
        assert book[sheet][cell].value == EVIL
        assert book[sheet][cell].data_type == "s"
    formulas = [c.value for s in book for row in s for c in row if c.data_type == "f"]
    assert formulas
    assert not any("HYPERLINK" in formula for formula in formulas)
    row = next(csv.DictReader(io.StringIO(as_csv(year, year.reports, BODY))))
    assert row["nama"] == f"'{EVIL}"


# ── its formulas, worked out by another program


def calculated(book: bytes, office: Office) -> Workbook:
    """Let LibreOffice work out the formulas of a workbook."""
    return load_workbook(io.BytesIO(office.convert(book)), data_only=True)


def marked(marks: Mapping[tuple[str, str], str], *, backwards: bool = False) -> bytes:
    """Return the paper with marks by OPD and obligation; `backwards`, its rows sorted downwards."""
    book = load_workbook(io.BytesIO(PAPER))
    sheet = book["Penilaian"]
    opd, code, mark = (column(sheet, name) for name in ("OPD", "Kode", "Tanda pemantau"))
    for row in range(7, 40):
        key = (str(sheet.cell(row, opd).value), str(sheet.cell(row, code).value))
        sheet.cell(row, mark).value = marks.get(key)
    if backwards:
        rows = [[cell.value for cell in sheet[row]] for row in range(7, 40)]
        for row, (old, values) in enumerate(reversed([*enumerate(rows, 7)]), 7):
            for place, value in enumerate(values, 1):
                cell = sheet.cell(row, place)
                cell.value = value
                if isinstance(value, str) and value.startswith("="):
                    moved = Translator(value, f"A{old}").translate_formula(f"A{row}")
                    cell.value = moved
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def overview(book: Workbook) -> dict[str, dict[str, object]]:
    """Return the figures of each OPD, and under “” those of all of them."""
    sheet = book["Ringkasan"]
    heads = [cell.value for cell in sheet[6]]
    rows = (dict(zip(heads, (c.value for c in row), strict=True)) for row in sheet.iter_rows(7))
    return {str(row["OPD"] or ""): row for row in rows}


def test_formulas_give_our_figures(office: Office) -> None:
    book = calculated(PAPER, office)
    found = overview(book)
    for report in YEAR.reports:
        row = found[report.opd]
        assert row["Nilai menurut data"] == pytest.approx(float(report.score.nilai or 0))
        assert (row["Terpenuhi"], row["Belum"]) == (report.score.terpenuhi, report.score.belum)
        assert not row["Nilai pemantau"]
        assert row["Kemajuan"] == f"0 dari {report.score.berlaku}"
    assert found[""]["Terpenuhi"] == YEAR.score.terpenuhi
    assert found[""]["Nilai menurut data"] == pytest.approx(float(YEAR.score.nilai or 0))
    stored = load_workbook(io.BytesIO(PAPER), data_only=True)
    formulas = [
        (s.title, c.coordinate)
        for s in load_workbook(io.BytesIO(PAPER))
        for row in s
        for c in row
        if c.data_type == "f"
    ]
    assert len(formulas) > 33
    for sheet, cell in formulas:  # for programs that show a workbook without working it out
        assert (stored[sheet][cell].value or None) == (book[sheet][cell].value or None)


MARKS = {
    **{("dinkes", a.obligation.kode): "Ada" for a in YEAR.reports[0].assessments},
    ("dinkes", "berkala.a.a"): "Tidak ada",
    ("dinkes", "serta-merta.a"): "Tidak berlaku",
    ("setda", "berkala.a.a"): "Ada",
}


@pytest.mark.long
@pytest.mark.parametrize("backwards", [False, True])
def test_formulas_add_up_the_marks_also_when_sorted(office: Office, *, backwards: bool) -> None:
    book = calculated(marked(MARKS, backwards=backwards), office)
    found = overview(book)
    # Worked out anew: dinkes is marked everywhere, so its figure is there; setda only once.
    dinkes = YEAR.reports[0].assessments
    given = {a.obligation.kode: MARKS["dinkes", a.obligation.kode] for a in dinkes}
    weight = {a.obligation.kode: a.bobot for a in dinkes}
    there = sum(weight[kode] for kode, mark in given.items() if mark == "Ada")
    asked = sum(weight[kode] for kode, mark in given.items() if mark != "Tidak berlaku")
    assert found["dinkes"]["Nilai pemantau"] == pytest.approx(round(float(100 * there / asked), 1))
    assert found["dinkes"]["Ditandai Tidak ada"] == 1
    counted = YEAR.reports[0].score.berlaku
    assert found["dinkes"]["Kemajuan"] == f"{counted} dari {counted}"
    assert found["setda"]["Kemajuan"] == f"1 dari {YEAR.reports[2].score.berlaku}"
    assert not found["setda"]["Nilai pemantau"]  # not everything is marked
    assert found[""]["Ditandai Ada"] == list(MARKS.values()).count("Ada")
    agreeing = {
        *(("Terpenuhi", "Ada"), ("Belum", "Tidak ada"), ("Tidak berlaku", "Tidak berlaku")),
        *(("Tercatat", "Ada"), ("Tercatat", "Tidak berlaku")),
    }
    states = {(a.opd, a.obligation.kode): a.state for r in YEAR.reports for a in r.assessments}
    different = sum((STATES[states[key]], mark) not in agreeing for key, mark in MARKS.items())
    assert found[""]["Berbeda dari data"] == different
    sheet = book["Kategori"]
    heads = [cell.value for cell in sheet[6]]
    rows = [dict(zip(heads, (c.value for c in row), strict=True)) for row in sheet.iter_rows(7)]
    categories = [category.nama for category, _ in YEAR.categories]
    assert [row["Kategori"] for row in rows] == categories
    for row, (category, score) in zip(rows, YEAR.categories, strict=True):
        mine = [a for r in YEAR.reports for a in r.assessments if a.obligation.kategori is category]
        there = [a for a in mine if MARKS.get((a.opd, a.obligation.kode)) == "Ada"]
        assert row["Ditandai Ada"] == len(there)
        assert row["Terpenuhi"] == score.terpenuhi


@pytest.mark.long
def test_only_listed_marks_are_counted(office: Office) -> None:
    typed = ("Ada", "Ada ", "tdk ada", "v", "")
    codes = [a.obligation.kode for a in YEAR.reports[0].assessments if a.state.counts]
    marks = {("dinkes", kode): mark for kode, mark in zip(codes, typed, strict=False)}
    row = overview(calculated(marked(marks), office))["dinkes"]
    assert row["Sudah ditandai"] == 1
    assert row["Tanda tidak dikenal"] == 3
    assert not row["Nilai pemantau"]
