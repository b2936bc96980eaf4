"""All figures of the service in one table for spreadsheets."""

import csv
from collections.abc import Iterator
from io import StringIO

from ppid.core.page import Export
from ppid.kinds.layanan import LaporanLayanan
from ppid.publishing.pages.laporan_layanan import FILE
from ppid.publishing.publication import Publication
from ppid.values.cells import guarded

_COLUMNS = (
    "tahun",
    "opd",
    "nama",
    "diterima",
    "dikabulkan_seluruhnya",
    "dikabulkan_sebagian",
    "ditolak",
    "dalam_proses",
    "rata_rata_hari_kerja",
    "terlama_hari_kerja",
    "keberatan_diterima",
    "keberatan_selesai",
    "ke_komisi_informasi",
    "ke_pengadilan",
    "kepuasan_nilai",
    "kepuasan_skala",
    "kepuasan_responden",
    "laporan_tanggal",
    "contoh",
)


def exports(publication: Publication) -> Iterator[Export]:
    """Yield the table, by year and OPD, where there are reports."""
    found = sorted(
        publication.corpus.of(LaporanLayanan), key=lambda one: (one.id.tahun, one.id.opd)
    )
    if not found:
        return
    text = StringIO()
    writer = csv.writer(text)
    writer.writerow(_COLUMNS)
    for laporan in found:
        name = publication.name_of(laporan.id.opd)
        writer.writerow(guarded(str(value)) for value in _row(laporan, name))
    yield Export(FILE.url, text.getvalue().encode("utf-8-sig"))


def _row(laporan: LaporanLayanan, name: str) -> Iterator[object]:
    asked = laporan.permohonan
    yield from (laporan.id.tahun, laporan.id.opd, name, asked.diterima)
    yield from (asked.dikabulkan_seluruhnya, asked.dikabulkan_sebagian)
    yield from (asked.ditolak, asked.dalam_proses)
    for part, fields in (
        (laporan.waktu, ("rata_rata_hari_kerja", "terlama_hari_kerja")),
        (laporan.keberatan, ("diterima", "selesai")),
        (laporan.sengketa, ("ke_komisi_informasi", "ke_pengadilan")),
        (laporan.kepuasan, ("nilai", "skala", "responden")),
        (laporan.laporan, ("tanggal",)),
    ):
        values = (getattr(part, field, None) for field in fields)
        yield from ("" if value is None else value for value in values)
    yield "ya" if laporan.contoh else "tidak"
