"""Words and links that the pages on completeness share."""

from collections.abc import Iterable
from decimal import Decimal

from ppid.assessing.findings import worded
from ppid.assessing.model import Assessment, Kesegaran, OpdReport, Score, State
from ppid.assessing.score import Gains, evidence_in_words
from ppid.core.corpus import Corpus
from ppid.core.page import Cell, Link
from ppid.kinds.acuan.pita import PitaNilai
from ppid.publishing.page_parts import number
from ppid.values.numbers import format_bulat, format_desimal

INDEX = Link("Kelengkapan", "kelengkapan/")
METHOD = Link("Cara menghitung", "kelengkapan/cara-menghitung/")
CYCLE = Link("Siklus pengecualian", "kelengkapan/siklus-pengecualian/")
CALENDAR = Link("Kalender tenggat", "kelengkapan/kalender/")
QUALITY = Link("Mutu data: temuan yang masih terbuka", "mutu-data/")
OBLIGATIONS = Link("Kewajiban pengumuman", "tentang/kewajiban/")
EVALUATIONS = Link("Hasil penilaian Komisi Informasi", "tentang/penilaian/")
DISCLAIMER = (
    "Nama pita hanya untuk orientasi. Angka situs ini bukan nilai Komisi Informasi: kuesioner, "
    "bobot, dan cara penilaiannya lain."
)
"""What stands wherever a band is named."""


def year_link(tahun: int) -> Link:
    """Lead to the page of a year."""
    return Link(str(tahun), f"kelengkapan/{tahun}/")


def tagged(title: str, *, contoh: bool) -> str:
    """Mark the title of a table or chart that shows demonstration figures."""
    return f"{title} (contoh)" if contoh else title


def by_name(reports: Iterable[OpdReport]) -> list[OpdReport]:
    """Put OPDs in the order of their names: there is no ranking."""
    return sorted(reports, key=lambda report: (report.profil.nama, report.opd))


def figure(nilai: Decimal | None) -> Cell:
    """Show a figure with its bar, or say that there is none."""
    if nilai is None:
        return Cell("tidak ada", number=True)
    return Cell(one_decimal(nilai), number=True, tenths=int(nilai) // 10)


def one_decimal(nilai: Decimal) -> str:
    """Write a figure with exactly one decimal: “64,4”, “100,0”."""
    return format_desimal(nilai.quantize(Decimal("0.1")))


def range_of(pita: PitaNilai, corpus: Corpus) -> str:
    """Say where a band lies: “80 sampai di bawah 90”."""
    above = [other.mulai for other in corpus.of(PitaNilai) if other.mulai > pita.mulai]
    if not above:
        return f"{format_desimal(pita.mulai)} ke atas"
    end = f"di bawah {format_desimal(min(above))}"
    return f"{format_desimal(pita.mulai)} sampai {end}" if pita.mulai else end


def count_sentence(score: Score, *, contoh: bool) -> str:
    """Say in words how many obligations were met."""
    met, bound = format_bulat(score.terpenuhi), format_bulat(score.berlaku)
    open_ = f"{format_bulat(score.belum)} belum"
    if score.perlu_dilihat:
        open_ += f", {format_bulat(score.perlu_dilihat)} perlu dilihat pemantau"
    sentence = (
        f"{met} dari {bound} kewajiban yang berlaku terpenuhi menurut bukti yang tercatat; {open_}."
    )
    return worded(sentence, contoh=contoh)


COUNTED = ("Terpenuhi", "Belum", "Perlu dilihat", "Tercatat", "Tidak berlaku")


def counts(score: Score) -> tuple[Cell, ...]:
    """Show the counts of a score, in the order of `COUNTED`."""
    seen = (score.terpenuhi, score.belum, score.perlu_dilihat, score.tercatat)
    return tuple(map(number, (*seen, score.tidak_berlaku)))


def is_late(assessment: Assessment) -> bool:
    """Tell whether something was met, but by evidence that is older than its clock allows."""
    met = assessment.state is State.TERPENUHI
    return met and assessment.kesegaran is Kesegaran.LEWAT


def points(a: Assessment, gains: Gains) -> tuple[str, str]:
    """Say what would meet an obligation, then what the figure would gain; both empty for none."""
    more = gains[a.bobot]
    if more is None:
        return "", ""
    much = one_decimal(more) if more else "kurang dari 0,1"
    wanted = "; atau ".join(evidence_in_words(a.obligation))
    wanted = wanted.replace("tahun itu", f"tahun {a.tahun}")
    return f"Terpenuhi bila ada {wanted}.", f"Nilai lalu naik {much}."
