"""Whether something is withheld, how much, until when, and what happens then: in sentences."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from ppid.core.corpus import Corpus
from ppid.core.page import Quote
from ppid.kinds.dik.model import InformasiDikecualikan, Periode, periode_of
from ppid.kinds.wording import format_tanggal
from ppid.publishing.items.grounds import LegalBasis
from ppid.publishing.items.term_law import TermLaw
from ppid.values.terms import Bentuk, JangkaWaktu
from ppid.values.working_days import hari_kerja_before

_NOTICE = 30


class State(Enum):
    """What is said of an item by a shape beside the words."""

    WHOLE = "penuh"
    PART = "paruh"
    ENDED = "hampa"


@dataclass(frozen=True, slots=True)
class Exclusion:
    """An excluded row as its page says it; `then` is what follows when the term is over."""

    state: State
    answer: str
    period: Periode
    then: tuple[str, ...]
    quotes: tuple[Quote, ...]
    open: bool
    """The term is over, and no later list withholds the item for longer."""


def exclusion_of(
    row: InformasiDikecualikan,
    basis: LegalBasis,
    law: TermLaw,
    corpus: Corpus,
    *,
    renewed: bool = False,
) -> Exclusion:
    """Say what a row means today; `renewed` when a later list still withholds the item."""
    period = periode_of(row, corpus)
    berakhir, jangka = period.berakhir, period.jangka
    ended = berakhir is not None and berakhir < corpus.today
    part = row.cakupan == "sebagian"
    state = State.ENDED if ended else State.PART if part else State.WHOLE
    then, quotes = _then(row, jangka, berakhir, ended=ended, renewed=renewed), law.ends
    if berakhir is None and not _event(jangka):
        endless = jangka is not None and jangka.bentuk is Bentuk.TIDAK_TERBATAS
        quotes = law.not_permanent if endless and not basis.permanent else law.stated
    answer = _answer(row, jangka, berakhir, basis, ended=ended)
    if ended and renewed:
        answer = f"Menurut DIK {row.id.tahun}, m{answer[1:]}"
    is_open = ended and not renewed
    return Exclusion(state, answer, period, then, quotes, is_open)


def _answer(
    row: InformasiDikecualikan,
    jangka: JangkaWaktu | None,
    berakhir: date | None,
    basis: LegalBasis,
    *,
    ended: bool,
) -> str:
    """Say the most important things: whether, how much, until when, on which ground."""
    much = f"ikecualikan {'sebagian' if row.cakupan == 'sebagian' else 'seluruhnya'}"
    reason, after = _reason(basis)
    if berakhir is None:
        event = _event(jangka)
        if event:
            return f"D{much}{reason}{',' if reason else ''} {event}.{after}"
        return f"D{much}{reason}.{after} {_open_end(row, jangka)}"
    end = format_tanggal(berakhir)
    if ended:
        return f"Masa pengecualiannya berakhir pada {end}. Sebelumnya d{much}{reason}.{after}"
    return f"D{much} sampai {end}{reason}.{after}"


def _reason(basis: LegalBasis) -> tuple[str, str]:
    """Return one ground as a part of the sentence; several, or that there is none, after it."""
    if basis.because:
        alone = len(basis.grounds) == 1
        return (f" karena {basis.because}", "") if alone else ("", f" Alasannya: {basis.because}.")
    if basis.tertulis:
        return "", " Alasannya menurut UU 14/2008 Pasal 17 tidak disebutkan."
    return "", " Dasar hukumnya tidak disebutkan."


def _event(jangka: JangkaWaktu | None) -> str:
    """Say until when, where the words of the term lead to an event or a law."""
    if jangka and jangka.bentuk is Bentuk.SAMPAI_PERISTIWA:
        return f"sampai {jangka.peristiwa}"
    if jangka and jangka.bentuk is Bentuk.MENURUT_PERATURAN:
        return f"selama jangka waktu menurut {jangka.dasar}"
    return ""


def _open_end(row: InformasiDikecualikan, jangka: JangkaWaktu | None) -> str:
    if not row.jangka_waktu:
        return "Jangka waktunya tidak disebutkan."
    missing = "hari mulainya" if jangka and jangka.bentuk is Bentuk.LAMA else "hari berakhirnya"
    return f"Jangka waktunya tertulis “{row.jangka_waktu}”; {missing} tidak diketahui."


def _then(
    row: InformasiDikecualikan,
    jangka: JangkaWaktu | None,
    berakhir: date | None,
    *,
    ended: bool,
    renewed: bool,
) -> tuple[str, ...]:
    """Say what the end of the term means for this row."""
    if berakhir is None:
        return (_without_day(row, jangka),)
    end = format_tanggal(berakhir)
    if ended and renewed:
        later = "Daftar yang lebih baru masih mencantumkannya sebagai dikecualikan."
        return (f"Menurut daftar ini masanya berakhir pada {end}. {later}",)
    if ended:
        over = f"Masa itu sudah berakhir pada {end}."
        return (f"{over} Anda dapat memintanya seperti informasi publik yang lain.",)
    notice = format_tanggal(hari_kerja_before(berakhir, _NOTICE))
    rule = "PPID menetapkannya paling lama 30 hari kerja sebelumnya"
    return (
        f"Masanya berakhir pada {end}. Sesudah hari itu informasi ini menjadi Informasi Publik.",
        f"{rule}, yaitu {notice}. Libur nasional dan cuti bersama yang diketahui tidak dihitung.",
    )


def _without_day(row: InformasiDikecualikan, jangka: JangkaWaktu | None) -> str:
    ask = "Tanyakan kepada PPID"
    if not row.jangka_waktu:
        return (
            f"Daftar ini tidak menyebut jangka waktunya. {ask} sampai kapan pengecualian berlaku."
        )
    if jangka and jangka.bentuk is Bentuk.SAMPAI_PERISTIWA:
        event = f"Masa itu berakhir saat peristiwa ini terjadi: {jangka.peristiwa}."
        return f"{event} {ask} apakah peristiwanya sudah terjadi."
    if jangka and jangka.bentuk is Bentuk.MENURUT_PERATURAN:
        return f"Lamanya mengikuti {jangka.dasar}. {ask} pada hari apa masa itu berakhir."
    if jangka and jangka.bentuk is Bentuk.LAMA:
        return f"Hari mulainya tidak diketahui, jadi hari berakhirnya belum dapat dihitung. {ask}."
    return (
        f"Dari kata “{row.jangka_waktu}” hari berakhirnya tidak dapat dihitung. {ask} sampai kapan "
        "pengecualian berlaku."
    )
