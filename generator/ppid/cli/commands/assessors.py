"""The commands of a round: worksheets go out to the assessors, and come back marked."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from ppid.assessing.assess import assess
from ppid.cli.options import FINE, Command, load_sound, tahun_option, tanggal_option, write_result
from ppid.core.corpus import Corpus
from ppid.diagnostics.diagnostic import offer
from ppid.diagnostics.inert import visible
from ppid.kinds.pemantauan.penugasan import Pemantau, Penugasan, slug_of
from ppid.values.numbers import format_bulat
from ppid.values.text import nearest

_WORKSHEET = """Membuat kertas kerja Excel bagi setiap pemantau yang ditugaskan.

Isinya setiap kewajiban perangkat daerah yang dinilainya: keadaan menurut data dan buktinya, tanda
tahun lalu, serta kolom kuning untuk tanda dan alasan pemantau. Jumlahnya terhitung sendiri. Tanda
pemantau itu yang sudah tersimpan ikut terisi, kecuali bila datanya berubah sesudah ditandai.
Pembagian tugas dicatat lebih dahulu dengan: ppid baru penugasan --tahun 2026

\b
Contoh:
  ppid kertas-kerja --tahun 2026
  ppid kertas-kerja --tahun 2026 --pemantau "Tim Monitoring Provinsi 1" --keluaran kertas
"""


@click.command(cls=Command, help=_WORKSHEET)
@tahun_option("Tahun yang dinilai. Bawaan: tahun penugasan terakhir.")
@click.option(
    "--pemantau", metavar="NAMA", default="", help="Hanya pemantau ini. Bawaan: semuanya."
)
@click.option(
    "--keluaran",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="FOLDER",
    default=Path(),
    help="Folder hasil. Bawaan: folder ini.",
)
@tanggal_option
@click.pass_obj
def kertas_kerja(
    root: Path, tahun: int | None, pemantau: str, keluaran: Path, tanggal: date
) -> int:
    """Make the worksheet of every assessor."""
    from ppid.publishing.exports.kelengkapan.workbook import desk_of, workbook

    corpus = load_sound(root, tanggal).corpus
    penugasan = _assignments(tahun, corpus)
    year = assess(corpus).year(penugasan.id.tahun)
    if year is None:
        message = (
            f"Tahun {penugasan.id.tahun} belum dapat dinilai: belum ada daftar atau laporan. "
            "Sebabnya disebut oleh: ppid periksa"
        )
        raise click.ClickException(message)
    keluaran.mkdir(parents=True, exist_ok=True)
    for each in _wanted(penugasan, pemantau):
        reports = [report for report in year.reports if report.opd in each.opd]
        target = keluaran / f"kertas-kerja-{year.tahun}-{each.slug}.xlsx"
        write_result(target, workbook(year, reports, desk_of(each, year.tahun, corpus)))
        count = format_bulat(len(reports))
        click.echo(f"Ditulis: {target} ({visible(each.nama)}, {count} perangkat daerah)")
    return FINE


def _assignments(tahun: int | None, corpus: Corpus) -> Penugasan:
    """Return the assignments of a year, or the newest."""
    found = sorted(corpus.of(Penugasan), key=lambda each: each.id.tahun)
    chosen = [each for each in found if tahun in {None, each.id.tahun}]
    if not chosen:
        year = tahun or corpus.today.year
        known = ", ".join(str(each.id.tahun) for each in found)
        there = f" Yang ada: {known}." if known else ""
        message = (
            f"Belum ada pembagian tugas pemantau {year}.{there} "
            f"Buat dengan: ppid baru penugasan --tahun {year}"
        )
        raise click.ClickException(message)
    return chosen[-1]


def _wanted(penugasan: Penugasan, nama: str) -> Sequence[Pemantau]:
    """Return the assessor of a name, or all that have an OPD to assess."""
    assigned = [each for each in penugasan.pemantau if each.opd]
    if not nama:
        return assigned
    wanted = [each for each in assigned if each.slug == slug_of(nama)]
    if not wanted:
        known = [each.nama for each in assigned]
        hint = offer(nearest(nama, known)) or f"Yang ada: {', '.join(known)}."
        message = f"Pemantau “{visible(nama)}” tidak ditugaskan pada {penugasan.id.tahun}. {hint}"
        raise click.ClickException(message)
    return wanted
