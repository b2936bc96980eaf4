"""The official papers made from lists: every sentence and column, as the legal section wants them.

A text holds places to fill in: `{opd}` takes a value, `{pejabat|jabatan}` is left open with that
note where the data has none, and `{|tempat}` is always left open.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Annotated, ClassVar, Final, Literal

from pydantic import BeforeValidator, Field

from ppid.core.corpus import Corpus
from ppid.core.kind import FilePattern, Kind
from ppid.core.record import Part, Record
from ppid.core.rule import Finding, at, rule, rules_in
from ppid.diagnostics.diagnostic import Severity
from ppid.diagnostics.places import RecordId, Route
from ppid.kinds.fields import Benar, Bulat, Tanggal, Teks
from ppid.values.text import quoted

PLACE: Final = re.compile(r"\{(?P<name>[A-Za-z_]*)(?:\|(?P<note>[^{}]*))?\}")
"""A place to fill in: a name, and behind a bar the note for when nothing is known."""
ISIAN_DAFTAR: Final[Mapping[str, str]] = {
    "badan": "nama Badan Publik",
    "BADAN": "nama Badan Publik dengan huruf besar",
    "alamat": "alamat layanan informasi Badan Publik",
    "wilayah": "nama wilayah Badan Publik beserta tingkatnya",
    "daerah": "nama wilayah Badan Publik tanpa tingkatnya",
    "opd": "nama perangkat daerah",
    "OPD": "nama perangkat daerah dengan huruf besar",
    "tahun": "tahun daftar",
    "jumlah": "banyaknya baris",
    "nomor_keputusan": "nomor keputusan daftar",
    "tahun_keputusan": "tahun keputusan daftar",
    "tanggal_keputusan": "tanggal keputusan daftar",
    "tempat_keputusan": "tempat keputusan ditetapkan",
    "pejabat": "jabatan yang menetapkan",
    "unit": "perangkat daerah pejabat yang menetapkan",
    "atasan": "jabatan Atasan PPID",
    "nomor_uji": "nomor lembar pengujian konsekuensi",
    "tahun_uji": "tahun pengujian konsekuensi",
    "tanggal_uji": "tanggal pengujian konsekuensi",
    "hari_uji": "hari pengujian konsekuensi",
    "daftar": "nama daftar, tahun, dan perangkat daerahnya",
    "tanggal_daftar": "tanggal daftar dengan asalnya",
    "keadaan_naskah": "kalimat tentang nilai naskah sebagai surat",
    "kode_isi": "kode isi daftar: angka-angka pertama sidiknya",
    "alamat_naskah": "alamat halaman naskah ini di situs",
    "sidik": "SHA-256 isi daftar",
    "bentuk_sidik": "nomor bentuk baku yang dihitung sidiknya",
    "berkas": "alamat berkas yang dihitung sidiknya",
    "nama_berkas": "nama berkas itu",
}
"""What a paper may say of a list, and what it means."""
ISIAN_BARIS: Final[Mapping[str, str]] = {
    "no": "nomor urut",
    "peraturan": "judul lengkap peraturan yang menjadi dasar",
    "pengubah": "judul lengkap peraturan yang mengubahnya terakhir",
    "klasifikasi": "klasifikasi kelompok baris",
    "informasi": "kolom informasi",
    "uraian": "informasi beserta bagian yang ditutup",
    "bagian": "kolom bagian",
    "dasar_hukum": "kolom dasar hukum",
    "konsekuensi_dibuka": "kolom konsekuensi dibuka",
    "konsekuensi_ditutup": "kolom konsekuensi ditutup",
    "jangka": "jangka waktu, dengan hari mulai bila ada",
    "jangka_waktu": "kolom jangka waktu",
    "mulai": "kolom mulai",
    "penguasa": "kolom penguasa",
    "penanggung_jawab": "kolom penanggung jawab",
    "waktu_pembuatan": "kolom waktu pembuatan, dengan kata",
    "tempat_pembuatan": "kolom tempat pembuatan",
    "bentuk": "kolom bentuk",
    "retensi": "kolom retensi",
    "dasar_semula": "dasar hukum dalam daftar sebelumnya",
    "dasar_pengubahan": "dasar hukum sekarang, atau mengapa tidak ditutup lagi",
    "dibuka_semula": "konsekuensi dibuka dalam daftar sebelumnya",
    "ditutup_semula": "konsekuensi ditutup dalam daftar sebelumnya",
    "jangka_pengubahan": "jangka waktu semula dan sekarang",
    "jangka_semula": "jangka waktu dalam daftar sebelumnya",
    "cakupan_semula": "cakupan dalam daftar sebelumnya",
    "tahun_dibuka": "tahun DIP yang kini mencantumkannya",
    "akhir": "hari terakhir pengecualian",
    "tanggal": "tanggal daftar",
}
"""What a cell or a phrase may say of a row, and what it means."""
ISIAN_KAKI: Final[Mapping[str, str]] = {
    "judul": "nama naskah",
    "halaman": "nomor halaman, dihitung program pengolah kata",
    "banyak_halaman": "banyaknya halaman, dihitung program pengolah kata",
}
"""What only the foot of a page may say, and what it means."""

Baris = Annotated[
    tuple[str, ...], BeforeValidator(lambda value: (value,) if isinstance(value, str) else value)
]
"""One line or several."""


class Kolom(Part):
    """A column of a table: its headings from the outermost to its own, and what stands below."""

    judul: Baris = Field(title="Judul", description="Judul kolom, dari yang terluar.")
    lebar: Bulat = Field(title="Lebar", description="Bagian dari lebar tabel.")
    isi: str = Field("", title="Isi", description="Isi sel; kosong berarti diisi tangan.")
    memenuhi: Baris = Field((), title="Memenuhi", description="Ketentuan yang dijawab kolom ini.")


class KelompokBaris(Part):
    """A part of a table with a heading of its own."""

    klasifikasi: Literal["berkala", "serta-merta", "setiap-saat"] = Field(
        title="Klasifikasi", description="Baris yang masuk kelompok ini."
    )
    judul: Teks = Field(title="Judul", description="Judul di atas kelompok ini.")


class Tabel(Part):
    """A table: of the rows of a list, or empty to be filled in by hand."""

    kode: Teks = Field(title="Kode", description="Nama untuk menunjuk tabel ini.")
    judul: Teks = Field(title="Judul", description="Isi tabel, bagi pembaca layar.")
    kelompok: tuple[KelompokBaris, ...] = Field(
        (), title="Kelompok", description="Pembagian baris; nomornya bersambung."
    )
    kolom: tuple[Kolom, ...] = Field(title="Kolom", description="Kolom dari kiri.")
    baris_kosong: Bulat = Field(
        0, title="Baris kosong", description="Banyaknya baris yang diisi tangan."
    )


class BagianLembar(Part):
    """A part of a page: lines of one style, a table, or a group of parts from elsewhere."""

    kop: Baris = Field((), title="Kop", description="Baris kepala surat.")
    judul_surat: Baris = Field((), title="Judul", description="Baris judul.")
    bagian: Baris = Field((), title="Bagian", description="Kepala bagian.")
    baris_tengah: Baris = Field((), title="Tengah", description="Baris di tengah.")
    alinea: Baris = Field((), title="Isi", description="Alinea biasa.")
    label: str = Field(
        "",
        title="Label",
        description="Kata sebelum titik dua di kiri butir, mengingat, atau diktum.",
    )
    butir: Baris = Field((), title="Butir", description="Kalimat bernomor.")
    diktum: Baris = Field((), title="Diktum", description="Isi keputusan di belakang label.")
    tanda_tangan: Baris = Field(
        (), title="Tanda tangan", description="Baris penanda tangan di kanan."
    )
    tanda_tangan_kiri: Baris = Field(
        (), title="Tanda tangan kiri", description="Baris penanda tangan di sebelah kirinya."
    )
    keterangan: Baris = Field((), title="Keterangan", description="Alinea kecil di akhir.")
    mengingat: str = Field("", title="Mengingat", description="Diulang untuk setiap peraturan.")
    tabel: str = Field("", title="Tabel", description="Kode tabel.")
    sisipan: str = Field("", title="Sisipan", description="Kode sisipan.")
    memenuhi: Baris = Field((), title="Memenuhi", description="Ketentuan yang dijawabnya.")


class Sisipan(Part):
    """Parts of a page that several papers share."""

    kode: Teks = Field(title="Kode", description="Nama untuk menunjuk sisipan ini.")
    isi: tuple[BagianLembar, ...] = Field(title="Isi", description="Bagian-bagiannya.")


class Lembar(Part):
    """Pages of one format."""

    mendatar: Benar = Field(default=False, title="Mendatar", description="true: kertas rebah.")
    isi: tuple[BagianLembar, ...] = Field(title="Isi", description="Bagian-bagiannya.")


class NaskahSurat(Part):
    """A paper, and the lists of which it is made, if any."""

    kode: Teks = Field(title="Kode", description="Bagian dari alamat naskah.")
    sumber: Literal["dip", "dik", "pengubahan", "layanan"] = Field(
        title="Sumber",
        description="Daftar, pengubahan status, atau layanan bila kosong untuk diisi.",
    )
    judul: Teks = Field(title="Judul", description="Nama naskah bagi pembaca situs.")
    lampiran: Teks = Field(title="Lampiran", description="Lampiran yang diikuti.")
    lembar: tuple[Lembar, ...] = Field(title="Lembar", description="Lembar-lembarnya.")


class Ungkapan(Part):
    """Phrases of which the program takes the one that is true of a row or of a list."""

    seluruh: Teks = Field(title="Seluruh", description="Informasi ditutup seluruhnya.")
    sebagian: Teks = Field(title="Sebagian", description="Informasi ditutup sebagian.")
    cakupan_semula: Teks = Field(title="Cakupan semula", description="Cakupannya berubah.")
    jangka: Teks = Field(title="Jangka", description="Jangka waktu sejak keputusan.")
    jangka_mulai: Teks = Field(title="Jangka mulai", description="Jangka waktu sejak hari lain.")
    dibuka: Teks = Field(title="Dibuka", description="Tercantum dalam DIP sekarang.")
    berakhir: Teks = Field(title="Berakhir", description="Jangka waktunya habis.")
    jangka_semula: Teks = Field(title="Jangka semula", description="Jangka waktu sebelumnya.")
    jangka_menjadi: Teks = Field(title="Jangka menjadi", description="Jangka waktu sekarang.")
    jangka_selesai: Teks = Field(title="Jangka selesai", description="Tidak ditutup lagi.")
    jangka_terbuka: Teks = Field(title="Jangka terbuka", description="Belum diketahui.")
    menurut_keputusan: Teks = Field(title="Keputusan", description="Tanggal daftar: keputusan.")
    menurut_penyampaian: Teks = Field(title="Penyampaian", description="Tanggal daftar: diterima.")
    diubah: Teks = Field(title="Diubah", description="Peraturan yang sekali diubah.")
    diubah_berulang: Teks = Field(title="Berulang", description="Lebih dari sekali diubah.")
    peraturan_ragu: Teks = Field(title="Ragu", description="Belum pasti berlaku pada hari itu.")
    halaman_situs: Teks = Field(title="Halaman", description="Alamat situsnya tidak diketahui.")
    naskah_contoh: Teks = Field(title="Naskah contoh", description="Datanya peragaan.")
    naskah_salinan: Teks = Field(title="Naskah salinan", description="Keputusannya sudah terbit.")
    naskah_asli: Teks = Field(title="Naskah asli", description="Naskah untuk ditandatangani.")


class SuratResmi(Record):
    """All papers under one regulation."""

    kind: ClassVar[str] = "surat-resmi"
    peraturan: Teks = Field(title="Peraturan", description="Kode peraturan yang diikuti.")
    mulai: Tanggal = Field(title="Mulai", description="Hari pertama dipakai.")
    contoh: Teks = Field(title="Contoh", description="Tanda bahwa datanya peragaan.")
    kepala_contoh: Teks = Field(
        title="Kepala contoh", description="Kepala setiap halaman naskah dari data peragaan."
    )
    kaki: Baris = Field(title="Kaki", description="Baris di kaki setiap halaman.")
    kaki_daftar: Baris = Field((), title="Kaki daftar", description="Sesudahnya, bila dari daftar.")
    mengingat: tuple[Teks, ...] = Field(
        title="Mengingat", description="Kode peraturan yang selalu disebut."
    )
    mengingat_sendiri: tuple[Teks, ...] = Field(
        (),
        title="Mengingat sendiri",
        description="Frasa dalam judul peraturan badan publik sendiri yang ikut disebut.",
    )
    ungkapan: Ungkapan = Field(title="Ungkapan", description="Frasa yang dipilih program.")
    tabel: tuple[Tabel, ...] = Field(title="Tabel", description="Tabel yang ditunjuk naskah.")
    sisipan: tuple[Sisipan, ...] = Field((), title="Sisipan", description="Bagian bersama.")
    naskah: tuple[NaskahSurat, ...] = Field(title="Naskah", description="Naskahnya.")

    @cached_property
    def tabel_by_kode(self) -> dict[str, Tabel]:
        """The tables by their codes."""
        return {tabel.kode: tabel for tabel in self.tabel}

    @cached_property
    def sisipan_by_kode(self) -> dict[str, tuple[BagianLembar, ...]]:
        """The shared parts by their codes."""
        return {sisipan.kode: sisipan.isi for sisipan in self.sisipan}


def texts_of(part: Part, route: Route = ()) -> Iterator[tuple[Route, str]]:
    """Yield every text that may hold places to fill in, with its route."""
    for name in type(part).model_fields:
        value = getattr(part, name)
        several = value if isinstance(value, tuple) else ()
        if isinstance(value, str):
            yield (*route, name), value
        elif isinstance(value, Part):
            yield from texts_of(value, (*route, name))
        for index, each in enumerate(several):
            if isinstance(each, Part):
                yield from texts_of(each, (*route, name, index))
            else:
                yield (*route, name, index), each


def surat_for(day: date, corpus: Corpus) -> SuratResmi | None:
    """Return the papers in use on a day: the newest; those of the body itself before the nation's.

    A body that words its papers in its own way puts a file of its own into `data/acuan/`, which is
    loaded after what ships with the program.
    """
    begun = [surat for surat in corpus.of(SuratResmi) if surat.mulai <= day]
    return max(reversed(begun), key=lambda surat: surat.mulai, default=None)


@rule(
    "SRT-001",
    title="Naskah surat memakai isian, tabel, dan sisipan yang dikenal",
    severity=Severity.GALAT,
    hint="Nama yang dikenal tercantum di panduan “Mencetak surat resmi”.",
    no_basis="Isian yang tidak dikenal akan tercetak kosong dalam surat yang ditandatangani.",
)
def naskah_memakai_yang_dikenal(surat: SuratResmi, _corpus: Corpus) -> Iterator[Finding]:
    for route, text in texts_of(surat):
        known = {*ISIAN_DAFTAR, *(ISIAN_KAKI if str(route[0]).startswith("kaki") else ISIAN_BARIS)}
        for place in PLACE.finditer(text):
            name = place["name"]
            if name not in known and (name or place["note"] is None):
                yield at(surat, route, f"Isian {quoted(place[0])} tidak dikenal")
        if "{" in PLACE.sub("", text) or "}" in PLACE.sub("", text):
            yield at(surat, route, f"Kurung kurawal dalam {quoted(text)} tidak berpasangan")
        if route[-1] == "tabel" and text and text not in surat.tabel_by_kode:
            yield at(surat, route, f"Tabel {quoted(text)} tidak ada dalam berkas ini")
        if route[-1] == "sisipan" and text and text not in surat.sisipan_by_kode:
            yield at(surat, route, f"Sisipan {quoted(text)} tidak ada dalam berkas ini")


KIND = Kind(
    label="Naskah surat resmi",
    model=SuratResmi,
    files=(FilePattern("acuan/surat-resmi/{slug}.yml"),),
    identify=lambda place, _: RecordId(SuratResmi.kind, slug=place.slug),
    rules=rules_in(globals()),
)
