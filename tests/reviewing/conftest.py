"""What the tests of the review share."""

import shutil
from pathlib import Path

import pytest

from tests.reviewing.edits import TOWN, town
from tests.reviewing.repositories import commit, git


@pytest.fixture(scope="session")
def files() -> dict[str, bytes]:
    return town()


@pytest.fixture
def origin(tmp_path: Path) -> Path:
    """A bare repository whose main holds the town."""
    first = tmp_path / "awal"
    shutil.copytree(TOWN, first)
    git(first, "init", "-q", "-b", "main")
    commit(first, "Awal")
    git(tmp_path, "clone", "-q", "--bare", str(first), "pusat.git")
    return tmp_path / "pusat.git"


@pytest.fixture
def project(origin: Path, tmp_path: Path) -> Path:
    """A clone of it on a branch of its own."""
    git(tmp_path, "clone", "-q", str(origin), "kerja")
    git(tmp_path / "kerja", "checkout", "-q", "-b", "cabang")
    return tmp_path / "kerja"
