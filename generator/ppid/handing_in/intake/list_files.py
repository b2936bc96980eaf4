"""The two files of a list: as text, on disk, and back from them to the cells of the workbook."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass, replace
from io import StringIO
from pathlib import Path

import yaml

from ppid.core.corpus import Corpus
from ppid.core.writing import write_together
from ppid.diagnostics.diagnostic import Diagnostic, Note
from ppid.diagnostics.inert import visible
from ppid.diagnostics.places import Span
from ppid.handing_in.model import Intake, TakenRow
from ppid.kinds.daftar import Daftar, DaftarDikecualikan, DaftarPublik
from ppid.kinds.rows import MODELS
from ppid.reading.documents.book import CellPlace
from ppid.values.cells import cell_position
from ppid.values.dates import read_tanggal
from ppid.values.identifiers import masked


def place_of(intake: Intake) -> str:
    """Return the path of the list's files in the project, without their ending."""
    opd, jenis, tahun = intake.target.opd, intake.target.jenis, intake.target.tahun
    return f"data/opd/{opd}/{jenis}/{tahun}"


def csv_text(intake: Intake) -> str:
    """Write the rows below all columns of the model, in their order; lines end as on Linux."""
    columns = tuple(MODELS[intake.target.jenis].model_fields)
    written = StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([row.values[name] for name in columns] for row in intake.rows)
    return written.getvalue()


def yml_text(intake: Intake, file_name: str, *, contoh: bool = False) -> str:
    """Write what is known of the list as a whole; what is not known is left out.

    `contoh` marks a list that holds rows of a demonstration.
    """
    about: dict[str, object] = {}
    for name, value in sorted(intake.about.items()):
        part, _, key = name.partition(".")
        inner = about.setdefault(part, {})
        if isinstance(inner, dict):
            inner[key] = read_tanggal(value).value or value
    if contoh:
        about["contoh"] = True
    if intake.salinan_resmi:
        about["salinan_resmi"] = True
    about["sumber"] = f"Berkas {visible(masked(file_name))} dari perangkat daerah"
    text: str = yaml.safe_dump(about, allow_unicode=True, sort_keys=False, width=1000)
    return text


def holds_demonstration(intake: Intake, corpus: Corpus) -> bool:
    """Tell whether rows still say what a demonstration list of the OPD says.

    A template is filled with the list before it; what was made up there stays made up.
    """
    opd = intake.target.opd
    lists = (*corpus.owned_by(DaftarDikecualikan, opd), *corpus.owned_by(DaftarPublik, opd))
    made_up = {(daftar.rows, daftar.id.tahun) for daftar in lists if daftar.contoh}
    rows = [row for model in MODELS.values() for row in corpus.owned_by(model, opd)]
    known = {(r.kode, r.informasi) for r in rows if (r.kind, r.id.tahun) in made_up}
    return any((row.values["kode"], row.values["informasi"]) in known for row in intake.rows)


class ListExistsError(Exception):
    """There is another list for that OPD and year; the message says what can be done."""


@dataclass(frozen=True, slots=True)
class ListFiles:
    """A list as text: `place` is its path without ending; `csv` is empty for a list without rows.

    `about` is what the workbook says of the list as a whole, as YAML.
    """

    place: str
    csv: str
    about: str


def store(root: Path, files: ListFiles, known: Daftar | None, *, may_replace: bool) -> list[str]:
    """Write a list below `root` and give the paths that have changed.

    `known` is the list as the project has it. Its own words about itself stay, unless they are
    those of a demonstration or of a list without rows. Raises `ListExistsError` where something
    else would be lost and `may_replace` is false, NotWrittenError where the system refuses.
    """
    rows, about = root / f"{files.place}.csv", root / f"{files.place}.yml"
    if not may_replace and _would_lose(rows, about, files, known):
        message = (
            f"{files.place} sudah ada dan isinya lain. Tambahkan --timpa untuk menggantinya, atau "
            "mulai dari templat yang memuat isinya: ppid templat"
        )
        raise ListExistsError(message)
    texts = _texts(rows, about, files, known)
    return write_together(
        root,
        {
            path.relative_to(root).as_posix(): None if text is None else text.encode()
            for path, text in texts
        },
    )


def _would_lose(rows: Path, about: Path, files: ListFiles, known: Daftar | None) -> bool:
    if about.is_file() and known is None:  # it cannot be read as it stands
        return about.read_bytes() != files.about.encode("utf-8")
    stored = rows.read_bytes() if rows.is_file() else b""
    if stored or files.csv:
        other_rows = bool(stored) and stored != files.csv.encode("utf-8")
        return other_rows or bool(files.csv and known and known.nihil)
    return about.is_file() and about.read_bytes() != files.about.encode("utf-8")


def _texts(
    rows: Path, about: Path, files: ListFiles, known: Daftar | None
) -> list[tuple[Path, str | None]]:
    """Return what is to stand in both files; None where there is to be no file."""
    stored = about.read_text("utf-8") if about.is_file() and known else ""
    starts_anew = known is None or known.contoh or bool(known.nihil) or not files.csv
    words = files.about if starts_anew else _completed(stored, files.about)
    return [(rows, files.csv or None), (about, words)]


def _completed(stored: str, new: str) -> str:
    """Add to what a list says of itself the parts that it does not speak of yet."""
    said = yaml.safe_load(stored) or {}
    added = {key: value for key, value in yaml.safe_load(new).items() if key not in said}
    added.pop("sumber", None)
    if not added:
        return stored
    text: str = yaml.safe_dump(added, allow_unicode=True, sort_keys=False, width=1000)
    return f"{stored.rstrip()}\n{text}"


def found_in(intake: Intake, name: str, findings: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Keep the findings about the two files of the list; each also names its cell in `name`."""
    place = place_of(intake)
    own = (d for d in findings if d.span.path in {f"{place}.csv", f"{place}.yml"})
    return [_led_back(diagnostic, intake, name) for diagnostic in own]


def _led_back(diagnostic: Diagnostic, intake: Intake, name: str) -> Diagnostic:
    source = source_of(diagnostic.span, intake)
    if source is None:
        return diagnostic
    span = Span(name, source.row, source.column, source.row, source.column + 1, source.cell)
    note = Note(f"di lembar “{source.sheet}” berkas asalnya", span)
    return replace(diagnostic, notes=(*diagnostic.notes, note))


def source_of(span: Span, intake: Intake) -> CellPlace | None:
    """Return the cell of the workbook from which a cell of the CSV came, or would have come."""
    written = row_and_field(span, intake)
    return intake.place_of(*written) if written else None


def row_and_field(span: Span, intake: Intake) -> tuple[TakenRow, str] | None:
    """Return the row that a cell of the CSV belongs to, and its field; None for no row.

    Beyond the last column the field is empty.
    """
    if not span.cell:
        return None
    column, line = cell_position(span.cell)
    index = line - 2  # the first line holds the headings
    if not 0 <= index < len(intake.rows):
        return None
    row = intake.rows[index]
    return row, tuple(row.values)[column - 1] if column <= len(row.values) else ""
