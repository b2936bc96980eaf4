"""The commands of those who assess: PPID Utama, the province, and whoever checks their figures."""

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from ppid.assessing.assess import assess
from ppid.assessing.findings import as_text
from ppid.assessing.model import Completeness, OpdReport, YearReport
from ppid.assessing.snapshot import path_of, snapshot
from ppid.checking.check import load_and_check
from ppid.cli.options import (
    DATA_ERRORS,
    FINE,
    READS_ANY,
    Command,
    CommandAnywhere,
    format_option,
    keluaran_option,
    load_sound,
    opd_option,
    tahun_option,
    tanggal_option,
    write_result,
)
from ppid.core.manifest import CopyVerdict, NoManifestError, verify
from ppid.core.writing import write_together
from ppid.diagnostics.diagnostic import offer
from ppid.diagnostics.inert import visible
from ppid.kinds.badan import IdentitasBadan, identitas_of
from ppid.kinds.potret import SitusPotret
from ppid.values.dates import format_tanggal
from ppid.values.numbers import format_bulat, format_ukuran
from ppid.values.text import nearest

_SIDIK = re.compile(r"[0-9a-f]{64}")


@click.command(cls=Command)
@tahun_option("Tahun yang dinilai. Bawaan: yang terakhir.")
@opd_option()
@format_option(
    *("teks", "csv", "json", "xlsx"),
    words="Bentuk jawaban; xlsx adalah kertas kerja dan perlu --keluaran.",
)
@keluaran_option("Berkas hasil. Bawaan: ditampilkan di layar.")
@tanggal_option
@click.pass_obj
def kelengkapan(
    root: Path,
    tahun: int | None,
    opd: str,
    bentuk: str,
    keluaran: Path | None,
    tanggal: date,
) -> int:
    """Menilai kewajiban pengumuman tiap perangkat daerah.

    Tanpa --opd ditampilkan angka semua perangkat daerah; dengan --opd setiap kewajibannya.
    """
    if bentuk == "xlsx" and keluaran is None:
        raise click.ClickException("Kertas kerja perlu nama berkas: tambahkan --keluaran.")
    checked = load_and_check(root, tanggal)
    year, reports = chosen_year(assess(checked.corpus), tahun, opd)
    written = _written(bentuk, year, reports, identitas_of(checked.corpus), each=bool(opd))
    if keluaran is None:
        click.echo(written, nl=False)
        return FINE
    write_result(keluaran, written)
    click.echo(f"Ditulis: {keluaran}")
    return FINE


def chosen_year(
    completeness: Completeness, tahun: int | None, opd: str
) -> tuple[YearReport, tuple[OpdReport, ...]]:
    """Return a year, or the newest, with one OPD or all of them; what is not there is a misuse."""
    known = [year.tahun for year in completeness.years]
    year = completeness.year(tahun or (known[-1] if known else 0))
    if year is None:
        listed = ", ".join(map(str, known)) or "belum ada"
        message = f"Tahun {tahun or 'itu'} tidak dapat dinilai. Yang dapat: {listed}."
        raise click.ClickException(message)
    reports = tuple(report for report in year.reports if opd in {"", report.opd})
    if not year.reports:
        raise click.ClickException("Belum ada profil perangkat daerah yang terbaca: ppid periksa")
    if not reports:
        hint = offer(nearest(opd, [report.opd for report in year.reports]))
        message = f"Perangkat daerah “{opd}” tidak ada. {hint}".rstrip()
        raise click.ClickException(message)
    return year, reports


def _written(
    bentuk: str,
    year: YearReport,
    reports: Sequence[OpdReport],
    badan: IdentitasBadan,
    *,
    each: bool,
) -> bytes:
    """Write in the wanted form; libraries of tables are loaded only by those that need them."""
    if bentuk == "teks":
        return f"{as_text(year, reports, each=each)}\n".encode()
    from ppid.publishing.exports.kelengkapan.tables import as_csv, as_json
    from ppid.publishing.exports.kelengkapan.workbook import workbook

    if bentuk == "xlsx":
        return workbook(year, reports, badan)
    return (as_csv if bentuk == "csv" else as_json)(year, reports, badan).encode()


@click.command(cls=Command)
@tahun_option("Tahun yang dinilai. Bawaan: yang terakhir.")
@click.option("--catatan", metavar="TEKS", default="", help="Keterangan yang ikut disimpan.")
@click.option(
    "--situs",
    type=READS_ANY,
    metavar="FOLDER|ARSIP",
    help="Situs yang terbit; sidik manifesnya ikut disimpan.",
)
@tanggal_option
@click.pass_obj
def potret(root: Path, tahun: int | None, catatan: str, situs: Path | None, tanggal: date) -> int:
    """Menyimpan angka kelengkapan triwulan ini di data/potret/.

    Potret triwulan yang sama ditulis ulang; yang lama tidak disentuh. Tren dihitung dari sini.
    Dengan --situs ikut disimpan sidik yang kelak membuktikan apa yang terbit pada hari itu.
    """
    checked = load_sound(root, tanggal)
    year, _ = chosen_year(assess(checked.corpus), tahun, "")
    published = _published(situs) if situs else None
    write_together(root, {path_of(tanggal): snapshot(year, tanggal, catatan, published).encode()})
    click.echo(f"Ditulis: {path_of(tanggal)}")
    return FINE


def _published(situs: Path) -> SitusPotret:
    """Return the fingerprint of a published site; one that was changed is not kept."""
    verdict = _verdict(situs)
    if not verdict.utuh or not verdict.hari:
        message = f"“{situs.name}” tidak sama dengan manifesnya. Bangun lagi situsnya, lalu ulangi."
        raise click.ClickException(message)
    return SitusPotret(tanggal=date.fromisoformat(verdict.hari), sidik=verdict.sidik)


def _verdict(salinan: Path) -> CopyVerdict:
    try:
        return verify(salinan)
    except NoManifestError as error:
        message = f"Salinan tidak dapat diperiksa: {error}."
        raise click.ClickException(message) from error


@click.command(cls=CommandAnywhere)
@click.argument("salinan", type=READS_ANY, metavar="FOLDER|ARSIP")
@click.option(
    "--sidik",
    metavar="SIDIK",
    default="",
    callback=lambda _context, _option, value: _fingerprint(value),
    help="Sidik manifes yang dicatat dahulu, 64 angka heksa.",
)
def verifikasi(salinan: Path, sidik: str) -> int:
    """Memeriksa apakah salinan situs masih sama dengan manifesnya.

    Salinan boleh berupa folder, .zip, atau .tar. Manifes ikut di dalam salinan, sehingga dapat
    ditulis ulang bersama halamannya; hanya sidik yang dicatat di luar salinan, disebut dengan
    --sidik, yang membuktikan keasliannya.
    """
    verdict = _verdict(salinan)
    parts = (("berubah", verdict.berubah), ("hilang", verdict.hilang))
    for label, names in (*parts, ("tidak ada dalam manifes", verdict.tambahan)):
        for name in names:
            click.echo(f"{label}: {visible(name)}")
    click.echo(f"Sidik manifes: {verdict.sidik}")
    if verdict.hari:  # the summary is not among what the fingerprint covers
        day = format_tanggal(date.fromisoformat(verdict.hari))
        click.echo(f"Keterangan di dalamnya menyebut situs {day}; sidik tidak membuktikan harinya.")
    same = sidik == verdict.sidik
    click.echo(_proven(verdict, same=same if sidik else None))
    return FINE if verdict.utuh and (same or not sidik) else DATA_ERRORS


def _fingerprint(written: str) -> str:
    """Read a fingerprint as people copy it; one of another shape was copied wrongly."""
    sidik = "".join(written.split()).lower()
    if written and not _SIDIK.fullmatch(sidik):
        message = (
            "sidik terdiri atas 64 angka heksa (0-9 dan a-f); salin lagi seluruhnya dari potret "
            "kelengkapan atau dari catatan Anda."
        )
        raise click.BadParameter(message)
    return sidik


def _proven(verdict: CopyVerdict, *, same: bool | None) -> str:
    """Say what a verdict proves, and against what; `same` is None without a fingerprint."""
    files = f"{format_bulat(verdict.cocok)} berkas"
    if same is False:
        return (
            "Tidak terbukti: sidik manifes ini lain daripada yang dicatat. Salinan ini bukan situs "
            "yang dicatat itu, atau sudah diubah bersama manifesnya."
        )
    if not verdict.utuh:
        return (
            f"Tidak terbukti: {files} cocok dengan manifes, tetapi yang disebut di atas tidak. "
            "Salinan ini berubah sesudah manifesnya ditulis."
        )
    if same:
        return (
            f"Terbukti: {files} sama, bita demi bita, dengan situs yang sidiknya dicatat di luar "
            "salinan ini."
        )
    return (
        f"{files} cocok dengan manifes di dalam salinan ini. Itu belum membuktikan keasliannya: "
        "siapa pun yang mengubah halaman dapat menulis ulang manifesnya. Ulangi dengan --sidik dan "
        "sidik yang dicatat di luar salinan ini, misalnya dalam potret kelengkapan."
    )


@click.command(cls=Command)
@tahun_option("Tahun yang dinilai.", required=True)
@keluaran_option("Berkas hasil. Bawaan: bukti-<tahun>.zip di folder ini.")
@click.option(
    "--alamat",
    metavar="ALAMAT",
    envvar="SITE_URL",
    default="",
    help="Alamat situs yang terbit, agar tautannya utuh. Bawaan: SITE_URL.",
)
@tanggal_option
@click.pass_obj
def bukti(root: Path, tahun: int, keluaran: Path | None, alamat: str, tanggal: date) -> int:
    """Mengumpulkan bukti kelengkapan setahun dalam satu berkas zip.

    Isinya kertas kerja, daftar bukti dengan alamat tetap dan SHA-256, dan dokumen sampai 2 MB.
    """
    from ppid.publishing.evidence_pack import pack

    if alamat and not alamat.startswith(("https://", "http://")):
        raise click.ClickException("Alamat situs mulai dengan https:// atau http://.")
    site = f"{alamat.rstrip('/')}/" if alamat else ""
    checked = load_sound(root, tanggal)
    try:
        content = pack(checked, tahun, root, site)
    except LookupError as error:
        message = f"{error.args[0][0].upper()}{error.args[0][1:]}."
        raise click.ClickException(message) from error
    target = keluaran or Path(f"bukti-{tahun}.zip")
    write_result(target, content)
    click.echo(f"Ditulis: {target} ({format_ukuran(len(content))})")
    if not site:
        click.echo("Alamat dalam daftar dihitung dari halaman depan; lengkapi dengan --alamat.")
    return FINE
