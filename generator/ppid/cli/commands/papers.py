"""The command that makes official papers from a list."""

from datetime import date
from pathlib import Path

import click

from ppid.checking.check import Checked, load_and_check
from ppid.cli.options import FINE, tanggal_option, write_result
from ppid.cli.words import Command
from ppid.core.clock import today
from ppid.diagnostics.diagnostic import Severity
from ppid.kinds.daftar import Daftar, DaftarDikecualikan, DaftarPublik
from ppid.kinds.opd import ProfilOpd
from ppid.values.numbers import format_ukuran
from ppid.values.text import nearest


@click.command(cls=Command)
@click.argument("jenis", type=click.Choice(["dik", "dip"]))
@click.option("--opd", required=True, help="Nama folder perangkat daerah, misalnya dinkes.")
@click.option("--tahun", type=click.IntRange(2000, 2099), required=True, help="Tahun daftar.")
@click.option(
    "--keluaran",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="FOLDER",
    default=Path(),
    help="Folder hasil. Bawaan: folder ini.",
)
@tanggal_option
@click.pass_obj
def surat(  # noqa: PLR0913, PLR0917 — one parameter for each option
    root: Path, jenis: str, opd: str, tahun: int, keluaran: Path, tanggal: date | None
) -> int:
    """Membuat surat resmi (Word) dari sebuah daftar, misalnya: ppid surat dik --opd dinkes ...

    Dari DIK: lembar pengujian konsekuensi dan surat keputusan; bila ada yang berubah sejak daftar
    sebelumnya, juga lembar dan keputusan pengubahan. Dari DIP: daftarnya. Yang belum ada dalam
    data menjadi titik-titik untuk diisi.
    """
    from ppid.publishing.papers.of_lists import file_name, papers_of
    from ppid.publishing.papers.word.document import docx_of

    checked = load_and_check(root, tanggal or today())
    daftar = _found(checked, jenis, opd, tahun)
    _refuse_errors(checked, daftar)
    papers = papers_of(daftar, checked.corpus)
    if not papers:
        raise click.ClickException("Daftar ini nihil atau belum berisi; tidak ada yang disusun.")
    _make_folder(keluaran)
    for paper in papers:
        target, content = keluaran / file_name(daftar, paper), docx_of(paper)
        write_result(target, content)
        click.echo(f"Ditulis: {target} ({format_ukuran(len(content))})")
        for note in paper.blanks:
            click.echo(f"  perlu diisi: {note}")
    if daftar.contoh:
        click.echo("Data daftar ini peragaan; setiap naskah bertanda CONTOH.")
    return FINE


def _found(checked: Checked, jenis: str, opd: str, tahun: int) -> Daftar:
    """Find the list; a misspelt OPD is answered with the nearest one."""
    corpus = checked.corpus
    daftar = corpus.get(DaftarDikecualikan if jenis == "dik" else DaftarPublik, opd, tahun)
    if daftar is not None:
        return daftar
    known = [profil.id.opd for profil in corpus.of(ProfilOpd)]
    near = nearest(opd, known) if opd not in known else ""
    hint = f" Mungkin maksudnya --opd {near}." if near else ""
    message = f"Tidak ada data/opd/{opd}/{jenis}/{tahun}.yml yang terbaca.{hint}"
    raise click.ClickException(message)


def _refuse_errors(checked: Checked, daftar: Daftar) -> None:
    """Make no paper from rows that could not be read."""
    stem = daftar.path.removesuffix(".yml")
    errors = [d for d in checked.findings if d.severity is Severity.GALAT]
    if any(d.span.path.startswith(f"{stem}.") for d in errors):
        message = f"Masih ada galat dalam daftar ini; jalankan dahulu: ppid periksa {stem}.csv"
        raise click.ClickException(message)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = f"Folder {folder} tidak dapat dibuat; pilih tempat lain dengan --keluaran."
        raise click.ClickException(message) from error


COMMANDS = (surat,)
