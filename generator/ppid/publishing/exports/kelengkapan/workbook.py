"""The worksheet of an assessor: guide, overviews, a row for each obligation, matrix, method.

All rows stand on one sheet. The overviews look for them by OPD and category and never by position,
so that they stay right when the rows are sorted. Only the listed marks count. The same sheets
without an assessor are published for whoever wants to check the figures.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product, zip_longest
from typing import Final

from xlsxwriter.worksheet import Worksheet

from ppid.assessing.findings import LEGEND, code_of, said
from ppid.assessing.model import Jenis, OpdReport, Score, State, YearReport
from ppid.assessing.score import (
    ARTI_KEADAAN,
    evidence_in_words,
    method_of,
    scope_in_words,
    total,
    total_by_category,
    weight_in_words,
)
from ppid.assessing.verification import Selisih, Tally, Verified, fingerprint, tally_of
from ppid.core.corpus import Corpus
from ppid.handing_in.worksheet.form import (
    BY_CATEGORY,
    CODE,
    DAY_LABEL,
    GUIDE,
    IDENTITY,
    LONGEST_NOTE,
    MARK,
    MARKS,
    NOTE,
    OPD,
    OVERVIEW,
    PRINT,
    STATES,
    YEAR,
    Identity,
)
from ppid.kinds.badan import IdentitasBadan
from ppid.kinds.pemantauan.penugasan import Pemantau, slug_of
from ppid.kinds.pemantauan.verifikasi import SEJALAN, Verifikasi
from ppid.kinds.wording import TANDA
from ppid.publishing.exports.kelengkapan.paper import (
    Cell,
    Formula,
    PlannedPaper,
    WorkingPaper,
    written,
)
from ppid.publishing.exports.kelengkapan.tables import matrix_of
from ppid.values.cells import column_letters
from ppid.values.dates import format_tanggal
from ppid.values.numbers import format_bulat

SIGNS: Final = dict(zip(State, "●○?+–", strict=True))
CONTOH: Final = "CONTOH: data peragaan. Angka ini tidak menyatakan apa pun tentang kantor mana pun."
_TOP: Final = 6
"""The row of the headings on sheets with a table of figures or of rows."""
_CATEGORY, _NAME, _STATE = "Kategori", "Perangkat daerah", "Menurut data"
_EARLIER, _DIFFERENCE, _WANTED, _WEIGHT = (
    *("Tanda tahun lalu", "Selisih", "Perlu ditandai", "Bobot"),
)
_COLUMNS: Final[Mapping[str, float]] = {
    "No": 5,
    OPD: 16,
    _NAME: 16,
    _CATEGORY: 14,
    CODE: 16,
    "Kewajiban": 38,
    "Dasar": 24,
    _STATE: 11,
    "Bukti": 28,
    "Tautan": 24,
    "Diperbarui": 12,
    "Alasan": 34,
    _EARLIER: 12,
    MARK: 13,
    NOTE: 32,
    _DIFFERENCE: 11,
    _WANTED: 9,
    _WEIGHT: 7,
    YEAR: 7,
    PRINT: 18,
}
"""The headings of the rows, with widths; what stands behind the difference is not printed."""
_AT: Final = {name: column_letters(place) for place, name in enumerate(_COLUMNS, 1)}


@dataclass(frozen=True, slots=True)
class Desk:
    """Whose worksheet it is, with the marks that are known: of this year, and of the one before.

    Both by OPD and code of the obligation.
    """

    pemantau: str = ""
    marks: Mapping[tuple[str, str], Verifikasi] = field(default_factory=dict)
    earlier: Mapping[tuple[str, str], Verifikasi] = field(default_factory=dict)


NOBODY: Final = Desk()


def desk_of(
    pemantau: Pemantau, year: YearReport, before: YearReport | None, corpus: Corpus
) -> Desk:
    """Return the desk of an assessor in a year, with the own marks of the year.

    Marks of the year before are carried over where it was judged by the same regulation: under
    another one the same code may mean another obligation.
    """
    tahun = year.tahun
    marks = {
        (mark.id.opd, mark.kode): mark
        for opd in pemantau.opd
        for mark in corpus.in_list(Verifikasi, opd, tahun)
        if slug_of(mark.pemantau) == pemantau.slug
    }
    same_law = before and before.obligations.kumpulan is year.obligations.kumpulan
    earlier = {
        (mark.id.opd, mark.kode): mark
        for opd in (pemantau.opd if same_law else ())
        for mark in corpus.in_list(Verifikasi, opd, tahun - 1)
    }
    return Desk(pemantau.nama, marks, earlier)


def workbook(
    year: YearReport, reports: Sequence[OpdReport], badan: IdentitasBadan, desk: Desk = NOBODY
) -> bytes:
    """Return the worksheet for some OPDs of a year; the same data gives the same bytes."""
    return written(planned(year, reports, badan, desk))


def planned(
    year: YearReport, reports: Sequence[OpdReport], badan: IdentitasBadan, desk: Desk = NOBODY
) -> PlannedPaper:
    """Return what the worksheet for some OPDs of a year holds."""
    whose = f"{year.tahun}, {badan.nama}" if badan.nama else str(year.tahun)
    paper = WorkingPaper(f"Kertas kerja kelengkapan {whose}", year.hari)
    rows = {report.opd: _prefilled(report, desk) for report in reports}
    _write_guide(paper, year, reports, f"Kertas kerja {whose}", desk)
    _write_overview(paper, year, reports, rows, desk)
    _write_by_category(paper, year, reports, rows, desk)
    _write_rows(paper, year, reports, rows, desk)
    _write_matrix(paper, year, reports)
    _write_method(paper, year)
    _write_identity(paper, year, desk)
    return paper.planned


def _prefilled(report: OpdReport, desk: Desk) -> list[Verified]:
    """Return the obligations of an OPD with the marks that still speak of the state of today."""
    pairs = []
    for a in report.assessments:
        mark = desk.marks.get((a.opd, a.obligation.kode))
        pairs.append(Verified(a, mark if mark and mark.sidik == fingerprint(a) else None))
    return pairs


def _heading_lines(year: YearReport, title: str, desk: Desk = NOBODY) -> tuple[str, ...]:
    """Return the lines above every table; the third says that the data is a demonstration."""
    law = year.obligations.kumpulan.peraturan
    about = f"Kelengkapan {year.tahun} menurut {law}; hari penilaian {format_tanggal(year.hari)}"
    who = f"Pemantau: {desk.pemantau}" if desk.pemantau else "Pemantau: belum ditugaskan"
    return (title, about, CONTOH if year.contoh else "", who)


def _write_guide(
    paper: WorkingPaper, year: YearReport, reports: Sequence[OpdReport], title: str, desk: Desk
) -> None:
    """Say what the paper holds, how it is filled in, handed in, printed and argued with."""
    columns = {"Lembar": 34, "Isinya": 56, "Cara memakainya": 66}
    lines = _heading_lines(year, title, desk)
    sheet = paper.begin(GUIDE, columns, 8, lines)
    sheet.freeze_panes(1, 0)
    paper.line((DAY_LABEL, "bold"), (None, "entry day"))
    sheet.data_validation(
        f"B{len(lines) + 1}",
        {
            "validate": "date",
            "criteria": ">=",
            "value": year.hari.replace(month=1, day=1),
            "error_title": "Tanggal",
            "error_message": f"Tulis tanggal sejak awal {year.tahun}, misalnya {year.hari}.",
        },
    )
    paper.line(("Isi sebelum diserahkan, misalnya " + year.hari.isoformat(), "plain"))
    paper.line()
    paper.headings()
    choice = f"{', '.join(list(TANDA.values())[:-1])}, atau {[*TANDA.values()][-1]}"
    count = format_bulat(len(reports))
    for row in (
        (
            OVERVIEW,
            "Kemajuan dan angka setiap perangkat daerah: data, tanda pemantau, dan penyerahan.",
            "Tidak perlu diisi. Angka pemantau muncul sesudah semua yang perlu ditandai ditandai.",
        ),
        (
            BY_CATEGORY,
            "Yang sama, dirinci menurut kategori kewajiban.",
            "Tidak perlu diisi.",
        ),
        (
            MARKS,
            f"Setiap kewajiban {count} perangkat daerah, dengan keadaan, bukti, dan alasannya.",
            f"Pilih {choice} di kolom “{MARK}”; tulis alasannya di “{NOTE}”.",
        ),
        (
            "Matriks",
            "Setiap kewajiban dan setiap perangkat daerah, dengan satu tanda.",
            "Dicetak pada kertas A3 mendatar.",
        ),
        (
            "Cara menghitung",
            "Rumus, bobot, tenggat, dan bukti yang dihitung bagi setiap kewajiban.",
            "Dibaca bila sebuah angka dipertanyakan.",
        ),
    ):
        paper.texts(*row)
    paper.line()
    if reports:
        opd, code = reports[0].opd, code_of(reports[0].assessments[0])
        for sentence in _advice(year, opd, code, desk):
            paper.line((sentence, "plain"))
    paper.protect()


def _advice(year: YearReport, opd: str, code: str, desk: Desk) -> Iterator[str]:
    yield (
        "Nilai pemantau memakai bobot yang sama. “Tidak berlaku” keluar dari hitungan; yang belum "
        "ditandai tidak dianggap apa pun."
    )
    yield "“Belum” berarti buktinya belum tercatat di situs ini, bukan bahwa informasinya tiada."
    yield "Tanda yang berbeda dari data perlu alasan. Jangan menulis nama orang atau data pribadi."
    yield (
        "Tanda yang diketik di luar daftar pilihan tidak dihitung; jumlahnya disebut di "
        f"“{OVERVIEW}”."
    )
    yield (
        "Hanya sel berwarna kuning yang dapat diisi. Untuk mengurutkan baris, buka dahulu "
        "pelindungan lembarnya (tanpa kata sandi); angkanya tetap benar."
    )
    yield "Tautan tanpa https:// dihitung dari halaman depan situs."
    if desk.pemantau:
        yield "Sesudah selesai, simpan berkas ini dan serahkan kepada PPID Utama."
    else:
        yield (
            "Kertas ini untuk diperiksa sendiri. Yang dapat diserahkan dibuat PPID Utama untuk "
            "setiap pemantau."
        )
    yield f"Kode temuan untuk menyanggah, misalnya {code}: tahun, folder, dan kode kewajiban."
    yield "Kertas kerja satu perangkat daerah saja:"
    command = f"ppid kelengkapan --tahun {year.tahun} --opd {opd} --format xlsx"
    yield f"    {command} --keluaran {opd}.xlsx"


# ---- figures that are looked up


class _LookUp:
    """Formulas that look for rows by what stands in them; `last` is the last of the rows."""

    def __init__(self, last: int) -> None:
        self._areas = {
            name: f"{MARKS}!${at}${_TOP + 1}:${at}${max(last, _TOP + 1)}"
            for name, at in _AT.items()
        }

    def count(self, own: Mapping[str, str], **more: str) -> str:
        """Count the rows of a key that also hold these texts; `_STATE` and so on name columns."""
        return f"COUNTIFS({self._pairs(own, more)})"

    def weight(self, own: Mapping[str, str], **more: str) -> str:
        """Add up the weights of rows."""
        return f"SUMIFS({self._areas[_WEIGHT]},{self._pairs(own, more)})"

    def _pairs(self, own: Mapping[str, str], more: Mapping[str, str]) -> str:
        names = {"state": _STATE, "mark": MARK, "wanted": _WANTED, "difference": _DIFFERENCE}
        keys = [f"{self._areas[name]},{cell}" for name, cell in own.items()]
        return ",".join([*keys, *(f'{self._areas[names[n]]},"{t}"' for n, t in more.items())])

    def marked(self, own: Mapping[str, str]) -> str:
        """Count the rows that must be marked and hold a listed mark."""
        return "+".join(self.count(own, wanted="ya", mark=mark) for mark in TANDA.values())

    def unknown(self, own: Mapping[str, str]) -> str:
        """Count the rows that hold anything but a listed mark."""
        keys = "".join(f"*({self._areas[name]}={cell})" for name, cell in own.items())
        known = "+".join(f'({self._areas[MARK]}="{mark}")' for mark in TANDA.values())
        return f'SUMPRODUCT(({self._areas[MARK]}<>""){keys}*(1-({known})))'

    def share(self, own: Mapping[str, str], by: str, yes: str, *no: str) -> str:
        """Return the percentage of weights under `yes`, of those under all; empty of nothing."""
        met, *rest = (self.weight(own, **{by: text}) for text in (yes, *no))
        whole = "+".join((met, *rest))
        return f'IF({whole}=0,"",ROUND(100*{met}/({whole}),1))'


_FIGURES: Final[Mapping[str, float]] = {
    "Terpenuhi": 11,
    "Belum": 9,
    "Perlu dilihat": 9,
    "Tercatat": 9,
    "Tidak berlaku": 9,
    "Nilai menurut data": 11,
    "Perlu ditandai": 10,
    "Sudah ditandai": 10,
    "Kemajuan": 13,
    "Ditandai Ada": 10,
    "Ditandai Tidak ada": 10,
    "Ditandai Tidak berlaku": 10,
    "Berbeda dari data": 10,
    "Nilai pemantau": 10,
    "Tanda tidak dikenal": 10,
}
"""What the overviews say, with widths."""


def _figures(
    look: _LookUp, own: Mapping[str, str], place: tuple[int, int], score: Score, tally: Tally
) -> Iterator[Cell]:
    """Yield the figures in the order of `_FIGURES`.

    `own` are the keys of the rows that are looked for; `place` is the row of the sheet, and the
    column in which the figures begin.
    """
    row, first = place
    at = {n: f"{column_letters(first + i)}{row}" for i, n in enumerate(_FIGURES)}
    counted = (score.terpenuhi, score.belum, score.perlu_dilihat, score.tercatat)
    for label, value in zip(STATES.values(), (*counted, score.tidak_berlaku), strict=True):
        yield Formula(f"={look.count(own, state=label)}", value), "whole"
    shown = [STATES[state] for state in State if state.counts]
    nilai = "" if score.nilai is None else float(score.nilai)
    yield Formula(f"={look.share(own, 'state', *shown)}", nilai), "share"
    yield Formula(f"={look.count(own, wanted='ya')}", tally.perlu), "whole"
    yield Formula(f"={look.marked(own)}", tally.ditandai), "sum"
    progress = f"{tally.ditandai} dari {tally.perlu}"
    formula = f'={at["Sudah ditandai"]}&" dari "&{at["Perlu ditandai"]}'
    yield Formula(formula, progress), "centred"
    for code, label in TANDA.items():
        yield Formula(f"={look.count(own, mark=label)}", tally.tanda[code]), "whole"
    different = Selisih.BERBEDA
    formula = f"={look.count(own, difference=different.value)}"
    yield Formula(formula, tally.selisih.get(different, 0)), "whole"
    found = look.share(own, "mark", TANDA["ada"], TANDA["tidak-ada"])
    formula = f'=IF({at["Sudah ditandai"]}<{at["Perlu ditandai"]},"",{found})'
    yield Formula(formula, "" if tally.nilai is None else float(tally.nilai)), "share"
    yield Formula(f"={look.unknown(own)}", 0), "sum"


_Rows = Mapping[str, Sequence[Verified]]
"""The obligations of each OPD with the marks that are filled in already."""


def _last(rows: _Rows) -> int:
    return _TOP + sum(map(len, rows.values()))


def _write_overview(
    paper: WorkingPaper, year: YearReport, reports: Sequence[OpdReport], rows: _Rows, desk: Desk
) -> None:
    """Write the figures of each OPD, and those of all together."""
    beside = {"Kesegaran": 11, **{str(jenis): 13 for jenis in Jenis}}
    columns = {"No": 5, OPD: 18, _NAME: 46, **_FIGURES, **beside}
    paper.begin(OVERVIEW, columns, _TOP, _heading_lines(year, OVERVIEW, desk))
    look, lead = _LookUp(_last(rows)), 3
    paper.line()
    paper.headings()
    for number, report in enumerate(reports, 1):
        row = _TOP + number
        own, tally = {OPD: f"$B{row}"}, tally_of(rows[report.opd])
        figures = _figures(look, own, (row, lead + 1), report.score, tally)
        fresh = report.score.kesegaran
        handed = {h.jenis: h.state.words.capitalize() for h in report.penyerahan}
        paper.row(
            (number, "centred"),
            (report.opd, "text"),
            (report.profil.nama, "text"),
            *figures,
            ("" if fresh is None else float(fresh), "share"),
            *((handed.get(jenis, "Tidak berlaku"), "text") for jenis in Jenis),
        )
    if reports:
        every = tally_of(pair for pairs in rows.values() for pair in pairs)
        whole = total(report.score for report in reports)
        figures = _figures(look, {}, (_TOP + len(reports) + 1, lead + 1), whole, every)
        paper.line(None, None, ("Semuanya", "bold"), *figures)
    paper.protect()


def _write_by_category(
    paper: WorkingPaper, year: YearReport, reports: Sequence[OpdReport], rows: _Rows, desk: Desk
) -> None:
    """Write the figures of each category, of all OPDs of the paper."""
    columns = {"No": 5, _CATEGORY: 40, **_FIGURES}
    paper.begin(BY_CATEGORY, columns, _TOP, _heading_lines(year, "Menurut kategori", desk))
    look, lead = _LookUp(_last(rows)), 2
    paper.line()
    paper.headings()
    found = total_by_category([report.categories for report in reports])
    for number, (category, score) in enumerate(found, 1):
        every = (pair for pairs in rows.values() for pair in pairs)
        tally = tally_of(p for p in every if p.assessment.obligation.kategori is category)
        own = {_CATEGORY: f"$B{_TOP + number}"}
        figures = _figures(look, own, (_TOP + number, lead + 1), score, tally)
        paper.row((number, "centred"), (category.nama, "text"), *figures)
    paper.protect()


# ---- the rows that an assessor marks


def _write_rows(
    paper: WorkingPaper, year: YearReport, reports: Sequence[OpdReport], rows: _Rows, desk: Desk
) -> None:
    """Write a row for each obligation of each OPD."""
    sheet = paper.begin(MARKS, _COLUMNS, _TOP, _heading_lines(year, MARKS, desk))
    last = _last(rows)
    sheet.freeze_panes(_TOP, 0)
    sheet.set_paper(8)
    sheet.print_area(0, 0, last - 1, list(_COLUMNS).index(_DIFFERENCE))
    sheet.autofilter(_TOP - 1, 0, max(last, _TOP + 1) - 1, len(_COLUMNS) - 1)
    _restrict(sheet, last)
    paper.line((f"Isi kolom kuning saja: “{MARK}” dari daftar pilihan, “{NOTE}”.", "plain"))
    paper.headings()
    number, ends = 0, []
    for report in reports:
        for pair in rows[report.opd]:
            number += 1
            earlier = desk.earlier.get((report.opd, pair.assessment.obligation.kode))
            cells = _row(number, report, pair, TANDA[earlier.tanda] if earlier else "")
            paper.row(*cells)
        ends.append(_TOP + number)
    sheet.set_h_pagebreaks(ends[:-1])
    paper.protect()


def _restrict(sheet: Worksheet, last: int) -> None:
    """Offer the marks, and refuse others while they are typed; what is pasted is counted apart."""
    area = f"{_AT[MARK]}{_TOP + 1}:{_AT[MARK]}{last}"
    choice = {
        "validate": "list",
        "source": list(TANDA.values()),
        "error_title": "Pilihan",
        "error_message": "Pilih salah satu dari daftar.",
    }
    sheet.data_validation(area, choice)
    sheet.data_validation(
        f"{_AT[NOTE]}{_TOP + 1}:{_AT[NOTE]}{last}",
        {
            "validate": "length",
            "criteria": "<=",
            "value": LONGEST_NOTE,
            "error_title": "Catatan",
            "error_message": f"Paling panjang {LONGEST_NOTE} huruf.",
        },
    )


def _row(number: int, report: OpdReport, pair: Verified, earlier: str) -> Iterator[Cell]:
    """Yield the cells of an obligation; what is empty is not written: half of them would be."""
    a, mark, row = pair.assessment, pair.tanda, _TOP + number
    evidence = [each.label for each in a.evidence]
    shown = f"{len(evidence)} bukti, misalnya {evidence[0]}" if len(evidence) > 1 else ""
    weight = a.bobot
    yield number, "centred"
    yield report.opd, "text"
    yield report.profil.singkatan, "text"
    yield a.obligation.kategori.nama, "text"
    yield a.obligation.kode, "text"
    yield a.obligation.teks, "text"
    yield a.obligation.dasar, "text"
    yield STATES[a.state], "text"
    yield (shown or evidence[0], "text") if evidence else None
    yield (a.link, "text") if a.link else None
    yield (a.diperbarui, "day") if a.diperbarui else None
    yield said(report, a), "text"
    yield (earlier, "centred") if earlier else None
    yield TANDA[mark.tanda] if mark else None, "entry"
    yield mark.catatan if mark and mark.catatan else None, "entry text"
    yield Formula(_difference(row), pair.selisih.value if mark else ""), "centred"
    yield ("ya", "centred") if a.state.counts else None
    yield float(weight), "whole" if weight.denominator == 1 else "weight"
    yield a.tahun, "centred"
    yield fingerprint(a), "small"


def _difference(row: int) -> str:
    """Look up how the mark of a row stands to the state in the same row."""
    state, mark = f"${_AT[_STATE]}{row}", f"${_AT[MARK]}{row}"
    table = f"{IDENTITY}!$D$1:$E${len(State) * len(TANDA)}"
    found = f'VLOOKUP({state}&"/"&{mark},{table},2,FALSE)'
    return f'=IF({mark}="","",IFERROR({found},"tanda tidak dikenal"))'


def _differences() -> Iterator[tuple[str, str]]:
    """Yield every pair of a state and a mark, with what is said of it."""
    for state, mark in product(State, TANDA):
        how = Selisih.SAMA if mark in SEJALAN[state] else Selisih.BERBEDA
        how = Selisih.DIJAWAB if state is State.PERLU_DILIHAT else how
        yield f"{STATES[state]}/{TANDA[mark]}", how.value


# ---- what explains the figures


def _write_matrix(paper: WorkingPaper, year: YearReport, reports: Sequence[OpdReport]) -> None:
    """Write a row for each obligation and a column for each OPD: that way it fits on paper."""
    columns = {"Kode": 24, "Kewajiban": 44} | dict.fromkeys((r.opd for r in reports), 3.6)
    lines = _heading_lines(year, f"Matriks: {LEGEND}")[:-1]
    top = len(lines) + 2
    sheet = paper.begin("Matriks", columns, top, lines)
    sheet.freeze_panes(top, 2)
    sheet.set_paper(8)
    paper.line()
    names = ((report.opd, "upright") for report in reports)
    paper.row(("Kode", "head"), ("Kewajiban", "head"), *names, height=150)
    matrix = matrix_of(year, reports)
    for obligation, (_, states) in zip(year.obligations.obligations, matrix.items(), strict=True):
        signs = ((SIGNS[State(state)], "centred") for state in states)
        paper.row((obligation.kode, "text"), (obligation.teks, "text"), *signs)


def _write_method(paper: WorkingPaper, year: YearReport) -> None:
    """Say how the figures came about, so that they can be argued with."""
    method = method_of(year.obligations)
    columns = {
        "Kode": 24,
        "Kewajiban": 44,
        "Bobot": 8,
        "Tenggat": 34,
        "Berlaku bagi": 40,
        "Yang dihitung sebagai bukti": 44,
    }
    lines = _heading_lines(year, "Cara menghitung")[:-1]
    sentences = [
        method.rumus,
        *(step for steps in method.langkah.values() for step in steps),
        *(f"{n.replace('-', ' ').capitalize()}: {words}" for n, words in ARTI_KEADAAN.items()),
        *(
            f"Bobot {c.nama}: {c.bobot} kali bobot kewajibannya. {c.alasan_bobot}"
            for c in year.obligations.categories
        ),
    ]
    heading = len(lines) + len(sentences) + 2
    paper.begin("Cara menghitung", columns, heading, lines).freeze_panes(1, 0)
    for sentence in sentences:
        paper.line((sentence, "plain"))
    paper.line()
    paper.headings()
    for obligation in year.obligations.obligations:
        clock = obligation.tenggat.teks if obligation.tenggat else "Tidak ada"
        decides = "; tenggat ini menentukan" if obligation.tenggat_menentukan else ""
        row = (
            obligation.kode,
            obligation.teks,
            weight_in_words(obligation),
            f"{clock}{decides}",
            scope_in_words(obligation),
            "; atau ".join(evidence_in_words(obligation)),
        )
        paper.texts(*row)


def _write_identity(paper: WorkingPaper, year: YearReport, desk: Desk) -> None:
    """Write for whom the paper was made on a sheet that programs do not show."""
    sheet = paper.begin(IDENTITY, {"Isi": 30, "Nilai": 70}, 1, ())
    identity = Identity(
        isi=MARKS,
        tahun=year.tahun,
        pemantau=desk.pemantau,
        dibuat=year.hari,
        contoh=year.contoh,
    )
    for noted, pair in zip_longest(identity.cells(), _differences()):
        left = ((text, "plain") for text in noted) if noted else (None, None)
        paper.line(*left, None, *((text, "plain") for text in pair))
    paper.protect()
    sheet.very_hidden()
