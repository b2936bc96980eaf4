"""Texts of papers with their places filled, or left open where nothing is known."""

from collections.abc import Mapping
from functools import lru_cache

from ppid.kinds.acuan.surat import PLACE
from ppid.publishing.papers.model import Blank, PageField, Words

Values = Mapping[str, str | Words]
"""What is put into the places of a text; an empty value leaves its place open."""


def fill(text: str, values: Values) -> Words:
    """Return a text with its places filled, or left open where nothing is known."""
    words: list[str | Blank | PageField] = []
    for literal, name, note in _places(text):
        value = values.get(name, "")
        parts = value if isinstance(value, tuple) else (value,)
        if not value and note:
            parts = (Blank(note),)
        for part in (literal, *parts):
            if isinstance(part, str) and words and isinstance(words[-1], str):
                words[-1] += part
            elif part:
                words.append(part)
    return tuple(words)


@lru_cache(maxsize=1024)
def _places(text: str) -> tuple[tuple[str, str, str], ...]:
    """Cut a text at its places: what stands before each, its name, and its note."""
    found, end = [], 0
    for place in PLACE.finditer(text):
        found.append((text[end : place.start()], place["name"], place["note"] or ""))
        end = place.end()
    return (*found, (text[end:], "", ""))


def fill_plain(text: str, values: Values) -> str:
    """Fill a text that nobody completes by hand."""
    return "".join(word for word in fill(text, values) if isinstance(word, str))
