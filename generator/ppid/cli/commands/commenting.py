"""Commands of the job that answers a pull request: whose it is, and a comment fit to post."""

import json
import zlib
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile, is_zipfile

import click

from ppid.cli.options import DATA_ERRORS, FINE, write_result
from ppid.cli.words import Command
from ppid.reviewing.comment import LARGEST, own_comment, request_number, safe_comment

_READS = click.Path(exists=True, dir_okay=False, path_type=Path)
_MOST_BYTES = 4 * LARGEST
"""UTF-8 takes at most four bytes a character; more than that is cut before it is read."""
_REPORTS = ("tinjauan.md", "temuan.md")


@click.command(cls=Command)
@click.argument("jawaban", type=_READS, metavar="JAWABAN.json")
@click.option("--ujung", required=True, help="Commit yang diperiksa, 40 angka heksa.")
def permintaan(jawaban: Path, ujung: str) -> int:
    """Menyebut nomor permintaan penggabungan yang ujungnya commit itu.

    JAWABAN.json adalah daftar permintaan yang terbuka menurut API. Bila tidak ada, atau lebih
    dari satu, tidak ada yang disebut dan kode keluarnya 1.
    """
    number = request_number(_json_of(jawaban), ujung)
    if number is None:
        click.echo("Tidak ada tepat satu permintaan terbuka dengan commit itu.", err=True)
        return DATA_ERRORS
    click.echo(str(number))
    return FINE


@click.command(cls=Command)
@click.argument("laporan", type=_READS, metavar="LAPORAN.md|ARTEFAK.zip")
@click.option(
    "--keluaran",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="BERKAS",
    required=True,
    help="Berkas JSON dengan isi komentar, siap dikirim ke API.",
)
@click.option(
    "--lama",
    type=_READS,
    metavar="BERKAS",
    help="Komentar yang sudah ada menurut API; nomor komentar kita ditampilkan.",
)
@click.option("--penulis", default="github-actions[bot]", help="Nama akun yang menulis komentar.")
@click.option(
    "--izinkan", multiple=True, metavar="ALAMAT", help="Awal alamat yang boleh ditautkan."
)
def komentar(
    laporan: Path, keluaran: Path, lama: Path | None, penulis: str, izinkan: tuple[str, ...]
) -> int:
    """Menyiapkan komentar dari laporan yang dibuat tanpa hak.

    Sebutan nama, gambar, tautan keluar, dan tanda HTML dalam laporan dibuat tidak berdaya; yang
    terlalu panjang dipotong. Dari ARTEFAK.zip hanya satu laporan dibaca; tidak ada yang diekstrak.
    """
    body = safe_comment(
        _report_in(laporan), tuple(each for each in izinkan if each.startswith("https://"))
    )
    write_result(keluaran, json.dumps({"body": body}).encode())
    number = own_comment(_json_of(lama), penulis) if lama else None
    if number is not None:
        click.echo(str(number))
    return FINE


def _report_in(laporan: Path) -> bytes:
    """Read a report, or the first of ours that an archive holds, up to what fits a comment."""
    if not is_zipfile(laporan):
        with laporan.open("rb") as opened:
            return opened.read(_MOST_BYTES)
    try:
        with ZipFile(laporan) as archive:
            name = next(n for n in _REPORTS if n in archive.namelist())
            with archive.open(name) as member:
                return member.read(_MOST_BYTES)
    except (BadZipFile, StopIteration, NotImplementedError, RuntimeError, zlib.error) as error:
        message = f"Tidak ada laporan yang dapat dibaca dalam {laporan}."
        raise click.ClickException(message) from error


def _json_of(path: Path) -> Any:  # noqa: ANN401 — whatever the host answered
    try:
        return json.loads(path.read_bytes())
    except ValueError as error:
        raise click.ClickException(f"{path} bukan JSON.") from error


COMMANDS = (permintaan, komentar)
WITHOUT_PROJECT = {"permintaan", "komentar"}
"""The job that comments needs the program only: no data, and nothing that strangers wrote."""
