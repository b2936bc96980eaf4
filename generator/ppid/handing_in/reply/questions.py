"""Questions and conflicts as rows with the readings side by side, and the answers read back."""

import json
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from string import ascii_uppercase
from typing import Final

from python_calamine import CalamineError, CalamineWorkbook

from ppid.handing_in.earlier_answer import LINES_READ, SHEET, is_ours
from ppid.handing_in.model import Target
from ppid.reading.documents.stored import shown

JAWABAN: Final = "Jawaban"
KUNCI: Final = "Kunci (jangan diubah)"
MOST_READINGS: Final = len(ascii_uppercase)


def letters(count: int) -> Sequence[str]:
    """Name the choices: A, B, C and so on."""
    return ascii_uppercase[:count]


def key_of(key: str, values: Sequence[str], target: Target) -> str:
    """Write what the program needs in order to understand an answer."""
    choices = dict(zip(ascii_uppercase, values, strict=False))
    return json.dumps({"kunci": key, "pilihan": choices, "daftar": target.name})


def read_answers(content: bytes, target: Target) -> Mapping[str, str]:
    """Read what a person answered about a list in a reply that comes back, by the question's key.

    A letter stands for the choice that it names, with or without a point behind it; any other
    text is given as it is written. Without a sheet of ours there are no answers, and what was
    answered about another list of the same workbook is none.
    """
    answers: dict[str, str] = {}
    for rows in _our_tables(content):
        answers.update(_answers_in(rows, target))
    return answers


def _our_tables(content: bytes) -> Iterator[list[list[str]]]:
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(content))
        for name in book.sheet_names:
            if name.startswith(SHEET):
                values = book.get_sheet_by_name(name).to_python()
                rows = [[shown(value)[0] for value in row] for row in values]
                if is_ours(name, (text for row in rows[:LINES_READ] for text in row)):
                    yield rows
    except (CalamineError, OSError, ValueError):
        return


def _answers_in(rows: list[list[str]], target: Target) -> Iterator[tuple[str, str]]:
    head = next((row for row in rows if JAWABAN in row and KUNCI in row), None)
    if head is None:
        return
    answer, key = head.index(JAWABAN), head.index(KUNCI)
    for row in rows:
        said = row[answer].strip()
        known, choices = _read_key(row[key], target)
        if known and said:
            yield known, choices.get(said.rstrip(".)").upper(), said)


def _read_key(text: str, target: Target) -> tuple[str, Mapping[str, str]]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return "", {}
    if not isinstance(found, dict) or not isinstance(found.get("pilihan"), dict):
        return "", {}
    if found.get("daftar", target.name) != target.name:
        return "", {}
    choices = {str(letter): str(value) for letter, value in found["pilihan"].items()}
    return str(found.get("kunci", "")), choices
