"""A workbook on a clerk's desk: what is understood, asked and found, and what can be handed in.

This is what the page “Periksa daftar” runs in a browser. It calls what `ppid impor` calls, and for
an assessor's worksheet what `ppid terima-kertas` calls; only how it is told differs.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Final, Self

from pydantic import TypeAdapter

from ppid.checking.gate import PERSONAL, check_content
from ppid.diagnostics.diagnostic import Severity
from ppid.handing_in.facts import FACTS, fact_title
from ppid.handing_in.intake.bodies import BodyNames
from ppid.handing_in.intake.edits import CellEdit, cells_around
from ppid.handing_in.intake.first_check import ReadProject, heads_of, with_findings
from ppid.handing_in.intake.list_files import files_of, texts_after
from ppid.handing_in.intake.parcel import Parcel, files_by_ending, fingerprint, pack
from ppid.handing_in.intake.report import account_of, subject_of, title_of
from ppid.handing_in.intake.standing import standing_of
from ppid.handing_in.intake.taking_in import (
    HandedFile,
    NoTargetError,
    book_as_answered,
    opened,
    take_in,
    target_of,
)
from ppid.handing_in.intake.titled import first_said, kind_said, titles_of, year_said
from ppid.handing_in.intake.understand import known_list
from ppid.handing_in.model import OF_TEMPLATE, CellRemark, Intake, Question, TakenRow, Target
from ppid.handing_in.reference import project_from, round_from
from ppid.handing_in.reply.questions import read_answers
from ppid.handing_in.template.corrected import corrected_workbook
from ppid.handing_in.worksheet.form import NoIdentityError, identity_in, is_worksheet
from ppid.handing_in.worksheet.marks import HandedSheet
from ppid.handing_in.worksheet.seen import SeenPaper, seen_paper
from ppid.kinds.opd import ProfilOpd
from ppid.kinds.rows import MODELS, field_title
from ppid.reading.documents.book import Book, CellPlace, NoWorkbookError
from ppid.reading.documents.opening import open_workbook
from ppid.values.identifiers import masked
from ppid.values.numbers import format_bulat
from ppid.values.text import quoted

if TYPE_CHECKING:
    from ppid.handing_in.worksheet.judged import Round

_MOST_AROUND: Final = 12
_MOST_BELOW: Final = 3
_LONGEST: Final = 200


@dataclass(frozen=True, slots=True)
class Work:
    """A file on the desk, and all that was said about it so far; as the page sends it."""

    nama: str
    opd: str = ""
    jenis: str = ""
    tahun: int = 0
    jawaban: Mapping[str, str] | None = None
    suntingan: Sequence[CellEdit] = ()


@dataclass(frozen=True, slots=True)
class Spot:
    """A cell: its sheet, row and column, and what people call it."""

    lembar: str
    baris: int
    kolom: int
    sebutan: str


@dataclass(frozen=True, slots=True)
class SeenCell:
    """A value of a row as it will stand, and what is written in the cell where that differs."""

    isi: str
    tertulis: str
    tempat: Spot | None


@dataclass(frozen=True, slots=True)
class SeenRow:
    """A row as it will stand, its cells in the order of the columns."""

    sebutan: str
    sel: tuple[SeenCell, ...]


@dataclass(frozen=True, slots=True)
class SeenColumn:
    """A field of the list, and the heading that was taken for it."""

    isian: str
    judul: str
    tertulis: str


@dataclass(frozen=True, slots=True)
class DeskChoice:
    """A reading that may be chosen: what the answer is, and what the button says."""

    jawaban: str
    sebutan: str


@dataclass(frozen=True, slots=True)
class Asking:
    """A question beside the cell that it is about, with the row around it.

    `keterangan` tells that it is about the list as a whole and may stay open.
    """

    kunci: str
    tentang: str
    tertulis: str
    tanya: str
    pilihan: tuple[DeskChoice, ...]
    tempat: Spot | None
    sekitar: tuple[tuple[str, str], ...]
    jawaban: str
    keterangan: bool
    wajib: bool


@dataclass(frozen=True, slots=True)
class DeskFinding:
    """Something to mend or to know, at a cell or about the whole list."""

    tingkat: str
    kalimat: str
    saran: str
    contoh: str
    aturan: str
    tempat: Spot | None
    tentang: str


@dataclass(frozen=True, slots=True)
class MendedCell:
    """What was put right because it has one reading only."""

    tempat: Spot
    semula: str
    menjadi: str
    sebab: str


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Cells that go nowhere, together by the reason."""

    sebab: str
    jumlah: int
    misalnya: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a look at the desk; `ditolak` says why nothing could be read at all.

    `kurang` names what neither the clerk nor the file has stated of which list it is; where titles
    in the file say it, `opd`, `jenis` and `tahun` offer that, for the clerk to confirm. It is
    `PUTARAN` where an assessor's worksheet lies there and nobody has said how OPDs were judged.
    `keterangan` is what is known of the list as a whole. `dapat_diserahkan`: all is answered,
    nothing holds it back. `sidik` are the fingerprints of the files of the list.
    """

    ditolak: str = ""
    saran: str = ""
    kurang: tuple[str, ...] = ()
    opd: str = ""
    nama_opd: str = ""
    jenis: str = ""
    tahun: int = 0
    lembar: str = ""
    keadaan: str = ""
    hitungan: str = ""
    kolom: tuple[SeenColumn, ...] = ()
    baris: tuple[SeenRow, ...] = ()
    pertanyaan: tuple[Asking, ...] = ()
    temuan: tuple[DeskFinding, ...] = ()
    keterangan: tuple[tuple[str, str], ...] = ()
    perbaikan: tuple[MendedCell, ...] = ()
    disisihkan: tuple[LeftOut, ...] = ()
    hasil: str = ""
    pribadi: tuple[str, ...] = ()
    dapat_diserahkan: bool = False
    sidik: Mapping[str, str] | None = None
    nama_hasil: str = ""
    kertas: SeenPaper | None = None


PUTARAN: Final = "putaran"
_WORK: Final = TypeAdapter(Work)
_OUTCOME: Final = TypeAdapter(Outcome)


class ClerkDesk:
    """The desk with a project on it; files come and go."""

    def __init__(self, project: ReadProject) -> None:
        """Keep what lists are held against."""
        self._project = project
        self._private: dict[str, tuple[str, ...]] = {}
        self._round: Round | None = None

    @classmethod
    def with_references(cls, parts: list[bytes], today: str) -> Self:
        """Set up a desk from what a site offers; `today` is TTTT-BB-HH."""
        return cls(project_from(parts, date.fromisoformat(today)))

    def know_round(self, part: bytes) -> None:
        """Take in what a site offers for worksheets; the rest needs nothing of it."""
        self._round = round_from(part, self._project)

    def look(self, work: str, content: bytes) -> bytes:
        """Say as JSON what is to be seen; never raises for what is in a file."""
        return _OUTCOME.dump_json(self.outcome(_WORK.validate_json(work), content))

    def outcome(self, work: Work, content: bytes) -> Outcome:
        """Return what is to be seen of a file."""
        taken = self._taken(work, content)
        if isinstance(taken, Outcome):
            return taken
        return _told(taken, self._files(taken), self._private_in(taken.handed), self._project)

    def hand_in(self, work: str, content: bytes) -> bytes:
        """Return the file to hand in; empty where something still holds it back."""
        described = _WORK.validate_json(work)
        taken = self._taken(described, content)
        if isinstance(taken, Outcome):
            return b""
        files = self._files(taken)
        if not _passes(taken.intake, files) or self._private_in(taken.handed):
            return b""
        handed = taken.handed
        parcel = Parcel(
            name=handed.name,
            content=handed.content,
            target=taken.intake.target,
            answers={**taken.answers},
            edits=handed.edits,
            results={},
            basis=self._project.basis,
        )
        return pack(parcel, files)

    def corrected(self, work: str, content: bytes) -> bytes:
        """Return the list as a workbook that is filled in; empty where rows hold personal data."""
        taken = self._taken(_WORK.validate_json(work), content)
        if isinstance(taken, Outcome) or _private_rows(taken.intake):
            return b""
        return corrected_workbook(taken.intake, taken.handed.stamp, self._project.corpus)

    def _taken(self, work: Work, content: bytes) -> "_Taken | Outcome":
        try:
            if is_worksheet(content):
                return self._paper(work.nama, content)
            return self._read(work, content)
        except (NoWorkbookError, NoIdentityError) as error:
            return Outcome(ditolak=error.sentence, saran=error.advice)

    def _paper(self, name: str, content: bytes) -> Outcome:
        """Say what would come of taking in an assessor's worksheet, or a sheet of objections."""
        book = open_workbook(name, content)
        sheet = HandedSheet(name, book, identity_in(book))
        if self._round is None:
            return Outcome(kurang=(PUTARAN,))
        if sheet.identity.tahun not in self._round.judged.years:
            return Outcome(
                ditolak=f"Situs ini tidak memuat penilaian tahun {sheet.identity.tahun}, sehingga "
                "berkas ini belum dapat diperiksa di sini.",
                saran="Serahkan seperti biasa: isinya diperiksa oleh yang menerimanya.",
            )
        return Outcome(kertas=seen_paper(sheet, self._round))

    def _read(self, work: Work, content: bytes) -> "_Taken | Outcome":
        corpus = self._project.corpus
        handed = opened(work.nama, content)
        handed = replace(handed, edits=(*handed.edits, *work.suntingan))
        try:
            target = target_of(Target(work.opd, work.jenis, work.tahun), handed, corpus)
        except NoTargetError as error:
            told = handed.parcel.target if handed.parcel else handed.stamp
            known = Target(
                work.opd or (told.opd if told else ""),
                work.jenis or (told.jenis if told else ""),
                work.tahun or (told.tahun if told else 0),
            )
            parts = (("opd", known.opd), ("jenis", known.jenis), ("tahun", known.tahun))
            lacking = tuple(name for name, value in parts if not value)
            titles = [*titles_of(handed)] if lacking else []
            return Outcome(
                ditolak="" if lacking else str(error),
                kurang=lacking,
                opd=known.opd or first_said(titles, BodyNames(corpus).in_title),
                jenis=known.jenis or kind_said(titles),
                tahun=known.tahun or year_said(titles),
            )
        before = {**read_answers(handed.content, target), **handed.answers_about(target)}
        said = {**before, **(work.jawaban or {})}
        answers = {key: text for key, text in said.items() if text.strip()}
        intake = take_in(handed, target, corpus, answers).intake
        return _Taken(handed, with_findings(intake, handed.name, self._project), answers)

    def _files(self, taken: "_Taken") -> dict[str, bytes]:
        """Return the files of the list by their ending; none before there is anything to write."""
        intake, corpus = taken.intake, self._project.corpus
        if not intake.complete or not (intake.rows or intake.about):
            return {}
        files = files_of(intake, taken.handed.name, corpus)
        texts = texts_after(self._project.folder, files, known_list(intake.target, corpus))
        return files_by_ending(texts)

    def _private_in(self, handed: HandedFile) -> tuple[str, ...]:
        """Say what personal data the file itself holds, wherever in it; looked for once."""
        key = fingerprint(handed.content)
        if key not in self._private:
            found = check_content(handed.name, handed.content, self._project.corpus)
            grave = (each for each in found if each.rule_id in PERSONAL)
            self._private[key] = tuple(
                dict.fromkeys(
                    masked(each.message) for each in grave if each.severity is Severity.GALAT
                )
            )
        return self._private[key]


@dataclass(frozen=True, slots=True)
class _Taken:
    handed: HandedFile
    intake: Intake
    answers: Mapping[str, str]


def _private_rows(intake: Intake) -> bool:
    return any(
        remark.rule_id in PERSONAL and remark.severity is Severity.GALAT
        for remark in intake.remarks
    )


def _passes(intake: Intake, files: Mapping[str, bytes]) -> bool:
    return bool(files) and all(each.severity is not Severity.GALAT for each in intake.remarks)


def _result(intake: Intake) -> str:
    """Say of a list that passes how much it holds."""
    doubts = sum(each.severity is Severity.PERINGATAN for each in intake.remarks)
    content = f"{format_bulat(len(intake.rows))} baris" if intake.rows else "pernyataan nihil"
    return f"Lulus: {content}, 0 galat, {format_bulat(doubts)} peringatan"


def _told(
    taken: _Taken, files: Mapping[str, bytes], private: tuple[str, ...], project: ReadProject
) -> Outcome:
    intake = taken.intake
    target, passes = intake.target, _passes(intake, files)
    book = book_as_answered(taken.handed, taken.answers)
    profil = project.corpus.get(ProfilOpd, target.opd)
    columns = tuple(_columns(intake))
    texts = {cell.place: cell.text for sheet in book.sheets for cell in sheet.cells}
    return Outcome(
        opd=target.opd,
        nama_opd=profil.nama if profil else target.opd,
        jenis=target.jenis,
        tahun=target.tahun,
        lembar=intake.sheet,
        keadaan=f"{standing_of(intake)}.",
        hitungan=str(account_of(intake)),
        kolom=columns,
        baris=tuple(_row(row, columns, intake, texts) for row in intake.rows),
        pertanyaan=tuple(_asked(taken, book)),
        temuan=tuple(_found(remark, intake) for remark in intake.remarks),
        keterangan=tuple(
            (fact.label, intake.about[fact.name])
            for fact in FACTS[target.jenis]
            if fact.name in intake.about
        ),
        perbaikan=tuple(
            MendedCell(_spot(each.place), masked(each.before), masked(each.after), each.reason)
            for each in intake.repairs
        ),
        disisihkan=tuple(_left_out(intake)),
        hasil=_result(intake) if passes else "",
        pribadi=private,
        dapat_diserahkan=passes and not private,
        sidik={ending: fingerprint(content) for ending, content in files.items()},
        nama_hasil=f"{target.jenis}-{target.tahun}-{target.opd}",
    )


def _columns(intake: Intake) -> Iterator[SeenColumn]:
    """Yield the fields that the workbook has a column for, or that hold something."""
    written: dict[str, str] = {}
    for heading in intake.headings:
        written.setdefault(heading.field.partition("=")[0], heading.text)
    for name in MODELS[intake.target.jenis].model_fields:
        if name in written or any(row.values.get(name) for row in intake.rows):
            title = field_title(name, intake.target.jenis)
            yield SeenColumn(name, title, " ".join(written.get(name, "").split()))


def _row(
    row: TakenRow,
    columns: Sequence[SeenColumn],
    intake: Intake,
    texts: Mapping[CellPlace, str],
) -> SeenRow:
    places = [place for found in row.places.values() for place in found]
    cells = []
    for column in columns:
        value = row.values.get(column.isian, "")
        own = row.places.get(column.isian, ())
        written = "\n".join(texts.get(place, "") for place in own)
        place = intake.place_of(row, column.isian) if own or column.tertulis else None
        single = place if len(own) < 2 else None  # noqa: PLR2004 — of two cells none is the one
        differs = written if written != value else ""
        cells.append(SeenCell(value, differs, _spot(single) if single else None))
    return SeenRow(min(places).row_said if places else "tersimpan", tuple(cells))


def _asked(taken: _Taken, book: Book) -> Iterator[Asking]:
    """Yield the questions that wait, then what may stay open, then what has been answered."""
    intake, answers = taken.intake, taken.answers
    heads = heads_of(intake)
    needed = {question.key for question in intake.questions}
    facts = [offer for offer in intake.offers if offer.key not in answers]
    for question in (*intake.questions, *facts, *intake.answered):
        about_list = bool(fact_title(question.field)) and question.key not in needed
        if not (question.key in needed or question.key in answers or about_list):
            continue
        yield Asking(
            kunci=question.key,
            tentang=subject_of(question, intake),
            tertulis=question.written,
            tanya=question.asks,
            pilihan=tuple(DeskChoice(each.value, str(each)) for each in question.readings),
            tempat=None if about_list else _spot(question.place),
            sekitar=() if about_list else tuple(_around(question, intake, book, heads)),
            jawaban=answers.get(question.key) or intake.about.get(question.key, ""),
            keterangan=bool(fact_title(question.field)),
            wajib=question.key in needed,
        )


def _around(
    question: Question, intake: Intake, book: Book, heads: frozenset[CellPlace]
) -> Iterator[tuple[str, str]]:
    """Yield what stands in the row of a question, each with its heading; below a heading, rows."""
    place = question.place
    if place in heads:
        below = [
            cell
            for sheet in book.sheets
            if sheet.name == place.sheet
            for cell in sheet.cells
            if cell.place.column == place.column and cell.place.row > place.row
        ]
        yield from ((cell.place.said, _short(cell.text)) for cell in below[:_MOST_BELOW])
        return
    titles = {heading.column: heading.text for heading in intake.headings}
    for cell in list(cells_around(book, place))[:_MOST_AROUND]:
        title = " ".join(titles.get(cell.place.column, cell.place.said).split())
        yield title, _short(cell.text)


def _found(remark: CellRemark, intake: Intake) -> DeskFinding:
    return DeskFinding(
        tingkat=remark.severity.value,
        kalimat=remark.message,
        saran=remark.advice,
        contoh=remark.example,
        aturan=remark.rule_id,
        tempat=_spot(remark.place) if remark.place else None,
        tentang=title_of(remark.field, intake),
    )


def _left_out(intake: Intake) -> Iterator[LeftOut]:
    groups: dict[str, list[str]] = {}
    for each in intake.unused:
        if each.reason != OF_TEMPLATE:
            groups.setdefault(each.reason, []).append(each.cell.text)
    for reason, texts in groups.items():
        named = tuple(quoted(_short(masked(text))) for text in texts[:_MOST_BELOW])
        yield LeftOut(reason, len(texts), named)


def _spot(place: CellPlace) -> Spot:
    return Spot(place.sheet, place.row, place.column, place.said)


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
