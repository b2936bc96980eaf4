"""To whom a request or an objection goes: an officer, and a mail address where one may be used."""

from dataclasses import dataclass

from ppid.core.corpus import Corpus
from ppid.kinds.badan import Badan
from ppid.kinds.daftar import Daftar
from ppid.kinds.opd import ProfilOpd


@dataclass(frozen=True, slots=True)
class Recipient:
    """An officer; `surel` is empty when there is none, or when nobody must be written to."""

    nama: str
    surel: str


@dataclass(frozen=True, slots=True)
class Recipients:
    """Who answers a request for the items of a list, and who answers an objection."""

    permintaan: Recipient
    keberatan: Recipient
    contoh: bool
    """A demonstration: letters are shown, and sent to nobody."""


def recipients_of(daftar: Daftar, corpus: Corpus) -> Recipients:
    """Find who answers today; a request goes straight to an OPD that serves by itself."""
    badan = next(iter(corpus.of(Badan)), None)
    contoh = daftar.contoh or (badan is not None and badan.contoh)
    utama = ppid_utama(badan, corpus)
    profil = corpus.get(ProfilOpd, daftar.id.opd)
    asked = _ppid_pelaksana(profil, badan, corpus) if profil else None
    objected = Recipient(_atasan(badan), utama.surel or (asked.surel if asked else ""))
    return Recipients(
        _unless(asked or utama, contoh=contoh), _unless(objected, contoh=contoh), contoh
    )


def _unless(recipient: Recipient, *, contoh: bool) -> Recipient:
    return Recipient(recipient.nama, "") if contoh else recipient


def ppid_utama(badan: Badan | None, corpus: Corpus) -> Recipient:
    """Return the officer who is PPID Utama today."""
    if badan is None:
        return Recipient("PPID Utama", "")
    masa = badan.ppid_utama_on(corpus.today)
    officer = f" ({masa.jabatan})" if masa else ""
    return Recipient(f"PPID Utama {badan.nama}{officer}", badan.surel)


def _ppid_pelaksana(profil: ProfilOpd, badan: Badan | None, corpus: Corpus) -> Recipient | None:
    """Return the officer of an OPD that serves requests itself and still exists."""
    if not profil.layanan_langsung or not profil.masih_aktif(corpus.today):
        return None
    names = badan.sebutan_ppid_pelaksana if badan else ()
    valid = [name for name in names if name.mulai <= corpus.today]
    title = max(valid, key=lambda name: name.mulai).sebutan if valid else "PPID Pelaksana"
    officer = f" ({profil.ppid_pelaksana.jabatan})" if profil.ppid_pelaksana else ""
    return Recipient(
        f"{title} {profil.nama}{officer}", profil.surel or (badan.surel if badan else "")
    )


def _atasan(badan: Badan | None) -> str:
    if badan is None:
        return "Atasan PPID"
    officer = f" ({badan.atasan_ppid.jabatan})" if badan.atasan_ppid else ""
    return f"Atasan PPID {badan.nama}{officer}"
