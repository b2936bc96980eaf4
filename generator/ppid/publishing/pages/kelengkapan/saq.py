"""Questions of evaluations: a numbered page for each, with what answers it and since when."""

from collections.abc import Iterator, Sequence

from ppid.assessing.findings import address_of, obligation_address, worded
from ppid.assessing.model import Assessment, Completeness, OpdReport, State, YearReport
from ppid.checking.check import all_requirements
from ppid.core.corpus import Corpus
from ppid.core.page import Body, Cell, Fact, Link, Page, Section, Table, rule_url
from ppid.kinds.acuan.saq import Indikator, KuesionerSaq, Pertanyaan, covers
from ppid.kinds.wording import BERANDA, brief, format_bulat, format_tanggal, number
from ppid.publishing.pages.kelengkapan.words import INDEX, METHOD, around, by_name, is_demonstration

ALL = Link("Kuesioner", "kelengkapan/saq/")
_WORDING = "Kata-kata pertanyaan ini milik situs ini, bukan bunyi kuesionernya."
_NOT_HERE = "Belum ada yang tercatat di situs ini untuk menjawabnya."


def saq_url(tahun: int, kode: str = "") -> str:
    """Return the address of a questionnaire, or of one of its questions."""
    return f"kelengkapan/saq/{tahun}/{f'{kode.lower()}/' if kode else ''}"


def questions_about(kode: str, tahun: int, corpus: Corpus) -> tuple[Link, ...]:
    """Return the questions of a year that an obligation answers."""
    saq = corpus.get(KuesionerSaq, tahun=tahun)
    return tuple(
        Link(f"{each.kode}: {each.teks}", saq_url(tahun, each.kode))
        for each in (saq.pertanyaan if saq else ())
        if any(covers(written)(kode) for written in each.kewajiban)
    )


def pages(completeness: Completeness, corpus: Corpus) -> Iterator[Page]:
    """Yield the list of questionnaires, then the index and the questions of each."""
    if corpus.of(KuesionerSaq):
        yield _all(corpus)
    for saq in corpus.of(KuesionerSaq):
        year = completeness.year(saq.id.tahun)
        links = [Link(each.kode, saq_url(saq.id.tahun, each.kode)) for each in saq.pertanyaan]
        yield _index(saq, year, corpus)
        for place, each in enumerate(saq.pertanyaan):
            yield _question(saq, each, year, around(links, place), corpus)


def _all(corpus: Corpus) -> Page:
    lead = "Pertanyaan yang dipakai menilai keterbukaan badan publik, dan bukti jawabannya."
    newest = sorted(corpus.of(KuesionerSaq), key=lambda saq: saq.id.tahun, reverse=True)
    rows = [
        (
            Cell(f"{saq.judul} {saq.id.tahun}", _name(saq).url),
            number(len(saq.indikator)),
            number(len(saq.pertanyaan)),
        )
        for saq in newest
    ]
    table = Table(f"{len(rows)} kuesioner", ("Kuesioner", "Indikator", "Pertanyaan"), rows)
    return Page(
        url=ALL.url,
        title="Kuesioner penilaian",
        description=lead,
        section="kelengkapan",
        template="jenis/rincian.html",
        context=Body(lead, sections=(Section("", (_WORDING,), table=table),)),
        crumbs=(BERANDA, INDEX),
        name=ALL.label,
    )


def _name(saq: KuesionerSaq) -> Link:
    return Link(f"Kuesioner {saq.id.tahun}", saq_url(saq.id.tahun))


def _index(saq: KuesionerSaq, year: YearReport | None, corpus: Corpus) -> Page:
    tahun = saq.id.tahun
    lead = f"{len(saq.pertanyaan)} pertanyaan dalam {len(saq.indikator)} indikator, dan buktinya."
    about = Section("", tuple(filter(None, (_WORDING, f"Sumber: {saq.sumber}.", saq.catatan))))
    groups = tuple(_group(saq, indikator, year) for indikator in saq.indikator)
    return Page(
        url=saq_url(tahun),
        title=f"{saq.judul} {tahun}",
        description=f"{saq.judul} {tahun}: {lead}",
        section="kelengkapan",
        template="jenis/rincian.html",
        context=Body(lead, sections=(about, *groups, Section("", links=(METHOD,)))),
        crumbs=(BERANDA, INDEX, ALL),
        name=_name(saq).label,
        sources=(saq.path,),
        contoh=is_demonstration(corpus),
    )


def _group(saq: KuesionerSaq, indikator: Indikator, year: YearReport | None) -> Section:
    rows = [
        (
            Cell(each.kode, saq_url(saq.id.tahun, each.kode)),
            Cell(each.teks),
            Cell(_answer(each, year)),
        )
        for each in saq.pertanyaan
        if each.indikator == indikator.kode
    ]
    table = Table(
        f"{len(rows)} pertanyaan",
        ("Nomor", "Pertanyaan", "Yang menjawab"),
        rows,
        "Butir pertanyaannya belum pernah dibaca, jadi belum dicatat.",
    )
    told = (f"Sumber indikator: {indikator.sumber}.",)
    return Section(indikator.nama, told, table=table, anchor=f"indikator-{indikator.kode}")


def _answer(each: Pertanyaan, year: YearReport | None) -> str:
    """Say briefly what answers a question."""
    found = [a for _, a in answers(each, year)]
    met = sum(a.state is State.TERPENUHI for a in found)
    bound = sum(a.state is not State.TIDAK_BERLAKU for a in found)
    parts = [f"{format_bulat(met)} dari {format_bulat(bound)} kewajiban terpenuhi"] if found else []
    if each.halaman:
        parts.append(f"{len(each.halaman)} halaman")
    return "; ".join(parts) or "belum ada"


def answers(each: Pertanyaan, year: YearReport | None) -> list[tuple[OpdReport, Assessment]]:
    """Return the assessments that answer a question, OPD by OPD."""
    if year is None or not each.kewajiban:
        return []
    meant = [covers(kode) for kode in each.kewajiban]
    places = [
        i for i, o in enumerate(year.obligations.obligations) if any(fits(o.kode) for fits in meant)
    ]
    return [(r, r.assessments[i]) for r in by_name(year.reports) for i in places]


def _question(
    saq: KuesionerSaq,
    each: Pertanyaan,
    year: YearReport | None,
    neighbours: tuple[Link, ...],
    corpus: Corpus,
) -> Page:
    found = answers(each, year)
    contoh = is_demonstration(corpus)
    lead = _NOT_HERE
    if found or each.halaman:
        lead = worded(f"Yang menjawabnya: {_answer(each, year)}.", contoh=contoh)
    indikator = next((i.nama for i in saq.indikator if i.kode == each.indikator), each.indikator)
    facts = [Fact("Nomor", (Cell(each.kode),)), Fact("Indikator", (Cell(indikator),))]
    facts.append(Fact("Dibaca dalam", (Cell(each.sumber),)))
    if each.catatan:
        facts.append(Fact("Catatan", (Cell(each.catatan),)))
    return Page(
        url=saq_url(saq.id.tahun, each.kode),
        title=each.teks,
        description=brief(f"Pertanyaan {each.kode} ({saq.id.tahun}): {each.teks} {lead}"),
        section="kelengkapan",
        template="jenis/rincian.html",
        context=Body(
            lead,
            tuple(facts),
            tuple(_sections(each, found, year, format_tanggal(corpus.today))),
            (),
            neighbours,
        ),
        crumbs=(BERANDA, INDEX, ALL, _name(saq)),
        name=each.kode,
        sources=(saq.path,),
        contoh=contoh,
    )


def _sections(
    each: Pertanyaan,
    found: Sequence[tuple[OpdReport, Assessment]],
    year: YearReport | None,
    today: str,
) -> Iterator[Section]:
    yield Section("", (_WORDING,))
    if each.halaman:
        links = tuple(Link(page.judul, page.alamat) for page in each.halaman)
        told = f"Isi halaman menurut data per {today}."
        yield Section("Halaman yang menjawab", (told,), links=links, anchor="halaman")
    if year and found:
        yield _by_obligation(found, year)
        yield _evidence(found)
    if each.aturan:
        known = all_requirements()
        links = tuple(
            Link(f"{rule}: {known[rule].title}", rule_url(rule))
            for rule in each.aturan
            if rule in known
        )
        yield Section("Aturan yang memeriksanya", links=links, anchor="aturan")


def _by_obligation(found: Sequence[tuple[OpdReport, Assessment]], year: YearReport) -> Section:
    counts: dict[str, list[int]] = {}
    texts = {a.obligation.kode: a.obligation for _, a in found}
    for _, a in found:
        tally = counts.setdefault(a.obligation.kode, [0, 0])
        tally[0] += a.state is State.TERPENUHI
        tally[1] += a.state is State.BELUM
    rows = [
        (
            Cell(kode, obligation_address(kode, year.tahun)),
            Cell(texts[kode].teks),
            number(met),
            number(unmet),
        )
        for kode, (met, unmet) in counts.items()
    ]
    columns = ("Kode", "Kewajiban", "Bukti tercatat", "Belum tercatat")
    table = Table(f"{len(rows)} kewajiban, jumlah perangkat daerah", columns, rows)
    return Section("Kewajiban yang menjawab", table=table, anchor="kewajiban")


def _evidence(found: Sequence[tuple[OpdReport, Assessment]]) -> Section:
    rows = [
        (
            Cell(report.profil.nama, address_of(a)),
            Cell(a.obligation.kode),
            Cell(evidence.label, evidence.url),
            Cell(*_document(evidence.tautan)),
            Cell(format_tanggal(evidence.diperbarui) if evidence.diperbarui else "belum diketahui"),
        )
        for report, a in found
        if a.state is State.TERPENUHI
        for evidence in a.evidence[:1]
    ]
    columns = ("Perangkat daerah", "Kewajiban", "Bukti", "Dokumen", "Tanggal")
    each = "satu untuk setiap kewajiban dan perangkat daerah"
    caption = f"{format_bulat(len(rows))} bukti pertama, {each}"
    table = Table(caption, columns, rows, "Belum ada bukti yang tercatat.")
    return Section("Bukti", table=table, anchor="bukti")


def _document(address: str) -> tuple[str, str]:
    return ("buka", address) if address else ("tidak ada tautan", "")
