"""What tests of papers share: the invented town, read once."""

from datetime import date
from pathlib import Path

import pytest

from ppid.checking.check import load_and_check
from ppid.core.corpus import Corpus
from ppid.kinds.daftar import DaftarDikecualikan, DaftarPublik
from ppid.publishing.papers.model import Paper
from ppid.publishing.papers.of_lists import papers_of
from tests.conftest import DAY, TOWN


@pytest.fixture(scope="session")
def corpus() -> Corpus:
    return load_and_check(TOWN, date.fromisoformat(DAY)).corpus


def _by_name(papers: tuple[Paper, ...]) -> dict[str, Paper]:
    return {paper.name: paper for paper in papers}


@pytest.fixture(scope="session")
def dik(corpus: Corpus) -> dict[str, Paper]:
    """The papers of a DIK in which rows changed since the year before."""
    daftar = corpus.get(DaftarDikecualikan, "setda", 2021)
    assert daftar is not None
    return _by_name(papers_of(daftar, corpus))


@pytest.fixture(scope="session")
def salinan(corpus: Corpus) -> dict[str, Paper]:
    """The papers of a faithful copy of a decision that lacks much."""
    daftar = corpus.get(DaftarDikecualikan, "setda", 2020)
    assert daftar is not None
    return _by_name(papers_of(daftar, corpus))


@pytest.fixture(scope="session")
def dip(corpus: Corpus) -> Paper:
    """The paper of a DIP of demonstration data."""
    daftar = corpus.get(DaftarPublik, "dinkes", 2020)
    assert daftar is not None
    (paper,) = papers_of(daftar, corpus)
    return paper


@pytest.fixture
def kota(proyek: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(proyek)
    return proyek
