"""The commands of a round: worksheets go out to the assessors, and come back marked."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ppid.assessing.assess import assess
from ppid.cli.commands.monitor import chosen_year
from ppid.cli.options import (
    DATA_ERRORS,
    FINE,
    READS,
    Command,
    Tanggal,
    keluaran_option,
    load_sound,
    opd_option,
    tahun_option,
    tanggal_option,
    write_result,
)
from ppid.core.corpus import Corpus
from ppid.core.project_files import DiskFolder
from ppid.core.writing import write_together
from ppid.diagnostics.diagnostic import offer
from ppid.diagnostics.inert import visible
from ppid.handing_in.worksheet.form import MARKS, OBJECTIONS
from ppid.kinds.badan import identitas_of
from ppid.kinds.pemantauan.penugasan import Pemantau, Penugasan, slug_of
from ppid.values.numbers import format_bulat
from ppid.values.text import nearest

if TYPE_CHECKING:
    from ppid.handing_in.worksheet.form import Problem
    from ppid.handing_in.worksheet.marks import HandedSheet

_WORKSHEET = """Membuat kertas kerja Excel bagi setiap pemantau yang ditugaskan.

Isinya setiap kewajiban perangkat daerah yang dinilainya: keadaan menurut data dan buktinya, tanda
tahun lalu, serta kolom kuning untuk tanda dan alasan pemantau. Jumlahnya terhitung sendiri. Tanda
pemantau itu yang sudah tersimpan ikut terisi, kecuali bila datanya berubah sesudah ditandai.
Pembagian tugas dicatat lebih dahulu dengan: ppid baru penugasan --tahun 2026

\b
Contoh:
  ppid kertas-kerja --tahun 2026
  ppid kertas-kerja --tahun 2026 --pemantau "Tim Monitoring Provinsi 1" --keluaran kertas
"""
_OBJECTIONS = """Membuat lembar Excel untuk menulis banyak sanggahan sekaligus.

Kode temuan perangkat daerah itu ada di dalamnya. Lembar yang sudah diisi diterima dengan
`ppid terima-kertas`.

\b
Contoh:
  ppid kertas-sanggahan --opd dinkes --tahun 2026
"""
_TAKING_IN = """Menerima kertas kerja pemantau dan lembar sanggahan yang sudah diisi.

Berkasnya boleh .xlsx atau .ods. Tanda disimpan di data/pemantauan/, dan sanggahan di
data/sanggahan.yml. Semua diterima atau tidak satu pun: selama ada yang keliru, selnya disebut dan
tidak ada yang ditulis. Berkas yang sama boleh diserahkan lagi; yang sudah tersimpan tidak berubah.
Tanda yang bertentangan dengan tanda pemantau lain ditolak dengan menyebut keduanya.

\b
Contoh:
  ppid terima-kertas kertas-kerja-2026-bagian-hukum.xlsx
  ppid terima-kertas *.ods --dinilai 2026-03-02 --lihat
"""


@click.command(cls=Command, help=_WORKSHEET)
@tahun_option("Tahun yang dinilai. Bawaan: tahun penugasan terakhir.")
@click.option(
    "--pemantau", metavar="NAMA", default="", help="Hanya pemantau ini. Bawaan: semuanya."
)
@click.option(
    "--keluaran",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="FOLDER",
    default=Path(),
    help="Folder hasil. Bawaan: folder ini.",
)
@tanggal_option
@click.pass_obj
def kertas_kerja(
    root: Path, tahun: int | None, pemantau: str, keluaran: Path, tanggal: date
) -> int:
    """Make the worksheet of every assessor."""
    from ppid.publishing.exports.kelengkapan.workbook import desk_of, workbook

    corpus = load_sound(root, tanggal).corpus
    penugasan = _assignments(tahun, corpus)
    completeness = assess(corpus)
    year, before = (completeness.year(penugasan.id.tahun - back) for back in (0, 1))
    if year is None:
        message = (
            f"Tahun {penugasan.id.tahun} belum dapat dinilai: belum ada daftar atau laporan. "
            "Sebabnya disebut oleh: ppid periksa"
        )
        raise click.ClickException(message)
    papers = {}
    for each in _wanted(penugasan, pemantau):
        reports = [report for report in year.reports if report.opd in each.opd]
        target = keluaran / f"kertas-kerja-{year.tahun}-{each.slug}.xlsx"
        desk = desk_of(each, year, before, corpus)
        content = workbook(year, reports, identitas_of(corpus), desk)
        papers[target] = (content, f"{visible(each.nama)}, {format_bulat(len(reports))}")
    _keep_filled_in({target: content for target, (content, _) in papers.items()})
    keluaran.mkdir(parents=True, exist_ok=True)
    for target, (content, whose) in papers.items():
        write_result(target, content)
        click.echo(f"Ditulis: {target} ({whose} perangkat daerah)")
    return FINE


def _keep_filled_in(papers: Mapping[Path, bytes]) -> None:
    """Refuse to write over papers that may have been filled in meanwhile."""
    for target, content in papers.items():
        if target.is_file() and target.read_bytes() != content:
            message = (
                f"{target} sudah ada dan mungkin sudah diisi. Pindahkan dahulu, atau sebut folder "
                "lain dengan --keluaran."
            )
            raise click.ClickException(message)


def _assignments(tahun: int | None, corpus: Corpus) -> Penugasan:
    """Return the assignments of a year, or the newest."""
    found = sorted(corpus.of(Penugasan), key=lambda each: each.id.tahun)
    chosen = [each for each in found if tahun in {None, each.id.tahun}]
    if not chosen:
        year = tahun or corpus.today.year
        known = ", ".join(str(each.id.tahun) for each in found)
        there = f" Yang ada: {known}." if known else ""
        message = (
            f"Belum ada pembagian tugas pemantau {year}.{there} "
            f"Buat dengan: ppid baru penugasan --tahun {year}"
        )
        raise click.ClickException(message)
    return chosen[-1]


def _wanted(penugasan: Penugasan, nama: str) -> Sequence[Pemantau]:
    """Return the assessor of a name, or all that have an OPD to assess."""
    assigned = [each for each in penugasan.pemantau if each.opd]
    if not nama:
        return assigned
    wanted = [each for each in assigned if each.slug == slug_of(nama)]
    if not wanted:
        known = [each.nama for each in assigned]
        hint = offer(nearest(nama, known)) or f"Yang ada: {', '.join(known)}."
        message = f"Pemantau “{visible(nama)}” tidak ditugaskan pada {penugasan.id.tahun}. {hint}"
        raise click.ClickException(message)
    return wanted


@click.command(cls=Command, help=_OBJECTIONS)
@tahun_option("Tahun yang dinilai. Bawaan: yang terakhir.")
@opd_option("Nama folder perangkat daerah, misalnya dinkes. Bawaan: semuanya.")
@keluaran_option("Berkas hasil. Bawaan: sanggahan-<tahun>.xlsx atau sanggahan-<opd>-<tahun>.xlsx.")
@tanggal_option
@click.pass_obj
def kertas_sanggahan(
    root: Path, tahun: int | None, opd: str, keluaran: Path | None, tanggal: date
) -> int:
    """Make a sheet for objections."""
    from ppid.publishing.exports.kelengkapan.objections import objections_sheet

    corpus = load_sound(root, tanggal).corpus
    year, reports = chosen_year(assess(corpus), tahun, opd)
    whose = f"-{opd}" if opd else ""
    target = keluaran or Path(f"sanggahan{whose}-{year.tahun}.xlsx")
    content = objections_sheet(year, reports)
    _keep_filled_in({target: content})
    write_result(target, content)
    click.echo(f"Ditulis: {target}")
    return FINE


@click.command(cls=Command, help=_TAKING_IN)
@click.argument("berkas", type=READS, nargs=-1, required=True, metavar="BERKAS...")
@click.option(
    "--dinilai",
    type=Tanggal(),
    help="Hari penilaian oleh pemantau. Bawaan: menurut kertas kerjanya.",
)
@click.option("--timpa", is_flag=True, help="Mengganti tanda lain yang sudah tersimpan.")
@click.option("--cabut", is_flag=True, help="Mencabut tanda yang selnya dikosongkan.")
@click.option("--lihat", is_flag=True, help="Hanya menampilkan; tidak ada yang ditulis.")
@tanggal_option
@click.pass_obj
def terima_kertas(
    root: Path,
    berkas: tuple[Path, ...],
    dinilai: date | None,
    *,
    timpa: bool,
    cabut: bool,
    lihat: bool,
    tanggal: date,
) -> int:
    """Take in worksheets and sheets of objections."""
    from ppid.handing_in.worksheet.judged import Judged
    from ppid.handing_in.worksheet.objections import take_in_objections
    from ppid.handing_in.worksheet.records import Allowed, after_writing, take_in_marks

    corpus = load_sound(root, tanggal).corpus
    judged, project = Judged.of(assess(corpus)), DiskFolder(root)
    sheets, problems = _opened(berkas)
    marks = [sheet for sheet in sheets if sheet.identity.isi == MARKS]
    rest = [sheet for sheet in sheets if sheet.identity.isi == OBJECTIONS]
    allowed = Allowed.NOTHING
    if timpa:
        allowed |= Allowed.REPLACE
    if cabut:
        allowed |= Allowed.WITHDRAW
    taken = [
        take_in_marks(marks, dinilai, judged, corpus, allowed=allowed),
        take_in_objections(rest, judged, corpus, project),
    ]
    problems += [problem for each in taken for problem in each.problems]
    files = {path: content for each in taken for path, content in each.files.items()}
    if not problems and files:
        problems += after_writing(project, files, tanggal)
    if problems:
        for problem in problems:
            click.echo(problem.said, err=True)
        count = format_bulat(len(problems))
        click.echo(f"Belum ada yang ditulis: {count} hal perlu diperbaiki dahulu.", err=True)
        return DATA_ERRORS
    for sentence in (told for each in taken for told in each.told):
        click.echo(visible(sentence))
    if lihat:
        click.echo("Hanya dilihat: tidak ada yang ditulis.")
        return FINE
    written = write_together(root, files)
    for path in written:
        click.echo(f"Ditulis: {path}")
    if not written:
        click.echo("Semuanya sudah tersimpan; tidak ada yang ditulis.")
    return FINE


def _opened(berkas: Sequence[Path]) -> "tuple[list[HandedSheet], list[Problem]]":
    """Open files that were handed in; return also why some of them cannot be opened."""
    from ppid.handing_in.worksheet.form import NoIdentityError, Problem, identity_in
    from ppid.handing_in.worksheet.marks import HandedSheet
    from ppid.reading.documents.book import NoWorkbookError
    from ppid.reading.documents.opening import open_workbook

    sheets, problems = [], []
    for path in berkas:
        try:
            book = open_workbook(path.name, path.read_bytes())
            sheets.append(HandedSheet(path.name, book, identity_in(book)))
        except (NoIdentityError, NoWorkbookError) as error:
            problems.append(Problem(path.name, "", str(error), ""))
    return sheets, problems
