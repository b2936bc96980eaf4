"""The command that looks into files before they are handed in or published."""

from datetime import date
from pathlib import Path

import click

from ppid.checking.check import load_and_check
from ppid.cli.options import DATA_ERRORS, FINE, tanggal_option
from ppid.cli.output import render_findings
from ppid.cli.words import Command
from ppid.core.clock import today
from ppid.diagnostics.diagnostic import Severity
from ppid.diagnostics.inert import visible

_HELP = """Memeriksa berkas sebelum diserahkan, atau situs sebelum diterbitkan.

Yang dicari: data pribadi, isi yang tersembunyi, keterangan pembuat, dan dokumen yang dikecualikan.
Tanpa BERKAS yang diperiksa adalah situs di folder site/. Tidak ada yang diubah.

\b
Contoh:
  ppid gerbang laporan.xlsx foto.jpg
  ppid gerbang site
  ppid gerbang --sidik naskah.pdf
"""


@click.command(cls=Command, help=_HELP)
@click.argument(
    "berkas", nargs=-1, type=click.Path(exists=True, path_type=Path), metavar="[FOLDER|BERKAS]..."
)
@click.option(
    "--format",
    "bentuk",
    type=click.Choice(["teks", "github", "json", "markdown"]),
    default="teks",
    help="Bentuk jawaban: teks untuk dibaca, yang lain untuk mesin.",
)
@click.option("--sidik", is_flag=True, help="Hanya tampilkan sidik SHA-256 setiap berkas.")
@tanggal_option
@click.pass_obj
def gerbang(
    root: Path, berkas: tuple[Path, ...], bentuk: str, *, sidik: bool, tanggal: date | None
) -> int:
    """Memeriksa berkas sebelum diserahkan, atau situs sebelum diterbitkan."""
    from ppid.checking.gate import check_files, check_site, files_below, fingerprint, is_site

    targets = berkas or (root / "site",)
    if not all(target.exists() for target in targets):
        raise click.ClickException("Folder site/ belum ada; bangun dahulu: ppid bangun")
    if sidik:
        for name, path in files_below(targets):
            click.echo(f"{fingerprint(path)}  {visible(name)}")
        return FINE
    checked = load_and_check(root, tanggal or today())
    sites = [target for target in targets if is_site(target)]
    others = [target for target in targets if target not in sites]
    found = [each for site in sites for each in check_site(site, checked)]
    found += check_files(files_below(others), checked)
    click.echo(render_findings(bentuk, found, checked))
    return DATA_ERRORS if any(d.severity is Severity.GALAT for d in found) else FINE


COMMANDS = (gerbang,)
