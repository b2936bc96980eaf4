"""Documents from a few lines that describe them: the examples on pages of rules are written so."""

import io

import yaml
from openpyxl import Workbook
from PIL import Image
from pypdf import PdfWriter
from pypdf.actions import JavaScript

_HIDDEN = " (tersembunyi)"


def workbook(described: str) -> bytes:
    """Make a workbook: each key is a sheet, perhaps hidden, with its cells."""
    made = Workbook()
    made.remove(made.worksheets[0])
    for name, cells in yaml.safe_load(described).items():
        sheet = made.create_sheet(name.removesuffix(_HIDDEN))
        sheet.sheet_state = "hidden" if name.endswith(_HIDDEN) else "visible"
        for cell, value in cells.items():
            sheet[cell] = value
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def pdf(described: str) -> bytes:
    """Make an empty PDF with an author (“Pengarang”) or a script (“Perintah”)."""
    parts = yaml.safe_load(described)
    writer = PdfWriter()
    writer.add_blank_page(width=595, height=842)
    writer.add_metadata({"/Author": parts.get("Pengarang", "")})
    if script := parts.get("Perintah"):
        writer.add_open_action(JavaScript(script))
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def image(_described: str) -> bytes:
    """Make a small picture without any metadata."""
    buffer = io.BytesIO()
    Image.new("RGB", (2, 2)).save(buffer, "JPEG")
    return buffer.getvalue()


def blank_pdf(_described: str) -> bytes:
    """Make an empty PDF."""
    return pdf("{}")


MADE = {"buku-kerja": workbook, "pdf": pdf, "apa-adanya": str.encode}
STANDS_FOR = {"pdf": blank_pdf, "jpg": image}
"""Where an example only needs a document, any words stand for one."""
