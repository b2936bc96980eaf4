"""An obligation with days of its own: it is judged in the years in which it holds, and no other."""

from datetime import date

import pytest
from openpyxl import Workbook

from ppid.assessing.assess import assess
from ppid.assessing.model import Completeness
from ppid.assessing.obligations import set_for, sets_of
from ppid.assessing.score import LANGKAH, method_of, scope_in_words
from ppid.checking.check import Checked
from ppid.core.corpus import Corpus
from ppid.core.record import Record
from ppid.handing_in.template.form import REFERENCE
from ppid.handing_in.template.reference_sheet import write_reference
from ppid.kinds.acuan.kewajiban import Kewajiban, KumpulanKewajiban, kewajiban_in
from ppid.publishing.pages import kelengkapan
from ppid.publishing.publication import Publication
from tests.assessing.test_assess import CORPUS, with_records

NEW = "setiap-saat.baru"
BEFORE = [year.tahun for year in assess(CORPUS).years]


def with_obligation(mulai: date | None = None, sampai: date | None = None) -> Corpus:
    """Return the town in which every set has one more obligation."""
    more = Kewajiban(
        kode=NEW,
        dasar="PerKI 1/2021 Pasal 21 ayat (1) huruf a",
        klasifikasi="setiap-saat",
        teks="Kewajiban yang ditambahkan",
        berlaku_mulai=mulai,
        berlaku_sampai=sampai,
    )

    def added(record: Record) -> Record:
        if not isinstance(record, KumpulanKewajiban):
            return record
        longer = record.model_copy(update={"kewajiban": (*record.kewajiban, more)})
        longer.placed(record.id, record.origin)
        return longer

    return with_records(CORPUS, added)


def judged(completeness: Completeness) -> list[int]:
    """Return the years in which the new obligation is judged."""
    return [
        year.tahun
        for year in completeness.years
        if NEW in {o.kode for o in year.obligations.obligations}
    ]


def offered(tahun: int, corpus: Corpus) -> set[object]:
    """Return what the template of a DIP offers as obligations, with the titles around them."""
    sheet = Workbook().create_sheet(REFERENCE)
    write_reference(sheet, "dip", tahun, corpus)
    return {row[0].value for row in sheet.iter_rows()}


@pytest.mark.parametrize(
    ("mulai", "sampai", "years"),
    [
        (None, None, [2018, 2020, 2021]),
        (date(2020, 12, 31), None, [2020, 2021]),
        (date(2021, 1, 1), None, [2021]),
        (date(2022, 1, 1), None, []),
        (None, date(2018, 12, 31), [2018]),
        (None, date(2018, 12, 30), []),
        (date(2019, 1, 1), date(2020, 12, 31), [2020]),
    ],
)
def test_it_is_judged_in_its_years_only(
    mulai: date | None, sampai: date | None, years: list[int]
) -> None:
    assert BEFORE == [2018, 2020, 2021]
    assert judged(assess(with_obligation(mulai, sampai))) == years


def test_years_before_it_keep_their_figures() -> None:
    before, after = assess(CORPUS), assess(with_obligation(mulai=date(2021, 1, 1)))
    for old, new in zip(before.years[:-1], after.years[:-1], strict=True):
        assert [r.score for r in old.reports] == [r.score for r in new.reports]
        assert [r.categories for r in old.reports] == [r.categories for r in new.reports]
    assert before.years[-1].score != after.years[-1].score
    assert after.about(NEW, 2020) == ()
    assert len(after.about(NEW, 2021)) == 3


def test_the_method_says_since_when() -> None:
    corpus = with_obligation(date(2021, 7, 1), date(2030, 6, 30))
    for whole in sets_of(corpus):
        steps = [step for told in method_of(whole).langkah.values() for step in told]
        assert [step for step in steps if "bertanggal sendiri" in step]
        assert len(steps) == sum(map(len, LANGKAH.values())) + 1
        (obligation,) = (o for o in whole.obligations if o.kode == NEW)
        assert scope_in_words(obligation).endswith("Berlaku sejak 1 Juli 2021 sampai 30 Juni 2030.")
    for whole in sets_of(CORPUS):
        assert method_of(whole).langkah == LANGKAH
    old = set_for(corpus, 2020)
    assert old is not None
    assert NEW not in {o.kode for o in old.obligations}


def test_pages_and_templates_know_the_obligations_of_a_year() -> None:
    corpus = with_obligation(date(2021, 1, 1))
    publication = Publication.of(Checked(corpus, (), {}))
    pages = {page.url: page for page in kelengkapan.pages(publication)}
    assert f"kelengkapan/2021/kewajiban/{NEW}/" in pages
    assert f"kelengkapan/2020/kewajiban/{NEW}/" not in pages
    cara = str(pages["kelengkapan/cara-menghitung/"].context)
    assert "Berlaku sejak 1 Januari 2021." in cara
    assert "Tahun yang dinilai: 2018, 2020." in cara
    assert NEW in {each.kode for each in kewajiban_in(2021, corpus)}
    assert NEW in offered(2021, corpus)
    assert NEW not in offered(2020, corpus)
