"""Every row gets its `kode`: its own, that of last year, the one answered, or a new one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from ppid.diagnostics.diagnostic import Severity
from ppid.handing_in.intake.codes import NEW, Earlier, Match, match_all
from ppid.handing_in.intake.gathering import Gathering, key_of
from ppid.handing_in.intake.model import Question, Reading
from ppid.handing_in.intake.new_code import new_code
from ppid.handing_in.intake.reading.code import read_code
from ppid.handing_in.intake.reading.verdict import Advice
from ppid.handing_in.intake.row_reading import Draft
from ppid.reading.documents.book import CellPlace
from ppid.values.titles import title_key

_IS_NEW: Final = Reading(NEW, "informasi baru, belum ada dalam daftar itu")


@dataclass(frozen=True, slots=True)
class Known:
    """The lists that know codes already: that of an earlier year, and that of the same one."""

    earlier: Earlier
    stored: Earlier


def give_codes(drafts: Sequence[Draft], known: Known, gathering: Gathering) -> None:
    """Assign every draft its code, and say which rows of the known lists are gone."""
    titles = [draft.values.get("informasi", "") for draft in drafts]
    before, stored = match_all(titles, known.earlier), match_all(titles, known.stored)
    own = {draft.values["kode"] for draft in drafts if draft.values.get("kode")}
    free = _codes_by_title(known.stored)
    waiting: set[str] = set()
    codes: dict[int, str] = {}
    for index, draft in enumerate(drafts):
        if draft.values.get("kode"):
            continue
        ways = _Ways(before[index], stored[index], free.get(title_key(titles[index]), []))
        kode = _chosen(draft, ways, own, known, gathering)
        if kode is None:
            waiting.update(reading.value for reading in ways.candidates)
        else:
            codes[index] = kode if kode not in own else NEW
            own.add(kode)
    own.discard(NEW)
    _make_new(drafts, codes, own, known.earlier)
    for index, kode in codes.items():
        drafts[index].put("kode", kode, ())
    for listed in (known.stored, known.earlier):
        _say_gone(listed, own | waiting, drafts, gathering)


@dataclass(frozen=True, slots=True)
class _Ways:
    """Where a code may come from; `written` are codes of rows with the very same title."""

    before: Match
    stored: Match
    written: Sequence[str]

    @property
    def candidates(self) -> tuple[Reading, ...]:
        return self.before.candidates or self.stored.candidates


def _codes_by_title(stored: Earlier) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for row in stored.rows:
        found.setdefault(title_key(row.informasi), []).append(row.kode)
    return found


def _chosen(
    draft: Draft, ways: _Ways, own: set[str], known: Known, gathering: Gathering
) -> str | None:
    """Choose the code of a row: NEW when it has none yet, None while nobody has answered.

    What has been written once is not asked again, unless an answer is there: a run repeats.
    """
    if ways.before.kode and ways.before.kode not in own:
        return ways.before.kode
    title = draft.values.get("informasi", "")
    if ways.before.candidates and key_of("kode", title) in gathering.answers:
        answer = _ask(draft, title, ways, known, gathering)
        if answer and answer != NEW:
            return answer
    written = next((kode for kode in (*ways.written, ways.stored.kode) if kode not in own), "")
    if written or not ways.candidates:
        return written or NEW
    return _ask(draft, title, ways, known, gathering)


def _ask(draft: Draft, title: str, ways: _Ways, known: Known, gathering: Gathering) -> str | None:
    listed = known.earlier if ways.before.candidates else known.stored
    asks = f"Apakah informasi ini sama dengan yang ada dalam daftar {listed.tahun}?"
    readings = (*ways.candidates, _IS_NEW)
    question = Question(key_of("kode", title), draft.place, title, asks, readings, "kode")
    return gathering.ask(question, [draft.place], valid=read_code)


def _make_new(
    drafts: Sequence[Draft], codes: dict[int, str], own: Iterable[str], earlier: Earlier
) -> None:
    taken = {*earlier.taken, *own}
    for index, kode in codes.items():
        if kode == NEW:
            title = drafts[index].values.get("informasi", "")
            codes[index] = new_code(title, earlier.prefix, taken)
            taken.add(codes[index])


def _say_gone(
    earlier: Earlier, kept: set[str], drafts: Sequence[Draft], gathering: Gathering
) -> None:
    """Point out what the earlier list had and this one has not."""
    place = drafts[0].place if drafts else CellPlace("", 1, 1)
    for row in earlier.rows:
        if row.kode not in kept:
            message = f"{row.kode} “{row.informasi}” ada dalam daftar {earlier.tahun}, kini tidak"
            advice = "Bila memang sudah tidak ada, tidak perlu apa-apa; bila terlewat, tambahkan."
            gathering.remark(place, Advice(Severity.SARAN, message, advice), "kode")
