"""The privacy gate: no text, document or file name shows what belongs to one person alone."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from ppid.core.corpus import Corpus
from ppid.core.document import Trace
from ppid.core.rule import Finding, rule
from ppid.diagnostics.diagnostic import Severity
from ppid.diagnostics.places import Located, Span
from ppid.guide import rule_page
from ppid.values.identifiers import (
    DataPribadi,
    Sighting,
    find_nips,
    find_personal_data,
    is_npwp,
)
from ppid.values.numbers import format_bulat
from ppid.values.seen_text import SeenText

_SHOWN: Final = 3
_CONTRACT: Final = re.compile(r"kontrak|penyedia|perjanjian kerja|pengadaan|\bspk\b", re.IGNORECASE)
_PERSON: Final = re.compile(
    r"\b(?:pribadi|perorangan|pegawai|pemohon|warga)\b[^,;.\n]{0,30}$", re.IGNORECASE
)
_NOT_DIGIT: Final = re.compile(r"[^0-9]")
_ABROAD: Final = "62"
_LONGEST_MOBILE: Final = 12
_SHORT_NPWP: Final = 14
_PRIVATE: Final = ("UU 14/2008 Pasal 6 ayat (3) huruf c", "PerKI 1/2021 Pasal 5 ayat (3)")
# Pages that show the rules at work hold samples from public documentation only: those of the
# program, and what a body writes in their place.
_WITH_SAMPLES: Final = tuple(f"PRI-{number:03}" for number in range(1, 10))
_OWN_PAGES: Final = re.compile(r"content/aturan/PRI-\d{3}\.md")
_CHANNEL_FIELDS: Final = frozenset({"kanal", "telepon", "faksimile", "surel", "alamat"})
_LIST: Final = re.compile(r"data/opd/[^/]+/di[kp]/[0-9]{4}\.csv")
_BODY: Final = "data/badan.yml"
_NEAR: Final = 200


@rule(
    "PRI-001",
    title="Tidak ada NIK atau nomor KK yang ikut terbit",
    severity=Severity.GALAT,
    hint="Hapus nomornya; dari permintaan hanya jumlahnya yang diumumkan.",
    legal_basis=_PRIVATE,
    quotable=False,
)
def tidak_ada_nik(corpus: Corpus) -> Iterator[Finding]:
    return _found(corpus, DataPribadi.NIK)


@rule(
    "PRI-002",
    title="Nomor ponsel hanya ada di isian kanal dan telepon",
    severity=Severity.PERINGATAN,
    hint="Pakai nomor layanan kantor, atau pindahkan ke kanal bila memang nomor layanan.",
    legal_basis=_PRIVATE,
    quotable=False,
)
def nomor_ponsel_hanya_di_kanal(corpus: Corpus) -> Iterator[Finding]:
    return _found(corpus, DataPribadi.PONSEL, in_channels=True)


@rule(
    "PRI-003",
    title="Tidak ada nomor rekening bank seseorang yang ikut terbit",
    severity=Severity.GALAT,
    hint="Hapus nomornya; rekening kas daerah ditulis dengan nama lengkapnya.",
    legal_basis=("UU 14/2008 Pasal 17 huruf h angka 3", "PerKI 1/2021 Pasal 5 ayat (3)"),
    quotable=False,
)
def tidak_ada_rekening_bank(corpus: Corpus) -> Iterator[Finding]:
    return _found(corpus, DataPribadi.REKENING)


@rule(
    "PRI-004",
    title="Alamat surel pribadi hanya ada di isian kanal dan surel",
    severity=Severity.PERINGATAN,
    hint="Pakai alamat surel kantor, atau pindahkan ke kanal bila memang alamat layanan.",
    legal_basis=_PRIVATE,
    quotable=False,
)
def surel_pribadi_hanya_di_kanal(corpus: Corpus) -> Iterator[Finding]:
    return _found(corpus, DataPribadi.SUREL, in_channels=True)


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
        severity = npwp_severity(seen.path, _written(seen), *_around(seen))
        if severity is not None:
            yield _finding(seen, severity)
    for severity in (Severity.GALAT, Severity.PERINGATAN):
        for path, contents in corpus.contents.items():
            traces = [
                trace
                for trace in contents.traces
                if trace.sighting.sort is DataPribadi.NPWP
                and npwp_severity(path, trace.text, trace.before, trace.after) is severity
            ]
            yield from _in_document(path, traces, severity)


@rule(
    "PRI-008",
    title="Tidak ada tanggal lahir, alamat rumah, atau nomor lain milik seseorang",
    severity=Severity.PERINGATAN,
    hint="Hapus bila ini milik seseorang; alamat kantor ditulis pada profilnya.",
    legal_basis=_PRIVATE,
    quotable=False,
)
def tidak_ada_yang_menunjuk_seseorang(corpus: Corpus) -> Iterator[Finding]:
    for sort in _TOLD_BY_WORDS:
        yield from _found(corpus, sort, in_channels=sort is DataPribadi.ALAMAT)


@rule(
    "PRI-009",
    title="Baris daftar menyebut jabatan, bukan pejabat dengan NIP-nya",
    severity=Severity.PERINGATAN,
    hint="Tulis jabatannya saja; nama dan NIP tetap boleh ada pada keputusan.",
    no_basis="Daftar menunjuk jabatan yang memegang informasi; orangnya berganti.",
    quotable=False,
)
def butir_tidak_menyebut_nip(corpus: Corpus) -> Iterator[Finding]:
    for path, located in corpus.sources.items():
        if _LIST.fullmatch(path):
            for start, end in find_nips(located.source.text):
                yield Finding(_span(located, start, end), "Terbaca NIP, yang menunjuk seseorang")


_TOLD_BY_WORDS: Final = (
    DataPribadi.BPJS,
    DataPribadi.PASPOR,
    DataPribadi.LAHIR,
    DataPribadi.ALAMAT,
    DataPribadi.KENDARAAN,
)


def _found(corpus: Corpus, sort: DataPribadi, *, in_channels: bool = False) -> Iterator[Finding]:
    """Yield where personal data of one sort stands; with `in_channels`, offices may publish theirs.

    A document is one finding, however much it holds.
    """
    for seen in _seen(corpus, sort):
        if not (in_channels and _is_channel(seen)):
            yield _finding(seen)
    accepted = corpus.derive(published_on_purpose) if in_channels else ()
    for path, contents in corpus.contents.items():
        traces = [
            trace
            for trace in contents.traces
            if trace.sighting.sort is sort and comparable(trace.text) not in accepted
        ]
        yield from _in_document(path, traces)


class _Seen(NamedTuple):
    """Personal data in the text of a file, or in the name of one when `located` is None."""

    path: str
    located: Located | None
    sighting: Sighting


def _seen(corpus: Corpus, sort: DataPribadi) -> Iterator[_Seen]:
    return (seen for seen in corpus.derive(_all_seen) if seen.sighting.sort is sort)


def _all_seen(corpus: Corpus) -> tuple[_Seen, ...]:
    """Look through everything once; several rules ask about the same corpus."""
    in_names = (
        _Seen(path, None, sighting)
        for path in sorted({*corpus.sources, *corpus.documents, *corpus.contents})
        for sighting in _looked_through(path)
    )
    in_texts = (
        _Seen(path, located, sighting)
        for path, located in corpus.sources.items()
        if not _OWN_PAGES.fullmatch(path)
        for sighting in _looked_through(located.source.text)
    )
    return (*in_names, *in_texts)


@lru_cache(16_384)
def _looked_through(text: str) -> tuple[Sighting, ...]:
    """Look through a text once, however often a project is checked in which it stays as it is."""
    return tuple(find_personal_data(text))


def published_on_purpose(corpus: Corpus) -> frozenset[str]:
    """Return the numbers and addresses that offices publish on purpose, in one form."""
    return frozenset(
        comparable(seen.located.source.text[seen.sighting.start : seen.sighting.end])
        for seen in corpus.derive(_all_seen)
        if seen.located is not None and _is_channel(seen)
    )


def samples() -> frozenset[str]:
    """Return the public samples on the pages of these rules, in one form."""
    return frozenset(
        comparable(page[sighting.start : sighting.end])
        for rule_id in _WITH_SAMPLES
        for page in (rule_page(rule_id),)
        for sighting in find_personal_data(page)
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


def _written(seen: _Seen) -> str:
    text = seen.path if seen.located is None else seen.located.source.text
    return text[seen.sighting.start : seen.sighting.end]


def _finding(seen: _Seen, severity: Severity | None = None) -> Finding:
    """Point at personal data; the message shows only its ends."""
    what = seen.sighting.sort.value
    if seen.located is None:
        message = f"Nama berkas ini memuat {what} ({seen.sighting.masked})"
        return Finding(Span(seen.path), message, severity=severity)
    span = _span(seen.located, seen.sighting.start, seen.sighting.end)
    return Finding(span, f"Terbaca {what} ({seen.sighting.masked})", severity=severity)


def _span(located: Located, start: int, end: int) -> Span:
    route = located.route_at(start)
    cell = located.span(route).cell if route else ""
    return located.source.span_between(start, end, cell)


def _in_document(
    path: str, traces: Sequence[Trace], severity: Severity | None = None
) -> Iterator[Finding]:
    """Say what was read in a document and where; nothing when there are no traces."""
    if not traces:
        return
    what = traces[0].sighting.sort.value
    places = list(dict.fromkeys(trace.place for trace in traces if trace.place))
    if len(traces) == 1:
        where = f" di {places[0].removeprefix('di ')}" if places else ""
        message = f"Terbaca {what} ({traces[0].sighting.masked}){where}"
    else:
        rest = len(places) - _SHOWN
        more = f"; dan {format_bulat(rest)} tempat lain" if rest > 0 else ""
        where = f": {'; '.join(places[:_SHOWN])}{more}" if places else ""
        message = f"Terbaca {format_bulat(len(traces))} {what}{where}"
    yield Finding(Span(path), message, severity=severity)


def npwp_severity(path: str, written: str, before: str, after: str) -> Severity | None:
    """Weigh an NPWP by what stands around it; None where it must be published.

    The summary of a contract names that of the supplier (PerKI 1/2021 Pasal 15 ayat (9) huruf c
    angka 2); that of a person is protected. Where the check digit is wrong nothing is proven.
    """
    if _PERSON.search(before):
        return Severity.GALAT if is_npwp(written) else Severity.PERINGATAN
    return None if _CONTRACT.search(f"{path} {before} {after}") else Severity.PERINGATAN


def comparable(written: str) -> str:
    """Return a number or address in one form: “+62 812…” and “812…” are “0812…”."""
    read = SeenText(written).text
    if "@" in read:
        return read.lower()
    digits = _NOT_DIGIT.sub("", read)
    if digits.startswith(_ABROAD):
        return f"0{digits.removeprefix(_ABROAD)}"
    # A spreadsheet takes noughts away.
    short = digits.startswith("8") and len(digits) <= _LONGEST_MOBILE
    return f"0{digits}" if short or len(digits) == _SHORT_NPWP else digits
