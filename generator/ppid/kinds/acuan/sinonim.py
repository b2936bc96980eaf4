"""Words that mean the same to someone who searches."""

from collections.abc import Sequence
from typing import ClassVar

from pydantic import Field

from ppid.core.corpus import Corpus
from ppid.core.kind import FilePattern, Kind
from ppid.core.record import Record
from ppid.diagnostics.places import RecordId
from ppid.kinds.fields import Teks


class Sinonim(Record):
    """A group of words; searching for one finds the others.

    Groups that begin with the same word are one: so a body adds what its offices are called to a
    group of the program.
    """

    kind: ClassVar[str] = "sinonim"
    kata: tuple[Teks, ...] = Field(title="Kata", description="Kata yang searti.", min_length=2)


def groups_in(corpus: Corpus) -> Sequence[Sequence[str]]:
    """Return the groups of words, each with what other groups of the same first word add to it."""
    groups: dict[str, list[str]] = {}
    for sinonim in corpus.of(Sinonim):
        groups.setdefault(sinonim.id.slug, []).extend(sinonim.kata)
    return list(groups.values())


KIND = Kind(
    label="Sinonim",
    model=Sinonim,
    files=(FilePattern("acuan/sinonim.yml"),),
    identify=lambda _, sinonim: RecordId(Sinonim.kind, slug=sinonim.kata[0].lower()),
    entries="sinonim",
)
