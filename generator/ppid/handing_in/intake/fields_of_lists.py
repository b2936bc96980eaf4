"""The fields of a list by the names that people know, for readings and sentences."""

from typing import Final

from ppid.handing_in.intake.model import (
    BENTUK_PREFIX,
    JUDUL,
    KLASIFIKASI_PREFIX,
    NOMOR,
    SKIP_COLUMN,
    TEMPAT_WAKTU,
    Reading,
)
from ppid.kinds.rows import MODELS

_JOINT: Final = {
    TEMPAT_WAKTU: "Tempat dan waktu pembuatan dalam satu sel",
    NOMOR: "Nomor urut",
    JUDUL: "Judul singkat",
}
SKIPPED: Final = Reading(SKIP_COLUMN, "Kolom ini tidak dipakai")


def title_of(field: str, jenis: str) -> str:
    """Return the Indonesian name of a field, or of a column that serves one."""
    for prefix, name in ((KLASIFIKASI_PREFIX, "Klasifikasi"), (BENTUK_PREFIX, "Bentuk")):
        if field.startswith(prefix):
            return f"{name}: {field.removeprefix(prefix).replace('-', ' ')}"
    info = MODELS[jenis].model_fields.get(field)
    return _JOINT.get(field) or (info.title if info and info.title else field)


def reading_of(field: str, jenis: str) -> Reading:
    return Reading(field, title_of(field, jenis))


def is_field(name: str, jenis: str) -> bool:
    """Tell whether an answer names something that a column can be."""
    return name in MODELS[jenis].model_fields or name in _JOINT
