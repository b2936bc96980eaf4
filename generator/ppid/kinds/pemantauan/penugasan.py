"""Which assessor looks at which OPD in a year; assessors are offices and teams, never persons."""

import re
from collections.abc import Iterator
from typing import ClassVar

from pydantic import Field

from ppid.core.corpus import Corpus
from ppid.core.kind import BlankFile, FilePattern, Kind
from ppid.core.record import Part, Record
from ppid.core.rule import Finding, at, rule, rules_in
from ppid.diagnostics.diagnostic import Severity
from ppid.diagnostics.places import RecordId
from ppid.kinds.daftar import DaftarDikecualikan, DaftarPublik
from ppid.kinds.fields import Benar, FolderOpd, Teks
from ppid.kinds.layanan import LaporanLayanan
from ppid.kinds.opd import ProfilOpd
from ppid.values.text import quoted

_NO_LETTER = re.compile(r"[^a-z0-9]+")


class Pemantau(Part):
    """One assessor with the OPDs to assess."""

    nama: Teks = Field(
        title="Nama", description="Nama kantor atau tim yang menilai, tanpa nama orang."
    )
    opd: tuple[FolderOpd, ...] = Field(
        title="OPD", description="Folder perangkat daerah, misalnya [dinkes, setda]."
    )

    @property
    def slug(self) -> str:
        """The name in small letters and hyphens, by which two spellings are one assessor."""
        return slug_of(self.nama)


class Penugasan(Record):
    """The assignments of one year."""

    kind: ClassVar[str] = "penugasan"
    pemantau: tuple[Pemantau, ...] = Field(
        title="Pemantau", description="Kantor atau tim yang menilai, dengan yang dinilainya."
    )
    dasar: str = Field("", title="Dasar", description="Surat tugas atau keputusannya.")
    contoh: Benar = Field(default=False, title="Contoh", description="true bila ini peragaan.")
    sumber: Teks = Field(title="Sumber", description="Dari mana pembagian ini diketahui.")

    def pemantau_dari(self, opd: str) -> Pemantau | None:
        """Return the assessor of an OPD; None where nobody was assigned."""
        return next((each for each in self.pemantau if opd in each.opd), None)


def slug_of(nama: str) -> str:
    """Return the name of an assessor in small letters and hyphens."""
    return _NO_LETTER.sub("-", nama.lower()).strip("-")


@rule(
    "PMT-001",
    title="Setiap perangkat daerah ditugaskan kepada satu pemantau",
    severity=Severity.GALAT,
    hint="Sisakan satu; hapus yang lain.",
    no_basis="Dua pemantau atas satu perangkat daerah menghasilkan dua tanda yang bertentangan.",
)
def satu_pemantau_setiap_opd(penugasan: Penugasan, _corpus: Corpus) -> Iterator[Finding]:
    assessors: dict[str, str] = {}
    assigned: dict[str, str] = {}
    for index, each in enumerate(penugasan.pemantau):
        if not each.slug or each.slug in assessors:
            message = f"Pemantau {quoted(each.nama)} sudah disebut"
            hint = "Satukan daftar OPD-nya di bawah satu nama."
            if not each.slug:
                message = f"Nama pemantau {quoted(each.nama)} tidak memuat huruf atau angka"
                hint = "Tulis nama kantor atau timnya."
            yield at(penugasan, ("pemantau", index, "nama"), message, hint=hint)
        assessors.setdefault(each.slug, each.nama)
        for place, opd in enumerate(each.opd):
            if opd in assigned:
                message = f"{quoted(opd)} sudah ditugaskan kepada {quoted(assigned[opd])}"
                yield at(penugasan, ("pemantau", index, "opd", place), message)
            assigned.setdefault(opd, each.nama)


@rule(
    "PMT-002",
    title="Yang ditugaskan dapat dinilai pada tahun itu",
    severity=Severity.PERINGATAN,
    hint="Periksa tahun pada nama berkasnya dan masa perangkat daerahnya.",
    no_basis="Tahun tanpa daftar dan perangkat daerah yang belum ada tidak dapat dinilai.",
)
def yang_ditugaskan_dapat_dinilai(penugasan: Penugasan, corpus: Corpus) -> Iterator[Finding]:
    tahun = penugasan.id.tahun
    handed_in = (*corpus.of(DaftarPublik), *corpus.of(DaftarDikecualikan))
    if not any(each.id.tahun == tahun for each in (*handed_in, *corpus.of(LaporanLayanan))):
        message = f"Belum ada daftar atau laporan layanan tahun {tahun}"
        yield at(penugasan, "pemantau", message)
    for index, each in enumerate(penugasan.pemantau):
        for place, opd in enumerate(each.opd):
            profil = corpus.get(ProfilOpd, opd)
            if profil and not profil.ada_pada(tahun):
                message = f"{quoted(profil.nama)} tidak ada pada tahun {tahun}"
                yield at(penugasan, ("pemantau", index, "opd", place), message)


KIND = Kind(
    label="Penugasan pemantau",
    model=Penugasan,
    files=(FilePattern("pemantauan/{tahun}.yml"),),
    identify=lambda place, _: RecordId(Penugasan.kind, tahun=place.tahun),
    rules=rules_in(globals()),
    blank=BlankFile(name="penugasan"),
)
