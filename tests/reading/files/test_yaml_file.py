"""YAML as clerks write it: text stays text, every place is exact, every trap has a sentence."""

import json

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from ppid.diagnostics.diagnostic import Severity
from ppid.diagnostics.places import Route, SourceText, Span
from ppid.law import LAW, yaml_loading
from ppid.law.yaml_loading import SafeReplay, events_of, key_of, remember
from ppid.reading.files import yaml_file
from ppid.reading.files.decode import decode
from ppid.reading.files.yaml_file import YamlFile, YamlValue, read_yaml

PATH = "data/a.yml"


def parsed(text: str) -> YamlFile:
    located, found = read_yaml(SourceText(PATH, text))
    assert located is not None
    assert found == []
    return located


def written(located: YamlFile, span: Span) -> str:
    source = located.source
    start = source.offset_of(span.line, span.column)
    return source.text[start : source.offset_of(span.end_line, span.end_column)]


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("a: 0123", {"a": "0123"}),
        ("a: 12:30", {"a": "12:30"}),
        ("a: no", {"a": "no"}),
        ("a: 2019-01-02", {"a": "2019-01-02"}),
        ("a: 1_000", {"a": "1_000"}),
        ("a: ~", {"a": "~"}),
        ("a:\nb: ''", {"a": None, "b": ""}),
        ("no: 1\n2019: x", {"no": "1", "2019": "x"}),
        ("a: |\n  x\n  y\n", {"a": "x\ny\n"}),
        ("a: >-\n  x\n  y\n", {"a": "x y"}),
        ("- 1\n-\n- [a, {b: c}]", ["1", None, ["a", {"b": "c"}]]),
        ("{}", {}),
        ("---\na: 1\n...\n", {"a": "1"}),
        ("a: =1+1", {"a": "=1+1"}),
        ("a: 'it''s'", {"a": "it's"}),
    ],
)
def test_scalars_stay_text(text: str, data: YamlValue) -> None:
    assert parsed(text).data == data


NASTY = (
    '# 😀\n"kün": "x\x85y\u2028z"\r\nb:\r  - isi satu # komentar\n'
    "  -\n  - c: {d: 1, e: }\n\n# akhir\n"
)


@pytest.mark.parametrize(
    ("route", "piece", "place"),
    [
        (("kün",), '"x\x85y\u2028z"', (2, 8)),
        (("b", 0), "isi satu", (4, 5)),
        (("b", 2, "c"), "{d: 1, e: }", (6, 8)),
        (("b", 2, "c", "d"), "1", (6, 12)),
        (("b", 2, "c", "e"), "e", (6, 15)),
        (("b", 2, "tidak ada", 9), "c: {d: 1, e: }", (6, 5)),
        (("b",), "- isi satu # komentar\n  -\n  - c: {d: 1, e: }", (4, 3)),
    ],
)
def test_places_are_exact_among_odd_line_breaks(
    route: Route, piece: str, place: tuple[int, int]
) -> None:
    located = parsed(NASTY)
    span = located.span(route)
    assert written(located, span) == piece
    assert (span.line, span.column) == place


def test_keys_have_places_of_their_own() -> None:
    located = parsed("a:\n  b: 1\n  c:\n    - x\n")
    assert located.key_span(("a", "b")) == Span(PATH, 2, 3, 2, 4)
    assert located.key_span(("a", "c", 0)) == Span(PATH, 3, 3, 3, 4)
    assert located.key_span(("a", "tidak ada")) == Span(PATH, 1, 1, 1, 2)


def test_route_at_is_the_innermost_value() -> None:
    text = "a:\n  b: 1\n\nc: [x, yy]\n"
    located = parsed(text)
    assert located.route_at(text.index("1")) == ("a", "b")
    assert located.route_at(text.index("b")) == ("a", "b")
    assert located.route_at(text.index("yy") + 1) == ("c", 1)
    assert located.route_at(text.index("]")) == ("c",)
    assert located.route_at(text.index("\n\nc")) == ()


def test_a_repeated_key_points_at_the_first_and_keeps_it() -> None:
    located, found = read_yaml(SourceText(PATH, "a: 1\nb: {x: 1, x: 2}\na: {a: 3, a: 4}\n"))
    assert located is not None
    assert located.data == {"a": "1", "b": {"x": "1"}}
    places = [(d.rule_id, d.span.line, d.span.column, d.notes[0].span.line) for d in found]
    assert places == [("BRK-002", 2, 11, 2), ("BRK-002", 3, 1, 1), ("BRK-002", 3, 11, 3)]


@pytest.mark.parametrize(
    ("text", "piece", "place"),
    [
        ("a: &x 1\n", "&x", (1, 4)),
        ("a: 1\nb: *x\n", "*x", (2, 4)),
        ("<<: {a: 1}\n", "<<", (1, 1)),
        ("a: !!str 1\n", "Tanda jenis", (1, 4)),
        ("? [a]\n: 1\n", "satu kata", (1, 3)),
        ('"": 1\n', "tanpa nama kunci", (1, 1)),
        ("a: 1\n---\nb: 2\n", "lebih dari satu dokumen", (2, 1)),
    ],
)
def test_what_yaml_can_but_files_may_not(text: str, piece: str, place: tuple[int, int]) -> None:
    located, found = read_yaml(SourceText(PATH, text))
    assert located is not None
    assert [d.rule_id for d in found] == ["BRK-003"]
    assert piece in found[0].message
    assert (found[0].span.line, found[0].span.column) == place


@pytest.mark.parametrize(
    ("text", "piece", "place"),
    [
        ("😀: 1\na:\n\tb: 1\n", "tab", (3, 1)),
        ("a: b\n\tc\n", "tab", (2, 1)),
        ("é: 1\x85a: b: c\n", "titik dua", (1, 10)),
        ("a: @x\n", "“@”", (1, 4)),
        ('a: 1\nb: "x\nc: d\n', "kutip", (2, 4)),
        ("a: [1\nb: 2\n", "“[”", (1, 4)),
        ("a: {b: 1\n", "“{”", (1, 4)),
        ("a: 1\n- b\n", "tidak sejalan", (2, 1)),
        ("- a\nb: 1\n", "tidak diawali “- ”", (2, 1)),
        ("a: - b\n", "baris baru", (1, 4)),
        ('a: "\\q"\n', "Garis miring terbalik", (1, 5)),
        ("a: 1\n...\nfoo\n", "sesudah akhir", (3, 1)),
        ("é: \x07\n", "U+0007", (1, 4)),
        ("%YAML 2.0\n---\na: 1\n", "tidak dapat dibaca", (1, 1)),
        ("", "kosong", (1, 1)),
        ("# komentar saja\n", "kosong", (1, 1)),
        ("a: " + "[" * 30, "20 tingkat", (1, 23)),
        ("a: " + "x" * 5_000_000, "5 juta", (1, 1)),
    ],
)
def test_syntax_is_said_in_indonesian(text: str, piece: str, place: tuple[int, int]) -> None:
    located, found = read_yaml(SourceText(PATH, text))
    assert located is None
    assert [(d.rule_id, d.severity) for d in found] == [("BRK-003", Severity.GALAT)]
    assert piece in found[0].message
    assert (found[0].span.line, found[0].span.column) == place


def test_findings_before_a_syntax_error_are_kept() -> None:
    _, found = read_yaml(SourceText(PATH, "a: 1\na: 2\nb: [\n"))
    assert [d.rule_id for d in found] == ["BRK-002", "BRK-003"]


def test_a_leading_byte_order_mark_does_not_shift_places() -> None:
    assert parsed("\ufeffa: b").span(("a",)) == Span(PATH, 1, 5, 1, 6)


@given(
    st.binary(max_size=80)
    | st.text("ab:-[]{}'\"#&*!|>%@` \t\n\r\x85\u2028é😀\ufeff").map(str.encode)
)
def test_no_input_raises_and_spans_lie_inside(raw: bytes) -> None:
    source, _ = decode(PATH, raw)
    if source is None:
        return
    located, found = read_yaml(source)
    lines = len(source.line_starts)
    for diagnostic in found:
        assert 1 <= diagnostic.span.line <= diagnostic.span.end_line <= lines
    for route, _text in located.texts() if located else ():
        span = located.span(route) if located else Span(PATH)
        start = source.offset_of(span.line, span.column)
        assert located is not None
        assert located.route_at(start)[: len(route)] == route


@given(st.text(max_size=20).filter(str.isprintable), st.text("abc", min_size=1, max_size=5))
def test_a_quoted_scalar_is_covered_exactly(value: str, key: str) -> None:
    quoted = "'" + value.replace("'", "''") + "'"
    located = parsed(f"# 😀\n{key}: {quoted}  # x\n")
    assert located.data == {key: value}
    assert written(located, located.span((key,))) == quoted


def test_yaml_is_read_by_libyaml_and_not_by_the_slow_reader() -> None:
    assert yaml.__with_libyaml__
    assert yaml_file.LOADER is yaml.CSafeLoader


KNOWN_TEXTS = [path.read_text("utf-8") for path in sorted(LAW.rglob("*.yml"))]
FLOW_TEXTS = [
    "{a: [1, 'b'], c: {d: }}\n",
    "- a\n-\n- |\n  x\n  y\n",
    'a: >-\n  b\n\n  c\nd: "e\\n"\n',
]


@pytest.mark.parametrize("text", [KNOWN_TEXTS[0], *FLOW_TEXTS])
@pytest.mark.parametrize("way", ["parsed in Python", "replayed"])
def test_the_loader_in_python_reads_what_libyaml_reads(
    text: str, way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    by_libyaml, typed = parsed(text), yaml.load(text, yaml.CSafeLoader)
    if way == "replayed":
        # As it comes to a browser; parsing would fail there, so that only replaying can succeed.
        events = json.loads(json.dumps(events_of(text)))
        monkeypatch.setattr(yaml_loading, "_known", {key_of(text): events})
        monkeypatch.setattr(yaml_loading.yaml.SafeLoader, "__init__", None)
    monkeypatch.setattr(yaml_file, "LOADER", SafeReplay)
    here = parsed(text)
    routes = [route for route, _ in by_libyaml.texts()]
    assert here.data == by_libyaml.data
    assert [here.span(route) for route in routes] == [by_libyaml.span(route) for route in routes]
    assert [here.key_span(r) for r in routes] == [by_libyaml.key_span(r) for r in routes]
    assert yaml.load(text, SafeReplay) == typed  # noqa: S506 — a safe one


def test_every_text_of_the_law_replays_to_the_same_values() -> None:
    for text in KNOWN_TEXTS:
        remember({key_of(text): json.loads(json.dumps(events_of(text)))})
        replayed = yaml.load(text, SafeReplay)  # noqa: S506 — a safe one
        assert replayed == yaml.load(text, yaml.CSafeLoader)
