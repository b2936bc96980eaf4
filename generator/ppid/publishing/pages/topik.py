"""What is often looked for in all OPDs at once, and an index of all titles from A to Z."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from ppid.core.page import Body, Cell, Link, Page, Section
from ppid.kinds import url_of
from ppid.kinds.daftar import DaftarPublik
from ppid.kinds.dip.model import InformasiPublik
from ppid.kinds.opd import ProfilOpd
from ppid.kinds.regulasi import Regulasi
from ppid.kinds.rows import Row, all_rows
from ppid.publishing.items.public import document_of
from ppid.publishing.page_parts import LIST, beside, body_page, table_of
from ppid.publishing.pages.daftar import mark_alone
from ppid.publishing.pages.informasi import INDEX
from ppid.publishing.publication import Publication
from ppid.publishing.regulations import full_title
from ppid.publishing.topics import A_TO_Z, TOPICS, Topik
from ppid.values.numbers import format_bulat, format_ukuran

_OTHER_SIGNS: Final = "0-9"


def pages(publication: Publication) -> Iterator[Page]:
    """Yield a page for each topic, then the index of titles with a page for each letter."""
    newest = list(_newest_rows(publication))
    for topik in TOPICS:
        yield _topic(topik, [row for row in newest if topik.holds(row)], publication)
    titles = _titles_by_letter(publication)
    letters = sorted(titles)
    yield _index(titles, contoh=publication.contoh)
    for position, letter in enumerate(letters):
        around = beside(letters, position)
        yield _letter(letter, titles[letter], around, contoh=publication.contoh)


# ---- topics


def _newest_rows(publication: Publication) -> Iterator[InformasiPublik]:
    """Yield the rows of the newest DIP of every OPD, OPD by OPD in the order of their names."""
    newest: dict[str, int] = {}
    for daftar in publication.corpus.of(DaftarPublik):
        newest[daftar.id.opd] = max(daftar.id.tahun, newest.get(daftar.id.opd, 0))
    for opd in sorted(newest, key=lambda opd: (publication.name_of(opd), opd)):
        yield from publication.corpus.in_list(InformasiPublik, opd, newest[opd])


def _topic(topik: Topik, rows: Sequence[InformasiPublik], publication: Publication) -> Page:
    owners = len({row.id.opd for row in rows})
    lead = topik.ringkasan
    count = f"{format_bulat(len(rows))} informasi dari {owners} perangkat daerah"
    table = table_of(
        count,
        rows,
        {
            "Informasi": lambda row: Cell(
                f"{row.informasi}{mark_alone(row.id, publication)}", url_of(row.id)
            ),
            "Perangkat daerah": lambda row: publication.name_of(row.id.opd),
            "Daftar": lambda row: f"DIP {row.id.tahun}",
            "Dokumen": lambda row: _document(row, publication),
        },
        "Belum tercantum dalam DIP terbaru mana pun di situs ini.",
    )
    regulations = publication.corpus.of(Regulasi) if topik.regulasi else ()
    laws = tuple(Link(full_title(one), url_of(one.id)) for one in regulations)
    sections = [Section("", ("Dari DIP terbaru setiap perangkat daerah.",), table=table)]
    if laws:
        sections.insert(0, Section("Di halaman Regulasi", links=laws, anchor="regulasi"))
    others = tuple(other.link for other in TOPICS if other is not topik)
    sections.append(Section("Topik lain", links=(*others, A_TO_Z), anchor="lain"))
    return body_page(
        topik.link,
        Body(lead, sections=tuple(sections)),
        title=f"{topik.judul} semua perangkat daerah",
        section="informasi",
        template=LIST,
        crumbs=(INDEX,),
        contoh=publication.contoh,
    )


def _document(row: InformasiPublik, publication: Publication) -> Cell:
    """Lead to the file itself, with its kind and size as far as they are known."""
    found = document_of(row, publication.corpus)
    if found is None:
        return Cell("belum dicantumkan")
    kind = found.format or "dokumen"
    where = f" di {found.host}" if found.host else ""
    size = f", {format_ukuran(found.size)}" if found.size is not None else ""
    return Cell(f"{kind}{where}{size}", found.url)


# ---- titles


def _titles_by_letter(publication: Publication) -> Mapping[str, Sequence[Link]]:
    """Return every title once, under its first letter, with the newest list that holds it."""
    newest: dict[tuple[str, str, str], Row] = {}
    for row in sorted(all_rows(publication.corpus), key=lambda row: row.id.tahun):
        newest[row.id.opd, row.id.slug, row.kind] = row
    found: dict[str, list[Link]] = defaultdict(list)
    for row in newest.values():
        profil = publication.corpus.get(ProfilOpd, row.id.opd)
        owner = profil.singkatan if profil else row.id.opd
        name = f"{row.informasi} ({owner}, {row.id.tahun}){mark_alone(row.id, publication)}"
        found[_letter_of(row.informasi)].append(Link(name, url_of(row.id)))
    for regulasi in publication.corpus.of(Regulasi):
        name = full_title(regulasi)
        found[_letter_of(name)].append(Link(name, url_of(regulasi.id)))
    return {
        letter: sorted(titles, key=lambda link: (link.label.casefold(), link.url))
        for letter, titles in found.items()
    }


def _letter_of(title: str) -> str:
    first = next((sign for sign in title if sign.isalnum()), "").upper()
    return first if "A" <= first <= "Z" else _OTHER_SIGNS


def _letter_link(letter: str) -> Link:
    return Link(letter, f"{A_TO_Z.url}{letter.lower()}/")


def _index(titles: Mapping[str, Sequence[Link]], *, contoh: bool) -> Page:
    table = table_of(
        f"{format_bulat(sum(map(len, titles.values())))} judul",
        sorted(titles),
        {
            "Huruf": lambda letter: Cell(letter, _letter_link(letter).url),
            "Banyaknya judul": lambda letter: len(titles[letter]),
        },
        "Belum ada judul.",
    )
    return body_page(
        A_TO_Z,
        Body(
            "Judul semua informasi dan peraturan menurut huruf pertamanya, masing-masing sekali.",
            sections=(Section("", table=table),),
        ),
        section="informasi",
        template=LIST,
        crumbs=(INDEX,),
        contoh=contoh,
    )


def _letter(letter: str, titles: Sequence[Link], around: tuple[str, ...], *, contoh: bool) -> Page:
    return body_page(
        _letter_link(letter),
        Body(
            f"{format_bulat(len(titles))} judul.",
            sections=(Section("", links=tuple(titles)),),
            neighbours=tuple(map(_letter_link, around)),
        ),
        title=f"Judul yang diawali {letter}",
        description=f"Judul informasi dan peraturan yang diawali {letter}.",
        section="informasi",
        template=LIST,
        crumbs=(INDEX, A_TO_Z),
        contoh=contoh,
    )
