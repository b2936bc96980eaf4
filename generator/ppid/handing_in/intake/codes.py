"""Which `kode` a row gets: its own, that of the same information in earlier lists, or a new one.

A match is certain when the titles are the same words, or differ only by the years that have passed;
whatever is merely alike is a question with the candidates side by side.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Final

from ppid.core.corpus import Corpus
from ppid.diagnostics.diagnostic import Severity
from ppid.handing_in.intake.reading.texts import LONGEST_KODE, Advice, read_code
from ppid.handing_in.intake.rows import Draft, Gathering, key_of
from ppid.handing_in.model import Question, Reading, Target
from ppid.history.matching import TitleMatch, match_titles
from ppid.kinds.kata_daftar import words_for
from ppid.kinds.opd import ProfilOpd
from ppid.kinds.rows import MODELS, Row
from ppid.values.numbers import format_bulat
from ppid.values.text import KODE
from ppid.values.titles import title_key

NEW: Final = "baru"
"""The answer that a row is information which no earlier list had."""
_IS_NEW: Final = Reading(NEW, "informasi baru, belum ada dalam daftar itu")
_MOST_CANDIDATES: Final = 3


@dataclass(frozen=True)
class Earlier:
    """A list with which a new one is compared, and every code that the OPD ever used."""

    rows: Sequence[Row]
    tahun: int
    taken: frozenset[str]
    prefix: str
    target: Target
    office: str
    """What the OPD is called; empty when it has no profile."""
    untelling: frozenset[str]
    """Words that stand in too many titles to tell them apart."""


@dataclass(frozen=True, slots=True)
class Match:
    """What the title of a row says about its code: certain, one of several, or new (both empty)."""

    kode: str = ""
    candidates: tuple[Reading, ...] = ()


def earlier_list(target: Target, corpus: Corpus) -> Earlier:
    """Find the newest list that the OPD has handed in for a year before."""
    own = corpus.owned_by(MODELS[target.jenis], target.opd)
    years = (row.id.tahun for row in own if row.id.tahun < target.tahun)
    return _list_of(max(years, default=target.tahun - 1), target, corpus)


def stored_list(target: Target, corpus: Corpus) -> Earlier:
    """Find the list of the same year, if it has been written already."""
    return _list_of(target.tahun, target, corpus)


def _list_of(tahun: int, target: Target, corpus: Corpus) -> Earlier:
    rows = corpus.in_list(MODELS[target.jenis], target.opd, tahun)
    taken = [row.kode for kind in MODELS.values() for row in corpus.owned_by(kind, target.opd)]
    profil = corpus.get(ProfilOpd, target.opd)
    prefix = prefix_of(taken, profil.singkatan if profil else target.opd)
    return Earlier(
        rows=rows,
        tahun=tahun,
        taken=frozenset(taken),
        prefix=prefix,
        target=target,
        office=profil.nama if profil else "",
        untelling=frozenset(words_for(corpus, "kode-diabaikan")),
    )


def match_all(titles: Sequence[str], earlier: Earlier) -> list[Match]:
    """Compare all titles of a list at once; the outcome stands in their order."""
    rows, passed = earlier.rows, earlier.target.tahun - earlier.tahun
    matches = match_titles([row.informasi for row in rows], titles, passed)
    used = {rows[match.positions[0]].kode for match in matches if match.certain}
    return [_as_match(match, rows, used) for match in matches]


def _as_match(match: TitleMatch, rows: Sequence[Row], used: set[str]) -> Match:
    if match.certain:
        return Match(rows[match.positions[0]].kode)
    near = [rows[position] for position in match.positions]
    free = [row for row in near if row.kode not in used][:_MOST_CANDIDATES]
    return Match("", tuple(Reading(row.kode, row.informasi) for row in free))


@dataclass(frozen=True, slots=True)
class _Likeness:
    """What is only like a row in the list of one year: a person must say whether it is the same."""

    draft: Draft
    candidates: tuple[Reading, ...]
    tahun: int

    @property
    def title(self) -> str:
        return self.draft.values.get("informasi", "")

    @property
    def key(self) -> str:
        return key_of("kode", self.title)

    def ask(self, gathering: Gathering) -> str | None:
        place = self.draft.place
        asks = f"Apakah informasi ini sama dengan yang ada dalam daftar {self.tahun}?"
        readings = (*self.candidates, _IS_NEW)
        question = Question(
            key=self.key,
            place=place,
            written=self.title,
            asks=asks,
            readings=readings,
            field="kode",
        )
        return gathering.ask(question, [place], valid=read_code)


def give_codes(
    drafts: Sequence[Draft], earlier: Earlier, stored: Earlier, gathering: Gathering
) -> None:
    """Assign every draft its code, and say which rows of known lists are gone.

    `stored` is the list of the same year, if it has been written already.
    """
    titles = [draft.values.get("informasi", "") for draft in drafts]
    matches = zip(match_all(titles, earlier), match_all(titles, stored), strict=True)
    written: dict[str, list[str]] = {}
    for row in stored.rows:
        written.setdefault(title_key(row.informasi), []).append(row.kode)
    own = {draft.values["kode"] for draft in drafts if draft.values.get("kode")}
    waiting: set[str] = set()
    chosen: list[tuple[Draft, str]] = []
    for draft, title, (before, now) in zip(drafts, titles, matches, strict=True):
        if draft.values.get("kode"):
            continue
        tahun = earlier.tahun if before.candidates else stored.tahun
        like = _Likeness(draft, before.candidates or now.candidates, tahun)
        same = (*written.get(title_key(title), ()), now.kode)
        kode = _chosen(like, before, same, own, gathering)
        if kode is None:
            waiting.update(reading.value for reading in like.candidates)
        else:
            chosen.append((draft, kode if kode not in own else NEW))
            own.add(kode)
    own.discard(NEW)
    taken = {*earlier.taken, *own}
    numbers = dict[str, int]()
    for draft, kode in chosen:
        given = kode
        if kode == NEW:
            given = new_code(draft.values.get("informasi", ""), earlier, taken, numbers)
            taken.add(given)
        draft.put("kode", given, ())
    for listed in (stored, earlier):
        _say_gone(listed, own | waiting, gathering)


def _chosen(
    like: _Likeness, before: Match, same: Sequence[str], own: set[str], gathering: Gathering
) -> str | None:
    """Choose the code of a row: NEW when it has none yet, None while nobody has answered.

    `same` are codes of rows of this year that are the same. What has been written once is not asked
    again, unless an answer is there: a run repeats.
    """
    if before.kode and before.kode not in own:
        return before.kode
    if before.candidates and like.key in gathering.answers:
        answer = like.ask(gathering)
        if answer and answer != NEW:
            return answer
    written = next((kode for kode in same if kode not in own), "")
    if written or not like.candidates:
        return written or NEW
    return like.ask(gathering)


def _say_gone(listed: Earlier, kept: set[str], gathering: Gathering) -> None:
    """Point out at once what a known list has and this one has not."""
    gone = [f"“{row.informasi}” ({row.kode})" for row in listed.rows if row.kode not in kept]
    if gone:
        message = f"{format_bulat(len(gone))} informasi dalam daftar {listed.tahun} kini tidak ada"
        advice = "Bila memang sudah tidak ada, tidak perlu apa-apa; bila terlewat, tambahkan."
        gone_ones = Advice(
            severity=Severity.SARAN, message=f"{message}: {'; '.join(gone)}", advice=advice
        )
        gathering.remark(None, gone_ones, "kode")


_LONGEST_PREFIX: Final = 8
_FEW_WORDS: Final = 2
_MOST_WORDS: Final = 4
_WORD: Final = re.compile(r"[A-Z0-9]+")
_BRACKETS: Final = re.compile(r"\([^)]*\)")


def prefix_of(codes: Iterable[str], singkatan: str) -> str:
    """Return the first part of an OPD's codes: the one most used, else made from its short name."""
    used = Counter(code.split("-")[0] for code in codes if "-" in code)
    # Of equally many the first in the alphabet, so that the order of files plays no part.
    common = min(used.items(), key=lambda item: (-item[1], item[0]), default=("", 0))[0]
    if common and re.fullmatch(KODE, f"{common}-X"):
        return common
    return "".join(_WORD.findall(_plain(singkatan)))[:_LONGEST_PREFIX] or "INF"


def new_code(title: str, earlier: Earlier, taken: Collection[str], numbers: dict[str, int]) -> str:
    """Return a code made from the telling words of a title: “KES-REKAM-MEDIS”.

    Where it is taken, further words of the title follow, then figures: the same title in the same
    list gives the same code again. `numbers` are the figures reached so far, of a `taken` that only
    grows.
    """
    words = _WORD.findall(_plain(_BRACKETS.sub(" ", title)))
    telling = [word for word in words if word.lower() not in earlier.untelling] or words or ["BARU"]
    lengths = range(min(_FEW_WORDS, len(telling)), min(_MOST_WORDS, len(telling)) + 1)
    for many in lengths:
        code = _fitting(earlier.prefix, telling[:many], "")
        if code not in taken:
            return code
    few = telling[:_FEW_WORDS]
    for number in count(numbers.get(" ".join(few), 2)):
        code = _fitting(earlier.prefix, few, f"-{number}")
        if code not in taken:
            break
    numbers[" ".join(few)] = number + 1
    return code


def _fitting(prefix: str, words: list[str], ending: str) -> str:
    """Join what fits into 24 characters; a word alone is cut rather than left out."""
    room = LONGEST_KODE - len(ending)
    code = prefix
    for word in words:
        if len(code) + 1 + len(word) <= room:
            code += f"-{word}"
        elif code == prefix:
            code = f"{prefix}-{word}"[:room]
    return code + ending


def _plain(text: str) -> str:
    """Return a text in capitals without accents."""
    parts = unicodedata.normalize("NFKD", text)
    return "".join(part for part in parts if not unicodedata.combining(part)).upper()
