"""One page for each row of a DIP: the document first, then the elements of Lampiran I."""

from collections.abc import Iterator
from dataclasses import dataclass

from ppid.core.page import Facets, Page
from ppid.diagnostics.diagnostic import Diagnostic
from ppid.kinds import url_of
from ppid.kinds.daftar import DaftarPublik
from ppid.kinds.dip.model import InformasiPublik
from ppid.kinds.wording import DAFTAR, KLASIFIKASI
from ppid.publishing.items.history import ItemHistory, Notice
from ppid.publishing.items.letters import Letter, LetterSubject, Recipients, recipients_of, request
from ppid.publishing.items.public import Duties, ListDuties, PublicDocument, document_of
from ppid.publishing.page_parts import brief
from ppid.publishing.pages.daftar import crumbs_of
from ppid.publishing.publication import Publication
from ppid.values.dates import format_waktu, read_waktu

_OPENING = "Saya meminta salinan informasi publik berikut."


@dataclass(frozen=True, slots=True)
class RincianDip:
    """What the template of a public row needs; `nomor` is its place in the list."""

    row: InformasiPublik
    nomor: int
    klasifikasi: str
    dokumen: PublicDocument | None
    waktu: str
    segar: str
    duties: Duties
    recipients: Recipients
    history: ItemHistory
    later: Notice | None
    permintaan: Letter
    temuan: tuple[Diagnostic, ...]


def pages(publication: Publication) -> Iterator[Page]:
    """Yield the page of every row, list by list."""
    corpus = publication.corpus
    for daftar in corpus.of(DaftarPublik):
        crumbs = crumbs_of(daftar, publication)
        name = publication.name_of(daftar.id.opd)
        duties, recipients = publication.duties.of(daftar), recipients_of(daftar, corpus)
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
                context=_context(row, number, duties, recipients, publication),
                crumbs=crumbs,
                name=row.kode,
                facets=facets[row.klasifikasi],
                sources=(row.path,),
                contoh=daftar.contoh,
            )


def _context(
    row: InformasiPublik,
    number: int,
    duties: ListDuties,
    recipients: Recipients,
    publication: Publication,
) -> RincianDip:
    history = publication.histories.of(row)
    subject = LetterSubject(
        informasi=row.informasi,
        kode=row.kode,
        daftar=f"{DAFTAR['dip']} (DIP) {row.id.tahun}",
        opd=publication.name_of(row.id.opd),
        penguasa=row.penguasa,
    )
    return RincianDip(
        row=row,
        nomor=number,
        klasifikasi=KLASIFIKASI[row.klasifikasi],
        dokumen=document_of(row, publication.corpus),
        waktu=_when(row.waktu_pembuatan),
        segar=duties.freshness(row.klasifikasi),
        duties=duties.behind(row.kewajiban),
        recipients=recipients,
        history=history,
        later=history.later(row),
        permintaan=request(recipients.permintaan, subject, _OPENING),
        temuan=publication.about(row.id),
    )


def _when(written: str) -> str:
    """Write a year, a month, a day or a period for readers: “Januari 2019”."""
    point = read_waktu(written).value
    return written if point is None else format_waktu(point)
