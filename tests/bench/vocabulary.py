"""Words for invented rows: no person, no real body; only the laws and duty codes are real."""

CSV_DIP = [
    "kode",
    "informasi",
    "klasifikasi",
    "kewajiban",
    "penguasa",
    "penanggung_jawab",
    "waktu_pembuatan",
    "tempat_pembuatan",
    "bentuk",
    "retensi",
    "tautan",
    "diperbarui",
    "catatan",
]
CSV_DIK = [
    "kode",
    "informasi",
    "cakupan",
    "bagian",
    "dasar_hukum",
    "konsekuensi_dibuka",
    "konsekuensi_ditutup",
    "jangka_waktu",
    "mulai",
    "penguasa",
    "penanggung_jawab",
    "catatan",
]

DOCUMENTS = (
    "Laporan kinerja",
    "Rencana kerja",
    "Rencana strategis",
    "Laporan realisasi anggaran",
    "Neraca",
    "Catatan atas laporan keuangan",
    "Daftar aset",
    "Struktur organisasi",
    "Prosedur operasional standar",
    "Standar pelayanan",
    "Maklumat pelayanan",
    "Hasil survei kepuasan",
    "Rekapitulasi pengaduan",
    "Statistik tahunan",
    "Profil",
    "Jadwal kegiatan",
    "Tarif layanan",
    "Persyaratan izin",
    "Perjanjian kerja sama",
    "Peta sebaran",
    "Jumlah penerima manfaat",
    "Capaian program",
    "Risalah rapat terbuka",
    "Kajian dampak",
    "Buku saku",
)
SUBJECTS = (
    "pengelolaan sampah rumah tangga",
    "pembangunan jalan lingkungan",
    "pemeliharaan taman dan hutan kota",
    "pelayanan posyandu",
    "penanganan stunting",
    "pendidikan anak usia dini",
    "beasiswa siswa berprestasi",
    "perpustakaan keliling",
    "pembinaan usaha mikro",
    "pasar rakyat",
    "uji kendaraan bermotor",
    "angkutan pengumpan",
    "penerangan jalan umum",
    "rumah susun sederhana sewa",
    "air bersih perpipaan",
    "sumur resapan",
    "perizinan reklame",
    "pajak bumi dan bangunan",
    "administrasi kependudukan",
    "pelatihan kerja",
    "bantuan sosial tunai",
    "rehabilitasi rumah tidak layak huni",
    "pemberdayaan karang taruna",
    "pariwisata dan cagar budaya",
    "ketahanan pangan keluarga",
    "budi daya ikan hias",
    "kesehatan hewan peliharaan",
    "pencegahan kebakaran permukiman",
    "ketertiban ruang publik",
    "statistik sektoral",
)
SECRETS = (
    "Berkas hasil pemeriksaan kesehatan",
    "Formulir penilaian kompetensi",
    "Lembar konseling",
    "Rincian rekening penerima pembayaran",
    "Konfigurasi keamanan jaringan",
    "Kata sandi dan hak akses",
    "Berkas laporan pelanggaran",
    "Catatan pemeriksaan khusus",
    "Nota dinas pertimbangan",
    "Rancangan penilaian harga tanah",
    "Identitas pelapor",
    "Denah ruang penyimpanan",
    "Hasil uji kelayakan",
    "Data keluarga pengusul",
    "Surat antarlembaga yang dirahasiakan",
)
HARMS = (
    "Riwayat seseorang diketahui orang lain tanpa persetujuannya",
    "Orang yang tidak berhak dapat masuk ke sistem dan mengubah isinya",
    "Pelapor dapat ditekan sebelum perkaranya selesai diperiksa",
    "Harga pasar berubah sebelum keputusan diambil",
    "Proses pemeriksaan yang sedang berjalan dapat terhambat",
    "Nomor rekening dapat dipakai untuk penipuan atas nama pemiliknya",
    "Gangguan terhadap layanan dasar menjadi lebih mudah dilakukan",
    "Keadaan ekonomi sebuah keluarga diketahui umum",
)
CONTEXTS = (
    "dan dapat dipakai untuk merugikannya.",
    "sehingga kepercayaan masyarakat berkurang.",
    "sebelum pihak yang berwenang sempat menanganinya.",
    "tanpa ada manfaat yang sebanding bagi masyarakat.",
    "dan tidak dapat dipulihkan sesudahnya.",
    "sementara jumlah dan tujuannya tetap dapat diperiksa.",
    "lalu diperlakukan tidak adil di lingkungannya.",
)
BENEFITS = (
    "Masyarakat tetap bersedia memberi keterangan yang benar kepada petugas.",
    "Data tetap utuh dan layanan dapat berjalan seperti biasa.",
    "Pemeriksaan selesai dengan jujur dan tepat waktu.",
    "Identitas orang yang melapor terlindungi.",
    "Keputusan diambil tanpa tekanan dari pihak yang berkepentingan.",
)
LETTERS = (
    *("a angka 1", "a angka 2", "a angka 5", "b", "c angka 3", "d"),
    *("h angka 1", "h angka 2", "h angka 3", "h angka 4", "i", "j"),
)
OTHER_LAWS = (
    *("UU 36/2009 Pasal 57", "UU 29/2004 Pasal 51 huruf c", "UU 43/2009 Pasal 44"),
    *("UU 11/2008 Pasal 30", "UU 24/2013", "UU 23/2006 Pasal 86", "UU 5/2014 Pasal 127"),
    *("UU 13/2006 Pasal 10", "UU 31/2014", "UU 8/1981 Pasal 48", "UU 15/2004 Pasal 10"),
)
TERMS = ("5 tahun", "10 tahun", "25 tahun", "30 tahun", "8 tahun", "sampai 2028-12-31", "15 tahun")
RETENTION = ("5 tahun", "10 tahun", "permanen", "selama berlaku", "sesuai JRA")
FORMS = ("digital", "cetak", "digital dan cetak")
UNITS = (
    *("Sekretariat", "Bidang Perencanaan", "Bidang Pelayanan", "Bidang Pengawasan"),
    *("Bidang Pengembangan", "Subbagian Umum", "Subbagian Keuangan", "Seksi Data"),
)
DUTIES = {
    "berkala": ("berkala.a.a", "berkala.b.a; berkala.b.c", "berkala.c", "berkala.d.a"),
    "setiap-saat": ("setiap-saat.a", "setiap-saat.c.d", "setiap-saat.h", "setiap-saat.g"),
    "serta-merta": ("serta-merta.d", "serta-merta.b"),
}
CONCERNS = (
    *("Kesehatan", "Pendidikan", "Perhubungan", "Lingkungan Hidup", "Perumahan", "Pertanahan"),
    *("Perdagangan", "Perindustrian", "Ketenagakerjaan", "Kependudukan", "Kearsipan", "Pariwisata"),
    *("Perikanan", "Pertanian", "Penanaman Modal", "Kebudayaan", "Kepemudaan", "Pemakaman"),
    *("Pengairan", "Statistik"),
)
