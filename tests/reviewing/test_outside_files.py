"""Of files that are no data it is told first which of them decide what is checked and shown."""

import pytest

from ppid.adopting.repository import TEMPLATES
from ppid.reviewing.outside_files import outside_files
from ppid.reviewing.owners import _CODE

DECIDE = [
    *("requirements.txt", "requirements-dev.txt", "requirements/situs.in", "constraints.txt"),
    *("pyproject.toml", "setup.cfg", "uv.lock", "Pipfile", "package-lock.json", "tox.ini"),
    *(".gitlab-ci.yml", ".woodpecker.yml", ".woodpecker/terbit.yaml", ".circleci/config.yml"),
    *("azure-pipelines.yml", "bitbucket-pipelines.yml", "Jenkinsfile", ".drone.yml", ".travis.yml"),
    *("Makefile", "makefile", "GNUmakefile", ".ci/run", "Dockerfile", "Containerfile"),
    *("compose.yaml", "docker-compose.yml", ".forgejo/workflows/a.yml", "../.github/CODEOWNERS"),
    *("mkdocs.yml", "terbit.sh", "nginx.conf", ".gitattributes", ".python-version"),
]
OTHERS = ["README.md", "LICENSE", "CHANGELOG.md", "catatan.txt", "foto.jpg", "data/catatan.docx"]


@pytest.mark.parametrize("path", DECIDE)
def test_what_decides_which_program_runs_is_told_as_that(path: str) -> None:
    (found,) = outside_files([path], ())
    assert found.sort.decides


@pytest.mark.parametrize("path", OTHERS)
def test_what_decides_nothing_is_another_file(path: str) -> None:
    (found,) = outside_files([path], ())
    assert not found.sort.decides


def test_what_maintainers_look_after_is_told_as_that() -> None:
    paths = [f"{path}x" if path.endswith("/") else path for path in _CODE if path != "/tests/"]
    found = outside_files([path.removeprefix("/") for path in paths], ())
    assert [file.path for file in found if not file.sort.decides] == []


def test_what_a_body_gets_beside_its_data_and_pages_is_told_as_that() -> None:
    given = set()
    for template in TEMPLATES.rglob("*.j2"):
        top, *parts = template.relative_to(TEMPLATES).parts
        if top not in {"perangkat", "peladen"} and parts[0] not in {"data", "content"}:
            names = [f".{part[1:]}" if part.startswith("_") else part for part in parts]
            given.add("/".join(names).removesuffix(".j2"))
    assert {"requirements.txt", ".gitlab-ci.yml", "mkdocs.yml", "terbit.sh"} <= given
    found = outside_files(given, ())
    assert [file.path for file in found if not file.sort.decides] == ["README.md"]
