"""From the cells of a row to its fields: each is read, reported, or left out with a reason.

What comes together meanwhile (repairs, remarks, questions, unused cells) shows no personal data,
and some of it is kept out of what is written.
"""

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from ppid.diagnostics.diagnostic import Severity
from ppid.handing_in.intake.lines import without_number
from ppid.handing_in.intake.reading.choices import ChoiceReader
from ppid.handing_in.intake.reading.texts import (
    EMPTY,
    KEEP,
    LONGEST,
    Advice,
    CellValue,
    Reader,
    is_nothing,
    is_repeat,
    joined_title,
    tidy,
)
from ppid.handing_in.intake.reading.times import (
    joined_retention,
    split_place_and_time,
    undivided_place,
)
from ppid.handing_in.model import CellRemark, HandedRow, Question, Reading, Repair, Unused
from ppid.kinds.kata_daftar import JUDUL, NOMOR, TEMPAT_WAKTU
from ppid.reading.documents.book import CellPlace, FilledCell, StoredAs
from ppid.values.identifiers import Withheld, masked, withheld_in
from ppid.values.titles import normal_title

ANSWERED: Final = "menurut jawaban"
_LONGEST_SLUG: Final = 24
_DIGEST: Final = 6


def key_of(name: str, written: str) -> str:
    """Return the key of a question about `written`: readable, and another for another text."""
    slug = normal_title(masked(written))[:_LONGEST_SLUG].strip().replace(" ", "-")
    digest = hashlib.sha256(written.encode("utf-8", "replace")).hexdigest()[:_DIGEST]
    return f"{name}.{slug}.{digest}" if slug else f"{name}.{digest}"


@dataclass(slots=True)
class Gathering:
    """The growing outcome."""

    answers: Mapping[str, str]
    repairs: list[Repair] = field(default_factory=list)
    remarks: list[CellRemark] = field(default_factory=list)
    unused: list[Unused] = field(default_factory=list)
    _open: dict[str, Question] = field(default_factory=dict)
    _answered: dict[str, Question] = field(default_factory=dict)
    _offered: dict[str, Question] = field(default_factory=dict)
    _places: dict[str, dict[CellPlace, None]] = field(default_factory=dict)

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions that are still open, in the order of their first cells."""
        return self._with_places(self._open)

    @property
    def answered(self) -> tuple[Question, ...]:
        """The questions that have been answered."""
        return self._with_places(self._answered)

    @property
    def offers(self) -> tuple[Question, ...]:
        """The questions that may stay open."""
        return self._with_places(self._offered)

    def _with_places(self, questions: Mapping[str, Question]) -> tuple[Question, ...]:
        return tuple(
            replace(question, places=tuple(self._places[key]))
            for key, question in questions.items()
        )

    def repair(
        self, places: Sequence[CellPlace], before: str, after: str, reason: str, name: str
    ) -> None:
        """Note what was put right, once, at the first of its cells."""
        self.repairs.append(
            Repair(
                place=places[0],
                before=masked(before),
                after=masked(after),
                reason=reason,
                field=name,
            )
        )

    def remark(self, place: CellPlace | None, advice: Advice, name: str) -> None:
        """Note what a clerk should know or mend."""
        self.remarks.append(
            CellRemark(
                place=place,
                severity=advice.severity,
                message=masked(advice.message),
                advice=advice.advice,
                example=advice.example,
                rule_id=advice.rule_id,
                field=name,
            )
        )

    def leave_out(self, cells: Iterable[FilledCell], reason: str) -> None:
        """Note cells that go nowhere, and why."""
        self.unused.extend(Unused(cell, reason) for cell in cells)

    def ask(
        self, question: Question, places: Sequence[CellPlace], *, valid: Reader | None
    ) -> str | None:
        """Ask once for all cells that raise the same question; return the answer if there is one.

        An answer counts when it names a reading or when `valid` reads it without doubt.
        """
        key = question.key
        self._places.setdefault(key, {}).update(dict.fromkeys(places))
        given = self.answers.get(key, "").strip()
        answer = _accepted(given, question.readings, valid) if given else None
        kept = self._open if answer is None else self._answered
        if key not in kept:
            shown = (Reading(masked(one.value), masked(one.means)) for one in question.readings)
            written = masked(question.written)
            kept[key] = replace(question, written=written, readings=tuple(shown))
        return answer

    def offer(self, question: Question) -> None:
        """Ask what may stay open."""
        self._places.setdefault(question.key, {}).update(dict.fromkeys(question.places))
        self._offered.setdefault(question.key, question)

    def decide(
        self, read: CellValue, places: Sequence[CellPlace], name: str, reader: Reader
    ) -> str:
        """Return the value of a cell: as read, as answered, or as written while it is doubtful."""
        if read.advice:
            self.remark(places[0], read.advice, name)
        if read.doubt is None:
            return read.value
        written, doubt = read.value, read.doubt
        key = key_of(name, written)
        question = Question(
            key=key,
            place=places[0],
            written=written,
            asks=doubt.asks,
            readings=doubt.readings,
            field=name,
        )
        answer = self.ask(question, places, valid=reader)
        if answer is None or answer == KEEP:
            return written
        value = "" if answer == EMPTY else answer
        self.repair(places, written, value, ANSWERED, name)
        return value


def _accepted(given: str, readings: Sequence[Reading], valid: Reader | None) -> str | None:
    """Return the value that an answer stands for, or None when it cannot be used."""
    for reading in readings:
        # What a report may not repeat is named by its masked form; words of ours by what they mean.
        if given in {reading.value, masked(reading.value), reading.means}:
            return reading.value
    if given in {KEEP, EMPTY} or valid is None:
        return None
    read = valid(given)
    return read.value if read.doubt is None and read.value else None


_FORBIDDEN_BY: Final = {
    Withheld.NIK: "PRI-001",
    Withheld.ANGKA_PANJANG: "PRI-001",
    Withheld.PONSEL: "PRI-002",
    Withheld.REKENING: "PRI-003",
}
"""The rules on what is not taken over at all."""
_TIDIED: Final = "spasi dan pindah baris dirapikan"
_LINKED: Final = "alamat di balik tulisannya yang diambil"
_WEB: Final = re.compile(r"https?://", re.IGNORECASE)
_SAME_AS_ABOVE: Final = "sama dengan baris di atas"
_HIDDEN: Final = Advice(
    severity=Severity.PERINGATAN,
    message="Baris atau kolom ini tersembunyi dalam berkasnya; isinya ikut masuk",
    advice="Bila tidak dimaksudkan, hapus dari berkasnya, lalu ulangi.",
)
_Cells = tuple[FilledCell, ...]


def _with_link(cell: FilledCell, text: str) -> str:
    """Return the address behind a text; both where the text is another address."""
    link = tidy(cell.look.link)
    if not link or _bare(link) == _bare(text):
        return text
    return f"{text} {link}" if _WEB.match(text) or _bare(text) in _bare(link) else link


def _bare(address: str) -> str:
    return _WEB.sub("", address.casefold()).rstrip("/")


@dataclass(slots=True)
class Draft:
    """A row in the making: the values found so far and the cells that they come from."""

    row: HandedRow
    values: dict[str, str] = field(default_factory=dict)
    places: dict[str, tuple[CellPlace, ...]] = field(default_factory=dict)
    group: str = ""
    """The title of the innermost group around the row that names no class: mostly a unit."""

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
    choices: ChoiceReader
    gathering: Gathering
    reported: frozenset[CellPlace] = frozenset()
    """Cells whose errors have been reported when the workbook was opened."""
    seen: set[CellPlace] = field(default_factory=set)
    """Cells of sections, which belong to many rows, that have been dealt with."""
    said: set[str] = field(default_factory=set)
    """Titles of sections and names of sheets whose class has been reported."""
    unit: str = "tahun"
    """That of numbers in columns of a retention."""

    def read(self, row: HandedRow, above: Draft | None) -> Draft:
        """Read a row; `above` is the one before it, for “idem”."""
        draft = Draft(row, group=self._group_of(row))
        ticks: dict[str, dict[str, _Cells]] = {}
        for name, cells in row.fields.items():
            if name in {JUDUL, "informasi"}:
                continue
            if name == NOMOR:
                self.gathering.leave_out(cells, "nomor urut baris")
            elif name == TEMPAT_WAKTU and "tempat_pembuatan" in self.readers:
                self._place_and_time(draft, cells, above)
            elif name in self.readers:
                self._field(draft, name, cells, above)
            elif (field_ticked := name.partition("=")[0]) in self.readers:
                ticks.setdefault(field_ticked, {})[name.partition("=")[2]] = cells
            else:
                self.gathering.leave_out(cells, "kolom ini tidak ada dalam daftar jenis ini")
        self._title(draft, row.fields.get(JUDUL, ()), row.fields.get("informasi", ()), above)
        if "klasifikasi" in self.readers:
            self._ticked(draft, "klasifikasi", ticks, self.choices.read_class_ticks)
            if not draft.values.get("klasifikasi"):
                self._class_of_section(draft)
            self._ticked(draft, "bentuk", ticks, self.choices.read_form_ticks)
            self._retention(draft, ticks.get("retensi", {}))
        if "cakupan" in self.readers and not draft.values.get("cakupan"):
            self._scope_of_part(draft)
        left = [cell for cell in row.section if cell.place not in self.seen]
        self.gathering.leave_out(left, "judul bagian tabel")
        self.seen.update(cell.place for cell in left)
        self._links(draft)
        hidden = [cell for cells in row.fields.values() for cell in cells if cell.hidden]
        for cell in hidden[:1]:
            self.gathering.remark(cell.place, _HIDDEN, "")
        return draft

    def _group_of(self, row: HandedRow) -> str:
        titles = (without_number(tidy(cell.text)) for cell in reversed(row.section))
        plain = (
            title
            for title in titles
            if title and not (self.choices.classes_in(title) or self.choices.side_of(title))
        )
        return masked(next(plain, ""))

    def _field(self, draft: Draft, name: str, cells: _Cells, above: Draft | None) -> None:
        text, places = self._text(name, cells, above)
        if places:
            draft.add(name, self._value(name, text, places), places)
        if name == "cakupan" and (part := self.choices.part_named(text)):
            draft.put("bagian", draft.values.get("bagian") or part, places)

    def _scope_of_part(self, draft: Draft) -> None:
        """Find the scope where a row says only which part is withheld: “Seluruh dokumen”.

        What begins as a scope and goes on otherwise (“Seluruhnya kecuali …”) is left to be asked.
        """
        written, places = draft.values.get("bagian", ""), draft.places.get("bagian", ())
        if not written:
            return
        read, first = self.choices.read_scope(written), written.split()[0].strip(",;:")
        if read.doubt is None:
            scope, part = read.value, self.choices.part_named(written)
        elif self.choices.read_scope(first).doubt is not None:
            scope, part = "sebagian", written
        else:
            return
        draft.put("cakupan", scope, places)
        draft.put("bagian", part, places)
        reason = "cakupan menurut bagian yang dikecualikan"
        self.gathering.repair(places, written, scope, reason, "cakupan")

    def _value(self, name: str, text: str, places: Sequence[CellPlace]) -> str:
        """Read a tidy text; say why the value is another."""
        reader = self.readers[name]
        read = reader(text) if text else CellValue("")
        value = self.gathering.decide(read, places, name, reader)
        if read.reason:
            self.gathering.repair(places, text, value, read.reason, name)
        return value

    def _text(
        self, name: str, cells: _Cells, above: Draft | None
    ) -> tuple[str, tuple[CellPlace, ...]]:
        """Return what the cells of a field say, on one line, and the cells that say it."""
        said: list[str] = []
        places: list[CellPlace] = []
        for cell, shown in self._legible(name, cells):
            text = _with_link(cell, shown) if name == "tautan" else shown
            repeated = above.values.get(name, "") if above and is_repeat(text) else ""
            value = repeated or text
            if value != cell.text:
                reason = _LINKED if text != shown else _SAME_AS_ABOVE if repeated else _TIDIED
                self.gathering.repair([cell.place], cell.text, value, reason, name)
            beside = places and cell.place.row == places[-1].row
            said.append(f"; {value}" if beside and name == "catatan" else value)
            places.append(cell.place)
        return " ".join(dict.fromkeys(said)).replace(" ; ", "; "), tuple(places)

    def _legible(self, name: str, cells: _Cells) -> Iterator[tuple[FilledCell, str]]:
        """Leave out errors of the spreadsheet, personal data, and signs that stand for nothing."""
        for cell in cells:
            text = tidy(cell.text)
            if cell.stored is StoredAs.GALAT:
                if cell.place not in self.reported:
                    message = f"Sel ini berisi galat rumus {cell.text}; isinya tidak ikut masuk"
                    advice = "Perbaiki rumusnya atau tulis isinya."
                    broken = Advice(severity=Severity.PERINGATAN, message=message, advice=advice)
                    self.gathering.remark(cell.place, broken, name)
            elif sort := withheld_in(text):
                personal = Advice(
                    severity=Severity.GALAT,
                    message=f"Sel ini memuat {sort.value}; isinya tidak ikut masuk",
                    advice="Hapus nomor itu, dan nama orangnya bila ada, lalu ulangi.",
                    rule_id=_FORBIDDEN_BY.get(sort, ""),
                )
                self.gathering.remark(cell.place, personal, name)
            elif is_nothing(text):
                self.gathering.leave_out([cell], "tanda bahwa sel tidak diisi")
            else:
                yield cell, text

    def _title(self, draft: Draft, judul: _Cells, isi: _Cells, above: Draft | None) -> None:
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

    def _place_and_time(self, draft: Draft, cells: _Cells, above: Draft | None) -> None:
        """Part “Sabu Raijua, 2025” into two fields, both from the same cell."""
        names = ("tempat_pembuatan", "waktu_pembuatan")
        for cell, text in self._legible(TEMPAT_WAKTU, cells):
            parts = split_place_and_time(text)
            if above and is_repeat(text):
                parts = (above.values.get(names[0], ""), above.values.get(names[1], ""))
            if parts is None:
                asked = undivided_place(text)
                reader = self.readers[names[0]]
                place = self.gathering.decide(asked, [cell.place], names[0], reader)
                when = self._value(names[1], text, [cell.place])
            else:
                place, when = (
                    self._value(name, part, [cell.place])
                    for name, part in zip(names, parts, strict=True)
                )
            for name, value in zip(names, (place, when), strict=True):
                draft.put(name, draft.values.get(name) or value, [cell.place])

    def _ticked(
        self,
        draft: Draft,
        name: str,
        ticks: Mapping[str, Mapping[str, _Cells]],
        read: Callable[[Mapping[str, str]], CellValue],
    ) -> None:
        """Read the marks of a row under several headings that share a field."""
        found = {
            value: list(self._legible(name, cells)) for value, cells in ticks.get(name, {}).items()
        }
        places = tuple(cell.place for cells in found.values() for cell, _ in cells)
        if places:
            marks = {value: " ".join(text for _, text in cells) for value, cells in found.items()}
            ticked = read(marks)
            # A tick under “Terbuka” names no class of public information yet.
            if ticked.doubt is None and (doubt := self.readers[name](ticked.value).doubt):
                ticked = CellValue(ticked.value, doubt=doubt)
            decided = self.gathering.decide(ticked, places, name, self.readers[name])
            draft.add(name, decided, places)

    def _retention(self, draft: Draft, parts: Mapping[str, _Cells]) -> None:
        """Put together what stands in the columns of a retention."""
        found = {part: list(self._legible("retensi", cells)) for part, cells in parts.items()}
        places = tuple(cell.place for cells in found.values() for cell, _ in cells)
        if places:
            said = {part: " ".join(text for _, text in cells) for part, cells in found.items()}
            reader = self.readers["retensi"]
            read = reader(joined_retention(said, self.unit))
            value = self.gathering.decide(read, places, "retensi", reader)
            draft.add("retensi", value, places)
            reason = "masa aktif, masa inaktif, dan nasib akhir digabung"
            self.gathering.repair(places, " | ".join(said.values()), value, reason, "retensi")

    def _links(self, draft: Draft) -> None:
        """Take the address behind a title where the row has no other; name those left out."""
        others: dict[str, list[FilledCell]] = {}
        for name, cells in draft.row.fields.items():
            for cell in cells if name != "tautan" else ():
                if cell.look.link and cell.look.link not in cell.text:
                    others.setdefault(cell.look.link, []).append(cell)
        web = [link for link in others if _WEB.match(link)]
        if web and "tautan" in self.readers and not draft.values.get("tautan"):
            places = [others[link][0].place for link in web]
            before = others[web[0]][0].text
            value = self._value("tautan", " ".join(web), places)
            draft.put("tautan", value, places)
            self.gathering.repair(places, before, value, _LINKED, "tautan")
            others = {link: cells for link, cells in others.items() if link not in web}
        for link, (first, *more) in others.items():
            if not link.startswith(("mailto:", "#")):
                beside = f" dan {len(more)} sel lain di barisnya" if more else ""
                message = f"Sel ini{beside} bertautan ke “{link}”; alamat itu tidak ikut masuk"
                left_out = Advice(severity=Severity.SARAN, message=message)
                self.gathering.remark(first.place, left_out, "")

    def _class_of_section(self, draft: Draft) -> None:
        """Find the class in the title of the section, or else in the name of the sheet.

        It is said once for a section, not for each row of it.
        """
        section = " ".join(tidy(cell.text) for cell in draft.row.section)
        places = tuple(cell.place for cell in draft.row.section)
        for text, where in ((section, places), (draft.row.sheet, ())):
            named = self.choices.classes_in(text)
            if len(named) == 1:
                draft.put("klasifikasi", named[0], where)
                if text not in self.said:
                    reason = "klasifikasi menurut judul bagian atau nama lembar"
                    at = where or (draft.place,)
                    self.gathering.repair(at, text, named[0], reason, "klasifikasi")
                self.said.add(text)
                self.seen.update(where)
                return
