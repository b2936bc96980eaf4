"""Which duties to announce a row of a DIP may fulfil: offered in the words of the duty."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from ppid.core.corpus import Corpus
from ppid.handing_in.intake.codes import Earlier
from ppid.handing_in.intake.reading.texts import Reader
from ppid.handing_in.intake.rows import ANSWERED, Draft, Gathering, key_of
from ppid.handing_in.model import Question, Reading
from ppid.kinds.acuan.kewajiban import Kewajiban, kewajiban_in, kumpulan_in
from ppid.kinds.dip.model import InformasiPublik, codes_in
from ppid.kinds.kata_daftar import words_for

_FIELD: Final = "kewajiban"
_NONE: Final = "bukan"
"""The answer that a row fulfils none of the duties that are offered."""
_IS_NONE: Final = Reading(_NONE, "bukan salah satu dari itu")
_GOOD: Final = 0.6
"""The least share of the words of a duty that a title holds."""
_MOST_OFFERED: Final = 3
_BY_ROWS: Final = frozenset({"dip", "dip-beralamat"})
"""Sorts of evidence that are rows of a DIP."""
_WORD: Final = re.compile(r"[^\W\d_]{3,}")


def offer_duties(
    drafts: Sequence[Draft], earlier: Earlier, reader: Reader, corpus: Corpus, gathering: Gathering
) -> None:
    """Offer each row without a duty those that fit its title well; a person says whether it is so.

    What the same information fulfilled in the list before comes first.
    """
    duties = _of_rows(earlier.target.tahun, corpus)
    known = {duty.kode: duty for duty in duties}
    filler = frozenset(words_for(corpus, "kode-diabaikan"))
    before = {row.kode: row.kewajiban for row in earlier.rows if isinstance(row, InformasiPublik)}
    for draft in drafts:
        title = draft.values.get("informasi", "")
        if draft.values.get(_FIELD) or not title:
            continue
        kept = codes_in(before.get(draft.values.get("kode", ""), ""))
        fitting = [known[kode] for kode in kept if kode in known]
        fitting += [duty for duty in _fitting(title, draft, duties, filler) if duty not in fitting]
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


def _of_rows(tahun: int, corpus: Corpus) -> Sequence[Kewajiban]:
    """Return the duties of a year that rows of a DIP fulfil; others are shown in other ways."""
    group = kumpulan_in(tahun, corpus)
    usual = {kategori.kode: kategori.bukti for kategori in group.kategori} if group else {}
    return [
        duty
        for duty in kewajiban_in(tahun, corpus)
        if not _BY_ROWS.isdisjoint(duty.bukti or usual.get(duty.kelompok, ()))
    ]


def _reading(duty: Kewajiban) -> Reading:
    return Reading(duty.kode, f"{duty.teks.strip().rstrip('.')} ({duty.dasar})")


def _fitting(
    title: str, draft: Draft, duties: Sequence[Kewajiban], filler: frozenset[str]
) -> Iterator[Kewajiban]:
    """Yield the duties that fit, the best first; of equally good ones the more telling."""
    words = _words(title, filler)
    named = draft.values.get("klasifikasi", "")
    found: list[tuple[float, int, int]] = []
    for index, duty in enumerate(duties):
        wanted = _words(duty.teks, filler)
        shared = len(words & wanted)
        # A single common word fits only a duty that consists of it.
        fits = wanted and (shared > 1 or len(wanted) == 1) and shared / len(wanted) >= _GOOD
        if fits and duty.klasifikasi in {None, named or duty.klasifikasi}:
            found.append((-shared / len(wanted), -shared, index))
    yield from (duties[index] for _, _, index in sorted(found))


def _words(text: str, filler: frozenset[str]) -> frozenset[str]:
    return frozenset(_WORD.findall(text.lower())) - filler
