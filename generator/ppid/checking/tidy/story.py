"""An activity in normal form: its front matter as YAML, its story with the same printed result."""

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt

from ppid.checking.tidy.lines import ended, unified
from ppid.checking.tidy.model import CannotTidyError
from ppid.checking.tidy.yaml_text import tidy_yaml
from ppid.core.record import Part
from ppid.diagnostics.span import SourceText
from ppid.reading.files.markdown_file import MarkdownFile, read_markdown

_ONE_SPACE = re.compile(r"(?<=\S)[ \t]$")


def tidy_story(path: str, text: str, model: type[Part]) -> tuple[str, tuple[str, ...]]:
    """Give a file in normal form and what changed. Raises CannotTidyError if it cannot be read."""
    start = unified(text)
    file = _read(path, start)
    front = start[: file.body_start]
    changes: tuple[str, ...] = ()
    if file.front.data:
        opening, rest = front.split("\n", 1)
        inside, closing = rest.rstrip("\n").rsplit("\n", 1)
        tidied, changes = tidy_yaml(path, f"{inside}\n", model)
        front = f"{opening.rstrip()}\n{tidied}{closing.rstrip()}\n"
    body = _tidy_body(file.body)
    written = front + body
    if _read(path, written).front.data != file.front.data:
        raise CannotTidyError("Hasil rapihannya tidak sama isinya; laporkan sebagai cacat program")
    return written, (*changes, *_changes(file.body, body))


def _read(path: str, text: str) -> MarkdownFile:
    file, found = read_markdown(SourceText(path, text))
    if file is None:
        raise CannotTidyError(f"Baris {found[0].span.line}: {found[0].message}")
    return file


def _tidy_body(body: str) -> str:
    """Drop single spaces at line ends; two of them break a line and stay.

    Where that would print anything else (inside code, say), the story is left as it is.
    """
    stripped = "\n".join(_ONE_SPACE.sub("", line) for line in ended(body).split("\n"))
    html = MarkdownIt("commonmark").render
    whole = body if body.endswith("\n") or not body else f"{body}\n"
    return stripped if html(stripped) == html(body) else whole


def _changes(before: str, after: str) -> Iterator[str]:
    if before != after:
        yield "spasi di akhir baris dan baris kosong di akhir berkas dihapus"
