"""Normal form: the same records, the one way of writing, twice is once; what is broken stays."""

import csv
import io
import unicodedata
from collections import Counter
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from ppid.checking.tidy import Tidied, key_order, kind_of, tidy_file
from ppid.core.kind import Kind
from ppid.diagnostics.places import SourceText
from ppid.kinds.daftar import DaftarDikecualikan
from ppid.kinds.dik.model import InformasiDikecualikan
from ppid.reading.files.csv_file import read_csv
from ppid.reading.files.markdown_file import read_markdown
from ppid.reading.files.yaml_file import read_yaml
from tests.conftest import of_the_city

DIK, DIK_LIST = "data/opd/dinkes/dik/2021.csv", "data/opd/dinkes/dik/2021.yml"
STORY = "data/opd/dinkes/kegiatan/2021-12-14-pelatihan.md"
COLUMNS = tuple(InformasiDikecualikan.model_fields)


def known_kind(path: str) -> Kind:
    kind = kind_of(path)
    assert kind is not None
    return kind


def tidied(path: str, raw: bytes | str) -> Tidied:
    content = raw if isinstance(raw, bytes) else raw.encode()
    return tidy_file(path, content, known_kind(path))


def after(path: str, raw: bytes | str) -> str:
    done = tidied(path, raw)
    assert not done.left, done.left
    return done.after.decode()


def nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


# ---------------------------------------------------------------------------- tables

CHARACTERS = st.characters(
    codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Co"), exclude_characters="\ufeff"
)
CELL = st.text(CHARACTERS | st.sampled_from(",;\"' \n"), max_size=12)


@st.composite
def tables(draw: st.DrawFn) -> bytes:
    """Write rows the way some program would: any separator, quotes, line ends, column order."""
    names = draw(st.permutations(COLUMNS))
    rows = draw(st.lists(st.lists(CELL, min_size=len(names), max_size=len(names)), max_size=4))
    separator = draw(st.sampled_from(",;\t"))
    quoting = draw(st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL]))
    ending = draw(st.sampled_from(["\n", "\r\n"]))
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=separator, quoting=quoting, lineterminator=ending)
    writer.writerow(names)
    # Two filled cells make a row a row: a single one is a title to the reader.
    writer.writerows([f"K{number}", f"x{row[1]}", *row[2:]] for number, row in enumerate(rows))
    mark = draw(st.sampled_from([b"", b"\xef\xbb\xbf"]))
    return mark + text.getvalue().encode()


def rows_of(raw: bytes) -> list[dict[str, str]]:
    text = raw.decode("utf-8-sig").replace("\r\n", "\n")
    table, _ = read_csv(SourceText(DIK, text), COLUMNS)
    assert table is not None
    return [
        {name: nfc(cell).strip() for name, cell in zip(table.header, cells, strict=True)}
        for _, cells in table.rows()
    ]


@given(tables())
def test_a_table_says_the_same_and_is_written_once(raw: bytes) -> None:
    done = tidied(DIK, raw)
    if done.left:
        assert done.after == raw
        return
    assert rows_of(done.after) == rows_of(raw)
    assert tidied(DIK, done.after).after == done.after
    assert b"\r" not in done.after
    assert done.after.decode().split("\n", 1)[0] == ",".join(COLUMNS)


HEADING = ",".join(COLUMNS)
ROW = "KES-1,Isi rekam medis pasien,seluruh,,UU 14/2008 Pasal 17 huruf h angka 2,a,b,5 tahun,,U,P,"


@pytest.mark.parametrize(
    ("raw", "change"),
    [
        (f"\ufeff{HEADING}\n{ROW}\n", "tanda BOM dihapus"),
        (f"{HEADING}\r\n{ROW}\r\n", "akhir baris diseragamkan (LF)"),
        (f"{HEADING}\n{ROW}\n".replace(",", ";"), "pemisah sel menjadi koma"),
        (f"{HEADING},,\n{ROW},,\n", "kolom kosong di belakang dihapus"),
        (f"{HEADING}\n{ROW.replace('seluruh', ' seluruh ')}\n", "spasi di tepi sel dihapus"),
        (f"{HEADING}\n\n{ROW}\n,,,\n", "tanda kutip, baris kosong, dan tepi tabel dirapikan"),
        (f"{HEADING}\n{ROW.replace('seluruh', chr(34) + 'seluruh' + chr(34))}\n", "tanda kutip"),
        (f"{HEADING}\n{ROW.replace('rekam', 're' + 'k' + 'a' + chr(0x301) + 'm')}\n", "(NFC)"),
    ],
)
def test_a_change_is_said(raw: str, change: str) -> None:
    done = tidied(DIK, raw)
    assert any(change in said for said in done.changes)
    assert len(done.after.decode().splitlines()) == 2


def test_a_table_in_normal_form_stays() -> None:
    done = tidied(DIK, f"{HEADING}\n{ROW}\n")
    assert (done.differs, done.changes) == (False, ())


def test_a_title_above_the_heading_stays() -> None:
    title = f"Daftar Dinas Kesehatan{',' * 11}\n"
    done = tidied(DIK, f"{title}{HEADING}\n{ROW}\n")
    assert (done.left, done.differs) == ("", False)
    assert after(DIK, f"{title}{HEADING}\n {ROW}\n") == f"{title}{HEADING}\n{ROW}\n"


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (f'{HEADING}\nKES-1,"Isi tidak ditutup,seluruh\n', "Baris 2"),
        (f"{HEADING},kolom_lain\n{ROW},x\n", "kolom_lain"),
        (f"sep=;\nDaftar Dinas Kesehatan\n{HEADING.replace(',', ';')}\n", "Baris 2"),
        (f"{HEADING}\n{ROW}\nBekasi, 1 Mei 2021\n", "Baris 3"),
        (f"{HEADING}\n{ROW},lebih\n", "Baris 2"),
        (b"PK\x03\x04isi", "Excel"),
        (b"", "kosong"),
    ],
)
def test_a_table_that_would_lose_something_is_left_alone(raw: str | bytes, reason: str) -> None:
    done = tidied(DIK, raw)
    assert reason in done.left
    assert not done.differs


# ---------------------------------------------------------------------------- YAML

TEXT = st.text(CHARACTERS, min_size=1, max_size=20)
COMMENT = st.text("abc def", max_size=8).map(lambda words: f"# {words}".rstrip())


@st.composite
def yaml_texts(draw: st.DrawFn) -> str:
    """Write some keys of a list in any order, with comments between them."""
    names = draw(
        st.lists(st.sampled_from(["sumber", "catatan", "disampaikan", "contoh"]), unique=True)
    )
    values: dict[str, object] = {name: draw(TEXT) for name in names}
    inner = draw(st.permutations(["nomor", "tanggal", "pejabat", "tempat"]))
    values["penetapan"] = {name: draw(TEXT) for name in inner}
    values["uji_konsekuensi"] = {"nomor": draw(TEXT)}
    order = draw(st.permutations(list(values)))
    lines = list(draw(st.lists(COMMENT | st.just(""), max_size=2)))
    style = draw(st.sampled_from([None, '"', "'", "|", ">"]))
    for name in order:
        lines.extend(draw(st.lists(COMMENT | st.just(""), max_size=2)))
        dumped = yaml.safe_dump(
            {name: values[name]}, allow_unicode=True, sort_keys=False, default_style=style
        )
        if style:  # keys are not quoted by people
            dumped = yaml.safe_dump(
                {name: values[name]}, allow_unicode=True, sort_keys=False, width=40
            )
        lines.extend(dumped.rstrip("\n").split("\n"))
    ending = draw(st.sampled_from(["\n", "\r\n"]))
    return ending.join(lines) + draw(st.sampled_from(["", ending, f" {ending}{ending}"]))


def data_of(text: str) -> object:
    unified = nfc(text.replace("\r\n", "\n"))
    file, _ = read_yaml(SourceText(DIK_LIST, unified))
    return file.data if file else None


def comments(text: str) -> Counter[str]:
    lines = (line.strip() for line in text.replace("\r\n", "\n").split("\n"))
    return Counter(line for line in lines if line.startswith("#"))


@given(yaml_texts())
def test_yaml_says_the_same_keeps_comments_and_is_written_once(text: str) -> None:
    done = tidied(DIK_LIST, text)
    if done.left:
        assert done.after == text.encode()
        return
    written = done.after.decode()
    assert data_of(written) == data_of(text)
    assert comments(written) == comments(text)
    assert tidied(DIK_LIST, written).after == done.after
    assert written.endswith("\n")
    data = data_of(written)
    assert isinstance(data, dict)
    known = [name for name in key_order(DaftarDikecualikan) if name in data]
    assert list(data) == known


MESSY = """\
# Tentang berkas ini.

sumber: 'Rekaan untuk pengujian'   # dari mana
# Keputusan kepala dinas.
penetapan:
  tempat: Bekasi
  # nomor dari buku agenda
  nomor: 188/03/2021
contoh: true
catatan: >-
  Dua baris
  yang disatukan.
"""
TIDY = """\
# Tentang berkas ini.

contoh: true
# Keputusan kepala dinas.
penetapan:
  # nomor dari buku agenda
  nomor: 188/03/2021
  tempat: Bekasi
sumber: "Rekaan untuk pengujian"   # dari mana
catatan: >-
  Dua baris
  yang disatukan.
"""


def test_comments_stay_with_the_key_below_them() -> None:
    assert after(DIK_LIST, MESSY) == TIDY
    assert after(DIK_LIST, TIDY) == TIDY


def test_spaces_inside_a_text_of_several_lines_stay() -> None:
    text = "contoh: true  \ncatatan: |\n  satu  \n  dua\n"
    assert after(DIK_LIST, text) == "contoh: true\ncatatan: |\n  satu  \n  dua\n"


@pytest.mark.parametrize(
    "text", ["contoh: [true\n", "contoh: true\ncontoh: false\n", "", "\t- x\n"]
)
def test_broken_yaml_is_left_alone_and_named(text: str) -> None:
    done = tidied(DIK_LIST, text)
    assert done.left
    assert not done.differs


# ---------------------------------------------------------------------------- activities

LINE = st.sampled_from(
    ["Rapat di aula.", "Baris patah.  ", "spasi ", "```", "    kode ", "- butir ", "", "> kutip "]
)


@given(st.lists(LINE, min_size=1, max_size=8))
def test_a_story_prints_the_same_and_is_written_once(lines: list[str]) -> None:
    front = "---\r\ntanggal: 2021-12-14\r\njudul: 'Pelatihan'\r\n---\r\n"
    text = front + "\r\n".join(["", *lines, ""])
    written = after(STORY, text)
    assert after(STORY, written) == written
    old, _ = read_markdown(SourceText(STORY, text.replace("\r\n", "\n")))
    new, _ = read_markdown(SourceText(STORY, written))
    assert old is not None
    assert new is not None
    html = MarkdownIt("commonmark").render
    assert html(new.body) == html(old.body)
    assert new.front.data == old.front.data
    assert written.startswith('---\njudul: "Pelatihan"\ntanggal: 2021-12-14\n---\n')


def test_a_story_without_an_end_of_its_front_matter_is_left_alone() -> None:
    assert tidied(STORY, "---\njudul: a\n").left


# ---------------------------------------------------------------------------- which files


@pytest.mark.parametrize(
    "path",
    [
        "data/opd/dinkes/dokumen/daftar-puskesmas.csv",
        "data/potret/2021-t4.json",
        "data/opd/dinkes/lain.csv",
        "content/index.md",
        "README.md",
    ],
)
def test_other_files_are_nobodys_business(path: str) -> None:
    assert kind_of(path) is None


@of_the_city
def test_the_data_of_this_repository_is_in_normal_form() -> None:
    """What is left alone is left alone for a reason that the check reports as well."""
    root = Path(__file__).parents[3]
    differing = []
    for file in sorted((root / "data").rglob("*")):
        path = file.relative_to(root).as_posix()
        kind = kind_of(path)
        if file.is_file() and kind is not None and tidy_file(path, file.read_bytes(), kind).differs:
            differing.append(path)
    assert differing == []
