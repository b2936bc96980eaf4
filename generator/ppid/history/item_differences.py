"""What changed for one item from the list of one year to the next, in words."""

from collections.abc import Iterator
from datetime import date
from itertools import filterfalse

from ppid.core.corpus import Corpus
from ppid.history.changes import same_but_year
from ppid.kinds.dik.model import InformasiDikecualikan
from ppid.kinds.dik.quote import quoted
from ppid.kinds.dik.resolved import dasar_of, end_of, keputusan_of
from ppid.kinds.dip.model import InformasiPublik
from ppid.kinds.wording import KLASIFIKASI, format_tanggal
from ppid.values.jangka_waktu import read_jangka_waktu
from ppid.values.joined import joined


def excluded_changes(
    old: InformasiDikecualikan, new: InformasiDikecualikan, corpus: Corpus
) -> Iterator[str]:
    """Say what a row of a DIK says otherwise than the row before it."""
    if not same_but_year(old.informasi, new.informasi):
        yield f"Rumusannya berubah; sebelumnya {quoted(old.informasi)}."
    yield from _scope(old, new)
    yield from _term(old, new, corpus)
    if old.dasar_hukum != new.dasar_hukum:
        yield from _basis(old, new, corpus)
    consequences = ("konsekuensi_dibuka", "konsekuensi_ditutup")
    if any(getattr(old, name) != getattr(new, name) for name in consequences):
        yield "Uraian akibatnya berubah."
    if old.penguasa != new.penguasa:
        yield f"Penguasa informasi menjadi {new.penguasa}; sebelumnya {old.penguasa}."


def _scope(old: InformasiDikecualikan, new: InformasiDikecualikan) -> Iterator[str]:
    if old.cakupan != new.cakupan:
        if new.cakupan == "sebagian":
            part = f" Yang masih dikecualikan: {new.bagian}." if new.bagian else ""
            yield f"Dibuka sebagian; sebelumnya seluruhnya dikecualikan.{part}"
        else:
            yield "Seluruhnya dikecualikan; sebelumnya hanya sebagian."
    elif old.bagian != new.bagian:
        yield f"Bagian yang dikecualikan menjadi: {new.bagian or 'tidak disebutkan'}."


def _term(old: InformasiDikecualikan, new: InformasiDikecualikan, corpus: Corpus) -> Iterator[str]:
    before, after = _end(old, corpus), _end(new, corpus)
    if old.jangka_waktu != new.jangka_waktu:
        was = f"“{old.jangka_waktu}”" if old.jangka_waktu else "tidak disebutkan"
        now = f"“{new.jangka_waktu}”" if new.jangka_waktu else "tidak disebutkan"
        yield f"Jangka waktu {_direction(old, new)} dari {was} menjadi {now}."
    if after and before != after:
        was = f"; sebelumnya {format_tanggal(before)}" if before else ""
        yield f"Akhir masanya menjadi {format_tanggal(after)}{was}."


def _end(row: InformasiDikecualikan, corpus: Corpus) -> date | None:
    return end_of(row.jangka_waktu, row.mulai or keputusan_of(row, corpus).tanggal)


def _direction(old: InformasiDikecualikan, new: InformasiDikecualikan) -> str:
    """Compare two lengths; other terms cannot be called shorter or longer."""
    was, now = (read_jangka_waktu(row.jangka_waktu).value for row in (old, new))
    if was and now and was.bulan and now.bulan and was.bulan != now.bulan:
        return "dipersingkat" if now.bulan < was.bulan else "diperpanjang"
    return "berubah"


def _basis(old: InformasiDikecualikan, new: InformasiDikecualikan, corpus: Corpus) -> Iterator[str]:
    was = [str(c) for c in dasar_of(old, corpus).reading.citations]
    now = [str(c) for c in dasar_of(new, corpus).reading.citations]
    added = list(filterfalse(was.__contains__, now))
    removed = list(filterfalse(now.__contains__, was))
    words = (
        f"ditambah {joined(added)}" if added else "",
        f"tidak lagi menyebut {joined(removed)}" if removed else "",
    )
    if added or removed:
        yield f"Dasar hukum {'; '.join(filter(None, words))}."


def public_changes(old: InformasiPublik, new: InformasiPublik) -> Iterator[str]:
    """Say what a row of a DIP says otherwise than the row before it."""
    if not same_but_year(old.informasi, new.informasi):
        yield f"Ringkasannya berubah; sebelumnya {quoted(old.informasi)}."
    if old.klasifikasi != new.klasifikasi:
        was, now = KLASIFIKASI[old.klasifikasi], KLASIFIKASI[new.klasifikasi]
        yield f"Klasifikasi berubah dari {was} menjadi {now}."
    if old.penguasa != new.penguasa:
        yield f"Yang menguasai menjadi {new.penguasa}; sebelumnya {old.penguasa}."
    if old.bentuk != new.bentuk:
        yield f"Bentuk yang tersedia menjadi {new.bentuk}; sebelumnya {old.bentuk}."
    if old.retensi != new.retensi:
        yield f"Penyimpanan menjadi {new.retensi}; sebelumnya {old.retensi}."
    if old.tautan != new.tautan:
        yield _document(old, new)


def _document(old: InformasiPublik, new: InformasiPublik) -> str:
    if not new.tautan:
        return "Alamat dokumennya tidak lagi dicantumkan."
    return "Alamat dokumennya berubah." if old.tautan else "Alamat dokumennya dicantumkan."
