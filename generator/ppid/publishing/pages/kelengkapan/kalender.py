"""The calendar: what falls due in the twelve months from today, month by month."""

from collections import defaultdict

from ppid.assessing.deadlines import CALENDAR_FILE, Due, deadlines, last_day
from ppid.core.corpus import Corpus
from ppid.core.page import Body, Cell, Link, Page, Section, Table
from ppid.kinds.wording import BERANDA, format_tanggal
from ppid.publishing.pages.kelengkapan.words import (
    CALENDAR,
    CYCLE,
    INDEX,
    METHOD,
    is_demonstration,
    tagged,
)
from ppid.values.dates import BULAN

_DOWNLOAD = Link("Tenggat untuk program kalender (.ics)", CALENDAR_FILE)


def page(corpus: Corpus) -> Page:
    """Return the page."""
    until = last_day(corpus)
    by_month: dict[tuple[int, int], list[Due]] = defaultdict(list)
    for due in deadlines(corpus):
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
    contoh = is_demonstration(corpus)
    months = tuple(_month(month, each, contoh=contoh) for month, each in by_month.items())
    about = Section("", notes, links=(_DOWNLOAD, CYCLE, METHOD))
    return Page(
        url=CALENDAR.url,
        title=CALENDAR.label,
        description=lead,
        section="kelengkapan",
        template="jenis/rincian.html",
        context=Body(lead, sections=(about, *months)),
        crumbs=(BERANDA, INDEX),
        name=CALENDAR.label,
        contoh=contoh,
    )


def _month(month: tuple[int, int], found: list[Due], *, contoh: bool) -> Section:
    year, number = month
    rows = [(Cell(format_tanggal(d.day)), Cell(d.what, d.url), Cell(d.basis)) for d in found]
    name = f"{BULAN[number - 1]} {year}"
    caption = tagged(f"{len(rows)} tenggat pada {name}", contoh=contoh)
    table = Table(caption, ("Tanggal", "Apa", "Dasar"), rows)
    return Section(name, table=table, anchor=f"bulan-{year}-{number:02}")
