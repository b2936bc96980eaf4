"""Which reader reads which field of a list; legal grounds, and names of the offices of a body."""

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
)
from ppid.values.citations import (
    read as read_citations,
)
from ppid.values.text import listed, quoted
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
_SAYS: Final = {
    _Problem.UNREADABLE: "tidak dapat dibaca sebagai rujukan",
    _Problem.UNUSED: "belum terbaca sebagai bagian rujukan",
    _Problem.MISSPELT: "tampaknya salah ketik",
    _Problem.MISSING_LAW: "tidak jelas peraturannya",
    _Problem.MISSING_NUMBER: "tidak menyebut nomor dan tahun peraturannya",
    _Problem.MISSING_ARTICLE: "tidak menyebut pasalnya",
    _Problem.MISSING_LETTER: "tidak menyebut huruf yang menjadi alasan",
    _Problem.AMBIGUOUS_LETTER: "dapat dibaca sebagai lebih dari satu huruf",
    _Problem.SUSPECT_ARTICLE: "bukan alasan pengecualian; alasannya ada di Pasal 17",
    _Problem.SUSPECT_PART: "menyebut ayat, padahal Pasal 17 tidak berayat",
    _Problem.SUSPECT_YEAR: "tahunnya tampaknya keliru",
    _Problem.AMBIGUOUS: "dapat dibaca dengan lebih dari satu cara",
    _Problem.DANGLING: "tidak diikuti rujukan lain",
}
# Choosing a reading leaves these words out.
_DROPPED: Final = frozenset({_Problem.UNREADABLE, _Problem.UNUSED, _Problem.DANGLING})
_EXAMPLE: Final = "UU 14/2008 Pasal 17 huruf h angka 3; UU 27/2022 Pasal 4 ayat (2)"


@lru_cache(maxsize=8192)
def read_legal_basis(text: str) -> CellValue:
    """Read a legal basis (UU 14/2008 Pasal 17 and other laws); what has no reading is kept."""
    reading = read_citations(text)
    if not reading.problems:
        reason = "" if reading.normal == text else "rujukan ditulis dalam bentuk baku"
        return CellValue(reading.normal, reason, advice=_left_out(reading))
    says = [f"{_part(text, p)} {_SAYS.get(p.kind, 'belum jelas')}" for p in reading.problems]
    if reading.choices:
        asks = f"{'; '.join(dict.fromkeys(says))}. Rujukan mana yang dimaksud?"
        dropped = listed(text[p.start : p.end] for p in reading.problems if p.kind in _DROPPED)
        without = f" (tanpa {dropped})" if dropped else ""
        readings = (Reading(choice, f"{choice}{without}") for choice in reading.choices)
        return CellValue(text, doubt=Doubt(asks, (*readings, AS_WRITTEN)))
    dangling = reading.problems[0].kind is _Problem.DANGLING
    advice = Advice(
        severity=Severity.PERINGATAN if dangling else Severity.GALAT,
        message=says[0],
        advice="Lengkapi rujukannya seperti contoh, dengan titik koma antarrujukan.",
        example=_EXAMPLE,
        rule_id="DIK-002",
    )
    return CellValue(text, advice=advice)


def _part(text: str, problem: CitationProblem) -> str:
    return quoted(text[problem.start : problem.end].strip())


def _left_out(reading: CitationReading) -> Advice | None:
    """Say which words of a cell are no citation, so that none disappears without a notice."""
    told = [words for words in reading.remainder if words.lower() != "atau"]
    either = len(told) < len(reading.remainder)
    messages = [_ALL_HOLD] if either else []
    advice = [_CHOOSE] if either else []
    if told:
        messages.append(f"{listed(told)} bukan rujukan dan tidak ikut ditulis di dasar hukum")
        advice.append("Pindahkan keterangan itu ke kolom lain bila diperlukan.")
    if not messages:
        return None
    return Advice(Severity.SARAN, ". ".join(messages), " ".join(advice))


_ALL_HOLD: Final = (
    "Kata “atau” di antara rujukan diganti titik koma, sehingga semua rujukan itu berlaku"
)
_CHOOSE: Final = "Bila hanya salah satunya yang menjadi dasar, hapus yang lain."
