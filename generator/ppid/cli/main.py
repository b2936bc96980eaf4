"""The commands that people type: arguments, what is printed, and exit codes; nothing else.

Exit codes: 0 fine, 1 errors in the data, 2 a misused command or our own failure.
"""

import os
import sys
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from ppid.checking.check import all_requirements, load_and_check
from ppid.checking.mend import mend
from ppid.cli import new_file
from ppid.cli.commands import find_commands
from ppid.cli.options import (
    DATA_ERRORS,
    FAILED,
    FINE,
    CommandAnywhere,
    CommandGroup,
    Tanggal,
    format_option,
    inside,
    misuse,
    opd_option,
    sentence_of,
    speak_indonesian,
    tahun_option,
    tanggal_option,
)
from ppid.cli.output import FORMS, print_explanation, print_mended, render_findings, show_progress
from ppid.core.writing import NotWrittenError, settle, system_reason
from ppid.diagnostics.diagnostic import Diagnostic, Severity, has_errors, offer
from ppid.diagnostics.inert import visible
from ppid.values.text import nearest

_MOST_USED = """Memeriksa daftar informasi dan membangun situs PPID.

\b
Yang paling sering dipakai:
  ppid periksa            memeriksa semua data
  ppid jelaskan DIK-004   menjelaskan satu aturan
  ppid sajikan            melihat situs di komputer sendiri
"""
_NEW = """Membuat berkas baru yang tinggal diisi.

\b
Contoh:
  ppid baru opd --opd dinas-baru
  ppid baru dik --opd dinkes --tahun 2026
  ppid baru regulasi --opd setda --nama perwal-12 --tahun 2026
  ppid baru kegiatan --opd setda --nama rapat-koordinasi --tanggal 2026-01-15
"""


@click.group(cls=CommandGroup, invoke_without_command=True, help=_MOST_USED)
@click.option(
    "--proyek",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="FOLDER",
    default=Path(),
    help="Folder proyek (yang berisi mkdocs.yml). Bawaan: folder ini.",
)
@click.version_option(
    package_name="ppid-statis",
    message="%(package)s %(version)s",
    help="Tampilkan nama dan versi program.",
)
@click.pass_context
def ppid(ctx: click.Context, proyek: Path) -> None:
    """Memeriksa daftar informasi dan membangun situs PPID."""
    command = ppid.commands.get(ctx.invoked_subcommand or "")
    ctx.obj = None if isinstance(command, CommandAnywhere) else _root_of(proyek)
    for path in settle(ctx.obj) if ctx.obj else ():
        click.echo(f"Perubahan yang terputus diselesaikan: {visible(path)}", err=True)
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


@ppid.command()
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


@ppid.command()
@click.option(
    "--keluaran",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="FOLDER",
    help="Folder hasil. Bawaan: site/ di folder proyek.",
)
@tanggal_option
@click.pass_obj
def bangun(root: Path, keluaran: Path | None, tanggal: date) -> int:
    """Membangun situs ke sebuah folder.

    Bila ada galat, situs tidak dibangun dan situs yang lama tidak disentuh.
    """
    from ppid.publishing.mkdocs_plugin import build_site

    started = time.monotonic()
    checked = load_and_check(root, tanggal)
    if checked.blocked:
        errors = [d for d in checked.findings if d.severity is Severity.GALAT]
        click.echo(render_findings("teks", errors, checked), err=True)
        click.echo("Situs tidak dibangun; situs yang lama tetap seperti semula.", err=True)
        return DATA_ERRORS
    site = keluaran.resolve() if keluaran else None
    folder, pages = build_site(root, site, checked, show_progress)
    warnings = sum(d.severity is Severity.PERINGATAN for d in checked.findings)
    took = f"{time.monotonic() - started:.1f}".replace(".", ",")
    click.echo(f"Selesai: {pages} halaman data dalam {took} detik.")
    if warnings:
        click.echo(f"{warnings} peringatan ikut terbit di mutu-data/; lihat dengan: ppid periksa")
    click.echo(f"Situs ada di {folder}")
    return FINE


@ppid.command()
@click.option("--alamat", metavar="IP:PORT", help="Alamat di komputer ini. Bawaan: 127.0.0.1:8000.")
@click.pass_obj
def sajikan(root: Path, alamat: str | None) -> int:
    """Menampilkan situs di komputer sendiri.

    Situs dibangun ulang setiap kali data, tulisan, atau tampilan berubah. Berhenti dengan Ctrl+C.
    """
    from ppid.publishing.mkdocs_plugin import serve_site

    serve_site(root, alamat)
    return FINE


@ppid.command()
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


@ppid.command(help=_NEW)
@click.argument("jenis", type=click.Choice(new_file.names()), metavar="JENIS")
@opd_option()
@tahun_option("Tahun daftar atau peraturan.")
@click.option(
    "--nama",
    metavar="NAMA",
    default="",
    help="Nama pendek, misalnya perwal-27 atau rapat-koordinasi.",
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


for command in find_commands():
    ppid.add_command(command)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and end the process with an exit code."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    speak_indonesian()
    try:
        with misuse(NotWrittenError):
            ended = ppid.main(arguments, prog_name="ppid", standalone_mode=False)
        code = ended if isinstance(ended, int) else FINE
    except click.exceptions.Abort:
        click.echo("Dihentikan.", err=True)
        code = FAILED
    except click.ClickException as error:
        click.echo(f"ppid: {sentence_of(error)}", err=True)
        code = FAILED
    except BrokenPipeError:  # whoever read the answer has stopped reading
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = FAILED
    except OSError as error:
        about = f"{visible(str(error.filename))}: " if error.filename else ""
        click.echo(f"ppid: {about}{system_reason(error)}.", err=True)
        code = FAILED
    except MemoryError:
        click.echo("ppid: memori komputer tidak cukup; tutup program lain, lalu ulangi.", err=True)
        code = FAILED
    except Exception as error:
        if os.environ.get("PPID_LACAK"):
            raise
        click.echo(f"ppid: gagal karena cacat program ({type(error).__name__}: {error}).", err=True)
        click.echo("Jalankan lagi dengan PPID_LACAK=1 untuk rinciannya.", err=True)
        code = FAILED
    sys.exit(code)


def _root_of(folder: Path) -> Path:
    """Find the project: the folder itself, or the nearest one above it with a mkdocs.yml."""
    folder = folder.resolve()
    for candidate in (folder, *folder.parents):
        if (candidate / "mkdocs.yml").is_file():
            return candidate
    message = f"Tidak ada mkdocs.yml di “{folder}” atau di atasnya; pindah ke folder proyek dahulu."
    raise click.ClickException(message)


def _is_below(diagnostic: Diagnostic, wanted: list[str]) -> bool:
    path = diagnostic.span.path
    return any(w in {".", path} or path.startswith(f"{w}/") for w in wanted)
