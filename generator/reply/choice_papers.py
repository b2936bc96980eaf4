"""The sheets on which a person chooses: questions with their readings, and conflicts."""

from collections.abc import Sequence
from typing import Final

from generator.intake.model import Question
from generator.reply.entries import Written
from generator.reply.harmless import harmless
from generator.reply.names import SHEET
from generator.reply.paper import MOST_ROWS, Choice, Column, Content, Paper
from generator.reply.questions import (
    FILE,
    JAWABAN,
    KUNCI,
    MOST_READINGS,
    SITE,
    key_of,
    letters,
)
from generator.reply.told import Told
from generator.values.angka import format_bulat

_EMPTY: Final = "(kosong)"


def questions_paper(told: Told, written: Written) -> Paper:
    asked = told.intake.questions[:MOST_ROWS]
    width = max((len(question.readings) for question in asked), default=0)
    width = min(width, MOST_READINGS)
    columns = (
        Column("No", 5),
        Column("Lembar", 13),
        Column("Sel", 7),
        Column("Kolom", 16),
        Column("Tertulis", 24),
        Column("Pertanyaan", 40),
        *(Column(f"Pilihan {letter}", 26) for letter in letters(width)),
        Column(JAWABAN, 11),
        Column(KUNCI, 14, machine=True),
    )
    return Paper(
        f"{SHEET} - Pertanyaan",
        f"{format_bulat(len(asked))} pertanyaan menunggu jawaban.",
        "Pilih huruf di kolom Jawaban, simpan, lalu kirim lagi berkas ini.",
        columns,
        [_question(told, n, question, written, width) for n, question in enumerate(asked, 1)],
    )


def _question(
    told: Told, number: int, question: Question, written: Written, width: int
) -> Sequence[Content]:
    means = [harmless(reading.means) for reading in question.readings[:width]]
    return (
        number,
        told.tab(question.place),
        told.goto(question.place),
        written.title(question.place),
        written.at(question.place),
        harmless(question.asks),
        *means,
        *[""] * (width - len(means)),
        Choice(letters(len(means))),
        key_of(question.key, [reading.value for reading in question.readings[:width]]),
    )


def clashes_paper(told: Told) -> Paper:
    columns = (
        Column("No", 5),
        Column("Kode", 18),
        Column("Kolom", 16),
        Column("Semula", 36),
        Column("A: di situs sekarang", 36),
        Column("B: di berkas ini", 36),
        Column(JAWABAN, 11),
        Column(KUNCI, 14, machine=True),
    )
    rows = [
        (
            number,
            harmless(clash.kode),
            harmless(clash.kolom),
            harmless(clash.dasar) or _EMPTY,
            harmless(clash.situs) or _EMPTY,
            harmless(clash.berkas) or _EMPTY,
            Choice("AB"),
            key_of(clash.key, (SITE, FILE)),
        )
        for number, clash in enumerate(told.clashes[:MOST_ROWS], 1)
    ]
    return Paper(
        f"{SHEET} - Bentrokan",
        f"{format_bulat(len(told.clashes))} isian berubah di situs dan juga di berkas ini.",
        "Pilih A untuk memakai yang di situs, B untuk memakai yang di berkas ini.",
        columns,
        rows,
    )
