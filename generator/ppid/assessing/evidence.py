"""How each sort of evidence is looked for in a dossier; one function for each sort."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from ppid.assessing import dik_quality
from ppid.assessing.dossier import Dossier, RowsByCode, decision_url
from ppid.assessing.found import Found, met, not_yet
from ppid.assessing.list_day import list_day
from ppid.assessing.model import Evidence, Obligation
from ppid.core.page import document_url, url_of
from ppid.kinds.acuan.kewajiban import JenisBukti
from ppid.kinds.layanan import LaporanLayanan
from ppid.values.angka import format_bulat
from ppid.values.tanggal import format_tanggal

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


def _list_of(dossier: Dossier) -> Evidence | None:
    daftar = dossier.dip
    if daftar is None:
        return None
    tautan = decision_url(daftar)
    day = list_day(daftar)
    return Evidence(f"DIP {dossier.tahun}", daftar.id, url_of(daftar.id), tautan, day)


def _dip_exists(_obligation: Obligation, dossier: Dossier) -> Found:
    found, daftar = _list_of(dossier), dossier.dip
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
    found = _list_of(dossier)
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
    "daftar-dik": dik_quality.decided,
    "uji-konsekuensi": dik_quality.tested,
    "dasar-pengecualian": dik_quality.grounded,
    "konsekuensi-pengecualian": dik_quality.weighed,
    "jangka-pengecualian": dik_quality.clear_terms,
    "akhir-pengecualian": dik_quality.ended_is_open,
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
