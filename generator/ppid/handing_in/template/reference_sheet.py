"""The sheet “Acuan”: what may stand in the list, with the words of the law beside ours."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from openpyxl.worksheet.worksheet import Worksheet

from ppid.core.corpus import Corpus
from ppid.handing_in.template import sheet as style
from ppid.handing_in.template.form import REFERENCE, Content, columns_of
from ppid.handing_in.template.sheet import SheetWriter, lay_out, protect
from ppid.kinds.acuan.alasan import Alasan
from ppid.kinds.acuan.kewajiban import kewajiban_in, kumpulan_in
from ppid.kinds.wording import ARTI_KATEGORI

_GROUNDS: Final = (
    ("Rujukan, untuk kolom Dasar hukum", 36),
    ("Sebutan", 26),
    ("Bunyi undang-undang (kutipan)", 58),
    ("Penjelasan (kata-kata situs ini)", 50),
    ("Batasnya", 44),
    ("Jangka waktunya", 40),
)
_DUTIES: Final = (
    ("Kode, untuk kolom Kewajiban", 26),
    ("Klasifikasi", 16),
    ("Isi kewajiban (kata-kata situs ini)", 84),
    ("Dasar", 52),
)
_VALUES: Final = ("Kolom", "Nilai yang dapat ditulis", "Artinya")
LENGTHS: Final = tuple(f"{years} tahun" for years in (1, 2, 3, 5, 10, 25, 30))
"""Terms that are offered for “Jangka waktu”; any other may be typed."""
RETENTIONS: Final = ("1 tahun", "2 tahun", "5 tahun", "10 tahun")
RETENTION_WORDS: Final = ("permanen", "selama berlaku", "sesuai JRA")
MEANINGS: Final[Mapping[str, str]] = {
    **ARTI_KATEGORI,
    "seluruh": "Seluruh informasi dikecualikan.",
    "sebagian": "Hanya bagian yang disebut di kolom Bagian; yang lain tetap terbuka.",
    "digital": "Ada sebagai berkas.",
    "cetak": "Ada di atas kertas saja.",
    "digital dan cetak": "Ada sebagai berkas dan di atas kertas.",
}
_FORMS: Final[Mapping[Content, Sequence[tuple[str, str]]]] = {
    Content.JANGKA_WAKTU: (
        ("5 tahun", "Dihitung dari kolom Mulai; juga “18 bulan”."),
        ("sampai 2035-12-31", "Termasuk hari itu."),
        ("2 tahun setelah <peristiwa>", "Misalnya “2 tahun setelah pegawai pensiun”."),
        ("sampai <peristiwa>", "Misalnya “sampai perjanjian berakhir”."),
        ("sesuai <rujukan>", "Misalnya “sesuai UU 43/2009 Pasal 66”."),
        ("<jangka waktu>, kecuali <syarat>", "Misalnya “5 tahun, kecuali diminta penyidik”."),
    ),
    Content.RETENSI: (
        ("5 tahun", "Lama arsip disimpan; juga “18 bulan”."),
        ("permanen", "Arsip tidak dimusnahkan."),
        ("selama berlaku", "Disimpan selama isinya berlaku."),
        ("sesuai JRA", "Mengikuti jadwal retensi arsip."),
        ("aktif 1 tahun, inaktif 4 tahun", "Masa aktif dan inaktif, boleh diikuti “, musnah”."),
    ),
    Content.WAKTU: (
        ("2026", "Tahunnya saja."),
        ("2026-03", "Tahun dan bulan."),
        ("2026-01-01/2026-03-31", "Kurun: hari pertama sampai hari terakhir."),
        ("2026-03-31", "Tanggal lengkap."),
    ),
    Content.TANGGAL: (("2026-03-31", "Tahun, bulan, hari; program menyimpannya sebagai tanggal."),),
    Content.ALAMAT: (
        ("https://…", "Alamat dokumennya sendiri, bukan halaman depan."),
        ("dokumen/…", "Nama berkas yang ikut diserahkan."),
    ),
}
_HEADING: Final = 4


@dataclass(frozen=True, slots=True)
class Offers:
    """Where on the sheet the values lie that a list of choices refers to; empty: nowhere."""

    ranges: Mapping[Content, str]


def write_reference(sheet: Worksheet, jenis: str, tahun: int, corpus: Corpus) -> Offers:
    """Write the grounds for a DIK or the obligations for a DIP, then every form of value."""
    is_dik = jenis == "dik"
    columns = _GROUNDS if is_dik else _DUTIES
    writer = SheetWriter(sheet, [width for _, width in columns])
    regulation, duties = kumpulan_in(tahun, corpus), kewajiban_in(tahun, corpus)
    if is_dik:
        rows, title = list(_grounds(corpus)), "Alasan pengecualian: UU 14/2008 Pasal 17"
    elif regulation:
        title = f"Kewajiban pengumuman menurut {regulation.peraturan}"
        rows = [(d.kode, d.klasifikasi or "", d.teks, d.dasar) for d in duties]
    else:
        rows, title = [], "Kewajiban pengumuman"
    writer.line(title, look=style.TITLE_LOOK)
    writer.line("Lembar ini untuk dibaca. Nilai di kolom pertama dapat dipilih di lembar daftar.")
    writer.line()
    writer.line(*(heading for heading, _ in columns), look=style.HEAD_LOOK)
    for row in rows:
        writer.line(*row, look=style.BOXED_LOOK)
    offers = f"{REFERENCE}!$A${_HEADING + 1}:$A${_HEADING + len(rows)}" if rows else ""
    writer.line()
    writer.line("Nilai yang dapat ditulis", look=style.BOLD_LOOK)
    writer.line(*_VALUES, look=style.HEAD_LOOK)
    for column in columns_of(jenis):
        plain = [(choice, MEANINGS[choice]) for choice in column.choices]
        for value, meaning in (*plain, *_FORMS.get(column.content, ())):
            writer.line(column.title, value, meaning, look=style.BOXED_LOOK)
    sheet.freeze_panes = f"B{_HEADING + 1}"
    lay_out(sheet, _HEADING)
    protect(sheet)
    content = Content.DASAR_HUKUM if is_dik else Content.KEWAJIBAN
    return Offers({content: offers})


def _grounds(corpus: Corpus) -> Iterator[tuple[str, ...]]:
    for alasan in corpus.of(Alasan):
        address = f"UU 14/2008 Pasal 17 huruf {alasan.huruf}"
        term = alasan.aturan_jangka_waktu
        if alasan.dasar_jangka_waktu:
            term = f"{term.removesuffix('.')} ({alasan.dasar_jangka_waktu})."
        yield address, alasan.label, alasan.teks, alasan.penjelasan, alasan.batasan, term
        for angka in alasan.angka:
            case = f"{address} angka {angka.nomor}"
            yield (case, alasan.label, f"{angka.nomor}. {angka.teks}", "", "", "")
