import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ppid.values.citations import Citation
from ppid.values.citations import CitationProblemKind as Kind
from ppid.values.citations import read as read_citations

KIP = "UU 14/2008"


def ground(letters: str) -> str:
    """Spell out grounds of Pasal 17: "b h3" → the normal form of huruf b and huruf h angka 3."""
    parts = []
    for letter in letters.split():
        figure = f" angka {letter[1:]}" if letter[1:] else ""
        parts.append(f"{KIP} Pasal 17 huruf {letter[0]}{figure}")
    return "; ".join(parts)


NORMAL = [
    "UU 14/2008",
    "UU 43/2009",
    "UU 14/2008 Pasal 17 huruf h angka 3",
    "PerKI 1/2021 Pasal 51 ayat (1)",
    "PerKI 1/2021 Pasal 21 ayat (1) huruf l",
    "PerKI 1/2021 Pasal 1 angka 22",
    "PerKI 1/2021 Pasal 15 ayat (9) huruf c angka 2",
    "UU 27/2022 Pasal 4 ayat (2)",
    "UU 14/2008 Pasal 17 huruf h angka 3; UU 27/2022 Pasal 4 ayat (2)",
    "Permendagri 3/2017",
    "Perwal 27/2017 Pasal 5",
    "Perwal Bekasi 10/2025",
    "Perda Kota Bekasi 7/2016",
    "PP 61/2010",
    "Perpres 16/2018",
    "PMK 112/PMK.03/2022",
    "Permenkumham 8/2019",
    "UUD 1945 Pasal 28F",
    "Keputusan Sekjen KP-SKJ 8/2026",
]


@pytest.mark.parametrize("text", NORMAL)
def test_normal_form_is_silent(text: str):
    reading = read_citations(text)
    assert reading.is_normal
    assert reading.problems == ()
    assert "; ".join(map(str, reading.citations)) == text


# Forms of FAKTA.md 11 and of the example lists: read without a problem, the normal form is offered.
ACCEPTED = [
    ("Pasal 17 huruf h angka 5 Undang-Undang Nomor 14 Tahun 2008", ground("h5")),
    ("Pasal 17 huruf b dan i", ground("b i")),
    ("Pasal 17 huruf h angka 1, angka 3, dan angka 5", ground("h1 h3 h5")),
    ("Pasal 17 huruf h (4)", ground("h4")),
    ("Pasal 17 huruf A dan huruf H", ground("a h")),
    ("Pasal 17 huruf C dan J", ground("c j")),
    ("Pasal 17 Huruf g UU KIP", ground("g")),
    ("UU No 14 Tahun 2008 Pasal 17 huruf j", ground("j")),
    ("UU No.14 Th 2008 Pasal 17 huruf j", ground("j")),
    ("UU 14 Tahun 2008, Pasal 17 huruf j", ground("j")),
    ("UU Nomor: 14 Tahun 2008 pasal 17 huruf j", ground("j")),
    ("Undang - Undang Republik Indonesia Nomor 14 Tahun 2008 Pasal 17 huruf j", ground("j")),
    ("Undang-Undang Keterbukaan Informasi Publik Pasal 17 huruf d", ground("d")),
    ("UU KIP No 14 Tahun 2008 Pasal 17 huruf d", ground("d")),
    ("UU 14/2008 (UU KIP) Pasal 17 huruf d", ground("d")),
    ("Pasal 17 UU KIP huruf h", ground("h")),
    ("Pasal 17 huruf h, UU 14/2008", ground("h")),
    (
        "Pasal 6 ayat (3) huruf a.b.c dan d j.o Pasal 17 huruf a.b dan h",
        "UU 14/2008 Pasal 6 ayat (3) huruf a; UU 14/2008 Pasal 6 ayat (3) huruf b; "
        "UU 14/2008 Pasal 6 ayat (3) huruf c; UU 14/2008 Pasal 6 ayat (3) huruf d; "
        + ground("a b h"),
    ),
    ("Ps. 17h(1)", ground("h1")),
    ("Pasal 17 h angka 3", ground("h3")),
    ("Pasal 17.h.3", ground("h3")),
    ("UU KIP Pasal 17 huruf h.1", ground("h1")),
    ("UU KIP pasal 17 poin h", ground("h")),
    ("UU KIP Pasal 17 huruf “h” dan “j”", ground("h j")),
    ("UU KIP Pasal 17 huruf h yaitu rahasia pribadi dan huruf j", ground("h j")),
    ("UU 1/2023 (KUHP) Pasal 322", "UU 1/2023 Pasal 322"),
    ("UU 1/2023 tentang Kitab Undang-Undang Hukum Pidana Pasal 322", "UU 1/2023 Pasal 322"),
    ("Psl. 17 (h)", ground("h")),
    ("Pasal 17 huruf h butir 2", ground("h2")),
    ("Pas al 1 7 h uruf h", ground("h")),
    ("PASAL 17 HURUF I", ground("i")),
    ("Pasal 17 huruf I", ground("i")),
    ("Pasal 17 huruf b dan I", ground("b i")),
    ("Pasal 17 huruf A dan I", ground("a i")),
    ("Pasal 17 huruf a s.d. d", ground("a b c d")),
    ("Pasal 17 huruf a sampai dengan huruf c", ground("a b c")),
    ("Pasal 17 huruf h angka 1-3", ground("h1 h2 h3")),
    ("Pasal 17 huruf a, huruf h angka 3", ground("a h3")),
    ("Pasal 17 huruf b; huruf h angka 3", ground("b h3")),
    ("(Pasal 17 huruf h angka 1 dan 3)", ground("h1 h3")),
    ("Pasal 17\nhuruf h\nUndang-Undang Nomor 14\nTahun 2008", ground("h")),
    ("Pasal 17 huruf h angka 4: informasi publik yang apabila dibuka", ground("h4")),
    ("Pasal 17 huruf h: rahasia pribadi sebagaimana dimaksud pada ayat (2)", ground("h")),
    (
        "UU No. 14 Tahun 2008 (LN Tahun 2008 Nomor 61, Tambahan LN Nomor 4846) Pasal 17 huruf h",
        ground("h"),
    ),
    (
        "1. UU 14/2008 Pasal 17 huruf h\n2. UU 27/2022 Pasal 4 ayat (2)\n3. PP 61/2010",
        ground("h") + "; UU 27/2022 Pasal 4 ayat (2); PP 61/2010",
    ),
    (
        "1. Pasal 17 huruf h angka 3, 2. UU No 5 Tahun 1999",
        ground("h3") + "; UU 5/1999",
    ),
    ("Pasal 17 huruf h dan b. UU 5/1999", ground("h b") + "; UU 5/1999"),
    (
        "Pasal 4 ayat (2) dan Pasal 65 UU 27/2022",
        "UU 27/2022 Pasal 4 ayat (2); UU 27/2022 Pasal 65",
    ),
    (
        "Pasal 17 huruf h UU 14/2008 dan Pasal 4 ayat (2) UU 27/2022",
        ground("h") + "; UU 27/2022 Pasal 4 ayat (2)",
    ),
    ("Pasal 18(1)b UU 14/2008", "UU 14/2008 Pasal 18 ayat (1) huruf b"),
    ("Pasal 18A UU 11/2020", "UU 11/2020 Pasal 18A"),
    ("Pasal 17h UU KIP", ground("h")),
    (
        "PerKI 1/2021 Pasal 49 ayat (5)–(7)",
        "; ".join(f"PerKI 1/2021 Pasal 49 ayat ({n})" for n in (5, 6, 7)),
    ),
    (
        "Peraturan Komisi Informasi Nomor 1 Tahun 2021 Pasal 51 ayat 1",
        "PerKI 1/2021 Pasal 51 ayat (1)",
    ),
    ("Peraturan Wali Kota Bekasi Nomor 27 Tahun 2017", "Perwal Bekasi 27/2017"),
    ("Perwali 27/2017", "Perwal 27/2017"),
    ("PP 61/2010 tentang Pelaksanaan UU 14/2008 Pasal 5", "PP 61/2010 Pasal 5"),
    (
        "UU No. 1 Tahun 2024 tentang Perubahan Kedua atas Undang-Undang Nomor 11 Tahun 2008",
        "UU 1/2024",
    ),
    (
        "UU 11/2008 sebagaimana telah diubah terakhir dengan UU 1/2024 Pasal 27",
        "UU 1/2024; UU 11/2008 Pasal 27",
    ),
    ("Pasal 17 huruf h, UU 17/2003", ground("h") + "; UU 17/2003"),
    ("Pasal 5 ayat (1), UU 17/2003", "UU 17/2003 Pasal 5 ayat (1)"),
    ("UU 43/2009; UU 43/2009", "UU 43/2009"),
    ("UU 14/2008; UU 14/2008 Pasal 17 huruf h", ground("h")),
    (" UU 14/2008 Pasal 17 huruf h.", ground("h")),
    ("UU No 14 Tahun 2005 tentang Guru dan Dosen Pasal 8", "UU 14/2005 Pasal 8"),
]


@pytest.mark.parametrize(("text", "normal"), ACCEPTED)
def test_accepted_forms_are_silent_but_not_normal(text: str, normal: str):
    reading = read_citations(text)
    assert reading.normal == normal
    assert reading.problems == ()
    assert not reading.is_normal


# (text, citations given all the same, [(kind, the words concerned, suggestions)])
PROBLEMS = [
    ("", "", [(Kind.EMPTY, "", ())]),
    ("  ", "", [(Kind.EMPTY, "  ", ())]),
    ("SOP internal", "", [(Kind.UNREADABLE, "SOP internal", ())]),
    ("UU 43/2009; SOP internal.", "UU 43/2009", [(Kind.UNREADABLE, "SOP internal", ())]),
    ("UU 43/2009 dan SOP internal", "UU 43/2009", [(Kind.UNREADABLE, "SOP internal", ())]),
    (
        "UU 43/2009 jo. Keputusan Direksi",
        "UU 43/2009",
        [(Kind.UNREADABLE, "Keputusan Direksi", ())],
    ),
    (
        "Undang-Undang Nomor 14 Tahun 2008 huruf h",
        "",
        [
            (
                Kind.MISSING_ARTICLE,
                "Undang-Undang Nomor 14 Tahun 2008 huruf h",
                (ground("h"),),
            )
        ],
    ),
    ("huruf h", "", [(Kind.MISSING_ARTICLE, "huruf h", (ground("h"),))]),
    (
        "UU 1/2023 huruf d",
        "",
        [(Kind.MISSING_ARTICLE, "UU 1/2023 huruf d", ("UU 1/2023 Pasal … huruf d",))],
    ),
    ("Pasal 17", "", [(Kind.MISSING_LETTER, "Pasal 17", ("UU 14/2008 Pasal 17 huruf …",))]),
    (
        "UU KIP Pasal 17",
        "UU 14/2008 Pasal 17",
        [(Kind.MISSING_LETTER, "Pasal 17", ("UU 14/2008 Pasal 17 huruf …",))],
    ),
    ("Pasal 14 huruf j", "", [(Kind.SUSPECT_ARTICLE, "Pasal 14 huruf j", (ground("j"),))]),
    (
        "UU KIP Pasal 14 huruf j",
        "UU 14/2008 Pasal 14 huruf j",
        [(Kind.SUSPECT_ARTICLE, "Pasal 14 huruf j", (ground("j"),))],
    ),
    ("Pasal 16 ayat 1 butir b", "", [(Kind.MISSING_LAW, "Pasal 16 ayat 1 butir b", ())]),
    (
        "UU 27/2022 Pasal 4; Pasal 65",
        "UU 27/2022 Pasal 4",
        [(Kind.MISSING_LAW, "Pasal 65", ("UU 27/2022 Pasal 65",))],
    ),
    (
        "UU 27/2022 Pasal 4 dan Pasal 17 huruf h",
        "UU 27/2022 Pasal 4",
        [(Kind.MISSING_LAW, "Pasal 17 huruf h", (ground("h"), "UU 27/2022 Pasal 17 huruf h"))],
    ),
    (
        "Pasal 322 KUHP",
        "",
        [(Kind.MISSING_NUMBER, "Pasal 322 KUHP", ("UU 1/1946 Pasal 322", "UU 1/2023 Pasal 322"))],
    ),
    (
        "Pasal 17 huruf j UU 14/2008 jo. Pasal 322 KUHAP",
        ground("j"),
        [(Kind.MISSING_NUMBER, "Pasal 322 KUHAP", ("UU 8/1981 Pasal 322",))],
    ),
    (
        "UU KIP Pasal 17 huruf j dan Pasal 40 UU Perbankan Syariah",
        ground("j"),
        [(Kind.MISSING_NUMBER, "Pasal 40 UU Perbankan Syariah", ())],
    ),
    (
        "Pasal 17 huruf j UU 14/2008 dan Pasal 18 ayat (2)",
        ground("j"),
        [(Kind.MISSING_LAW, "Pasal 18 ayat (2)", ("UU 14/2008 Pasal 18 ayat (2)",))],
    ),
    (
        "UU 8/1981 tentang KUHAP dan Pasal 17 huruf a",
        "UU 8/1981",
        [(Kind.MISSING_LAW, "Pasal 17 huruf a", (ground("a"), "UU 8/1981 Pasal 17 huruf a"))],
    ),
    ("UU KIP Pasal 17 huruf h dst", ground("h"), [(Kind.UNREADABLE, "dst", ())]),
    ("Pasal 17 huruf h; dan", ground("h"), [(Kind.DANGLING, "dan", ())]),
    ("Pasal 17 huruf h dan", ground("h"), [(Kind.DANGLING, "dan", ())]),
    ("UU 43/2009 jo.", "UU 43/2009", [(Kind.DANGLING, "jo.", ())]),
    (
        "PerKI 1/2021 Pasal 21 ayat (1) huruf I",
        "",
        [
            (
                Kind.AMBIGUOUS_LETTER,
                "Pasal 21 ayat (1) huruf I",
                (
                    "PerKI 1/2021 Pasal 21 ayat (1) huruf i",
                    "PerKI 1/2021 Pasal 21 ayat (1) huruf l",
                ),
            )
        ],
    ),
    (
        "Pasal 17 huruf l",
        "",
        [(Kind.AMBIGUOUS_LETTER, "Pasal 17 huruf l", (ground("i"),))],
    ),
    (
        "UU 14/2008 Pasal 17 huruf l",
        "",
        [(Kind.AMBIGUOUS_LETTER, "Pasal 17 huruf l", (ground("i"),))],
    ),
    ("UU No 14 Tahun 2018", "UU 14/2018", [(Kind.SUSPECT_YEAR, "UU No 14 Tahun 2018", (KIP,))]),
    (
        "UU No 14 Tahun 2018 Pasal 17 huruf h",
        "UU 14/2018 Pasal 17 huruf h",
        [(Kind.SUSPECT_YEAR, "Pasal 17 huruf h", (ground("h"),))],
    ),
    (
        "UU No 14 Tahun 2006 tentang Keterbukaan Informasi Publik",
        "UU 14/2006",
        [(Kind.SUSPECT_YEAR, "UU No 14 Tahun 2006", (KIP,))],
    ),
    (
        "UU No 14 Pasal 17 huruf h",
        "",
        [(Kind.MISSING_NUMBER, "UU No 14 Pasal 17 huruf h", (ground("h"),))],
    ),
    ("UU 43/2009; UU tentang Perbankan", "UU 43/2009", [(Kind.MISSING_NUMBER, "UU", ())]),
    (
        "UU 43/2009; Pasal huruf",
        "UU 43/2009",
        [(Kind.UNREADABLE, "Pasal", ()), (Kind.UNREADABLE, "huruf", ())],
    ),
]


@pytest.mark.parametrize(("text", "normal", "expected"), PROBLEMS)
def test_problems_are_named_and_placed(text: str, normal: str, expected: list[object]):
    reading = read_citations(text)
    found = [(p.kind, text[p.start : p.end], p.suggestions) for p in reading.problems]
    assert (reading.normal, found) == (normal, expected)


def test_normal_form_can_still_have_a_problem():
    reading = read_citations("UU 14/2008 Pasal 17")
    assert reading.is_normal
    assert [problem.kind for problem in reading.problems] == [Kind.MISSING_LETTER]


def test_several_suggestions_in_one_line():
    (problem,) = read_citations("UU 43/2009 Pasal 3 huruf I").problems
    assert problem.suggestion == "UU 43/2009 Pasal 3 huruf i / UU 43/2009 Pasal 3 huruf l"


@pytest.mark.parametrize(
    ("citation", "jenis"),
    [
        (Citation("UU 14/2008", "17", huruf="h"), "UU"),
        (Citation("Perwal Bekasi 10/2025"), "Perwal Bekasi"),
        (Citation("Keputusan Sekjen KP-SKJ 8/2026"), "Keputusan Sekjen KP-SKJ"),
        (Citation("UUD 1945"), "UUD"),
    ],
)
def test_jenis(citation: Citation, jenis: str):
    assert citation.jenis == jenis


VOCABULARY = """
    Pasal pasal Ps. 17 6 14 17h 17H ayat (1) (3) huruf h I l a. b c dan d , ; : . / - – angka 3 4
    butir jo. j.o serta dan/atau s.d. UU UU_14/2008 UU_KIP PerKI_1/2021 Undang-Undang Nomor 14
    Tahun 2008 2018 tentang Perubahan_atas Keterbukaan_Informasi diubah_dengan 1. 2) (h)
    Keputusan_Sekjen_Nomor_KP-SKJ_8_Tahun_2026 Perwal_Kota_Bekasi_Nomor_27_Tahun_2017
    rahasia pribadi UUD_1945 28F Keputusan pasal_ayat Nomor_3/2020
"""
WORDS = st.sampled_from(VOCABULARY.split())
TEXTS = st.one_of(
    st.text(),
    st.lists(WORDS, max_size=14).map(lambda words: " ".join(words).replace("_", " ")),
    st.lists(WORDS, max_size=14).map(lambda words: "".join(words).replace("_", " ")),
)


@given(TEXTS)
@example("Keputusan pasal ayat Nomor 5/2020 Pasal 1")
@example("UU 14/2008; ")
def test_any_text_reads_to_something_that_reads_to_itself(text: str):
    reading = read_citations(text)
    assert reading.citations or reading.problems
    for problem in reading.problems:
        assert 0 <= problem.start <= problem.end <= len(text)
    if reading.citations:
        again = read_citations(reading.normal)
        assert again.is_normal
        assert again.citations == reading.citations


@given(TEXTS)
def test_suggestions_are_normal_forms(text: str):
    for problem in read_citations(text).problems:
        for suggestion in problem.suggestions:
            if "…" not in suggestion and problem.kind is not Kind.AMBIGUOUS_LETTER:
                assert read_citations(suggestion).normal == suggestion


@pytest.mark.parametrize(
    "piece",
    [
        *(
            "Pasal 6 jo. ",
            "Pasal 17 huruf a, ",
            "a, ",
            "UU ",
            "keputusan kata ",
            "(",
            "1. ",
            "dan ",
        ),
        *(
            "Permenpan No PER/",
            "perubahan kata ",
            "Lembaran Negara kata ",
            "UU tentang kata ",
            "pasal ",
        ),
    ],
)
def test_very_long_texts_are_read_too(piece: str):
    reading = read_citations(piece * 2000)
    assert reading.citations or reading.problems
