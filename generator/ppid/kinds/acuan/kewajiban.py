"""What must be announced, under the regulation that was valid in a year.

Everything by which completeness is judged is data: which letters there are, how much each weighs,
by which clock, whom it binds, and what shows that it was met. Code only knows how to look.
"""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import Field, StringConstraints

from ppid.core.corpus import Corpus
from ppid.core.kind import FilePattern, Kind
from ppid.core.record import Part, Record
from ppid.core.rule import Finding, at, codes_taken, rule, rules_in
from ppid.diagnostics.diagnostic import Severity
from ppid.diagnostics.places import RecordId
from ppid.kinds.fields import Benar, Bulan_hari, Bulat, Tanggal, Teks, holds_on
from ppid.values.text import quoted

JenisBukti = Literal[
    "dip",
    "dip-beralamat",
    "dip-ada",
    "daftar-dip",
    "pemutakhiran-dip",
    "daftar-dik",
    "uji-konsekuensi",
    "dasar-pengecualian",
    "konsekuensi-pengecualian",
    "jangka-pengecualian",
    "jangka-huruf-a-f",
    "akhir-pengecualian",
    "pernyataan-nihil",
    "layanan-permohonan",
    "layanan-waktu",
    "layanan-alasan",
    "layanan-sengketa",
    "laporan-layanan",
    "halaman",
]
ARTI_BUKTI: dict[str, str] = {
    "dip": (
        "informasi dalam DIP tahun itu yang menyebut kode kewajiban dan judulnya menyebut isinya"
    ),
    "dip-beralamat": (
        "informasi dalam DIP tahun itu yang menyebut kode kewajiban, judulnya menyebut isinya, dan"
        " memuat berkasnya atau alamat dokumen yang terbuka ketika diperiksa"
    ),
    "dip-ada": "DIP tahun itu yang memuat paling sedikit satu informasi",
    "daftar-dip": "DIP tahun itu yang memuat informasi serta nomor dan tanggal keputusan",
    "pemutakhiran-dip": "tanggal terbaru dalam DIP tahun itu, dihitung dengan tenggatnya",
    "daftar-dik": (
        "DIK tahun itu dengan keputusan yang memuat nomor, tanggal, pejabat, dan tempat, atau"
        " pernyataan nihil"
    ),
    "uji-konsekuensi": "uji konsekuensi yang bertanggal dan tidak sesudah keputusan DIK",
    "dasar-pengecualian": (
        "alasan UU 14/2008 Pasal 17 dengan hurufnya pada setiap informasi dalam DIK"
    ),
    "konsekuensi-pengecualian": "uraian akibat bila dibuka pada setiap informasi dalam DIK",
    "jangka-pengecualian": "jangka waktu yang jelas pada setiap informasi dalam DIK",
    "jangka-huruf-a-f": (
        "jangka waktu yang jelas pada setiap informasi dalam DIK yang alasannya huruf a sampai"
        " huruf f atau belum disebut"
    ),
    "akhir-pengecualian": (
        "informasi yang jangka waktunya habis sebelum keputusan DIK tercantum dalam DIP"
    ),
    "pernyataan-nihil": "pernyataan bahwa tahun itu tidak ada yang dikecualikan",
    "layanan-permohonan": "jumlah permintaan dalam angka layanan tahun sebelumnya",
    "layanan-waktu": "waktu pemenuhan dalam angka layanan tahun sebelumnya",
    "layanan-alasan": "alasan bagi setiap penolakan dalam angka layanan tahun sebelumnya",
    "layanan-sengketa": "jumlah keberatan dan sengketa dalam angka layanan tahun sebelumnya",
    "laporan-layanan": "laporan layanan tahun sebelumnya yang bertanggal",
    "halaman": "halaman situs ini; hanya untuk tahun berjalan, sebab halaman tidak bertahun",
}
"""What each sort of evidence is, in words: “bukti: …”."""


Bobot = Annotated[str, StringConstraints(pattern=r"^[0-9]{1,3}(/[1-9][0-9]{0,2})?$")]
"""How much something counts, exactly: `1`, `2` or a fraction such as `1/23`."""


class Tenggat(Part):
    """A clock: how old evidence may be, or by which day it is due."""

    kode: Teks = Field(title="Kode", description="Misalnya enam-bulan.")
    teks: Teks = Field(title="Teks", description="Bunyinya dengan kata biasa.")
    dasar: str = Field("", title="Dasar", description="Rujukan ketentuan.")
    bulan: Bulat | None = Field(
        None, title="Bulan", description="Paling lama sekian bulan sebelum hari penilaian."
    )
    batas: Bulan_hari | None = Field(
        None, title="Batas", description="Bulan dan hari, pada tahun sesudah tahun yang dinilai."
    )


class Kategori(Part):
    """A group of obligations, with what they share unless one says otherwise."""

    kode: Teks = Field(title="Kode", description="Misalnya berkala.")
    nama: Teks = Field(title="Nama", description="Nama yang ditampilkan.")
    bobot: Bobot = Field("1", title="Bobot", description="Pengali bobot kewajibannya.")
    alasan_bobot: Teks = Field(title="Alasan bobot", description="Mengapa bobotnya demikian.")
    tenggat: str = Field("", title="Tenggat", description="Kode tenggat bawaan.")
    bobot_tetap: Benar = Field(
        default=False,
        title="Bobot tetap",
        description="true: bobot yang tidak berlaku beralih kepada yang berlaku di kelompok ini.",
    )
    bukti: tuple[JenisBukti, ...] = Field(
        title="Bukti", description="Bukti bawaan; satu saja sudah cukup."
    )


class BerlakuUntuk(Part):
    """Whom an obligation binds; without restrictions, every OPD.

    `jenis` and `urusan` name the OPDs that are bound; with `bila_tercatat` others are bound too,
    but only where evidence shows that the thing exists.
    """

    lingkup: Literal["semua", "badan", "tidak-ada"] = Field(
        "semua",
        title="Lingkup",
        description="semua perangkat daerah, badan (dijawab PPID Utama), atau tidak-ada.",
    )
    jenis: tuple[Teks, ...] = Field((), title="Jenis", description="Jenis perangkat daerah.")
    urusan: tuple[Teks, ...] = Field((), title="Urusan", description="Urusan di profil.yml.")
    fakta: Literal["", "layanan-langsung"] = Field(
        "", title="Fakta", description="Keterangan profil yang harus benar."
    )
    bila_tercatat: Benar = Field(
        default=False, title="Bila tercatat", description="true: berlaku bila buktinya tercatat."
    )
    alasan: Teks = Field(title="Alasan", description="Mengapa demikian, dalam satu kalimat.")


class Kewajiban(Part):
    """One obligation, down to the letter."""

    kode: Teks = Field(title="Kode", description="Misalnya berkala.d.a.")
    dasar: Teks = Field(title="Dasar", description="Rujukan ketentuan.")
    klasifikasi: Literal["berkala", "serta-merta", "setiap-saat"] | None = Field(
        None, title="Klasifikasi", description="Cara penyediaan, bila ditentukan."
    )
    teks: Teks = Field(title="Teks", description="Isinya dengan kata biasa.")
    kata: tuple[Teks, ...] = Field(
        (),
        title="Kata",
        description="Kata judul yang menjawabnya; satu baris cukup. Kosong: kata-kata teksnya.",
    )
    naskah: str = Field(
        "", title="Naskah", description="Nama bersama bagi kewajiban yang dijawab satu naskah."
    )
    kategori: str = Field(
        "", title="Kategori", description="Kode kategori; kosong berarti sama dengan klasifikasi."
    )
    bobot: Bobot | None = Field(None, title="Bobot", description="Bila lain dari bawaan.")
    alasan_bobot: str = Field("", title="Alasan bobot", description="Wajib bila bobot ditulis.")
    tenggat: str = Field("", title="Tenggat", description="Kode tenggat bila lain dari kategori.")
    tenggat_menentukan: Benar = Field(
        default=False,
        title="Tenggat menentukan",
        description="true: bukti yang melewati tenggat belum memenuhi kewajiban.",
    )
    berlaku_untuk: BerlakuUntuk | None = Field(
        None, title="Berlaku untuk", description="Kosong berarti semua perangkat daerah."
    )
    bukti: tuple[JenisBukti, ...] = Field(
        (), title="Bukti", description="Bila lain dari kategori; satu saja sudah cukup."
    )
    halaman: tuple[Teks, ...] = Field(
        (),
        title="Halaman",
        description="Alamat di situs ini sebagai bukti; semuanya harus ada.",
    )
    berlaku_mulai: Tanggal | None = Field(
        None,
        title="Berlaku mulai",
        description="Hari pertama, bila lebih baru dari peraturannya.",
    )
    berlaku_sampai: Tanggal | None = Field(
        None,
        title="Berlaku sampai",
        description="Hari terakhir, bila berakhir lebih dahulu dari peraturannya.",
    )

    @property
    def kelompok(self) -> str:
        """The code of its category."""
        return self.kategori or self.klasifikasi or ""

    def berlaku_pada(self, day: date) -> bool:
        """Tell whether the obligation holds on a day on which its regulation does."""
        return holds_on(day, self.berlaku_mulai, self.berlaku_sampai)


class KumpulanKewajiban(Record):
    """The obligations of one regulation, with the days on which they hold."""

    kind: ClassVar[str] = "kewajiban"
    peraturan: Teks = Field(title="Peraturan", description="Kode peraturan.")
    mulai: Tanggal = Field(title="Mulai", description="Hari pertama berlaku.")
    sampai: Tanggal | None = Field(None, title="Sampai", description="Hari terakhir berlaku.")
    sumber: str = Field("", title="Sumber", description="Naskah yang menjadi sumber.")
    catatan: str = Field("", title="Catatan", description="Keterangan tambahan.")
    bobot: Bobot = Field("1", title="Bobot", description="Bobot bawaan tiap kewajiban.")
    alasan_bobot: str = Field("", title="Alasan bobot", description="Mengapa demikian.")
    tenggat: tuple[Tenggat, ...] = Field((), title="Tenggat", description="Daftar tenggat.")
    kategori: tuple[Kategori, ...] = Field((), title="Kategori", description="Daftar kategori.")
    paling_banyak: Bulat = Field(
        3,
        title="Paling banyak",
        description="Kewajiban terbanyak yang terjawab oleh satu dokumen.",
    )
    kata_umum: tuple[Teks, ...] = Field(
        (), title="Kata umum", description="Kata judul yang sendirian tidak menamai apa pun."
    )
    kewajiban: tuple[Kewajiban, ...] = Field(title="Kewajiban", description="Daftarnya.")


def judging_day(tahun: int, today: date) -> date:
    """Return the day by which a year is judged: old years are not blamed for having grown old."""
    return min(date(tahun, 12, 31), today)


def kewajiban_in(tahun: int, corpus: Corpus) -> tuple[Kewajiban, ...]:
    """Return the obligations by which a year is judged: those of its set, as on its judging day.

    One that was added later leaves the years before it as they were.
    """
    group, last = kumpulan_in(tahun, corpus), judging_day(tahun, corpus.today)
    return tuple(k for k in group.kewajiban if k.berlaku_pada(last)) if group else ()


def kumpulan_in(tahun: int, corpus: Corpus) -> KumpulanKewajiban | None:
    """Return the set of a year: the one in force on its judging day, the newest of several.

    A year in which the regulation changed (2021) is judged by the new one alone, so that figures
    of one year can be compared with each other.
    """
    last = judging_day(tahun, corpus.today)
    groups = [g for g in corpus.of(KumpulanKewajiban) if holds_on(last, g.mulai, g.sampai)]
    return max(groups, key=lambda group: group.mulai, default=None)


@rule(
    "KWJ-001",
    title="Setiap kewajiban berkode sendiri",
    severity=Severity.GALAT,
    hint="Beri kode yang belum dipakai; kode menjadi alamat halaman kewajiban.",
    no_basis="Dua kewajiban tidak dapat beralamat sama.",
)
def kode_kewajiban_tunggal(group: KumpulanKewajiban, _corpus: Corpus) -> Iterator[Finding]:
    yield from codes_taken(group, "kewajiban", [each.kode for each in group.kewajiban])


@rule(
    "KWJ-002",
    title="Kewajiban berakhir sesudah mulai berlaku",
    severity=Severity.GALAT,
    hint="Tukar atau perbaiki “berlaku_mulai” dan “berlaku_sampai”.",
    no_basis="Kewajiban yang berakhir sebelum mulai tidak pernah dinilai.",
)
def masa_berlaku_tidak_terbalik(group: KumpulanKewajiban, _corpus: Corpus) -> Iterator[Finding]:
    for index, each in enumerate(group.kewajiban):
        begins, ends = each.berlaku_mulai, each.berlaku_sampai
        if begins and ends and ends < begins:
            message = f"Kewajiban {quoted(each.kode)} berakhir sebelum mulai berlaku"
            yield at(group, ("kewajiban", index, "berlaku_sampai"), message)


KIND = Kind(
    label="Kewajiban pengumuman",
    model=KumpulanKewajiban,
    files=(FilePattern("acuan/kewajiban/{slug}.yml"),),
    identify=lambda place, _: RecordId(KumpulanKewajiban.kind, slug=place.slug),
    rules=rules_in(globals()),
    single=True,
)
