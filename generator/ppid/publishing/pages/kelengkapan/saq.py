"""Questions of evaluations: a numbered page for each, and the form as each OPD answers it."""

from collections import Counter
from collections.abc import Iterator, Sequence

from ppid.assessing.findings import address_of, obligation_address, report_address, worded
from ppid.assessing.model import Assessment, Evidence, Obligation, OpdReport, State, YearReport
from ppid.assessing.questionnaire import (
    FormRow,
    counted,
    duties_of,
    form_of_body,
    form_of_opd,
    unmapped,
    weight_in_words,
)
from ppid.checking.check import all_requirements
from ppid.core.corpus import Corpus
from ppid.core.page import Body, Cell, Facets, Fact, Link, Page, Section, rule_url
from ppid.kinds.acuan.saq import STATUS_PERTANYAAN, KuesionerSaq, Pertanyaan, covers
from ppid.publishing.page_parts import Columns, beside, body_page, brief, fact, table_of
from ppid.publishing.pages.kelengkapan import shared
from ppid.publishing.publication import Publication
from ppid.values.dates import format_tanggal
from ppid.values.numbers import format_bulat

ALL = Link("Kuesioner", "kelengkapan/saq/")
_FOLDED = 20
"""Evidence beyond which its table is folded: it can be long, and few look at each piece."""
_AT_ONCE = 8
"""How many rows of a group the answers of an OPD show unfolded."""
_WORDING = "Pertanyaan ditulis dengan kata-kata situs ini, bukan dikutip dari kuesionernya."
_NO_WEIGHTS = (
    "Nilai setiap pertanyaan tidak ditampilkan, karena bobotnya tidak disebut dalam sumber yang "
    "dipakai di sini. Bobot resminya dapat ditanyakan ke Komisi Informasi."
)

Answers = list[tuple[OpdReport, Assessment]]


def saq_url(tahun: int, kode: str = "") -> str:
    """Return the address of a questionnaire, or of one of its questions."""
    return f"{ALL.url}{tahun}/{f'{kode.lower()}/' if kode else ''}"


def form_url(tahun: int, opd: str = "") -> str:
    """Return the address of the form of an OPD; without one, that of the body, without its end."""
    if opd:
        return f"{_answers_url(tahun, opd)}kuesioner-{tahun}-{opd}"
    return f"{saq_url(tahun)}kuesioner-{tahun}"


def _answers_url(tahun: int, opd: str) -> str:
    """Return the address of the answers of an OPD; no question has the number “opd”."""
    return f"{saq_url(tahun)}opd/{opd}/"


def answers_link(opd: str, tahun: int, corpus: Corpus) -> Link | None:
    """Lead to the answers of an OPD, where the questions of the year are on file."""
    if corpus.get(KuesionerSaq, tahun=tahun) is None:
        return None
    return Link(f"Jawaban kuesioner {tahun}", _answers_url(tahun, opd))


def questions_about(kode: str, tahun: int, corpus: Corpus) -> tuple[Link, ...]:
    """Return the questions of a year that an obligation answers."""
    saq = corpus.get(KuesionerSaq, tahun=tahun)
    return tuple(
        Link(f"{each.kode}: {each.teks}", saq_url(tahun, each.kode))
        for each in (saq.pertanyaan if saq else ())
        if any(covers(written)(kode) for written in each.kewajiban)
    )


def pages(publication: Publication) -> Iterator[Page]:
    """Yield the list of questionnaires, then the index and the questions of each."""
    found = publication.corpus.of(KuesionerSaq)
    if found:
        newest_first = sorted(found, key=lambda saq: saq.id.tahun, reverse=True)
        yield _all(newest_first, contoh=publication.contoh)
    for saq in found:
        year = publication.completeness.year(saq.id.tahun)
        answers = [_answers(each, year) for each in saq.pertanyaan]
        yield _index(saq, answers, year, publication)
        for place, found_here in enumerate(answers):
            yield _question(saq, place, found_here, publication)


def pages_of_opd(opd: str, publication: Publication) -> Iterator[Page]:
    """Yield the answers of an OPD to every questionnaire whose year was assessed."""
    for saq in publication.corpus.of(KuesionerSaq):
        year = publication.completeness.year(saq.id.tahun)
        report = publication.completeness.report(opd, saq.id.tahun)
        if year and report:
            yield _of_opd(saq, report, year)


def _answers(each: Pertanyaan, year: YearReport | None) -> Answers:
    """Return the assessments that answer a question, OPD by OPD."""
    if year is None:
        return []
    codes = {o.kode for o in duties_of(each, year.obligations)}
    return [
        (report, a)
        for report in shared.by_name(year.reports)
        for a in report.assessments
        if a.obligation.kode in codes
    ]


def _in_short(each: Pertanyaan, found: Answers) -> str:
    """Say briefly what answers a question."""
    met = sum(a.state is State.TERPENUHI for _, a in found)
    bound = sum(a.state.counts for _, a in found)
    parts = [f"{format_bulat(met)} dari {format_bulat(bound)} kewajiban terpenuhi"] if found else []
    if each.halaman:
        parts.append(f"{len(each.halaman)} halaman")
    return "; ".join(parts) or "belum ada"


def _all(newest_first: list[KuesionerSaq], *, contoh: bool) -> Page:
    columns: Columns[KuesionerSaq] = {
        "Kuesioner": lambda saq: Cell(f"{saq.judul} {saq.id.tahun}", saq_url(saq.id.tahun)),
        "Indikator": lambda saq: len(saq.indikator),
        "Pertanyaan": lambda saq: len(saq.pertanyaan),
    }
    table = table_of(f"{len(newest_first)} kuesioner", newest_first, columns)
    lead = "Pertanyaan yang dipakai menilai keterbukaan badan publik, dan bukti jawabannya."
    return body_page(
        ALL,
        Body(lead, sections=(Section("", (_WORDING,), table=table),)),
        title="Kuesioner penilaian",
        section="kelengkapan",
        crumbs=(shared.INDEX,),
        contoh=contoh,
    )


def _link(saq: KuesionerSaq) -> Link:
    return Link(f"Kuesioner {saq.id.tahun}", saq_url(saq.id.tahun))


def _index(
    saq: KuesionerSaq, answers: list[Answers], year: YearReport | None, publication: Publication
) -> Page:
    tahun = saq.id.tahun
    weighed = _weighed(saq)
    no_weights = "" if weighed else _NO_WEIGHTS
    about = tuple(filter(None, (_WORDING, f"Sumber: {saq.sumber}.", saq.catatan, no_weights)))
    sections = [Section("", about), *(_form(saq, year) if year else ())]
    columns: Columns[tuple[Pertanyaan, Answers]] = {
        "Nomor": lambda one: Cell(one[0].kode, saq_url(tahun, one[0].kode)),
        "Pertanyaan": lambda one: one[0].teks,
        **({"Nilai": lambda one: weight_in_words(one[0].bobot)} if weighed else {}),
        "Kepastian": lambda one: STATUS_PERTANYAAN[one[0].status],
        "Yang menjawab": lambda one: _in_short(*one),
    }
    pairs = list(zip(saq.pertanyaan, answers, strict=True))
    for indikator in saq.indikator:
        own = [pair for pair in pairs if pair[0].indikator == indikator.kode]
        empty = "Pertanyaan untuk indikator ini belum tercatat."
        table = table_of(f"{len(own)} pertanyaan, {indikator.nama}", own, columns, empty)
        weight = "" if indikator.bobot is None else f"Nilai: {weight_in_words(indikator.bobot)}. "
        source = f"{weight}Sumber: {indikator.sumber}."
        anchor = f"indikator-{indikator.kode}"
        sections.append(Section(indikator.nama, (source,), table=table, anchor=anchor))
    if year:
        sections += [_not_mapped(saq, year), _offices(saq, year)]
    sections.append(Section("", links=(shared.METHOD,)))
    lead = f"{len(saq.pertanyaan)} pertanyaan dalam {len(saq.indikator)} indikator, dan buktinya."
    return body_page(
        _link(saq),
        Body(lead, sections=tuple(sections)),
        title=f"{saq.judul} {tahun}",
        description=f"{saq.judul} {tahun}: {lead}",
        section="kelengkapan",
        crumbs=(shared.INDEX, ALL),
        sources=(saq.path,),
        contoh=year.contoh if year else publication.contoh,
    )


def _form(saq: KuesionerSaq, year: YearReport) -> Iterator[Section]:
    """Yield how the body as one answers, and the files of the form."""
    rows, tahun = form_of_body(saq, year), saq.id.tahun
    shape = f" Susunan kolomnya mengikuti {saq.bentuk}." if saq.bentuk else ""
    told = (
        worded(f"{_in_numbers(rows)} menurut seluruh perangkat daerah.", contoh=year.contoh),
        (
            "Formulir di bawah memetakan setiap kewajiban ke pertanyaan yang diketahui; selebihnya "
            f"tercantum sebagai “tidak dipetakan”.{shape}"
        ),
    )
    links = (
        Link("Formulir kuesioner badan (XLSX)", f"{form_url(tahun)}.xlsx"),
        Link("Semua jawaban, badan dan perangkat daerah (CSV)", f"{form_url(tahun)}.csv"),
    )
    yield Section("Formulir terisi", told, links=links, anchor="formulir")


def _weighed(saq: KuesionerSaq) -> bool:
    """Tell whether the weight of any question is on file."""
    return any(each.bobot is not None for each in saq.pertanyaan)


def _in_numbers(rows: Sequence[FormRow]) -> str:
    """Say how many duties are answered how."""
    counts = counted(rows)
    said = ", ".join(f"{ada.lower()} {format_bulat(count)}" for ada, count in counts.items())
    return f"Jawaban atas {format_bulat(sum(counts.values()))} baris kewajiban: {said}"


def _not_mapped(saq: KuesionerSaq, year: YearReport) -> Section:
    found, tahun = unmapped(saq, year.obligations), saq.id.tahun
    columns: Columns[Obligation] = {
        "Kode": lambda o: Cell(o.kode, obligation_address(o.kode, tahun)),
        "Kewajiban": lambda o: o.teks,
        "Dasar": lambda o: o.dasar,
    }
    table = table_of(f"{len(found)} kewajiban", found, columns, "Semua kewajiban dipetakan.")
    told = "Tidak ada pertanyaan yang diketahui menanyakannya; tetap dinilai di halaman lain."
    folded = f"Tampilkan {table.caption}" if found else ""
    title = "Kewajiban yang tidak dipetakan"
    return Section(title, (told,), table=table, anchor="tidak-dipetakan", folded=folded)


def _offices(saq: KuesionerSaq, year: YearReport) -> Section:
    tahun = saq.id.tahun
    columns: Columns[OpdReport] = {
        "Perangkat daerah": lambda r: Cell(r.profil.nama, _answers_url(tahun, r.opd)),
        "Terpenuhi": lambda r: r.score.terpenuhi,
        "Berlaku": lambda r: r.score.berlaku,
        "Formulir": lambda r: Cell("XLSX", f"{form_url(tahun, r.opd)}.xlsx"),
    }
    found = shared.by_name(year.reports)
    caption = shared.tagged(f"{len(found)} perangkat daerah", contoh=year.contoh)
    table = table_of(caption, found, columns)
    title, folded = "Jawaban setiap perangkat daerah", f"Tampilkan {caption}"
    return Section(title, table=table, anchor="perangkat-daerah", folded=folded)


# ---- the answers of one OPD


def _of_opd(saq: KuesionerSaq, report: OpdReport, year: YearReport) -> Page:
    tahun, name, rows = saq.id.tahun, report.profil.nama, form_of_opd(saq, report, year)
    weighed = _weighed(saq)
    about = tuple(filter(None, (_WORDING, saq.catatan, "" if weighed else _NO_WEIGHTS)))
    download = Link("Formulir kuesioner ini (XLSX)", f"{form_url(tahun, report.opd)}.xlsx")
    whole = Link(f"Kelengkapan {name} {tahun}", report_address(report.opd, tahun))
    sections = [Section("", about, links=(download, whole))]
    columns: Columns[FormRow] = {
        "No": lambda row: row.no,
        "Pertanyaan": lambda row: row.indikator,
        "Yang menjawab": lambda row: (
            Cell(row.sub_indikator, f"{whole.url}#{row.kode}") if row.kode else row.sub_indikator
        ),
        "Ada": lambda row: row.ada,
        "Bukti": lambda row: Cell("buka", row.bukti[0]) if row.bukti else "–",
        **({"Nilai": lambda row: row.total_nilai} if weighed else {}),
    }
    weights = {
        indikator.nama: weight_in_words(indikator.bobot)
        for indikator in saq.indikator
        if indikator.bobot is not None
    }
    for variabel in dict.fromkeys(row.variabel for row in rows):
        own = [row for row in rows if row.variabel == variabel]
        weight = weights.get(variabel)
        told = (f"Nilai: {weight}.",) if weight else ()
        caption = shared.tagged(f"{len(own)} baris", contoh=report.contoh)
        folded = f"Tampilkan {len(own)} baris" if len(own) > _AT_ONCE else ""
        table = table_of(caption, own, columns)
        sections.append(Section(variabel, told, table=table, folded=folded))
    return body_page(
        Link(name, _answers_url(tahun, report.opd)),
        Body(worded(f"{_in_numbers(rows)}.", contoh=report.contoh), sections=tuple(sections)),
        title=f"Jawaban kuesioner {tahun}: {name}",
        section="kelengkapan",
        crumbs=(shared.INDEX, ALL, _link(saq)),
        facets=Facets("Kelengkapan", name, str(tahun)),
        sources=(saq.path,),
        contoh=report.contoh,
    )


# ---- one question


def _question(saq: KuesionerSaq, place: int, found: Answers, publication: Publication) -> Page:
    each, tahun = saq.pertanyaan[place], saq.id.tahun
    contoh = publication.contoh or any(report.contoh for report, _ in found)
    lead = "Belum ada yang tercatat di situs ini untuk menjawabnya."
    if found or each.halaman:
        sentence = f"Yang menjawabnya: {_in_short(each, found)}."
        lead = worded(sentence, contoh=contoh)
    around = beside(saq.pertanyaan, place)
    return body_page(
        Link(each.kode, saq_url(tahun, each.kode)),
        Body(
            lead,
            tuple(_facts(each, saq)),
            tuple(_sections(each, found, tahun, publication.corpus)),
            neighbours=tuple(Link(one.kode, saq_url(tahun, one.kode)) for one in around),
        ),
        title=each.teks,
        description=brief(f"Pertanyaan {each.kode} ({tahun}): {each.teks} {lead}"),
        section="kelengkapan",
        crumbs=(shared.INDEX, ALL, _link(saq)),
        sources=(saq.path,),
        contoh=contoh,
    )


def _facts(each: Pertanyaan, saq: KuesionerSaq) -> Iterator[Fact]:
    yield fact("Nomor", each.kode)
    names = {indikator.kode: indikator.nama for indikator in saq.indikator}
    yield fact("Indikator", names.get(each.indikator, each.indikator))
    if each.bobot is not None:
        yield fact("Nilai", weight_in_words(each.bobot))
    yield fact("Sumber", each.sumber)
    yield fact("Kepastian", f"Butir {STATUS_PERTANYAAN[each.status]}")
    if each.catatan:
        yield fact("Catatan", each.catatan)


def _sections(each: Pertanyaan, found: Answers, tahun: int, corpus: Corpus) -> Iterator[Section]:
    yield Section("", (_WORDING,))
    if each.halaman:
        links = tuple(Link(page.judul, page.alamat) for page in each.halaman)
        told = f"Isi halaman menurut data per {format_tanggal(corpus.today)}."
        yield Section("Halaman yang menjawab", (told,), links=links, anchor="halaman")
    if found:
        yield _by_obligation(found, tahun)
        yield _evidence(found)
    if each.aturan:
        known = all_requirements()
        links = tuple(
            Link(f"{rule}: {known[rule].title}", rule_url(rule))
            for rule in each.aturan
            if rule in known
        )
        yield Section("Aturan yang memeriksanya", links=links, anchor="aturan")


def _by_obligation(found: Answers, tahun: int) -> Section:
    texts = {a.obligation.kode: a.obligation.teks for _, a in found}
    states = Counter((a.obligation.kode, a.state) for _, a in found)
    columns: Columns[str] = {
        "Kode": lambda kode: Cell(kode, obligation_address(kode, tahun)),
        "Kewajiban": lambda kode: texts[kode],
        "Bukti tercatat": lambda kode: states[kode, State.TERPENUHI],
        "Belum tercatat": lambda kode: states[kode, State.BELUM],
    }
    table = table_of(f"{len(texts)} kewajiban, jumlah perangkat daerah", texts, columns)
    return Section("Kewajiban yang menjawab", table=table, anchor="kewajiban")


def _evidence(found: Answers) -> Section:
    first = [(r, a, e) for r, a in found if a.state is State.TERPENUHI for e in a.evidence[:1]]
    columns: Columns[tuple[OpdReport, Assessment, Evidence]] = {
        "Perangkat daerah": lambda one: Cell(one[0].profil.nama, address_of(one[1])),
        "Kewajiban": lambda one: one[1].obligation.kode,
        "Bukti": lambda one: Cell(one[2].label, one[2].url),
        "Dokumen": lambda one: Cell("buka", one[2].tautan) if one[2].tautan else "tidak ada tautan",
        "Tanggal": lambda one: (
            format_tanggal(one[2].diperbarui) if one[2].diperbarui else "tidak dicantumkan"
        ),
    }
    each = "satu untuk setiap kewajiban dan perangkat daerah"
    caption = f"{format_bulat(len(first))} bukti pertama, {each}"
    table = table_of(caption, first, columns, "Belum ada bukti yang tercatat.")
    folded = f"Lihat {format_bulat(len(first))} bukti" if len(first) > _FOLDED else ""
    return Section("Bukti", table=table, anchor="bukti", folded=folded)
