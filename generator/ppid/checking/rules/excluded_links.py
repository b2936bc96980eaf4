"""No record leads its readers to a document that is withheld."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Final, NamedTuple

from ppid.core.corpus import Corpus
from ppid.core.record import Record
from ppid.core.rule import Finding, at, rule
from ppid.diagnostics.diagnostic import Note, Severity
from ppid.diagnostics.places import Route
from ppid.kinds import KINDS
from ppid.kinds.dik.model import InformasiDikecualikan
from ppid.kinds.dik.withheld import called_like, is_withheld, names_of
from ppid.kinds.fields import TextSort, has_marked, values_marked

_IN_TEXT: Final = re.compile(r"\]\(\s*<?([^)\s>]{1,500})")


class _Link(NamedTuple):
    record: Record
    route: Route
    address: str


@rule(
    "DIK-018",
    title="Tidak ada tautan ke dokumen yang dikecualikan",
    severity=Severity.GALAT,
    hint="Hapus tautannya; bila yang ditautkan memang terbuka, beri berkasnya nama lain.",
    legal_basis=("UU 14/2008 Pasal 54", "PerKI 1/2021 Pasal 50 ayat (1)"),
)
def tidak_ada_tautan_ke_yang_dikecualikan(corpus: Corpus) -> Iterator[Finding]:
    links = _links(corpus)
    names = {opd: names_of(of_opd) for opd, of_opd in links.items()}
    for row in corpus.of(InformasiDikecualikan):
        named = called_like(row, names[row.id.opd]) if row.id.opd in names else None
        if named is None or not is_withheld(row, corpus):
            continue
        link = links[row.id.opd][named.path]
        name = PurePosixPath(named.path).name
        like = "bernama seperti" if named.exactly else "bernama hampir seperti"
        message = f"“{name}” {like} informasi yang dikecualikan"
        note = Note("informasi yang dikecualikan", row.span("informasi"))
        severity = None if named.exactly else Severity.PERINGATAN
        yield at(link.record, link.route, message, notes=(note,), severity=severity)


def _links(corpus: Corpus) -> Mapping[str, Mapping[str, _Link]]:
    """Return what the records of each OPD link to, by the address."""
    found: dict[str, dict[str, _Link]] = defaultdict(dict)
    for kind in KINDS:
        links = kind.body or has_marked(kind.model, TextSort.ADDRESS)
        for record in corpus.of(kind.model) if kind.address and links else ():
            for route, address in values_marked(record, TextSort.ADDRESS):
                found[record.owner].setdefault(address, _Link(record, route, address))
            for written in _IN_TEXT.finditer(getattr(record, kind.body)) if kind.body else ():
                link = _Link(record, (kind.body,), written[1])
                found[record.owner].setdefault(written[1], link)
    return found
