"""A list decided before the rules changed is never read as if it spoke in the new codes."""

from datetime import date
from pathlib import Path

from ppid.assessing.assess import assess
from ppid.assessing.evidence import older_codes
from ppid.assessing.model import State
from ppid.checking.load import load
from ppid.core.corpus import Corpus
from ppid.kinds import KINDS
from ppid.kinds.dip.model import InformasiPublik

CORPUS = load(Path(__file__).parents[2], date(2025, 12, 31)).corpus
EARLY = ("kecamatan-jatisampurna", 2021)


def recoded(code: str) -> Corpus:
    """Return the corpus with one code in every row of the early list."""
    records = [r for kind in KINDS for r in CORPUS.of(kind.model)]
    for place, record in enumerate(records):
        if isinstance(record, InformasiPublik) and record.id[1:3] == EARLY:
            copy = record.model_copy(update={"kewajiban": code})
            copy.placed(record.id, record.origin)
            records[place] = copy
    return Corpus(records, CORPUS.sources, CORPUS.documents, CORPUS.today)


def test_only_early_lists_in_older_codes_are_meant() -> None:
    found = older_codes(CORPUS)
    assert set(found) == {EARLY, ("diskop-ukm", 2021)}
    assert "berkala.c" in found[EARLY]
    assert "berkala.a.a" not in found[EARLY]


def test_a_code_that_changed_its_meaning_does_not_count() -> None:
    # “setiap-saat.g” is a procedure of work in the law, and an inventory in the regulation.
    report = assess(CORPUS).report(*EARLY)
    assert report is not None
    found = next(a for a in report.assessments if a.obligation.kode == "setiap-saat.g")
    assert found.state is State.BELUM
    assert found.reason.endswith("sebelum peraturan ini berlaku dan memakai kode lama.")


def test_an_early_list_in_the_new_codes_counts_in_full() -> None:
    assert EARLY not in older_codes(recoded("berkala.c; berkala.a.a"))
    assert EARLY in older_codes(recoded("berkala.c; tahunan.a"))
