"""What an assessor found of one OPD: a mark for each obligation, beside what the data shows."""

from collections.abc import Iterator
from typing import Annotated, ClassVar, Final, Literal

from pydantic import Field, StringConstraints

from ppid.core.corpus import Corpus
from ppid.core.kind import FilePattern, FilePlace, Kind
from ppid.core.record import Record
from ppid.core.rule import Finding, at, rule, rules_in
from ppid.diagnostics.diagnostic import Note, Severity
from ppid.diagnostics.places import RecordId
from ppid.kinds.fields import Benar, Tanggal, Teks
from ppid.kinds.pemantauan.penugasan import Penugasan, slug_of
from ppid.kinds.wording import TANDA
from ppid.values.dates import format_tanggal
from ppid.values.text import quoted

Tanda = Literal["ada", "tidak-ada", "tidak-berlaku"]
KeadaanData = Literal["terpenuhi", "belum", "perlu-dilihat", "tercatat", "tidak-berlaku"]
SidikKeadaan = Annotated[str, StringConstraints(pattern=r"^([0-9a-f]{16})?$")]
"""The first 16 digits of the SHA-256 of a state with its evidence; empty where nobody knows."""
SEJALAN: Final[dict[str, tuple[str, ...]]] = {
    "terpenuhi": ("ada",),
    "belum": ("tidak-ada",),
    "perlu-dilihat": ("ada", "tidak-ada", "tidak-berlaku"),
    "tercatat": ("ada", "tidak-berlaku"),
    "tidak-berlaku": ("tidak-berlaku",),
}
"""The marks that agree with each state of the data.

What the data leaves to be looked at is answered by any mark; what is on record without being owed
may be called both there and not owed.
"""


class Verifikasi(Record):
    """The mark of one obligation; who gave it is an office or a team, never a person."""

    kind: ClassVar[str] = "verifikasi"
    kode: Teks = Field(title="Kode", description="Kode kewajiban, misalnya berkala.d.a.")
    tanda: Tanda = Field(title="Tanda", description="Yang ditemukan pemantau.")
    pemantau: Teks = Field(title="Pemantau", description="Kantor atau tim yang menilai.")
    tanggal: Tanggal = Field(title="Tanggal", description="Hari penilaian oleh pemantau.")
    menurut_data: KeadaanData | None = Field(
        None, title="Menurut data", description="Keadaan menurut data ketika ditandai."
    )
    sidik: SidikKeadaan = Field(
        "", title="Sidik", description="Sidik keadaan ketika ditandai, 16 angka heksa."
    )
    catatan: str = Field("", title="Catatan", description="Alasannya, tanpa data pribadi.")
    contoh: Benar = Field(default=False, title="Contoh", description="true bila ini peragaan.")

    @property
    def berbeda(self) -> bool:
        """Whether the mark contradicts what the data showed when it was given."""
        return bool(self.menurut_data and self.tanda not in SEJALAN[self.menurut_data])


def _first_with(field: str, tanda: Verifikasi, corpus: Corpus) -> Verifikasi:
    """Return the first mark of a file that says the same: what is wrong with it is said once."""
    said = getattr(tanda, field)
    marks = corpus.in_list(Verifikasi, tanda.id.opd, tanda.id.tahun)
    return next(each for each in marks if getattr(each, field) == said)


@rule(
    "PMT-003",
    title="Setiap kewajiban ditandai satu kali",
    severity=Severity.GALAT,
    hint="Sisakan baris yang berlaku; hapus yang lain.",
    no_basis="Dua tanda atas satu kewajiban saling bertentangan atau terhitung dua kali.",
)
def ditandai_satu_kali(tanda: Verifikasi, corpus: Corpus) -> Iterator[Finding]:
    first = corpus.get(Verifikasi, tanda.id.opd, tanda.id.tahun, tanda.id.slug)
    if first is not None and first is not tanda:
        notes = (Note("tanda yang lain ada di sini", first.span("kode")),)
        yield at(tanda, "kode", f"Kewajiban {quoted(tanda.kode)} sudah ditandai", notes=notes)


@rule(
    "PMT-004",
    title="Tanda diberikan oleh pemantau yang ditugaskan",
    severity=Severity.PERINGATAN,
    hint="Perbaiki nama pemantaunya, atau catat pembagian tugasnya.",
    no_basis="Tanda yang tidak jelas pemberinya tidak dapat ditanyakan kembali.",
)
def tanda_dari_yang_ditugaskan(tanda: Verifikasi, corpus: Corpus) -> Iterator[Finding]:
    if _first_with("pemantau", tanda, corpus) is not tanda:
        return
    penugasan = corpus.get(Penugasan, tahun=tanda.id.tahun)
    assigned = penugasan.pemantau_dari(tanda.id.opd) if penugasan else None
    if assigned is None:
        message = f"Tidak ada pemantau yang ditugaskan untuk {quoted(tanda.id.opd)}"
        yield at(tanda, "pemantau", f"{message} tahun {tanda.id.tahun}")
    elif assigned.slug != slug_of(tanda.pemantau):
        message = f"Yang ditugaskan {quoted(assigned.nama)}, bukan {quoted(tanda.pemantau)}"
        yield at(tanda, "pemantau", message)


@rule(
    "PMT-005",
    title="Hari penilaian pemantau masuk akal",
    severity=Severity.PERINGATAN,
    hint="Perbaiki tanggalnya.",
    no_basis="Sebuah tahun tidak dapat dinilai sebelum mulai atau pada hari yang belum tiba.",
)
def hari_penilaian_masuk_akal(tanda: Verifikasi, corpus: Corpus) -> Iterator[Finding]:
    day, tahun = tanda.tanggal, tanda.id.tahun
    if _first_with("tanggal", tanda, corpus) is not tanda:
        return
    if day > corpus.today:
        yield at(tanda, "tanggal", f"{format_tanggal(day)} belum tiba")
    elif day.year < tahun:
        yield at(tanda, "tanggal", f"{format_tanggal(day)} sebelum tahun {tahun} mulai")


@rule(
    "PMT-006",
    title="Tanda yang berbeda dari data dijelaskan",
    severity=Severity.PERINGATAN,
    hint="Tulis di catatan apa yang ditemukan dan di mana.",
    no_basis="Selisih tanpa alasan tidak dapat ditanggapi perangkat daerah.",
)
def selisih_dijelaskan(tanda: Verifikasi, _corpus: Corpus) -> Iterator[Finding]:
    if tanda.berbeda and not tanda.catatan:
        message = f"{tanda.kode} ditandai {quoted(TANDA[tanda.tanda])}, berbeda dari data"
        yield at(tanda, "tanda", f"{message}, tanpa alasan")


def _identify(place: FilePlace, tanda: Verifikasi) -> RecordId:
    return RecordId(Verifikasi.kind, place.opd, place.tahun, tanda.kode)


KIND = Kind(
    label="Tanda pemantau",
    model=Verifikasi,
    files=(FilePattern("pemantauan/{tahun}/{opd}.csv"),),
    identify=_identify,
    rules=rules_in(globals()),
    title="kode",
)
