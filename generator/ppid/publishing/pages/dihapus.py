"""A page for each record that the data holds no more, at the address where its page used to be."""

from collections.abc import Iterator
from dataclasses import dataclass

from ppid.core.corpus import Corpus
from ppid.core.page import Link, Page
from ppid.history.events import list_id_of, owner_url
from ppid.history.events import name_of as list_name
from ppid.history.model import Gone
from ppid.kinds import KIND_BY_NAME, has_page, url_of
from ppid.kinds.opd import ProfilOpd
from ppid.kinds.wording import BERANDA, brief, format_tanggal
from ppid.publishing.publication import Publication
from ppid.values.identifiers import find_personal_data


@dataclass(frozen=True, slots=True)
class Dihapus:
    """What the template needs: when and why, where the record is now, and where to look on."""

    lead: str
    alasan: str
    kini: Link | None
    lanjut: tuple[Link, ...]
    warnings: tuple[str, ...] = ()


def pages(publication: Publication) -> Iterator[Page]:
    """Yield the page of every record that went and once had one."""
    for gone in publication.past.gone:
        if has_page(gone.record.id):
            yield _page(gone, publication.corpus)


def _page(gone: Gone, corpus: Corpus) -> Page:
    title = _title(gone)
    day = format_tanggal(gone.day)
    lead = f"Catatan ini dihapus dari situs pada {day}."
    return Page(
        url=url_of(gone.record.id),
        title=f"{title} (dihapus)",
        description=brief(f"{title}. {lead}"),
        section="informasi",
        template="jenis/dihapus.html",
        context=Dihapus(lead, gone.reason, _now(gone, corpus), tuple(_further(gone, corpus))),
        crumbs=(BERANDA, *_owner(gone, corpus)),
        name="Dihapus",
        contoh=gone.contoh,
    )


def _owner(gone: Gone, corpus: Corpus) -> Iterator[Link]:
    profil = corpus.get(ProfilOpd, gone.record.id.opd or gone.record.owner)
    if profil:
        yield Link(profil.nama, url_of(profil.id))


def _title(gone: Gone) -> str:
    """Name the record, unless its name shows what belongs to one person."""
    record = gone.record
    if record.kind.startswith("daftar-"):
        return list_name(record.id)
    kind = KIND_BY_NAME[record.kind]
    said = getattr(record, kind.title) if kind.title else ""
    return kind.label if not said or any(find_personal_data(said)) else said


def _now(gone: Gone, corpus: Corpus) -> Link | None:
    found = corpus.find(gone.moved_to) if gone.moved_to else None
    if found is None:
        return None
    return Link(f"{getattr(found, 'informasi', '')} ({list_name(found.id)})", url_of(found.id))


def _further(gone: Gone, corpus: Corpus) -> Iterator[Link]:
    """Lead to the list that held the record, then to what is told of its OPD."""
    _, opd, tahun, _ = gone.record.id
    daftar = corpus.find(list_id_of(gone.record.id))
    if daftar:
        yield Link(f"{list_name(daftar.id)} yang berlaku sekarang", url_of(daftar.id))
    for owner in _owner(gone, corpus):
        if tahun:
            yield Link(f"Riwayat perubahan {owner.label}", owner_url(opd))
        yield owner
