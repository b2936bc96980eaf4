"""A page for each record that the data holds no more, at the address where its page used to be."""

from collections.abc import Iterator
from dataclasses import dataclass

from ppid.core.corpus import Corpus
from ppid.core.page import Link, Page
from ppid.history.events import owner_url
from ppid.history.model import Gone
from ppid.kinds import KIND_BY_NAME, has_page, url_of
from ppid.kinds.daftar import list_id, list_name
from ppid.kinds.opd import ProfilOpd
from ppid.publishing.page_parts import brief
from ppid.publishing.publication import Publication
from ppid.values.dates import format_tanggal
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
    record, title = gone.record, _title(gone)
    lead = f"Catatan ini dihapus dari situs pada {format_tanggal(gone.day)}."
    found = corpus.find(gone.moved_to) if gone.moved_to else None
    now = f"{getattr(found, 'informasi', '')} ({list_name(found.id)})" if found else ""
    profil = corpus.get(ProfilOpd, record.id.opd or record.owner)
    owner = (Link(profil.nama, url_of(profil.id)),) if profil else ()
    # Look on in the list that held the record, then in what is told of its OPD.
    further = []
    if daftar := corpus.find(list_id(record.id)):
        label = f"{list_name(daftar.id)} yang berlaku sekarang"
        further.append(Link(label, url_of(daftar.id)))
    if profil and record.id.tahun:
        further.append(Link(f"Riwayat perubahan {profil.nama}", owner_url(record.id.opd)))
    return Page(
        url=url_of(record.id),
        title=f"{title} (dihapus)",
        description=brief(f"{title}. {lead}"),
        section="informasi",
        template="jenis/dihapus.html",
        context=Dihapus(
            lead=lead,
            alasan=gone.reason,
            kini=Link(now, url_of(found.id)) if found else None,
            lanjut=(*further, *owner),
        ),
        crumbs=owner,
        name="Dihapus",
        contoh=gone.contoh,
    )


def _title(gone: Gone) -> str:
    """Name the record, unless its name shows what belongs to one person."""
    record = gone.record
    if record.kind.startswith("daftar-"):
        return list_name(record.id)
    kind = KIND_BY_NAME[record.kind]
    said = getattr(record, kind.title) if kind.title else ""
    return kind.label if not said or any(find_personal_data(said)) else said
