"""The table of those who are PPID inside the OPDs, with what is known of their appointment."""

from collections.abc import Iterator

from ppid.core.corpus import Corpus
from ppid.core.page import Body, Cell, Link, Page, Section, Table, document_url
from ppid.kinds import url_of
from ppid.kinds.opd import PpidPelaksana, ProfilOpd
from ppid.kinds.wording import BERANDA, format_bulat, format_tanggal
from ppid.publishing.publication import Publication

ABOUT = Link("Tentang", "tentang/")
PPID = Link("PPID: susunan, tugas, dan riwayat", "tentang/ppid/")
OFFICERS = Link("PPID Pelaksana di setiap perangkat daerah", "tentang/ppid/pelaksana/")


def pages(publication: Publication) -> Iterator[Page]:
    """Yield the page."""
    yield _officers(publication.corpus)


def active(corpus: Corpus) -> list[ProfilOpd]:
    """Return the OPDs that exist today."""
    return [p for p in corpus.of(ProfilOpd) if p.masih_aktif(corpus.today)]


def _officers(corpus: Corpus) -> Page:
    found = sorted(active(corpus), key=lambda profil: profil.nama)
    rows = [
        (
            Cell(profil.nama, url_of(profil.id)),
            Cell(officer.jabatan if (officer := profil.ppid_pelaksana) else "belum diketahui"),
            _appointment(profil, officer),
        )
        for profil in found
    ]
    known = sum(1 for p in found if p.ppid_pelaksana and p.ppid_pelaksana.sk)
    decided = "belum diketahui"
    if known:
        decided = f"diketahui untuk {format_bulat(known)} di antaranya"
    lead = (
        f"{format_bulat(len(found))} perangkat daerah. "
        f"Surat keputusan (SK) penunjukannya {decided}."
    )
    columns = ("Perangkat daerah", "Jabatan yang menjadi PPID Pelaksana", "SK penunjukan")
    table = Table(f"{format_bulat(len(rows))} perangkat daerah", columns, rows, "Belum tercatat.")
    note = "Sumber keterangan setiap perangkat daerah ada di halamannya masing-masing."
    return Page(
        url=OFFICERS.url,
        title=OFFICERS.label,
        description=lead,
        section="tentang",
        template="jenis/daftar.html",
        context=Body(lead, sections=(Section("", (note,), table=table),)),
        crumbs=(BERANDA, ABOUT, PPID),
        name="PPID Pelaksana",
    )


def _appointment(profil: ProfilOpd, officer: PpidPelaksana | None) -> Cell:
    if officer is None or officer.sk is None:
        return Cell("belum diketahui")
    sk = officer.sk
    return Cell(
        f"Nomor {sk.nomor}, {format_tanggal(sk.tanggal)}", document_url(sk.tautan, profil.owner)
    )
