"""Commented files to fill in, made from the models themselves."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import get_origin

from pydantic.fields import FieldInfo

from ppid.core.kind import BlankFile, Kind
from ppid.core.record import Part
from ppid.core.writing import write_together
from ppid.kinds import KINDS
from ppid.kinds.fields import choices_in, part_in

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_HEAD = (
    "# Isi setelah titik dua. Baris yang diawali “#” tidak dibaca; hapus “# ” untuk memakainya.\n"
)
_PROFILE = "data/opd/{opd}/profil.yml"


class CannotCreateError(Exception):
    """The wanted file cannot be made; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class WantedFile:
    """What the file is for, as far as the person said."""

    opd: str = ""
    tahun: int = 0
    nama: str = ""
    tanggal: date | None = None


def names() -> tuple[str, ...]:
    """Return what can be made: the names that kinds give to their blank files."""
    return tuple(dict.fromkeys(kind.blank.name for kind in KINDS if kind.blank))


def create(root: Path, jenis: str, wanted: WantedFile) -> list[str]:
    """Write the file (for a list: both files) and return their paths relative to `root`.

    Raises CannotCreateError when something is missing or a file is there already.
    """
    files = dict[str, str]()
    for kind in KINDS:
        if kind.blank and kind.blank.name == jenis:
            path = _path_of(kind, kind.blank, wanted, root)
            files[path] = _text_of(kind, kind.blank, path)
    for path in files:
        _need(not (root / path).exists(), f"Berkas {path} sudah ada; tidak ditimpa.")
    return write_together(root, {path: text.encode() for path, text in files.items()})


def _need(holds: bool, message: str) -> None:
    if not holds:
        raise CannotCreateError(message)


def _path_of(kind: Kind, blank: BlankFile, wanted: WantedFile, root: Path) -> str:
    """Fill the shape of a kind's files with what the person said."""
    shape = f"data/{kind.files[0].shape}"
    if "{opd}" in shape:
        hint = "Tulis --opd dengan nama folder, misalnya --opd dinkes."
        _need(bool(_SLUG.fullmatch(wanted.opd)), hint)
        profile = _PROFILE.format(opd=wanted.opd)
        make = f"buat dahulu dengan: ppid baru opd --opd {wanted.opd}"
        known = shape == _PROFILE or (root / profile).is_file()
        _need(known, f"Folder data/opd/{wanted.opd} belum ada; {make}")
    if "{tahun}" in shape:
        _need(wanted.tahun > 0, "Tulis --tahun, misalnya --tahun 2026.")
    if "{slug}" in shape:
        _need(bool(_SLUG.fullmatch(wanted.nama)), f"Tulis --nama, misalnya --nama {blank.example}.")
    if "{tanggal}" in shape:
        _need(wanted.tanggal is not None, "Tulis --tanggal, misalnya --tanggal 2026-01-15.")
    return shape.format(
        opd=wanted.opd, tahun=wanted.tahun, slug=wanted.nama, tanggal=wanted.tanggal
    )


def _text_of(kind: Kind, blank: BlankFile, path: str) -> str:
    place = kind.match(path.removeprefix("data/"))
    if path.endswith(".csv"):
        return ",".join(kind.model.model_fields) + "\n"
    known = blank.known(place) if place else {}
    form = _form(kind.model, known, leave_out=(kind.body,), use=blank.offered)
    if kind.entries:
        lines = "".join(f"    {line}\n" for line in form.splitlines())
        return f"{_HEAD}{kind.entries}:\n  -\n{lines}"
    form = _HEAD + form
    if kind.body:
        return f"---\n{form}---\n\nTulis uraian {kind.label.lower()} di sini.\n"
    return form


def _form(
    model: type[Part],
    values: Mapping[str, str],
    leave_out: tuple[str, ...],
    use: tuple[str, ...],
) -> str:
    """Write a form: what is required, known or in `use` is open; the rest is a comment."""
    lines = (
        line
        for name, info in model.model_fields.items()
        if name not in leave_out
        for line in _entry(name, info, values.get(name, ""), name in values or name in use)
    )
    return "".join(f"{line}\n" for line in lines)


def _entry(name: str, info: FieldInfo, value: str, used: bool) -> Iterator[str]:
    needed = info.is_required()
    off = "" if needed or used else "# "
    yield f"# {'Wajib. ' if needed else ''}{info.description}{_choices(info)}"
    part, many = part_in(info.annotation), get_origin(info.annotation) is tuple
    yield f"{off}{name}: {value}".rstrip()
    if part is None:
        if many:
            yield f"{off}  -"
        return
    inner = f"{off}  "
    for position, (key, field) in enumerate(part.model_fields.items()):
        dash = ("- " if position == 0 else "  ") if many else ""
        hint = f"{field.description}{_choices(field)}"
        yield f"{inner}{dash}{key}: # {'wajib. ' if field.is_required() else ''}{hint}"


def _choices(info: FieldInfo) -> str:
    found = choices_in(info.annotation)
    return f" Salah satu: {', '.join(found)}." if found else ""
