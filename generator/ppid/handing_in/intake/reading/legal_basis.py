"""Grounds and other citations: one normal form, or a question where two laws may be meant."""

import itertools
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from ppid.diagnostics.diagnostic import Severity
from ppid.handing_in.intake.model import Reading
from ppid.handing_in.intake.reading.verdict import AS_WRITTEN, Advice, Doubt, Verdict, offers
from ppid.values.citations import (
    CitationProblem,
    CitationProblemKind,
    CitationReading,
    read_citations,
)

Kind = CitationProblemKind
_ASKS: Final = {
    Kind.AMBIGUOUS_LETTER: "Huruf yang mana yang dimaksud?",
    Kind.SUSPECT_ARTICLE: "Alasan pengecualian ada di Pasal 17. Pasal yang mana yang dimaksud?",
    Kind.SUSPECT_YEAR: "Undang-undang tahun berapa yang dimaksud?",
}
_SAYS: Final = {
    Kind.UNREADABLE: "tidak dapat dibaca sebagai rujukan",
    Kind.MISSING_LAW: "tidak menyebut peraturannya",
    Kind.MISSING_NUMBER: "tidak menyebut nomor dan tahun peraturannya",
    Kind.MISSING_ARTICLE: "tidak menyebut pasalnya",
    Kind.MISSING_LETTER: "tidak menyebut huruf yang menjadi alasan",
    Kind.DANGLING: "tidak diikuti rujukan lain",
}
_EXAMPLE: Final = "UU 14/2008 Pasal 17 huruf h angka 3; UU 27/2022 Pasal 4 ayat (2)"
_MOST_READINGS: Final = 8
_SHOWN: Final = 60


@lru_cache(maxsize=8192)
def read_legal_basis(text: str) -> Verdict:
    """Read a legal basis (UU 14/2008 Pasal 17 and other laws); what has no reading is kept."""
    reading = read_citations(text)
    if not reading.problems:
        reason = "" if reading.normal == text else "rujukan ditulis dalam bentuk baku"
        return Verdict(reading.normal, reason)
    doubtful = [p for p in reading.problems if p.kind in _ASKS and p.suggestions]
    if doubtful:
        meant = tuple(_readings(text, reading, doubtful))
        asks = " ".join(dict.fromkeys(_ASKS[problem.kind] for problem in doubtful))
        return Verdict(text, doubt=Doubt(asks, (*meant, AS_WRITTEN)))
    return Verdict(text, advice=_advice(text, reading.problems[0]))


def _readings(
    text: str, reading: CitationReading, doubtful: list[CitationProblem]
) -> Iterator[Reading]:
    """Yield the whole cell in normal form for each way to read its doubtful parts."""
    written = [text[problem.start : problem.end] for problem in doubtful]
    ways = [
        (*problem.suggestions, *([] if problem.kind is Kind.AMBIGUOUS_LETTER else [part]))
        for problem, part in zip(doubtful, written, strict=True)
    ]
    found = [
        _normal(text, doubtful, chosen)
        for chosen in itertools.islice(itertools.product(*ways), _MOST_READINGS)
    ]
    as_is = reading.normal if doubtful[0].kind is not Kind.AMBIGUOUS_LETTER else ""
    yield from offers(*found, as_is)


def _normal(text: str, doubtful: list[CitationProblem], chosen: tuple[str, ...]) -> str:
    """Put the chosen parts into the text and read it again; empty when that reads no better."""
    for problem, part in reversed(list(zip(doubtful, chosen, strict=True))):
        text = text[: problem.start] + part + text[problem.end :]
    again = read_citations(text)
    unclear = [p for p in again.problems if p.kind not in {Kind.SUSPECT_ARTICLE, Kind.SUSPECT_YEAR}]
    return "" if unclear else again.normal


def _advice(text: str, problem: CitationProblem) -> Advice:
    part = text[problem.start : problem.end]
    shown = part if len(part) <= _SHOWN else f"{part[: _SHOWN - 1]}…"
    severity = Severity.PERINGATAN if problem.kind is Kind.DANGLING else Severity.GALAT
    message = f"“{shown}” {_SAYS.get(problem.kind, 'belum jelas')}"
    advice = "Lengkapi rujukannya seperti contoh, dengan titik koma antarrujukan."
    return Advice(severity, message, advice, _EXAMPLE, "DIK-002")
