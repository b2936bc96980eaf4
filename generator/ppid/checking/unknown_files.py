"""What is said of files that `data/` does not know, and of documents with unsafe names."""

import re
from collections.abc import Iterator
from difflib import get_close_matches

from ppid.diagnostics.model import Diagnostic, Requirement, Severity, diagnose
from ppid.diagnostics.span import Span

BRK_006 = Requirement(
    "BRK-006",
    "Nama berkas dan folder dikenal",
    Severity.GALAT,
    "Samakan nama dan letaknya dengan susunan folder data/, atau hapus berkas ini.",
    no_basis="Nama yang tidak dikenal berarti isinya tidak akan pernah terbit.",
)

_DOCUMENT_NAME = re.compile(
    r"[a-z0-9][a-z0-9._-]{0,150}\."
    r"(?:pdf|csv|xlsx?|ods|docx?|odt|txt|jpe?g|png|webp|json|geojson|mp3|mp4|zip)"
)


def unknown_file(path: str) -> Diagnostic:
    parts = path.split("/")
    known = (
        "profil.yml",
        "dik",
        "dip",
        "layanan",
        "kegiatan",
        "regulasi",
        "dokumen",
        "kiriman",
        "acuan",
        "opd",
        "potret",
        "sanggahan.yml",
    )
    near = [
        match
        for part in parts[1:]
        for match in get_close_matches(part, known, 1, 0.7)
        if match != part
    ]
    message = f"Berkas “{shown(path)}” tidak dikenal di dalam folder data/"
    hint = f"Mungkin maksudnya “{near[0]}”. {BRK_006.hint}" if near else ""
    return diagnose(BRK_006, Span(path), message, hint=hint)


def check_document(path: str, name: str) -> Iterator[Diagnostic]:
    if _DOCUMENT_NAME.fullmatch(name) is None:
        message = (
            f"Nama dokumen “{shown(name)}” memakai huruf, tanda, atau jenis yang tidak diterima"
        )
        hint = "Pakai huruf kecil, angka, dan tanda hubung, misalnya “laporan-2019.pdf”."
        yield diagnose(BRK_006, Span(path), message, hint=hint)


def shown(path: str) -> str:
    """Make a file name safe to print: names may hold bytes that are no text at all."""
    return "".join(c if c.isprintable() and not "\ud800" <= c <= "\udfff" else "�" for c in path)
