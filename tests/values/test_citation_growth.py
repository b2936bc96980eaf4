"""A legal basis is read in time that grows with its length, and in little memory."""

import tracemalloc
from collections.abc import Callable

import pytest

from ppid.values.citation_tokens import tokens
from ppid.values.citations import read
from tests.growth import Work, assert_even

pytestmark = pytest.mark.long

SHAPES: dict[str, Callable[[int], str]] = {
    "lines of single letters": lambda n: "a\n" * (n // 2),
    "letters before stops": lambda n: "Pasal 17 huruf b, c. Pasal 3; " * (n // 30),
    "laws in brackets": lambda n: "UU 1/2020 (UU 2/2021 Pasal 3) " * (n // 30),
    "dashes": lambda n: "Pasal 1 - 2 - 3 – " * (n // 18),
    "points of a list": lambda n: "1. UU 14/2008 Pasal 17\n" * (n // 23),
    "parts before articles": lambda n: "huruf h Pasal 17 " * (n // 17),
    "doubts and other sources": lambda n: "mungkin Pasal 3, kode etik kota Pasal 5 " * (n // 40),
    "regions behind laws": lambda n: "Perda 3/2017 Kota Bekasi " * (n // 25),
    "numbers that go on": lambda n: "SE 5/2021/S.J/ " * (n // 15),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_a_long_legal_basis_costs_in_proportion(shape: str) -> None:
    def prepare(size: int) -> Work:
        text = SHAPES[shape](size)
        return lambda: read.__wrapped__(text)  # as if it had never been read

    reading = assert_even(prepare, 8_000)
    assert reading.citations or reading.problems


LISTS: dict[str, Callable[[int], str]] = {
    "letters of an address": lambda n: "a/" * (n // 2),
    "letters": lambda n: "huruf " + "a, b dan " * (n // 9),
    "figures": lambda n: "angka " + "1, 2 dan " * (n // 9),
    "paragraphs": lambda n: "ayat " + "(1) dan " * (n // 8),
    "articles": lambda n: "Pasal " + "1 dan " * (n // 6),
    "points": lambda n: "butir " + "1 dan " * (n // 6),
    "points of letters": lambda n: "butir " + "a dan " * (n // 6),
    "letters in brackets": lambda n: "(a) dan " * (n // 8),
    "plain words": lambda n: "kata " * (n // 5),
}


@pytest.mark.parametrize("listed", LISTS)
def test_a_long_list_is_no_burden_on_memory(listed: str) -> None:
    """A matcher keeps what it needs to go back, for every repetition that may grow further."""
    text = LISTS[listed](120_000)
    tokens(text[:100])
    tracemalloc.start()
    try:
        found = tokens(text)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert bool(found) is (listed != "plain words")
    assert peak < 30_000_000
