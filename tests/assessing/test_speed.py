"""The time that an assessment takes grows with what is assessed, not faster."""

from datetime import date
from time import process_time

import pytest

from ppid.assessing.assess import assess
from ppid.checking.load import load
from ppid.core.corpus import Corpus
from ppid.core.record import Record
from ppid.kinds.acuan.kewajiban import KumpulanKewajiban
from ppid.kinds.badan import Badan
from ppid.kinds.daftar import DaftarDikecualikan, DaftarPublik
from ppid.kinds.dik.model import InformasiDikecualikan
from ppid.kinds.dip.model import InformasiPublik
from ppid.kinds.layanan import LaporanLayanan
from ppid.kinds.opd import ProfilOpd
from tests.conftest import TOWN

YEARS = range(2018, 2026)
OPD, CODES, ROWS = 24, 120, 60


def copied(record: Record, opd: str, tahun: int, slug: str = "", **changes: object) -> Record:
    copy = record.model_copy(update=changes)
    copy.placed(record.id._replace(opd=opd, tahun=tahun, slug=slug), record.origin)
    return copy


def large_town(offices: int) -> Corpus:
    """Return so many copies of one office, with eight years of lists and all obligations."""
    real = load(TOWN, date(2025, 12, 31)).corpus
    perki = real.get(KumpulanKewajiban, slug="perki-1-2021")
    assert perki is not None
    group = perki.model_copy(
        update={"mulai": date(2010, 1, 1), "kewajiban": perki.kewajiban[:CODES]}
    )
    group.placed(perki.id, perki.origin)
    profil = real.get(ProfilOpd, "dinkes")
    dip, dik = (real.get(m, "dinkes", 2021) for m in (DaftarPublik, DaftarDikecualikan))
    layanan = real.get(LaporanLayanan, "dinkes", 2020)
    public = real.in_list(InformasiPublik, "dinkes", 2021)[0]
    closed = real.in_list(InformasiDikecualikan, "dinkes", 2021)
    assert profil is not None
    assert dip is not None
    assert dik is not None
    assert layanan is not None
    records: list[Record] = [*real.of(Badan), group]
    for number in range(offices):
        opd = f"opd-{number}"
        records.append(copied(profil, opd, 0))
        for tahun in YEARS:
            records += [copied(one, opd, tahun) for one in (dip, dik, layanan)]
            records += [copied(row, opd, tahun, row.id.slug) for row in closed]
            for row in range(ROWS):
                code = group.kewajiban[(row * 7 + number) % CODES].kode
                records.append(copied(public, opd, tahun, f"row-{row}", kewajiban=code))
    return Corpus(records, real.sources, real.documents, real.today)


def seconds(corpus: Corpus) -> float:
    """Return the processor time of the faster of two assessments."""
    took = []
    for _ in range(2):
        started = process_time()
        completeness = assess(corpus)
        took.append(process_time() - started)
    found = [a for y in completeness.years for r in y.reports for a in r.assessments]
    offices = len(corpus.of(ProfilOpd))
    assert len(found) == offices * CODES * len(YEARS)
    assert len({a.state for a in found}) >= 3
    return min(took)


@pytest.mark.long
def test_four_times_as_many_offices_take_about_four_times_as_long() -> None:
    assert seconds(large_town(OPD)) <= 8 * seconds(large_town(OPD // 4))
