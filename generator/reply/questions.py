"""Questions and conflicts as rows with the readings side by side, and the answers read back."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from string import ascii_uppercase
from typing import Any, Final

from python_calamine import CalamineError, CalamineWorkbook

from generator.reply.names import LINES_READ, SHEET, is_ours

JAWABAN: Final = "Jawaban"
KUNCI: Final = "Kunci (jangan diubah)"
MOST_READINGS: Final = len(ascii_uppercase)


@dataclass(frozen=True, slots=True)
class Clash:
    """A cell that was changed on the site and in this file, each in its own way.

    `key` names it in the answers; the answer is `SITE` or `FILE`.
    """

    key: str
    kode: str
    kolom: str
    dasar: str
    situs: str
    berkas: str


SITE: Final = "situs"
FILE: Final = "berkas"


def letters(count: int) -> Sequence[str]:
    """Name the choices: A, B, C and so on."""
    return ascii_uppercase[:count]


def key_of(key: str, values: Sequence[str]) -> str:
    """Write what the program needs in order to understand an answer."""
    choices = dict(zip(ascii_uppercase, values, strict=False))
    return json.dumps({"kunci": key, "pilihan": choices})


def read_answers(content: bytes) -> Mapping[str, str]:
    """Read the answers that a person chose in a reply that comes back, by the key of the question.

    An answer is a letter, with or without a point behind it. What is neither empty nor one of the
    choices is no answer: the question is asked again. Without a sheet of ours there are none.
    """
    answers: dict[str, str] = {}
    for rows in _our_tables(content):
        answers.update(_answers_in(rows))
    return answers


def _our_tables(content: bytes) -> Iterator[list[list[str]]]:
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(content))
        for name in book.sheet_names:
            if name.startswith(SHEET):
                rows = [[_text(v) for v in row] for row in book.get_sheet_by_name(name).to_python()]
                if is_ours(name, (text for row in rows[:LINES_READ] for text in row)):
                    yield rows
    except (CalamineError, ValueError):
        return


def _answers_in(rows: list[list[str]]) -> Iterator[tuple[str, str]]:
    head = next((row for row in rows if JAWABAN in row and KUNCI in row), None)
    if head is None:
        return
    answer, key = head.index(JAWABAN), head.index(KUNCI)
    for row in rows:
        choice = row[answer].strip().rstrip(".)").upper()
        known, choices = _read_key(row[key])
        if choice in choices:
            yield known, choices[choice]


def _read_key(text: str) -> tuple[str, Mapping[str, str]]:
    try:
        found = json.loads(text)
    except ValueError:
        return "", {}
    if not isinstance(found, dict) or not isinstance(found.get("pilihan"), dict):
        return "", {}
    choices = {str(letter): str(value) for letter, value in found["pilihan"].items()}
    return str(found.get("kunci", "")), choices


def _text(value: Any) -> str:  # noqa: ANN401 — calamine gives values of many types
    return value if isinstance(value, str) else ""
