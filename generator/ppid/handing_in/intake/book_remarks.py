"""What a clerk should know of an opened workbook: what is not read, and cells without a value."""

from collections.abc import Iterator

from ppid.diagnostics.diagnostic import Severity
from ppid.handing_in.model import CellRemark
from ppid.reading.documents.book import Book, BookSheet, CellPlace, StoredAs

_SHOWN = 5


def remarks_on(book: Book) -> Iterator[CellRemark]:
    """Yield a remark on everything in a workbook that does not come into the list by itself."""
    whole = CellPlace("", 1, 1)
    if book.macros:
        message = "Buku kerja ini memuat makro. Makro tidak dijalankan dan tidak dibaca."
        yield _not_read(whole, message)
    if book.links_to_files:
        message = (
            "Buku kerja ini memuat rumus yang merujuk ke berkas lain. Yang dibaca ialah nilai "
            "terakhir yang tersimpan."
        )
        yield _not_read(whole, message)
    for sheet in book.sheets:
        yield from _beside_the_cells(sheet)
    if book.old_encoding:
        yield CellRemark(
            CellPlace(book.sheets[0].name, 1, 1),
            Severity.SARAN,
            f"Berkas ini memakai pengodean lama ({book.old_encoding}). Huruf di luar abjad Latin "
            "dasar, seperti tanda petik dan garis, perlu dicocokkan.",
            advice="Simpan lagi sebagai “CSV UTF-8”, atau serahkan .xlsx.",
        )
    for sheet in book.sheets:
        yield from _without_value(sheet)


def _beside_the_cells(sheet: BookSheet) -> Iterator[CellRemark]:
    place = CellPlace(sheet.name, 1, 1)
    if sheet.comments:
        cells = ", ".join(each.cell for each in sheet.comments[:_SHOWN])
        cells += " dan lainnya" if sheet.comments[_SHOWN:] else ""
        message = (
            f"Lembar “{sheet.name}” memuat komentar pada sel {cells}. Komentar tidak ikut dibaca."
        )
        yield _not_read(place, message)
    if sheet.text_boxes:
        message = f"Lembar “{sheet.name}” memuat kotak teks. Isinya tidak ikut dibaca."
        yield _not_read(place, message)


def _not_read(place: CellPlace, message: str) -> CellRemark:
    advice = "Bila ada isi yang perlu masuk daftar, pindahkan ke dalam sel."
    return CellRemark(place, Severity.SARAN, message, advice)


def _without_value(sheet: BookSheet) -> Iterator[CellRemark]:
    for cell in sheet.cells:
        if cell.stored is not StoredAs.GALAT:
            continue
        if cell.text.startswith("#"):
            message = f"Sel {cell.place.cell} berisi galat {cell.text}."
            advice = "Perbaiki rumusnya, atau ketik nilainya."
        else:
            message = f"Sel {cell.place.cell} berisi rumus yang hasilnya tidak tersimpan."
            advice = "Buka dengan Excel atau LibreOffice lalu simpan lagi, atau ketik nilainya."
        yield CellRemark(cell.place, Severity.PERINGATAN, message, advice)
