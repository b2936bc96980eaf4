"""The life cycle of exclusions: ending within 30 working days, ended and listed, opened."""

from collections.abc import Iterator, Sequence

from ppid.assessing.cycle import NOTICE, Cycle, Exclusion, cycle_of
from ppid.assessing.findings import worded
from ppid.core.corpus import Corpus
from ppid.core.page import Body, Cell, Link, Page, Quote, Section, Table
from ppid.kinds import url_of
from ppid.kinds.acuan.peraturan import Peraturan
from ppid.kinds.wording import BERANDA, format_bulat, format_tanggal
from ppid.publishing.pages.daftar import name_of
from ppid.publishing.pages.kelengkapan.words import CALENDAR, CYCLE, INDEX

_PASSAGES = (
    ("Pasal 52 ayat (1)", "PPID memutuskan sebelum jangka waktunya habis."),
    ("Pasal 1 angka 22", "Yang dihitung hanya hari kerja."),
    ("Pasal 52 ayat (2)", "Tanpa keputusan, informasi itu terbuka dengan sendirinya."),
)


def page(corpus: Corpus) -> Page:
    """Return the page."""
    cycle = cycle_of(corpus)
    contoh = any(e.contoh for e in (*cycle.ending, *cycle.still_listed, *cycle.opened))
    lead = worded(
        f"Pengecualian yang berakhir dalam {NOTICE} hari kerja: {_count(cycle.ending)}; yang sudah "
        f"berakhir tetapi masih tercantum: {_count(cycle.still_listed)}; yang sudah terbuka: "
        f"{_count(cycle.opened)}.",
        contoh=contoh,
    )
    return Page(
        url=CYCLE.url,
        title="Siklus pengecualian",
        description="Pengecualian yang segera berakhir, yang sudah berakhir, dan yang dibuka.",
        section="kelengkapan",
        template="jenis/rincian.html",
        context=Body(lead, sections=tuple(_sections(cycle, corpus))),
        crumbs=(BERANDA, INDEX),
        name=CYCLE.label,
        contoh=contoh,
    )


def _count(found: Sequence[Exclusion]) -> str:
    return format_bulat(len(found)) if found else "tidak ada"


def _sections(cycle: Cycle, corpus: Corpus) -> Iterator[Section]:
    today = format_tanggal(corpus.today)
    law = corpus.get(Peraturan, slug="perki-1-2021")
    quotes = tuple(
        Quote(f"PerKI 1/2021 {passage}", law.quote(passage), words)
        for passage, words in _PASSAGES
        if law and law.quote(passage)
    )
    told = (
        f"Dihitung pada {today} dari DIK terbaru setiap perangkat daerah. Hari kerja tidak "
        "mencakup Sabtu, Minggu, libur nasional, dan cuti bersama."
    )
    yield Section("Mengapa dipantau", (told,), quotes=quotes, anchor="dasar")
    yield Section(
        f"Berakhir dalam {NOTICE} hari kerja",
        table=_table(cycle.ending, corpus, f"Tidak ada yang berakhir dalam {NOTICE} hari kerja."),
        anchor="segera",
    )
    yield Section(
        "Sudah berakhir, masih tercantum",
        (
            (
                "Jangka waktunya habis, tetapi DIK terbaru masih memuatnya dan DIP belum. "
                "DIK terbaru dapat berasal dari tahun lalu."
            ),
        ),
        table=_table(cycle.still_listed, corpus, "Tidak ada yang masih tercantum."),
        anchor="masih-tercantum",
    )
    yield Section("Sudah terbuka", table=_opened(cycle.opened, corpus), anchor="terbuka")
    later, unknown = format_bulat(len(cycle.later)), format_bulat(len(cycle.unknown))
    rest = (
        f"{later} pengecualian berakhir lebih kemudian. Akhir {unknown} pengecualian belum dapat "
        "dihitung karena bergantung pada peristiwa atau belum jelas."
    )
    yield Section("Selebihnya", (rest,), links=(CALENDAR, _EXCLUDED), anchor="selebihnya")


_EXCLUDED = Link("Semua informasi yang dikecualikan", "informasi/dikecualikan/")


def _table(found: Sequence[Exclusion], corpus: Corpus, empty: str) -> Table:
    rows = [
        (
            Cell(each.row.informasi, url_of(each.row.id)),
            Cell(name_of(each.row.id.opd, corpus)),
            Cell(f"DIK {each.row.id.tahun}{_tag(each)}"),
            Cell(_day(each)),
        )
        for each in found
    ]
    columns = ("Informasi", "Perangkat daerah", "Daftar", "Berakhir")
    return Table(f"{format_bulat(len(rows))} pengecualian", columns, rows, empty)


def _opened(found: Sequence[Exclusion], corpus: Corpus) -> Table:
    rows = [
        (
            Cell(each.row.informasi, url_of(each.row.id)),
            Cell(name_of(each.row.id.opd, corpus)),
            Cell(f"DIK {each.row.id.tahun}{_tag(each)}"),
            Cell(_day(each)),
            Cell(f"DIP {each.opened.id.tahun}", url_of(each.opened.id)),
        )
        for each in found
        if each.opened
    ]
    columns = (
        "Informasi",
        "Perangkat daerah",
        "Terakhir dikecualikan",
        "Berakhir",
        "Terbuka dalam",
    )
    caption = f"{format_bulat(len(rows))} informasi yang kini tercantum dalam DIP"
    return Table(caption, columns, rows, "Belum ada yang tercatat terbuka.")


def _tag(each: Exclusion) -> str:
    return " (contoh)" if each.contoh else ""


def _day(each: Exclusion) -> str:
    return format_tanggal(each.ends) if each.ends else "belum dapat dihitung"
