"""The datasets of the body, as every catalogue names them: lists, what is withheld, tables.

A list is open even where it tells of what is withheld: UU 14/2008 Pasal 9 and PerKI 1/2021 Pasal 49
want the list, not the information. The withheld information is a dataset of its own, without any
file: that it exists, why and until when it is withheld is all that may be known of it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum

from ppid.core.page import DataFile
from ppid.kinds import url_of
from ppid.kinds.acuan.peraturan import Peraturan
from ppid.kinds.daftar import Daftar, list_name
from ppid.kinds.dik.model import InformasiDikecualikan, daftar_of, dasar_of, periode_of
from ppid.kinds.wording import DAFTAR
from ppid.publishing.publication import Publication
from ppid.publishing.tables import FOLDER, TABLES
from ppid.values.dates import format_tanggal


class Access(Enum):
    """Who may have the information: in the words of DCAT-AP, and of CKAN's data.json."""

    OPEN = ("PUBLIC", "public")
    IN_PART = ("RESTRICTED", "restricted public")
    WITHHELD = ("NON_PUBLIC", "non-public")


@dataclass(frozen=True, slots=True, kw_only=True)
class Dataset:
    """A dataset; `page` is its page and `series` that of its series, relative to the root.

    `opd` is empty where the body as a whole publishes it. `access` is None where the term of an
    exclusion has ended: what holds since then nobody has decided. `ends` is the last day of an
    exclusion, `laws` are those on which it rests, `rights` says both in words; `issued` is the day
    on which it was told, never the one on which an exclusion began.
    """

    page: str
    title: str
    description: str
    opd: str
    access: Access | None
    contoh: bool
    keywords: tuple[str, ...]
    files: tuple[DataFile, ...] = ()
    series: str = ""
    tahun: int = 0
    issued: date | None = None
    ends: date | None = None
    laws: tuple[Peraturan, ...] = ()
    rights: str = ""

    @property
    def identifier(self) -> str:
        """What the dataset is called within the body."""
        return self.page.strip("/").replace("#", "/")


@dataclass(frozen=True, slots=True)
class ListSeries:
    """The lists of one kind that one OPD makes every year; `page` is the page of the OPD."""

    page: str
    title: str
    description: str
    opd: str
    contoh: bool


def series_of(publication: Publication) -> Iterator[ListSeries]:
    """Yield a series for each OPD and kind of list that it has handed in."""
    for opd, rows in sorted({(d.id.opd, d.rows) for d in publication.lists}):
        name = publication.name_of(opd)
        own = [d for d in publication.lists if (d.id.opd, d.rows) == (opd, rows)]
        title = f"{DAFTAR[rows]} {name}"
        told = f"{DAFTAR[rows]} yang disusun {name} setiap tahun."
        yield ListSeries(_series(opd, rows), title, told, opd, all(d.contoh for d in own))


def _series(opd: str, rows: str) -> str:
    return f"opd/{opd}/#{rows}"


def datasets_of(publication: Publication, files: Mapping[str, DataFile]) -> Iterator[Dataset]:
    """Yield the tables of the body, every list, then everything that is withheld."""
    for table in TABLES:
        yield Dataset(
            page=f"{FOLDER}#kolom-{table.name}",
            title=table.title,
            description=table.description,
            opd="",
            access=Access.OPEN,
            contoh=publication.contoh,
            keywords=("keterbukaan informasi publik",),
            files=tuple(files[url] for url in (table.csv, table.parquet) if url in files),
        )
    for daftar in sorted(publication.lists, key=lambda d: d.id):
        yield _of_list(daftar, publication, files)
    for row in publication.corpus.of(InformasiDikecualikan):
        yield _of_withheld(row, publication)


def _of_list(daftar: Daftar, publication: Publication, files: Mapping[str, DataFile]) -> Dataset:
    sheet = publication.sheets.get(daftar.id)
    page = url_of(daftar.id)
    urls = (sheet.export.url if sheet else "", f"{page}data.json")
    name = publication.name_of(daftar.id.opd)
    told = f"{DAFTAR[daftar.rows]} {name} tahun {daftar.id.tahun}."
    nothing = f" {daftar.nihil.pernyataan}" if daftar.nihil else ""
    return Dataset(
        page=page,
        title=f"{list_name(daftar.id)} {name}",
        description=f"{told}{nothing}",
        opd=daftar.id.opd,
        access=Access.OPEN,
        contoh=daftar.contoh or publication.contoh,
        keywords=(daftar.rows.upper(), "keterbukaan informasi publik"),
        files=tuple(files[url] for url in urls if url in files),
        series=_series(daftar.id.opd, daftar.rows),
        tahun=daftar.id.tahun,
        issued=daftar.ditetapkan or daftar.disampaikan,
    )


def _of_withheld(row: InformasiDikecualikan, publication: Publication) -> Dataset:
    corpus = publication.corpus
    term, daftar = periode_of(row, corpus), daftar_of(row, corpus)
    ended = term.sudah_berakhir(corpus.today)
    access = Access.IN_PART if row.cakupan == "sebagian" else Access.WITHHELD
    part = f"Yang dikecualikan: {row.bagian}." if row.bagian else ""
    verb = "Sudah berakhir" if ended else "Berakhir"
    until = f"{verb} {format_tanggal(term.berakhir)}." if term.berakhir else ""
    told = (
        (
            f"Informasi yang dikecualikan menurut {list_name(row.id)} "
            f"{publication.name_of(row.id.opd)}; isinya tidak ada di sini."
        ),
        part,
        f"Alasan: {row.konsekuensi_dibuka}." if row.konsekuensi_dibuka else "",
        f"Dasar hukum: {row.dasar_hukum}." if row.dasar_hukum else "",
        f"Jangka waktu: {row.jangka_waktu}." if row.jangka_waktu else "",
        until,
    )
    laws = {law.id: law for _, law in dasar_of(row, corpus).peraturan if law}
    held = "Semula dikecualikan" if ended else "Dikecualikan"
    ground = row.dasar_hukum and f"{held} menurut {row.dasar_hukum}."
    rights = (ground or f"{held}; dasar hukumnya belum dicantumkan.", until)
    return Dataset(
        page=url_of(row.id),
        title=row.informasi,
        description=" ".join(text.replace("..", ".") for text in told if text),
        opd=row.id.opd,
        access=None if ended else access,
        contoh=bool(daftar and daftar.contoh) or publication.contoh,
        keywords=("informasi yang dikecualikan",),
        series=_series(row.id.opd, "dik"),
        tahun=row.id.tahun,
        issued=(daftar.ditetapkan or daftar.disampaikan) if daftar else None,
        ends=term.berakhir,
        laws=tuple(laws.values()),
        rights=" ".join(filter(None, rights)),
    )
