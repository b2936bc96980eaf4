"""A review for a terminal: plain lines, nothing in them that a terminal or a log would obey."""

from collections.abc import Iterator

from ppid.diagnostics.inert import brief
from ppid.reviewing.model import Review
from ppid.reviewing.outline import TITLE, OutlineBlock, OutlineEntry, opening, outline
from ppid.values.numbers import format_bulat

_LONGEST = 600
_LINES = 12
_ENTRIES = 40
_BOLD, _BLUE = "1", "34"


def as_text(review: Review, *, colour: bool, whole: bool = False) -> str:
    """Print a review; unless `whole`, a long block ends with the number of what was left out."""
    painter = _Painter(colour, whole)
    lines = [painter.bold(TITLE), *(_shown(text) for text in opening(review))]
    for block in outline(review):
        lines += ["", *painter.block(block)]
    # A log of GitHub Actions would obey the old form of a command anywhere in a line.
    return "\n".join([*lines, ""]).replace("##[", "##⟦")


class _Painter:
    def __init__(self, colour: bool, whole: bool) -> None:  # noqa: FBT001 — two facts, not modes
        self._colour = colour
        self._whole = whole

    def bold(self, text: str, code: str = _BOLD) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self._colour else text

    def block(self, block: OutlineBlock) -> Iterator[str]:
        yield self.bold(f"{block.title} ({format_bulat(len(block.entries))})", _BLUE)
        shown = block.entries if self._whole else block.entries[:_ENTRIES]
        for entry in shown:
            yield from self._entry(entry)
        if len(block.entries) > len(shown):
            left = format_bulat(len(block.entries) - len(shown))
            yield f"  … dan {left} lainnya; lengkapnya dengan --keluaran"

    def _entry(self, entry: OutlineEntry) -> Iterator[str]:
        if entry.ask:
            if entry.quote:
                yield f"    | {_shown(entry.quote)}"
            yield f"  [ ] {_shown(entry.head)}"
            return
        mark = f" — {_shown(entry.mark)}" if entry.mark else ""
        yield f"  - {self.bold(_shown(entry.head))}{mark}"
        shown = entry.lines if self._whole else entry.lines[:_LINES]
        for line in shown:
            yield f"    | {_shown(line)}"
        if len(entry.lines) > len(shown):
            yield f"    | … dan {format_bulat(len(entry.lines) - len(shown))} lainnya"


def _shown(text: str) -> str:
    return brief(text, _LONGEST)
