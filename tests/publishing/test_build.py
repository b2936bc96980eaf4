"""Real builds: exit codes, kills, full disks, and what must never be touched."""

import gzip
import hashlib
import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from getpass import getuser
from pathlib import Path

import pytest

from ppid.checking.check import load_and_check
from ppid.cli.main import main
from ppid.diagnostics.diagnostic import Diagnostic, Severity
from ppid.guide import GUIDE
from ppid.kinds import KINDS
from ppid.kinds.opd import ProfilOpd
from ppid.publishing import staging
from ppid.publishing.pages import tentang
from ppid.publishing.publication import Publication
from tests.conftest import assemble

ROOT = Path(__file__).parents[2]
DAY = "2021-12-31"
MIDNIGHT = "1640908800"  # the same day for SOURCE_DATE_EPOCH
BUILD = "from ppid.cli.main import main; main()"

Run = Callable[..., subprocess.CompletedProcess[str]]


def tree(folder: Path) -> dict[str, str]:
    """Return every file below a folder with its digest; links are named, not followed."""
    found = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            found[name] = f"-> {path.readlink()}"
        elif path.is_file():
            found[name] = hashlib.sha256(path.read_bytes()).hexdigest()
    return found


def differences(one: Path, other: Path) -> list[str]:
    """Name the files that two folders do not have in common, byte for byte."""
    left, right = tree(one), tree(other)
    assert len(left) > 50
    return sorted(name for name in left.keys() | right.keys() if left.get(name) != right.get(name))


@dataclass(frozen=True)
class Published:
    """A project that a test may change, and a published site of which nothing may be lost."""

    run: Run
    project: Path
    site: Path
    before: dict[str, str]

    def build(self) -> subprocess.CompletedProcess[str]:
        arguments = ("bangun", "--tanggal", DAY, "--keluaran", str(self.site))
        return self.run(*arguments, at=self.project)

    @property
    def untouched(self) -> bool:
        return tree(self.site) == self.before

    @property
    def beside(self) -> list[str]:
        """What lies in the folder of the site."""
        return sorted(path.name for path in self.site.parent.iterdir())

    @property
    def renewed(self) -> bool:
        return (self.site / "opd/setda/index.html").is_file() and self.beside == ["situs"]


def publish_old(site: Path) -> Path:
    shutil.rmtree(site, ignore_errors=True)
    (site / "opd").mkdir(parents=True)
    (site / "cari" / "indeks").mkdir(parents=True)
    (site / "index.html").write_text("situs lama\n", "utf-8")
    (site / "opd" / "index.html").write_text("halaman lama\n", "utf-8")
    return site


@pytest.fixture
def published(run: Run, proyek: Path, tmp_path: Path) -> Published:
    site = publish_old(tmp_path / "terbit" / "situs")
    return Published(run, proyek, site, tree(site))


def mkdocs_build(
    project: Path, site: Path, environment: dict[str, str]
) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(site)]
    return subprocess.run(
        command,
        cwd=project,
        env={**environment, "SOURCE_DATE_EPOCH": MIDNIGHT},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def errors_in(project: Path) -> list[Diagnostic]:
    checked = load_and_check(project, date.fromisoformat(DAY))
    return [d for d in checked.findings if d.severity is Severity.GALAT]


def break_data(project: Path) -> None:
    path = project / "data/opd/setda/dik/2021.csv"
    path.write_text(path.read_text("utf-8").replace("huruf h angka 4", "huruf h angka 9"), "utf-8")


# ---- another city ----------------------------------------------------------------------------


def test_site_of_another_city_never_names_bekasi(situs: Path) -> None:
    naming = []
    for path in situs.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            if content[:2] == b"\x1f\x8b":
                content = gzip.decompress(content)
            if b"bekasi" in content.lower() or "bekasi" in path.name.lower():
                naming.append(path.relative_to(situs).as_posix())
    assert naming == []


def test_another_city_needs_few_lines_of_its_own(kota_kecil: Path) -> None:
    lines = (kota_kecil / "mkdocs.yml").read_text("utf-8").splitlines()
    assert len([line for line in lines if line and not line.startswith("#")]) <= 6


def test_town_holds_every_kind_of_record_and_no_error(kota_kecil: Path) -> None:
    assert errors_in(kota_kecil) == []
    checked = load_and_check(kota_kecil, date.fromisoformat(DAY))
    assert 5 < sum(d.severity is Severity.PERINGATAN for d in checked.findings) < 20
    assert [kind.name for kind in KINDS if not checked.corpus.of(kind.model)] == []
    assert len(checked.corpus.of(ProfilOpd)) == 3


def test_site_has_a_page_for_every_kind(situs: Path) -> None:
    for address in (
        "",
        "cari",
        "informasi/berkala",
        "opd/dinkes",
        "opd/setda/dik/2020",
        "opd/setda/dik/2021/set-memo-1",
        "opd/dinkes/dip/2021/kes-siaga-dbd",
        "regulasi/perwal-4-2019",
        "kegiatan/2021-12-14-pelatihan-arsip",
        "layanan/laporan/2020/dinkes",
        "mutu-data/kecamatan-tepi-danau",
        "kelengkapan/2021/kecamatan-tepi-danau",
        "kelengkapan/2021/kewajiban/setiap-saat.h",
        "tentang/dasar-hukum",
        "aturan/DIK-004",
    ):
        assert (situs / address / "index.html").is_file(), address
    assert (situs / "404.html").is_file()
    assert (situs / "cari/indeks/catatan.json").is_file()
    assert not (situs / "bingkai").exists()
    assert b"@@ppid:" not in (situs / "index.html").read_bytes()


def test_map_of_the_site_holds_every_page_once(situs: Path) -> None:
    listed = (situs / "sitemap.xml").read_text("utf-8").split("<loc>")[1:]
    addresses = sorted(entry.split("</loc>")[0] for entry in listed)
    pages = (path.relative_to(situs).parent.as_posix() for path in situs.rglob("index.html"))
    base = "https://ppid.kotakecil.example/"
    assert addresses == sorted(base + ("" if page == "." else f"{page}/") for page in pages)


# ---- exit codes ------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def built(spawn: Run, tmp_path_factory: pytest.TempPathFactory) -> Published:
    """A good project, with a page that bears the name of a guide, built over an old site."""
    folder = tmp_path_factory.mktemp("baik")
    project = assemble(folder / "proyek")
    (project / "content/panduan").mkdir()
    (project / "content/panduan/nihil.md").write_text("# Nihil di kota kami\n", "utf-8")
    site = publish_old(folder / "terbit" / "situs")
    published = Published(spawn, project, site, tree(site))
    ended = published.build()
    assert (ended.returncode, ended.stderr) == (0, "")
    return published


def test_good_data_build_and_leave_nothing_beside_the_site(built: Published) -> None:
    assert built.renewed
    assert "situs lama" not in (built.site / "index.html").read_text("utf-8")


def test_a_page_of_the_body_takes_the_place_of_the_guide_with_its_name(
    built: Published, situs: Path
) -> None:
    own = (built.site / "panduan/nihil/index.html").read_text("utf-8")
    assert "Nihil di kota kami" in own
    assert "Nihil di kota kami" not in (situs / "panduan/nihil/index.html").read_text("utf-8")
    guides = {path.stem for path in (GUIDE / "panduan").glob("*.md")} - {"index"}
    folders = {path.parent.name for path in (GUIDE / "panduan").glob("*/index.md")}
    pages = {path.parent.name for path in built.site.glob("panduan/*/index.html")}
    assert pages == guides | folders


def test_errors_in_the_data_end_with_1_and_leave_the_old_site(published: Published) -> None:
    break_data(published.project)
    ended = published.build()
    assert ended.returncode == 1
    assert "galat[DIK-003]" in ended.stderr
    assert published.untouched
    assert published.beside == ["situs"]


def test_errors_stop_mkdocs_too(published: Published, environment: dict[str, str]) -> None:
    break_data(published.project)
    ended = mkdocs_build(published.project, published.site, environment)
    assert ended.returncode != 0
    assert "galat[DIK-003]" in ended.stderr
    assert published.untouched
    assert published.beside == ["situs"]


def test_misuse_ends_with_2_and_one_sentence(spawn: Run, kota_kecil: Path) -> None:
    ended = spawn("bangun", "--keluarn", "x", at=kota_kecil)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr.startswith("ppid: Pilihan “--keluarn” tidak dikenal.")
    assert ended.stderr.count("\n") == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("bangn",),
        ("bangun", "--tanggal", "31-12-2021"),
        ("bangun", "--keluaran", "mkdocs.yml"),
        ("periksa", "tidak-ada"),
        ("--proyek", "/", "bangun"),
    ],
    ids=" ".join,
)
def test_every_misuse_is_one_sentence(
    arguments: tuple[str, ...],
    kota_kecil: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(kota_kecil)
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    said = capsys.readouterr()
    assert (ended.value.code, said.out) == (2, "")
    assert said.err.startswith("ppid: ")
    assert "cacat program" not in said.err
    assert said.err.count("\n") == 1


def test_folder_that_holds_something_else_is_refused(published: Published, tmp_path: Path) -> None:
    foreign = tmp_path / "milik-orang"
    for name in ("foto/liburan.jpg", ".git/config"):
        (foreign / name).parent.mkdir(parents=True)
        (foreign / name).write_text("jangan disentuh", "utf-8")
    before = tree(foreign)
    ended = replace(published, site=foreign).build()
    assert ended.returncode == 2
    assert "berisi hal lain" in ended.stderr
    assert tree(foreign) == before


@pytest.mark.parametrize("name", ["catatan.txt", ".tersembunyi", "bawah/index.html"])
def test_any_file_of_others_protects_a_folder(name: str, tmp_path: Path) -> None:
    foreign = tmp_path / "milik-orang"
    (foreign / name).parent.mkdir(parents=True)
    (foreign / name).write_text("jangan disentuh", "utf-8")
    with pytest.raises(staging.StagingError):
        staging.Staging.take(foreign)
    assert list(tree(foreign)) == [name]
    assert [path.name for path in tmp_path.iterdir()] == ["milik-orang"]


@pytest.mark.parametrize(
    ("place", "why"),
    [
        (".", "memuat proyek ini"),
        ("..", "memuat proyek ini"),
        ("data/opd/dinkes/dokumen/situs", "termasuk folder “data” proyek ini"),
        ("content", "termasuk folder “content” proyek ini"),
    ],
)
def test_a_site_never_takes_the_place_of_the_project_or_its_data(
    place: str, why: str, published: Published
) -> None:
    before = tree(published.project)
    ended = replace(published, site=published.project / place).build()
    assert ended.returncode == 2
    assert f"” {why}; pilih folder lain" in ended.stderr
    assert tree(published.project) == before


@pytest.mark.parametrize("mark", ["manifes.json", "manifes.sha256", "cari/indeks/kata.json"])
def test_a_damaged_site_of_ours_is_replaced(mark: str, tmp_path: Path) -> None:
    damaged = tmp_path / "situs"
    for name in (mark, "opd/index.html"):
        (damaged / name).parent.mkdir(parents=True, exist_ok=True)
        (damaged / name).write_text("sisa", "utf-8")
    taken = staging.Staging.take(damaged)
    (taken.folder / "index.html").write_text("baru", "utf-8")
    taken.publish()
    assert tree(damaged) == {"index.html": tree(damaged)["index.html"]}
    assert [path.name for path in tmp_path.iterdir()] == ["situs"]


def test_a_second_build_is_told_of_the_first_and_disturbs_nothing(published: Published) -> None:
    taken = staging.Staging.take(published.site)
    (taken.folder / "index.html").write_text("setengah jadi", "utf-8")
    ended = published.build()
    assert ended.returncode == 2
    named = f"situs “{published.site.name}” sedang dibangun oleh {getuser()} (proses {os.getpid()})"
    assert named in " ".join(ended.stderr.split())
    assert published.untouched
    assert (taken.folder / "index.html").read_text("utf-8") == "setengah jadi"
    taken.discard()
    staging.Staging.take(published.site).discard()
    assert published.untouched


def test_where_folders_cannot_change_places_they_are_renamed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(staging.ctypes, "CDLL", lambda *_, **__: None)
    site = publish_old(tmp_path / "situs")
    taken = staging.Staging.take(site)
    (taken.folder / "index.html").write_text("baru", "utf-8")
    taken.publish()
    assert list(tree(site)) == ["index.html"]
    assert [path.name for path in tmp_path.iterdir()] == ["situs"]


# ---- interrupted builds ----------------------------------------------------------------------


def killed(published: Published, seen: dict[str, str]) -> bool:
    """Kill a build that writes pages; False when it was done before that was noticed."""
    new = published.site.with_name(".situs-baru")
    arguments = ("bangun", "--tanggal", DAY, "--keluaran", str(published.site))
    with subprocess.Popen(
        [sys.executable, "-c", BUILD, *arguments],
        cwd=published.project,
        env=seen,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as child:
        while child.poll() is None and not (new / "opd/setda").is_dir():
            time.sleep(0.002)
        # The whole group, as when a machine loses power.
        with suppress(ProcessLookupError):
            os.killpg(child.pid, signal.SIGKILL)
    return child.returncode == -signal.SIGKILL


@pytest.mark.long
def test_a_killed_build_leaves_the_old_site_and_the_next_one_recovers(
    published: Published, environment: dict[str, str]
) -> None:
    """One moment for all: `make tahan` kills at several hundred."""
    while not killed(published, environment):
        publish_old(published.site)
    assert published.untouched
    assert published.beside == [".situs-baru", ".situs-kunci", "situs"]
    assert published.build().returncode == 0
    assert published.renewed


KILLED_IN_SWAP = """
import os, signal, sys
from pathlib import Path
from ppid.publishing import staging

def die():
    os.kill(os.getpid(), signal.SIGKILL)

def swap(site, moment):
    rename, rmtree, renames = Path.rename, staging.shutil.rmtree, 0

    def counted_rename(self, target):
        nonlocal renames
        renames += 1
        if moment == f"sebelum {renames}":
            die()
        return rename(self, target)

    def killing_rmtree(path, *rest, **options):
        if moment == "saat menghapus" and os.path.exists(os.path.join(path, "index.html")):
            os.unlink(os.path.join(path, "index.html"))
            die()
        return rmtree(path, *rest, **options)

    Path.rename, staging.shutil.rmtree = counted_rename, killing_rmtree
    if moment != "saat menghapus":  # as where folders cannot change places at once
        staging.ctypes.CDLL = lambda *_, **__: None
    taken = staging.Staging.take(site)
    (taken.folder / "index.html").write_text("situs baru\\n", "utf-8")
    (taken.folder / "manifes.json").write_text("{}", "utf-8")
    if moment == "sebelum tukar":
        die()
    taken.publish()
    os._exit(0)

for argument in sys.argv[1:]:
    child = os.fork() or swap(Path(argument), Path(argument).parent.name)
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
"""
SWAPS = {
    "sebelum tukar": "situs lama\n",
    "sebelum 1": "situs lama\n",
    "sebelum 2": "situs lama\n",
    "saat menghapus": "situs baru\n",
    "tidak pernah": "situs baru\n",
}


def test_swap_that_is_killed_is_undone_or_finished_by_the_next_build(
    tmp_path: Path, environment: dict[str, str]
) -> None:
    sites = [publish_old(tmp_path / moment / "situs") for moment in SWAPS]
    before = tree(sites[0])
    command = [sys.executable, "-c", KILLED_IN_SWAP, *map(str, sites)]
    ended = subprocess.run(
        command, env=environment, cwd=ROOT, check=True, capture_output=True, encoding="utf-8"
    )
    assert ended.stdout.split() == ["-9", "-9", "-9", "-9", "0"]
    for place, (moment, kept) in zip(sites, SWAPS.items(), strict=True):
        staging.Staging.take(place).discard()
        assert (place / "index.html").read_text("utf-8") == kept, moment
        assert tree(place) == before or kept == "situs baru\n", moment
        assert [path.name for path in place.parent.iterdir()] == ["situs"], moment


# ---- full disks ------------------------------------------------------------------------------


@pytest.mark.long
def test_file_that_cannot_be_written_whole_leaves_the_old_site(
    published: Published, environment: dict[str, str]
) -> None:
    command = [
        sys.executable,
        "-c",
        BUILD,
        "bangun",
        "--tanggal",
        DAY,
        "--keluaran",
        published.site,
    ]
    ended = subprocess.run(
        command,
        cwd=published.project,
        env={**environment, "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (30_000, 30_000)),
    )
    assert ended.returncode == 2
    assert "berkasnya terlalu besar" in ended.stderr
    assert published.untouched
    assert published.beside == ["situs"]


ON_A_SMALL_DISK = """
set -e
mount -t tmpfs -o size="$3" tmpfs "$1"
cp -r "$2" "$1/situs"
(cd "$1/situs" && find . -type f -exec sha256sum {} + | sort) > "$1.sebelum"
code=0
"$4" -c "$5" bangun --tanggal "$6" --keluaran "$1/situs" > "$1.keluaran" 2>&1 || code=$?
(cd "$1/situs" && find . -type f -exec sha256sum {} + | sort) > "$1.sesudah"
ls -A "$1" > "$1.isi"
exit $code
"""


@pytest.mark.long
def test_full_disk_leaves_the_old_site(
    proyek: Path, situs: Path, tmp_path: Path, environment: dict[str, str]
) -> None:
    alone = ["unshare", "--mount", "--map-root-user"]
    disk = tmp_path / "cakram"
    disk.mkdir()
    probe = [*alone, "mount", "-t", "tmpfs", "tmpfs", str(disk)]
    able = shutil.which("unshare") and not subprocess.run(probe, check=False).returncode
    if not able:
        pytest.skip("tidak boleh memasang tmpfs di sini")
    size = sum(-(-path.stat().st_size // 4096) * 4 for path in situs.rglob("*") if path.is_file())
    script = [ON_A_SMALL_DISK, "sh", disk, situs, f"{size + 900}k", sys.executable, BUILD, DAY]
    ended = subprocess.run(
        [*alone, "sh", "-c", *map(str, script)],
        cwd=proyek,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    said = Path(f"{disk}.keluaran").read_text("utf-8")
    assert (ended.returncode, ended.stderr) == (2, ""), said
    assert "ruang penyimpanan penuh" in said
    assert Path(f"{disk}.sebelum").read_bytes() == Path(f"{disk}.sesudah").read_bytes()
    assert Path(f"{disk}.isi").read_text("utf-8") == "situs\n"


# ---- one address, one page -------------------------------------------------------------------


@pytest.mark.long
def test_page_written_by_hand_does_not_give_way_to_a_data_page(published: Published) -> None:
    (published.project / "content/opd").mkdir()
    (published.project / "content/opd/index.md").write_text("# Tulisan tangan\n", "utf-8")
    ended = published.build()
    assert ended.returncode != 0, "one of two pages with the same address was lost without a word"
    assert "opd/" in ended.stderr
    assert published.untouched
    assert published.beside == ["situs"]


@pytest.mark.parametrize(
    "path", ["regulasi/kepwal-9-2020.yml", "kegiatan/2019-06-12-rapat-koordinasi.md"]
)
def test_two_records_with_one_address_are_an_error_in_the_data(path: str, proyek: Path) -> None:
    copy = proyek / "data/opd/dinkes" / path
    copy.parent.mkdir(exist_ok=True)
    shutil.copy(proyek / "data/opd/setda" / path, copy)
    errors = errors_in(proyek)
    assert len(errors) == 1, "the build would end in an AddressTakenError"
    assert path in errors[0].span.path


@pytest.mark.long
@pytest.mark.parametrize("url", ["mutu-data/", "Mutu-Data/"])
def test_two_pages_with_one_address_are_refused_whatever_the_case(
    url: str, run: Run, kota_kecil: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publication = Publication.of(load_and_check(kota_kecil, date.fromisoformat(DAY)))
    again = replace(next(iter(tentang.pages(publication))), url=url)
    monkeypatch.setattr("ppid.publishing.pages.tentang.pages", lambda _: iter((again,)))
    arguments = ("bangun", "--tanggal", DAY, "--keluaran", str(tmp_path / "situs"))
    ended = run(*arguments, at=kota_kecil)
    assert ended.returncode == 2
    assert "dipakai dua kali" in ended.stderr
    assert url.lower() in ended.stderr.lower()
    assert not (tmp_path / "situs").exists()


# ---- links of the file system ----------------------------------------------------------------


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    """A folder outside of the project that nobody meant to publish."""
    folder = tmp_path / "rahasia"
    folder.mkdir()
    for name in ("surat.txt", "surat.md", "profil.yml"):
        (folder / name).write_text("Tidak untuk umum.\n", "utf-8")
    return folder


@pytest.mark.parametrize(
    ("place", "target"),
    [
        ("data/opd/setda/dokumen/rahasia.txt", "surat.txt"),
        ("data/opd/setda/dokumen/arsip", "."),
        ("data/opd/pihak-lain", "."),
        ("content/tentang/surat.md", "surat.md"),
        ("content/arsip", "."),
    ],
)
def test_link_out_of_the_project_is_an_error(
    place: str, target: str, proyek: Path, secret: Path
) -> None:
    (proyek / place).symlink_to(secret / target)
    assert [(d.rule_id, d.span.path) for d in errors_in(proyek)] == [("BRK-006", place)]


def test_what_is_no_file_is_an_error_and_never_opened(proyek: Path) -> None:
    os.mkfifo(proyek / "data/opd/dinkes/dip/2019.csv")
    os.mkfifo(proyek / "data/opd/dinkes/dokumen.pdf")
    (proyek / "data/opd/setda/dip/2018.csv").mkdir()
    assert [(d.rule_id, d.span.path) for d in errors_in(proyek)] == [
        ("BRK-006", "data/opd/dinkes/dip/2019.csv"),
        ("BRK-006", "data/opd/dinkes/dokumen.pdf"),
        ("BRK-006", "data/opd/setda/dip/2018.csv"),
    ]


def test_linked_folder_is_not_published(published: Published, secret: Path) -> None:
    (published.project / "content" / "arsip").symlink_to(secret)
    assert published.build().returncode == 1
    assert published.untouched


@pytest.mark.parametrize("name", [".situs-baru", ".situs-lama"])
def test_link_in_the_place_of_a_working_folder_is_removed_and_not_followed(
    name: str, secret: Path, tmp_path: Path
) -> None:
    old = publish_old(tmp_path / "terbit" / "situs")
    before = tree(secret)
    old.with_name(name).symlink_to(secret)
    staging.Staging.take(old).publish()
    assert tree(secret) == before
    assert [path.name for path in old.parent.iterdir()] == ["situs"]


# ---- MkDocs alone ----------------------------------------------------------------------------


@pytest.mark.long
def test_mkdocs_alone_builds_the_same_bytes_and_a_link_stays_one(
    published: Published, situs: Path, environment: dict[str, str]
) -> None:
    link = published.site.with_name("kini")
    link.symlink_to(published.site)
    ended = mkdocs_build(published.project, link, environment)
    assert ended.returncode == 0, ended.stderr
    assert link.is_symlink()
    assert published.beside == ["kini", "situs"]
    assert differences(situs, published.site) == []
