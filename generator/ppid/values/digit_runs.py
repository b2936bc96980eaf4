"""Long runs of digits in a text, cut into groups, and what stands around them."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple


class Group(NamedTuple):
    """Digits without a gap, and what separates them from the digits before."""

    digits: str
    start: int
    end: int
    gap: str


# Begins with a plain set and looks at nothing before it: that keeps the search fast.
# A run ends after some thousand digits, so that a text of nothing else does not fill the memory.
# Word processors put hard spaces and dashes where people type plain ones.
_RUN: Final = re.compile(
    r"[0-9](?:(?:\)?[ ./\u00a0\u2007\u202f\u2010-\u2013-]{0,2}|[ \r]*\n\s*)[0-9]){9,4000}+[0-9]*"
)
_AS_TYPED: Final = str.maketrans(
    dict.fromkeys("\u00a0\u2007\u202f", " ") | dict.fromkeys("\u2010\u2011\u2012\u2013", "-")
)
_GROUP: Final = re.compile(r"[0-9]+")
# Digits right after other letters are pieces of codes and of addresses.
_LABELS: Final = ("nik", "kk", "ktp", "npwp", "wa", "hp", "telp", "no", "rek")
_NEAR: Final = 60


def digit_runs(text: str) -> Iterator[list[Group]]:
    """Give the groups of every run of ten digits or more, gaps and one line end allowed."""
    for run in _RUN.finditer(text):
        groups: list[Group] = []
        for match in _GROUP.finditer(text, *run.span()):
            gap = text[groups[-1].end : match.start()].translate(_AS_TYPED) if groups else ""
            groups.append(Group(match[0], match.start(), match.end(), gap))
        yield groups


def joined(groups: list[Group]) -> str:
    """Give the digits of several groups as one number."""
    return "".join(group.digits for group in groups)


def reaching(groups: list[Group], index: int, digits: int) -> list[Group]:
    """Give the groups from `index` on that together have exactly so many digits, or none."""
    total = 0
    for last in range(index, len(groups)):
        total += len(groups[last].digits)
        if total >= digits:
            return groups[index : last + 1] if total == digits else []
    return []


def gaps_of(chosen: list[Group]) -> set[str]:
    """Give the different gaps inside a number."""
    return {group.gap for group in chosen[1:]}


def stands_alone(text: str, groups: list[Group], index: int, count: int) -> bool:
    """Tell whether `count` groups are no piece of a word, a fraction, or a longer dotted code."""
    first, last = groups[index], groups[index + count - 1]
    before = text[max(0, first.start - 6) : first.start]
    if before[-1:].isalpha() and not before.lower().endswith(_LABELS):
        return False
    if text[last.end : last.end + 1].isalpha():
        return False
    follows = groups[index + count].gap if index + count < len(groups) else ""
    return first.gap != "." and follows not in {".", "-"}


def words_before(text: str, group: Group) -> str:
    """Give what stands before a number on the same line, in small letters."""
    return text[max(0, group.start - _NEAR) : group.start].rpartition("\n")[2].lower()


def words_after(text: str, group: Group) -> str:
    """Give what stands after a number on the same line, in small letters."""
    return text[group.end : group.end + _NEAR].partition("\n")[0].lower()
