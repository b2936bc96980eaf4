"""Findings as they are printed: reason, evidence, freshness, and what one more would bring."""

from collections.abc import Mapping
from dataclasses import dataclass

from ppid.assessing.findings import code_of, objections_to, said
from ppid.assessing.method import evidence_in_words
from ppid.assessing.model import Assessment, Evidence, OpdReport, State
from ppid.assessing.score import Gains
from ppid.core.corpus import Corpus
from ppid.kinds.sanggahan import Sanggahan
from ppid.publishing.pages.kelengkapan.words import freshness_of, is_late, one_decimal

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


def groups(report: OpdReport, corpus: Corpus) -> Mapping[State, tuple[Golongan, ...]]:
    """Return the findings of a report by state, and in each state category by category."""
    gains = Gains(report)
    found: dict[State, dict[str, list[Temuan]]] = {state: {} for state in State}
    for a in report.assessments:
        named = found[a.state].setdefault(a.obligation.kategori.nama, [])
        named.append(_finding(report, a, gains, corpus))
    order = [category.nama for category, _ in report.categories]
    return {
        state: tuple(Golongan(name, tuple(named[name])) for name in order if name in named)
        for state, named in found.items()
    }


def _finding(report: OpdReport, a: Assessment, gains: Gains, corpus: Corpus) -> Temuan:
    return Temuan(
        a,
        code_of(a),
        "sebagian" if is_late(a) else a.state.value,
        said(report, a),
        a.evidence[:_SHOWN],
        max(len(a.evidence) - _SHOWN, 0),
        freshness_of(a) if a.state is State.TERPENUHI else "",
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
