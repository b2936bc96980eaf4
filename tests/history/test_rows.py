"""Two states of a file without what both hold."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppid.history.read import differing

HEAD = "kode,informasi\n"
CASES = {
    "one row changed": ("A,1\nB,2\n", "A,1\nB,3\n", "B,2\n", "B,3\n"),
    "another order": ("A,1\nB,2\n", "B,2\nA,1\n", "", ""),
    "quotes and line breaks in a cell": ('A,"1\n2"\nB,2\n', '"A","1\n2"\nB,3\n', "B,2\n", "B,3\n"),
}


@pytest.mark.parametrize(("before", "after", "old", "new"), CASES.values(), ids=CASES)
def test_what_differs_is_kept(before: str, after: str, old: str, new: str) -> None:
    found = differing((HEAD + before).encode(), (HEAD + after).encode())
    assert found == ((HEAD + old).encode(), (HEAD + new).encode())


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"kode,informasi\nA,1\n", b"kode,judul\nA,1\n"),
        (b"kode;informasi\nA;1\n", b"kode;informasi\nA;1\n"),
        (b"kode,informasi\nA,\xff\n", b"kode,informasi\nA,1\n"),
        (b'kode,informasi\nA,"1\n', b"kode,informasi\nA,1\n"),
        (b"kode,informasi\nA\n", b"kode,informasi\nA,1\n"),
        (b"", b"kode,informasi\nA,1\n"),
    ],
)
def test_files_of_another_form_are_given_back(before: bytes, after: bytes) -> None:
    assert differing(before, after) == (before, after)


CELLS = st.text(st.characters(codec="utf-8", exclude_characters="\r\0"), max_size=6)
ROWS = st.lists(st.tuples(CELLS, CELLS), max_size=6)


@given(ROWS, ROWS)
def test_nothing_that_differs_is_lost(
    before: list[tuple[str, str]], after: list[tuple[str, str]]
) -> None:
    def written(rows: list[tuple[str, str]]) -> bytes:
        target = io.StringIO(newline="")
        csv.writer(target).writerows([("kode", "informasi"), *rows])
        return target.getvalue().encode()

    def read(content: bytes) -> set[tuple[str, ...]]:
        rows = csv.reader(io.StringIO(content.decode(), newline=""))
        return {tuple(row) for row in rows}

    old, new = differing(written(before), written(after))
    head = {("kode", "informasi")}
    assert read(old) == head | (set(before) - set(after))
    assert read(new) == head | (set(after) - set(before))
