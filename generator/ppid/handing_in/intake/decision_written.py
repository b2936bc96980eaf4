"""What the lines above and below a list say of the decision behind it, and of its test.

It is offered with the cell that says it, never taken: a heading may name the decision of another
year, or a regulation.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final

from ppid.handing_in.intake.reading.times import read_day
from ppid.handing_in.intake.table import ABOVE
from ppid.handing_in.model import BLOK_TANDA_TANGAN, Reading, Unused
from ppid.reading.documents.book import CellPlace
from ppid.values.identifiers import withheld_in

_TEST: Final = re.compile(r"\b(?:uji|pengujian)\s+konsekuensi\b", re.IGNORECASE)
_LAW: Final = re.compile(
    r"\b(?:undang[\s-]*undang|uu|peraturan|per[dk][ai]\w*|perwal|perbup|pergub)\b", re.IGNORECASE
)
_DECISION: Final = re.compile(
    r"\b(?:keputusan|sk|lampiran|ditetapkan|dikeluarkan)\b", re.IGNORECASE
)
_END: Final = r"(?=\s*[,;]?\s+(?:tanggal|tertanggal|tgl|tentang)\b|\s*$)"
_NUMBER: Final = re.compile(rf"\b(?:nomor|no\b\.?)\s*[:.]?\s*(?P<said>\S.*?){_END}", re.IGNORECASE)
_DAY: Final = re.compile(
    r"\b(?:tanggal|tgl\b\.?)\s*[:.]?\s*(?P<said>\d.*?)(?=\s*[,;]?\s+tentang\b|\s*$)", re.IGNORECASE
)
_PLACE: Final = re.compile(
    r"\b(?:ditetapkan|dikeluarkan)\s+di\s*:?\s*(?P<said>\w[\w .]*?)(?=\s*,|\s+pada\b|\s*$)",
    re.IGNORECASE,
)
_SIGNED: Final = re.compile(r"(?P<place>[A-Z][\w .]{2,30}),\s*(?:tanggal\s+)?(?P<day>\d.+)")
"""“Ampana, 12 Januari 2026”."""
_LONGEST: Final = 80
_LONGEST_LINE: Final = 300

Offered = Mapping[str, tuple[Reading, ...]]


def decision_written(unused: Sequence[Unused]) -> Offered:
    """Return what can be offered for the facts of a list, by their names."""
    found: dict[str, dict[str, CellPlace]] = {}
    about = ""
    for place, line in _lines(unused):
        if len(line) > _LONGEST_LINE:
            continue
        about = _subject_of(line) or about
        if about not in {"penetapan", "uji_konsekuensi"}:
            continue
        for name, value in _facts_in(line):
            owner = "penetapan" if name == "tempat" else about
            found.setdefault(f"{owner}.{name}", {}).setdefault(value, place)
    return {
        name: tuple(
            Reading(value, f"tertulis pada {place.said}") for value, place in values.items()
        )
        for name, values in found.items()
    }


def _lines(unused: Sequence[Unused]) -> Iterator[tuple[CellPlace, str]]:
    """Yield the lines outside of the table, the cells of a row as one: “Nomor | : 5/SK/2026”."""
    outside = [each.cell for each in unused if each.reason in {ABOVE, BLOK_TANDA_TANGAN}]
    outside.sort(key=lambda cell: cell.place)
    for _, group in groupby(outside, lambda cell: (cell.place.sheet, cell.place.row)):
        cells = list(group)
        if any("\n" in cell.text for cell in cells):
            yield from ((c.place, line.strip()) for c in cells for line in c.text.splitlines())
        else:
            yield cells[-1].place, " ".join(" ".join(cell.text.split()) for cell in cells)


def _subject_of(line: str) -> str:
    """Tell of what a line and those below it speak; empty where it does not say."""
    if _TEST.search(line):
        return "uji_konsekuensi"
    if _LAW.search(line):
        return "peraturan"
    return "penetapan" if _DECISION.search(line) or _SIGNED.fullmatch(line) else ""


def _facts_in(line: str) -> Iterator[tuple[str, str]]:
    signed = _SIGNED.fullmatch(line)
    if number := _NUMBER.search(line):
        said = number["said"].strip(" .:;,")
        if any(map(str.isdigit, said)) and len(said) <= _LONGEST and not withheld_in(said):
            yield "nomor", said
    if found := signed or _DAY.search(line):
        day = read_day((found["day"] if signed else found["said"]).strip(" .:;,"))
        if day.value and not day.doubt:
            yield "tanggal", day.value
    if signed and day.value and not day.doubt:
        yield "tempat", signed["place"]
    elif place := _PLACE.search(line):
        yield "tempat", place["said"].strip()
