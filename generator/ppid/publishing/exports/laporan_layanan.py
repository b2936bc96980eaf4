"""All figures of the service in one table for spreadsheets."""

from collections.abc import Iterator, Mapping

from ppid.core.page import Export
from ppid.kinds.layanan import LaporanLayanan
from ppid.publishing.pages.laporan_layanan import FILE
from ppid.publishing.publication import Publication
from ppid.publishing.sheets import csv_bytes

_PARTS = {
    "permohonan": {
        "diterima": "diterima",
        "dikabulkan_seluruhnya": "dikabulkan_seluruhnya",
        "dikabulkan_sebagian": "dikabulkan_sebagian",
        "ditolak": "ditolak",
        "dalam_proses": "dalam_proses",
    },
    "waktu": {
        "rata_rata_hari_kerja": "rata_rata_hari_kerja",
        "terlama_hari_kerja": "terlama_hari_kerja",
    },
    "keberatan": {"keberatan_diterima": "diterima", "keberatan_selesai": "selesai"},
    "sengketa": {
        "ke_komisi_informasi": "ke_komisi_informasi",
        "ke_pengadilan": "ke_pengadilan",
    },
    "kepuasan": {
        "kepuasan_nilai": "nilai",
        "kepuasan_skala": "skala",
        "kepuasan_responden": "responden",
    },
    "laporan": {"laporan_tanggal": "tanggal"},
}
"""For each part of a report the columns of the table, with the field that each takes."""


def exports(publication: Publication) -> Iterator[Export]:
    """Yield the table, by year and OPD, where there are reports."""
    found = publication.corpus.of(LaporanLayanan)
    ordered = sorted(found, key=lambda one: (one.id.tahun, one.id.opd))
    if ordered:
        body = publication.identitas.kolom
        rows = ({**_row(each, publication.name_of(each.id.opd)), **body} for each in ordered)
        yield Export(FILE.url, csv_bytes(rows))


def _row(laporan: LaporanLayanan, name: str) -> Mapping[str, object]:
    figures = {
        column: getattr(getattr(laporan, part), field, None)
        for part, columns in _PARTS.items()
        for column, field in columns.items()
    }
    about = {"tahun": laporan.id.tahun, "opd": laporan.id.opd, "nama": name}
    return {**about, **figures, "contoh": "ya" if laporan.contoh else "tidak"}
