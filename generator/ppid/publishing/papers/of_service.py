"""Registers and letters of the service, blank but for what is known of the body itself.

They hold no list and nobody's data, so that those of a demonstration are forms like any other.
"""

from ppid.core.corpus import Corpus
from ppid.core.page import Export
from ppid.kinds.acuan.surat import surat_for
from ppid.kinds.badan import Badan
from ppid.kinds.opd import ProfilOpd
from ppid.publishing.papers.composing import Composer, values_of_body
from ppid.publishing.papers.laws import laws_named
from ppid.publishing.papers.model import Paper, PaperTable
from ppid.publishing.papers.of_lists import Printed
from ppid.publishing.papers.word import docx_of

FOLDER = "layanan/naskah/"


def service_papers(corpus: Corpus) -> tuple[Paper, ...]:
    """Return the papers that the service fills in by itself, with the officers of today."""
    surat, badan = surat_for(corpus.today, corpus), corpus.get(Badan)
    if surat is None or badan is None:
        return ()
    term = badan.ppid_utama_pada(corpus.today)
    profil = corpus.get(ProfilOpd, term.opd) if term else None
    values = {
        **values_of_body(corpus),
        "opd": badan.nama,
        "pejabat": term.jabatan if term else "",
        "unit": profil.nama if profil else "",
    }
    laws = tuple(laws_named((), surat, corpus.today, corpus))
    composer = Composer(surat, values, (), laws)
    return tuple(
        composer.paper(naskah, about=badan.nama, contoh=False)
        for naskah in surat.naskah
        if naskah.sumber == "layanan"
    )


def printed_service_papers(corpus: Corpus) -> tuple[Printed, ...]:
    """Return the papers of the service with their files and the addresses of their pages."""
    return tuple(
        Printed(
            paper, Export(f"{FOLDER}{paper.name}.docx", docx_of(paper)), f"{FOLDER}{paper.name}/"
        )
        for paper in service_papers(corpus)
    )


def is_register(paper: Paper) -> bool:
    """Tell whether a paper consists of tables alone, so that it can be kept as a workbook."""
    tables = [
        block for part in paper.sections for block in part.blocks if isinstance(block, PaperTable)
    ]
    return len(tables) == len(paper.sections) and all(part.wide for part in paper.sections)


def workbook_url(paper: Paper) -> str:
    """Return the address of a register as a workbook."""
    return f"{FOLDER}{paper.name}.xlsx"
