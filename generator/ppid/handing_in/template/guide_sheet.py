"""The sheet “Petunjuk”: seven steps, what the colours mean, and the statement of nothing."""

from typing import Any, Final

from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from ppid.handing_in.template import sheet as style
from ppid.handing_in.template.form import (
    CHECK,
    EARLIER_CODE,
    FACTS_SHEET,
    NIL,
    NIL_DAY,
    NIL_OFFICER,
    NOTE,
    REFERENCE,
    YES,
    list_sheet,
)
from ppid.handing_in.template.sheet import SheetWriter, lay_out, protect

_WHAT: Final = {
    "dik": "informasi yang dikecualikan",
    "dip": "informasi publik yang dikuasai",
}
_WIDTHS: Final = (30, 100)


def write_guide(sheet: Worksheet, jenis: str, tahun: int, lines: tuple[str, ...]) -> None:
    """Write the guide; `lines` say for whom and from what the template was made."""
    writer = SheetWriter(sheet, _WIDTHS)
    title, *rest = lines
    writer.line(title, look=style.TITLE_LOOK)
    for line in rest:
        writer.line(line, look=style.BOLD_LOOK)
    writer.line()
    writer.line("Tujuh langkah", look=style.BOLD_LOOK)
    for number, step in enumerate(_steps(list_sheet(jenis, tahun)), 1):
        writer.line(f"Langkah {number}", step, look=style.BOXED_LOOK)
    writer.line()
    writer.line("Arti warna dan tanda", look=style.BOLD_LOOK)
    for sample, meaning, looks in _LEGEND:
        row = writer.line(sample, meaning, look=style.BOXED_LOOK)
        cell: Any = writer.sheet.cell(row, 1)
        for name, look in looks.items():
            setattr(cell, name, look)
    writer.line()
    writer.line(f"Bila pada tahun {tahun} tidak ada {_WHAT[jenis]} (nihil)", look=style.BOLD_LOOK)
    _entry(writer, NIL, style.TEXT)
    choice = DataValidation("list", formula1=f'"{YES}"', allow_blank=True)
    choice.errorTitle, choice.error = NIL, f"Pilih “{YES}”, atau kosongkan."
    choice.promptTitle, choice.prompt = NIL, f"Pilih “{YES}” hanya bila daftar memang kosong."
    choice.showErrorMessage = choice.showInputMessage = True
    choice.add(f"B{writer.row}")
    writer.sheet.add_data_validation(choice)
    _entry(writer, NIL_OFFICER, style.TEXT)
    _entry(writer, NIL_DAY, style.DAY)
    writer.line("", "Bila nihil, lembar daftar dibiarkan kosong; ketiga sel di atas diisi.")
    lay_out(sheet, 0)
    protect(sheet)


def _steps(name: str) -> tuple[str, ...]:
    return (
        (
            f"Buka lembar “{name}”. Baris dari daftar sebelumnya, bila ada, sudah terisi dengan "
            "kodenya."
        ),
        (
            "Periksa setiap baris dan isi sel yang berwarna. Hapus baris yang tidak berlaku lagi: "
            "klik kanan nomor barisnya, lalu pilih Hapus. Kode tidak diubah."
        ),
        "Tulis informasi baru di baris kosong di bawahnya; kodenya dibiarkan kosong.",
        (
            f"Klik judul kolom untuk membaca penjelasannya. Lembar “{REFERENCE}” memuat nilai yang "
            "dapat ditulis beserta dasar hukumnya."
        ),
        f"Baca kolom “{CHECK}” dan perbaiki yang disebut di sana sampai kolom itu kosong.",
        (
            f"Isi lembar “{FACTS_SHEET}”: keputusan yang menetapkan daftar ini dan tanggal "
            "penyampaiannya. Yang belum ada dibiarkan kosong."
        ),
        (
            "Simpan sebagai berkas .xlsx, lalu serahkan melalui halaman “Serahkan daftar” di situs "
            "PPID atau kirim kepada PPID Utama."
        ),
    )


_LEGEND: Final[tuple[tuple[str, str, dict[str, object]], ...]] = (
    (
        "merah muda, garis putus",
        "Wajib, tetapi belum diisi.",
        {"fill": style.MISSING_FILL, "border": style.MISSING_LINE},
    ),
    (
        "jingga, tebal, garis bawah",
        f"Isinya keliru; kolom “{CHECK}” menyebut apa yang perlu diperbaiki.",
        {"fill": style.WRONG_FILL, "border": style.WRONG_LINE, "font": style.WRONG_FONT},
    ),
    (
        "kuning, garis titik",
        "Dianjurkan, tetapi belum diisi; daftar tetap diterima.",
        {"fill": style.ADVISED_FILL, "border": style.ADVISED_LINE},
    ),
    (
        "dua kolom paling kanan",
        (
            f"Catatan templat, tidak perlu diisi. “{NOTE}” menyebut yang perlu diputuskan, "
            f"misalnya jangka waktu yang sudah berakhir; “{EARLIER_CODE}” menjaga kode."
        ),
        {},
    ),
)


def _entry(writer: SheetWriter, label: str, form: str) -> None:
    row = writer.line(label, "", look=style.BOXED_LOOK)
    cell: Any = writer.sheet.cell(row, 2)
    cell.fill, cell.border = style.ENTRY_FILL, style.LINE
    cell.font, cell.alignment = style.FONT, style.TOP
    cell.number_format, cell.protection = form, style.OPEN
    cell.value = None
