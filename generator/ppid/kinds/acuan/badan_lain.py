"""What people ask an office for that another public body keeps: water, electricity, passports."""

from collections.abc import Sequence
from typing import ClassVar

from pydantic import Field

from ppid.core.corpus import Corpus
from ppid.core.kind import FilePattern, Kind
from ppid.core.record import Record
from ppid.diagnostics.places import RecordId
from ppid.kinds.badan import Badan, KodeJenisBadan
from ppid.kinds.fields import Teks
from ppid.kinds.opd import ProfilOpd


class BadanLain(Record):
    """A matter that is not of the body that owns this site, and whose it is."""

    kind: ClassVar[str] = "badan-lain"
    urusan: Teks = Field(title="Urusan", description="Yang ditanyakan orang, dengan kata biasa.")
    penguasa: Teks = Field(title="Penguasa", description="Badan yang menguasai informasinya.")
    kata: tuple[Teks, ...] = Field(
        title="Kata", description="Kata atau frasa yang diketik orang.", min_length=1
    )
    bagi: tuple[KodeJenisBadan, ...] = Field(
        (),
        title="Bagi",
        description="Jenis badan yang bukan pengurusnya; kosong bila berlaku bagi semua.",
    )


def matters_of_others(corpus: Corpus) -> Sequence[BadanLain]:
    """Return the matters that the body of this site does not deal with.

    One whose word names an OPD on file is left out: there it is dealt with.
    """
    kinds = {badan.jenis for badan in corpus.of(Badan)}
    own = {
        name.lower()
        for opd in corpus.of(ProfilOpd)
        for name in (opd.singkatan, opd.nama, *opd.nama_lain)
    }
    return [
        matter
        for matter in corpus.of(BadanLain)
        if (not matter.bagi or kinds & {*matter.bagi})
        and own.isdisjoint(word.lower() for word in (*matter.kata, matter.penguasa))
    ]


KIND = Kind(
    label="Urusan badan lain",
    model=BadanLain,
    files=(FilePattern("acuan/badan-lain.yml"),),
    identify=lambda _, matter: RecordId(BadanLain.kind, slug=matter.kata[0].lower()),
    entries="badan_lain",
    title="urusan",
    single=True,
)
