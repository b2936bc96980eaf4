"""One obligation and year: the law quoted, how it is judged, who has it and who lacks it."""

from collections.abc import Iterator
from dataclasses import replace

from ppid.assessing.findings import address_of, obligation_address, said, worded
from ppid.assessing.model import Assessment, Obligation, OpdReport, State, YearReport
from ppid.assessing.score import evidence_in_words, scope_in_words, weight_in_words
from ppid.core.corpus import Corpus
from ppid.core.page import Body, Cell, Facets, Fact, Link, Page, Section
from ppid.publishing.page_parts import Columns, beside, body_page, brief, fact, quotes_of, table_of
from ppid.publishing.pages.kelengkapan import shared
from ppid.publishing.pages.kelengkapan.saq import questions_about
from ppid.publishing.publication import Publication
from ppid.values.citations import read as read_citations
from ppid.values.dates import format_tanggal
from ppid.values.numbers import format_bulat

Found = list[tuple[OpdReport, Assessment]]


def pages(year: YearReport, publication: Publication) -> Iterator[Page]:
    """Yield the page of every obligation of a year."""
    obligations, corpus = year.obligations.obligations, publication.corpus
    links = [Link(o.kode, obligation_address(o.kode, year.tahun)) for o in obligations]
    ordered = shared.by_name(year.reports)
    same_law = [
        other.tahun
        for other in publication.completeness.years
        if other.obligations.kumpulan is year.obligations.kumpulan and other is not year
    ]
    for place, obligation in enumerate(obligations):
        found = [(report, report.assessments[place]) for report in ordered]
        asked = questions_about(obligation.kode, year.tahun, corpus)
        others = tuple(Link(str(t), obligation_address(obligation.kode, t)) for t in same_law)
        different = () if others else ("Peraturannya berbeda pada tahun lain.",)
        questions = Section("Ditanyakan dalam kuesioner", links=asked, anchor="kuesioner")
        sections = (
            _law(obligation, corpus),
            *_offices(found),
            *((questions,) if asked else ()),
            Section("Tahun lain", different, links=others, anchor="tahun-lain"),
        )
        yield _page(obligation, year, found, sections, beside(links, place))


def _page(
    obligation: Obligation,
    year: YearReport,
    found: Found,
    sections: tuple[Section, ...],
    neighbours: tuple[Link, ...],
) -> Page:
    tahun = year.tahun
    lead = _lead(found, contoh=year.contoh)
    return body_page(
        Link(obligation.kode, obligation_address(obligation.kode, tahun)),
        Body(lead, tuple(_facts(obligation)), sections, neighbours=neighbours),
        title=f"{obligation.teks.rstrip('.')} ({tahun})",
        description=brief(f"Kewajiban {obligation.kode} pada {tahun}: {obligation.teks}."),
        section="kelengkapan",
        crumbs=(shared.INDEX, shared.year_link(tahun)),
        facets=Facets("Kelengkapan", tahun=str(tahun)),
        contoh=year.contoh,
    )


def _lead(found: Found, *, contoh: bool) -> str:
    count = {state: sum(a.state is state for _, a in found) for state in State}
    bound = sum(number for state, number in count.items() if state.counts)
    if not bound:
        return "Kewajiban ini tidak mengikat perangkat daerah mana pun pada tahun ini."
    met, all_ = format_bulat(count[State.TERPENUHI]), format_bulat(bound)
    sentence = f"{met} dari {all_} perangkat daerah yang terikat sudah tercatat buktinya."
    return worded(sentence, contoh=contoh)


def _facts(obligation: Obligation) -> Iterator[Fact]:
    yield fact("Kode", obligation.kode)
    yield fact("Kategori", obligation.kategori.nama)
    yield fact("Berlaku bagi", scope_in_words(obligation))
    told = "; atau ".join(evidence_in_words(obligation))
    yield fact("Yang dihitung sebagai bukti", f"{told[:1].upper()}{told[1:]}.")
    clock = obligation.tenggat
    decides = " Bukti yang melewatinya belum memenuhi." if obligation.tenggat_menentukan else ""
    basis = f" ({clock.dasar})" if clock and clock.dasar else ""
    words = f"{clock.teks}{basis}.{decides}" if clock else "Tidak ada tenggat yang dihitung."
    yield fact("Tenggat", words)
    weight = f"{weight_in_words(obligation)}. {obligation.alasan_bobot}".strip()
    yield fact("Bobot", weight, Cell(shared.METHOD.label, shared.METHOD.url))


def _law(obligation: Obligation, corpus: Corpus) -> Section:
    quotes = quotes_of(map(str, read_citations(obligation.dasar).citations), corpus)
    if not quotes:
        missing = f"{obligation.dasar}. Bunyinya belum tercatat di situs ini."
        return Section("Bunyi ketentuan", (missing,), anchor="dasar")
    explained = (*quotes[:-1], replace(quotes[-1], penjelasan=obligation.teks))
    return Section("Bunyi ketentuan", quotes=explained, anchor="dasar")


# ---- who has it, who lacks it, whom it does not bind


_BESIDE = {
    State.PERLU_DILIHAT: "Yang perlu dilihat pemantau",
    State.TERCATAT: "Yang tercatat di luar persen",
}


def _offices(found: Found) -> Iterator[Section]:
    met = [(r, a) for r, a in found if a.state is State.TERPENUHI]
    unmet = [(r, a) for r, a in found if a.state is State.BELUM]
    idle = [(r, a) for r, a in found if a.state is State.TIDAK_BERLAKU]
    with_evidence: Columns[tuple[OpdReport, Assessment]] = {
        "Perangkat daerah": _office,
        "Bukti pertama": lambda one: (
            Cell(one[1].evidence[0].label, one[1].evidence[0].url)
            if one[1].evidence
            else said(*one)
        ),
        "Jumlah bukti": lambda one: len(one[1].evidence),
        "Tanggal bukti": lambda one: (
            format_tanggal(one[1].diperbarui) if one[1].diperbarui else "tidak dicantumkan"
        ),
        "Keadaan": lambda one: (
            Cell("Terpenuhi, tenggat lewat", state="sebagian")
            if shared.is_late(one[1])
            else Cell("Terpenuhi", state="terpenuhi")
        ),
    }
    caption = f"{len(met)} perangkat daerah yang buktinya tercatat"
    table = table_of(caption, met, with_evidence, "Belum ada bukti yang tercatat.")
    yield Section("Yang buktinya tercatat", table=table, anchor="terpenuhi")
    without: Columns[tuple[OpdReport, Assessment]] = {
        "Perangkat daerah": _office,
        "Keadaan": lambda _: Cell("Belum", state="belum"),
        "Alasan": lambda one: said(*one),
    }
    caption = f"{len(unmet)} perangkat daerah yang buktinya belum tercatat"
    empty = "Semua perangkat daerah yang terikat sudah tercatat buktinya."
    table = table_of(caption, unmet, without, empty)
    yield Section("Yang buktinya belum tercatat", table=table, anchor="belum")
    seen: Columns[tuple[OpdReport, Assessment]] = {
        "Perangkat daerah": _office,
        "Keadaan": lambda one: Cell("", state=one[1].state.value),
        "Alasan": lambda one: said(*one),
    }
    for state, title in _BESIDE.items():
        beside_them = [(r, a) for r, a in found if a.state is state]
        if beside_them:
            caption = f"{len(beside_them)} perangkat daerah, {title}"
            table = table_of(caption, beside_them, seen)
            yield Section(title, table=table, anchor=state.value)
    if idle:
        by_reason: dict[str, list[str]] = {}
        for report, a in idle:
            by_reason.setdefault(said(report, a), []).append(report.profil.singkatan)
        reasons: Columns[str] = {
            "Alasan": str,
            "Perangkat daerah": lambda why: ", ".join(by_reason[why]),
            "Jumlah": lambda why: len(by_reason[why]),
        }
        table = table_of(f"{len(idle)} perangkat daerah tidak terikat", by_reason, reasons)
        yield Section("Yang tidak terikat", table=table, anchor="tidak-berlaku")


def _office(one: tuple[OpdReport, Assessment]) -> Cell:
    report, assessment = one
    return Cell(report.profil.nama, address_of(assessment))
