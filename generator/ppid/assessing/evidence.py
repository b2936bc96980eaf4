"""What an OPD handed in for a year, and how each sort of evidence is looked for in it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final, NamedTuple, TypeVar

from ppid.assessing.fitting import Answer, Answers, answers_of
from ppid.assessing.model import Evidence, Obligation, State
from ppid.assessing.obligations import service_pages, set_for
from ppid.checking.rules.timeliness import is_long_before
from ppid.core.corpus import Corpus
from ppid.core.page import document_url
from ppid.kinds import url_of
from ppid.kinds.acuan.kewajiban import JenisBukti, KumpulanKewajiban, kumpulan_in
from ppid.kinds.badan import Badan
from ppid.kinds.daftar import Daftar, DaftarDikecualikan, DaftarPublik, Nihil
from ppid.kinds.dik.model import (
    InformasiDikecualikan,
    dasar_of,
    is_unexplained,
    periode_of,
    with_one_consequence,
)
from ppid.kinds.dip.model import InformasiPublik, codes_in
from ppid.kinds.layanan import LaporanLayanan, is_empty
from ppid.kinds.opd import ProfilOpd
from ppid.kinds.pemantauan.tautan import last_check
from ppid.values.dates import format_tanggal
from ppid.values.numbers import format_bulat
from ppid.values.text import joined
from ppid.values.titles import title_key, words_in

_List = TypeVar("_List", DaftarPublik, DaftarDikecualikan)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """The lists and rows of one OPD and year, as far as they were known on its judging day.

    `answers` says what its DIP answers; `later` names by kind of list the day on which it became
    known after the judging day. `layanan` are the figures of the year before, the last whose report
    was due. `older` says that the DIP speaks in codes of older rules; `pages` are files of content/
    and addresses that may count this year.
    """

    profil: ProfilOpd
    tahun: int
    day: date
    corpus: Corpus
    dip: DaftarPublik | None
    dip_rows: Sequence[InformasiPublik]
    answers: Answers
    dik: DaftarDikecualikan | None
    dik_rows: Sequence[InformasiDikecualikan]
    layanan: LaporanLayanan | None
    later: Mapping[str, date]
    has_begun: bool
    older: bool
    pages: frozenset[str]
    contoh: bool

    @property
    def opd(self) -> str:
        """The slug of the OPD."""
        return self.profil.id.opd

    @property
    def closed(self) -> bool:
        """Whether the year was judged on a day that is over."""
        return self.day < self.corpus.today


_HANDED = (DaftarPublik, DaftarDikecualikan, LaporanLayanan)


class Dossiers:
    """Every dossier of a corpus."""

    def __init__(self, corpus: Corpus) -> None:
        """Ask once what holds for all of them."""
        self._corpus = corpus
        self._badan = corpus.get(Badan)
        inside = (path for path in corpus.sources if path.startswith("content/"))
        self._pages = frozenset(path.removeprefix("content/") for path in inside)
        self._older = older_codes(corpus)
        self._begun: dict[str, int] = {}
        for model in _HANDED:
            for record in corpus.of(model):
                _, opd, tahun, _ = record.id
                self._begun[opd] = min(tahun, self._begun.get(opd, tahun))
        self._sets = cache(lambda tahun: set_for(corpus, tahun))

    def years(self) -> list[int]:
        """Return the years that are judged: no other, and none that has not begun.

        Of years in which nobody handed in anything nothing is known.
        """
        first = self._badan.tahun_pertama if self._badan else None
        last = self._corpus.today.year
        known = {record.id.tahun for model in _HANDED for record in self._corpus.of(model)}
        return sorted(tahun for tahun in known if (first or tahun) <= tahun <= last)

    def dossier(self, profil: ProfilOpd, tahun: int, day: date) -> Dossier:
        """Gather what one OPD had handed in for a year on a day."""
        corpus, opd, later = self._corpus, profil.id.opd, dict[str, date]()
        dip = self._known(corpus.get(DaftarPublik, opd, tahun), day, later)
        dik = self._known(corpus.get(DaftarDikecualikan, opd, tahun), day, later)
        layanan = corpus.get(LaporanLayanan, opd, tahun - 1)
        reported = layanan.laporan.tanggal if layanan and layanan.laporan else None
        if reported and reported > day:
            layanan, later[LaporanLayanan.kind] = None, reported
        figures = layanan if profil.layanan_langsung else None
        handed = [record.contoh for record in (dip, dik, figures) if record]
        dip_rows = corpus.in_list(InformasiPublik, opd, tahun) if dip else ()
        # A page bears no date, so it shows nothing of other years.
        running = self._badan is not None and tahun == self._badan.tahun_berjalan
        return Dossier(
            profil=profil,
            tahun=tahun,
            day=day,
            corpus=corpus,
            dip=dip,
            dip_rows=dip_rows,
            answers=self._answers(dip, dip_rows, day),
            dik=dik,
            dik_rows=corpus.in_list(InformasiDikecualikan, opd, tahun) if dik else (),
            layanan=layanan,
            later=later,
            has_begun=self._begun.get(opd, tahun + 1) <= tahun,
            older=(opd, tahun) in self._older,
            pages=self._pages | service_pages(corpus, day) if running else frozenset(),
            contoh=any(handed) or bool(self._badan and self._badan.contoh),
        )

    def _known(self, daftar: _List | None, day: date, later: dict[str, date]) -> _List | None:
        """Return a list that was known on a day; note when one became known that was not."""
        if daftar is None:
            return None
        known = max((d for d in days_of(daftar) if d <= self._corpus.today), default=None)
        if known and known > day:
            later[daftar.kind] = known
            return None
        return daftar

    def _answers(
        self, dip: DaftarPublik | None, rows: Sequence[InformasiPublik], day: date
    ) -> Answers:
        obligations = self._sets(dip.id.tahun) if dip and not dip.nihil else None
        if dip is None or obligations is None:
            return {}
        listed = _until(list_day(dip), day)
        dated = is_dated(dip, day, self._corpus.today)
        there = [
            (
                row,
                self._public_row(
                    row, _until(row.diperbarui, day) or listed if dated else None, day
                ),
            )
            for row in rows
            if row.kewajiban and not _made_after(row, day)
        ]
        mistaken = self._older.get(dip.id[1:3], frozenset())
        return answers_of(there, obligations, mistaken, self._corpus, day)

    def _public_row(self, row: InformasiPublik, touched: date | None, day: date) -> Evidence:
        tautan = document_url(row.tautan, row.owner) if row.tautan else ""
        check = last_check(row.tautan, day, self._corpus)
        seen = check.tanggal if check and check.keadaan == "terbuka" else None
        return Evidence(row.informasi, row.id, url_of(row.id), tautan, touched, seen)


def _until(day: date | None, last: date) -> date | None:
    """Return a day unless it lies after another: what came later was not known."""
    return day if day and day <= last else None


def _made_after(row: InformasiPublik, day: date) -> bool:
    made = row.waktu_pembuatan.partition("/")[0]
    return made > day.isoformat()[: len(made)]


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


def days_of(daftar: Daftar) -> Iterator[date]:
    """Yield the days of a list: of its decision, its statement, and on which it was handed in."""
    stated = daftar.nihil.tanggal if daftar.nihil else None
    yield from filter(None, (daftar.ditetapkan, stated, daftar.disampaikan))


def is_dated(daftar: Daftar, day: date, today: date) -> bool:
    """Tell whether a list was there on a day, as far as its own days say.

    Its rows cannot say so: whoever writes a list later dates them as they please.
    """
    return day >= today or any(each <= day for each in days_of(daftar))


def list_day(daftar: DaftarPublik | DaftarDikecualikan) -> date | None:
    """Return the day of a list: of its decision, of its statement, or on which it was handed in."""
    if daftar.penetapan and daftar.penetapan.tanggal:
        return daftar.penetapan.tanggal
    return daftar.nihil.tanggal if daftar.nihil else daftar.disampaikan


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


def unsure(reason: str, *evidence: Evidence, day: date | None = None) -> Found:
    """Say that a person must look whether it was met."""
    return Found(State.PERLU_DILIHAT, reason, evidence, day)


def recorded(found: Found) -> Found:
    """Say that something is there that was not owed, or not yet: it stays outside the figure."""
    reason = f"{found.reason.removesuffix('.')}; tercatat, tetapi tidak ikut dalam persen."
    return found._replace(state=State.TERCATAT, reason=reason)


def not_yet(reason: str, *evidence: Evidence) -> Found:
    """Say that nothing shows that it was met; what does not suffice may stand beside."""
    return Found(State.BELUM, reason, evidence)


def idle(reason: str) -> Found:
    """Say that there was nothing to do."""
    return Found(State.TIDAK_BERLAKU, reason)


Finder = Callable[[Obligation, Dossier], Found]


# ---- in a DIP


def _row(obligation: Obligation, dossier: Dossier, *, opened: bool = False) -> Found:
    """Look for rows that answer an obligation; with `opened` those whose document can be opened."""
    answers = dossier.answers.get(obligation.kode, ())
    named = [each for each in answers if not each.refused]
    if not named:
        if not answers:
            return not_yet(_no_rows(dossier))
        reason = f"{_counted(answers, dossier)}, tetapi {answers[0].refused}."
        return not_yet(reason, *_evidence(answers))
    able = [each for each in named if each.evidence.tautan] if opened else named
    if not able:
        reason = f"{_counted(named, dossier)}, tetapi alamat atau berkasnya belum dicantumkan."
        return not_yet(reason, *_evidence(named))
    there = [each for each in able if not (opened and each.opening.lost)]
    if not there:
        reason = f"{_counted(able, dossier)}, tetapi {able[0].opening.lost}."
        return not_yet(reason, *_evidence(able))
    doubts = [each.doubt or (each.opening.unsure if opened else "") for each in there]
    sure = [each for each, doubt in zip(there, doubts, strict=True) if not doubt]
    if not sure:
        reason = f"{_counted(there, dossier)}, tetapi {doubts[0]}; perlu dilihat pemantau."
        return unsure(reason, *_evidence(there), day=_newest(_evidence(there)))
    rows = _evidence(sure)
    with_address = f", dengan alamat atau berkasnya{_seen_open(rows)}" if opened else ""
    return met(f"{_counted(sure, dossier)}{with_address}.", *rows, day=_newest(rows))


def _row_with_address(obligation: Obligation, dossier: Dossier) -> Found:
    return _row(obligation, dossier, opened=True)


def _evidence(answers: Iterable[Answer]) -> tuple[Evidence, ...]:
    return tuple(each.evidence for each in answers)


def _counted(rows: Sequence[Answer], dossier: Dossier) -> str:
    count = "Satu" if len(rows) == 1 else len(rows)
    return f"{count} informasi dalam DIP {dossier.tahun} menyebut kewajiban ini"


def _seen_open(rows: Iterable[Evidence]) -> str:
    """Say on which days the addresses elsewhere were last seen to open; nothing of files."""
    days = sorted({row.terbuka for row in rows if row.terbuka})
    if not days:
        return ""
    when = " sampai ".join(map(format_tanggal, dict.fromkeys((days[0], days[-1]))))
    return f"; alamatnya terbuka pada pemeriksaan {when}"


def _newest(rows: Iterable[Evidence]) -> date | None:
    return max((row.diperbarui for row in rows if row.diperbarui), default=None)


def _no_rows(dossier: Dossier) -> str:
    name = f"DIP {dossier.tahun}"
    if later := dossier.later.get(DaftarPublik.kind):
        return _later(name, later)
    if dossier.dip is None:
        return f"{name} belum ada dalam data ini."
    if dossier.dip.nihil:
        return f"{name} dinyatakan nihil, padahal daftar ini tidak dapat nihil."
    if dossier.older:
        return f"{name} ditetapkan sebelum peraturan ini berlaku dan memakai kode lama."
    return f"{name} belum memuat informasi untuk kewajiban ini."


def _later(name: str, day: date) -> str:
    return f"{name} baru diketahui sejak {format_tanggal(day)}, sesudah hari penilaian."


def _public_list(_obligation: Obligation, dossier: Dossier) -> Found:
    daftar = dossier.dip
    if daftar is None:
        return not_yet(_no_rows(dossier))
    found = _list(daftar)
    if daftar.nihil:
        return not_yet(_no_rows(dossier), found)
    if not dossier.dip_rows:
        return not_yet(f"{found.label} belum memuat satu informasi pun.", found)
    count = format_bulat(len(dossier.dip_rows))
    if _says_nothing(dossier):
        reason = (
            f"{found.label} memuat {count} informasi, tetapi tidak ada yang sesuai kewajibannya"
        )
        return unsure(f"{reason}; perlu dilihat pemantau.", found, day=found.diperbarui)
    return met(f"{found.label} memuat {count} informasi.", found, day=found.diperbarui)


def _says_nothing(dossier: Dossier) -> bool:
    """Tell whether every row of a DIP names obligations that it is refused for."""
    answers = [each for named in dossier.answers.values() for each in named]
    refused = {each.evidence.record for each in answers if each.refused}
    rows = {row.id for row in dossier.dip_rows}
    return rows <= refused - {each.evidence.record for each in answers if not each.refused}


def _public_list_decided(obligation: Obligation, dossier: Dossier) -> Found:
    exists, daftar = _public_list(obligation, dossier), dossier.dip
    if daftar is None or exists.state is not State.TERPENUHI:
        return exists
    decision, name = daftar.penetapan, f"DIP {dossier.tahun}"
    if decision is None or not decision.nomor or not decision.tanggal:
        reason = f"{name} ada, tetapi nomor atau tanggal keputusannya belum tercatat."
        return not_yet(reason, *exists.evidence)
    day = format_tanggal(decision.tanggal)
    reason = f"{name} ditetapkan dengan keputusan {decision.nomor}, {day}."
    return met(reason, *exists.evidence, day=decision.tanggal)


def _public_list_kept_fresh(obligation: Obligation, dossier: Dossier) -> Found:
    """Look for the day on which the list was renewed: decided, or half of its rows touched."""
    if dossier.dip is None or dossier.dip.nihil:
        return not_yet(_no_rows(dossier))
    exists = _public_list(obligation, dossier)
    if exists.state is not State.TERPENUHI:
        return exists
    found, last = _list(dossier.dip), dossier.day
    days = sorted(filter(None, (_until(row.diperbarui, last) for row in dossier.dip_rows)))
    half = len(dossier.dip_rows) // 2 + len(dossier.dip_rows) % 2
    touched = days[-half] if 0 < half <= len(days) else None
    if not is_dated(dossier.dip, last, dossier.corpus.today):
        return met(f"{found.label} tidak bertanggal.", found)
    newest = max(filter(None, (_until(found.diperbarui, last), touched)), default=None)
    if newest is None:
        return not_yet(f"{found.label} belum memuat tanggal pemutakhiran.", found)
    reason = f"{found.label} terakhir dimutakhirkan {format_tanggal(newest)}"
    return met(f"{reason}, dan hari penilaiannya {format_tanggal(last)}.", found, day=newest)


# ---- in a DIK


def _in_dik(look: Callable[[DaftarDikecualikan, Dossier, Evidence], Found]) -> Finder:
    """Make a finder of a function that looks at a DIK: without one, nothing can be found."""

    def find(_obligation: Obligation, dossier: Dossier) -> Found:
        daftar = dossier.dik
        if later := dossier.later.get(DaftarDikecualikan.kind):
            return not_yet(_later(f"DIK {dossier.tahun}", later))
        if daftar is not None and daftar.nihil and dossier.dik_rows:
            listed = format_bulat(len(dossier.dik_rows))
            reason = f"DIK {dossier.tahun} dinyatakan nihil, tetapi memuat {listed} informasi."
            return not_yet(reason, _list(daftar))
        if daftar is None:
            reason = f"DIK {dossier.tahun} atau pernyataan nihilnya belum ada dalam data ini."
            return not_yet(reason)
        if not (daftar.nihil or dossier.dik_rows):
            reason = (
                f"DIK {dossier.tahun} belum memuat satu informasi pun dan tidak dinyatakan nihil."
            )
            return not_yet(reason, _list(daftar))
        return look(daftar, dossier, _list(daftar))

    return find


@_in_dik
def _decided(daftar: DaftarDikecualikan, _dossier: Dossier, found: Evidence) -> Found:
    """Look for the decision behind the list, or the statement that there is nothing to list."""
    if daftar.nihil:
        return _statement(daftar.nihil, found)
    decision, parts = daftar.penetapan, ("nomor", "tanggal", "pejabat", "tempat")
    missing = [part for part in parts if not getattr(decision, part, "")]
    if decision is None or missing:
        reason = f"{found.label} ada, tetapi {joined(missing)} keputusannya belum tercatat."
        return not_yet(reason, found)
    reason = f"{found.label} ditetapkan dengan keputusan {decision.nomor}."
    return met(reason, found, day=decision.tanggal)


@_in_dik
def _stated_empty(daftar: DaftarDikecualikan, _dossier: Dossier, found: Evidence) -> Found:
    """Look for the statement that nothing is withheld."""
    if daftar.nihil is None:
        return not_yet(f"{found.label} bukan pernyataan nihil.", found)
    return _statement(daftar.nihil, found)


def _statement(nihil: Nihil, found: Evidence) -> Found:
    """Say when nothing was said to be withheld; without a word, or an office, nobody said so."""
    reason = f"{found.label} dinyatakan nihil pada {format_tanggal(nihil.tanggal)}"
    if not (words_in(nihil.pernyataan) and words_in(nihil.pejabat)):
        return not_yet(f"{reason}, tetapi tanpa kalimat atau tanpa pejabatnya.", found)
    return met(f"{reason}.", found, day=nihil.tanggal)


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


_Holds = Callable[[InformasiDikecualikan, Corpus], bool]


def _every_row(holds: _Holds, said: str, *, of: _Holds | None = None, about: str = "") -> Finder:
    """Make a finder of what must hold of every row of a DIK; `said` follows “semua” or “belum”.

    Where it must hold of some rows only, `of` tells which, and `about` says so behind “informasi”.
    """

    def look(daftar: DaftarDikecualikan, dossier: Dossier, found: Evidence) -> Found:
        rows = dossier.dik_rows
        if daftar.nihil:
            return idle(f"{found.label} dinyatakan nihil.")
        if of is not None:
            rows = [row for row in rows if of(row, dossier.corpus)]
            if not rows:
                return idle(f"Tidak ada informasi{about} dalam {found.label}.")
        short = [row for row in rows if not holds(row, dossier.corpus)]
        if short:
            part = f"{format_bulat(len(short))} dari {format_bulat(len(rows))}"
            reason = f"{part} informasi{about} dalam {found.label} belum {said}."
            return not_yet(reason, found, *map(_excluded_row, short))
        reason = f"Semua informasi{about} dalam {found.label} ({format_bulat(len(rows))}) {said}."
        return met(reason, found, day=found.diperbarui)

    return _in_dik(look)


_explained = _every_row(
    lambda row, _: bool(row.konsekuensi_dibuka.strip()), "menguraikan konsekuensi bila dibuka"
)


def _consequences(obligation: Obligation, dossier: Dossier) -> Found:
    """Look for a consequence in every row; doubt those that rule DIK-015 warns of."""
    found, rows = _explained(obligation, dossier), dossier.dik_rows
    if found.state is not State.TERPENUHI:
        return found
    short, copied = [*filter(is_unexplained, rows)], with_one_consequence(rows)
    if short or copied:
        how = (
            "terlalu singkat atau mengulang judul" if short else "sama untuk sebagian besar daftar"
        )
        part = f"{format_bulat(len(short or copied))} dari {format_bulat(len(rows))}"
        reason = f"Konsekuensi {part} informasi {how}; perlu dilihat pemantau."
        return unsure(reason, *found.evidence, day=found.diperbarui)
    return found


def _may_not_be_permanent(row: InformasiDikecualikan, corpus: Corpus) -> bool:
    """Tell whether UU 14/2008 Pasal 20 ayat (1) asks for an end; so it is while no ground is known.

    The article names the letters a to f; `permanen` of a ground says so.
    """
    grounds = [alasan for _, alasan in dasar_of(row, corpus).alasan if alasan is not None]
    return not grounds or any(alasan.permanen == "tidak" for alasan in grounds)


@_in_dik
def _ended_is_open(daftar: DaftarDikecualikan, dossier: Dossier, found: Evidence) -> Found:
    """Look whether what had ended before the list was set stands in the DIP of the year."""
    set_on = list_day(daftar)
    ends = ((row, periode_of(row, dossier.corpus).berakhir) for row in dossier.dik_rows)
    ended = [row for row, end in ends if set_on and end and end < set_on]
    if not ended:
        return idle(f"Tidak ada informasi {found.label} yang masanya habis sebelum keputusannya.")
    public = {title_key(row.informasi) for row in dossier.dip_rows}
    codes = {row.kode for row in dossier.dip_rows}
    still = [r for r in ended if r.kode not in codes and title_key(r.informasi) not in public]
    if still:
        reason = f"{format_bulat(len(still))} informasi {found.label} sudah habis jangka waktunya"
        rows = map(_excluded_row, still)
        return not_yet(f"{reason}, tetapi belum tercantum dalam DIP.", found, *rows)
    reason = f"Informasi dalam {found.label} yang habis jangka waktunya tercantum dalam DIP."
    return met(reason, found, *map(_excluded_row, ended), day=found.diperbarui)


# ---- in the figures of the service, and on the site


def _in_figures(look: Callable[[LaporanLayanan], str], missing: str) -> Finder:
    """Make a finder of a function that says what the figures hold (empty: nothing)."""

    def find(_obligation: Obligation, dossier: Dossier) -> Found:
        before = dossier.tahun - 1
        name, laporan = f"Angka layanan {before}", dossier.layanan
        if later := dossier.later.get(LaporanLayanan.kind):
            return not_yet(_later(name, later))
        if laporan is None:
            return not_yet(f"{name} belum ada dalam data ini.")
        found, said = _figures(laporan), look(laporan)
        if found.diperbarui and found.diperbarui <= date(before, 12, 31):
            return not_yet(f"{name} bertanggal sebelum tahunnya berakhir.", found)
        if not said:
            return not_yet(f"{name} belum memuat {missing}.", found)
        if is_empty(laporan):
            reason = f"{name} {said}, tetapi semua angkanya nol; perlu dilihat pemantau."
            return unsure(reason, found, day=found.diperbarui)
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
    "konsekuensi-pengecualian": _consequences,
    "jangka-pengecualian": _every_row(
        lambda row, corpus: periode_of(row, corpus).jelas, "mempunyai jangka waktu yang jelas"
    ),
    "jangka-huruf-a-f": _every_row(
        lambda row, corpus: periode_of(row, corpus).jelas,
        "mempunyai jangka waktu yang jelas",
        of=_may_not_be_permanent,
        about=" yang alasannya huruf a sampai huruf f atau belum disebut",
    ),
    "akhir-pengecualian": _ended_is_open,
    "pernyataan-nihil": _stated_empty,
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
    """Look for each sort that may count: one that suffices is enough, then one that is in doubt.

    Else the first speaks.
    """
    found = [
        _in_time(FINDERS[sort](obligation, dossier), sort, dossier) for sort in obligation.bukti
    ]
    for state in (State.TERPENUHI, State.PERLU_DILIHAT):
        if one := next((each for each in found if each.state is state), None):
            return one
    return found[0] if found else not_yet("Bukti yang diperhitungkan belum ditentukan.")


_DECIDED: Final = frozenset({"daftar-dip", "daftar-dik", "pernyataan-nihil", "uji-konsekuensi"})
"""Evidence whose day is that of a decision, a statement or a test, on the list of one year."""


def _in_time(found: Found, sort: JenisBukti, dossier: Dossier) -> Found:
    """Doubt what bears no day in a year that is over: nobody can tell whether it came later."""
    if found.state is not State.TERPENUHI or sort == "halaman":
        return found
    reason, day = found.reason.removesuffix("."), found.diperbarui
    if day is not None and day > dossier.day:
        return not_yet(f"{reason}; tanggal itu sesudah hari penilaian.", *found.evidence)
    if day is not None and sort in _DECIDED and is_long_before(day, dossier.tahun):
        reason = f"{reason}, lama sebelum tahunnya; perlu dilihat pemantau."
        return unsure(reason, *found.evidence, day=day)
    if day is None and dossier.closed:
        reason = f"{reason}, tetapi tanggalnya tidak tercatat; perlu dilihat pemantau."
        return unsure(reason, *found.evidence)
    return found
