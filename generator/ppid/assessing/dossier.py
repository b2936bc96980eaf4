"""What an OPD handed in for a year, gathered in one pass over the corpus."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from ppid.assessing.model import Evidence
from ppid.assessing.obligations import service_pages
from ppid.core.corpus import Corpus
from ppid.core.page import document_url
from ppid.kinds import url_of
from ppid.kinds.acuan.kewajiban import KumpulanKewajiban, kumpulan_in
from ppid.kinds.badan import Badan
from ppid.kinds.daftar import DaftarDikecualikan, DaftarPublik
from ppid.kinds.dik.model import InformasiDikecualikan
from ppid.kinds.dip.model import InformasiPublik, codes_in
from ppid.kinds.layanan import LaporanLayanan
from ppid.kinds.opd import ProfilOpd


def list_day(daftar: DaftarPublik | DaftarDikecualikan) -> date | None:
    """Return the day of a list: of its decision, of its statement, or on which it was handed in."""
    if daftar.penetapan and daftar.penetapan.tanggal:
        return daftar.penetapan.tanggal
    return daftar.nihil.tanggal if daftar.nihil else daftar.disampaikan


Lists = Mapping[tuple[str, int], frozenset[str]]


def older_codes(corpus: Corpus) -> Lists:
    """Return the codes that do not count, for each list that still speaks in codes of older rules.

    A list decided early and written in the new codes since then counts in full.
    """
    found: dict[tuple[str, int], frozenset[str]] = {}
    for daftar in corpus.of(DaftarPublik):
        group, day = kumpulan_in(daftar.id.tahun, corpus), list_day(daftar)
        if group is None or day is None or day >= group.mulai:
            continue
        ours, before = _codes(group), _before(group, corpus)
        rows = corpus.in_list(InformasiPublik, daftar.id.opd, daftar.id.tahun)
        written = {code for row in rows for code in codes_in(row.kewajiban)}
        if written & (before - ours):
            found[daftar.id.opd, daftar.id.tahun] = ours & before
    return found


def _codes(group: KumpulanKewajiban) -> frozenset[str]:
    return frozenset(kewajiban.kode for kewajiban in group.kewajiban)


def _before(group: KumpulanKewajiban, corpus: Corpus) -> frozenset[str]:
    older = (each for each in corpus.of(KumpulanKewajiban) if each.mulai < group.mulai)
    return frozenset().union(*map(_codes, older))


RowsByCode = Mapping[str, Sequence[Evidence]]


@dataclass(frozen=True, slots=True)
class Dossier:
    """The lists, rows and figures of one OPD and year.

    `rows` are those of its own DIP by code; `city_rows` those of every OPD, for what is answered
    once for the whole city; `older` says that the DIP speaks in codes of older rules; `pages` are
    files of content/ and addresses that may count this year.
    """

    profil: ProfilOpd
    tahun: int
    day: date
    corpus: Corpus
    dip: DaftarPublik | None
    dip_rows: Sequence[InformasiPublik]
    rows: RowsByCode
    city_rows: RowsByCode
    dik: DaftarDikecualikan | None
    dik_rows: Sequence[InformasiDikecualikan]
    layanan: LaporanLayanan | None
    older: bool
    pages: frozenset[str]
    contoh: bool

    @property
    def opd(self) -> str:
        """The slug of the OPD."""
        return self.profil.id.opd


class Shelf:
    """Every dossier of a corpus, made from one index of rows by OPD, year and code."""

    def __init__(self, corpus: Corpus) -> None:
        """Walk the rows once; rows repeat a few dozen texts of codes, so each is split once."""
        self._corpus = corpus
        self._badan = corpus.get(Badan)
        self._rows: dict[tuple[str, int], dict[str, list[Evidence]]] = defaultdict(dict)
        self._city: dict[int, dict[str, list[Evidence]]] = defaultdict(dict)
        inside = (path for path in corpus.sources if path.startswith("content/"))
        self._pages = frozenset(path.removeprefix("content/") for path in inside)
        self._older = older_codes(corpus)
        split = cache(codes_in)
        days = {daftar.id[1:3]: list_day(daftar) for daftar in corpus.of(DaftarPublik)}
        for row in corpus.of(InformasiPublik):
            codes = split(row.kewajiban)
            if codes:
                _, opd, tahun, _ = row.id
                found = evidence_of(row, days.get((opd, tahun)))
                own, city = self._rows[opd, tahun], self._city[tahun]
                mistaken = self._older.get((opd, tahun), frozenset())
                for code in codes:
                    if code in mistaken:
                        continue
                    own.setdefault(code, []).append(found)
                    city.setdefault(code, []).append(found)

    def years(self) -> list[int]:
        """Return the years for which anybody handed in anything: of others nothing is known."""
        handed = (DaftarPublik, DaftarDikecualikan, LaporanLayanan)
        return sorted({record.id.tahun for model in handed for record in self._corpus.of(model)})

    def dossier(self, profil: ProfilOpd, tahun: int, day: date) -> Dossier:
        """Gather what one OPD handed in for a year."""
        corpus, opd = self._corpus, profil.id.opd
        dip = corpus.get(DaftarPublik, opd, tahun)
        dik = corpus.get(DaftarDikecualikan, opd, tahun)
        layanan = corpus.get(LaporanLayanan, opd, tahun)
        handed = [record.contoh for record in (dip, dik, layanan) if record]
        # A page bears no date, so it shows nothing of other years.
        running = self._badan is not None and tahun == self._badan.tahun_berjalan
        return Dossier(
            profil=profil,
            tahun=tahun,
            day=day,
            corpus=corpus,
            dip=dip,
            dip_rows=corpus.in_list(InformasiPublik, opd, tahun),
            rows=self._rows.get((opd, tahun), {}),
            city_rows=self._city.get(tahun, {}),
            dik=dik,
            dik_rows=corpus.in_list(InformasiDikecualikan, opd, tahun),
            layanan=layanan,
            older=(opd, tahun) in self._older,
            pages=self._pages | service_pages(corpus, day) if running else frozenset(),
            contoh=any(handed) or bool(self._badan and self._badan.contoh),
        )


def evidence_of(row: InformasiPublik, list_date: date | None) -> Evidence:
    """Turn a row of a DIP into evidence."""
    tautan = document_url(row.tautan, row.owner) if row.tautan else ""
    return Evidence(row.informasi, row.id, url_of(row.id), tautan, row.diperbarui or list_date)


def decision_url(daftar: DaftarPublik | DaftarDikecualikan) -> str:
    """Return the address of the decision behind a list; empty when there is none."""
    return document_url(daftar.penetapan.tautan, daftar.owner) if daftar.penetapan else ""
