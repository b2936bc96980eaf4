"""The two files of a list: as text, and on disk."""

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Final

import yaml

from ppid.core.corpus import Corpus
from ppid.core.project_files import DiskFolder, Folder
from ppid.core.writing import write_together
from ppid.diagnostics.inert import visible
from ppid.handing_in.model import Intake
from ppid.kinds.daftar import Daftar, DaftarDikecualikan, DaftarPublik
from ppid.kinds.rows import MODELS
from ppid.values.dates import read_tanggal
from ppid.values.identifiers import masked

_DAYS: Final = frozenset({"tanggal", "disampaikan"})
"""What a list says of itself as a day."""


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
    for name, text in sorted(intake.about.items()):
        part, _, key = name.partition(".")
        # Only a day is read: a number of a decision may look like one.
        is_day = (key or part) in _DAYS
        value = (read_tanggal(text).value or text) if is_day else text
        inner = about.setdefault(part, {}) if key else about
        if isinstance(inner, dict):
            inner[key or part] = value
    if contoh:
        about["contoh"] = True
    if intake.salinan_resmi:
        about["salinan_resmi"] = True
    about["sumber"] = f"Berkas {visible(masked(file_name))} dari perangkat daerah"
    return _as_yaml(about)


def _as_yaml(about: Mapping[str, object]) -> str:
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


def files_of(intake: Intake, file_name: str, corpus: Corpus) -> ListFiles:
    """Return a list as its two files, from a workbook called `file_name`."""
    about = yml_text(intake, file_name, contoh=holds_demonstration(intake, corpus))
    return ListFiles(place_of(intake), csv_text(intake) if intake.rows else "", about)


def texts_after(
    project: Folder, files: ListFiles, known: Daftar | None
) -> Mapping[str, str | None]:
    """Return what is to stand in both files of a list; None where there is to be no file.

    `known` is the list as the project has it. Its own words about itself stay, unless they are
    those of a demonstration that other rows replace, or of a list that has rows only before or
    only after.
    """
    place = f"{files.place}.yml"
    new = yaml.safe_load(files.about)
    replaced = known and known.contoh and not new.get("contoh")
    if known is None or replaced or known.nihil or not files.csv or not project.has(place):
        words = files.about
    else:
        words = _completed(project.read(place).decode("utf-8"), new)
    return {f"{files.place}.csv": files.csv or None, place: words}


def _completed(stored: str, new: Mapping[str, object]) -> str:
    """Add to what a list says of itself what is new; every other line stays as it is."""
    said = yaml.safe_load(stored) or {}
    for key, value in new.items():
        if key == "sumber":  # the list has one already, or none is known
            continue
        old = said.get(key)
        both = {**old, **value} if isinstance(old, dict) and isinstance(value, dict) else value
        if both == old:
            continue
        text = _as_yaml({key: both})
        # A key at the edge with what is indented below it.
        block = re.search(rf"(?m)^{re.escape(key)}:.*\n?(?:[ \t-].*\n?)*", stored)
        if block:
            stored = f"{stored[: block.start()]}{text}{stored[block.end() :]}"
        else:
            stored = f"{stored.rstrip()}\n{text}"
    return stored


@dataclass(frozen=True, slots=True)
class StoredList:
    """What came of writing a list: whether anything changed, and how many rows went with a file."""

    changed: bool
    rows_removed: int = 0


def store(root: Path, files: ListFiles, known: Daftar | None, *, may_replace: bool) -> StoredList:
    """Write a list below `root`; see `texts_after`.

    Raise `ListExistsError` where something else would be lost and `may_replace` is false,
    `NotWrittenError` where the system refuses.
    """
    rows, about = root / f"{files.place}.csv", root / f"{files.place}.yml"
    if not may_replace and _would_lose(rows, about, files, known):
        message = (
            "Daftar tahun itu sudah ada dan isinya lain. Mulailah dari templat yang memuat isinya, "
            "atau tambahkan --timpa untuk menggantinya."
        )
        raise ListExistsError(message)
    texts = texts_after(DiskFolder(root), files, known)
    removed = _rows_in(rows) if rows.is_file() and not files.csv else 0
    contents = {path: None if text is None else text.encode() for path, text in texts.items()}
    return StoredList(bool(write_together(root, contents)), removed)


def _loses(stored: str, new: str) -> bool:
    """Tell whether a row, or anything that stands in one, would be gone; additions lose nothing."""
    after = {row["kode"]: row for row in csv.DictReader(StringIO(new))}
    try:
        return any(
            value and after.get(row.get("kode", ""), {}).get(name) != value
            for row in csv.DictReader(StringIO(stored))
            for name, value in row.items()
        )
    except csv.Error:  # it cannot be read as it stands
        return True


def _rows_in(path: Path) -> int:
    """Count the rows of a stored list, the heading left out."""
    with path.open(encoding="utf-8", errors="replace", newline="") as lines:
        return max(0, sum(1 for record in csv.reader(lines) if record) - 1)


def _would_lose(rows: Path, about: Path, files: ListFiles, known: Daftar | None) -> bool:
    if about.is_file() and known is None:  # it cannot be read as it stands
        return about.read_bytes() != files.about.encode("utf-8")
    stored = rows.read_text("utf-8", "replace") if rows.is_file() else ""
    if stored or files.csv:
        return _loses(stored, files.csv) or bool(files.csv and known and known.nihil)
    return about.is_file() and about.read_bytes() != files.about.encode("utf-8")
