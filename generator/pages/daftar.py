"""One page for each list that was handed in, and an index of the lists of each OPD."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from generator.check import Checked
from generator.corpus import Corpus
from generator.kinds.daftar import Daftar, DaftarDikecualikan, DaftarPublik
from generator.kinds.dik.model import InformasiDikecualikan, periode_of
from generator.kinds.dip.model import InformasiPublik
from generator.kinds.opd import ProfilOpd
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
from generator.pages.opd import INDEX
from generator.wording import BERANDA, DAFTAR, KLASIFIKASI, format_bulat, format_tanggal, number


def pages(checked: Checked) -> Iterator[Page]:
    """Give the page of every list, then the index of lists of every OPD that has some."""
    corpus = checked.corpus
    lists: list[Daftar] = [*corpus.of(DaftarPublik), *corpus.of(DaftarDikecualikan)]
    by_owner: dict[tuple[str, str], list[Daftar]] = defaultdict(list)
    for daftar in lists:
        by_owner[daftar.id.opd, daftar.rows].append(daftar)
    for (opd, rows), owned in sorted(by_owner.items()):
        owned.sort(key=lambda daftar: daftar.id.tahun)
        yield _index(opd, rows, owned, corpus)
        for position, daftar in enumerate(owned):
            yield _page(daftar, owned, position, corpus)


def crumbs_of(daftar: Daftar, corpus: Corpus) -> tuple[Link, ...]:
    """Give the way from the home page to a list."""
    this = Link(str(daftar.id.tahun), url_of(daftar.id))
    return (*_crumbs(daftar.id.opd, daftar.rows, corpus), this)


def name_of(opd: str, corpus: Corpus) -> str:
    """Give the name of an OPD, or its slug where there is no profile."""
    profil = corpus.get(ProfilOpd, opd)
    return profil.nama if profil else opd


def _crumbs(opd: str, rows: str, corpus: Corpus) -> tuple[Link, ...]:
    return (
        BERANDA,
        INDEX,
        Link(name_of(opd, corpus), f"opd/{opd}/"),
        Link(rows.upper(), f"opd/{opd}/{rows}/"),
    )


def _index(opd: str, rows: str, owned: list[Daftar], corpus: Corpus) -> Page:
    name = name_of(opd, corpus)
    table = Table(
        f"{len(owned)} tahun",
        ("Tahun", "Isi", "Disampaikan", "Data"),
        [
            (
                Cell(str(daftar.id.tahun), url_of(daftar.id)),
                Cell("nihil") if daftar.nihil else number(count_rows(daftar, corpus)),
                Cell(format_tanggal(daftar.disampaikan) if daftar.disampaikan else ""),
                Cell("contoh" if daftar.contoh else "resmi"),
            )
            for daftar in reversed(owned)
        ],
    )
    title = f"{DAFTAR[rows]} {name}"
    return Page(
        url=f"opd/{opd}/{rows}/",
        title=title,
        description=f"{title} dari tahun ke tahun.",
        section="opd",
        template="jenis/daftar.html",
        context=Body(f"Daftar untuk {len(owned)} tahun.", sections=(Section("", table=table),)),
        crumbs=_crumbs(opd, rows, corpus)[:-1],
        name=rows.upper(),
    )


def count_rows(daftar: Daftar, corpus: Corpus) -> int:
    """Count the rows of a list."""
    model = InformasiDikecualikan if daftar.rows == "dik" else InformasiPublik
    return len(corpus.in_list(model, daftar.id.opd, daftar.id.tahun))


def _page(daftar: Daftar, owned: list[Daftar], position: int, corpus: Corpus) -> Page:
    title = f"{DAFTAR[daftar.rows]} {daftar.id.tahun}"
    name = name_of(daftar.id.opd, corpus)
    table = _rows_dik(daftar, corpus) if daftar.rows == "dik" else _rows_dip(daftar, corpus)
    warnings = (
        ("Salinan persis keputusan yang sudah terbit; cacat dalam keputusan asli dibiarkan.",)
        if daftar.salinan_resmi
        else ()
    )
    return Page(
        url=url_of(daftar.id),
        title=f"{title}, {name}",
        description=f"{title} {name}. {_lead(daftar, corpus)}",
        section="opd",
        template="jenis/daftar.html",
        context=Body(
            _lead(daftar, corpus),
            _facts(daftar),
            (Section("Isi daftar", table=table, anchor="isi-daftar"),),
            warnings,
            _neighbours(owned, position),
        ),
        crumbs=_crumbs(daftar.id.opd, daftar.rows, corpus),
        name=str(daftar.id.tahun),
        facets=Facets(DAFTAR[daftar.rows], name, str(daftar.id.tahun)),
        sources=(daftar.path, *(() if daftar.nihil else (daftar.path.replace(".yml", ".csv"),))),
        contoh=daftar.contoh,
    )


def _lead(daftar: Daftar, corpus: Corpus) -> str:
    if daftar.nihil:
        day = format_tanggal(daftar.nihil.tanggal)
        return f"Dinyatakan nihil oleh {daftar.nihil.pejabat} pada {day}."
    count = format_bulat(count_rows(daftar, corpus))
    decided = daftar.penetapan
    if decided and decided.nomor and decided.tanggal:
        day = format_tanggal(decided.tanggal)
        by = f", ditetapkan dengan keputusan nomor {decided.nomor} tanggal {day}"
    else:
        by = "; keputusan yang menetapkannya belum disebutkan"
    return f"{count} informasi{by}."


def _facts(daftar: Daftar) -> tuple[Fact, ...]:
    facts = []
    decided = daftar.penetapan
    if decided:
        facts.append(
            Fact("Keputusan", (Cell(decided.nomor, document_url(decided.tautan, daftar.owner)),))
        )
        facts.append(Fact("Ditetapkan", (Cell(_place_and_day(decided.tempat, decided.tanggal)),)))
        facts.append(Fact("Oleh", (Cell(decided.pejabat),)))
    if isinstance(daftar, DaftarDikecualikan):
        test = daftar.uji_konsekuensi
        words = f"{test.nomor}, {format_tanggal(test.tanggal)}" if test and test.tanggal else ""
        facts.append(
            Fact(
                "Uji konsekuensi",
                (Cell(words, document_url(test.tautan, daftar.owner) if test else ""),),
            )
        )
    received = format_tanggal(daftar.disampaikan) if daftar.disampaikan else ""
    facts.append(Fact("Diterima PPID Utama", (Cell(received),)))
    if daftar.nihil:
        facts.append(Fact("Pernyataan", (Cell(daftar.nihil.pernyataan),)))
    facts.extend(
        Fact(label, (Cell(text),))
        for label, text in (("Sumber", daftar.sumber), ("Catatan", daftar.catatan))
        if text
    )
    return tuple(facts)


def _place_and_day(place: str, day: date | None) -> str:
    return ", ".join(filter(None, (place, format_tanggal(day) if day else "")))


def _rows_dik(daftar: Daftar, corpus: Corpus) -> Table:
    found = corpus.in_list(InformasiDikecualikan, daftar.id.opd, daftar.id.tahun)
    rows = []
    for row in found:
        ends = periode_of(row, corpus).berakhir
        rows.append(
            (
                Cell(row.informasi, url_of(row.id)),
                Cell(row.kode),
                Cell(row.cakupan),
                Cell(row.dasar_hukum),
                Cell(row.jangka_waktu),
                Cell(format_tanggal(ends) if ends else ""),
            )
        )
    columns = ("Informasi", "Kode", "Cakupan", "Dasar hukum", "Jangka waktu", "Berakhir")
    empty = "Tahun ini tidak ada informasi yang dikecualikan."
    return Table(_caption(daftar, len(rows)), columns, rows, empty)


def _rows_dip(daftar: Daftar, corpus: Corpus) -> Table:
    found = corpus.in_list(InformasiPublik, daftar.id.opd, daftar.id.tahun)
    rows = [
        (
            Cell(row.informasi, url_of(row.id)),
            Cell(row.kode),
            Cell(KLASIFIKASI[row.klasifikasi]),
            Cell(row.penguasa),
            Cell(row.bentuk),
            Cell(format_tanggal(row.diperbarui) if row.diperbarui else ""),
        )
        for row in found
    ]
    columns = ("Informasi", "Kode", "Klasifikasi", "Penguasa informasi", "Bentuk", "Diperbarui")
    return Table(_caption(daftar, len(rows)), columns, rows, "Daftar ini belum berisi.")


def _caption(daftar: Daftar, count: int) -> str:
    contoh = ", contoh" if daftar.contoh else ""
    return f"{format_bulat(count)} informasi dalam {daftar.rows.upper()} {daftar.id.tahun}{contoh}"


def _neighbours(owned: list[Daftar], position: int) -> tuple[Link, ...]:
    around = (owned[position - 1] if position else None, *owned[position + 1 : position + 2])
    return tuple(
        Link(f"{d.rows.upper()} {d.id.tahun}", url_of(d.id)) for d in around if d is not None
    )
