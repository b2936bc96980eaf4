"""Every law that a rule rests on is on file, and quoted as it stands in the text of the law."""

import re
from datetime import date

import pytest

from ppid.checking.check import all_requirements
from ppid.checking.load import load
from ppid.guide import GUIDE
from ppid.kinds.acuan.peraturan import Peraturan, slug_of
from ppid.values.citations import read as read_citations
from tests.conftest import LAW_TEXTS, TOWN

CORPUS = load(TOWN, date(2025, 12, 31)).corpus
BASES = sorted({basis for r in all_requirements().values() for basis in r.legal_basis})


@pytest.mark.parametrize("basis", BASES)
def test_a_legal_basis_resolves(basis: str) -> None:
    reading = read_citations(basis)
    assert reading.is_normal
    (citation,) = reading.citations
    law = CORPUS.get(Peraturan, slug=slug_of(citation.peraturan))
    assert law is not None
    assert law.pasal_terakhir is None or int(citation.pasal) <= law.pasal_terakhir


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


@pytest.mark.parametrize("code", sorted(LAW_TEXTS))
def test_quotations_stand_in_the_law(code: str) -> None:
    written = LAW_TEXTS[code].read_text("utf-8")
    # The copy repeats the first words of the next page at the foot of a page: “4. perlindungan …”.
    whole = [line for line in written.splitlines() if not line.rstrip().endswith("…")]
    texts = (squeezed(written), squeezed(" ".join(whole)))
    law = CORPUS.get(Peraturan, slug=slug_of(code))
    assert law is not None
    assert len(law.kutipan) > 100
    missing = [
        k.rujukan for k in law.kutipan if not any(squeezed(k.teks) in text for text in texts)
    ]
    assert missing == []


def test_what_each_passage_says_is_told_once_for_every_rule() -> None:
    """The table of the guide holds every rule with each of its passages, and no other."""
    page = (GUIDE / "panduan" / "dasar-aturan.md").read_text("utf-8")
    rows = [
        tuple(cell.strip() for cell in line.strip("|").split("|"))
        for line in page.splitlines()
        if re.match(r"\| [A-Z]{3}-\d{3} ", line)
    ]
    told = [(rule, passage) for rule, passage, _ in rows]
    stated = [(r.id, basis) for r in all_requirements().values() for basis in r.legal_basis]
    assert sorted(told) == sorted(stated)
    assert all(len(says) > 20 and says.endswith(".") for _, _, says in rows)


def test_a_rule_without_a_passage_holds_no_publication_back_for_the_law() -> None:
    for requirement in all_requirements().values():
        assert bool(requirement.legal_basis) is not bool(requirement.no_basis)
