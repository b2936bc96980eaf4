"""The sheet that says how the figures came about, so that they can be argued with."""

from collections.abc import Sequence

from openpyxl import Workbook

from ppid.assessing.method import (
    ARTI_KEADAAN,
    evidence_in_words,
    method_of,
    scope_in_words,
    weight_in_words,
)
from ppid.assessing.model import Obligation, YearReport
from ppid.handing_in.workbook_cells import Layout, Paper, Pen

_COLUMNS = (
    ("Kode", 24),
    ("Kewajiban", 44),
    ("Bobot", 8),
    ("Tenggat", 34),
    ("Berlaku bagi", 40),
    ("Yang dihitung sebagai bukti", 44),
)


def write_method(book: Workbook, pen: Pen, year: YearReport, lines: Sequence[str]) -> None:
    """Write the method: the formula, the steps, the states, then every obligation."""
    method = method_of(year.obligations)
    states = [
        f"{name.replace('-', ' ').capitalize()}: {words}" for name, words in ARTI_KEADAAN.items()
    ]
    weights = [
        f"Bobot {c.nama}: {c.bobot} kali bobot kewajibannya. {c.alasan_bobot}"
        for c in year.obligations.categories
    ]
    told = [*lines, method.rumus, *method.langkah, *states, *weights]
    layout = Layout(len(told) + 2, frozen="A2")
    paper = Paper(book, "Cara menghitung", [width for _, width in _COLUMNS], layout)
    for place, line in enumerate(told):
        paper.line(pen.text(line, bold=place < len(lines), wrap=False))
    paper.line()
    paper.row([pen.head(title) for title, _ in _COLUMNS])
    for obligation in year.obligations.obligations:
        paper.row([pen.text(text, boxed=True) for text in _row(obligation)])


def _row(obligation: Obligation) -> tuple[str, ...]:
    clock = obligation.tenggat.teks if obligation.tenggat else "Tidak ada"
    decides = "; tenggat ini menentukan" if obligation.tenggat_menentukan else ""
    return (
        obligation.kode,
        obligation.teks,
        weight_in_words(obligation),
        f"{clock}{decides}",
        scope_in_words(obligation),
        "; atau ".join(evidence_in_words(obligation)),
    )
