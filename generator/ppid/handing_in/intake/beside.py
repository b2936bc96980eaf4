"""Tables beside each other on one sheet, an empty column between them.

The one that fits the list best is read. Another with the same headings is its second half; any
other stays out until a person says that it belongs to the list.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ppid.handing_in.intake.headings import HeadingBlock, HeadingColumn, heading_blocks
from ppid.handing_in.intake.other_tables import LEFT_OUT, table_question, within
from ppid.handing_in.intake.table import read_sheet
from ppid.handing_in.intake.wanted import OTHER_LIST, SheetTable, WantedList
from ppid.handing_in.model import BLOK_TANDA_TANGAN
from ppid.kinds.kata_daftar import JUDUL, NOMOR
from ppid.reading.documents.book import SheetGrid


def read_side_by_side(
    grid: SheetGrid, blocks: Sequence[HeadingBlock], wanted: WantedList
) -> list[SheetTable]:
    """Read all tables of a sheet that belong to the list; usually there is but one."""
    parts = list(_parts(grid, blocks, wanted))
    if len(parts) < 2:  # noqa: PLR2004 — one table beside nothing
        return [read_sheet(grid, blocks, wanted)]
    main = max(parts, key=lambda part: _fitness(part, wanted))
    texts = [column.text.lower() for column in main[1][0].columns]
    tables: list[SheetTable] = []
    for part, found in parts:
        table = SheetTable(grid.sheet.name)
        same = [column.text.lower() for column in found[0].columns] == texts
        if same or _asked(part, found, table, wanted):
            table = read_sheet(part, found, wanted)
        else:
            signing = False
            for row in part.order:
                cells = part.rows[row].values()
                signing = signing or any(wanted.words.is_ending(cell.text) for cell in cells)
                table.drop(cells, BLOK_TANDA_TANGAN if signing else LEFT_OUT)
        tables.append(table)
    return tables


_Part = tuple[SheetGrid, list[HeadingBlock]]


def _parts(grid: SheetGrid, blocks: Sequence[HeadingBlock], wanted: WantedList) -> Iterator[_Part]:
    """Yield the tables that stand beside each other, each as a sheet of its own.

    Beside an empty column a table begins when it says what its rows are about, and numbers them
    anew or holds a field once more.
    """
    block = max(blocks, key=lambda one: len(one.fields))
    filled = {column for row in grid.rows.values() for column in row}
    runs: list[list[HeadingColumn]] = [[]]
    for column in block.columns:
        if runs[-1] and column.number - 1 not in filled:
            runs.append([])
        runs[-1].append(column)
    meant = [[field for column in run for field in column.meant.fields] for run in runs]
    apart = all(
        {"informasi", JUDUL} & set(fields) and (NOMOR in fields or set(fields) & set(meant[0]))
        for fields in meant
    )
    if len(runs) < 2 or not apart:  # noqa: PLR2004
        return
    starts = [run[0].number for run in runs]
    ends = [*starts[1:], grid.last_column + 1]
    for run, start, end in zip(runs, [1, *starts[1:]], ends, strict=True):
        sheet = replace(
            grid.sheet,
            cells=tuple(cell for cell in grid.sheet.cells if start <= cell.place.column < end),
            merged=tuple(a for a in grid.sheet.merged if start <= a.first_column < end),
        )
        part = SheetGrid(sheet)
        found = heading_blocks(part, wanted.columns)
        yield part, found or [replace(block, columns=tuple(run))]


def _fitness(part: _Part, wanted: WantedList) -> tuple[bool, int]:
    """Return how well a table fits the list, first of all better than the other sort of list."""
    grid, blocks = part
    own = max(len(block.fields) for block in blocks)
    others = heading_blocks(grid, wanted.headings[OTHER_LIST[wanted.jenis]])
    other = max((len(block.fields) for block in others), default=0)
    return own >= other, own


def _asked(
    part: SheetGrid, found: Sequence[HeadingBlock], table: SheetTable, wanted: WantedList
) -> bool:
    """Ask about a table with other headings, and return whether it belongs to the list."""
    block = found[0]
    count = sum(row > block.last_row and len(part.rows[row]) > 1 for row in part.order)
    first = block.columns[0].cells[0].place
    asks = (
        f"Di samping daftar, mulai sel {first.cell}, ada tabel lain, {count} baris. "
        "Apakah tabel itu bagian daftar yang diserahkan?"
    )
    return within(table.ask(table_question(block, table.sheet, asks), wanted.answers))
