"""Which rows of a table belong to the list that is handed in, where it holds a DIP and a DIK.

A row says so by its own class, by the title of the group in which it stands, or by the name of its
sheet. Public information never enters a DIK, excluded information never a DIP.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from ppid.diagnostics.diagnostic import Severity
from ppid.handing_in.intake.reading.choices import EXCLUDED, SIDES, ChoiceReader
from ppid.handing_in.intake.reading.texts import Advice, is_repeat, tidy
from ppid.handing_in.intake.rows import Gathering, key_of
from ppid.handing_in.model import HandedRow, Question
from ppid.kinds.kata_daftar import KLASIFIKASI_PREFIX
from ppid.reading.documents.book import FilledCell

_WORDS_OF_A_CLASS: Final = 4
"""“B. Serta Merta” names a class; “A. Laporan berkala Bidang Kepegawaian” need not."""
_SAYS: Final = {
    "dik": "{} baris berisi informasi publik, jadi tidak masuk DIK: baris {}",
    "dip": "{} baris berisi informasi yang dikecualikan, jadi tidak masuk DIP: baris {}",
}
_ADVICE: Final = {
    "dik": "Serahkan berkas yang sama sebagai DIP agar baris itu masuk daftar informasi publik.",
    "dip": "Serahkan berkas yang sama sebagai DIK agar baris itu masuk daftar pengecualian.",
}
_REASON: Final = {
    "dik": "baris informasi publik, tempatnya di DIP",
    "dip": "baris informasi yang dikecualikan, tempatnya di DIK",
}
_MOST_NAMED: Final = 12


@dataclass(slots=True)
class Belonging:
    """Tells the rows of a list from those of the other one, from the top down."""

    jenis: str
    choices: ChoiceReader
    gathering: Gathering
    strange: list[tuple[HandedRow, FilledCell]] = field(default_factory=list)
    """The rows of the other list, each with the cell that says so or else its first."""
    _above: str = ""

    def own(self, rows: Sequence[HandedRow]) -> list[HandedRow]:
        """Return the rows of the list; the others are left out, and it is said which they are."""
        own: list[HandedRow] = []
        for row in rows:
            found, cells = self._side_of(row)
            if found and found != SIDES[self.jenis]:
                self.strange.append((row, cells[0] if cells else next(_cells_of(row))))
            else:
                own.append(row)
        if self.strange:
            self._say(none_left=not own)
            kept = {cell for row in own for cell in row.section}
            alone = dict.fromkeys(
                c for row, _ in self.strange for c in row.section if c not in kept
            )
            self.gathering.leave_out(alone, "judul bagian tabel")
        return own

    def _say(self, *, none_left: bool) -> None:
        numbers = [str(row.row) for row, _ in self.strange]
        more = ["lainnya"] if numbers[_MOST_NAMED:] else []
        said = _SAYS[self.jenis].format(len(numbers), ", ".join([*numbers[:_MOST_NAMED], *more]))
        advice = Advice(
            severity=Severity.GALAT if none_left else Severity.PERINGATAN,
            message=said,
            advice=_ADVICE[self.jenis],
        )
        self.gathering.remark(self.strange[0][1].place, advice, "")
        for row, _ in self.strange:
            self.gathering.leave_out(_cells_of(row), _REASON[self.jenis])

    def _side_of(self, row: HandedRow) -> tuple[str, Sequence[FilledCell]]:
        """Return the side of a row, empty when it is not plain, and the cells that name it."""
        cells = row.fields.get("klasifikasi", ())
        if text := " ".join(tidy(cell.text) for cell in cells):
            if not is_repeat(text):
                self._above = self._read(text, cells)
            return self._above, cells
        ticks = {
            name.removeprefix(KLASIFIKASI_PREFIX): " ".join(tidy(cell.text) for cell in under)
            for name, under in row.fields.items()
            if name.startswith(KLASIFIKASI_PREFIX)
        }
        ticked = self.choices.read_class_ticks(ticks)
        if ticked.value:
            marked = [cell for name in row.fields if "=" in name for cell in row.fields[name]]
            return "" if ticked.doubt else self._read(ticked.value, marked), marked
        # Of groups inside each other the inner one counts.
        titles = [(tidy(cell.text), (cell,)) for cell in reversed(row.section)]
        for text, under in (*titles, (row.sheet.replace("_", " "), ())):
            words = text.lower().split()
            read = self.choices.read_class(text)
            names_class = "informasi" in words or len(words) <= _WORDS_OF_A_CLASS
            if names_class and read.value and read.doubt is None:
                return self.choices.side_of(text), under
        return "", ()

    def _read(self, text: str, cells: Sequence[FilledCell]) -> str:
        """Read a class; for one in doubt, “Terbuka” too, the answer “dikecualikan” decides."""
        read, side = self.choices.read_class(text), self.choices.side_of(text)
        if read.doubt is None:
            return side
        key = key_of("klasifikasi", text)
        if self.jenis == "dik" or self.gathering.answers.get(key, "").strip() != EXCLUDED:
            return side
        question = Question(
            key=key,
            place=cells[0].place,
            written=text,
            asks=read.doubt.asks,
            readings=read.doubt.readings,
            field="klasifikasi",
        )
        places = [cell.place for cell in cells]
        return self.gathering.ask(question, places, valid=self.choices.read_class) or ""


def _cells_of(row: HandedRow) -> Iterator[FilledCell]:
    return (cell for cells in row.fields.values() for cell in cells)
