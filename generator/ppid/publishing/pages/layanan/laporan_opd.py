"""One report: its figures, the years beside it, and what the law wants such a report to hold."""

from collections.abc import Iterator, Sequence

from ppid.core.corpus import Corpus
from ppid.core.page import Body, Cell, Facets, Fact, Figure, Link, Page, Section, Table
from ppid.kinds import url_of
from ppid.kinds.layanan import LaporanLayanan
from ppid.kinds.wording import format_bulat, format_tanggal, number
from ppid.publishing.pages.daftar import name_of
from ppid.publishing.pages.layanan.alamat import CRUMBS, REPORTS, year_link
from ppid.publishing.pages.layanan.angka import (
    COLUMNS,
    average_of,
    index_of,
    longest_of,
    outcomes_figure,
    said,
    sum_of,
    title_of,
)
from ppid.publishing.pages.layanan.prosedur import quote_of


def page(owned: Sequence[LaporanLayanan], position: int, corpus: Corpus) -> Page:
    """Return the page of a report; `owned` are all reports of its OPD by year."""
    laporan = owned[position]
    name, tahun = name_of(laporan.id.opd, corpus), laporan.id.tahun
    lead = said(sum_of([laporan]))
    sections = (*_refusals(laporan), *_years(owned, corpus), *_elements(laporan, corpus))
    return Page(
        url=url_of(laporan.id),
        title=f"Laporan layanan informasi {tahun}, {name}",
        description=f"{tahun}: {lead}",
        section="layanan",
        template="jenis/rincian.html",
        context=Body(lead, _facts(laporan), sections, neighbours=_near(owned, position)),
        crumbs=(*CRUMBS, REPORTS, year_link(tahun)),
        name=name,
        facets=Facets("Laporan layanan", name, str(tahun)),
        sources=(laporan.path,),
        contoh=laporan.contoh,
    )


def _near(owned: Sequence[LaporanLayanan], position: int) -> tuple[Link, ...]:
    near = (*owned[max(position - 1, 0) : position], *owned[position + 1 : position + 2])
    return tuple(Link(f"Laporan {other.id.tahun}", url_of(other.id)) for other in near)


def _facts(laporan: LaporanLayanan) -> tuple[Fact, ...]:
    total = sum_of([laporan])
    figures = [("Permohonan diterima", format_bulat(total.diterima))]
    figures += zip(COLUMNS[1:], map(format_bulat, total.outcomes), strict=True)
    if laporan.waktu:
        figures.append(("Rata-rata waktu jawaban", f"{average_of(laporan).text} hari kerja"))
    if laporan.waktu and laporan.waktu.terlama_hari_kerja is not None:
        figures.append(("Jawaban terlama", f"{longest_of(laporan).text} hari kerja"))
    if laporan.keberatan:
        words = f"{laporan.keberatan.diterima} diterima, {laporan.keberatan.selesai} selesai"
        figures.append(("Keberatan", words))
    if laporan.sengketa:
        inside, court = laporan.sengketa.ke_komisi_informasi, laporan.sengketa.ke_pengadilan
        figures.append(("Sengketa", f"{inside} ke Komisi Informasi, {court} ke pengadilan"))
    if laporan.kepuasan:
        figures.append(("Indeks kepuasan", index_of(laporan).text))
    figures += [(a, b) for a, b in (("Sumber", laporan.sumber), ("Catatan", laporan.catatan)) if b]
    return (*(Fact(label, (Cell(text),)) for label, text in figures), *_handed_in(laporan))


def _handed_in(laporan: LaporanLayanan) -> Iterator[Fact]:
    if laporan.laporan:
        words = format_tanggal(laporan.laporan.tanggal)
        yield Fact("Laporan disampaikan", (Cell(words),))


def _refusals(laporan: LaporanLayanan) -> Iterator[Section]:
    if laporan.alasan_penolakan:
        rows = [(Cell(a.alasan), number(a.jumlah)) for a in laporan.alasan_penolakan]
        caption = title_of("Alasan penolakan dan jumlahnya", [laporan])
        table = Table(caption, ("Alasan", "Jumlah"), rows)
        yield Section("Alasan penolakan", table=table, anchor="penolakan")


def _years(owned: Sequence[LaporanLayanan], corpus: Corpus) -> Iterator[Section]:
    if len(owned) > 1:
        rows = [
            (Cell(str(one.id.tahun), url_of(one.id)), *sum_of([one]).cells())
            for one in reversed(owned)
        ]
        caption = title_of(f"Permohonan pada {len(rows)} tahun laporan", owned)
        table = Table(caption, ("Tahun", *COLUMNS), rows)
        figure = _figure(owned, corpus)
        yield Section("Dari tahun ke tahun", table=table, figure=figure, anchor="tahun")


def _figure(owned: Sequence[LaporanLayanan], corpus: Corpus) -> Figure:
    """Draw all years of an OPD; its reports share the drawing."""
    known = {laporan.id.tahun: sum_of([laporan]) for laporan in owned}
    years = range(min(known), max(known) + 1)
    return outcomes_figure(
        "bagan-tahun",
        title_of(f"Permohonan informasi, {name_of(owned[0].id.opd, corpus)}", owned),
        "Batang mendatar, satu untuk setiap tahun; tahun tanpa batang tidak punya laporan.",
        [(str(tahun), known.get(tahun)) for tahun in years],
    )


def _elements(laporan: LaporanLayanan, corpus: Corpus) -> Iterator[Section]:
    """Set what the law lists beside what these figures hold."""
    rows = [
        (Cell(quote.rujukan), Cell(quote.teks.rstrip(";.")), found)
        for citation, found in _held(laporan)
        for quote in quote_of(citation, corpus)
    ]
    words = (
        (
            "Laporan disusun dan disediakan paling lambat 3 bulan setelah tahun anggaran berakhir, "
            "sebagai ringkasan dan laporan lengkap (PerKI 1/2021 Pasal 56 ayat (1) dan Pasal 58)."
        ),
        "Tabel ini membandingkan dengan angka di halaman ini, bukan dengan laporan lengkapnya.",
    )
    columns = ("Ketentuan", "Bunyi", "Di halaman ini")
    if rows:
        table = Table("Unsur laporan menurut peraturan", columns, rows)
        yield Section("Isi laporan menurut peraturan", words, table=table, anchor="unsur")


_HERE = Cell("ada", state="terpenuhi")
_PARTLY = Cell("sebagian", state="sebagian")
_ELSEWHERE = Cell("tidak dicatat di sini")


def _held(laporan: LaporanLayanan) -> Iterator[tuple[str, Cell]]:
    """Say of each element whether these figures hold it: sums are only a part of what is asked."""
    timed = _PARTLY if laporan.waktu else _ELSEWHERE
    yield from (
        ("UU 14/2008 Pasal 12 huruf a", _HERE),
        ("UU 14/2008 Pasal 12 huruf b", timed),
        ("UU 14/2008 Pasal 12 huruf c", _HERE),
        ("UU 14/2008 Pasal 12 huruf d", _reasons(laporan)),
    )
    settled = _PARTLY if laporan.keberatan or laporan.sengketa else _ELSEWHERE
    partly = {"c": _PARTLY, "d": settled}
    for letter in "abcdef":
        yield f"PerKI 1/2021 Pasal 56 ayat (4) huruf {letter}", partly.get(letter, _ELSEWHERE)
    objections = _HERE if laporan.keberatan else _ELSEWHERE
    disputes = _HERE if laporan.sengketa else _ELSEWHERE
    counted = {"a": objections, "c": disputes, "e": disputes}
    for letter in "abcdef":
        found = counted.get(letter, _ELSEWHERE)
        yield f"PerKI 1/2021 Pasal 57 ayat (3) huruf {letter}", found


def _reasons(laporan: LaporanLayanan) -> Cell:
    refused = laporan.permohonan.ditolak
    given = sum(alasan.jumlah for alasan in laporan.alasan_penolakan)
    if refused == 0 and given == 0:
        return Cell("tidak ada penolakan")
    if given >= refused:
        return _HERE
    return _PARTLY if given else _ELSEWHERE
