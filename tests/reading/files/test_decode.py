"""Bytes as office software writes them, and bytes that are no text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppid.diagnostics.diagnostic import Severity
from ppid.diagnostics.places import Span
from ppid.reading.files.decode import decode

TEXT = "kode,informasi\r\nA-1,“é”\n"


@pytest.mark.parametrize("text", ["", "abc\n", TEXT, "😀\u2028\x85"])
def test_utf8_is_read_in_silence(text: str) -> None:
    source, found = decode("data/a.csv", text.encode())
    assert source is not None
    assert (source.text, found) == (text, [])


@pytest.mark.parametrize(
    ("encoding", "prefix", "piece", "line", "column"),
    [
        ("utf-8-sig", b"", "tanda BOM", 1, 1),
        ("utf-16-le", b"\xff\xfe", "UTF-16", 1, 1),
        ("utf-16-be", b"\xfe\xff", "UTF-16", 1, 1),
        ("cp1252", b"", "Windows-1252", 2, 5),
    ],
)
def test_other_encodings_are_read_with_advice(
    encoding: str, prefix: bytes, piece: str, line: int, column: int
) -> None:
    source, found = decode("data/a.csv", prefix + TEXT.encode(encoding))
    assert source is not None
    assert source.text == TEXT
    assert [(d.rule_id, d.severity) for d in found] == [("BRK-001", Severity.SARAN)]
    assert piece in found[0].message
    assert (found[0].span.line, found[0].span.column) == (line, column)


def test_advice_speaks_of_the_program_that_fits() -> None:
    table, note = (decode(path, b"a\xe9")[1][0].hint for path in ("data/a.csv", "data/a.yml"))
    assert "Excel" in table
    assert "Notepad" in note


@pytest.mark.parametrize(
    ("raw", "piece", "place"),
    [
        (b"a\nb\x81", "0x81", (2, 2)),
        (b"a\0b", "NUL", (1, 2)),
        (b"\xef\xbb\xbfa\0", "NUL", (1, 2)),
        (b"\xef\xbb\xbfa\xff", "0xFF", (1, 2)),
        (b"\xff\xfea", "UTF-16", (1, 1)),
        (b"\xff\xfe\x00\xd8", "UTF-16", (1, 1)),
        (b"\xff\xfe\0\0a\0\0\0", "UTF-32", (1, 1)),
        ("é".encode() + b"\n\xe9x", "bagian lain", (2, 1)),
        (b"PK\x03\x04rest", "Excel", (1, 1)),
        (b"%PDF-1.7", "PDF", (1, 1)),
    ],
)
def test_what_is_no_certain_text_is_refused(raw: bytes, piece: str, place: tuple[int, int]) -> None:
    source, found = decode("data/a.csv", raw)
    assert source is None
    assert [d.severity for d in found] == [Severity.GALAT]
    assert piece in found[0].message
    assert (found[0].span.line, found[0].span.column) == place


@given(st.binary(max_size=200))
def test_no_bytes_raise_and_refusal_says_why(raw: bytes) -> None:
    source, found = decode("data/a.yml", raw)
    assert source is not None or [d.severity for d in found] == [Severity.GALAT]
    assert source is None or "\0" not in source.text
    assert all(d.span >= Span("data/a.yml") for d in found)
