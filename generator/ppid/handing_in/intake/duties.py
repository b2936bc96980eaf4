"""Which duties to announce a row of a DIP may fulfil: offered in the words of the duty."""

from collections.abc import Sequence
from typing import Final

from ppid.assessing.fitting import naming_words
from ppid.assessing.model import Obligation, ObligationSet
from ppid.assessing.obligations import set_for
from ppid.core.corpus import Corpus
from ppid.handing_in.intake.codes import Earlier
from ppid.handing_in.intake.reading.texts import Reader
from ppid.handing_in.intake.rows import ANSWERED, Draft, Gathering, key_of
from ppid.handing_in.model import Question, Reading
from ppid.kinds.dip.model import InformasiPublik, codes_in

_FIELD: Final = "kewajiban"
_NONE: Final = "bukan"
"""The answer that a row fulfils none of the duties that are offered."""
_IS_NONE: Final = Reading(_NONE, "bukan salah satu dari itu")
_MOST_OFFERED: Final = 3
_BY_ROWS: Final = frozenset({"dip", "dip-beralamat"})
"""Sorts of evidence that are rows of a DIP."""


def offer_duties(
    drafts: Sequence[Draft], earlier: Earlier, reader: Reader, corpus: Corpus, gathering: Gathering
) -> None:
    """Offer each row without a duty those that fit its title well; a person says whether it is so.

    What the same information fulfilled in the list before comes first.
    """
    obligations = set_for(corpus, earlier.target.tahun)
    if obligations is None:
        return
    duties = _of_rows(obligations)
    known = {duty.kode: duty for duty in duties}
    before = {row.kode: row.kewajiban for row in earlier.rows if isinstance(row, InformasiPublik)}
    for draft in drafts:
        title = draft.values.get("informasi", "")
        if draft.values.get(_FIELD) or not title:
            continue
        kept = codes_in(before.get(draft.values.get("kode", ""), ""))
        fitting = [known[kode] for kode in kept if kode in known]
        found = _fitting(title, draft.values.get("klasifikasi", ""), duties, obligations.common)
        fitting += [duty for duty in found if duty not in fitting]
        if not fitting:
            continue
        question = Question(
            key=key_of(_FIELD, title),
            place=draft.place,
            written=title,
            asks="Apakah informasi ini memenuhi kewajiban pengumuman berikut?",
            readings=(*map(_reading, fitting[:_MOST_OFFERED]), _IS_NONE),
            field=_FIELD,
            places=(draft.place,),
        )
        if not gathering.answers.get(question.key):
            gathering.offer(question)
            continue
        answer = gathering.ask(question, question.places, valid=reader)
        if answer and answer != _NONE:
            gathering.repair([draft.place], "", answer, ANSWERED, _FIELD)
            draft.put(_FIELD, answer, ())


def _of_rows(obligations: ObligationSet) -> Sequence[Obligation]:
    """Return the duties that rows of a DIP fulfil; others are shown in other ways."""
    return [o for o in obligations.obligations if not _BY_ROWS.isdisjoint(o.bukti)]


def _reading(duty: Obligation) -> Reading:
    return Reading(duty.kode, f"{duty.teks.strip().rstrip('.')} ({duty.dasar})")


def _fitting(
    title: str, klasifikasi: str, duties: Sequence[Obligation], common: frozenset[str]
) -> Sequence[Obligation]:
    """Return the duties of which a title speaks, as the assessment reads it, the closest first."""
    own = [duty for duty in duties if duty.klasifikasi in {"", klasifikasi or duty.klasifikasi}]
    named = [(naming_words(title, duty, common), duty) for duty in own]
    fitting = sorted((pair for pair in named if pair[0]), key=lambda pair: -len(pair[0] - common))
    return [duty for _, duty in fitting]
