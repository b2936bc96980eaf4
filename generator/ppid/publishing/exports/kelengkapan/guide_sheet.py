"""The first sheet: what the working paper holds, how it is filled in, printed and argued with."""

from collections.abc import Sequence

from openpyxl import Workbook

from ppid.assessing.findings import code_of
from ppid.assessing.model import OpdReport, YearReport
from ppid.handing_in.workbook_cells import Layout, Paper, Pen
from ppid.publishing.exports.kelengkapan.opd_sheet import PILIHAN
from ppid.values.numbers import format_bulat

_COLUMNS = (("Lembar", 26), ("Isinya", 56), ("Cara memakainya", 66))


def write_guide(
    book: Workbook, pen: Pen, year: YearReport, reports: Sequence[OpdReport], lines: Sequence[str]
) -> None:
    """Write the guide: a table of the sheets, then a few sentences."""
    layout = Layout(len(lines) + 2, frozen="A2")
    paper = Paper(book, "Petunjuk", [width for _, width in _COLUMNS], layout)
    for line in lines:
        paper.line(pen.text(line, bold=True))
    paper.line()
    paper.row([pen.head(title) for title, _ in _COLUMNS])
    for row in _sheets(len(reports)):
        paper.row([pen.text(text, boxed=True) for text in row])
    paper.line()
    for sentence in _sentences(year, reports[0]) if reports else ():
        paper.line(pen.text(sentence, wrap=False))


def _sheets(count: int) -> tuple[tuple[str, str, str], ...]:
    choice = f"{', '.join(PILIHAN[:-1])}, atau {PILIHAN[-1]}"
    return (
        (
            "Ringkasan",
            "Angka setiap perangkat daerah: menurut data, dan menurut tanda pemantau.",
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
            f"Perangkat daerah ({format_bulat(count)} lembar)",
            "Setiap kewajiban dengan dasar, keadaan, tautan bukti, tanggal, dan alasannya.",
            f"Isi kolom “Catatan pemantau”: {choice}. Jumlahnya terhitung di atas tabel.",
        ),
    )


def _sentences(year: YearReport, first: OpdReport) -> tuple[str, ...]:
    """Say what no table says; the example is the first finding of this very paper."""
    command = f"ppid kelengkapan --tahun {year.tahun} --opd {first.opd} --format xlsx"
    example = f"{command} --keluaran {first.opd}.xlsx"
    code = code_of(first.assessments[0])
    return (
        "Nilai pemantau memakai bobot yang sama; kewajiban yang belum ditandai tidak dihitung.",
        "“Belum” berarti buktinya belum tercatat di situs ini, bukan bahwa informasinya tidak ada.",
        "Tautan tanpa https:// dihitung dari halaman depan situs.",
        "Lembar satu perangkat daerah menghabiskan sekitar sembilan halaman A4 mendatar.",
        "Cetak lembar yang diperlukan saja, atau buat kertas kerja untuk satu perangkat daerah:",
        f"    {example}",
        f"Kode temuan untuk menyanggah, misalnya {code}: tahun, folder, dan kode kewajiban.",
    )
