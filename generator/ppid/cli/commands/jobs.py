"""Commands of the jobs that take in lists and post comments; they trust nothing they read."""

import json
import zlib
from pathlib import Path, PurePosixPath
from typing import Any
from zipfile import BadZipFile, ZipFile, is_zipfile

import click

from ppid.checking.submissions import ANSWERS, FOLDER, Waiting, waiting_of
from ppid.cli.options import (
    DATA_ERRORS,
    FINE,
    READS,
    WRITES,
    Command,
    CommandAnywhere,
    keluaran_option,
    opd_folders,
    write_result,
)
from ppid.core.writing import write_together
from ppid.diagnostics.inert import literal, visible
from ppid.handing_in import proposal
from ppid.handing_in.intake.list_files import store
from ppid.handing_in.issue_form import Submission, read_form
from ppid.reviewing import foreign_report
from ppid.values.numbers import format_bulat

_MOST_BYTES = 4 * foreign_report.LARGEST
"""UTF-8 takes at most four bytes a character; more than that is cut before it is read."""
_REPORTS = ("tinjauan.md", "temuan.md")


@click.command(cls=Command)
@click.argument("peristiwa", type=READS, metavar="PERISTIWA.json")
@keluaran_option("Tambahkan isian sebagai nama=nilai.")
@click.option("--laporan", type=WRITES, metavar="BERKAS", help="Tulis jawaban bagi pengirim.")
@click.pass_obj
def terima(root: Path, peristiwa: Path, keluaran: Path | None, laporan: Path | None) -> int:
    """Membaca formulir “Serahkan daftar” dari berkas peristiwa GitHub.

    Isian yang tidak persis bentuknya ditolak dengan alasannya. Pernyataan nihil langsung ditulis
    sebagai daftar; untuk buku kerja ditulis alamat lampirannya, yang diunduh oleh langkah lain.
    """
    answer = read_form(_body_of(peristiwa), opd_folders(root))
    if not isinstance(answer, Submission):
        lines = ("Kiriman ini belum dapat diolah:", "", *(f"- {reason}" for reason in answer))
        text = "\n".join((*lines, "", "Perbaiki dengan mengisi formulir baru.", ""))
        _say(text, laporan)
        return DATA_ERRORS
    if keluaran is not None:
        with_place = {"opd": answer.opd, "jenis": answer.jenis, "tahun": str(answer.tahun)}
        workbook = (
            {"alamat": answer.url, "berkas": f"kiriman.{answer.suffix}"} if answer.url else {}
        )
        lines = tuple(f"{name}={value}\n" for name, value in (with_place | workbook).items())
        with keluaran.open("a", encoding="utf-8") as target:
            target.writelines(lines)
    what = "Pernyataan nihil" if answer.nihil else "Buku kerja"
    said = f"{what} {answer.jenis.upper()} {answer.tahun} dari {answer.opd} diterima.\n"
    _say(said + (_write_nil(root, answer) if answer.nihil else ""), laporan)
    return FINE


def _body_of(peristiwa: Path) -> str:
    """Take the body of the issue out of the event; what is not there is an empty form."""
    event = _json_of(peristiwa)
    issue = event.get("issue") if isinstance(event, dict) else None
    body = issue.get("body") if isinstance(issue, dict) else None
    return body if isinstance(body, str) else ""


def _write_nil(root: Path, answer: Submission) -> str:
    """Write a list that is nil, and say what that means for the one that was there."""
    done = store(root, proposal.statement_of_nil(answer), None, may_replace=True)
    if not done.changed:
        return "\nPernyataan yang sama sudah tersimpan; tidak ada yang berubah.\n"
    if not done.rows_removed:
        return ""
    rows = f"{format_bulat(done.rows_removed)} baris"
    return (
        f"\nDaftar tahun itu tadinya memuat {rows}. Bila usul ini disetujui, {rows} itu tidak "
        "tercantum lagi, karena pernyataan nihil menggantikannya. Bila bukan itu maksudnya, beri "
        "tahu PPID Utama sebelum usulnya disetujui.\n"
    )


def _say(text: str, laporan: Path | None) -> None:
    click.echo(text, nl=False)
    if laporan is not None:
        write_result(laporan, text.encode())


@click.command(cls=Command)
@click.option(
    "--laporan", type=WRITES, metavar="BERKAS", help="Tulis yang dilewati, bagi pengirim."
)
@click.pass_obj
def kiriman(root: Path, laporan: Path | None) -> int:
    """Menyebut buku kerja yang menunggu diolah, satu per baris, dipisah tab.

    Kolomnya: berkas, perangkat daerah, jenis, tahun. Yang namanya tidak menyebut jenis dan
    tahunnya dilaporkan di layar galat dan dilewati.
    """
    skipped: list[str] = []
    for each in _waiting(root):
        if each.importable:
            click.echo("\t".join((each.path, each.opd, each.jenis, str(each.tahun))))
        else:
            click.echo(f"Dilewati: {visible(each.path)}; namanya belum menyebut isinya", err=True)
            skipped.append(each.path.rpartition("/")[2])
    if laporan is not None and skipped:
        lines = [
            f"- “{literal(name, 200)}” belum dibaca karena namanya tidak menyebut jenis dan tahun "
            "daftarnya. Beri nama seperti “dik-2026.xlsx”, lalu unggah lagi."
            for name in skipped
        ]
        write_result(laporan, "\n".join([*lines, ""]).encode())
    return FINE


def _waiting(root: Path) -> list[Waiting]:
    """Find the waiting workbooks; a symbolic link is never one."""
    found = (path for path in (root / "data/opd").glob("*/**/*") if path.is_file())
    paths = sorted(p.relative_to(root).as_posix() for p in found if not p.is_symlink())
    return [waiting for path in paths if (waiting := waiting_of(path))]


@click.command(cls=Command)
@click.argument(
    "folder", type=click.Path(exists=True, file_okay=False, path_type=Path), metavar="FOLDER"
)
@click.option("--laporan", type=WRITES, metavar="BERKAS", help="Tulis daftar yang ditolak.")
@click.pass_obj
def terapkan(root: Path, folder: Path, laporan: Path | None) -> int:
    """Memasukkan daftar buatan pekerjaan lain.

    FOLDER berisi data/opd/…; satu berkas yang bukan daftar membatalkan semuanya. Daftar yang isinya
    tidak dapat diterima dilewati, yang lain tetap masuk. Daftar yang menyatakan nihil menghapus
    baris yang tadinya tersimpan. Buku kerja yang daftarnya ikut masuk dihapus dari kiriman/.
    """
    found = proposal.examine(_files_below(folder), opd_folders(root))
    for reason in found.refused:
        click.echo(f"Ditolak: {visible(reason)}", err=True)
    if laporan is not None and found.refused:
        lines = "\n".join(f"- {literal(reason, 300)}" for reason in found.refused)
        after = "Perbaiki daftarnya, lalu serahkan lagi."
        write_result(laporan, f"Tidak ikut diajukan:\n\n{lines}\n\n{after}\n".encode())
    if found.foreign or not found.files:
        click.echo("Tidak ada yang dimasukkan.", err=True)
        return DATA_ERRORS
    for path in found.files:
        _refuse_links(root, path)
    taken_in = [
        each.path
        for each in _waiting(root)
        if each.importable and (each.opd, each.jenis, each.tahun) in found.lists
    ]
    answers = [PurePosixPath(path).with_suffix(ANSWERS).as_posix() for path in taken_in]
    emptied = [path for path in sorted(found.emptied) if (root / path).is_file()]
    new = {
        path: content for path, content in found.files.items() if not _stands(root / path, content)
    }
    write_together(root, {**new, **dict.fromkeys([*emptied, *taken_in, *answers])})
    for path in found.files:
        click.echo(f"Ditulis: {path}" if path in new else f"Sudah sama, tidak ditulis: {path}")
    for path in emptied:
        click.echo(f"Dihapus, karena daftarnya nihil: {path}")
    for path in taken_in:
        click.echo(f"Dihapus dari {FOLDER}/: {visible(path)}")
    return FINE


def _stands(path: Path, content: bytes) -> bool:
    """Return whether a file holds just this already."""
    return path.is_file() and path.read_bytes() == content


def _files_below(folder: Path) -> dict[str, bytes]:
    """Read what lies in a folder; a link or a huge file is given as nothing that could pass."""
    files: dict[str, bytes] = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            files[f"{name} (tautan simbolik)"] = b""
        elif path.is_file():
            with path.open("rb") as opened:
                files[name] = opened.read(proposal.LARGEST + 1)
    return files


def _refuse_links(root: Path, path: str) -> None:
    """Make sure that nothing on the way leads out of the project."""
    if not (root / path).resolve().is_relative_to(root.resolve() / "data"):
        raise click.ClickException(f"{path} menuju ke luar folder data/.")


@click.command(cls=CommandAnywhere)
@click.argument("jawaban", type=READS, metavar="JAWABAN.json")
@click.option(
    "--ujung", metavar="COMMIT", required=True, help="Commit yang diperiksa, 40 angka heksa."
)
def permintaan(jawaban: Path, ujung: str) -> int:
    """Menyebut nomor permintaan penggabungan yang ujungnya commit itu.

    JAWABAN.json adalah daftar permintaan yang terbuka menurut API. Bila tidak ada, atau lebih
    dari satu, tidak ada yang disebut dan kode keluarnya 1.
    """
    number = foreign_report.request_number(_json_of(jawaban), ujung)
    if number is None:
        click.echo("Tidak ada tepat satu permintaan terbuka dengan commit itu.", err=True)
        return DATA_ERRORS
    click.echo(str(number))
    return FINE


@click.command(cls=CommandAnywhere)
@click.argument("laporan", type=READS, metavar="LAPORAN.md|ARTEFAK.zip")
@keluaran_option("Berkas JSON dengan isi komentar, siap dikirim ke API.", required=True)
@click.option(
    "--lama",
    type=READS,
    metavar="BERKAS",
    help="Komentar yang sudah ada menurut API; nomor komentar kita ditampilkan.",
)
@click.option(
    "--penulis",
    metavar="AKUN",
    default="github-actions[bot]",
    help="Nama akun yang menulis komentar.",
)
@click.option(
    "--izinkan", multiple=True, metavar="ALAMAT", help="Awal alamat yang boleh ditautkan."
)
@click.option(
    "--pratinjau", default="", metavar="ALAMAT", help="Alamat pratinjau menurut API, bila ada."
)
def komentar(
    laporan: Path,
    keluaran: Path,
    lama: Path | None,
    penulis: str,
    izinkan: tuple[str, ...],
    pratinjau: str,
) -> int:
    """Menyiapkan komentar dari laporan yang dibuat tanpa hak.

    Sebutan nama, gambar, tautan keluar, dan tanda HTML dalam laporan dibuat tidak berdaya; yang
    terlalu panjang dipotong. Dari ARTEFAK.zip hanya satu laporan dibaca; tidak ada yang diekstrak.
    """
    allowed = tuple(each for each in izinkan if each.startswith("https://"))
    if pratinjau and not foreign_report.is_plain_address(pratinjau):
        raise click.ClickException("Alamat pratinjau bukan alamat https yang utuh.")
    body = foreign_report.safe_comment(_report_in(laporan), allowed, pratinjau)
    write_result(keluaran, json.dumps({"body": body}).encode())
    number = foreign_report.own_comment(_json_of(lama), penulis) if lama else None
    if number is not None:
        click.echo(str(number))
    return FINE


def _report_in(laporan: Path) -> bytes:
    """Read a report, or the first of ours that an archive holds, up to what fits a comment."""
    if not is_zipfile(laporan):
        with laporan.open("rb") as opened:
            return opened.read(_MOST_BYTES)
    try:
        with ZipFile(laporan) as archive:
            name = next(n for n in _REPORTS if n in archive.namelist())
            with archive.open(name) as member:
                return member.read(_MOST_BYTES)
    except (BadZipFile, StopIteration, NotImplementedError, RuntimeError, zlib.error) as error:
        message = f"Tidak ada laporan yang dapat dibaca dalam {laporan}."
        raise click.ClickException(message) from error


def _json_of(path: Path) -> Any:  # noqa: ANN401 — whatever the host answered
    try:
        return json.loads(path.read_bytes())
    except ValueError as error:
        raise click.ClickException(f"{path} bukan JSON.") from error
