"""What GitHub's runner is told."""

import pytest

from ppid.diagnostics.as_github import as_github
from ppid.diagnostics.diagnostic import Diagnostic, Note, Severity
from ppid.diagnostics.places import Span

PATH = "data/opd/dinkes/dik/2019.csv"


def finding(number: int = 1, severity: Severity = Severity.GALAT, path: str = PATH) -> Diagnostic:
    return Diagnostic("ISI-001", severity, f"Kosong {number}", Span(path, number, 3, number, 5))


def test_one_command() -> None:
    span = Span(PATH, 7, 88, 7, 102, "H7")
    diagnostic = Diagnostic(
        "DIK-004",
        Severity.GALAT,
        "“Tidak terbatas” tidak boleh, 100%: salah",
        span,
        notes=(Note("judulnya", Span(PATH, 1)),),
        hint="Tulis “5 tahun”.",
        legal_basis=("UU 14/2008 Pasal 20 ayat (1)",),
    )
    assert as_github([diagnostic]) == (
        "::error file=data/opd/dinkes/dik/2019.csv,line=7,col=88,endLine=7,endColumn=102,"
        "title=galat DIK-004 (sel H7)"
        "::“Tidak terbatas” tidak boleh, 100%25: salah"
        "%0ACatatan: judulnya (data/opd/dinkes/dik/2019.csv:1)"
        "%0ASaran: Tulis “5 tahun”."
        "%0ADasar: UU 14/2008 Pasal 20 ayat (1)\n"
    )


def test_levels_and_order() -> None:
    found = [finding(1, level, f"data/{level}.yml") for level in reversed(Severity)]
    commands = [line.split(" ")[0] for line in as_github(found).splitlines()]
    assert commands == ["::error", "::warning", "::notice"]


def test_long_span_is_named_by_its_first_line() -> None:
    text = as_github([Diagnostic("ISI-001", Severity.GALAT, "x", Span(PATH, 2, 1, 9, 4))])
    assert "line=2,col=1,endLine=2,title=" in text


def test_one_rule_in_one_file_is_one_command() -> None:
    text = as_github([finding(number) for number in range(1, 38)])
    assert text.count("\n") == 1
    assert "::Kosong 1%0A… dan 36 temuan sejenis dalam berkas ini.\n" in text


def test_the_last_command_tells_what_is_left_out() -> None:
    errors = [finding(n, path=f"data/{file:02}.yml") for file in range(30) for n in (1, 2)]
    warnings = [finding(1, Severity.PERINGATAN, f"data/{file}.yml") for file in range(10)]
    lines = as_github([*warnings, *errors]).splitlines()
    assert sum(line.startswith("::error ") for line in lines) == 10
    assert lines[9] == (
        "::error title=galat lainnya::Masih ada 42 galat lain dalam 21 berkas. "
        "Semuanya dapat dibaca dalam ringkasan pekerjaan (job summary)."
    )
    assert sum(line.startswith("::warning ") for line in lines) == 10
    assert "lainnya" not in lines[-1]


@pytest.mark.parametrize("limit", [0, 1, 3])
def test_limit(limit: int) -> None:
    text = as_github([finding(1, path=f"data/{n}.yml") for n in range(5)], limit=limit)
    assert text.count("::error ") == limit


def test_nothing_found() -> None:
    assert as_github([]) == ""


@pytest.mark.parametrize(
    "text",
    [
        "x\n::error::palsu",
        "x\r::stop-commands::abc",
        "x\r\n##[error]palsu",
        "::set-output name=a::b",
        "##[add-mask]a",
        "a%0A::error::b",
        "a,line=1,title=b::c",
        "\x1b[31m\u2028\x85",
    ],
)
def test_no_second_command_can_be_smuggled_in(text: str) -> None:
    span = Span(text, 1, 1, 1, 2, text)
    diagnostic = Diagnostic(
        text, Severity.GALAT, text, span, notes=(Note(text, span),), hint=text, legal_basis=(text,)
    )
    shown = as_github([diagnostic])
    assert shown.count("\n") == 1
    assert shown[:-1].isprintable()
    assert "##[" not in shown
    assert shown.startswith("::error file=")
    properties, _, _ = shown.removeprefix("::error ").partition("::")
    keys = [pair.split("=")[0] for pair in properties.split(",")]
    assert keys == ["file", "line", "col", "endLine", "endColumn", "title"]


def test_ten_thousand_characters_are_cut() -> None:
    span = Span("p" * 10_000)
    text = as_github([Diagnostic("X", Severity.GALAT, "x" * 10_000, span, hint="y" * 10_000)])
    assert len(text) < 8000
