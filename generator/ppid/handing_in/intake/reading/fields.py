"""Which reader reads which field of a list; legal grounds, and names of the offices of a body."""

import itertools
from collections.abc import Mapping
from functools import lru_cache, partial
from typing import Final

from rapidfuzz import fuzz, process

from ppid.core.corpus import Corpus
from ppid.diagnostics.diagnostic import Severity
from ppid.handing_in.intake.reading.choices import ChoiceReader
from ppid.handing_in.intake.reading.texts import (
    AS_WRITTEN,
    Advice,
    CellValue,
    Doubt,
    Reader,
    offers,
    read_address,
    read_code,
    read_obligations,
    read_plain,
    read_title,
)
from ppid.handing_in.intake.reading.times import read_day, read_moment, read_retention, read_term
from ppid.handing_in.model import Reading, Target
from ppid.kinds.opd import ProfilOpd
from ppid.kinds.rows import MODELS
from ppid.values.citations import (
    CitationProblem,
    CitationProblemKind,
    CitationReading,
    read_citations,
)
from ppid.values.titles import normal_title


def readers_for(target: Target, corpus: Corpus, choices: ChoiceReader) -> Mapping[str, Reader]:
    """Return the reader of every field of the list's rows, in the order of its columns.

    A field that is not named here is read as plain text, so that a new one is never lost.
    """
    office = _OfficeReader(corpus)
    special: dict[str, Reader] = {
        "kode": read_code,
        "informasi": read_title,
        "cakupan": choices.read_scope,
        "dasar_hukum": read_legal_basis,
        "jangka_waktu": read_term,
        "mulai": read_day,
        "klasifikasi": choices.read_class,
        "kewajiban": read_obligations,
        "penguasa": office,
        "penanggung_jawab": office,
        "waktu_pembuatan": partial(read_moment, tahun=target.tahun),
        "bentuk": choices.read_form,
        "retensi": read_retention,
        "tautan": read_address,
        "diperbarui": read_day,
    }
    return {name: special.get(name, read_plain) for name in MODELS[target.jenis].model_fields}


_ALIKE: Final = 88


class _OfficeReader:
    """Reads a unit; the words stay as they are, a name that is nearly an OPD's is pointed out."""

    def __init__(self, corpus: Corpus) -> None:
        self._names = {
            normal_title(name): name
            for profil in corpus.of(ProfilOpd)
            for name in (profil.nama, profil.singkatan, *profil.nama_lain)
        }
        self._spelt = sorted(self._names)
        self._read: dict[str, CellValue] = {}

    def __call__(self, text: str) -> CellValue:
        if text not in self._read:
            self._read[text] = self._compare(text)
        return self._read[text]

    def _compare(self, text: str) -> CellValue:
        spelt = normal_title(text)
        near = None
        if spelt and spelt not in self._names:
            near = process.extractOne(spelt, self._spelt, scorer=fuzz.ratio, score_cutoff=_ALIKE)
        if near is None:
            return read_plain(text)
        message = f"Nama ini hampir sama dengan “{self._names[near[0]]}”"
        return CellValue(
            text,
            advice=Advice(severity=Severity.SARAN, message=message, advice="Periksa ejaannya."),
        )


_Problem = CitationProblemKind
_ASKS: Final = {
    _Problem.AMBIGUOUS_LETTER: "Huruf yang mana yang dimaksud?",
    _Problem.SUSPECT_ARTICLE: (
        "Alasan pengecualian ada di Pasal 17. Pasal yang mana yang dimaksud?"
    ),
    _Problem.SUSPECT_YEAR: "Undang-undang tahun berapa yang dimaksud?",
}
_SAYS: Final = {
    _Problem.UNREADABLE: "tidak dapat dibaca sebagai rujukan",
    _Problem.MISSING_LAW: "tidak menyebut peraturannya",
    _Problem.MISSING_NUMBER: "tidak menyebut nomor dan tahun peraturannya",
    _Problem.MISSING_ARTICLE: "tidak menyebut pasalnya",
    _Problem.MISSING_LETTER: "tidak menyebut huruf yang menjadi alasan",
    _Problem.DANGLING: "tidak diikuti rujukan lain",
}
_EXAMPLE: Final = "UU 14/2008 Pasal 17 huruf h angka 3; UU 27/2022 Pasal 4 ayat (2)"
_MOST_READINGS: Final = 8
_SHOWN: Final = 60


@lru_cache(maxsize=8192)
def read_legal_basis(text: str) -> CellValue:
    """Read a legal basis (UU 14/2008 Pasal 17 and other laws); what has no reading is kept."""
    reading = read_citations(text)
    if not reading.problems:
        reason = "" if reading.normal == text else "rujukan ditulis dalam bentuk baku"
        return CellValue(reading.normal, reason)
    doubtful = [p for p in reading.problems if p.kind in _ASKS and p.suggestions]
    if doubtful:
        asks = " ".join(dict.fromkeys(_ASKS[problem.kind] for problem in doubtful))
        return CellValue(
            text, doubt=Doubt(asks, (*_citations_meant(text, reading, doubtful), AS_WRITTEN))
        )
    problem = reading.problems[0]
    part = text[problem.start : problem.end]
    shown = part if len(part) <= _SHOWN else f"{part[: _SHOWN - 1]}…"
    advice = Advice(
        severity=Severity.PERINGATAN if problem.kind is _Problem.DANGLING else Severity.GALAT,
        message=f"“{shown}” {_SAYS.get(problem.kind, 'belum jelas')}",
        advice="Lengkapi rujukannya seperti contoh, dengan titik koma antarrujukan.",
        example=_EXAMPLE,
        rule_id="DIK-002",
    )
    return CellValue(text, advice=advice)


def _citations_meant(
    text: str, reading: CitationReading, doubtful: list[CitationProblem]
) -> tuple[Reading, ...]:
    """Return the whole cell in normal form for each way to read its doubtful parts."""
    ways = [
        problem.suggestions
        if problem.kind is _Problem.AMBIGUOUS_LETTER
        else (*problem.suggestions, text[problem.start : problem.end])
        for problem in doubtful
    ]
    chosen = itertools.islice(itertools.product(*ways), _MOST_READINGS)
    as_is = "" if doubtful[0].kind is _Problem.AMBIGUOUS_LETTER else reading.normal
    return offers(*(_with_parts(text, doubtful, parts) for parts in chosen), as_is)


def _with_parts(text: str, doubtful: list[CitationProblem], parts: tuple[str, ...]) -> str:
    """Put the chosen parts into the text and read it again; empty when that reads no better."""
    for problem, part in reversed(list(zip(doubtful, parts, strict=True))):
        text = text[: problem.start] + part + text[problem.end :]
    again = read_citations(text)
    settled = {_Problem.SUSPECT_ARTICLE, _Problem.SUSPECT_YEAR}
    return again.normal if all(p.kind in settled for p in again.problems) else ""
