"""One page for each row of a list: of a DIK until when and why, of a DIP the document first."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from ppid.core.page import Facets, Link, Page, document_url
from ppid.diagnostics.diagnostic import Diagnostic
from ppid.kinds import url_of
from ppid.kinds.daftar import Daftar, DaftarDikecualikan
from ppid.kinds.dik.model import InformasiDikecualikan, alasan_of
from ppid.kinds.dip.model import InformasiPublik
from ppid.kinds.rows import Row
from ppid.kinds.wording import DAFTAR, KATEGORI, KLASIFIKASI
from ppid.publishing.items import letters
from ppid.publishing.items.exclusion import (
    ExclusionState,
    LegalBasis,
    StatedExclusion,
    exclusion_of,
)
from ppid.publishing.items.history import ItemHistory, Notice
from ppid.publishing.items.public import Duties, FirstRows, PublicDocument, document_of
from ppid.publishing.page_parts import brief
from ppid.publishing.pages.daftar import crumbs_of
from ppid.publishing.publication import Publication
from ppid.values.dates import format_tanggal, format_waktu
from ppid.values.dates import read as read_waktu

_IF_REFUSED = (
    "Bila permintaan ini ditolak, saya mohon alasan tertulis beserta surat keputusan "
    "pengecualiannya (PerKI 1/2021 Pasal 34 ayat (2))."
)


@dataclass(frozen=True, eq=False, slots=True)
class ListDecision:
    """What all rows of a DIK have in common; one object, so that it is printed once."""

    daftar: DaftarDikecualikan
    nama_opd: str
    penetapan: Link
    uji_konsekuensi: Link
    recipients: letters.Recipients


@dataclass(frozen=True, slots=True)
class RincianDik:
    """What the template of an excluded row needs."""

    row: InformasiDikecualikan
    exclusion: StatedExclusion
    basis: LegalBasis
    decision: ListDecision
    history: ItemHistory
    later: Notice | None
    permintaan: letters.Letter
    keberatan: letters.Letter
    temuan: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class RincianDip:
    """What the template of a public row needs; `nomor` is its place in the list."""

    row: InformasiPublik
    nomor: int
    klasifikasi: str
    dokumen: PublicDocument | None
    awal: FirstRows | None
    waktu: str
    segar: str
    duties: Duties
    recipients: letters.Recipients
    history: ItemHistory
    later: Notice | None
    permintaan: letters.Letter
    temuan: tuple[Diagnostic, ...]


Described = tuple[Row, str, Facets, RincianDik | RincianDip]
"""A row with a sentence on it, what the search narrows down by, and what its template needs."""

_CRUMB: Final = 60
"""Signs of a title that the last crumb shows."""


def pages_of_opd(opd: str, publication: Publication) -> Iterator[Page]:
    """Yield the page of every row of an OPD, list by list."""
    for daftar in publication.lists_of(opd):
        crumbs, name = crumbs_of(daftar, publication), publication.name_of(daftar.id.opd)
        rows = (
            _excluded(daftar, publication)
            if isinstance(daftar, DaftarDikecualikan)
            else _public(daftar, publication)
        )
        for row, sentence, facets, context in rows:
            yield Page(
                url=url_of(row.id),
                title=f"{row.informasi} ({name}, {daftar.id.tahun})",
                description=brief(sentence),
                section="informasi",
                template=f"jenis/{daftar.rows}/rincian.html",
                context=context,
                crumbs=crumbs,
                name=brief(row.informasi, _CRUMB),
                facets=facets,
                sources=(row.path,),
                contoh=daftar.contoh,
                alternates=(f"{url_of(row.id)}data.json",),
            )


def _subject(row: Row, daftar: Daftar, opd: str) -> letters.LetterSubject:
    return letters.LetterSubject(
        informasi=row.informasi,
        kode=row.kode,
        daftar=f"{DAFTAR[daftar.rows]} ({daftar.rows.upper()}) {daftar.id.tahun}",
        opd=opd,
        penguasa=row.penguasa,
    )


# ---- rows of a DIP


def _public(daftar: Daftar, publication: Publication) -> Iterator[Described]:
    corpus, name = publication.corpus, publication.name_of(daftar.id.opd)
    duties, recipients = publication.duties, letters.recipients_of(daftar, corpus)
    facets = {
        key: Facets("Informasi Publik", name, str(daftar.id.tahun), label)
        for key, label in KLASIFIKASI.items()
    }
    rows = corpus.in_list(InformasiPublik, daftar.id.opd, daftar.id.tahun)
    for number, row in enumerate(rows, start=1):
        category, history = KLASIFIKASI[row.klasifikasi], publication.histories.of(row)
        made = read_waktu(row.waktu_pembuatan).value
        context = RincianDip(
            row=row,
            nomor=number,
            klasifikasi=category,
            dokumen=document_of(row, corpus),
            awal=publication.table_files.first_rows(row),
            waktu=format_waktu(made) if made else row.waktu_pembuatan,
            segar=duties.freshness(row),
            duties=duties.of(row),
            recipients=recipients,
            history=history,
            later=history.later(row),
            permintaan=letters.request(recipients.permintaan, _subject(row, daftar, name)),
            temuan=publication.about(row.id),
        )
        sentence = f"{row.informasi}. Informasi {category}."
        yield row, sentence, facets[row.klasifikasi], context


# ---- rows of a DIK


def _excluded(daftar: DaftarDikecualikan, publication: Publication) -> Iterator[Described]:
    corpus, decision = publication.corpus, _decision(daftar, publication)
    asked, objected = decision.recipients.permintaan, decision.recipients.keberatan
    for row in corpus.in_list(InformasiDikecualikan, daftar.id.opd, daftar.id.tahun):
        basis, history = publication.legal_bases.of(row), publication.histories.of(row)
        later = history.later(row)
        exclusion = exclusion_of(row, basis, publication.term_law, corpus, later=later)
        subject = _subject(row, daftar, decision.nama_opd)
        context = RincianDik(
            row=row,
            exclusion=exclusion,
            basis=basis,
            decision=decision,
            history=history,
            later=later,
            permintaan=letters.request(asked, subject, _opening(exclusion), _IF_REFUSED),
            keberatan=letters.objection(objected, subject),
            temuan=publication.about(row.id),
        )
        facets = Facets(
            "Informasi yang Dikecualikan",
            decision.nama_opd,
            str(daftar.id.tahun),
            KATEGORI["dikecualikan"],
            tuple(dict.fromkeys(ground.huruf for ground in alasan_of(row))),
        )
        yield row, f"{exclusion.answer} {row.informasi}.", facets, context


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
        recipients=letters.recipients_of(daftar, publication.corpus),
    )


def _numbered(nomor: str, tanggal: date | None) -> str:
    number = f"Nomor {nomor}" if nomor else ""
    day = f"tanggal {format_tanggal(tanggal)}" if tanggal else ""
    return " ".join(filter(None, (number, day)))


def _opening(exclusion: StatedExclusion) -> str:
    """Say what is asked for: the open part, all of it after the term, or all of it all the same."""
    if exclusion.opened:
        return "Saya meminta informasi berikut, yang sekarang tercantum sebagai informasi publik."
    if exclusion.state is ExclusionState.ENDED and exclusion.period.berakhir:
        end = format_tanggal(exclusion.period.berakhir)
        basis = " (PerKI 1/2021 Pasal 52 ayat (2))" if exclusion.open else ""
        asked = "Saya meminta informasi berikut."
        if exclusion.protected:
            asked, basis = f"{asked[:-1]}, dengan bagian yang masih dilindungi dihitamkan.", ""
        return f"{asked} Masa pengecualiannya tercatat berakhir pada {end}{basis}."
    if exclusion.state is ExclusionState.PART:
        return (
            "Saya meminta salinan dokumen berikut, dengan bagian yang dikecualikan dihitamkan atau "
            "dikaburkan (PerKI 1/2021 Pasal 50 ayat (2) dan ayat (3))."
        )
    return "Saya meminta informasi berikut, yang tercantum sebagai informasi yang dikecualikan."
