"""The form of each questionnaire, filled in from the assessment: for the body and for each OPD.

The workbooks have the columns of the form; one table a year holds the rows of all of them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from typing import Final

from xlsxwriter import Workbook

from ppid.assessing.model import OpdReport, YearReport
from ppid.assessing.questionnaire import FormRow, form_of_body, form_of_opd
from ppid.core.corpus import Corpus
from ppid.core.page import Export
from ppid.kinds.acuan.saq import KuesionerSaq
from ppid.kinds.badan import identitas_of
from ppid.publishing.pages.kelengkapan.saq import form_url
from ppid.publishing.publication import Publication
from ppid.publishing.sheets import csv_bytes
from ppid.values.dates import format_tanggal

COLUMNS: Final = {
    "NO": 8,
    "VARIABEL": 20,
    "INDIKATOR": 30,
    "SUB-INDIKATOR": 38,
    "ADA": 14,
    "BUKTI": 44,
    "TOTAL NILAI": 16,
    "KETERANGAN": 44,
}
"""The columns of the form with their widths; the last says what the form has no room for."""
_CONTOH: Final = (
    "CONTOH: data peragaan. Jawaban ini tidak menyatakan apa pun tentang kantor mana pun."
)
_BOLD: Final = 3
"""How many of the lines above the table are bold: title, whose answers, the mark."""
_LINE, _HIGHEST = 13.5, 409.0
"""The height of a line of text, and of the highest row that a workbook can have, in points."""


def exports(publication: Publication) -> Iterator[Export]:
    """Yield for every year with questions and lists the form of the body, and all as one table."""
    site = publication.site_url
    for saq in publication.corpus.of(KuesionerSaq):
        tahun = saq.id.tahun
        year = publication.completeness.year(tahun)
        if year is None:
            continue
        own = _form_of_body(saq, year, publication.corpus, site)
        yield Export(f"{form_url(tahun)}.xlsx", publication.reuse.made(workbook, own))
        each = (_form(saq, report, year, site) for report in year.reports)
        columns = publication.identitas.kolom
        rows = ({**row, **columns} for form in (own, *each) for row in _rows(form))
        yield Export(f"{form_url(tahun)}.csv", csv_bytes(rows), f"{saq.judul} {tahun}")


def exports_of_opd(opd: str, publication: Publication) -> Iterator[Export]:
    """Yield the forms of an OPD."""
    for saq in publication.corpus.of(KuesionerSaq):
        year = publication.completeness.year(saq.id.tahun)
        report = publication.completeness.report(opd, saq.id.tahun)
        if year and report:
            form = _form(saq, report, year, publication.site_url)
            url = f"{form_url(saq.id.tahun, opd)}.xlsx"
            yield Export(url, publication.reuse.made(workbook, form))


@dataclass(frozen=True, slots=True)
class Form:
    """A questionnaire with the answers of one OPD, or with those of the body where `opd` is empty.

    `hari` is the day on which its year was judged, `situs` goes before addresses of the site.
    """

    saq: KuesionerSaq
    hari: date
    opd: str
    nama: str
    contoh: bool
    situs: str
    rows: tuple[FormRow, ...]


def workbook_of_body(saq: KuesionerSaq, year: YearReport, corpus: Corpus, site: str) -> bytes:
    """Return the form of the body as .xlsx."""
    return workbook(_form_of_body(saq, year, corpus, site))


def _form_of_body(saq: KuesionerSaq, year: YearReport, corpus: Corpus, site: str) -> Form:
    return Form(
        saq=saq,
        hari=year.hari,
        opd="",
        nama=identitas_of(corpus).nama,
        contoh=year.contoh,
        situs=site,
        rows=form_of_body(saq, year),
    )


def _form(saq: KuesionerSaq, report: OpdReport, year: YearReport, site: str) -> Form:
    return Form(
        saq=saq,
        hari=report.hari,
        opd=report.opd,
        nama=report.profil.nama,
        contoh=report.contoh,
        situs=site,
        rows=form_of_opd(saq, report, year),
    )


def _rows(form: Form) -> Iterator[Mapping[str, object]]:
    for row in form.rows:
        yield {
            "tahun": form.saq.id.tahun,
            "opd": form.opd,
            "nama": form.nama,
            "no": row.no,
            "variabel": row.variabel,
            "indikator": row.indikator,
            "sub_indikator": row.sub_indikator,
            "kewajiban": row.kode,
            "ada": row.ada,
            "bukti": " ".join(_whole(address, form.situs) for address in row.bukti),
            "total_nilai": row.total_nilai,
            "keterangan": row.keterangan,
            "contoh": "ya" if form.contoh else "tidak",
        }


def _whole(address: str, site: str) -> str:
    return address if address.startswith("https://") else site + address


def workbook(form: Form) -> bytes:
    """Return a form as .xlsx, ready for A4 lying on its side; texts stay texts."""
    tahun, stream = form.saq.id.tahun, BytesIO()
    title = f"{form.saq.judul} {tahun}"
    with Workbook(stream, {"in_memory": True}) as book:
        made = datetime(form.hari.year, form.hari.month, form.hari.day)  # noqa: DTZ001 — a day only
        book.set_properties({"title": title, "created": made})
        bold = book.add_format({"bold": True})
        box = {"border": 1, "text_wrap": True, "valign": "top"}
        cell = book.add_format(box)
        head = book.add_format({**box, "bold": True, "bg_color": "#E6EEEC", "align": "center"})
        sheet = book.add_worksheet("Kuesioner")
        top = 0
        for top, line in enumerate(_lines(form), 1):
            sheet.write_string(top - 1, 0, line, bold if top <= _BOLD else None)
        for column, (heading, width) in enumerate(COLUMNS.items()):
            sheet.set_column(column, column, width)
            sheet.write_string(top, column, heading, head)
        for number, row in enumerate(form.rows, top + 1):
            texts = (
                row.no,
                row.variabel,
                row.indikator,
                row.sub_indikator,
                row.ada,
                "\n".join(_whole(address, form.situs) for address in row.bukti),
                row.total_nilai,
                row.keterangan,
            )
            # Programs do not agree on who works out the height of a row whose text wraps.
            lines = (
                sum(1 + len(line) // width for line in text.split("\n"))
                for text, width in zip(texts, COLUMNS.values(), strict=True)
            )
            sheet.set_row(number, min(_LINE * max(lines), _HIGHEST))
            for column, text in enumerate(texts):
                sheet.write_string(number, column, text, cell)
        sheet.freeze_panes(top + 1, 1)
        sheet.repeat_rows(top)
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.fit_to_pages(1, 0)
        sheet.set_footer("&L&A&RHalaman &P dari &N")
    return stream.getvalue()


def _lines(form: Form) -> Iterator[str]:
    """Yield what stands above the table: title, whose answers, the mark, and what is not known."""
    yield f"{form.saq.judul} {form.saq.id.tahun}"
    yield form.nama
    yield _CONTOH if form.contoh else ""
    yield f"Menurut bukti yang tercatat; hari penilaian {format_tanggal(form.hari)}."
    yield "Kata-kata pertanyaan milik situs ini, bukan bunyi kuesionernya."
    if form.saq.bentuk:
        yield f"Susunan kolom mengikuti {form.saq.bentuk}; KETERANGAN ditambahkan."
    if form.saq.catatan:
        yield " ".join(form.saq.catatan.split())
    yield "TOTAL NILAI diisi penilai; “paling tinggi” hanya tertulis bila bobotnya terbaca."
    if not form.situs:
        yield "Alamat tanpa https:// dihitung dari halaman depan situs."
    yield ""
