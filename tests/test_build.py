"""Real builds in real processes: exit codes, kills, full disks, and what must never be touched."""

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
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
DAY = "2021-12-31"
MIDNIGHT = "1640908800"  # the same day for SOURCE_DATE_EPOCH
BUILD = "from generator.cli import main; main()"

Run = Callable[..., subprocess.CompletedProcess[str]]


def tree(folder: Path) -> dict[str, str]:
    """Give every file below a folder with its digest; links are named, not followed."""
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


def siblings(site: Path) -> list[str]:
    return sorted(path.name for path in site.parent.iterdir())


@pytest.fixture
def old_site(tmp_path: Path) -> Path:
    """A published site of which nothing may be lost."""
    site = tmp_path / "terbit" / "situs"
    (site / "opd").mkdir(parents=True)
    (site / "index.html").write_text("situs lama\n", "utf-8")
    (site / "opd" / "index.html").write_text("halaman lama\n", "utf-8")
    return site


def build(run: Run, project: Path, site: Path, **changes: str) -> subprocess.CompletedProcess[str]:
    return run("bangun", "--tanggal", DAY, "--keluaran", str(site), at=project, **changes)


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


def test_site_has_a_page_for_every_kind_and_only_warnings(situs: Path) -> None:
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
        "tentang/dasar-hukum",
        "aturan/DIK-004",
    ):
        assert (situs / address / "index.html").is_file(), address
    assert (situs / "404.html").is_file()
    assert (situs / "pagefind/pagefind-entry.json").is_file()
    assert not (situs / "bingkai").exists()
    assert b"@@ppid:" not in (situs / "index.html").read_bytes()


def test_map_of_the_site_holds_every_page_once(situs: Path) -> None:
    listed = (situs / "sitemap.xml").read_text("utf-8").split("<loc>")[1:]
    addresses = sorted(entry.split("</loc>")[0] for entry in listed)
    pages = (path.relative_to(situs).parent.as_posix() for path in situs.rglob("index.html"))
    base = "https://ppid.kotakecil.example/"
    assert addresses == sorted(base + ("" if page == "." else f"{page}/") for page in pages)


# ---- exit codes ------------------------------------------------------------------------------


def test_good_data_build_and_leave_nothing_beside_the_site(
    run: Run, proyek: Path, old_site: Path
) -> None:
    ended = build(run, proyek, old_site)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert (old_site / "opd/setda/index.html").is_file()
    assert siblings(old_site) == ["situs"]
    assert "situs lama" not in (old_site / "index.html").read_text("utf-8")


def test_errors_in_the_data_end_with_1_and_leave_the_old_site(
    run: Run, proyek: Path, old_site: Path
) -> None:
    before = tree(old_site)
    break_data(proyek)
    ended = build(run, proyek, old_site)
    assert ended.returncode == 1
    assert "galat[DIK-003]" in ended.stderr
    assert (tree(old_site), siblings(old_site)) == (before, ["situs"])


def test_errors_stop_mkdocs_too(proyek: Path, old_site: Path, run: Run) -> None:
    before = tree(old_site)
    break_data(proyek)
    ended = mkdocs_build(proyek, old_site)
    assert ended.returncode != 0
    assert "galat[DIK-003]" in ended.stderr
    assert (tree(old_site), siblings(old_site)) == (before, ["situs"])
    assert run("periksa", "--tanggal", DAY, at=proyek).returncode == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("bangn",),
        ("bangun", "--keluarn", "x"),
        ("bangun", "--tanggal", "31-12-2021"),
        ("bangun", "--keluaran", "mkdocs.yml"),
        ("periksa", "tidak-ada"),
        ("--proyek", "/", "bangun"),
    ],
    ids=" ".join,
)
def test_misuse_ends_with_2_and_one_sentence(
    arguments: tuple[str, ...], run: Run, kota_kecil: Path
) -> None:
    ended = run(*arguments, at=kota_kecil)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr.startswith("ppid: ")
    assert "cacat program" not in ended.stderr
    assert ended.stderr.count("\n") == 1


@pytest.mark.parametrize("name", ["catatan.txt", "foto/liburan.jpg", ".git/config"])
def test_folder_that_holds_something_else_is_refused(
    name: str, run: Run, proyek: Path, tmp_path: Path
) -> None:
    foreign = tmp_path / "milik-orang"
    (foreign / name).parent.mkdir(parents=True)
    (foreign / name).write_text("jangan disentuh", "utf-8")
    ended = build(run, proyek, foreign)
    assert ended.returncode == 2
    assert "berisi hal lain" in ended.stderr
    assert list(tree(foreign)) == [name]


# ---- interrupted builds ----------------------------------------------------------------------


def wait_for(holds: Callable[[], bool], child: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + 30
    while not holds():
        assert child.poll() is None, "the build ended before the moment came"
        assert time.monotonic() < deadline
        time.sleep(0.002)


MOMENTS: dict[str, Callable[[Path], bool]] = {
    "folder baru ada": Path.is_dir,
    "bingkai tercetak": lambda new: (new / "bingkai").is_dir(),
    "halaman data tercetak": lambda new: (new / "opd/setda").is_dir(),
    "indeks disusun": lambda new: (new / "pagefind").is_dir(),
}


def test_killed_builds_leave_the_old_site_and_the_next_one_recovers(
    run: Run, proyek: Path, old_site: Path, environment: dict[str, str]
) -> None:
    before = tree(old_site)
    new = old_site.with_name(".situs-baru")
    command = [sys.executable, "-c", BUILD, "bangun", "--tanggal", DAY, "--keluaran", old_site]
    for name, holds in MOMENTS.items():
        # Its own group, so that Pagefind dies with it, as when a machine loses power.
        with subprocess.Popen(
            command,
            cwd=proyek,
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        ) as child:
            try:
                wait_for(lambda holds=holds: holds(new), child)
            finally:
                os.killpg(child.pid, signal.SIGKILL)
        assert child.returncode == -signal.SIGKILL, name
        assert tree(old_site) == before, name
    assert new.is_dir()
    assert build(run, proyek, old_site).returncode == 0
    assert (old_site / "opd/setda/index.html").is_file()
    assert siblings(old_site) == ["situs"]


KILLED_IN_SWAP = """
import os, signal, sys
from pathlib import Path
from generator import publish

site, moment = Path(sys.argv[1]), sys.argv[2]
rename, rmtree, renames = Path.rename, publish.shutil.rmtree, 0

def counted_rename(self, target):
    global renames
    if moment == f"sebelum {renames + 1}":
        os.kill(os.getpid(), signal.SIGKILL)
    renames += 1
    return rename(self, target)

def killing_rmtree(path, *rest, **options):
    if moment == "saat menghapus" and str(path).endswith("-lama") and renames == 2:
        os.unlink(os.path.join(path, "index.html"))
        os.kill(os.getpid(), signal.SIGKILL)
    return rmtree(path, *rest, **options)

Path.rename, publish.shutil.rmtree = counted_rename, killing_rmtree
with publish.staged(site) as staging:
    (staging / "index.html").write_text("situs baru\\n", "utf-8")
    if moment == "sebelum tukar":
        os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.parametrize(
    ("moment", "kept"),
    [
        ("sebelum tukar", "situs lama\n"),
        ("sebelum 1", "situs lama\n"),
        ("sebelum 2", "situs lama\n"),
        ("saat menghapus", "situs baru\n"),
        ("tidak pernah", "situs baru\n"),
    ],
)
def test_swap_that_is_killed_is_undone_or_finished_by_the_next_build(
    moment: str, kept: str, old_site: Path, environment: dict[str, str]
) -> None:
    before = tree(old_site)
    command = [sys.executable, "-c", KILLED_IN_SWAP, str(old_site), moment]
    ended = subprocess.run(command, env=environment, cwd=ROOT, check=False)
    assert ended.returncode == (0 if moment == "tidak pernah" else -signal.SIGKILL)
    again = "import sys; from pathlib import Path; from generator.publish import recover\n"
    again += "recover(Path(sys.argv[1]))"
    command = [sys.executable, "-c", again, str(old_site)]
    subprocess.run(command, env=environment, cwd=ROOT, check=True)
    assert (old_site / "index.html").read_text("utf-8") == kept
    assert tree(old_site) == before or kept == "situs baru\n"
    assert siblings(old_site) == ["situs"]


# ---- full disks ------------------------------------------------------------------------------


@pytest.mark.parametrize("limit", [500, 30_000])
def test_file_that_cannot_be_written_whole_leaves_the_old_site(
    limit: int, proyek: Path, old_site: Path, environment: dict[str, str]
) -> None:
    before = tree(old_site)
    command = [sys.executable, "-c", BUILD, "bangun", "--tanggal", DAY, "--keluaran", old_site]
    ended = subprocess.run(
        command,
        cwd=proyek,
        env={**environment, "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),  # noqa: PLW1509 — one thread
    )
    assert ended.returncode == 2
    assert ended.stderr
    assert (tree(old_site), siblings(old_site)) == (before, ["situs"])


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


def test_full_disk_leaves_the_old_site(
    proyek: Path, situs: Path, tmp_path: Path, environment: dict[str, str]
) -> None:
    alone = ["unshare", "--mount", "--map-root-user"]
    disk = tmp_path / "cakram"
    disk.mkdir()
    probe = [*alone, "mount", "-t", "tmpfs", "tmpfs", str(disk)]
    if shutil.which("unshare") is None or subprocess.run(probe, capture_output=True, check=False).returncode:
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
    assert Path(f"{disk}.sebelum").read_bytes() == Path(f"{disk}.sesudah").read_bytes()
    assert Path(f"{disk}.isi").read_text("utf-8") == "situs\n"


# ---- one address, one page -------------------------------------------------------------------


def test_page_written_by_hand_does_not_give_way_to_a_data_page(
    run: Run, proyek: Path, old_site: Path
) -> None:
    before = tree(old_site)
    (proyek / "content/opd").mkdir()
    (proyek / "content/opd/index.md").write_text("# Tulisan tangan\n", "utf-8")
    ended = build(run, proyek, old_site)
    assert ended.returncode != 0, "one of two pages with the same address was lost without a word"
    assert "opd/" in ended.stderr
    assert (tree(old_site), siblings(old_site)) == (before, ["situs"])


@pytest.mark.parametrize(
    "path", ["regulasi/kepwal-9-2020.yml", "kegiatan/2019-06-12-rapat-koordinasi.md"]
)
def test_two_records_with_one_address_are_an_error_in_the_data(
    path: str, run: Run, proyek: Path, old_site: Path
) -> None:
    before = tree(old_site)
    copy = proyek / "data/opd/dinkes" / path
    copy.parent.mkdir(exist_ok=True)
    shutil.copy(proyek / "data/opd/setda" / path, copy)
    ended = build(run, proyek, old_site)
    assert (tree(old_site), siblings(old_site)) == (before, ["situs"])
    assert ended.returncode == 1, ended.stderr
    assert f"data/opd/dinkes/{path}" in ended.stderr


# ---- links of the file system ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("place", "target"),
    [
        ("data/opd/setda/dokumen/rahasia.txt", "rahasia/surat.txt"),
        ("data/opd/setda/dokumen/arsip", "rahasia"),
        ("data/opd/pihak-lain", "rahasia"),
        ("content/tentang/surat.md", "rahasia/surat.md"),
        ("content/arsip", "rahasia"),
    ],
)
def test_link_out_of_the_project_is_refused(
    place: str, target: str, run: Run, proyek: Path, old_site: Path, tmp_path: Path
) -> None:
    before = tree(old_site)
    (tmp_path / "rahasia").mkdir()
    for name in ("surat.txt", "surat.md", "profil.yml"):
        (tmp_path / "rahasia" / name).write_text("Tidak untuk umum.\n", "utf-8")
    (proyek / place).symlink_to(tmp_path / target)
    ended = build(run, proyek, old_site)
    assert ended.returncode == 1, "a link was followed or passed over in silence"
    assert "BRK-006" in ended.stderr
    assert (tree(old_site), siblings(old_site)) == (before, ["situs"])


@pytest.mark.parametrize("name", [".situs-baru", ".situs-lama"])
def test_link_in_the_place_of_a_working_folder_is_not_followed(
    name: str, run: Run, proyek: Path, old_site: Path, tmp_path: Path
) -> None:
    victim = tmp_path / "milik-orang"
    victim.mkdir()
    (victim / "index.html").write_text("jangan disentuh", "utf-8")
    old_site.with_name(name).symlink_to(victim)
    ended = build(run, proyek, old_site)
    assert tree(victim) == tree(victim.parent / "milik-orang")
    assert (victim / "index.html").read_text("utf-8") == "jangan disentuh"
    assert "cacat program" not in ended.stderr
    assert (old_site / "index.html").is_file()


def test_site_folder_that_is_a_link_stays_one_and_can_be_built_again(
    run: Run, proyek: Path, old_site: Path
) -> None:
    link = old_site.with_name("kini")
    link.symlink_to(old_site)
    for _ in range(2):
        ended = mkdocs_build(proyek, link)
        assert ended.returncode == 0, ended.stderr
        assert (link / "opd/setda/index.html").is_file()
    assert siblings(old_site) == ["kini", "situs"]
    assert run("periksa", at=proyek).returncode == 0


# ---- MkDocs alone ----------------------------------------------------------------------------


def mkdocs_build(project: Path, site: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(site)]
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return subprocess.run(
        command,
        cwd=project,
        env={
            **kept,
            "PYTHONPATH": str(ROOT),
            "SOURCE_DATE_EPOCH": MIDNIGHT,
            "SITE_URL": "https://ppid.kotakecil.example/",
        },
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_mkdocs_alone_builds_the_same_bytes(kota_kecil: Path, situs: Path, tmp_path: Path) -> None:
    ended = mkdocs_build(kota_kecil, tmp_path / "situs")
    assert ended.returncode == 0, ended.stderr
    assert differences(situs, tmp_path / "situs") == []
