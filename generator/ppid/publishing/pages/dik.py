"""One page for each row of a DIK: until when, on which ground, and what can be done about it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ppid.core.page import Facets, Link, Page, document_url
from ppid.diagnostics.diagnostic import Diagnostic
from ppid.kinds import url_of
from ppid.kinds.daftar import DaftarDikecualikan
from ppid.kinds.dik.model import InformasiDikecualikan, alasan_of
from ppid.kinds.wording import DAFTAR, KATEGORI
from ppid.publishing.items.exclusion import (
    ExclusionState,
    LegalBasis,
    StatedExclusion,
    exclusion_of,
)
from ppid.publishing.items.history import ItemHistory, Notice
from ppid.publishing.items.letters import (
    Letter,
    LetterSubject,
    Recipients,
    objection,
    recipients_of,
    request,
)
from ppid.publishing.page_parts import brief
from ppid.publishing.pages.daftar import crumbs_of
from ppid.publishing.publication import Publication
from ppid.values.dates import format_tanggal


@dataclass(frozen=True, eq=False, slots=True)
class ListDecision:
    """What all rows of a list have in common; one object, so that it is printed once."""

    daftar: DaftarDikecualikan
    nama_opd: str
    penetapan: Link
    uji_konsekuensi: Link
    recipients: Recipients


@dataclass(frozen=True, slots=True)
class RincianDik:
    """What the template of an excluded row needs."""

    row: InformasiDikecualikan
    exclusion: StatedExclusion
    basis: LegalBasis
    decision: ListDecision
    history: ItemHistory
    later: Notice | None
    permintaan: Letter
    keberatan: Letter
    temuan: tuple[Diagnostic, ...]


def pages(publication: Publication) -> Iterator[Page]:
    """Yield the page of every row, list by list."""
    corpus = publication.corpus
    for daftar in corpus.of(DaftarDikecualikan):
        crumbs = crumbs_of(daftar, publication)
        decision = _decision(daftar, publication)
        for row in corpus.in_list(InformasiDikecualikan, daftar.id.opd, daftar.id.tahun):
            context = _context(row, decision, publication)
            yield Page(
                url=url_of(row.id),
                title=f"{row.informasi} ({decision.nama_opd}, {daftar.id.tahun})",
                description=brief(f"{context.exclusion.answer} {row.informasi}."),
                section="informasi",
                template="jenis/dik/rincian.html",
                context=context,
                crumbs=crumbs,
                name=row.kode,
                facets=Facets(
                    "Informasi yang Dikecualikan",
                    decision.nama_opd,
                    str(daftar.id.tahun),
                    KATEGORI["dikecualikan"],
                    tuple(dict.fromkeys(ground.huruf for ground in alasan_of(row))),
                ),
                sources=(row.path,),
                contoh=daftar.contoh,
            )


def _decision(daftar: DaftarDikecualikan, publication: Publication) -> ListDecision:
    decided, test, owner = daftar.penetapan, daftar.uji_konsekuensi, daftar.owner
    by = f"oleh {decided.pejabat}" if decided and decided.pejabat else ""
    numbered = _numbered(decided.nomor, decided.tanggal) if decided else ""
    return ListDecision(
        daftar=daftar,
        nama_opd=publication.name_of(daftar.id.opd),
        penetapan=Link(
            ", ".join(filter(None, (numbered, by))),
            document_url(decided.tautan, owner) if decided else "",
        ),
        uji_konsekuensi=Link(
            _numbered(test.nomor, test.tanggal) if test else "",
            document_url(test.tautan, owner) if test else "",
        ),
        recipients=recipients_of(daftar, publication.corpus),
    )


def _numbered(nomor: str, tanggal: date | None) -> str:
    number = f"Nomor {nomor}" if nomor else ""
    day = f"tanggal {format_tanggal(tanggal)}" if tanggal else ""
    return " ".join(filter(None, (number, day)))


def _context(
    row: InformasiDikecualikan, decision: ListDecision, publication: Publication
) -> RincianDik:
    basis = publication.legal_bases.of(row)
    history = publication.histories.of(row)
    later = history.later(row)
    renewed = later is not None and later.listed
    exclusion = exclusion_of(row, basis, publication.term_law, publication.corpus, renewed=renewed)
    subject = LetterSubject(
        informasi=row.informasi,
        kode=row.kode,
        daftar=f"{DAFTAR['dik']} (DIK) {row.id.tahun}",
        opd=decision.nama_opd,
        penguasa=row.penguasa,
    )
    asked, objected = decision.recipients.permintaan, decision.recipients.keberatan
    return RincianDik(
        row=row,
        exclusion=exclusion,
        basis=basis,
        decision=decision,
        history=history,
        later=later,
        permintaan=request(asked, subject, _opening(exclusion), _IF_REFUSED),
        keberatan=objection(objected, subject),
        temuan=publication.about(row.id),
    )


_IF_REFUSED = (
    "Bila permintaan ini ditolak, saya mohon alasan tertulis beserta surat keputusan "
    "pengecualiannya (PerKI 1/2021 Pasal 34 ayat (2))."
)


def _opening(exclusion: StatedExclusion) -> str:
    """Say what is asked for: the open part, all of it after the term, or all of it all the same."""
    if exclusion.state is ExclusionState.ENDED and exclusion.period.berakhir:
        end = format_tanggal(exclusion.period.berakhir)
        basis = " (PerKI 1/2021 Pasal 52 ayat (2))" if exclusion.open else ""
        asked = "Saya meminta informasi berikut."
        return f"{asked} Masa pengecualiannya tercatat berakhir pada {end}{basis}."
    if exclusion.state is ExclusionState.PART:
        return (
            "Saya meminta salinan dokumen berikut, dengan bagian yang dikecualikan dihitamkan atau "
            "dikaburkan (PerKI 1/2021 Pasal 50 ayat (2) dan ayat (3))."
        )
    return "Saya meminta informasi berikut, yang tercantum sebagai informasi yang dikecualikan."
