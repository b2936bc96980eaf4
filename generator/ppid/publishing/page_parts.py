"""What pages of every sort are made of: cells, facts, quotations, filters and neighbours."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, TypeVar
from urllib.parse import quote

from ppid.core.corpus import Corpus
from ppid.core.page import Body, Cell, Choice, Facets, Fact, Filter, Link, Page, Quote, Table
from ppid.diagnostics.diagnostic import Diagnostic
from ppid.kinds import has_page, url_of
from ppid.kinds.acuan.peraturan import Peraturan, slug_of, split_citation
from ppid.kinds.badan import Badan
from ppid.kinds.fields import Kanal
from ppid.kinds.opd import ProfilOpd
from ppid.law import words_in
from ppid.values.dates import format_tanggal, format_waktu, read
from ppid.values.numbers import format_bulat

T = TypeVar("T")

PASSAGES: Final = words_in("arti-ketentuan.yml", dict[str, dict[str, str]])
"""Passages that pages quote, with what they mean in our words, by what they are quoted for."""


@dataclass(frozen=True, slots=True)
class Entri:
    """A linked thing in a list, with its day and what is said of it in a few words."""

    judul: str
    url: str
    keterangan: str = ""
    tanggal: str = ""
    contoh: bool = False


Value = Cell | str | int
"""What is shown: a cell, or a text or a whole number that becomes one."""
Columns = Mapping[str, Callable[[T], Value]]
"""What stands under each heading of a table."""
LIST = "jenis/daftar.html"
"""The template of a list; `body_page` takes that of a page about one thing."""


def number(value: int) -> Cell:
    """Show a whole number, aligned with others of its column."""
    return Cell(format_bulat(value), number=True)


def day_cell(day: date | None) -> Cell:
    """Show a day, sorted as a day."""
    return Cell(format_tanggal(day), order=str(day)) if day else Cell("")


def sourced(text: str) -> Cell:
    """Show where something is known from; a source that is one address leads there."""
    address, _, rest = text.partition(" ")
    one = address.startswith("https://") and (not rest or rest.startswith("("))
    return Cell(text, address if one else "")


def _cell(value: Value) -> Cell:
    if isinstance(value, Cell):
        return value
    return Cell(value) if isinstance(value, str) else number(value)


def fact(label: str, *values: Value) -> Fact:
    """Label one value or several."""
    return Fact(label, tuple(map(_cell, values)))


def table_of(caption: str, found: Iterable[T], columns: Columns[T], empty: str = "") -> Table:
    """Make a table with a row for each thing; `columns` say what stands under each heading."""
    rows = [tuple(_cell(value(one)) for value in columns.values()) for one in found]
    return Table(caption, tuple(columns), rows, empty)


def brief(text: str, limit: int = 155) -> str:
    """Shorten a text to a description for search engines, at the end of a word."""
    if len(text) <= limit:
        return text
    return text[:limit].rsplit(" ", 1)[0].rstrip(",;:") + "…"


def beside(found: Sequence[T], position: int) -> tuple[T, ...]:
    """Return what stands before and after a place, as far as there is any."""
    return (*found[max(position - 1, 0) : position], *found[position + 1 : position + 2])


def quotes_of(passages: Iterable[str], corpus: Corpus) -> tuple[Quote, ...]:
    """Quote passages such as “UU 14/2008 Pasal 22 ayat (7)”, those that are on file.

    A mapping says of each passage what it means in our words.
    """
    meanings = passages if isinstance(passages, Mapping) else {}
    found = []
    for citation in passages:
        kode, place = split_citation(citation)
        law = corpus.get(Peraturan, slug=slug_of(kode))
        if law and (words := law.bunyi(place)):
            found.append(Quote(citation, words, meanings.get(citation, "")))
    return tuple(found)


def filtered(
    table: Table,
    menus: Mapping[str, str],
    *,
    label: str = "Cari dalam daftar ini",
    unit: str = "informasi",
) -> Table:
    """Put a filter row over a table; `menus` gives a heading for each name in the address.

    A menu with a single value would choose nothing and is left out.
    """
    choices = []
    for name, heading in menus.items():
        column = table.columns.index(heading)
        texts = {row[column].text for row in table.rows}
        values = sorted({part for text in texts for part in text.split("; ") if part})
        if len(values) > 1:
            choices.append(Choice(name, heading, tuple(values)))
    return replace(table, filter=Filter(label, unit, tuple(choices)))


def body_page(  # noqa: PLR0913 — what a page has beside its body
    link: Link,
    body: Body,
    *,
    section: str,
    crumbs: tuple[Link, ...] = (),
    title: str = "",
    description: str = "",
    template: str = "jenis/rincian.html",
    facets: Facets | None = None,
    sources: tuple[str, ...] = (),
    contoh: bool = False,
    alternates: tuple[str, ...] = (),
) -> Page:
    """Make a page of a body: its link gives address and name, its lead describes it."""
    return Page(
        url=link.url,
        title=title or link.label,
        description=description or body.lead,
        section=section,
        template=template,
        context=body,
        crumbs=crumbs,
        name=link.label,
        facets=facets,
        sources=sources,
        contoh=contoh,
        alternates=alternates,
    )


SCHEMES: Final[Mapping[str, str]] = {
    "telepon": "tel",
    "faksimile": "",
    "web": "",
    "surel": "mailto",
    "whatsapp": "https",
    "media-sosial": "",
    "loket": "",
    "aplikasi": "",
    "sms": "sms",
    "lainnya": "",
}
"""How each kind of channel is opened where its address is no link; empty: not at all."""


def channel_url(kanal: Kanal) -> str:
    """Return the address that a touch opens; empty when there is none.

    Whoever links a channel asks here: the footer, the home page, the pages of channels and OPDs.
    """
    if kanal.alamat.startswith(("https://", "http://")):
        return kanal.alamat
    scheme = SCHEMES[kanal.jenis]
    if not scheme:
        return ""
    if kanal.jenis == "whatsapp":
        number = _international(kanal.alamat)
        return f"https://wa.me/{number}" if number else ""
    return f"{scheme}:{kanal.alamat if scheme == 'mailto' else _dialled(kanal.alamat)}"


def validity(kanal: Kanal) -> str:
    """Say since when and until when; in the words of the data where no day is known for sure."""
    if kanal.masa:
        now = f". Kanal sekarang: {kanal.diganti_oleh}" if kanal.diganti_oleh else ""
        return f"{kanal.masa}{now}"
    if mentioned := read(kanal.terakhir_disebut).value:
        return f"belum dipastikan; terakhir disebut {format_waktu(mentioned)}"
    since = f"sejak {format_tanggal(kanal.mulai)}" if kanal.mulai else ""
    until = f"sampai {format_tanggal(kanal.sampai)}" if kanal.sampai else ""
    successor = f"diganti {kanal.diganti_oleh}" if kanal.diganti_oleh else ""
    return ", ".join(filter(None, (since, until, successor))) or "–"


def doubted_channel(address: str, to: Badan | ProfilOpd, corpus: Corpus) -> Kanal | None:
    """Return the channel that says of an address that it may no longer be valid, if one does.

    Whoever offers the address, mail or number of a body or of an OPD asks here; an OPD may share
    that of its body. What no channel names, or one that is valid today, is not doubted.
    """
    badan = corpus.get(Badan)
    known = (*to.kanal, *(badan.kanal if badan and badan is not to else ()))
    named = [kanal for kanal in known if _same(address, kanal.alamat)]
    if not address or any(kanal.masih_berlaku(corpus.today) for kanal in named):
        return None
    return next(iter(named), None)


def doubt(address: str, to: Badan | ProfilOpd, corpus: Corpus) -> str:
    """Say why an address must be confirmed first; empty where nothing speaks against it."""
    kanal = doubted_channel(address, to, corpus)
    return validity(kanal) if kanal else ""


def ways_to(to: Badan | ProfilOpd, corpus: Corpus) -> Iterator[Fact]:
    """Yield the ways to an office with what must be known first; without cells where unknown."""

    def doubted(shown: Cell) -> tuple[Cell, ...]:
        words = doubt(shown.text, to, corpus)
        return (shown, Cell(words)) if words else (shown,)

    def way(label: str, *shown: Cell) -> Fact:
        return Fact(label, tuple(part for cell in shown if cell.text for part in doubted(cell)))

    yield way("Alamat", Cell(to.alamat))
    yield way("Telepon", *(Cell(number, phone_url(number)) for number in to.telepon))
    yield way("Surel", Cell(to.surel, f"mailto:{to.surel}"))
    yield way("Situs", Cell(to.situs, to.situs))


def _same(address: str, named: str) -> bool:
    """Tell whether an address is one of those that a channel names, such as “A atau B”."""
    return address.casefold() in (each.strip().casefold() for each in named.split(" atau "))


def phone_url(number: str) -> str:
    """Return the address that dials a number."""
    return f"tel:{_dialled(number)}"


def map_url(address: str) -> str:
    """Return the address of a map that looks for a place; nothing is asked there before a click."""
    return f"https://www.openstreetmap.org/search?query={quote(address, safe='')}"


def _international(number: str) -> str:
    """Write a number as WhatsApp wants it: digits alone, with the code of the country first."""
    digits = _dialled(number).removeprefix("+")
    return f"62{digits[1:]}" if digits.startswith("0") else digits


def _dialled(number: str) -> str:
    return "".join(sign for sign in number if sign.isdecimal() or sign == "+")


def finding_url(finding: Diagnostic, corpus: Corpus) -> str:
    """Return the page of the record that a finding is about; empty where there is none."""
    record = finding.record
    if record is None or not has_page(record) or corpus.find(record) is None:
        return ""
    return url_of(record)
