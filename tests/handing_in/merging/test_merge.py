"""What comes of two people's changes: a table of cases, and laws that hold for any lists.

A row is written “kode|informasi|jangka waktu|catatan”; behind a “^” stands the kode with which it
was prefilled. Effects and conflicts are written “NAMA kode field”.
"""

from collections import Counter
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppid.handing_in.merging.align import KODE_SEMULA
from ppid.handing_in.merging.merge import (
    CHOICES,
    Conflict,
    ConflictKind,
    MergeChoice,
    Merged,
    MergeEffect,
    merge,
)
from ppid.handing_in.merging.questions import question_of, said
from ppid.handing_in.model import TakenRow
from ppid.reading.documents.book import CellPlace

FIELDS = ("kode", "informasi", "jangka_waktu", "catatan")
Lists = tuple[tuple[str, ...], ...]
SHEET = CellPlace("DIK 2026", 1, 1)


def row(written: str, number: int = 0) -> TakenRow:
    text, _, earlier = written.partition("^")
    parts = text.split("|")
    values = dict(zip(FIELDS, [*parts, *[""] * (len(FIELDS) - len(parts))], strict=True))
    if earlier:
        values[KODE_SEMULA] = earlier
    columns = enumerate(FIELDS, 2)
    places = {f: (CellPlace("DIK 2026", number, c),) for c, f in columns} if number else {}
    return TakenRow(values, places)


def rows(*written: str) -> tuple[TakenRow, ...]:
    return tuple(map(row, written))


def handed(*written: str) -> tuple[TakenRow, ...]:
    return tuple(row(text, number) for number, text in enumerate(written, 8))


def shown(merged: tuple[TakenRow, ...]) -> tuple[str, ...]:
    return tuple("|".join(each.values.get(f, "") for f in FIELDS).rstrip("|") for each in merged)


def conflicts_in(merged: Merged) -> list[str]:
    return [f"{c.kind.name} {c.kode} {c.field}".strip() for c in merged.conflicts]


def effects_in(merged: Merged) -> list[str]:
    return [f"{c.effect.name} {c.kode} {c.field}".strip() for c in merged.changes]


@dataclass(frozen=True)
class Case:
    name: str
    base: tuple[str, ...]
    ours: tuple[str, ...]
    theirs: tuple[str, ...]
    wanted: tuple[str, ...]
    conflicts: tuple[str, ...] = ()
    effects: tuple[str, ...] = ()


A, B, C = "A|Rekam medis|5 tahun", "B|Naskah soal|1 tahun", "C|Sandi jaringan|2 tahun"
A10, A9 = "A|Rekam medis|10 tahun", "A|Rekam medis|9 tahun"
N, M = "N|Peta risiko|1 tahun", "M|Denah gudang|1 tahun"
AB, ABC = (A, B), (A, B, C)

CASES = (
    # ── nothing, or only one side
    Case("nothing at all", (), (), (), ()),
    Case("nobody changed anything", ABC, ABC, ABC, ABC),
    Case(
        "only the workbook changed a field",
        AB,
        AB,
        (A10, B),
        (A10, B),
        (),
        ("UBAH A jangka_waktu",),
    ),
    Case(
        "only the stored list changed a field",
        AB,
        (A10, B),
        AB,
        (A10, B),
        (),
        ("TETAP A jangka_waktu",),
    ),
    Case(
        "the workbook emptied a field",
        (A,),
        (A,),
        ("A|Rekam medis",),
        ("A|Rekam medis",),
        (),
        ("UBAH A jangka_waktu",),
    ),
    Case(
        "the stored list emptied a field",
        (A,),
        ("A|Rekam medis",),
        (A,),
        ("A|Rekam medis",),
        (),
        ("TETAP A jangka_waktu",),
    ),
    Case("only the workbook added a row", AB, AB, (*AB, N), (*AB, N), (), ("TAMBAH N",)),
    Case("only the stored list added a row", AB, (*AB, N), AB, (*AB, N), (), ("BERTAHAN N",)),
    Case("only the workbook deleted a row", ABC, ABC, (A, C), (A, C), (), ("HAPUS B",)),
    Case("only the stored list deleted a row", ABC, (A, C), ABC, (A, C), (), ("TETAP_HAPUS B",)),
    Case("the first list of all", (), (), (N, M), (N, M), (), ("TAMBAH N", "TAMBAH M")),
    Case("the workbook deleted everything", AB, AB, (), (), (), ("HAPUS A", "HAPUS B")),
    # ── both sides, and it goes together
    Case(
        "two fields of one row",
        (A,),
        (A10,),
        ("A|Rekam medis|5 tahun|syarat",),
        ("A|Rekam medis|10 tahun|syarat",),
        (),
        ("TETAP A jangka_waktu", "UBAH A catatan"),
    ),
    Case(
        "two rows",
        AB,
        (A10, B),
        (A, "B|Naskah soal|3 tahun"),
        (A10, "B|Naskah soal|3 tahun"),
        (),
        ("TETAP A jangka_waktu", "UBAH B jangka_waktu"),
    ),
    Case("both made the same change", (A,), (A10,), (A10,), (A10,)),
    Case("both deleted the same row", AB, (A,), (A,), (A,)),
    Case("both added the same row", (A,), (A, N), (A, N), (A, N)),
    Case(
        "both added different rows", (A,), (A, N), (A, M), (A, N, M), (), ("TAMBAH M", "BERTAHAN N")
    ),
    Case(
        "one deleted what the other left alone, and added",
        AB,
        (A, N),
        (B,),
        (N,),
        (),
        ("HAPUS A", "TETAP_HAPUS B", "BERTAHAN N"),
    ),
    Case(
        "a new row that one of them filled in further",
        (),
        (N,),
        ("N|Peta risiko|1 tahun|lengkap",),
        ("N|Peta risiko|1 tahun|lengkap",),
        (),
        ("UBAH N catatan",),
    ),
    Case(
        "a new row that the stored list knows better",
        (),
        ("N|Peta risiko|1 tahun|lengkap",),
        (N,),
        ("N|Peta risiko|1 tahun|lengkap",),
        (),
        ("TETAP N catatan",),
    ),
    Case(
        "a new row without kode is the one that has it",
        (),
        (N,),
        ("|Peta risiko|1 tahun",),
        (N,),
        (),
        ("TETAP N kode",),
    ),
    Case(
        "titles that differ in another year only",
        (),
        ("N|Anggaran 2025",),
        ("N|Anggaran 2026",),
        ("N|Anggaran 2025",),
        ("ISI_BARU N informasi",),
    ),
    # ── conflicts
    Case("one field, two changes", (A,), (A10,), (A9,), (A10,), ("ISI A jangka_waktu",)),
    Case(
        "one field changed here and emptied there",
        (A,),
        (A10,),
        ("A|Rekam medis",),
        (A10,),
        ("ISI A jangka_waktu",),
    ),
    Case(
        "two fields, two changes each",
        (A,),
        ("A|Rekam medis|10 tahun|x",),
        ("A|Rekam medis|9 tahun|y",),
        ("A|Rekam medis|10 tahun|x",),
        ("ISI A jangka_waktu", "ISI A catatan"),
    ),
    Case(
        "deleted in the workbook, changed in the list",
        AB,
        (A10, B),
        (B,),
        (A10, B),
        ("HAPUS_UBAH A",),
    ),
    Case(
        "changed in the workbook, deleted in the list",
        AB,
        (B,),
        (A10, B),
        (A10, B),
        ("UBAH_HAPUS A",),
        ("TAMBAH A",),
    ),
    Case(
        "one kode for two new pieces of information",
        (),
        (N,),
        ("N|Denah gudang",),
        (N, "N|Denah gudang"),
        ("KODE_SAMA N",),
        ("TAMBAH N", "BERTAHAN N"),
    ),
    Case(
        "one piece of information under two new kode",
        (),
        (N,),
        ("P|Peta risiko|1 tahun",),
        (N, "P|Peta risiko|1 tahun"),
        ("INFORMASI_SAMA N",),
        ("TAMBAH P", "BERTAHAN N"),
    ),
    Case(
        "… also when it is spelt otherwise",
        (),
        (N,),
        ("P|peta  Risiko.",),
        (N, "P|peta  Risiko."),
        ("INFORMASI_SAMA N",),
        ("TAMBAH P", "BERTAHAN N"),
    ),
    Case(
        "a kode that stands twice in the workbook",
        (A,),
        (A,),
        (A, "A|Denah gudang"),
        (A, "A|Denah gudang"),
        ("KODE_GANDA A kode",),
        ("TAMBAH A",),
    ),
    Case(
        "a row that was copied", (A,), (A,), (A, A), (A, A), ("KODE_GANDA A kode",), ("TAMBAH A",)
    ),
    Case(
        "a row that was copied, kode and all that was prefilled",
        (A,),
        (A,),
        (A + "^A", A + "^A"),
        (A, A),
        ("KODE_GANDA A kode",),
        ("TAMBAH A",),
    ),
    Case(
        "three of a kode", (), (), (N, N, N), (N, N, N), ("KODE_GANDA N kode",), ("TAMBAH N",) * 3
    ),
    # ── kode changed by hand
    Case(
        "kode changed, known by its title",
        (A, B),
        (A, B),
        ("X|Rekam medis|5 tahun", B),
        ("X|Rekam medis|5 tahun", B),
        (),
        ("UBAH A kode",),
    ),
    Case(
        "kode and title changed, known by what was prefilled",
        (A,),
        (A,),
        ("X|Isi rekam medis|5 tahun^A",),
        ("X|Isi rekam medis|5 tahun",),
        (),
        ("UBAH A kode", "UBAH A informasi"),
    ),
    Case(
        "kode changed while the list changed the row",
        (A,),
        (A10,),
        ("X|Rekam medis|5 tahun^A",),
        ("X|Rekam medis|10 tahun",),
        (),
        ("UBAH A kode", "TETAP A jangka_waktu"),
    ),
    Case(
        "kode changed twice, differently",
        (A,),
        ("X|Rekam medis|5 tahun",),
        ("Y|Rekam medis|5 tahun",),
        ("X|Rekam medis|5 tahun",),
        ("ISI A kode",),
    ),
    Case(
        "a prefilled row written over with something else",
        (A,),
        (A,),
        ("X|Denah gudang|3 tahun|baru^A",),
        ("X|Denah gudang|3 tahun|baru",),
        (),
        ("TAMBAH X", "HAPUS A"),
    ),
    Case(
        "kode in small letters is the same kode",
        (A,),
        (A,),
        ("a|Rekam medis|10 tahun",),
        ("a|Rekam medis|10 tahun",),
        (),
        ("UBAH A kode", "UBAH A jangka_waktu"),
    ),
    Case(
        "a new kode that the list took for another row",
        (A,),
        (A, N),
        ("N|Rekam medis|5 tahun^A",),
        ("N|Rekam medis|5 tahun", N),
        ("KODE_GANDA N kode",),
        ("UBAH A kode", "BERTAHAN N"),
    ),
    Case(
        "two rows of one title, one of them renamed",
        ("A|Notula", "B|Notula"),
        ("A|Notula", "B|Notula"),
        ("A|Notula", "X|Notula"),
        ("A|Notula", "X|Notula"),
        (),
        ("TAMBAH X", "HAPUS B"),
    ),
    # ── order
    Case("the workbook moved rows", ABC, ABC, (C, A, B), (C, A, B)),
    Case("the stored list moved rows", ABC, (C, A, B), ABC, (C, A, B)),
    Case("both moved rows: the stored order stays", ABC, (C, A, B), (B, C, A), (C, A, B)),
    Case("a row put in between", ABC, ABC, (A, N, B, C), (A, N, B, C), (), ("TAMBAH N",)),
    Case("a row put on top", AB, AB, (N, A, B), (N, A, B), (), ("TAMBAH N",)),
    Case(
        "both put a row in the same place",
        AB,
        (A, N, B),
        (A, M, B),
        (A, N, M, B),
        (),
        ("TAMBAH M", "BERTAHAN N"),
    ),
    Case(
        "the workbook moved rows while the list got one",
        ABC,
        (A, N, B, C),
        (C, B, A),
        (C, B, A, N),
        (),
        ("BERTAHAN N",),
    ),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case(case: Case) -> None:
    merged = merge(rows(*case.base), rows(*case.ours), handed(*case.theirs))
    assert shown(merged.rows) == case.wanted
    assert sorted(conflicts_in(merged)) == sorted(case.conflicts)
    assert sorted(effects_in(merged)) == sorted(case.effects)
    assert not any(KODE_SEMULA in each.values for each in merged.rows)


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 40
    assert len({case.name for case in CASES}) == len(CASES)
    met = {conflict.split()[0] for case in CASES for conflict in case.conflicts}
    assert met == {kind.name for kind in ConflictKind}


# ── what a conflict says, and how it is decided

FIELD = ((A,), (A10,), (A9,))
GONE_THERE = (AB, (A10, B), (B,))
GONE_HERE = (AB, (B,), (A10, B))
ONE_CODE = ((), (N,), ("N|Denah gudang",))
ONE_TITLE = ((), (N,), ("P|Peta risiko|1 tahun",))
NEW_FIELD = ((), (N,), ("N|Peta risiko|2 tahun",))


def merged_with(
    lists: tuple[tuple[str, ...], ...], answers: dict[str, str] | None = None
) -> Merged:
    base, ours, theirs = lists
    return merge(rows(*base), rows(*ours), handed(*theirs), answers)


@pytest.mark.parametrize(
    ("lists", "choice", "wanted", "effects"),
    [
        (FIELD, "berkas", (A9,), ["UBAH A jangka_waktu"]),
        (FIELD, "tersimpan", (A10,), []),
        (FIELD, "semula", (A,), ["UBAH A jangka_waktu"]),
        (NEW_FIELD, "berkas", ("N|Peta risiko|2 tahun",), ["UBAH N jangka_waktu"]),
        (NEW_FIELD, "tersimpan", (N,), []),
        (GONE_THERE, "berkas", (B,), ["HAPUS A"]),
        (GONE_THERE, "tersimpan", (A10, B), []),
        (GONE_HERE, "berkas", (A10, B), ["TAMBAH A"]),
        (GONE_HERE, "tersimpan", (B,), ["TETAP_HAPUS A"]),
        (ONE_CODE, "berkas", ("N|Denah gudang",), ["HAPUS N", "TAMBAH N"]),
        (ONE_CODE, "tersimpan", (N,), ["BERTAHAN N", "TOLAK N"]),
        (ONE_TITLE, "berkas", ("P|Peta risiko|1 tahun",), ["HAPUS N", "TAMBAH P"]),
        (ONE_TITLE, "tersimpan", (N,), ["BERTAHAN N", "TOLAK P"]),
        (ONE_TITLE, "keduanya", (N, "P|Peta risiko|1 tahun"), ["BERTAHAN N", "TAMBAH P"]),
    ],
)
def test_an_answer_decides(
    lists: Lists, choice: str, wanted: tuple[str, ...], effects: list[str]
) -> None:
    (asked,) = merged_with(lists).conflicts
    decided = merged_with(lists, {asked.key: choice})
    assert decided.conflicts == ()
    assert shown(decided.rows) == wanted
    assert effects_in(decided) == effects


def test_a_conflict_names_all_three_values_and_the_cell() -> None:
    (conflict,) = merged_with(FIELD).conflicts
    told = (conflict.base, conflict.ours, conflict.theirs)
    assert told == ("5 tahun", "10 tahun", "9 tahun")
    assert [place.cell for place in conflict.places] == ["D8"]


def test_a_doubled_code_names_every_cell_of_it() -> None:
    (conflict,) = merged_with(((A,), (A,), (A, "A|Denah gudang"))).conflicts
    assert [place.cell for place in conflict.places] == ["B8", "B9"]


@pytest.mark.parametrize("answer", ["", "keduanya", "hapus", "BERKAS"])
def test_an_answer_that_is_not_allowed_decides_nothing(answer: str) -> None:
    (asked,) = merged_with(FIELD).conflicts
    assert merged_with(FIELD, {asked.key: answer}).conflicts == (asked,)


def test_an_answer_is_void_once_somebody_wrote_something_else() -> None:
    (asked,) = merged_with(FIELD).conflicts
    again = merged_with(((A,), (A10,), ("A|Rekam medis|8 tahun",)), {asked.key: "berkas"})
    assert len(again.conflicts) == 1


def test_a_column_that_the_workbook_lacks_changes_nothing() -> None:
    stored = row("A|Rekam medis|5 tahun|penting")
    without = TakenRow({k: v for k, v in stored.values.items() if k != "catatan"}, {})
    merged = merge([stored], [stored], [without])
    assert merged == Merged((stored,))
    assert merge([stored], [], [without]).rows == ()


def test_without_a_known_beginning_nothing_is_deleted_and_differences_are_asked() -> None:
    merged = merged_with(((), (A, B, C), (A10, B, N)))
    assert shown(merged.rows) == (A, B, C, N)
    assert conflicts_in(merged) == ["ISI_BARU A jangka_waktu"]
    assert effects_in(merged) == ["BERTAHAN C", "TAMBAH N"]


def test_rows_keep_the_cells_from_which_they_came() -> None:
    merged = merged_with(((A,), (A10,), (A, N)))
    assert [each.places["kode"][0].cell for each in merged.rows] == ["B8", "B9"]


@pytest.mark.parametrize("kind", ConflictKind)
def test_every_conflict_is_asked_in_words_or_must_be_mended(kind: ConflictKind) -> None:
    conflict = Conflict(kind, "A", "jangka_waktu", "1 tahun", "2 tahun", "")
    question = question_of(conflict, "dik", SHEET)
    assert said(conflict, "dik")[0].isupper()
    if question is None:
        assert kind is ConflictKind.KODE_GANDA
        return
    assert question.key == conflict.key
    assert question.place == SHEET
    assert [reading.value for reading in question.readings] == [c.value for c in CHOICES[kind]]
    assert all(reading.means for reading in question.readings)


def test_a_question_points_at_the_cell_and_names_the_column() -> None:
    (conflict,) = merged_with(FIELD).conflicts
    question = question_of(conflict, "dik", SHEET)
    assert question is not None
    assert question.place.cell == "D8"
    assert question.asks.startswith("Jangka waktu ")
    assert [reading.means for reading in question.readings] == [
        "pakai isi yang tersimpan: “10 tahun”",
        "pakai isi berkas: “9 tahun”",
        "kembali ke isi semula: “5 tahun”",
    ]


# ── laws

CODES = st.sampled_from(["A", "B", "C", "D", "a", ""])
TITLES = st.sampled_from(["Rekam medis", "Naskah soal", "Anggaran 2025", "Anggaran 2026", ""])
ROWS = st.builds(
    lambda kode, title, term, note: row(f"{kode}|{title}|{term}|{note}"),
    CODES,
    TITLES,
    st.sampled_from(["", "1 tahun", "2 tahun"]),
    st.sampled_from(["", "x"]),
)
LISTS = st.lists(ROWS, max_size=6).map(tuple)
DISTINCT = st.lists(ROWS, max_size=5, unique_by=lambda each: each.values["kode"].casefold())


@given(LISTS, LISTS)
def test_what_only_one_side_changed_is_taken_as_it_stands(
    base: tuple[TakenRow, ...], changed: tuple[TakenRow, ...]
) -> None:
    assert shown(merge(base, base, changed).rows) == shown(changed)
    assert shown(merge(base, changed, base).rows) == shown(changed)


@given(LISTS, LISTS)
def test_what_both_sides_made_the_same_is_taken_once(
    base: tuple[TakenRow, ...], changed: tuple[TakenRow, ...]
) -> None:
    merged = merge(base, changed, changed)
    assert shown(merged.rows) == shown(changed)
    assert {c.kind for c in merged.conflicts} <= {ConflictKind.KODE_GANDA}
    assert merged.changes == ()


@given(DISTINCT, DISTINCT, DISTINCT)
def test_no_row_is_lost_without_a_word(
    base: list[TakenRow], ours: list[TakenRow], theirs: list[TakenRow]
) -> None:
    merged = merge(base, ours, theirs)
    done = Counter(change.effect for change in merged.changes)
    kept = sum(conflict.kind is ConflictKind.HAPUS_UBAH for conflict in merged.conflicts)
    assert len(merged.rows) == len(ours) - done[MergeEffect.HAPUS] + done[MergeEffect.TAMBAH]
    shared_or_new = len(merged.rows) - done[MergeEffect.BERTAHAN] - kept
    assert len(theirs) == shared_or_new + done[MergeEffect.TETAP_HAPUS] + done[MergeEffect.TOLAK]


@given(LISTS, LISTS, LISTS)
def test_every_value_of_the_outcome_was_written_by_somebody(
    base: tuple[TakenRow, ...], ours: tuple[TakenRow, ...], theirs: tuple[TakenRow, ...]
) -> None:
    written = {(f, each.values[f]) for each in (*base, *ours, *theirs) for f in FIELDS} | {
        (f, "") for f in FIELDS
    }
    merged = merge(base, ours, theirs)
    assert {(f, each.values[f]) for each in merged.rows for f in FIELDS} <= written


@given(LISTS, LISTS, LISTS, st.sampled_from(MergeChoice))
def test_answers_settle_every_question(
    base: tuple[TakenRow, ...],
    ours: tuple[TakenRow, ...],
    theirs: tuple[TakenRow, ...],
    liked: MergeChoice,
) -> None:
    answers: dict[str, str] = {}
    for _ in range(3):  # an answer may bring a doubled kode to light, never a new question
        for conflict in merge(base, ours, theirs, answers).conflicts:
            choices = CHOICES[conflict.kind]
            if choices:
                answers[conflict.key] = (liked if liked in choices else choices[0]).value
    left = merge(base, ours, theirs, answers).conflicts
    assert {conflict.kind for conflict in left} <= {ConflictKind.KODE_GANDA}
