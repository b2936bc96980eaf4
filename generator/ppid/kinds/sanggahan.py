"""Objections to findings of completeness, and the answers that stand beside those findings."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import Field, StringConstraints

from ppid.core.corpus import Corpus
from ppid.core.kind import FilePattern, FilePlace, Kind
from ppid.core.record import Record
from ppid.core.rule import Finding, at, rule, rules_in
from ppid.diagnostics.diagnostic import Severity
from ppid.diagnostics.places import RecordId
from ppid.kinds.fields import KATA, Benar, Tanggal, Tautan, Teks
from ppid.values.dates import format_tanggal
from ppid.values.text import joined

KodeTemuan = Annotated[str, StringConstraints(pattern=r"^20\d\d/[a-z][a-z0-9-]*/[a-z][a-z0-9.-]*$")]
"""The code of a finding: year, folder of the OPD, code of the obligation."""


class Sanggahan(Record):
    """One objection; who sent it is named by role, never by name."""

    kind: ClassVar[str] = "sanggahan"
    temuan: KodeTemuan = Field(
        title="Temuan", description="Kode temuan, misalnya 2024/dinkes/berkala.d.a."
    )
    tanggal: Tanggal = Field(title="Tanggal", description="Tanggal sanggahan diterima.")
    pihak: Literal["perangkat-daerah", "pemantau", "masyarakat"] = Field(
        title="Pihak", description="Siapa yang menyanggah, tanpa nama orang."
    )
    isi: Teks = Field(title="Isi", description="Sanggahannya, diringkas, tanpa data pribadi.")
    keadaan: Literal["diperiksa", "diterima", "diterima-sebagian", "tidak-diterima"] = Field(
        "diperiksa", title="Keadaan", description="Hasil pemeriksaan sanggahan."
    )
    jawaban: str = Field("", title="Jawaban", description="Jawaban PPID dengan alasannya.")
    tanggal_jawaban: Tanggal | None = Field(
        None, title="Tanggal jawaban", description="Tanggal jawaban diberikan."
    )
    pejabat: Annotated[str, KATA] = Field("", title="Pejabat", description="Jabatan yang menjawab.")
    tautan: Tautan = Field("", title="Tautan", description="Alamat naskah, bila ada.")
    contoh: Benar = Field(
        default=False, title="Contoh", description="Data peragaan, bukan data sebenarnya."
    )

    @property
    def sasaran(self) -> tuple[int, str, str]:
        """The year, the OPD and the code of the obligation that the finding is about."""
        tahun, opd, kode = self.temuan.split("/")
        return int(tahun), opd, kode


@rule(
    "SGH-001",
    title="Tanggal sanggahan dan jawabannya masuk akal",
    severity=Severity.PERINGATAN,
    hint="Perbaiki tanggalnya.",
    no_basis="Sebuah tahun tidak dapat disanggah sebelum mulai, atau dijawab sebelum disanggah.",
)
def tanggal_sanggahan_masuk_akal(sanggahan: Sanggahan, corpus: Corpus) -> Iterator[Finding]:
    tahun, _, _ = sanggahan.sasaran
    asked, answered = sanggahan.tanggal, sanggahan.tanggal_jawaban
    for name, day in (("tanggal", asked), ("tanggal_jawaban", answered)):
        if day and day > corpus.today:
            yield at(sanggahan, name, f"{format_tanggal(day)} belum tiba")
    if reason := too_early(asked, tahun):
        yield at(sanggahan, "tanggal", reason)
    if answered and answered < asked:
        message = f"Dijawab {format_tanggal(answered)}, sebelum disanggah {format_tanggal(asked)}"
        yield at(sanggahan, "tanggal_jawaban", message)


def too_early(day: date, tahun: int) -> str:
    """Say that nobody can object to a year before it begins; empty where it had begun."""
    return f"{format_tanggal(day)} sebelum tahun {tahun} mulai" if day.year < tahun else ""


@rule(
    "SGH-002",
    title="Sanggahan yang sudah diputus menyebut jawabannya, harinya, dan pejabatnya",
    severity=Severity.PERINGATAN,
    hint="Lengkapi keputusannya, atau tulis keadaan “diperiksa” selama belum diputus.",
    no_basis="Putusan tanpa alasan, hari, atau pejabat tidak dapat ditanggapi penyanggahnya.",
)
def putusan_sanggahan_lengkap(sanggahan: Sanggahan, _corpus: Corpus) -> Iterator[Finding]:
    parts = {"jawaban": "jawaban", "tanggal_jawaban": "tanggal jawaban", "pejabat": "pejabat"}
    missing = [said for name, said in parts.items() if not getattr(sanggahan, name)]
    if sanggahan.keadaan != "diperiksa" and missing:
        message = f"Sanggahan {sanggahan.temuan} sudah diputus tanpa {joined(missing)}"
        yield at(sanggahan, "keadaan", message)


def _identify(_place: FilePlace, sanggahan: Sanggahan) -> RecordId:
    """Name an objection by its finding and its day."""
    tahun, opd, kode = sanggahan.sasaran
    return RecordId(Sanggahan.kind, opd, tahun, f"{kode}/{sanggahan.tanggal}")


KIND = Kind(
    label="Sanggahan",
    model=Sanggahan,
    files=(FilePattern("sanggahan.yml"),),
    identify=_identify,
    rules=rules_in(globals()),
    entries="sanggahan",
    title="temuan",
)
