"""What a review consists of: changes by gravity, findings, completeness, and what to decide."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, StrEnum
from typing import Final

from ppid.diagnostics.diagnostic import Diagnostic, has_errors


class ReviewSection(Enum):
    """The parts of a review, gravest first; the value is the heading that readers see."""

    DITUTUP = "Semula terbuka, kini dikecualikan"
    HILANG = "Tidak tercantum lagi"
    TAUTAN = "Alamat dokumen dihapus"
    SALINAN = "Salinan resmi berubah sesudah terbit"
    DIKECUALIKAN = "Pengecualian baru atau lebih luas"
    LEBIH_LAMA = "Jangka waktu lebih lama"
    TIDAK_SEBANDING = "Jangka waktu yang tidak dapat dibandingkan"
    ALASAN = "Alasan pengecualian berubah"
    PINDAH = "Pindah perangkat daerah"
    KODE = "Kode berubah"
    DIBUKA = "Dibuka atau dipersempit"
    KEPUTUSAN = "Keputusan dan pernyataan"
    ACUAN = "Acuan yang dipakai menilai dan memeriksa"
    LAINNYA = "Perubahan lain"


class ChangeSort(StrEnum):
    """What happened; the order of the members is the order of gravity."""

    PUBLIK_DIKECUALIKAN = "publik-ke-dikecualikan"
    DAFTAR_HILANG = "daftar-hilang"
    NIHIL = "nihil-menggantikan-isi"
    HILANG = "hilang"
    TIDAK_TERBACA = "tidak-terbaca"
    DIRAGUKAN = "mungkin-sama"
    TIDAK_DILANJUTKAN = "tidak-dilanjutkan"
    TAUTAN_HILANG = "tautan-hilang"
    DOKUMEN_HILANG = "dokumen-hilang"
    HALAMAN_HILANG = "halaman-hilang"
    SALINAN_BERUBAH = "salinan-resmi-berubah"
    DIKECUALIKAN_BARU = "dikecualikan-baru"
    CAKUPAN_DIPERLUAS = "cakupan-diperluas"
    JANGKA_DIPERPANJANG = "jangka-diperpanjang"
    JANGKA_TIDAK_SEBANDING = "jangka-tidak-sebanding"
    """Nobody can say from the words which of two terms is longer, or there is none any more."""
    ALASAN_BERUBAH = "alasan-berubah"
    PINDAH_PERANGKAT = "pindah-perangkat-daerah"
    KODE_BERUBAH = "kode-berubah"
    DIBUKA = "dikecualikan-ke-publik"
    CAKUPAN_DIPERSEMPIT = "cakupan-dipersempit"
    JANGKA_DIPERSINGKAT = "jangka-dipersingkat"
    KEPUTUSAN_BERUBAH = "keputusan-berubah"
    ACUAN_BERUBAH = "acuan-berubah"
    BERUBAH = "berubah"
    PINDAH = "pindah"
    BARU = "baru"
    DAFTAR_BARU = "daftar-baru"
    DILANJUTKAN = "dilanjutkan"
    DOKUMEN_BERUBAH = "dokumen-berubah"
    DOKUMEN_BARU = "dokumen-baru"
    HALAMAN_BERUBAH = "halaman-berubah"
    HALAMAN_BARU = "halaman-baru"

    @property
    def section(self) -> ReviewSection:
        """The part of the review in which it stands."""
        return _SECTIONS.get(self, ReviewSection.LAINNYA)


_SECTIONS: Mapping[ChangeSort, ReviewSection] = {
    ChangeSort.PUBLIK_DIKECUALIKAN: ReviewSection.DITUTUP,
    ChangeSort.DAFTAR_HILANG: ReviewSection.HILANG,
    ChangeSort.NIHIL: ReviewSection.HILANG,
    ChangeSort.HILANG: ReviewSection.HILANG,
    ChangeSort.TIDAK_TERBACA: ReviewSection.HILANG,
    ChangeSort.DIRAGUKAN: ReviewSection.HILANG,
    ChangeSort.TIDAK_DILANJUTKAN: ReviewSection.HILANG,
    ChangeSort.TAUTAN_HILANG: ReviewSection.TAUTAN,
    ChangeSort.DOKUMEN_HILANG: ReviewSection.HILANG,
    ChangeSort.HALAMAN_HILANG: ReviewSection.HILANG,
    ChangeSort.SALINAN_BERUBAH: ReviewSection.SALINAN,
    ChangeSort.DIKECUALIKAN_BARU: ReviewSection.DIKECUALIKAN,
    ChangeSort.CAKUPAN_DIPERLUAS: ReviewSection.DIKECUALIKAN,
    ChangeSort.JANGKA_DIPERPANJANG: ReviewSection.LEBIH_LAMA,
    ChangeSort.JANGKA_TIDAK_SEBANDING: ReviewSection.TIDAK_SEBANDING,
    ChangeSort.ALASAN_BERUBAH: ReviewSection.ALASAN,
    ChangeSort.PINDAH_PERANGKAT: ReviewSection.PINDAH,
    ChangeSort.KODE_BERUBAH: ReviewSection.KODE,
    ChangeSort.DIBUKA: ReviewSection.DIBUKA,
    ChangeSort.CAKUPAN_DIPERSEMPIT: ReviewSection.DIBUKA,
    ChangeSort.JANGKA_DIPERSINGKAT: ReviewSection.DIBUKA,
    ChangeSort.KEPUTUSAN_BERUBAH: ReviewSection.KEPUTUSAN,
    ChangeSort.ACUAN_BERUBAH: ReviewSection.ACUAN,
}
_GRAVITY = {sort: place for place, sort in enumerate(ChangeSort)}


@dataclass(frozen=True, slots=True)
class Detail:
    """One field that says something else; `words` is a clause without capital and full stop.

    `field` is the route to it (`penetapan.tanggal`); texts are shown beside the words where the
    words do not repeat them.
    """

    sort: ChangeSort
    field: str
    words: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ReviewChange:
    """What happened to one record, list, page or document.

    `record` is its id or path, `title` what readers know it by and `place` where it stands;
    `members` are titles that a change of many records is about, `contoh` marks a demonstration and
    `salinan_resmi` a faithful copy of a decision. `other_path` is the file that a record came from.
    """

    sort: ChangeSort
    record: str
    title: str
    place: str
    path: str
    details: tuple[Detail, ...]
    members: tuple[str, ...] = ()
    contoh: bool = False
    salinan_resmi: bool = False
    other_path: str = ""

    @property
    def order(self) -> tuple[int, str, str]:
        """What changes are sorted by: gravity, then place."""
        return _GRAVITY[self.sort], self.path, self.record

    @property
    def paths(self) -> frozenset[str]:
        """The files that it is about; one of many rows is named after the other file of a list."""
        rows = f"{self.path.removesuffix('.yml')}.csv" if self.members else ""
        return frozenset({self.path, self.other_path, rows} - {""})

    @property
    def sentence(self) -> str:
        """Everything that happened, as one sentence."""
        clauses = "; ".join(detail.words for detail in self.details)
        return f"{clauses[:1].upper()}{clauses[1:]}."

    @property
    def sorts(self) -> frozenset[ChangeSort]:
        """Everything that happened at once."""
        return frozenset(detail.sort for detail in self.details)


def gravest(details: tuple[Detail, ...]) -> ChangeSort:
    """Return the gravest of what happened at once."""
    return min((detail.sort for detail in details), key=_GRAVITY.__getitem__)


@dataclass(frozen=True, slots=True)
class Moved:
    """An obligation whose state changed, with the words for both states and the reason now."""

    kode: str
    teks: str
    before: str
    after: str
    reason: str
    lost: bool


_JUMP: Final = 5
"""Points of a hundred by which a figure rises so far that it is told among the gravest."""


@dataclass(frozen=True, slots=True)
class ScoreCause:
    """A record that came, went or changed, and how many obligations rest on it now or did before.

    `name` is what readers know it by, with its place.
    """

    name: str
    gained: int
    lost: int


@dataclass(frozen=True, slots=True)
class ScoreEffect:
    """What the change does to the completeness of one OPD in one year; None: no figure."""

    opd: str
    nama: str
    tahun: int
    before: Decimal | None
    after: Decimal | None
    moved: tuple[Moved, ...]
    contoh: bool
    causes: tuple[ScoreCause, ...] = ()

    @property
    def is_jump(self) -> bool:
        """Tell whether the figure rises so far that somebody should look why."""
        if self.before is None or self.after is None:
            return False
        return self.after - self.before >= _JUMP


@dataclass(frozen=True, slots=True)
class DecisionToMake:
    """Questions on one topic that the reviewer must answer, with the words of the law behind them.

    `law` names the passage and `quote` gives it letter by letter; both may be empty.
    """

    topic: str
    law: str
    quote: str
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unchanged:
    """What differs without saying anything else: files only rewritten or renamed."""

    rewritten: tuple[str, ...] = ()
    renamed: tuple[tuple[str, str], ...] = ()


class FileSort(Enum):
    """What a file is that holds no data, weightiest first; the value is its name for readers."""

    ALUR_KERJA = "alur kerja"
    PROGRAM = "program"
    TAMPILAN = "tampilan"
    UJI = "uji program"
    LAIN = "berkas lain"

    @property
    def decides(self) -> bool:
        """Tell whether it decides what is checked, published or shown."""
        return self not in {FileSort.UJI, FileSort.LAIN}


@dataclass(frozen=True, slots=True)
class OutsideFile:
    """A file that changed and holds neither data nor a page."""

    path: str
    sort: FileSort


@dataclass(frozen=True, slots=True)
class ComparedBase:
    """What was compared with: the name that was asked for, the commit, and what to know of it."""

    name: str
    commit: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TouchedFiles:
    """What git says of the files: paths whose bytes differ, and documents that were only renamed.

    `renamed` maps the old path of a document to the new one.
    """

    changed: frozenset[str] = frozenset()
    renamed: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Review:
    """Everything that a reviewer is told; each part in its order."""

    base: ComparedBase
    changes: tuple[ReviewChange, ...]
    new: tuple[Diagnostic, ...]
    solved: tuple[Diagnostic, ...]
    effects: tuple[ScoreEffect, ...]
    decisions: tuple[DecisionToMake, ...]
    unchanged: Unchanged
    outside: tuple[OutsideFile, ...] = ()

    @property
    def blocked(self) -> bool:
        """Tell whether the change brings an error that was not there before."""
        return has_errors(self.new)
