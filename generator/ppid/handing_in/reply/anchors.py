"""Merged cells show only what is said about their first cell; so the rest is said there."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace

from openpyxl.utils import range_boundaries

from ppid.handing_in.reply.book import tag
from ppid.handing_in.reply.entries import Entry, weight
from ppid.handing_in.reply.package import Element
from ppid.reading.documents.book import CellPlace


def anchored(
    sheet: Element, cells: Mapping[CellPlace, Sequence[Entry]]
) -> Mapping[CellPlace, Sequence[Entry]]:
    """Move what is said about cells of a sheet to the cells where it can be seen."""
    anchors = _anchors(sheet, sorted(cells))
    found: dict[CellPlace, list[Entry]] = {}
    for place, entries in cells.items():
        found.setdefault(anchors.get(place, place), []).extend(entries)
    return {place: sorted(entries, key=weight) for place, entries in found.items()}


def _anchors(sheet: Element, places: Sequence[CellPlace]) -> Mapping[CellPlace, CellPlace]:
    rows = [place.row for place in places]
    anchors = {}
    for merged in sheet.iterfind(f"{tag('mergeCells')}/{tag('mergeCell')}"):
        with suppress(ValueError, TypeError):
            left, top, right, bottom = (int(n or 0) for n in range_boundaries(merged.get("ref")))
            for place in places[bisect_left(rows, top) : bisect_right(rows, bottom)]:
                if left <= place.column <= right:
                    anchors[place] = replace(place, row=top, column=left)
    return anchors
