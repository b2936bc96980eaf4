"""Read a Markdown file: front matter in YAML between `---` lines, then the body."""

import re

from ppid.diagnostics.model import Diagnostic, diagnose
from ppid.diagnostics.span import Route, SourceText, Span
from ppid.reading.files.markdown_safety import unsafe_parts
from ppid.reading.files.requirements import BRK_003
from ppid.reading.files.yaml_file import YamlFile, read_yaml

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
        """Give the place of a value of the front matter, or of the body for `("isi",)`."""
        if route[:1] != (BODY,):
            return self.front.span(route)
        start = self.body_start + len(self.body) - len(self.body.lstrip())
        return self.source.span_between(start, max(start, len(self.source.text.rstrip())))

    def key_span(self, route: Route) -> Span:
        """Give the place of a key of the front matter; the body has none but itself."""
        return self.span(route) if route[:1] == (BODY,) else self.front.key_span(route)

    def route_at(self, offset: int) -> Route:
        """Give the route of the innermost value at `offset`; `("isi",)` anywhere in the body."""
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
    if _is_empty(source.text[start:end]):
        return _with_body(source, YamlFile(source, {}, {}), closing.end(), [])
    front, findings = read_yaml(source, start, end)
    if front is None:
        return None, [*findings, *unsafe_parts(source, closing.end())]
    return _with_body(source, front, closing.end(), findings)


def _is_empty(front: str) -> bool:
    return all(_CONTENT.match(line.strip()) is None for line in front.splitlines())


def _with_body(
    source: SourceText, front: YamlFile, body_start: int, findings: list[Diagnostic]
) -> tuple[MarkdownFile, list[Diagnostic]]:
    return MarkdownFile(source, front, body_start), [*findings, *unsafe_parts(source, body_start)]
