"""What a person reads in a terminal."""

import pytest

from ppid.diagnostics.as_text import as_text
from ppid.diagnostics.diagnostic import Diagnostic, Note, Severity
from ppid.diagnostics.places import SourceText, Span
from tests.growth import Work, assert_even

PATH = "data/opd/satpol-pp/dik/2019.csv"
ROW = (
    'POL-07,Rencana operasi penertiban gabungan,seluruh,,"UU 14/2008 Pasal 17 huruf a angka 1",'
    "Menghambat proses penegakan hukum,Operasi tetap berjalan,Tidak terbatas,,Bidang Penegakan"
)


def at_text(
    text: str, wanted: str, cell: str = "", **parts: object
) -> tuple[Diagnostic, SourceText]:
    source = SourceText(PATH, text)
    start = text.index(wanted)
    span = source.span_between(start, start + len(wanted), cell)
    values = {"message": "Salah", "severity": Severity.GALAT, "rule_id": "DIK-004"} | parts
    return Diagnostic(span=span, **values), source


def printed(diagnostic: Diagnostic, source: SourceText, **options: object) -> str:
    return as_text([diagnostic], {source.path: source}, **({"colour": False} | options))


def caret_points_at(text: str, wanted: str) -> None:
    """The characters above the carets are the wanted ones (all of width one)."""
    lines = text.splitlines()
    carets = next(line for line in lines if line.strip(" |^") == "" and "^" in line)
    above = lines[lines.index(carets) - 1]
    assert above[carets.index("^") : carets.rindex("^") + 1] == wanted


def test_layout() -> None:
    diagnostic, source = at_text(
        "\n" * 6 + ROW,
        "Tidak terbatas",
        "H7",
        message="“Tidak terbatas” tidak boleh untuk alasan Pasal 17 huruf a",
        hint="Tulis jangka waktu, misalnya “5 tahun”; paling lama 30 tahun untuk huruf a.",
        legal_basis=("UU 14/2008 Pasal 20 ayat (1)", "PerKI 1/2021 Pasal 51 ayat (1)"),
    )
    assert (
        printed(diagnostic, source, width=72)
        == """\
galat[DIK-004]: “Tidak terbatas” tidak boleh untuk alasan Pasal 17 huruf a
  --> data/opd/satpol-pp/dik/2019.csv:7:148 (sel H7)
   |
 7 | …kan hukum,Operasi tetap berjalan,Tidak terbatas,,Bidang Penegakan
   |                                   ^^^^^^^^^^^^^^
   = saran: Tulis jangka waktu, misalnya “5 tahun”; paling lama 30 tahun untuk huruf a.
   = dasar: UU 14/2008 Pasal 20 ayat (1); PerKI 1/2021 Pasal 51 ayat (1)
   = lihat: /aturan/DIK-004/

1 galat dalam 1 berkas.
"""
    )


def test_note_with_its_own_place() -> None:
    source = SourceText("data/badan.yml", "nama: A\n" + "x: 1\n" * 10 + "nama: B\n")
    note = Note("“nama” yang pertama", source.span_between(0, 4))
    span = source.span_between(58, 62)
    diagnostic = Diagnostic(
        "BRK-002", Severity.GALAT, "Kunci ditulis dua kali", span, notes=(note,)
    )
    assert (
        printed(diagnostic, source)
        == """\
galat[BRK-002]: Kunci ditulis dua kali
   --> data/badan.yml:12:1
    |
 12 | nama: B
    | ^^^^
    = catatan: “nama” yang pertama
   --> data/badan.yml:1:1
    |
  1 | nama: A
    | ^^^^
    = lihat: /aturan/BRK-002/

1 galat dalam 1 berkas.
"""
    )


def test_nothing_found() -> None:
    assert as_text([], {}, colour=False) == "Tidak ada temuan.\n"


def test_summary_counts_each_severity() -> None:
    found = [
        Diagnostic(f"ISI-00{number}", severity, "Salah", Span(f"data/{number}.yml"))
        for number, severity in enumerate(
            [Severity.GALAT, Severity.PERINGATAN, Severity.PERINGATAN, Severity.SARAN]
        )
    ]
    text = as_text([*found, found[0]], {}, colour=False)
    assert text.endswith("\n\n1 galat, 2 peringatan, 1 saran dalam 4 berkas.\n")


def test_order_is_by_place() -> None:
    late, early = (
        Diagnostic("A", Severity.GALAT, m, Span("d", n)) for m, n in (("x", 9), ("y", 2))
    )
    text = as_text([late, early], {}, colour=False)
    assert text.index("d:2:1") < text.index("d:9:1")


def test_file_without_text_shows_the_place_only() -> None:
    text = as_text(
        [Diagnostic("BRK-001", Severity.GALAT, "Rusak", Span("data/a.yml"))], {}, colour=False
    )
    assert text == (
        "galat[BRK-001]: Rusak\n  --> data/a.yml:1:1\n   = lihat: /aturan/BRK-001/\n\n"
        "1 galat dalam 1 berkas.\n"
    )


def test_multi_line_span_underlines_its_first_line() -> None:
    diagnostic, source = at_text(
        "kepala:\n  jabatan: A\n  nama: B\nx: 1\n", "jabatan: A\n  nama: B"
    )
    assert " 2 |   jabatan: A\n   |   ^^^^^^^^^^\n" in printed(diagnostic, source)


def test_empty_cell_gets_one_caret() -> None:
    source = SourceText(PATH, "a,,c")
    diagnostic = Diagnostic("ISI-001", Severity.GALAT, "Kosong", source.span_between(2, 2, "B1"))
    assert " 1 | a,,c\n   |   ^\n" in printed(diagnostic, source)


@pytest.mark.parametrize("width", [30, 60, 100, 200])
def test_long_line_is_shortened_around_the_place(width: int) -> None:
    diagnostic, source = at_text("awal " * 1000 + "SALAH" + " akhir" * 1000, "SALAH")
    text = printed(diagnostic, source, width=width)
    caret_points_at(text, "SALAH")
    line = next(line for line in text.splitlines() if "SALAH" in line)
    assert line.startswith(" 1 | …")
    assert line.endswith("…")
    assert width - 2 <= len(line) <= width


def test_long_quotation_is_cut_at_the_right() -> None:
    diagnostic, source = at_text("kode," + "x" * 10_000, "x" * 10_000)
    lines = printed(diagnostic, source, width=60).splitlines()
    assert lines[3].endswith("x…")
    assert len(lines[3]) <= 60
    assert len(lines[4]) <= 60


def test_wide_and_combining_characters_keep_the_caret_in_place() -> None:
    diagnostic, source = at_text("警察,e\u0301e\u0301,SALAH", "SALAH")
    lines = printed(diagnostic, source).splitlines()
    assert lines[4] == "   | " + " " * 8 + "^^^^^"
    diagnostic, source = at_text("警察" * 500 + "SALAH", "SALAH")
    lines = printed(diagnostic, source, width=40).splitlines()
    assert lines[3].startswith(" 1 | …")
    shown = lines[3].removeprefix(" 1 | ").removesuffix("SALAH")
    assert lines[4].index("^") == 5 + 1 + 2 * (len(shown) - 1)


def test_thousands_of_combining_marks_are_not_printed() -> None:
    diagnostic, source = at_text("a" + "\u0301" * 10_000 + "SALAH", "SALAH")
    assert len(printed(diagnostic, source)) < 1500


@pytest.mark.parametrize(("count", "shown", "rest"), [(20, 20, ""), (42, 5, "dan 37 lainnya")])
def test_many_of_one_rule_in_one_file(count: int, shown: int, rest: str) -> None:
    found = [
        Diagnostic("ISI-001", Severity.GALAT, "Kosong", Span(PATH, n + 1)) for n in range(count)
    ]
    other = Diagnostic("ISI-002", Severity.SARAN, "Lain", Span(PATH, 3))
    text = as_text([*found, other], {}, colour=False)
    assert text.count("galat[ISI-001]") == shown
    assert text.count("saran[ISI-002]") == 1
    assert rest in text
    assert ("lainnya" in text) == bool(rest)
    assert f"{count} galat, 1 saran dalam 1 berkas." in text


HOSTILE = [
    "\x1b[2J\x1b[31mmerah",
    "\x9b31mmerah",
    "\u202egnp.exe",
    "baris\nkedua\r\nketiga",
    "nol\x00bel\x07",
    "a\u200bb\ufeffc\u2066d",
    "\u2028::error::x",
    "\ud800",
    "##[error]x",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_inert(text: str) -> None:
    source = SourceText(f"data/{text}.yml", f"a: 1\nb: {text}\n")
    span = Span(source.path, 2, 1, 2, 20, text)
    diagnostic = Diagnostic(
        text, Severity.GALAT, text, span, notes=(Note(text, span),), hint=text, legal_basis=(text,)
    )
    clean = Diagnostic(
        "X", Severity.GALAT, "x", Span("p", 2, 1, 2, 20, "c"), notes=(Note("x", Span("p")),)
    )
    shown = printed(diagnostic, source)
    assert all(line.isprintable() for line in shown.split("\n"))
    assert "##[" not in shown
    assert not any(line.lstrip().startswith("::") for line in shown.splitlines())
    expected_lines = printed(clean, SourceText("q", "")).count("\n") + 2 + 3 + 3
    assert shown.count("\n") == expected_lines
    shown.encode()


def test_substitutes_are_visible() -> None:
    diagnostic, source = at_text("a: \x1b[31m\u202eX\x00\xa0Y\n", "X", message="“\x1b”")
    text = printed(diagnostic, source)
    assert "galat[DIK-004]: “␛”" in text
    assert "a: ␛[31m⟨U+202E⟩X␀ Y" in text
    caret_points_at(text, "X")


def test_colour_only_when_asked() -> None:
    diagnostic, source = at_text("a: SALAH", "SALAH")
    assert "\x1b" not in printed(diagnostic, source)
    coloured = printed(diagnostic, source, colour=True)
    assert coloured.startswith("\x1b[31mgalat[DIK-004]\x1b[0m\x1b[1m: Salah\x1b[0m\n")
    assert "\x1b[31m^^^^^\x1b[0m" in coloured


def test_very_long_message_is_cut() -> None:
    diagnostic, source = at_text("a: SALAH", "SALAH", message="x" * 10_000, hint="y" * 10_000)
    assert len(printed(diagnostic, source)) < 2500


@pytest.mark.long
def test_cost_of_findings_grows_with_their_number_only() -> None:
    def prepare(count: int) -> Work[str]:
        source = SourceText(PATH, "\n".join([ROW * 20] * count))
        found = [
            Diagnostic(
                f"A{n % 500:03}", Severity.GALAT, "“x” salah", Span(PATH, n + 1, 900, n + 1, 930)
            )
            for n in range(count)
        ]
        return lambda: as_text(found, {PATH: source}, colour=True)

    assert assert_even(prepare, 1250).count("lihat:") == 5000
