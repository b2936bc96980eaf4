"""Words by which a title shows that it names something the law keeps open: data, with its source.

Only the head of a title counts (“Keputusan …”, not “Konsep keputusan …”), so that a list stays
quiet on everything else: each match asks a person to look again, and asking too often is no help.
"""

from typing import Final, NamedTuple


class Subject(NamedTuple):
    """What the law names (`sebutan`), where (`dasar`), and how a title begins that means it."""

    sebutan: str
    dasar: str
    words: str


_ENFORCER: Final = (
    r"(?:\w+\s+){0,3}?(?:lembaga\s+penegak\s+hukum|kejaksaan|kepolisian|pengadilan|(?-i:KPK)\b)"
)
_18: Final = "UU 14/2008 Pasal 18 ayat (1)"

NEVER_EXCLUDED: Final = (
    Subject(
        "putusan badan peradilan",
        f"{_18} huruf a",
        r"putusan\s+(?:badan\s+peradilan|pengadilan|mahkamah|hakim|kasasi|banding"
        r"|peninjauan\s+kembali|(?-i:PN|PTUN|PT|MA|MK)\b)",
    ),
    Subject(
        "surat perintah penghentian penyidikan atau penuntutan",
        f"{_18} huruf c",
        r"surat\s+(?:perintah|ketetapan)\s+penghentian\s+(?:penyidikan|penuntutan)"
        # A third warning letter to an employee is called SP3 as well.
        r"|(?-i:SP3)\b(?!.*\b(?:pegawai|karyawan|pekerja|peringatan|teguran)\b)",
    ),
    Subject(
        "pertimbangan lembaga penegak hukum",
        f"{_18} huruf b",
        rf"pertimbangan\s+(?:hukum\s+)?{_ENFORCER}",
    ),
    Subject(
        "rencana pengeluaran tahunan lembaga penegak hukum",
        f"{_18} huruf d",
        rf"rencana\s+(?:pengeluaran|anggaran|belanja)\s+{_ENFORCER}",
    ),
    Subject(
        "laporan keuangan tahunan lembaga penegak hukum",
        f"{_18} huruf e",
        rf"laporan\s+keuangan\s+{_ENFORCER}",
    ),
    Subject(
        "laporan hasil pengembalian uang hasil korupsi",
        f"{_18} huruf f",
        r"laporan\s+(?:hasil\s+)?pengembalian\s+uang\s+(?:hasil\s+)?korupsi",
    ),
    Subject(
        "informasi yang telah dinyatakan terbuka lewat keberatan atau sengketa",
        f"{_18} huruf g",
        r"(?:publik\s+)?(?:yang\s+)?(?:telah|sudah)\s+dinyatakan\s+terbuka",
    ),
    Subject(
        "ketetapan, keputusan, peraturan, atau surat edaran",
        f"{_18} huruf b",
        # A tax assessment and what a meeting concluded carry these names without being a policy.
        r"(?:surat\s+)?ketetapan\b(?!\s+(?:pajak|retribusi))"
        r"|(?:surat\s+)?keputusan\b(?!\s+rapat)|(?-i:SK)\b|peraturan\b|surat\s+edaran\b",
    ),
)

_15: Final = "PerKI 1/2021 Pasal 15 ayat (9)"

PROCUREMENT: Final = (
    Subject("rencana umum pengadaan", f"{_15} huruf a", r"rencana\s+umum\s+pengadaan|(?-i:RUP)\b"),
    Subject(
        "kerangka acuan kerja",
        f"{_15} huruf b angka 1",
        r"kerangka\s+acuan\s+kerja|(?-i:KAK)\b",
    ),
    Subject(
        "harga perkiraan sendiri",
        f"{_15} huruf b angka 2",
        r"harga\s+perkiraan\s+sendiri|(?-i:HPS)\b",
    ),
    Subject(
        "spesifikasi teknis",
        f"{_15} huruf b angka 3",
        r"spesifikasi\s+teknis\s+(?:pengadaan|barang|jasa|pekerjaan|paket|tender|lelang)",
    ),
    Subject(
        "rancangan kontrak",
        f"{_15} huruf b angka 4",
        r"rancangan\s+kontrak\b(?!\s+(?:kerja\s+(?:pegawai|karyawan)|kinerja))",
    ),
    Subject("lembar data kualifikasi", f"{_15} huruf b angka 5", r"lembar\s+data\s+kualifikasi"),
    Subject("lembar data pemilihan", f"{_15} huruf b angka 6", r"lembar\s+data\s+pemilihan"),
    Subject(
        "daftar kuantitas dan harga",
        f"{_15} huruf b angka 7",
        r"kuantitas\s+dan\s+harga|bill\s+of\s+quantit(?:y|ies)",
    ),
    Subject(
        "gambar rancangan pekerjaan",
        f"{_15} huruf b angka 9",
        r"gambar\s+rancangan\s+pekerjaan",
    ),
    Subject(
        "studi kelayakan dan dokumen lingkungan hidup",
        f"{_15} huruf b angka 10",
        r"studi\s+kelayakan|dokumen\s+lingkungan\s+hidup|analisis\s+mengenai\s+dampak\s+lingkungan"
        r"|(?-i:AMDAL|Amdal)\b",
    ),
    Subject("penawaran administratif", f"{_15} huruf b angka 11", r"penawaran\s+administratif"),
    Subject("surat penawaran penyedia", f"{_15} huruf b angka 12", r"surat\s+penawaran\b"),
    Subject(
        "berita acara pemilihan penyedia",
        f"{_15} huruf b angka 14–17",
        r"berita\s+acara\s+(?:hasil\s+)?(?:pemberian\s+penjelasan|(?:pengumuman\s+)?negosiasi|sanggah"
        r"|(?:penetapan|pengumuman)\s+(?:penyedia|pemenang))",
    ),
    Subject(
        "laporan hasil pemilihan penyedia",
        f"{_15} huruf b angka 18",
        r"laporan\s+hasil\s+pemilihan\s+penyedia",
    ),
    Subject(
        "surat penunjukan penyedia barang/jasa",
        f"{_15} huruf b angka 19",
        r"surat\s+penunjukan\s+penyedia|(?-i:SPPBJ)\b",
    ),
    Subject(
        "surat perjanjian kemitraan atau swakelola",
        f"{_15} huruf b angka 20–21",
        r"(?:surat\s+)?perjanjian\s+(?:kemitraan|swakelola)",
    ),
    Subject(
        "surat penugasan tim swakelola",
        f"{_15} huruf b angka 22",
        r"surat\s+(?:penugasan|pembentukan)\s+tim\s+swakelola",
    ),
    Subject(
        "nota kesepahaman",
        f"{_15} huruf b angka 23",
        r"nota\s+kesepahaman|memorandum\s+of\s+understanding|(?-i:MoU|MOU)\b",
    ),
    Subject(
        "kontrak yang telah ditandatangani",
        f"{_15} huruf c angka 1",
        r"kontrak(?=\s*$|\s+(?:pengadaan|pekerjaan|pembangunan|jasa|konstruksi|barang|konsultan"
        r"|dengan\s+(?:penyedia|rekanan|pihak\s+ketiga)|(?:yang\s+)?(?:telah|sudah)\s+ditandatangani))",
    ),
    Subject("ringkasan kontrak", f"{_15} huruf c angka 2", r"ringkasan\s+kontrak\b"),
    Subject(
        "surat perintah mulai kerja",
        f"{_15} huruf c angka 3",
        r"surat\s+perintah\s+mulai\s+kerja|(?-i:SPMK)\b",
    ),
    Subject(
        "surat jaminan",
        f"{_15} huruf c angka 4–6",
        r"(?:surat\s+)?jaminan\s+(?:pelaksanaan|uang\s+muka|pemeliharaan)",
    ),
    Subject("surat pesanan", f"{_15} huruf c angka 8", r"surat\s+pesanan\s+e-?purchasing"),
    Subject(
        "surat perintah membayar",
        f"{_15} huruf c angka 9",
        # SPM alone may also be the minimum standard of a service.
        r"surat\s+perintah\s+membayar|(?-i:SPM)\b(?=.*\b(?-i:SP2D|LS|GU|TU)\b)",
    ),
    Subject(
        "surat perintah pencairan dana",
        f"{_15} huruf c angka 10",
        r"surat\s+perintah\s+pencairan\s+dana|(?-i:SP2D)\b",
    ),
    Subject(
        "laporan pekerjaan",
        f"{_15} huruf c angka 11–12",
        r"laporan\s+(?:pelaksanaan|penyelesaian)\s+pekerjaan",
    ),
    Subject(
        "berita acara pemeriksaan atau serah terima pekerjaan",
        f"{_15} huruf c angka 13–15",
        r"berita\s+acara\s+(?:pemeriksaan\s+hasil\s+pekerjaan|serah\s+terima\s+(?:sementara|akhir"
        r"|hasil|pekerjaan|barang))|(?-i:BAST|PHO|FHO)\b",
    ),
)

PERSONAL: Final = "UU 14/2008 Pasal 17 huruf h"
PUBLIC_OFFICE: Final = "UU 14/2008 Pasal 18 ayat (2) huruf b"

NOT_PERSONAL: Final = (
    Subject(
        "keuangan badan publik",
        PERSONAL,
        r"laporan\s+keuangan|neraca\b|laporan\s+arus\s+kas|laporan\s+realisasi\s+anggaran"
        r"|catatan\s+atas\s+laporan\s+keuangan|realisasi\s+(?:anggaran|belanja|pendapatan|penerimaan)"
        r"|pagu\b|anggaran\b|belanja\s+(?:daerah|dinas|modal|barang)|rekening\s+koran"
        r"|rekening\s+(?:kas|dinas|bendahara|giro\s+dinas)|rencana\s+kerja\s+(?:dan\s+)?anggaran"
        r"|pelaksanaan\s+anggaran|(?-i:DPA|RKA|POK|SPJ|SP2D)\b",
    ),
    Subject(
        "kontrak atau pengadaan badan publik",
        PERSONAL,
        r"kontrak\s+(?:pengadaan|pekerjaan|pembangunan|jasa|konstruksi|dengan\s+penyedia)"
        r"|harga\s+perkiraan\s+sendiri|(?-i:HPS)\b|pengadaan\s+barang",
    ),
    Subject(
        "laporan atau hasil audit badan publik",
        PERSONAL,
        r"(?:analisis\s+dan\s+)?(?:laporan\s+)?hasil\s+audit|laporan\s+(?:kinerja|tahunan)\b",
    ),
    Subject(
        "hal yang berkaitan dengan jabatan publik seseorang",
        PUBLIC_OFFICE,
        r"laporan\s+harta\s+kekayaan\s+(?:penyelenggara|pejabat)\s+negara|(?-i:LHKPN)\b"
        r"|(?:riwayat|daftar\s+riwayat)\s+jabatan\b|profil\s+(?:singkat\s+|lengkap\s+)?"
        r"(?:pejabat|pimpinan|kepala)|agenda\s+(?:kerja\s+)?(?:pimpinan|pejabat|kepala)",
    ),
)
