"""Find what a Markdown body must not hold: raw HTML, and links that run something."""

import re
from collections.abc import Iterator, Sequence
from html import unescape

from markdown_it import MarkdownIt
from markdown_it.token import Token

from ppid.diagnostics.model import Diagnostic, diagnose
from ppid.diagnostics.span import SourceText, Span
from ppid.reading.files.requirements import BRK_011

_MAX_NESTING = 50
_SHOWN = 60
# Rule pages and their tests say with comments which findings an example must give, on which day,
# and how its file is written: its encoding (`bita`), escapes (`lolos`), or make (`dibuat`).
_EXPECTATION = re.compile(
    r"<!--\s*(?:galat|peringatan|saran|tanggal|bita|lolos|dibuat):(?:(?!-->).)*-->", re.DOTALL
)
_WITH_EXPECTATIONS = ("content/aturan/", "tests/aturan/")
# Browsers drop these before they look at the scheme.
_IGNORED_IN_SCHEME = re.compile(r"[\x00-\x20\x7f-\xa0\xad\u200b-\u200f\u2028-\u202e\u2060\ufeff]+")
_DANGEROUS = re.compile(r"(?:view-source:)?(javascript|vbscript|data):", re.IGNORECASE)
# Bodies in data/ are printed by another parser, which sees links where CommonMark sees code or
# plain text: `[a](javascript:x "t" z)`. There anything that looks like such a link is refused.
_LOOKS_LIKE_LINK = re.compile(r"(?:\][(:]|<)<?(javascript|vbscript|data):", re.IGNORECASE)
_HTML = {"html_block", "html_inline"}


def _as_written(url: str) -> str:
    return url


def _any_link(_url: str) -> bool:
    return True


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": True, "maxNesting": _MAX_NESTING})
    parser.enable("table")
    # By default a dangerous link is dropped silently. Here it must come out, to be reported.
    parser.validateLink = _any_link  # type: ignore[assignment,method-assign]
    parser.normalizeLink = _as_written  # type: ignore[method-assign]
    return parser


def unsafe_parts(source: SourceText, body_start: int) -> list[Diagnostic]:
    """Report every piece of HTML and every dangerous link behind `body_start`."""
    environment: dict[str, dict[str, dict[str, object]]] = {}
    tokens = _parser().parse(source.text[body_start:], environment)
    first_line = source.span_between(body_start, body_start).line
    finder = _Finder(source, first_line)
    findings = [finding for token in tokens for finding in finder.in_block(token)]
    for reference in environment.get("references", {}).values():
        lines = reference.get("map")
        where = lines if isinstance(lines, list) else [0, 1]
        findings += finder.in_link(str(reference.get("href", "")), where)
    if source.path.startswith("data/") and not any("Tautan" in d.message for d in findings):
        findings += _overlooked_links(source, body_start)
    if any(token.level >= _MAX_NESTING - 1 for token in tokens):
        # Deeper text is not parsed at all, so nothing can be said of it.
        span = source.span_between(body_start, body_start + 1)
        findings.append(diagnose(BRK_011, span, "Naskah ini bersarang terlalu dalam"))
    return findings


def _overlooked_links(source: SourceText, body_start: int) -> Iterator[Diagnostic]:
    squeezed = _IGNORED_IN_SCHEME.sub("", unescape(source.text[body_start:]))
    for scheme in sorted({found[1].lower() for found in _LOOKS_LIKE_LINK.finditer(squeezed)}):
        written = re.compile(scheme, re.IGNORECASE).search(source.text, body_start)
        start, end = written.span() if written else (body_start, body_start + 1)
        yield diagnose(BRK_011, source.span_between(start, end), _link_message(scheme))


def _link_message(scheme: str) -> str:
    return f"Tautan “{scheme}:” tidak boleh dipakai"


class _Finder:
    """Looks into tokens and finds their words in the text, never before what it found last."""

    def __init__(self, source: SourceText, first_line: int) -> None:
        self._source = source
        self._first_line = first_line
        self._last: dict[str, int] = {}

    def in_block(self, token: Token) -> Iterator[Diagnostic]:
        lines = token.map or [0, 0]
        if token.type in _HTML:
            yield from self._in_html(token.content, lines)
        for child in _inside(token.children or ()):
            if child.type in _HTML:
                yield from self._in_html(child.content, lines)
            for attribute in ("href", "src"):
                yield from self.in_link(str(child.attrs.get(attribute, "")), lines)

    def in_link(self, url: str, lines: Sequence[int]) -> Iterator[Diagnostic]:
        dangerous = _DANGEROUS.match(_IGNORED_IN_SCHEME.sub("", url))
        if dangerous:
            message = _link_message(dangerous[1].lower())
            yield diagnose(BRK_011, self._place(url, lines), message)

    def _in_html(self, html: str, lines: Sequence[int]) -> Iterator[Diagnostic]:
        allowed = self._source.path.startswith(_WITH_EXPECTATIONS)
        if allowed and not _EXPECTATION.sub("", html).strip():
            return
        written = html.strip().splitlines()[0] if html.strip() else html
        shown = written if len(written) <= _SHOWN else written[: _SHOWN - 1] + "…"
        message = f"HTML mentah “{shown}” tidak boleh dipakai"
        yield diagnose(BRK_011, self._place(written, lines), message)

    def _place(self, written: str, lines: Sequence[int]) -> Span:
        """Find `written` in a block; the block's first line when it is written in disguise."""
        line = self._first_line + lines[0]
        start = self._source.offset_of(line, 1)
        end = self._source.offset_of(self._first_line + lines[1], 1)
        found = self._source.text.find(written, max(start, self._last.get(written, 0)), end)
        if not written or found < 0:
            text = self._source.line_text(line)
            indent = len(text) - len(text.lstrip())
            return self._source.span_between(start + indent, start + len(text.rstrip()))
        self._last[written] = found + len(written)
        return self._source.span_between(found, found + len(written))


def _inside(tokens: Sequence[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from _inside(token.children or ())
