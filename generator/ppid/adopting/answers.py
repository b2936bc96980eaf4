"""What is asked before a repository is made: a file of answers, or a person at a terminal."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, ClassVar, Final, Literal

import yaml
from pydantic import Field, StringConstraints

from ppid.checking.read_file import read_file
from ppid.core.kind import FilePattern, FilePlace, Kind
from ppid.core.record import Part, Record
from ppid.diagnostics.as_text import as_text
from ppid.diagnostics.diagnostic import has_errors
from ppid.diagnostics.places import RecordId
from ppid.kinds.badan import (
    JENIS_BADAN,
    AtasanPpid,
    BatasPenyampaian,
    KodeJenisBadan,
    KodeWilayah,
)
from ppid.kinds.fields import Bulat, Tanggal, Teks
from ppid.kinds.regulasi import JenisRegulasi

FILE: Final = "mulai.yml"
"""Where the answers are kept in the repository that was made from them."""


# These reach scripts, workflows and settings as they are: no sign in them means anything there.
AlamatSitus = Annotated[
    str, StringConstraints(pattern=r"^(https?://[A-Za-z0-9.-]+(:\d+)?/([A-Za-z0-9._~-]+/)*)?$")
]
ZonaWaktu = Annotated[str, StringConstraints(pattern=r"^[A-Za-z_]+(/[A-Za-z_-]+)*$")]
NamaDiSana = Annotated[
    str, StringConstraints(pattern=r"^([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)?$")
]
Repositori = Annotated[str, StringConstraints(pattern=r"^([\w.-]+(/[\w.-]+)+)?$")]


class PpidUtamaPertama(Part):
    """The office that is PPID Utama when the site begins."""

    opd: Teks = Field(title="Perangkat daerah", description="Nama atau singkatan OPD-nya.")
    jabatan: Teks = Field(title="Jabatan", description="Jabatan yang menjadi PPID Utama.")
    mulai: Tanggal = Field(title="Mulai", description="Hari pertama, misalnya 2024-01-02.")


class PeraturanPendiri(Part):
    """The regulation by which the service of information was founded."""

    jenis: JenisRegulasi = Field(title="Jenis", description="Misalnya perbup.")
    nomor: Teks = Field(title="Nomor", description="Nomor peraturan.")
    tahun: Bulat = Field(title="Tahun", description="Tahun peraturan.")
    tentang: Teks = Field(title="Tentang", description="Judul sesudah kata “tentang”.")
    tanggal_penetapan: Tanggal | None = Field(
        None, title="Ditetapkan", description="Tanggal penetapan."
    )
    tautan: str = Field("", title="Tautan", description="Alamat naskahnya, misalnya di JDIH.")


class PerangkatDaerah(Part):
    """An OPD as far as a table of offices says."""

    nama: Teks = Field(title="Nama", description="Nama resmi.")
    singkatan: str = Field("", title="Singkatan", description="Singkatan yang lazim.")
    folder: str = Field("", title="Folder", description="Nama folder, bila bukan singkatannya.")
    jenis: str = Field("", title="Jenis", description="Jenis perangkat daerah.")
    alamat: str = Field("", title="Alamat", description="Alamat kantor.")
    surel: str = Field("", title="Surel", description="Alamat surel kantor.")
    telepon: str = Field("", title="Telepon", description="Nomor telepon kantor.")
    ppid_pelaksana: str = Field("", title="PPID Pelaksana", description="Jabatannya di OPD ini.")


class DaftarAsal(Part):
    """What list a workbook holds, where its name and content do not say it."""

    berkas: Teks = Field(title="Berkas", description="Nama berkas di folder daftar.")
    opd: str = Field("", title="Perangkat daerah", description="Nama atau singkatan OPD-nya.")
    jenis: Literal["dik", "dip", ""] = Field("", title="Jenis", description="dik atau dip.")
    tahun: Bulat | None = Field(None, title="Tahun", description="Tahun daftar.")


class Mulai(Record):
    """The answers from which a repository is made."""

    kind: ClassVar[str] = "mulai"
    jenis: KodeJenisBadan = Field(title="Jenis badan", description="Jenis badan publik.")
    nama: Teks = Field(
        title="Nama badan", description="Nama resmi, misalnya “Pemerintah Kabupaten Contoh”."
    )
    singkatan: Teks = Field(title="Nama pendek", description="Misalnya “Kabupaten Contoh”.")
    kode_wilayah: KodeWilayah = Field(
        "", title="Kode wilayah", description="Kode Kemendagri, misalnya “32.13”."
    )
    provinsi: str = Field("", title="Provinsi", description="Provinsi tempatnya.")
    alamat: Teks = Field(title="Alamat", description="Alamat layanan informasi.")
    surel: str = Field("", title="Surel", description="Alamat surel resmi.")
    telepon: str = Field("", title="Telepon", description="Nomor telepon resmi.")
    situs: str = Field("", title="Laman resmi", description="Alamat laman badan publik.")
    jdih: str = Field("", title="JDIH", description="Alamat JDIH-nya.")
    zona_waktu: ZonaWaktu = Field("Asia/Jakarta", title="Zona waktu", description="Nama zona IANA.")
    lisensi: str = Field("CC BY 4.0", title="Lisensi", description="Lisensi data di situs ini.")
    tahun_pertama: Bulat = Field(
        title="Tahun pertama dinilai", description="Daftar sebelum tahun ini tidak dinilai."
    )
    tahun_berjalan: Bulat = Field(
        title="Tahun berjalan", description="Tahun daftar yang sedang disusun."
    )
    batas_penyampaian: BatasPenyampaian = Field(
        title="Batas penyampaian", description="Bulan dan hari, misalnya 03-31."
    )
    atasan_ppid: AtasanPpid = Field(title="Atasan PPID", description="Pejabat atasan PPID.")
    ppid_utama: PpidUtamaPertama = Field(title="PPID Utama", description="Siapa dan sejak kapan.")
    peraturan: PeraturanPendiri | None = Field(
        None, title="Peraturan pendiri", description="Peraturan tentang layanan informasinya."
    )
    perangkat_daerah: str | tuple[PerangkatDaerah, ...] = Field(
        title="Perangkat daerah", description="Berkas Excel atau CSV, atau daftarnya di sini."
    )
    daftar: tuple[DaftarAsal, ...] = Field(
        (), title="Daftar", description="Isi berkas yang tidak terbaca dari namanya."
    )
    tempat: Literal["github", "gitlab", "forgejo", "sendiri"] = Field(
        "github", title="Tempat terbit", description="Tempat repositori dan situsnya."
    )
    organisasi: NamaDiSana = Field(
        "", title="Organisasi", description="Nama organisasi di sana, tanpa spasi."
    )
    alamat_situs: AlamatSitus = Field(
        "", title="Alamat situs", description="Misalnya “https://contoh.go.id/ppid/”."
    )
    program: Repositori = Field(
        "", title="Program", description="Repositori program di tempat itu, bila ada salinannya."
    )


_KIND: Final = Kind(
    label="Jawaban",
    model=Mulai,
    files=(FilePattern(FILE),),
    identify=lambda _, __: RecordId(Mulai.kind),
)
_ASKED: Final = (
    *("jenis", "nama", "singkatan", "kode_wilayah", "provinsi", "alamat", "surel", "telepon"),
    *("situs", "tahun_pertama", "tahun_berjalan", "batas_penyampaian.dik"),
    *("batas_penyampaian.dip", "batas_penyampaian.layanan", "atasan_ppid.jabatan"),
    *("perangkat_daerah", "ppid_utama.opd", "ppid_utama.jabatan", "ppid_utama.mulai"),
    *("peraturan.jenis", "peraturan.nomor", "peraturan.tahun", "peraturan.tentang"),
    *("tempat", "organisasi", "alamat_situs"),
)
"""What a person is asked, in this order; where nothing is said of a regulation, none is made."""


class NoAnswersError(Exception):
    """The answers cannot be used; the message says all that is wrong, with places."""


@dataclass(frozen=True, slots=True)
class AskedAnswer:
    """One field to be asked about: what it is, what it may be, and what is likely."""

    title: str
    description: str
    likely: str
    needed: bool


Ask = Callable[[AskedAnswer], str]


def read_answers(text: str, today: date, ask: Ask | None = None) -> tuple[Mulai, str]:
    """Return the answers, and the file that gives them again.

    What the file leaves out is asked, where `ask` is given, or else filled with what is likely.
    Raise `NoAnswersError` with every fault of the file at once.
    """
    try:
        written = yaml.safe_load(text) or {}
    except yaml.YAMLError:
        written = None
    if not isinstance(written, dict):
        _raise_for(text)
        written = {}
    told = _filled(written, today, ask)
    if told == written:
        return _record(text), text
    # Of a sound file only the gaps are filled: what a person wrote keeps its words and its lines.
    added = {name: value for name, value in told.items() if name not in written}
    changed = {name for name in told.keys() & written if told[name] != written[name]}
    rest = {name: told[name] for name in told if name in added or name in changed}
    kept = "".join(part for name, part in _parts(text) if name not in changed)
    whole = f"{kept.rstrip()}\n{_as_yaml(rest)}".lstrip()
    return _record(whole), whole


def _record(text: str) -> Mulai:
    _raise_for(text)
    (record,) = read_file(FILE, text.encode(), _KIND, FilePlace()).records
    assert isinstance(record, Mulai)  # noqa: S101 — the model of the kind
    return record


def _raise_for(text: str) -> None:
    read = read_file(FILE, text.encode(), _KIND, FilePlace())
    if has_errors(read.diagnostics):
        texts = {FILE: read.source} if read.source else {}
        raise NoAnswersError(as_text(list(read.diagnostics), texts, colour=False))


def _parts(text: str) -> list[tuple[str, str]]:
    """Split a file at its outermost keys, each with what belongs to it."""
    parts: list[tuple[str, str]] = [("", "")]
    for line in text.splitlines(keepends=True):
        key = re.match(r"(\w+):", line)
        if key:
            parts.append((key[1], line))
        else:
            parts[-1] = (parts[-1][0], parts[-1][1] + line)
    return parts


def _filled(written: Mapping[str, Any], today: date, ask: Ask | None) -> dict[str, Any]:
    """Fill what is missing, question by question: later ones know the earlier answers."""
    told: dict[str, Any] = {
        name: dict(value) if isinstance(value, dict) else value for name, value in written.items()
    }
    for route in _ASKED:
        name, _, inner = route.partition(".")
        if name in written and not inner:
            continue
        holder = told.setdefault(name, {}) if inner else told
        if not isinstance(holder, dict) or (inner or name) in holder:
            continue
        if name == "peraturan" and inner != "jenis" and not holder:
            continue
        question = _asked(route, told, today)
        answer = ask(question) if ask else question.likely
        if answer:
            holder[inner or name] = answer
    return {name: value for name, value in told.items() if value not in ({}, "", None)}


def _asked(route: str, told: Mapping[str, Any], today: date) -> AskedAnswer:
    name, _, inner = route.partition(".")
    info = Mulai.model_fields[name]
    title, needed = info.title or name, info.is_required()
    if inner:
        part = _INNER[name].model_fields[inner]
        title = f"{title}: {(part.title or inner).lower()}"
        description, needed = part.description or "", needed and part.is_required()
    else:
        description = info.description or ""
    return AskedAnswer(title, description, _likely(route, told, today), needed)


_INNER: Final[Mapping[str, type[Part]]] = {
    "batas_penyampaian": BatasPenyampaian,
    "atasan_ppid": AtasanPpid,
    "ppid_utama": PpidUtamaPertama,
    "peraturan": PeraturanPendiri,
}


def _likely(route: str, told: Mapping[str, Any], today: date) -> str:
    """Say what an answer is in most bodies of the kind; empty where nobody can know."""
    kind = JENIS_BADAN.get(str(told.get("jenis", "")))
    name = str(told.get("nama", ""))
    match route:
        case "singkatan":
            return re.sub(r"^Pemerintah(?: Daerah)? ", "", name)
        case "tahun_pertama" | "tahun_berjalan":
            return str(today.year)
        case "batas_penyampaian.dik" | "batas_penyampaian.dip" | "batas_penyampaian.layanan":
            return "03-31"
        case "atasan_ppid.jabatan" if kind and kind.atasan_ppid:
            return f"{kind.atasan_ppid} {told.get('singkatan', '')}".strip()
        case "tempat":
            return "github"
        case _:
            return ""


def _as_yaml(values: Mapping[str, Any]) -> str:
    text: str = yaml.safe_dump(dict(values), allow_unicode=True, sort_keys=False, width=1000)
    return text if values else ""
