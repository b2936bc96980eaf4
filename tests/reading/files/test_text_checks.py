"""What is said of single values and characters, and how quickly nothing is said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppid.diagnostics.diagnostic import Diagnostic
from ppid.diagnostics.places import SourceText
from ppid.reading.files.csv_file import read_csv
from ppid.reading.files.markdown_file import read_markdown
from ppid.reading.files.text_checks import (
    MISSPELLINGS,
    STAND_INS,
    check_text,
    check_value,
    may_fail,
    may_misspell,
    misspelt,
    odd_characters,
    unnormalised_words,
)
from ppid.reading.files.yaml_file import read_yaml
from tests.growth import assert_even


def in_cell(value: str, column: str = "informasi") -> list[Diagnostic]:
    quoted = '"' + value.replace('"', '""') + '"'
    table, _ = read_csv(SourceText("data/a.csv", f"kode,{column}\nA,{quoted}\n"))
    assert table is not None
    return list(check_text(table))


def in_scalar(text: str) -> list[Diagnostic]:
    located, _ = read_yaml(SourceText("data/a.yml", text))
    assert located is not None
    return list(check_text(located))


def ids(found: list[Diagnostic]) -> list[str]:
    return [d.rule_id for d in found]


@pytest.mark.parametrize(
    "value",
    ["=1+1", "+CMD", "-abc", "- butir satu", "@SUM(A1)", " =1+1", "\tabc", "\rabc", "\uff1d1"],
)
def test_formulas_are_refused(value: str) -> None:
    assert "BRK-008" in ids(in_cell(value))


@pytest.mark.parametrize(
    "value",
    [
        "-5",
        "+62 21 8896-1234",
        "+62 (21) 889",
        "-5,5 %",
        "a=b",
        "A-1",
        "surel@x.id",
        "(021) 88",
        "",
    ],
)
def test_numbers_and_inner_signs_are_no_formulas(value: str) -> None:
    assert in_cell(value) == []


def test_a_formula_is_shown_with_its_cell() -> None:
    (found,) = in_cell("=1+1")
    assert (found.span.line, found.span.column, found.span.cell) == (2, 3, "B2")
    assert "“=1+1”" in found.message


@pytest.mark.parametrize(
    "value",
    ["idem", "Idem.", "sda", "s.d.a.", "S.D.A", "-", "--", "–", "n/a", "N/A", "#REF!", "#N/A",
     "#ERROR!", "#VALUE!", "#######", "..", "…", "?", "nihil", "Nihil.", "~", " - "],
)  # fmt: skip
def test_stand_ins_are_no_values(value: str) -> None:
    assert "BRK-010" in ids(in_cell(value))


@pytest.mark.parametrize("value", ["idem ditto kata", "sdadu", "tidak ada", "-1", "nihilisme", "0"])
def test_values_that_only_resemble_stand_ins(value: str) -> None:
    assert in_cell(value) == []


@pytest.mark.parametrize(
    ("text", "piece", "column"),
    [
        ("Rekam\u200b medis", "U+200B (spasi tanpa lebar)", 9),
        ("Rekam\uffff medis", "U+FFFF (bukan karakter)", 9),
        ("Rekam\ufdd0 medis", "U+FDD0 (bukan karakter)", 9),
        ("Rekam\U0001fffe medis", "U+1FFFE (bukan karakter)", 9),
        ("a\u202eb", "U+202E (pengatur arah tulisan)", 5),
        ("a\u2066\u2069b", "U+2066 (pengatur arah tulisan) sebanyak 2", 5),
        ("a\xadb", "U+00AD", 5),
        ("a\ufeffb", "U+FEFF", 5),
        ("a\u2028b", "U+2028", 5),
        ("a\ue000b", "U+E000 (karakter pribadi)", 5),
        ("a\x07b", "U+0007 (karakter kendali)", 5),
        ("a\x85b", "U+0085", 5),
        ("a\ufffdb", "U+FFFD", 5),
    ],
)
def test_hidden_characters_are_named_and_never_shown(text: str, piece: str, column: int) -> None:
    (found,) = in_cell(text)
    assert found.rule_id == "BRK-009"
    assert piece in found.message
    assert (found.span.column, found.span.cell) == (column, "B2")
    assert found.message.isprintable()


def test_text_is_composed() -> None:
    (found,) = in_cell("Kafe Cafe\u0301 baru")
    assert (found.rule_id, found.span.column, found.span.end_column) == ("BRK-009", 9, 14)
    assert found.fix is not None
    assert found.fix.text == "Café"


@pytest.mark.parametrize("value", ["“Café” – 5 m² ½ €", "日本 العربية 😀", "Ångström"])
def test_visible_characters_of_any_script_are_fine(value: str) -> None:
    assert in_cell(value) == []


def test_escapes_and_entities_do_not_hide_characters() -> None:
    assert ids(in_scalar('a: "x\\u202ey"\n')) == ["BRK-009"]
    located, _ = read_markdown(SourceText("data/a.md", "x&#8238;y &shy; &lt;"))
    assert located is not None
    assert ids(list(check_text(located))) == ["BRK-009", "BRK-009"]


@pytest.mark.parametrize(
    ("value", "piece"),
    [
        (" abc", "awal atau akhir"),
        ("abc ", "awal atau akhir"),
        ("abc\xa0", "awal atau akhir"),
        ("abc  def", "spasi ganda"),
        ("DATA PRIBADI PEGAWAI", "huruf besar"),
    ],
)
def test_untidy_text(value: str, piece: str) -> None:
    (found,) = in_cell(value)
    assert found.rule_id == "ISI-008"
    assert piece in found.message


def test_capitals_of_codes_and_abbreviations_stay() -> None:
    assert in_cell("RKA DPA SKPD") == []
    assert in_cell("PERATURAN DAERAH NOMOR", "nomor") == []
    assert in_scalar("a: |\n  baris satu\n    menjorok\n") == []


@pytest.mark.parametrize(
    ("value", "word", "right"),
    [
        ("Keputusan walikota", "walikota", "wali kota"),
        ("Walikota Bekasi", "Walikota", "Wali Kota"),
        ("DATA WALIKOTA", "WALIKOTA", "WALI KOTA"),
        ("Dilingkungan dinas", "Dilingkungan", "Di lingkungan"),
        ("(praktek)", "praktek", "praktik"),
        ("bulan nopember", "nopember", "November"),
    ],
)
def test_misspellings_get_the_right_spelling_at_the_word(value: str, word: str, right: str) -> None:
    (found,) = in_cell(value)
    assert found.rule_id == "ISI-009"
    assert found.fix is not None
    assert found.fix.text == right
    assert found.span.column == 4 + value.index(word)
    assert found.span.end_column == found.span.column + len(word)


@pytest.mark.parametrize(
    "value",
    [
        "https://jdih.bekasikota.go.id/walikota", "walikota@bekasikota.go.id",
        "Peraturan Walikota Bekasi Nomor 27 Tahun 2017", "Lagu “Ijin”", "ijinnya", "perwalikotaan",
        "dokumen/analisa/a.pdf",
    ],
)  # fmt: skip
def test_addresses_titles_and_quotes_keep_their_spelling(value: str) -> None:
    assert in_cell(value) == []


def test_fields_that_quote_keep_their_spelling() -> None:
    assert in_scalar("tentang: Ijin walikota\nnama_lain:\n  - Dinas Ijin\nsumber: analisa\n") == []


def test_the_second_of_two_equal_words_has_its_own_place() -> None:
    found = in_scalar("a: >\n  ijin satu\n  ijin dua\n")
    assert [(d.span.line, d.span.column) for d in found] == [(2, 3), (3, 3)]
    found = in_cell('kata ""ijin ijin')
    assert [d.span.column for d in found] == [13, 18]


def test_the_body_of_a_page_is_read_too() -> None:
    text = "---\njudul: Ijin\n---\nSurat `ijin` dan ijin.\n"
    located, _ = read_markdown(SourceText("data/a.md", text))
    assert located is not None
    assert [(d.span.line, d.span.column) for d in check_text(located)] == [(2, 8), (4, 18)]


WORDS = st.sampled_from(
    [
        *sorted(STAND_INS),
        *sorted(MISSPELLINGS),
        " ",
        "  ",
        "=",
        "-",
        "DATA",
        "PRIBADI",
        "\t",
        "é.",
        "“",
    ]
)


@given(st.lists(WORDS, max_size=5).map("".join) | st.lists(WORDS, max_size=4).map(" ".join))
def test_the_quick_look_misses_nothing(value: str) -> None:
    joined = f"\0a\0{value}\0"
    lowered = joined.encode().lower()
    if list(check_value(value, "informasi")):
        assert may_fail(joined, lowered)
    if list(misspelt(value)):
        assert may_misspell(lowered)


@given(st.text(max_size=30))
def test_only_text_in_another_form_is_unnormalised(text: str) -> None:
    words = list(unnormalised_words(text, odd_characters(text)))
    assert all(text[start:end] != composed for start, end, composed in words)


def test_no_right_spelling_is_itself_a_misspelling() -> None:
    for right in MISSPELLINGS.values():
        assert list(misspelt(right)) == []


@pytest.mark.parametrize("part", ['"', "“", "a.", "a@"])
def test_hostile_text_takes_no_time(part: str) -> None:
    assert_even(lambda times: lambda: list(misspelt(part * times)), 12_500)
