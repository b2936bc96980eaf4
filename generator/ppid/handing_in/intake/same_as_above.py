"""Empty cells below filled ones: they may mean “the same as above”, or nothing.

Nobody can tell from the cells, so it is asked, once for all columns empty in the same rows.
"""

from dataclasses import replace
from typing import Final

from ppid.handing_in.intake.body import LINE_KEYS
from ppid.handing_in.intake.reading.choices import SIDES
from ppid.handing_in.intake.reading.texts import tidy
from ppid.handing_in.intake.wanted import SheetTable, WantedList
from ppid.handing_in.model import HandedRow, Question, Reading, rows_said
from ppid.handing_in.template.form import is_example
from ppid.kinds.fields import Need
from ppid.kinds.kata_daftar import JUDUL, TEMPAT_WAKTU
from ppid.kinds.rows import MODELS, field_title
from ppid.values.text import joined

KEY: Final = "sama:"
"""How the key of such a question begins; the fields follow, “+” between them."""
_SAME, _EMPTY = "sama", "kosong"
_TITLES: Final = {
    "klasifikasi": "Klasifikasi",
    TEMPAT_WAKTU: "Tempat dan waktu pembuatan",
    JUDUL: "Judul",
}


def fields_asked(key: str) -> frozenset[str]:
    """Return the fields about which a question with this key asks; empty for other questions."""
    return frozenset(key.removeprefix(KEY).split("+") if key.startswith(KEY) else ())


def fill_from_above(table: SheetTable, wanted: WantedList) -> None:
    """Ask about fields that a list should have and that are empty below a filled cell.

    Where the answer is that they are the same, the rows share the cell above.
    """
    jenis = wanted.jenis
    columns = {heading.field: heading.column for heading in table.headings if heading.field}
    # What may be no row at all is decided first.
    doubted = {
        place.row
        for question in table.questions
        if question.key.startswith(LINE_KEYS)
        for place in (question.place, *question.places)
    }
    # Rows of the other sort of list do not come in.
    sides = {row.row: _side_of(row, wanted) for row in table.rows}
    doubted |= {row for row, side in sides.items() if side and side != SIDES[jenis]}
    empty: dict[tuple[int, ...], list[str]] = {}
    for name in _asked_about(jenis):
        rows = _below_filled(table.rows, name, doubted) if name in columns else ()
        if rows:
            empty.setdefault(rows, []).append(name)
    for rows, names in empty.items():
        named = joined([f"“{_TITLES.get(name) or field_title(name, jenis)}”" for name in names])
        places = tuple(table.rows[row].place_in(columns[name]) for row in rows for name in names)
        question = Question(
            key=f"{KEY}{'+'.join(names)}",
            place=places[0],
            written="",
            asks=f"{named} kosong di bawah sel yang terisi: {rows_said(places)}. "
            "Apakah isinya sama seperti di atasnya?",
            readings=(
                Reading(_SAME, "Sama seperti sel terisi di atasnya"),
                Reading(_EMPTY, "Memang kosong"),
            ),
            field=names[0] if len(names) == 1 else "",
            places=places,
        )
        if table.ask(question, wanted.answers) == _SAME:
            for name in names:
                _fill(table.rows, rows, name)


def _is_example(row: HandedRow) -> bool:
    return any(is_example(cell.text) for cell in row.fields.get("kode", ()))


def _side_of(row: HandedRow, wanted: WantedList) -> str:
    text = " ".join(cell.text for cell in row.fields.get("klasifikasi", ()))
    return wanted.side_of(tidy(text)) if text else ""


def _asked_about(jenis: str) -> list[str]:
    """Return the fields that every row of a list should have."""
    fields = MODELS[jenis].model_fields.items()
    due = [
        name
        for name, info in fields
        if info.is_required() or Need.SOFT in info.metadata or name == "penanggung_jawab"
    ]
    return [JUDUL, *(name for name in due if name not in {"kode", "informasi"}), TEMPAT_WAKTU] + (
        ["klasifikasi"] if "klasifikasi" not in due else []
    )


def _below_filled(rows: list[HandedRow], name: str, doubted: set[int]) -> tuple[int, ...]:
    """Return the positions of rows in which a field is empty and some row above has it."""
    found, filled = [], False
    for position, row in enumerate(rows):
        if row.fields.get(name):
            # The example of our own template says nothing about the rows below it.
            filled = filled or not _is_example(row)
        elif filled and row.row not in doubted:
            found.append(position)
    return tuple(found)


def _fill(rows: list[HandedRow], empty: tuple[int, ...], name: str) -> None:
    for position in empty:
        above = next(row.fields[name] for row in rows[position - 1 :: -1] if row.fields.get(name))
        rows[position] = replace(rows[position], fields={**rows[position].fields, name: above})
