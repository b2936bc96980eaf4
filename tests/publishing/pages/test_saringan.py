"""Menus over a table narrow down the column whose heading they carry, wherever that stands."""

from pathlib import Path

import pytest
from lxml import html
from ppid.core.page import Cell
from ppid.publishing.page_parts import filter_of

ROWS = [
    (Cell("Akta"), Cell("cetak; digital"), Cell("2020")),
    (Cell("Buku"), Cell("digital"), Cell("2020")),
]


def test_one_more_column_moves_no_filter() -> None:
    narrow = filter_of(ROWS, ("Informasi", "Bentuk", "Tahun"), {"bentuk": "Bentuk"})
    shifted = [(row[0], Cell("baru"), *row[1:]) for row in ROWS]
    wider = filter_of(shifted, ("Informasi", "Baru", "Bentuk", "Tahun"), {"bentuk": "Bentuk"})
    assert wider == narrow
    assert [(menu.name, menu.column, menu.values) for menu in narrow.choices] == [
        ("bentuk", "Bentuk", ("cetak", "digital"))
    ]


def test_a_menu_of_one_value_is_left_out() -> None:
    assert filter_of(ROWS, ("Informasi", "Bentuk", "Tahun"), {"tahun": "Tahun"}).choices == ()


def test_a_heading_that_the_table_lacks_is_our_fault() -> None:
    with pytest.raises(ValueError, match="not in tuple"):
        filter_of(ROWS, ("Informasi", "Bentuk", "Tahun"), {"bentuk": "Wujud"})


def test_every_menu_of_the_site_offers_what_its_column_holds(situs: Path) -> None:
    seen = 0
    for path in situs.rglob("index.html"):
        page = html.fromstring(path.read_bytes())
        for form in page.iterfind(".//form[@data-ppid-saring]"):
            table = page.get_element_by_id(form.get("data-ppid-saring"))
            headings = [head.text_content().strip() for head in table.iterfind("thead/tr/th")]
            for menu in form.iterfind(".//select"):
                column = headings.index(menu.get("data-kolom"))
                cells = (list(row)[column].text_content() for row in table.iterfind("tbody/tr"))
                held = {value for cell in cells for value in cell.strip().split("; ")}
                offered = {option.text_content() for option in menu.iterfind("option")}
                assert offered - {"Semua"} <= held, path
                seen += 1
    assert seen > 20
