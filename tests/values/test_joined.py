"""Words joined in a sentence."""

import pytest

from ppid.values.text import joined


@pytest.mark.parametrize(
    ("names", "sentence"),
    [([], ""), (["a"], "a"), (["a", "b"], "a dan b"), (["a", "b", "c"], "a, b, dan c")],
)
def test_joined(names: list[str], sentence: str):
    assert joined(names) == sentence
