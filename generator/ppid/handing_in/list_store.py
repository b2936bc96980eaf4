"""The two files of a list on disk: written whole, and never over another list unasked."""

from dataclasses import dataclass
from pathlib import Path

import yaml

from ppid.kinds.daftar import Daftar


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
    else would be lost and `may_replace` is false.
    """
    rows, about = root / f"{files.place}.csv", root / f"{files.place}.yml"
    if not may_replace and _would_lose(rows, about, files, known):
        message = (
            f"{files.place} sudah ada dan isinya lain. Tambahkan --timpa untuk menggantinya, atau "
            "mulai dari templat yang memuat isinya: ppid templat"
        )
        raise ListExistsError(message)
    rows.parent.mkdir(parents=True, exist_ok=True)
    changed = [path for path, text in _texts(rows, about, files, known) if _put(path, text)]
    return [path.relative_to(root).as_posix() for path in changed]


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


def _put(path: Path, text: str | None) -> bool:
    """Bring a file to `text`; tell whether anything had to be done."""
    if text is None:
        there = path.is_file()
        path.unlink(missing_ok=True)
        return there
    if path.is_file() and path.read_bytes() == text.encode("utf-8"):
        return False
    path.write_text(text, "utf-8", newline="\n")
    return True
