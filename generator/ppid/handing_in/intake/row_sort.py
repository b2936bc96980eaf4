"""What a line below the headings is: a row, a part of one, a group title, or no row at all."""

from collections.abc import Iterator
from enum import Enum
from typing import Final

from ppid.handing_in.intake.body_lines import Line, Lines
from ppid.handing_in.intake.model import NOMOR, HandedRow
from ppid.handing_in.intake.row_words import (
    Numbering,
    are_column_numbers,
    classes_in,
    hangs,
    heads_people,
    is_ending,
    is_nihil,
    is_note,
    is_total,
    names_office,
    numbering_of,
    runs_on,
)
from ppid.reading.documents.book import FilledCell

_WIDE_LIST: Final = 3
_FEW_CELLS: Final = 3
_SHORT: Final = 120
_LONGEST_MARK: Final = 6


class RowSort(Enum):
    """The sorts of lines; a DOUBTFUL one has several readings."""

    ROW = "row"
    CONTINUATION = "continues the row above"
    SECTION = "title of a group"
    NUMBERS = "column numbers"
    TOTAL = "total"
    NOTE = "note"
    NIHIL = "statement that there is nothing"
    EMPTY = "running number only"
    SIGNATURE = "signature block"
    DOUBTFUL = "doubtful"


def sort_of(
    line: Line, following: Line | None, last: HandedRow | None, lines: Lines, *, signing: bool
) -> RowSort:
    """Decide what a line is; `last` is the row above, `signing` whether signatures have begun."""
    if signing and not _resumes(line, last):
        return RowSort.SIGNATURE
    for sort, holds in _plain_sorts(line, lines):
        if holds:
            return sort
    if line.lone:
        return _lone(line, following, last, lines)
    return _several(line, following, last, lines)


def _plain_sorts(line: Line, lines: Lines) -> Iterator[tuple[RowSort, bool]]:
    """Test in turn for what a line shows by its words alone."""
    texts = [cell.text for cell in line.cells]
    yield RowSort.NUMBERS, are_column_numbers(texts)
    yield RowSort.SIGNATURE, _begins_signatures(line, lines, texts)
    yield RowSort.NIHIL, _says_nothing(line)
    yield RowSort.TOTAL, is_total(texts[0]) and all(_is_figure(text) for text in texts[1:])
    below = line.number > lines.last_complete
    yield RowSort.NOTE, below and line.lone is not None and is_note(texts[0])
    yield RowSort.CONTINUATION, _is_inside_merged_item(line)


def _resumes(line: Line, last: HandedRow | None) -> bool:
    """Tell whether the list goes on after a signature: its running numbers do."""
    before = last.fields.get(NOMOR, ()) if last else ()
    mark = line.mark.rstrip(".)")
    earlier = before[0].text.strip().rstrip(".)") if before else ""
    goes_on = mark.isdigit() and earlier.isdigit() and int(mark) == int(earlier) + 1
    return goes_on and line.subject is not None


def _begins_signatures(line: Line, lines: Lines, texts: list[str]) -> bool:
    if heads_people(texts):
        return True
    if lines.is_complete(line) or len(texts) > _FEW_CELLS:
        return False
    if any(map(is_ending, texts)):
        return line.number > lines.last_complete or line.subject is None
    if line.number <= lines.last_complete or not any(map(names_office, texts)):
        return False
    later = [other for other in lines.lines if other.number > line.number]
    return any(is_ending(cell.text) for other in later for cell in other.cells)


def _says_nothing(line: Line) -> bool:
    texts = [cell.text for cell in line.cells if cell not in line.fields.get(NOMOR, ())]
    texts = texts or [cell.text for cell in line.cells]
    said = [text for text in texts if any(map(str.isalnum, text))]
    about = line.subject is None or is_nihil(line.subject.text)
    first = line.lone is not None or line.subject is not None
    return bool(said) and all(map(is_nihil, said)) and about and first


def _is_figure(text: str) -> bool:
    return text.replace(".", "").replace(",", "").strip().isdigit()


def _is_inside_merged_item(line: Line) -> bool:
    """Tell whether the number, or else the subject, is merged down into this line."""
    if line.mark or line.subject:
        return False
    return NOMOR in line.inherited or "informasi" in line.inherited


def _lone(line: Line, following: Line | None, last: HandedRow | None, lines: Lines) -> RowSort:
    """Decide on a line with a single cell, or with a running number and one more."""
    cell = line.lone
    if cell is None or lines.is_wide(cell):
        return RowSort.SECTION
    if line.subject is None:
        return _lone_elsewhere(line, cell, last, lines)
    if line.mark:
        return RowSort.SECTION if _heads_group(line, following, lines) else RowSort.ROW
    if classes_in(cell.text) == 1 and len(cell.text) < _SHORT and lines.typical > 1:
        return RowSort.SECTION
    if lines.typical < _WIDE_LIST and not lines.numbered:
        return RowSort.ROW
    return _lone_subject(cell, last, lines)


def _lone_elsewhere(line: Line, cell: FilledCell, last: HandedRow | None, lines: Lines) -> RowSort:
    """Recognise a lone cell that is no subject: a number, a group title, more of the row above."""
    if line.mark and len(line.cells) > 1:
        return _without_subject(line, last, lines)
    if line.mark:
        bare = numbering_of(cell.text) is not Numbering.NONE and len(cell.text) < _LONGEST_MARK
        return RowSort.EMPTY if bare else RowSort.SECTION
    return RowSort.CONTINUATION if last and line.fields else RowSort.ROW


def _lone_subject(cell: FilledCell, last: HandedRow | None, lines: Lines) -> RowSort:
    if last and (runs_on(cell.text) or hangs(_subject_of(last))):
        return RowSort.CONTINUATION
    lettered = numbering_of(cell.text) in {Numbering.LETTER, Numbering.ROMAN}
    if lettered and lines.typical >= _WIDE_LIST:
        return RowSort.SECTION
    return RowSort.DOUBTFUL


def _heads_group(line: Line, following: Line | None, lines: Lines) -> bool:
    """Tell whether “A | Kepegawaian” heads the rows below it, which are numbered otherwise."""
    if lines.typical < _WIDE_LIST:
        return False
    style = numbering_of(line.mark)
    below = numbering_of(following.mark) if following and following.mark else Numbering.NONE
    if style in {Numbering.LETTER, Numbering.ROMAN} and style is not lines.numbering:
        return True
    return below in {Numbering.SUB, Numbering.SMALL} and below is not style


def _several(line: Line, following: Line | None, last: HandedRow | None, lines: Lines) -> RowSort:
    """Decide on a line with several cells."""
    if line.subject is None:
        return _without_subject(line, last, lines)
    if line.mark and not lines.is_full(line) and _heads_group(line, following, lines):
        return RowSort.SECTION if len(line.kept) == 1 else RowSort.ROW
    if line.mark or lines.is_full(line) or last is None:
        return RowSort.ROW
    if runs_on(line.subject.text) or hangs(_subject_of(last)):
        return RowSort.CONTINUATION
    return RowSort.DOUBTFUL if lines.numbered else RowSort.ROW


def _without_subject(line: Line, last: HandedRow | None, lines: Lines) -> RowSort:
    if last is None or "kode" in line.fields or "informasi" in line.inherited:
        return RowSort.ROW
    if line.mark:
        before = last.fields.get(NOMOR, ())
        same = bool(before) and before[0].text.strip() == line.mark
        return RowSort.CONTINUATION if same else RowSort.ROW
    if not lines.numbered and lines.is_full(line) and lines.typical >= _WIDE_LIST:
        return RowSort.DOUBTFUL
    return RowSort.CONTINUATION


def _subject_of(row: HandedRow) -> str:
    cells = row.fields.get("informasi", ())
    return cells[-1].text if cells else ""
