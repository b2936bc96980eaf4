"""Commands of those who look after the repository: owners of paths, and links that lead nowhere."""

import json
from datetime import date
from pathlib import Path

import click

from ppid.checking.check import load_and_check
from ppid.cli.options import DATA_ERRORS, FINE, tanggal_option, write_result
from ppid.cli.words import Command
from ppid.core.clock import today
from ppid.kinds.opd import ProfilOpd
from ppid.reviewing.links import NoAnswerError, addresses_of, broken_in, link_report
from ppid.reviewing.owners import PATH, codeowners
from ppid.reviewing.settings import SettingsError, teams_of
from ppid.values.dates import format_tanggal


@click.command(cls=Command)
@click.option(
    "--periksa", is_flag=True, help="Hanya membandingkan; keluar dengan kode 1 bila beda."
)
@click.pass_obj
def pemilik(root: Path, periksa: bool) -> int:  # noqa: FBT001 — a flag of the command line
    """Menulis .github/CODEOWNERS dari folder data/opd/.

    Nama organisasi dan kelompok dibaca dari extra.pemilik dalam mkdocs.yml.
    """
    try:
        teams = teams_of((root / "mkdocs.yml").read_text("utf-8"))
    except SettingsError as error:
        raise click.ClickException(str(error)) from error
    folders = [path.parent.name for path in (root / "data/opd").glob("*/profil.yml")]
    wanted, target = codeowners(folders, teams), root / PATH
    same = target.is_file() and target.read_text("utf-8") == wanted
    if periksa:
        click.echo(f"{PATH} {'sesuai' if same else 'perlu ditulis ulang: ppid pemilik'}")
        return FINE if same else DATA_ERRORS
    target.parent.mkdir(exist_ok=True)
    write_result(target, wanted.encode())
    click.echo(f"Ditulis: {PATH} ({len(folders)} perangkat daerah)")
    return FINE


@click.command(cls=Command)
@click.option(
    "--daftar",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="BERKAS",
    help="Tulis semua alamat dalam data, satu per baris, untuk diperiksa lychee.",
)
@click.option(
    "--hasil",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="BERKAS",
    help="Jawaban lychee (--format json); laporannya ditampilkan sebagai Markdown.",
)
@tanggal_option
@click.pass_obj
def tautan(root: Path, daftar: Path | None, hasil: Path | None, tanggal: date | None) -> int:
    """Mengumpulkan alamat dalam data, atau melaporkan hasil pemeriksaannya.

    Laporannya menurut perangkat daerah. Alamat yang tidak dapat dibuka bukan galat.
    """
    if (daftar is None) == (hasil is None):
        raise click.ClickException("Pilih salah satu: --daftar atau --hasil.")
    day = tanggal or today()
    checked = load_and_check(root, day)
    written = addresses_of(checked.texts)
    if daftar is not None:
        unique = sorted({each.url for each in written})
        write_result(daftar, "".join(f"{url}\n" for url in unique).encode())
        click.echo(f"Ditulis: {daftar} ({len(unique)} alamat)")
        return FINE
    try:
        broken = broken_in(json.loads(hasil.read_bytes() if hasil else b""))
    except (NoAnswerError, ValueError) as error:
        message = f"{hasil} bukan jawaban lychee; jalankan lychee dengan --format json."
        raise click.ClickException(message) from error
    names = {profil.id.opd: profil.nama for profil in checked.corpus.of(ProfilOpd)}
    click.echo(link_report(written, broken, names, format_tanggal(day)))
    return FINE


COMMANDS = (pemilik, tautan)
