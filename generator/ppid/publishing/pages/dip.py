"""One page for each row of a DIP: the document first, then the elements of Lampiran I."""

from collections.abc import Iterator
from dataclasses import dataclass

from ppid.core.page import Facets, Page
from ppid.diagnostics.diagnostic import Diagnostic
from ppid.kinds import url_of
from ppid.kinds.daftar import DaftarPublik
from ppid.kinds.dip.model import InformasiPublik
from ppid.kinds.wording import KLASIFIKASI, brief, format_tanggal
from ppid.publishing.items.documents import Document, document_of
from ppid.publishing.items.duties import Duties, DutiesByYear, ListDuties
from ppid.publishing.items.history import ItemHistory, Notice
from ppid.publishing.items.letters import Letter, Subject, request
from ppid.publishing.items.recipients import Recipients, recipients_of
from ppid.publishing.pages.daftar import crumbs_of, name_of
from ppid.publishing.publication import Publication
from ppid.values.dates import BULAN, read_waktu

_OPENING = "Saya meminta salinan informasi publik berikut."


@dataclass(frozen=True, slots=True)
class RincianDip:
    """What the template of a public row needs; `nomor` is its place in the list."""

    row: InformasiPublik
    nomor: int
    klasifikasi: str
    dokumen: Document | None
    waktu: str
    segar: str
    duties: Duties
    recipients: Recipients
    history: ItemHistory
    later: Notice | None
    permintaan: Letter
    temuan: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class _List:
    """What all rows of a list have in common."""

    name: str
    duties: ListDuties
    recipients: Recipients


def pages(publication: Publication) -> Iterator[Page]:
    """Yield the page of every row, list by list."""
    corpus = publication.corpus
    duties, histories = DutiesByYear(corpus), publication.histories
    for daftar in corpus.of(DaftarPublik):
        crumbs = crumbs_of(daftar, corpus)
        name = name_of(daftar.id.opd, corpus)
        shared = _List(name, duties.of(daftar), recipients_of(daftar, corpus))
        facets = {
            key: Facets("Informasi Publik", name, str(daftar.id.tahun), label)
            for key, label in KLASIFIKASI.items()
        }
        rows = corpus.in_list(InformasiPublik, daftar.id.opd, daftar.id.tahun)
        for number, row in enumerate(rows, start=1):
            yield Page(
                url=url_of(row.id),
                title=f"{row.informasi} ({name}, {daftar.id.tahun})",
                description=brief(f"{row.informasi}. Informasi {KLASIFIKASI[row.klasifikasi]}."),
                section="informasi",
                template="jenis/dip/rincian.html",
                context=_context(row, number, shared, histories.of(row), publication),
                crumbs=crumbs,
                name=row.kode,
                facets=facets[row.klasifikasi],
                sources=(row.path,),
                contoh=daftar.contoh,
            )


def _context(
    row: InformasiPublik, number: int, shared: _List, history: ItemHistory, publication: Publication
) -> RincianDip:
    daftar = f"Daftar Informasi Publik (DIP) {row.id.tahun}"
    subject = Subject(row.informasi, row.kode, daftar, shared.name, row.penguasa)
    return RincianDip(
        row=row,
        nomor=number,
        klasifikasi=KLASIFIKASI[row.klasifikasi],
        dokumen=document_of(row, publication.corpus),
        waktu=_when(row.waktu_pembuatan),
        segar=shared.duties.freshness(row.klasifikasi),
        duties=shared.duties.behind(row.kewajiban),
        recipients=shared.recipients,
        history=history,
        later=history.later(row),
        permintaan=request(shared.recipients.permintaan, subject, _OPENING),
        temuan=publication.about(row.id),
    )


def _when(written: str) -> str:
    """Write a year, a month or a day for readers: “Januari 2019”."""
    point = read_waktu(written).value
    if point is None or not point.bulan:
        return written
    return format_tanggal(point.awal) if point.hari else f"{BULAN[point.bulan - 1]} {point.tahun}"
