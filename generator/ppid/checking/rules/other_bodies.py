"""What was left from the body whose data somebody began with: nothing here speaks for another."""

import re
from collections.abc import Iterator
from typing import Final

from ppid.core.corpus import Corpus
from ppid.core.project_files import is_in_package
from ppid.core.record import Part, Record
from ppid.core.rule import Finding, at, rule
from ppid.diagnostics.diagnostic import Severity
from ppid.diagnostics.places import Route
from ppid.kinds.acuan.peraturan import Peraturan
from ppid.kinds.badan import JENIS_BADAN, Badan
from ppid.kinds.monev import HasilMonev
from ppid.kinds.opd import ProfilOpd
from ppid.kinds.potret import Potret
from ppid.kinds.regulasi import Regulasi
from ppid.kinds.sanggahan import Sanggahan
from ppid.kinds.wording import JENIS_OPD
from ppid.values.law_kinds import LAW_KINDS
from ppid.values.text import quoted

_LEVELS: Final = {
    "pemkot": "Kota",
    "pemkab": "Kabupaten",
    "kab.": "Kabupaten",
    "pemprov": "Provinsi",
}
# A region is named with capitals: “Kota Contoh”, “Pemkab Contoh Barat”, “Provinsi D.I. Contoh”. An
# abbreviation may be written small, as it is in an address: “pemkot-contoh-meraih”.
_REGION: Final = re.compile(
    r"(?<![\w/])(?P<level>Kota|Kabupaten|Kab\.|Provinsi|Pemkot|Pemkab|Pemprov)\s+"
    r"(?P<name>[A-Z][a-z]+(?:\s+[A-Z][a-z]+)*)"
    r"|(?<![a-z])(?P<short>pemkot|pemkab|pemprov)-(?P<word>[a-z]{3,})"
)
_NO_NAME: Final = frozenset({"layak", "sehat", "pusaka", "cerdas", "tanpa", "kreatif", "kita"})
"""Words after “Kota” that make a programme of it and name no place: “Kota Layak Anak”."""
_ABOUT_THE_BODY: Final = (HasilMonev, Sanggahan, Potret, Peraturan, ProfilOpd)
"""Records that speak of the body itself; reports, stories and questionnaires mention others."""


@rule(
    "BDN-003",
    title="Data tidak memuat sisa badan publik lain",
    severity=Severity.PERINGATAN,
    hint="Hapus sisa data badan lain itu, atau perbaiki bila hanya salah tulis.",
    no_basis="Data badan lain yang tertinggal terbit atas nama badan ini dan menyesatkan pembaca.",
)
def tidak_ada_sisa_badan_lain(corpus: Corpus) -> Iterator[Finding]:
    badan = corpus.get(Badan)
    if badan is None:
        return
    own = _own_words(badan)
    for kind in _ABOUT_THE_BODY:
        told = set[str]()
        for record in corpus.of(kind):
            if is_in_package(record.path) or record.path in told:
                continue
            if found := next(_foreign(record, own), None):
                told.add(record.path)
                route, name = found
                message = f"Berkas ini menyebut {quoted(name)}, bukan {quoted(badan.singkatan)}"
                yield at(record, route, message)
    yield from _of_another_kind(badan, corpus)
    yield from _unknown_offices(corpus)


def _own_words(badan: Badan) -> frozenset[str]:
    """Return the words by which the body, its region and its province are called, in small."""
    said = (badan.nama, badan.singkatan, badan.provinsi, *badan.wilayah)
    return frozenset(word.lower() for text in said for word in re.findall(r"\w+", text))


def _foreign(record: Record, own: frozenset[str]) -> Iterator[tuple[Route, str]]:
    """Yield the regions that a record names and the body is not, with their places."""
    for route, text in _texts(record):
        for found in _REGION.finditer(text):
            name = found["name"] or found["word"]
            first = name.split()[0].lower()
            if first not in own and first not in _NO_NAME:
                level = found["level"] or found["short"]
                yield route, f"{_LEVELS.get(level.lower(), level)} {name.title()}"


def _texts(part: Part, route: Route = ()) -> Iterator[tuple[Route, str]]:
    for name, value in part:
        for index, each in enumerate(value if isinstance(value, tuple) else (value,)):
            place = (*route, name, index) if isinstance(value, tuple) else (*route, name)
            if isinstance(each, str):
                yield place, each
            elif isinstance(each, Part):
                yield from _texts(each, place)


def _of_another_kind(badan: Badan, corpus: Corpus) -> Iterator[Finding]:
    """Yield what only a body of another kind makes or has: a Perwal of a regency, its kecamatan."""
    region = JENIS_BADAN[badan.jenis].nama
    for regulasi in corpus.of(Regulasi):
        kind = LAW_KINDS[regulasi.jenis]
        if region and kind.pembuat in JENIS_BADAN and kind.pembuat != badan.jenis:
            message = f"{kind.nama} tidak dibuat oleh sebuah {region.lower()}"
            yield at(regulasi, "jenis", message)
    units = JENIS_BADAN[badan.jenis].unit
    others = {unit for each in JENIS_BADAN.values() for unit in each.unit} - set(units)
    for profil in corpus.of(ProfilOpd):
        if region and profil.jenis in others:
            message = f"{JENIS_OPD[profil.jenis]} bukan perangkat sebuah {region.lower()}"
            yield at(profil, "jenis", message)


def _unknown_offices(corpus: Corpus) -> Iterator[Finding]:
    """Yield snapshots of offices that this body has not; objections are told as references."""
    known = {profil.id.opd for profil in corpus.of(ProfilOpd)}
    for potret in corpus.of(Potret):
        unknown = [each.opd for each in potret.opd if each.opd not in known]
        if unknown:
            message = f"Potret ini memuat {quoted(unknown[0])}, yang tidak ada di badan ini"
            yield at(potret, ("opd",), message)


@rule(
    "REG-006",
    title="Peraturan daerah dalam acuan menyebut wilayahnya",
    severity=Severity.PERINGATAN,
    hint="Isi “wilayah” seperti pada naskahnya, misalnya “Kota Contoh” atau “Provinsi Contoh”.",
    no_basis="Setiap daerah mempunyai peraturan bernomor sama; tanpa wilayah yang satu dapat"
    " tertukar dengan yang lain.",
)
def peraturan_daerah_menyebut_wilayah(corpus: Corpus) -> Iterator[Finding]:
    badan = corpus.get(Badan)
    levels = {each.nama for each in JENIS_BADAN.values() if each.nama}
    for law in corpus.of(Peraturan):
        kind = LAW_KINDS.get(law.jenis)
        if kind is None or kind.pembuat not in {*JENIS_BADAN, "daerah"}:
            continue
        if law.wilayah.split(" ", 1)[0] not in levels:
            yield at(law, "wilayah" if law.wilayah else "kode", f"Wilayah {law.kode} belum disebut")
        elif badan and law.wilayah != badan.wilayah[0] and not _names(law.kode, law.wilayah):
            message = f"{law.kode} adalah milik {law.wilayah}, tetapi kodenya tidak menyebutnya"
            hint = f"Tulis kodenya dengan nama wilayah, misalnya “{_with_region(law)}”."
            yield at(law, "kode", message, hint=hint)


def _names(kode: str, wilayah: str) -> bool:
    """Tell whether a code has words between kind and number that the region has as well."""
    return bool({*kode.lower().split()[1:-1]} & {*wilayah.lower().split()[1:]})


def _with_region(law: Peraturan) -> str:
    kind, _, number = law.kode.rpartition(" ")
    return f"{kind} {law.wilayah.split(' ', 1)[-1]} {number}"
