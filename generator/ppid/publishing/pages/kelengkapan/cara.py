"""“Cara menghitung”: the method, printed from the data it uses, with one figure worked out."""

from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction

from ppid.assessing.findings import report_address
from ppid.assessing.model import Completeness, Obligation, ObligationSet, OpdReport, Score, State
from ppid.assessing.obligations import sets_of
from ppid.assessing.score import (
    ARTI_KEADAAN,
    ARTI_KESEGARAN,
    RUMUS,
    Gains,
    Method,
    ObligationGroup,
    evidence_in_words,
    method_of,
    scope_in_words,
    weight_in_words,
)
from ppid.core.corpus import Corpus
from ppid.core.page import Body, Cell, Link, Page, Section, Table
from ppid.kinds.acuan.kewajiban import ARTI_BUKTI, Tenggat
from ppid.kinds.acuan.pita import PitaNilai
from ppid.publishing.page_parts import Columns, body_page, number, table_of
from ppid.publishing.pages.kelengkapan import shared
from ppid.publishing.publication import Publication
from ppid.values.dates import format_tanggal

KESEGARAN = {
    "tepat": "Memenuhi tenggat",
    "lewat": "Tenggat lewat",
    "tidak-diketahui": "Tanggalnya tidak dicantumkan",
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
    "Sanggahan dan jawabannya dicatat, lalu tampil di sebelah temuan itu.",
)


def page(publication: Publication) -> Page:
    """Return the page."""
    lead = f"{RUMUS.split(',', 1)[0]}, dikali 100."
    return body_page(
        shared.METHOD,
        Body(lead, sections=tuple(_sections(publication))),
        title="Cara menghitung kelengkapan",
        description="Rumus, kewajiban, bobot, tenggat, dan bukti yang dipakai, dengan contoh.",
        section="kelengkapan",
        crumbs=(shared.INDEX,),
        contoh=publication.contoh,
    )


def _sections(publication: Publication) -> Iterator[Section]:
    corpus, completeness = publication.corpus, publication.completeness
    sets = sets_of(corpus)
    steps = method_of(sets[0]).langkah if sets else {}
    yield Section("Rumus", (RUMUS,), anchor="rumus")
    for title, told in steps.items():
        yield Section(title, tuple(told))
    yield from _example(completeness)
    states = [(Cell("", state=code), Cell(m)) for code, m in ARTI_KEADAAN.items()]
    yield Section("Keadaan", table=_meanings(states), anchor="keadaan")
    fresh = [(Cell(KESEGARAN[code]), Cell(m)) for code, m in ARTI_KESEGARAN.items()]
    folded = f"Tampilkan {len(fresh)} sebutan"
    yield Section("Kesegaran bukti", table=_meanings(fresh), anchor="kesegaran", folded=folded)
    yield _evidence(sets)
    for each in sets:
        yield from _set(method_of(each), completeness)
    yield _bound(sets)
    yield _bands(corpus)
    yield Section("Batas cara ini", _LIMITS, anchor="batas")
    yield Section("Menyanggah", _OBJECT, links=(shared.CALENDAR,), anchor="menyanggah")


def _meanings(rows: list[tuple[Cell, Cell]]) -> Table:
    return Table(f"{len(rows)} sebutan", ("Sebutan", "Artinya"), rows)


def _evidence(sets: tuple[ObligationSet, ...]) -> Section:
    used = Counter[str](sort for each in sets for o in each.obligations for sort in o.bukti)
    found = [(meaning, used[sort]) for sort, meaning in ARTI_BUKTI.items() if sort in used]
    columns: Columns[tuple[str, int]] = {
        "Bukti": lambda pair: f"{pair[0][0].upper()}{pair[0][1:]}",
        "Dipakai kewajiban": lambda pair: pair[1],
    }
    table = table_of(f"{len(found)} jenis bukti", found, columns)
    told = ("Satu jenis bukti yang memadai sudah cukup.",)
    folded = f"Tampilkan {table.caption}"
    return Section("Yang dihitung sebagai bukti", told, table=table, anchor="bukti", folded=folded)


_BOUND = (
    (
        "Peraturan mengikat Badan Publik, bukan setiap perangkat daerah (misalnya PerKI 1/2021 "
        "Pasal 14 ayat (1) dan Pasal 56 ayat (1)). Situs ini menilai perangkat daerah karena di "
        "sanalah informasinya dikuasai dan dihimpun (PerKI 1/2021 Pasal 45 ayat (1) dan ayat (2)); "
        "nilai seluruhnya adalah jumlah bobotnya, jadi menggambarkan badan itu."
    ),
    (
        "Kewajiban yang hanya dapat dijawab satu kali, misalnya maklumat, dinilai pada PPID Utama "
        "atau pada perangkat daerah yang ditunjuk, dan tidak pada yang lain."
    ),
)


def _bound(sets: Sequence[ObligationSet]) -> Section:
    """Say which duties bind the body as one, which every OPD, and which only some."""
    rows = [
        (Cell(each.kumpulan.peraturan), Cell(title), number(len(codes)), Cell(", ".join(codes)))
        for each in sets
        for title, codes in _by_scope(each)
    ]
    columns = ("Peraturan", "Mengikat", "Kewajiban", "Kode")
    table = Table(f"{len(rows)} golongan", columns, rows)
    folded = f"Tampilkan {table.caption} dan kode kewajibannya"
    return Section("Siapa yang terikat", _BOUND, table=table, anchor="terikat", folded=folded)


def _by_scope(each: ObligationSet) -> Iterator[tuple[str, list[str]]]:
    titles = ("Setiap perangkat daerah", "Badan, dijawab satu kali", "Yang memenuhi syaratnya")
    found: dict[str, list[str]] = {title: [] for title in (*titles, "Tidak ada di badan ini")}
    for o in each.obligations:
        scope = o.berlaku_untuk
        place = 0 if scope is None else {"badan": 1, "tidak-ada": 3}.get(scope.lingkup, 2)
        found[[*found][place]].append(o.kode)
    yield from ((title, codes) for title, codes in found.items() if codes)


def _bands(corpus: Corpus) -> Section:
    found = sorted(corpus.of(PitaNilai), key=lambda pita: -pita.mulai)
    columns: Columns[PitaNilai] = {
        "Nilai": lambda pita: shared.range_of(pita, corpus),
        "Nama menurut Komisi Informasi": lambda pita: pita.nama,
        "Sumber": lambda pita: pita.sumber,
    }
    table = table_of(f"{len(found)} pita", found, columns, "Nama pita belum tercatat.")
    told, folded = (shared.DISCLAIMER,), f"Tampilkan {table.caption}" if found else ""
    return Section("Nama pita sebagai orientasi", told, table=table, anchor="pita", folded=folded)


# ---- the obligations of one regulation


def _set(method: Method, completeness: Completeness) -> Iterator[Section]:
    group = method.kumpulan.kumpulan
    years = [str(y.tahun) for y in completeness.years if y.obligations.kumpulan is group]
    until = f" sampai {format_tanggal(group.sampai)}" if group.sampai else ""
    told = (
        (
            f"Berlaku sejak {format_tanggal(group.mulai)}{until}. "
            f"Tahun yang dinilai: {', '.join(years) or 'belum ada'}."
        ),
        f"Bobot bawaan setiap kewajiban {group.bobot}. {group.alasan_bobot}".strip(),
    )
    name, anchor = group.peraturan, group.id.slug
    weights: Columns[ObligationGroup] = {
        "Kategori": lambda g: g.kategori.nama,
        "Kewajiban": lambda g: len(g.obligations),
        "Pengali bobot": lambda g: Cell(g.kategori.bobot, number=True),
        "Mengapa": lambda g: g.kategori.alasan_bobot,
    }
    table = table_of(f"{len(method.groups)} kategori", method.groups, weights)
    folded = f"Tampilkan {table.caption}" if group.sampai else ""
    yield Section(
        f"Kategori dan bobot menurut {name}", told, table=table, anchor=anchor, folded=folded
    )
    if method.tenggat:
        clocks: Columns[Tenggat] = {
            "Tenggat": lambda clock: clock.teks,
            "Cara membacanya": _read,
            "Dasar": lambda clock: clock.dasar,
        }
        table = table_of(f"{len(method.tenggat)} tenggat", method.tenggat, clocks)
        folded = f"Tampilkan {table.caption}"
        title, place = f"Tenggat menurut {name}", f"tenggat-{anchor}"
        yield Section(title, table=table, anchor=place, folded=folded)
    every = [obligation for group in method.groups for obligation in group.obligations]
    obligations: Columns[Obligation] = {
        "Kode": lambda o: o.kode,
        "Kewajiban": lambda o: o.teks,
        "Dasar": lambda o: o.dasar,
        "Berlaku bagi": scope_in_words,
        "Bobot": lambda o: Cell(weight_in_words(o), number=True),
        "Tenggat": _clock,
        "Bukti": lambda o: "; atau ".join(evidence_in_words(o)),
        "Kata dalam judul": _words,
    }
    table = table_of(f"{len(every)} kewajiban", every, obligations)
    yield Section(
        f"Semua kewajiban menurut {name}",
        table=table,
        anchor=f"kewajiban-{anchor}",
        folded=f"Tampilkan {table.caption}",
    )


def _read(clock: Tenggat) -> str:
    if clock.batas:
        return "Sampai hari itu pada tahun berikutnya"
    if clock.bulan is not None:
        return f"{clock.bulan} bulan dihitung mundur dari hari penilaian"
    return "Tidak dihitung dengan tanggal"


def _words(o: Obligation) -> str:
    """Say which words in a title answer an obligation that rows of a DIP can answer."""
    if not {"dip", "dip-beralamat"}.intersection(o.bukti):
        return "tidak dipakai"
    return "; ".join(sorted(" ".join(sorted(phrase)) for phrase in o.kata))


def _clock(o: Obligation) -> str:
    decides = " (menentukan)" if o.tenggat_menentukan else ""
    return f"{o.tenggat.teks}{decides}" if o.tenggat else "tidak ada"


# ---- a worked example


def _example(completeness: Completeness) -> Iterator[Section]:
    """Work out the OPD of the newest year whose figure lies nearest to the middle.

    Neither the best nor the worst, so that nobody is held up to others.
    """
    newest = completeness.years[-1].reports if completeness.years else ()
    found = [(r.score.nilai, r) for r in newest if r.score.nilai is not None]
    if not found:
        return
    found.sort(key=lambda pair: (pair[0], pair[1].opd))
    nilai, report = found[len(found) // 2]
    score, name, tahun = report.score, report.profil.nama, report.tahun
    start = "Dalam data contoh ini, " if report.contoh else ""
    exact = _four(100 * score.bobot_terpenuhi / score.bobot_berlaku)
    told = (
        (
            f"{start}{name} pada {tahun} mempunyai {score.berlaku} kewajiban yang berlaku; "
            f"{score.terpenuhi} terpenuhi, {score.belum} belum, dan {score.perlu_dilihat} perlu "
            f"dilihat pemantau. {score.tercatat} hanya tercatat dan {score.tidak_berlaku} tidak "
            "berlaku, jadi tidak ikut dihitung."
        ),
        (
            f"Jumlah bobot yang terpenuhi {_sum(score.bobot_terpenuhi)}; jumlah bobot yang berlaku "
            f"{_sum(score.bobot_berlaku)}."
        ),
        (
            f"100 × {score.bobot_terpenuhi} ÷ {score.bobot_berlaku} = {exact}, "
            f"dibulatkan menjadi {shared.one_decimal(nilai)}."
        ),
        *_one_more(report),
    )
    rows = [(Cell(c.nama), *_added_up(own)) for c, own in report.categories]
    rows.append((Cell("Jumlah"), *_added_up(score)))
    columns = ("Kategori", "Terpenuhi", "Berlaku", "Bobot terpenuhi", "Bobot berlaku", "Nilai")
    caption = shared.tagged("Hitungan per kategori", contoh=report.contoh)
    table = Table(caption, columns, rows, matrix=True)
    links = (Link(f"Kelengkapan {name} {tahun}", report_address(report.opd, tahun)),)
    title, anchor, folded = "Contoh hitungan", "contoh-hitungan", "Tampilkan hitungan per kategori"
    yield Section(title, told, table=table, links=links, anchor=anchor, folded=folded)


def _added_up(score: Score) -> tuple[Cell, ...]:
    return (
        number(score.terpenuhi),
        number(score.berlaku),
        Cell(_sum(score.bobot_terpenuhi), number=True),
        Cell(_sum(score.bobot_berlaku), number=True),
        shared.figure(score.nilai),
    )


def _sum(weight: Fraction) -> str:
    """Write a sum of weights as people do: “12”, or “3 + 4/15”."""
    whole, rest = divmod(weight.numerator, weight.denominator)
    if not rest:
        return str(whole)
    part = f"{rest}/{weight.denominator}"
    return f"{whole} + {part}" if whole else part


def _four(value: Fraction) -> str:
    """Cut a number off after four decimals; “…” says that more follow."""
    scaled, rest = divmod(value.numerator * 10_000, value.denominator)
    return f"{scaled // 10_000},{scaled % 10_000:04}{'…' if rest else ''}"


def _one_more(report: OpdReport) -> Iterator[str]:
    """Say what one more obligation would bring."""
    unmet = next((a for a in report.assessments if a.state is State.BELUM), None)
    said = " ".join(filter(None, shared.points(unmet, Gains(report)))) if unmet else ""
    if unmet and said:
        yield f"Kewajiban {unmet.obligation.kode}: {said[0].lower()}{said[1:]}"
