"""Labels that readers see for the values of records."""

from ppid.values.law_kinds import LAW_KINDS

KLASIFIKASI = {
    "berkala": "Berkala",
    "serta-merta": "Serta Merta",
    "setiap-saat": "Setiap Saat",
}
KATEGORI = {**KLASIFIKASI, "dikecualikan": "Dikecualikan"}
ARTI_KATEGORI = {
    "berkala": "Diumumkan secara teratur, sekurang-kurangnya setiap enam bulan.",
    "serta-merta": "Diumumkan saat itu juga karena menyangkut hajat hidup orang banyak.",
    "setiap-saat": "Disediakan dan diberikan setiap kali ada yang meminta.",
    "dikecualikan": "Tidak dibuka untuk umum selama jangka waktu tertentu, dengan alasan hukum.",
}
DAFTAR = {
    "dik": "Daftar Informasi yang Dikecualikan",
    "dip": "Daftar Informasi Publik",
}
JENIS_OPD = {
    "sekretariat": "Sekretariat",
    "inspektorat": "Inspektorat",
    "dinas": "Dinas",
    "badan": "Badan",
    "kecamatan": "Kecamatan",
    "kelurahan": "Kelurahan",
    "desa": "Desa",
    "uptd": "UPTD",
    "rsud": "Rumah sakit",
    "satuan": "Satuan",
    "lainnya": "Lainnya",
}
JENIS_KEGIATAN = {
    "rapat-koordinasi": "Rapat koordinasi",
    "kunjungan-kerja": "Kunjungan kerja",
    "sosialisasi": "Sosialisasi",
    "pelatihan": "Pelatihan",
    "monev": "Monitoring dan evaluasi",
    "penghargaan": "Penghargaan",
    "lainnya": "Lainnya",
}
JENIS_KANAL = {
    "telepon": "Telepon",
    "faksimile": "Faksimile",
    "web": "Laman",
    "surel": "Surel",
    "whatsapp": "WhatsApp",
    "media-sosial": "Media sosial",
    "loket": "Loket",
    "aplikasi": "Aplikasi",
    "sms": "SMS",
    "lainnya": "Lainnya",
}
JENIS_REGULASI = {jenis: kind.nama for jenis, kind in LAW_KINDS.items()}
KODE_REGULASI = {jenis: kind.kode for jenis, kind in LAW_KINDS.items()}
HARI = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
TANDA = {
    "ada": "Ada",
    "tidak-ada": "Tidak ada",
    "tidak-berlaku": "Tidak berlaku",
}
