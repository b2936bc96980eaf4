"""One page for each row of a DIK: until when, on which ground, and what can be done about it."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.check import Checked
from generator.corpus import Corpus
from generator.diagnostics.model import Diagnostic
from generator.kinds.acuan.alasan import Alasan
from generator.kinds.daftar import DaftarDikecualikan
from generator.kinds.dik.model import (
    InformasiDikecualikan,
    Periode,
    alasan_of,
    daftar_of,
    periode_of,
)
from generator.page import Facets, Page, Quote, url_of
from generator.pages.daftar import crumbs_of, name_of
from generator.wording import KATEGORI, brief, format_tanggal


@dataclass(frozen=True, slots=True)
class RincianDik:
    """What the template of an excluded row needs."""

    row: InformasiDikecualikan
    jawaban: str
    periode: Periode
    sudah_berakhir: bool
    daftar: DaftarDikecualikan | None
    alasan: tuple[Quote, ...]
    riwayat: tuple["Tahun", ...]
    temuan: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Tahun:
    """The same information in the list of one year."""

    tahun: int
    jangka_waktu: str
    url: str


def pages(checked: Checked) -> Iterator[Page]:
    """Give the page of every row, list by list."""
    corpus = checked.corpus
    quotes = _quotes(corpus)
    history = _history(corpus)
    for daftar in corpus.of(DaftarDikecualikan):
        crumbs = crumbs_of(daftar, corpus)
        name = name_of(daftar.id.opd, corpus)
        for row in corpus.in_list(InformasiDikecualikan, daftar.id.opd, daftar.id.tahun):
            years = history[row.id.opd, row.id.slug]
            context = _context(row, years, quotes, checked)
            yield Page(
                url=url_of(row.id),
                title=f"{row.informasi} ({name}, {daftar.id.tahun})",
                description=brief(f"{context.jawaban} {row.informasi}."),
                section="informasi",
                template="jenis/dik/rincian.html",
                context=context,
                crumbs=crumbs,
                name=row.kode,
                facets=Facets(
                    "Informasi yang Dikecualikan",
                    name,
                    str(daftar.id.tahun),
                    KATEGORI["dikecualikan"],
                    tuple(dict.fromkeys(ground.huruf for ground in alasan_of(row))),
                ),
                sources=(row.path,),
                contoh=daftar.contoh,
            )


def _history(corpus: Corpus) -> dict[tuple[str, str], tuple[Tahun, ...]]:
    """Gather the years in which an OPD listed the same `kode`; one year alone is no history."""
    years: dict[tuple[str, str], list[Tahun]] = {}
    for row in corpus.of(InformasiDikecualikan):
        year = Tahun(row.id.tahun, row.jangka_waktu, url_of(row.id))
        years.setdefault((row.id.opd, row.id.slug), []).append(year)
    return {key: tuple(found) if len(found) > 1 else () for key, found in years.items()}


def _context(
    row: InformasiDikecualikan,
    years: tuple[Tahun, ...],
    quotes: dict[tuple[str, str], Quote],
    checked: Checked,
) -> RincianDik:
    periode = periode_of(row, checked.corpus)
    ended = periode.berakhir is not None and periode.berakhir < checked.corpus.today
    return RincianDik(
        row=row,
        jawaban=_answer(row, periode, ended=ended),
        periode=periode,
        sudah_berakhir=ended,
        daftar=daftar_of(row, checked.corpus),
        alasan=_quoted(row, quotes),
        riwayat=years,
        temuan=checked.about(row.id),
    )


def _answer(row: InformasiDikecualikan, periode: Periode, *, ended: bool) -> str:
    """Say the most important thing in one sentence: whether, how much, until when."""
    much = "sebagian" if row.cakupan == "sebagian" else "seluruhnya"
    if ended and periode.berakhir:
        return f"Masa pengecualiannya berakhir pada {format_tanggal(periode.berakhir)}."
    if periode.berakhir:
        return f"Dikecualikan {much} sampai {format_tanggal(periode.berakhir)}."
    if row.jangka_waktu:
        return f"Dikecualikan {much}; jangka waktunya tertulis “{row.jangka_waktu}”."
    return f"Dikecualikan {much}; jangka waktunya tidak disebutkan."


def _quotes(corpus: Corpus) -> dict[tuple[str, str], Quote]:
    """Prepare the words of every ground that can be cited, by letter and number."""
    quotes: dict[tuple[str, str], Quote] = {}
    for alasan in corpus.of(Alasan):
        address = f"UU 14/2008 Pasal 17 huruf {alasan.huruf}"
        explained = " ".join(filter(None, (alasan.penjelasan, alasan.batasan)))
        quotes[alasan.huruf, ""] = Quote(address, alasan.teks, explained)
        for angka in alasan.angka:
            words = f"{alasan.teks} […] {angka.teks}"
            numbered = f"{address} angka {angka.nomor}"
            quotes[alasan.huruf, angka.nomor] = Quote(numbered, words, explained)
    return quotes


def _quoted(row: InformasiDikecualikan, quotes: dict[tuple[str, str], Quote]) -> tuple[Quote, ...]:
    """Give the words behind the grounds of a row; an unknown number falls back to its letter."""
    found = (
        quotes.get((ground.huruf, ground.angka)) or quotes.get((ground.huruf, ""))
        for ground in alasan_of(row)
    )
    return tuple(quote for quote in found if quote)
