"""Every part of a legal ground is read, asked about or named as left out, whatever its shape."""

import csv
import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ppid.checking.load import load
from ppid.kinds.acuan.jenis_peraturan import JenisPeraturan
from ppid.kinds.acuan.kata_rujukan import KataRujukan
from ppid.values.citations import read as read_citations
from ppid.values.law_kinds import (
    BYNAMES,
    CODES,
    CONDITIONS,
    FILLER,
    HEDGES,
    ISSUERS,
    LAW_KINDS,
    LOCAL,
    LOOKALIKES,
    MINISTRIES,
    NATIONAL,
    NEGATIONS,
    NICKNAMES,
    NO_LAWS,
    OFFICES,
    LawKind,
)
from tests.conftest import TOWN

SHAPES = Path(__file__).with_name("kutipan.tsv")


def shapes() -> list[tuple[str, str]]:
    lines = (line for line in SHAPES.read_text("utf-8").splitlines() if not line.startswith("#"))
    rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    return [(row["teks"].replace("\\n", "\n"), row["bacaan"]) for row in rows]


@pytest.mark.parametrize(("written", "meant"), shapes())
def test_a_ground_is_read_right_or_asked_with_the_right_offer(written: str, meant: str) -> None:
    reading = read_citations(written)
    asked, _, offered = meant.partition("TANYA: ")
    if asked == meant != "TANYA":
        assert (reading.normal, reading.problems) == (meant, ())
    else:
        assert reading.problems
        assert not reading.is_certain
        assert not offered or offered in reading.choices


@pytest.mark.parametrize(
    ("written", "left_out"),
    [
        ("Pasal 17 huruf b UU KIP bagi penyedia", "bagi penyedia"),
        ("UU KIP Bagian Kedua Pasal 17 huruf j", "Bagian Kedua"),
        ("UU 14/2008 Penjelasan Pasal 17 huruf b", "Penjelasan"),
        ("Kepwal 7/2018 diktum KETIGA", "diktum KETIGA"),
    ],
)
def test_words_behind_a_law_that_are_no_title_are_named(written: str, left_out: str) -> None:
    reading = read_citations(written)
    assert (reading.remainder, reading.problems) == ((left_out,), ())


def test_either_is_named_because_the_normal_form_says_both() -> None:
    reading = read_citations("UU KIP Pasal 17 huruf b atau huruf i")
    assert (len(reading.citations), reading.remainder, reading.problems) == (2, ("atau",), ())
    assert read_citations("UU KIP Pasal 17 huruf b dan/atau huruf i").remainder == ()


def test_nothing_is_offered_where_an_exclusion_cannot_be_worked_out() -> None:
    reading = read_citations("UU 14/2008 Pasal 17 huruf h selain angka 3")
    assert reading.choices == ()
    assert [problem.suggestions for problem in reading.problems] == [()]


PIECES = """
    kecuali bukan tidak selain jika
    Pasal pasal Ps. 17 6 14 17h 17H ayat (1) (3) huruf h I l a. b c dan d , ; : . / - – angka 3 4 2
    butir jo. j.o serta dan/atau s.d. UU UU_14/2008 UU_KIP PerKI_1/2021 Undang-Undang Nomor 14
    Tahun 2008 2018 tentang Perubahan_atas Keterbukaan_Informasi diubah_dengan 1. 2) (h) h_2 h.2 a,b
    Keputusan_Sekjen_Nomor_KP-SKJ_8_Tahun_2026 Perwal_Kota_Bekasi_Nomor_27_Tahun_2017 KUHAP UUD_1945
    rahasia pribadi 28F Keputusan Nomor_3/2020 Lampiran_I Bab_II Undnag-Undang 17–19 poin foint
    Permenpan_PER/05/M.PAN/03/2008 sebagaimana_dimaksud_pada Peraturan_Meteri_Dalam_Negeri
    (Lembaran_Negara_Tahun_2008_Nomor_61) Tahun_Anggaran_2024
    a) b) (a) (c) 3) ay ang hrf III IV angka_II ~ > … s.d sampai h1 1-3 KIP ITE PDP UU_Kesehatan
    UU_Drt._No._12_Tahun_1951 Permen_PAN_dan_RB_Nomor_52_Tahun_2011 Permenhub_PM_85/2018 UU_I4/2008
"""
WORDS = st.lists(st.sampled_from(PIECES.split()), max_size=14)
TEXTS = st.one_of(WORDS.map(" ".join), WORDS.map("".join)).map(lambda text: text.replace("_", " "))
# What stands for the order or the joining of citations: “1.”, “b.” before a law, “j.o.”
MARKS = re.compile(
    r"(?:^|(?<=\s))(?:[0-9]{1,2}[.)]\s+(?=[a-z(])|[a-z][.)]\s+(?=[upkis]|$)|a[.)]\s+(?=h(?:u)?r|a[ny]))"
    r"|\bj\.?\s?o(?:(?![a-z])|(?=(?-i:[A-Z])))",  # “j.oKeputusan”: a blank is missing
    re.IGNORECASE,
)
PART = re.compile(r"[0-9]+|(?<![^\W_])[a-z](?![^\W_])", re.IGNORECASE)
LAW = re.compile(
    r"(?<![^\W_])(?:(?:UU|PerKI) [0-9]+/[0-9]{4}|UUD 1945|Permenpan PER/05/M\.PAN/03/2008)"
    r"(?![^\W_])"
)
RANGE = {"s", "d"}


def parts(text: str) -> set[str]:
    """Return the figures and single letters of a text, as they are compared."""
    parted = re.sub(r"(?<=[0-9])(?=[A-Za-z])", " ", text)
    return {part.lstrip("0").lower() for part in PART.findall(parted)}


def kept(text: str) -> str:
    """Return what a reading says of a text: citations, what it left out, and what it asks about."""
    reading = read_citations(text)
    asked = (text[problem.start : problem.end] for problem in reading.problems)
    return " ".join((reading.normal, *reading.remainder, *reading.choices, *asked))


@given(TEXTS)
@example("UU 14/2008 Pasal 17 a, b, dan h")
@example("UU 14/2008 pasal 17 h 2")
@example("Pasal 28F I PerKI 1/2021")
@example("UU Perbankan Pasal 40 dan Pasal 17 huruf h")
@example("(h) ayat 3")
@example("j.oI")
def test_no_figure_and_no_letter_is_lost(text: str) -> None:
    torn = re.sub(r"1\s7", "17", text)
    said = kept(text)
    assert parts(MARKS.sub(" ", torn)) - RANGE <= parts(said) | parts(MARKS.sub(" ", said))


@given(TEXTS)
@example("UU 14/2008 tentang Perubahan atas UU 14/2008 UUD 1945")
def test_no_law_is_lost(text: str) -> None:
    for law in LAW.findall(text):
        assert law in kept(text)


@given(TEXTS)
def test_a_certain_reading_says_all_that_the_text_says(text: str) -> None:
    reading = read_citations(text)
    if reading.is_certain:
        assert not reading.problems
        assert not reading.remainder
        torn = re.sub(r"1\s7", "17", text)
        assert parts(MARKS.sub(" ", torn)) - RANGE <= parts(reading.normal)


@given(TEXTS)
@example("Pasal PP 61/2010 Pasal 17 huruf l")
def test_a_choice_leaves_nothing_out_in_silence(text: str) -> None:
    reading = read_citations(text)
    for choice in reading.choices:
        assert read_citations(choice).normal == choice
        assert all(str(citation) in choice for citation in reading.citations if citation.pasal) or (
            any(problem.suggestions for problem in reading.problems)
        )


def test_the_words_of_citations_are_those_of_the_law() -> None:
    corpus = load(TOWN, date(2021, 12, 31)).corpus
    known = (*corpus.of(KataRujukan), *corpus.of(JenisPeraturan))
    words = {word for each in known for word in each.kata}
    read = (NATIONAL, LOCAL, OFFICES, NICKNAMES)
    named = {name for names in read for group in names.values() for name in group}
    offered = set(CODES) | set(BYNAMES)
    beside = FILLER | NEGATIONS | CONDITIONS | HEDGES | NO_LAWS | LOOKALIKES
    assert words == named | offered | MINISTRIES | ISSUERS | beside


NAMES = {
    "UU 14/2008": ("UU KIP", "UU No. 14 Tahun 2008 tentang KIP", "UU No.14 Th 2008"),
    "UU 27/2022": ("UU PDP", "UU No 27 Tahun 2022 tentang Pelindungan Data Pribadi"),
    "UU 11/2008": ("UU ITE", "UU 11/2008 tentang Informasi dan Transaksi Elektronik"),
    "UU 8/1981": ("KUHAP", "UU 8/1981 (KUHAP)", "Kitab Undang-Undang Hukum Acara Pidana"),
    "PP 61/2010": ("PP 61/2010", "PP No. 61 Tahun 2010 tentang Pelaksanaan UU No. 14 Tahun 2008"),
    "Permenkes 24/2022": ("Peraturan Menteri Kesehatan Nomor 24 Tahun 2022 tentang Rekam Medis",),
    "Permenpan PER/05/M.PAN/03/2008": ("Permenpan No. PER/05/M.PAN/03/2008 tentang Audit, Reviu",),
}
GROUNDS = st.sampled_from(
    [
        ("Pasal 17 huruf h", ["huruf h"]),
        ("pasal 17 a, b, dan j", ["huruf a", "huruf b", "huruf j"]),
        ("Ps. 17 h 2", ["huruf h angka 2"]),
        ("Psl 17 huruf h.1 dan 3", ["huruf h angka 1", "huruf h angka 3"]),
    ]
).map(lambda each: (each[0], [f" Pasal 17 {part}" for part in each[1]]))
PASSAGES = st.sampled_from(
    [
        ("Pasal 44", [" Pasal 44"]),
        ("pasal 3 ayat 2", [" Pasal 3 ayat (2)"]),
        (
            "Pasal 5 ayat (1) huruf b dan c",
            [" Pasal 5 ayat (1) huruf b", " Pasal 5 ayat (1) huruf c"],
        ),
    ]
)
JOINTS = st.sampled_from(["; ", ", ", " dan ", " ", "\n", " - ", " serta ", "(", "a.", "1."])


@st.composite
def cells(draw: st.DrawFn) -> tuple[str, set[str]]:
    """Draw a cell that cites some laws in one manner, and what it cites."""
    codes = draw(st.lists(st.sampled_from(sorted(NAMES)), min_size=1, max_size=3, unique=True))
    law_first, joint = draw(st.booleans()), draw(JOINTS)
    parts: list[str] = []
    meant: set[str] = set()
    for code in codes:
        name = draw(st.sampled_from(NAMES[code]))
        written, passages = draw(GROUNDS if code == "UU 14/2008" else PASSAGES)
        if law_first and code != "UU 14/2008" and draw(st.booleans()):
            parts.append(name)
            meant.add(code)
        else:
            parts.append(f"{name} {written}" if law_first else f"{written} {name}")
            meant.update(f"{code}{passage}" for passage in passages)
    return in_one_cell(parts, joint), meant


def in_one_cell(parts: list[str], joint: str) -> str:
    """Write citations into one cell: joined, in brackets, or as a list."""
    if joint == "(":
        return " ".join((parts[0], *(f"({part})" for part in parts[1:])))
    if joint == "a.":
        return "\n".join(f"{'abc'[n]}. {part}" for n, part in enumerate(parts))
    if joint == "1.":
        return " ".join(f"{n}. {part}" for n, part in enumerate(parts, 1))
    return joint.join(parts)


@given(cells())
def test_an_article_stays_with_its_law(cell: tuple[str, set[str]]) -> None:
    written, meant = cell
    reading = read_citations(written)
    readings = reading.choices if reading.problems else (reading.normal,)
    assert meant in [set(each.split("; ")) for each in readings]


MANNERS = ("law first", "article first", "law alone")
# A break alone may only be the end of a line: “UU A⏎Pasal 1 UU B” is Pasal 1 of A.
BETWEEN = ("; ", ", ", " dan ", " serta ", " jo. ", " / ", " – ", " & ", ". ", " | ", "\n- ")


@st.composite
def mixed_cells(draw: st.DrawFn) -> tuple[str, set[str]]:
    """Draw a cell that cites two laws, each in its own manner, with a sign between."""
    codes = draw(st.permutations(sorted(set(NAMES) - {"UU 8/1981"})))
    parts: list[str] = []
    meant: set[str] = set()
    for code in codes[:2]:
        manner, name = draw(st.sampled_from(MANNERS)), draw(st.sampled_from(NAMES[code]))
        written, passages = draw(GROUNDS if code == "UU 14/2008" else PASSAGES)
        forms = {"law first": f"{name} {written}", "article first": f"{written} {name}"}
        parts.append(forms.get(manner, name))
        meant.update({code} if manner == "law alone" else (code + each for each in passages))
    return draw(st.sampled_from(BETWEEN)).join(parts), meant


@given(mixed_cells())
@example(("Pasal 17 huruf h / UU PDP", {"UU 14/2008 Pasal 17 huruf h", "UU 27/2022"}))
def test_no_article_moves_to_another_law_in_silence(cell: tuple[str, set[str]]) -> None:
    written, meant = cell
    reading = read_citations(written)
    assert reading.problems or set(reading.normal.split("; ")) == meant


@pytest.mark.parametrize("kind", [each for each in LAW_KINDS.values() if each.kode not in OFFICES])
def test_every_kind_of_law_is_read_by_its_full_name_and_by_its_code(kind: LawKind) -> None:
    for name in (kind.nama, kind.kode):
        (citation,) = read_citations(f"{name} Nomor 5 Tahun 2020").citations
        assert citation.peraturan == f"{kind.kode} 5/2020"
