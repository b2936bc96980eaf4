"""Addresses in the data, and what a link checker found: a report for each OPD, and a record."""

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from io import StringIO
from typing import Any, Final

from ppid.core.corpus import Corpus
from ppid.diagnostics.inert import code, literal
from ppid.diagnostics.places import SourceText
from ppid.kinds.dip.model import InformasiPublik
from ppid.kinds.pemantauan.tautan import KeadaanTautan, PemeriksaanTautan, last_check
from ppid.values.addresses import document_address, is_public, why_not_a_document
from ppid.values.numbers import format_bulat

_ADDRESS = re.compile(r"https?://[^\s\"'<>|\\^`{}\[\],;]+", re.ASCII)
_TRAILING = ".,:!?"
_CITY = ""
_RECORDS: Final = "data/pemantauan/tautan/"
_MOST = 50
_LONGEST = 60_000
"""Characters of a report; an issue takes 65,536."""
_REASONS = {
    404: "halaman tidak ditemukan",
    410: "halaman sudah dihapus",
    403: "situs menolak pemeriksaan",
    401: "perlu masuk dengan akun",
    429: "situs meminta pemeriksaan diperlambat",
}


@dataclass(frozen=True, slots=True, order=True)
class WrittenAddress:
    """Where an address is written."""

    path: str
    line: int
    url: str

    @property
    def opd(self) -> str:
        """Name the OPD whose file it is; empty for files of the whole city."""
        parts = self.path.split("/")
        return parts[2] if parts[:2] == ["data", "opd"] else _CITY


def addresses_of(
    texts: Mapping[str, SourceText], documents: Iterable[str] = ()
) -> list[WrittenAddress]:
    """Find every address in the files of `data/`, in the order of files and lines.

    In a sentence an address ends where one of its signs may end it; those of `documents` are known
    whole. What was recorded of earlier checks only repeats addresses.
    """
    whole = {each for each in documents if is_public(each) and [*_addresses_in(each)] != [each]}
    longest_first = map(re.escape, sorted(whole, reverse=True))
    pattern = re.compile("|".join((*longest_first, _ADDRESS.pattern)), re.ASCII)
    return sorted(
        WrittenAddress(path, number, url)
        for path, source in texts.items()
        if path.startswith("data/") and not path.startswith(_RECORDS)
        for number, line in enumerate(source.text.split("\n"), 1)
        for url in {each if each in whole else _whole(each) for each in pattern.findall(line)}
    )


def _addresses_in(text: str) -> Iterator[str]:
    yield from map(_whole, _ADDRESS.findall(text))


def _whole(found: str) -> str:
    """Take off what ends a sentence rather than an address."""
    url = found.rstrip(_TRAILING)
    while url.endswith(")") and url.count(")") > url.count("("):
        url = url[:-1].rstrip(_TRAILING)
    return url


class NoAnswerError(ValueError):
    """What should be the answer of the link checker is something else."""


@dataclass(frozen=True, slots=True)
class Broken:
    """An address that could not be reached, and why, in words."""

    url: str
    reason: str


def broken_in(answer: Any) -> list[Broken]:  # noqa: ANN401 — JSON of lychee
    """Read the JSON of lychee: errors and timeouts; what it holds besides is not needed.

    Raises NoAnswerError when it is not such an answer: no result is not a good result.
    """
    if not isinstance(answer, dict) or not isinstance(answer.get("error_map"), dict):
        raise NoAnswerError("bukan hasil lychee")
    found: dict[str, str] = {}
    for name in ("error_map", "timeout_map"):
        for each in _entries(answer, name):
            found[each["url"]] = _reason(each.get("status"), timeout=name == "timeout_map")
    return [Broken(url, reason) for url, reason in sorted(found.items())]


def _entries(answer: Mapping[str, Any], name: str) -> Iterator[Mapping[str, Any]]:
    """Yield the addresses of a map of lychee; raise NoAnswerError where it is made otherwise."""
    for entries in _map(answer.get(name)).values():
        if not isinstance(entries, list):
            raise NoAnswerError(f"{name} tidak berisi daftar")
        yield from (each for each in entries if isinstance(_map(each).get("url"), str))


def _map(found: object) -> Mapping[str, Any]:
    """Return a JSON object; nothing, or a text in its place, as an empty one."""
    if isinstance(found, list | int | float):
        raise NoAnswerError("bukan hasil lychee")
    return found if isinstance(found, dict) else {}


def _reason(status: object, *, timeout: bool) -> str:
    number = status.get("code") if isinstance(status, dict) else None
    if timeout:
        return "tidak menjawab sampai batas waktu"
    if not isinstance(number, int):
        return "tidak dapat dihubungi"
    return _REASONS.get(number, f"menjawab dengan kode {number}")


@dataclass(frozen=True, slots=True)
class Visit:
    """What one visit of an address found, and where it led when that was elsewhere.

    `refused` tells a site that said no from one that said nothing, or was too busy to.
    """

    url: str
    keadaan: KeadaanTautan
    tujuan: str = ""
    refused: bool = False


_COLUMNS: Final = tuple(PemeriksaanTautan.model_fields)
_WEB: Final = re.compile(r"https?://[^\s\x00-\x1f\x7f-\x9f\ud800-\udfff]{1,1900}")
_FOUND: Final = range(200, 300)
_GONE: Final = (404, 410)
_REFUSED: Final = frozenset(range(400, 502)) - {408, 429}


def visits_in(answer: Any) -> list[Visit]:  # noqa: ANN401 — JSON of lychee
    """Read every visit from the JSON of lychee; what it only remembers is none.

    Raises NoAnswerError when it does not list what could be opened, as it does with `--verbose`.
    """
    broken_in(answer)
    if not answer.get("detailed_stats"):
        raise NoAnswerError("tidak merinci alamat yang terbuka")
    return [
        _visit(each, timeout=name == "timeout_map")
        for name in ("success_map", "error_map", "timeout_map")
        for each in _entries(answer, name)
        if _WEB.fullmatch(each["url"])
        if "(cached)" not in str(_map(each.get("status")).get("text"))
    ]


def _visit(entry: Mapping[str, Any], *, timeout: bool) -> Visit:
    url, number = entry["url"], _map(entry.get("status")).get("code")
    if timeout or number not in (*_FOUND, *_GONE):
        refused = not timeout and isinstance(number, int) and number in _REFUSED
        return Visit(url, "tidak-menjawab", refused=refused)
    hops = _map(entry.get("redirects")).get("redirects")
    last = _map(hops[-1]) if isinstance(hops, list) and hops else {}
    tujuan = str(last.get("url", ""))
    if not _WEB.fullmatch(tujuan) or document_address(tujuan) == document_address(url):
        tujuan = ""
    # Many sites send whoever asks for what is gone to their front page.
    lost = number in _GONE or bool(tujuan and why_not_a_document(tujuan))
    return Visit(url, "hilang" if lost else "terbuka", tujuan)


def recorded(visits: Iterable[Visit], day: date, corpus: Corpus) -> tuple[str, str]:
    """Return path and text of the record of a year's checks, with the visits of a day put in.

    A site that happens not to answer unsays nothing: what was found before grows old by itself.
    Nor does a spelling that leads nowhere speak for another, which may be in the list of others.
    """
    listed = {row.tautan for row in corpus.of(InformasiPublik) if row.tautan}
    year = [each for each in corpus.of(PemeriksaanTautan) if each.id.tahun == day.year]
    rows = {each.id.slug: each.model_dump(mode="json", include={*_COLUMNS}) for each in year}
    best = ("hilang", "tidak-menjawab", "terbuka", "tidak-terbedakan")
    for visit in sorted(visits, key=lambda each: (best.index(each.keadaan), each.url)):
        known = last_check(visit.url, date.max, corpus)
        silent = visit.keadaan == "tidak-menjawab"
        if known and (known.tanggal > day or (silent and known.keadaan != visit.keadaan)):
            continue
        opened = known.alamat if known and known.keadaan == "terbuka" else ""
        if visit.keadaan == "hilang" and opened != visit.url and opened in listed:
            continue
        found = (visit.url, day.isoformat(), visit.keadaan, visit.tujuan)
        rows[document_address(visit.url)] = dict(zip(_COLUMNS, found, strict=True))
    table = StringIO()
    writer = csv.DictWriter(table, _COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows[key] for key in sorted(rows))
    return f"{_RECORDS}{day.year}.csv", table.getvalue()


def link_report(
    written: list[WrittenAddress], broken: list[Broken], names: Mapping[str, str], day: str
) -> str:
    """Write the report in Markdown: one part for each OPD that has something to look at.

    Addresses stand as text: nobody should follow what nobody has checked.
    """
    reasons = {each.url: each.reason for each in broken}
    found: defaultdict[str, list[WrittenAddress]] = defaultdict(list)
    for each in written:
        if each.url in reasons:
            found[each.opd].append(each)
    total = len({each.url for each in written})
    bad = len({each.url for parts in found.values() for each in parts})
    report = f"## Pemeriksaan tautan, {day}\n\n{_summary(total, bad)}\n"
    for position, opd in enumerate(sorted(found)):
        name = names.get(opd, opd) or "Berkas seluruh kota"
        part = "\n".join(("", *_part(name, found[opd], reasons)))
        if len(report) + len(part) > _LONGEST:
            left = format_bulat(len(found) - position)
            return f"{report}\n… dan {left} bagian lagi; daftarnya ada dalam hasil lychee.\n"
        report += part
    return report


def _summary(total: int, bad: int) -> str:
    if not bad:
        return f"{format_bulat(total)} alamat diperiksa; semuanya dapat dibuka."
    return (
        f"{format_bulat(total)} alamat diperiksa; {format_bulat(bad)} tidak dapat dibuka. "
        "Situs yang sedang mati atau menolak pemeriksaan otomatis ikut terhitung, maka bukalah "
        "dahulu di peramban. Laporan ini tidak menahan penerbitan."
    )


def _part(name: str, found: list[WrittenAddress], reasons: Mapping[str, str]) -> Iterator[str]:
    yield f"### {literal(name, 200)}\n"
    yield "| Tempat | Alamat | Keadaan |"
    yield "| :-- | :-- | :-- |"
    for each in found[:_MOST]:
        place = f"{code(each.path, 200)} baris {each.line}"
        yield f"| {place} | {code(each.url, 300)} | {reasons[each.url]} |"
    if len(found) > _MOST:
        yield f"| … | dan {format_bulat(len(found) - _MOST)} lagi | |"
    yield ""
