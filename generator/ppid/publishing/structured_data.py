"""What a page tells other programs of itself: schema.org as JSON-LD, a block of data inside it.

How to use it: `StructuredData.of(publication)` knows the records; `.of_page(page)` gives the text
for the page. The names of the classes (or their `TYPE`) and of their fields are those of
schema.org. Nothing is said that the page does not say, and what is not known is left out.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import date
from typing import Any, ClassVar, Final, Self

from ppid.core.corpus import Corpus
from ppid.core.page import Link, Page, document_url
from ppid.core.record import Record
from ppid.kinds import url_of
from ppid.kinds.acuan.peraturan import Peraturan
from ppid.kinds.acuan.prosedur import Prosedur
from ppid.kinds.badan import Badan
from ppid.kinds.daftar import Daftar
from ppid.kinds.opd import ProfilOpd
from ppid.kinds.regulasi import Regulasi, Status, doubted_by, status_of
from ppid.kinds.wording import JENIS_REGULASI
from ppid.publishing.catalogue.licences import licence_of
from ppid.publishing.publication import Publication
from ppid.publishing.regulations import code_of, full_title, law_url
from ppid.publishing.render import way_up
from ppid.publishing.site_header import ENGLISH

CONTEXT: Final = "https://schema.org"
HOME: Final = Link("Beranda", "")
_HOME_IN_ENGLISH: Final = Link("Home", "")
EXAMPLE: Final = "Contoh: data peragaan, bukan data resmi"


class Address(str):
    """An address relative to the root of the site, or one that is whole already."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """Something that is described elsewhere."""

    id: Address


@dataclass(frozen=True, slots=True)
class ListItem:
    """A step of a breadcrumb."""

    position: int
    name: str
    item: Address


@dataclass(frozen=True, slots=True)
class BreadcrumbList:
    """The way from the home page to a page."""

    itemListElement: tuple[ListItem, ...]  # noqa: N815 — named by schema.org


@dataclass(frozen=True, slots=True)
class GovernmentOrganization:
    """A public body, or one of its OPDs."""

    id: Address
    name: str
    url: Address | None = None
    alternateName: tuple[str, ...] = ()  # noqa: N815
    sameAs: Address | None = None  # noqa: N815
    email: str = ""
    telephone: tuple[str, ...] = ()
    faxNumber: tuple[str, ...] = ()  # noqa: N815
    address: str = ""
    foundingDate: date | None = None  # noqa: N815
    dissolutionDate: date | None = None  # noqa: N815
    parentOrganization: Mention | None = None  # noqa: N815


@dataclass(frozen=True, slots=True)
class GovernmentService:
    """A service to citizens."""

    name: str
    description: str
    url: Address
    provider: GovernmentOrganization | None


@dataclass(frozen=True, slots=True)
class DataDownload:
    """A file with the content of a dataset."""

    contentUrl: Address  # noqa: N815
    encodingFormat: str  # noqa: N815
    contentSize: str = ""  # noqa: N815


@dataclass(frozen=True, slots=True)
class ListDataset:
    """A list of an OPD and year, with the files that hold it."""

    TYPE: ClassVar[str] = "Dataset"

    name: str
    description: str
    url: Address
    temporalCoverage: str  # noqa: N815
    creator: GovernmentOrganization | None
    publisher: GovernmentOrganization | None
    license: Address | None = None
    creativeWorkStatus: str = ""  # noqa: N815
    isAccessibleForFree: bool = True  # noqa: N815
    distribution: tuple[DataDownload, ...] = ()


@dataclass(frozen=True, slots=True)
class MediaObject:
    """The text of a regulation."""

    contentUrl: Address  # noqa: N815


@dataclass(frozen=True, slots=True)
class Legislation:
    """A regulation; `legislationLegalForce` only where it is not in doubt."""

    id: Address
    name: str
    legislationIdentifier: str  # noqa: N815
    legislationType: str  # noqa: N815
    url: Address
    abstract: str = ""
    legislationDate: date | None = None  # noqa: N815
    datePublished: date | None = None  # noqa: N815
    legislationLegalForce: Mention | None = None  # noqa: N815
    legislationChanges: tuple[Mention, ...] = ()  # noqa: N815
    encoding: tuple[MediaObject, ...] = ()


Thing = BreadcrumbList | GovernmentOrganization | GovernmentService | ListDataset | Legislation


def json_ld(things: Sequence[Thing], root: str) -> str:
    """Write things for the inside of a script element; `root` goes before our own addresses.

    No text of theirs can end the element or begin another: “<”, “>” and “&” are escaped.
    """
    written = {"@context": CONTEXT, "@graph": [_plain(thing, root) for thing in things]}
    text = json.dumps(written, ensure_ascii=False, separators=(",", ":"))
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def _plain(value: Any, root: str) -> Any:  # noqa: ANN401 — what JSON holds
    if isinstance(value, Address):
        return value if value.startswith(("https://", "http://")) else f"{root}{value}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(each, root) for each in value]
    if isinstance(value, str | int):
        return value
    kind = getattr(value, "TYPE", type(value).__name__)
    named = {} if isinstance(value, Mention) else {"@type": kind}
    for each in fields(value):
        said = getattr(value, each.name)
        if isinstance(said, Address) or said not in {"", (), None}:
            named["@id" if each.name == "id" else each.name] = _plain(said, root)
    return named


def trail(crumbs: Sequence[Link], here: Link, home: Link = HOME) -> BreadcrumbList:
    """Return the way from the home page over other pages to one."""
    steps = (home, *crumbs, here)
    return BreadcrumbList(
        tuple(ListItem(at, step.label, Address(step.url)) for at, step in enumerate(steps, 1))
    )


@dataclass(frozen=True)
class StructuredData:
    """What is known of the pages of a site; with nothing known every page has its way alone."""

    publication: Publication | None = None
    records: Mapping[str, Record] = field(default_factory=dict)
    site_url: str = ""

    @classmethod
    def of(cls, publication: Publication) -> Self:
        """Return what can be said of the pages of a publication."""
        return cls(publication, dict(_records(publication)), publication.site_url)

    def of_page(self, page: Page) -> str:
        """Return the JSON-LD of a page, with whole addresses where the site has one."""
        things = list[Thing]()
        record = self.records.get(page.url)
        if record is not None and self.publication is not None:
            things.append(_thing(record, page, self.publication))
        if page.url:
            home = _HOME_IN_ENGLISH if page.section == ENGLISH else HOME
            things.append(trail(page.crumbs, Link(page.name or page.title, page.url), home))
        return json_ld(things, self.site_url or way_up(page.url.count("/")))


def _records(publication: Publication) -> Iterator[tuple[str, Record]]:
    corpus = publication.corpus
    if publication.badan:
        yield "", publication.badan
    yield from ((url_of(profil.id), profil) for profil in corpus.of(ProfilOpd))
    yield from ((url_of(daftar.id), daftar) for daftar in publication.lists)
    yield from ((url_of(regulasi.id), regulasi) for regulasi in corpus.of(Regulasi))
    yield from ((law_url(law), law) for law in corpus.of(Peraturan) if law.kutipan)
    yield from ((p.alamat, p) for p in corpus.of(Prosedur) if p.untuk == "warga")


def _thing(record: Record, page: Page, publication: Publication) -> Thing:
    """Say what the page of a record is about."""
    if isinstance(record, Badan):
        return _body(record)
    if isinstance(record, ProfilOpd):
        return _opd(record, publication)
    if isinstance(record, Daftar):
        return _dataset(record, page, publication)
    if isinstance(record, Regulasi):
        return _legislation(record, publication.corpus)
    if isinstance(record, Peraturan):
        return _law(record, page, publication.corpus.today)
    assert isinstance(record, Prosedur)  # noqa: S101 — `_records` yields no others
    badan = publication.badan
    return GovernmentService(
        name=record.judul,
        description=record.ringkasan,
        url=Address(page.url),
        provider=_named(badan) if badan else None,
    )


_BODY: Final = Address("#badan")


def _address(text: str) -> Address | None:
    return Address(text) if text else None


def _named(badan: Badan) -> GovernmentOrganization:
    """Name the body where something else is described."""
    return GovernmentOrganization(id=_BODY, name=badan.nama, url=_address(badan.situs))


def _body(badan: Badan) -> GovernmentOrganization:
    return GovernmentOrganization(
        id=_BODY,
        name=badan.nama,
        url=_address(badan.situs),
        alternateName=(badan.singkatan,),
        email=badan.surel,
        telephone=badan.telepon,
        faxNumber=badan.faksimile,
        address=badan.alamat,
    )


def _opd_id(profil: ProfilOpd) -> Address:
    return Address(f"{url_of(profil.id)}#opd")


def _opd(profil: ProfilOpd, publication: Publication) -> GovernmentOrganization:
    return GovernmentOrganization(
        id=_opd_id(profil),
        name=profil.nama,
        url=Address(url_of(profil.id)),
        alternateName=(profil.singkatan, *profil.nama_lain),
        sameAs=_address(profil.situs),
        email=profil.surel,
        telephone=profil.telepon,
        address=profil.alamat,
        foundingDate=profil.aktif_mulai,
        dissolutionDate=profil.aktif_sampai,
        parentOrganization=Mention(_BODY) if publication.badan else None,
    )


def _dataset(daftar: Daftar, page: Page, publication: Publication) -> ListDataset:
    """Describe a list with the files that there are; a list of nothing has no table."""
    profil, badan = publication.corpus.get(ProfilOpd, daftar.id.opd), publication.badan
    url, sheet = url_of(daftar.id), publication.sheets.get(daftar.id)
    table = (
        (DataDownload(Address(sheet.export.url), "text/csv", f"{sheet.size} B"),) if sheet else ()
    )
    licence = licence_of(badan.lisensi) if badan else None
    lead = getattr(page.context, "lead", "")
    return ListDataset(
        name=page.title,
        description=f"{page.title}. {lead}",
        url=Address(url),
        temporalCoverage=str(daftar.id.tahun),
        creator=(
            GovernmentOrganization(_opd_id(profil), profil.nama, Address(url_of(profil.id)))
            if profil
            else None
        ),
        publisher=_named(badan) if badan else None,
        license=_address(licence.url if licence else ""),
        creativeWorkStatus=EXAMPLE if daftar.contoh or publication.contoh else "",
        distribution=(*table, DataDownload(Address(f"{url}data.json"), "application/json")),
    )


def _legislation(regulasi: Regulasi, corpus: Corpus) -> Legislation:
    url, status = url_of(regulasi.id), status_of(regulasi, corpus)
    force = f"{CONTEXT}/{'NotInForce' if status is Status.DICABUT else 'InForce'}"
    unsure = doubted_by(regulasi, corpus)
    sure = status is Status.DICABUT or not unsure
    known = {each.id.slug: each for each in corpus.of(Regulasi)}
    changed = (known[slug] for slug in (*regulasi.mengubah, *regulasi.mencabut) if slug in known)
    texts = filter(None, (regulasi.tautan, regulasi.berkas))
    return Legislation(
        id=Address(f"{url}#regulasi"),
        name=full_title(regulasi),
        legislationIdentifier=code_of(regulasi),
        legislationType=JENIS_REGULASI[regulasi.jenis],
        url=Address(url),
        abstract=regulasi.ringkasan,
        legislationDate=regulasi.tanggal_penetapan,
        datePublished=regulasi.tanggal_pengundangan,
        legislationLegalForce=Mention(Address(force)) if sure else None,
        legislationChanges=tuple(
            Mention(Address(f"{url_of(each.id)}#regulasi")) for each in changed
        ),
        encoding=tuple(MediaObject(Address(document_url(text, regulasi.owner))) for text in texts),
    )


def _law(law: Peraturan, page: Page, today: date) -> Legislation:
    """Describe a law that is quoted: its end may be on file, that it still holds never is."""
    over = law.sampai is not None and law.sampai < today
    force = Mention(Address(f"{CONTEXT}/NotInForce")) if over else None
    return Legislation(
        id=Address(f"{page.url}#peraturan"),
        name=page.title,
        legislationIdentifier=law.kode,
        legislationType=JENIS_REGULASI.get(law.jenis, ""),
        url=Address(page.url),
        legislationLegalForce=force,
        encoding=(MediaObject(Address(law.tautan)),) if law.tautan else (),
    )
