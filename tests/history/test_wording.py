"""The page of an item, the pages on changes and the review call a change of a term the same."""

import re
from datetime import date
from pathlib import Path

import pytest

from ppid.core.corpus import Corpus
from ppid.core.record import Origin
from ppid.diagnostics.places import RecordId, SourceText
from ppid.history.changes import compare_lists
from ppid.history.wording import Rewording, rewordings_of, row_changes, words_of
from ppid.kinds.dik.model import InformasiDikecualikan
from ppid.reading.files.csv_file import read_csv
from ppid.reviewing.model import ChangeSort
from ppid.reviewing.rows import details_of
from ppid.values.terms import TermRelation

TABLE = Path(__file__).parents[1] / "values" / "pasangan-jangka-waktu.tsv"
PAIRS = [
    tuple(line.replace("\\n", " ").split("\t")[:5])
    for line in TABLE.read_text("utf-8").splitlines()
    if not line.startswith(("#", "sebelum\t"))
]
VERBS = {
    TermRelation.LEBIH_PANJANG: "diperpanjang",
    TermRelation.MENJADI_TIDAK_TERBATAS: "diperpanjang",
    TermRelation.LEBIH_PENDEK: "dipersingkat",
    TermRelation.MENJADI_TERBATAS: "dipersingkat",
}
SORTS = {
    "diperpanjang": ChangeSort.JANGKA_DIPERPANJANG,
    "dipersingkat": ChangeSort.JANGKA_DIPERSINGKAT,
}
LOCATED, _ = read_csv(SourceText("data/opd/x/dik/2020.csv", "kode\nA-1"), ("kode",))
assert LOCATED is not None
ORIGIN = Origin(LOCATED)


def row(term: str, mulai: str, tahun: int) -> InformasiDikecualikan:
    values = {"kode": "A-1", "informasi": "Rekam medis", "cakupan": "seluruh", "penguasa": "Seksi"}
    made = InformasiDikecualikan.model_validate(
        {**values, "jangka_waktu": term, **({"mulai": mulai} if mulai else {})}
    )
    made.placed(RecordId("dik", "x", tahun, "a-1"), ORIGIN)
    return made


def term_clauses(text: str) -> set[str]:
    """Return what a sentence says of the term; what stands in quotation marks ends no clause."""
    found = re.findall(
        r"(?:penulisan )?jangka waktu [^“;.]*(?:“[^”]*”[^“;.]*)*", text, re.IGNORECASE
    )
    return {clause[:1].lower() + clause[1:] for clause in found}


@pytest.mark.parametrize(("before", "after", "label", "first", "second"), PAIRS)
def test_three_readers_are_told_the_same(
    before: str, after: str, label: str, first: str, second: str
) -> None:
    old, new = row(before, first, 2020), row(after, second, 2020)
    corpus = Corpus([old, new], {}, frozenset(), date(2021, 12, 31))
    item = term_clauses(" ".join(said for said, _ in row_changes(old, new, corpus)))
    page = term_clauses(words_of(compare_lists([old], [new], corpus=corpus)))
    details = [d for d in details_of(old, new, corpus, corpus) if d.field == "jangka_waktu"]
    assert item == page == {detail.words for detail in details}
    relation = TermRelation(label)
    verb, asked = VERBS.get(relation), relation is TermRelation.TIDAK_SEBANDING and before
    other = ChangeSort.JANGKA_TIDAK_SEBANDING if asked else ChangeSort.BERUBAH
    for detail in details:
        assert detail.sort is SORTS.get(verb or "", other)
        if verb:
            assert detail.words.startswith(f"jangka waktu {verb} dari “")
        else:
            assert "diper" not in detail.words.split("“")[0]


def test_what_a_sentence_does_not_repeat_is_kept_in_both_wordings() -> None:
    plain = row("5 tahun", "", 2020)
    old, new = (
        plain.model_copy(update={"konsekuensi_dibuka": said, "penguasa": holder})
        for said, holder in (("Akibat lama.", "Seksi lama"), ("Akibat baru.", "Seksi"))
    )
    for one in (old, new):
        one.placed(plain.id, ORIGIN)
    changes = compare_lists([old], [new])
    assert words_of(changes).startswith("Rumusan “Konsekuensi dibuka” diubah; ")
    wanted = Rewording("Konsekuensi dibuka", "Akibat lama.", "Akibat baru.")
    assert rewordings_of(changes) == (wanted,)
    corpus = Corpus([old, new], {}, frozenset(), date(2021, 12, 31))
    assert [texts for _, texts in row_changes(old, new, corpus) if texts] == [wanted]
