"""What is looked for in a workbook, the words by which it is known, and what a sheet gives."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from ppid.core.corpus import Corpus
from ppid.handing_in.intake.bodies import BodyNames
from ppid.handing_in.intake.deleted import ColourWords
from ppid.handing_in.intake.headings import HeadingWords
from ppid.handing_in.intake.lines import RowWords
from ppid.handing_in.intake.reading.choices import ChoiceReader
from ppid.handing_in.intake.reading.fields import readers_for
from ppid.handing_in.intake.reading.texts import Reader
from ppid.handing_in.model import HandedRow, Heading, Question, Repair, Target, Unused
from ppid.kinds.rows import MODELS
from ppid.reading.documents.book import FilledCell

OTHER_LIST: Final = {"dik": "dip", "dip": "dik"}


@dataclass(frozen=True, slots=True)
class WantedList:
    """Which list is looked for, by which words it is known, and what was answered so far."""

    opd: str
    jenis: str
    tahun: int
    bodies: BodyNames
    headings: Mapping[str, HeadingWords]
    """The words for both sorts of list, to know one for the other."""
    words: RowWords
    colours: ColourWords
    readers: Mapping[str, Reader]
    """How each field is read, to know by its content what a column or a line is."""
    side_of: Callable[[str], str]
    """To which sort of list a class belongs, in whatever words; “” for other texts."""
    answers: Mapping[str, str]

    @property
    def columns(self) -> HeadingWords:
        """What headings mean in the list that is looked for."""
        return self.headings[self.jenis]


def wanted_list(target: Target, corpus: Corpus, answers: Mapping[str, str]) -> WantedList:
    """Return what must be known to find a list, with the words of its body."""
    headings = {jenis: HeadingWords(corpus, jenis) for jenis in MODELS}
    choices = ChoiceReader(corpus)
    # A table that holds both lists has a class in each row, whichever of them is wanted.
    readers = {"klasifikasi": choices.read_class, **readers_for(target, corpus, choices)}
    return WantedList(
        opd=target.opd,
        jenis=target.jenis,
        bodies=BodyNames(corpus),
        tahun=target.tahun,
        headings=headings,
        words=RowWords(corpus),
        colours=ColourWords(corpus, target.jenis),
        readers=readers,
        side_of=choices.side_of,
        answers=answers,
    )


@dataclass(slots=True)
class SheetTable:
    """What a sheet gives to the table; filled while it is read."""

    sheet: str
    headings: list[Heading] = field(default_factory=list)
    rows: list[HandedRow] = field(default_factory=list)
    unused: list[Unused] = field(default_factory=list)
    repairs: list[Repair] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    offers: list[Question] = field(default_factory=list)
    nihil: str = ""

    def drop(self, cells: Iterable[FilledCell], reason: str) -> None:
        """Leave cells out, and say why."""
        self.unused += [Unused(cell, reason) for cell in cells]

    def add(self, other: "SheetTable") -> None:
        """Take over what a part of the sheet gives."""
        self.rows += other.rows
        self.unused += other.unused
        self.repairs += other.repairs
        self.nihil = "" if self.rows else self.nihil or other.nihil

    def ask(self, question: Question, answers: Mapping[str, str]) -> str:
        """Return the reading that was answered; without one note the question and return “”."""
        answer = answers.get(question.key, "")
        if answer in {reading.value for reading in question.readings}:
            return answer
        self.questions.append(question)
        return ""
