"""What a template brings beside its rows: the row of examples, codes as prefilled, and “nihil”."""

from collections.abc import Mapping
from dataclasses import replace

from ppid.handing_in.intake.model import HandedRow, Table, Target, Unused
from ppid.handing_in.template.form import EARLIER_CODE, OTHER_SHEETS, is_example
from ppid.handing_in.template.guide_sheet import read_nihil
from ppid.values.dates import format_tanggal

OF_TEMPLATE = "bagian templat, bukan isian"
_EXAMPLE = "baris contoh dalam templat"
_WHAT = {"dik": "dikecualikan", "dip": "dicantumkan dalam daftar"}


def without_example(table: Table) -> Table:
    """Leave out the row that only shows how to fill in the others, and name what is ours."""
    examples = [row for row in table.rows if _is_example(row)]
    left_out = [
        Unused(cell, _EXAMPLE)
        for row in examples
        for cells in row.fields.values()
        for cell in cells
    ]
    kept = tuple(row for row in table.rows if row not in examples)
    unused = tuple(
        replace(each, reason=OF_TEMPLATE) if each.cell.place.sheet in OTHER_SHEETS else each
        for each in table.unused
    )
    return replace(table, rows=kept, unused=(*unused, *left_out)) if examples else table


def _is_example(row: HandedRow) -> bool:
    return any(is_example(cell.text) for cell in row.fields.get("kode", ()))


def codes_as_prefilled(table: Table) -> Mapping[int, str]:
    """Return for each row of the sheet the `kode` that the template had put there."""
    columns = {heading.column for heading in table.headings if heading.text == EARLIER_CODE}
    return {
        unused.cell.place.row: unused.cell.text
        for unused in table.unused
        if unused.cell.place.column in columns and unused.cell.place.sheet == table.sheet
    }


def statement_of_nothing(content: bytes, target: Target) -> Mapping[str, str]:
    """Return the answers about “nihil” that the template holds; empty without a statement."""
    said = read_nihil(content)
    if said is None:
        return {}
    sentence = f"Pada tahun {target.tahun} tidak ada informasi yang {_WHAT[target.jenis]}."
    answers = {"nihil.pernyataan": sentence, "nihil.pejabat": said.pejabat}
    if said.tanggal:
        answers["nihil.tanggal"] = format_tanggal(said.tanggal)
    return {key: value for key, value in answers.items() if value}
