"""The strings that the cells of an old workbook (.xls) share: which parts are struck through.

calamine yields the texts alone. Here the records are read in which they are stored, with the fonts
of their parts ([MS-XLS] 2.4.265 and 2.5.293).
"""

import struct
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from itertools import accumulate, pairwise
from typing import Final

from ppid.reading.documents.stored import Run

_NO_FONT: Final = 4
_WIDE, _EXTENDED, _RICH = 0x1, 0x4, 0x8


def font_at(number: int) -> int:
    """Return the place of a font among those of the workbook: they are counted without a 4."""
    return number - (number > _NO_FONT)


def rich_texts(
    records: Sequence[bytes], struck: Collection[int]
) -> Iterator[tuple[int, list[Run]]]:
    """Yield with its number each string that is written in several fonts.

    `records` are that with the strings and those that continue it; `struck` the places of the
    fonts that strike through. What is damaged ends the reading.
    """
    strings = _Strings(records)
    try:
        _, count = strings.numbers("<II")
        for index in range(count):
            text, marks = strings.next_one()
            if marks:
                cuts = [0, *(start for start, _ in marks), len(text)]
                looks = [None, *(font_at(font) in struck for _, font in marks)]
                parts = zip(pairwise(cuts), looks, strict=True)
                yield index, [Run(text[a:b], look) for (a, b), look in parts if a < b]
    except struct.error:
        return


class _Strings:
    """Goes through the strings; each may go on in the next record, behind a flag of its own."""

    def __init__(self, records: Sequence[bytes]) -> None:
        self.stream = b"".join(records)
        self.ends = list(accumulate(map(len, records)))
        self.breaks = frozenset(self.ends)
        self.at = 0

    def numbers(self, shape: str) -> tuple[int, ...]:
        found = struct.unpack_from(shape, self.stream, self.at)
        self.at += struct.calcsize(shape)
        return found

    def next_one(self) -> tuple[str, list[tuple[int, int]]]:
        """Return a string, and where its parts begin with the number of their font."""
        length, flags = self.numbers("<HB")
        parts = self.numbers("<H")[0] if flags & _RICH else 0
        extended = self.numbers("<I")[0] if flags & _EXTENDED else 0
        wide, text = flags, list[str]()
        while length:
            if self.at in self.breaks:
                (wide,) = self.numbers("<B")
            end = self.ends[bisect_right(self.ends, self.at)] if self.at < self.ends[-1] else 0
            size = 2 if wide & _WIDE else 1
            taken = min(length, (end - self.at) // size)
            if taken <= 0:
                raise struct.error("a string that goes on nowhere")
            piece = self.stream[self.at : self.at + taken * size]
            text.append(piece.decode("utf-16-le" if size > 1 else "latin-1", "replace"))
            self.at += taken * size
            length -= taken
        marks = [(start, font) for start, font in (self.numbers("<HH") for _ in range(parts))]
        self.at += extended
        return "".join(text), marks
