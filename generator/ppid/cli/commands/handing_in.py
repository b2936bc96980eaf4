"""Commands of the job that turns handed-in workbooks into lists; they trust nothing they read."""

import json
from pathlib import Path

import click

from ppid.checking.submissions import ANSWERS, FOLDER, Waiting, waiting_of
from ppid.cli.options import DATA_ERRORS, FINE, write_result
from ppid.cli.words import Command
from ppid.diagnostics.inert import visible
from ppid.handing_in.issue_form import Submission, read_form
from ppid.handing_in.proposal import LARGEST, examine, statement_of_nil

_READS = click.Path(exists=True, dir_okay=False, path_type=Path)
_WRITES = click.Path(dir_okay=False, path_type=Path)


@click.command(cls=Command)
@click.argument("peristiwa", type=_READS, metavar="PERISTIWA.json")
@click.option(
    "--keluaran", type=_WRITES, metavar="BERKAS", help="Tambahkan isian sebagai nama=nilai."
)
@click.option("--laporan", type=_WRITES, metavar="BERKAS", help="Tulis jawaban bagi pengirim.")
@click.pass_obj
def terima(root: Path, peristiwa: Path, keluaran: Path | None, laporan: Path | None) -> int:
    """Membaca formulir “Serahkan daftar” dari berkas peristiwa GitHub.

    Isian yang tidak persis bentuknya ditolak dengan alasannya. Pernyataan nihil langsung ditulis
    sebagai daftar; untuk buku kerja ditulis alamat lampirannya, yang diunduh oleh langkah lain.
    """
    answer = read_form(_body_of(peristiwa), _known(root))
    if isinstance(answer, Submission) and answer.nihil:
        answer = _write_nil(root, answer)
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
    _say(f"{what} {answer.jenis.upper()} {answer.tahun} dari {answer.opd} diterima.\n", laporan)
    return FINE


def _body_of(peristiwa: Path) -> str:
    """Take the body of the issue out of the event; what is not there is an empty form."""
    try:
        event = json.loads(peristiwa.read_bytes())
    except ValueError as error:
        raise click.ClickException(f"{peristiwa} bukan JSON.") from error
    issue = event.get("issue") if isinstance(event, dict) else None
    body = issue.get("body") if isinstance(issue, dict) else None
    return body if isinstance(body, str) else ""


def _write_nil(root: Path, answer: Submission) -> Submission | tuple[str, ...]:
    path, text = statement_of_nil(answer)
    rows = (root / path).with_suffix(".csv")
    if (root / path).exists() or rows.exists():
        return (f"DIK {answer.tahun} perangkat daerah ini sudah ada; nihil tidak menimpanya.",)
    (root / path).parent.mkdir(exist_ok=True)
    (root / path).write_text(text, "utf-8", newline="\n")
    return answer


def _say(text: str, laporan: Path | None) -> None:
    click.echo(text, nl=False)
    if laporan is not None:
        write_result(laporan, text.encode())


def _known(root: Path) -> frozenset[str]:
    return frozenset(path.parent.name for path in (root / "data/opd").glob("*/profil.yml"))


@click.command(cls=Command)
@click.pass_obj
def kiriman(root: Path) -> int:
    """Menyebut buku kerja yang menunggu diolah, satu per baris, dipisah tab.

    Kolomnya: berkas, perangkat daerah, jenis, tahun. Yang namanya tidak menyebut jenis dan
    tahunnya dilaporkan di layar galat dan dilewati.
    """
    for each in _waiting(root):
        if each.importable:
            click.echo("\t".join((each.path, each.opd, each.jenis, str(each.tahun))))
        else:
            click.echo(f"Dilewati: {visible(each.path)}; namanya belum menyebut isinya", err=True)
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
@click.pass_obj
def terapkan(root: Path, folder: Path) -> int:
    """Memasukkan daftar buatan pekerjaan lain, bila semuanya memang daftar.

    FOLDER berisi data/opd/…; satu berkas yang tidak dikenal membatalkan semuanya. Buku kerja yang
    daftarnya ikut masuk dihapus dari kiriman/.
    """
    proposal = examine(_files_below(folder), _known(root))
    for reason in proposal.refused:
        click.echo(f"Ditolak: {visible(reason)}", err=True)
    if proposal.refused or not proposal.files:
        click.echo("Tidak ada yang dimasukkan.", err=True)
        return DATA_ERRORS
    for path, content in proposal.files.items():
        _refuse_links(root, path)
        (root / path).parent.mkdir(exist_ok=True)
        (root / path).write_bytes(content)
        click.echo(f"Ditulis: {path}")
    for each in _waiting(root):
        if each.importable and (each.opd, each.jenis, each.tahun) in proposal.lists:
            (root / each.path).unlink()
            (root / each.path).with_suffix(ANSWERS).unlink(missing_ok=True)
            click.echo(f"Dihapus dari {FOLDER}/: {visible(each.path)}")
    return FINE


def _files_below(folder: Path) -> dict[str, bytes]:
    """Read what lies in a folder; a link or a huge file is given as nothing that could pass."""
    files: dict[str, bytes] = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            files[f"{name} (tautan simbolik)"] = b""
        elif path.is_file():
            with path.open("rb") as opened:
                files[name] = opened.read(LARGEST + 1)
    return files


def _refuse_links(root: Path, path: str) -> None:
    """Make sure that nothing on the way leads out of the project."""
    if not (root / path).resolve().is_relative_to(root.resolve() / "data"):
        raise click.ClickException(f"{path} menuju ke luar folder data/.")


COMMANDS = (terima, kiriman, terapkan)
