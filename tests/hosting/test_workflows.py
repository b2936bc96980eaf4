"""Workflows only call the program, with the least rights, and never run what strangers wrote."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from ppid.cli.main import ppid
from tests.conftest import ROOT

FOLDER = ROOT / ".github/workflows"
FILES = sorted([*FOLDER.glob("*.yml"), *(ROOT / ".github/actions").rglob("action.yml")])
BEING_WRITTEN = {"impor", "gerbang", "tinjau"}
"""Commands that other branches bring; strict as soon as they are there."""
RIGHTS = {
    ("badan", "bangun"): {"contents": "read"},
    ("kiriman", "ajukan"): {"actions": "write", "contents": "write", "pull-requests": "write"},
    ("kiriman", "baca"): {"contents": "read"},
    ("kiriman", "jawab"): {"contents": "read", "issues": "write"},
    ("periksa", "data"): {"contents": "read"},
    ("program", "semua"): {"contents": "read"},
    ("tanggapan", "komentar"): {"actions": "read", "contents": "read", "pull-requests": "write"},
    ("tanggapan", "tinjau"): {"contents": "read"},
    ("tautan", "lapor"): {"issues": "write"},
    ("tautan", "periksa"): {"contents": "read"},
    ("terbit", "bangun"): {"contents": "read"},
    ("terbit", "terbitkan"): {"id-token": "write", "pages": "write"},
}


def load(path: Path) -> dict[str, Any]:
    return yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 — our file; “on” stays a word


def jobs() -> Iterator[tuple[str, str, dict[str, Any]]]:
    for path in FOLDER.glob("*.yml"):
        for name, job in load(path)["jobs"].items():
            yield path.stem, name, job


def scripts() -> Iterator[tuple[str, str]]:
    for flow, name, job in jobs():
        for step in job["steps"]:
            if "run" in step:
                yield f"{flow}/{name}", step["run"]
    for step in load(ROOT / ".github/actions/siapkan/action.yml")["runs"]["steps"]:
        if "run" in step:
            yield "siapkan", step["run"]
    for name, job in load(ROOT / ".gitlab-ci.yml").items():
        if isinstance(job, dict) and "script" in job:
            yield f"gitlab/{name}", "\n".join(job["script"])


SCRIPTS = list(scripts())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_action_is_pinned_by_hash_with_its_version(path: Path) -> None:
    used = re.findall(r"uses: (\S+)(.*)", path.read_text("utf-8"))
    for name, comment in used:
        if not name.startswith("$/"):
            assert re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40}", name), name
            assert re.fullmatch(r" # v\d+\.\d+\.\d+", comment), name


def test_one_version_of_an_action_everywhere() -> None:
    found = re.findall(r"uses: ([\w/-]+)@(\w+)", "".join(p.read_text("utf-8") for p in FILES))
    assert len(dict(found)) == len(set(found))


def test_rights_are_the_least() -> None:
    assert {(flow, name): job["permissions"] for flow, name, job in jobs()} == RIGHTS
    assert all(load(path)["permissions"] == {} for path in FOLDER.glob("*.yml"))


def test_every_job_ends_and_no_checkout_keeps_a_token() -> None:
    for flow, name, job in jobs():
        assert "timeout-minutes" in job, (flow, name)
        for step in job["steps"]:
            if step.get("uses", "").startswith("actions/checkout@"):
                assert step["with"]["persist-credentials"] == "false", (flow, name)


@pytest.mark.parametrize(
    ("where", "script"),
    SCRIPTS,
    ids=[f"{number} {where}" for number, (where, _) in enumerate(SCRIPTS)],
)
def test_nothing_is_written_into_a_command(where: str, script: str) -> None:
    assert "${{" not in script, where


def test_foreign_code_never_meets_rights() -> None:
    for flow, name, job in jobs():
        writes = "write" in job["permissions"].values()
        if not writes:
            continue
        text = yaml.safe_dump(job)
        assert "refs/pull" not in text, (flow, name)
        for step in job["steps"]:
            if step.get("uses", "").startswith("actions/checkout@"):
                assert step["with"].get("ref", "main") == "main", (flow, name)
    assert "pull_request_target" not in "".join(p.read_text("utf-8") for p in FILES)


def test_publishing_is_not_cut_off() -> None:
    assert load(FOLDER / "terbit.yml")["concurrency"]["cancel-in-progress"] == "false"
    environment = load(FOLDER / "terbit.yml")["jobs"]["terbitkan"]["environment"]
    assert environment["name"] == "github-pages"


def calls() -> list[tuple[str, list[str]]]:
    found = []
    for where, script in SCRIPTS:
        for line in script.split("\n"):
            for call in re.findall(r"(?:^|\$\(|\s)ppid ([^|;)]*)", line):
                words = shlex.split(re.split(r"\s\d?[<>]|\s&&|<", call)[0])
                found.append((where, words))
    return found


CALLS = calls()


@pytest.mark.parametrize(
    ("where", "words"),
    CALLS,
    ids=[f"{number} {where} {words[0]}" for number, (where, words) in enumerate(CALLS)],
)
def test_every_call_is_a_command_with_its_options(where: str, words: list[str]) -> None:
    name, *arguments = words
    if name not in ppid.commands and name in BEING_WRITTEN:
        pytest.skip(f"ppid {name} belum ada di cabang ini")
    command = ppid.commands[name]
    options = {option: param for param in command.params for option in param.opts}
    position, given = 0, set()
    values = iter(arguments)
    for word in values:
        if word.startswith("--"):
            assert word in options, f"{where}: ppid {name} {word}"
            given.add(options[word].name)
            if not getattr(options[word], "is_flag", False):
                assert next(values, None) is not None, f"{where}: {word}"
        else:
            position += 1
    places = [p for p in command.params if p.param_type_name == "argument"]
    many = any(p.nargs == -1 for p in places)
    assert many or position <= len(places), f"{where}: {words}"
    needed = {p.name for p in command.params if p.required and p.param_type_name == "option"}
    assert needed <= given, f"{where}: {words}"


OF_BODIES = "\n".join(load(ROOT / ".ci/badan.gitlab-ci.yml")[".situs"]["script"])


@pytest.mark.parametrize("where", ["terbit/bangun", "badan/bangun", "gitlab/pages", "badan gitlab"])
def test_what_is_published_has_the_checker(where: str) -> None:
    """Nobody there could type `make pemeriksa` first."""
    script = "\n".join(text for name, text in SCRIPTS if name == where) or OF_BODIES
    fetched = script.index("python -m ppid.publishing.checker.fetch")
    assert fetched < script.index("ppid bangun")


def test_the_workflows_call_the_program() -> None:
    called = {words[0] for _, words in CALLS}
    assert called >= {
        *("periksa", "tinjau", "bangun", "gerbang", "impor", "pemilik", "tautan"),
        *("terima", "kiriman", "terapkan", "permintaan", "komentar"),
    }
