"""Commented files to fill in, made from the models themselves."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal, get_args, get_origin

from pydantic.fields import FieldInfo

from ppid.core.record import Part, Record
from ppid.kinds.daftar import DaftarDikecualikan, DaftarPublik
from ppid.kinds.dik.model import InformasiDikecualikan
from ppid.kinds.dip.model import InformasiPublik
from ppid.kinds.kegiatan import Kegiatan
from ppid.kinds.opd import ProfilOpd
from ppid.kinds.regulasi import Regulasi

NAMES = ("opd", "dik", "dip", "regulasi", "kegiatan")
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_DECISION = ("penetapan", "uji_konsekuensi", "disampaikan")
_HEAD = (
    "# Isi setelah titik dua. Baris yang diawali “#” tidak dibaca; hapus “# ” untuk memakainya.\n"
)


class CannotCreateError(Exception):
    """The wanted file cannot be made; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the file is for, as far as the person said."""

    opd: str = ""
    tahun: int = 0
    nama: str = ""
    tanggal: date | None = None


def create(root: Path, jenis: str, wanted: Wanted) -> list[str]:
    """Write the file (for a list: both files) and give their paths relative to `root`.

    Raises CannotCreateError when something is missing or a file is there already.
    """
    _need(
        bool(_SLUG.fullmatch(wanted.opd)), "Tulis --opd dengan nama folder, misalnya --opd dinkes."
    )
    folder = f"data/opd/{wanted.opd}"
    known = jenis == "opd" or (root / folder / "profil.yml").is_file()
    _need(known, f"Folder {folder} belum ada; buat dahulu dengan: ppid baru opd --opd {wanted.opd}")
    files = dict(_files(jenis, folder, wanted))
    for path in files:
        _need(not (root / path).exists(), f"Berkas {path} sudah ada; tidak ditimpa.")
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8", newline="\n")
    return list(files)


def _need(holds: bool, message: str) -> None:  # noqa: FBT001 — reads as “need this”
    if not holds:
        raise CannotCreateError(message)


def _files(jenis: str, folder: str, wanted: Wanted) -> Iterator[tuple[str, str]]:
    if jenis == "opd":
        yield f"{folder}/profil.yml", _form(ProfilOpd)
    elif jenis in ("dik", "dip"):
        _need(wanted.tahun > 0, "Tulis --tahun, misalnya --tahun 2026.")
        is_dik = jenis == "dik"
        place = f"{folder}/{jenis}/{wanted.tahun}"
        yield f"{place}.yml", _form(DaftarDikecualikan if is_dik else DaftarPublik, use=_DECISION)
        row: type[Record] = InformasiDikecualikan if is_dik else InformasiPublik
        yield f"{place}.csv", ",".join(row.model_fields) + "\n"
    elif jenis == "regulasi":
        _need(wanted.tahun > 0, "Tulis --tahun, misalnya --tahun 2026.")
        _need(bool(_SLUG.fullmatch(wanted.nama)), "Tulis --nama, misalnya --nama perwal-12.")
        kind, _, number = wanted.nama.partition("-")
        known = {"jenis": kind, "nomor": f'"{number}"', "tahun": f'"{wanted.tahun}"'}
        yield f"{folder}/regulasi/{wanted.nama}-{wanted.tahun}.yml", _form(Regulasi, known)
    else:
        _need(bool(_SLUG.fullmatch(wanted.nama)), "Tulis --nama, misalnya --nama rapat-koordinasi.")
        _need(wanted.tanggal is not None, "Tulis --tanggal, misalnya --tanggal 2026-01-15.")
        front = _form(Kegiatan, {"tanggal": str(wanted.tanggal)}, leave_out=("isi",))
        text = f"---\n{front}---\n\nTulis uraian kegiatan di sini.\n"
        yield f"{folder}/kegiatan/{wanted.tanggal}-{wanted.nama}.md", text


def _form(
    model: type[Part],
    known: dict[str, str] | None = None,
    leave_out: tuple[str, ...] = (),
    use: tuple[str, ...] = (),
) -> str:
    """Write a form: what is required, known or in `use` is open; the rest is a comment."""
    values = known or {}
    lines = (
        line
        for name, info in model.model_fields.items()
        if name not in leave_out
        for line in _entry(name, info, values.get(name, ""), name in values or name in use)
    )
    return _HEAD + "".join(f"{line}\n" for line in lines)


def _entry(name: str, info: FieldInfo, value: str, used: bool) -> Iterator[str]:  # noqa: FBT001
    needed = info.is_required()
    off = "" if needed or used else "# "
    yield f"# {'Wajib. ' if needed else ''}{info.description}{_choices(info)}"
    part, many = _part_of(info.annotation)
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


def _part_of(annotation: object) -> tuple[type[Part] | None, bool]:
    """Look through `X | None` and `tuple[X, ...]`: the group inside, and whether there are many."""
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return annotation, False
    many = get_origin(annotation) is tuple
    for argument in get_args(annotation):
        part, deeper = _part_of(argument)
        if part is not None:
            return part, many or deeper
    return None, many


def _choices(info: FieldInfo) -> str:
    if get_origin(info.annotation) is not Literal:
        return ""
    return f" Salah satu: {', '.join(get_args(info.annotation))}."
