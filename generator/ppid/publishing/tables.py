"""The tables of the whole body: what each of them is about, its columns, and where its rows are.

Whoever writes or describes a table asks here: CSV, Parquet, the Data Package, OpenAPI, the page of
open data. A column is never renamed or given another meaning; new ones are put at the end.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Final

from pydantic import BaseModel

from ppid.assessing.findings import address_of, code_of, report_address, said
from ppid.assessing.model import Assessment, Jenis, OpdReport
from ppid.core.page import document_url
from ppid.kinds import url_of
from ppid.kinds.daftar import (
    Daftar,
    DaftarDikecualikan,
    DaftarPublik,
    Nihil,
    Penetapan,
    UjiKonsekuensi,
)
from ppid.kinds.dip.model import InformasiPublik
from ppid.kinds.fields import Kanal
from ppid.kinds.kegiatan import Kegiatan
from ppid.kinds.layanan import (
    Keberatan,
    Kepuasan,
    Laporan,
    LaporanLayanan,
    Permohonan,
    Sengketa,
    WaktuLayanan,
)
from ppid.kinds.opd import ProfilOpd, Sk
from ppid.kinds.pemantauan.tautan import PemeriksaanTautan
from ppid.kinds.regulasi import (
    Regulasi,
    Status,
    changed_by,
    doubted_by,
    revoked_by,
    status_of,
)
from ppid.kinds.rows import rows_of
from ppid.publishing.page_parts import finding_url
from ppid.publishing.publication import Publication
from ppid.publishing.regulations import code_of as regulation_code
from ppid.publishing.sheets import (
    BODY,
    EXAMPLE,
    OPD,
    Column,
    ColumnType,
    column_of,
    columns_of,
    csv_bytes,
    row_values,
    table_schema_url,
)
from ppid.values.addresses import document_address

Row = Mapping[str, object]
FOLDER: Final = "unduhan/"
SERVICE_FIGURES: Final = "layanan/laporan/laporan-layanan.csv"


@dataclass(frozen=True, slots=True, kw_only=True)
class DataTable:
    """A table of all OPDs and years; `key` are the columns that tell its rows apart.

    `csv` is the address of its CSV file, empty for the one that is published by year only.
    """

    name: str
    title: str
    description: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    rows: Callable[[Publication], Iterator[Row]]
    csv: str = ""

    @property
    def schema(self) -> str:
        """The address of the description of its columns, a Table Schema."""
        return table_schema_url(self.name)

    @property
    def parquet(self) -> str:
        """The address of its Parquet file."""
        return f"{FOLDER}{self.name}.parquet"

    def csv_content(self, publication: Publication) -> bytes:
        """Return the bytes of its CSV file; that of DIK or DIP is joined from their lists."""
        joined = publication.sheets_of_all.get(self.name)
        if joined is not None:
            return joined.export.content
        return csv_bytes(self.rows(publication), [column.name for column in self.columns])


_PAGE: Final = Column("halaman", "Halaman", "Alamat halamannya, dihitung dari halaman depan.")
_NAME: Final = Column("nama", "Nama", "Nama perangkat daerah.")
_TAIL: Final = (EXAMPLE, *BODY)
_STATE_YEAR: Final = Column("tahun", "Tahun", "Tahun keadaan data ini.", ColumnType.NUMBER)


def _fields(model: type[BaseModel], *names: str, prefix: str = "") -> tuple[Column, ...]:
    """Return columns for fields of a record, each named after its field."""
    columns = (column_of(model, name) for name in names)
    return tuple(Column(prefix + c.name, c.title, c.description, c.type) for c in columns)


def _several(values: Sequence[str]) -> str:
    return "; ".join(values)


def _tail(publication: Publication, *, contoh: bool) -> Row:
    return {"contoh": contoh, **publication.identitas.kolom}


# ---- OPDs, and how to reach them

_OPD_FIELDS: Final = (
    *("nama", "singkatan", "jenis", "alamat", "surel", "situs", "aktif_mulai", "aktif_sampai"),
    *("diganti_oleh", "layanan_langsung", "sumber"),
)


def _opd_rows(publication: Publication) -> Iterator[Row]:
    for profil in sorted(publication.corpus.of(ProfilOpd), key=attrgetter("id")):
        officer = profil.ppid_pelaksana
        yield {
            "tahun": publication.corpus.today.year,
            "opd": profil.id.opd,
            **{name: getattr(profil, name) for name in _OPD_FIELDS},
            "telepon": _several(profil.telepon),
            "urusan": _several(profil.urusan),
            "ppid_jabatan": officer.jabatan if officer else None,
            "sk_nomor": officer.sk.nomor if officer and officer.sk else None,
            "sk_tanggal": officer.sk.tanggal if officer and officer.sk else None,
            "halaman": url_of(profil.id),
            **_tail(publication, contoh=publication.contoh),
        }


_CHANNEL_FIELDS: Final = (
    *("nama", "jenis", "alamat", "untuk", "jam", "mulai", "sampai", "masa", "terakhir_disebut"),
    *("diganti_oleh", "sumber"),
)


def _channel_rows(publication: Publication) -> Iterator[Row]:
    """Yield the channels of the body, then those of each OPD."""
    today, badan = publication.corpus.today, publication.badan
    profiles = sorted(publication.corpus.of(ProfilOpd), key=attrgetter("id"))
    owners = [("", badan.kanal if badan else ()), *((p.id.opd, p.kanal) for p in profiles)]
    for opd, channels in owners:
        for number, kanal in enumerate(channels, 1):
            valid: bool | None = kanal.masih_berlaku(today)
            if not valid and kanal.mungkin_berlaku(today):
                valid = None
            yield {
                "tahun": today.year,
                "opd": opd,
                "nomor": number,
                **{name: getattr(kanal, name) for name in _CHANNEL_FIELDS},
                "berlaku": valid,
                **_tail(publication, contoh=publication.contoh),
            }


# ---- lists and their rows


def _list_rows(publication: Publication) -> Iterator[Row]:
    """Yield every list that is owed or there, also one of which nothing is known."""
    states = {
        (handed.profil.id.opd, handed.tahun, handed.jenis.kolom): handed
        for year in publication.completeness.years
        for report in year.reports
        for handed in report.penyerahan
        if handed.jenis in {Jenis.DIK, Jenis.DIP}
    }
    found = {(d.id.opd, d.id.tahun, d.rows): d for d in publication.lists}
    for key in sorted({*states, *found}):
        opd, tahun, rows = key
        handed, daftar = states.get(key), found.get(key)
        contoh = daftar.contoh if daftar else bool(handed and handed.contoh)
        yield {
            "tahun": tahun,
            "opd": opd,
            "nama": publication.name_of(opd),
            "daftar": rows,
            "keadaan": handed.state.value if handed else None,
            "batas": handed.due if handed else None,
            **(_about_list(daftar, publication) if daftar else {}),
            **_tail(publication, contoh=contoh or publication.contoh),
        }


def _about_list(daftar: Daftar, publication: Publication) -> Row:
    test = daftar.uji_konsekuensi if isinstance(daftar, DaftarDikecualikan) else None
    sheet = publication.sheets.get(daftar.id)
    parts = {"penetapan": daftar.penetapan, "uji": test, "nihil": daftar.nihil}
    told = {
        f"{prefix}_{name}": getattr(part, name)
        for prefix, part in parts.items()
        if part
        for name in type(part).model_fields
    }
    for prefix in ("penetapan", "uji"):
        if address := told.get(f"{prefix}_tautan"):
            told[f"{prefix}_tautan"] = document_url(str(address), daftar.owner)
    url = url_of(daftar.id)
    return {
        "disampaikan": daftar.disampaikan,
        **told,
        "nihil": daftar.nihil is not None,
        "salinan_resmi": daftar.salinan_resmi,
        "jumlah": len(rows_of(daftar, publication.corpus)),
        "halaman": url,
        "berkas_csv": sheet.export.url if sheet else None,
        "berkas_json": f"{url}data.json",
        "sumber": daftar.sumber,
    }


def _rows_of_all(rows: str) -> Callable[[Publication], Iterator[Row]]:
    def found(publication: Publication) -> Iterator[Row]:
        lists = sorted((d for d in publication.lists if d.rows == rows), key=attrgetter("id"))
        for daftar in lists:
            yield from row_values(daftar, publication.corpus)

    return found


# ---- regulations and activities

_REGULATION_FIELDS: Final = (
    *("jenis", "nomor", "tahun", "tentang", "tanggal_penetapan", "tanggal_pengundangan"),
    *("tempat_penetapan", "sumber_pengundangan", "pemrakarsa", "ringkasan", "tautan"),
    *("keterangan", "sumber"),
)


def _regulation_rows(publication: Publication) -> Iterator[Row]:
    corpus = publication.corpus
    for regulasi in sorted(corpus.of(Regulasi), key=attrgetter("id")):
        status, doubted = status_of(regulasi, corpus), doubted_by(regulasi, corpus)
        unsure = doubted and status is not Status.DICABUT
        yield {
            "kode": regulation_code(regulasi),
            "opd": regulasi.owner,
            **{name: getattr(regulasi, name) for name in _REGULATION_FIELDS},
            "berkas": document_url(regulasi.berkas, regulasi.owner),
            "subjek": _several(regulasi.subjek),
            "mengubah": _several(regulasi.mengubah),
            "mencabut": _several(regulasi.mencabut),
            "status": "belum-dipastikan" if unsure else status.value,
            "diubah_oleh": _several([r.id.slug for r in changed_by(regulasi, corpus)]),
            "dicabut_oleh": _several([r.id.slug for r in revoked_by(regulasi, corpus)]),
            "halaman": url_of(regulasi.id),
            **_tail(publication, contoh=publication.contoh),
        }


def _activity_rows(publication: Publication) -> Iterator[Row]:
    for kegiatan in sorted(publication.corpus.of(Kegiatan), key=attrgetter("id")):
        yield {
            "tahun": kegiatan.tanggal.year,
            "opd": kegiatan.owner,
            **{n: getattr(kegiatan, n) for n in ("tanggal", "judul", "jenis", "tempat", "sumber")},
            "peserta": _several(kegiatan.peserta),
            "terkait": _several(kegiatan.terkait),
            "halaman": url_of(kegiatan.id),
            **_tail(publication, contoh=publication.contoh),
        }


# ---- figures of the service

_FIGURES: Final[Mapping[str, tuple[type[BaseModel], Mapping[str, str]]]] = {
    "permohonan": (
        Permohonan,
        {
            "diterima": "diterima",
            "dikabulkan_seluruhnya": "dikabulkan_seluruhnya",
            "dikabulkan_sebagian": "dikabulkan_sebagian",
            "ditolak": "ditolak",
            "dalam_proses": "dalam_proses",
        },
    ),
    "waktu": (
        WaktuLayanan,
        {
            "rata_rata_hari_kerja": "rata_rata_hari_kerja",
            "terlama_hari_kerja": "terlama_hari_kerja",
        },
    ),
    "keberatan": (
        Keberatan,
        {"keberatan_diterima": "diterima", "keberatan_selesai": "selesai"},
    ),
    "sengketa": (
        Sengketa,
        {"ke_komisi_informasi": "ke_komisi_informasi", "ke_pengadilan": "ke_pengadilan"},
    ),
    "kepuasan": (
        Kepuasan,
        {
            "kepuasan_nilai": "nilai",
            "kepuasan_skala": "skala",
            "kepuasan_responden": "responden",
        },
    ),
    "laporan": (Laporan, {"laporan_tanggal": "tanggal"}),
}
"""For each part of a report its model, and the columns with the field that each takes."""


def _figure_columns() -> Iterator[Column]:
    for model, columns in _FIGURES.values():
        for name, field in columns.items():
            column = column_of(model, field)
            yield Column(name, name.replace("_", " ").capitalize(), column.title, column.type)


def _figure_rows(publication: Publication) -> Iterator[Row]:
    found = publication.corpus.of(LaporanLayanan)
    for laporan in sorted(found, key=lambda one: (one.id.tahun, one.id.opd)):
        yield {
            "tahun": laporan.id.tahun,
            "opd": laporan.id.opd,
            "nama": publication.name_of(laporan.id.opd),
            **{
                column: getattr(getattr(laporan, part), field, None)
                for part, (_, columns) in _FIGURES.items()
                for column, field in columns.items()
            },
            **_tail(publication, contoh=laporan.contoh),
        }


# ---- assessments


def _score_rows(publication: Publication) -> Iterator[Row]:
    for year in publication.completeness.years:
        for report in sorted(year.reports, key=attrgetter("opd")):
            score = report.score
            yield {
                "tahun": report.tahun,
                "opd": report.opd,
                "nama": report.profil.nama,
                "hari_penilaian": report.hari,
                "peraturan": year.obligations.kumpulan.peraturan,
                "nilai": score.nilai,
                "paling_tinggi": score.paling_tinggi,
                "terpenuhi": score.terpenuhi,
                "belum": score.belum,
                "perlu_dilihat": score.perlu_dilihat,
                "tidak_berlaku": score.tidak_berlaku,
                "dokumen": report.dokumen,
                "mulai": report.mulai,
                "halaman": report_address(report.opd, report.tahun),
                **_tail(publication, contoh=report.contoh),
            }


DUTY_COLUMNS: Final = (
    Column("tahun", "Tahun", "Tahun yang dinilai.", ColumnType.NUMBER),
    OPD,
    _NAME,
    Column("kode", "Kode", "Kode kewajiban."),
    Column("kategori", "Kategori", "Kode kategori kewajiban."),
    Column("kewajiban", "Kewajiban", "Bunyi kewajibannya."),
    Column("dasar", "Dasar", "Dasar hukumnya."),
    Column("bobot", "Bobot", "Bobot dalam nilai, sebagai bilangan atau pecahan."),
    Column("keadaan", "Keadaan", "terpenuhi, belum, perlu-dilihat, tercatat, atau tidak-berlaku."),
    Column("kesegaran", "Kesegaran", "tepat, lewat, tidak-diketahui, atau tanpa-tenggat."),
    Column("diperbarui", "Diperbarui", "Hari pemutakhiran buktinya.", ColumnType.DAY),
    Column("jumlah_bukti", "Jumlah bukti", "Banyaknya bukti yang ditemukan.", ColumnType.NUMBER),
    Column("tautan", "Tautan", "Alamat bukti yang pertama."),
    Column("alasan", "Alasan", "Mengapa keadaannya demikian."),
    Column("temuan", "Temuan", "Kode penilaian ini; tidak pernah berubah."),
    Column("alamat", "Alamat", "Alamat penilaian ini, dihitung dari halaman depan."),
    *(
        Column(
            f"penyerahan_{jenis.kolom}",
            f"Penyerahan {jenis.value}",
            "Keadaan penyerahannya; kosong bila tidak wajib.",
        )
        for jenis in Jenis
    ),
    *_TAIL,
)


def duty_row(report: OpdReport, assessment: Assessment, body: Row) -> Row:
    """Return one assessment as a row of the yearly files and of the table of all years."""
    states = {handed.jenis: handed.state.value for handed in report.penyerahan}
    return {
        "tahun": assessment.tahun,
        "opd": assessment.opd,
        "nama": report.profil.nama,
        "kode": assessment.obligation.kode,
        "kategori": assessment.obligation.kategori.kode,
        "kewajiban": assessment.obligation.teks,
        "dasar": assessment.obligation.dasar,
        "bobot": str(assessment.bobot),
        "keadaan": assessment.state.value,
        "kesegaran": assessment.kesegaran.value,
        "diperbarui": assessment.diperbarui,
        "jumlah_bukti": len(assessment.evidence),
        "tautan": assessment.link,
        "alasan": said(report, assessment),
        "temuan": code_of(assessment),
        "alamat": address_of(assessment),
        **{f"penyerahan_{jenis.kolom}": states.get(jenis, "") for jenis in Jenis},
        "contoh": report.contoh,
        **body,
    }


def _duty_rows(publication: Publication) -> Iterator[Row]:
    body = publication.identitas.kolom
    for year in publication.completeness.years:
        for report in sorted(year.reports, key=attrgetter("opd")):
            for assessment in report.assessments:
                yield duty_row(report, assessment, body)


# ---- addresses that were visited


def _check_rows(publication: Publication) -> Iterator[Row]:
    corpus = publication.corpus
    named: dict[str, set[str]] = defaultdict(set)
    invented: dict[str, bool] = {}
    for row in corpus.of(InformasiPublik):
        address, daftar = document_address(row.tautan), corpus.get(DaftarPublik, *row.id[1:3])
        named[address].add(row.owner)
        contoh = daftar is not None and daftar.contoh
        invented[address] = contoh and invented.get(address, True)
    for check in sorted(corpus.of(PemeriksaanTautan), key=attrgetter("id")):
        yield {
            "tahun": check.id.tahun,
            **{name: getattr(check, name) for name in PemeriksaanTautan.model_fields},
            "opd": _several(sorted(named[check.id.slug])),
            **_tail(publication, contoh=publication.contoh or invented.get(check.id.slug, False)),
        }


# ---- findings


def _finding_rows(publication: Publication) -> Iterator[Row]:
    for opd, found in sorted(publication.findings_by_opd.items()):
        for finding in found:
            record = finding.record
            yield {
                "tahun": (record and record.tahun) or publication.corpus.today.year,
                "opd": opd,
                "aturan": finding.rule_id,
                "tingkat": finding.severity.value,
                "temuan": finding.message,
                "langkah": finding.hint,
                "dasar": _several(finding.legal_basis),
                "berkas": finding.span.path,
                "baris": finding.span.line,
                "sel": finding.span.cell,
                "halaman": finding_url(finding, publication.corpus),
                **_tail(publication, contoh=publication.is_example(record)),
            }


_NUMBER, _DAY, _YES_NO = ColumnType.NUMBER, ColumnType.DAY, ColumnType.YES_NO
TABLES: Final = (
    DataTable(
        name="opd",
        title="Perangkat daerah",
        description="Profil setiap perangkat daerah: jabatan saja, tanpa nama orang.",
        columns=(
            _STATE_YEAR,
            OPD,
            *_fields(ProfilOpd, *_OPD_FIELDS, "telepon", "urusan"),
            Column("ppid_jabatan", "PPID", "Jabatan yang menjadi PPID di perangkat daerah ini."),
            *_fields(Sk, "nomor", "tanggal", prefix="sk_"),
            _PAGE,
            *_TAIL,
        ),
        key=("opd",),
        rows=_opd_rows,
        csv=f"{FOLDER}opd.csv",
    ),
    DataTable(
        name="daftar",
        title="Daftar menurut perangkat daerah dan tahun",
        description=(
            "Setiap DIK dan DIP yang ada atau seharusnya ada: keadaan penyerahannya, "
            "keputusannya, dan pernyataan nihilnya."
        ),
        columns=(
            Column("tahun", "Tahun", "Tahun daftar.", _NUMBER),
            OPD,
            _NAME,
            Column("daftar", "Daftar", "dik atau dip."),
            Column(
                "keadaan",
                "Keadaan",
                "tepat-waktu, terlambat, nihil, tidak-diketahui, belum-jatuh-tempo, atau "
                "belum-ada; kosong untuk tahun yang tidak dinilai.",
            ),
            Column("batas", "Batas", "Hari terakhir menyerahkan.", _DAY),
            *_fields(Daftar, "disampaikan"),
            *_fields(Penetapan, *Penetapan.model_fields, prefix="penetapan_"),
            *_fields(UjiKonsekuensi, *UjiKonsekuensi.model_fields, prefix="uji_"),
            Column("nihil", "Nihil", "“ya” bila dinyatakan tidak ada isinya.", _YES_NO),
            *_fields(Nihil, *Nihil.model_fields, prefix="nihil_"),
            *_fields(Daftar, "salinan_resmi"),
            Column("jumlah", "Jumlah", "Banyaknya informasi dalam daftar.", _NUMBER),
            _PAGE,
            Column("berkas_csv", "Berkas CSV", "Alamat isi daftar sebagai CSV."),
            Column("berkas_json", "Berkas JSON", "Alamat daftar sebagai JSON."),
            *_fields(Daftar, "sumber"),
            *_TAIL,
        ),
        key=("opd", "daftar", "tahun"),
        rows=_list_rows,
        csv=f"{FOLDER}daftar.csv",
    ),
    DataTable(
        name="dik",
        title="Informasi yang dikecualikan",
        description="Isi semua Daftar Informasi yang Dikecualikan; dokumennya sendiri tidak ada.",
        columns=columns_of("dik"),
        key=("opd", "tahun", "kode"),
        rows=_rows_of_all("dik"),
        csv=f"{FOLDER}dik.csv",
    ),
    DataTable(
        name="dip",
        title="Informasi publik",
        description="Isi semua Daftar Informasi Publik.",
        columns=columns_of("dip"),
        key=("opd", "tahun", "kode"),
        rows=_rows_of_all("dip"),
        csv=f"{FOLDER}dip.csv",
    ),
    DataTable(
        name="regulasi",
        title="Regulasi",
        description="Peraturan badan ini, dengan statusnya sejauh diketahui.",
        columns=(
            Column("kode", "Kode", "Sebutan pendeknya."),
            OPD,
            *_fields(Regulasi, *_REGULATION_FIELDS, "berkas", "subjek", "mengubah", "mencabut"),
            Column(
                "status",
                "Status",
                "berlaku, diubah, dicabut, atau belum-dipastikan bila belum jelas apakah peraturan "
                "lain mengubah atau mencabutnya.",
            ),
            Column("diubah_oleh", "Diubah oleh", "Peraturan yang mengubahnya."),
            Column("dicabut_oleh", "Dicabut oleh", "Peraturan yang mencabutnya."),
            _PAGE,
            *_TAIL,
        ),
        key=("halaman",),
        rows=_regulation_rows,
        csv=f"{FOLDER}regulasi.csv",
    ),
    DataTable(
        name="kegiatan",
        title="Kegiatan",
        description="Kegiatan layanan informasi yang diumumkan.",
        columns=(
            Column("tahun", "Tahun", "Tahun kegiatan.", _NUMBER),
            OPD,
            *_fields(Kegiatan, "tanggal", "judul", "jenis", "tempat", "sumber"),
            *_fields(Kegiatan, "peserta", "terkait"),
            _PAGE,
            *_TAIL,
        ),
        key=("halaman",),
        rows=_activity_rows,
        csv=f"{FOLDER}kegiatan.csv",
    ),
    DataTable(
        name="kanal",
        title="Kanal layanan",
        description="Cara menghubungi badan ini dan setiap perangkat daerahnya.",
        columns=(
            _STATE_YEAR,
            Column("opd", "OPD", f"{OPD.description} Kosong: kanal badan ini."),
            Column("nomor", "Nomor", "Urutannya di antara kanal yang sepemilik.", _NUMBER),
            *_fields(Kanal, *_CHANNEL_FIELDS),
            Column(
                "berlaku",
                "Berlaku",
                "“ya” bila diketahui masih berlaku, “tidak” bila sudah berakhir; kosong bila "
                "belum dapat dipastikan.",
                _YES_NO,
            ),
            *_TAIL,
        ),
        key=("opd", "nomor"),
        rows=_channel_rows,
        csv=f"{FOLDER}kanal.csv",
    ),
    DataTable(
        name="layanan",
        title="Angka layanan informasi",
        description="Angka laporan layanan informasi setiap tahun; tidak ada data peminta.",
        columns=(
            Column("tahun", "Tahun", "Tahun laporan.", _NUMBER),
            OPD,
            _NAME,
            *_figure_columns(),
            *_TAIL,
        ),
        key=("tahun", "opd"),
        rows=_figure_rows,
        csv=SERVICE_FIGURES,
    ),
    DataTable(
        name="penilaian",
        title="Nilai kelengkapan",
        description=(
            "Kelengkapan pengumuman setiap perangkat daerah dan tahun, menurut catatan di "
            "situs ini."
        ),
        columns=(
            Column("tahun", "Tahun", "Tahun yang dinilai.", _NUMBER),
            OPD,
            _NAME,
            Column("hari_penilaian", "Hari penilaian", "Hari yang dipakai menghitung.", _DAY),
            Column("peraturan", "Peraturan", "Peraturan yang dipakai tahun itu."),
            Column(
                "nilai",
                "Nilai",
                "Persentase; kosong bila tidak ada yang berlaku.",
                ColumnType.DECIMAL,
            ),
            Column(
                "paling_tinggi",
                "Paling tinggi",
                "Nilai bila semua yang perlu dilihat ternyata terpenuhi.",
                ColumnType.DECIMAL,
            ),
            Column("terpenuhi", "Terpenuhi", "Banyaknya kewajiban yang terpenuhi.", _NUMBER),
            Column("belum", "Belum", "Banyaknya yang belum tercatat terpenuhi.", _NUMBER),
            Column(
                "perlu_dilihat", "Perlu dilihat", "Banyaknya yang perlu dilihat orang.", _NUMBER
            ),
            Column("tidak_berlaku", "Tidak berlaku", "Banyaknya yang tidak berlaku.", _NUMBER),
            Column("dokumen", "Dokumen", "Banyaknya dokumen yang menjadi bukti.", _NUMBER),
            Column("mulai", "Mulai", "“tidak” sebelum daftar pertama diserahkan.", _YES_NO),
            _PAGE,
            *_TAIL,
        ),
        key=("tahun", "opd"),
        rows=_score_rows,
        csv=f"{FOLDER}penilaian.csv",
    ),
    DataTable(
        name="kewajiban",
        title="Penilaian setiap kewajiban",
        description=(
            "Keadaan setiap kewajiban pengumuman per perangkat daerah dan tahun, dengan alasannya."
        ),
        columns=DUTY_COLUMNS,
        key=("temuan",),
        rows=_duty_rows,
    ),
    DataTable(
        name="alamat",
        title="Pemeriksaan alamat",
        description=(
            "Alamat yang disebut dalam data: hari terakhir diperiksa setiap tahun, dan yang "
            "ditemukan. Penilaian kelengkapan membacanya."
        ),
        columns=(
            Column("tahun", "Tahun", "Tahun pemeriksaan.", _NUMBER),
            *_fields(PemeriksaanTautan, "alamat", "tanggal"),
            Column(
                "keadaan",
                "Keadaan",
                "terbuka, hilang (tidak ada lagi, atau membawa ke halaman depan), tidak-menjawab, "
                "atau tidak-terbedakan (situsnya juga membuka alamat yang dikarang).",
            ),
            *_fields(PemeriksaanTautan, "tujuan"),
            Column(
                "opd", "OPD", "Folder setiap perangkat daerah yang DIP-nya menyebut alamat ini."
            ),
            *_TAIL,
        ),
        key=("tahun", "alamat"),
        rows=_check_rows,
        csv=f"{FOLDER}alamat.csv",
    ),
    DataTable(
        name="temuan",
        title="Temuan mutu data",
        description="Peringatan dan saran yang masih terbuka dalam data situs ini.",
        columns=(
            Column("tahun", "Tahun", "Tahun daftar; tanpa itu tahun keadaan data.", _NUMBER),
            Column("opd", "OPD", f"{OPD.description} Kosong: berkas bersama."),
            Column("aturan", "Aturan", "Kode aturan pemeriksaan."),
            Column("tingkat", "Tingkat", "peringatan atau saran."),
            Column("temuan", "Temuan", "Apa yang ditemukan."),
            Column("langkah", "Langkah", "Langkah perbaikannya."),
            Column("dasar", "Dasar", "Dasar hukum aturannya."),
            Column("berkas", "Berkas", "Berkas data tempat temuan itu."),
            Column("baris", "Baris", "Nomor baris dalam berkas itu.", _NUMBER),
            Column("sel", "Sel", "Sel lembar kerja, bila ada."),
            _PAGE,
            *_TAIL,
        ),
        key=(),
        rows=_finding_rows,
        csv=f"{FOLDER}temuan.csv",
    ),
)
"""Every table of the body, in the order in which readers meet them."""
