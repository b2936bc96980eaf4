"""Addresses in the data, and what a link checker found about them, as a report for each OPD."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ppid.diagnostics.inert import code, literal
from ppid.diagnostics.places import SourceText
from ppid.values.numbers import format_bulat

_ADDRESS = re.compile(r"https?://[^\s\"'<>|\\^`{}\[\],;]+", re.ASCII)
_TRAILING = ".,:!?"
_CITY = ""
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


def addresses_of(texts: Mapping[str, SourceText]) -> list[WrittenAddress]:
    """Find every address in the files of `data/`, in the order of files and lines."""
    return sorted(
        WrittenAddress(path, number, url)
        for path, source in texts.items()
        if path.startswith("data/")
        for number, line in enumerate(source.text.split("\n"), 1)
        for url in {_whole(found) for found in _ADDRESS.findall(line)}
    )


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
        by_file = answer.get(name) or {}
        for each in (entry for entries in by_file.values() for entry in entries):
            if isinstance(each, dict) and isinstance(each.get("url"), str):
                status = each.get("status")
                found[each["url"]] = _reason(status, timeout=name == "timeout_map")
    return [Broken(url, reason) for url, reason in sorted(found.items())]


def _reason(status: object, *, timeout: bool) -> str:
    number = status.get("code") if isinstance(status, dict) else None
    if timeout:
        return "tidak menjawab sampai batas waktu"
    if not isinstance(number, int):
        return "tidak dapat dihubungi"
    return _REASONS.get(number, f"menjawab dengan kode {number}")


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
