"""The calendar: what falls due in the twelve months from today, month by month."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from generator.completeness.cycle import NOTICE, cycle_of
from generator.corpus import Corpus
from generator.kinds.badan import Badan
from generator.kinds.daftar import DaftarPublik
from generator.page import Body, Cell, Page, Section, Table, url_of
from generator.pages.daftar import name_of
from generator.pages.kelengkapan.words import CALENDAR, CYCLE, INDEX, METHOD, is_demonstration
from generator.rules.freshness import day_of_year
from generator.values.hari import BULAN
from generator.values.hari_kerja import hari_kerja_before
from generator.wording import BERANDA, format_tanggal

_MONTHS = 12


class Due(NamedTuple):
    """Something that falls due."""

    day: date
    what: str
    basis: str
    url: str = ""


def page(corpus: Corpus) -> Page:
    """Give the page."""
    until = _later(corpus.today, _MONTHS)
    found = sorted(d for d in _all(corpus) if corpus.today <= d.day <= until)
    by_month: dict[tuple[int, int], list[Due]] = defaultdict(list)
    for due in found:
        by_month[due.day.year, due.day.month].append(due)
    lead = (
        f"Tenggat dari {format_tanggal(corpus.today)} sampai {format_tanggal(until)}, "
        "menurut peraturan dan menurut data yang tercatat."
    )
    notes = (
        (
            "Batas penyampaian daftar ditetapkan Badan Publik sendiri. Hari kerja tidak mencakup "
            "Sabtu, Minggu, libur nasional, dan cuti bersama."
        ),
    )
    months = tuple(_month(month, each) for month, each in by_month.items())
    about = Section("", notes, links=(CYCLE, METHOD))
    return Page(
        url=CALENDAR.url,
        title=CALENDAR.label,
        description=lead,
        section="kelengkapan",
        template="jenis/rincian.html",
        context=Body(lead, sections=(about, *months)),
        crumbs=(BERANDA, INDEX),
        name=CALENDAR.label,
        contoh=is_demonstration(corpus),
    )


def _later(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return day_of_year(year, f"{month + 1}-{day.day}")


def _month(month: tuple[int, int], found: list[Due]) -> Section:
    year, number = month
    rows = [(Cell(format_tanggal(d.day)), Cell(d.what, d.url), Cell(d.basis)) for d in found]
    name = f"{BULAN[number - 1]} {year}"
    table = Table(f"{len(rows)} tenggat pada {name}", ("Tanggal", "Apa", "Dasar"), rows)
    return Section(name, table=table, anchor=f"bulan-{year}-{number:02}")


def _all(corpus: Corpus) -> Iterator[Due]:
    badan = corpus.get(Badan)
    if badan:
        for year in range(corpus.today.year, corpus.today.year + 2):
            yield from _of_every_year(badan, year)
    yield from _updates(corpus)
    yield from _endings(corpus)


def _of_every_year(badan: Badan, year: int) -> Iterator[Due]:
    limits, own = badan.batas_penyampaian, "Batas dalam data/badan.yml"
    if badan.contoh:
        own = f"{own} (contoh)"
    yield Due(day_of_year(year, limits.dik), f"DIK {year} disampaikan ke PPID Utama", own)
    yield Due(day_of_year(year, limits.dip), f"DIP {year} disampaikan ke PPID Utama", own)
    what = f"Laporan layanan informasi {year - 1} selesai"
    yield Due(day_of_year(year, limits.layanan), what, "PerKI 1/2021 Pasal 56 ayat (1)")


def _updates(corpus: Corpus) -> Iterator[Due]:
    """Say until when each newest DIP counts as updated: six months from its day."""
    newest: dict[str, DaftarPublik] = {}
    for daftar in corpus.of(DaftarPublik):
        known = newest.get(daftar.id.opd)
        if known is None or daftar.id.tahun > known.id.tahun:
            newest[daftar.id.opd] = daftar
    for daftar in newest.values():
        day = daftar.penetapan.tanggal if daftar.penetapan else daftar.disampaikan
        if day:
            name = name_of(daftar.id.opd, corpus)
            what = f"DIP {daftar.id.tahun} {name} genap enam bulan"
            yield Due(_later(day, 6), what, "PerKI 1/2021 Pasal 45 ayat (7)", url_of(daftar.id))


def _endings(corpus: Corpus) -> Iterator[Due]:
    cycle, law = cycle_of(corpus), "PerKI 1/2021 Pasal 52"
    for each in (*cycle.ending, *cycle.later):
        if each.ends is None:
            continue
        name, url = f"“{each.row.informasi}”", url_of(each.row.id)
        decide = hari_kerja_before(each.ends, NOTICE)
        yield Due(decide, f"{NOTICE} hari kerja sebelum {name} berakhir", f"{law} ayat (1)", url)
        yield Due(each.ends, f"Pengecualian {name} berakhir", f"{law} ayat (2)", url)
