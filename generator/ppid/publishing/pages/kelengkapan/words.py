"""Words and links that the pages on completeness share."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from ppid.assessing.findings import worded
from ppid.assessing.handing_in import Penyampaian
from ppid.assessing.model import Assessment, Kesegaran, OpdReport, Score, State
from ppid.core.corpus import Corpus
from ppid.core.page import Cell, Link
from ppid.kinds.acuan.pita import PitaNilai
from ppid.kinds.badan import Badan
from ppid.kinds.wording import format_bulat, format_tanggal, number
from ppid.values.numbers import format_desimal

INDEX = Link("Kelengkapan", "kelengkapan/")
METHOD = Link("Cara menghitung", "kelengkapan/cara-menghitung/")
CYCLE = Link("Siklus pengecualian", "kelengkapan/siklus-pengecualian/")
CALENDAR = Link("Kalender tenggat", "kelengkapan/kalender/")
QUALITY = Link("Mutu data: temuan yang masih terbuka", "mutu-data/")
EVALUATIONS = Link("Hasil penilaian Komisi Informasi", "tentang/penilaian/")
_HAND_IN_SHAPES = {
    Penyampaian.TEPAT: "terpenuhi",
    Penyampaian.NIHIL: "terpenuhi",
    Penyampaian.LEWAT: "sebagian",
    Penyampaian.TANPA_TANGGAL: "belum",
    Penyampaian.BELUM: "belum",
}


DISCLAIMER = (
    "Nama pita hanya untuk orientasi. Angka situs ini bukan nilai Komisi Informasi: kuesioner, "
    "bobot, dan cara penilaiannya lain."
)
"""What stands wherever a band is named."""


def tagged(title: str, *, contoh: bool) -> str:
    """Mark the title of a table or chart that shows demonstration figures."""
    return f"{title} (contoh)" if contoh else title


def range_of(pita: PitaNilai, corpus: Corpus) -> str:
    """Say where a band lies: “80 sampai di bawah 90”."""
    above = [other.mulai for other in corpus.of(PitaNilai) if other.mulai > pita.mulai]
    if not above:
        return f"{format_desimal(pita.mulai)} ke atas"
    end = f"di bawah {format_desimal(min(above))}"
    return f"{format_desimal(pita.mulai)} sampai {end}" if pita.mulai else end


def year_link(tahun: int) -> Link:
    """Lead to the page of a year."""
    return Link(str(tahun), f"kelengkapan/{tahun}/")


def by_name(reports: Iterable[OpdReport]) -> list[OpdReport]:
    """Put OPDs in the order of their names: there is no ranking."""
    return sorted(reports, key=lambda report: (report.profil.nama, report.opd))


def is_demonstration(corpus: Corpus) -> bool:
    """Tell whether the whole site is one."""
    badan = corpus.get(Badan)
    return bool(badan and badan.contoh)


def figure(nilai: Decimal | None) -> Cell:
    """Show a figure, or say that there is none."""
    return Cell("tidak ada" if nilai is None else one_decimal(nilai), number=True)


def one_decimal(nilai: Decimal) -> str:
    """Write a figure with exactly one decimal: “64,4”, “100,0”."""
    return format_desimal(nilai.quantize(Decimal("0.1")))


def count_sentence(score: Score, *, contoh: bool) -> str:
    """Say in words how many obligations were met."""
    met, bound = format_bulat(score.terpenuhi), format_bulat(score.berlaku)
    sentence = (
        f"{met} dari {bound} kewajiban yang berlaku terpenuhi menurut bukti yang tercatat; "
        f"{format_bulat(score.belum)} belum."
    )
    return worded(sentence, contoh=contoh)


def counts(score: Score) -> tuple[Cell, ...]:
    """Show the three counts of a score."""
    return tuple(map(number, (score.terpenuhi, score.belum, score.tidak_berlaku)))


def hand_in_cell(state: Penyampaian, day: str, url: str) -> Cell:
    """Say how a list was handed in; a state that is marked has no link, its row has."""
    text = f"{state.value}, {day}" if day else state.value
    return Cell(text, url, state="" if url else _HAND_IN_SHAPES[state])


def is_late(assessment: Assessment) -> bool:
    """Tell whether something was met, but by evidence that is older than its clock allows."""
    met = assessment.state is State.TERPENUHI
    return met and assessment.kesegaran is Kesegaran.LEWAT


def freshness_of(assessment: Assessment) -> str:
    """Say how the evidence stands to its clock."""
    clock, day = assessment.obligation.tenggat, assessment.diperbarui
    if assessment.state is not State.TERPENUHI:
        return ""
    if assessment.kesegaran is Kesegaran.TIDAK_DIKETAHUI:
        return "Tanggal buktinya belum diketahui."
    said = f"Bertanggal {format_tanggal(day)}" if day else ""
    if clock is None or assessment.kesegaran is Kesegaran.TANPA_TENGGAT:
        return f"{said}." if said else ""
    how = "melewati" if assessment.kesegaran is Kesegaran.LEWAT else "memenuhi"
    return f"{said}, {how} tenggat: {clock.teks[0].lower()}{clock.teks[1:]}."


def around(found: list[Link], position: int) -> tuple[Link, ...]:
    """Return the pages before and after one."""
    return tuple(found[i] for i in _beside(len(found), position))


def _beside(length: int, position: int) -> Iterator[int]:
    if position > 0:
        yield position - 1
    if position + 1 < length:
        yield position + 1
