"""Fields that a model lets be empty although they should be filled, and addresses in any field."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter

from ppid.checking.field_errors import ISI_001, ISI_007, missing_message
from ppid.core.corpus import Corpus
from ppid.core.record import Record
from ppid.core.rule import Finding, Rule, at
from ppid.diagnostics.diagnostic import Severity, offer
from ppid.diagnostics.places import Route
from ppid.kinds import KINDS
from ppid.kinds.fields import MarkedField, Need, TextSort, fields_marked, has_marked, values_marked
from ppid.values.addresses import is_public, why_not_reachable
from ppid.values.text import nearest, quoted


def isian_yang_diharapkan_terisi(corpus: Corpus) -> Iterator[Finding]:
    """Everything that a record should say is said (what the model itself demands: on loading)."""
    for kind in KINDS:
        wanted = [(field, need) for need in Need for field in fields_marked(kind.model, need)]
        for _, members in groupby(corpus.of(kind.model) if wanted else (), attrgetter("path")):
            records = list(members)
            for marked, need in wanted:
                yield from _empty(records, marked, need)


def _empty(rows: Sequence[Record], marked: MarkedField, need: Need) -> Iterator[Finding]:
    name = str(marked.route[0])
    lacking = [row for row in rows if not getattr(row, name)]
    if name == "tautan":  # of an address that a rule of the kind itself asks for: DIP-001
        lacking = [r for r in lacking if getattr(r, "klasifikasi", "") != "berkala"]
    severity = Severity.GALAT if need is Need.SOFT else Severity.PERINGATAN
    in_table = rows[0].path.endswith(".csv")
    if lacking and in_table and lacking[0].span(name) == lacking[0].span():
        message = f"Kolom {quoted(marked.title)} belum ada dalam tabel ini"
        hint = f"Tambahkan kolom “{name}”, lalu isi pada setiap baris."
        first = lacking[0]
        yield Finding(first.key_span(name), message, first.id, severity=severity, hint=hint)
        return
    message = f"Kolom {quoted(marked.title)} kosong, padahal dianjurkan diisi"
    if need is Need.SOFT:
        message = missing_message(marked.title, in_table=in_table)
    hint = f"Isi sel ini. {type(rows[0]).model_fields[name].description or ''}".strip()
    for row in lacking:
        yield at(row, name, message, severity=severity, hint=hint)


ISI_001_RULE = Rule(ISI_001, isian_yang_diharapkan_terisi)

_HTTPS_LATER = re.compile(r"(?:http://)?((?:[\w-]+\.)+[a-z]{2,}(?:/\S*)?)", re.IGNORECASE)
_FOLDER = "dokumen/"
_ELSEWHERE = "Taruh dokumennya di situs resmi lalu tulis alamatnya, atau serahkan berkasnya."


def tautan_berupa_alamat_atau_berkas(corpus: Corpus) -> Iterator[Finding]:
    """Every address is one that can be opened, every file is there."""
    for kind in KINDS:
        for record in corpus.of(kind.model) if has_marked(kind.model, TextSort.ADDRESS) else ():
            for route, written in values_marked(record, TextSort.ADDRESS):
                file = f"data/opd/{record.owner}/{written}"
                if not is_public(written) and file not in corpus.documents:
                    yield _unusable(record, route, written, corpus)


def _unusable(record: Record, route: Route, written: str, corpus: Corpus) -> Finding:
    """Say what is wrong with an address, and what may have been meant."""
    if reason := why_not_reachable(written):
        return at(record, route, f"Alamat {quoted(written)} {reason}", hint=_ELSEWHERE)
    if written.startswith(_FOLDER):
        message = f"Berkas {quoted(written)} tidak ada di folder perangkat daerah ini"
    elif written.lower().startswith("http://"):
        message = f"Alamat {quoted(written)} memakai http, bukan https"
    else:
        message = f"{quoted(written)} bukan alamat https dan bukan berkas yang ikut diserahkan"
    meant = _meant(record, written, corpus)
    hint = offer(meant)
    return at(record, route, message, hint=hint)


def _meant(record: Record, written: str, corpus: Corpus) -> str:
    folder = f"data/opd/{record.owner}/"
    files = [path.removeprefix(folder) for path in corpus.documents if path.startswith(folder)]
    near = nearest(written, files) or nearest(_FOLDER + written, files)
    address = _HTTPS_LATER.fullmatch(written)
    if near or written.startswith(_FOLDER) or address is None:
        return near
    return f"https://{address[1]}"


ISI_007_RULE = Rule(ISI_007, tautan_berupa_alamat_atau_berkas)
