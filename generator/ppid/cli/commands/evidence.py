"""The command that gathers the evidence of a year for those who evaluate it."""

from datetime import date
from pathlib import Path

import click

from ppid.checking.check import load_and_check
from ppid.cli.options import FINE, tanggal_option, write_result
from ppid.cli.words import Command
from ppid.core.clock import today
from ppid.values.numbers import format_ukuran


@click.command(cls=Command)
@click.option("--tahun", type=click.IntRange(2000, 2099), required=True, help="Tahun yang dinilai.")
@click.option(
    "--keluaran",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="BERKAS",
    help="Berkas hasil. Bawaan: bukti-<tahun>.zip di folder ini.",
)
@click.option(
    "--alamat",
    envvar="SITE_URL",
    default="",
    help="Alamat situs yang terbit, agar tautannya utuh. Bawaan: SITE_URL.",
)
@tanggal_option
@click.pass_obj
def bukti(root: Path, tahun: int, keluaran: Path | None, alamat: str, tanggal: date | None) -> int:
    """Mengumpulkan bukti kelengkapan setahun dalam satu berkas zip.

    Isinya kertas kerja, daftar bukti dengan alamat tetap dan SHA-256, dan dokumen sampai 2 MB.
    """
    from ppid.publishing.evidence_pack import pack

    site = _site(alamat)
    checked = load_and_check(root, tanggal or today())
    if checked.blocked:
        raise click.ClickException("Masih ada galat dalam data; jalankan dahulu: ppid periksa")
    try:
        content = pack(checked, tahun, root, site)
    except LookupError as error:
        message = f"{error.args[0][0].upper()}{error.args[0][1:]}."
        raise click.ClickException(message) from error
    target = keluaran or Path(f"bukti-{tahun}.zip")
    write_result(target, content)
    click.echo(f"Ditulis: {target} ({format_ukuran(len(content))})")
    if not site:
        click.echo("Alamat dalam daftar dihitung dari halaman depan; lengkapi dengan --alamat.")
    return FINE


def _site(alamat: str) -> str:
    """Return the address before which nothing is missing; empty when nobody knows it."""
    if alamat and not alamat.startswith(("https://", "http://")):
        raise click.ClickException("Alamat situs mulai dengan https:// atau http://.")
    return f"{alamat.rstrip('/')}/" if alamat else ""


COMMANDS = (bukti,)
