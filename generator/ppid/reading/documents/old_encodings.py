"""Texts that are no Unicode: in which encoding of an older program they were saved.

Nothing in such a file says it. What tells is whether the characters that come out stand where
people write them: “ before a word, – between words, é inside a word in small letters. Windows-1252
is what Excel on Windows writes, so it is taken where it makes sense and the others do not; the
encoding of old Macintoshes only with a sign of its own. All else is for a person to decide.
"""

import re
from collections import Counter
from dataclasses import dataclass
from typing import Final, NamedTuple

_WINDOWS, _MACINTOSH, _MIXED = "windows", "macintosh", "campuran"
_CODECS: Final = {_WINDOWS: "cp1252", _MACINTOSH: "mac_roman", "dos": "cp850"}
_UTF_8: Final = re.compile(
    rb"(?:[\xc2-\xdf][\x80-\xbf]|[\xe1-\xef][\x80-\xbf]{2}|\xf0[\x90-\xbf][\x80-\xbf]{2})+"
)
_OF_MACINTOSH: Final = re.compile(rb"[\x81\x8d\x8f\x90\x9d]|\r(?!\n|\Z)")
"""Bytes for which Windows-1252 has no character, and ends of lines as only Macintoshes write."""
_LOST: Final = "\ufffd"
_FOREIGN: Final = re.compile(r"[^\x00-\x7f]")
_MOST_SAMPLES: Final = 3
_NEAR: Final = 24
"""Characters around a foreign one that are shown of it."""

# What a character costs that stands as people write it, that is rare, that stands oddly, and that
# makes no sense.
_USUAL, _RARE, _ODD, _SENSELESS = 0.0, 1.0, 3.0, 5.0
_OPENING: Final = frozenset("“‘«")
_CLOSING: Final = frozenset("”’»")
_DASHES: Final = frozenset("–—")
_FRACTIONS: Final = frozenset("½¼¾")
_RAISED: Final = frozenset("²³°")
_SIGNS: Final = frozenset("•·±÷§©®™€£µ")
_ANYWHERE: Final = frozenset("\u00a0…×")
_LETTERS: Final = frozenset("éèêëàáâäãåçñòóôöõìíîïùúûüÉÈÊËÀÁÂÄÃÅÇÑÒÓÔÖÕÌÍÎÏÙÚÛÜ")


@dataclass(frozen=True, slots=True)
class EncodingChoice:
    """A way to read a text: its name in an answer, and how its foreign characters look in it."""

    name: str
    sample: str


class OldText(NamedTuple):
    """A text as it is read for now; where nothing decides, `choices` stand side by side."""

    text: str
    choices: tuple[EncodingChoice, ...] = ()


def read_old_text(content: bytes, chosen: str = "") -> OldText:
    """Read a text that is not UTF-8; `chosen` is the name of an encoding that a person gave."""
    texts = {name: content.decode(codec, "replace") for name, codec in _CODECS.items()}
    texts[_MIXED] = _decoded_in_part(content)
    costs = {name: _cost_of(text) for name, text in texts.items()}
    different: dict[str, str] = {}
    costs[_WINDOWS] -= _RARE  # it is by far the most frequent
    for name in sorted(texts, key=costs.__getitem__):
        if texts[name] not in different.values():
            different[name] = texts[name]
    best, *others = different
    sensible = costs[best] < _RARE * len(_FOREIGN.findall(texts[best]))
    alone = all(costs[other] - costs[best] >= 2 * _RARE for other in others)
    known = best == _WINDOWS or (best == _MACINTOSH and _OF_MACINTOSH.search(content) is not None)
    if sensible and alone and known and _LOST not in texts[best]:
        return OldText(texts[best])
    samples = _samples(different)
    choices = tuple(EncodingChoice(name, samples[name]) for name in different)
    return OldText(different.get(chosen, texts[best]), choices)


def _decoded_in_part(content: bytes) -> str:
    """Decode what is UTF-8 as such and the rest as Windows does: two files were joined."""
    parts, last = [], 0
    for found in _UTF_8.finditer(content):
        parts += [
            content[last : found.start()].decode("cp1252", "replace"),
            found[0].decode("utf-8", "replace"),
        ]
        last = found.end()
    return "".join([*parts, content[last:].decode("cp1252", "replace")])


def _cost_of(text: str) -> float:
    """Return how little sense the foreign characters of a text make; 0 where all stand well."""
    framed = f" {text} "
    contexts = Counter(
        framed[found.start() - 1 : found.end() + 1] for found in _FOREIGN.finditer(framed)
    )
    return sum(_cost(*context) * times for context, times in contexts.items())


def _cost(before: str, char: str, after: str) -> float:
    """Return how odd a foreign character is between its neighbours."""
    between = before.isalpha() and after.isalpha()
    if char in _OPENING:
        if before.isalnum() or after.isspace():
            return _RARE if char == "‘" and between else _ODD
        # A word may begin with it (‘Aisyiyah), or with a letter that it is taken for.
        return _RARE / 2 if char == "‘" and after.islower() else _USUAL
    if char in _DASHES:
        # Between two small letters people type a hyphen.
        return _RARE if before.islower() and after.islower() else _USUAL
    apostrophe = char == "’" and before.isalpha()
    degree = char == "°" and after in {"C", "F"}
    stands_well = {
        _CLOSING: apostrophe or not (before.isspace() or after.isalnum()),
        _FRACTIONS: not before.isalpha() and not after.isalnum(),
        _RAISED: degree or ((before.isalnum() or before == ")") and not after.isalnum()),
        _SIGNS: not between,
        _ANYWHERE: True,
    }
    for kind, well in stands_well.items():
        if char in kind:
            return _USUAL if well else _ODD
    return _cost_of_letter(before, char, after) if char.isalpha() else _SENSELESS


def _cost_of_letter(before: str, char: str, after: str) -> float:
    """Return how odd a letter is: alone, among figures, or a capital in a word of small ones."""
    alone = not before.isalpha() and not after.isalpha()
    turned = before.islower() if char.isupper() else after.isupper()
    if alone or turned or before.isdigit() or after.isdigit() or char not in _LETTERS:
        return _ODD
    return _USUAL if char == "é" else _RARE


def _samples(texts: dict[str, str]) -> dict[str, str]:
    """Return for each reading the first stretches of text in which the readings differ."""
    lines = {name: re.split(r"[\r\n]+", text) for name, text in texts.items()}
    rows = zip(*lines.values(), strict=False)
    shown: dict[str, list[str]] = {name: [] for name in texts}
    for row in rows:
        if len(set(row)) == 1:
            continue
        first = min(found.start() for line in row if (found := _FOREIGN.search(line)))
        for name, line in zip(texts, row, strict=True):
            shown[name].append(line[max(0, first - _NEAR) : first + _NEAR].strip())
        if len(shown[name]) == _MOST_SAMPLES:
            break
    return {name: " / ".join(f"“{part}”" for part in parts) for name, parts in shown.items()}
