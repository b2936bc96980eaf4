"""The command that makes the workbook in which an OPD fills in a list."""

from datetime import date
from pathlib import Path

import click

from ppid.checking.check import load_and_check
from ppid.cli.options import FINE, tanggal_option, write_result
from ppid.cli.words import Command
from ppid.core.clock import today
from ppid.values.numbers import format_bulat, format_ukuran
from ppid.values.text import nearest

_HELP = """Membuat templat Excel untuk mengisi DIK atau DIP.

Baris daftar sebelumnya terisi dengan kodenya. Bila belum ada daftar sebelumnya, templatnya kosong.

\b
Contoh:
  ppid templat dik --opd dinkes --tahun 2026
"""


@click.command(cls=Command, help=_HELP)
@click.argument("jenis", type=click.Choice(["dik", "dip"]))
@click.option("--opd", required=True, help="Nama folder perangkat daerah, misalnya dinkes.")
@click.option(
    "--tahun",
    type=click.IntRange(2000, 2099),
    help="Tahun daftar. Bawaan: tahun yang sedang disusun.",
)
@click.option(
    "--keluaran",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="BERKAS",
    help="Berkas hasil. Bawaan: <jenis>-<opd>-<tahun>.xlsx di folder ini.",
)
@tanggal_option
@click.pass_obj
def templat(  # noqa: PLR0913, PLR0917 — one parameter for each option
    root: Path,
    jenis: str,
    opd: str,
    tahun: int | None,
    keluaran: Path | None,
    tanggal: date | None,
) -> int:
    """Membuat templat Excel untuk mengisi DIK atau DIP."""
    from ppid.handing_in.template.prepared import collecting_year, prepare
    from ppid.handing_in.template.workbook import workbook
    from ppid.kinds.opd import ProfilOpd

    checked = load_and_check(root, tanggal or today())
    if checked.blocked:
        raise click.ClickException("Masih ada galat dalam data; jalankan dahulu: ppid periksa")
    corpus = checked.corpus
    if corpus.get(ProfilOpd, opd) is None:
        raise click.ClickException(_unknown(opd, [each.id.opd for each in corpus.of(ProfilOpd)]))
    year = tahun or collecting_year(corpus)
    prepared = prepare(opd, jenis, year, corpus)
    content = workbook(prepared, corpus)
    target = keluaran or Path(f"{jenis}-{opd}-{year}.xlsx")
    write_result(target, content)
    click.echo(f"Ditulis: {target} ({format_ukuran(len(content))})")
    if prepared.asal:
        count = format_bulat(len(prepared.rows))
        click.echo(f"Terisi awal dari {jenis.upper()} {prepared.asal}, {count} baris.")
    else:
        click.echo("Belum ada daftar sebelumnya; templatnya kosong.")
    return FINE


def _unknown(opd: str, known: list[str]) -> str:
    near = nearest(opd, known)
    hint = f"Mungkin maksudnya “{near}”." if near else f"Yang ada: {', '.join(sorted(known))}."
    return f"Perangkat daerah “{opd}” tidak ada di data/opd/. {hint}"


COMMANDS = (templat,)
