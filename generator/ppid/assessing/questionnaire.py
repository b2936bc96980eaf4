"""A questionnaire answered from the assessment: for one OPD or the body, every duty in its row.

The columns are those of a questionnaire that was read (KuesionerSaq knows which). What is not known
of a year stays unknown: a question without a weight says so, and a duty that no question asks for
is listed at the end instead of being put under one that seems near.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from ppid.assessing.findings import obligation_address, said, worded
from ppid.assessing.model import Assessment, Obligation, ObligationSet, OpdReport, State, YearReport
from ppid.kinds.acuan.saq import STATUS_PERTANYAAN, KuesionerSaq, Pertanyaan, covers
from ppid.values.numbers import format_desimal

UNMAPPED: Final = "Tidak dipetakan"
UNKNOWN_WEIGHT: Final = "bobot tidak tercatat"
ADA: Final = dict(
    zip(State, ("Ada", "Belum ada", "Perlu dilihat", "Tercatat", "Tidak berlaku"), strict=True)
)
"""How the form says the states; “Tercatat” is on record without being owed."""
_PART: Final = "Sebagian"
_NOT_ASKED: Final = "Tidak ada butir kuesioner yang diketahui menanyakan kewajiban ini."
_PAGE: Final = "Lihat halaman"
_NOTHING: Final = "Tidak tercatat di situs ini"
_NO_ANSWER: Final = "Belum ada yang menjawabnya"


@dataclass(frozen=True, slots=True)
class FormRow:
    """A row of the form: the seven columns, then what the form itself has no column for.

    `bukti` are addresses, relative to the root or whole; `kode` is that of the duty, empty where a
    page answers.
    """

    no: str
    variabel: str
    indikator: str
    sub_indikator: str
    ada: str
    bukti: tuple[str, ...]
    total_nilai: str
    kode: str
    keterangan: str


def weight_in_words(bobot: Decimal | None) -> str:
    """Say the weight of a question or an indicator, or that it is not known."""
    return UNKNOWN_WEIGHT if bobot is None else f"paling tinggi {format_desimal(bobot)}"


def duties_of(question: Pertanyaan, obligations: ObligationSet) -> tuple[Obligation, ...]:
    """Return the obligations that answer a question, in the order of the law."""
    meant = [covers(written) for written in question.kewajiban]
    return tuple(o for o in obligations.obligations if any(fits(o.kode) for fits in meant))


def unmapped(saq: KuesionerSaq, obligations: ObligationSet) -> tuple[Obligation, ...]:
    """Return the obligations that no question of the year asks for."""
    asked = {o.kode for question in saq.pertanyaan for o in duties_of(question, obligations)}
    return tuple(o for o in obligations.obligations if o.kode not in asked)


def form_of_opd(saq: KuesionerSaq, report: OpdReport, year: YearReport) -> tuple[FormRow, ...]:
    """Answer a questionnaire for one OPD."""
    own = {a.obligation.kode: a for a in report.assessments}

    def answer(obligation: Obligation) -> _Answer:
        a = own[obligation.kode]
        shown = tuple(dict.fromkeys(filter(None, (e.tautan or e.url for e in a.evidence))))
        return _Answer(ADA[a.state], shown, said(report, a))

    return tuple(_rows(saq, year.obligations, answer))


def form_of_body(saq: KuesionerSaq, year: YearReport) -> tuple[FormRow, ...]:
    """Answer a questionnaire for the body: a duty is there when all have it whom it binds."""
    of_all: dict[str, list[Assessment]] = {o.kode: [] for o in year.obligations.obligations}
    for report in year.reports:
        for a in report.assessments:
            of_all[a.obligation.kode].append(a)

    def answer(obligation: Obligation) -> _Answer:
        found = of_all[obligation.kode]
        states = Counter(a.state for a in found)
        bound, met = sum(a.state.counts for a in found), states[State.TERPENUHI]
        told = f"Terpenuhi pada {met} dari {bound} perangkat daerah yang terikat."
        if not bound:
            ada = ADA[State.TERCATAT if states[State.TERCATAT] else State.TIDAK_BERLAKU]
            return _Answer(ada, (), "Tidak mengikat perangkat daerah mana pun pada tahun ini.")
        if met == bound:
            ada = ADA[State.TERPENUHI]
        elif met:
            ada = f"{_PART} ({met} dari {bound})"
        else:
            ada = ADA[State.PERLU_DILIHAT if states[State.PERLU_DILIHAT] else State.BELUM]
        # The evidence of all OPDs stands on the page of the duty.
        shown = (obligation_address(obligation.kode, year.tahun),) if met else ()
        return _Answer(ada, shown, worded(told, contoh=year.contoh))

    return tuple(_rows(saq, year.obligations, answer))


def counted(rows: Sequence[FormRow]) -> dict[str, int]:
    """Count the answers about duties, in the order of the states: of “Sebagian” only the word."""
    found = Counter(row.ada.partition(" (")[0] for row in rows if row.kode)
    first, *rest = ADA.values()
    return {ada: found[ada] for ada in (first, _PART, *rest) if found[ada]}


@dataclass(frozen=True, slots=True)
class _Answer:
    ada: str
    bukti: tuple[str, ...]
    keterangan: str


def _rows(
    saq: KuesionerSaq, obligations: ObligationSet, answer: Callable[[Obligation], _Answer]
) -> Iterator[FormRow]:
    names = {indikator.kode: indikator.nama for indikator in saq.indikator}
    for question in saq.pertanyaan:
        variabel = names.get(question.indikator, question.indikator)
        status = f"Butir {STATUS_PERTANYAAN[question.status]}: {question.sumber}."
        told = [(_duty(o), answer(o), o.kode) for o in duties_of(question, obligations)]
        told += [(page.judul, _Answer(_PAGE, (page.alamat,), ""), "") for page in question.halaman]
        if not told:
            told.append((question.catatan or _NO_ANSWER, _Answer(_NOTHING, (), ""), ""))
        for number, (sub_indikator, found, kode) in enumerate(told, 1):
            yield FormRow(
                no=f"{question.kode}.{number}",
                variabel=variabel,
                indikator=question.teks,
                sub_indikator=sub_indikator,
                ada=found.ada,
                bukti=found.bukti,
                total_nilai=weight_in_words(question.bobot),
                kode=kode,
                keterangan=f"{found.keterangan} {status}".lstrip(),
            )
    for number, obligation in enumerate(unmapped(saq, obligations), 1):
        found = answer(obligation)
        yield FormRow(
            no=f"0.{number}",
            variabel=UNMAPPED,
            indikator=UNMAPPED,
            sub_indikator=_duty(obligation),
            ada=found.ada,
            bukti=found.bukti,
            total_nilai=UNKNOWN_WEIGHT,
            kode=obligation.kode,
            keterangan=f"{found.keterangan} {_NOT_ASKED}",
        )


def _duty(obligation: Obligation) -> str:
    return f"{obligation.teks} ({obligation.dasar})"
