"""Front matter and body, and what a body must not hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppid.diagnostics.places import SourceText, Span
from ppid.reading.files.decode import decode
from ppid.reading.files.markdown_file import read_markdown

PATH = "data/a.md"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_front_matter_and_body_know_their_places(end: str) -> None:
    text = end.join(["---", "judul: 😀 Rapat", "---", "", "Isi.", "---", "lagi", ""])
    located, found = read_markdown(SourceText(PATH, text))
    assert located is not None
    assert found == []
    assert located.front.data == {"judul": "😀 Rapat"}
    assert located.span(("judul",)) == Span(PATH, 2, 8, 2, 15)
    assert located.key_span(("judul",)) == Span(PATH, 2, 1, 2, 6)
    assert located.span(("isi",)) == Span(PATH, 5, 1, 7, 5)
    assert located.route_at(text.index("Rapat")) == ("judul",)
    assert located.route_at(text.index("Isi")) == ("isi",)
    assert text[located.body_start :] == located.body


@pytest.mark.parametrize("text", ["Isi saja.", "", "---\n---\nIsi", "---\n# catatan\n---\n"])
def test_front_matter_may_be_absent_or_empty(text: str) -> None:
    located, found = read_markdown(SourceText(PATH, text))
    assert located is not None
    assert (located.front.data, found) == ({}, [])


@pytest.mark.parametrize(
    ("text", "rule", "place"),
    [
        ("---\njudul: x\nIsi\n", "BRK-003", (1, 1)),
        ("---\na: 1\na: 2\n---\n", "BRK-002", (3, 1)),
        ("---\na: b: c\n---\n", "BRK-003", (2, 5)),
    ],
)
def test_findings_in_the_front_matter_count_from_the_top(
    text: str, rule: str, place: tuple[int, int]
) -> None:
    _, found = read_markdown(SourceText(PATH, text))
    assert [(d.rule_id, (d.span.line, d.span.column)) for d in found] == [(rule, place)]


@pytest.mark.parametrize(
    ("body", "columns"),
    [
        ("a <b>tebal</b>", [3, 11]),
        ("<div>\nx\n</div>", [1]),
        ("- x\n  <br>", [3]),
        ("<!-- komentar -->", [1]),
        ("| a |\n|---|\n| <u> |", [3]),
        ("![<i>](x.png)", [3]),
        ("[a](javascript:x)", [5]),
        ("[a]( JaVaScRiPt:x)", [6]),
        ("[a](java&#10;script:x)", [1]),
        ("[a](&#106;avascript:x)", [1]),
        ("[a](<java\tscript:x>)", [6]),
        ("![a](data:image/png;base64,x)", [6]),
        ("<vbscript:x>", [2]),
        ("[a]: javascript:x", [6]),
        (">" * 60 + " <b>", [1]),
    ],
)
def test_html_and_running_links_are_refused(body: str, columns: list[int]) -> None:
    _, found = read_markdown(SourceText(PATH, f"---\na: 1\n---\n{body}\n"))
    assert {d.rule_id for d in found} == {"BRK-011"}
    assert [d.span.column for d in found] == columns


@pytest.mark.parametrize(
    "body",
    [
        "`<b>` dan ``<i>``",
        "```html\n<script>\n```",
        "    <div>",
        "<https://contoh.go.id> <ppid@contoh.go.id>",
        "[a](https://x.id/?q=javascript:) [b](berkas.pdf) [c](#data:)",
        "5 < 6 dan 7 > 3 &lt;b&gt; data: angka",
        "| a |\n|---|\n| b |",
    ],
)
def test_ordinary_markdown_is_silent(body: str) -> None:
    assert read_markdown(SourceText(PATH, body))[1] == []


@pytest.mark.parametrize(
    "body",
    [
        '[a](javascript:x "t" z)',
        "[a](javascript:x\ny)",
        "[a](java&#115;cript:f(x)  'q'w)",
        "```\n\n[a](javascript:x)\n\n```",
        "- a\n\n      [a](data:text/html,x)",
    ],
)
def test_links_that_only_the_printing_parser_sees_are_refused_in_data(body: str) -> None:
    _, found = read_markdown(SourceText("data/a.md", body))
    assert [d.rule_id for d in found] == ["BRK-011"]
    assert read_markdown(SourceText("content/a.md", body))[1] == []


def test_expectations_are_allowed_in_rule_pages_only() -> None:
    comment = '<!-- galat: BRK-005 baris 3 "7 sel" -->'
    assert read_markdown(SourceText("content/aturan/BRK-005.md", comment))[1] == []
    assert len(read_markdown(SourceText("content/tentang.md", comment))[1]) == 1
    sneaky = f"{comment} <script>"
    assert len(read_markdown(SourceText("content/aturan/BRK-005.md", sneaky))[1]) == 1


@given(st.binary(max_size=80) | st.text("-\n\rab:<>[]()`!&;# \t").map(str.encode))
def test_no_input_raises_and_spans_lie_inside(raw: bytes) -> None:
    source, _ = decode(PATH, raw)
    if source is not None:
        _, found = read_markdown(source)
        assert all(1 <= d.span.line <= len(source.line_starts) for d in found)
