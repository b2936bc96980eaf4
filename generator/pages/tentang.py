"""Reference pages: the grounds of Pasal 17, the laws that are cited, evaluations, PPID Utama."""

from collections.abc import Iterator

from generator.check import Checked
from generator.corpus import Corpus
from generator.items.grounds import explained
from generator.kinds.acuan.alasan import Alasan
from generator.kinds.acuan.kewajiban import KumpulanKewajiban
from generator.kinds.acuan.peraturan import Peraturan
from generator.kinds.badan import Badan
from generator.kinds.monev import HasilMonev
from generator.page import Body, Cell, Link, Page, Quote, Section, Table
from generator.pages.daftar import name_of
from generator.values.angka import format_desimal
from generator.wording import BERANDA, KLASIFIKASI, format_tanggal

ABOUT = Link("Tentang", "tentang/")


def pages(checked: Checked) -> Iterator[Page]:
    """Give the reference pages."""
    corpus = checked.corpus
    yield _grounds(corpus)
    yield _laws(corpus)
    for peraturan in corpus.of(Peraturan):
        if peraturan.kutipan:
            yield _law(peraturan)
    yield _obligations(corpus)
    yield _evaluations(corpus)
    yield _ppid(corpus)


def _page(url: str, title: str, lead: str, sections: tuple[Section, ...], *way: Link) -> Page:
    return Page(
        url=url,
        title=title,
        description=lead,
        section="tentang",
        template="jenis/rincian.html",
        context=Body(lead, sections=sections),
        crumbs=(BERANDA, ABOUT, *way),
        name=title,
    )


def _grounds(corpus: Corpus) -> Page:
    sections = tuple(
        Section(
            f"Huruf {alasan.huruf}: {alasan.label}",
            quotes=(
                Quote(
                    f"UU 14/2008 Pasal 17 huruf {alasan.huruf}",
                    alasan.teks,
                    facts=explained(alasan),
                ),
            ),
            table=_cases(alasan),
            anchor=f"huruf-{alasan.huruf}",
        )
        for alasan in corpus.of(Alasan)
    )
    lead = "Informasi hanya boleh dikecualikan dengan salah satu dari sepuluh alasan di bawah ini."
    return _page("tentang/alasan-pengecualian/", "Alasan pengecualian", lead, sections)


def _cases(alasan: Alasan) -> Table | None:
    if not alasan.angka:
        return None
    rows = [(Cell(f"Angka {angka.nomor}"), Cell(angka.teks)) for angka in alasan.angka]
    return Table(f"Rincian huruf {alasan.huruf}", ("Angka", "Bunyi"), rows)


def _laws(corpus: Corpus) -> Page:
    rows = [
        (
            Cell(p.kode, f"tentang/dasar-hukum/{p.id.slug}/" if p.kutipan else p.tautan),
            Cell(p.tentang),
            Cell(_validity(p)),
            Cell(p.sumber),
        )
        for p in corpus.of(Peraturan)
    ]
    columns = ("Peraturan", "Tentang", "Masa berlaku yang diketahui", "Sumber")
    table = Table(f"{len(rows)} peraturan", columns, rows)
    lead = "Peraturan yang dirujuk oleh daftar dan aturan di situs ini."
    section = Section("", table=table)
    return _page("tentang/dasar-hukum/", "Dasar hukum", lead, (section,))


def _validity(peraturan: Peraturan) -> str:
    since = f"sejak {format_tanggal(peraturan.mulai)}" if peraturan.mulai else ""
    until = f"sampai {format_tanggal(peraturan.sampai)}" if peraturan.sampai else ""
    revoked = f"dicabut oleh {peraturan.dicabut_oleh}" if peraturan.dicabut_oleh else ""
    return ", ".join(filter(None, (since, until, revoked))) or "belum diverifikasi"


def _law(peraturan: Peraturan) -> Page:
    quotes = tuple(Quote(f"{peraturan.kode} {k.rujukan}", k.teks) for k in peraturan.kutipan)
    lead = f"Kutipan dari {peraturan.kode} tentang {peraturan.tentang}, huruf demi huruf."
    section = Section("Kutipan", (f"Sumber: {peraturan.sumber}.",), quotes=quotes, anchor="kutipan")
    url = f"tentang/dasar-hukum/{peraturan.id.slug}/"
    way = Link("Dasar hukum", "tentang/dasar-hukum/")
    return _page(url, peraturan.kode, lead, (section,), way)


def _obligations(corpus: Corpus) -> Page:
    sections = tuple(
        Section(
            f"Menurut {group.peraturan}",
            table=Table(
                f"{len(group.kewajiban)} kewajiban, {_period(group)}",
                ("Kode", "Isi", "Klasifikasi", "Dasar"),
                [
                    (
                        Cell(k.kode),
                        Cell(k.teks),
                        Cell(KLASIFIKASI.get(k.klasifikasi or "", "Tidak ditentukan")),
                        Cell(k.dasar),
                    )
                    for k in group.kewajiban
                ],
            ),
            anchor=group.id.slug,
        )
        for group in corpus.of(KumpulanKewajiban)
    )
    lead = "Informasi yang wajib diumumkan atau disediakan, dengan kode yang dipakai dalam DIP."
    return _page("tentang/kewajiban/", "Kewajiban pengumuman", lead, sections)


def _period(group: KumpulanKewajiban) -> str:
    until = f" sampai {format_tanggal(group.sampai)}" if group.sampai else ""
    return f"berlaku sejak {format_tanggal(group.mulai)}{until}"


def _evaluations(corpus: Corpus) -> Page:
    rows = [
        (
            Cell(str(hasil.tahun)),
            Cell(hasil.kategori),
            Cell(format_desimal(hasil.nilai) if hasil.nilai is not None else ""),
            Cell(hasil.peringkat),
            Cell(format_tanggal(hasil.tanggal) if hasil.tanggal else ""),
            Cell(". ".join(filter(None, (hasil.catatan.rstrip("."), hasil.sumber)))),
        )
        for hasil in sorted(corpus.of(HasilMonev), key=lambda h: -h.tahun)
    ]
    columns = ("Tahun", "Hasil", "Nilai", "Peringkat", "Tanggal", "Keterangan dan sumber")
    table = Table(f"{len(rows)} tahun penilaian", columns, rows, "Belum ada hasil penilaian.")
    lead = "Hasil penilaian keterbukaan informasi oleh Komisi Informasi, tahun demi tahun."
    return _page("tentang/penilaian/", "Hasil penilaian", lead, (Section("", table=table),))


def _ppid(corpus: Corpus) -> Page:
    badan = next(iter(corpus.of(Badan)), None)
    history = badan.ppid_utama if badan else ()
    rows = [
        (
            Cell(masa.jabatan),
            Cell(name_of(masa.opd, corpus), f"opd/{masa.opd}/"),
            Cell(format_tanggal(masa.mulai)),
            Cell(format_tanggal(masa.sampai) if masa.sampai else "sekarang"),
            Cell(". ".join(filter(None, (masa.dasar, masa.sumber)))),
        )
        for masa in reversed(history)
    ]
    columns = ("PPID Utama", "Perangkat daerah", "Sejak", "Sampai", "Dasar dan sumber")
    table = Table("PPID Utama dari masa ke masa", columns, rows, "Belum tercatat.")
    atasan = badan.atasan_ppid if badan else None
    lead = f"Atasan PPID: {atasan.jabatan}." if atasan else "Siapa PPID Utama dari masa ke masa."
    return _page("tentang/ppid/", "PPID Utama", lead, (Section("", table=table),))
