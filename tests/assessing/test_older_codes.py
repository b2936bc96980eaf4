"""A list decided before the rules changed is never read as if it spoke in the new codes."""

from datetime import date

from ppid.assessing.assess import assess
from ppid.assessing.evidence import older_codes
from ppid.assessing.model import State
from ppid.checking.load import load
from ppid.core.corpus import Corpus
from ppid.kinds import KINDS
from ppid.kinds.daftar import DaftarPublik
from ppid.kinds.dip.model import InformasiPublik
from tests.conftest import TOWN

CORPUS = load(TOWN, date(2021, 12, 31)).corpus
EARLY = ("setda", 2021)


def recoded(code: str, decided: date = date(2021, 3, 1)) -> Corpus:
    """Return the town with one list decided on a day, with one code in every row."""
    records = [r for kind in KINDS for r in CORPUS.of(kind.model)]
    for place, record in enumerate(records):
        update: dict[str, object] = {}
        if isinstance(record, InformasiPublik) and record.id[1:3] == EARLY:
            update = {"kewajiban": code}
        elif isinstance(record, DaftarPublik) and record.id[1:3] == EARLY and record.penetapan:
            decision = record.penetapan.model_copy(update={"tanggal": decided})
            update = {"penetapan": decision, "disampaikan": decided}
        if update:
            copy = record.model_copy(update=update)
            copy.placed(record.id, record.origin)
            records[place] = copy
    return Corpus(records, CORPUS.sources, CORPUS.documents, CORPUS.today)


def test_only_early_lists_in_older_codes_are_meant() -> None:
    assert older_codes(CORPUS) == {}
    found = older_codes(recoded("berkala.c; tahunan.a"))
    assert set(found) == {EARLY}
    assert "berkala.c" in found[EARLY]
    assert "berkala.a.a" not in found[EARLY]
    assert older_codes(recoded("berkala.c; tahunan.a", date(2021, 8, 1))) == {}


def test_a_code_that_changed_its_meaning_does_not_count() -> None:
    # “setiap-saat.g” is a procedure of work in the law, and an inventory in the regulation.
    report = assess(recoded("setiap-saat.g; tahunan.a")).report(*EARLY)
    assert report is not None
    found = next(a for a in report.assessments if a.obligation.kode == "setiap-saat.g")
    assert found.state is State.BELUM
    assert found.reason.endswith("sebelum peraturan ini berlaku dan memakai kode lama.")


def test_an_early_list_in_the_new_codes_counts_in_full() -> None:
    assert EARLY not in older_codes(recoded("berkala.c; berkala.a.a"))
    assert EARLY in older_codes(recoded("berkala.c; tahunan.a"))
