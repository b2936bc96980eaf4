"""One obligation and year: the law quoted, how it is judged, who has it and who lacks it."""

from collections.abc import Iterator
from functools import cache

from ppid.assessing.findings import address_of, obligation_address, said, worded
from ppid.assessing.method import evidence_in_words, scope_in_words, weight_in_words
from ppid.assessing.model import Assessment, Completeness, Obligation, OpdReport, State, YearReport
from ppid.core.corpus import Corpus
from ppid.core.page import Body, Cell, Facets, Fact, Link, Page, Quote, Section, Table
from ppid.kinds.acuan.peraturan import Peraturan, slug_of
from ppid.kinds.wording import BERANDA, brief, format_bulat, format_tanggal, number
from ppid.publishing.pages.kelengkapan.saq import questions_about
from ppid.publishing.pages.kelengkapan.words import (
    INDEX,
    METHOD,
    around,
    by_name,
    is_late,
    year_link,
)
from ppid.values.citations import read_citations


def pages(year: YearReport, completeness: Completeness, corpus: Corpus) -> Iterator[Page]:
    """Yield the page of every obligation of a year."""
    obligations = year.obligations.obligations
    links = [Link(o.kode, obligation_address(o.kode, year.tahun)) for o in obligations]
    ordered = by_name(year.reports)
    quotes = cache(_quotes)
    for place, obligation in enumerate(obligations):
        found = [(report, report.assessments[place]) for report in ordered]
        others = tuple(_other_years(obligation, year, completeness))
        law = _law(obligation, quotes(obligation, corpus))
        asked = questions_about(obligation.kode, year.tahun, corpus)
        sections = (law, *_offices(found), *_asked(asked), _elsewhere(others))
        yield _page(obligation, year, found, sections, around(links, place))


Found = list[tuple[OpdReport, Assessment]]


def _page(
    obligation: Obligation,
    year: YearReport,
    found: Found,
    sections: tuple[Section, ...],
    neighbours: tuple[Link, ...],
) -> Page:
    tahun = year.tahun
    return Page(
        url=obligation_address(obligation.kode, tahun),
        title=f"{obligation.teks.rstrip('.')} ({tahun})",
        description=brief(f"Kewajiban {obligation.kode} pada {tahun}: {obligation.teks}."),
        section="kelengkapan",
        template="jenis/rincian.html",
        context=Body(
            _lead(found, contoh=year.contoh), tuple(_facts(obligation)), sections, (), neighbours
        ),
        crumbs=(BERANDA, INDEX, year_link(tahun)),
        name=obligation.kode,
        facets=Facets("Kelengkapan", tahun=str(tahun)),
        contoh=year.contoh,
    )


def _lead(found: Found, *, contoh: bool) -> str:
    count = {state: sum(a.state is state for _, a in found) for state in State}
    bound = count[State.TERPENUHI] + count[State.BELUM]
    if not bound:
        return "Kewajiban ini tidak mengikat perangkat daerah mana pun pada tahun ini."
    met, all_ = format_bulat(count[State.TERPENUHI]), format_bulat(bound)
    sentence = f"{met} dari {all_} perangkat daerah yang terikat sudah tercatat buktinya."
    return worded(sentence, contoh=contoh)


def _facts(obligation: Obligation) -> Iterator[Fact]:
    yield Fact("Kode", (Cell(obligation.kode),))
    yield Fact("Kategori", (Cell(obligation.kategori.nama),))
    yield Fact("Berlaku bagi", (Cell(scope_in_words(obligation)),))
    told = "; atau ".join(evidence_in_words(obligation))
    yield Fact("Yang dihitung sebagai bukti", (Cell(f"{told[:1].upper()}{told[1:]}."),))
    clock = obligation.tenggat
    decides = " Bukti yang melewatinya belum memenuhi." if obligation.tenggat_menentukan else ""
    basis = f" ({clock.dasar})" if clock and clock.dasar else ""
    words = f"{clock.teks}{basis}.{decides}" if clock else "Tidak ada tenggat yang dihitung."
    yield Fact("Tenggat", (Cell(words),))
    weight = f"{weight_in_words(obligation)}. {obligation.alasan_bobot}".strip()
    yield Fact("Bobot", (Cell(weight, ""), Cell(METHOD.label, METHOD.url)))


def _law(obligation: Obligation, quotes: tuple[Quote, ...]) -> Section:
    missing = () if quotes else (f"{obligation.dasar}. Bunyinya belum tercatat di situs ini.",)
    return Section("Bunyi ketentuan", missing, quotes=quotes, anchor="dasar")


def _quotes(obligation: Obligation, corpus: Corpus) -> tuple[Quote, ...]:
    found = []
    for citation in read_citations(obligation.dasar).citations:
        law = corpus.get(Peraturan, slug=slug_of(citation.peraturan))
        passage = str(citation).removeprefix(f"{citation.peraturan} ")
        if law and (words := law.quote(passage)):
            found.append(Quote(str(citation), words))
    if found:
        last = found[-1]
        found[-1] = Quote(last.rujukan, last.teks, obligation.teks)
    return tuple(found)


def _offices(found: Found) -> Iterator[Section]:
    met = [(r, a) for r, a in found if a.state is State.TERPENUHI]
    unmet = [(r, a) for r, a in found if a.state is State.BELUM]
    idle = [(r, a) for r, a in found if a.state is State.TIDAK_BERLAKU]
    yield Section("Yang buktinya tercatat", table=_met(met), anchor="terpenuhi")
    yield Section("Yang buktinya belum tercatat", table=_unmet(unmet), anchor="belum")
    if idle:
        yield Section("Yang tidak terikat", table=_idle(idle), anchor="tidak-berlaku")


def _office(report: OpdReport, a: Assessment) -> Cell:
    return Cell(report.profil.nama, address_of(a))


def _met(found: Found) -> Table:
    rows = [
        (
            _office(report, a),
            Cell(a.evidence[0].label, a.evidence[0].url) if a.evidence else Cell(said(report, a)),
            number(len(a.evidence)),
            Cell(format_tanggal(a.diperbarui) if a.diperbarui else "belum diketahui"),
            Cell("Terpenuhi, tenggat lewat", state="sebagian")
            if is_late(a)
            else Cell("Terpenuhi", state="terpenuhi"),
        )
        for report, a in found
    ]
    columns = ("Perangkat daerah", "Bukti pertama", "Jumlah bukti", "Tanggal bukti", "Keadaan")
    caption = f"{len(rows)} perangkat daerah yang buktinya tercatat"
    return Table(caption, columns, rows, "Belum ada bukti yang tercatat.")


def _unmet(found: Found) -> Table:
    rows = [
        (_office(report, a), Cell("Belum", state="belum"), Cell(said(report, a)))
        for report, a in found
    ]
    columns = ("Perangkat daerah", "Keadaan", "Alasan")
    caption = f"{len(rows)} perangkat daerah yang buktinya belum tercatat"
    empty = "Semua perangkat daerah yang terikat sudah tercatat buktinya."
    return Table(caption, columns, rows, empty)


def _idle(found: Found) -> Table:
    by_reason: dict[str, list[str]] = {}
    for report, a in found:
        by_reason.setdefault(said(report, a), []).append(report.profil.singkatan)
    rows = [(Cell(why), Cell(", ".join(who)), number(len(who))) for why, who in by_reason.items()]
    columns = ("Alasan", "Perangkat daerah", "Jumlah")
    return Table(f"{len(found)} perangkat daerah tidak terikat", columns, rows)


def _other_years(
    obligation: Obligation, year: YearReport, completeness: Completeness
) -> Iterator[Link]:
    for other in completeness.years:
        same = other.obligations is year.obligations
        if same and other is not year:
            yield Link(str(other.tahun), obligation_address(obligation.kode, other.tahun))


def _asked(questions: tuple[Link, ...]) -> Iterator[Section]:
    if questions:
        yield Section("Ditanyakan dalam kuesioner", links=questions, anchor="kuesioner")


def _elsewhere(others: tuple[Link, ...]) -> Section:
    told = () if others else ("Peraturannya berbeda pada tahun lain.",)
    return Section("Tahun lain", told, links=others, anchor="tahun-lain")
