"""Lists among the examples of a rule are shown as tables; what the rule speaks of stands out."""

from pathlib import Path

import pytest
from lxml import html

from ppid.guide import GUIDE
from ppid.publishing.rule_examples import Contoh, with_tables

TABLE = """## Keliru

```csv title="data/opd/dinas-contoh/dik/2019.csv"
kode,informasi,cakupan,bagian,dasar_hukum,konsekuensi_dibuka,jangka_waktu,penguasa
{row}
```
<!-- galat: DIK-004 baris 2 kolom {column} "x" -->

Sesudahnya.
"""
ROW = "CTH-02,<b>Berkas</b>,seluruh,,Pasal 17,Saksi dipengaruhi.,tidak terbatas,Sekretariat"


def read(markdown: str) -> tuple[str, list[Contoh]]:
    seen: list[Contoh] = []

    def show(contoh: Contoh) -> str:
        seen.append(contoh)
        return "TABEL"

    return with_tables(markdown, show), seen


def test_a_list_stands_on_its_side_without_its_empty_columns() -> None:
    told, (contoh,) = read(TABLE.format(row=ROW, column="jangka_waktu"))
    assert "csv" not in told
    assert "TABEL\n\n<!-- galat" in told
    assert told.endswith("Sesudahnya.\n")
    assert contoh.judul == "Informasi yang Dikecualikan 2019"
    assert contoh.baris == (2,)
    names = [name for name, _ in contoh.kolom]
    assert names[:2] == ["Kode", "Informasi"]
    assert "Bagian" not in " ".join(names)
    assert [isi[0].teks for _, isi in contoh.kolom if isi[0].ditunjuk] == ["tidak terbatas"]


def test_an_empty_cell_is_shown_where_it_is_what_is_meant() -> None:
    _, (contoh,) = read(TABLE.format(row=ROW, column="bagian"))
    assert [isi[0].teks for _, isi in contoh.kolom if isi[0].ditunjuk] == [""]


@pytest.mark.parametrize(
    "row",
    ["CTH-02,Terpotong", ROW.replace("Berkas", "Berkas  ganda"), f"{ROW},lebih", '"CTH-02,terbuka'],
    ids=["too short", "spaces", "too long", "open quotation"],
)
def test_where_the_form_is_the_example_it_stays_as_it_is_written(row: str) -> None:
    written = TABLE.format(row=row, column="bagian")
    whole = TABLE.format(row=ROW, column="bagian") + written
    assert read(whole) == (whole, [])


def test_nearly_all_rules_show_tables() -> None:
    pages = {path.stem: path.read_text("utf-8") for path in (GUIDE / "aturan").glob("*.md")}
    left = {name for name, text in pages.items() if "```csv" in read(text)[0]}
    assert left == {"BRK-004", "BRK-005", "BRK-007", "ISI-008"}


def test_the_table_of_a_page_is_escaped_and_stays_out_of_the_search(situs: Path) -> None:
    page = html.fromstring((situs / "aturan/DIK-004/index.html").read_text("utf-8"))
    tables = page.xpath("//div[@class='ppid-contoh'][@data-cari-abaikan]//table")
    assert len(tables) == 3
    assert page.xpath("//article//code[contains(., 'konsekuensi_dibuka')]") == []
    (wrong, *_) = tables
    assert [e.text_content() for e in wrong.iter("strong")] == ["tidak terbatas"]
    assert {th.get("scope") for th in wrong.iter("th")} == {"col", "row"}
