"""The rows of lists: what a row is, which model a list has, and what moves on with every year."""

from collections.abc import Mapping, Sequence
from typing import Final

from ppid.core.corpus import Corpus
from ppid.kinds.daftar import Daftar, DaftarDikecualikan, DaftarPublik
from ppid.kinds.dik.model import InformasiDikecualikan
from ppid.kinds.dip.model import InformasiPublik

Row = InformasiDikecualikan | InformasiPublik
MODELS: Final[Mapping[str, type[Row]]] = {"dik": InformasiDikecualikan, "dip": InformasiPublik}
"""The models of rows by the kind of their list."""
LISTS: Final[Mapping[str, type[Daftar]]] = {"dip": DaftarPublik, "dik": DaftarDikecualikan}
"""The models of the lists themselves."""
MOVING_FIELDS: Final = frozenset(
    {"mulai", "waktu_pembuatan", "diperbarui", "tautan", "catatan", "kewajiban"}
)
"""Fields that move with every yearly list, or with the law, and alone change nothing of a row."""
ADDED_COLUMNS: Final = ("opd", "tahun", "berakhir", "contoh", "badan", "kode_wilayah")
"""What a published file of rows says behind the fields of a row; `berakhir` only of a DIK."""


def rows_of(daftar: Daftar, corpus: Corpus) -> Sequence[Row]:
    """Return the rows of a list."""
    return corpus.in_list(MODELS[daftar.rows], daftar.id.opd, daftar.id.tahun)


def all_lists(corpus: Corpus) -> list[Daftar]:
    """Return all lists: the DIPs, then the DIKs."""
    return [daftar for model in LISTS.values() for daftar in corpus.of(model)]


def all_rows(corpus: Corpus) -> list[Row]:
    """Return the rows of all lists, those of one list together and in order."""
    return [*corpus.of(InformasiPublik), *corpus.of(InformasiDikecualikan)]


def field_title(name: str, jenis: str) -> str:
    """Return what readers call a field of a list; empty when it is none of its fields."""
    info = MODELS[jenis].model_fields.get(name)
    return (info.title or name) if info else ""


def published_columns(jenis: str) -> tuple[str, ...]:
    """Return the first line of a published file of rows: their fields, then what is added."""
    added = (name for name in ADDED_COLUMNS if jenis == "dik" or name != "berakhir")
    return (*MODELS[jenis].model_fields, *added)
