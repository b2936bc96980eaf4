"""The figures of one year: outcomes, time, refusals, objections and satisfaction by department."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from ppid.core.corpus import Corpus
from ppid.core.page import Body, Cell, Fact, Link, Page, Section, Table
from ppid.kinds import url_of
from ppid.kinds.badan import Badan
from ppid.kinds.layanan import LaporanLayanan
from ppid.kinds.opd import ProfilOpd
from ppid.kinds.wording import format_bulat, number
from ppid.publishing.charts import Chart, Series, draw
from ppid.publishing.pages.daftar import name_of
from ppid.publishing.pages.layanan.alamat import CRUMBS, REPORTS, year_link
from ppid.publishing.pages.layanan.angka import (
    COLUMNS,
    UNKNOWN,
    average_of,
    index_of,
    kind_of,
    longest_of,
    outcomes_figure,
    said,
    sum_of,
    title_of,
)

_DAYS = (0, 5, 10, 17)
"""Ten working days for an answer, seventeen with the extension: UU 14/2008 Pasal 22."""


def page(tahun: int, found: Sequence[LaporanLayanan], years: Sequence[int], corpus: Corpus) -> Page:
    """Return the page of a year."""
    lead = (
        f"{len(found)} perangkat daerah menyampaikan angka layanan {tahun}. {said(sum_of(found))}"
    )
    sections = (
        _outcomes(tahun, found, corpus),
        *_times(tahun, found, corpus),
        *_refusals(tahun, found),
        _objections(tahun, found, corpus),
        *_satisfaction(tahun, found, corpus),
    )
    return Page(
        url=year_link(tahun).url,
        title=f"Laporan layanan informasi {tahun}",
        description=f"Angka pelayanan informasi tahun {tahun} menurut perangkat daerah.",
        section="layanan",
        template="jenis/daftar.html",
        context=Body(lead, tuple(_facts(tahun, corpus)), sections, neighbours=_near(tahun, years)),
        crumbs=(*CRUMBS, REPORTS),
        name=str(tahun),
        contoh=any(laporan.contoh for laporan in found),
    )


def _near(tahun: int, years: Sequence[int]) -> tuple[Link, ...]:
    place = years.index(tahun)
    near = (*years[max(place - 1, 0) : place], *years[place + 1 : place + 2])
    return tuple(Link(f"Laporan {other}", year_link(other).url) for other in near)


def _facts(tahun: int, corpus: Corpus) -> Iterator[Fact]:
    """Name the body's own officer for information, whose report covers the city as a whole."""
    badan = next(iter(corpus.of(Badan)), None)
    for masa in badan.ppid_utama if badan else ():
        end = date(tahun, 12, 31)
        if masa.mulai <= end and (masa.sampai is None or end <= masa.sampai):
            report = corpus.get(LaporanLayanan, masa.opd, tahun)
            url = url_of(report.id) if report else ""
            name = name_of(masa.opd, corpus)
            yield Fact("PPID Utama pada akhir tahun", (Cell(name, url),))
            if report is None:
                yield Fact("Laporan PPID Utama", (Cell("belum ada di data ini"),))


def short_name_of(opd: str, corpus: Corpus) -> str:
    """Return the short name of an OPD, for the labels of a chart."""
    profil = corpus.get(ProfilOpd, opd)
    return (profil.singkatan or profil.nama) if profil else opd


def _outcomes(tahun: int, found: Sequence[LaporanLayanan], corpus: Corpus) -> Section:
    rows = [
        (
            Cell(name_of(laporan.id.opd, corpus), url_of(laporan.id)),
            *sum_of([laporan]).cells(),
            kind_of(laporan),
        )
        for laporan in found
    ]
    figure = outcomes_figure(
        "bagan-hasil",
        title_of(f"Permohonan {tahun} menurut hasilnya", found),
        "Batang mendatar, satu untuk setiap perangkat daerah. Angkanya ada di tabel.",
        [(short_name_of(one.id.opd, corpus), sum_of([one])) for one in found],
    )
    caption = title_of(f"{len(found)} laporan tahun {tahun}", found)
    table = Table(caption, ("Perangkat daerah", *COLUMNS, "Data"), rows)
    return Section("Hasil permohonan", table=table, figure=figure, anchor="hasil")


def _times(tahun: int, found: Sequence[LaporanLayanan], corpus: Corpus) -> Iterator[Section]:
    timed = [(laporan, laporan.waktu) for laporan in found if laporan.waktu]
    if not timed:
        return
    chart = Chart(
        "bagan-waktu",
        title_of(f"Rata-rata waktu jawaban {tahun}, dalam hari kerja", found),
        "Garis putus-putus pada 10 dan 17 menandai batas undang-undang: 10 hari kerja, "
        "atau 17 bila diperpanjang.",
        tuple(short_name_of(laporan.id.opd, corpus) for laporan, _ in timed),
        (Series("Hari kerja", tuple(float(w.rata_rata_hari_kerja) for _, w in timed)),),
        _DAYS,
    )
    rows = [
        (Cell(name_of(one.id.opd, corpus), url_of(one.id)), average_of(one), longest_of(one))
        for one in found
    ]
    table = Table(
        title_of(f"Waktu jawaban {tahun} dalam hari kerja", found),
        ("Perangkat daerah", "Rata-rata", "Terlama"),
        rows,
    )
    words = (
        (
            "Jawaban paling lambat 10 hari kerja, dan dapat diperpanjang 7 hari kerja "
            "(UU 14/2008 Pasal 22 ayat (7) dan ayat (8))."
        ),
    )
    yield Section("Waktu jawaban", words, table=table, figure=draw(chart), anchor="waktu")


def _refusals(tahun: int, found: Sequence[LaporanLayanan]) -> Iterator[Section]:
    reasons: Counter[str] = Counter()
    for laporan in found:
        for alasan in laporan.alasan_penolakan:
            reasons[alasan.alasan] += alasan.jumlah
    if not reasons:
        return
    ordered = sorted(reasons.items(), key=lambda item: (-item[1], item[0]))
    rows = [(Cell(reason), number(count)) for reason, count in ordered]
    table = Table(title_of(f"Alasan penolakan {tahun}", found), ("Alasan", "Jumlah"), rows)
    words = f"{format_bulat(reasons.total())} alasan dicatat, termasuk penolakan sebagian."
    yield Section("Alasan penolakan", (words,), table=table, anchor="penolakan")


def _objections(tahun: int, found: Sequence[LaporanLayanan], corpus: Corpus) -> Section:
    rows = [
        (
            Cell(name_of(one.id.opd, corpus), url_of(one.id)),
            *_counts((one.keberatan.diterima, one.keberatan.selesai) if one.keberatan else None),
            *_counts(
                (one.sengketa.ke_komisi_informasi, one.sengketa.ke_pengadilan)
                if one.sengketa
                else None
            ),
        )
        for one in found
    ]
    columns = (
        "Perangkat daerah",
        "Keberatan diterima",
        "Keberatan selesai",
        "Ke Komisi Informasi",
        "Ke pengadilan",
    )
    table = Table(title_of(f"Keberatan dan sengketa {tahun}", found), columns, rows)
    return Section("Keberatan dan sengketa", table=table, anchor="keberatan")


def _counts(pair: tuple[int, int] | None) -> tuple[Cell, Cell]:
    return (number(pair[0]), number(pair[1])) if pair else (Cell(UNKNOWN), Cell(UNKNOWN))


def _satisfaction(tahun: int, found: Sequence[LaporanLayanan], corpus: Corpus) -> Iterator[Section]:
    asked = [(laporan, laporan.kepuasan) for laporan in found if laporan.kepuasan]
    if not asked:
        return
    rows = [
        (
            Cell(name_of(laporan.id.opd, corpus), url_of(laporan.id)),
            index_of(laporan),
            Cell(UNKNOWN) if kepuasan.responden is None else number(kepuasan.responden),
        )
        for laporan, kepuasan in asked
    ]
    chart = Chart(
        "bagan-kepuasan",
        title_of(f"Indeks kepuasan {tahun}, dalam persen dari nilai tertinggi", found),
        "Batang mendatar, satu untuk setiap perangkat daerah yang mencatat indeksnya.",
        tuple(short_name_of(laporan.id.opd, corpus) for laporan, _ in asked),
        (Series("Persen", tuple(float(100 * k.nilai / k.skala) for _, k in asked)),),
        (0, 25, 50, 75, 100),
    )
    caption = title_of(f"{len(rows)} perangkat daerah mencatat indeks kepuasan {tahun}", found)
    table = Table(caption, ("Perangkat daerah", "Indeks", "Responden"), rows)
    yield Section("Kepuasan pemohon", table=table, figure=draw(chart), anchor="kepuasan")
