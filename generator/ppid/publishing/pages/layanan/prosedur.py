"""The procedures of the law: one page each, the seven standards, and the whole way on one sheet."""

from collections.abc import Iterator
from dataclasses import dataclass

from ppid.core.corpus import Corpus
from ppid.core.page import Body, Cell, Fact, Link, Page, Quote, Section, Table
from ppid.kinds.acuan.peraturan import Peraturan, slug_of, split_citation
from ppid.kinds.acuan.prosedur import BatasHari, Langkah, Prosedur
from ppid.kinds.wording import brief
from ppid.publishing.pages.layanan.alamat import ALUR, CRUMBS, KANAL, SOP, TENGGAT, procedure_link
from ppid.values.text import joined

_STANDARDS = "PerKI 1/2021 Pasal 23 ayat (2)"
_SEVEN = 7
_WAY = ("permohonan", "keberatan", "sengketa")


@dataclass(frozen=True, slots=True)
class Stop:
    """One step on the way, in a few words."""

    judul: str
    pelaku: str
    tenggat: str
    dasar: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """The steps of one procedure."""

    judul: str
    url: str
    stops: tuple[Stop, ...]


@dataclass(frozen=True, slots=True)
class Way:
    """The whole way from a request to a dispute."""

    lead: str
    stretches: tuple[Stretch, ...]


def pages(corpus: Corpus) -> Iterator[Page]:
    """Yield the page of every procedure, then the list of standards and the way."""
    procedures = corpus.of(Prosedur)
    for prosedur in procedures:
        yield _page(prosedur, corpus)
    if any(prosedur.huruf for prosedur in procedures):
        yield _standards(corpus)
    if procedures:
        yield _way(corpus)


def words_of(tenggat: BatasHari | None) -> str:
    """Say a term in words; empty where the law sets none."""
    if tenggat is None:
        return ""
    if not tenggat.dihitung:
        return f"{tenggat.hari} hari kerja"
    since = f"sejak {tenggat.sejak}"
    if tenggat.sesudah:
        return f"{tenggat.hari} hari kerja berikutnya, seluruhnya {tenggat.seluruhnya} {since}"
    return f"{tenggat.hari} hari kerja {since}"


def quote_of(citation: str, corpus: Corpus) -> Iterator[Quote]:
    """Yield the words of a passage that is on file."""
    kode, passage = split_citation(citation)
    law = corpus.get(Peraturan, slug=slug_of(kode))
    if law and (text := law.quote(passage)):
        yield Quote(citation, text)


def _page(prosedur: Prosedur, corpus: Corpus) -> Page:
    link = procedure_link(prosedur)
    inside = CRUMBS if prosedur.untuk == "warga" else (*CRUMBS, SOP)
    sections = (
        Section("Langkah", table=_overview(prosedur, link.url), anchor="langkah"),
        *_notes(prosedur),
        *(_step(n, langkah, corpus) for n, langkah in enumerate(prosedur.langkah, start=1)),
        *_ground(prosedur, corpus),
        Section("Terkait", links=tuple(_related(prosedur, corpus)), anchor="terkait"),
    )
    return Page(
        url=link.url,
        title=prosedur.judul,
        description=brief(prosedur.ringkasan),
        section="layanan",
        template="jenis/prosedur.html",
        context=Body(prosedur.ringkasan, sections=sections),
        crumbs=inside,
        name=prosedur.judul,
        sources=(prosedur.path,),
    )


def _overview(prosedur: Prosedur, url: str) -> Table:
    rows = [
        (
            Cell(f"{n}. {langkah.judul}", f"{url}#langkah-{n}"),
            Cell(langkah.pelaku),
            Cell(words_of(langkah.tenggat) or "tidak ditentukan"),
            Cell(langkah.dasar[0] if langkah.dasar else ""),
        )
        for n, langkah in enumerate(prosedur.langkah, start=1)
    ]
    return Table(f"{len(rows)} langkah", ("Langkah", "Siapa", "Paling lambat", "Dasar"), rows)


def _notes(prosedur: Prosedur) -> Iterator[Section]:
    if prosedur.catatan:
        yield Section("Yang perlu diketahui", prosedur.catatan, anchor="catatan")


def _step(number: int, langkah: Langkah, corpus: Corpus) -> Section:
    facts = [Fact("Siapa", (Cell(langkah.pelaku),))]
    if langkah.tenggat:
        facts.append(Fact("Paling lambat", (Cell(words_of(langkah.tenggat)),)))
    return Section(
        f"{number}. {langkah.judul}",
        (langkah.isi,),
        tuple(facts),
        tuple(quote for citation in langkah.dasar for quote in quote_of(citation, corpus)),
        _letters(langkah, corpus),
        anchor=f"langkah-{number}",
    )


def _letters(langkah: Langkah, corpus: Corpus) -> Table | None:
    """Show what the law lists by letters, each with its address."""
    rows = [
        (Cell(f"{kode} {part.rujukan}"), Cell(part.teks))
        for kode, passage in map(split_citation, langkah.rincian)
        if (law := corpus.get(Peraturan, slug=slug_of(kode)))
        for part in law.letters(passage)
    ]
    caption = f"Rincian menurut {joined(langkah.rincian)}"
    return Table(caption, ("Ketentuan", "Bunyi"), rows) if rows else None


def _ground(prosedur: Prosedur, corpus: Corpus) -> Iterator[Section]:
    quotes = tuple(quote for text in prosedur.dasar for quote in quote_of(text, corpus))
    if quotes:
        yield Section("Ketentuan umumnya", quotes=quotes, anchor="ketentuan")


def _related(prosedur: Prosedur, corpus: Corpus) -> Iterator[Link]:
    for other in corpus.of(Prosedur):
        if other.untuk == prosedur.untuk and other is not prosedur:
            yield procedure_link(other)
    yield from (ALUR, TENGGAT, KANAL)


def _standards(corpus: Corpus) -> Page:
    found = sorted((p for p in corpus.of(Prosedur) if p.huruf), key=lambda p: p.huruf)
    rows = [
        (
            Cell(f"{prosedur.huruf}. {prosedur.judul}", procedure_link(prosedur).url),
            Cell(_standard(prosedur, corpus)),
            Cell(prosedur.ringkasan),
        )
        for prosedur in found
    ]
    here = "" if len(rows) == _SEVEN else f" {len(rows)} di antaranya diuraikan di sini."
    lead = f"Standar layanan informasi terdiri atas tujuh bagian.{here}"
    columns = ("Prosedur", "Bunyi peraturan", "Ringkasan")
    table = Table(f"{len(rows)} prosedur menurut {_STANDARDS}", columns, rows)
    note = (
        (
            "PerKI 1/2021 Pasal 23 memuat dua kali ayat (2). Ayat yang kedua mewajibkan prosedur "
            "operasionalnya diumumkan dan disebarluaskan."
        ),
        (
            "Yang diuraikan di sini adalah langkah menurut peraturan. Prosedur operasional yang "
            "ditetapkan Badan Publik ini belum diketahui."
        ),
    )
    quotes = tuple(quote_of(_STANDARDS, corpus))
    return Page(
        url=SOP.url,
        title="SOP layanan informasi",
        description=brief(lead),
        section="layanan",
        template="jenis/rincian.html",
        context=Body(
            lead, sections=(Section("", table=table), Section("Dasarnya", note, (), quotes))
        ),
        crumbs=CRUMBS,
        name=SOP.label,
        sources=tuple({prosedur.path: None for prosedur in found}),
    )


def _standard(prosedur: Prosedur, corpus: Corpus) -> str:
    found = next(quote_of(f"{_STANDARDS} huruf {prosedur.huruf}", corpus), None)
    return found.teks.rstrip(";").removesuffix("; dan") if found else ""


def _way(corpus: Corpus) -> Page:
    known = {prosedur.kode: prosedur for prosedur in corpus.of(Prosedur)}
    stretches = tuple(_stretch(known[kode]) for kode in _WAY if kode in known)
    lead = "Dari permintaan sampai sengketa: siapa yang bertindak dan paling lambat kapan."
    return Page(
        url=ALUR.url,
        title="Alur layanan informasi",
        description=lead,
        section="layanan",
        template="halaman/alur.html",
        context=Way(lead, stretches),
        crumbs=CRUMBS,
        name=ALUR.label,
        sources=tuple({prosedur.path: None for prosedur in known.values()}),
    )


def _stretch(prosedur: Prosedur) -> Stretch:
    stops = tuple(
        Stop(
            langkah.judul,
            langkah.pelaku,
            words_of(langkah.tenggat),
            langkah.dasar[0] if langkah.dasar else "",
        )
        for langkah in prosedur.langkah
    )
    return Stretch(prosedur.judul, procedure_link(prosedur).url, stops)
