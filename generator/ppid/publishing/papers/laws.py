"""Which laws a paper names below “Mengingat”, in which order, and how each is written.

Besides those of the nation these are the regulations of the body itself on the service of
information, as they stood on a day. What nobody knows for certain, such as a day of entry into
force that no source tells, is named with a place that asks for it.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from ppid.core.corpus import Corpus
from ppid.kinds.acuan.peraturan import Peraturan, find_law
from ppid.kinds.acuan.surat import SuratResmi
from ppid.kinds.badan import JENIS_BADAN, Badan
from ppid.kinds.dik.model import InformasiDikecualikan
from ppid.kinds.regulasi import Regulasi, changed_by, doubted_by, revoked_by
from ppid.kinds.rows import Row
from ppid.kinds.wording import JENIS_REGULASI
from ppid.publishing.papers.model import Words
from ppid.publishing.papers.places import fill
from ppid.values.citations import read as read_citations
from ppid.values.law_kinds import LAW_KINDS

_RANK: Final = {"UU": 0, "Perppu": 0, "PP": 1, "Perpres": 2}


def laws_named(
    rows: Iterable[Row], surat: SuratResmi, day: date, corpus: Corpus
) -> Iterator[Words]:
    """Yield the titles of the laws that are always named and of those that the rows rest on.

    Higher laws come first, older ones before newer ones; each is named once. A law that is not on
    file keeps its code. Those of the body itself come last.
    """
    own = list(_own(surat, day, corpus))
    named = {
        (law.jenis, law.nomor, law.tahun) for base in own for law in (base, *_after(base, corpus))
    }
    excluded = (row for row in rows if isinstance(row, InformasiDikecualikan))
    cited = (c.peraturan for row in excluded for c in read_citations(row.dasar_hukum).citations)

    def order(code: str) -> tuple[int, str, str]:
        return (_RANK.get(code.split(" ", 1)[0], 9), code.rpartition("/")[2], code)

    for code in sorted(dict.fromkeys((*surat.mengingat, *cited)), key=order):
        law = find_law(code, corpus)
        if law is None:
            yield (code,)
        elif (law.jenis, law.nomor, law.tahun) not in named:
            yield (_title(law, corpus),)
    for regulasi in own:
        yield _as_changed(regulasi, surat, day, corpus)


def _title(law: Peraturan | Regulasi, corpus: Corpus) -> str:
    number = f"Nomor {law.nomor} Tahun {law.tahun} tentang {law.tentang}"
    if isinstance(law, Regulasi) and law.penerbit:
        return f"{JENIS_REGULASI[law.jenis]} {law.penerbit} {number}"
    if isinstance(law, Peraturan) and law.wilayah:
        return f"{_of_region(law.jenis, law.wilayah)} {number}"
    if law.jenis in JENIS_REGULASI:
        badan = corpus.get(Badan) if isinstance(law, Regulasi) else None
        return f"{_of_region(law.jenis, badan.wilayah[0] if badan else '')} {number}"
    return f"{law.kode} tentang {law.tentang}" if isinstance(law, Peraturan) else number


def _of_region(jenis: str, wilayah: str) -> str:
    """Name a kind of regulation with its region: those of another region bear the same numbers."""
    kind = LAW_KINDS[jenis]
    if kind.pembuat == "daerah":
        return f"{kind.nama} {wilayah}".rstrip()
    # Only a kota has a wali kota: “Peraturan Wali Kota Contoh”.
    level, _, name = wilayah.partition(" ")
    return f"{kind.nama} {name}" if level and kind.pembuat == level.lower() else kind.nama


# ---- regulations of the body itself, as they stood on a day


def _own(surat: SuratResmi, day: date, corpus: Corpus) -> Iterator[Regulasi]:
    """Yield the body's regulations on the service of information that may be in force on a day.

    One that changes another is named with that one.
    """
    badan = corpus.get(Badan)
    ranks = JENIS_BADAN[badan.jenis].peraturan if badan else ()
    found = [
        regulasi
        for regulasi in corpus.of(Regulasi)
        if regulasi.jenis in ranks
        and any(phrase in regulasi.tentang.casefold() for phrase in surat.mengingat_sendiri)
        and _begun(regulasi, day) is not False
        and not any(_begun(later, day) for later in revoked_by(regulasi, corpus))
    ]
    slugs = {regulasi.id.slug for regulasi in found}
    bases = (regulasi for regulasi in found if not slugs & set(regulasi.mengubah))
    yield from sorted(bases, key=lambda law: (ranks.index(law.jenis), law.tahun, law.nomor))


def _begun(regulasi: Regulasi, day: date) -> bool | None:
    """Tell whether a regulation existed on a day; None where only its year is known, and equal."""
    made = regulasi.tanggal_pengundangan or regulasi.tanggal_penetapan
    if made:
        return made <= day
    return None if regulasi.tahun == day.year else regulasi.tahun < day.year


def _after(base: Regulasi, corpus: Corpus) -> list[Regulasi]:
    """Return what changed a regulation, in the order of time."""
    return sorted(changed_by(base, corpus), key=lambda law: (law.tahun, law.nomor))


def _as_changed(base: Regulasi, surat: SuratResmi, day: date, corpus: Corpus) -> Words:
    """Write a regulation with its last change; ask where it is not certain that it stood so."""
    said = surat.ungkapan
    changes = [law for law in _after(base, corpus) if _begun(law, day) is not False]
    title: Words = (_title(base, corpus),)
    if changes:
        text = said.diubah if len(changes) == 1 else said.diubah_berulang
        title = fill(text, {"peraturan": title, "pengubah": _title(changes[-1], corpus)})
    others = (*revoked_by(base, corpus), *doubted_by(base, corpus))
    doubted = any(_begun(other, day) is not False for other in others)
    if doubted or any(_begun(law, day) is None for law in (base, *changes)):
        return fill(said.peraturan_ragu, {"peraturan": title})
    return title
