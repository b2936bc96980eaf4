"""On which grounds each OPD withholds, by year, beside objections and what became of them."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final
from urllib.parse import quote_plus

from ppid.assessing.findings import worded
from ppid.assessing.grounds import GroundCounts, count_grounds
from ppid.assessing.model import Jenis, Penyampaian
from ppid.core.page import Body, Cell, Facets, Fact, Link, Page, Section, Table
from ppid.kinds import url_of
from ppid.kinds.acuan.alasan import Alasan
from ppid.publishing.page_parts import LIST, beside, body_page, fact, filtered, number
from ppid.publishing.pages.informasi import CLOSED, INDEX, category_link
from ppid.publishing.pages.kelengkapan.shared import METHOD, tagged
from ppid.publishing.publication import Publication
from ppid.values.numbers import format_bulat
from ppid.values.text import joined

GROUNDS: Final = Link("Menurut alasan", f"informasi/{CLOSED}/alasan/")
FILES: Final = f"informasi/{CLOSED}/alasan/alasan-pengecualian"
"""Where the files of all years lie, without their ending; they are CSV, JSON and XLSX."""
_LAWS: Final = Link("Isi dan batas setiap alasan", "tentang/alasan-pengecualian/")
_UNKNOWN: Final = Cell("–", number=True)


def pages(publication: Publication) -> Iterator[Page]:
    """Yield the overview of all years, and a page for each year; nothing without any list."""
    by_year: dict[int, list[GroundCounts]] = {}
    for each in count_grounds(publication.corpus):
        by_year.setdefault(each.tahun, []).append(each)
    if not by_year:
        return
    yield _all_years(by_year, publication)
    years = sorted(by_year)
    for place, tahun in enumerate(years):
        yield _year(by_year[tahun], beside(years, place), publication)


def _year_link(tahun: int) -> Link:
    return Link(str(tahun), f"{GROUNDS.url}{tahun}/")


# ---- what is said of lists together


def _letters(found: Sequence[GroundCounts]) -> Counter[str]:
    return sum((Counter(each.huruf) for each in found), Counter[str]())


def _answer(found: Sequence[GroundCounts], publication: Publication) -> str:
    """Say how much is withheld, on which ground most of it, and what was objected to."""
    tahun, letters = found[0].tahun, _letters(found)
    total, opds = format_bulat(sum(each.jumlah for each in found)), format_bulat(len(found))
    told = f"{total} informasi dikecualikan dalam DIK {tahun} dari {opds} perangkat daerah"
    if letters:
        most = max(letters.values())
        often = [letter for letter in sorted(letters) if letters[letter] == most]
        names = joined([_named(letter, publication) for letter in often])
        told += f"; alasan yang paling banyak dipakai {names}: {format_bulat(most)} informasi"
    figures = [each.layanan.keberatan for each in found if each.layanan and each.layanan.keberatan]
    said = f"Keberatan {tahun} tidak diketahui: angka layanannya belum ada dalam data ini."
    if figures:
        asked = format_bulat(sum(each.diterima for each in figures))
        done = format_bulat(sum(each.selesai for each in figures))
        opds = f"{format_bulat(len(figures))} perangkat daerah yang mempunyai angka layanan {tahun}"
        said = f"Keberatan yang tercatat dari {opds}: {asked}; sudah ditanggapi: {done}."
    return worded(f"{told}. {said}", contoh=any(each.contoh for each in found))


def _named(huruf: str, publication: Publication) -> str:
    alasan = publication.corpus.get(Alasan, slug=huruf)
    return f"huruf {huruf} ({alasan.label})" if alasan else f"huruf {huruf}"


def _labels(publication: Publication) -> tuple[Alasan, ...]:
    return tuple(sorted(publication.corpus.of(Alasan), key=lambda alasan: alasan.huruf))


# ---- all years


def _all_years(by_year: Mapping[int, list[GroundCounts]], publication: Publication) -> Page:
    years = sorted(by_year, reverse=True)
    letters = {tahun: _letters(by_year[tahun]) for tahun in years}
    rows = [
        (
            Cell(_named(alasan.huruf, publication), f"{_LAWS.url}#huruf-{alasan.huruf}"),
            *(number(letters[tahun][alasan.huruf]) for tahun in years),
        )
        for alasan in _labels(publication)
    ]
    for label, count in (
        ("Peraturan lain, juga di samping huruf di atas", "menyebut_lain"),
        ("Alasannya tidak terbaca", "tanpa"),
        ("Semua informasi yang dikecualikan", "jumlah"),
    ):
        sums = (sum(getattr(each, count) for each in by_year[tahun]) for tahun in years)
        rows.append((Cell(label), *map(number, sums)))
    contoh = any(each.contoh for found in by_year.values() for each in found)
    caption = tagged("Informasi yang dikecualikan menurut alasan dan tahun", contoh=contoh)
    table = Table(caption, ("Alasan", *map(str, years)), rows, matrix=True)
    return body_page(
        GROUNDS,
        Body(
            _answer(by_year[years[0]], publication),
            sections=(
                Section("Menurut alasan dan tahun", (_COUNTED,), table=table, anchor="alasan"),
                Section(
                    "Menurut perangkat daerah",
                    links=tuple(
                        Link(f"Perangkat daerah dan alasan, {tahun}", _year_link(tahun).url)
                        for tahun in years
                    ),
                    anchor="tahun",
                ),
                _downloads(),
                Section("Lebih jauh", links=(_LAWS, METHOD), anchor="lebih-jauh"),
            ),
        ),
        title="Alasan pengecualian menurut perangkat daerah dan tahun",
        description="Berapa informasi yang dikecualikan dengan setiap alasan, per tahun.",
        section="informasi",
        template=LIST,
        crumbs=(INDEX, category_link(CLOSED)),
        contoh=contoh,
        alternates=tuple(f"{FILES}.{form}" for form in ("csv", "json")),
    )


_COUNTED: Final = (
    "Informasi yang memakai lebih dari satu alasan dihitung pada setiap alasannya, dan satu kali "
    "dalam jumlahnya. Huruf adalah huruf dalam UU 14/2008 Pasal 17."
)


# ---- one year


def _year(found: Sequence[GroundCounts], around: Sequence[int], publication: Publication) -> Page:
    tahun, contoh = found[0].tahun, any(each.contoh for each in found)
    alasan = _labels(publication)
    ordered = sorted(found, key=lambda each: (publication.name_of(each.opd), each.opd))
    unread = any(each.tanpa for each in found)
    columns = (
        *("Perangkat daerah", "Informasi"),
        *(each.huruf for each in alasan),
        *("Peraturan lain", *(("Tidak terbaca",) if unread else ()), "Alasan"),
        *("Keberatan", "Ditanggapi", "Sengketa", "Sanggahan"),
    )
    rows = []
    for each in ordered:
        letters = (_count(each, one) for one in alasan)
        laws = (number(each.menyebut_lain), *((number(each.tanpa),) if unread else ()))
        used = Cell("; ".join(sorted(each.huruf)))
        name = Cell(publication.name_of(each.opd), url_of(each.daftar))
        rows.append((name, number(each.jumlah), *letters, *laws, used, *_objections(each)))
    caption = tagged(f"{len(rows)} perangkat daerah menurut abjad, {tahun}", contoh=contoh)
    table = filtered(
        Table(caption, columns, rows, matrix=True),
        {"alasan": "Alasan"},
        label="Cari perangkat daerah",
        unit="perangkat daerah",
    )
    return body_page(
        _year_link(tahun),
        Body(
            _answer(found, publication),
            sections=(
                Section("Perangkat daerah", (_COUNTED,), table=table, anchor="perangkat-daerah"),
                Section(
                    "Arti kolom",
                    tuple(_missing(tahun, publication)),
                    facts=(*_meanings(alasan, found), *_BESIDE),
                    anchor="arti",
                ),
                _other_laws(found, contoh=contoh),
                _downloads(),
                Section("Lebih jauh", links=(_LAWS, METHOD), anchor="lebih-jauh"),
            ),
            neighbours=tuple(Link(f"Alasan {y}", _year_link(y).url) for y in around),
        ),
        title=f"Alasan pengecualian menurut perangkat daerah, {tahun}",
        description=f"Berapa informasi yang dikecualikan dengan setiap alasan pada {tahun}.",
        section="informasi",
        template=LIST,
        crumbs=(INDEX, category_link(CLOSED), GROUNDS),
        facets=Facets("Daftar Informasi yang Dikecualikan", tahun=str(tahun)),
        contoh=contoh,
    )


def _count(each: GroundCounts, alasan: Alasan) -> Cell:
    """Count one ground, with the list where it shows only this one."""
    count = each.huruf.get(alasan.huruf, 0)
    if not count:
        return number(0)
    chosen = quote_plus(f"{alasan.label} (huruf {alasan.huruf})", safe="()")
    return Cell(format_bulat(count), f"{url_of(each.daftar)}?alasan={chosen}", number=True)


def _objections(each: GroundCounts) -> Iterator[Cell]:
    layanan = each.layanan
    objections, disputes = (layanan.keberatan, layanan.sengketa) if layanan else (None, None)
    yield number(objections.diterima) if objections else _UNKNOWN
    yield number(objections.selesai) if objections else _UNKNOWN
    outside = (disputes.ke_komisi_informasi, disputes.ke_pengadilan) if disputes else ()
    yield number(sum(outside)) if outside else _UNKNOWN
    parts = (f"{n} {state.replace('-', ' ')}" for state, n in sorted(each.sanggahan.items()))
    yield Cell("; ".join(parts) or "0", number=True)


_BESIDE: Final[tuple[Fact, ...]] = (
    fact("Peraturan lain", "Yang menyebut peraturan selain UU 14/2008, juga di samping huruf."),
    fact("Keberatan", "Yang diterima menurut angka layanan tahun itu, apa pun alasannya."),
    fact("Ditanggapi", "Keberatan yang sudah ditanggapi menurut angka layanan tahun itu."),
    fact("Sengketa", "Yang dibawa ke Komisi Informasi dan ke pengadilan."),
    fact("Sanggahan", "Terhadap temuan kelengkapan tahun itu, menurut hasil pemeriksaannya."),
    fact("–", "Tidak diketahui: angka layanannya belum ada dalam data ini."),
)


def _meanings(alasan: Sequence[Alasan], found: Sequence[GroundCounts]) -> Iterator[Fact]:
    letters = _letters(found)
    for each in alasan:
        label = f"{each.label}: {format_bulat(letters[each.huruf])} informasi"
        yield fact(each.huruf, Cell(label, f"{_LAWS.url}#huruf-{each.huruf}"))


def _missing(tahun: int, publication: Publication) -> Iterator[str]:
    """Say of how many OPDs nothing is known; the page on handing in names them."""
    year = publication.completeness.year(tahun)
    handed = [h for r in year.reports for h in r.penyerahan if h.jenis is Jenis.DIK] if year else []
    absent = sum(h.state in {Penyampaian.BELUM, Penyampaian.BELUM_JATUH_TEMPO} for h in handed)
    if absent:
        opds = f"{format_bulat(absent)} perangkat daerah"
        told = f"DIK {tahun} dari {opds} belum ada dalam data ini; pengecualiannya tidak diketahui."
        yield worded(told, contoh=any(h.contoh for h in handed))


def _other_laws(found: Sequence[GroundCounts], *, contoh: bool) -> Section:
    laws = sum((Counter(each.lain) for each in found), Counter[str]())
    opds = Counter(law for each in found for law in each.lain)
    ordered = sorted(laws.items(), key=lambda pair: (-pair[1], pair[0]))
    rows = [(Cell(law), number(count), number(opds[law])) for law, count in ordered]
    caption = tagged(f"{len(rows)} peraturan selain UU 14/2008", contoh=contoh)
    columns = ("Peraturan", "Informasi", "Perangkat daerah")
    table = Table(caption, columns, rows, "Tidak ada peraturan lain yang disebut.")
    return Section("Peraturan lain yang disebut", table=table, anchor="peraturan-lain")


def _downloads() -> Section:
    links = (
        Link("Semua tahun dan perangkat daerah (CSV)", f"{FILES}.csv"),
        Link("Semua tahun dan perangkat daerah (XLSX)", f"{FILES}.xlsx"),
        Link("Semua tahun dan perangkat daerah untuk program (JSON)", f"{FILES}.json"),
    )
    return Section("Unduhan", links=links, anchor="unduhan")
