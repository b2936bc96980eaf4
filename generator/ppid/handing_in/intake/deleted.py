"""What a clerk took out of a list without deleting it: struck through, or in a colour that says so.

What is struck through counts as deleted, and is named; of a row whose title alone is struck it is
asked. What a colour means stands in the workbook itself (“merah = dihapus”); whether its rows go is
asked.
"""

import colorsys
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from ppid.core.corpus import Corpus
from ppid.diagnostics.diagnostic import Severity
from ppid.handing_in.intake.headings import HeadingWords, heading_blocks
from ppid.handing_in.model import CellRemark, Question, Reading, Unused, capitalized, rows_said
from ppid.kinds.kata_daftar import JUDUL, values_of, words_for
from ppid.reading.documents.book import Book, BookSheet, FilledCell, SheetGrid
from ppid.values.text import quoted

_STRUCK: Final = "dicoret, jadi dianggap dihapus"
_COLOURED: Final = "dihapus menurut warnanya"
_GONE, _STAYS = "hapus", "tetap"
_PARTS: Final = re.compile(r"[,;\n•|/.]+")
_PALE: Final = 0.12
"""Saturation below which a colour is a shade of white or grey."""
_HUES: Final = ((18, "merah"), (48, "jingga"), (70, "kuning"), (170, "hijau"), (260, "biru"))


class ColourWords:
    """The names of colours, and what is written of a row that no longer counts."""

    def __init__(self, corpus: Corpus, jenis: str) -> None:
        """Take the words that ship with the program and those of the body."""
        self.colours = values_of(corpus, "warna")
        self._colour = _any_of(self.colours)
        gone = (*words_for(corpus, "dihapus"), *words_for(corpus, "dihapus", jenis))
        self._gone = _any_of(gone)

    def gone_in(self, text: str) -> str:
        """Return the colour whose rows no longer count, as a text explains it; empty without."""
        for part in _PARTS.split(text.lower()):
            if (found := self._colour.search(part)) and self._gone.search(part):
                return self.colours[found[0]]
        return ""

    def says_gone(self, text: str) -> bool:
        """Return whether a short text says nothing but that something no longer counts."""
        return self._gone.fullmatch(text.strip(" .=:-").lower()) is not None


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b")


@dataclass(frozen=True, slots=True)
class LiveBook:
    """A workbook without what was taken out, and what is to be said and asked about that."""

    book: Book
    unused: tuple[Unused, ...]
    remarks: tuple[CellRemark, ...]
    questions: tuple[Question, ...]


def without_deleted(
    book: Book, words: ColourWords, headings: HeadingWords, answers: Mapping[str, str]
) -> LiveBook:
    """Leave out what was struck through, and the rows that a person gave up.

    `headings` tell which column holds the title of a row.
    """
    unused: list[Unused] = []
    remarks: list[CellRemark] = []
    questions: list[Question] = []
    live: list[BookSheet] = []
    for sheet in book.sheets:
        struck, titles = _struck_on(sheet, headings)
        if titles:
            question = _are_rows_gone(sheet.name, titles)
            answer = answers.get(question.key)
            if answer == _GONE:
                numbers = {cell.place.row for cell in titles}
                struck += [c for c in sheet.cells if c.place.row in numbers and c not in struck]
            elif answer != _STAYS:
                questions.append(question)
        remarks += _struck_remarks(sheet, struck)
        unused += [Unused(cell, _STRUCK) for cell in struck]
        crossed = {cell.place for cell in struck}
        live.append(replace(sheet, cells=tuple(c for c in sheet.cells if c.place not in crossed)))
    for key in _keys_to(live, words):
        rows = list(_rows_in(live, key))
        question = _which_rows(key, rows)
        answer = answers.get(question.key)
        if answer == _GONE:
            gone = {(cell.place.sheet, cell.place.row) for cell in rows}
            left = [c for s in live for c in s.cells if (c.place.sheet, c.place.row) in gone]
            unused += [Unused(cell, _COLOURED) for cell in left]
            live = [replace(s, cells=tuple(c for c in s.cells if c not in left)) for s in live]
        elif answer != _STAYS and rows:
            questions.append(question)
    book = replace(book, sheets=tuple(live))
    return LiveBook(book, tuple(unused), tuple(remarks), tuple(questions))


def _struck_on(
    sheet: BookSheet, headings: HeadingWords
) -> tuple[list[FilledCell], list[FilledCell]]:
    """Return the cells that go, and the titles struck through in rows that mostly stay."""
    if not any(cell.look.deleted for cell in sheet.cells):
        return [], []
    blocks = heading_blocks(SheetGrid(sheet), headings)
    columns = {
        column.number
        for block in blocks
        for column in block.columns
        if {JUDUL, "informasi"} & set(column.meant.fields)
    }
    top = blocks[0].last_row if blocks else 0
    gone: list[FilledCell] = []
    titles: list[FilledCell] = []
    for row, cells in _by_row(sheet).items():
        struck = [cell for cell in cells if cell.look.deleted]
        left = [c for c in cells if not c.look.deleted and any(map(str.isalpha, c.text))]
        named = [cell for cell in cells if cell.place.column in columns]
        titled = row > top and bool(named) and all(cell.look.deleted for cell in named)
        if struck and (not left or (titled and len(struck) > len(left))):
            gone += cells  # with its number
        elif titled:
            titles += named
            gone += [cell for cell in struck if cell not in named]
        else:
            gone += struck
    return gone, titles


def _by_row(sheet: BookSheet) -> dict[int, list[FilledCell]]:
    rows: dict[int, list[FilledCell]] = {}
    for cell in sheet.cells:
        rows.setdefault(cell.place.row, []).append(cell)
    return rows


def _are_rows_gone(sheet: str, titles: list[FilledCell]) -> Question:
    places = tuple(cell.place for cell in titles)
    return Question(
        key=f"coret:{sheet}",
        place=places[0],
        written=titles[0].text,
        asks=f"Judul pada {rows_said(places)} dicoret, tetapi isi lainnya tidak. Apakah baris itu "
        "dihapus dari daftar?",
        readings=(
            Reading(_GONE, "Ya, baris itu dihapus dari daftar"),
            Reading(_STAYS, "Tidak, baris itu tetap masuk dengan judulnya"),
        ),
        places=places,
    )


def _struck_remarks(sheet: BookSheet, struck: Iterable[FilledCell]) -> Iterator[CellRemark]:
    for cells in _by_row(replace(sheet, cells=tuple(struck))).values():
        # A row is known by its title rather than by its number.
        named = next((cell for cell in cells if not cell.text.strip(" .").isdigit()), cells[0])
        yield CellRemark(
            place=named.place,
            severity=Severity.PERINGATAN,
            message=f"Isi yang dicoret dianggap dihapus dan tidak ikut masuk: "
            f"{quoted(named.text)}{f' dan {len(cells) - 1} sel lain' * (len(cells) > 1)}.",
            advice="Bila masih berlaku, hilangkan coretannya, lalu ulangi.",
        )
    for cell in sheet.cells:
        if cell.look.struck and not cell.look.deleted:
            yield CellRemark(
                place=cell.place,
                severity=Severity.PERINGATAN,
                message=f"Bagian yang dicoret dianggap dihapus: {quoted(cell.look.struck.strip())}."
                f" Yang dibaca: {quoted(cell.text.strip())}.",
                advice="Bila masih berlaku, hilangkan coretannya, lalu ulangi.",
            )


@dataclass(frozen=True, slots=True)
class _Key:
    """A cell that says of a colour that its rows no longer count."""

    cell: FilledCell
    colour: str


def _keys_to(sheets: Iterable[BookSheet], words: ColourWords) -> list[_Key]:
    """Return what explains colours, each colour once."""
    found: dict[str, _Key] = {}
    for cell in (cell for sheet in sheets for cell in sheet.cells):
        colour = words.gone_in(cell.text)
        if not colour and cell.look.colours and words.says_gone(cell.text):
            colour = next(filter(None, map(colour_name, cell.look.colours)), "")
        if colour:
            found.setdefault(colour, _Key(cell, colour))
    return list(found.values())


def _rows_in(sheets: Iterable[BookSheet], key: _Key) -> Iterator[FilledCell]:
    """Yield the longest cell of each row that is mostly in a colour, but for that which says so."""
    for sheet in sheets:
        for cells in _by_row(sheet).values():
            coloured = [c for c in cells if key.colour in map(colour_name, c.look.colours)]
            if len(coloured) * 2 > len(cells) > 1 and (key.cell not in cells or len(coloured) > 1):
                yield max(coloured, key=lambda cell: len(cell.text))


def _which_rows(key: _Key, rows: list[FilledCell]) -> Question:
    asks = (
        f"Menurut keterangan ini yang berwarna {key.colour} tidak berlaku lagi. "
        f"{capitalized(rows_said([c.place for c in rows]))} berwarna {key.colour}. "
        "Apakah ikut masuk daftar?"
    )
    return Question(
        key=f"warna:{key.colour}",
        place=key.cell.place,
        written=key.cell.text,
        asks=asks,
        readings=(
            Reading(_GONE, "Tidak, baris itu dihapus dari daftar"),
            Reading(_STAYS, "Ya, baris itu tetap masuk"),
        ),
        places=(key.cell.place, *(cell.place for cell in rows)),
    )


def colour_name(rgb: str) -> str:
    """Return what people call a colour of six hexadecimal digits; empty for white and greys."""
    red, green, blue = (int(rgb[at : at + 2], 16) / 255 for at in (0, 2, 4))
    hue, saturation, _ = colorsys.rgb_to_hsv(red, green, blue)
    if saturation < _PALE:
        return ""
    degrees = hue * 360
    if degrees >= 345:  # noqa: PLR2004 — red lies on both sides of the circle's beginning
        return "merah"
    return next((name for end, name in _HUES if degrees < end), "ungu")
