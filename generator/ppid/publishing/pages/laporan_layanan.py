"""The reports of the service: all years, each year, and each report, in words, sums and charts."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

from ppid.core.corpus import Corpus
from ppid.core.page import Body, Cell, Facets, Fact, Figure, Link, Page, Section, Table
from ppid.kinds import url_of
from ppid.kinds.layanan import LaporanLayanan
from ppid.kinds.opd import ProfilOpd
from ppid.publishing.charts import Chart, Series, draw
from ppid.publishing.page_parts import LIST, beside, body_page, fact, number, quotes_of, table_of
from ppid.publishing.pages.layanan import CRUMBS, REPORTS
from ppid.publishing.publication import Publication
from ppid.publishing.tables import SERVICE_FIGURES
from ppid.values.dates import format_tanggal
from ppid.values.numbers import format_bulat, format_desimal
from ppid.values.text import joined

FILE = Link("Unduh semua angka (CSV)", SERVICE_FIGURES)
_COLUMNS = ("Diterima", "Dikabulkan seluruhnya", "Dikabulkan sebagian", "Ditolak", "Dalam proses")
_FIELDS = ("diterima", "dikabulkan_seluruhnya", "dikabulkan_sebagian", "ditolak", "dalam_proses")
_UNKNOWN = "tidak dicatat"
_DAYS = (0, 5, 10, 17)
"""Ten working days for an answer, seventeen with the extension: UU 14/2008 Pasal 22."""
_PERCENT = (0, 25, 50, 75, 100)

Reports = Sequence[LaporanLayanan]
Head = Callable[[LaporanLayanan], Cell]
Label = Callable[[LaporanLayanan], str]


def pages(publication: Publication) -> Iterator[Page]:
    """Yield the index of reports, the pages of the years, and each report."""
    by_year: dict[int, list[LaporanLayanan]] = defaultdict(list)
    by_opd: dict[str, list[LaporanLayanan]] = defaultdict(list)
    for laporan in publication.corpus.of(LaporanLayanan):
        by_year[laporan.id.tahun].append(laporan)
        by_opd[laporan.id.opd].append(laporan)
    yield _index(by_year)
    years = sorted(by_year)
    for position, tahun in enumerate(years):
        yield _year(tahun, by_year[tahun], beside(years, position), publication)
    for owned in by_opd.values():
        owned.sort(key=lambda laporan: laporan.id.tahun)
        for position in range(len(owned)):
            yield _report(owned, position, publication)


# ---- figures in words, sums and charts


def _figures(*found: LaporanLayanan) -> tuple[int, ...]:
    """Add up what came in and what became of it, in the order of the columns."""
    return tuple(sum(getattr(one.permohonan, name) for one in found) for name in _FIELDS)


def _said(figures: Sequence[int]) -> str:
    """Say what came in and what became of it."""
    words = ("dikabulkan seluruhnya", "dikabulkan sebagian", "ditolak", "masih dalam proses")
    outcomes = zip(figures[1:], words, strict=True)
    told = ", ".join(f"{format_bulat(count)} {what}" for count, what in outcomes if count)
    asked = f"{format_bulat(figures[0])} permintaan diterima"
    return f"{asked}: {told}." if told else f"{asked}."


def _title(title: str, found: Reports) -> str:
    """Mark a chart that shows demonstration figures: a picture is passed on without its page."""
    return f"{title} (contoh)" if any(laporan.contoh for laporan in found) else title


def _is_mixed(found: Reports) -> bool:
    """Tell whether demonstrations stand beside real figures, so that each needs its mark.

    Where all are, the page says so once.
    """
    return len({laporan.contoh for laporan in found}) > 1


def _caption(caption: str, found: Reports) -> str:
    """Mark a table that holds demonstrations among real figures."""
    return _title(caption, found) if _is_mixed(found) else caption


def _outcomes_figure(
    name: str, title: str, description: str, bars: Sequence[tuple[str, Sequence[int] | None]]
) -> Figure:
    """Draw what became of requests, a bar for each label; None where nothing was reported."""
    series = tuple(
        Series(label, tuple(one[i] if one else None for _, one in bars))
        for i, label in enumerate(_COLUMNS)
        if i
    )
    return draw(Chart(name, title, description, tuple(label for label, _ in bars), series))


def _average(laporan: LaporanLayanan) -> Cell:
    if laporan.waktu is None:
        return Cell(_UNKNOWN)
    return Cell(format_desimal(laporan.waktu.rata_rata_hari_kerja), number=True)


def _longest(laporan: LaporanLayanan) -> Cell:
    longest = laporan.waktu.terlama_hari_kerja if laporan.waktu else None
    return Cell(_UNKNOWN) if longest is None else number(longest)


def _satisfaction_index(laporan: LaporanLayanan) -> str:
    if laporan.kepuasan is None:
        return _UNKNOWN
    return f"{format_desimal(laporan.kepuasan.nilai)} dari {laporan.kepuasan.skala}"


def _year_url(tahun: int) -> str:
    return f"{REPORTS.url}{tahun}/"


# ---- all years


def _index(by_year: Mapping[int, Reports]) -> Page:
    found = [laporan for owned in by_year.values() for laporan in owned]
    lead = "Angka pelayanan informasi setiap tahun: permintaan, waktu, penolakan, dan keberatan."
    section = Section("", table=Table("", (), (), "Belum ada laporan layanan."))
    if found:
        section = _over_the_years(by_year, found)
    return body_page(
        REPORTS,
        Body(lead, sections=(section,)),
        title="Laporan layanan informasi",
        section="layanan",
        template=LIST,
        crumbs=CRUMBS,
        contoh=any(laporan.contoh for laporan in found),
        alternates=(FILE.url,) if found else (),
    )


def _over_the_years(by_year: Mapping[int, Reports], found: Reports) -> Section:
    years = range(min(by_year), max(by_year) + 1)
    sums = {tahun: _figures(*by_year[tahun]) for tahun in years if tahun in by_year}
    gaps = [str(tahun) for tahun in years if tahun not in by_year]
    silent = f" Tidak ada laporan tahun {joined(gaps)}." if gaps else ""
    figure = _outcomes_figure(
        "bagan-tahun",
        _title("Permintaan informasi setiap tahun menurut hasilnya", found),
        f"Batang mendatar, satu untuk setiap tahun.{silent} Angkanya ada di tabel.",
        [(str(tahun), sums.get(tahun)) for tahun in years],
    )
    rows = [
        (Cell(str(tahun), _year_url(tahun)), *map(number, (len(by_year[tahun]), *sums[tahun])))
        for tahun in sorted(sums, reverse=True)
    ]
    caption = _caption(f"Permintaan pada {len(rows)} tahun laporan", found)
    careful = (
        "Jumlah perangkat daerah yang melapor berbeda setiap tahun; bandingkan dengan hati-hati."
    )
    return Section(
        "Permintaan setiap tahun",
        (careful,),
        table=Table(caption, ("Tahun", "Perangkat daerah", *_COLUMNS), rows),
        links=(FILE,),
        figure=figure,
        anchor="tahun",
    )


# ---- one year


def _year(tahun: int, found: Reports, around: tuple[int, ...], publication: Publication) -> Page:
    def head(laporan: LaporanLayanan) -> Cell:
        return Cell(publication.name_of(laporan.id.opd), url_of(laporan.id))

    def label(laporan: LaporanLayanan) -> str:
        profil = publication.corpus.get(ProfilOpd, laporan.id.opd)
        return (profil.singkatan or profil.nama) if profil else laporan.id.opd

    sections = (
        _outcomes(tahun, found, head, label),
        *_times(tahun, found, head, label),
        *_refused(f"Alasan penolakan {tahun}", found, whole_year=True),
        _objections(tahun, found, head),
        *_satisfaction(tahun, found, head, label),
    )
    told = _said(_figures(*found))
    return body_page(
        Link(str(tahun), _year_url(tahun)),
        Body(
            f"{len(found)} perangkat daerah menyampaikan angka layanan {tahun}. {told}",
            tuple(_officer(tahun, publication)),
            sections,
            neighbours=tuple(Link(f"Laporan {year}", _year_url(year)) for year in around),
        ),
        title=f"Laporan layanan informasi {tahun}",
        description=f"Angka pelayanan informasi tahun {tahun} menurut perangkat daerah.",
        section="layanan",
        template=LIST,
        crumbs=(*CRUMBS, REPORTS),
        contoh=any(laporan.contoh for laporan in found),
    )


def _officer(tahun: int, publication: Publication) -> Iterator[Fact]:
    """Name PPID Utama, whose report covers the body as a whole."""
    masa = publication.badan.ppid_utama_pada(date(tahun, 12, 31)) if publication.badan else None
    if masa:
        report = publication.corpus.get(LaporanLayanan, masa.opd, tahun)
        name = Cell(publication.name_of(masa.opd), url_of(report.id) if report else "")
        yield fact("PPID Utama pada akhir tahun", name)
        if report is None:
            yield fact("Laporan PPID Utama", "belum ada di data ini")


def _outcomes(tahun: int, found: Reports, head: Head, label: Label) -> Section:
    mixed = _is_mixed(found)
    rows = [
        (
            head(one),
            *map(number, _figures(one)),
            *((Cell("contoh" if one.contoh else "resmi"),) if mixed else ()),
        )
        for one in found
    ]
    figure = _outcomes_figure(
        "bagan-hasil",
        _title(f"Permintaan {tahun} menurut hasilnya", found),
        "Batang mendatar, satu untuk setiap perangkat daerah. Angkanya ada di tabel.",
        [(label(one), _figures(one)) for one in found],
    )
    caption = _caption(f"{len(found)} laporan tahun {tahun}", found)
    table = Table(caption, ("Perangkat daerah", *_COLUMNS, *(("Data",) if mixed else ())), rows)
    return Section("Hasil permintaan", table=table, figure=figure, anchor="hasil")


def _times(tahun: int, found: Reports, head: Head, label: Label) -> Iterator[Section]:
    times = [(label(one), float(one.waktu.rata_rata_hari_kerja)) for one in found if one.waktu]
    if not times:
        return
    chart = Chart(
        "bagan-waktu",
        _title(f"Rata-rata waktu jawaban {tahun}, dalam hari kerja", found),
        "Garis putus-putus pada 10 dan 17 menandai batas undang-undang: 10 hari kerja, "
        "atau 17 bila diperpanjang.",
        tuple(name for name, _ in times),
        (Series("Hari kerja", tuple(days for _, days in times)),),
        _DAYS,
    )
    caption = _caption(f"Waktu jawaban {tahun} dalam hari kerja", found)
    columns = {"Perangkat daerah": head, "Rata-rata": _average, "Terlama": _longest}
    words = (
        "Jawaban paling lambat 10 hari kerja, dan dapat diperpanjang 7 hari kerja "
        "(UU 14/2008 Pasal 22 ayat (7) dan ayat (8))."
    )
    table = table_of(caption, found, columns)
    yield Section("Waktu jawaban", (words,), table=table, figure=draw(chart), anchor="waktu")


def _refused(caption: str, found: Reports, *, whole_year: bool) -> Iterator[Section]:
    """Show the reasons of refusals: of a report as it has them, of a year the most usual first."""
    reasons: Counter[str] = Counter()
    for laporan in found:
        for alasan in laporan.alasan_penolakan:
            reasons[alasan.alasan] += alasan.jumlah
    if not reasons:
        return
    rows = [(Cell(reason), number(count)) for reason, count in reasons.items()]
    words: tuple[str, ...] = ()
    if whole_year:
        rows.sort(key=lambda row: (-reasons[row[0].text], row[0].text))
        total = format_bulat(reasons.total())
        words = (f"{total} alasan dicatat, termasuk penolakan sebagian.",)
    table = Table(_caption(caption, found), ("Alasan", "Jumlah"), rows)
    yield Section("Alasan penolakan", words, table=table, anchor="penolakan")


def _objections(tahun: int, found: Reports, head: Head) -> Section:
    table = table_of(
        _caption(f"Keberatan dan sengketa {tahun}", found),
        found,
        {
            "Perangkat daerah": head,
            "Keberatan diterima": lambda r: r.keberatan.diterima if r.keberatan else _UNKNOWN,
            "Keberatan selesai": lambda r: r.keberatan.selesai if r.keberatan else _UNKNOWN,
            "Ke Komisi Informasi": lambda r: (
                r.sengketa.ke_komisi_informasi if r.sengketa else _UNKNOWN
            ),
            "Ke pengadilan": lambda r: r.sengketa.ke_pengadilan if r.sengketa else _UNKNOWN,
        },
    )
    return Section("Keberatan dan sengketa", table=table, anchor="keberatan")


def _satisfaction(tahun: int, found: Reports, head: Head, label: Label) -> Iterator[Section]:
    asked = [(one, one.kepuasan) for one in found if one.kepuasan]
    if not asked:
        return
    chart = Chart(
        "bagan-kepuasan",
        _title(f"Indeks kepuasan {tahun}, dalam persen dari nilai tertinggi", found),
        "Batang mendatar, satu untuk setiap perangkat daerah yang mencatat indeksnya.",
        tuple(label(one) for one, _ in asked),
        (Series("Persen", tuple(float(100 * k.nilai / k.skala) for _, k in asked)),),
        _PERCENT,
    )
    table = table_of(
        _caption(f"{len(asked)} perangkat daerah mencatat indeks kepuasan {tahun}", found),
        asked,
        {
            "Perangkat daerah": lambda pair: head(pair[0]),
            "Indeks": lambda pair: _satisfaction_index(pair[0]),
            "Responden": lambda pair: _UNKNOWN if pair[1].responden is None else pair[1].responden,
        },
    )
    yield Section("Kepuasan pemohon", table=table, figure=draw(chart), anchor="kepuasan")


# ---- one report


def _report(owned: Reports, position: int, publication: Publication) -> Page:
    """Return the page of a report; `owned` are all reports of its OPD by year."""
    laporan = owned[position]
    name, tahun = publication.name_of(laporan.id.opd), laporan.id.tahun
    lead = _said(_figures(laporan))
    sections = (
        *_refused("Alasan penolakan dan jumlahnya", [laporan], whole_year=False),
        *_by_year(owned, name),
        *_elements(laporan, publication.corpus),
    )
    near = beside(owned, position)
    return body_page(
        Link(name, url_of(laporan.id)),
        Body(
            lead,
            tuple(_facts(laporan)),
            sections,
            neighbours=tuple(Link(f"Laporan {one.id.tahun}", url_of(one.id)) for one in near),
        ),
        title=f"Laporan layanan informasi {tahun}, {name}",
        description=f"{tahun}: {lead}",
        section="layanan",
        crumbs=(*CRUMBS, REPORTS, Link(str(tahun), _year_url(tahun))),
        facets=Facets("Laporan layanan", name, str(tahun)),
        sources=(laporan.path,),
        contoh=laporan.contoh,
    )


def _facts(laporan: LaporanLayanan) -> Iterator[Fact]:
    labels = ("Permintaan diterima", *_COLUMNS[1:])
    for label, count in zip(labels, _figures(laporan), strict=True):
        yield fact(label, format_bulat(count))
    if laporan.waktu:
        yield fact("Rata-rata waktu jawaban", f"{_average(laporan).text} hari kerja")
    if laporan.waktu and laporan.waktu.terlama_hari_kerja is not None:
        yield fact("Jawaban terlama", f"{_longest(laporan).text} hari kerja")
    if one := laporan.keberatan:
        yield fact("Keberatan", f"{one.diterima} diterima, {one.selesai} selesai")
    if laporan.sengketa:
        inside, court = laporan.sengketa.ke_komisi_informasi, laporan.sengketa.ke_pengadilan
        yield fact("Sengketa", f"{inside} ke Komisi Informasi, {court} ke pengadilan")
    if laporan.kepuasan:
        yield fact("Indeks kepuasan", _satisfaction_index(laporan))
    if laporan.sumber:
        yield fact("Sumber", laporan.sumber)
    if laporan.catatan:
        yield fact("Catatan", laporan.catatan)
    if laporan.laporan:
        yield fact("Laporan disampaikan", format_tanggal(laporan.laporan.tanggal))


def _by_year(owned: Reports, name: str) -> Iterator[Section]:
    """Show all years of an OPD; its reports share the drawing."""
    if len(owned) == 1:
        return
    known = {laporan.id.tahun: _figures(laporan) for laporan in owned}
    figure = _outcomes_figure(
        "bagan-tahun",
        _title(f"Permintaan informasi, {name}", owned),
        "Batang mendatar, satu untuk setiap tahun; tahun tanpa batang tidak punya laporan.",
        [(str(year), known.get(year)) for year in range(min(known), max(known) + 1)],
    )
    rows = [
        (Cell(str(one.id.tahun), url_of(one.id)), *map(number, known[one.id.tahun]))
        for one in reversed(owned)
    ]
    caption = _caption(f"Permintaan pada {len(rows)} tahun laporan", owned)
    table = Table(caption, ("Tahun", *_COLUMNS), rows)
    yield Section("Dari tahun ke tahun", table=table, figure=figure, anchor="tahun")


def _elements(laporan: LaporanLayanan, corpus: Corpus) -> Iterator[Section]:
    """Set what the law lists beside what these figures hold."""
    rows = [
        (Cell(quote.rujukan), Cell(quote.teks.rstrip(";.")), found)
        for citation, found in _held(laporan)
        for quote in quotes_of((citation,), corpus)
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
    refused = laporan.permohonan.ditolak
    given = sum(alasan.jumlah for alasan in laporan.alasan_penolakan)
    reasons = _HERE if given >= refused else _PARTLY if given else _ELSEWHERE
    if refused == 0 and given == 0:
        reasons = Cell("tidak ada penolakan")
    yield from (
        ("UU 14/2008 Pasal 12 huruf a", _HERE),
        ("UU 14/2008 Pasal 12 huruf b", _PARTLY if laporan.waktu else _ELSEWHERE),
        ("UU 14/2008 Pasal 12 huruf c", _HERE),
        ("UU 14/2008 Pasal 12 huruf d", reasons),
    )
    settled = _PARTLY if laporan.keberatan or laporan.sengketa else _ELSEWHERE
    partly = {"c": _PARTLY, "d": settled}
    for letter in "abcdef":
        yield f"PerKI 1/2021 Pasal 56 ayat (4) huruf {letter}", partly.get(letter, _ELSEWHERE)
    objections = _HERE if laporan.keberatan else _ELSEWHERE
    disputes = _HERE if laporan.sengketa else _ELSEWHERE
    counted = {"a": objections, "c": disputes, "e": disputes}
    for letter in "abcdef":
        yield f"PerKI 1/2021 Pasal 57 ayat (3) huruf {letter}", counted.get(letter, _ELSEWHERE)
