"""The whole answer: the clerk's workbook with colour, comments and our sheets, as bytes."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from ppid.handing_in.model import Intake
from ppid.handing_in.reply.answer_sheets import ReplyContent, sheets_of_reply
from ppid.handing_in.reply.comments import add_comments, anchored, comment_of, remove_comments
from ppid.handing_in.reply.copy_sheets import add_sheets, remove_sheets
from ppid.handing_in.reply.disarm import disarm, removals_said
from ppid.handing_in.reply.entries import by_cell, entries_of, weight
from ppid.handing_in.reply.marks import add_looks, is_marked, mark, unmark
from ppid.handing_in.reply.package import (
    BrokenError,
    EditedPackage,
    EditedSheet,
    open_package,
    our_sheets,
    sheets_of,
    styles_part,
)
from ppid.handing_in.reply.rebuild import rebuilt
from ppid.values.numbers import format_bulat

MOST_BYTES: Final = 30_000_000
"""Of a reply; what would be larger goes back without pictures and formats."""
_MOST_COMMENTS: Final = 2_000
"""In one workbook; programs allow more but become slow. Colour and list are not limited."""
_EDITABLE: Final = (".xlsx", ".xlsm", ".xltx", ".xltm")
_PROPERTIES: Final = frozenset({"core-properties", "extended-properties"})
_REBUILT: Final = (
    "Jawaban ini buku kerja .xlsx baru: isi sel dan sel gabungan ikut, lebar kolom disesuaikan; "
    "warna, rumus, dan gambar dari berkas semula tidak ikut."
)
_DAMAGED: Final = "Susunan berkas semula tidak utuh, sehingga tidak dapat disunting di tempat."
_TOO_LARGE: Final = "Berkas semula terlalu besar untuk dikirim kembali seutuhnya."


def reply(name: str, content: bytes, intake: Intake) -> bytes:
    """Return the clerk's own file back as .xlsx, with what is to be mended and how.

    `name` and `content` are the file as it was handed in. The same arguments give the same bytes.
    A file that cannot be edited in place is written anew, which the reply says.
    """
    answer = ReplyContent(intake, entries_of(intake))
    notes: tuple[str, ...] = (_REBUILT,)
    if name.lower().endswith(_EDITABLE):
        try:
            answered = _answered(open_package(content), answer)
        except BrokenError:
            notes = (_DAMAGED, _REBUILT)
        else:
            if len(answered) <= MOST_BYTES:
                return answered
            notes = (_TOO_LARGE, _REBUILT)
    anew = rebuilt(name, content)
    answer = replace(answer, notes=notes, tabs=anew.tabs)
    package = open_package(anew.content)
    # They would say at what hour the reply was made.
    ids = {each.id for each in package.relations("") if each.type in _PROPERTIES}
    package.unrelate("", ids)
    return _answered(package, answer)


def _answered(package: EditedPackage, answer: ReplyContent) -> bytes:
    """Edit a workbook: what is dangerous and what is ours goes, then the answer comes in."""
    removed = disarm(package)
    for sheet in sheets_of(package):
        if sheet.sort == "worksheet":
            if is_marked(package.read(sheet.part)):
                unmark(package.edit(sheet.part))
            remove_comments(package, sheet)
    remove_sheets(package, our_sheets(package))
    sheets = sheets_of(package)
    tabs = answer.tabs or {sheet.name: sheet.name for sheet in sheets}
    notes = (*answer.notes, *removals_said(removed), *_mark_cells(package, sheets, answer, tabs))
    sheets_made = sheets_of_reply(
        replace(answer, notes=notes, tabs=tabs), [sheet.name for sheet in sheets]
    )
    add_sheets(package, sheets_made, styles_part(package))
    return package.to_bytes()


def _mark_cells(
    package: EditedPackage,
    sheets: Sequence[EditedSheet],
    answer: ReplyContent,
    tabs: Mapping[str, str],
) -> tuple[str, ...]:
    """Colour and comment the cells; say it when there are more than can carry a comment."""
    cells = by_cell(answer.entries)
    ordered = sorted(cells, key=lambda place: (weight(cells[place][0]), place))
    commented = set(ordered[:_MOST_COMMENTS])
    looks = add_looks(package.edit(styles_part(package)))
    for sheet in sheets:
        here = {p: found for p, found in cells.items() if tabs.get(p.sheet) == sheet.name}
        if here and sheet.sort == "worksheet":
            shown = anchored(package.read(sheet.part), here)
            mark(package.edit(sheet.part), {p: f[0].level for p, f in shown.items()}, looks)
            told = anchored(package.read(sheet.part), {p: here[p] for p in here if p in commented})
            add_comments(package, sheet, {p: comment_of(f) for p, f in told.items()})
    more = len(cells) - len(commented)
    if not more:
        return ()
    return (f"{format_bulat(more)} sel hanya diberi warna, tanpa komentar, karena terlalu banyak.",)
