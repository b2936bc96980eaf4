"""What must hold for every single field, whatever the kind of record (ISI-008, ISI-009: rules)."""

from ppid.diagnostics.model import Requirement, Severity

_FORM_OF_DATA = "Syarat teknis: tanpa ini catatan tidak dapat dibaca atau ditampilkan."

ISI_001 = Requirement(
    "ISI-001",
    "Isian yang wajib sudah diisi",
    Severity.GALAT,
    "Lengkapi isian itu.",
    no_basis=_FORM_OF_DATA,
    softened=True,
)
ISI_002 = Requirement(
    "ISI-002",
    "Nama isian dikenal",
    Severity.GALAT,
    "Periksa ejaan nama isian itu, atau hapus barisnya.",
    no_basis=_FORM_OF_DATA,
)
ISI_003 = Requirement(
    "ISI-003",
    "Isian memakai salah satu pilihan yang tersedia",
    Severity.GALAT,
    "Tulis salah satu pilihan persis seperti ejaannya.",
    no_basis=_FORM_OF_DATA,
)
ISI_004 = Requirement(
    "ISI-004",
    "Tanggal ditulis TTTT-BB-HH dan ada dalam kalender",
    Severity.GALAT,
    "Tulis tahun, bulan, dan hari dengan angka, misalnya 2019-01-10.",
    no_basis=_FORM_OF_DATA,
)
ISI_005 = Requirement(
    "ISI-005",
    "Isian tidak terlalu pendek dan tidak terlalu panjang",
    Severity.GALAT,
    "Sesuaikan panjang isian itu.",
    no_basis=_FORM_OF_DATA,
)
ISI_006 = Requirement(
    "ISI-006",
    "Bilangan ditulis dengan angka dan hanya punya satu arti",
    Severity.GALAT,
    "Tulis angkanya saja tanpa pemisah ribuan, misalnya 1250.",
    no_basis=_FORM_OF_DATA,
)
ISI_007 = Requirement(
    "ISI-007",
    "Tautan berupa alamat https atau berkas yang ada di folder dokumen",
    Severity.GALAT,
    "Salin alamat lengkapnya dari peramban, atau taruh berkasnya di folder dokumen/.",
    no_basis=_FORM_OF_DATA,
)
ISI_010 = Requirement(
    "ISI-010",
    "Bentuk isian sesuai: teks, daftar, atau kelompok isian",
    Severity.GALAT,
    "Ikuti bentuk yang ditunjukkan pada halaman aturan ini.",
    no_basis=_FORM_OF_DATA,
)

REQUIREMENTS = (ISI_001, ISI_002, ISI_003, ISI_004, ISI_005, ISI_006, ISI_007, ISI_010)
