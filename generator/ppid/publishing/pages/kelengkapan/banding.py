"""Two side by side: an OPD in two years, each on its page, and two OPDs of a year, as chosen.

Two OPDs are compared by a script on the published table of the year; without one, the matrices of
the categories show all OPDs beside each other.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from ppid.assessing.comparison import YearsCompared, compare_years, one_law, pairs_of_years
from ppid.assessing.findings import address_of, category_address, report_address, said, worded
from ppid.assessing.model import Assessment, OpdReport, State, YearReport
from ppid.core.page import Body, Cell, Facets, Link, Page, Section, Table
from ppid.history.events import counted
from ppid.kinds import url_of
from ppid.kinds.rows import rows_of
from ppid.publishing.page_parts import Columns, body_page, table_of
from ppid.publishing.pages.daftar import LISTS
from ppid.publishing.pages.kelengkapan import shared
from ppid.publishing.publication import Publication
from ppid.values.numbers import format_bulat

INDEX = Link("Bandingkan", "kelengkapan/banding/")
_OTHER_LAW = (
    "Kedua tahun dinilai menurut peraturan yang berbeda, jadi kewajiban dan nilainya tidak dapat "
    "dibandingkan. Yang dapat dibandingkan adalah daftarnya."
)
_LEAD = "Satu perangkat daerah pada dua tahun, atau dua perangkat daerah pada tahun yang sama."


@dataclass(frozen=True, slots=True)
class TahunBanding:
    """A year that can be chosen, with the tables that show its OPDs side by side."""

    tahun: int
    kategori: tuple[Link, ...]
    unduhan: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class PilihanBanding:
    """What the template of the choice needs; `opd` are slugs with names, `tahun` newest first."""

    lead: str
    warnings: tuple[str, ...]
    opd: tuple[tuple[str, str], ...]
    tahun: tuple[TahunBanding, ...]
    antar_tahun: Section


def table_url(tahun: int) -> str:
    """Return the address of the table of a year without its ending: CSV and JSON."""
    return f"{INDEX.url}{tahun}"


def change_url(before: int, after: int) -> str:
    """Return the address of what changed between two years without its ending: CSV and JSON."""
    return f"{INDEX.url}perubahan-{before}-{after}"


def _address(opd: str, before: int, after: int) -> str:
    return f"{INDEX.url}{opd}/{before}-{after}/"


def years_link(opd: str, tahun: int, publication: Publication) -> Link | None:
    """Lead from a year of an OPD to what changed since the one before; None for the first."""
    for earlier, later in pairs_of_years(publication.completeness):
        if later.tahun == tahun:
            label = f"Dibandingkan dengan {earlier.tahun}"
            return Link(label, _address(opd, earlier.tahun, tahun))
    return None


def page(publication: Publication) -> Iterator[Page]:
    """Yield the page of the choice, where there is anything to compare."""
    years = publication.completeness.years
    if not years:
        return
    yield Page(
        url=INDEX.url,
        title="Bandingkan kelengkapan",
        description=_LEAD,
        section="kelengkapan",
        template="jenis/kelengkapan/banding.html",
        context=PilihanBanding(
            lead=_LEAD,
            warnings=(),
            opd=tuple((r.opd, r.profil.nama) for r in shared.by_name(years[-1].reports)),
            tahun=tuple(map(_choice, reversed(years))),
            antar_tahun=_between_years(publication),
        ),
        crumbs=(shared.INDEX,),
        name=INDEX.label,
        contoh=any(year.contoh for year in years),
    )


def _choice(year: YearReport) -> TahunBanding:
    url = table_url(year.tahun)
    return TahunBanding(
        tahun=year.tahun,
        kategori=tuple(
            Link(category.nama, category_address(category.kode, year.tahun))
            for category, _ in year.categories
        ),
        unduhan=(
            Link(f"Semua perangkat daerah berdampingan, {year.tahun} (CSV)", f"{url}.csv"),
            Link(f"Semua perangkat daerah berdampingan, {year.tahun} (JSON)", f"{url}.json"),
        ),
    )


def _between_years(publication: Publication) -> Section:
    completeness = publication.completeness
    pairs = pairs_of_years(completeness)
    found = shared.by_name(completeness.years[-1].reports)
    rows = [
        (
            Cell(r.profil.nama, report_address(r.opd, r.tahun)),
            *(Cell("bandingkan", _address(r.opd, a.tahun, b.tahun)) for a, b in pairs),
        )
        for r in found
    ]
    columns = ("Perangkat daerah", *(f"{a.tahun}–{b.tahun}" for a, b in pairs))
    table = Table(f"{len(found)} perangkat daerah", columns, rows, matrix=True) if pairs else None
    told = "Setiap pasangan tahun yang berurutan: kewajiban, nilai, dan daftarnya."
    links = tuple(
        Link(f"Semua perubahan {a.tahun}–{b.tahun} ({kind.upper()})", f"{url}.{kind}")
        for a, b in pairs
        if one_law(a, b)
        for kind in ("csv", "json")
        for url in (change_url(a.tahun, b.tahun),)
    )
    title = "Satu perangkat daerah, dua tahun"
    return Section(title, (told,), table=table, links=links, anchor="dua-tahun")


# ---- one OPD in two years


def pages_of_opd(opd: str, publication: Publication) -> Iterator[Page]:
    """Yield a page for each pair of years that follow each other."""
    every = list(compare_years(opd, publication.completeness))
    for place, compared in enumerate(every):
        around = (*every[max(place - 1, 0) : place], *every[place + 1 : place + 2])
        yield _page(compared, tuple(map(_link, around)), publication)


def _link(compared: YearsCompared) -> Link:
    before, after = compared.before.tahun, compared.after.tahun
    return Link(f"{before} dan {after}", _address(compared.after.opd, before, after))


def _page(compared: YearsCompared, around: tuple[Link, ...], publication: Publication) -> Page:
    before, after = compared.before, compared.after
    name, contoh = after.profil.nama, before.contoh or after.contoh
    whole = tuple(
        Link(f"Kelengkapan {name} {r.tahun}", report_address(r.opd, r.tahun))
        for r in (before, after)
    )
    table = Link("Semua perangkat daerah (CSV)", f"{change_url(before.tahun, after.tahun)}.csv")
    sections = [
        _figures(compared, contoh=contoh),
        *((_duties(compared, contoh=contoh),) if compared.alike else ()),
        _lists(compared, publication),
        Section(
            "Lebih jauh",
            links=(*whole, *((table,) if compared.alike else ()), INDEX),
            anchor="lebih-jauh",
        ),
    ]
    link = _link(compared)
    return body_page(
        link,
        Body(
            worded(_answer(compared), contoh=contoh) if compared.alike else _OTHER_LAW,
            sections=tuple(sections),
            neighbours=around,
        ),
        title=f"{name}: {before.tahun} dan {after.tahun}",
        description=f"{name}: yang berubah dari {before.tahun} ke {after.tahun}.",
        section="kelengkapan",
        crumbs=(shared.INDEX, INDEX),
        facets=Facets("Kelengkapan", name, str(after.tahun)),
        contoh=contoh,
    )


def _answer(compared: YearsCompared) -> str:
    """Say in a sentence what became of the figure and of the duties."""
    before, after = compared.before, compared.after
    gained = sum(new.state is State.TERPENUHI for _, new in compared.changed)
    lost = sum(old.state is State.TERPENUHI for old, _ in compared.changed)
    others = len(compared.changed) - gained - lost
    figures = " dan ".join(
        f"{'nilai ' if r.mulai else ''}{_written(r.score.nilai, r)} pada {r.tahun}"
        for r in (before, after)
    )
    return (
        f"{figures[0].upper()}{figures[1:]}: "
        f"{format_bulat(gained)} kewajiban menjadi terpenuhi, {format_bulat(lost)} tidak lagi "
        f"terpenuhi, {format_bulat(others)} lainnya berubah, dan {format_bulat(compared.same)} "
        "keadaannya sama."
    )


def _written(figure: Decimal | None, report: OpdReport) -> str:
    if not report.mulai:
        return "belum mulai"
    return "tidak ada" if figure is None else shared.one_decimal(figure)


def _figures(compared: YearsCompared, *, contoh: bool) -> Section:
    before, after = compared.before, compared.after
    rows = [
        *_of_scores(before, after, alike=compared.alike),
        _counted("Dokumen berbeda", before.dokumen, after.dokumen, alike=compared.alike),
    ]
    columns = ("Angka", str(before.tahun), str(after.tahun), "Selisih")
    caption = shared.tagged(f"{before.tahun} dan {after.tahun}", contoh=contoh)
    return Section("Angka", table=Table(caption, columns, rows), anchor="angka")


def _of_scores(before: OpdReport, after: OpdReport, *, alike: bool) -> Iterator[tuple[Cell, ...]]:
    first, second = before.score, after.score
    for label, old, new in (
        ("Nilai", first.nilai, second.nilai),
        ("Kesegaran", first.kesegaran, second.kesegaran),
    ):
        known = old is not None and new is not None and alike
        difference = _signed(new - old) if known and old is not None and new is not None else "–"
        yield (
            Cell(label),
            Cell(_written(old, before), number=True),
            Cell(_written(new, after), number=True),
            Cell(difference, number=True),
        )
    if alike:
        yield _counted("Terpenuhi", first.terpenuhi, second.terpenuhi)
        yield _counted("Belum", first.belum, second.belum)
        yield _counted("Perlu dilihat", first.perlu_dilihat, second.perlu_dilihat)
        yield _counted("Tercatat", first.tercatat, second.tercatat)
        yield _counted("Tidak berlaku", first.tidak_berlaku, second.tidak_berlaku)


def _counted(label: str, before: int, after: int, *, alike: bool = True) -> tuple[Cell, ...]:
    """Show a count of both years with its difference, if both were counted by one regulation."""
    step = after - before
    words = f"{'+' if step > 0 else '−'}{format_bulat(abs(step))}" if step else "0"
    words = words if alike else "–"
    numbers = (Cell(format_bulat(one), number=True) for one in (before, after))
    return (Cell(label), *numbers, Cell(words, number=True))


def _signed(difference: Decimal) -> str:
    sign = "+" if difference > 0 else "−" if difference < 0 else ""
    return f"{sign}{shared.one_decimal(abs(difference))}"


def _duties(compared: YearsCompared, *, contoh: bool) -> Section:
    before, after = compared.before, compared.after

    def state(a: Assessment) -> Cell:
        return Cell("", address_of(a), state=a.state.value)

    columns: Columns[tuple[Assessment, Assessment]] = {
        "Kode": lambda pair: pair[1].obligation.kode,
        "Kewajiban": lambda pair: pair[1].obligation.teks,
        str(before.tahun): lambda pair: state(pair[0]),
        str(after.tahun): lambda pair: state(pair[1]),
        f"Alasan {after.tahun}": lambda pair: said(after, pair[1]),
    }
    caption = f"{len(compared.changed)} kewajiban yang keadaannya berubah"
    table = table_of(
        shared.tagged(caption, contoh=contoh),
        compared.changed,
        columns,
        "Tidak ada kewajiban yang keadaannya berubah.",
    )
    told = f"{format_bulat(compared.same)} kewajiban lain keadaannya sama pada kedua tahun."
    return Section("Kewajiban yang berubah", (told,), table=table, anchor="kewajiban")


def _lists(compared: YearsCompared, publication: Publication) -> Section:
    """Show the lists of both years: how many rows, and what changed from one to the other."""
    before, after, corpus = compared.before, compared.after, publication.corpus
    rows = []
    for model in LISTS:
        old, new = (corpus.get(model, r.opd, r.tahun) for r in (before, after))
        counts = (
            Cell(
                "nihil" if each.nihil else f"{format_bulat(len(rows_of(each, corpus)))} informasi",
                url_of(each.id),
            )
            if each
            else Cell("belum ada")
            for each in (old, new)
        )
        changes = publication.changes.get(new.id) if new else None
        here = changes if changes and old and changes.before.id == old.id else None
        what = Cell(counted(here), f"{url_of(here.now.id)}#perubahan") if here else Cell("–")
        rows.append((Cell(model.rows.upper()), *counts, what))
    columns = ("Daftar", str(before.tahun), str(after.tahun), "Perubahan")
    caption = shared.tagged("DIP dan DIK kedua tahun", contoh=before.contoh or after.contoh)
    told = "Tanda + berarti informasi baru, − tidak tercantum lagi, dan ~ berubah."
    return Section("Daftar", (told,), table=Table(caption, columns, rows), anchor="daftar")
