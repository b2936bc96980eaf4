"""Which sheets a reply adds, and what stands in them."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from ppid.handing_in.reply.account_papers import repairs_paper, unused_paper
from ppid.handing_in.reply.choice_papers import conflicts_paper, questions_paper
from ppid.handing_in.reply.entries import Written
from ppid.handing_in.reply.names import SHEET, free_name
from ppid.handing_in.reply.paper import MOST_ROWS, Column, Content, Goto, Paper
from ppid.handing_in.reply.standing import standing
from ppid.handing_in.reply.told import Told
from ppid.values.numbers import format_bulat

_LIST: Final = (
    Column("No", 5),
    Column("Lembar", 13),
    Column("Sel", 7),
    Column("Kolom", 16),
    Column("Tertulis", 24),
    Column("Apa yang salah", 38),
    Column("Cara memperbaiki", 38),
    Column("Contoh", 20),
    Column("Tingkat", 13),
    Column("Aturan", 10),
)
_LEVEL: Final = 8
_ADVICE: Final = (
    "Klik nama sel untuk menuju selnya; perbaiki di sana, simpan, lalu kirim lagi berkas ini. "
    "Lembar ini akan diganti."
)


def papers_of(told: Told, taken: Sequence[str]) -> tuple[Paper, ...]:
    """Return the sheets that have something to say; `taken` are names that the clerk's have."""
    written = Written(told.intake)
    others = [
        questions_paper(told),
        conflicts_paper(told),
        repairs_paper(told, written),
        unused_paper(told),
    ]
    papers = [_first(told), *(paper for paper in others if paper.rows)]
    named = [replace(paper, name=free_name(paper.name, taken)) for paper in papers]
    return (_with_pointers(named[0], named[1:]), *named[1:])


def _with_pointers(first: Paper, others: Sequence[Paper]) -> Paper:
    """Lead from the first sheet to those where a person must choose, and name the rest below."""
    asks = [paper for paper in others if paper.columns[-1].machine]
    pointer = next((Goto(f"Menunggu jawaban: lembar “{p.name}”", p.name) for p in asks), None)
    also = [f"Lihat juga lembar “{paper.name}”: {paper.sentence}" for paper in others]
    return replace(first, pointer=pointer, below=[*first.below, *also])


def _first(told: Told) -> Paper:
    rows = [
        (
            number,
            told.tab(entry.place) if entry.place else "",
            told.goto(entry.place) if entry.place else "seluruh daftar",
            entry.column,
            entry.written,
            entry.wrong,
            entry.mend,
            entry.example,
            entry.level.value,
            entry.rule_id,
        )
        for number, entry in enumerate(told.entries[:MOST_ROWS], 1)
    ]
    more = len(told.entries) - len(rows)
    left = [f"dan {format_bulat(more)} temuan lain yang tidak dimuat di sini."] if more else []
    return Paper(
        SHEET,
        standing(told.intake, told.entries),
        _ADVICE,
        _LIST,
        rows or [_nothing()],
        below=[*left, *told.notes],
        filled=_LEVEL,
    )


def _nothing() -> Sequence[Content]:
    return ("", "", "", "", "", "Tidak ada yang perlu diperbaiki.", "", "", "", "")
