"""What an OPD handed in for a year, and how each sort of evidence is looked for in it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import NamedTuple

from ppid.assessing.model import Evidence, Obligation, State
from ppid.assessing.obligations import service_pages
from ppid.core.corpus import Corpus
from ppid.core.page import document_url
from ppid.kinds import url_of
from ppid.kinds.acuan.kewajiban import JenisBukti, KumpulanKewajiban, kumpulan_in
from ppid.kinds.badan import Badan
from ppid.kinds.daftar import DaftarDikecualikan, DaftarPublik
from ppid.kinds.dik.model import InformasiDikecualikan, dasar_of, periode_of
from ppid.kinds.dip.model import InformasiPublik, codes_in
from ppid.kinds.layanan import LaporanLayanan
from ppid.kinds.opd import ProfilOpd
from ppid.values.dates import format_tanggal
from ppid.values.numbers import format_bulat
from ppid.values.text import joined
from ppid.values.titles import title_key

RowsByCode = Mapping[str, Sequence[Evidence]]


@dataclass(frozen=True, slots=True, kw_only=True)
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


class Dossiers:
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
            _, opd, tahun, _ = row.id
            mistaken = self._older.get((opd, tahun), frozenset())
            if codes := [code for code in split(row.kewajiban) if code not in mistaken]:
                found = _public_row(row, days.get((opd, tahun)))
                own, city = self._rows[opd, tahun], self._city[tahun]
                for code in codes:
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


def older_codes(corpus: Corpus) -> Mapping[tuple[str, int], frozenset[str]]:
    """Return the codes that do not count, for each list that still speaks in codes of older rules.

    A list decided early and written in the new codes since then counts in full.
    """

    def codes(group: KumpulanKewajiban) -> frozenset[str]:
        return frozenset(kewajiban.kode for kewajiban in group.kewajiban)

    found: dict[tuple[str, int], frozenset[str]] = {}
    for daftar in corpus.of(DaftarPublik):
        group, day = kumpulan_in(daftar.id.tahun, corpus), list_day(daftar)
        if group is None or day is None or day >= group.mulai:
            continue
        older = (each for each in corpus.of(KumpulanKewajiban) if each.mulai < group.mulai)
        ours, before = codes(group), frozenset[str]().union(*map(codes, older))
        rows = corpus.in_list(InformasiPublik, daftar.id.opd, daftar.id.tahun)
        written = {code for row in rows for code in codes_in(row.kewajiban)}
        if written & (before - ours):
            found[daftar.id.opd, daftar.id.tahun] = ours & before
    return found


def list_day(daftar: DaftarPublik | DaftarDikecualikan) -> date | None:
    """Return the day of a list: of its decision, of its statement, or on which it was handed in."""
    if daftar.penetapan and daftar.penetapan.tanggal:
        return daftar.penetapan.tanggal
    return daftar.nihil.tanggal if daftar.nihil else daftar.disampaikan


def _public_row(row: InformasiPublik, list_date: date | None) -> Evidence:
    tautan = document_url(row.tautan, row.owner) if row.tautan else ""
    return Evidence(row.informasi, row.id, url_of(row.id), tautan, row.diperbarui or list_date)


def _excluded_row(row: InformasiDikecualikan) -> Evidence:
    return Evidence(row.informasi, row.id, url_of(row.id))


def _list(daftar: DaftarPublik | DaftarDikecualikan) -> Evidence:
    decision = daftar.penetapan
    tautan = document_url(decision.tautan, daftar.owner) if decision else ""
    label = f"{daftar.rows.upper()} {daftar.id.tahun}"
    return Evidence(label, daftar.id, url_of(daftar.id), tautan, list_day(daftar))


def _figures(laporan: LaporanLayanan) -> Evidence:
    stated = laporan.laporan
    tautan = document_url(stated.tautan, laporan.owner) if stated else ""
    day, label = stated.tanggal if stated else None, f"Angka layanan {laporan.id.tahun}"
    return Evidence(label, laporan.id, url_of(laporan.id), tautan, day)


class Found(NamedTuple):
    """The state that one sort of evidence shows, with what was found and why in one sentence.

    `diperbarui` is the day to hold against the clock.
    """

    state: State
    reason: str
    evidence: tuple[Evidence, ...] = ()
    diperbarui: date | None = None


def met(reason: str, *evidence: Evidence, day: date | None = None) -> Found:
    """Say that the obligation was met."""
    return Found(State.TERPENUHI, reason, evidence, day)


def not_yet(reason: str, *evidence: Evidence) -> Found:
    """Say that nothing shows that it was met; what does not suffice may stand beside."""
    return Found(State.BELUM, reason, evidence)


def idle(reason: str) -> Found:
    """Say that there was nothing to do."""
    return Found(State.TIDAK_BERLAKU, reason)


Finder = Callable[[Obligation, Dossier], Found]


# ---- in a DIP


def _rows(obligation: Obligation, dossier: Dossier) -> tuple[Evidence, ...]:
    scope = obligation.berlaku_untuk
    rows = dossier.city_rows if scope and scope.lingkup == "badan" else dossier.rows
    return tuple(rows.get(obligation.kode, ()))


def _row(obligation: Obligation, dossier: Dossier) -> Found:
    rows = _rows(obligation, dossier)
    if not rows:
        return not_yet(_no_rows(dossier))
    return met(f"{_counted(rows, dossier)}.", *rows, day=_newest(rows))


def _row_with_address(obligation: Obligation, dossier: Dossier) -> Found:
    rows = _rows(obligation, dossier)
    if not rows:
        return not_yet(_no_rows(dossier))
    open_rows, counted = [row for row in rows if row.tautan], _counted(rows, dossier)
    if not open_rows:
        return not_yet(f"{counted}, tetapi alamat atau berkasnya belum dicantumkan.", *rows)
    return met(f"{counted}, dengan alamat atau berkasnya.", *rows, day=_newest(open_rows))


def _counted(rows: Sequence[Evidence], dossier: Dossier) -> str:
    count = "Satu" if len(rows) == 1 else len(rows)
    return f"{count} butir DIP {dossier.tahun} menyebut kewajiban ini"


def _newest(rows: Iterable[Evidence]) -> date | None:
    return max((row.diperbarui for row in rows if row.diperbarui), default=None)


def _no_rows(dossier: Dossier) -> str:
    name = f"DIP {dossier.tahun}"
    if dossier.dip is None:
        return f"{name} belum ada dalam data ini."
    if dossier.dip.nihil:
        return f"{name} dinyatakan nihil."
    if dossier.older:
        return f"{name} ditetapkan sebelum peraturan ini berlaku dan memakai kode lama."
    return f"{name} belum memuat butir untuk kewajiban ini."


def _public_list(_obligation: Obligation, dossier: Dossier) -> Found:
    daftar = dossier.dip
    if daftar is None:
        return not_yet(_no_rows(dossier))
    found = _list(daftar)
    if daftar.nihil:
        return met(f"{found.label} dinyatakan nihil.", found, day=found.diperbarui)
    if not dossier.dip_rows:
        return not_yet(f"{found.label} belum memuat satu butir pun.", found)
    count = format_bulat(len(dossier.dip_rows))
    return met(f"{found.label} memuat {count} butir.", found, day=found.diperbarui)


def _public_list_decided(obligation: Obligation, dossier: Dossier) -> Found:
    exists, daftar = _public_list(obligation, dossier), dossier.dip
    if daftar is None or daftar.nihil or not dossier.dip_rows:
        return exists
    decision, name = daftar.penetapan, f"DIP {dossier.tahun}"
    if decision is None or not decision.nomor or not decision.tanggal:
        reason = f"{name} ada, tetapi nomor atau tanggal keputusannya belum tercatat."
        return not_yet(reason, *exists.evidence)
    day = format_tanggal(decision.tanggal)
    reason = f"{name} ditetapkan dengan keputusan {decision.nomor}, {day}."
    return met(reason, *exists.evidence, day=decision.tanggal)


def _public_list_kept_fresh(_obligation: Obligation, dossier: Dossier) -> Found:
    if dossier.dip is None:
        return not_yet(_no_rows(dossier))
    found = _list(dossier.dip)
    days = [found.diperbarui, *(row.diperbarui for row in dossier.dip_rows)]
    newest = max((day for day in days if day), default=None)
    if newest is None:
        return not_yet(f"{found.label} belum memuat tanggal pemutakhiran.", found)
    reason = f"Tanggal terbaru dalam {found.label} adalah {format_tanggal(newest)}"
    read = format_tanggal(dossier.day)
    return met(f"{reason}, dan hari penilaiannya {read}.", found, day=newest)


# ---- in a DIK


def _in_dik(look: Callable[[DaftarDikecualikan, Dossier, Evidence], Found]) -> Finder:
    """Make a finder of a function that looks at a DIK: without one, nothing can be found."""

    def find(_obligation: Obligation, dossier: Dossier) -> Found:
        daftar = dossier.dik
        if daftar is None:
            reason = f"DIK {dossier.tahun} atau pernyataan nihilnya belum ada dalam data ini."
            return not_yet(reason)
        return look(daftar, dossier, _list(daftar))

    return find


@_in_dik
def _decided(daftar: DaftarDikecualikan, _dossier: Dossier, found: Evidence) -> Found:
    """Look for the decision behind the list, or the statement that there is nothing to list."""
    if daftar.nihil:
        stated = daftar.nihil.tanggal
        reason = f"{found.label} dinyatakan nihil pada {format_tanggal(stated)}."
        return met(reason, found, day=stated)
    decision, parts = daftar.penetapan, ("nomor", "tanggal", "pejabat", "tempat")
    missing = [part for part in parts if not getattr(decision, part, "")]
    if decision is None or missing:
        reason = f"{found.label} ada, tetapi {joined(missing)} keputusannya belum tercatat."
        return not_yet(reason, found)
    reason = f"{found.label} ditetapkan dengan keputusan {decision.nomor}."
    return met(reason, found, day=decision.tanggal)


@_in_dik
def _tested(daftar: DaftarDikecualikan, _dossier: Dossier, found: Evidence) -> Found:
    """Look for a consequence test with a date that is not after the decision."""
    if daftar.nihil:
        return idle(f"{found.label} dinyatakan nihil, jadi tidak ada yang diuji.")
    test = daftar.uji_konsekuensi
    if test is None or test.tanggal is None:
        return not_yet(f"Tanggal uji konsekuensi {found.label} belum tercatat.", found)
    set_on = daftar.ditetapkan
    day = format_tanggal(test.tanggal)
    if set_on and test.tanggal > set_on:
        return not_yet(f"Uji konsekuensi bertanggal {day}, sesudah keputusannya.", found)
    return met(f"Uji konsekuensi bertanggal {day}.", found, day=test.tanggal)


def _every_row(holds: Callable[[InformasiDikecualikan, Corpus], bool], said: str) -> Finder:
    """Make a finder of what must hold of every row of a DIK; `said` follows “semua” or “belum”."""

    def look(daftar: DaftarDikecualikan, dossier: Dossier, found: Evidence) -> Found:
        rows = dossier.dik_rows
        if daftar.nihil:
            return idle(f"{found.label} dinyatakan nihil.")
        if not rows:
            return not_yet(f"{found.label} belum memuat satu butir pun.", found)
        short = [row for row in rows if not holds(row, dossier.corpus)]
        if short:
            part = f"{format_bulat(len(short))} dari {format_bulat(len(rows))}"
            reason = f"{part} butir {found.label} belum {said}."
            return not_yet(reason, found, *map(_excluded_row, short))
        reason = f"Semua butir {found.label} ({format_bulat(len(rows))}) {said}."
        return met(reason, found, day=found.diperbarui)

    return _in_dik(look)


@_in_dik
def _ended_is_open(daftar: DaftarDikecualikan, dossier: Dossier, found: Evidence) -> Found:
    """Look whether what had ended before the list was set stands in the DIP of the year."""
    set_on = list_day(daftar)
    ends = ((row, periode_of(row, dossier.corpus).berakhir) for row in dossier.dik_rows)
    ended = [row for row, end in ends if set_on and end and end < set_on]
    if not ended:
        return idle(f"Tidak ada butir {found.label} yang habis sebelum keputusannya.")
    public = {title_key(row.informasi) for row in dossier.dip_rows}
    codes = {row.kode for row in dossier.dip_rows}
    still = [r for r in ended if r.kode not in codes and title_key(r.informasi) not in public]
    if still:
        reason = f"{format_bulat(len(still))} butir {found.label} sudah habis jangka waktunya"
        rows = map(_excluded_row, still)
        return not_yet(f"{reason}, tetapi belum tercantum dalam DIP.", found, *rows)
    reason = f"Butir {found.label} yang habis jangka waktunya tercantum dalam DIP."
    return met(reason, found, *map(_excluded_row, ended), day=found.diperbarui)


# ---- in the figures of the service, and on the site


def _in_figures(look: Callable[[LaporanLayanan], str], missing: str) -> Finder:
    """Make a finder of a function that says what the figures hold (empty: nothing)."""

    def find(_obligation: Obligation, dossier: Dossier) -> Found:
        name, laporan = f"Angka layanan {dossier.tahun}", dossier.layanan
        if laporan is None:
            return not_yet(f"{name} belum ada dalam data ini.")
        found, said = _figures(laporan), look(laporan)
        if not said:
            return not_yet(f"{name} belum memuat {missing}.", found)
        return met(f"{name} {said}.", found, day=found.diperbarui)

    return find


def _reasons(laporan: LaporanLayanan) -> str:
    refused = laporan.permohonan.ditolak
    if not refused:
        return "tidak mencatat penolakan"
    given = sum(alasan.jumlah for alasan in laporan.alasan_penolakan)
    return "mencatat alasan setiap penolakan" if given >= refused else ""


def _reported(laporan: LaporanLayanan) -> str:
    stated = laporan.laporan
    return f"dilaporkan pada {format_tanggal(stated.tanggal)}" if stated else ""


def _page(obligation: Obligation, dossier: Dossier) -> Found:
    """Look for every page that an obligation names: one alone would tell half of it."""
    pages = obligation.halaman
    if not pages or not dossier.pages.issuperset(pages):
        return not_yet("Situs ini belum memuat halamannya untuk tahun itu.")
    addresses = (path.removesuffix(".md").removesuffix("index").rstrip("/") for path in pages)
    found = (Evidence(f"Halaman {a or 'beranda'}", url=f"{a}/" if a else "") for a in addresses)
    return met("Situs ini memuat halamannya.", *found)


FINDERS: Mapping[JenisBukti, Finder] = {
    "dip": _row,
    "dip-beralamat": _row_with_address,
    "dip-ada": _public_list,
    "daftar-dip": _public_list_decided,
    "pemutakhiran-dip": _public_list_kept_fresh,
    "daftar-dik": _decided,
    "uji-konsekuensi": _tested,
    "dasar-pengecualian": _every_row(
        lambda row, corpus: any(alasan for _, alasan in dasar_of(row, corpus).alasan),
        "menyebut alasan Pasal 17 dengan hurufnya",
    ),
    "konsekuensi-pengecualian": _every_row(
        lambda row, _: bool(row.konsekuensi_dibuka.strip()), "menguraikan konsekuensi bila dibuka"
    ),
    "jangka-pengecualian": _every_row(
        lambda row, corpus: periode_of(row, corpus).jelas, "mempunyai jangka waktu yang jelas"
    ),
    "akhir-pengecualian": _ended_is_open,
    "layanan-permohonan": _in_figures(
        lambda laporan: f"mencatat {format_bulat(laporan.permohonan.diterima)} permintaan",
        "jumlah permintaan",
    ),
    "layanan-waktu": _in_figures(
        lambda laporan: "mencatat waktu pemenuhan permintaan" if laporan.waktu else "",
        "waktu pemenuhan permintaan",
    ),
    "layanan-alasan": _in_figures(_reasons, "alasan setiap penolakan"),
    "layanan-sengketa": _in_figures(
        lambda laporan: (
            "mencatat jumlah keberatan dan sengketa"
            if laporan.keberatan and laporan.sengketa
            else ""
        ),
        "jumlah keberatan dan sengketa",
    ),
    "laporan-layanan": _in_figures(_reported, "tanggal laporannya"),
    "halaman": _page,
}
"""Which function looks for which sort of evidence."""


def look(obligation: Obligation, dossier: Dossier) -> Found:
    """Look for each sort that may count; one that suffices is enough, else the first speaks."""
    first: Found | None = None
    for sort in obligation.bukti:
        found = FINDERS[sort](obligation, dossier)
        if found.state is State.TERPENUHI:
            return found
        first = first or found
    return first or not_yet("Bukti yang diperhitungkan belum ditentukan.")
