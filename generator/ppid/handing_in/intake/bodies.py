"""Rows of several public bodies in one file, handed in for one of them.

A body is named where the holder of the information stands, or in the title of a group. That a list
of one office names another as holder is nothing unusual, so it is asked only where nearly every row
names one.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from ppid.core.corpus import Corpus
from ppid.handing_in.intake.reading.texts import tidy
from ppid.handing_in.intake.rows import Gathering
from ppid.handing_in.model import HandedRow, Question, Reading, Target
from ppid.kinds.opd import ProfilOpd
from ppid.values.text import joined
from ppid.values.titles import normal_title

_OWN, _ALL = "sendiri", "semua"
_NEARLY_ALL: Final = 0.8
_MOST_NAMED: Final = 6


def rows_of_body(
    rows: Sequence[HandedRow], target: Target, corpus: Corpus, gathering: Gathering
) -> Sequence[HandedRow]:
    """Ask which rows are handed in where they belong to several bodies, and return those."""
    profiles = {profil.id.opd: profil for profil in corpus.of(ProfilOpd)}
    names = {
        normal_title(name): opd
        for opd, profil in profiles.items()
        for name in (profil.nama, profil.singkatan, *profil.nama_lain)
    }
    bodies = [_body_of(row, names) for row in rows]
    named = list(dict.fromkeys(filter(None, bodies)))
    count = sum(map(bool, bodies))
    if len(named) < 2 or count < _NEARLY_ALL * len(rows):  # noqa: PLR2004 — several
        return rows
    shown = [profiles[opd].nama for opd in named[:_MOST_NAMED]]
    more = ["lainnya"] if named[_MOST_NAMED:] else []
    own = profiles[target.opd].nama if target.opd in named else ""
    first = next(cell.place for row in rows for cells in row.fields.values() for cell in cells)
    question = Question(
        key="perangkat-daerah",
        place=first,
        written="",
        asks=f"Daftar ini memuat baris {len(named)} perangkat daerah: {joined([*shown, *more])}. "
        "Baris mana yang diserahkan?",
        readings=(
            *([Reading(_OWN, f"Hanya baris {own}")] if own else []),
            Reading(_ALL, "Semua baris itu"),
        ),
    )
    if gathering.ask(question, [], valid=None) != _OWN:
        return rows
    kept = [row for row, body in zip(rows, bodies, strict=True) if body in {"", target.opd}]
    used = {cell for row in kept for cell in row.section}
    left = dict.fromkeys(
        cell
        for row in rows
        if row not in kept
        for cells in (*row.fields.values(), row.section)
        for cell in cells
        if cell not in used
    )
    gathering.leave_out(left, "baris perangkat daerah lain")
    return kept


def _body_of(row: HandedRow, names: Mapping[str, str]) -> str:
    """Return the body that a row names as holder, or that its group names; empty for none."""
    holder = " ".join(tidy(cell.text) for cell in row.fields.get("penguasa", ()))
    titles = [tidy(cell.text) for cell in reversed(row.section)]
    found = (names.get(normal_title(text), "") for text in (holder, *titles) if text)
    return next(filter(None, found), "")
