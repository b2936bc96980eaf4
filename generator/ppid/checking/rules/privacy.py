"""The privacy gate: no text and no file name shows what belongs to one person alone."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from ppid.checking.rules.traces import comparable, document_finding, in_documents, npwp_severity
from ppid.core.corpus import Corpus
from ppid.core.rule import Finding, rule
from ppid.diagnostics.diagnostic import Severity
from ppid.diagnostics.places import Located, Span
from ppid.values.identifiers import DataPribadi, Sighting, find_personal_data

_PRIVATE: Final = ("UU 14/2008 Pasal 6 ayat (3) huruf c", "PerKI 1/2021 Pasal 5 ayat (3)")
# These pages show the rules at work; they hold samples from public documentation only.
_OWN_PAGES: Final = re.compile(r"content/aturan/PRI-\d{3}\.md")
_CHANNEL_FIELDS: Final = frozenset({"kanal", "telepon", "faksimile", "surel"})
_BODY: Final = "data/badan.yml"
_NEAR: Final = 200


class _Seen(NamedTuple):
    """Personal data in the text of a file, or in the name of one when `located` is None."""

    path: str
    located: Located | None
    sighting: Sighting


@rule(
    "PRI-001",
    title="Tidak ada NIK atau nomor KK yang ikut terbit",
    severity=Severity.GALAT,
    hint="Hapus nomornya; dari permohonan hanya jumlahnya yang diumumkan.",
    legal_basis=_PRIVATE,
    quotable=False,
)
def tidak_ada_nik(corpus: Corpus) -> Iterator[Finding]:
    for seen in _seen(corpus, DataPribadi.NIK):
        yield _finding(seen)
    yield from in_documents(corpus, DataPribadi.NIK)


@rule(
    "PRI-002",
    title="Nomor ponsel hanya ada di bidang kanal dan telepon",
    severity=Severity.PERINGATAN,
    hint="Pakai nomor layanan kantor, atau pindahkan ke kanal bila memang nomor layanan.",
    legal_basis=_PRIVATE,
    quotable=False,
)
def nomor_ponsel_hanya_di_kanal(corpus: Corpus) -> Iterator[Finding]:
    for seen in _seen(corpus, DataPribadi.PONSEL):
        if not _is_channel(seen):
            yield _finding(seen)
    yield from in_documents(corpus, DataPribadi.PONSEL, corpus.derive(published_on_purpose))


@rule(
    "PRI-003",
    title="Tidak ada nomor rekening bank seseorang yang ikut terbit",
    severity=Severity.GALAT,
    hint="Hapus nomornya; rekening kas daerah ditulis dengan nama lengkapnya.",
    legal_basis=("UU 14/2008 Pasal 17 huruf h angka 3", "PerKI 1/2021 Pasal 5 ayat (3)"),
    quotable=False,
)
def tidak_ada_rekening_bank(corpus: Corpus) -> Iterator[Finding]:
    for seen in _seen(corpus, DataPribadi.REKENING):
        yield _finding(seen)
    yield from in_documents(corpus, DataPribadi.REKENING)


@rule(
    "PRI-004",
    title="Alamat surel pribadi hanya ada di bidang kanal dan surel",
    severity=Severity.PERINGATAN,
    hint="Pakai alamat surel kantor, atau pindahkan ke kanal bila memang alamat layanan.",
    legal_basis=_PRIVATE,
    quotable=False,
)
def surel_pribadi_hanya_di_kanal(corpus: Corpus) -> Iterator[Finding]:
    for seen in _seen(corpus, DataPribadi.SUREL):
        if not _is_channel(seen):
            yield _finding(seen)
    yield from in_documents(corpus, DataPribadi.SUREL, corpus.derive(published_on_purpose))


@rule(
    "PRI-005",
    title="NPWP hanya ada dalam ringkasan kontrak",
    severity=Severity.PERINGATAN,
    hint="Hapus nomornya, kecuali bila ini ringkasan kontrak dengan penyedia.",
    legal_basis=(
        "UU 14/2008 Pasal 6 ayat (3) huruf c",
        "PerKI 1/2021 Pasal 15 ayat (9) huruf c angka 2",
    ),
    quotable=False,
)
def npwp_hanya_dalam_ringkasan_kontrak(corpus: Corpus) -> Iterator[Finding]:
    for seen in _seen(corpus, DataPribadi.NPWP):
        severity = npwp_severity(seen.path, *_around(seen))
        if severity is not None:
            yield _finding(seen, severity)
    for severity in (Severity.GALAT, Severity.PERINGATAN):
        for path, contents in corpus.contents.items():
            traces = [
                trace
                for trace in contents.traces
                if trace.sighting.sort is DataPribadi.NPWP
                and npwp_severity(path, trace.before, trace.after) is severity
            ]
            yield from document_finding(path, traces, severity)


def _seen(corpus: Corpus, sort: DataPribadi) -> Iterator[_Seen]:
    return (seen for seen in corpus.derive(_all_seen) if seen.sighting.sort is sort)


def _all_seen(corpus: Corpus) -> tuple[_Seen, ...]:
    """Look through everything once; five rules ask about the same corpus one after another."""
    in_names = (
        _Seen(path, None, sighting)
        for path in sorted({*corpus.sources, *corpus.documents, *corpus.contents})
        for sighting in find_personal_data(path)
    )
    in_texts = (
        _Seen(path, located, sighting)
        for path, located in corpus.sources.items()
        if not _OWN_PAGES.fullmatch(path)
        for sighting in find_personal_data(located.source.text)
    )
    return (*in_names, *in_texts)


def published_on_purpose(corpus: Corpus) -> frozenset[str]:
    """Return the numbers and addresses that offices publish on purpose, in one form."""
    return frozenset(
        comparable(seen.located.source.text[seen.sighting.start : seen.sighting.end])
        for seen in corpus.derive(_all_seen)
        if seen.located is not None and _is_channel(seen)
    )


def samples(corpus: Corpus) -> frozenset[str]:
    """Return the public samples on the pages of these rules, in one form."""
    return frozenset(
        comparable(located.source.text[sighting.start : sighting.end])
        for path, located in corpus.sources.items()
        if _OWN_PAGES.fullmatch(path)
        for sighting in find_personal_data(located.source.text)
    )


def _is_channel(seen: _Seen) -> bool:
    """Tell whether a number or address stands where offices publish theirs on purpose."""
    if seen.located is None or seen.path == _BODY:
        return seen.path == _BODY
    return not _CHANNEL_FIELDS.isdisjoint(seen.located.route_at(seen.sighting.start))


def _around(seen: _Seen) -> tuple[str, str]:
    """Return the text before and after a sighting, but not the next row of a table."""
    if seen.located is None:
        return "", ""
    text, (_, start, end, _) = seen.located.source.text, seen.sighting
    before, after = text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
    if seen.path.endswith(".csv"):
        return before.rpartition("\n")[2], after.partition("\n")[0]
    return before, after


def _finding(seen: _Seen, severity: Severity | None = None) -> Finding:
    """Point at personal data; the message shows only its ends."""
    what = seen.sighting.sort.value
    if seen.located is None:
        message = f"Nama berkas ini memuat {what} ({seen.sighting.masked})"
        return Finding(Span(seen.path), message, severity=severity)
    route = seen.located.route_at(seen.sighting.start)
    cell = seen.located.span(route).cell if route else ""
    span = seen.located.source.span_between(seen.sighting.start, seen.sighting.end, cell)
    return Finding(span, f"Terbaca {what} ({seen.sighting.masked})", severity=severity)
