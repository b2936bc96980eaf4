"""Yearly figures of the information service of an OPD (UU 14/2008 Pasal 12, PerKI 1/2021 56-57)."""

from collections.abc import Iterator
from typing import ClassVar

from pydantic import Field

from ppid.core.corpus import Corpus
from ppid.core.kind import BlankFile, FilePattern, Kind
from ppid.core.record import Part, Record
from ppid.core.rule import Finding, at, rule, rules_in
from ppid.diagnostics.diagnostic import Severity
from ppid.diagnostics.places import RecordId
from ppid.kinds.fields import Benar, Bulat, Desimal, Tanggal, Tautan, Teks
from ppid.values.dates import format_tanggal
from ppid.values.numbers import format_desimal

_ANSWER_DAYS = 10
_EXTENDED_DAYS = 17


class Permohonan(Part):
    """How many requests came in and what became of them."""

    diterima: Bulat = Field(title="Diterima", description="Jumlah permintaan yang diterima.")
    dikabulkan_seluruhnya: Bulat = Field(title="Dikabulkan seluruhnya", description="Jumlah.")
    dikabulkan_sebagian: Bulat = Field(title="Dikabulkan sebagian", description="Jumlah.")
    ditolak: Bulat = Field(title="Ditolak", description="Jumlah permintaan yang ditolak.")
    dalam_proses: Bulat = Field(0, title="Dalam proses", description="Belum selesai akhir tahun.")


class WaktuLayanan(Part):
    """How long answers took, in working days."""

    rata_rata_hari_kerja: Desimal = Field(title="Rata-rata", description="Hari kerja.")
    terlama_hari_kerja: Bulat | None = Field(None, title="Terlama", description="Hari kerja.")


class AlasanPenolakan(Part):
    """A reason for refusal and how often it was given."""

    alasan: Teks = Field(title="Alasan", description="Alasan penolakan.")
    jumlah: Bulat = Field(title="Jumlah", description="Jumlah permintaan.")


class Keberatan(Part):
    """Objections to the superior of the PPID."""

    diterima: Bulat = Field(title="Diterima", description="Jumlah keberatan.")
    selesai: Bulat = Field(title="Selesai", description="Jumlah yang sudah ditanggapi.")


class Sengketa(Part):
    """Disputes that left the house."""

    ke_komisi_informasi: Bulat = Field(title="Ke Komisi Informasi", description="Jumlah.")
    ke_pengadilan: Bulat = Field(title="Ke pengadilan", description="Jumlah.")


class Kepuasan(Part):
    """The index of satisfaction, with its scale and where it comes from."""

    nilai: Desimal = Field(title="Nilai", description="Nilai indeks.")
    skala: Bulat = Field(title="Skala", description="Nilai tertinggi yang mungkin.")
    responden: Bulat | None = Field(None, title="Responden", description="Jumlah responden.")
    sumber: str = Field("", title="Sumber", description="Survei yang menjadi sumber.")


class Laporan(Part):
    """The report that holds these figures."""

    tanggal: Tanggal = Field(title="Tanggal laporan", description="Tanggal disampaikan.")
    tautan: Tautan = Field("", title="Tautan", description="Alamat laporan.")


class LaporanLayanan(Record):
    """The service figures of an OPD and year; no register of requesters is ever kept here."""

    kind: ClassVar[str] = "layanan"
    permohonan: Permohonan = Field(title="Permintaan", description="Jumlah permintaan.")
    waktu: WaktuLayanan | None = Field(None, title="Waktu", description="Waktu pemenuhan.")
    alasan_penolakan: tuple[AlasanPenolakan, ...] = Field(
        (), title="Alasan penolakan", description="Alasan dan jumlahnya."
    )
    keberatan: Keberatan | None = Field(None, title="Keberatan", description="Jumlah keberatan.")
    sengketa: Sengketa | None = Field(None, title="Sengketa", description="Jumlah sengketa.")
    kepuasan: Kepuasan | None = Field(None, title="Kepuasan", description="Indeks kepuasan.")
    laporan: Laporan | None = Field(None, title="Laporan", description="Laporan tahunannya.")
    contoh: Benar = Field(
        default=False, title="Contoh", description="Data peragaan, bukan data sebenarnya."
    )
    sumber: str = Field("", title="Sumber", description="Dari mana angka ini berasal.")
    catatan: str = Field("", title="Catatan", description="Keterangan tambahan.")


def is_empty(laporan: LaporanLayanan) -> bool:
    """Tell whether all figures are nought: a form that was not filled in looks the same."""
    parts = (laporan.permohonan, laporan.waktu, laporan.keberatan, laporan.sengketa)
    return not any(value for part in parts if part for _, value in part)


@rule(
    "LYN-001",
    title="Angka-angka laporan layanan saling cocok",
    severity=Severity.GALAT,
    hint="Cocokkan angkanya dengan register permintaan; setiap permintaan dihitung satu kali.",
    legal_basis=("UU 14/2008 Pasal 7 ayat (2)", "UU 14/2008 Pasal 12"),
)
def angka_saling_cocok(laporan: LaporanLayanan, _corpus: Corpus) -> Iterator[Finding]:
    asked, objections = laporan.permohonan, laporan.keberatan
    granted = asked.dikabulkan_seluruhnya + asked.dikabulkan_sebagian
    total = granted + asked.ditolak + asked.dalam_proses
    if total != asked.diterima:
        message = f"Permintaan diterima {asked.diterima}, tetapi jumlah rinciannya {total}"
        yield at(laporan, ("permohonan", "diterima"), message)
    reasons = sum(alasan.jumlah for alasan in laporan.alasan_penolakan)
    if reasons > asked.ditolak + asked.dikabulkan_sebagian:
        message = f"Alasan penolakan berjumlah {reasons}, melebihi permintaan yang ditolak"
        yield at(laporan, "alasan_penolakan", f"{message} atau dikabulkan sebagian")
    if objections and objections.selesai > objections.diterima:
        message = f"Keberatan selesai {objections.selesai}, melebihi yang diterima"
        yield at(laporan, ("keberatan", "selesai"), f"{message} ({objections.diterima})")
    waktu, kepuasan = laporan.waktu, laporan.kepuasan
    longest = waktu.terlama_hari_kerja if waktu else None
    if waktu and longest is not None and longest < waktu.rata_rata_hari_kerja:
        message = f"Waktu terlama {longest} hari kerja kurang dari rata-ratanya"
        yield at(laporan, ("waktu", "terlama_hari_kerja"), message)
    if kepuasan and kepuasan.nilai > kepuasan.skala:
        message = f"Nilai kepuasan {format_desimal(kepuasan.nilai)} melebihi skalanya"
        yield at(laporan, ("kepuasan", "nilai"), f"{message} ({kepuasan.skala})")


@rule(
    "LYN-005",
    title="Laporan layanan selesai sesudah tahunnya berakhir",
    severity=Severity.PERINGATAN,
    hint="Perbaiki tanggal laporannya, atau kosongkan sampai laporan setahun itu selesai.",
    no_basis="Angka setahun belum lengkap sebelum tahunnya berakhir.",
)
def laporan_sesudah_tahunnya(laporan: LaporanLayanan, _corpus: Corpus) -> Iterator[Finding]:
    stated = laporan.laporan
    if stated and stated.tanggal.year <= laporan.id.tahun:
        day = format_tanggal(stated.tanggal)
        message = f"Laporan {laporan.id.tahun} bertanggal {day}, sebelum tahunnya berakhir"
        yield at(laporan, ("laporan", "tanggal"), message)


@rule(
    "LYN-006",
    title="Angka layanan tidak semuanya nol",
    severity=Severity.SARAN,
    hint="Bila memang tidak ada permintaan, jelaskan di catatan; bila belum diisi, isi angkanya.",
    no_basis="Angka yang semuanya nol tidak dapat dibedakan dari formulir yang belum diisi.",
)
def angka_tidak_semuanya_nol(laporan: LaporanLayanan, _corpus: Corpus) -> Iterator[Finding]:
    if is_empty(laporan) and not laporan.catatan:
        message = f"Semua angka layanan {laporan.id.tahun} nol"
        yield at(laporan, ("permohonan", "diterima"), message)


@rule(
    "LYN-003",
    title="Permintaan dijawab dalam 10 hari kerja, atau 17 bila diperpanjang",
    severity=Severity.PERINGATAN,
    hint="Periksa hitungan hari kerjanya; bila benar, jelaskan sebabnya di catatan.",
    legal_basis=("UU 14/2008 Pasal 22 ayat (7)", "UU 14/2008 Pasal 22 ayat (8)"),
)
def permohonan_dijawab_tepat_waktu(laporan: LaporanLayanan, _corpus: Corpus) -> Iterator[Finding]:
    waktu = laporan.waktu
    if waktu is None:
        return
    if waktu.rata_rata_hari_kerja > _ANSWER_DAYS:
        average = format_desimal(waktu.rata_rata_hari_kerja)
        message = f"Rata-rata {average} hari kerja, lebih dari {_ANSWER_DAYS} hari kerja"
        yield at(laporan, ("waktu", "rata_rata_hari_kerja"), message)
    if waktu.terlama_hari_kerja and waktu.terlama_hari_kerja > _EXTENDED_DAYS:
        message = f"Terlama {waktu.terlama_hari_kerja} hari kerja"
        limit = f"lebih dari {_EXTENDED_DAYS} hari kerja"
        yield at(laporan, ("waktu", "terlama_hari_kerja"), f"{message}, {limit}")


@rule(
    "LYN-004",
    title="Setiap penolakan mempunyai alasan",
    severity=Severity.PERINGATAN,
    hint="Tambahkan alasan dan jumlahnya sampai sama dengan jumlah yang ditolak.",
    legal_basis=("UU 14/2008 Pasal 12 huruf d", "PerKI 1/2021 Pasal 34 ayat (1)"),
)
def penolakan_mempunyai_alasan(laporan: LaporanLayanan, _corpus: Corpus) -> Iterator[Finding]:
    refused = laporan.permohonan.ditolak
    reasons = sum(alasan.jumlah for alasan in laporan.alasan_penolakan)
    if reasons < refused:
        message = f"{refused} permintaan ditolak, tetapi yang disebut alasannya {reasons}"
        yield at(laporan, ("permohonan", "ditolak"), message)


KIND = Kind(
    label="Laporan layanan",
    model=LaporanLayanan,
    files=(FilePattern("opd/{opd}/layanan/{tahun}.yml"),),
    identify=lambda place, _: RecordId(LaporanLayanan.kind, place.opd, place.tahun),
    rules=rules_in(globals()),
    address="layanan/laporan/{tahun}/{opd}/",
    blank=BlankFile(name="layanan", offered=("sumber",)),
)
