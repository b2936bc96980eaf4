"""The command that writes data files in normal form."""

import os
from collections.abc import Iterator
from pathlib import Path

import click

from ppid.cli.options import DATA_ERRORS, FINE
from ppid.cli.words import Command
from ppid.core.project_files import replace_file
from ppid.diagnostics.inert import visible


@click.command(cls=Command)
@click.argument("path", nargs=-1, metavar="[BERKAS]...")
@click.option("--lihat", is_flag=True, help="Hanya menyebut yang akan berubah; tidak menulis.")
@click.pass_obj
def rapikan(root: Path, path: tuple[str, ...], *, lihat: bool) -> int:
    """Menulis berkas data dalam bentuk baku tanpa mengubah artinya.

    Tanpa BERKAS semua berkas CSV, YAML, dan kegiatan di data/ dirapikan. Berkas yang tidak dapat
    dibaca dibiarkan dan disebut. Dokumen di dokumen/ tidak disentuh.
    """
    from ppid.checking.tidy.normal_form import kind_of, tidy_file

    seen = changed = left = 0
    for name in _files(root, path):
        kind = kind_of(name)
        if kind is None:
            continue
        seen += 1
        tidied = tidy_file(name, (root / name).read_bytes(), kind)
        if tidied.left:
            left += 1
            click.echo(f"Dibiarkan: {name}: {visible(tidied.left)}", err=True)
        elif tidied.differs:
            changed += 1
            click.echo(f"{'Akan dirapikan' if lihat else 'Dirapikan'}: {name}")
            click.echo(f"  {'; '.join(tidied.changes)}")
            if not lihat:
                replace_file(root / name, tidied.after)
    click.echo(_summary(seen, changed, left, lihat=lihat))
    return DATA_ERRORS if left else FINE


def _summary(seen: int, changed: int, left: int, *, lihat: bool) -> str:
    if not seen:
        return "Tidak ada berkas data di sana."
    words = f"{changed} dari {seen} berkas {'akan berubah' if lihat else 'dirapikan'}"
    return f"{words}; {left} dibiarkan, sebabnya disebut di atas." if left else f"{words}."


def _files(root: Path, written: tuple[str, ...]) -> Iterator[str]:
    """Yield the files below what was named, or below data/, each once; links are left alone."""
    named = [_inside(root, each) for each in written] or [root / "data"]
    found: dict[str, None] = {}
    for path in named:
        if path.is_file():
            found[path.relative_to(root).as_posix()] = None
            continue
        for parent, folders, names in os.walk(path):
            folders.sort()
            for name in sorted(names):
                file = Path(parent) / name
                if not file.is_symlink():
                    found[file.relative_to(root).as_posix()] = None
    yield from found


def _inside(root: Path, written: str) -> Path:
    """Find a file or folder, from here or from the top of the project."""
    for start in (Path(), root):
        path = (start / written).resolve()
        if path.exists() and path.is_relative_to(root):
            return path
    message = f"“{written}” tidak ada di folder proyek."
    raise click.ClickException(message)


COMMANDS = (rapikan,)
