"""The wheel holds all that the program owns: a body needs nothing but files of its own."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
import venv
import zipfile
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import pytest

from tests.adopting import subang
from tests.adopting.servers import serving
from tests.conftest import DAY, ROOT, SITE_URL, TOWN
from tests.publishing.test_build import differences

PARTS = ("generator", "theme_overrides", "constraints.txt", "pyproject.toml", "setup.py")
PAPERS = ("README.md", "LICENSE")
_UNWANTED = shutil.ignore_patterns("__pycache__", "*.egg-info")

Installed = Callable[..., subprocess.CompletedProcess[str]]


def finished(command: list[str], **how: object) -> subprocess.CompletedProcess[str]:
    ended = subprocess.run(command, capture_output=True, encoding="utf-8", check=False, **how)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return ended


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout, built without asking anybody."""
    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["build-system"]["requires"]
    assert wanted == [f"setuptools=={version('setuptools')}"], "jalankan `make test`"
    source = tmp_path_factory.mktemp("sumber")
    for name in (*PARTS, *PAPERS):
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, source / name, ignore=_UNWANTED)
        else:
            shutil.copy(ROOT / name, source)
    folder = tmp_path_factory.mktemp("roda")
    options = ("--no-deps", "--no-build-isolation", "--no-index", "--quiet")
    finished([sys.executable, "-m", "pip", "wheel", *options, "-w", str(folder), str(source)])
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """Run `ppid` of a fresh environment that sees the libraries of this one, not the checkout."""
    folder = tmp_path_factory.mktemp("lingkungan")
    venv.create(folder, symlinks=True)
    python = folder / "bin" / "python"
    pip = [sys.executable, "-m", "pip", "--python", str(python)]
    finished([*pip, "install", "--no-deps", "--no-index", "--quiet", str(wheel)])
    libraries = [path for path in sys.path if path.endswith("site-packages")]
    own = next((folder / "lib").glob("*/site-packages"))
    # Files of names inside the folders listed here are not read: the checkout stays unseen.
    (own / "pustaka.pth").write_text("\n".join(libraries), "utf-8")
    where = finished([str(python), "-c", "import ppid; print(ppid.__file__)"], env={}).stdout
    assert Path(where.strip()).is_relative_to(folder)

    def run_ppid(
        *arguments: str, at: Path, site_url: str = SITE_URL
    ) -> subprocess.CompletedProcess[str]:
        fixed = {"LC_ALL": "C.UTF-8", "TZ": "UTC", "SITE_URL": site_url, "PYTHONHASHSEED": "2"}
        kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
        return subprocess.run(
            [str(folder / "bin" / "ppid"), *arguments],
            cwd=at,
            env=kept | fixed,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    return run_ppid


@pytest.fixture
def body(tmp_path: Path) -> Path:
    """A folder with only what a body owns, and no history."""
    folder = tmp_path / "milik-badan"
    for name in ("data", "content"):
        shutil.copytree(TOWN / name, folder / name)
    shutil.copy(TOWN / "mkdocs.yml", folder)
    return folder


def test_the_wheel_holds_everything_that_the_program_owns(wheel: Path) -> None:
    held = set(zipfile.ZipFile(wheel).namelist())
    for top, inside in (("generator/ppid", "ppid"), ("theme_overrides", "ppid/theme")):
        owned = {
            f"{inside}/{path.relative_to(ROOT / top).as_posix()}"
            for path in (ROOT / top).rglob("*")
            if path.is_file() and "__pycache__" not in path.parts and path.suffix != ".po"
        }
        assert owned - held == set()
    assert "ppid/constraints.txt" in held
    assert any(name.endswith("licenses/LICENSE") for name in held)
    assert not any("__pycache__" in name or name.startswith(("tests", "data")) for name in held)


def test_it_says_its_name_and_version(installed: Installed, tmp_path: Path) -> None:
    written = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    assert installed("--version", at=tmp_path).stdout == f"ppid-statis {written}\n"


def test_a_body_needs_no_more_than_its_own_files(
    installed: Installed, body: Path, tmp_path: Path, situs: Path
) -> None:
    lines = (body / "mkdocs.yml").read_text("utf-8").splitlines()
    assert len(lines) <= 10
    assert {path.name for path in body.iterdir()} == {"data", "content", "mkdocs.yml"}
    checked = installed("periksa", "--tanggal", DAY, at=body)
    assert checked.returncode == 0, checked.stdout + checked.stderr
    site = tmp_path / "situs"
    built = installed("bangun", "--tanggal", DAY, "--keluaran", str(site), at=body)
    assert built.returncode == 0, built.stdout + built.stderr
    assert differences(site, situs) == []


@pytest.mark.parametrize("body_of", ["kota-kecil", "kabupaten-kecil", "provinsi-kecil", ".."])
def test_every_mkdocs_yml_here_is_as_short_as_promised(body_of: str) -> None:
    assert len((ROOT / "tests" / body_of / "mkdocs.yml").read_text("utf-8").splitlines()) <= 10


def test_a_regency_begins_from_the_wheel_and_is_served_below_a_path(
    installed: Installed, tmp_path: Path
) -> None:
    address = "https://contoh.example/ppid/"
    answers, lists = subang.write(tmp_path)
    root = tmp_path / "situs-ppid"
    asked = ("mulai", str(root), "--jawaban", str(answers), "--daftar", str(lists))
    began = installed(*asked, "--tanggal", "2026-03-02", at=tmp_path, site_url=address)
    assert began.returncode == 0, began.stdout + began.stderr
    assert "3 daftar masuk" in began.stdout

    def done(*arguments: str) -> str:
        ended = installed(*arguments, at=root, site_url=address)
        assert ended.returncode == 0, ended.stdout + ended.stderr
        return ended.stdout

    assert "0 galat" in done("periksa-situs")
    done("gerbang", "site")
    assert "tidak ada yang diubah" in done("naikkan", "--tanggal", "2026-03-02")
    settings = done("peladen", "nginx", "--alamat", address)
    with serving("nginx", settings, "contoh.example", tmp_path) as served:
        for path in (
            "",
            "opd/disperta/dip/2026/",
            "regulasi/perbup-12-2024/",
            "panduan/pengelola/",
        ):
            answer = served.get(f"/ppid/{path}")
            assert answer.status == 200, path
            assert b"Kabupaten Subang" in answer.body
        missing = served.get("/ppid/tidak/ada/")
        assert missing.status == 404
        styles = re.findall(r'href="(/ppid/assets/[^"]+\.css)"', missing.body.decode())
        assert styles
        assert {served.get(style).status for style in styles} == {200}
        table = served.get("/ppid/unduhan/dip.csv")
        assert table.headers["Content-Type"].startswith("text/csv")
        assert "Laporan tanam per musim" in table.body.decode("utf-8-sig")
