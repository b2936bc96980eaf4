"""What the assessors found, beside what the data shows: of each OPD, and of a whole year."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from ppid.assessing.findings import address_of, report_address, verification_address, worded
from ppid.assessing.model import YearReport
from ppid.assessing.verification import (
    OpdVerification,
    Selisih,
    Tally,
    Verified,
    YearVerification,
    tally_of,
)
from ppid.core.page import Body, Cell, Facets, Fact, Link, Page, Section
from ppid.kinds import url_of
from ppid.kinds.wording import TANDA
from ppid.publishing.page_parts import (
    LIST,
    Columns,
    beside,
    body_page,
    brief,
    day_cell,
    fact,
    filtered,
    number,
    table_of,
)
from ppid.publishing.pages.kelengkapan import shared
from ppid.publishing.papers.of_rounds import round_paper, round_url
from ppid.publishing.publication import Publication
from ppid.values.dates import format_tanggal
from ppid.values.numbers import format_bulat

MARK_SHAPES: Final = {"ada": "terpenuhi", "tidak-ada": "belum", "tidak-berlaku": "tidak-berlaku"}
"""How marks are drawn: as the states with which they agree."""
_UNKNOWN: Final = "belum diverifikasi"
_RULES: Final = (
    "Tanda pemantau tidak mengubah keadaan dan nilai menurut data; keduanya disebut berdampingan.",
    (
        "Nilai pemantau memakai bobot yang sama, dan baru disebut bila semua kewajiban yang "
        "dihitung sudah ditandai. Yang belum ditandai tidak dianggap apa pun."
    ),
    (
        "“Berbeda” berarti tanda pemantau bertentangan dengan keadaan menurut data sekarang. "
        "“Dijawab pemantau” berarti program tidak dapat memastikannya, dan pemantau sudah melihat."
    ),
    (
        "Bila datanya berubah sesudah ditandai, itu disebut: tandanya berlaku atas keadaan yang "
        "lama."
    ),
)


def file_of(tahun: int) -> str:
    """Return where the files of a year lie, without their ending."""
    return f"kelengkapan/{tahun}/verifikasi-{tahun}"


def year_link(tahun: int) -> Link:
    """Lead to the page of a year."""
    return Link(f"Verifikasi pemantau {tahun}", verification_address(tahun))


def links_of(opd: str, tahun: int, publication: Publication) -> tuple[Link, ...]:
    """Return the page of an OPD, where it has marks."""
    found = publication.verification_of(opd, tahun)
    link = Link(f"Verifikasi pemantau {tahun}", verification_address(tahun, opd))
    return (link,) if found else ()


def links_of_year(year: YearReport, publication: Publication) -> tuple[Link, ...]:
    """Return the page of a year, where it has marks."""
    return (year_link(year.tahun),) if year.tahun in publication.verifications else ()


def pages(publication: Publication) -> Iterator[Page]:
    """Yield the page of every year in which an assessor marked anything."""
    found = [*publication.verifications.values()]
    for place, each in enumerate(found):
        yield _year(each, beside(found, place), publication)


def pages_of_opd(opd: str, publication: Publication) -> Iterator[Page]:
    """Yield the page of an OPD for every year in which it has marks."""
    years = [year.tahun for year in publication.completeness.years]
    pairs = ((tahun, publication.verification_of(opd, tahun)) for tahun in years)
    found = [(tahun, each) for tahun, each in pairs if each]
    for place, (_, each) in enumerate(found):
        around = tuple(
            Link(str(tahun), verification_address(tahun, opd)) for tahun, _ in beside(found, place)
        )
        yield _opd(each, around)


# ---- one OPD


def _opd(found: OpdVerification, around: tuple[Link, ...]) -> Page:
    report, tally = found.report, found.tally
    tahun, name = report.tahun, report.profil.nama
    marked = [pair for pair in found.pairs if pair.tanda]
    different = [pair for pair in marked if pair.selisih is Selisih.BERBEDA]
    answered = [pair for pair in marked if pair.selisih is Selisih.DIJAWAB]
    shown = [pair for pair in found.pairs if pair.tanda or pair.assessment.state.counts]
    sections = [_differences("Yang berbeda", "berbeda", different, contoh=found.contoh)]
    if answered:
        title = "Yang dijawab pemantau"
        sections.append(_differences(title, "dijawab", answered, contoh=found.contoh))
    caption = shared.tagged(f"{format_bulat(len(shown))} kewajiban", contoh=found.contoh)
    sections.append(
        Section(
            "Semua kewajiban yang dihitung atau ditandai",
            table=table_of(caption, shown, {**_duty(), **_both()}),
            anchor="semua",
            folded=f"Tampilkan {caption}",
        )
    )
    sections.append(Section("Cara membacanya", _RULES, links=(shared.METHOD,), anchor="cara"))
    more = (
        Link(f"Kelengkapan {name} {tahun}", report_address(report.opd, tahun)),
        year_link(tahun),
    )
    sections.append(Section("Lebih jauh", links=more, anchor="lebih-jauh"))
    lead = worded(_sentence(tally), contoh=found.contoh)
    return body_page(
        Link("Verifikasi pemantau", verification_address(tahun, report.opd)),
        Body(lead, tuple(_facts(found)), tuple(sections), neighbours=around),
        title=f"Verifikasi pemantau {name} {tahun}",
        description=brief(f"{name}, {tahun}: {lead}"),
        section="kelengkapan",
        crumbs=(shared.INDEX, shared.year_link(tahun), Link(name, more[0].url)),
        facets=Facets("Kelengkapan", name, str(tahun)),
        contoh=found.contoh,
    )


def _sentence(tally: Tally) -> str:
    """Say how far the marks go and how often they agree."""
    done, all_ = format_bulat(tally.ditandai), format_bulat(tally.perlu)
    counts = (f"{format_bulat(n)} {how}" for how in Selisih if (n := tally.selisih.get(how, 0)))
    marks = format_bulat(sum(tally.selisih.values()))
    open_ = f"; {format_bulat(tally.belum)} {_UNKNOWN}" if tally.belum else ""
    return (
        f"{done} dari {all_} kewajiban yang dihitung sudah ditandai pemantau{open_}. "
        f"Dari {marks} tanda: {', '.join(counts)}."
    )


def _facts(found: OpdVerification) -> Iterator[Fact]:
    report, tally = found.report, found.tally
    marks = [pair.tanda for pair in found.pairs if pair.tanda]
    yield fact("Perangkat daerah", Cell(report.profil.nama, url_of(report.profil.id)))
    yield fact("Pemantau", *dict.fromkeys(mark.pemantau for mark in marks))
    days = sorted({mark.tanggal for mark in marks})
    until = f" sampai {format_tanggal(days[-1])}" if len(days) > 1 else ""
    yield fact("Hari penilaian pemantau", f"{format_tanggal(days[0])}{until}")
    own = report.score.nilai
    yield fact("Nilai menurut data", "tidak ada" if own is None else shared.one_decimal(own))
    yield fact("Nilai menurut pemantau", _figure(tally))
    if tally.berubah:
        told = f"{format_bulat(tally.berubah)} kewajiban; tandanya atas keadaan yang lama"
        yield fact("Data berubah sesudah ditandai", told)


def _figure(tally: Tally) -> str:
    """Return the figure of the assessor, or say that it is not known."""
    if tally.belum:
        done, all_ = format_bulat(tally.ditandai), format_bulat(tally.perlu)
        return f"belum lengkap: {done} dari {all_} ditandai"
    return "tidak ada" if tally.nilai is None else shared.one_decimal(tally.nilai)


def _duty() -> Columns[Verified]:
    return {
        "Kode": lambda p: Cell(p.assessment.obligation.kode, address_of(p.assessment)),
        "Kewajiban": lambda p: p.assessment.obligation.teks,
    }


def _both() -> Columns[Verified]:
    return {
        "Menurut data": lambda p: Cell("", state=p.assessment.state.value),
        "Menurut pemantau": _mark,
        "Selisih": lambda p: f"{p.selisih}{', data berubah sesudahnya' if p.berubah else ''}",
    }


def _mark(pair: Verified) -> Cell:
    if pair.tanda is None:
        return Cell(_UNKNOWN)
    return Cell(TANDA[pair.tanda.tanda], state=MARK_SHAPES[pair.tanda.tanda])


def _differences(title: str, anchor: str, found: Sequence[Verified], *, contoh: bool) -> Section:
    columns: Columns[Verified] = {
        **_duty(),
        **_both(),
        "Alasan pemantau": lambda p: (p.tanda.catatan if p.tanda else "") or "tidak ditulis",
        "Ditandai": lambda p: day_cell(p.tanda.tanggal if p.tanda else None),
    }
    caption = shared.tagged(f"{format_bulat(len(found))} kewajiban", contoh=contoh)
    empty = "Tidak ada tanda yang berbeda dari data."
    return Section(title, table=table_of(caption, found, columns, empty), anchor=anchor)


# ---- a year


def _year(
    found: YearVerification, around: Iterable[YearVerification], publication: Publication
) -> Page:
    tahun, marked = found.year.tahun, found.marked
    contoh = any(each.contoh for each in found.opd)
    tally = tally_of(pair for each in found.opd for pair in each.pairs)
    done, all_ = format_bulat(len(marked)), format_bulat(len(found.opd))
    lead = (
        f"{done} dari {all_} perangkat daerah yang ditugaskan sudah ada tandanya. "
        f"{_sentence(tally)}"
    )
    law = f"Kelengkapan {tahun} menurut data"
    stem = file_of(tahun)
    downloads = (
        Link("Satu baris untuk setiap tanda (CSV)", f"{stem}.csv"),
        Link("Semua tanda untuk program komputer (JSON)", f"{stem}.json"),
    )
    record = Link("Berita acara untuk ditandatangani (Word)", round_url(tahun))
    to_sign = (record,) if round_paper(found, publication.corpus) else ()
    return body_page(
        Link("Verifikasi pemantau", verification_address(tahun)),
        Body(
            worded(lead, contoh=contoh),
            sections=(
                _offices(found, contoh=contoh),
                _all_differences(marked, publication, contoh=contoh),
                Section("Cara membacanya", _RULES, links=(shared.METHOD,), anchor="cara"),
                Section("Unduhan", links=(*to_sign, *downloads), anchor="unduhan"),
                Section("Lebih jauh", links=(Link(law, shared.year_link(tahun).url),)),
            ),
            neighbours=tuple(year_link(each.year.tahun) for each in around),
        ),
        title=f"Verifikasi pemantau {tahun}",
        description=f"Penilaian sendiri, tanda pemantau, dan selisihnya pada {tahun}.",
        section="kelengkapan",
        template=LIST,
        crumbs=(shared.INDEX, shared.year_link(tahun)),
        facets=Facets("Kelengkapan", tahun=str(tahun)),
        contoh=contoh,
        alternates=tuple(f"{stem}.{form}" for form in ("csv", "json")),
    )


def _offices(found: YearVerification, *, contoh: bool) -> Section:
    ordered = sorted(found.opd, key=lambda each: (each.report.profil.nama, each.report.opd))
    tallies = {each.report.opd: each.tally for each in ordered}
    columns: Columns[OpdVerification] = {
        "Perangkat daerah": lambda each: Cell(
            each.report.profil.nama,
            verification_address(each.report.tahun, each.report.opd) if each.marked else "",
        ),
        "Pemantau": lambda each: each.pemantau or "tidak tercatat",
        "Ditandai": lambda each: number(tallies[each.report.opd].ditandai),
        "Dari": lambda each: number(tallies[each.report.opd].perlu),
        "Sama": lambda each: number(tallies[each.report.opd].selisih.get(Selisih.SAMA, 0)),
        "Berbeda": lambda each: number(tallies[each.report.opd].selisih.get(Selisih.BERBEDA, 0)),
        "Dijawab": lambda each: number(tallies[each.report.opd].selisih.get(Selisih.DIJAWAB, 0)),
        "Nilai menurut data": lambda each: shared.figure(each.report.score.nilai),
        "Nilai pemantau": lambda each: (
            Cell("belum lengkap", number=True)
            if tallies[each.report.opd].belum
            else shared.figure(tallies[each.report.opd].nilai)
        ),
    }
    caption = shared.tagged(f"{format_bulat(len(ordered))} perangkat daerah", contoh=contoh)
    return Section("Perangkat daerah", table=table_of(caption, ordered, columns), anchor="opd")


def _all_differences(
    marked: Sequence[OpdVerification], publication: Publication, *, contoh: bool
) -> Section:
    found = [p for each in marked for p in each.marked if p.selisih is Selisih.BERBEDA]
    columns: Columns[Verified] = {
        "Perangkat daerah": lambda p: publication.name_of(p.assessment.opd),
        **_duty(),
        **_both(),
        "Alasan pemantau": lambda p: (p.tanda.catatan if p.tanda else "") or "tidak ditulis",
    }
    caption = shared.tagged(f"{format_bulat(len(found))} selisih", contoh=contoh)
    table = table_of(caption, found, columns, "Tidak ada tanda yang berbeda dari data.")
    menus = {"opd": "Perangkat daerah"}
    table = filtered(table, menus, label="Cari dalam selisih", unit="selisih") if found else table
    return Section("Semua selisih", table=table, anchor="selisih")
