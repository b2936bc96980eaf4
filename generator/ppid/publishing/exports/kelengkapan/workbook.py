"""The working paper of the monitor: guide, overview, matrix, method, and a sheet for each OPD.

On the sheet of an OPD the monitor marks what is there; formulas add the marks up. XlsxWriter
writes row after row and keeps no cell in memory; the only clock in its file is the day given here.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from typing import Final, NamedTuple

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from ppid.assessing.findings import LEGEND, code_of, percent, said
from ppid.assessing.model import Jenis, OpdReport, State, YearReport
from ppid.assessing.score import (
    ARTI_KEADAAN,
    evidence_in_words,
    method_of,
    scope_in_words,
    total,
    weight_in_words,
)
from ppid.publishing.exports.kelengkapan.tables import matrix_of
from ppid.values.dates import format_tanggal
from ppid.values.numbers import format_bulat

TANDA: Final = dict(zip(State, "●○?+–", strict=True))
TERSEDIA: Final = dict(
    zip(State, ("Ya", "Belum", "Perlu dilihat", "Tercatat", "Tidak berlaku"), strict=True)
)
PILIHAN: Final = ("Ada", "Tidak ada", "Tidak berlaku")
"""What the monitor may choose in column “Catatan pemantau”."""
CONTOH: Final = "CONTOH: data peragaan. Angka ini tidak menyatakan apa pun tentang kantor mana pun."

# Indonesian forms of numbers and dates, whatever the language of the reader's program.
_ONE_DECIMAL, _WHOLE, _WEIGHT = "[$-421]0.0", "[$-421]#,##0", "[$-421]0.000"
_BOX: Final = {"border": 1, "border_color": "#B8B8B0"}
_HEAD: Final = {**_BOX, "bold": True, "bg_color": "#E6EEEC"}
_CENTRED: Final = {**_BOX, "align": "center"}
_LOOKS: Final[Mapping[str, Mapping[str, object]]] = {
    "plain": {},
    "bold": {"bold": True},
    "text": {**_BOX, "text_wrap": True},
    "head": {**_HEAD, "text_wrap": True},
    "upright": {**_HEAD, "align": "center", "valign": "bottom", "rotation": 90},
    "centred": _CENTRED,
    "entry": {**_CENTRED, "bg_color": "#FFF8DC"},
    "day": {**_CENTRED, "num_format": "[$-421]d mmm yyyy"},
    "whole": {**_BOX, "num_format": _WHOLE},
    "weight": {**_BOX, "num_format": _WEIGHT},
    "sum": {**_BOX, "bold": True, "num_format": _WHOLE},
    "share": {**_BOX, "bold": True, "num_format": _ONE_DECIMAL},
}
"""How cells look, by the names that rows use; text is cut off unless its look wraps it."""


class _Formula(NamedTuple):
    """A formula, with what it gives before the monitor has marked anything.

    Programs that only show a workbook print that; others work it out when they open it.
    """

    text: str
    value: float | str


_Cell = tuple[str | float | date | _Formula | None, str] | None
"""A value and the name of its look; None leaves the cell unwritten."""


class _WorkingPaper:
    """A workbook that is written from its first sheet to its last, row after row."""

    _LINE: Final = 13.5
    """The height of a line of text in points."""

    def __init__(self, title: str, day: date) -> None:
        self._stream = BytesIO()
        self._book = Workbook(self._stream, {"constant_memory": True})
        made = datetime(day.year, day.month, day.day)  # noqa: DTZ001 — a day only
        self._book.set_properties({"title": title, "author": "PPID", "created": made})
        shared = {"font_name": "Calibri", "font_size": 10, "valign": "top"}
        self._looks = {
            name: self._book.add_format({**shared, **look}) for name, look in _LOOKS.items()
        }

    def begin(
        self, name: str, columns: Mapping[str, float], heading: int, lines: Iterable[str]
    ) -> Worksheet:
        """Begin a sheet for A4 lying on its side, with bold lines at its head.

        `columns` are headings and widths; `heading` is the row in which they stand, from 1 on. It
        repeats on every page.
        """
        self._sheet: Worksheet = self._book.add_worksheet(name)
        self._columns, self._row = columns, 0
        for number, width in enumerate(columns.values()):
            self._sheet.set_column_pixels(number, number, round(width * 7))
        self._sheet.freeze_panes(heading, 0)
        self._sheet.repeat_rows(heading - 1)
        self._sheet.set_landscape()
        self._sheet.set_paper(9)
        self._sheet.fit_to_pages(1, 0)
        self._sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.7)
        self._sheet.set_header("", {"margin": 0.3})
        self._sheet.set_footer("&L&A&RHalaman &P dari &N", {"margin": 0.3})
        for line in lines:
            self.line((line, "bold"))
        return self._sheet

    def line(self, *cells: _Cell) -> None:
        """Write cells that may run over the columns beside them."""
        for column, cell in enumerate(cells):
            if cell is not None:
                self._write(column, *cell)
        self._row += 1

    def row(self, *cells: _Cell, height: float = 0) -> None:
        """Write a row of the table, as high as its longest text.

        Programs do not agree on who works out the height of a row whose text wraps; so it is said.
        """
        lines = (
            1 + int(len(cell[0]) / width) if cell and isinstance(cell[0], str) else 1
            for cell, width in zip(cells, self._columns.values(), strict=False)
        )
        self._sheet.set_row(self._row, height or self._LINE * max(lines))
        self.line(*cells)

    def texts(self, *texts: str, look: str = "text") -> None:
        """Write a row of the table that holds only texts."""
        self.row(*((text, look) for text in texts))

    def headings(self) -> None:
        """Write the headings of the columns."""
        self.texts(*self._columns, look="head")

    def _write(self, column: int, value: str | float | date | _Formula | None, look: str) -> None:
        sheet, form = self._sheet, self._looks[look]
        if isinstance(value, str):  # text stays text also when it looks like a formula
            sheet.write_string(self._row, column, value, form)
        elif isinstance(value, _Formula):
            sheet.write_formula(self._row, column, value.text, form, value.value)
        elif isinstance(value, date):
            sheet.write_datetime(self._row, column, value, form)
        elif value is None:
            sheet.write_blank(self._row, column, None, form)
        else:
            sheet.write_number(self._row, column, value, form)

    def written(self) -> bytes:
        """End the workbook."""
        self._book.close()
        return self._stream.getvalue()


_TOP: Final = 5
"""The row of the headings on the first three sheets."""


@dataclass(frozen=True, slots=True)
class _Named:
    """An OPD with the name of its sheet."""

    report: OpdReport
    name: str


def workbook(year: YearReport, reports: Sequence[OpdReport]) -> bytes:
    """Return the working paper of some OPDs of a year; the same data gives the same bytes."""
    paper = _WorkingPaper(f"Kertas kerja kelengkapan {year.tahun}", year.hari)
    sheets = _named(reports)
    _write_guide(paper, year, reports)
    _write_overview(paper, year, sheets)
    _write_matrix(paper, year, reports)
    _write_method(paper, year)
    for sheet in sheets:
        _write_opd(paper, year, sheet)
    return paper.written()


def _heading_lines(year: YearReport, title: str) -> tuple[str, ...]:
    """Return the lines above every table; the last says that the data is a demonstration."""
    law = year.obligations.kumpulan.peraturan
    about = f"Kelengkapan {year.tahun} menurut {law}; hari penilaian {format_tanggal(year.hari)}"
    return (title, about, CONTOH if year.contoh else "")


def _named(reports: Sequence[OpdReport]) -> list[_Named]:
    """Name the sheet of each OPD: at most 31 characters, and none twice.

    The other sheets keep theirs; spreadsheets do not tell capitals from small letters.
    """
    longest, taken = 31, {"petunjuk", "ringkasan", "matriks"}
    named = []
    for report in reports:
        name, number = report.opd[:longest], 2
        while name in taken:
            name, number = f"{report.opd[: longest - 3]}-{number}", number + 1
        taken.add(name)
        named.append(_Named(report, name))
    return named


def _write_guide(paper: _WorkingPaper, year: YearReport, reports: Sequence[OpdReport]) -> None:
    """Say what the paper holds, how it is filled in, printed and argued with."""
    columns = {"Lembar": 26, "Isinya": 56, "Cara memakainya": 66}
    lines = _heading_lines(year, f"Kertas kerja {year.tahun}")
    paper.begin("Petunjuk", columns, _TOP, lines).freeze_panes(1, 0)
    paper.line()
    paper.headings()
    choice = f"{', '.join(PILIHAN[:-1])}, atau {PILIHAN[-1]}"
    for row in (
        (
            "Ringkasan",
            "Angka setiap perangkat daerah: menurut data, tanda pemantau, dan penyerahan.",
            "Tidak perlu diisi. Angka pemantau mengikuti lembar perangkat daerah.",
        ),
        (
            "Matriks",
            "Setiap kewajiban dan setiap perangkat daerah, dengan satu tanda.",
            "Dicetak pada kertas A3 mendatar.",
        ),
        (
            "Cara menghitung",
            "Rumus, bobot, tenggat, dan bukti yang dihitung bagi setiap kewajiban.",
            "Dibaca bila sebuah angka dipertanyakan.",
        ),
        (
            f"Perangkat daerah ({format_bulat(len(reports))} lembar)",
            "Setiap kewajiban dengan dasar, keadaan, tautan bukti, tanggal, dan alasannya.",
            f"Isi kolom “Catatan pemantau”: {choice}. Jumlahnya terhitung di atas tabel.",
        ),
    ):
        paper.texts(*row)
    paper.line()
    if not reports:
        return
    opd, code = reports[0].opd, code_of(reports[0].assessments[0])
    command = f"ppid kelengkapan --tahun {year.tahun} --opd {opd} --format xlsx"
    for sentence in (
        "Nilai pemantau memakai bobot yang sama; kewajiban yang belum ditandai tidak dihitung.",
        "“Belum” berarti buktinya belum tercatat di situs ini, bukan bahwa informasinya tidak ada.",
        "Tautan tanpa https:// dihitung dari halaman depan situs.",
        "Lembar satu perangkat daerah menghabiskan sekitar sembilan halaman A4 mendatar.",
        "Cetak lembar yang diperlukan saja, atau buat kertas kerja untuk satu perangkat daerah:",
        f"    {command} --keluaran {opd}.xlsx",
        f"Kode temuan untuk menyanggah, misalnya {code}: tahun, folder, dan kode kewajiban.",
    ):
        paper.line((sentence, "plain"))


def _write_overview(paper: _WorkingPaper, year: YearReport, sheets: Sequence[_Named]) -> None:
    """Write the figures of each OPD: what the data shows, and what the monitor's marks come to."""
    columns = {
        "No": 5,
        "Perangkat daerah": 46,
        "Terpenuhi": 11,
        "Belum": 9,
        "Perlu dilihat": 9,
        "Tercatat": 9,
        "Tidak berlaku": 13,
        "Nilai menurut data": 12,
        "Nilai pemantau": 12,
        "Sudah ditandai": 11,
        "Lembar": 28,
        "Kesegaran": 11,
        **{str(jenis): 13 for jenis in Jenis},
    }
    paper.begin("Ringkasan", columns, _TOP, _heading_lines(year, "Ringkasan"))
    paper.line()
    paper.headings()
    for number, each in enumerate(sheets, 1):
        score, cells = each.report.score, f"'{each.name}'!"
        handed = {h.jenis: h.state.words.capitalize() for h in each.report.penyerahan}
        paper.row(
            (number, "centred"),
            (each.report.profil.nama, "text"),
            (score.terpenuhi, "whole"),
            (score.belum, "whole"),
            (score.perlu_dilihat, "whole"),
            (score.tercatat, "whole"),
            (score.tidak_berlaku, "whole"),
            (_Formula(f"={cells}{_SHARE}", _figure(each.report)), "share"),
            (_Formula(f"={cells}{_MARKED_SHARE}", ""), "share"),
            (_Formula(f"={cells}{_MARKS}", 0), "sum"),
            (each.name, "text"),
            ("" if score.kesegaran is None else float(score.kesegaran), "share"),
            *((handed.get(jenis, "Tidak berlaku"), "text") for jenis in Jenis),
        )
    counted, last = total(each.report.score for each in sheets), _TOP + len(sheets)
    sums = (
        (_Formula(f"=SUM({column}{_TOP + 1}:{column}{last})", count), "sum")
        for column, count in (
            ("C", counted.terpenuhi),
            ("D", counted.belum),
            ("E", counted.perlu_dilihat),
            ("F", counted.tercatat),
            ("G", counted.tidak_berlaku),
        )
    )
    paper.line(None, ("Jumlah", "bold"), *sums)


def _figure(report: OpdReport) -> float | str:
    """Return the figure of an OPD as its formula gives it: empty where nothing applies."""
    return "" if report.score.nilai is None else float(report.score.nilai)


def _write_matrix(paper: _WorkingPaper, year: YearReport, reports: Sequence[OpdReport]) -> None:
    """Write a row for each obligation and a column for each OPD: that way it fits on paper."""
    columns = {"Kode": 24, "Kewajiban": 44} | dict.fromkeys((r.opd for r in reports), 3.6)
    lines = _heading_lines(year, f"Matriks: {LEGEND}")
    sheet = paper.begin("Matriks", columns, _TOP, lines)
    sheet.freeze_panes(_TOP, 2)
    sheet.set_paper(8)
    paper.line()
    names = ((report.opd, "upright") for report in reports)
    paper.row(("Kode", "head"), ("Kewajiban", "head"), *names, height=150)
    matrix = matrix_of(year, reports)
    for obligation, (_, states) in zip(year.obligations.obligations, matrix.items(), strict=True):
        signs = ((TANDA[State(state)], "centred") for state in states)
        paper.row((obligation.kode, "text"), (obligation.teks, "text"), *signs)


def _write_method(paper: _WorkingPaper, year: YearReport) -> None:
    """Say how the figures came about, so that they can be argued with."""
    method = method_of(year.obligations)
    columns = {
        "Kode": 24,
        "Kewajiban": 44,
        "Bobot": 8,
        "Tenggat": 34,
        "Berlaku bagi": 40,
        "Yang dihitung sebagai bukti": 44,
    }
    lines = _heading_lines(year, "Cara menghitung")
    sentences = [
        method.rumus,
        *method.langkah,
        *(f"{n.replace('-', ' ').capitalize()}: {words}" for n, words in ARTI_KEADAAN.items()),
        *(
            f"Bobot {c.nama}: {c.bobot} kali bobot kewajibannya. {c.alasan_bobot}"
            for c in year.obligations.categories
        ),
    ]
    heading = len(lines) + len(sentences) + 2
    paper.begin("Cara menghitung", columns, heading, lines).freeze_panes(1, 0)
    for sentence in sentences:
        paper.line((sentence, "plain"))
    paper.line()
    paper.headings()
    for obligation in year.obligations.obligations:
        clock = obligation.tenggat.teks if obligation.tenggat else "Tidak ada"
        decides = "; tenggat ini menentukan" if obligation.tenggat_menentukan else ""
        row = (
            obligation.kode,
            obligation.teks,
            weight_in_words(obligation),
            f"{clock}{decides}",
            scope_in_words(obligation),
            "; atau ".join(evidence_in_words(obligation)),
        )
        paper.texts(*row)


_SHARE, _MARKED_SHARE, _MARKS = "E4", "E5", "E6"
"""Where the sheet of an OPD has its figures; the overview takes them from there."""
_OPD_TOP: Final = 8


def _write_opd(paper: _WorkingPaper, year: YearReport, each: _Named) -> None:
    """Write what the data shows of one OPD, and a column for the monitor's own marks."""
    columns = {
        "No": 5,
        "Kategori": 14,
        "Kewajiban": 38,
        "Dasar": 24,
        "Tersedia": 9,
        "Tautan": 24,
        "Diperbarui": 12,
        "Catatan pemantau": 12,
        "Bobot": 7,
        "Alasan": 38,
    }
    report = each.report
    lines = _heading_lines(year, report.profil.nama)
    sheet = paper.begin(each.name, columns, _OPD_TOP, lines)
    last = _OPD_TOP + len(year.obligations.obligations)
    choice = {
        "validate": "list",
        "source": list(PILIHAN),
        "error_title": "Pilihan",
        "error_message": "Pilih salah satu dari daftar.",
    }
    sheet.data_validation(f"H{_OPD_TOP + 1}:H{last}", choice)
    for label, formula, look in _sums(report, last):
        paper.line((label, "plain"), None, None, None, (formula, look))
    note = "Tautan tanpa https:// dihitung dari halaman depan situs. Kolom pemantau diisi pemantau."
    fresh = f"Kesegaran {percent(report.score.kesegaran)}. " if report.score.bertenggat else ""
    paper.line((f"{fresh}{note}", "plain"))
    paper.headings()
    for number, a in enumerate(report.assessments, 1):
        weight, link = a.bobot, a.link
        paper.row(
            (number, "centred"),
            (a.obligation.kategori.nama, "text"),
            (f"{a.obligation.kode}: {a.obligation.teks}", "text"),
            (a.obligation.dasar, "text"),
            (TERSEDIA[a.state], "text"),
            # What is empty is not written: half of the boxes would be.
            (link, "text") if link else None,
            (a.diperbarui, "day") if a.diperbarui else None,
            (None, "entry"),
            (float(weight), "whole" if weight.denominator == 1 else "weight"),
            (said(report, a), "text"),
        )


def _sums(report: OpdReport, last: int) -> Iterator[tuple[str, _Formula, str]]:
    """Yield the figures above the table: what the data says, and what the monitor says."""
    shown, marks, weights = (f"{column}{_OPD_TOP + 1}:{column}{last}" for column in "EHI")

    def share(column: str, yes: str, *no: str) -> str:
        met, *rest = (f'SUMIF({column},"{mark}",{weights})' for mark in (yes, *no))
        all_ = f"({'+'.join((met, *rest))})"
        return f'=IF({all_}=0,"",ROUND(100*{met}/{all_},1))'

    yield (
        "Nilai menurut data",
        _Formula(share(shown, "Ya", "Belum", "Perlu dilihat"), _figure(report)),
        "share",
    )
    marked = _Formula(share(marks, "Ada", "Tidak ada"), "")
    yield "Nilai menurut tanda pemantau", marked, "share"
    counted = _Formula(f"=COUNTA({marks})", 0)
    yield "Kewajiban yang sudah ditandai pemantau", counted, "sum"
