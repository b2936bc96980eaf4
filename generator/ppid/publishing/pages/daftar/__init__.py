"""One page for each list that was handed in, and an index of the lists of each OPD."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

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
from ppid.handing_in.template.prepared import template_section
from ppid.history.events import Perubahan, changed_since, counted
from ppid.kinds import url_of
from ppid.kinds.daftar import Daftar, DaftarDikecualikan, DaftarPublik
from ppid.kinds.dik.model import InformasiDikecualikan
from ppid.kinds.dip.model import InformasiPublik
from ppid.kinds.opd import ProfilOpd
from ppid.kinds.wording import BERANDA, DAFTAR, brief, format_bulat, format_tanggal, number
from ppid.publishing.pages.daftar.handed_in import sentence
from ppid.publishing.pages.daftar.papers import Naskah, papers_to_take
from ppid.publishing.pages.daftar.tables import day_cell, ended, table_dik, table_dip
from ppid.publishing.publication import Publication

INDEX = Link("Perangkat Daerah", "opd/")
SIGNS = "Tanda + berarti informasi baru, − tidak tercantum lagi, dan ~ berubah."
_COPY = "Salinan persis keputusan yang sudah terbit; cacat dalam keputusan asli dibiarkan."


def pages(publication: Publication) -> Iterator[Page]:
    """Yield the page of every list, then the index of lists of every OPD that has some."""
    corpus = publication.corpus
    lists: list[Daftar] = [*corpus.of(DaftarPublik), *corpus.of(DaftarDikecualikan)]
    by_owner: dict[tuple[str, str], list[Daftar]] = defaultdict(list)
    for daftar in lists:
        by_owner[daftar.id.opd, daftar.rows].append(daftar)
    for (opd, rows), owned in sorted(by_owner.items()):
        owned.sort(key=lambda daftar: daftar.id.tahun)
        yield _index(opd, rows, owned, publication)
        for position, daftar in enumerate(owned):
            yield _page(daftar, owned, position, publication)


def crumbs_of(daftar: Daftar, corpus: Corpus) -> tuple[Link, ...]:
    """Return the way from the home page to a list."""
    this = Link(str(daftar.id.tahun), url_of(daftar.id))
    return (*_crumbs(daftar.id.opd, daftar.rows, corpus), this)


def name_of(opd: str, corpus: Corpus) -> str:
    """Return the name of an OPD, or its slug where there is no profile."""
    profil = corpus.get(ProfilOpd, opd)
    return profil.nama if profil else opd


def _crumbs(opd: str, rows: str, corpus: Corpus) -> tuple[Link, ...]:
    return (
        BERANDA,
        INDEX,
        Link(name_of(opd, corpus), f"opd/{opd}/"),
        Link(rows.upper(), f"opd/{opd}/{rows}/"),
    )


def _index(opd: str, rows: str, owned: list[Daftar], publication: Publication) -> Page:
    corpus, changes = publication.corpus, publication.changes
    name = name_of(opd, corpus)
    table = Table(
        f"{len(owned)} tahun",
        ("Tahun", "Isi", "Diterima", "Berubah dari daftar sebelumnya", "Data"),
        [
            (
                Cell(str(daftar.id.tahun), url_of(daftar.id)),
                Cell("nihil") if daftar.nihil else number(count_rows(daftar, corpus)),
                day_cell(daftar.disampaikan),
                Cell(counted(changes.get(daftar.id))),
                Cell("contoh" if daftar.contoh else "resmi"),
            )
            for daftar in reversed(owned)
        ],
    )
    title = f"{DAFTAR[rows]} {name}"
    offered = template_section(opd, corpus)
    sections = (Section("", table=table), *((offered,) if offered else ()))
    return Page(
        url=f"opd/{opd}/{rows}/",
        title=title,
        description=f"{title} dari tahun ke tahun.",
        section="opd",
        template="jenis/daftar.html",
        context=Body(f"Daftar untuk {len(owned)} tahun. {SIGNS}", sections=sections),
        crumbs=_crumbs(opd, rows, corpus)[:-1],
        name=rows.upper(),
    )


def count_rows(daftar: Daftar, corpus: Corpus) -> int:
    """Count the rows of a list."""
    model = InformasiDikecualikan if daftar.rows == "dik" else InformasiPublik
    return len(corpus.in_list(model, daftar.id.opd, daftar.id.tahun))


@dataclass(frozen=True, slots=True)
class IsiDaftar:
    """What the template of a list needs; `lead` and `warnings` as in `page.Body`.

    `templat` offers the workbooks for the year that is being collected, on the newest list only.
    """

    lead: str
    keterangan: tuple[str, ...]
    warnings: tuple[str, ...]
    fakta: tuple[Fact, ...]
    perubahan: Perubahan | None
    tabel: Table
    unduhan: tuple[Download, ...]
    templat: Section | None
    naskah: tuple[Naskah, ...]
    tetangga: tuple[Link, ...]


def _page(daftar: Daftar, owned: list[Daftar], position: int, publication: Publication) -> Page:
    corpus = publication.corpus
    title = f"{DAFTAR[daftar.rows]} {daftar.id.tahun}"
    name = name_of(daftar.id.opd, corpus)
    lead = _lead(daftar, corpus)
    return Page(
        url=url_of(daftar.id),
        title=f"{title}, {name}",
        description=brief(f"{title} {name}. {lead}"),
        section="opd",
        template="jenis/daftar_tahun.html",
        context=IsiDaftar(
            lead=lead,
            keterangan=tuple(filter(None, (sentence(daftar, corpus), ended(daftar, corpus)))),
            warnings=(_COPY,) if daftar.salinan_resmi else (),
            fakta=_facts(daftar),
            perubahan=changed_since(publication.changes.get(daftar.id)),
            tabel=table_dik(daftar, corpus) if daftar.rows == "dik" else table_dip(daftar, corpus),
            unduhan=downloads_of(daftar.id, publication),
            templat=template_section(daftar.id.opd, corpus) if daftar is owned[-1] else None,
            naskah=papers_to_take(daftar, publication),
            tetangga=_neighbours(owned, position, corpus),
        ),
        crumbs=_crumbs(daftar.id.opd, daftar.rows, corpus),
        name=str(daftar.id.tahun),
        facets=Facets(DAFTAR[daftar.rows], name, str(daftar.id.tahun)),
        sources=(daftar.path, *(() if daftar.nihil else (daftar.path.replace(".yml", ".csv"),))),
        contoh=daftar.contoh,
    )


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
    count = format_bulat(count_rows(daftar, corpus))
    what = "informasi dikecualikan" if daftar.rows == "dik" else "informasi publik"
    decided = daftar.penetapan
    if decided and decided.nomor and decided.tanggal:
        day = format_tanggal(decided.tanggal)
        return f"{count} {what}, ditetapkan dengan keputusan nomor {decided.nomor} tanggal {day}."
    return f"{count} {what}. Keputusan yang menetapkan daftar ini belum dicantumkan."


def _facts(daftar: Daftar) -> tuple[Fact, ...]:
    facts = []
    decided = daftar.penetapan
    if decided:
        facts.append(
            Fact("Keputusan", (Cell(decided.nomor, document_url(decided.tautan, daftar.owner)),))
        )
        facts.append(Fact("Ditetapkan", (Cell(_place_and_day(decided.tempat, decided.tanggal)),)))
        facts.append(Fact("Oleh", (Cell(decided.pejabat),)))
    if isinstance(daftar, DaftarDikecualikan) and not daftar.nihil:
        test = daftar.uji_konsekuensi
        words = f"{test.nomor}, {format_tanggal(test.tanggal)}" if test and test.tanggal else ""
        facts.append(
            Fact(
                "Uji konsekuensi",
                (Cell(words, document_url(test.tautan, daftar.owner) if test else ""),),
            )
        )
    if daftar.disampaikan is None:
        facts.append(Fact("Diterima PPID Utama", (Cell(""),)))
    if daftar.nihil:
        facts.append(Fact("Pernyataan", (Cell(daftar.nihil.pernyataan),)))
    facts.extend(
        Fact(label, (Cell(text),))
        for label, text in (("Sumber", daftar.sumber), ("Catatan", daftar.catatan))
        if text
    )
    return tuple(facts)


def _place_and_day(place: str, day: date | None) -> str:
    return ", ".join(filter(None, (place, format_tanggal(day) if day else "")))


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
