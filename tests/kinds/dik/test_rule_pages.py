"""What the pages of the DIK rules quote stands in the reference data, word for word."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from ppid.guide import GUIDE
from ppid.law import LAW

PAGES = sorted((GUIDE / "aturan").glob("DIK-*.md"))
_MARK = re.compile(r"^(?:\([0-9]+\)|[a-z]\.|[0-9]+\.) ")


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for element in value:
            yield from _texts(element)
    else:
        yield str(value)


@pytest.fixture(scope="module")
def law() -> str:
    files = ("dasar-hukum.yml", "pasal-17.yml")
    data = [yaml.safe_load((LAW / name).read_text("utf-8")) for name in files]
    return " ".join(" ".join(_texts(data)).split())


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_quotes_are_exact(page: Path, law: str) -> None:
    lines = page.read_text("utf-8").splitlines()
    quotes = [_MARK.sub("", line[2:]) for line in lines if line.startswith("> ")]
    assert [quote for quote in quotes if quote not in law] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_sentences_are_short(page: Path) -> None:
    prose = page.read_text("utf-8").split("\n## ")[0].splitlines()[1:]
    told = " ".join(line for line in prose if not line.startswith(">"))
    sentences = re.split(r"(?<=[.?!:])\s+(?=[“A-Z])", told)
    assert [s for s in sentences if len(s.split()) > 25] == []
