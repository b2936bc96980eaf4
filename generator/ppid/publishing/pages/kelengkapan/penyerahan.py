"""Who has handed in the lists, reports and appointments of a year, and who has not."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from ppid.assessing.findings import report_address, worded
from ppid.assessing.model import HandedIn, Jenis, Penyampaian, YearReport
from ppid.assessing.timeliness import ARTI_PENYAMPAIAN, SUDAH, count_handed_in, due_days
from ppid.core.corpus import Corpus
from ppid.core.page import Body, Cell, Facets, Link, Page, Section, Table
from ppid.kinds import url_of
from ppid.kinds.acuan.peraturan import Peraturan, slug_of, split_citation
from ppid.kinds.badan import Badan
from ppid.kinds.opd import BesideOffices
from ppid.publishing.page_parts import (
    LIST,
    PASSAGES,
    beside,
    body_page,
    day_cell,
    fact,
    filtered,
    number,
    quotes_of,
)
from ppid.publishing.pages.kelengkapan import shared
from ppid.publishing.publication import Publication
from ppid.values.dates import format_tanggal
from ppid.values.numbers import format_bulat
from ppid.values.text import joined

ALL_YEARS: Final = "kelengkapan/penyerahan"
"""Where the files of all years lie, without their ending; they are CSV, JSON and XLSX."""
HAND_IN_SHAPES: Final = {
    Penyampaian.TEPAT: "terpenuhi",
    Penyampaian.TERLAMBAT: "sebagian",
    Penyampaian.NIHIL: "terpenuhi",
    Penyampaian.ADA: "terpenuhi",
    Penyampaian.TIDAK_DIKETAHUI: "perlu-dilihat",
    Penyampaian.BELUM_JATUH_TEMPO: "tidak-berlaku",
    Penyampaian.BELUM: "belum",
}
_DAY_OF: Final = {
    Jenis.DIK: "Tanggal DIK",
    Jenis.DIP: "Tanggal DIP",
    Jenis.LAYANAN: "Tanggal laporan",
    Jenis.SK: "Tanggal SK",
}
_REPORT_LAW: Final = "PerKI 1/2021 Pasal 56 ayat (1)"
_APPOINTMENT_LAW: Final = "UU 14/2008 Pasal 13 ayat (1) huruf a"
_MOST_NAMES: Final = 12
"""How many names the first sentence holds; all of them stand below it."""


def penyerahan_link(tahun: int) -> Link:
    """Lead to the page of a year."""
    label = f"Siapa yang sudah dan belum menyerahkan, {tahun}"
    return Link(label, f"kelengkapan/{tahun}/{BesideOffices.PENYERAHAN}/")


def file_of(tahun: int) -> str:
    """Return where the files of a year lie, without their ending."""
    return f"kelengkapan/{tahun}/penyerahan-{tahun}"


def state_cell(handed: HandedIn | None) -> Cell:
    """Say how something was handed in, with its page."""
    if handed is None:
        return Cell("Tidak berlaku", state="tidak-berlaku")
    shown = handed.jenis is not Jenis.SK and handed.record is not None
    url = url_of(handed.record) if shown and handed.record else ""
    return Cell(handed.state.words.capitalize(), url, HAND_IN_SHAPES[handed.state])


def page(year: YearReport, publication: Publication) -> Page:
    """Return the page of one year; its first sentences answer for DIK and for DIP."""
    tahun, years = year.tahun, publication.completeness.years
    found = {jenis: tuple(_of_kind(jenis, year)) for jenis in Jenis}
    contoh = any(each.contoh for all_ in found.values() for each in all_)
    lead = " ".join(_answer(found[j], j, _MOST_NAMES) for j in (Jenis.DIK, Jenis.DIP))
    law = f"Kewajiban {tahun} lainnya"
    return body_page(
        Link("Penyerahan", penyerahan_link(tahun).url),
        Body(
            worded(lead, contoh=contoh),
            sections=(
                _offices(year),
                Section(
                    shared.tagged("Jawaban untuk setiap daftar", contoh=contoh),
                    (
                        *(_answer(found[jenis], jenis) for jenis in Jenis),
                        "Nama lengkapnya ada dalam tabel di atas.",
                    ),
                    anchor="jawaban",
                ),
                _limits(year, publication.corpus),
                Section(
                    "Arti keadaan",
                    facts=tuple(
                        fact(state.words.capitalize(), f"{meaning[0].upper()}{meaning[1:]}.")
                        for state, meaning in ARTI_PENYAMPAIAN.items()
                    ),
                    anchor="arti",
                ),
                Section("Unduhan", links=tuple(_downloads(tahun)), anchor="unduhan"),
                Section("Lebih jauh", links=(Link(law, shared.year_link(tahun).url),)),
            ),
            neighbours=tuple(
                Link(f"Penyerahan {other.tahun}", penyerahan_link(other.tahun).url)
                for other in beside(years, years.index(year))
            ),
        ),
        title=f"Siapa yang sudah dan belum menyerahkan DIK dan DIP {tahun}",
        description=f"Penyerahan DIK, DIP, laporan layanan, dan SK PPID Pelaksana {tahun}.",
        section="kelengkapan",
        template=LIST,
        crumbs=(shared.INDEX, shared.year_link(tahun)),
        facets=Facets("Kelengkapan", tahun=str(tahun)),
        contoh=contoh,
        alternates=tuple(f"{file_of(tahun)}.{form}" for form in ("csv", "json")),
    )


def _of_kind(jenis: Jenis, year: YearReport) -> Iterator[HandedIn]:
    for report in shared.by_name(year.reports):
        yield from (each for each in report.penyerahan if each.jenis is jenis)


def _answer(found: Sequence[HandedIn], jenis: Jenis, most: int = 0) -> str:
    """Say how many have handed something in and who has not; `most` names, or all of them."""
    if not found:
        return f"{jenis}: tidak ada perangkat daerah yang wajib menyerahkannya."
    tahun, due = found[0].tahun, found[0].due
    done = sum(each.state in SUDAH for each in found)
    what = f"sudah menyerahkan {jenis if jenis.isupper() else 'laporan layanan'} {tahun}"
    if jenis is Jenis.SK:
        what = f"tercatat mempunyai SK penunjukan PPID Pelaksana sampai akhir {tahun}"
    told = f"{format_bulat(done)} dari {format_bulat(len(found))} perangkat daerah {what}"
    waits = f"yang belum, dengan batas {format_tanggal(due)}" if due else ""
    unknown = "yang SK-nya" if jenis is Jenis.SK else "yang tanggalnya"
    for state, words in (
        (Penyampaian.BELUM, "yang belum"),
        (Penyampaian.BELUM_JATUH_TEMPO, waits),
        (Penyampaian.TIDAK_DIKETAHUI, f"{unknown} tidak tercatat di situs ini"),
    ):
        names = [each.profil.singkatan for each in found if each.state is state]
        if len(names) == len(found) > 1:
            told += f"; {words}: semuanya"
        elif names:
            told += f"; {words}: {_named(names, most or len(names))}"
    return f"{told}."


def _named(names: Sequence[str], most: int) -> str:
    if len(names) <= most:
        return joined(names)
    rest = format_bulat(len(names) - most)
    return f"{', '.join(names[:most])}, dan {rest} lainnya"


def _offices(year: YearReport) -> Section:
    rows = []
    for report in shared.by_name(year.reports):
        handed = {each.jenis: each for each in report.penyerahan}
        if handed:
            name = Cell(report.profil.nama, report_address(report.opd, year.tahun))
            rows.append((name, *(cell for jenis in Jenis for cell in _cells(handed.get(jenis)))))
    columns = ("Perangkat daerah", *(text for jenis in Jenis for text in (jenis, _DAY_OF[jenis])))
    # A column of days that nobody has is left out.
    shown = [at for at, _ in enumerate(columns) if any(row[at].text for row in rows)]
    columns = tuple(columns[at] for at in shown)
    rows = [tuple(row[at] for at in shown) for row in rows]
    caption = f"{len(rows)} perangkat daerah menurut abjad, {year.tahun}"
    table = filtered(
        Table(shared.tagged(caption, contoh=year.contoh), columns, rows, matrix=True),
        {jenis.kolom: jenis for jenis in Jenis},
        label="Cari perangkat daerah",
        unit="perangkat daerah",
    )
    return Section("Perangkat daerah", table=table, anchor="perangkat-daerah")


def _cells(handed: HandedIn | None) -> tuple[Cell, Cell]:
    return state_cell(handed), day_cell(handed.day if handed else None)


def _limits(year: YearReport, corpus: Corpus) -> Section:
    """Show until when each thing was due, who says so, and how many are in which state."""
    badan, counts = corpus.get(Badan), count_handed_in(year)
    if badan is None:
        return Section("Batas waktu", ("Batas waktunya tidak diketahui.",), anchor="batas")
    due = due_days(year.tahun, badan.batas_penyampaian)
    own = shared.tagged("Ditetapkan Badan Publik sendiri", contoh=badan.contoh)
    laws = {
        Jenis.DIK: own,
        Jenis.DIP: own,
        Jenis.LAYANAN: _REPORT_LAW if _in_force(_REPORT_LAW, due[Jenis.LAYANAN], corpus) else own,
        Jenis.SK: _APPOINTMENT_LAW,
    }
    rows = [
        (
            Cell(jenis),
            Cell(format_tanggal(day) if (day := due[jenis]) else "tidak ditetapkan"),
            Cell(laws[jenis]),
            *(number(counts[jenis][state]) for state in Penyampaian),
        )
        for jenis in Jenis
    ]
    states = (state.words.capitalize() for state in Penyampaian)
    columns = ("Daftar", "Batas waktu", "Dasar batasnya", *states)
    caption = f"Batas waktu dan jumlah perangkat daerah, {year.tahun}"
    told = (
        "Undang-undang tidak menetapkan hari penyerahan DIK dan DIP kepada PPID Utama; Badan "
        "Publik menetapkannya sendiri."
    )
    return Section(
        "Batas waktu dan dasarnya",
        (told,),
        table=Table(shared.tagged(caption, contoh=year.contoh), columns, rows, matrix=True),
        quotes=quotes_of(PASSAGES["penyerahan"], corpus),
        anchor="batas",
    )


def _in_force(citation: str, day: date | None, corpus: Corpus) -> bool:
    law = corpus.get(Peraturan, slug=slug_of(split_citation(citation)[0]))
    return law is not None and day is not None and law.berlaku_pada(day)


def _downloads(tahun: int) -> Iterator[Link]:
    for where, of in ((file_of(tahun), str(tahun)), (ALL_YEARS, "semua tahun")):
        yield Link(f"Penyerahan {of} (CSV)", f"{where}.csv")
        yield Link(f"Penyerahan {of} (XLSX)", f"{where}.xlsx")
        yield Link(f"Penyerahan {of} untuk program (JSON)", f"{where}.json")
