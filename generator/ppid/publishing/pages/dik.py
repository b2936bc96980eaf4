"""One page for each row of a DIK: until when, on which ground, and what can be done about it."""

from collections.abc import Iterator
from dataclasses import dataclass

from ppid.core.corpus import Corpus
from ppid.core.page import Facets, Link, Page, document_url
from ppid.diagnostics.diagnostic import Diagnostic
from ppid.kinds import url_of
from ppid.kinds.daftar import DaftarDikecualikan
from ppid.kinds.dik.model import InformasiDikecualikan, alasan_of
from ppid.kinds.wording import KATEGORI, brief, format_tanggal
from ppid.publishing.items.exclusion import Exclusion, State, exclusion_of
from ppid.publishing.items.grounds import LegalBases, LegalBasis
from ppid.publishing.items.history import ItemHistory, Notice
from ppid.publishing.items.letters import Letter, Subject, objection, request
from ppid.publishing.items.recipients import Recipients, recipients_of
from ppid.publishing.items.term_law import TermLaw, term_law_of
from ppid.publishing.pages.daftar import crumbs_of, name_of
from ppid.publishing.publication import Publication


@dataclass(frozen=True, eq=False, slots=True)
class Decision:
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
    exclusion: Exclusion
    basis: LegalBasis
    decision: Decision
    history: ItemHistory
    later: Notice | None
    permintaan: Letter
    keberatan: Letter
    temuan: tuple[Diagnostic, ...]


class _Shared:
    """What is worked out once for all rows of a corpus."""

    def __init__(self, publication: Publication) -> None:
        self.publication = publication
        self.corpus: Corpus = publication.corpus
        self.bases = LegalBases(self.corpus)
        self.histories = publication.histories
        self.term_law: TermLaw = term_law_of(self.corpus)


def pages(publication: Publication) -> Iterator[Page]:
    """Yield the page of every row, list by list."""
    shared = _Shared(publication)
    corpus = publication.corpus
    for daftar in corpus.of(DaftarDikecualikan):
        crumbs = crumbs_of(daftar, corpus)
        name = name_of(daftar.id.opd, corpus)
        decision = _decision(daftar, name, corpus)
        for row in corpus.in_list(InformasiDikecualikan, daftar.id.opd, daftar.id.tahun):
            context = _context(row, decision, shared)
            yield Page(
                url=url_of(row.id),
                title=f"{row.informasi} ({name}, {daftar.id.tahun})",
                description=brief(f"{context.exclusion.answer} {row.informasi}."),
                section="informasi",
                template="jenis/dik/rincian.html",
                context=context,
                crumbs=crumbs,
                name=row.kode,
                facets=Facets(
                    "Informasi yang Dikecualikan",
                    name,
                    str(daftar.id.tahun),
                    KATEGORI["dikecualikan"],
                    tuple(dict.fromkeys(ground.huruf for ground in alasan_of(row))),
                ),
                sources=(row.path,),
                contoh=daftar.contoh,
            )


def _decision(daftar: DaftarDikecualikan, name: str, corpus: Corpus) -> Decision:
    decided, test = daftar.penetapan, daftar.uji_konsekuensi
    owner = daftar.owner
    number = f"Nomor {decided.nomor}" if decided and decided.nomor else ""
    day = f"tanggal {format_tanggal(decided.tanggal)}" if decided and decided.tanggal else ""
    officer = f"oleh {decided.pejabat}" if decided and decided.pejabat else ""
    words = ", ".join(filter(None, (" ".join(filter(None, (number, day))), officer)))
    tested = f"Nomor {test.nomor}" if test and test.nomor else ""
    tested_on = f"tanggal {format_tanggal(test.tanggal)}" if test and test.tanggal else ""
    return Decision(
        daftar,
        name,
        Link(words, document_url(decided.tautan, owner) if decided else ""),
        Link(
            " ".join(filter(None, (tested, tested_on))),
            document_url(test.tautan, owner) if test else "",
        ),
        recipients_of(daftar, corpus),
    )


def _context(row: InformasiDikecualikan, decision: Decision, shared: _Shared) -> RincianDik:
    basis = shared.bases.of(row)
    history = shared.histories.of(row)
    later = history.later(row)
    renewed = later is not None and later.listed
    exclusion = exclusion_of(row, basis, shared.term_law, shared.corpus, renewed=renewed)
    subject = Subject(
        row.informasi,
        row.kode,
        f"Daftar Informasi yang Dikecualikan (DIK) {row.id.tahun}",
        decision.nama_opd,
        row.penguasa,
    )
    recipients = decision.recipients
    return RincianDik(
        row=row,
        exclusion=exclusion,
        basis=basis,
        decision=decision,
        history=history,
        later=later,
        permintaan=request(recipients.permintaan, subject, _opening(exclusion), _IF_REFUSED),
        keberatan=objection(recipients.keberatan, subject),
        temuan=shared.publication.about(row.id),
    )


_IF_REFUSED = (
    "Bila permintaan ini ditolak, saya mohon alasan tertulis beserta surat keputusan "
    "pengecualiannya (PerKI 1/2021 Pasal 34 ayat (2))."
)


def _opening(exclusion: Exclusion) -> str:
    """Say what is asked for: the open part, all of it after the term, or all of it all the same."""
    if exclusion.state is State.ENDED and exclusion.period.berakhir:
        end = format_tanggal(exclusion.period.berakhir)
        basis = " (PerKI 1/2021 Pasal 52 ayat (2))" if exclusion.open else ""
        asked = "Saya meminta informasi berikut."
        return f"{asked} Masa pengecualiannya tercatat berakhir pada {end}{basis}."
    if exclusion.state is State.PART:
        return (
            "Saya meminta salinan dokumen berikut, dengan bagian yang dikecualikan dihitamkan atau "
            "dikaburkan (PerKI 1/2021 Pasal 50 ayat (2) dan ayat (3))."
        )
    return "Saya meminta informasi berikut, yang tercantum sebagai informasi yang dikecualikan."
