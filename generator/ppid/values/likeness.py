"""Which of many texts are most like one: rapidfuzz where it is compiled, big integers where not.

The second runs in a browser. There one text is held against all others at once: the longest common
subsequences of a text with every other one are counted in one integer, a block of bits each (Hyyrö
2004). The tests hold it against rapidfuzz: same texts, same likeness, same order.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from heapq import nsmallest
from typing import Final

from rapidfuzz import fuzz, process

_COMPILED: Final = not fuzz.ratio.__module__.endswith("_py")
_BITS: Final = 8


def most_alike(
    texts: Sequence[str], among: Sequence[str], least: int, most: int
) -> Iterator[tuple[int, int, float]]:
    """Yield for each text the others that are most like it, as positions, with their likeness.

    Likeness goes from 0 to 100; at least `least` is asked for, of at most `most` others.
    """
    if not _COMPILED:
        yield from most_alike_at_once(texts, among, least, most)
        return
    found = {
        text: process.extract(
            text, among, scorer=fuzz.ratio, processor=None, score_cutoff=least, limit=most
        )
        for text in dict.fromkeys(texts)
    }
    for place, text in enumerate(texts):
        for _, score, other in found[text]:
            yield place, other, score


def most_alike_at_once(
    texts: Sequence[str], among: Sequence[str], least: int, most: int
) -> Iterator[tuple[int, int, float]]:
    """Say the same without rapidfuzz."""
    blocks = _Blocks(among)
    for place, text in enumerate(texts):
        near = (
            (-score, other)
            for other, common in enumerate(blocks.common_with(text))
            if (score := _likeness(common, len(text) + len(among[other]))) >= least / 100
        )
        for score, other in nsmallest(most, near):
            yield place, other, -score * 100


def _likeness(common: int, letters: int) -> float:
    """Return what rapidfuzz calls the normalised similarity, with its own steps of rounding."""
    return 1 - (letters - 2 * common) / letters if letters else 1.0


class _Blocks:
    """Texts as one integer: a bit for each letter, and a free bit behind that stops a carry."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._bounds: list[tuple[int, int, int]] = []
        masks: dict[str, bytearray] = defaultdict(bytearray)
        start = 0
        for text in texts:
            end = start + len(text) // _BITS + 1
            self._bounds.append((start, end, len(text)))
            for position, letter in enumerate(text):
                mask, bit = masks[letter], start * _BITS + position
                mask.extend(bytes(end - len(mask)))
                mask[bit // _BITS] |= 1 << bit % _BITS
            start = end
        self._size = start
        self._masks = {each: int.from_bytes(mask, "little") for each, mask in masks.items()}
        self._letters = sum(self._masks.values())

    def common_with(self, text: str) -> Iterator[int]:
        """Yield how long the longest common subsequence with each of the texts is."""
        unmatched = self._letters
        for letter in text:
            mask = self._masks.get(letter)
            if mask is not None:
                here = unmatched & mask
                unmatched = (unmatched + here | unmatched - here) & self._letters
        left = unmatched.to_bytes(self._size, "little")
        for start, end, length in self._bounds:
            yield length - int.from_bytes(left[start:end], "little").bit_count()
