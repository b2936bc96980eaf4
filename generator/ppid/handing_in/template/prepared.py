"""What a template starts with: the rows of the list before, with what must be said anew left out.

What stays true is carried: the `kode`, the information, its grounds, who holds it. What belongs to
one list only is left blank: the day of the last update, when a new edition was made, codes of
obligations that are no longer in force.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from ppid.core.corpus import Corpus
from ppid.core.page import Link
from ppid.handing_in.facts import facts_of
from ppid.handing_in.template.form import template_url
from ppid.kinds.acuan.kewajiban import kewajiban_in
from ppid.kinds.badan import Badan
from ppid.kinds.dik.model import InformasiDikecualikan, periode_of
from ppid.kinds.dip.model import InformasiPublik, codes_in
from ppid.kinds.opd import ProfilOpd
from ppid.kinds.rows import LISTS, MODELS, Row, rows_of
from ppid.values.cells import LONGEST_CELL
from ppid.values.dates import format_tanggal

ENDED: Final = "jangka waktu sudah berakhir: buka atau perbarui"
_LINE_END: Final = re.compile(r"\r\n?")


@dataclass(frozen=True, slots=True)
class PreparedRow:
    """A row as it is prefilled: the text of every field, and what the clerk should know of it."""

    values: Mapping[str, str]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Prepared:
    """Everything that differs from one template of a sort to the next.

    `asal` is the year of the list from which the rows come, 0 without one; when it is `tahun`
    itself, that list is being revised and its rows stand as they are.
    """

    opd: str
    nama: str
    jenis: str
    tahun: int
    hari: date
    rows: tuple[PreparedRow, ...]
    asal: int = 0
    nihil: bool = False
    contoh: bool = False
    facts: Mapping[str, str] = field(default_factory=dict)
    """What the list that is being revised says of itself, by the name of the fact."""


def prepare(opd: str, jenis: str, tahun: int, corpus: Corpus) -> Prepared:
    """Gather the rows for a template: of the list of that year, else of the newest before it."""
    profil = corpus.get(ProfilOpd, opd)
    badan = corpus.get(Badan)
    lists = (each for each in corpus.owned_by(LISTS[jenis], opd) if each.id.tahun <= tahun)
    daftar = max(lists, key=lambda each: each.id.tahun, default=None)
    nama = profil.nama if profil else opd
    contoh = bool((badan and badan.contoh) or (daftar and daftar.contoh))
    if daftar is None:
        return Prepared(
            opd=opd, nama=nama, jenis=jenis, tahun=tahun, hari=corpus.today, rows=(), contoh=contoh
        )
    in_force = frozenset(each.kode for each in kewajiban_in(tahun, corpus))
    rows = tuple(_row(row, tahun, in_force, corpus) for row in rows_of(daftar, corpus))
    nihil = daftar.nihil is not None
    return Prepared(
        opd=opd,
        nama=nama,
        jenis=jenis,
        tahun=tahun,
        hari=corpus.today,
        rows=rows,
        asal=daftar.id.tahun,
        nihil=nihil,
        contoh=contoh,
        facts=facts_of(daftar) if daftar.id.tahun == tahun else {},
    )


def _row(row: Row, tahun: int, in_force: frozenset[str], corpus: Corpus) -> PreparedRow:
    values = {name: _text(getattr(row, name)) for name in MODELS[row.kind].model_fields}
    notes: list[str] = []
    revised = row.id.tahun == tahun
    if isinstance(row, InformasiDikecualikan):
        period = periode_of(row, corpus)
        notes += _term(period.berakhir, tahun, corpus.today)
        if not revised:
            # Left blank, it would mean the day of the new decision: every term would begin again.
            values["mulai"] = _text(period.mulai)
    elif not revised:
        notes += _blank_what_is_new(values, row, in_force)
    if not revised and str(row.id.tahun) in row.informasi:
        notes.append(f"judul menyebut tahun {row.id.tahun}: sesuaikan bila perlu")
    for name in [name for name, text in values.items() if len(text) >= LONGEST_CELL]:
        title = MODELS[row.kind].model_fields[name].title
        notes.append(f"{title} terlalu panjang untuk satu sel; salin dari situs lalu ringkas")
        values[name] = ""
    return PreparedRow(values, "; ".join(notes))


def _text(value: object) -> str:
    """Write a value as a workbook can hold it: one sort of line end, nothing unprintable."""
    text = "" if value is None else str(value)
    return ILLEGAL_CHARACTERS_RE.sub("", _LINE_END.sub("\n", text))


def _term(ends: date | None, tahun: int, today: date) -> Iterator[str]:
    if ends is None:
        return
    if ends < max(date(tahun, 1, 1), today):
        yield f"{ENDED} (berakhir {format_tanggal(ends)})"
    elif ends <= date(tahun, 12, 31):
        yield f"jangka waktu berakhir pada {format_tanggal(ends)}: siapkan keputusannya"


def _blank_what_is_new(
    values: dict[str, str], row: InformasiPublik, in_force: frozenset[str]
) -> Iterator[str]:
    """Blank the fields that a new list says anew, and yield the notes about them."""
    values["diperbarui"] = ""
    if row.klasifikasi == "berkala":  # a new edition is made for every period
        values["waktu_pembuatan"] = ""
        yield "terbitan baru: isi waktu pembuatan dan periksa tautannya"
    if set(codes_in(row.kewajiban)) - in_force:
        values["kewajiban"] = ""
        yield f"kode kewajiban “{row.kewajiban}” tidak berlaku lagi: pilih yang baru"


def collecting_year(corpus: Corpus) -> int:
    """Return the year for which lists are collected: the current one, or a later one that is open.

    `tahun_berjalan` in `data/badan.yml` may be ahead of the calendar, when a body collects early;
    where nobody has raised it yet, the new year has begun all the same.
    """
    badan = corpus.get(Badan)
    return max(corpus.today.year, badan.tahun_berjalan if badan else 0)


def collected_from(tahun: int, corpus: Corpus) -> Sequence[ProfilOpd]:
    """Return the OPD that exist in a year, by folder."""
    found = (profil for profil in corpus.of(ProfilOpd) if profil.ada_pada(tahun))
    return sorted(found, key=lambda profil: profil.id.opd)


def template_links(opd: str, corpus: Corpus) -> tuple[Link, ...]:
    """Return the links to the templates of an OPD; none when it does not exist any more."""
    tahun = collecting_year(corpus)
    if opd not in {profil.id.opd for profil in collected_from(tahun, corpus)}:
        return ()
    return tuple(
        Link(
            f"Templat Excel untuk mengisi {jenis.upper()} {tahun}", template_url(opd, jenis, tahun)
        )
        for jenis in sorted(MODELS, reverse=True)
    )
