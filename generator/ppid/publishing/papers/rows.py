"""What the cells of a paper say of one row of a list."""

from ppid.kinds.dik.model import InformasiDikecualikan
from ppid.publishing.papers.model import Blank, Words
from ppid.values.dates import format_tanggal


def cell(text: str, note: str) -> Words:
    """Return the text of a cell, or the place where it is missing."""
    return (text or Blank(note),)


def information(row: InformasiDikecualikan) -> Words:
    """Say what is withheld: the information, and which part of it."""
    if row.cakupan == "seluruh":
        return (f"{row.informasi} (seluruhnya)",)
    part = row.bagian or Blank("bagian yang dikecualikan")
    return (f"{row.informasi} (sebagian, yaitu ", part, ")")


def term(row: InformasiDikecualikan) -> Words:
    """Say for how long; the first day only where the row has one of its own."""
    if not row.jangka_waktu:
        return (Blank("jangka waktu pengecualian"),)
    start = f", mulai {format_tanggal(row.mulai)}" if row.mulai else ""
    return (f"{row.jangka_waktu}{start}",)
