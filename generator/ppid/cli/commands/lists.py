"""Commands of those who keep lists: templates, tidying, official papers, a look at documents."""

import os
import stat
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import click

from ppid.checking.check import load_and_check
from ppid.cli.options import (
    DATA_ERRORS,
    FINE,
    READS_ANY,
    UNREAD,
    Command,
    format_option,
    inside,
    keluaran_option,
    load_sound,
    opd_option,
    tahun_option,
    tanggal_option,
    unknown_opd,
    write_result,
)
from ppid.cli.output import render_findings
from ppid.core.document import Contents
from ppid.core.writing import write_together
from ppid.diagnostics.diagnostic import Severity, has_errors
from ppid.diagnostics.inert import visible
from ppid.kinds.daftar import DaftarDikecualikan, DaftarPublik
from ppid.kinds.opd import ProfilOpd
from ppid.values.numbers import format_bulat, format_ukuran

_TEMPLAT = """Membuat templat Excel untuk mengisi DIK atau DIP.

Baris daftar sebelumnya terisi dengan kodenya. Bila belum ada daftar sebelumnya, templatnya kosong.

\b
Contoh:
  ppid templat dik --opd dinkes --tahun 2026
"""
_SURAT = """Membuat surat resmi (Word) dari sebuah daftar, atau register dan surat layanan.

Dari DIK: lembar pengujian konsekuensi dan surat keputusan; bila ada yang berubah sejak daftar
sebelumnya, juga lembar dan keputusan pengubahan. Dari DIP: daftarnya. Yang belum ada dalam
data menjadi titik-titik untuk diisi. Untuk layanan: register permintaan dan keberatan (juga buku
kerja Excel), surat keputusan penolakan, dan surat tanggapan Atasan PPID, kosong untuk diisi.

\b
Contoh:
  ppid surat dik --opd dinkes --tahun 2026
  ppid surat layanan --keluaran surat
"""
_GERBANG = """Memeriksa berkas sebelum diserahkan, atau situs sebelum diterbitkan.

Yang dicari: data pribadi, isi yang tersembunyi, keterangan pembuat, dan dokumen yang dikecualikan.
Tanpa BERKAS yang diperiksa adalah situs di folder site/. Tidak ada yang diubah.
Kode keluarnya 1 bila ada galat, dan 3 bila tidak ada galat tetapi ada berkas yang tidak dapat
diperiksa seluruhnya.

\b
Contoh:
  ppid gerbang laporan.xlsx foto.jpg
  ppid gerbang site
  ppid gerbang --sidik naskah.pdf
"""


@click.command(cls=Command, help=_TEMPLAT)
@click.argument("jenis", type=click.Choice(["dik", "dip"]))
@opd_option(required=True)
@tahun_option("Tahun daftar. Bawaan: tahun yang sedang disusun.")
@keluaran_option("Berkas hasil. Bawaan: <jenis>-<opd>-<tahun>.xlsx di folder ini.")
@tanggal_option
@click.pass_obj
def templat(
    root: Path,
    jenis: str,
    opd: str,
    tahun: int | None,
    keluaran: Path | None,
    tanggal: date,
) -> int:
    """Make the workbook in which an OPD fills in a list."""
    from ppid.handing_in.template.prepared import collecting_year, prepare
    from ppid.handing_in.template.workbook import workbook

    corpus = load_sound(root, tanggal).corpus
    if corpus.get(ProfilOpd, opd) is None:
        raise unknown_opd(opd, corpus)
    year = tahun or collecting_year(corpus)
    prepared = prepare(opd, jenis, year, corpus)
    content = workbook(prepared, corpus)
    target = keluaran or Path(f"{jenis}-{opd}-{year}.xlsx")
    write_result(target, content)
    click.echo(f"Ditulis: {target} ({format_ukuran(len(content))})")
    if prepared.asal:
        count = format_bulat(len(prepared.rows))
        click.echo(f"Terisi awal dari {jenis.upper()} {prepared.asal}, {count} baris.")
    else:
        click.echo("Belum ada daftar sebelumnya; templatnya kosong.")
    return FINE


@click.command(cls=Command)
@click.argument("path", nargs=-1, metavar="[BERKAS]...")
@click.option("--lihat", is_flag=True, help="Hanya menyebut yang akan berubah; tidak menulis.")
@click.pass_obj
def rapikan(root: Path, path: tuple[str, ...], *, lihat: bool) -> int:
    """Menulis berkas data dalam bentuk baku tanpa mengubah artinya.

    Tanpa BERKAS semua berkas CSV, YAML, dan kegiatan di data/ dirapikan. Berkas yang tidak dapat
    dibaca dibiarkan dan disebut. Dokumen di dokumen/ tidak disentuh.
    """
    from ppid.checking.tidy import Tidied, kind_of, tidy_file

    seen = left = 0
    changed: dict[str, Tidied] = {}
    for name in _files(root, path):
        kind = kind_of(name)
        if kind is None:
            continue
        seen += 1
        tidied = tidy_file(name, (root / name).read_bytes(), kind)
        if tidied.left:
            left += 1
            click.echo(f"Dibiarkan: {name}: {visible(tidied.left)}", err=True)
        elif tidied.differs:
            changed[name] = tidied
    if not lihat:
        write_together(root, {name: tidied.after for name, tidied in changed.items()})
    for name, tidied in changed.items():
        click.echo(f"{'Akan dirapikan' if lihat else 'Dirapikan'}: {name}")
        click.echo(f"  {'; '.join(tidied.changes)}")
    words = f"{len(changed)} dari {seen} berkas {'akan berubah' if lihat else 'dirapikan'}"
    words = words if seen else "Tidak ada berkas data di sana"
    click.echo(f"{words}; {left} dibiarkan, sebabnya disebut di atas." if left else f"{words}.")
    return DATA_ERRORS if left else FINE


def _files(root: Path, written: tuple[str, ...]) -> Iterator[str]:
    """Yield the files below what was named, or below data/, each once.

    Links, pipes and devices are left alone; `ppid periksa` names them.
    """
    found: dict[str, None] = {}
    for path in [inside(root, each) for each in written] or [root / "data"]:
        if path.is_file():
            found[path.relative_to(root).as_posix()] = None
        for parent, folders, names in os.walk(path):
            folders.sort()
            for name in sorted(names):
                file = Path(parent) / name
                if stat.S_ISREG(file.lstat().st_mode):
                    found[file.relative_to(root).as_posix()] = None
    yield from found


@click.command(cls=Command, help=_SURAT)
@click.argument("jenis", type=click.Choice(["dik", "dip", "layanan"]))
@opd_option("Nama folder perangkat daerah, misalnya dinkes; tidak dipakai untuk layanan.")
@tahun_option("Tahun daftar; tidak dipakai untuk layanan.")
@click.option(
    "--keluaran",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="FOLDER",
    default=Path(),
    help="Folder hasil. Bawaan: folder ini.",
)
@tanggal_option
@click.pass_obj
def surat(
    root: Path, jenis: str, opd: str, tahun: int | None, keluaran: Path, tanggal: date
) -> int:
    """Write the official papers of a list, or those that the service fills in."""
    if jenis == "layanan":
        if opd or tahun:
            raise click.UsageError("“ppid surat layanan” tidak memakai --opd dan --tahun.")
        files, contoh = dict(_service_files(root, tanggal)), False
    elif not opd or tahun is None:
        raise click.UsageError(f"Belum ada pilihan {'--tahun' if opd else '--opd'}.")
    else:
        files, contoh = _list_files(root, jenis, opd, tahun, tanggal)
    try:
        keluaran.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = f"Folder {keluaran} tidak dapat dibuat; pilih tempat lain dengan --keluaran."
        raise click.ClickException(message) from error
    for name, (content, blanks) in files.items():
        write_result(keluaran / name, content)
        click.echo(f"Ditulis: {keluaran / name} ({format_ukuran(len(content))})")
        for note in blanks:
            click.echo(f"  perlu diisi: {note}")
    if contoh:
        click.echo("Data daftar ini peragaan; setiap naskah bertanda CONTOH.")
    return FINE


_Files = dict[str, tuple[bytes, tuple[str, ...]]]
"""Names of files, each with its content and with what remains to be filled in."""


def _list_files(root: Path, jenis: str, opd: str, tahun: int, tanggal: date) -> tuple[_Files, bool]:
    """Return the papers of a list, and whether its data is a demonstration; raise without any."""
    from ppid.publishing.papers.of_lists import file_name, papers_of
    from ppid.publishing.papers.word import docx_of

    checked = load_and_check(root, tanggal)
    corpus = checked.corpus
    daftar = corpus.get(DaftarDikecualikan if jenis == "dik" else DaftarPublik, opd, tahun)
    if daftar is None:
        if corpus.get(ProfilOpd, opd) is None:
            raise unknown_opd(opd, corpus)
        raise click.ClickException(f"Tidak ada data/opd/{opd}/{jenis}/{tahun}.yml yang terbaca.")
    # No paper is made from rows that could not be read.
    stem = daftar.path.removesuffix(".yml")
    errors = (d.span.path for d in checked.findings if d.severity is Severity.GALAT)
    if any(path.startswith(f"{stem}.") for path in errors):
        message = f"Masih ada galat dalam daftar ini; jalankan dahulu: ppid periksa {stem}.csv"
        raise click.ClickException(message)
    papers = papers_of(daftar, corpus)
    if not papers:
        raise click.ClickException("Daftar ini nihil atau belum berisi; tidak ada yang disusun.")
    return {file_name(daftar, p): (docx_of(p), p.blanks) for p in papers}, daftar.contoh


def _service_files(
    root: Path, tanggal: date
) -> Iterator[tuple[str, tuple[bytes, tuple[str, ...]]]]:
    """Yield the registers and letters of the service; registers as workbooks too."""
    from ppid.publishing.exports.layanan import register_workbook
    from ppid.publishing.papers.of_service import is_register, service_papers
    from ppid.publishing.papers.word import docx_of

    for paper in service_papers(load_sound(root, tanggal).corpus):
        yield f"{paper.name}.docx", (docx_of(paper), paper.blanks)
        if is_register(paper):
            yield f"{paper.name}.xlsx", (register_workbook(paper), ())


@click.command(cls=Command, help=_GERBANG)
@click.argument("berkas", nargs=-1, type=READS_ANY, metavar="[FOLDER|BERKAS]...")
@format_option(
    *("teks", "github", "json", "markdown"),
    words="Bentuk jawaban: teks untuk dibaca, yang lain untuk mesin.",
)
@click.option("--sidik", is_flag=True, help="Hanya tampilkan sidik SHA-256 setiap berkas.")
@tanggal_option
@click.pass_obj
def gerbang(
    root: Path, berkas: tuple[Path, ...], bentuk: str, *, sidik: bool, tanggal: date
) -> int:
    """Look into files before they are handed in or published."""
    from ppid.checking.gate import (
        UNREADABLE,
        check_files,
        check_site,
        files_below,
        fingerprint,
        is_site,
        look_into,
        look_into_site,
    )
    from ppid.publishing.workers import processors, spread

    targets = berkas or (root / "site",)
    if not all(target.exists() for target in targets):
        raise click.ClickException("Folder site/ belum ada; bangun dahulu: ppid bangun")
    for target in targets:
        if not any(files_below([target])):
            message = (
                f"Di “{visible(str(target))}” tidak ada berkas, jadi tidak ada yang diperiksa."
            )
            raise click.ClickException(message)
    if sidik:
        for name, path in files_below(targets):
            if path.is_file():
                click.echo(f"{fingerprint(path)}  {visible(name)}")
        return FINE
    checked = load_and_check(root, tanggal)
    sites = [target for target in targets if is_site(target)]
    others = [target for target in targets if target not in sites]

    def found_in(look: Callable[[Path], Contents], *below: Path) -> dict[str, Contents]:
        files = dict(files_below(below))
        with spread([*files.values()], look, processors()) as contents:
            return dict(zip(files, contents, strict=True))

    found = [each for site in sites for each in check_site(found_in(look_into_site, site), checked)]
    loose = check_files(found_in(look_into, *others), checked)
    click.echo(render_findings(bentuk, [*found, *loose], checked))
    if has_errors([*found, *loose]):
        return DATA_ERRORS
    return UNREAD if any(each.rule_id == UNREADABLE for each in loose) else FINE
