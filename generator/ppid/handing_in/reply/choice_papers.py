"""The sheets on which a person chooses: questions, and conflicts with a colleague's changes."""

from collections.abc import Sequence

from ppid.handing_in.intake.model import Question, Reading
from ppid.handing_in.reply.harmless import harmless
from ppid.handing_in.reply.names import SHEET
from ppid.handing_in.reply.paper import MOST_ROWS, Choice, Column, Content, Paper
from ppid.handing_in.reply.questions import (
    JAWABAN,
    KUNCI,
    MOST_READINGS,
    is_conflict,
    key_of,
    letters,
)
from ppid.handing_in.reply.told import Told
from ppid.values.numbers import format_bulat

_ADVICE = (
    "Pilih huruf di kolom Jawaban, atau tulis jawaban dengan kata sendiri; simpan, lalu kirim lagi "
    "berkas ini."
)
_CONFLICT_ADVICE = (
    "Pilih huruf isian yang dipakai di kolom Jawaban, simpan, lalu kirim lagi berkas."
)


def questions_paper(told: Told) -> Paper:
    """List the questions, with their readings side by side."""
    asked = [question for question in told.intake.questions if not is_conflict(question)]
    sentence = f"{format_bulat(len(asked))} pertanyaan menunggu jawaban."
    return _paper(told, asked, (f"{SHEET} - Pertanyaan", sentence, _ADVICE))


def conflicts_paper(told: Told) -> Paper:
    """List what was changed here and on the site: what it was, is there, and is here."""
    asked = [question for question in told.intake.questions if is_conflict(question)]
    sentence = f"{format_bulat(len(asked))} isian berubah di berkas ini dan di daftar tersimpan."
    return _paper(told, asked, (f"{SHEET} - Bentrokan", sentence, _CONFLICT_ADVICE))


def _paper(told: Told, asked: Sequence[Question], said: tuple[str, str, str]) -> Paper:
    width = max((len(question.readings) for question in asked), default=0)
    width = min(width, MOST_READINGS)
    columns = (
        Column("No", 5),
        Column("Lembar", 13),
        Column("Sel", 7),
        Column("Kode", 13),
        Column("Kolom", 16),
        Column("Tertulis", 24),
        Column("Pertanyaan", 38),
        *(Column(f"Pilihan {letter}", 26) for letter in letters(width)),
        Column(JAWABAN, 16),
        Column(KUNCI, 14, machine=True),
    )
    numbered = enumerate(asked[:MOST_ROWS], 1)
    return Paper(*said, columns, [(n, *_row(told, question, width)) for n, question in numbered])


def _row(told: Told, question: Question, width: int) -> Sequence[Content]:
    means = [harmless(_reading(reading)) for reading in question.readings[:width]]
    return (
        told.tab(question.place),
        told.goto(question.place),
        told.kode(question),
        told.title(question),
        harmless(question.written),
        harmless(question.asks),
        *means,
        *[""] * (width - len(means)),
        Choice(letters(len(means))),
        key_of(question.key, [reading.value for reading in question.readings[:width]]),
    )


def _reading(reading: Reading) -> str:
    """Say a choice: what it stands for, and what that means where it is not the same."""
    if reading.value == reading.means:
        return reading.value
    return f"{reading.value} – {reading.means}"
