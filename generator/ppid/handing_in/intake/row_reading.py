"""From the cells of a row to its fields: each is read, reported, or left out with a reason."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from ppid.diagnostics.diagnostic import Severity
from ppid.handing_in.intake.gathering import Gathering
from ppid.handing_in.intake.model import (
    BENTUK_PREFIX,
    JUDUL,
    KLASIFIKASI_PREFIX,
    NOMOR,
    TEMPAT_WAKTU,
    HandedRow,
)
from ppid.handing_in.intake.privacy import must_stay_out, personal_in, rule_on
from ppid.handing_in.intake.reading.classes import classes_in
from ppid.handing_in.intake.reading.day import split_place_and_time
from ppid.handing_in.intake.reading.forms import part_named
from ppid.handing_in.intake.reading.plain import is_nothing, is_repeat, tidy
from ppid.handing_in.intake.reading.ticks import read_form_ticks, read_ticks
from ppid.handing_in.intake.reading.title import LONGEST, joined_title
from ppid.handing_in.intake.reading.verdict import Advice, Reader, Verdict
from ppid.reading.documents.book import CellPlace, FilledCell, StoredAs

_TIDIED: Final = "spasi dan pindah baris dirapikan"
_SAME_AS_ABOVE: Final = "sama dengan baris di atas"


@dataclass(slots=True)
class Draft:
    """A row in the making: the values found so far and the cells that they come from."""

    row: HandedRow
    values: dict[str, str] = field(default_factory=dict)
    places: dict[str, tuple[CellPlace, ...]] = field(default_factory=dict)

    def put(self, name: str, value: str, places: Iterable[CellPlace]) -> None:
        """Set a field; cells that were known already stay."""
        self.values[name] = value
        self.places[name] = tuple(dict.fromkeys((*self.places.get(name, ()), *places)))

    def add(self, name: str, value: str, places: Iterable[CellPlace]) -> None:
        """Add a sentence behind what a field says."""
        said = self.values.get(name, "")
        self.put(name, f"{said} {value}" if said and value not in said else said or value, places)

    @property
    def place(self) -> CellPlace:
        """The cell by which the row is known: that of its title, else its first."""
        named = self.places.get("informasi") or next(filter(None, self.places.values()), ())
        cells = (cell.place for group in self.row.fields.values() for cell in group)
        return named[0] if named else next(cells, CellPlace("", self.row.row, 1))


@dataclass(frozen=True, slots=True)
class RowReader:
    """Reads the rows of a table one after another, from the top."""

    readers: Mapping[str, Reader]
    gathering: Gathering
    reported: frozenset[CellPlace] = frozenset()
    """Cells whose errors have been reported when the workbook was opened."""
    seen: set[CellPlace] = field(default_factory=set)
    """Cells of sections, which belong to many rows, that have been dealt with."""
    said: set[str] = field(default_factory=set)
    """Titles of sections and names of sheets whose class has been reported."""

    def read(self, row: HandedRow, above: Draft | None) -> Draft:
        """Read a row; `above` is the one before it, for “idem”."""
        draft = Draft(row)
        judul: tuple[FilledCell, ...] = ()
        ticks: dict[str, tuple[FilledCell, ...]] = {}
        forms: dict[str, tuple[FilledCell, ...]] = {}
        for name, cells in row.fields.items():
            if name == NOMOR:
                self.gathering.leave_out(cells, "nomor urut baris")
            elif name == JUDUL:
                judul = cells
            elif name == TEMPAT_WAKTU and "tempat_pembuatan" in self.readers:
                self._place_and_time(draft, cells, above)
            elif name.startswith(KLASIFIKASI_PREFIX) and "klasifikasi" in self.readers:
                ticks[name.removeprefix(KLASIFIKASI_PREFIX)] = cells
            elif name.startswith(BENTUK_PREFIX) and "bentuk" in self.readers:
                forms[name.removeprefix(BENTUK_PREFIX)] = cells
            elif name not in self.readers:
                self.gathering.leave_out(cells, "kolom ini tidak ada dalam daftar jenis ini")
            elif name != "informasi":
                self._field(draft, name, cells, above)
        self._title(draft, judul, row.fields.get("informasi", ()), above)
        if "klasifikasi" in self.readers:
            self._class(draft, ticks)
            self._ticked(draft, "bentuk", forms, read_form_ticks)
        self._section(row.section)
        self._hidden(row)
        return draft

    def _field(
        self, draft: Draft, name: str, cells: Sequence[FilledCell], above: Draft | None
    ) -> None:
        text, places = self._text(name, cells, above)
        if places:
            draft.add(name, self._value(name, text, places), places)
        if name == "cakupan" and (part := part_named(text)):
            draft.put("bagian", draft.values.get("bagian") or part, places)

    def _value(self, name: str, text: str, places: Sequence[CellPlace]) -> str:
        """Read a tidy text; say why the value is another."""
        reader = self.readers[name]
        verdict = reader(text) if text else Verdict("")
        value = self.gathering.decide(verdict, places, name, reader)
        if verdict.reason:
            self.gathering.repair(places, text, value, verdict.reason, name)
        return value

    def _text(
        self, name: str, cells: Sequence[FilledCell], above: Draft | None
    ) -> tuple[str, tuple[CellPlace, ...]]:
        """Return what the cells of a field say, on one line, and the cells that say it."""
        said: list[str] = []
        places: list[CellPlace] = []
        for cell, text in self._legible(name, cells):
            repeated = above.values.get(name, "") if above and is_repeat(text) else ""
            value = repeated or text
            if value != cell.text:
                reason = _SAME_AS_ABOVE if repeated else _TIDIED
                self.gathering.repair([cell.place], cell.text, value, reason, name)
            said.append(value)
            places.append(cell.place)
        return " ".join(dict.fromkeys(said)), tuple(places)

    def _legible(self, name: str, cells: Sequence[FilledCell]) -> Iterator[tuple[FilledCell, str]]:
        """Leave out errors of the spreadsheet, personal data, and signs that stand for nothing."""
        for cell in cells:
            text = tidy(cell.text)
            if cell.stored is StoredAs.GALAT:
                if cell.place not in self.reported:
                    self.gathering.remark(cell.place, _broken(cell), name)
            elif (sort := personal_in(text)) and must_stay_out(sort):
                message = f"Sel ini memuat {sort.value}; isinya tidak ikut masuk"
                advice = "Hapus nomor itu dari berkasnya, lalu ulangi."
                self.gathering.remark(
                    cell.place, Advice(Severity.GALAT, message, advice, "", rule_on(sort)), name
                )
            elif is_nothing(text):
                self.gathering.leave_out([cell], "tanda bahwa sel tidak diisi")
            else:
                yield cell, text

    def _title(
        self,
        draft: Draft,
        judul: Sequence[FilledCell],
        isi: Sequence[FilledCell],
        above: Draft | None,
    ) -> None:
        """Put title and summary together; what does not fit goes to the notes."""
        short, short_places = self._text("informasi", judul, above)
        long, long_places = self._text("informasi", isi, above)
        places = (*short_places, *long_places)
        if not places:
            return
        text, rest = joined_title(short, long)
        value = self._value("informasi", text, places)
        draft.put("informasi", value, places)
        if rest:
            draft.add("catatan", rest, long_places)
            reason = "ringkasan yang panjang masuk catatan"
            self.gathering.repair(long_places, long, rest, reason, "catatan")
        elif short and long and text != long:
            reason = "judul dan ringkasan digabung"
            self.gathering.repair(places, short, text, reason, "informasi")
        if len(text) > LONGEST and value != text:
            draft.add("catatan", text, places)

    def _place_and_time(
        self, draft: Draft, cells: Sequence[FilledCell], above: Draft | None
    ) -> None:
        """Part “Sabu Raijua, 2025” into two fields, both from the same cell."""
        for cell, text in self._legible(TEMPAT_WAKTU, cells):
            if is_repeat(text) and above is not None:
                parts = (
                    above.values.get("tempat_pembuatan", ""),
                    above.values.get("waktu_pembuatan", ""),
                )
            else:
                parts = split_place_and_time(text)
            for name, part in zip(("tempat_pembuatan", "waktu_pembuatan"), parts, strict=True):
                value = self._value(name, part, [cell.place])
                draft.put(name, draft.values.get(name) or value, [cell.place])

    def _class(self, draft: Draft, ticks: Mapping[str, tuple[FilledCell, ...]]) -> None:
        """Find the class in ticks, in the title of the section, or in the name of the sheet."""
        self._ticked(draft, "klasifikasi", ticks, read_ticks)
        if draft.values.get("klasifikasi"):
            return
        section = " ".join(tidy(cell.text) for cell in draft.row.section)
        for text, from_cells in ((section, draft.row.section), (draft.row.sheet, ())):
            named = classes_in(text)
            if len(named) == 1:
                where = tuple(cell.place for cell in from_cells)
                draft.put("klasifikasi", named[0], where)
                self._say_class(text, named[0], where or (draft.place,), from_cells)
                return

    def _ticked(
        self,
        draft: Draft,
        name: str,
        ticks: Mapping[str, tuple[FilledCell, ...]],
        read: Callable[[Mapping[str, str]], Verdict],
    ) -> None:
        """Read the marks of a row under several headings that share a field."""
        found = {value: list(self._legible(name, cells)) for value, cells in ticks.items()}
        places = tuple(cell.place for cells in found.values() for cell, _ in cells)
        if places:
            marks = {value: " ".join(text for _, text in cells) for value, cells in found.items()}
            decided = self.gathering.decide(read(marks), places, name, self.readers[name])
            draft.add(name, decided, places)

    def _say_class(
        self, text: str, value: str, places: Sequence[CellPlace], section: Sequence[FilledCell]
    ) -> None:
        """Say once for a section, not for each row of it."""
        if text not in self.said:
            reason = "klasifikasi menurut judul bagian atau nama lembar"
            self.gathering.repair(places, text, value, reason, "klasifikasi")
        self.said.add(text)
        self.seen.update(cell.place for cell in section)

    def _hidden(self, row: HandedRow) -> None:
        """Say of a row that somebody cannot see that it came in all the same."""
        hidden = next((c for cells in row.fields.values() for c in cells if c.hidden), None)
        if hidden is not None:
            self.gathering.remark(hidden.place, _HIDDEN, "")

    def _section(self, cells: Sequence[FilledCell]) -> None:
        left = [cell for cell in cells if cell.place not in self.seen]
        self.gathering.leave_out(left, "judul bagian tabel")
        self.seen.update(cell.place for cell in left)


_HIDDEN: Final = Advice(
    Severity.PERINGATAN,
    "Baris atau kolom ini tersembunyi dalam berkasnya; isinya ikut masuk",
    "Bila tidak dimaksudkan, hapus dari berkasnya, lalu ulangi.",
)


def _broken(cell: FilledCell) -> Advice:
    message = f"Sel ini berisi galat rumus {cell.text}; isinya tidak ikut masuk"
    return Advice(Severity.PERINGATAN, message, "Perbaiki rumusnya atau tulis isinya.")
