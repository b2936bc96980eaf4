"""Words of a sentence joined as Indonesian does it."""

from collections.abc import Sequence

_PAIR = 2


def joined(words: Sequence[str]) -> str:
    """Join words: “a”, “a dan b”, “a, b, dan c”."""
    if len(words) <= _PAIR:
        return " dan ".join(words)
    return f"{', '.join(words[:-1])}, dan {words[-1]}"
