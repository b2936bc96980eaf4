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
from generator.page import Facets, Link, Page, Quote, url_of
from generator.pages.daftar import crumbs_of, name_of
from generator.values.citation import Citation
from generator.wording import brief, format_tanggal


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
    """The same information in the list of another year."""

    tahun: int
    jangka_waktu: str
    url: str
    ini: bool


def pages(checked: Checked) -> Iterator[Page]:
    """Give the page of every row, list by list."""
    corpus = checked.corpus
    grounds: dict[str, Alasan] = {a.huruf: a for a in corpus.of(Alasan)}
    history = _history(corpus)
    for daftar in corpus.of(DaftarDikecualikan):
        crumbs = crumbs_of(daftar, corpus)
        name = name_of(daftar.id.opd, corpus)
        facets = Facets("Informasi yang Dikecualikan", name, str(daftar.id.tahun))
        for row in corpus.in_list(InformasiDikecualikan, daftar.id.opd, daftar.id.tahun):
            years = history[row.id.opd, row.id.slug]
            context = _context(row, years, grounds, checked)
            yield Page(
                url=url_of(row.id),
                title=f"{row.informasi} ({name}, {daftar.id.tahun})",
                description=brief(f"{context.jawaban} {row.informasi}."),
                section="informasi",
                template="jenis/dik/rincian.html",
                context=context,
                crumbs=(*crumbs, Link(row.kode, "")),
                facets=facets,
                sources=(row.path,),
                contoh=daftar.contoh,
            )


def _history(corpus: Corpus) -> dict[tuple[str, str], list[InformasiDikecualikan]]:
    """Gather the rows that carry the same `kode` in the lists of several years."""
    years: dict[tuple[str, str], list[InformasiDikecualikan]] = {}
    for row in corpus.of(InformasiDikecualikan):
        years.setdefault((row.id.opd, row.id.slug), []).append(row)
    return years


def _context(
    row: InformasiDikecualikan,
    years: list[InformasiDikecualikan],
    grounds: dict[str, Alasan],
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
        alasan=tuple(_quote(c, grounds[c.huruf]) for c in alasan_of(row) if c.huruf in grounds),
        riwayat=tuple(Tahun(r.id.tahun, r.jangka_waktu, url_of(r.id), r is row) for r in years)
        if len(years) > 1
        else (),
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


def _quote(citation: Citation, alasan: Alasan) -> Quote:
    numbered = next((a.teks for a in alasan.angka if a.nomor == citation.angka), "")
    words = f"{alasan.teks} […] {numbered}" if numbered else alasan.teks
    explained = " ".join(filter(None, (alasan.penjelasan, alasan.batasan)))
    return Quote(str(citation), words, explained)
