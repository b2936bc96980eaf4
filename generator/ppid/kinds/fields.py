"""Field types shared by the kinds: each reads one sort of text exactly, or says what is wrong."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum, StrEnum
from functools import cache
from typing import Annotated, Any, Final, Literal, TypeVar, get_args, get_origin

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from ppid.core.record import Part
from ppid.diagnostics.places import Route
from ppid.values.dates import holds_words, read_tanggal
from ppid.values.dates import read as read_waktu
from ppid.values.numbers import read_bulat, read_desimal
from ppid.values.text import KODE, ValueReading

T = TypeVar("T")


class Need(StrEnum):
    """What it means when a field that the model lets be empty is empty."""

    SOFT = "wajib, kecuali dalam salinan resmi"
    ADVISED = "dianjurkan"


class TextSort(StrEnum):
    """What a text field holds, where rules must know."""

    ADDRESS = "alamat dokumen"
    CHANNEL = "alamat kanal"
    OPD = "folder perangkat daerah"


def _reader(
    wanted: type[T], read: Callable[[str], ValueReading[T, Any]], error: str
) -> Callable[[object], T]:
    """Return a reader of texts; it raises the custom error `error`, which carries the text."""

    def validate(value: object) -> T:
        if isinstance(value, wanted):
            return value
        found = read(str(value)).value
        if found is None:
            raise PydanticCustomError(error, "cannot be read", {"teks": str(value)})
        return found

    return validate


def _waktu(value: object) -> str:
    if read_waktu(str(value)).value is None:
        raise PydanticCustomError("waktu", "cannot be read", {"teks": str(value)})
    return str(value)


def _kata(text: str) -> str:
    if text.strip() and not holds_words(text):
        raise PydanticCustomError("kata", "no words", {"teks": text})
    return text


def _benar(value: object) -> bool:
    if value in (True, "true"):
        return True
    if value in (False, "false"):
        return False
    raise PydanticCustomError("ya_tidak", "neither true nor false", {"teks": str(value)})


Tanggal = Annotated[date, BeforeValidator(_reader(date, read_tanggal, "tanggal"))]
Waktu = Annotated[str, BeforeValidator(_waktu)]
"""A year, a month, a day or a period: `TTTT`, `TTTT-BB`, `TTTT-BB-HH`, or two days with “/”."""
Bulat = Annotated[int, BeforeValidator(_reader(int, read_bulat, "bilangan"))]
Desimal = Annotated[Decimal, BeforeValidator(_reader(Decimal, read_desimal, "desimal"))]
Benar = Annotated[bool, BeforeValidator(_benar)]
KATA: Final = AfterValidator(_kata)
"""For texts that are words, such as an office: a day or a number alone is none."""
Teks = Annotated[str, StringConstraints(min_length=1, max_length=5000)]
Ringkas = Annotated[str, StringConstraints(min_length=3, max_length=300)]
Kode = Annotated[str, StringConstraints(pattern=f"^{KODE}$")]
Lunak = Annotated[str, Need.SOFT]
"""Text that must be there, but may be missing in a faithful copy of a decision."""
Dianjurkan = Annotated[str, Need.ADVISED]
Tautan = Annotated[str, TextSort.ADDRESS]
"""An https address, or a file below the OPD's `dokumen/`; checked by rule ISI-007."""
Alamat = Annotated[str, TextSort.CHANNEL]
FolderOpd = Annotated[str, TextSort.OPD]
"""The folder of an OPD that has a profile; checked by rule RUJ-001."""
Bulan_hari = Annotated[str, StringConstraints(pattern=r"^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$")]
Sidik = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
"""A SHA-256 digest in hexadecimal."""


def holds_on(day: date, first: date | None, last: date | None) -> bool:
    """Tell whether a day lies in a span; nothing known against it on either side, it does."""
    return (first is None or first <= day) and (last is None or day <= last)


JenisKanal = Literal[
    "telepon",
    "faksimile",
    "web",
    "surel",
    "whatsapp",
    "media-sosial",
    "loket",
    "aplikasi",
    "sms",
    "lainnya",
]


class Kanal(Part):
    """A way to reach the body or an OPD, with the days on which it was valid."""

    nama: Teks = Field(title="Nama kanal", description="Nama yang dikenal masyarakat.")
    jenis: JenisKanal = Field(title="Jenis", description="Cara menghubungi.")
    alamat: Alamat = Field(
        "", title="Alamat", description="Nomor atau alamat; kosong bila sumbernya tidak menyebut."
    )
    untuk: str = Field("", title="Untuk", description="Keperluan yang dilayani.")
    jam: str = Field(
        "", title="Jam layanan", description="Misalnya “Senin sampai Jumat, 08.00–15.00”."
    )
    mulai: Tanggal | None = Field(None, title="Mulai", description="Hari pertama berlaku.")
    sampai: Tanggal | None = Field(None, title="Sampai", description="Hari terakhir berlaku.")
    masa: str = Field(
        "", title="Masa berlaku", description="Dengan kata, bila harinya tidak diketahui pasti."
    )
    terakhir_disebut: Waktu = Field(
        "",
        title="Terakhir disebut",
        description="Kapan sumber terakhir menyebutnya, bila tidak dipastikan masih berlaku.",
    )
    diganti_oleh: str = Field("", title="Diganti oleh", description="Nama kanal penggantinya.")
    sumber: str = Field("", title="Sumber", description="Dari mana keterangan ini diketahui.")

    @property
    def belum_dipastikan(self) -> bool:
        """Whether it is only known when a source named it: neither valid today nor ended."""
        return bool(self.terakhir_disebut) and self.sampai is None

    def masih_berlaku(self, today: date) -> bool:
        """Tell whether the channel is known to be valid on a day."""
        return not self.belum_dipastikan and holds_on(today, self.mulai, self.sampai)

    def mungkin_berlaku(self, today: date) -> bool:
        """Tell whether nothing known speaks against trying the channel on a day."""
        return holds_on(today, self.mulai, self.sampai)


@dataclass(frozen=True, slots=True)
class MarkedField:
    """A field that carries a mark, with the route to it inside its record."""

    route: Route
    title: str


@cache
def fields_marked(model: type[Part], mark: object) -> tuple[MarkedField, ...]:
    """Find the top-level fields of a model that carry `mark` in their annotation."""
    return tuple(
        MarkedField((name,), info.title or name)
        for name, info in model.model_fields.items()
        if mark in info.metadata or mark in get_args(info.annotation)
    )


def values_marked(part: Part, mark: object, route: Route = ()) -> Iterator[tuple[Route, str]]:
    """Walk a record with its parts and yield every filled text that carries `mark`."""
    for name, is_marked in _to_look_at(type(part), mark):
        value = getattr(part, name)
        several = isinstance(value, tuple)
        for index, element in enumerate(value if several else (value,)):
            place = (*route, name, index) if several else (*route, name)
            if isinstance(element, Part):
                yield from values_marked(element, mark, place)
            elif is_marked and element:
                yield place, element


def has_marked(model: type[Part], mark: object) -> bool:
    """Tell whether looking for `mark` in records of a model is worth the time."""
    return bool(_to_look_at(model, mark))


@cache
def _to_look_at(model: type[Part], mark: object) -> tuple[tuple[str, bool], ...]:
    """Name the fields that carry a mark or have parts that may: of a row, one or none."""
    carry = {
        name: mark in (*info.metadata, *(m for a in get_args(info.annotation) for m in get_args(a)))
        for name, info in model.model_fields.items()
    }
    return tuple(
        (name, is_marked)
        for name, is_marked in carry.items()
        if is_marked or part_in(model.model_fields[name].annotation)
    )


def _leaves(annotation: Any) -> Iterator[Any]:  # noqa: ANN401 — annotations have no common type
    if get_origin(annotation) is Literal or not get_args(annotation):
        yield annotation
    else:
        for argument in get_args(annotation):
            yield from _leaves(argument)


def part_in(annotation: object) -> type[Part] | None:
    """Find the group of fields that an annotation speaks of."""
    parts = (leaf for leaf in _leaves(annotation) if isinstance(leaf, type))
    return next((part for part in parts if issubclass(part, Part)), None)


def choices_in(annotation: object) -> tuple[str, ...]:
    """Return the values that an annotation allows one by one; none where it allows any text."""
    found: list[str] = []
    for leaf in _leaves(annotation):
        if get_origin(leaf) is Literal:
            found += map(str, get_args(leaf))
        elif isinstance(leaf, type) and issubclass(leaf, Enum):
            found += (str(member.value) for member in leaf)
    return tuple(found)
