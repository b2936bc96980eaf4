"""Read a Markdown file: front matter in YAML between `---` lines, then the body."""

import re
from collections.abc import Iterator, Sequence
from html import unescape

from markdown_it import MarkdownIt
from markdown_it.token import Token

from ppid.diagnostics.diagnostic import Diagnostic, diagnose
from ppid.diagnostics.places import Route, SourceText, Span
from ppid.reading.files.requirements import BRK_003, BRK_011
from ppid.reading.files.yaml_file import YamlFile, read_yaml

_MAX_NESTING = 50
_SHOWN = 60
# Rule pages and their tests say with comments which findings an example must give, on which day,
# and how its file is written: its encoding (`bita`), escapes (`lolos`), or make (`dibuat`).
_EXPECTATION = re.compile(
    r"<!--\s*(?:galat|peringatan|saran|tanggal|bita|lolos|dibuat):(?:(?!-->).)*-->", re.DOTALL
)
_WITH_EXPECTATIONS = ("content/aturan/", "ppid/guide/aturan/", "tests/aturan/")
# Browsers drop these before they look at the scheme.
_IGNORED_IN_SCHEME = re.compile(r"[\x00-\x20\x7f-\xa0\xad\u200b-\u200f\u2028-\u202e\u2060\ufeff]+")
_DANGEROUS = re.compile(r"(?:view-source:)?(javascript|vbscript|data):", re.IGNORECASE)
# Bodies in data/ are printed by another parser, which sees links where CommonMark sees code or
# plain text: `[a](javascript:x "t" z)`. There anything that looks like such a link is refused.
_LOOKS_LIKE_LINK = re.compile(r"(?:\][(:]|<)<?(javascript|vbscript|data):", re.IGNORECASE)
_HTML = {"html_block", "html_inline"}


BODY = "isi"
"""The route of the body, beside the keys of the front matter."""

_FENCE = re.compile(r"---[ \t]*(?:\r\n|\r|\n|$)")
_CLOSING = re.compile(r"(?<=[\r\n])---[ \t]*(?:\r\n|\r|\n|$)")
_CONTENT = re.compile(r"[^\s#]")


class MarkdownFile:
    """The front matter and the body of one file, both with their places."""

    def __init__(self, source: SourceText, front: YamlFile, body_start: int) -> None:
        """Keep the parts; without front matter `front` holds no key and `body_start` is 0."""
        self.source = source
        self.front = front
        self.body_start = body_start

    @property
    def body(self) -> str:
        """The text behind the front matter."""
        return self.source.text[self.body_start :]

    def span(self, route: Route = ()) -> Span:
        """Return the place of a value of the front matter, or of the body for `("isi",)`."""
        if route[:1] != (BODY,):
            return self.front.span(route)
        start = self.body_start + len(self.body) - len(self.body.lstrip())
        return self.source.span_between(start, max(start, len(self.source.text.rstrip())))

    def key_span(self, route: Route) -> Span:
        """Return the place of a key of the front matter; the body has none but itself."""
        return self.span(route) if route[:1] == (BODY,) else self.front.key_span(route)

    def route_at(self, offset: int) -> Route:
        """Return the route of the innermost value at `offset`; `("isi",)` anywhere in the body."""
        return (BODY,) if offset >= self.body_start else self.front.route_at(offset)


def read_markdown(source: SourceText) -> tuple[MarkdownFile | None, list[Diagnostic]]:
    """Read a file; None when its front matter cannot be read."""
    opening = _FENCE.match(source.text)
    if opening is None:
        return _with_body(source, YamlFile(source, {}, {}), 0, [])
    closing = _CLOSING.search(source.text, opening.end())
    if closing is None:
        span = source.span_between(0, len("---"))
        message = "Bagian keterangan di awal berkas tidak ditutup dengan baris “---”"
        return None, [diagnose(BRK_003, span, message, hint="Tambahkan baris “---” sesudahnya.")]
    start, end = opening.end(), closing.start()
    if not any(_CONTENT.match(line.strip()) for line in source.text[start:end].splitlines()):
        return _with_body(source, YamlFile(source, {}, {}), closing.end(), [])
    front, findings = read_yaml(source, start, end)
    if front is None:
        return None, [*findings, *_unsafe_parts(source, closing.end())]
    return _with_body(source, front, closing.end(), findings)


def _with_body(
    source: SourceText, front: YamlFile, body_start: int, findings: list[Diagnostic]
) -> tuple[MarkdownFile, list[Diagnostic]]:
    return MarkdownFile(source, front, body_start), [*findings, *_unsafe_parts(source, body_start)]


def _unsafe_parts(source: SourceText, body_start: int) -> list[Diagnostic]:
    """Report every piece of HTML and every dangerous link behind `body_start`."""
    parser = MarkdownIt("commonmark", {"html": True, "maxNesting": _MAX_NESTING})
    parser.enable("table")
    # By default a dangerous link is dropped silently. Here it must come out, to be reported.
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]
    environment: dict[str, dict[str, dict[str, object]]] = {}
    tokens = parser.parse(source.text[body_start:], environment)
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
