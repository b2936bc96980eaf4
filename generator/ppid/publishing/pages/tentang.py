"""Reference pages: the grounds of Pasal 17, the laws that are cited, obligations, evaluations."""

from collections.abc import Iterator, Sequence

from ppid.core.corpus import Corpus
from ppid.core.page import Body, Cell, Link, Page, Quote, Section, Table
from ppid.kinds import url_of
from ppid.kinds.acuan.alasan import Alasan
from ppid.kinds.acuan.kewajiban import KumpulanKewajiban
from ppid.kinds.acuan.peraturan import Peraturan
from ppid.kinds.dik.model import InformasiDikecualikan, alasan_of
from ppid.kinds.monev import HasilMonev
from ppid.kinds.regulasi import Regulasi
from ppid.kinds.wording import KLASIFIKASI
from ppid.publishing.items.exclusion import explained
from ppid.publishing.page_parts import body_page, sourced, table_of
from ppid.publishing.pages.kelengkapan.shared import OBLIGATIONS
from ppid.publishing.pages.ppid import ABOUT
from ppid.publishing.publication import Publication
from ppid.publishing.regulations import law_url
from ppid.values.dates import format_tanggal
from ppid.values.numbers import format_desimal

_LAWS = Link("Dasar hukum", "tentang/dasar-hukum/")
_UNKNOWN = "belum tercatat"
_A_LIFE = 60
"""Years between which a year without result is named; farther apart, one of them is mistyped."""


def pages(publication: Publication) -> Iterator[Page]:
    """Yield the reference pages."""
    corpus = publication.corpus
    yield _grounds(corpus)
    yield _laws(corpus)
    for peraturan in corpus.of(Peraturan):
        if peraturan.kutipan:
            yield _law(peraturan)
    yield _obligations(corpus)
    yield _evaluations(corpus)


def _page(link: Link, lead: str, sections: Sequence[Section], *way: Link) -> Page:
    body = Body(lead, sections=tuple(sections))
    return body_page(link, body, section="tentang", crumbs=(ABOUT, *way))


def _grounds(corpus: Corpus) -> Page:
    sections = []
    used = {ground.huruf for row in corpus.of(InformasiDikecualikan) for ground in alasan_of(row)}
    for alasan in corpus.of(Alasan):
        letter = f"huruf {alasan.huruf}"
        address = f"UU 14/2008 Pasal 17 {letter}"
        cases = [(Cell(f"Angka {angka.nomor}"), Cell(angka.teks)) for angka in alasan.angka]
        table = Table(f"Rincian {letter}", ("Angka", "Bunyi"), cases) if cases else None
        found = Link("Informasi yang dikecualikan dengan alasan ini", f"cari/?huruf={alasan.huruf}")
        sections.append(
            Section(
                f"Huruf {alasan.huruf}: {alasan.label}",
                quotes=(Quote(address, alasan.teks, facts=explained(alasan)),),
                table=table,
                links=(found,) if alasan.huruf in used else (),
                anchor=f"huruf-{alasan.huruf}",
            )
        )
    lead = "UU 14/2008 Pasal 17 menyebut sepuluh alasan pengecualian, huruf a sampai huruf j."
    return _page(Link("Alasan pengecualian", "tentang/alasan-pengecualian/"), lead, sections)


def _laws(corpus: Corpus) -> Page:
    found = corpus.of(Peraturan)
    table = table_of(
        f"{len(found)} peraturan",
        found,
        {
            "Peraturan": lambda p: Cell(p.kode, _law_url(p, corpus)),
            "Tentang": lambda p: p.tentang,
            "Masa berlaku yang diketahui": _validity,
            "Sumber": lambda p: p.sumber,
        },
    )
    lead = "Peraturan yang dirujuk oleh daftar dan aturan di situs ini."
    return _page(_LAWS, lead, (Section("", table=table),))


def _law_url(peraturan: Peraturan, corpus: Corpus) -> str:
    """Lead to the quotations, else to the page of a regulation of the body, else to the text."""
    if peraturan.kutipan:
        return law_url(peraturan)
    regulasi = corpus.get(Regulasi, slug=peraturan.id.slug)
    return url_of(regulasi.id) if regulasi else peraturan.tautan


def _validity(peraturan: Peraturan) -> str:
    since = f"sejak {format_tanggal(peraturan.mulai)}" if peraturan.mulai else ""
    until = f"sampai {format_tanggal(peraturan.sampai)}" if peraturan.sampai else ""
    revoked = f"dicabut oleh {peraturan.dicabut_oleh}" if peraturan.dicabut_oleh else ""
    return ", ".join(filter(None, (since, until, revoked))) or "belum diverifikasi"


def _law(peraturan: Peraturan) -> Page:
    """Return the page of a law: its passages, folded by article."""
    articles: dict[str, list[Quote]] = {}
    for passage in peraturan.kutipan:
        article = " ".join(passage.rujukan.split()[:2])
        quote = Quote(f"{peraturan.kode} {passage.rujukan}", passage.teks)
        articles.setdefault(article, []).append(quote)
    lead = f"Kutipan dari {peraturan.kode} tentang {peraturan.tentang}, huruf demi huruf."
    sections = (
        Section("Kutipan", (f"Sumber: {peraturan.sumber}.",), anchor="kutipan"),
        *(
            Section("", quotes=tuple(quotes), folded=f"{article} ({len(quotes)} kutipan)")
            for article, quotes in articles.items()
        ),
    )
    return _page(Link(peraturan.kode, law_url(peraturan)), lead, sections, _LAWS)


def _obligations(corpus: Corpus) -> Page:
    sections = []
    for group in corpus.of(KumpulanKewajiban):
        until = f" sampai {format_tanggal(group.sampai)}" if group.sampai else ""
        period = f"berlaku sejak {format_tanggal(group.mulai)}{until}"
        table = table_of(
            f"{len(group.kewajiban)} kewajiban, {period}",
            group.kewajiban,
            {
                "Kode": lambda k: k.kode,
                "Isi": lambda k: k.teks,
                "Klasifikasi": lambda k: KLASIFIKASI.get(k.klasifikasi or "", "Tidak ditentukan"),
                "Dasar": lambda k: k.dasar,
            },
        )
        sections.append(Section(f"Menurut {group.peraturan}", table=table, anchor=group.id.slug))
    lead = "Informasi yang wajib diumumkan atau disediakan, dengan kode yang dipakai dalam DIP."
    return _page(OBLIGATIONS, lead, sections)


def _evaluations(corpus: Corpus) -> Page:
    results = {hasil.tahun: hasil for hasil in corpus.of(HasilMonev)}
    years = sorted(results, reverse=True)
    if years and years[0] - years[-1] < _A_LIFE:
        years = list(range(years[0], years[-1] - 1, -1))
    columns = ("Tahun", "Hasil", "Nilai dan peringkat", "Tanggal", "Keterangan", "Sumber")
    table = Table(
        f"Hasil {len(results)} tahun diketahui",
        columns,
        [_evaluation(year, results.get(year)) for year in years],
        "Belum ada hasil penilaian.",
    )
    lead = "Hasil penilaian keterbukaan informasi oleh Komisi Informasi, tahun demi tahun."
    return _page(Link("Hasil penilaian", "tentang/penilaian/"), lead, (Section("", table=table),))


def _evaluation(year: int, hasil: HasilMonev | None) -> tuple[Cell, ...]:
    """Return the row of a year; a year without a result is said to be unknown."""
    if hasil is None:
        return (Cell(str(year)), *(Cell(_UNKNOWN) for _ in range(3)), Cell("–"), Cell("–"))
    value = f"nilai {format_desimal(hasil.nilai)}" if hasil.nilai is not None else ""
    rank = f"peringkat {hasil.peringkat}" if hasil.peringkat else ""
    return (
        Cell(str(year)),
        Cell(hasil.kategori),
        Cell(", ".join(filter(None, (value, rank))) or _UNKNOWN),
        Cell(format_tanggal(hasil.tanggal) if hasil.tanggal else _UNKNOWN),
        Cell(hasil.catatan or "–"),
        sourced(hasil.sumber),
    )
