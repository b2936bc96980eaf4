"""A review as a comment on a pull request, or as a report of any length.

The comment begins with a mark by which the next run finds and replaces it.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from ppid.diagnostics.inert import literal
from ppid.reviewing.model import Review
from ppid.reviewing.outline import TITLE, OutlineBlock, OutlineEntry, opening, outline
from ppid.values.numbers import format_bulat

MARK: Final = "<!-- ppid-tinjau -->"
LIMIT: Final = 65_000
"""GitHub takes 65,536 characters."""
_LONGEST: Final = 300
_LINES: Final = 8
_HEADING: Final = 200
"""Room for the heading of a block and the line that counts what was left out."""
_CLOSING: Final = (
    "\nLaporan ini dipotong. Lengkapnya ada di laporan, yang ditulis oleh "
    "<code>ppid tinjau --format markdown --keluaran laporan.md</code>.\n"
)


def as_markdown(review: Review, limit: int | None = LIMIT) -> str:
    """Write a review in at most `limit` characters, gravest first; None writes everything."""
    blocks = list(outline(review))
    first, compared = (literal(text, 4 * _LONGEST) for text in opening(review))
    head = f"{MARK}\n## {TITLE}\n\n**{first}**\n\n{compared}\n"
    if limit is None:
        return head + "".join(_whole(block) for block in blocks)
    room = limit - len(head) - len(_CLOSING) - _HEADING * len(blocks)
    shared = {id(b): _fitted(b, int(b.share * room)) for b in blocks if b.share}
    room -= sum(map(len, shared.values()))
    parts: list[str] = []
    for block in blocks:
        part = shared.get(id(block)) or _fitted(block, max(room, 0))
        room -= 0 if block.share else len(part)
        parts.append(part)
    text = head + "".join(parts)
    return text + _CLOSING if "lengkapnya di laporan" in text else text


def _whole(block: OutlineBlock) -> str:
    entries = [_entry(entry, None) for entry in block.entries]
    return _joined([_title(block), *entries, ""])


def _title(block: OutlineBlock) -> str:
    return f"\n### {block.title} ({format_bulat(len(block.entries))})\n"


def _fitted(block: OutlineBlock, room: int) -> str:
    """Return as many entries as fit, each whole, and count the rest."""
    lines = [_title(block)]
    for written, entry in enumerate(block.entries):
        text = _entry(entry, _LINES)
        room -= len(text) + 1
        if room < 0:
            left = format_bulat(len(block.entries) - written)
            more = f"… dan {left} lainnya" if written else f"{left} hal"
            lines += ["", f"- {more}; lengkapnya di laporan"]
            break
        lines.append(text)
    return _joined([*lines, ""])


def _joined(lines: Sequence[str]) -> str:
    return "\n".join(lines).replace("\n\n\n", "\n\n")


def _entry(entry: OutlineEntry, most: int | None) -> str:
    longest = _LONGEST if most else 20 * _LONGEST
    if entry.ask:
        quote = f"\n> {literal(entry.quote, 4 * _LONGEST)}\n\n" if entry.quote else ""
        return f"{quote}- [ ] {literal(entry.head, 2 * longest)}"
    mark = f" — {literal(entry.mark, longest)}" if entry.mark else ""
    head = f"- **{literal(entry.head, longest)}**{mark}"
    return "".join([head, *(f"<br>{line}" for line in _lines(entry.lines, longest, most))])


def _lines(lines: Sequence[str], longest: int, most: int | None) -> Iterator[str]:
    shown = lines if most is None else lines[:most]
    for line in shown:
        yield literal(line, 2 * longest)
    if len(lines) > len(shown):
        yield f"… dan {format_bulat(len(lines) - len(shown))} lainnya; lengkapnya di laporan"
