"""What is done from day to day: checking, building, showing, explaining a rule, a new file."""

import time
from datetime import date
from pathlib import Path

import click

from ppid.checking.check import all_requirements, load_and_check
from ppid.checking.mend import mend
from ppid.cli import new_file
from ppid.cli.options import (
    DATA_ERRORS,
    FINE,
    Command,
    Tanggal,
    format_option,
    inside,
    misuse,
    opd_option,
    tahun_option,
    tanggal_option,
)
from ppid.cli.output import FORMS, print_explanation, print_mended, render_findings, show_progress
from ppid.diagnostics.diagnostic import Diagnostic, Severity, has_errors, offer
from ppid.history.git import find_repository
from ppid.values.text import nearest

_NEW = """Membuat berkas baru yang tinggal diisi.

\b
Contoh:
  ppid baru badan
  ppid baru opd --opd dinas-baru
  ppid baru dik --opd dinkes --tahun 2026
  ppid baru layanan --opd dinkes --tahun 2026
  ppid baru monev
  ppid baru penugasan --tahun 2026
  ppid baru regulasi --opd setda --nama perda-12 --tahun 2026
  ppid baru kegiatan --opd setda --nama rapat-koordinasi --tanggal 2026-01-15
"""


@click.command(cls=Command)
@click.argument("path", nargs=-1, metavar="[BERKAS]...")
@format_option(
    *FORMS,
    words="Bentuk jawaban: teks untuk dibaca, yang lain untuk mesin.",
)
@click.option(
    "--perbaiki",
    is_flag=True,
    help="Menulis perbaikan yang pasti ke berkasnya, lalu memeriksa lagi.",
)
@tanggal_option
@click.pass_obj
def periksa(
    root: Path, path: tuple[str, ...], bentuk: str, *, perbaiki: bool, tanggal: date
) -> int:
    """Memeriksa data. Tanpa --perbaiki tidak ada yang diubah.

    Tanpa BERKAS semua data diperiksa. Dengan BERKAS (atau folder) hanya temuan di sana yang
    ditampilkan, misalnya: ppid periksa data/opd/dinkes
    """
    wanted = [inside(root, each).relative_to(root).as_posix() for each in path]
    if perbaiki:
        mending = mend(root, tanggal, lambda d: not wanted or _is_below(d, wanted))
        print_mended(mending.done, apart=bentuk != "teks")
    checked = mending.checked if perbaiki else load_and_check(root, tanggal)
    found = [d for d in checked.findings if not wanted or _is_below(d, wanted)]
    click.echo(render_findings(bentuk, found, checked))
    return DATA_ERRORS if has_errors(found) else FINE


_NO_ADDRESS = """Alamat situs tidak diketahui, sehingga peta situs tidak dibuat dan halaman 404 di
bawah subjalur tampil tanpa gaya. Isi SITE_URL, misalnya SITE_URL=https://contoh.go.id/ppid/"""

_SHALLOW = """Repositori ini tidak memuat seluruh riwayatnya, sehingga halaman “Riwayat perubahan”
mulai terlalu baru. Ambil seluruhnya, lalu bangun lagi: git fetch --unshallow"""


@click.command(cls=Command)
@click.option(
    "--keluaran",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="FOLDER",
    help="Folder hasil. Bawaan: site/ di folder proyek.",
)
@click.option(
    "--proses",
    type=click.IntRange(1, 64),
    metavar="N",
    help="Berapa proses yang bekerja bersama. Bawaan: sebanyak prosesor.",
)
@click.option(
    "--tanpa-simpanan",
    is_flag=True,
    help="Membuat semuanya dari awal, juga yang tidak berubah sejak pembangunan sebelumnya.",
)
@tanggal_option
@click.pass_obj
def bangun(
    root: Path, keluaran: Path | None, proses: int | None, *, tanpa_simpanan: bool, tanggal: date
) -> int:
    """Membangun situs ke sebuah folder.

    Bila ada galat, situs tidak dibangun dan situs yang lama tidak disentuh.
    """
    from ppid.publishing.build import BuildSettings
    from ppid.publishing.mkdocs_plugin import build_site
    from ppid.publishing.workers import processors

    started = time.monotonic()
    checked = load_and_check(root, tanggal)
    if checked.blocked:
        errors = [d for d in checked.findings if d.severity is Severity.GALAT]
        click.echo(render_findings("teks", errors, checked), err=True)
        click.echo("Situs tidak dibangun; situs yang lama tetap seperti semula.", err=True)
        return DATA_ERRORS
    site = keluaran.resolve() if keluaran else None
    settings = BuildSettings(show_progress, proses or processors(), reuse=not tanpa_simpanan)
    folder, pages = build_site(root, site, checked, settings)
    warnings = sum(d.severity is Severity.PERINGATAN for d in checked.findings)
    took = f"{time.monotonic() - started:.1f}".replace(".", ",")
    click.echo(f"Selesai: {pages} halaman data dalam {took} detik.")
    if warnings:
        click.echo(f"{warnings} peringatan ikut terbit di mutu-data/; lihat dengan: ppid periksa")
    if not (folder / "sitemap.xml").is_file():
        click.echo(_NO_ADDRESS, err=True)
    repository = find_repository(root)
    if repository is not None and repository.is_shallow():
        click.echo(_SHALLOW, err=True)
    click.echo(f"Situs ada di {folder}")
    return FINE


@click.command(cls=Command)
@click.option("--alamat", metavar="IP:PORT", help="Alamat di komputer ini. Bawaan: 127.0.0.1:8000.")
@click.pass_obj
def sajikan(root: Path, alamat: str | None) -> int:
    """Menampilkan situs di komputer sendiri.

    Halaman yang terbuka berganti sendiri setiap kali data, tulisan, atau tampilan berubah. Berhenti
    dengan Ctrl+C.
    """
    from ppid.publishing.mkdocs_plugin import serve_site

    serve_site(root, alamat)
    return FINE


@click.command(cls=Command)
@click.argument("kode", metavar="KODE", required=False)
@click.pass_obj
def jelaskan(root: Path, kode: str | None) -> int:
    """Menjelaskan satu aturan, misalnya: ppid jelaskan DIK-004.

    Tanpa KODE ditampilkan daftar semua aturan.
    """
    known = all_requirements()
    if kode is None:
        for each in known.values():
            click.echo(f"{each.id}  {each.severity.value:<10}  {each.title}")
        return FINE
    requirement = known.get(kode.upper())
    if requirement is None:
        hint = offer(nearest(kode.upper(), known)) or "Lihat semuanya: ppid jelaskan"
        message = f"Aturan “{kode}” tidak ada. {hint}"
        raise click.ClickException(message)
    print_explanation(root, requirement)
    return FINE


@click.command(cls=Command, help=_NEW)
@click.argument("jenis", type=click.Choice(new_file.names()), metavar="JENIS")
@opd_option()
@tahun_option("Tahun daftar atau peraturan.")
@click.option(
    "--nama",
    metavar="NAMA",
    default="",
    help="Nama pendek, misalnya perda-27 atau rapat-koordinasi.",
)
@click.option("--tanggal", type=Tanggal(), help="Hari kegiatan, misalnya 2026-01-15.")
@click.pass_obj
def baru(
    root: Path, jenis: str, opd: str, tahun: int | None, nama: str, tanggal: date | None
) -> int:
    """Membuat berkas baru yang tinggal diisi."""
    with misuse(new_file.CannotCreateError):
        made = new_file.create(root, jenis, new_file.WantedFile(opd, tahun or 0, nama, tanggal))
    for path in made:
        click.echo(f"Dibuat: {path}")
    click.echo("Isi berkas itu, lalu jalankan: ppid periksa")
    return FINE


def _is_below(diagnostic: Diagnostic, wanted: list[str]) -> bool:
    path = diagnostic.span.path
    return any(w in {".", path} or path.startswith(f"{w}/") for w in wanted)
