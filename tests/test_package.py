"""The wheel holds all that the program owns: a body needs nothing but files of its own."""

import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from tests.adopting import angan, subang
from tests.adopting.servers import serving
from tests.adopting.wheels import empty_environment, lay_out, wheel_of
from tests.conftest import DAY, ROOT, SITE_URL, TOWN
from tests.publishing.test_build import differences

Installed = Callable[..., subprocess.CompletedProcess[str]]
GUIDE = ROOT / "generator/ppid/guide/panduan/menggabungkan-data.md"
ADDRESS = "https://contoh.example/ppid/"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout, built without asking anybody."""
    folder = tmp_path_factory.mktemp("roda")
    wheel_of(lay_out(tmp_path_factory.mktemp("sumber")), folder)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """Run `ppid` of a fresh environment that sees the libraries of this one, not the checkout."""
    environment = empty_environment(tmp_path_factory.mktemp("lingkungan"))
    environment.install(wheel.parent, "ppid-statis")

    def run_ppid(
        *arguments: str, at: Path, site_url: str = SITE_URL
    ) -> subprocess.CompletedProcess[str]:
        return environment.ppid(*arguments, at=at, site_url=site_url)

    return run_ppid


@pytest.fixture
def body(tmp_path: Path) -> Path:
    """A folder with only what a body owns, and no history."""
    folder = tmp_path / "milik-badan"
    for name in ("data", "content"):
        shutil.copytree(TOWN / name, folder / name)
    shutil.copy(TOWN / "mkdocs.yml", folder)
    return folder


def test_the_wheel_stays_small(wheel: Path) -> None:
    """Python for browsers is fetched where a site is built; it alone is twice as large."""
    assert wheel.stat().st_size < 5_000_000


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


@pytest.mark.long
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


Begun = Callable[[ModuleType], Path]


@pytest.fixture(scope="module")
def begun(installed: Installed, tmp_path_factory: pytest.TempPathFactory) -> Begun:
    """Let a body begin from the wheel with its answers and lists, once; gives its repository."""
    known: dict[str, Path] = {}

    def begin(body: ModuleType) -> Path:
        if body.__name__ not in known:
            folder = tmp_path_factory.mktemp("mulai")
            folder.chmod(0o755)  # a server may run as nobody
            answers, lists = body.write(folder)
            root = folder / "situs-ppid"
            asked = ("mulai", str(root), "--jawaban", str(answers), "--daftar", str(lists))
            ended = installed(*asked, "--tanggal", "2026-03-02", at=folder, site_url=ADDRESS)
            assert ended.returncode == 0, ended.stdout + ended.stderr
            known[body.__name__] = root
        return known[body.__name__]

    return begin


BODIES = {
    "kabupaten": (
        subang,
        "Kabupaten Subang",
        ("opd/disperta/dip/2026/", "regulasi/perbup-12-2024/"),
        "Laporan tanam per musim",
    ),
    "provinsi": (
        angan,
        "Provinsi Teluk Angan",
        ("opd/dislaut/dip/2026/", "regulasi/pergub-7-2025/"),
        "Luas hutan bakau per teluk",
    ),
}


@pytest.mark.long
@pytest.mark.parametrize("kind", BODIES)
def test_a_body_begins_from_the_wheel_and_is_served_below_a_path(
    kind: str, installed: Installed, begun: Begun, tmp_path: Path
) -> None:
    body, name, pages, title = BODIES[kind]
    root = begun(body)

    def done(*arguments: str) -> str:
        ended = installed(*arguments, at=root, site_url=ADDRESS)
        assert ended.returncode == 0, ended.stdout + ended.stderr
        return ended.stdout

    assert "0 galat" in done("periksa-situs")
    done("gerbang", "site")
    assert "tidak ada yang diubah" in done("naikkan", "--tanggal", "2026-03-02")
    settings = done("peladen", "nginx", "--alamat", ADDRESS)
    with serving("nginx", settings, "contoh.example", tmp_path) as served:
        for path in ("", *pages, "panduan/pengelola/"):
            answer = served.get(f"/ppid/{path}")
            assert answer.status == 200, path
            assert name.encode() in answer.body
        missing = served.get("/ppid/tidak/ada/")
        assert missing.status == 404
        styles = re.findall(r'href="(/ppid/assets/[^"]+\.css)"', missing.body.decode())
        assert styles
        assert {served.get(style).status for style in styles} == {200}
        table = served.get("/ppid/unduhan/dip.csv")
        assert table.headers["Content-Type"].startswith("text/csv")
        assert title in table.body.decode("utf-8-sig")


@pytest.mark.long
def test_the_sites_of_a_city_a_regency_and_a_province_become_one_table(
    begun: Begun, situs: Path, tmp_path: Path
) -> None:
    written = re.search(
        r"```python title=\"gabung.py\"\n(.*?)```", GUIDE.read_text("utf-8"), re.DOTALL
    )
    assert written
    script = tmp_path / "gabung.py"
    script.write_text(written[1], "utf-8")
    sites = [situs, *(begun(body) / "site" for body in (subang, angan))]
    command = [sys.executable, str(script), *(site.as_uri() for site in sites)]
    ended = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert ended.returncode == 0, ended.stderr
    lines = [re.split(r"\s*│\s*", line.strip("│ ")) for line in ended.stdout.splitlines()]
    rows = {tuple(cells) for cells in lines if re.fullmatch(r"\d\d(\.\d\d)?", cells[0])}
    assert rows >= {
        ("32.13", "Pemerintah Kabupaten Subang", "2026", "2", "4"),
        ("98", "Pemerintah Provinsi Teluk Angan", "2026", "1", "2"),
        ("98.71", "Pemerintah Kota Kecil", "2021", "2", "8"),
    }
