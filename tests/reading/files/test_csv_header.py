"""One message for a heading, whatever is wrong with it."""

import pytest

from ppid.diagnostics.diagnostic import Diagnostic
from ppid.diagnostics.places import SourceText
from ppid.reading.files.csv_file import check_header, read_csv

KNOWN = ("kode", "informasi", "jangka_waktu", "penguasa", "catatan")


def check(header: str) -> list[Diagnostic]:
    table, _ = read_csv(SourceText("data/a.csv", f"{header}\n"), KNOWN)
    assert table is not None
    return check_header(table, KNOWN[:4], KNOWN)


@pytest.mark.parametrize(
    "header",
    [
        "kode,informasi,jangka_waktu,penguasa,catatan",
        "kode,informasi,jangka_waktu,penguasa",
        "penguasa,kode,jangka_waktu,informasi",
    ],
)
def test_order_and_optional_columns_are_free(header: str) -> None:
    assert check(header) == []


@pytest.mark.parametrize(
    ("header", "message"),
    [
        (
            "kode,informasi,Jangka Waktu,penguasa",
            "“Jangka Waktu” mungkin maksudnya “jangka_waktu”",
        ),
        ("kode,informasi,penguasa", "Kolom “jangka_waktu” belum ada"),
        ("kode,informasi,jangka_waktu,penguasa,Warna", "Kolom “Warna” tidak dikenal"),
        (
            "kodes,informasi,jangka_waktu,X,",
            "“kodes” mungkin maksudnya “kode”; kolom “penguasa” belum ada; kolom “X” tidak dikenal",
        ),
        ("kode,,informasi,jangka_waktu,penguasa", "Kolom tanpa judul tidak dikenal"),
    ],
)
def test_one_message_says_everything(header: str, message: str) -> None:
    found = check(header)
    assert [(d.rule_id, d.message) for d in found] == [("BRK-004", message)]


def test_it_points_at_the_first_strange_heading_and_notes_the_others() -> None:
    (found,) = check("kode,Informasi,jangka_waktu,penguasa,Warna")
    assert (found.span.column, found.span.cell) == (6, "B1")
    assert [note.span.cell for note in found.notes] == ["E1"]


def test_a_repeated_heading_is_an_error_of_its_own() -> None:
    (found,) = check("kode,informasi,jangka_waktu,penguasa,kode")
    assert "dua kali" in found.message
    assert (found.span.cell, found.notes[0].span.cell) == ("E1", "A1")
