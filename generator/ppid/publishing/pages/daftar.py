"""One page for each list that was handed in, one for each of its papers, and an index by OPD."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from ppid.assessing.model import Penyampaian
from ppid.assessing.timeliness import how_handed_in
from ppid.core.corpus import Corpus
from ppid.core.page import (
    Body,
    Cell,
    Download,
    Facets,
    Fact,
    Link,
    Page,
    Section,
    Table,
    document_url,
)
from ppid.diagnostics.places import RecordId
from ppid.history.events import Perubahan, changed_since, counted
from ppid.kinds import url_of
from ppid.kinds.acuan.alasan import Alasan
from ppid.kinds.daftar import Daftar, DaftarDikecualikan, DaftarPublik
from ppid.kinds.dik.model import InformasiDikecualikan, alasan_of, periode_of
from ppid.kinds.dip.model import InformasiPublik
from ppid.kinds.rows import Row, rows_of
from ppid.kinds.wording import DAFTAR, KLASIFIKASI
from ppid.publishing.items.public import document_of
from ppid.publishing.page_parts import LIST, body_page, brief, day_cell, fact, filtered, table_of
from ppid.publishing.pages.naskah import IsiSurat
from ppid.publishing.papers.of_lists import Printed
from ppid.publishing.publication import Publication
from ppid.values.dates import format_tanggal
from ppid.values.numbers import format_bulat, format_ukuran

INDEX = Link("Perangkat Daerah", "opd/")
LISTS: tuple[type[Daftar], ...] = (DaftarPublik, DaftarDikecualikan)
SIGNS = "Tanda + berarti informasi baru, − tidak tercantum lagi, dan ~ berubah."
_COPY = "Salinan persis keputusan yang sudah terbit; cacat dalam keputusan asli dibiarkan."


@dataclass(frozen=True, slots=True)
class IsiDaftar:
    """What the template of a list needs; `lead` and `warnings` as in `page.Body`."""

    lead: str
    keterangan: tuple[str, ...]
    warnings: tuple[str, ...]
    fakta: tuple[Fact, ...]
    perubahan: Perubahan | None
    tabel: Table
    unduhan: tuple[Download, ...]
    naskah: tuple[Printed, ...]
    tetangga: tuple[Link, ...]


def pages_of_opd(opd: str, publication: Publication) -> Iterator[Page]:
    """Yield the index of the lists of an OPD, then the page of each with its papers."""
    by_rows: dict[str, list[Daftar]] = defaultdict(list)
    for daftar in publication.lists_of(opd):
        by_rows[daftar.rows].append(daftar)
    for rows, owned in sorted(by_rows.items()):
        owned.sort(key=lambda daftar: daftar.id.tahun)
        yield _index(opd, rows, owned, publication)
        for position, daftar in enumerate(owned):
            yield _page(daftar, owned, position, publication)
            for printed in publication.papers_of(daftar):
                yield _paper(printed, daftar, publication)


def crumbs_of(daftar: Daftar, publication: Publication) -> tuple[Link, ...]:
    """Return the way from the home page to a list."""
    this = Link(str(daftar.id.tahun), url_of(daftar.id))
    return (*_crumbs(daftar.id.opd, daftar.rows, publication), this)


def _crumbs(opd: str, rows: str, publication: Publication) -> tuple[Link, ...]:
    return (
        INDEX,
        Link(publication.name_of(opd), f"opd/{opd}/"),
        Link(rows.upper(), f"opd/{opd}/{rows}/"),
    )


def _index(opd: str, rows: str, owned: list[Daftar], publication: Publication) -> Page:
    corpus = publication.corpus
    table = table_of(
        f"{len(owned)} tahun",
        reversed(owned),
        {
            "Tahun": lambda daftar: Cell(str(daftar.id.tahun), url_of(daftar.id)),
            "Isi": lambda daftar: "nihil" if daftar.nihil else len(rows_of(daftar, corpus)),
            "Diterima": lambda daftar: day_cell(daftar.disampaikan),
            "Berubah dari daftar sebelumnya": lambda daftar: counted(
                publication.changes.get(daftar.id)
            ),
            "Data": lambda daftar: "contoh" if daftar.contoh else "resmi",
        },
    )
    title = f"{DAFTAR[rows]} {publication.name_of(opd)}"
    sections = (Section("", table=table),)
    return body_page(
        Link(rows.upper(), f"opd/{opd}/{rows}/"),
        Body(f"Daftar untuk {len(owned)} tahun. {SIGNS}", sections=sections),
        title=title,
        description=f"{title} dari tahun ke tahun.",
        section="opd",
        template=LIST,
        crumbs=_crumbs(opd, rows, publication)[:-1],
        contoh=any(daftar.contoh for daftar in owned),
    )


# ---- one list


def _page(daftar: Daftar, owned: list[Daftar], position: int, publication: Publication) -> Page:
    corpus = publication.corpus
    title = f"{DAFTAR[daftar.rows]} {daftar.id.tahun}"
    name = publication.name_of(daftar.id.opd)
    lead = _lead(daftar, corpus)
    return Page(
        url=url_of(daftar.id),
        title=f"{title}, {name}",
        description=brief(f"{title} {name}. {lead}"),
        section="opd",
        template="jenis/daftar_tahun.html",
        context=IsiDaftar(
            lead=lead,
            keterangan=tuple(filter(None, (received(daftar, corpus), _ended(daftar, corpus)))),
            warnings=(_COPY,) if daftar.salinan_resmi else (),
            fakta=tuple(_facts(daftar)),
            perubahan=changed_since(publication.changes.get(daftar.id)),
            tabel=_table(daftar, corpus),
            unduhan=downloads_of(daftar.id, publication),
            naskah=publication.papers_of(daftar),
            tetangga=_neighbours(owned, position, corpus),
        ),
        crumbs=_crumbs(daftar.id.opd, daftar.rows, publication),
        name=str(daftar.id.tahun),
        facets=Facets(DAFTAR[daftar.rows], name, str(daftar.id.tahun)),
        sources=(daftar.path, *(() if daftar.nihil else (daftar.path.replace(".yml", ".csv"),))),
        contoh=daftar.contoh,
        alternates=_alternates(daftar, publication),
    )


def _alternates(daftar: Daftar, publication: Publication) -> tuple[str, ...]:
    """Return the files that hold the list; one without rows has no table."""
    tables = (download.url for download in downloads_of(daftar.id, publication))
    return (f"{url_of(daftar.id)}data.json", *tables)


def downloads_of(list_id: RecordId, publication: Publication) -> tuple[Download, ...]:
    """Return what can be downloaded of a list; nothing where it has no rows."""
    sheet = publication.sheets.get(list_id)
    if sheet is None:
        return ()
    label = f"Unduh {list_id.kind.removeprefix('daftar-').upper()} {list_id.tahun} (CSV)"
    return (Download(label, sheet.export.url, sheet.size),)


def _lead(daftar: Daftar, corpus: Corpus) -> str:
    if daftar.nihil:
        day = format_tanggal(daftar.nihil.tanggal)
        return f"Dinyatakan nihil oleh {daftar.nihil.pejabat} pada {day}."
    count = format_bulat(len(rows_of(daftar, corpus)))
    what = "informasi dikecualikan" if daftar.rows == "dik" else "informasi publik"
    decided = daftar.penetapan
    if decided and decided.nomor and decided.tanggal:
        day = format_tanggal(decided.tanggal)
        return f"{count} {what}, ditetapkan dengan keputusan nomor {decided.nomor} tanggal {day}."
    return f"{count} {what}. Keputusan yang menetapkan daftar ini belum dicantumkan."


def _ended(daftar: Daftar, corpus: Corpus) -> str:
    """Say how many rows of a DIK are withheld no more; empty when none."""
    ends = (
        periode_of(row, corpus).berakhir
        for row in rows_of(daftar, corpus)
        if isinstance(row, InformasiDikecualikan)
    )
    count = sum(day is not None and day < corpus.today for day in ends)
    return f"Masa pengecualian {format_bulat(count)} informasi sudah lewat." if count else ""


def _facts(daftar: Daftar) -> Iterator[Fact]:
    decided = daftar.penetapan
    if decided:
        yield fact("Keputusan", Cell(decided.nomor, document_url(decided.tautan, daftar.owner)))
        day = format_tanggal(decided.tanggal) if decided.tanggal else ""
        yield fact("Ditetapkan", ", ".join(filter(None, (decided.tempat, day))))
        yield fact("Oleh", decided.pejabat)
    if isinstance(daftar, DaftarDikecualikan) and not daftar.nihil:
        test = daftar.uji_konsekuensi
        words = f"{test.nomor}, {format_tanggal(test.tanggal)}" if test and test.tanggal else ""
        url = document_url(test.tautan, daftar.owner) if test else ""
        yield fact("Uji konsekuensi", Cell(words, url))
    if daftar.disampaikan is None:
        yield fact("Diterima PPID Utama", "")
    if daftar.nihil:
        yield fact("Pernyataan", daftar.nihil.pernyataan)
    if daftar.sumber:
        yield fact("Sumber", daftar.sumber)
    if daftar.catatan:
        yield fact("Catatan", daftar.catatan)


def _neighbours(owned: list[Daftar], position: int, corpus: Corpus) -> tuple[Link, ...]:
    this = owned[position]
    other = corpus.get(DaftarPublik if this.rows == "dik" else DaftarDikecualikan, *this.id[1:3])
    around = (
        ("sebelumnya", owned[position - 1] if position else None),
        ("tahun yang sama", other),
        ("berikutnya", owned[position + 1] if position + 1 < len(owned) else None),
    )
    return tuple(
        Link(f"{found.rows.upper()} {found.id.tahun} ({words})", url_of(found.id))
        for words, found in around
        if found is not None
    )


def _paper(printed: Printed, daftar: Daftar, publication: Publication) -> Page:
    """Return the page of a paper, to be printed from a browser: only the paper stays on it."""
    paper = printed.paper
    title = f"{paper.title}, {paper.about}"
    label = f"{daftar.rows.upper()} {daftar.id.tahun}"
    return Page(
        url=printed.page_url,
        title=title,
        description=brief(f"{title}: naskah menurut {paper.annex}, siap dicetak."),
        section="opd",
        template="jenis/surat.html",
        context=IsiSurat(printed, Link(label, url_of(daftar.id))),
        crumbs=crumbs_of(daftar, publication),
        name=paper.title,
        sources=(daftar.path, daftar.path.replace(".yml", ".csv")),
        contoh=daftar.contoh,
    )


# ---- rows in tables


def filtered_url(url: str, category: str) -> str:
    """Return the address of a DIP where it shows only one category."""
    return f"{url}?klasifikasi={category.replace(' ', '+')}"


COLUMNS_DIK = ("Cakupan", "Alasan", "Dasar hukum", "Jangka waktu", "Berakhir")
COLUMNS_DIP = ("Dokumen", "Penguasa informasi", "Bentuk", "Diperbarui")


def _table(daftar: Daftar, corpus: Corpus) -> Table:
    columns: tuple[str, ...] = ("Informasi", "Kode", *COLUMNS_DIK)
    menus = {"cakupan": "Cakupan", "alasan": "Alasan"}
    empty = "Tahun ini tidak ada informasi yang dikecualikan."
    if daftar.rows == "dip":
        columns = ("Informasi", "Kode", "Klasifikasi", *COLUMNS_DIP)
        menus = {"klasifikasi": "Klasifikasi", "bentuk": "Bentuk"}
        empty = "Daftar ini belum berisi."
    rows = [
        (
            Cell(row.informasi, url_of(row.id)),
            Cell(row.kode),
            *((Cell(KLASIFIKASI[row.klasifikasi]),) if isinstance(row, InformasiPublik) else ()),
            *cells_of(row, corpus),
        )
        for row in rows_of(daftar, corpus)
    ]
    contoh = ", contoh" if daftar.contoh else ""
    name = f"{daftar.rows.upper()} {daftar.id.tahun}{contoh}"
    caption = f"{format_bulat(len(rows))} informasi dalam {name}"
    return filtered(Table(caption, columns, rows, empty), menus)


def cells_of(row: Row, corpus: Corpus) -> tuple[Cell, ...]:
    """Return what a table says of a row, in the order of COLUMNS_DIK or COLUMNS_DIP."""
    if isinstance(row, InformasiPublik):
        document = document_cell(row, corpus)
        return (document, Cell(row.penguasa), Cell(row.bentuk), day_cell(row.diperbarui))
    period = periode_of(row, corpus)
    length = period.jangka.bulan if period.jangka else 0
    return (
        Cell(row.cakupan),
        grounds_cell(row, corpus),
        Cell(row.dasar_hukum),
        Cell(row.jangka_waktu, order=f"{length:05}" if length else ""),
        end_cell(row, corpus),
    )


def document_cell(row: InformasiPublik, corpus: Corpus) -> Cell:
    """Lead to the document of a row, by what it is; without one to how a copy is asked for."""
    found = document_of(row, corpus)
    if found is None:
        return Cell("minta salinannya", f"{url_of(row.id)}#minta")
    size = format_ukuran(found.size).replace(" ", "\u00a0") if found.size is not None else ""
    kind = found.format or "dokumen"
    words = f"{kind} di {found.host}" if found.host else ", ".join(filter(None, (kind, size)))
    return Cell(words, found.url)


def grounds_cell(row: InformasiDikecualikan, corpus: Corpus) -> Cell:
    """Name the grounds of an exclusion."""
    letters = dict.fromkeys(ground.huruf for ground in alasan_of(row))
    return Cell("; ".join(_ground(letter, corpus) for letter in letters))


def end_cell(row: InformasiDikecualikan, corpus: Corpus) -> Cell:
    """Say when an exclusion ends, and whether that day has passed."""
    period = periode_of(row, corpus)
    end = day_cell(period.berakhir)
    if period.sudah_berakhir(corpus.today):
        return replace(end, text=f"{end.text} (sudah lewat)")
    return end


def _ground(huruf: str, corpus: Corpus) -> str:
    alasan = corpus.get(Alasan, slug=huruf)
    return f"{alasan.label} (huruf {huruf})" if alasan else f"huruf {huruf}"


# ---- when a list was handed in; of a demonstration it is said only as of one


_STATES: Final = {
    Penyampaian.TEPAT: Cell("Disampaikan", state="terpenuhi"),
    Penyampaian.TERLAMBAT: Cell("Setelah batas waktu", state="sebagian"),
    Penyampaian.NIHIL: Cell("Dinyatakan nihil", state="terpenuhi"),
}


def state_of(daftar: Daftar | None, corpus: Corpus) -> Cell:
    """Say in words and shape whether a list was handed in."""
    if daftar is None:
        return Cell("Belum ada berkas di situs ini", state="tidak-berlaku")
    state, _ = how_handed_in(daftar, corpus)
    return _STATES.get(state, Cell("Harinya tidak diketahui", state="tidak-berlaku"))


def received(daftar: Daftar, corpus: Corpus) -> str:
    """Say when PPID Utama received a list; empty when nobody knows."""
    if daftar.disampaikan is None:
        return ""
    told = f"Daftar diterima PPID Utama pada {format_tanggal(daftar.disampaikan)}"
    _, due = how_handed_in(daftar, corpus)
    if due is None or daftar.disampaikan <= due:
        return f"{told}."
    example = " dalam data contoh ini" if daftar.contoh else ""
    return f"{told}{example}; batas waktunya {format_tanggal(due)}."


def example_mark(daftar: Daftar | None, publication: Publication) -> str:
    """Mark a single demonstration among real lists; where all are, the page says so itself."""
    return mark_alone(daftar.id if daftar else None, publication)


def mark_alone(record: RecordId | None, publication: Publication) -> str:
    """Mark what a single record says as a demonstration, where not the whole site is one."""
    return " (contoh)" if publication.is_example(record) and not publication.contoh else ""
