"""One regular expression for many words that stays fast over a large text."""

import re
from collections.abc import Iterable

_Tree = dict[str, "_Tree"]


def pattern_of(words: Iterable[str]) -> str:
    """Give a pattern for any of `words`; common beginnings are tried once, not word by word."""
    root: _Tree = {}
    for word in words:
        node = root
        for character in word:
            node = node.setdefault(character, {})
        node[""] = {}
    return _branch(root)


def _branch(node: _Tree) -> str:
    ways = [re.escape(step) + _branch(rest) for step, rest in sorted(node.items()) if step]
    if not ways:
        return ""
    joined = "(?:" + "|".join(ways) + ")"
    return joined + "?" if "" in node else joined
