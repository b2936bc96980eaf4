"""Which papers a list has, and the papers of all lists with their files, made once for a corpus."""

from collections.abc import Mapping
from dataclasses import dataclass

from ppid.core.corpus import Corpus
from ppid.core.page import Export
from ppid.diagnostics.places import RecordId
from ppid.kinds import url_of
from ppid.kinds.daftar import Daftar, DaftarDikecualikan, DaftarPublik
from ppid.kinds.rows import rows_of
from ppid.publishing.papers.daftar_publik import daftar_publik
from ppid.publishing.papers.keputusan import keputusan
from ppid.publishing.papers.lembar_uji import lembar_uji
from ppid.publishing.papers.model import Paper
from ppid.publishing.papers.pengubahan import pengubahan
from ppid.publishing.papers.subject import subject_of
from ppid.publishing.papers.word.document import docx_of

NAMES = {
    "daftar-dip": ("daftar-informasi-publik",),
    "daftar-dik": (
        "lembar-pengujian",
        "keputusan-pengecualian",
        "lembar-pengubahan",
        "keputusan-pengubahan",
    ),
}
"""The papers that a list may have, by its kind."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A paper with its file and the address of its page for printing."""

    paper: Paper
    export: Export
    page_url: str


def papers_of(daftar: Daftar, corpus: Corpus) -> tuple[Paper, ...]:
    """Make every paper of a list; none for a list without rows."""
    if not rows_of(daftar, corpus):
        return ()
    subject = subject_of(daftar, corpus)
    if daftar.rows == "dip":
        return (daftar_publik(subject),)
    return (lembar_uji(subject), keputusan(subject), *pengubahan(subject))


def printed_papers(corpus: Corpus) -> Mapping[RecordId, tuple[Printed, ...]]:
    """Make the papers of all lists with their files; lists without papers have no entry."""
    lists: list[Daftar] = [*corpus.of(DaftarPublik), *corpus.of(DaftarDikecualikan)]
    made = ((daftar, papers_of(daftar, corpus)) for daftar in lists)
    return {
        daftar.id: tuple(_printed(daftar, paper) for paper in papers)
        for daftar, papers in made
        if papers
    }


def file_name(daftar: Daftar, paper: Paper) -> str:
    """Name the file of a paper after the paper, the OPD and the year."""
    return f"{paper.name}-{daftar.id.opd}-{daftar.id.tahun}.docx"


def _printed(daftar: Daftar, paper: Paper) -> Printed:
    place = url_of(daftar.id)
    export = Export(f"{place}{file_name(daftar, paper)}", docx_of(paper))
    return Printed(paper, export, f"{place}cetak/{paper.name}/")
