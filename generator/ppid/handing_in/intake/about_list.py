"""What a list says as a whole, beside its rows: the decision behind it, or that it is empty."""

from collections.abc import Sequence
from typing import Final

from ppid.core.corpus import Corpus
from ppid.diagnostics.diagnostic import Severity
from ppid.handing_in.intake.gathering import Gathering
from ppid.handing_in.intake.model import Intake, Question, Reading, Table, Target
from ppid.handing_in.intake.reading.day import read_day
from ppid.handing_in.intake.reading.plain import read_plain
from ppid.handing_in.intake.reading.verdict import Advice, Doubt, Reader, Verdict
from ppid.handing_in.intake.row_reading import Draft
from ppid.kinds.daftar import Daftar, DaftarDikecualikan, DaftarPublik
from ppid.kinds.dik.model import InformasiDikecualikan
from ppid.kinds.dip.model import InformasiPublik
from ppid.reading.documents.book import CellPlace
from ppid.values.terms import read_jangka_waktu

UNKNOWN: Final = "belum"
"""The answer that a date is not known yet."""
_DECIDED: Final = "penetapan.tanggal"
_WHEN_DECIDED: Final = (
    "Tanggal mulai pengecualian belum tertulis. Mulainya dihitung dari tanggal keputusan."
    " Tanggal berapa keputusan daftar ini? Tulis TTTT-BB-HH."
)
_NIHIL: Final = (
    ("pernyataan", "Daftar ini nihil. Apa kalimat pernyataannya?", read_plain),
    ("pejabat", "Siapa (jabatan) yang menyatakan bahwa daftar ini nihil?", read_plain),
    ("tanggal", "Tanggal berapa pernyataan nihil itu? Tulis TTTT-BB-HH.", None),
)
_SENTENCE: Final = 20


def known_list(target: Target, corpus: Corpus) -> Daftar | None:
    """Return what the project already says about the list."""
    if target.jenis == "dik":
        return corpus.get(DaftarDikecualikan, target.opd, target.tahun)
    return corpus.get(DaftarPublik, target.opd, target.tahun)


def holds_demonstration(intake: Intake, corpus: Corpus) -> bool:
    """Tell whether rows still say what a demonstration list of the OPD says.

    A template is filled with the list before it; what was made up there stays made up.
    """
    opd = intake.target.opd
    lists = (*corpus.owned_by(DaftarDikecualikan, opd), *corpus.owned_by(DaftarPublik, opd))
    made_up = {(daftar.rows, daftar.id.tahun) for daftar in lists if daftar.contoh}
    rows: list[InformasiDikecualikan | InformasiPublik] = [
        *corpus.owned_by(InformasiDikecualikan, opd),
        *corpus.owned_by(InformasiPublik, opd),
    ]
    known = {(r.kode, r.informasi) for r in rows if (r.kind, r.id.tahun) in made_up}
    return any((row.values["kode"], row.values["informasi"]) in known for row in intake.rows)


def ask_for_decision(
    drafts: Sequence[Draft], target: Target, corpus: Corpus, gathering: Gathering
) -> dict[str, str]:
    """Ask when the decision was taken where terms start on that day and nobody knows it."""
    known = known_list(target, corpus)
    decided = known and known.penetapan and known.penetapan.tanggal
    starting = [draft for draft in drafts if _starts_with_decision(draft)]
    # An answer that has been written already keeps its question, so that a run repeats.
    if not starting or (decided and _DECIDED not in gathering.answers):
        return {}
    readings = (Reading(UNKNOWN, "belum diketahui; akhir pengecualian belum dapat dihitung"),)
    places = tuple(draft.places["jangka_waktu"][0] for draft in starting)
    question = Question(_DECIDED, places[0], "", _WHEN_DECIDED, readings, _DECIDED)
    day = gathering.ask(question, places, valid=_only_a_day)
    return {} if day in {None, UNKNOWN} else {_DECIDED: day or ""}


def _starts_with_decision(draft: Draft) -> bool:
    if draft.values.get("mulai") or not draft.places.get("jangka_waktu"):
        return False
    term = read_jangka_waktu(draft.values.get("jangka_waktu", "")).value
    return term is not None and term.bulan > 0


def ask_about_nothing(table: Table, gathering: Gathering) -> dict[str, str]:
    """Ask for the statement behind a list without rows."""
    place = _place_of_nihil(table)
    about = {}
    for name, asks, reader in _NIHIL:
        said = name == "pernyataan" and len(table.nihil) >= _SENTENCE
        readings = (Reading(table.nihil, table.nihil),) if said else ()
        key = f"nihil.{name}"
        question = Question(key, place, table.nihil, asks, readings, key)
        valid: Reader = reader or _only_a_day
        if (answer := gathering.ask(question, [place], valid=valid)) is not None:
            about[key] = answer
    return about


def _place_of_nihil(table: Table) -> CellPlace:
    cells = [each.cell for each in table.unused if table.nihil and table.nihil in each.cell.text]
    cells += [cell for heading in table.headings for cell in heading.cells]
    return cells[0].place if cells else CellPlace(table.sheet, 1, 1)


def _only_a_day(text: str) -> Verdict:
    verdict = read_day(text)
    return Verdict(text, doubt=Doubt("")) if verdict.doubt else verdict


def is_copy(drafts: Sequence[Draft], target: Target) -> bool:
    """Tell whether a DIK holds titles only, as lists do that were copied from a decision."""
    needed = ("dasar_hukum", "jangka_waktu", "konsekuensi_dibuka")
    return (
        target.jenis == "dik"
        and bool(drafts)
        and not any(draft.places.get(name) for draft in drafts for name in needed)
    )


COPY: Final = Advice(
    Severity.PERINGATAN,
    "Daftar ini hanya memuat judul, tanpa dasar hukum dan jangka waktu; dicatat sebagai salinan"
    " resmi, dan yang belum ada menjadi temuan",
    "Lengkapi dari surat keputusannya. Bila bukan salinan keputusan, ubah salinan_resmi menjadi"
    " false.",
    "",
    "ISI-001",
)
