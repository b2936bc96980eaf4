"""Commands of those who begin with a site of their own, serve it, and carry it to a new version."""

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ppid.adopting.answers import AskedAnswer, NoAnswersError, read_answers
from ppid.adopting.offices import offices_of
from ppid.adopting.repository import started_from
from ppid.adopting.start import NotStartedError, start
from ppid.cli.options import (
    DATA_ERRORS,
    FINE,
    READS,
    Command,
    CommandAnywhere,
    keluaran_option,
    misuse,
    tanggal_option,
    write_result,
)
from ppid.cli.output import show_progress
from ppid.diagnostics.inert import visible
from ppid.values.numbers import format_bulat, format_ukuran

if TYPE_CHECKING:
    from ppid.checking.check import Checked

_BEGIN = """Membuat repositori situs PPID untuk sebuah badan publik.

Yang belum dijawab ditanyakan; dengan --jawaban semuanya dibaca dari berkas, sehingga dapat diulang.
FOLDER harus kosong atau belum ada. Bila satu langkah gagal, tidak ada yang tertinggal.

\b
Contoh:
  ppid mulai situs-ppid
  ppid mulai situs-ppid --jawaban mulai.yml --daftar daftar-excel/
"""


@click.command(cls=CommandAnywhere, help=_BEGIN)
@click.argument("folder", type=click.Path(path_type=Path), metavar="FOLDER")
@click.option("--jawaban", type=READS, metavar="BERKAS", help="Berkas jawaban, .yml.")
@click.option(
    "--daftar",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="FOLDER-EXCEL",
    help="Folder berisi daftar DIK dan DIP dalam Excel, LibreOffice, Word, atau CSV.",
)
@tanggal_option
def mulai(folder: Path, jawaban: Path | None, daftar: Path | None, tanggal: date) -> int:
    """Membuat repositori situs PPID untuk sebuah badan publik."""
    asked = _ask if sys.stdin.isatty() and sys.stdout.isatty() else None
    text = jawaban.read_text("utf-8", "replace") if jawaban else ""
    with misuse(NoAnswersError, NotStartedError):
        answers, kept = read_answers(text, tanggal, asked)
        offices = offices_of(answers, jawaban.parent if jawaban else Path())
        started = started_from(answers, kept, offices, tanggal)
        made = start(folder.resolve(), started, daftar, _build, click.echo)
    click.echo(made.tasks)
    click.echo(
        f"Selesai: {len(offices)} perangkat daerah, {len(made.taken)} daftar masuk, ", nl=False
    )
    click.echo(f"{len(made.waiting)} berkas menunggu.")
    click.echo(f"Repositorinya di {visible(str(folder))}; yang masih kurang ada di TUGAS.md.")
    return FINE


def _ask(question: AskedAnswer) -> str:
    """Ask one question at the terminal; an empty answer leaves out what is not needed."""
    click.echo(f"\n{question.title}. {question.description}")
    while True:
        said: str = click.prompt("  Jawaban", default=question.likely, show_default=True)
        if said.strip() or not question.needed:
            return said.strip()
        click.echo("  Ini harus dijawab.")


def _build(root: Path, checked: "Checked") -> None:
    from ppid.publishing.build import BuildSettings
    from ppid.publishing.mkdocs_plugin import build_site

    # What a build keeps for the next one belongs to the computer, not to the new repository.
    build_site(root, None, checked, BuildSettings(show_progress, reuse=False))


_CHECK = """Memeriksa situs yang sudah dibangun, seperti pengunjung menemukannya.

Yang diperiksa: setiap tautan dan bagian halaman, alamat relatif, peta situs, berkas dari situs
lain, kebijakan isi, dan besarnya halaman. Data pribadi diperiksa dengan: ppid gerbang
"""


@click.command("periksa-situs", cls=CommandAnywhere, help=_CHECK)
@click.argument(
    "situs",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path("site"),
    metavar="[FOLDER]",
)
@click.option(
    "--alamat",
    metavar="ALAMAT",
    default="",
    envvar="SITE_URL",
    help="Alamat situs itu. Bawaan: SITE_URL, atau yang disebut berandanya.",
)
def periksa_situs(situs: Path, alamat: str) -> int:
    """Memeriksa situs yang sudah dibangun."""
    from ppid.publishing.site_check import address_of, site_faults

    if not (situs / "index.html").is_file():
        message = f"Di {visible(str(situs))} belum ada situs; bangun dahulu: ppid bangun"
        raise click.ClickException(message)
    alamat = alamat or address_of(situs)
    faults = site_faults(situs, alamat)
    for fault in faults:
        where = f"{len(fault.pages)} halaman, antara lain {fault.pages[0]}"
        click.echo(f"galat: {visible(fault.sentence)} ({visible(where)})")
    if not alamat:
        click.echo(
            "peringatan: alamat situs tidak diketahui (SITE_URL), sehingga peta situs dan 404.html"
            " di bawah subjalur tidak dapat diperiksa"
        )
    pages = sum(1 for _ in situs.rglob("*.html"))
    click.echo(f"{len(faults)} galat dalam {pages} halaman.")
    return DATA_ERRORS if faults else FINE


@click.command(cls=CommandAnywhere)
@click.argument(
    "baru",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="FOLDER-BARU",
)
@click.argument("tujuan", type=click.Path(file_okay=False, path_type=Path), metavar="TUJUAN")
def taruh(baru: Path, tujuan: Path) -> int:
    """Menaruh situs yang sudah dibangun di tempat terbitnya, sekaligus.

    Situs yang lama tetap dapat dibuka sampai yang baru menggantikannya; foldernya berpindah.
    """
    from ppid.core.writing import system_reason
    from ppid.publishing.staging import StagingError, put_in_place

    try:
        put_in_place(baru.resolve(), tujuan.resolve())
    except StagingError as error:
        said = str(error)
        message = f"{said[0].upper()}{said[1:]}."
        raise click.ClickException(message) from error
    except OSError as error:
        message = f"Situs tidak dapat ditaruh di {tujuan}: {system_reason(error)}"
        raise click.ClickException(message) from error
    click.echo(f"Situs ada di {tujuan}")
    return FINE


_COPY = """Membuat satu arsip zip dari situs yang sudah dibangun.

Dengan --luring arsipnya dapat dibaca tanpa internet: sesudah diekstrak, index.html dibuka dengan
klik ganda, dan pencariannya bekerja. Besarnya paling banyak 50 MB; yang tidak dibawa disebut di
dalamnya. Tanpa --luring isinya situs itu apa adanya, yang dapat diperiksa dengan: ppid verifikasi
"""


@click.command(cls=CommandAnywhere, help=_COPY)
@click.argument(
    "situs",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path("site"),
    metavar="[FOLDER]",
)
@click.option("--luring", is_flag=True, help="Dapat dibuka dengan klik ganda, tanpa internet.")
@keluaran_option("Berkas hasil. Bawaan: salinan.zip atau salinan-luring.zip di folder ini.")
@click.option(
    "--alamat",
    metavar="ALAMAT",
    default="",
    envvar="SITE_URL",
    help="Alamat situs yang terbit, bagi salinan luring. Bawaan: SITE_URL.",
)
def salinan(situs: Path, *, luring: bool, keluaran: Path | None, alamat: str) -> int:
    """Membuat satu arsip zip dari situs yang sudah dibangun."""
    from ppid.publishing.offline_copy import NoCopyError, offline_copy, plain_copy

    site, address = situs.resolve(), f"{alamat.rstrip('/')}/" if alamat else ""
    with misuse(NoCopyError):
        made = offline_copy(site, address) if luring else plain_copy(site)
    target = keluaran or Path("salinan-luring.zip" if luring else "salinan.zip")
    write_result(target, made.content)
    size = format_ukuran(len(made.content))
    click.echo(f"Ditulis: {target} ({size}, {format_bulat(made.pages)} halaman)")
    for part in made.left_out:
        click.echo(f"Tidak dibawa, agar tidak terlalu besar: {part}")
    return FINE


@click.command(cls=Command)
@click.option("--lihat", is_flag=True, help="Hanya menampilkan; tidak ada yang ditulis.")
@tanggal_option
@click.pass_obj
def naikkan(root: Path, lihat: bool, tanggal: date) -> int:
    """Membawa data ke bentuk yang dipakai versi program ini.

    Hanya yang bentuknya berubah yang diubah, dan setiap perubahan disebut. Bila sesudahnya ada
    galat yang tadinya tidak ada, tidak satu berkas pun diubah.
    """
    from ppid.adopting.upgrade import NotUpgradedError, upgrade
    from ppid.kinds.badan import FORMAT_DATA

    with misuse(NotUpgradedError):
        made = upgrade(root, tanggal, write=not lihat)
    if not made.files:
        click.echo(f"Data sudah dalam bentuk {FORMAT_DATA}; tidak ada yang diubah.")
        return FINE
    for title, changes in made.done:
        click.echo(f"{title}: {len(changes) or 'tidak ada yang perlu diubah'}")
        for change in changes:
            click.echo(f"  {visible(change)}")
    click.echo(f"Bentuk data: dari {made.before} menjadi {FORMAT_DATA}.")
    if lihat:
        click.echo("Hanya dilihat: tidak ada yang ditulis.")
    else:
        click.echo("Baca perubahannya dengan git diff, jalankan ppid periksa, lalu simpan.")
    return FINE


@click.command(cls=Command)
@click.argument("peladen", type=click.Choice(["nginx", "apache"]), metavar="nginx|apache")
@click.option(
    "--alamat",
    metavar="ALAMAT",
    required=True,
    envvar="SITE_URL",
    help="Alamat situs lengkap dengan subjalurnya. Bawaan: SITE_URL.",
)
@click.option(
    "--situs",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="FOLDER",
    help="Situs yang sudah dibangun. Bawaan: site/ di folder proyek.",
)
@click.option(
    "--folder",
    metavar="FOLDER",
    default="",
    help="Tempat situs di peladen. Bawaan: folder situs itu.",
)
@click.pass_obj
def peladen(root: Path, peladen: str, alamat: str, situs: Path | None, folder: str) -> int:
    """Menulis setelan peladen yang cocok dengan situs yang sudah dibangun.

    Yang diatur: jenis berkas, pemampatan, tajuk keamanan, dan halaman 404 di bawah subjalur.
    """
    from ppid.adopting.server import NoSettingsError, server_settings

    site = (situs or root / "site").resolve()
    with misuse(NoSettingsError):
        text = server_settings(peladen, alamat, site, folder or str(site))
    click.echo(text, nl=False)
    return FINE
