"""The papers of the service: registers and letters to fill in, with a page to print each."""

from collections.abc import Iterator
from dataclasses import dataclass

from ppid.core.page import Body, Cell, Link, Page, Section
from ppid.publishing.page_parts import body_page, brief, table_of
from ppid.publishing.pages.layanan import CRUMBS, NASKAH
from ppid.publishing.papers.model import Style
from ppid.publishing.papers.of_lists import Printed
from ppid.publishing.papers.of_service import is_register, workbook_url
from ppid.publishing.publication import Publication

_LEAD = "Formulir untuk pemohon; register, surat penolakan, dan surat tanggapan untuk petugas."
_COLUMNS = (
    "Isi formulir menurut PerKI 1/2021 Pasal 29 ayat (5) dan Pasal 41 ayat (5), kolom register "
    "menurut Pasal 32 ayat (1) dan Pasal 43 ayat (2). Formatnya ada dalam Lampiran VI, VIII, X, "
    "dan XI, yang terbit sebagai gambar; susunan di sini mengikuti pasalnya."
)
_PRIVACY = (
    "Register memuat NIK, alamat, dan nomor telepon. Simpan di tempat kerja PPID. Jangan "
    "diumumkan, dan jangan diserahkan bersama daftar: di situs ini hanya angkanya yang terbit."
)


@dataclass(frozen=True, slots=True)
class IsiSurat:
    """What the template of a paper needs, with the list that it is about or the index it is in."""

    naskah: Printed
    asal: Link
    buku_kerja: str = ""
    gaya: type[Style] = Style


def pages(publication: Publication) -> Iterator[Page]:
    """Yield the index of the papers of the service, then the page of each."""
    if not publication.service_papers:
        return
    yield _index(publication)
    for printed in publication.service_papers:
        yield _page(printed)


def _index(publication: Publication) -> Page:
    table = table_of(
        f"{len(publication.service_papers)} naskah untuk diisi",
        publication.service_papers,
        {
            "Naskah": lambda printed: Cell(printed.paper.title, printed.page_url),
            "Menurut": lambda printed: Cell(printed.paper.annex),
            "Word": lambda printed: Cell(f"{printed.paper.name}.docx", printed.export.url),
            "Buku kerja": _workbook_cell,
        },
    )
    notes = Section("Yang perlu diketahui", (_COLUMNS, _PRIVACY), anchor="catatan")
    return body_page(
        NASKAH,
        Body(_LEAD, sections=(Section("", table=table), notes)),
        description=_LEAD,
        section="layanan",
        crumbs=CRUMBS,
    )


def _workbook_cell(printed: Printed) -> Cell:
    if not is_register(printed.paper):
        return Cell("tidak ada")
    return Cell(f"{printed.paper.name}.xlsx", workbook_url(printed.paper))


def _page(printed: Printed) -> Page:
    paper = printed.paper
    workbook = workbook_url(paper) if is_register(paper) else ""
    return Page(
        url=printed.page_url,
        title=paper.title,
        description=brief(f"{paper.title}: naskah menurut {paper.annex}, kosong untuk diisi."),
        section="layanan",
        template="jenis/surat.html",
        context=IsiSurat(printed, NASKAH, workbook),
        crumbs=(*CRUMBS, NASKAH),
        contoh=paper.contoh,
    )
