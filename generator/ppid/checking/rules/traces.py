"""What rules say of personal data inside documents, and when a tax number may stand there."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from ppid.core.corpus import Corpus
from ppid.core.document import Trace
from ppid.core.rule import Finding
from ppid.diagnostics.diagnostic import Severity
from ppid.diagnostics.places import Span
from ppid.values.identifiers import DataPribadi
from ppid.values.numbers import format_bulat

_SHOWN: Final = 3
_CONTRACT: Final = re.compile(r"kontrak|penyedia|perjanjian kerja|pengadaan|\bspk\b", re.IGNORECASE)
_PERSON: Final = re.compile(
    r"\b(?:pribadi|perorangan|pegawai|pemohon|warga)\b[^,;.\n]{0,30}$", re.IGNORECASE
)
_NOT_DIGIT: Final = re.compile(r"[^0-9]")
_ABROAD: Final = "62"


def npwp_severity(path: str, before: str, after: str) -> Severity | None:
    """Weigh an NPWP by what stands around it; None where it must be published.

    The summary of a contract names that of the supplier (PerKI 1/2021 Pasal 15 ayat (9) huruf c
    angka 2); that of a person is protected.
    """
    if _PERSON.search(before):
        return Severity.GALAT
    return None if _CONTRACT.search(f"{path} {before} {after}") else Severity.PERINGATAN


def comparable(written: str) -> str:
    """Return a number or address in one form: “+62 812…” is “0812…”."""
    if "@" in written:
        return written.lower()
    digits = _NOT_DIGIT.sub("", written)
    return f"0{digits.removeprefix(_ABROAD)}" if digits.startswith(_ABROAD) else digits


def in_documents(
    corpus: Corpus, sort: DataPribadi, accepted: frozenset[str] = frozenset()
) -> Iterator[Finding]:
    """Yield one finding for each document that holds personal data of one sort."""
    for path, contents in corpus.contents.items():
        traces = [
            trace
            for trace in contents.traces
            if trace.sighting.sort is sort and comparable(trace.text) not in accepted
        ]
        yield from document_finding(path, traces)


def document_finding(
    path: str, traces: Sequence[Trace], severity: Severity | None = None
) -> Iterator[Finding]:
    """Say what was read in a document and where; nothing when there are no traces."""
    if not traces:
        return
    what = traces[0].sighting.sort.value
    places = list(dict.fromkeys(trace.place for trace in traces if trace.place))
    if len(traces) == 1:
        where = f" di {places[0]}" if places else ""
        message = f"Terbaca {what} ({traces[0].sighting.masked}){where}"
    else:
        rest = len(places) - _SHOWN
        more = f"; dan {format_bulat(rest)} tempat lain" if rest > 0 else ""
        where = f": {'; '.join(places[:_SHOWN])}{more}" if places else ""
        message = f"Terbaca {format_bulat(len(traces))} {what}{where}"
    yield Finding(Span(path), message, severity=severity)
