"""Repositories for tests: git as nobody has set it up, and what is done in them."""

import os
import subprocess
from pathlib import Path

from tests.reviewing.edits import Edit

KES = "data/opd/dinkes/dip/2021.csv"
ENVIRONMENT = {
    "PATH": os.environ["PATH"],
    "HOME": "/nonexistent",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_AUTHOR_DATE": "2021-12-30T00:00:00Z",
    "GIT_COMMITTER_DATE": "2021-12-30T00:00:00Z",
}
HOSTILE_BRANCH = "x@ketua/`id`$(id)<img/src=x>&#64;;%0A##-error"


def git(at: Path, *arguments: str) -> str:
    names = ("-c", "user.name=Penguji", "-c", "user.email=uji@kotakecil.example")
    return subprocess.run(
        ("git", *names, *arguments),
        cwd=at,
        env=ENVIRONMENT,
        check=True,
        capture_output=True,
        encoding="utf-8",
    ).stdout.strip()


def commit(at: Path, message: str = "Perubahan") -> str:
    git(at, "add", "-A")
    git(at, "commit", "-q", "--allow-empty", "-m", message)
    return git(at, "rev-parse", "HEAD")


def change(project: Path, path: str, edit: Edit) -> None:
    (project / path).write_bytes(edit((project / path).read_bytes()))
