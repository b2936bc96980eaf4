"""The sheet on which several objections are written down at once."""

from collections.abc import Sequence
from typing import Final

from ppid.assessing.findings import code_of, said
from ppid.assessing.model import OpdReport, YearReport
from ppid.handing_in.worksheet.form import (
    ARRIVED,
    FINDING,
    GUIDE,
    IDENTITY,
    LINK,
    LONGEST_NOTE,
    OBJECTIONS,
    PARTIES,
    PARTY,
    STATES,
    WORDS,
    Identity,
)
from ppid.publishing.exports.kelengkapan.paper import WorkingPaper
from ppid.publishing.exports.kelengkapan.workbook import CONTOH
from ppid.values.dates import format_tanggal

_TOP: Final = 5
ROOM: Final = 200
"""How many objections fit."""
_LIST: Final = "Kewajiban"


def objections_sheet(year: YearReport, reports: Sequence[OpdReport]) -> bytes:
    """Return an empty sheet for objections to findings of some OPDs, with their codes beside it."""
    title = f"Sanggahan atas kelengkapan {year.tahun}"
    paper = WorkingPaper(title, year.hari)
    day = f"Menurut data pada {format_tanggal(year.hari)}"
    lines = (title, day, CONTOH if year.contoh else "")
    paper.begin(GUIDE, {"Petunjuk": 120}, _TOP, lines).freeze_panes(1, 0)
    for sentence in (
        f"Tulis satu sanggahan setiap baris di lembar “{OBJECTIONS}”; isi hanya sel kuning.",
        f"Salin kode temuannya dari lembar “{_LIST}”.",
        "Sebutkan yang keliru dan buktinya. Jangan menulis nama orang atau data pribadi.",
        "Sesudah selesai, simpan berkas ini dan serahkan kepada PPID Utama.",
    ):
        paper.line((sentence, "plain"))
    paper.protect()
    columns = {FINDING: 34, ARRIVED: 16, PARTY: 20, WORDS: 70, LINK: 44}
    sheet = paper.begin(OBJECTIONS, columns, _TOP, lines)
    first, last = _TOP + 1, _TOP + ROOM
    codes = max(sum(len(report.assessments) for report in reports), 1)
    sheet.data_validation(
        f"A{first}:A{last}",
        {
            "validate": "list",
            "source": f"={_LIST}!$A${_TOP + 1}:$A${_TOP + codes}",
            "error_title": "Kode temuan",
            "error_message": f"Salin kodenya dari lembar {_LIST}.",
        },
    )
    sheet.data_validation(
        f"B{first}:B{last}",
        {
            "validate": "date",
            "criteria": ">=",
            "value": year.hari.replace(month=1, day=1),
            "error_title": "Tanggal",
            "error_message": f"Tulis tanggal, misalnya {year.hari}.",
        },
    )
    sheet.data_validation(
        f"C{first}:C{last}",
        {
            "validate": "list",
            "source": list(PARTIES.values()),
            "error_title": "Pihak",
            "error_message": "Pilih salah satu dari daftar.",
        },
    )
    sheet.data_validation(
        f"D{first}:D{last}",
        {
            "validate": "length",
            "criteria": "<=",
            "value": LONGEST_NOTE,
            "error_title": "Sanggahan",
            "error_message": f"Paling panjang {LONGEST_NOTE} huruf.",
        },
    )
    paper.line()
    paper.headings()
    text = (None, "entry text")
    for _ in range(ROOM):
        paper.row(text, (None, "entry day"), text, text, text)
    paper.protect()
    paper.begin(
        _LIST, {FINDING: 34, "Kewajiban": 60, "Menurut data": 14, "Alasan": 60}, _TOP, lines
    )
    paper.line()
    paper.headings()
    for report in reports:
        for a in report.assessments:
            paper.texts(code_of(a), a.obligation.teks, STATES[a.state], said(report, a))
    paper.protect()
    identity = Identity(OBJECTIONS, year.tahun, "", year.hari, contoh=year.contoh)
    hidden = paper.begin(IDENTITY, {"Isi": 30, "Nilai": 70}, 1, ())
    for name, value in identity.cells():
        paper.line((name, "plain"), (value, "plain"))
    paper.protect()
    hidden.very_hidden()
    return paper.written()
