"""The quality of a DIK, as the questionnaires ask for it (decision, test, ground, term, end)."""

from collections.abc import Callable

from ppid.assessing.dossier import Dossier, decision_url
from ppid.assessing.found import Found, idle, met, not_yet
from ppid.assessing.list_day import list_day
from ppid.assessing.model import Evidence, Obligation
from ppid.core.page import url_of
from ppid.kinds.daftar import DaftarDikecualikan
from ppid.kinds.dik.model import InformasiDikecualikan
from ppid.kinds.dik.resolved import dasar_of, end_of
from ppid.values.angka import format_bulat
from ppid.values.jangka_waktu import Bentuk, read_jangka_waktu
from ppid.values.joined import joined
from ppid.values.judul import normal_title
from ppid.values.tanggal import format_tanggal

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


def _has_clear_term(row: InformasiDikecualikan, dossier: Dossier) -> bool:
    """Tell whether the end is clear, as rule DIK-012 does: an event needs a known start."""
    term = read_jangka_waktu(row.jangka_waktu).value
    if term is None or term.bentuk is not Bentuk.SAMPAI_PERISTIWA:
        return term is not None and not term.is_unclear
    return bool(row.mulai or (dossier.dik and list_day(dossier.dik)))


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
    _has_clear_term,
    "mempunyai jangka waktu yang jelas",
    "belum mempunyai jangka waktu yang jelas",
)


def ended_is_open(_obligation: Obligation, dossier: Dossier) -> Found:
    """Look whether what had ended before the list was set stands in the DIP of the year."""
    daftar = dossier.dik
    if daftar is None:
        return _absent(dossier)
    ended = [row for row in dossier.dik_rows if _had_ended(row, daftar)]
    if not ended:
        return idle(f"Tidak ada butir DIK {dossier.tahun} yang habis sebelum keputusannya.")
    public = {normal_title(row.informasi) for row in dossier.dip_rows}
    codes = {row.kode for row in dossier.dip_rows}
    still = [r for r in ended if r.kode not in codes and normal_title(r.informasi) not in public]
    found = _list_of(daftar)
    if still:
        reason = f"{format_bulat(len(still))} butir DIK {dossier.tahun} sudah habis jangka waktunya"
        return not_yet(f"{reason}, tetapi belum tercantum dalam DIP.", found, *map(_row_of, still))
    reason = f"Butir DIK {dossier.tahun} yang habis jangka waktunya tercantum dalam DIP."
    return met(reason, found, *map(_row_of, ended), day=found.diperbarui)


def _had_ended(row: InformasiDikecualikan, daftar: DaftarDikecualikan) -> bool:
    set_on = list_day(daftar)
    ends = end_of(row.jangka_waktu, row.mulai or set_on)
    return bool(set_on and ends and ends < set_on)
