"""How well the search answers what people ask: recall of the first ten, rank of the first."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import fmean
from typing import Any
from zlib import crc32

import pytest
import yaml

from ppid.kinds import KINDS, url_of
from tests.conftest import this_body

Open = Callable[..., Any]

TUNED, HELD_OUT = "tala", "uji"
LEAST_RECALL, LEAST_MRR, LEAST_FIRST = 0.95, 0.85, 0.80
NOT_THE_CITY = "TIDAK-ADA"
HALVES = {
    "kueri.tsv": (TUNED, HELD_OUT),
    "kueri-warga.tsv": (TUNED, HELD_OUT),
    "kueri-akhir.tsv": (HELD_OUT,),
    "kueri-sehari.tsv": (HELD_OUT,),
    "kueri-orang.tsv": (TUNED, HELD_OUT),
    "kueri-kebiasaan.tsv": (TUNED, HELD_OUT),
    "kueri-susulan.tsv": (TUNED,),
}
"""The halves that the rows of a file belong to in turn."""
_RECORD = re.compile(r"opd/([^/]+)/(?:dip|dik)/(\d+)/([^/]+)/")
_FOUND = """async questions => {
  const { loadEngine } = await import("/assets/js/cari-mesin.js");
  const engine = await loadEngine();
  const addresses = [];
  for (const question of questions) {
    const { hits, years } = await engine.search(question);
    const best = engine.grouped(hits, years).slice(0, 10);
    const shown = await Promise.all(best.map(({ page }) => engine.shown(page)));
    addresses.push(shown.map(({ url }) => url));
  }
  return addresses;
}"""


@dataclass(frozen=True)
class Pertanyaan:
    tanya: str
    jawab: tuple[str, ...]

    @property
    def half(self) -> str:
        """By checksum, so that nobody chooses which questions the search is tuned on."""
        return HELD_OUT if crc32(self.tanya.encode()) % 2 else TUNED

    def recall(self, found: list[str]) -> float:
        met = sum(any(_fits(url, answer) for url in found) for answer in self.jawab)
        return met / min(10, len(self.jawab))

    def reciprocal_rank(self, found: list[str]) -> float:
        for rank, url in enumerate(found, 1):
            if any(_fits(url, answer) for answer in self.jawab):
                return 1 / rank
        return 0.0


def _fits(url: str, answer: str) -> bool:
    """Tell whether an address is one of the records “opd/KODE@2021 | opd/KODE | halaman/”."""
    record = _RECORD.fullmatch(url)
    name = f"{record[1]}/{record[3].upper()}" if record else url
    for choice in answer.split(" | "):
        wanted, _, years = choice.partition("@")
        if name == wanted and (not years or (record and record[2] in years.split("/"))):
            return True
    return False


def _questions() -> list[Pertanyaan]:
    text = Path(__file__).with_name("pertanyaan.yml").read_text("utf-8")
    return [Pertanyaan(q["tanya"], tuple(q["jawab"])) for q in yaml.safe_load(text)["pertanyaan"]]


def test_questions_are_many_and_at_most_half_are_for_tuning() -> None:
    questions = _questions()
    assert len({q.tanya for q in questions}) == len(questions) >= 150
    assert sum(q.half == TUNED for q in questions) <= len(questions) / 2


def test_answers_exist() -> None:
    corpus = this_body(date(2025, 12, 31))
    addresses = {
        url_of(each.id) for kind in KINDS if kind.address for each in corpus.of(kind.model)
    }
    assert len(addresses) > 1_000
    names = {f"{m[1]}/{m[3].upper()}" for url in addresses if (m := _RECORD.fullmatch(url))}
    wanted = {
        choice.partition("@")[0]
        for question in _questions()
        for answer in question.jawab
        for choice in answer.split(" | ")
    }
    assert wanted <= addresses | names


@pytest.mark.browser
def test_first_ten_hold_the_answers(watch: Open, capsys: pytest.CaptureFixture[str]) -> None:
    questions = _questions()
    with watch() as seen:
        page = seen.open("tentang/aksesibilitas/")
        addresses = page.evaluate(_FOUND, [question.tanya for question in questions])
    figures: dict[str, list[tuple[float, float]]] = {TUNED: [], HELD_OUT: []}
    for question, found in zip(questions, addresses, strict=True):
        figures[question.half].append((question.recall(found), question.reciprocal_rank(found)))
    means = {half: [fmean(f) for f in zip(*all_, strict=True)] for half, all_ in figures.items()}
    with capsys.disabled():
        for half, (recall, mrr) in means.items():
            asked = len(figures[half])
            print(f"\n{half}: {asked} pertanyaan, recall@10 {recall:.3f}, MRR {mrr:.3f}")  # noqa: T201
    for recall, mrr in means.values():
        assert recall >= LEAST_RECALL
        assert mrr >= LEAST_MRR


def _queries(name: str) -> list[tuple[str, str, str]]:
    """Return what is asked, the half it belongs to, and the answers."""
    lines = Path(__file__).with_name(name).read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    halves = HALVES[name]
    return [(row[0], halves[number % len(halves)], row[1]) for number, row in enumerate(rows)]


def _answers(url: str, answers: str) -> bool:
    """Tell whether an address is one of “ABC-KODE|ABC-|-ABC|/bagian/alamat”."""
    record = _RECORD.fullmatch(url)
    kode = record[3].upper() if record else ""
    for answer in answers.split("|"):
        if answer.endswith("-") and kode.startswith(answer):
            return True
        if answer.startswith("-") and kode.endswith(answer):
            return True
        if answer == kode or (not answer.isupper() and re.search(answer, f"/{url}")):
            return True
    return False


@pytest.mark.browser
@pytest.mark.parametrize("name", HALVES)
def test_questions_of_others_are_answered_first(
    name: str, watch: Open, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = [query for query in _queries(name) if query[2] != NOT_THE_CITY]
    with watch() as seen:
        page = seen.open("tentang/aksesibilitas/")
        addresses = page.evaluate(_FOUND, [question for question, *_ in asked])
    for half in sorted({half for _, half, _ in asked}):
        ranks = [
            next((i for i, url in enumerate(found) if _answers(url, answers)), None)
            for (_, of, answers), found in zip(asked, addresses, strict=True)
            if of == half
        ]
        recall = fmean(rank is not None for rank in ranks)
        first = fmean(rank == 0 for rank in ranks)
        with capsys.disabled():
            said = (
                f"\n{name}, {half}: {len(ranks)} kueri, recall@10 {recall:.3f}, pertama {first:.3f}"
            )
            print(said)  # noqa: T201
        assert recall >= LEAST_RECALL
        assert first >= LEAST_FIRST
