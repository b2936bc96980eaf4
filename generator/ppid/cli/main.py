"""The commands that people type: arguments, what is printed, and exit codes; nothing else.

Exit codes: 0 fine, 1 errors in the data, 2 a misused command or our own failure.
"""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from ppid.cli.commands import CommandsOnDemand
from ppid.cli.options import (
    FAILED,
    FINE,
    CommandAnywhere,
    misuse,
    sentence_of,
    speak_indonesian,
)
from ppid.core.writing import NotWrittenError, settle, system_reason
from ppid.diagnostics.inert import visible

_MOST_USED = """Memeriksa daftar informasi dan membangun situs PPID.

\b
Yang paling sering dipakai:
  ppid periksa            memeriksa semua data
  ppid jelaskan DIK-004   menjelaskan satu aturan
  ppid sajikan            melihat situs di komputer sendiri
"""


@click.group(cls=CommandsOnDemand, invoke_without_command=True, help=_MOST_USED)
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
    for sentence in settle(ctx.obj) if ctx.obj else ():
        click.echo(visible(sentence), err=True)
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and end the process with an exit code."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    if not os.environ.get("SITE_URL", "unset"):
        # A workflow hands on an empty text where nobody set its variable: mkdocs.yml knows better.
        del os.environ["SITE_URL"]
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
