"""Which tables show their rows as blocks on a phone."""

import pytest

from ppid.core.page import Cell, Table

SHORT, LONG = (
    Cell("singkat"),
    Cell("Kalimat yang panjangnya lebih dari enam puluh huruf, jadi tidak muat."),
)


@pytest.mark.parametrize(
    ("row", "matrix", "blocks"),
    [
        ((SHORT, SHORT), False, False),
        ((SHORT, LONG), False, False),
        ((SHORT, SHORT, SHORT), False, False),
        ((LONG, SHORT, SHORT), False, False),  # the name of a row wraps
        ((SHORT, SHORT, LONG), False, True),
        ((SHORT, SHORT, SHORT, SHORT), False, True),
        ((SHORT, SHORT, LONG), True, False),
    ],
)
def test_rows_are_blocks_when_their_columns_do_not_fit(
    row: tuple[Cell, ...],
    matrix: bool,  # noqa: FBT001
    blocks: bool,  # noqa: FBT001
) -> None:
    table = Table("judul", tuple("abcd"[: len(row)]), [row], matrix=matrix)
    assert table.stacks is blocks
