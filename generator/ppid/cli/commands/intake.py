"""The command that takes in a list handed in as a spreadsheet."""

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import is_zipfile

import click

from ppid.checking.load import Memory, load_from
from ppid.cli.options import (
    DATA_ERRORS,
    FINE,
    READS,
    Command,
    misuse,
    tahun_option,
    tanggal_option,
    write_result,
)
from ppid.core.corpus import Corpus, pause_gc
from ppid.core.project_files import DiskFolder
from ppid.diagnostics.diagnostic import Severity
from ppid.diagnostics.inert import visible
from ppid.kinds.opd import ProfilOpd
from ppid.values.numbers import format_bulat
from ppid.values.text import joined

if TYPE_CHECKING:
    from ppid.handing_in.intake.parcel import Parcel
    from ppid.handing_in.intake.taking_in import HandedFile, Taken
    from ppid.handing_in.model import CellRemark, Intake, Target

_HELP = """Memasukkan daftar dari Excel, LibreOffice, Word, atau CSV.

Yang hanya punya satu arti diperbaiki dan dilaporkan. Yang punya lebih dari satu arti ditanyakan;
selama ada pertanyaan, tidak ada yang ditulis. Jawabannya disimpan dalam sebuah berkas, sehingga
perintah yang sama dapat diulang.

\b
Contoh:
  ppid impor daftar.xlsx --opd dinkes --jenis dik --tahun 2026
  ppid impor daftar.xlsx --opd dinkes --jenis dik --tahun 2026 --lihat
  ppid impor dik-dinkes-2026.xlsx --balasan jawaban.xlsx --laporan laporan.md
"""
_FILE = click.Path(dir_okay=False, path_type=Path)


@dataclass(frozen=True, slots=True)
class _Run:
    """One call of the command: what is handed in, for which list, and what the person wants."""

    root: Path
    handed: "HandedFile"
    target: "Target"
    corpus: Corpus
    memory: Memory
    jawaban: Path

    @property
    def opd(self) -> str:
        """The name of the OPD whose list it is."""
        profil = self.corpus.get(ProfilOpd, self.target.opd)
        return profil.nama if profil else self.target.opd


@click.command(cls=Command, help=_HELP)
@click.argument("berkas", type=READS, metavar="BERKAS")
@click.option(
    "--opd",
    metavar="FOLDER",
    default="",
    help="Folder perangkat daerah. Bawaan: menurut templatnya.",
)
@click.option("--jenis", type=click.Choice(["dik", "dip"]), help="Bawaan: menurut templatnya.")
@tahun_option("Tahun daftar. Bawaan: menurut templatnya.")
@click.option(
    "--jawaban",
    type=_FILE,
    metavar="BERKAS",
    help="Berkas jawaban. Bawaan: di samping BERKAS, dengan akhiran .jawaban.yml.",
)
@click.option("--balasan", type=_FILE, metavar="BERKAS", help="Buku kerja balasan, .xlsx.")
@click.option("--laporan", type=_FILE, metavar="BERKAS", help="Laporan lengkap, .md.")
@click.option("--lihat", is_flag=True, help="Hanya menampilkan; tidak ada yang ditulis.")
@click.option("--timpa", is_flag=True, help="Mengganti daftar tahun itu yang sudah ada.")
@tanggal_option
@click.pass_obj
def impor(
    root: Path,
    berkas: Path,
    opd: str,
    jenis: str | None,
    tahun: int | None,
    jawaban: Path | None,
    balasan: Path | None,
    laporan: Path | None,
    lihat: bool,
    timpa: bool,
    tanggal: date,
) -> int:
    """Memasukkan daftar dari buku kerja ke dalam data."""
    from ppid.handing_in.intake.taking_in import NoTargetError, opened, target_of
    from ppid.handing_in.model import Target
    from ppid.reading.documents.book import NoWorkbookError

    try:
        handed = opened(berkas.name, berkas.read_bytes())
    except NoWorkbookError as error:
        click.echo(f"{visible(berkas.name)}: {visible(str(error))}", err=True)
        _write_refusal(laporan, berkas, str(error))
        return DATA_ERRORS
    with pause_gc(), _refusal_told(laporan, berkas):
        memory = Memory()
        corpus = load_from(DiskFolder(root), tanggal, memory).corpus
        typed = Target(opd, jenis or "", tahun or 0)
        with misuse(NoTargetError):
            target = target_of(typed, handed, corpus)
        run = _Run(root, handed, target, corpus, memory, _answer_file(berkas, jawaban, target))
        try:
            taken = _understood(run, keep=not lihat)
        except _NotAsSeenError as error:
            click.echo(f"{visible(berkas.name)}: {error}", err=True)
            _write_refusal(laporan, berkas, str(error))
            return DATA_ERRORS
        if taken.intake.complete and not lihat:
            _write_list(run, taken, may_replace=timpa)
        intake = taken.intake
        if balasan and (too_long := _too_long_for_reply(handed)):
            click.echo(f"{too_long.message} {too_long.advice}")
            intake, balasan = replace(intake, remarks=(too_long, *intake.remarks)), None
        _write_reports(run, intake, laporan, balasan)
        return _ending(run, intake, balasan, only_looked=lihat)


@contextmanager
def _refusal_told(laporan: Path | None, berkas: Path) -> Iterator[None]:
    """Write the reason into the report, too, where a workbook cannot be taken in at all."""
    try:
        yield
    except click.ClickException as error:
        _write_refusal(laporan, berkas, error.message)
        raise


def _write_refusal(laporan: Path | None, berkas: Path, reason: str) -> None:
    from ppid.handing_in.intake.report import refusal_as_markdown

    if laporan:
        write_result(laporan, refusal_as_markdown(berkas.name, reason).encode())


def _answer_file(berkas: Path, jawaban: Path | None, target: "Target") -> Path:
    """Say where the answers are kept; a reply is handed in, not written over."""
    from ppid.handing_in.intake.answers import answers_beside

    if jawaban and is_zipfile(jawaban):
        message = "Buku kerja balasan diserahkan sebagai BERKAS, bukan sebagai --jawaban."
        raise click.ClickException(message)
    return jawaban or answers_beside(berkas, target)


def _understood(run: _Run, *, keep: bool) -> "Taken":
    """Understand the workbook with the answers from the file and, at a terminal, from the person.

    `keep`: the answers, and the questions that still need one, are written to the file.
    """
    from ppid.handing_in.intake.answers import answers_text, ask_all
    from ppid.handing_in.intake.first_check import ReadProject, with_findings
    from ppid.handing_in.intake.report import as_text
    from ppid.handing_in.intake.taking_in import take_in
    from ppid.handing_in.reply.questions import read_answers

    # What a reply brings back counts where nobody has said anything else since.
    answers = {
        **read_answers(run.handed.content, run.target),
        **run.handed.answers_about(run.target),
        **_answers_in(run.jawaban, run),
    }
    if sys.stdin.isatty() and sys.stdout.isatty():
        answers = ask_all(
            lambda given: take_in(run.handed, run.target, run.corpus, given).intake, answers
        )
    taken = take_in(run.handed, run.target, run.corpus, answers)
    project = ReadProject(DiskFolder(run.root), run.corpus, run.memory)
    intake = with_findings(taken.intake, run.handed.name, project)
    click.echo(as_text(intake, run.handed.name, run.opd), nl=False)
    for key in taken.outdated:
        click.echo(f"Jawaban “{visible(answers[key])}” tidak ditanyakan (lagi).")
    for question in intake.questions:
        if answer := answers.get(question.key):
            click.echo(f"Jawaban “{visible(answer)}” belum dapat dipakai.")
    _held_against_what_was_seen(run, intake, answers)
    if keep and (intake.questions or intake.answered or intake.offers):
        text = answers_text(run.handed.name, intake, answers, taken.outdated)
        write_result(run.jawaban, text.encode("utf-8"))
    return replace(taken, intake=intake)


class _NotAsSeenError(Exception):
    """Something else comes of a file than the one who handed it in has seen; it says what."""


def _held_against_what_was_seen(run: _Run, intake: "Intake", answers: Mapping[str, str]) -> None:
    """Say where something else comes of a file from the desk than was seen there.

    It may where answers, data or program have changed since; else it must not.
    """
    from ppid.handing_in.intake.list_files import files_of, texts_after
    from ppid.handing_in.intake.parcel import differing
    from ppid.handing_in.intake.understand import known_list

    parcel = run.handed.parcel
    if parcel is None or not intake.complete or not (intake.rows or intake.about):
        return
    files, known = files_of(intake, run.handed.name, run.corpus), known_list(run.target, run.corpus)
    others = differing(parcel, texts_after(DiskFolder(run.root), files, known))
    if not others:
        return
    what = visible(joined(others))
    if cause := _changed_since(run, parcel, answers):
        click.echo(
            f"\nPeringatan: hasilnya lain daripada yang dilihat pengirim, yaitu {what}. Sebabnya "
            f"{cause}. Bacalah seluruh isinya."
        )
        return
    message = (
        f"Hasilnya lain daripada yang dilihat pengirim, yaitu {what}, jadi tidak ada yang ditulis. "
        "Minta pengirim membuat berkas serahannya lagi di halaman “Periksa daftar”. Bila tetap "
        "demikian, laporkan kepada pengelola program."
    )
    raise _NotAsSeenError(message)


def _changed_since(run: _Run, parcel: "Parcel", answers: Mapping[str, str]) -> str:
    """Say why something else may come of a file from the desk; empty where nothing has changed."""
    from ppid.handing_in.reference import basis_of, common_reference, reference_of

    if run.target != parcel.target:
        return "perintah ini menyebut daftar lain"
    if {key: text for key, text in answers.items() if text.strip()} != parcel.answers:
        return "jawabannya tidak sama lagi"
    folder = DiskFolder(run.root)
    now = basis_of((common_reference(folder), reference_of(run.target.opd, folder)))
    if parcel.basis and parcel.basis != now:
        return "data yang dibandingkan sudah berubah sesudah itu, atau versi programnya lain"
    return ""


def _answers_in(path: Path, run: _Run) -> Mapping[str, str]:
    from ppid.handing_in.intake.answers import read_answers

    if not path.is_file():
        return {}
    read = read_answers(path.name, path.read_bytes())
    if read.problems:
        sentences = "\n  ".join(visible(problem) for problem in read.problems)
        message = f"Berkas jawaban {visible(path.name)} tidak dapat dipakai:\n  {sentences}"
        raise click.ClickException(message)
    if not read.is_about(run.target):
        opd, jenis, tahun = (*read.target.split("/"), "", "")[:3]
        profil = run.corpus.get(ProfilOpd, opd)
        listed = f"{jenis.upper()} {tahun} {profil.nama}" if profil else read.target
        message = f"Jawaban dalam {visible(path.name)} untuk daftar lain: {visible(listed)}."
        raise click.ClickException(message)
    click.echo(f"Jawaban dibaca dari {visible(path.name)}.")
    return read.answers


def _write_list(run: _Run, taken: "Taken", *, may_replace: bool) -> None:
    """Write the list, and say what that has done to the one that was there."""
    from ppid.handing_in.intake.list_files import (
        ListExistsError,
        files_of,
        holds_demonstration,
        store,
    )
    from ppid.handing_in.intake.understand import known_list

    intake, target = taken.intake, run.target
    if not intake.rows and not intake.about:
        return
    files = files_of(intake, run.handed.name, run.corpus)
    known = known_list(target, run.corpus)
    with misuse(ListExistsError):
        done = store(run.root, files, known, may_replace=may_replace or taken.merged)
    name = f"{target.jenis.upper()} {run.opd} {target.tahun}"
    content = f"{format_bulat(len(intake.rows))} baris" if intake.rows else "pernyataan nihil"
    click.echo()
    if done.rows_removed:
        count = format_bulat(done.rows_removed)
        click.echo(f"Dihapus: {count} baris {name} yang tadinya tersimpan.")
    if done.changed:
        click.echo(f"Ditulis: {name}, {content}.")
    else:
        click.echo(f"{name} sudah sama; tidak ada yang ditulis.")
    if holds_demonstration(intake, run.corpus):
        click.echo("Sebagian barisnya data contoh, jadi daftar ini tetap ditandai contoh.")
        click.echo("Bila ini sudah daftar yang sebenarnya, beri tahu PPID Utama.")


def _too_long_for_reply(handed: "HandedFile") -> "CellRemark | None":
    """Return what is said of a file with too many rows to be sent back."""
    from ppid.handing_in.model import CellRemark
    from ppid.handing_in.reply.entries import MOST_ROWS, TOO_LONG

    if handed.rows <= MOST_ROWS:
        return None
    message, advice = TOO_LONG
    return CellRemark(place=None, severity=Severity.SARAN, message=message, advice=advice)


def _write_reports(run: _Run, intake: "Intake", laporan: Path | None, balasan: Path | None) -> None:
    from ppid.handing_in.intake.report import as_markdown

    if laporan:
        text = as_markdown(intake, run.handed.name, run.opd)
        write_result(laporan, text.encode("utf-8"))
        click.echo(f"Ditulis: {visible(laporan.name)}")
    if balasan:
        from ppid.handing_in.reply.workbook import reply

        write_result(balasan, reply(run.handed.name, run.handed.content, intake))
        click.echo(f"Ditulis: {visible(balasan.name)}")


def _ending(run: _Run, intake: "Intake", balasan: Path | None, *, only_looked: bool) -> int:
    """Say what comes next, and return the exit code."""
    if not intake.complete:
        count = format_bulat(len(intake.questions))
        click.echo(f"\nBelum ada yang ditulis: {count} pertanyaan menunggu jawaban.")
        if balasan:
            name = visible(balasan.name)
            click.echo(f"Jawab di {name}, simpan, lalu serahkan {name} dengan perintah yang sama.")
        elif only_looked:
            click.echo("Ulangi tanpa --lihat untuk mendapat berkas jawaban yang dapat diisi.")
        else:
            click.echo(
                f"Isi {visible(run.jawaban.name)} di folder yang sama, lalu ulangi perintah ini."
            )
        return DATA_ERRORS
    if only_looked:
        click.echo("\nHanya dilihat: tidak ada yang ditulis.")
    grave = any(remark.severity is Severity.GALAT for remark in intake.remarks)
    return DATA_ERRORS if grave else FINE
