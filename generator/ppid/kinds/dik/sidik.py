"""Digests of documents that are withheld, so that none of them is published by mistake.

A SHA-256 says nothing of what a document holds, but whoever has the document recognises it. So an
entry names neither the information nor the file.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Annotated, ClassVar

from pydantic import Field, StringConstraints

from ppid.core.corpus import Corpus
from ppid.core.kind import Place
from ppid.core.record import Record
from ppid.core.rule import Finding, at, rule
from ppid.diagnostics.diagnostic import Note, Severity
from ppid.diagnostics.places import RecordId, Span
from ppid.kinds.fields import Tanggal

Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
_LENGTH = 16


class SidikDikecualikan(Record):
    """The digest of one document that is withheld."""

    kind: ClassVar[str] = "sidik-dik"
    sha256: Sha256 = Field(
        title="Sidik SHA-256", description="64 angka heksadesimal, hasil ppid gerbang --sidik."
    )
    sampai: Tanggal | None = Field(
        None, title="Sampai", description="Hari terakhir dikecualikan; sesudahnya boleh terbit."
    )


def identify_sidik(place: Place, sidik: SidikDikecualikan) -> RecordId:
    """Name an entry by the beginning of its digest."""
    return RecordId(sidik.kind, place.opd, 0, sidik.sha256[:_LENGTH])


@rule(
    "DIK-019",
    title="Dokumen yang sidiknya dicatat sebagai dikecualikan tidak ikut terbit",
    severity=Severity.GALAT,
    hint="Keluarkan berkas itu; bila pengecualiannya sudah berakhir, isi “sampai” pada sidiknya.",
    legal_basis=("UU 14/2008 Pasal 54", "PerKI 1/2021 Pasal 50 ayat (1)"),
)
def dokumen_bersidik_tidak_ikut_terbit(
    sidik: SidikDikecualikan, corpus: Corpus
) -> Iterator[Finding]:
    if sidik.sampai and sidik.sampai < corpus.today:
        return
    for path, place in places_by_digest(corpus).get(sidik.sha256, ()):
        where = f" {place}" if place else ""
        message = f"Berkas yang bersidik ini akan ikut terbit{where}"
        yield at(sidik, "sha256", message, notes=(Note("berkasnya", Span(path)),))


@lru_cache(maxsize=1)
def places_by_digest(corpus: Corpus) -> Mapping[str, list[tuple[str, str]]]:
    """Map every digest to the files that have it, with the place inside them."""
    found: dict[str, list[tuple[str, str]]] = {}
    for path, contents in corpus.contents.items():
        for place, digest in contents.digests:
            found.setdefault(digest, []).append((path, place))
    return found
