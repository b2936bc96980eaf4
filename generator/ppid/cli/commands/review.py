"""The command of those who review a pull request: what it changes, in words, gravest first."""

import os
import sys
from datetime import date
from pathlib import Path

import click

from ppid.cli.options import DATA_ERRORS, FINE, tanggal_option, write_result
from ppid.cli.words import Command
from ppid.core.clock import today
from ppid.core.corpus import keep_to_the_end


@click.command(cls=Command)
@click.option(
    "--dasar",
    default="",
    metavar="CABANG",
    help="Cabang atau commit pembanding. Bawaan: origin/main, dihitung dari pangkal bersama.",
)
@click.option(
    "--format",
    "bentuk",
    type=click.Choice(["teks", "markdown", "json"]),
    default="teks",
    help="Bentuk jawaban; markdown muat sebagai komentar (paling panjang 65.000 karakter).",
)
@click.option(
    "--keluaran",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="BERKAS",
    help="Tulis pula laporan lengkapnya, tanpa dipotong, dalam bentuk yang sama.",
)
@tanggal_option
@click.pass_obj
def tinjau(root: Path, dasar: str, bentuk: str, keluaran: Path | None, tanggal: date | None) -> int:
    """Membandingkan data di folder ini dengan cabang dasarnya.

    Yang paling berat disebut dahulu: informasi yang semula terbuka lalu dikecualikan, dan yang
    tidak tercantum lagi. Kode keluarnya 1 hanya bila ada galat baru.
    """
    from ppid.reviewing.base import NoBaseError, stored
    from ppid.reviewing.rendered import rendered
    from ppid.reviewing.report import review_branch

    try:
        found = review_branch(root, stored(root, dasar), tanggal or today())
    except NoBaseError as error:
        raise click.ClickException(str(error)) from error
    colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    click.echo(rendered(found, bentuk, colour=colour), nl=False)
    if keluaran is not None:
        write_result(keluaran, rendered(found, bentuk, whole=True).encode())
        click.echo(f"Laporan lengkap ditulis: {keluaran}", err=True)
    keep_to_the_end()
    return DATA_ERRORS if found.blocked else FINE


COMMANDS = (tinjau,)
