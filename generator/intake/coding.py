"""Every row gets its `kode`: its own, that of last year, the one answered, or a new one."""

from collections.abc import Iterable, Sequence
from typing import Final

from generator.diagnostics.model import Severity
from generator.intake.codes import NEW, Earlier, Match, match_all
from generator.intake.gathering import Gathering, key_of
from generator.intake.model import Place, Question, Reading
from generator.intake.new_code import new_code
from generator.intake.reading.code import read_code
from generator.intake.reading.verdict import Advice
from generator.intake.row_reading import Draft

_IS_NEW: Final = Reading(NEW, "informasi baru, belum ada dalam daftar itu")


def give_codes(drafts: Sequence[Draft], earlier: Earlier, gathering: Gathering) -> None:
    """Give every draft its code, and say which rows of the earlier list are gone."""
    titles = [draft.values.get("informasi", "") for draft in drafts]
    matches = match_all(titles, earlier)
    own = {draft.values["kode"] for draft in drafts if draft.values.get("kode")}
    waiting: set[str] = set()
    codes: dict[int, str] = {}
    for index, (draft, match) in enumerate(zip(drafts, matches, strict=True)):
        if draft.values.get("kode"):
            continue
        kode = match.kode or _answered(draft, match, earlier, gathering)
        if kode is None:
            waiting.update(reading.value for reading in match.candidates)
        elif kode and kode != NEW and kode not in own:
            codes[index] = kode
            own.add(kode)
        else:
            codes[index] = NEW
    _make_new(drafts, codes, own, earlier)
    for index, kode in codes.items():
        drafts[index].put("kode", kode, ())
    _say_gone(earlier, own | waiting, drafts, gathering)


def _answered(draft: Draft, match: Match, earlier: Earlier, gathering: Gathering) -> str | None:
    """Ask which earlier row this is; NEW when none is like it, None while nobody has answered."""
    if not match.candidates:
        return NEW
    title = draft.values["informasi"]
    asks = f"Apakah informasi ini sama dengan yang ada dalam daftar {earlier.tahun}?"
    readings = (*match.candidates, _IS_NEW)
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
    place = drafts[0].place if drafts else Place("", 1, 1)
    for row in earlier.rows:
        if row.kode not in kept:
            message = f"{row.kode} “{row.informasi}” ada dalam daftar {earlier.tahun}, kini tidak"
            advice = "Bila memang sudah tidak ada, tidak perlu apa-apa; bila terlewat, tambahkan."
            gathering.remark(place, Advice(Severity.SARAN, message, advice), "kode")
