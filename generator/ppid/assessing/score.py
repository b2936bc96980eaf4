"""Figures from assessments, and how they come about in words.

Figures are exact, so that the order in which they are added does not matter; the words are made
from the very data and vocabulary by which the method is applied.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from functools import cache
from math import lcm
from typing import Final

from ppid.assessing.fitting import CHECKED_FOR, FEWEST_WORDS
from ppid.assessing.model import (
    Assessment,
    CategoryScores,
    Kesegaran,
    Obligation,
    ObligationSet,
    OpdReport,
    Score,
    State,
)
from ppid.kinds.acuan.kewajiban import ARTI_BUKTI, Kategori, Tenggat
from ppid.kinds.dik.model import FEWEST_CONSEQUENCE_WORDS, SHORTEST_CONSEQUENCE
from ppid.values.dates import format_tanggal

RUMUS = (
    "Nilai = jumlah bobot kewajiban yang terpenuhi dibagi jumlah bobot kewajiban yang berlaku,"
    " dikali 100, dibulatkan ke satu angka di belakang koma."
)
"""The formula in words, beside the code that computes it."""


class Weights:
    """The weights of a set: shared out where they belong to a category, and added up exactly."""

    def __init__(self, obligations: ObligationSet) -> None:
        """Bring the weights of a set to one denominator."""
        listed = obligations.obligations
        self._unit = lcm(*(o.bobot.denominator for o in listed)) if listed else 1
        self._in_units = [int(o.bobot * self._unit) for o in listed]
        self._category = [o.kategori.kode for o in listed]
        self._categories = obligations.categories
        self._fixed = {
            c.kode: [place for place, kode in enumerate(self._category) if kode == c.kode]
            for c in self._categories
            if c.bobot_tetap
        }

    def shared_out(self, assessments: tuple[Assessment, ...]) -> tuple[Assessment, ...]:
        """Hand the weight of what does not apply to the rest, where a category keeps its weight."""
        changed = list(assessments)
        for places in self._fixed.values():
            counting = [place for place in places if assessments[place].state.counts]
            whole = sum(self._in_units[place] for place in places)
            held = sum(self._in_units[place] for place in counting)
            for place in counting if 0 < held < whole else ():
                weight = _grown(self._in_units[place], whole, held * self._unit)
                changed[place] = assessments[place]._replace(bobot=weight)
        return tuple(changed)

    def score(self, assessments: Sequence[Assessment]) -> tuple[Score, CategoryScores]:
        """Add up the assessments of one OPD, which stand in the order of the set."""
        tallies = {c.kode: _Tally() for c in self._categories}
        for assessment, code in zip(assessments, self._category, strict=True):
            tallies[code].add(assessment, self._unit)
        scores = tuple((c, tallies[c.kode].score(self._unit)) for c in self._categories)
        return total(score for _, score in scores), scores


@cache
def _grown(units: int, whole: int, held: int) -> Fraction:
    """Return a weight that takes its part of what others held; few of them are different."""
    return Fraction(units * whole, held)


class _Tally:
    """Counts and weights by state; weights that are whole in the common unit are added as such."""

    def __init__(self) -> None:
        self._count = dict.fromkeys(State, 0)
        self._whole = dict.fromkeys(State, 0)
        self._rest = dict.fromkeys(State, Fraction(0))
        self._clocked = self._fresh = 0

    def add(self, assessment: Assessment, unit: int) -> None:
        state, weight = assessment.state, assessment.bobot
        self._count[state] += 1
        clock = assessment.obligation.tenggat
        if state is State.TERPENUHI and clock and clock.bulan:
            self._clocked += 1
            self._fresh += assessment.kesegaran is Kesegaran.TEPAT
        whole, rest = divmod(unit, weight.denominator)
        if rest:
            self._rest[state] += weight
        else:
            self._whole[state] += weight.numerator * whole

    def score(self, unit: int) -> Score:
        weight = {s: Fraction(self._whole[s], unit) + self._rest[s] for s in State if s.counts}
        return Score(
            terpenuhi=self._count[State.TERPENUHI],
            belum=self._count[State.BELUM],
            tidak_berlaku=self._count[State.TIDAK_BERLAKU],
            bobot_terpenuhi=weight[State.TERPENUHI],
            bobot_berlaku=sum(weight.values(), Fraction(0)),
            perlu_dilihat=self._count[State.PERLU_DILIHAT],
            tercatat=self._count[State.TERCATAT],
            bobot_perlu_dilihat=weight[State.PERLU_DILIHAT],
            bertenggat=self._clocked,
            segar=self._fresh,
        )


def total(scores: Iterable[Score]) -> Score:
    """Add scores up."""
    listed = list(scores)
    return Score(
        terpenuhi=sum(s.terpenuhi for s in listed),
        belum=sum(s.belum for s in listed),
        tidak_berlaku=sum(s.tidak_berlaku for s in listed),
        bobot_terpenuhi=sum((s.bobot_terpenuhi for s in listed), Fraction(0)),
        bobot_berlaku=sum((s.bobot_berlaku for s in listed), Fraction(0)),
        perlu_dilihat=sum(s.perlu_dilihat for s in listed),
        tercatat=sum(s.tercatat for s in listed),
        bobot_perlu_dilihat=sum((s.bobot_perlu_dilihat for s in listed), Fraction(0)),
        bertenggat=sum(s.bertenggat for s in listed),
        segar=sum(s.segar for s in listed),
    )


def total_by_category(reports: Sequence[CategoryScores]) -> CategoryScores:
    """Add the categories of many OPDs up; all have the same, in the same order."""
    return tuple(
        (column[0][0], total(score for _, score in column)) for column in zip(*reports, strict=True)
    )


def gain(score: Score, weight: Fraction) -> Decimal | None:
    """Return how many points more the figure would show; None when there is no figure.

    Both figures are computed and rounded as they are printed, so that readers can check the sum.
    """
    now = score.nilai
    then = replace(score, bobot_terpenuhi=score.bobot_terpenuhi + weight).nilai
    return None if now is None or then is None else then - now


class Gains(dict[Fraction, Decimal | None]):
    """The gains of one OPD by weight; its obligations share a handful of weights."""

    def __init__(self, report: OpdReport) -> None:
        """Start from the figure of a report."""
        super().__init__()
        self._score = report.score

    def __missing__(self, weight: Fraction) -> Decimal | None:
        self[weight] = found = gain(self._score, weight)
        return found


ARTI_KEADAAN = {
    "terpenuhi": "Bukti yang diperhitungkan ditemukan dalam data.",
    "belum": "Bukti yang diperhitungkan belum ditemukan; yang tidak diketahui termasuk di sini.",
    "perlu-dilihat": (
        "Ada informasi yang menyebut kewajiban ini, tetapi program tidak dapat memastikan bahwa "
        "informasi itu menjawabnya. Pemantau yang memutuskan; sebelum itu tidak dihitung terpenuhi."
    ),
    "tercatat": (
        "Buktinya ada, tetapi kewajibannya hanya mengikat bila peristiwanya terjadi, atau belum "
        "jatuh tempo. Dihitung sebagai jumlah, di luar persen."
    ),
    "tidak-berlaku": (
        "Kewajiban ini tidak mengikat perangkat daerah itu pada tahun itu, belum jatuh tempo, atau "
        "perangkat daerahnya belum mulai menyerahkan daftar."
    ),
}
ARTI_KESEGARAN = {
    "tepat": "Tanggal buktinya memenuhi tenggat.",
    "lewat": "Tanggal buktinya melewati tenggat.",
    "tidak-diketahui": "Buktinya tidak bertanggal.",
    "tanpa-tenggat": "Tidak ada tenggat yang dihitung dengan tanggal.",
}
_HARI = (
    "Hari penilaian adalah 31 Desember tahun itu, atau hari ini bila tahunnya belum selesai.",
    "Setiap tahun dinilai dengan peraturan yang berlaku pada hari penilaiannya.",
    "Pada tahun peraturan berganti, semua daftar dinilai dengan peraturan yang baru.",
    (
        "Yang dihitung hanya yang sudah diketahui pada hari penilaian. Daftar, informasi, atau "
        "laporan yang bertanggal sesudahnya disebut, tetapi tidak mengubah angka tahun yang sudah "
        "lewat; yang tidak bertanggal, dan informasi dalam daftar yang tidak bertanggal, perlu "
        "dilihat pemantau."
    ),
    (
        "Daftar yang ditetapkan sebelum peraturan itu berlaku sering memakai kode lama; "
        "kode lama yang artinya dapat tertukar tidak dihitung."
    ),
    (
        "Tahun yang dinilai adalah tahun yang mempunyai paling sedikit satu daftar atau laporan, "
        "sejak tahun pertama yang ditetapkan badan publik. Perangkat daerah yang sampai tahun itu "
        "belum pernah menyerahkan apa pun disebut belum mulai dan tidak diberi angka."
    ),
)
_JAWABAN = (
    (
        "Sebuah informasi dalam DIP menjawab kewajiban bila menyebut kodenya, klasifikasinya sama, "
        "dan judulnya memuat kata-kata kewajiban itu. Daftar katanya ada di samping setiap "
        "kewajiban."
    ),
    (
        "Kata umum seperti “daftar”, “data”, atau “jumlah” hanya cocok bila judulnya juga menyebut "
        "apa yang didaftar. Judul yang tidak cocok tidak ditolak, melainkan perlu dilihat pemantau."
    ),
    (
        "Satu dokumen menjawab paling banyak tiga kewajiban. Informasi yang beralamat sama, "
        "berjudul sama, atau berkasnya berisi sama adalah satu dokumen; http, www, huruf besar, "
        "huruf beraksen, huruf lain yang dibaca sama dalam nama situs, nomor di belakang nama "
        "situs, tanda persen, nol di depan angka, folder bahasa (/id/, /en/), index.html atau "
        "akhiran .html, dan yang ditulis di belakang alamat sebuah berkas atau halaman tidak "
        "membedakan alamat, kecuali bila itulah yang memilih dokumennya. "
        "Dalam nama situs tidak boleh ada tanda persen atau garis miring terbalik. Isi dua "
        "berkas sebuah daftar sama bila dua pertiga katanya sama; kata-kata dalam judul tidak "
        "dihitung. Dokumen yang menyebut lebih banyak dihitung hanya pada kewajiban yang cocok, "
        "mulai dari yang bobotnya terbesar."
    ),
    (
        "Kewajiban yang dijawab satu kali untuk seluruh badan hanya dijawab oleh PPID Utama, atau "
        "oleh perangkat daerah yang ditunjuk untuk itu."
    ),
    (
        "Satu jenis bukti yang memadai sudah cukup. Apakah isi dokumennya lengkap dan benar tidak "
        "dinilai oleh program."
    ),
)
_DILIHAT = (
    (
        "Judul yang lebih panjang dari dua belas kata dan menyebut isi lebih dari dua belas "
        "kewajiban tidak menamai satu dokumen; perlu dilihat pemantau."
    ),
    (
        "Daftar yang tidak satu pun informasinya sesuai dengan kewajiban yang disebutnya perlu "
        "dilihat pemantau."
    ),
    (
        "Daftar yang ditetapkan, diuji konsekuensinya, atau dinyatakan nihil lebih dari setahun "
        "sebelum tahunnya mulai perlu dilihat pemantau."
    ),
    (
        f"Konsekuensi pengecualian yang kurang dari {SHORTEST_CONSEQUENCE} huruf, yang kurang dari "
        f"{FEWEST_CONSEQUENCE_WORDS} kata di luar kata-kata judulnya, atau yang sama "
        "bagi lebih dari separuh daftar dan paling sedikit tiga informasi, perlu dilihat pemantau."
    ),
    "Alamat yang menuju halaman depan, hasil pencarian, atau alamat pendek perlu dilihat pemantau.",
    (
        "Kewajiban yang harus dapat dibuka dijawab oleh berkas yang diserahkan, atau oleh alamat "
        f"yang terbuka pada pemeriksaan terakhirnya, paling lama {CHECKED_FOR} hari sebelum hari "
        "penilaian. Alamat diperiksa PPID Utama dan hasilnya disimpan sebagai data; program ini "
        "tidak membukanya sendiri ketika situs dibangun."
    ),
    (
        "Berkas yang diserahkan harus menyebut di dalamnya paling sedikit satu kata judulnya yang "
        "bukan kata umum, atau kata-kata kewajibannya. Bila tidak, bila selain kata-kata judul "
        f"dalam daftar itu isinya kurang dari {FEWEST_WORDS} kata, atau bila "
        "tulisannya tidak dapat dibaca program, misalnya hasil pindaian, berkas itu perlu dilihat "
        "pemantau."
    ),
    (
        "Alamat yang hilang, atau yang membawa pembaca ke halaman depan, tidak dihitung. Yang "
        "belum diperiksa sampai hari penilaian, yang pemeriksaannya lebih lama dari itu, yang "
        "situsnya tidak menjawab, yang di luar situs badan publik dan situs lain yang dicatatnya, "
        "atau yang menurut profilnya di situs perangkat daerah lain perlu dilihat pemantau. Alamat "
        "yang membawa ke tempat lain adalah satu dokumen dengan tempat itu."
    ),
    (
        "Bersama alamat dalam daftar diperiksa pula alamat pembanding: alamat yang dikarang di "
        "tempat yang sama. Bila yang dikarang juga terbuka, situs itu membuka alamat apa pun di "
        "sana, sehingga alamat dalam daftar yang terbuka tidak menunjukkan dokumen; alamat itu "
        "perlu dilihat pemantau. Pemeriksaan yang tersimpan sebelum ada alamat pembanding tetap "
        "dihitung sampai melewati batas harinya."
    ),
)
_HITUNGAN = (
    (
        "Yang tidak berlaku dan yang hanya tercatat keluar dari pembilang dan dari penyebut. Yang "
        "perlu dilihat tetap dalam penyebut: kalau keluar, angka dapat dinaikkan dengan informasi "
        "yang meragukan. Di samping nilai disebut nilai tertinggi, yaitu bila semua yang perlu "
        "dilihat ternyata memenuhi."
    ),
    (
        "Mutu pengecualian berbobot tetap: bobot syarat yang tidak berlaku, misalnya karena tidak "
        "ada yang dikecualikan, beralih kepada syarat yang berlaku. Maka pernyataan nihil yang sah "
        "bernilai sama dengan daftar pengecualian yang baik."
    ),
    (
        "Bukti yang melewati tenggat tetap dihitung, kecuali bila tenggat itulah kewajibannya. "
        "Kesegaran disebut di samping nilai sebagai angka sendiri: dari kewajiban terpenuhi yang "
        "harus diperbarui paling lama enam bulan sekali (UU 14/2008 Pasal 9 ayat (3)), berapa "
        "persen yang buktinya diperbarui dalam enam bulan sebelum hari penilaian."
    ),
    (
        "Laporan layanan dinilai pada tahun jatuh temponya: angka tahun sebelumnya, paling lambat "
        "31 Maret. Sebelum hari itu tidak diminta. Angka yang semuanya nol perlu dilihat pemantau; "
        "laporan yang bertanggal sebelum tahunnya berakhir tidak dihitung. Apakah angkanya benar, "
        "juga bila hanya satu permintaan, tidak dapat dinilai program: pemantau mencocokkannya "
        "dengan register."
    ),
)
_BERTANGGAL = (
    "Kewajiban yang bertanggal sendiri dinilai bila berlaku pada hari penilaian tahun itu."
)
"""A step for sets in which an obligation does not hold as long as its regulation."""
LANGKAH: Final[Mapping[str, tuple[str, ...]]] = {
    "Kapan dinilai, dan menurut peraturan apa": _HARI,
    "Informasi mana yang menjawab": _JAWABAN,
    "Yang perlu dilihat pemantau": _DILIHAT,
    "Yang masuk hitungan": _HITUNGAN,
}
"""How figures come about, in parts that are read apart."""


@dataclass(frozen=True, slots=True)
class ObligationGroup:
    """A category of a set, with the obligations in it."""

    kategori: Kategori
    obligations: tuple[Obligation, ...]


@dataclass(frozen=True, slots=True)
class Method:
    """How figures come about under one regulation; everything here is printed as it stands."""

    kumpulan: ObligationSet
    rumus: str
    langkah: Mapping[str, Sequence[str]]
    tenggat: Sequence[Tenggat]
    groups: Sequence[ObligationGroup]


def method_of(kumpulan: ObligationSet) -> Method:
    """Describe the method of one set."""
    groups = tuple(
        ObligationGroup(c, tuple(o for o in kumpulan.obligations if o.kategori.kode == c.kode))
        for c in kumpulan.categories
    )
    dated = any(o.mulai or o.sampai for o in kumpulan.obligations)
    steps = {
        title: (*told, _BERTANGGAL) if dated and told is _HARI else told
        for title, told in LANGKAH.items()
    }
    return Method(kumpulan, RUMUS, steps, kumpulan.kumpulan.tenggat, groups)


def evidence_in_words(obligation: Obligation) -> tuple[str, ...]:
    """Say what counts as evidence of an obligation."""
    return tuple(ARTI_BUKTI[sort] for sort in obligation.bukti)


def scope_in_words(obligation: Obligation) -> str:
    """Say whom an obligation binds, and since when and until when where it has days of its own."""
    scope = obligation.berlaku_untuk
    whom = scope.alasan if scope else "Berlaku bagi semua perangkat daerah."
    since = f" sejak {format_tanggal(obligation.mulai)}" if obligation.mulai else ""
    until = f" sampai {format_tanggal(obligation.sampai)}" if obligation.sampai else ""
    return f"{whom} Berlaku{since}{until}." if since or until else whom


def weight_in_words(obligation: Obligation) -> str:
    """Say what an obligation weighs, exactly: “1” or “1/23”."""
    return str(obligation.bobot)
