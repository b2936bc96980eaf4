"""What tests of the whole program share: the invented bodies and their sites, each built once."""

import fcntl
import gc
import os
import shutil
import subprocess
import sys
import warnings
from collections.abc import Callable, Iterator
from contextlib import chdir, contextmanager
from datetime import date
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from hypothesis import settings
from playwright.sync_api import Browser, Playwright, sync_playwright

from ppid.checking.load import load
from ppid.cli.main import main
from ppid.core.corpus import Corpus
from ppid.core.project_files import DiskFolder
from ppid.publishing.checker.parts import FOLDER, parts_in
from ppid.publishing.publication import Publication
from tests.office import Office, find_office

# A property is never judged by the clock: other work on the machine would fail it. Every run tries
# other examples; `pytest --hypothesis-profile=banyak` tries very many.
settings.register_profile("biasa", deadline=None, max_examples=40)
settings.register_profile("banyak", deadline=None, max_examples=2_000)
settings.load_profile("biasa")

ROOT = Path(__file__).parent.parent
TOWN = Path(__file__).parent / "kota-kecil"
SMALL_LAW = Path(__file__).parent / "hukum" / "sebagian"
"""A small part of the national law with odd weights, for figures that are worked out by hand."""
LAW_TEXTS = {
    "UU 14/2008": Path(__file__).parent / "hukum" / "naskah" / "uu-14-2008.txt",
    "PerKI 1/2021": Path(__file__).parent / "hukum" / "naskah" / "perki-1-2021.txt",
}
"""The laws from which is quoted, as published."""
DAY = "2021-12-31"
SITE_URL = "https://ppid.kotakecil.example/"
REGENCY = Path(__file__).parent / "kabupaten-kecil"
REGENCY_DAY = "2025-12-31"
REGENCY_URL = "https://ppid.bukitrekaan.example/"
PROVINCE = Path(__file__).parent / "provinsi-kecil"
PROVINCE_DAY = "2025-12-31"
PROVINCE_URL = "https://ppid.telukangan.example/"

QUIET = (
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

Run = Callable[..., subprocess.CompletedProcess[str]]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--perbarui",
        action="store_true",
        help="tulis ulang berkas acuan di tests/golden/, lalu baca perubahannya dengan git diff",
    )


CITY = "Pemerintah Kota Bekasi"
of_the_city = pytest.mark.skipif(
    yaml.safe_load((ROOT / "data/badan.yml").read_text("utf-8")).get("nama") != CITY,
    reason=f"data/ di sini bukan milik {CITY}; uji ini tentang datanya",
)
"""For tests about what stands in `data/` and `content/` of this repository; other data skips them.

All of `tests/bekasi` has this mark.
"""


@cache
def this_body(day: date) -> Corpus:
    """Return what the data of this repository say, read once; not to be changed."""
    return load(ROOT, day).corpus


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what needs LibreOffice, before `-m` chooses."""
    for item in items:
        if "office" in getattr(item, "fixturenames", ()):
            item.add_marker("office")


def pytest_collection_finish() -> None:
    """Leave out of every collection what lives as long as the tests, and collect less often.

    Half a million objects are looked through at each full collection: 7 % of the processor time.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


def assemble(folder: Path, *, guides: bool = True) -> Path:  # noqa: ARG001 — asked for until all tests drop it
    """Lay the town out as its own repository would be: data, content and mkdocs.yml, no program."""
    kept = shutil.ignore_patterns(".ppid-simpanan")  # of a build by hand
    return shutil.copytree(TOWN, folder / "tests" / "kota-kecil", ignore=kept)


def made_by(module: ModuleType, name: str, publication: Publication) -> Iterator[Any]:
    """Yield what a module of `pages` or `exports` makes: of the whole, then of every OPD."""
    if hasattr(module, name):
        yield from getattr(module, name)(publication)
    for opd in publication.opds if hasattr(module, f"{name}_of_opd") else ():
        yield from getattr(module, f"{name}_of_opd")(opd, publication)


def clean_environment(**changes: str) -> dict[str, str]:
    """Return what a child process sees: nothing of the caller's that could change a site."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "TMPDIR") if name in os.environ}
    fixed = {
        "PYTHONPATH": str(ROOT / "generator"),
        "LC_ALL": "C.UTF-8",
        "TZ": "UTC",
        "SITE_URL": SITE_URL,
    }
    return {**kept, **fixed, **changes}


@pytest.fixture
def environment() -> dict[str, str]:
    """What a child process of a test sees."""
    return clean_environment()


@pytest.fixture(scope="session")
def spawn() -> Run:
    """Run `ppid` in a child process: `spawn("bangun", at=project, TZ="UTC")`."""

    def run_ppid(*arguments: str, at: Path, **changes: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-c", "from ppid.cli.main import main; main()", *arguments]
        return subprocess.run(
            command,
            cwd=at,
            env=clean_environment(**changes),
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    return run_ppid


@pytest.fixture(scope="session")
def run() -> Run:
    """Run `ppid` as `spawn` does, but in this process: a second less for each command.

    What is about the process itself, or about what it sees when it starts, asks for `spawn`.
    """

    def run_ppid(*arguments: str, at: Path, **changes: str) -> subprocess.CompletedProcess[str]:
        unseen = dict.fromkeys(os.environ.keys() - clean_environment().keys())
        seen = clean_environment(**changes)
        with (
            chdir(at),
            warnings.catch_warnings(),
            CliRunner().isolation(env=unseen | seen) as (out, err, _),
        ):
            warnings.simplefilter("ignore", DeprecationWarning)  # as where nobody asks for them
            with pytest.raises(SystemExit) as ended:
                main(arguments)
            sys.stdout.flush()
            sys.stderr.flush()
            written = (out.getvalue().decode("utf-8"), err.getvalue().decode("utf-8"))
        return subprocess.CompletedProcess(arguments, int(ended.value.code or 0), *written)

    return run_ppid


@contextmanager
def _made_once(
    request: pytest.FixtureRequest, factory: pytest.TempPathFactory, name: str
) -> Iterator[Path]:
    """Yield a path that all workers of pytest-xdist share, to one of them at a time."""
    base = factory.getbasetemp()
    shared = base.parent if hasattr(request.config, "workerinput") else base
    with (shared / f"{name}.kunci").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield shared / name


@pytest.fixture(scope="session")
def kota_kecil(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project folder of the town; not to be changed."""
    with _made_once(request, tmp_path_factory, "proyek") as folder:
        if not folder.exists():
            assemble(folder)
        return folder / "tests" / "kota-kecil"


@pytest.fixture(scope="session")
def situs(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    kota_kecil: Path,
    spawn: Run,
) -> Path:
    """The built site of the town, or the one that PPID_SITUS names; not to be changed."""
    if given := os.environ.get("PPID_SITUS"):
        return Path(given).resolve()
    with _made_once(request, tmp_path_factory, "situs") as folder:
        if not folder.exists():
            ended = spawn(
                *("bangun", "--tanggal", DAY, "--keluaran", str(folder)),
                at=kota_kecil,
                PYTHONHASHSEED="1",
            )
            assert ended.returncode == 0, ended.stdout + ended.stderr
        return folder


@pytest.fixture(scope="session")
def situs_kabupaten(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, spawn: Run
) -> Path:
    """The site of the regency, built once; not to be changed."""
    with _made_once(request, tmp_path_factory, "situs-kabupaten") as folder:
        if not folder.exists():
            asked = ("bangun", "--tanggal", REGENCY_DAY, "--keluaran", str(folder))
            ended = spawn(*asked, at=REGENCY, SITE_URL=REGENCY_URL)
            assert ended.returncode == 0, ended.stdout + ended.stderr
        return folder


@pytest.fixture(scope="session")
def situs_provinsi(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, spawn: Run
) -> Path:
    """The site of the province, built once; not to be changed."""
    with _made_once(request, tmp_path_factory, "situs-provinsi") as folder:
        if not folder.exists():
            asked = ("bangun", "--tanggal", PROVINCE_DAY, "--keluaran", str(folder))
            ended = spawn(*asked, at=PROVINCE, SITE_URL=PROVINCE_URL)
            assert ended.returncode == 0, ended.stdout + ended.stderr
        return folder


@pytest.fixture(scope="session")
def situs_kota(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, spawn: Run
) -> Path:
    """The site of this repository itself, built once, or the one that PPID_SITUS_KOTA names."""
    if given := os.environ.get("PPID_SITUS_KOTA"):
        return Path(given).resolve()
    with _made_once(request, tmp_path_factory, "situs-kota") as folder:
        if not folder.exists():
            ended = spawn("bangun", "--tanggal", "2025-12-31", "--keluaran", str(folder), at=ROOT)
            assert ended.returncode == 0, ended.stdout + ended.stderr
        return folder


@pytest.fixture(scope="session")
def situs_periksa(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    kota_kecil: Path,
    spawn: Run,
) -> Path:
    """The site of the town with the checker, built once; skipped before its parts are fetched."""
    if not parts_in(DiskFolder(ROOT)):
        pytest.skip("bagian pemeriksa belum diambil: make pemeriksa")
    with _made_once(request, tmp_path_factory, "situs-periksa") as folder:
        if not folder.exists():
            project = folder.with_name("proyek-periksa")
            shutil.copytree(kota_kecil, project)
            shutil.copytree(ROOT / FOLDER, project / FOLDER)
            ended = spawn("bangun", "--tanggal", DAY, "--keluaran", str(folder), at=project)
            assert ended.returncode == 0, ended.stdout + ended.stderr
        return folder


@pytest.fixture
def proyek(tmp_path: Path) -> Path:
    """A copy of the town that a test may change."""
    return assemble(tmp_path / "proyek")


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """LibreOffice; tests are skipped without it, unless PPID_WAJIB_KANTOR=1."""
    return Office(find_office(), tmp_path_factory.mktemp("kantor"))


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of Chromium; tests are skipped without one, unless PPID_WAJIB_PERAMBAN=1."""
    named = os.environ.get("PPID_PERAMBAN")
    # The same engine without a window opens a page in a third of the time.
    names = [named] if named else ["chromium-headless-shell", "chromium"]
    path = next(filter(None, map(shutil.which, names)), None)
    if path is None:
        message = "Chromium tidak ada; sebutkan jalurnya di PPID_PERAMBAN"
        if os.environ.get("PPID_WAJIB_PERAMBAN") == "1":
            pytest.fail(message, pytrace=False)
        pytest.skip(message)
    return path


@pytest.fixture(scope="session")
def playwright(chromium: str) -> Iterator[Playwright]:
    assert chromium
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser(playwright: Playwright, chromium: str) -> Iterator[Browser]:
    launched = playwright.chromium.launch(executable_path=chromium, args=list(QUIET))
    yield launched
    launched.close()
