"""What each column of a table holds: by its heading, by what stands below it, or by an answer.

A column that nobody understands is never dropped in silence: while a field that a list must have
is missing it is asked which of the two belongs to the other, else it is offered to be kept.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from ppid.handing_in.intake.headings import HeadingColumn
from ppid.handing_in.intake.reading.texts import is_nothing, tidy
from ppid.handing_in.intake.reading.times import is_fate
from ppid.handing_in.intake.wanted import OTHER_LIST, WantedList
from ppid.handing_in.model import Heading, Question, Reading
from ppid.handing_in.template.form import OTHER_HEADINGS
from ppid.kinds.fields import Need
from ppid.kinds.kata_daftar import (
    JUDUL,
    KLASIFIKASI_PREFIX,
    NOMOR,
    RETENSI_PREFIX,
    TEMPAT_WAKTU,
)
from ppid.kinds.rows import MODELS, field_title
from ppid.reading.documents.book import CellPlace
from ppid.values.cells import column_letters
from ppid.values.text import quoted

COLUMN_KEY: Final = "kolom:"
"""How the key of a question about the meaning of a column begins."""
DOUBLE_KEY: Final = "kolom-ganda:"
"""How the key of a question begins that asks which of several columns holds a field."""
_JOINT: Final = {
    TEMPAT_WAKTU: "Tempat dan waktu pembuatan dalam satu sel",
    NOMOR: "Nomor urut",
    JUDUL: "Judul singkat",
    "klasifikasi": "Klasifikasi",
}
_PARTS: Final = {TEMPAT_WAKTU: ("tempat_pembuatan", "waktu_pembuatan")}
_NOTES: Final = "catatan"
_SKIP: Final = "-"
"""The answer to a question about a column that belongs nowhere."""
_SKIPPED: Final = Reading(_SKIP, "Kolom ini tidak dipakai")

_ADDRESS: Final = re.compile(r"\s*(?:https?://|www\.)\S+\s*", re.IGNORECASE)
_ELSEWHERE: Final = re.compile(
    r"(?:https?://|www\.).*|\S+@\S+\.\w+|[^.]*\.(?:pdf|docx?|xlsx?|jpe?g|png|zip)|[\W\d_]*",
    re.IGNORECASE | re.DOTALL,
)
"""What is no text of a list: addresses, names of files, numbers."""
_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_SAID_BY_FORM: Final = frozenset(
    {"cakupan", "dasar_hukum", "jangka_waktu", "mulai", "klasifikasi"}
    | {"waktu_pembuatan", "bentuk", "retensi", "tautan", "diperbarui"}
)
"""Fields whose values are known by how they are written, whatever the heading says."""
_CHOICES: Final = frozenset({"cakupan", "klasifikasi"})
_WORDY: Final = frozenset({"informasi", "dasar_hukum", "konsekuensi_dibuka"})
"""Fields that are sentences: a column of single words holds none of them."""
_SENTENCES: Final = frozenset({"konsekuensi_dibuka", "konsekuensi_ditutup"})
"""Fields for whose sake a column of sentences is asked about as long as they are open."""
_FEWEST_WORDS: Final = 2
_MOST, _SOME = 0.8, 0.3
_MOST_OF_ROWS: Final = 0.6
_SAMPLE: Final = 60
_SHOWN, _LONGEST_SHOWN = 3, 40


def open_fields(jenis: str, held: set[str]) -> list[str]:
    """Return the fields that no column holds, though a list must or should have them."""
    fields = MODELS[jenis].model_fields.items()
    wanted = (name for name, info in fields if info.is_required() or _needs(info.metadata))
    return [name for name in wanted if name != "kode" and name not in held]


def _needs(metadata: Sequence[object]) -> bool:
    return any(isinstance(each, Need) for each in metadata)


def lacking_fields(jenis: str, held: set[str]) -> list[str]:
    """Return the fields that a list must have and that no column holds; a code is made."""
    fields = MODELS[jenis].model_fields.items()
    must = (name for name, info in fields if info.is_required() or Need.SOFT in info.metadata)
    return [name for name in must if name != "kode" and name not in held]


class Columns:
    """The columns while they are being decided: first what is certain, then what is left.

    `headings` says what each column holds, `questions` what must be asked about them; `offers`
    are questions about columns that nothing needs.
    """

    def __init__(
        self,
        columns: Sequence[HeadingColumn],
        contents: Mapping[int, Sequence[str]],
        wanted: WantedList,
        bare: Mapping[int, CellPlace] | None = None,
    ) -> None:
        """Decide on each column; `contents` are the texts that stand below its heading.

        `bare` names columns without a heading, each with the place of its first cell.
        """
        self.bare = bare or {}
        columns = [
            *columns,
            *(HeadingColumn(number, (), wanted.columns.meant_by("")) for number in self.bare),
        ]
        self.columns, self.words = columns, wanted.columns
        self.answers, self.readers = wanted.answers, wanted.readers
        self.side_of = wanted.side_of
        self.other_words = wanted.headings[OTHER_LIST[wanted.jenis]]
        self.texts = {
            number: [text for one in texts if not is_nothing(text := tidy(one))]
            for number, texts in contents.items()
        }
        self.filled = {number for number, texts in contents.items() if texts}
        self.fields = {column.number: column.meant.field for column in columns}
        self.questions: list[Question] = []
        self.offers: list[Question] = []
        self.answered: set[str] = set()
        self.passed_over = {c.number for c in columns if c.text in OTHER_HEADINGS}
        for column in columns:
            self._look_inside(column)
        self._settle_titles()
        for column in columns:
            answer = self.answers.get(self._key(column), "")
            if answer == _SKIP:
                self.fields[column.number] = ""
                self.passed_over.add(column.number)
            elif answer in MODELS[wanted.jenis].model_fields or answer in _JOINT:
                self.fields[column.number] = answer
                self.answered.add(answer)
        counts = Counter(field for field in self.fields.values() if field and field != NOMOR)
        for field, count in counts.items():
            # Several columns to be ticked may stand for one value: “Rekam”, “Online”; what an
            # answer puts among the notes stands there beside others.
            if count > 1 and "=" not in field and (field != _NOTES or field not in self.answered):
                self._settle_double(field)
        for column in columns:
            unknown = not self.fields[column.number] and column.number not in self.passed_over
            if unknown and column.number in self.filled:
                self._ask(column)
        self.headings = tuple(
            Heading(column.number, column.text, column.cells, self.fields[column.number])
            for column in columns
            if column.cells or self.fields[column.number]
        )

    def _look_inside(self, column: HeadingColumn) -> None:
        """Let the content decide where a heading is used for several things in practice."""
        field, meant = self.fields[column.number], column.meant.fields
        title = field == JUDUL and "jenis" in self.words.words_of(column.text)
        if title or (len(meant) > 1 and "klasifikasi" in meant):
            classes = self._share_read("klasifikasi", column) >= _MOST
            if classes:
                self.fields[column.number] = "klasifikasi"
            elif not title:
                (self.fields[column.number], *_) = (one for one in meant if one != "klasifikasi")
        elif "informasi" in meant and any(one.startswith(KLASIFIKASI_PREFIX) for one in meant):
            # “Informasi yang Dikecualikan” heads titles, unless there is nothing but ticks below.
            if self._is_wordy(column):
                self.fields[column.number] = "informasi"
        elif not meant and self._tells_sides(column):
            self.fields[column.number] = "klasifikasi"
        elif field in {"", _NOTES} and self._tells_fates(column):
            self.fields[column.number] = f"{RETENSI_PREFIX}nasib"
        elif field in {"", _NOTES} and "tautan" in self.readers:
            texts = self._sample(column)
            addresses = sum(map(bool, map(_ADDRESS.fullmatch, texts)))
            if texts and addresses >= _MOST * len(texts):
                self.fields[column.number] = "tautan"

    def _tells_sides(self, column: HeadingColumn) -> bool:
        """Tell whether a column says of every row whether it is open or withheld: “Status”."""
        sides = list(map(self.side_of, self._sample(column)))
        others = any(field.startswith("klasifikasi") for field in self.fields.values())
        return all(sides) and len(set(sides)) > 1 and not others

    def _tells_fates(self, column: HeadingColumn) -> bool:
        """Tell whether a column beside those of two ages says what becomes of the archive."""
        ages = {f"{RETENSI_PREFIX}aktif", f"{RETENSI_PREFIX}inaktif"}
        return bool(ages & set(self.fields.values())) and all(map(is_fate, self._sample(column)))

    def _settle_titles(self) -> None:
        """Take a title for the information itself where no summary stands beside it."""
        both = [c for c in self.columns if set(c.meant.fields) == {JUDUL, "informasi"}]
        for column in both:
            others = any(self.fields[c.number] == "informasi" for c in self.columns)
            self.fields[column.number] = JUDUL if others else "informasi"
        named = [column for column in self.columns if self.fields[column.number] == "informasi"]
        summaries = [c for c in named if self.words.words_of(c.text) & self.words.summaries]
        if len(named) == 2 and len(summaries) == 1:  # noqa: PLR2004 — a title and a summary
            (title,) = (column for column in named if column not in summaries)
            self.fields[title.number] = JUDUL
        titles = [c for c in self.columns if self.fields[c.number] == JUDUL]
        if not named and len(titles) == 1:
            self.fields[titles[0].number] = "informasi"

    def _settle_double(self, field: str) -> None:
        """Let an answer choose among columns for one field; until then all of them count."""
        same = [column for column in self.columns if self.fields[column.number] == field]
        chosen = [c for c in same if c.number in self.filled] or same[:1]
        if len(chosen) > 1:
            key = f"{DOUBLE_KEY}{field}"
            letters = [column_letters(column.number) for column in chosen]
            readings = (
                *(
                    Reading(letter, f"Kolom {letter}, {quoted(column.text or '(tanpa judul)')}")
                    for letter, column in zip(letters, chosen, strict=True)
                ),
                Reading("+".join(letters), "Semuanya, digabung menurut urutan kolom"),
            )
            answer = self.answers.get(key, "")
            if answer in {reading.value for reading in readings}:
                wanted = answer.split("+")
                chosen = [c for c in chosen if column_letters(c.number) in wanted]
            else:
                question = Question(
                    key=key,
                    place=self._place(chosen[0]),
                    written=" | ".join(column.text for column in chosen),
                    asks=f"Ada {len(chosen)} kolom untuk “{_title_of(field, self.words.jenis)}”. "
                    "Kolom mana yang dipakai?",
                    readings=readings,
                    field=field,
                )
                self.questions.append(question)
        for column in same:
            if column not in chosen:
                self.fields[column.number] = ""
                self.passed_over.add(column.number)

    def _ask(self, column: HeadingColumn) -> None:
        """Ask about a column that may hold a field which no other column holds.

        A heading that nobody knows is no reason to drop what stands below it: it is asked about
        as long as the list lacks a field, and whenever whole sentences would be lost. What is left
        may be kept as well, but need not be answered.
        """
        held = self._held()
        meant = [one for one in column.meant.fields if one not in held]
        hinted = [one for one in self.words.hints_in(column.text) if one not in held]
        # The heading hints at a field, and every single cell is one of its few values.
        sure = [one for one in hinted if one in _CHOICES and self._share_read(one, column) == 1]
        if not meant and len(sure) == 1:
            self.fields[column.number] = sure[0]
            return
        likely = meant or hinted or self._candidates(column, held)
        open_ones = open_fields(self.words.jenis, held)
        fields = dict.fromkeys(
            [*likely, *(one for one in open_ones if likely or self._may_hold(one, column))]
        )
        if likely:
            # “s.d.” below “Jangka Waktu” may be one of two columns that say how long.
            above = (f for one in column.cells[:-1] for f in self.words.meant_by(one.text).fields)
            fields |= dict.fromkeys(above)
        named = f"Kolom {self._named(column)} {self._shown(column)}"
        asks = f"{named}belum dipakai. Bila isinya perlu masuk daftar: sebagai apa?"
        question = Question(
            key=self._key(column),
            place=self._place(column),
            written=column.text,
            asks=f"{named}memuat apa?" if likely else asks,
            readings=(
                *(Reading(f, _title_of(f, self.words.jenis)) for f in {**fields, _NOTES: None}),
                _SKIPPED,
            ),
        )
        (self.questions if likely else self.offers).append(question)

    def _key(self, column: HeadingColumn) -> str:
        """Return the key of the question about a column: by its heading, or its letter too."""
        named, letters = _plain(column), column_letters(column.number)
        if not named or not self._is_shared(column):
            return f"{COLUMN_KEY}{named or letters}"
        return f"{COLUMN_KEY}{letters}:{named}"

    def _named(self, column: HeadingColumn) -> str:
        letters = column_letters(column.number)
        if not column.cells:
            return f"{letters} tanpa judul"
        shared = self._is_shared(column)
        return f"{f'{letters} ' if shared else ''}berjudul {quoted(column.text)}"

    def _is_shared(self, column: HeadingColumn) -> bool:
        """Tell whether another column has the same heading."""
        return sum(_plain(one) == _plain(column) for one in self.columns) > 1

    def _place(self, column: HeadingColumn) -> CellPlace:
        return column.cells[-1].place if column.cells else self.bare[column.number]

    def _is_column(self, column: HeadingColumn) -> bool:
        """Tell whether what stands below no heading is a column, and no note in the margin."""
        most = max(map(len, self.texts.values()), default=0)
        filled = len(self.texts.get(column.number, ()))
        return bool(column.cells) or filled > max(1, _MOST_OF_ROWS * most)

    def _candidates(self, column: HeadingColumn, held: set[str]) -> list[str]:
        """Return the fields that a column with an unknown heading may hold, the likely ones first.

        None where hardly a cell is filled or they hold no texts, none where these are short and the
        list lacks nothing, and none for notes in the margin.
        """
        if not self._is_column(column):
            return []
        lacking = lacking_fields(self.words.jenis, held)
        texts = self._sample(column)
        foreign = sum(map(bool, map(_ELSEWHERE.fullmatch, texts)))
        by_form = [
            name
            for name in MODELS[self.words.jenis].model_fields
            if name in _SAID_BY_FORM - held and self._share_read(name, column) >= _MOST
        ]
        if by_form and set(by_form) <= {*lacking, "tautan"}:
            return by_form
        most = max(map(len, self.texts.values()), default=0)
        sparse = len(self.texts.get(column.number, ())) < _SOME * most
        # The columns of the other sort of list are known, and have no place in this one.
        known = self.words.meant_by(column.text).fields
        of_other = not known and self.other_words.meant_by(column.text).exact
        if sparse or of_other or foreign >= _MOST * len(texts):
            return []
        wordy = self._is_wordy(column)
        plain = [
            name
            for name in lacking
            if self._may_hold(name, column) and (wordy or name not in _WORDY or name == "informasi")
        ]
        if wordy and "dasar_hukum" in lacking and "dasar_hukum" not in plain:
            plain.append("dasar_hukum")
        advised = [name for name in open_fields(self.words.jenis, held) if name in _SENTENCES]
        beside = [
            name
            for name in (*advised, JUDUL, "catatan")
            if wordy and name not in held and name not in plain
        ]
        return [*plain, *beside]

    def _may_hold(self, field: str, column: HeadingColumn) -> bool:
        """Tell whether the cells of a column do not speak against a field."""
        if field == "kewajiban":  # any text reads as codes
            return False
        return field not in _SAID_BY_FORM or self._share_read(field, column) >= _SOME

    def _held(self) -> set[str]:
        """Return the fields that some column holds."""
        held = {field for field in self.fields.values() if field}
        for joint, parts in _PARTS.items():
            held |= set(parts) if joint in held else set()
        held |= {field.partition("=")[0] for field in held if "=" in field}
        return held

    def _sample(self, column: HeadingColumn) -> list[str]:
        return self.texts.get(column.number, [])[:_SAMPLE]

    def _share_read(self, field: str, column: HeadingColumn) -> float:
        """Return which part of the texts of a column reads as a value of a field."""
        texts, reader = self._sample(column), self.readers.get(field)
        if not texts or reader is None:
            return 0
        values = map(reader, texts)
        return sum(not (value.doubt or value.advice) for value in values) / len(texts)

    def _is_wordy(self, column: HeadingColumn) -> bool:
        """Tell whether most cells hold several words."""
        texts = self._sample(column)
        many = sum(len(_WORD.findall(text)) >= _FEWEST_WORDS for text in texts)
        foreign = sum(map(bool, map(_ELSEWHERE.fullmatch, texts)))
        return 2 * many > len(texts) and foreign < _MOST * len(texts)

    def _shown(self, column: HeadingColumn) -> str:
        """Return the first cells of a column, in brackets, to know it by."""
        texts = [quoted(text, _LONGEST_SHOWN) for text in dict.fromkeys(self._sample(column))]
        return f"(isinya {', '.join(texts[:_SHOWN])}) " if texts else ""


def _plain(column: HeadingColumn) -> str:
    """Return the heading of a column in small letters, to compare it."""
    return " ".join(column.text.lower().split())


def _title_of(field: str, jenis: str) -> str:
    """Return the Indonesian name of a field, or of a column that serves one."""
    name, _, part = field.partition("=")
    if part:
        title = field_title(name, jenis) or _JOINT.get(name, name)
        return f"{title}: {part.replace('-', ' ')}"
    return _JOINT.get(field) or field_title(field, jenis) or field
