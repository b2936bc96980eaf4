"""Rules on a DIP and its rows: where a document is, how it is classed and kept, how fresh it is."""

import re
from collections.abc import Callable, Collection, Iterator
from functools import cache

from ppid.core.corpus import Corpus
from ppid.core.rule import Finding, at, not_normal, rule
from ppid.diagnostics.diagnostic import Severity, offer
from ppid.kinds.acuan.kewajiban import KumpulanKewajiban, judging_day, kumpulan_in
from ppid.kinds.daftar import DaftarPublik
from ppid.kinds.dip.model import InformasiPublik, codes_in
from ppid.kinds.pemantauan.tautan import last_check
from ppid.values.addresses import why_not_a_document
from ppid.values.dates import format_tanggal, months_before
from ppid.values.retention import read as read_retensi
from ppid.values.text import joined, nearest, quoted


@rule(
    "DIP-001",
    title="Informasi berkala mempunyai alamat atau berkas",
    severity=Severity.SARAN,
    hint="Isi kolom tautan dengan alamat dokumennya, atau serahkan berkasnya kepada PPID Utama.",
    no_basis="Papan pengumuman pun cukup; dengan alamat, isinya dapat dibuka dari sini.",
)
def berkala_mempunyai_alamat(row: InformasiPublik, _corpus: Corpus) -> Iterator[Finding]:
    if row.klasifikasi == "berkala" and not row.tautan:
        message = f"Informasi berkala {quoted(row.informasi)} belum punya alamat atau berkas"
        yield at(row, "tautan", message)


@rule(
    "DIP-003",
    title="Alamat menunjuk dokumennya sendiri",
    severity=Severity.PERINGATAN,
    hint="Ganti dengan alamat tetap dokumen itu di situs resmi, atau serahkan berkasnya.",
    legal_basis=("UU 14/2008 Pasal 7 ayat (3)",),
)
def alamat_menunjuk_dokumen(row: InformasiPublik, _corpus: Corpus) -> Iterator[Finding]:
    if reason := why_not_a_document(row.tautan):
        yield at(row, "tautan", f"Alamat {quoted(row.tautan)} {reason}")


@rule(
    "DIP-010",
    title="Alamat menuju dokumennya pada pemeriksaan terakhir",
    severity=Severity.PERINGATAN,
    hint="Cari alamatnya yang baru, atau serahkan berkasnya; yang hilang tidak dihitung.",
    legal_basis=("UU 14/2008 Pasal 7 ayat (3)",),
)
def alamat_tidak_hilang(row: InformasiPublik, corpus: Corpus) -> Iterator[Finding]:
    day = judging_day(row.id.tahun, corpus.today)
    check = last_check(row.tautan, day, corpus) if row.tautan else None
    if check and check.keadaan == "hilang":
        when = format_tanggal(check.tanggal)
        message = f"Alamat {quoted(row.tautan)} tidak menuju dokumen pada pemeriksaan {when}"
        yield at(row, "tautan", message)


@rule(
    "DIP-004",
    title="Kode kewajiban dikenal untuk tahun dan klasifikasi itu",
    severity=Severity.PERINGATAN,
    hint="Pilih kode dari halaman kewajiban pengumuman yang cocok dengan tahun daftar ini.",
    legal_basis=("UU 14/2008 Pasal 9 ayat (2)", "PerKI 1/2021 Pasal 14 ayat (2)"),
)
def kewajiban_dikenal(row: InformasiPublik, corpus: Corpus) -> Iterator[Finding]:
    for message, hint in corpus.derive(_code_reader)(row.kewajiban, row.klasifikasi, row.id.tahun):
        yield at(row, "kewajiban", message, hint=hint)


_Said = tuple[tuple[str, str], ...]


def _code_reader(corpus: Corpus) -> Callable[[str, str, int], _Said]:
    """Say what is wrong with the codes of a cell; many rows of a year hold the same."""

    @cache
    def read(written: str, klasifikasi: str, tahun: int) -> _Said:
        group = kumpulan_in(tahun, corpus)
        return tuple(_about_codes(written, klasifikasi, group, corpus)) if group else ()

    return read


def _about_codes(
    written: str, klasifikasi: str, group: KumpulanKewajiban, corpus: Corpus
) -> Iterator[tuple[str, str]]:
    known = {kewajiban.kode: kewajiban.klasifikasi for kewajiban in group.kewajiban}
    for code in codes_in(written):
        wanted = known.get(code)
        if code not in known:
            yield _unknown_code(code, known, group, corpus)
        elif wanted and wanted != klasifikasi:
            message = f"Kode {quoted(code)} untuk informasi {wanted}, bukan {klasifikasi}"
            yield message, "Samakan klasifikasinya, atau pilih kode lain."


def _unknown_code(
    code: str, known: Collection[str], group: KumpulanKewajiban, corpus: Corpus
) -> tuple[str, str]:
    for other in corpus.of(KumpulanKewajiban):
        if any(kewajiban.kode == code for kewajiban in other.kewajiban):
            message = f"Kode {quoted(code)} berasal dari {other.peraturan}"
            return f"{message}; daftar ini dihitung menurut {group.peraturan}", ""
    near = nearest(code, known)
    hint = offer(near)
    return f"Kode {quoted(code)} tidak ada dalam {group.peraturan}", hint


# Words of PerKI 1/2021 Pasal 19 ayat (2) and 20 ayat (2), and what people call these things.
_URGENT = re.compile(
    r"bencana|darurat|evakuasi|bahaya|ancaman|siaga|waspada|rawan|mitigasi|peringatan dini"
    r"|banjir|genangan|\brob\b|longsor|gempa|tsunami|erupsi|letusan|kebakaran|karhutla|asap"
    r"|kekeringan|cuaca|angin|puting|petir|ambruk|roboh|tanggul|ledakan|kecelakaan|kegagalan"
    r"|konflik|kerusuhan|teror|bom\b|wabah|pandemi|epidemi|penyakit|menular|kejadian luar biasa"
    r"|\bklb\b|covid|corona|demam|dbd|rabies|difteri|campak|polio|flu\b|virus|imunisasi massal"
    r"|racun|keracunan|tercemar|pencemaran|limbah|polusi|kualitas udara|penarikan|kedaluwarsa"
    r"|gangguan|pemadaman|padam|pemutusan|penghentian|penutupan|pengalihan|kebocoran|kelangkaan"
    r"|terdampak|korban|pengungsi|posko|penyelamatan|krisis|orang hilang|bahan berbahaya",
    re.IGNORECASE,
)


@rule(
    "DIP-005",
    title="Serta merta hanya untuk yang mengancam hajat hidup orang banyak",
    severity=Severity.PERINGATAN,
    hint="Bila bukan keadaan yang mengancam, pilih “berkala” atau “setiap-saat”.",
    legal_basis=("UU 14/2008 Pasal 10 ayat (1)", "PerKI 1/2021 Pasal 19 ayat (2)"),
)
def serta_merta_hanya_untuk_ancaman(row: InformasiPublik, _corpus: Corpus) -> Iterator[Finding]:
    if row.klasifikasi == "serta-merta" and not _URGENT.search(row.informasi + row.catatan):
        message = f"{quoted(row.informasi)} tidak menyebut ancaman yang harus segera diumumkan"
        yield at(row, "klasifikasi", message)


@rule(
    "DIP-007",
    title="Retensi ditulis dalam bentuk yang dapat dibaca",
    severity=Severity.SARAN,
    hint="Tulis “5 tahun”, “2 tahun setelah pensiun”, “permanen”, “selama berlaku”, “sesuai JRA”.",
    legal_basis=("PerKI 1/2021 Pasal 21 ayat (2) huruf g",),
)
def retensi_dapat_dibaca(row: InformasiPublik, _corpus: Corpus) -> Iterator[Finding]:
    reading = read_retensi(row.retensi)
    if reading.is_normal:
        return
    if reading.value:
        yield not_normal(row, "retensi", f"Retensi {quoted(row.retensi)}", reading.normal)
        return
    hint = offer(*reading.candidates)
    if hint and reading.sisa:
        hint = f"{hint} {quoted(reading.sisa)} belum termasuk di dalamnya."
    yield at(row, "retensi", f"Retensi {quoted(row.retensi)} tidak dapat dibaca", hint=hint)


@rule(
    "DIP-002",
    title="Daftar dan informasi berkala dimutakhirkan paling lama enam bulan sekali",
    severity=Severity.PERINGATAN,
    hint="Periksa apakah isinya masih sama, lalu isi kolom diperbarui dengan tanggal pemeriksaan.",
    legal_basis=(
        "UU 14/2008 Pasal 9 ayat (3)",
        "PerKI 1/2021 Pasal 18",
        "PerKI 1/2021 Pasal 45 ayat (7)",
    ),
)
def dimutakhirkan_tiap_enam_bulan(daftar: DaftarPublik, corpus: Corpus) -> Iterator[Finding]:
    # A demonstration would grow stale by itself and then seem to blame a real OPD.
    lists = corpus.owned_by(DaftarPublik, daftar.owner)
    if daftar.contoh or any(other.id.tahun > daftar.id.tahun for other in lists):
        return
    limit = months_before(corpus.today, 6)
    rows = corpus.in_list(InformasiPublik, daftar.id.opd, daftar.id.tahun)
    days = [daftar.ditetapkan, daftar.disampaikan, *(row.diperbarui for row in rows)]
    touched = max((day for day in days if day), default=None)
    if touched and touched < limit:
        message = f"Daftar ini terakhir dimutakhirkan {format_tanggal(touched)}"
        yield at(daftar, "", f"{message}, lebih dari enam bulan yang lalu")
        return
    for row in rows:
        if row.klasifikasi == "berkala" and row.diperbarui and row.diperbarui < limit:
            message = f"{quoted(row.informasi)} terakhir diperbarui"
            yield at(row, "diperbarui", f"{message} {format_tanggal(row.diperbarui)}")


@rule(
    "DIP-008",
    title="Daftar Informasi Publik tidak dapat nihil",
    severity=Severity.GALAT,
    hint="Hapus pernyataan nihilnya, lalu serahkan daftar informasi yang dikuasai.",
    legal_basis=("UU 14/2008 Pasal 11 ayat (1) huruf a",),
)
def dip_tidak_nihil(daftar: DaftarPublik, _corpus: Corpus) -> Iterator[Finding]:
    if daftar.nihil:
        message = "Daftar ini dinyatakan nihil, padahal memuat seluruh informasi yang dikuasai"
        yield at(daftar, "nihil", message)


@rule(
    "DIP-009",
    title="Satu informasi tidak menyebut lebih banyak kewajiban daripada yang dapat dijawabnya",
    severity=Severity.PERINGATAN,
    hint="Sisakan kewajiban yang memang dijawab dokumen ini; yang lain dijawab dokumennya sendiri.",
    no_basis="Batas jumlahnya pilihan situs ini, tertulis di samping daftar kewajiban.",
)
def tidak_menjawab_terlalu_banyak(row: InformasiPublik, corpus: Corpus) -> Iterator[Finding]:
    codes = codes_in(row.kewajiban)
    group = kumpulan_in(row.id.tahun, corpus) if len(codes) > 1 else None
    if group is None or len(codes) <= group.paling_banyak:
        return
    texts = {each.kode: each.naskah or each.kode for each in group.kewajiban}
    named = len({texts.get(code, code) for code in codes})
    if named > group.paling_banyak:
        message = f"{quoted(row.informasi)} menyebut {named} kewajiban"
        yield at(row, "kewajiban", f"{message}, lebih dari {group.paling_banyak}")


@rule(
    "DIP-006",
    title="DIP ditetapkan dengan keputusan",
    severity=Severity.PERINGATAN,
    hint="Isi penetapan: nomor, tanggal, dan jabatan pejabat yang menetapkan daftar ini.",
    legal_basis=("PerKI 1/2021 Pasal 45 ayat (5)",),
)
def dip_ditetapkan_dengan_keputusan(daftar: DaftarPublik, _corpus: Corpus) -> Iterator[Finding]:
    if daftar.nihil:  # DIP-008 says so
        return
    if daftar.penetapan is None:
        yield at(daftar, "", "Keputusan yang menetapkan daftar ini belum dicantumkan")
        return
    named = {name: getattr(daftar.penetapan, name) for name in ("nomor", "tanggal", "pejabat")}
    missing = [name for name, value in named.items() if not value]
    if missing:
        message = f"Penetapan daftar ini belum menyebut {joined(missing)}"
        yield Finding(daftar.key_span("penetapan"), message, daftar.id)
