"""The index of regulations, and the page of each with its relations to others."""

from collections.abc import Iterator

from generator.check import Checked
from generator.corpus import Corpus
from generator.kinds.opd import ProfilOpd
from generator.kinds.regulasi import Regulasi, Status, changed_by, revoked_by, status_of
from generator.page import (
    Body,
    Cell,
    Facets,
    Fact,
    Link,
    Page,
    Section,
    Table,
    document_url,
    url_of,
)
from generator.wording import BERANDA, JENIS_REGULASI, brief, format_tanggal

INDEX = Link("Regulasi", "regulasi/")
_STATUS = {
    Status.BERLAKU: "Berlaku",
    Status.DIUBAH: "Berlaku dengan perubahan",
    Status.DICABUT: "Dicabut",
}


def full_title(regulasi: Regulasi) -> str:
    """Write a regulation's title as it is cited."""
    return f"{short_title(regulasi)} tentang {regulasi.tentang}"


def short_title(regulasi: Regulasi) -> str:
    """Write type, number and year."""
    return f"{JENIS_REGULASI[regulasi.jenis]} Nomor {regulasi.nomor} Tahun {regulasi.tahun}"


def pages(checked: Checked) -> Iterator[Page]:
    """Give the index and one page for each regulation."""
    corpus = checked.corpus
    found = sorted(corpus.of(Regulasi), key=lambda r: (-r.tahun, r.jenis, r.nomor))
    yield _index(found, corpus)
    for regulasi in found:
        yield _page(regulasi, corpus)


def _index(found: list[Regulasi], corpus: Corpus) -> Page:
    rows = [
        (
            Cell(short_title(r), url_of(r.id)),
            Cell(r.tentang),
            Cell(_STATUS[status_of(r, corpus)], state=status_of(r, corpus).value),
        )
        for r in found
    ]
    table = Table(
        f"{len(rows)} regulasi", ("Regulasi", "Tentang", "Status"), rows, "Belum ada regulasi."
    )
    lead = "Peraturan tentang layanan informasi, dengan perubahan dan pencabutannya."
    return Page(
        url="regulasi/",
        title="Regulasi",
        description=lead,
        section="regulasi",
        template="jenis/daftar.html",
        context=Body(lead, sections=(Section("", table=table),)),
        crumbs=(BERANDA,),
        name=INDEX.label,
    )


def _page(regulasi: Regulasi, corpus: Corpus) -> Page:
    title = full_title(regulasi)
    sections = []
    if regulasi.ringkasan:
        sections.append(Section("Isinya", (regulasi.ringkasan,), anchor="isi-regulasi"))
    unsure = (regulasi.keterangan,) if regulasi.keterangan else ()
    return Page(
        url=url_of(regulasi.id),
        title=title,
        description=brief(regulasi.ringkasan or title),
        section="regulasi",
        template="jenis/rincian.html",
        context=Body(_lead(regulasi, corpus), _facts(regulasi, corpus), tuple(sections), unsure),
        crumbs=(BERANDA, INDEX),
        name=short_title(regulasi),
        facets=Facets("Regulasi", tahun=str(regulasi.tahun)),
        sources=(regulasi.path,),
    )


def _lead(regulasi: Regulasi, corpus: Corpus) -> str:
    revoked = revoked_by(regulasi, corpus)
    changed = changed_by(regulasi, corpus)
    if revoked:
        return f"Dicabut dengan {_listed(revoked)}."
    if changed:
        return f"Sejauh tercatat di situs ini, berlaku dengan perubahan dalam {_listed(changed)}."
    return "Sejauh tercatat di situs ini, berlaku."


def _listed(found: tuple[Regulasi, ...]) -> str:
    return " dan ".join(short_title(r) for r in found)


def _facts(regulasi: Regulasi, corpus: Corpus) -> tuple[Fact, ...]:
    dated = (
        ("Ditetapkan", regulasi.tanggal_penetapan),
        ("Diundangkan", regulasi.tanggal_pengundangan),
    )
    relations = (
        ("Mengubah", _named(regulasi.mengubah, corpus)),
        ("Mencabut", _named(regulasi.mencabut, corpus)),
        ("Diubah oleh", tuple(_cell(r) for r in changed_by(regulasi, corpus))),
        ("Dicabut oleh", tuple(_cell(r) for r in revoked_by(regulasi, corpus))),
        ("Dasar", _named(regulasi.dasar, corpus)),
    )
    initiator = corpus.get(ProfilOpd, regulasi.pemrakarsa) if regulasi.pemrakarsa else None
    file = f"opd/{regulasi.owner}/{regulasi.berkas}" if regulasi.berkas else ""
    return (
        *(Fact(label, (Cell(format_tanggal(day) if day else ""),)) for label, day in dated),
        *(Fact(label, cells) for label, cells in relations if cells),
        *(
            (Fact("Pemrakarsa", (Cell(initiator.nama, url_of(initiator.id)),)),)
            if initiator
            else ()
        ),
        *(
            Fact(label, (Cell(text, url),))
            for label, text, url in (
                ("Pengundangan", regulasi.sumber_pengundangan, ""),
                ("Pokok", ", ".join(regulasi.subjek), ""),
                ("Naskah", regulasi.tautan, document_url(regulasi.tautan, regulasi.owner)),
                ("Berkas", regulasi.berkas, file),
                ("Sumber", regulasi.sumber, ""),
            )
            if text
        ),
    )


def _cell(regulasi: Regulasi) -> Cell:
    return Cell(short_title(regulasi), url_of(regulasi.id))


def _named(slugs: tuple[str, ...], corpus: Corpus) -> tuple[Cell, ...]:
    found = ((slug, corpus.get(Regulasi, slug=slug)) for slug in slugs)
    return tuple(_cell(regulasi) if regulasi else Cell(slug) for slug, regulasi in found)
