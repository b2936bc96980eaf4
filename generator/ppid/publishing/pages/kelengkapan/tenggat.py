"""What falls due: exclusions that end soon or have ended, and the calendar of twelve months."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from ppid.assessing.deadlines import (
    CALENDAR_FILE,
    NOTICE,
    Cycle,
    Due,
    ExclusionTerm,
    cycle_of,
    deadlines,
    last_day,
)
from ppid.assessing.findings import worded
from ppid.core.page import Body, Cell, Link, Page, Section, Table
from ppid.kinds import url_of
from ppid.publishing.page_parts import PASSAGES, body_page, quotes_of
from ppid.publishing.pages.kelengkapan import shared
from ppid.publishing.publication import Publication
from ppid.values.dates import BULAN, format_tanggal
from ppid.values.numbers import format_bulat

_DOWNLOAD = Link("Tenggat untuk program kalender (.ics)", CALENDAR_FILE)
_EXCLUDED = Link("Semua informasi yang dikecualikan", "informasi/dikecualikan/")


def pages(publication: Publication) -> Iterator[Page]:
    """Yield the life cycle of exclusions, then the calendar."""
    yield _cycle(publication)
    yield _calendar(publication)


# ---- the life cycle of exclusions


def _cycle(publication: Publication) -> Page:
    cycle = publication.corpus.derive(cycle_of)
    shown = (*cycle.ending, *cycle.still_listed, *cycle.opened)
    contoh = any(each.contoh for each in shown)
    ending, ended, opened = (
        format_bulat(len(found)) if found else "tidak ada"
        for found in (cycle.ending, cycle.still_listed, cycle.opened)
    )
    lead = worded(
        f"Pengecualian yang berakhir dalam {NOTICE} hari kerja: {ending}; yang sudah berakhir "
        f"tetapi masih tercantum: {ended}; yang sudah terbuka: {opened}.",
        contoh=contoh,
    )
    return body_page(
        shared.CYCLE,
        Body(lead, sections=tuple(_stages(cycle, publication))),
        description="Pengecualian yang segera berakhir, yang sudah berakhir, dan yang dibuka.",
        section="kelengkapan",
        crumbs=(shared.INDEX,),
        contoh=contoh,
    )


def _stages(cycle: Cycle, publication: Publication) -> Iterator[Section]:
    corpus = publication.corpus
    told = (
        f"Dihitung pada {format_tanggal(corpus.today)} dari DIK terbaru setiap perangkat daerah. "
        "Hari kerja tidak mencakup Sabtu, Minggu, libur nasional, dan cuti bersama."
    )
    quotes = quotes_of(PASSAGES["pemantauan"], corpus)
    yield Section("Mengapa dipantau", (told,), quotes=quotes, anchor="dasar")
    soon = f"dalam {NOTICE} hari kerja"
    columns = ("Informasi", "Perangkat daerah", "Daftar", "Berakhir")
    rows = _rows(cycle.ending, publication)
    empty = f"Tidak ada yang berakhir {soon}."
    table = Table(f"{format_bulat(len(rows))} pengecualian", columns, rows, empty)
    yield Section(f"Berakhir {soon}", table=table, anchor="segera")
    ended = (
        "Jangka waktunya habis, tetapi DIK terbaru masih memuatnya dan DIP belum. "
        "DIK terbaru dapat berasal dari tahun lalu."
    )
    rows = _rows(cycle.still_listed, publication)
    empty = "Tidak ada yang masih tercantum."
    table = Table(f"{format_bulat(len(rows))} pengecualian", columns, rows, empty)
    title = "Sudah berakhir, masih tercantum"
    yield Section(title, (ended,), table=table, anchor="masih-tercantum")
    columns = ("Informasi", "Perangkat daerah", "Terakhir dikecualikan", "Berakhir")
    rows = _rows(cycle.opened, publication)
    caption = f"{format_bulat(len(rows))} informasi yang kini tercantum dalam DIP"
    empty = "Belum ada yang tercatat terbuka."
    table = Table(caption, (*columns, "Terbuka dalam"), rows, empty)
    folded = f"Tampilkan {caption}" if rows else ""
    yield Section("Sudah terbuka", table=table, anchor="terbuka", folded=folded)
    later, unknown = format_bulat(len(cycle.later)), format_bulat(len(cycle.unknown))
    rest = (
        f"{later} pengecualian berakhir lebih kemudian. Akhir {unknown} pengecualian belum dapat "
        "dihitung karena bergantung pada peristiwa atau belum jelas."
    )
    yield Section("Selebihnya", (rest,), links=(shared.CALENDAR, _EXCLUDED), anchor="selebihnya")


def _rows(found: Sequence[ExclusionTerm], publication: Publication) -> list[tuple[Cell, ...]]:
    """Show exclusions; those that are open lead to their row in a DIP."""
    return [
        (
            Cell(each.row.informasi, url_of(each.row.id)),
            Cell(publication.name_of(each.row.id.opd)),
            Cell(shared.tagged(f"DIK {each.row.id.tahun}", contoh=each.contoh)),
            Cell(format_tanggal(each.ends) if each.ends else "belum dapat dihitung"),
            *((Cell(f"DIP {o.id.tahun}", url_of(o.id)),) if (o := each.opened) else ()),
        )
        for each in found
    ]


# ---- the calendar


def _calendar(publication: Publication) -> Page:
    corpus, contoh = publication.corpus, publication.contoh
    by_month: dict[tuple[int, int], list[Due]] = defaultdict(list)
    for due in deadlines(corpus):
        by_month[due.day.year, due.day.month].append(due)
    note = (
        "Batas penyampaian daftar ditetapkan Badan Publik sendiri. Hari kerja tidak mencakup "
        "Sabtu, Minggu, libur nasional, dan cuti bersama."
    )
    sections = [Section("", (note,), links=(_DOWNLOAD, shared.CYCLE, shared.METHOD))]
    for (year, month), found in by_month.items():
        rows = [(Cell(format_tanggal(d.day)), Cell(d.what, d.url), Cell(d.basis)) for d in found]
        name = f"{BULAN[month - 1]} {year}"
        caption = shared.tagged(f"{len(rows)} tenggat pada {name}", contoh=contoh)
        table = Table(caption, ("Tanggal", "Apa", "Dasar"), rows)
        sections.append(Section(name, table=table, anchor=f"bulan-{year}-{month:02}"))
    lead = (
        f"Tenggat dari {format_tanggal(corpus.today)} sampai {format_tanggal(last_day(corpus))}, "
        "menurut peraturan dan menurut data yang tercatat."
    )
    return body_page(
        shared.CALENDAR,
        Body(lead, sections=tuple(sections)),
        section="kelengkapan",
        crumbs=(shared.INDEX,),
        contoh=contoh,
    )
