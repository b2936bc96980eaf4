"""The command that takes in a list handed in as a spreadsheet."""

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import is_zipfile

import click

from ppid.checking.check import load_and_check
from ppid.checking.load import load
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
from ppid.cli.output import render_findings
from ppid.core.corpus import Corpus, pause_gc
from ppid.diagnostics.diagnostic import Diagnostic, Severity
from ppid.diagnostics.inert import visible
from ppid.kinds.opd import ProfilOpd

if TYPE_CHECKING:
    from ppid.handing_in.intake.taking_in import HandedFile, Taken
    from ppid.handing_in.model import Intake, Target

_HELP = """Memasukkan daftar dari Excel, LibreOffice, atau CSV ke dalam data/.

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
    jawaban: Path
    day: date

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
    help="Berkas jawaban. Bawaan: nama BERKAS dengan akhiran .jawaban.yml.",
)
@click.option("--balasan", type=_FILE, metavar="BERKAS", help="Buku kerja balasan, .xlsx.")
@click.option("--laporan", type=_FILE, metavar="BERKAS", help="Laporan lengkap, .md.")
@click.option("--lihat", is_flag=True, help="Hanya menampilkan; data/ tidak disentuh.")
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
    """Memasukkan daftar dari buku kerja ke dalam data/."""
    from ppid.handing_in.intake.taking_in import NoTargetError, opened, target_of
    from ppid.handing_in.model import Target
    from ppid.reading.documents.book import NoWorkbookError

    try:
        handed = opened(berkas.name, berkas.read_bytes())
    except NoWorkbookError as error:
        click.echo(f"{visible(berkas.name)}: {visible(str(error))}", err=True)
        return DATA_ERRORS
    with pause_gc():
        corpus = load(root, tanggal).corpus
        typed = Target(opd, jenis or "", tahun or 0)
        with misuse(NoTargetError):
            target = target_of(typed, handed.stamp, corpus)
        run = _Run(root, handed, target, corpus, _answer_file(berkas, jawaban), tanggal)
        taken = _understood(run, keep=not lihat)
        findings = None
        if taken.intake.complete and not lihat:
            findings = _write_list(run, taken, may_replace=timpa)
        _write_reports(run, taken.intake, findings or [], laporan, balasan)
        return _ending(run, taken.intake, findings)


def _answer_file(berkas: Path, jawaban: Path | None) -> Path:
    """Say where the answers are kept; a reply is handed in, not written over."""
    if jawaban and is_zipfile(jawaban):
        message = "Buku kerja balasan diserahkan sebagai BERKAS, bukan sebagai --jawaban."
        raise click.ClickException(message)
    return jawaban or berkas.with_name(f"{berkas.stem}.jawaban.yml")


def _understood(run: _Run, *, keep: bool) -> "Taken":
    """Understand the workbook with the answers from the file and, at a terminal, from the person.

    `keep`: the answers, and the questions that still need one, are written to the file.
    """
    from ppid.handing_in.intake.answers import answers_text, ask_all
    from ppid.handing_in.intake.report import as_text
    from ppid.handing_in.intake.taking_in import take_in
    from ppid.handing_in.reply.questions import read_answers

    # What a reply brings back counts where the file of answers says nothing else.
    answers = {**read_answers(run.handed.content), **_answers_in(run.jawaban)}
    if sys.stdin.isatty() and sys.stdout.isatty():
        answers = ask_all(
            lambda given: take_in(run.handed, run.target, run.corpus, given).intake, answers
        )
    taken = take_in(run.handed, run.target, run.corpus, answers)
    intake = taken.intake
    click.echo(as_text(intake, run.handed.name, run.opd), nl=False)
    for key in taken.outdated:
        click.echo(f"Jawaban “{visible(key)}” tidak ditanyakan (lagi).")
    for question in intake.questions:
        if answers.get(question.key):
            click.echo(f"Jawaban “{visible(question.key)}” belum dapat dipakai.")
    if keep and (intake.questions or intake.answered):
        text = answers_text(run.handed.name, intake, answers, taken.outdated)
        write_result(run.jawaban, text.encode("utf-8"))
    return taken


def _answers_in(path: Path) -> Mapping[str, str]:
    from ppid.handing_in.intake.answers import read_answers

    if not path.is_file():
        return {}
    read = read_answers(path.name, path.read_bytes())
    if read.problems:
        sentences = "\n  ".join(visible(problem) for problem in read.problems)
        message = f"Berkas jawaban {visible(path.name)} tidak dapat dipakai:\n  {sentences}"
        raise click.ClickException(message)
    click.echo(f"Jawaban dibaca dari {visible(str(path))}")
    return read.answers


def _write_list(run: _Run, taken: "Taken", *, may_replace: bool) -> list[Diagnostic]:
    """Write the list, check it as it now stands, and lead what is found back to the workbook."""
    from ppid.handing_in.intake.list_files import (
        ListExistsError,
        ListFiles,
        csv_text,
        found_in,
        holds_demonstration,
        place_of,
        store,
        yml_text,
    )
    from ppid.handing_in.intake.understand import known_list

    intake = taken.intake
    if not intake.rows and not intake.about:
        return []
    rows = csv_text(intake) if intake.rows else ""
    contoh = holds_demonstration(intake, run.corpus)
    about = yml_text(intake, run.handed.name, contoh=contoh)
    files = ListFiles(place_of(intake), rows, about)
    known = known_list(intake.target, run.corpus)
    with misuse(ListExistsError):
        changed = store(run.root, files, known, may_replace=may_replace or taken.merged)
    click.echo()
    for path in changed:
        click.echo(f"Ditulis: {path}")
    if not changed:
        click.echo(f"{files.place} sudah sama; tidak ada yang ditulis.")
    if contoh:
        click.echo("Sebagian barisnya data contoh, jadi daftar ini ditandai contoh.")
        click.echo(
            f"Bila sudah daftar yang sebenarnya, hapus “contoh: true” dari {files.place}.yml."
        )
    checked = load_and_check(run.root, run.day)
    findings = found_in(intake, visible(run.handed.name), checked.findings)
    click.echo(f"\n{render_findings('teks', findings, checked)}", nl=False)
    return findings


def _write_reports(
    run: _Run,
    intake: "Intake",
    findings: list[Diagnostic],
    laporan: Path | None,
    balasan: Path | None,
) -> None:
    from ppid.handing_in.intake.report import as_markdown
    from ppid.handing_in.reply.workbook import reply

    if laporan:
        text = as_markdown(intake, run.handed.name, run.opd, findings)
        write_result(laporan, text.encode("utf-8"))
        click.echo(f"Ditulis: {visible(str(laporan))}")
    if balasan:
        write_result(balasan, reply(run.handed.name, run.handed.content, intake, findings))
        click.echo(f"Ditulis: {visible(str(balasan))}")


def _ending(run: _Run, intake: "Intake", findings: list[Diagnostic] | None) -> int:
    """Say what comes next, and return the exit code."""
    if not intake.complete:
        click.echo(f"\nBelum ada yang ditulis ke data/: ada {len(intake.questions)} pertanyaan.")
        click.echo(f"Isi {visible(str(run.jawaban))}, lalu ulangi perintah yang sama.")
        return DATA_ERRORS
    if findings is None:
        click.echo("\nHanya dilihat: tidak ada yang ditulis ke data/.")
    found = (*intake.remarks, *(findings or ()))
    grave = any(each.severity is Severity.GALAT for each in found)
    return DATA_ERRORS if grave else FINE
