"""What must hold of a file and its text before anything in it is understood."""

from ppid.diagnostics.diagnostic import Requirement, Severity

_READABLE = "Syarat teknis: tanpa ini berkas tidak dapat dibaca dengan pasti."
_SAFE = "Syarat keamanan: tanpa ini halaman atau unduhan dapat mencelakai pembacanya."
_CLEAR = "Syarat mutu: tanpa ini isi tabel mudah salah dibaca."
_SPELLING = "Kesepakatan penulisan yang mengikuti KBBI dan EYD."

BRK_001 = Requirement(
    "BRK-001",
    "Berkas dapat dibaca sebagai teks UTF-8",
    Severity.GALAT,
    "Simpan ulang berkas sebagai teks UTF-8.",
    no_basis=_READABLE,
)
BRK_002 = Requirement(
    "BRK-002",
    "Setiap kunci YAML ditulis satu kali",
    Severity.GALAT,
    "Hapus salah satu, atau gabungkan isinya di bawah satu kunci.",
    no_basis=_READABLE,
)
BRK_003 = Requirement(
    "BRK-003",
    "Berkas YAML tersusun dengan benar dan sederhana",
    Severity.GALAT,
    "Perbaiki baris itu; contoh susunan yang benar ada di halaman aturan ini.",
    no_basis=_READABLE,
)
BRK_004 = Requirement(
    "BRK-004",
    "Judul kolom lengkap dan dikenal",
    Severity.GALAT,
    "Samakan judul kolom dengan templat; urutannya bebas.",
    no_basis=_READABLE,
)
BRK_005 = Requirement(
    "BRK-005",
    "Setiap baris memuat sel sebanyak judul kolomnya",
    Severity.GALAT,
    "Periksa pemisah sel pada baris itu; apit teks yang memuat koma dengan tanda kutip.",
    no_basis=_READABLE,
)
BRK_007 = Requirement(
    "BRK-007",
    "Tabel hanya memuat judul kolom dan baris isi",
    Severity.PERINGATAN,
    "Hapus baris itu dari tabel; keterangan daftar ditulis di berkas .yml di sebelahnya.",
    no_basis=_CLEAR,
)
BRK_008 = Requirement(
    "BRK-008",
    "Isi sel tidak dibaca sebagai rumus oleh lembar kerja",
    Severity.GALAT,
    "Hapus tanda di awal sel, atau dahului dengan kata.",
    no_basis=_SAFE,
)
BRK_009 = Requirement(
    "BRK-009",
    "Teks tidak memuat karakter tersembunyi",
    Severity.GALAT,
    "Ketik ulang kata itu dengan papan ketik, jangan disalin dari PDF atau situs web.",
    no_basis=_SAFE,
)
BRK_010 = Requirement(
    "BRK-010",
    "Sel memuat isi yang sebenarnya, bukan tanda pengganti",
    Severity.PERINGATAN,
    "Tulis isinya lengkap; bila memang tidak ada, kosongkan.",
    no_basis=_CLEAR,
)
BRK_011 = Requirement(
    "BRK-011",
    "Naskah Markdown tidak memuat HTML mentah atau tautan berbahaya",
    Severity.GALAT,
    "Tulis dengan Markdown biasa; tautan hanya ke alamat https atau berkas.",
    no_basis=_SAFE,
)
ISI_008 = Requirement(
    "ISI-008",
    "Teks ditulis rapi, tanpa spasi berlebih dan tidak seluruhnya huruf besar",
    Severity.SARAN,
    "Rapikan teksnya; artinya tidak perlu diubah.",
    no_basis=_SPELLING,
)
ISI_009 = Requirement(
    "ISI-009",
    "Kata ditulis menurut ejaan baku",
    Severity.SARAN,
    "Ganti dengan ejaan baku, kecuali dalam nama atau judul resmi yang memang tertulis begitu.",
    no_basis=_SPELLING,
)

REQUIREMENTS = (
    BRK_001,
    BRK_002,
    BRK_003,
    BRK_004,
    BRK_005,
    BRK_007,
    BRK_008,
    BRK_009,
    BRK_010,
    BRK_011,
    ISI_008,
    ISI_009,
)
