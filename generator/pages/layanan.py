"""How to ask for information, which channels are open, and the yearly figures of the service."""

from collections import defaultdict
from collections.abc import Iterator

from generator.check import Checked
from generator.corpus import Corpus
from generator.kinds.acuan.peraturan import Peraturan
from generator.kinds.badan import Badan
from generator.kinds.fields import Kanal
from generator.kinds.layanan import LaporanLayanan
from generator.page import Body, Cell, Facets, Fact, Link, Page, Quote, Section, Table, url_of
from generator.pages.daftar import name_of
from generator.values.angka import format_desimal
from generator.wording import BERANDA, JENIS_KANAL, format_bulat, format_tanggal, number

INDEX = Link("Layanan", "layanan/")
REPORTS = Link("Laporan layanan", "layanan/laporan/")
_STEPS = (
    (
        "Pasal 22 ayat (7)",
        "Jawaban tertulis paling lambat 10 hari kerja sejak permintaan diterima.",
    ),
    ("Pasal 22 ayat (8)", "Waktu itu dapat diperpanjang paling lambat 7 hari kerja berikutnya."),
    ("Pasal 36 ayat (1)", "Keberatan diajukan paling lambat 30 hari kerja."),
    ("Pasal 36 ayat (2)", "Atasan PPID menanggapi keberatan paling lambat 30 hari kerja."),
    ("Pasal 37 ayat (2)", "Sengketa diajukan paling lambat 14 hari kerja sejak tanggapan atasan."),
)


def pages(checked: Checked) -> Iterator[Page]:
    """Give the entrance, the index of reports, the pages of the years, and each report."""
    corpus = checked.corpus
    by_year: dict[int, list[LaporanLayanan]] = defaultdict(list)
    for laporan in corpus.of(LaporanLayanan):
        by_year[laporan.id.tahun].append(laporan)
    yield _entrance(corpus)
    yield _index(by_year)
    for tahun in sorted(by_year, reverse=True):
        yield _year(tahun, by_year[tahun], corpus)
        for laporan in by_year[tahun]:
            yield _page(laporan, corpus)


def _entrance(corpus: Corpus) -> Page:
    badan = next(iter(corpus.of(Badan)), None)
    channels = [k for k in badan.kanal if k.masih_berlaku(corpus.today)] if badan else []
    ended = [k for k in badan.kanal if not k.masih_berlaku(corpus.today)] if badan else []
    law = corpus.get(Peraturan, slug="uu-14-2008")
    quotes = tuple(
        Quote(f"UU 14/2008 {passage}", law.quote(passage), words)
        for passage, words in _STEPS
        if law and law.quote(passage)
    )
    sections = (
        Section("Kanal yang dapat dipakai", table=_channels(channels), anchor="kanal"),
        Section("Tenggat menurut undang-undang", quotes=quotes, anchor="tenggat"),
        Section("Laporan layanan", links=(REPORTS,), anchor="laporan"),
        *((Section("Kanal lama", table=_channels(ended), anchor="kanal-lama"),) if ended else ()),
    )
    lead = "Siapa pun dapat meminta informasi publik, secara tertulis atau tidak tertulis."
    return Page(
        url="layanan/",
        title="Layanan informasi",
        description=f"{lead} Kanal, tenggat, dan laporan layanan.",
        section="layanan",
        template="jenis/rincian.html",
        context=Body(lead, sections=sections),
        crumbs=(BERANDA,),
        name=INDEX.label,
    )


def _channels(found: list[Kanal]) -> Table:
    rows = [
        (
            Cell(k.nama),
            Cell(JENIS_KANAL[k.jenis]),
            Cell(k.alamat, k.alamat if k.alamat.startswith("https://") else ""),
            Cell(k.untuk),
            Cell(_validity(k)),
        )
        for k in found
    ]
    columns = ("Kanal", "Jenis", "Alamat", "Untuk", "Keterangan")
    return Table(f"{len(rows)} kanal", columns, rows, "Belum ada kanal yang tercatat.")


def _validity(kanal: Kanal) -> str:
    since = f"sejak {format_tanggal(kanal.mulai)}" if kanal.mulai else ""
    until = f"sampai {format_tanggal(kanal.sampai)}" if kanal.sampai else ""
    successor = f"diganti {kanal.diganti_oleh}" if kanal.diganti_oleh else ""
    return ", ".join(filter(None, (since, until, successor)))


def _index(by_year: dict[int, list[LaporanLayanan]]) -> Page:
    rows = [
        (
            Cell(str(tahun), f"layanan/laporan/{tahun}/"),
            number(len(found)),
            number(sum(laporan.permohonan.diterima for laporan in found)),
        )
        for tahun, found in sorted(by_year.items(), reverse=True)
    ]
    columns = ("Tahun", "Perangkat daerah", "Permohonan diterima")
    table = Table(f"{len(rows)} tahun", columns, rows, "Belum ada laporan layanan.")
    lead = "Angka pelayanan informasi setiap tahun: permohonan, waktu, penolakan, dan keberatan."
    return Page(
        url=REPORTS.url,
        title="Laporan layanan informasi",
        description=lead,
        section="layanan",
        template="jenis/daftar.html",
        context=Body(lead, sections=(Section("", table=table),)),
        crumbs=(BERANDA, INDEX),
        name=REPORTS.label,
    )


def _year(tahun: int, found: list[LaporanLayanan], corpus: Corpus) -> Page:
    rows = [
        (
            Cell(name_of(laporan.id.opd, corpus), url_of(laporan.id)),
            number(laporan.permohonan.diterima),
            number(laporan.permohonan.dikabulkan_seluruhnya),
            number(laporan.permohonan.dikabulkan_sebagian),
            number(laporan.permohonan.ditolak),
            Cell("contoh" if laporan.contoh else "resmi"),
        )
        for laporan in found
    ]
    columns = ("Perangkat daerah", "Diterima", "Dikabulkan", "Sebagian", "Ditolak", "Data")
    table = Table(f"{len(rows)} laporan tahun {tahun}", columns, rows)
    url = f"layanan/laporan/{tahun}/"
    return Page(
        url=url,
        title=f"Laporan layanan informasi {tahun}",
        description=f"Angka pelayanan informasi tahun {tahun} menurut perangkat daerah.",
        section="layanan",
        template="jenis/daftar.html",
        context=Body(
            f"{len(rows)} perangkat daerah menyampaikan angka layanan tahun {tahun}.",
            sections=(Section("", table=table),),
        ),
        crumbs=(BERANDA, INDEX, REPORTS),
        name=str(tahun),
        contoh=any(laporan.contoh for laporan in found),
    )


def _page(laporan: LaporanLayanan, corpus: Corpus) -> Page:
    name, tahun = name_of(laporan.id.opd, corpus), laporan.id.tahun
    asked = laporan.permohonan
    lead = (
        f"{format_bulat(asked.diterima)} permohonan diterima pada {tahun}; "
        f"{format_bulat(asked.dikabulkan_seluruhnya + asked.dikabulkan_sebagian)} dikabulkan "
        f"seluruhnya atau sebagian, {format_bulat(asked.ditolak)} ditolak."
    )
    year = Link(str(tahun), f"layanan/laporan/{tahun}/")
    return Page(
        url=url_of(laporan.id),
        title=f"Laporan layanan informasi {tahun}, {name}",
        description=lead,
        section="layanan",
        template="jenis/rincian.html",
        context=Body(lead, _facts(laporan), tuple(_refusals(laporan))),
        crumbs=(BERANDA, INDEX, REPORTS, year),
        name=name,
        facets=Facets("Laporan layanan", name, str(tahun)),
        sources=(laporan.path,),
        contoh=laporan.contoh,
    )


def _facts(laporan: LaporanLayanan) -> tuple[Fact, ...]:
    asked, figures = laporan.permohonan, []
    figures += [
        ("Permohonan diterima", format_bulat(asked.diterima)),
        ("Dikabulkan seluruhnya", format_bulat(asked.dikabulkan_seluruhnya)),
        ("Dikabulkan sebagian", format_bulat(asked.dikabulkan_sebagian)),
        ("Ditolak", format_bulat(asked.ditolak)),
        ("Dalam proses", format_bulat(asked.dalam_proses)),
    ]
    if laporan.waktu:
        average = format_desimal(laporan.waktu.rata_rata_hari_kerja)
        figures.append(("Rata-rata waktu jawaban", f"{average} hari kerja"))
    if laporan.waktu and laporan.waktu.terlama_hari_kerja is not None:
        figures.append(("Jawaban terlama", f"{laporan.waktu.terlama_hari_kerja} hari kerja"))
    if laporan.keberatan:
        words = f"{laporan.keberatan.diterima} diterima, {laporan.keberatan.selesai} selesai"
        figures.append(("Keberatan", words))
    if laporan.sengketa:
        inside, court = laporan.sengketa.ke_komisi_informasi, laporan.sengketa.ke_pengadilan
        figures.append(("Sengketa", f"{inside} ke Komisi Informasi, {court} ke pengadilan"))
    if laporan.kepuasan:
        index = format_desimal(laporan.kepuasan.nilai)
        figures.append(("Indeks kepuasan", f"{index} dari {laporan.kepuasan.skala}"))
    if laporan.laporan:
        figures.append(("Laporan disampaikan", format_tanggal(laporan.laporan.tanggal)))
    figures += [(a, b) for a, b in (("Sumber", laporan.sumber), ("Catatan", laporan.catatan)) if b]
    return tuple(Fact(label, (Cell(text),)) for label, text in figures)


def _refusals(laporan: LaporanLayanan) -> Iterator[Section]:
    if laporan.alasan_penolakan:
        rows = [(Cell(a.alasan), number(a.jumlah)) for a in laporan.alasan_penolakan]
        table = Table("Alasan penolakan dan jumlahnya", ("Alasan", "Jumlah"), rows)
        yield Section("Alasan penolakan", table=table, anchor="penolakan")
