"""How far apart the files of honest work are, and which files are taken for copies."""

from collections import defaultdict
from datetime import date
from fractions import Fraction
from itertools import combinations

import pytest

from ppid.assessing.copies import Words, file_of, first_copy, own_words, shared
from ppid.assessing.fitting import FEWEST_WORDS
from ppid.core.corpus import Corpus
from ppid.core.document import Contents
from ppid.kinds.dip.model import InformasiPublik
from ppid.values.titles import words_in
from tests.assessing.test_cheats import ROW, placed
from tests.conftest import of_the_city, this_body

DAY = date(2025, 12, 31)


def listed(corpus: Corpus) -> dict[tuple[str, int], dict[str, InformasiPublik]]:
    """Return a row for each file of each list."""
    found: dict[tuple[str, int], dict[str, InformasiPublik]] = defaultdict(dict)
    for row in corpus.of(InformasiPublik):
        if file_of(row) in corpus.contents:
            found[row.id.opd, row.id.tahun][file_of(row)] = row
    return found


@of_the_city
def test_files_of_honest_work_are_no_copies_and_say_enough() -> None:
    corpus = this_body(DAY)
    alike, fewest = Fraction(0), 1000
    for rows in listed(corpus).values():
        words = {path: own_words(row, corpus) for path, row in rows.items()}
        assert all(first_copy(row, corpus) == path for path, row in rows.items())
        fewest = min(fewest, *map(len, words.values()))
        for one, other in combinations(words.values(), 2):
            alike = max(alike, Fraction(*shared(one, other)))
    assert alike < Fraction(3, 5)
    assert fewest > 2 * FEWEST_WORDS


def corpus_of(*texts: str, titles: tuple[str, ...] = ()) -> tuple[Corpus, list[InformasiPublik]]:
    """Return one list with a file for each text."""
    rows, contents = [], {}
    for n, text in enumerate(texts):
        informasi = titles[n] if titles else f"Judul {n}"
        row = placed(ROW, "dinkes", 2021, f"r-{n}", informasi=informasi, tautan=f"dokumen/{n}.txt")
        assert isinstance(row, InformasiPublik)
        rows.append(row)
        contents[file_of(row)] = Contents((("", text),), words=words_in(text))
    return Corpus(rows, {}, frozenset(contents), DAY, contents=contents), rows


@pytest.mark.parametrize(
    ("texts", "groups"),
    [
        pytest.param(("a b c d e f", "a b c d e g", "k l m n o p"), [0, 0, 2], id="five of seven"),
        pytest.param(("a b c d e f", "a b c d x y"), [0, 1], id="four of eight"),
        pytest.param(("a b c d", "a b c d e f"), [0, 0], id="four of six"),
        pytest.param(
            ("a b c d e f", "a b c d e g", "a b c d h g"), [0, 0, 0], id="a copy of a copy"
        ),
        pytest.param(("", "", "x"), [0, 0, 2], id="the same bytes"),
        pytest.param(("!", "?"), [0, 1], id="nothing to read"),
    ],
)
def test_what_is_a_copy(texts: tuple[str, ...], groups: list[int]) -> None:
    corpus, rows = corpus_of(*texts)
    found = [first_copy(row, corpus) for row in rows]
    assert found == [f"data/opd/dinkes/dokumen/{n}.txt" for n in groups]


def test_words_of_titles_tell_no_file_from_another() -> None:
    texts = ("Neraca kas a b c", "Agenda rapat a b c")
    corpus, rows = corpus_of(*texts, titles=("Neraca kas", "Agenda rapat"))
    assert [own_words(row, corpus) for row in rows] == [Words("abc")] * 2
    assert len({first_copy(row, corpus) for row in rows}) == 1


def test_another_year_changes_nothing() -> None:
    corpus, (row, other) = corpus_of("a b c d e f", "a b c d e g")
    later = placed(other, "dinkes", 2022, "r-1")
    apart = Corpus([row, later], {}, corpus.documents, DAY, contents=corpus.contents)
    assert first_copy(row, apart) == file_of(row)
    assert own_words(row, apart) == Words("abcdef")
