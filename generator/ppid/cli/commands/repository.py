"""Commands of those who keep the repository: what a proposal changes, owners, dead links."""

import json
import os
import sys
from datetime import date
from pathlib import Path

import click

from ppid.checking.check import load_and_check
from ppid.cli.options import (
    DATA_ERRORS,
    FINE,
    READS,
    WRITES,
    Command,
    format_option,
    keluaran_option,
    misuse,
    opd_folders,
    tanggal_option,
    write_result,
)
from ppid.core.corpus import keep_to_the_end
from ppid.core.writing import write_together
from ppid.kinds.dip.model import InformasiPublik
from ppid.kinds.opd import ProfilOpd
from ppid.reviewing.control_addresses import compared, controls_for
from ppid.reviewing.links import (
    NoAnswerError,
    addresses_of,
    broken_in,
    link_report,
    recorded,
    visits_in,
)
from ppid.reviewing.owners import PATH, SettingsError, codeowners, teams_of
from ppid.values.dates import format_tanggal
from ppid.values.numbers import format_bulat


@click.command(cls=Command)
@click.option(
    "--dasar",
    default="",
    metavar="CABANG",
    help="Cabang atau commit pembanding. Bawaan: origin/main, dihitung dari pangkal bersama.",
)
@format_option(
    *("teks", "markdown", "json"),
    words="Bentuk jawaban; markdown muat sebagai komentar (paling panjang 65.000 karakter).",
)
@keluaran_option("Tulis pula laporan lengkapnya, tanpa dipotong, dalam bentuk yang sama.")
@tanggal_option
@click.pass_obj
def tinjau(root: Path, dasar: str, bentuk: str, keluaran: Path | None, tanggal: date) -> int:
    """Membandingkan data di folder ini dengan cabang dasarnya.

    Yang paling berat disebut dahulu: informasi yang semula terbuka lalu dikecualikan, dan yang
    tidak tercantum lagi. Kode keluarnya 1 hanya bila ada galat baru.
    """
    from ppid.reviewing.base import NoBaseError, stored
    from ppid.reviewing.report import rendered, review_branch

    with misuse(NoBaseError):
        found = review_branch(root, stored(root, dasar), tanggal)
    colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    click.echo(rendered(found, bentuk, colour=colour), nl=False)
    if keluaran is not None:
        write_result(keluaran, rendered(found, bentuk, whole=True).encode())
        click.echo(f"Laporan lengkap ditulis: {keluaran}", err=True)
    keep_to_the_end()
    return DATA_ERRORS if found.blocked else FINE


@click.command(cls=Command)
@click.argument("usul", metavar="COMMIT")
@click.option(
    "--keluaran",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="FOLDER",
    required=True,
    help="Folder hasil; di dalamnya index.html dibuka lebih dahulu.",
)
@click.option(
    "--situs",
    envvar="SITE_URL",
    default="",
    metavar="ALAMAT",
    help="Alamat situs yang terbit, bagi tautan ke halaman yang tidak berubah. Bawaan: SITE_URL.",
)
@tanggal_option
@click.pass_obj
def pratinjau(root: Path, usul: str, keluaran: Path, situs: str, tanggal: date) -> int:
    """Membuat pratinjau halaman yang berubah oleh sebuah usul.

    Foldernya dapat dibuka dengan klik ganda, tanpa server. Dari usul itu hanya data dan tulisannya
    yang dipakai; program, tampilan, dan pengaturannya dari folder ini.
    """
    from ppid.publishing.preview import NoPreviewError, preview_proposal

    if keluaran.exists() and any(keluaran.iterdir()):
        message = f"Folder “{keluaran}” sudah berisi; pilih folder lain."
        raise click.ClickException(message)
    try:
        made = preview_proposal(root, usul, keluaran, tanggal, situs)
    except NoPreviewError as error:
        click.echo(f"Pratinjau tidak dibuat. {error}", err=True)
        return DATA_ERRORS
    click.echo(f"Pratinjau ditulis: {keluaran} ({format_bulat(len(made.brought))} halaman)")
    keep_to_the_end()
    return FINE


@click.command(cls=Command)
@click.option(
    "--periksa", is_flag=True, help="Hanya membandingkan; keluar dengan kode 1 bila beda."
)
@click.pass_obj
def pemilik(root: Path, periksa: bool) -> int:
    """Menulis .github/CODEOWNERS dari folder data/opd/.

    Nama organisasi dan kelompok dibaca dari extra.pemilik dalam mkdocs.yml.
    """
    with misuse(SettingsError):
        teams = teams_of((root / "mkdocs.yml").read_text("utf-8"))
    folders = opd_folders(root)
    wanted, target = codeowners(folders, teams, {path.name for path in root.iterdir()}), root / PATH
    same = target.is_file() and target.read_text("utf-8") == wanted
    if periksa:
        click.echo(f"{PATH} {'sesuai' if same else 'perlu ditulis ulang: ppid pemilik'}")
        return FINE if same else DATA_ERRORS
    write_together(root, {PATH: wanted.encode()})
    click.echo(f"Ditulis: {PATH} ({len(folders)} perangkat daerah)")
    return FINE


@click.command(cls=Command)
@click.option(
    "--daftar",
    type=WRITES,
    metavar="BERKAS",
    help="Tulis semua alamat dalam data dan pembandingnya, satu per baris, bagi lychee.",
)
@click.option(
    "--hasil",
    type=READS,
    metavar="BERKAS",
    help="Jawaban lychee (--format json); laporannya ditampilkan sebagai Markdown.",
)
@click.option(
    "--catat",
    is_flag=True,
    help="Catat juga hasilnya di data/pemantauan/tautan/, tempat penilaian membacanya.",
)
@tanggal_option
@click.pass_obj
def tautan(root: Path, daftar: Path | None, hasil: Path | None, catat: bool, tanggal: date) -> int:
    """Mengumpulkan alamat dalam data, atau melaporkan hasil pemeriksaannya.

    Laporannya menurut perangkat daerah. Alamat yang tidak dapat dibuka bukan galat. Dengan
    --catat, hari pemeriksaan dan keadaan setiap alamat dalam daftar informasi publik tersimpan
    sebagai data. Pembanding ialah alamat yang dikarang: situs yang juga membukanya tidak
    membedakan dokumen, dan alamat di tempat itu dicatat demikian.
    """
    if (daftar is None) == (hasil is None):
        raise click.ClickException("Pilih salah satu: --daftar atau --hasil.")
    if catat and hasil is None:
        raise click.ClickException("--catat memerlukan --hasil.")
    checked = load_and_check(root, tanggal)
    listed = (row.tautan for row in checked.corpus.of(InformasiPublik))
    written = addresses_of(checked.texts, listed)
    if daftar is not None:
        unique = {each.url for each in written}
        controls = {each.url for each in controls_for(checked.corpus, tanggal)}
        write_result(daftar, "".join(f"{url}\n" for url in sorted(unique | controls)).encode())
        click.echo(f"Ditulis: {daftar} ({len(unique)} alamat, {len(controls)} pembanding)")
        return FINE
    try:
        answer = json.loads(hasil.read_bytes() if hasil else b"")
        broken = broken_in(answer)
        found = compared(visits_in(answer), checked.corpus, tanggal) if catat else None
    except (NoAnswerError, ValueError) as error:
        message = f"{hasil} bukan jawaban lychee; jalankan lychee dengan --format json --verbose."
        raise click.ClickException(message) from error
    names = {profil.id.opd: profil.nama for profil in checked.corpus.of(ProfilOpd)}
    click.echo(link_report(written, broken, names, format_tanggal(tanggal)))
    if found:
        path, text = recorded(found.visits, tanggal, checked.corpus)
        write_together(root, {path: text.encode()})
        click.echo(f"Dicatat: {path}", err=True)
        if found.unclear:
            click.echo(
                f"Belum dicatat: {found.unclear} alamat yang terbuka, sebab alamat pembandingnya "
                "tidak menjawab. Periksa lagi dengan daftar yang baru (--daftar).",
                err=True,
            )
    return FINE
