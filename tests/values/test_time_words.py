"""The words for times, terms and retentions: whole, in small letters, each once in its group."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

import pytest
from pydantic import ValidationError

from ppid.values.time_words import TIME_WORDS, TimeWords, pattern_of

GROUPS = TIME_WORDS.model_dump()


def phrases(group: object) -> Iterator[str]:
    if isinstance(group, str):
        yield group
    elif isinstance(group, Mapping):
        for inner in group.values():
            yield from phrases(inner)
    elif isinstance(group, list | tuple):
        for inner in group:
            yield from phrases(inner)


@pytest.mark.parametrize("name", GROUPS)
def test_a_group_has_small_words_each_once(name: str) -> None:
    words = list(phrases(GROUPS[name]))
    assert words
    assert [word for word in words if word != " ".join(word.lower().split())] == []
    assert [word for word, count in Counter(words).items() if count > 1] == []


def test_every_month_and_weekday_is_there() -> None:
    assert (len(TIME_WORDS.bulan), len(TIME_WORDS.hari)) == (12, 7)


def test_a_group_that_nobody_knows_is_refused() -> None:
    with pytest.raises(ValidationError):
        TimeWords.model_validate({**GROUPS, "lain": ["kata"]})


def test_phrases_are_whole_words_and_the_longest_is_tried_first() -> None:
    found = re.compile(pattern_of(["masa", "masa aktif"]))
    assert [one[0] for one in found.finditer("masa  aktif, masalah, masa2")] == [
        "masa  aktif",
        "masa",
    ]
