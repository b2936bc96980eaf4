"""Rows of several public bodies in one file, handed in for one of them.

A body is named where the holder of the information stands, in a column of its own (“Perangkat
Daerah”), or in the title of a group. That a list of one office names another as holder is nothing
unusual, so it is asked only where nearly every row names one.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from ppid.core.corpus import Corpus
from ppid.handing_in.intake.reading.texts import tidy
from ppid.handing_in.intake.rows import Gathering
from ppid.handing_in.model import HandedRow, HandedTable, Question, Reading, Target, rows_said
from ppid.kinds.badan import Badan
from ppid.kinds.opd import ProfilOpd
from ppid.reading.documents.book import CellPlace, FilledCell
from ppid.values.text import joined
from ppid.values.titles import normal_title

_OWN, _ALL = "sendiri", "semua"
_NEARLY_ALL: Final = 0.8
_MOST_NAMED: Final = 6


class BodyNames:
    """The names of all bodies of the town, by which cells and titles are known to speak of one."""

    def __init__(self, corpus: Corpus) -> None:
        """Take the official names, the short ones and the others of every profile."""
        profiles = list(corpus.of(ProfilOpd))
        self.official = {profil.id.opd: profil.nama for profil in profiles}
        self._names = {
            normal_title(name): profil.id.opd
            for profil in profiles
            for name in (profil.nama, profil.singkatan, *profil.nama_lain)
        }
        badan = corpus.get(Badan)
        here = normal_title(badan.wilayah[0]) if badan else ""
        towns = "|".join(filter(None, (re.escape(here), r"kota \w+")))
        # “Dinas Kesehatan Pemerintah Kota Contoh” is the Dinas Kesehatan of this very town.
        self._town = re.compile(rf"(?: pemerintah)?(?: daerah)? (?:{towns})$")

    def body_of(self, text: str) -> str:
        """Return the body whose name a text is; empty for other texts."""
        return self._names.get(self._town.sub("", normal_title(text)), "")

    def beginning(self, text: str) -> str:
        """Return the only body whose name begins with a text; empty where none or several do."""
        start = f"{normal_title(text)} "
        found = {opd for name, opd in self._names.items() if name.startswith(start)}
        return found.pop() if len(found) == 1 else ""

    def in_title(self, text: str) -> frozenset[str]:
        """Return the bodies that a title names, short names only where nothing else stands there.

        The longest name counts: “Dinas Kesehatan Hewan” does not name “Dinas Kesehatan”.
        """
        if whole := self.body_of(text):
            return frozenset({whole})
        found, left = set(), normal_title(text)
        for name in sorted(self._names, key=len, reverse=True):
            pattern = rf"\b{re.escape(name)}\b"
            if " " in name and re.search(pattern, left):
                found.add(self._names[name])
                left = re.sub(pattern, "|", left)
        return frozenset(found)


def rows_of_body(
    rows: Sequence[HandedRow],
    table: HandedTable,
    target: Target,
    corpus: Corpus,
    gathering: Gathering,
) -> Sequence[HandedRow]:
    """Ask which rows are handed in where they belong to several bodies, and return those."""
    names = BodyNames(corpus)
    reader = _BodyReader(table, names)
    bodies = [reader.body_of(row) for row in rows]
    named = list(dict.fromkeys(filter(None, bodies)))
    count = sum(map(bool, bodies))
    strange = bool(reader.columns) and named != [target.opd]
    if (len(named) < 2 and not strange) or count < _NEARLY_ALL * len(rows):  # noqa: PLR2004 — several
        return rows
    places: Mapping[str, list[CellPlace]] = {
        opd: [row.place_in(1) for row, body in zip(rows, bodies, strict=True) if body == opd]
        for opd in named
    }
    shown = [f"{reader.called(opd)} ({rows_said(places[opd])})" for opd in named[:_MOST_NAMED]]
    more = ["lainnya"] if named[_MOST_NAMED:] else []
    own = names.official[target.opd] if target.opd in named else ""
    question = Question(
        key="perangkat-daerah",
        place=next(cell.place for row in rows for cells in row.fields.values() for cell in cells),
        written="",
        asks=f"Daftar ini memuat baris {len(named)} perangkat daerah: {joined([*shown, *more])}. "
        "Baris mana yang diserahkan?",
        readings=(
            *([Reading(_OWN, f"Hanya baris {own}")] if own else []),
            Reading(_ALL, "Semua baris itu"),
        ),
    )
    elsewhere = [place for opd in named if opd != target.opd for place in places[opd]]
    if gathering.ask(question, elsewhere, valid=None) != _OWN:
        return rows
    kept: list[HandedRow] = []
    others: list[HandedRow] = []
    for row, body in zip(rows, bodies, strict=True):
        (kept if body in {"", target.opd} else others).append(row)
    used = {cell for row in kept for cell in row.section}
    left = dict.fromkeys(
        cell
        for row in others
        for cells in (*row.fields.values(), row.section)
        for cell in cells
        if cell not in used
    )
    gathering.leave_out(left, "baris perangkat daerah lain")
    return kept


_BODY_COLUMN: Final = re.compile(
    r"(?:nama )?(?:perangkat daerah|opd|skpd|badan publik|instansi)", re.IGNORECASE
)


class _BodyReader:
    """Tells the bodies to which the rows of a table belong."""

    def __init__(self, table: HandedTable, names: BodyNames) -> None:
        self.names = names
        self.beside: dict[tuple[str, int], list[FilledCell]] = defaultdict(list)
        for each in table.unused:
            place = each.cell.place
            self.beside[place.sheet, place.row].append(each.cell)
        headed = {h.column for h in table.headings if _BODY_COLUMN.fullmatch(tidy(h.text))}
        # Units may stand under such a heading as well; with a body among them they are bodies.
        self.columns = {
            cell.place.column
            for row in table.rows
            for cell in self._cells_of(row)
            if cell.place.column in headed and names.body_of(tidy(cell.text))
        }
        self.strange: dict[str, str] = {}
        """Bodies without a profile, by their names in small letters."""

    def _cells_of(self, row: HandedRow) -> Sequence[FilledCell]:
        return (*row.fields.get("penguasa", ()), *self.beside[row.sheet, row.row])

    def body_of(self, row: HandedRow) -> str:
        """Return the body that a row, a column of its own or its group names; empty for none.

        Two columns may both be read as the holder, until it is answered which one is.
        """
        cells = self._cells_of(row)
        for cell in cells:
            if cell.place.column in self.columns and (text := tidy(cell.text)):
                return self._in_column(text)
        texts = [" ".join(tidy(cell.text) for cell in row.fields.get("penguasa", ()))]
        texts += [tidy(cell.text) for cell in (*cells, *reversed(row.section))]
        return next(filter(None, map(self.names.body_of, texts)), "")

    def _in_column(self, text: str) -> str:
        """Return the body of a cell that can hold nothing else, with or without a profile."""
        if known := self.names.body_of(text) or self.names.beginning(text):
            return known
        self.strange.setdefault(normal_title(text), text)
        return normal_title(text)

    def called(self, body: str) -> str:
        return self.names.official.get(body) or self.strange[body]
