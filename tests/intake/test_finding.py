from collections import Counter
from itertools import chain

import pytest

from generator.intake.book import Book
from generator.intake.finding import find_table
from generator.intake.model import Cell, Table
from generator.intake.opening import open_workbook
from tests.intake.cases import Case
from tests.intake.cases_dik import DIK_CASES
from tests.intake.cases_dip import DIP_CASES

CASES = (*DIK_CASES, *DIP_CASES)


def table_of(case: Case) -> tuple[Book, Table]:
    book = open_workbook(case.file, case.content())
    return book, find_table(book, case.jenis, 2024, case.answers)


def joined(cells: tuple[Cell, ...]) -> str:
    return " + ".join(cell.text for cell in cells)


@pytest.fixture(params=CASES, ids=lambda case: f"{case.jenis}-{case.name}")
def case(request: pytest.FixtureRequest) -> Case:
    return request.param


def test_the_rows_are_found(case: Case) -> None:
    _, table = table_of(case)
    found = [
        {name: joined(row.fields.get(name, ())) for name in wanted}
        for row, wanted in zip(table.rows, case.rows, strict=False)
    ]
    assert found == list(case.rows)
    assert len(table.rows) == len(case.rows)


def test_only_what_is_ambiguous_is_asked(case: Case) -> None:
    _, table = table_of(case)
    keys = [question.key for question in table.questions]
    assert len(keys) == len(case.asked)
    assert all(map(str.startswith, keys, case.asked))
    assert all(len(question.readings) > 1 for question in table.questions)


def test_leftovers_say_why(case: Case) -> None:
    _, table = table_of(case)
    reasons = Counter(entry.reason for entry in table.unused)
    assert {reason: reasons[reason] for reason in case.unused} == case.unused


def test_group_titles_and_statements_are_kept(case: Case) -> None:
    _, table = table_of(case)
    if case.sections is not None:
        assert tuple(" ".join(c.text for c in row.section) for row in table.rows) == case.sections
    assert table.nihil == case.nihil
    said = " ".join(remark.message for remark in table.remarks)
    assert all(words in said for words in case.said)


def test_every_cell_is_accounted_for_once(case: Case) -> None:
    assert_accounted(*table_of(case))


def assert_accounted(book: Book, table: Table) -> None:
    filled = Counter(cell for sheet in book.sheets for cell in sheet.cells)
    headings = {cell for heading in table.headings for cell in heading.cells}
    in_rows = {cell for row in table.rows for cell in chain(row.section, *row.fields.values())}
    unused = Counter(entry.cell for entry in table.unused)
    assert set(unused.values()) <= {1}
    assert not headings & in_rows
    assert not (headings | in_rows) & set(unused)
    assert headings | in_rows | set(unused) == set(filled)


def test_names_of_cases_are_used_once() -> None:
    names = [(case.jenis, case.name) for case in CASES]
    assert len(set(names)) == len(names)
