"""Menus over a table narrow down the column whose heading they carry, wherever that stands."""

from pathlib import Path

import pytest
from lxml import html

from ppid.core.page import Choice, Table
from ppid.publishing.page_parts import filtered, table_of

FOUND = (("Akta", "cetak; digital", "2020"), ("Buku", "digital", "2020"))
COLUMNS = {
    "Informasi": lambda row: row[0],
    "Bentuk": lambda row: row[1],
    "Tahun": lambda row: row[2],
}
TABLE = table_of("2 informasi", FOUND, COLUMNS)


def menus_of(table: Table, menus: dict[str, str]) -> tuple[Choice, ...]:
    narrow = filtered(table, menus).filter
    assert narrow is not None
    return narrow.choices


def test_one_more_column_moves_no_filter() -> None:
    (menu,) = menus_of(TABLE, {"bentuk": "Bentuk"})
    assert (menu.name, menu.column, menu.values) == ("bentuk", "Bentuk", ("cetak", "digital"))
    wider = table_of("2 informasi", FOUND, {"Baru": lambda _: "baru", **COLUMNS})
    assert menus_of(wider, {"bentuk": "Bentuk"}) == (menu,)


def test_a_menu_of_one_value_is_left_out() -> None:
    assert menus_of(TABLE, {"tahun": "Tahun"}) == ()


def test_a_heading_that_the_table_lacks_is_our_fault() -> None:
    with pytest.raises(ValueError, match="not in tuple"):
        filtered(TABLE, {"bentuk": "Wujud"})


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
