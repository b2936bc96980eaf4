"""Words by which a title shows that it names something that the law keeps open.

Only the head of a title counts (“Keputusan …”, not “Konsep keputusan …”), so that a list stays
quiet on everything else. What all of Indonesia writes ships with the program in `law/`.
"""

import re
from collections.abc import Iterable, Mapping
from typing import ClassVar, Literal, NamedTuple, get_args

from pydantic import Field

from ppid.core.corpus import Corpus
from ppid.core.kind import FilePattern, Kind
from ppid.core.record import Record
from ppid.diagnostics.places import RecordId
from ppid.kinds.fields import Teks

Golongan = Literal[
    "selalu-terbuka", "pengadaan", "bukan-pribadi", "pembuka", "belum-selesai", "orang"
]


class KataPerihal(Record):
    """Phrases that name one thing of the law, or that serve to recognise such things."""

    kind: ClassVar[str] = "kata-perihal"
    golongan: Golongan = Field(title="Golongan", description="Untuk apa frasa ini dikenali.")
    sebutan: str = Field("", title="Sebutan", description="Yang dinamai, dengan kata biasa.")
    dasar: str = Field("", title="Dasar", description="Rujukan ketentuannya.")
    frasa: tuple[Teks, ...] = Field(
        title="Frasa", description="Awal judul yang berarti itu.", min_length=1
    )
    kecuali: tuple[Teks, ...] = Field(
        (), title="Kecuali", description="Kata yang tidak boleh menyusul langsung."
    )
    bukan_bila: tuple[Teks, ...] = Field(
        (), title="Bukan bila", description="Kata yang tidak boleh ada sesudahnya."
    )
    hanya_bila: tuple[Teks, ...] = Field(
        (), title="Hanya bila", description="Kata yang salah satunya harus ada sesudahnya."
    )
    diam_bila: Literal["", "belum-selesai", "orang"] = Field(
        "", title="Diam bila", description="Golongan kata yang membuatnya tidak disebut."
    )


class _Words(NamedTuple):
    """How a group of titles is recognised: by its head, of which a group `s3` is the fourth."""

    heads: re.Pattern[str]
    known: tuple[KataPerihal, ...]


def subject_of(title: str, golongan: Golongan, corpus: Corpus) -> KataPerihal | None:
    """Find what a title names; None in doubt, as for what is still being made."""
    heads, known = corpus.derive(_words)[golongan]
    found = heads.match(title)
    if found is None or found.lastgroup is None:
        return None
    subject = known[int(found.lastgroup[1:])]
    silent = subject.diam_bila and corpus.derive(_words)[subject.diam_bila].heads.search(title)
    return None if silent else subject


def _words(corpus: Corpus) -> Mapping[str, _Words]:
    records = corpus.of(KataPerihal)
    by_group = {
        name: tuple(one for one in records if one.golongan == name) for name in get_args(Golongan)
    }
    lead = rf"(?:{_any(word for one in by_group['pembuka'] for word in one.frasa)}\s+)*"
    patterns = {}
    for name, known in by_group.items():
        ways = "|".join(f"(?P<s{number}>{_head(one)})" for number, one in enumerate(known))
        # Words that make silent count anywhere in a title, those that name something at its head.
        before = r"\b" if name in {"belum-selesai", "orang"} else lead
        patterns[name] = _Words(re.compile(f"{before}(?:{ways or '(?!)'})", re.IGNORECASE), known)
    return patterns


def _head(subject: KataPerihal) -> str:
    follows = rf"(?!\s+{_any(subject.kecuali)})" if subject.kecuali else ""
    if subject.bukan_bila:
        follows += rf"(?!.*\b{_any(subject.bukan_bila)})"
    if subject.hanya_bila:
        follows += rf"(?=.*\b{_any(subject.hanya_bila)})"
    return _any(subject.frasa) + follows


def _any(phrases: Iterable[str]) -> str:
    ways = "|".join(map(_pattern, phrases))
    return f"(?:{ways})" if ways else "(?!)"


def _pattern(phrase: str) -> str:
    """Write a phrase as a pattern: “…” is up to three words, “.” the end; capitals stay so."""
    pattern = ""
    for word in phrase.split():
        if word == "…":
            pattern += r"(?:\s+\w+){0,3}?"
        elif word == ".":
            return pattern + r"(?=\s*$)"
        else:
            exact = re.escape(word) if word.islower() else f"(?-i:{re.escape(word)})"
            pattern += (r"\s+" if pattern else "") + exact
    return pattern + r"\b"


KIND = Kind(
    label="Kata perihal",
    model=KataPerihal,
    files=(FilePattern("acuan/kata-perihal.yml"),),
    identify=lambda _, one: RecordId(
        KataPerihal.kind, slug=f"{one.golongan}:{one.sebutan}:{one.frasa[0]}"
    ),
    entries="perihal",
)
