"""The program as a body gets it: a wheel, in an environment that does not see the checkout."""

import os
import shutil
import subprocess
import sys
import tomllib
import venv
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from tests.conftest import ROOT

PARTS = ("generator", "theme_overrides", "constraints.txt", "pyproject.toml", "setup.py")
PAPERS = ("README.md", "LICENSE")
_UNWANTED = shutil.ignore_patterns("__pycache__", "*.egg-info")


def finished(command: list[str], **how: object) -> subprocess.CompletedProcess[str]:
    ended = subprocess.run(command, capture_output=True, encoding="utf-8", check=False, **how)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return ended


def lay_out(source: Path) -> Path:
    """Copy what a wheel is made from."""
    for name in (*PARTS, *PAPERS):
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, source / name, ignore=_UNWANTED)
        else:
            shutil.copy(ROOT / name, source)
    return source


def wheel_of(source: Path, folder: Path) -> None:
    """Build the wheel of a source into a folder without asking anybody."""
    wanted = tomllib.loads((source / "pyproject.toml").read_text("utf-8"))
    tools = wanted["build-system"]["requires"]
    assert tools == [f"setuptools=={version('setuptools')}"], "jalankan `make test`"
    options = ("--no-deps", "--no-build-isolation", "--no-index", "--quiet")
    finished([sys.executable, "-m", "pip", "wheel", *options, "-w", str(folder), str(source)])


@dataclass(frozen=True)
class Environment:
    """A fresh environment that sees the libraries of this one, not the checkout."""

    folder: Path

    @property
    def python(self) -> str:
        return str(self.folder / "bin" / "python")

    @property
    def _libraries(self) -> Path:
        return next((self.folder / "lib").glob("*/site-packages")) / "pustaka.pth"

    def install(self, wheels: Path, *what: str) -> None:
        """Install what a folder of wheels has, and nothing else."""
        self._libraries.unlink(missing_ok=True)  # pip must not find a program among them
        pip = [sys.executable, "-m", "pip", "--python", self.python]
        offline = ("--no-deps", "--no-index", "--quiet", "--find-links", str(wheels))
        finished([*pip, "install", *offline, *what])
        # Files of names inside the folders listed here are not read: the checkout stays unseen.
        listed = [path for path in sys.path if path.endswith("site-packages")]
        self._libraries.write_text("\n".join(listed), "utf-8")
        where = finished([self.python, "-c", "import ppid; print(ppid.__file__)"], env={}).stdout
        assert Path(where.strip()).is_relative_to(self.folder)

    def ppid(self, *arguments: str, at: Path, site_url: str) -> subprocess.CompletedProcess[str]:
        fixed = {"LC_ALL": "C.UTF-8", "TZ": "UTC", "SITE_URL": site_url, "PYTHONHASHSEED": "2"}
        kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
        return subprocess.run(
            [str(self.folder / "bin" / "ppid"), *arguments],
            cwd=at,
            env=kept | fixed,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )


def empty_environment(folder: Path) -> Environment:
    venv.create(folder, symlinks=True)
    return Environment(folder)
