"""From a table to canonical rows: read, ask, fill, give codes, account for every cell."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from ppid.core.corpus import Corpus
from ppid.diagnostics.diagnostic import Severity
from ppid.handing_in.intake.belonging import Belonging
from ppid.handing_in.intake.bodies import rows_of_body
from ppid.handing_in.intake.codes import Earlier, earlier_list, give_codes, stored_list
from ppid.handing_in.intake.columns import COLUMN_KEY, DOUBLE_KEY
from ppid.handing_in.intake.decision_written import decision_written
from ppid.handing_in.intake.duties import offer_duties
from ppid.handing_in.intake.notes import Notes
from ppid.handing_in.intake.reading.choices import CLASSES, FORMS, SCOPES, ChoiceReader
from ppid.handing_in.intake.reading.fields import readers_for
from ppid.handing_in.intake.reading.texts import (
    EMPTY,
    LEFT_EMPTY,
    Advice,
    CellValue,
    Doubt,
    Reader,
    offers,
    read_words,
)
from ppid.handing_in.intake.reading.times import read_day
from ppid.handing_in.intake.removal_marks import rows_that_count
from ppid.handing_in.intake.rows import ANSWERED, Draft, Gathering, RowReader
from ppid.handing_in.intake.same_as_above import fields_asked
from ppid.handing_in.model import (
    HandedTable,
    Intake,
    Question,
    Reading,
    TakenRow,
    Target,
)
from ppid.kinds.daftar import Daftar, DaftarDikecualikan, DaftarPublik
from ppid.kinds.kata_daftar import RETENSI_PREFIX
from ppid.kinds.rows import MODELS
from ppid.reading.documents.book import CellPlace, FilledCell
from ppid.values.identifiers import masked
from ppid.values.terms import read as read_jangka_waktu
from ppid.values.text import joined, quoted
from ppid.values.time_words import TIME_WORDS


def understand(
    table: HandedTable, target: Target, corpus: Corpus, answers: Mapping[str, str]
) -> Intake:
    """Return the rows of `table` as they will stand in the list `target`, and what is to be asked.

    `answers` maps keys of questions to answers; others in it are ignored. Never raises for what a
    table may hold: what cannot be read stays as it was written and is reported.
    """
    gathering = Gathering(answers)
    choices = ChoiceReader(corpus)
    readers = readers_for(target, corpus, choices)
    reported = frozenset(remark.place for remark in table.remarks if remark.place)
    # Where two columns claim a field, nothing is asked about what they hold together.
    doubled = {q.field for q in table.questions if q.key.startswith(DOUBLE_KEY)}
    read = {name: CellValue if name in doubled else reader for name, reader in readers.items()}
    unit = _unit_of_ages(table, gathering)
    reader = RowReader(read, choices, gathering, reported, unit=unit)
    drafts: list[Draft] = []
    notes = Notes(table.unused, corpus)
    handed = notes.without_marks(table.rows, gathering)
    handed = rows_that_count(handed, table.unused, corpus, gathering)
    rows = rows_of_body(handed, table, target, corpus, gathering)
    for row in Belonging(target.jenis, choices, gathering).own(rows):
        drafts.append(reader.read(row, drafts[-1] if drafts else None))
    about: dict[str, str] = {}
    if drafts:
        earlier = earlier_list(target, corpus)
        notes.ask(drafts, gathering)
        _fill_required(drafts, table, readers, earlier, gathering)
        give_codes(drafts, earlier, stored_list(target, corpus), gathering)
        if "kewajiban" in readers:
            offer_duties(drafts, earlier, readers["kewajiban"], corpus, gathering)
        written = decision_written(table.unused).get(DECIDED, ())
        about |= _ask_for_decision(drafts, target, corpus, gathering, written)
    elif table.nihil:
        about |= _ask_about_nothing(table, gathering)
    elif table.headings and not (table.rows or table.questions):
        gathering.remark(None, _EMPTY[target.jenis], "")
    copied = target.jenis == "dik" and bool(drafts) and _has_titles_only(drafts)
    if copied and _is_copy(table, target, corpus, gathering):
        gathering.remark(None, _COPY, "")
    else:
        copied = False
    columns = MODELS[target.jenis].model_fields
    filled = frozenset(cells_in(table))
    return Intake(
        target=target,
        sheet=table.sheet,
        headings=table.headings,
        rows=tuple(
            TakenRow(
                {name: draft.values.get(name, "") for name in columns},
                {name: draft.places.get(name, ()) for name in columns},
            )
            for draft in drafts
        ),
        unused=(
            *(each for each in table.unused if each.cell.place not in notes.used),
            *gathering.unused,
        ),
        repairs=(
            *(
                replace(one, before=masked(one.before), after=masked(one.after))
                for one in table.repairs
            ),
            *gathering.repairs,
        ),
        remarks=(
            *(replace(one, message=masked(one.message)) for one in table.remarks),
            *gathering.remarks,
        ),
        questions=(*map(_masked, table.questions), *gathering.questions),
        cells=len(filled),
        salinan_resmi=copied,
        about=about,
        answered=gathering.answered,
        filled=filled,
        offers=(*map(_masked, table.offers), *gathering.offers),
    )


def _masked(question: Question) -> Question:
    return replace(question, written=masked(question.written), asks=masked(question.asks))


_UNITS: Final = (Reading("tahun", "Tahun"), Reading("bulan", "Bulan"))


def _unit_of_ages(table: HandedTable, gathering: Gathering) -> str:
    """Return the unit of bare numbers under “Aktif” and “Inaktif”, which their headings may say."""
    ages = {f"{RETENSI_PREFIX}aktif", f"{RETENSI_PREFIX}inaktif"}
    heads = [heading for heading in table.headings if heading.field in ages]
    bare = [
        cell.place
        for row in table.rows
        for name in ages & row.fields.keys()
        for cell in row.fields[name]
        if cell.text.strip().isdecimal()
    ]
    words = {word for heading in heads for word in re.findall(r"[a-z]+", heading.text.lower())}
    if not bare or words & set(TIME_WORDS.tahun):
        return "tahun"
    named = joined([quoted(heading.text) for heading in heads])
    question = Question(
        key="satuan.retensi",
        place=heads[0].cells[0].place if heads[0].cells else bare[0],
        written="",
        asks=f"Angka di bawah {named} tidak bersatuan. Satuannya apa?",
        readings=_UNITS,
        field="retensi",
    )
    return gathering.ask(question, sorted(bare), valid=None) or "tahun"


def cells_in(table: HandedTable) -> Mapping[CellPlace, FilledCell]:
    """Return every filled cell that a table accounts for, by its place."""
    cells = [cell for heading in table.headings for cell in heading.cells]
    cells += [each.cell for each in table.unused]
    for row in table.rows:
        cells += [cell for group in row.fields.values() for cell in group]
        cells += row.section
    return {cell.place: cell for cell in cells}


_ALLOWED: Final[Mapping[str, tuple[Reading, ...]]] = {
    "cakupan": SCOPES,
    "klasifikasi": CLASSES,
    "bentuk": FORMS,
    "retensi": offers("sesuai JRA", "permanen", "selama berlaku"),
}
_MOST_OFFERED: Final = 3
_ASKED_AS_A_WHOLE: Final = frozenset({"dasar_hukum", "jangka_waktu"})
"""Fields that may be empty in a row, but that no list leaves out."""
_FOUND_ELSEWHERE: Final = frozenset({"kode", "informasi"})


def _fill_required(
    drafts: Sequence[Draft],
    table: HandedTable,
    readers: Mapping[str, Reader],
    earlier: Earlier,
    gathering: Gathering,
) -> None:
    """Ask for every field without which a row cannot be kept; the answer goes into all its rows.

    What an answer about the table may fill is only offered: it need not be answered.
    """
    headings, undecided = table.headings, _undecided(table.questions)
    titles_only = _has_titles_only(drafts)
    for name, info in MODELS[earlier.target.jenis].model_fields.items():
        lacking = [draft for draft in drafts if not draft.values.get(name)]
        # A copy of a decision may lack its grounds; a list that has no column for them may not.
        soft = name in _ASKED_AS_A_WHOLE and len(lacking) == len(drafts) and not titles_only
        must = name not in _FOUND_ELSEWHERE and (info.is_required() or soft)
        if not must or not lacking:
            continue
        title, many = info.title or name, len(lacking)
        own = [one for one in headings if one.field.partition("=")[0] == name]
        shown = [one for one in own if one.cells] or [one for one in headings if one.cells]
        place = shown[0].cells[0].place if shown else lacking[0].place
        key, places, where, whose = f"kolom.{name}", [], "satu baris pun", f"semua {many} baris"
        if many < len(drafts):
            key, where, whose = f"kosong.{name}", f"{many} baris", "baris-baris itu"
            # The empty cell of each row, or the row's title where there is no such column.
            column = own[0].column if own else 0
            places = [one.row.place_in(column) if column else one.place for one in lacking]
        asks = f"“{title}” belum terisi pada {where}. Apa isinya untuk {whose}?"
        question = Question(
            key=key,
            place=place,
            written="",
            asks=asks,
            readings=(
                *(_by_group(lacking) if name == "penguasa" else ()),
                *_offered(name, drafts, earlier),
                *([LEFT_EMPTY] if soft else []),
            ),
            field=name,
        )
        if name in undecided:
            elsewhere = f"Bila tidak ada kolom yang memuat {title}: apa isinya untuk {whose}?"
            gathering.offer(replace(question, asks=elsewhere, places=tuple(places)))
            continue
        value = gathering.ask(question, places, valid=readers[name])
        if value is not None and value != EMPTY:
            gathering.repair([place], "", value, f"{ANSWERED}, untuk {many} baris", name)
            for draft in lacking:
                draft.put(name, draft.group if value == _GROUP else value, ())


_GROUP: Final = "menurut judul bagian"
"""The answer that each row belongs to the unit after which its group is called."""


def _by_group(drafts: Sequence[Draft]) -> tuple[Reading, ...]:
    """Offer the titles of the groups as units, where every row stands in one."""
    named = [quoted(title) for title in dict.fromkeys(draft.group for draft in drafts) if title]
    if not all(draft.group for draft in drafts):
        return ()
    more = ["lainnya"] if named[_MOST_OFFERED:] else []
    shown = joined([*named[:_MOST_OFFERED], *more])
    return (Reading(_GROUP, f"judul bagian di atas tiap baris: {shown}"),)


def _undecided(questions: Sequence[Question]) -> frozenset[str]:
    """Return the fields that an answer to a question about the table may fill."""
    found: set[str] = set()
    for question in questions:
        found |= fields_asked(question.key)
        if question.key.startswith(COLUMN_KEY):
            found |= {reading.value for reading in question.readings}
    return frozenset(found)


def _offered(name: str, drafts: Sequence[Draft], earlier: Earlier) -> tuple[Reading, ...]:
    """Offer the words that the field allows, else what the file or an earlier list says of it."""
    if name in _ALLOWED:
        return _ALLOWED[name]
    if name == "waktu_pembuatan":
        return offers(str(earlier.target.tahun))
    is_office = name in _OFFICES
    beside = _OFFICES if is_office else {name}
    here = _most(draft.values.get(each, "") for draft in drafts for each in beside)
    before = _most(str(getattr(row, name)) for row in earlier.rows)
    found = [
        *(Reading(value, "tertulis dalam berkas ini") for value in here),
        *(
            Reading(value, f"seperti dalam daftar {earlier.tahun}")
            for value in before
            if value not in here
        ),
    ]
    return tuple(found) or (offers(earlier.office) if is_office else ())


_OFFICES: Final = frozenset({"penguasa", "penanggung_jawab"})
"""Fields that hold a unit or an office; one may stand for the other."""


def _most(values: Iterable[str]) -> Sequence[str]:
    """Return the values that come most often, the first in the alphabet among equals."""
    ranked = sorted(Counter(filter(None, values)).items(), key=lambda item: (-item[1], item[0]))
    return [value for value, _ in ranked[:_MOST_OFFERED]]


UNKNOWN: Final = "belum"
"""The answer that a date is not known yet."""
DECIDED: Final = "penetapan.tanggal"
"""The fact that is asked for with the rows, where their terms begin on that day."""
_WHENDECIDED: Final = (
    "Tanggal mulai pengecualian belum tertulis. Mulainya dihitung dari tanggal keputusan."
    " Tanggal berapa keputusan daftar ini? Tulis TTTT-BB-HH."
)


def known_list(target: Target, corpus: Corpus) -> Daftar | None:
    """Return what the project already says about the list."""
    kind = DaftarDikecualikan if target.jenis == "dik" else DaftarPublik
    return corpus.get(kind, target.opd, target.tahun)


def _ask_for_decision(
    drafts: Sequence[Draft],
    target: Target,
    corpus: Corpus,
    gathering: Gathering,
    written: tuple[Reading, ...],
) -> dict[str, str]:
    """Ask when the decision was taken where terms start on that day and nobody knows it.

    `written` are the days that the workbook names beside the list.
    """
    known = known_list(target, corpus)
    decided = known and known.penetapan and known.penetapan.tanggal
    starting = [draft for draft in drafts if _starts_with_decision(draft)]
    # An answer that has been written already keeps its question, so that a run repeats.
    if not starting or (decided and DECIDED not in gathering.answers):
        return {}
    unknown = Reading(UNKNOWN, "belum diketahui; akhir pengecualian belum dapat dihitung")
    places = tuple(draft.places["jangka_waktu"][0] for draft in starting)
    question = Question(
        key=DECIDED,
        place=places[0],
        written="",
        asks=_WHENDECIDED,
        readings=(*written, unknown),
        field=DECIDED,
    )
    day = gathering.ask(question, places, valid=_only_a_day)
    return {} if day in {None, UNKNOWN} else {DECIDED: day or ""}


def _starts_with_decision(draft: Draft) -> bool:
    if draft.values.get("mulai") or not draft.places.get("jangka_waktu"):
        return False
    term = read_jangka_waktu(draft.values.get("jangka_waktu", "")).value
    return term is not None and term.bulan > 0 and not term.setelah


def _only_a_day(text: str) -> CellValue:
    read = read_day(text)
    return CellValue(text, doubt=Doubt("")) if read.doubt else read


_NIHIL: Final[tuple[tuple[str, str, Reader], ...]] = (
    ("pernyataan", "Daftar ini nihil. Apa kalimat pernyataannya?", read_words),
    ("pejabat", "Siapa (jabatan) yang menyatakan bahwa daftar ini nihil?", read_words),
    ("tanggal", "Tanggal berapa pernyataan nihil itu? Tulis TTTT-BB-HH.", _only_a_day),
)
_SENTENCE: Final = 20


def _ask_about_nothing(table: HandedTable, gathering: Gathering) -> dict[str, str]:
    """Ask for the statement behind a list without rows."""
    cells = [each.cell for each in table.unused if table.nihil in each.cell.text]
    cells += [cell for heading in table.headings for cell in heading.cells]
    place = cells[0].place if cells else CellPlace(table.sheet, 1, 1)
    about = {}
    for name, asks, valid in _NIHIL:
        said = name == "pernyataan" and len(table.nihil) >= _SENTENCE
        readings = (Reading(table.nihil, table.nihil),) if said else ()
        key = f"nihil.{name}"
        question = Question(
            key=key, place=place, written=table.nihil, asks=asks, readings=readings, field=key
        )
        if (answer := gathering.ask(question, [place], valid=valid)) is not None:
            about[key] = answer
    return about


_UNFILLED: Final = "Di bawah judul kolomnya belum ada isi"
_FILL: Final = "Isi satu baris untuk setiap informasi, lalu periksa lagi."
_EMPTY: Final[Mapping[str, Advice]] = {
    "dik": Advice(
        severity=Severity.GALAT,
        message=_UNFILLED,
        advice=f"{_FILL} Bila tahun ini tidak ada yang dikecualikan, tulis Nihil di bawah "
        "judul kolomnya.",
    ),
    "dip": Advice(severity=Severity.GALAT, message=_UNFILLED, advice=_FILL),
}


def _has_titles_only(drafts: Sequence[Draft]) -> bool:
    """Tell whether a DIK holds titles only, as lists do that were copied from a decision."""
    needed = ("dasar_hukum", "jangka_waktu", "konsekuensi_dibuka")
    return not any(draft.places.get(name) for draft in drafts for name in needed)


_COPIED, _NOT_YET = "salinan", "belum"


def _is_copy(table: HandedTable, target: Target, corpus: Corpus, gathering: Gathering) -> bool:
    """Ask whether a list of titles is what a decision says; its page will call it a faithful copy.

    Until somebody answers it counts as one, so that no row is said to be in error too early.
    """
    known = known_list(target, corpus)
    heads = [cell.place for heading in table.headings for cell in heading.cells]
    if known and known.salinan_resmi and _COPY_KEY not in gathering.answers:
        return True
    question = Question(
        key=_COPY_KEY,
        place=heads[0] if heads else CellPlace(table.sheet, table.rows[0].row, 1),
        written="",
        asks="Daftar ini hanya memuat judul, tanpa dasar hukum dan jangka waktu. Apakah daftar ini "
        "salinan persis keputusan yang sudah ditetapkan?",
        readings=(
            Reading(_COPIED, "Ya, salinan persis; yang belum ada menjadi temuan"),
            Reading(_NOT_YET, "Bukan; dasar hukum dan jangka waktunya masih dilengkapi"),
        ),
    )
    return gathering.ask(question, [], valid=None) != _NOT_YET


_COPY_KEY: Final = "salinan-resmi"
_COPY: Final = Advice(
    severity=Severity.PERINGATAN,
    message="Daftar ini hanya memuat judul, tanpa dasar hukum dan jangka waktu; dicatat sebagai "
    "salinan resmi, dan yang belum ada menjadi temuan",
    advice="Lengkapi kolom-kolomnya dari surat keputusan, lalu serahkan lagi.",
    rule_id="ISI-001",
)
