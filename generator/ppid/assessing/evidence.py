"""How each sort of evidence is looked for in a dossier; one function for each sort."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import NamedTuple

from ppid.assessing.dossier import Dossier, RowsByCode, decision_url, list_day
from ppid.assessing.model import Evidence, Obligation, State
from ppid.core.page import document_url
from ppid.kinds import url_of
from ppid.kinds.acuan.kewajiban import JenisBukti
from ppid.kinds.daftar import DaftarDikecualikan
from ppid.kinds.dik.model import InformasiDikecualikan, dasar_of, periode_of
from ppid.kinds.layanan import LaporanLayanan
from ppid.values.dates import format_tanggal
from ppid.values.numbers import format_bulat
from ppid.values.text import joined
from ppid.values.titles import title_key


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


_DECISION = {"nomor": "nomor", "tanggal": "tanggal", "pejabat": "pejabat", "tempat": "tempat"}


def _list_of(daftar: DaftarDikecualikan) -> Evidence:
    tautan = decision_url(daftar)
    label = f"DIK {daftar.id.tahun}"
    return Evidence(label, daftar.id, url_of(daftar.id), tautan, list_day(daftar))


def _absent(dossier: Dossier) -> Found:
    return not_yet(f"DIK {dossier.tahun} atau pernyataan nihilnya belum ada dalam data ini.")


def decided(_obligation: Obligation, dossier: Dossier) -> Found:
    """Look for the decision behind the list, or the statement that there is nothing to list."""
    daftar = dossier.dik
    if daftar is None:
        return _absent(dossier)
    found, name = _list_of(daftar), f"DIK {dossier.tahun}"
    if daftar.nihil:
        stated = format_tanggal(daftar.nihil.tanggal)
        return met(f"{name} dinyatakan nihil pada {stated}.", found, day=daftar.nihil.tanggal)
    decision = daftar.penetapan
    missing = [label for key, label in _DECISION.items() if not getattr(decision, key, "")]
    if decision is None or missing:
        named = joined(missing)
        return not_yet(f"{name} ada, tetapi {named} keputusannya belum tercatat.", found)
    return met(f"{name} ditetapkan dengan keputusan {decision.nomor}.", found, day=decision.tanggal)


def tested(_obligation: Obligation, dossier: Dossier) -> Found:
    """Look for a consequence test with a date that is not after the decision."""
    daftar = dossier.dik
    if daftar is None:
        return _absent(dossier)
    if daftar.nihil:
        return idle(f"DIK {dossier.tahun} dinyatakan nihil, jadi tidak ada yang diuji.")
    found, test = _list_of(daftar), daftar.uji_konsekuensi
    if test is None or test.tanggal is None:
        return not_yet(f"Tanggal uji konsekuensi DIK {dossier.tahun} belum tercatat.", found)
    set_on = daftar.penetapan.tanggal if daftar.penetapan else None
    day = format_tanggal(test.tanggal)
    if set_on and test.tanggal > set_on:
        return not_yet(f"Uji konsekuensi bertanggal {day}, sesudah keputusannya.", found)
    return met(f"Uji konsekuensi bertanggal {day}.", found, day=test.tanggal)


def _every_row(
    holds: Callable[[InformasiDikecualikan, Dossier], bool], said: str, lacking: str
) -> Callable[[Obligation, Dossier], Found]:
    """Make a finder of what must hold of every row of a DIK."""

    def find(_obligation: Obligation, dossier: Dossier) -> Found:
        daftar, rows = dossier.dik, dossier.dik_rows
        if daftar is None:
            return _absent(dossier)
        if daftar.nihil:
            return idle(f"DIK {dossier.tahun} dinyatakan nihil.")
        found = _list_of(daftar)
        if not rows:
            return not_yet(f"DIK {dossier.tahun} belum memuat satu butir pun.", found)
        short = [row for row in rows if not holds(row, dossier)]
        if short:
            part = f"{format_bulat(len(short))} dari {format_bulat(len(rows))}"
            reason = f"{part} butir DIK {dossier.tahun} {lacking}."
            return not_yet(reason, found, *map(_row_of, short))
        count = format_bulat(len(rows))
        reason = f"Semua butir DIK {dossier.tahun} ({count}) {said}."
        return met(reason, found, day=found.diperbarui)

    return find


def _row_of(row: InformasiDikecualikan) -> Evidence:
    return Evidence(row.informasi, row.id, url_of(row.id))


def _has_ground(row: InformasiDikecualikan, dossier: Dossier) -> bool:
    return any(alasan for _, alasan in dasar_of(row, dossier.corpus).alasan)


grounded = _every_row(
    _has_ground,
    "menyebut alasan Pasal 17 dengan hurufnya",
    "belum menyebut alasan Pasal 17 dengan hurufnya",
)
weighed = _every_row(
    lambda row, _: bool(row.konsekuensi_dibuka.strip()),
    "menguraikan konsekuensi bila dibuka",
    "belum menguraikan konsekuensi bila dibuka",
)
clear_terms = _every_row(
    lambda row, dossier: periode_of(row, dossier.corpus).jelas,
    "mempunyai jangka waktu yang jelas",
    "belum mempunyai jangka waktu yang jelas",
)


def ended_is_open(_obligation: Obligation, dossier: Dossier) -> Found:
    """Look whether what had ended before the list was set stands in the DIP of the year."""
    daftar = dossier.dik
    if daftar is None:
        return _absent(dossier)
    set_on = list_day(daftar)
    ends = ((row, periode_of(row, dossier.corpus).berakhir) for row in dossier.dik_rows)
    ended = [row for row, end in ends if set_on and end and end < set_on]
    if not ended:
        return idle(f"Tidak ada butir DIK {dossier.tahun} yang habis sebelum keputusannya.")
    public = {title_key(row.informasi) for row in dossier.dip_rows}
    codes = {row.kode for row in dossier.dip_rows}
    still = [r for r in ended if r.kode not in codes and title_key(r.informasi) not in public]
    found = _list_of(daftar)
    if still:
        reason = f"{format_bulat(len(still))} butir DIK {dossier.tahun} sudah habis jangka waktunya"
        return not_yet(f"{reason}, tetapi belum tercantum dalam DIP.", found, *map(_row_of, still))
    reason = f"Butir DIK {dossier.tahun} yang habis jangka waktunya tercantum dalam DIP."
    return met(reason, found, *map(_row_of, ended), day=found.diperbarui)


Finder = Callable[[Obligation, Dossier], Found]


def _rows(obligation: Obligation, dossier: Dossier) -> tuple[Evidence, ...]:
    scope = obligation.berlaku_untuk
    rows: RowsByCode = dossier.city_rows if scope and scope.lingkup == "kota" else dossier.rows
    return tuple(rows.get(obligation.kode, ()))


def _dip(obligation: Obligation, dossier: Dossier) -> Found:
    rows = _rows(obligation, dossier)
    if not rows:
        return not_yet(_no_rows(dossier))
    return met(_counted(rows, dossier.tahun), *rows, day=_newest(rows))


def _dip_with_address(obligation: Obligation, dossier: Dossier) -> Found:
    rows = _rows(obligation, dossier)
    if not rows:
        return not_yet(_no_rows(dossier))
    open_rows = [row for row in rows if row.tautan]
    counted = _counted(rows, dossier.tahun).removesuffix(".")
    if not open_rows:
        return not_yet(f"{counted}, tetapi alamat atau berkasnya belum dicantumkan.", *rows)
    return met(f"{counted}, dengan alamat atau berkasnya.", *rows, day=_newest(open_rows))


def _counted(rows: tuple[Evidence, ...], tahun: int) -> str:
    if len(rows) == 1:
        return f"Satu butir DIP {tahun} menyebut kewajiban ini."
    return f"{len(rows)} butir DIP {tahun} menyebut kewajiban ini."


def _newest(rows: Iterable[Evidence]) -> date | None:
    return max((row.diperbarui for row in rows if row.diperbarui), default=None)


def _no_rows(dossier: Dossier) -> str:
    if dossier.dip is None:
        return f"DIP {dossier.tahun} belum ada dalam data ini."
    if dossier.dip.nihil:
        return f"DIP {dossier.tahun} dinyatakan nihil."
    if dossier.older:
        return (
            f"DIP {dossier.tahun} ditetapkan sebelum peraturan ini berlaku dan memakai kode lama."
        )
    return f"DIP {dossier.tahun} belum memuat butir untuk kewajiban ini."


def _list_evidence(dossier: Dossier) -> Evidence | None:
    daftar = dossier.dip
    if daftar is None:
        return None
    tautan = decision_url(daftar)
    day = list_day(daftar)
    return Evidence(f"DIP {dossier.tahun}", daftar.id, url_of(daftar.id), tautan, day)


def _dip_exists(_obligation: Obligation, dossier: Dossier) -> Found:
    found, daftar = _list_evidence(dossier), dossier.dip
    if found is None or daftar is None:
        return not_yet(_no_rows(dossier))
    if daftar.nihil:
        return met(f"DIP {dossier.tahun} dinyatakan nihil.", found, day=found.diperbarui)
    if not dossier.dip_rows:
        return not_yet(f"DIP {dossier.tahun} belum memuat satu butir pun.", found)
    count = format_bulat(len(dossier.dip_rows))
    return met(f"DIP {dossier.tahun} memuat {count} butir.", found, day=found.diperbarui)


def _dip_decided(obligation: Obligation, dossier: Dossier) -> Found:
    exists = _dip_exists(obligation, dossier)
    daftar = dossier.dip
    if daftar is None or daftar.nihil or not dossier.dip_rows:
        return exists
    decision = daftar.penetapan
    if decision is None or not decision.nomor or not decision.tanggal:
        reason = f"DIP {dossier.tahun} ada, tetapi nomor atau tanggal keputusannya belum tercatat."
        return not_yet(reason, *exists.evidence)
    day = format_tanggal(decision.tanggal)
    reason = f"DIP {dossier.tahun} ditetapkan dengan keputusan {decision.nomor}, {day}."
    return met(reason, *exists.evidence, day=decision.tanggal)


def _dip_kept_fresh(_obligation: Obligation, dossier: Dossier) -> Found:
    found = _list_evidence(dossier)
    if found is None:
        return not_yet(_no_rows(dossier))
    days = [row.diperbarui for row in dossier.dip_rows if row.diperbarui]
    newest = max([*days, *([found.diperbarui] if found.diperbarui else [])], default=None)
    if newest is None:
        return not_yet(f"DIP {dossier.tahun} belum memuat tanggal pemutakhiran.", found)
    read = format_tanggal(dossier.day)
    reason = f"Tanggal terbaru dalam DIP {dossier.tahun} adalah {format_tanggal(newest)}"
    return met(f"{reason}, dan hari penilaiannya {read}.", found, day=newest)


def _figures(laporan: LaporanLayanan) -> Evidence:
    stated = laporan.laporan
    tautan = document_url(stated.tautan, laporan.owner) if stated else ""
    day = stated.tanggal if stated else None
    label = f"Angka layanan {laporan.id.tahun}"
    return Evidence(label, laporan.id, url_of(laporan.id), tautan, day)


def _from_figures(look: Callable[[LaporanLayanan], str], missing: str) -> Finder:
    """Make a finder of a function that says what the figures hold (empty: nothing)."""

    def find(_obligation: Obligation, dossier: Dossier) -> Found:
        laporan = dossier.layanan
        if laporan is None:
            return not_yet(f"Angka layanan {dossier.tahun} belum ada dalam data ini.")
        found, said = _figures(laporan), look(laporan)
        if not said:
            return not_yet(f"Angka layanan {dossier.tahun} belum memuat {missing}.", found)
        return met(f"Angka layanan {dossier.tahun} {said}.", found, day=found.diperbarui)

    return find


def _requests(laporan: LaporanLayanan) -> str:
    return f"mencatat {format_bulat(laporan.permohonan.diterima)} permohonan"


def _times(laporan: LaporanLayanan) -> str:
    return "mencatat waktu pemenuhan permohonan" if laporan.waktu else ""


def _reasons(laporan: LaporanLayanan) -> str:
    refused = laporan.permohonan.ditolak
    if not refused:
        return "tidak mencatat penolakan"
    given = sum(alasan.jumlah for alasan in laporan.alasan_penolakan)
    return "mencatat alasan setiap penolakan" if given >= refused else ""


def _disputes(laporan: LaporanLayanan) -> str:
    both = laporan.keberatan and laporan.sengketa
    return "mencatat jumlah keberatan dan sengketa" if both else ""


def _reported(laporan: LaporanLayanan) -> str:
    stated = laporan.laporan
    return f"dilaporkan pada {format_tanggal(stated.tanggal)}" if stated else ""


def _page(obligation: Obligation, dossier: Dossier) -> Found:
    """Look for every page that an obligation names: one alone would tell half of it."""
    pages = obligation.halaman
    if not pages or not dossier.pages.issuperset(pages):
        return not_yet("Situs ini belum memuat halamannya untuk tahun itu.")
    return met("Situs ini memuat halamannya.", *map(_page_at, pages))


def _page_at(path: str) -> Evidence:
    address = path.removesuffix(".md").removesuffix("index").rstrip("/")
    return Evidence(f"Halaman {address or 'beranda'}", url=f"{address}/" if address else "")


FINDERS: Mapping[JenisBukti, Finder] = {
    "dip": _dip,
    "dip-beralamat": _dip_with_address,
    "dip-ada": _dip_exists,
    "daftar-dip": _dip_decided,
    "pemutakhiran-dip": _dip_kept_fresh,
    "daftar-dik": decided,
    "uji-konsekuensi": tested,
    "dasar-pengecualian": grounded,
    "konsekuensi-pengecualian": weighed,
    "jangka-pengecualian": clear_terms,
    "akhir-pengecualian": ended_is_open,
    "layanan-permohonan": _from_figures(_requests, "jumlah permohonan"),
    "layanan-waktu": _from_figures(_times, "waktu pemenuhan permohonan"),
    "layanan-alasan": _from_figures(_reasons, "alasan setiap penolakan"),
    "layanan-sengketa": _from_figures(_disputes, "jumlah keberatan dan sengketa"),
    "laporan-layanan": _from_figures(_reported, "tanggal laporannya"),
    "halaman": _page,
}
"""Which function looks for which sort of evidence."""


def look(obligation: Obligation, dossier: Dossier) -> Found:
    """Look for each sort that may count; one that suffices is enough, else the first speaks."""
    first: Found | None = None
    for sort in obligation.bukti:
        found = FINDERS[sort](obligation, dossier)
        if found.state == "terpenuhi":
            return found
        first = first or found
    return first or not_yet("Bukti yang diperhitungkan belum ditentukan.")
