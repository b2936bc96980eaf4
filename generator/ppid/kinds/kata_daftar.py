"""The words by which a handed-in list is read: headings of its columns, and words in its rows.

What all of Indonesia writes ships with the program in `law/`; a body adds what its own offices
write in `data/acuan/`, a line each. Records about the same field, or for the same use, are one.
"""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, ClassVar, Final, Literal

from pydantic import Field

from ppid.core.corpus import Corpus
from ppid.core.kind import FilePattern, Kind
from ppid.core.project_files import is_in_package
from ppid.core.record import Record
from ppid.core.rule import Finding, at, rule, rules_in
from ppid.diagnostics.diagnostic import Severity
from ppid.diagnostics.places import RecordId
from ppid.kinds.dik.model import InformasiDikecualikan
from ppid.kinds.dip.model import InformasiPublik
from ppid.kinds.fields import Teks
from ppid.values.text import quoted

NOMOR: Final = "nomor"
"""A column with the running number of a row; not kept."""
JUDUL: Final = "judul"
"""A column with a short title beside a longer summary (`informasi`)."""
TEMPAT_WAKTU: Final = "tempat_waktu_pembuatan"
"""A column that holds `tempat_pembuatan` and `waktu_pembuatan` in one cell."""
KLASIFIKASI_PREFIX: Final = "klasifikasi="
"""A column that is ticked: “klasifikasi=berkala”; “klasifikasi=dikecualikan” is met as well."""
BENTUK_PREFIX: Final = "bentuk="
"""A column that is ticked: “bentuk=cetak”, “bentuk=digital”."""
RETENSI_PREFIX: Final = "retensi="
"""A column that holds a part of a retention: “retensi=aktif”, “…=inaktif”, “…=nasib”."""

_CLASSES: Final = (
    "klasifikasi",
    *(
        f"{KLASIFIKASI_PREFIX}{one}"
        for one in ("berkala", "setiap-saat", "serta-merta", "dikecualikan")
    ),
)
"""By these a table that holds both lists says which row belongs to which."""
COLUMNS: Final = {
    "dik": (*InformasiDikecualikan.model_fields, NOMOR, JUDUL, *_CLASSES),
    "dip": (
        *InformasiPublik.model_fields,
        NOMOR,
        JUDUL,
        TEMPAT_WAKTU,
        *_CLASSES[1:],
        *(f"{BENTUK_PREFIX}{one}" for one in ("cetak", "digital")),
        *(f"{RETENSI_PREFIX}{one}" for one in ("aktif", "inaktif", "nasib")),
    ),
}
"""What a column of each list can hold: a field of its rows, or one of the above."""

if TYPE_CHECKING:
    Isian = str
else:  # a new field of a list is known here without being named again
    Isian = Literal[tuple(dict.fromkeys(name for names in COLUMNS.values() for name in names))]


class JudulKolom(Record):
    """The headings that mean a field.

    A heading means the field when it has all words of one `frasa` and no word beyond `boleh`, or
    all words of one `tegas`, whatever else it says. Words of `petunjuk` only lead to a question.
    """

    kind: ClassVar[str] = "judul-kolom"
    isian: Isian = Field(title="Isian", description="Isian daftar yang dimaksud judulnya.")
    daftar: Literal["", "dik", "dip"] = Field(
        "", title="Daftar", description="Hanya untuk daftar ini; kosong untuk keduanya."
    )
    frasa: tuple[Teks, ...] = Field(
        (), title="Frasa", description="Judul yang berarti isian ini; urutan katanya bebas."
    )
    tegas: tuple[Teks, ...] = Field(
        (), title="Tegas", description="Frasa yang menentukan walaupun ada kata lain."
    )
    boleh: str = Field(
        "", title="Boleh", description="Kata lain di samping frasa, dipisah dengan spasi."
    )
    petunjuk: str = Field(
        "", title="Petunjuk", description="Kata yang hanya mengarah; kolomnya ditanyakan."
    )


Guna = Literal[
    "judul-diabaikan",
    "judul-dirangkai",
    "judul-singkatan",
    "judul-ringkasan",
    "awal-tanda-tangan",
    "persetujuan",
    "jabatan-penanda-tangan",
    "judul-tabel-orang",
    "awal-keterangan",
    "syarat-dalam-keterangan",
    "nomor-halaman",
    "jumlah",
    "pernyataan-nihil",
    "klasifikasi",
    "kode-klasifikasi",
    "klasifikasi-diragukan",
    "golongan",
    "bentuk",
    "bentuk-diabaikan",
    "cakupan",
    "centang",
    "silang",
    "tidak",
    "kode-diabaikan",
    "warna",
    "dihapus",
]


class KataDaftar(Record):
    """Words in the rows of a list that serve one use; `arti` is the value for which they stand."""

    kind: ClassVar[str] = "kata-daftar"
    guna: Guna = Field(title="Guna", description="Untuk apa kata-kata ini dikenali.")
    arti: str = Field("", title="Arti", description="Isi baku yang dimaksud, bila ada.")
    kata: tuple[Teks, ...] = Field(
        title="Kata", description="Kata atau frasa, satu per baris.", min_length=1
    )


def headings_in(corpus: Corpus, jenis: str) -> list[JudulKolom]:
    """Return what the headings of a DIK or DIP can mean, in the order of the files."""
    found = corpus.of(JudulKolom)
    return [one for one in found if one.isian in COLUMNS[jenis] and one.daftar in {"", jenis}]


def words_for(corpus: Corpus, guna: Guna, arti: str = "") -> tuple[str, ...]:
    """Return the words that serve a use and stand for one value, in small letters."""
    found = (one for one in corpus.of(KataDaftar) if (one.guna, one.arti) == (guna, arti))
    return tuple(word.lower() for one in found for word in one.kata)


def values_of(corpus: Corpus, guna: Guna) -> Mapping[str, str]:
    """Return the value for which each word of a use stands."""
    found = (one for one in corpus.of(KataDaftar) if one.guna == guna)
    return {word.lower(): one.arti for one in found for word in one.kata}


_TOGETHER: Final = frozenset({JUDUL, "informasi"})
"""A heading may mean both of them: which one shows by what else a table holds."""


@rule(
    "JDL-001",
    title="Satu judul kolom berarti satu isian",
    severity=Severity.PERINGATAN,
    hint="Hapus frasa itu dari salah satu isian, atau pakai frasa yang lebih panjang.",
    no_basis="Judul yang berarti dua isian ditanyakan kembali pada setiap daftar yang diserahkan.",
)
def judul_berarti_satu_isian(own: JudulKolom, corpus: Corpus) -> Iterator[Finding]:
    if is_in_package(own.path):
        return
    claimed = corpus.derive(_headings_claimed)
    for name in ("frasa", "tegas"):
        for index, phrase in enumerate(getattr(own, name)):
            for other in claimed.get(frozenset(phrase.lower().split()), ()):
                same_list = not own.daftar or not other.daftar or own.daftar == other.daftar
                if (
                    other.isian == own.isian
                    or not same_list
                    or {own.isian, other.isian} == _TOGETHER
                ):
                    continue
                message = f"Judul {quoted(phrase)} juga berarti isian {quoted(other.isian)}"
                yield at(own, (name, index), message)


def _headings_claimed(corpus: Corpus) -> dict[frozenset[str], list[JudulKolom]]:
    """Return by the words of each phrase the records that claim it."""
    claimed: dict[frozenset[str], list[JudulKolom]] = {}
    for one in corpus.of(JudulKolom):
        for phrase in (*one.frasa, *one.tegas):
            claimed.setdefault(frozenset(phrase.lower().split()), []).append(one)
    return claimed


JUDUL_KOLOM: Final = Kind(
    label="Judul kolom",
    model=JudulKolom,
    files=(FilePattern("acuan/judul-kolom.yml"),),
    identify=lambda _, one: RecordId(JudulKolom.kind, slug=f"{one.isian}:{one.daftar}"),
    rules=rules_in(globals()),
    entries="judul_kolom",
)
KATA_DAFTAR: Final = Kind(
    label="Kata dalam daftar",
    model=KataDaftar,
    files=(FilePattern("acuan/kata-daftar.yml"),),
    identify=lambda _, one: RecordId(KataDaftar.kind, slug=f"{one.guna}:{one.arti}"),
    entries="kata_daftar",
)
