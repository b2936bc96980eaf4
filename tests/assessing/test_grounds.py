"""Exclusions are counted by ground, once in all, and stand beside what was objected to."""

from collections import Counter
from datetime import date
from typing import Any

from ppid.assessing.grounds import GroundCounts, count_grounds
from ppid.checking.load import load
from ppid.core.corpus import Corpus
from ppid.kinds import KINDS
from ppid.kinds.badan import Badan
from ppid.kinds.dik.model import InformasiDikecualikan
from tests.conftest import TOWN

CORPUS = load(TOWN, date(2021, 12, 31)).corpus


def found(corpus: Corpus, opd: str, tahun: int = 2021) -> GroundCounts:
    (one,) = (each for each in count_grounds(corpus) if (each.opd, each.tahun) == (opd, tahun))
    return one


def with_basis(*texts: str) -> Corpus:
    """Return the town with these legal bases in the first rows of a list, the rest left out."""
    left = list(texts)
    records: list[Any] = []
    for kind in KINDS:
        for record in CORPUS.of(kind.model):
            if isinstance(record, InformasiDikecualikan) and record.id[1:3] == ("setda", 2021):
                if left:
                    records.append(record.model_copy(update={"dasar_hukum": left.pop(0)}))
            else:
                records.append(record)
    assert not left
    return Corpus(records, CORPUS.sources, CORPUS.documents, CORPUS.today)


def test_a_row_counts_for_each_of_its_grounds_and_once_in_all() -> None:
    each = found(
        with_basis(
            "UU 14/2008 Pasal 17 huruf h angka 2; UU 17/2023",
            "UU 14/2008 Pasal 17 huruf h angka 3; UU 14/2008 Pasal 17 huruf j; UU 27/2022 Pasal 4",
            "UU 17/2023",
            "UU 14/2008 Pasal 6 ayat (3)",
        ),
        "setda",
    )
    assert each.jumlah == 4
    assert each.huruf == {"h": 2, "j": 1}
    assert each.lain == {"UU 17/2023": 2, "UU 27/2022": 1}
    assert (each.menyebut_lain, each.tanpa) == (3, 1)


def test_one_row_naming_a_ground_twice_counts_once() -> None:
    basis = "UU 14/2008 Pasal 17 huruf h angka 2; UU 14/2008 Pasal 17 huruf h angka 3"
    assert found(with_basis(basis), "setda").huruf == {"h": 1}


def test_the_town_agrees_with_a_count_of_its_files() -> None:
    """Counted anew from the text of the files, without what reads citations."""
    letters: Counter[str] = Counter()
    for path in (TOWN / "data/opd").glob("*/dik/2021.csv"):
        for line in path.read_text("utf-8").splitlines()[1:]:
            for letter in "abcdefghij":
                letters[letter] += f"Pasal 17 huruf {letter}" in line
    counted = sum(
        (Counter(each.huruf) for each in count_grounds(CORPUS) if each.tahun == 2021), Counter()
    )
    assert counted == +letters
    assert counted.total() >= 7


def test_nihil_is_nothing_withheld_and_no_list_is_not_known() -> None:
    assert found(CORPUS, "kecamatan-tepi-danau").jumlah == 0
    assert {(each.opd, each.tahun) for each in count_grounds(CORPUS)} == {
        ("dinkes", 2021),
        ("kecamatan-tepi-danau", 2021),
        ("setda", 2020),
        ("setda", 2021),
    }


def test_objections_stand_beside_their_year() -> None:
    before, now = found(CORPUS, "setda", 2020), found(CORPUS, "setda")
    assert before.layanan is not None
    assert before.layanan.keberatan is not None
    assert now.layanan is None
    assert now.sanggahan == {"tidak-diterima": 1}
    assert before.sanggahan == {}


def test_a_demonstration_marks_all_and_alone_only_its_own() -> None:
    assert {e.contoh for e in count_grounds(CORPUS) if e.opd == "setda" and e.tahun == 2021} == {
        False
    }
    records = (
        record.model_copy(update={"contoh": True}) if isinstance(record, Badan) else record
        for kind in KINDS
        for record in CORPUS.of(kind.model)
    )
    whole = Corpus(records, CORPUS.sources, CORPUS.documents, CORPUS.today)
    assert all(each.contoh for each in count_grounds(whole))
