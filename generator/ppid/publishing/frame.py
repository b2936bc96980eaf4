"""The page that MkDocs printed becomes static segments; segments and a body become a page."""

import re
from dataclasses import dataclass
from functools import cached_property

SLOTS = ("judul", "uraian", "kanonik", "remah", "nama", "isi", "sunting", "lapor")
OPTIONAL = frozenset({"kanonik", "remah", "nama", "lapor"})
"""Slots that a frame may lack: without a `site_url` there is no canonical address, the home page
has no breadcrumb, and a body without an address gets no reports."""

_SLOT = re.compile(r"@@ppid:(\w+)@@")
_UP = re.compile(r"[^\s\"']*\.\./[^\s\"']*")


class FrameError(Exception):
    """The printed frame is not what the filler needs; the message says what is wrong with it."""


def sentinel(slot: str) -> str:
    """Return the mark that stands for a slot while MkDocs prints the frame."""
    return f"@@ppid:{slot}@@"


@dataclass(frozen=True)
class Frame:
    """A printed frame, cut at its slots.

    `texts` has one element more than `slots`; `up` is what the frame wrote for the root of the
    site (“../..”), which is replaced by the way up from each page.
    """

    texts: tuple[str, ...]
    slots: tuple[str, ...]
    up: str

    @cached_property
    def _by_depth(self) -> dict[int, tuple[str, ...]]:
        return {}

    def fill(self, url: str, values: dict[str, str]) -> str:
        """Return the finished page for an address; `values` holds HTML for every slot."""
        depth = url.count("/")
        texts = self._by_depth.get(depth)
        if texts is None:
            texts = tuple(self._moved(text, way_up(depth)) for text in self.texts)
            self._by_depth[depth] = texts
        parts = [texts[0]]
        for slot, text in zip(self.slots, texts[1:], strict=True):
            parts.append(values[slot])
            parts.append(text)
        return "".join(parts)

    def _moved(self, text: str, way: str) -> str:
        return text.replace(self.up + "/", way).replace(f'"{self.up}"', f'"{way}"')


@dataclass(frozen=True, slots=True)
class Written:
    """The HTML of a hand-written page, cut where the frame puts something in.

    `heading` ends with `</h1>` and `chapters` begin with the first `<h2`; each may be empty.
    """

    heading: str
    opening: str
    chapters: str


def cut_written(html: str) -> Written:
    """Return the parts of a page that MkDocs made of Markdown; together they are all of it."""
    end = html.find("</h1>")
    body = 0 if end < 0 else end + len("</h1>")
    chapters = html.find("<h2", body)
    chapters = len(html) if chapters < 0 else chapters
    return Written(html[:body], html[body:chapters], html[chapters:])


def way_up(depth: int) -> str:
    """Return the way from a page to the root: “./” for the home page, “../../” two folders down."""
    return "../" * depth or "./"


def cut_frame(html: str, up: str) -> Frame:
    """Cut a printed page at its sentinels.

    Raises FrameError unless there is exactly one of each, and when an address of the frame goes
    up by another way than `up`.
    """
    pieces = _SLOT.split(html)
    texts, slots = tuple(pieces[::2]), tuple(pieces[1::2])
    for slot in SLOTS:
        count = slots.count(slot)
        if count > 1 or (count == 0 and slot not in OPTIONAL):
            message = f"bingkai memuat {count} penanda “{sentinel(slot)}”, seharusnya satu"
            raise FrameError(message)
    unknown = set(slots) - set(SLOTS)
    if unknown:
        message = f"bingkai memuat penanda yang tidak dikenal: {', '.join(sorted(unknown))}"
        raise FrameError(message)
    stray = _UP.search(html.replace(up, ""))
    if stray:
        message = f"bingkai memuat alamat “{stray.group()}” yang tidak dapat dipindahkan"
        raise FrameError(message)
    return Frame(texts, slots, up)
