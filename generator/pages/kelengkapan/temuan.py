"""Findings as they are printed: reason, evidence, freshness, and what one more would bring."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.completeness.findings import code_of, objections_to, said
from generator.completeness.gain import Gains
from generator.completeness.method import evidence_in_words
from generator.completeness.model import Assessment, Evidence, OpdReport, State
from generator.corpus import Corpus
from generator.kinds.sanggahan import Sanggahan
from generator.pages.kelengkapan.words import freshness_of, is_late, one_decimal

_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Temuan:
    """One obligation of this OPD; `poin` is empty where nothing can be gained."""

    penilaian: Assessment
    kode: str
    keadaan: str
    alasan: str
    bukti: tuple[Evidence, ...]
    lebih: int
    kesegaran: str
    poin: str
    sanggahan: tuple[Sanggahan, ...]


@dataclass(frozen=True, slots=True)
class Golongan:
    """The findings of one state in one category."""

    nama: str
    temuan: tuple[Temuan, ...]


def groups(report: OpdReport, state: State, corpus: Corpus) -> Iterator[Golongan]:
    """Give the findings of one state, category by category."""
    gains = Gains(report)
    for category, _ in report.categories:
        found = tuple(
            _finding(report, a, gains, corpus)
            for a in report.assessments
            if a.state is state and a.obligation.kategori is category
        )
        if found:
            yield Golongan(category.nama, found)


def _finding(report: OpdReport, a: Assessment, gains: Gains, corpus: Corpus) -> Temuan:
    return Temuan(
        a,
        code_of(a),
        "sebagian" if is_late(a) else a.state.value,
        said(report, a),
        a.evidence[:_SHOWN],
        max(len(a.evidence) - _SHOWN, 0),
        freshness_of(a),
        points(a, gains) if a.state is State.BELUM else "",
        objections_to(a, corpus),
    )


def points(a: Assessment, gains: Gains) -> str:
    """Say what the figure would gain, and by what: “+0,9 poin bila ada …”."""
    more = gains[a.obligation.bobot]
    if more is None:
        return ""
    much = f"+{one_decimal(more)} poin" if more else "Kurang dari +0,1 poin"
    wanted = "; atau ".join(evidence_in_words(a.obligation))
    return f"{much} bila ada {wanted.replace('tahun itu', f'tahun {a.tahun}')}."
