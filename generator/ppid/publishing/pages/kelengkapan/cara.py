"""“Cara menghitung”: the method, printed from the very data by which figures are computed."""

from collections.abc import Iterator

from ppid.assessing.method import (
    ARTI_KEADAAN,
    ARTI_KESEGARAN,
    Group,
    Method,
    evidence_in_words,
    method_of,
    scope_in_words,
    weight_in_words,
)
from ppid.assessing.model import Completeness, Obligation, ObligationSet
from ppid.assessing.obligations import sets_of
from ppid.assessing.score import RUMUS
from ppid.core.corpus import Corpus
from ppid.core.page import Body, Cell, Page, Section, Table
from ppid.kinds.acuan.kewajiban import ARTI_BUKTI, Tenggat
from ppid.kinds.acuan.pita import PitaNilai
from ppid.kinds.wording import BERANDA, format_bulat, format_tanggal, number
from ppid.publishing.pages.kelengkapan.contoh import example_of
from ppid.publishing.pages.kelengkapan.words import (
    CALENDAR,
    DISCLAIMER,
    INDEX,
    METHOD,
    is_demonstration,
    range_of,
)

_STATES = {"terpenuhi": "Terpenuhi", "belum": "Belum", "tidak-berlaku": "Tidak berlaku"}
_FRESH = {
    "tepat": "Memenuhi tenggat",
    "lewat": "Tenggat lewat",
    "tidak-diketahui": "Tanggal belum diketahui",
    "tanpa-tenggat": "Tanpa tenggat",
}
_LIMITS = (
    "Yang dibaca hanya data di situs ini. Informasi yang diumumkan di tempat lain tidak terlihat.",
    (
        "Program melihat apakah buktinya tercatat, bertanggal, dan beralamat. Isi dokumennya tidak "
        "dinilai."
    ),
    "Kewajiban yang bergantung pada peristiwa, misalnya bencana, baru dinilai bila tercatat.",
    "Bobot adalah pilihan yang tertulis di data, bukan bobot resmi Komisi Informasi.",
    "Angka tahun yang dinilai menurut peraturan berbeda tidak dapat dibandingkan.",
)
_OBJECT = (
    (
        "Setiap temuan mempunyai kode, misalnya 2024/dinkes/berkala.d.a, dan alamat yang tidak "
        "berubah."
    ),
    (
        "Siapa pun boleh menyanggah. Pakai tautan “Sanggah” di sebelah temuan: surat, formulir, "
        "atau teksnya sudah disiapkan."
    ),
    "Sebutkan yang keliru dan alamat buktinya. Jangan menulis data pribadi.",
    "Sanggahan dan jawabannya dicatat di data/sanggahan.yml, lalu tampil di sebelah temuan itu.",
)


def page(completeness: Completeness, corpus: Corpus) -> Page:
    """Return the page."""
    lead = f"{RUMUS.split(',', 1)[0]}, dikali 100."
    return Page(
        url=METHOD.url,
        title="Cara menghitung kelengkapan",
        description="Rumus, kewajiban, bobot, tenggat, dan bukti yang dipakai, dengan contoh.",
        section="kelengkapan",
        template="jenis/rincian.html",
        context=Body(lead, sections=tuple(_sections(completeness, corpus))),
        crumbs=(BERANDA, INDEX),
        name=METHOD.label,
        contoh=is_demonstration(corpus),
    )


def _sections(completeness: Completeness, corpus: Corpus) -> Iterator[Section]:
    sets = sets_of(corpus)
    yield _formula(sets)
    yield from example_of(completeness)
    yield _words("Keadaan", "keadaan", _STATES, ARTI_KEADAAN, shapes=True)
    yield _words("Kesegaran bukti", "kesegaran", _FRESH, ARTI_KESEGARAN, shapes=False)
    yield _evidence(sets)
    for each in sets:
        yield from _set(method_of(each), completeness)
    yield _bands(corpus)
    yield Section("Batas cara ini", _LIMITS, anchor="batas")
    yield Section("Menyanggah", _OBJECT, links=(CALENDAR,), anchor="menyanggah")


def _formula(sets: tuple[ObligationSet, ...]) -> Section:
    steps = method_of(sets[0]).langkah if sets else ()
    return Section("Rumus dan langkah", (RUMUS, *steps), anchor="rumus")


def _words(
    title: str, anchor: str, names: dict[str, str], meanings: dict[str, str], *, shapes: bool
) -> Section:
    rows = [
        (Cell(names[code], state=code if shapes else ""), Cell(meaning))
        for code, meaning in meanings.items()
    ]
    table = Table(f"{len(rows)} sebutan", ("Sebutan", "Artinya"), rows)
    return Section(title, table=table, anchor=anchor)


def _evidence(sets: tuple[ObligationSet, ...]) -> Section:
    used: dict[str, int] = {}
    for each in sets:
        for obligation in each.obligations:
            for sort in obligation.bukti:
                used[sort] = used.get(sort, 0) + 1
    rows = [
        (Cell(f"{meaning[0].upper()}{meaning[1:]}"), number(used[sort]))
        for sort, meaning in ARTI_BUKTI.items()
        if sort in used
    ]
    table = Table(f"{len(rows)} jenis bukti", ("Bukti", "Dipakai kewajiban"), rows)
    told = ("Satu jenis bukti yang memadai sudah cukup.",)
    return Section("Yang dihitung sebagai bukti", told, table=table, anchor="bukti")


def _set(method: Method, completeness: Completeness) -> Iterator[Section]:
    group = method.kumpulan.kumpulan
    years = [str(y.tahun) for y in completeness.years if y.obligations is method.kumpulan]
    until = f" sampai {format_tanggal(group.sampai)}" if group.sampai else ""
    told = (
        (
            f"Berlaku sejak {format_tanggal(group.mulai)}{until}. "
            f"Tahun yang dinilai: {', '.join(years) or 'belum ada'}."
        ),
        f"Bobot bawaan setiap kewajiban {group.bobot}. {group.alasan_bobot}".strip(),
    )
    name = group.peraturan
    anchor = group.id.slug
    yield Section(f"Kategori dan bobot menurut {name}", told, table=_weights(method), anchor=anchor)
    if method.tenggat:
        yield Section(f"Tenggat menurut {name}", table=_clocks(method), anchor=f"tenggat-{anchor}")
    every = _all(method)
    yield Section(
        f"Semua kewajiban menurut {name}",
        table=every,
        anchor=f"kewajiban-{anchor}",
        folded=f"Tampilkan {every.caption}",
    )


def _weights(method: Method) -> Table:
    rows = [_weight(group) for group in method.groups]
    columns = ("Kategori", "Kewajiban", "Pengali bobot", "Mengapa")
    return Table(f"{len(rows)} kategori", columns, rows)


def _weight(group: Group) -> tuple[Cell, ...]:
    category = group.kategori
    count = Cell(format_bulat(len(group.obligations)), number=True)
    return (
        Cell(category.nama),
        count,
        Cell(category.bobot, number=True),
        Cell(category.alasan_bobot),
    )


def _clocks(method: Method) -> Table:
    rows = [(Cell(clock.teks), Cell(_read(clock)), Cell(clock.dasar)) for clock in method.tenggat]
    return Table(f"{len(rows)} tenggat", ("Tenggat", "Cara membacanya", "Dasar"), rows)


def _read(clock: Tenggat) -> str:
    if clock.batas:
        return "Sampai hari itu pada tahun berikutnya"
    if clock.bulan is not None:
        return f"{clock.bulan} bulan dihitung mundur dari hari penilaian"
    return "Tidak dihitung dengan tanggal"


def _all(method: Method) -> Table:
    rows = [_obligation(o) for group in method.groups for o in group.obligations]
    columns = ("Kode", "Kewajiban", "Dasar", "Berlaku bagi", "Bobot", "Tenggat", "Bukti")
    return Table(f"{len(rows)} kewajiban", columns, rows)


def _obligation(o: Obligation) -> tuple[Cell, ...]:
    decides = " (menentukan)" if o.tenggat_menentukan else ""
    return (
        Cell(o.kode),
        Cell(o.teks),
        Cell(o.dasar),
        Cell(scope_in_words(o)),
        Cell(weight_in_words(o), number=True),
        Cell(f"{o.tenggat.teks}{decides}" if o.tenggat else "tidak ada"),
        Cell("; atau ".join(evidence_in_words(o))),
    )


def _bands(corpus: Corpus) -> Section:
    found = sorted(corpus.of(PitaNilai), key=lambda pita: -pita.mulai)
    rows = [(Cell(range_of(p, corpus)), Cell(p.nama), Cell(p.sumber)) for p in found]
    columns = ("Nilai", "Nama menurut Komisi Informasi", "Sumber")
    table = Table(f"{len(rows)} pita", columns, rows, "Nama pita belum tercatat.")
    return Section("Nama pita sebagai orientasi", (DISCLAIMER,), table=table, anchor="pita")
