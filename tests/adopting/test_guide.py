"""The guide for operators: its examples are used as they stand, its commands exist."""

import re
import shutil
from collections.abc import Iterator
from datetime import date
from importlib.metadata import version
from pathlib import Path

import pytest

from ppid.adopting.answers import Mulai, read_answers
from ppid.adopting.offices import offices_of
from ppid.adopting.repository import files_of, started_from
from ppid.adopting.start import start
from ppid.checking.check import load_and_check
from ppid.cli.main import ppid
from ppid.core.record import Record
from ppid.guide import GUIDE
from ppid.kinds.acuan.badan_lain import BadanLain
from ppid.kinds.acuan.sinonim import Sinonim
from ppid.kinds.badan import FORMAT_DATA, Badan
from ppid.kinds.fields import part_in
from tests.conftest import REGENCY

PAGES = sorted((GUIDE / "panduan/pengelola").glob("*.md"))
BLOCK = re.compile(r'^```yaml title="(?P<name>[^"]+)"\n(?P<text>.*?)^```', re.MULTILINE | re.DOTALL)
QUOTED = re.compile(r"`([^`\n]+)`|^((?:\S+ )*\S*ppid .*)$", re.MULTILINE)
COMMAND = re.compile(r"\bppid ([a-z]+(?:-[a-z]+)*)(?P<rest>[^`\n]*)")
DEFAULTS = {
    *("id", "origin", "singkatan", "situs", "jdih", "zona_waktu", "lisensi", "program"),
    *("tahun_berjalan", "atasan_ppid", "daftar"),
}
"""Answers that the example leaves to what is likely."""


def _text(name: str) -> str:
    return (GUIDE / "panduan/pengelola" / name).read_text("utf-8")


def _example(name: str, title: str) -> str:
    return next(m["text"] for m in BLOCK.finditer(_text(name)) if m["name"] == title)


def _commands() -> Iterator[tuple[str, str, str]]:
    for page in PAGES:
        for written in QUOTED.findall(page.read_text("utf-8")):
            for found in COMMAND.finditer("".join(written)):
                yield page.name, found[1], found["rest"]


@pytest.mark.parametrize(("page", "name", "rest"), sorted(set(_commands())))
def test_every_command_and_option_exists(page: str, name: str, rest: str) -> None:
    assert page
    command = ppid.commands[name]
    known = {option for parameter in command.params for option in parameter.opts}
    assert set(re.findall(r"--[a-z-]+", rest)) <= known


def test_what_a_body_is_told_of_is_in_its_repository_or_in_the_package(tmp_path: Path) -> None:
    """The program's own repository is not where a body works."""
    today = date(2026, 3, 2)
    answers, text = read_answers(_example("memulai-situs.md", "mulai.yml"), today)
    made = set(files_of(started_from(answers, text, offices_of(answers, tmp_path), today)))
    made.add(".forgejo/workflows/terbit.yml")  # the example is on GitHub
    for page in PAGES:
        told = page.read_text("utf-8")
        assert not re.search(r"\bgenerator/|(?<!ppid/)\blaw/", told), page.name
        assert set(re.findall(r"(?<![\w/])\.(?:github|forgejo)/[\w./-]+", told)) <= made, page.name
        for path in re.findall(r"site-packages/ppid/(\S+)", told):
            assert (GUIDE.parent / path).is_file(), path


@pytest.mark.parametrize(("name", "model"), [("badan_lain", BadanLain), ("sinonim", Sinonim)])
def test_a_file_that_is_written_by_hand_is_told_of_with_its_fields(
    name: str, model: type[Record]
) -> None:
    (row,) = (line for line in _text("badan-yml.md").splitlines() if f"`{name}`" in line)
    assert all(f"`{field}`" in row for field in model.model_fields.keys() - Record.model_fields)


def test_the_example_of_answers_makes_a_sound_repository(tmp_path: Path) -> None:
    today = date(2026, 3, 2)
    answers, text = read_answers(_example("memulai-situs.md", "mulai.yml"), today)
    started = started_from(answers, text, offices_of(answers, tmp_path), today)
    start(tmp_path / "situs", started, None, lambda *_: None, lambda _: None)
    assert not load_and_check(tmp_path / "situs", today).blocked


def test_the_example_of_badan_yml_is_accepted(tmp_path: Path) -> None:
    regency = shutil.copytree(REGENCY, tmp_path / "kabupaten")
    (regency / "data/badan.yml").write_text(_example("badan-yml.md", "data/badan.yml"), "utf-8")
    findings = load_and_check(regency, date(2026, 3, 2)).findings
    assert [d.message for d in findings if d.span.path == "data/badan.yml"] == []


def test_every_field_of_badan_yml_is_explained_and_shown() -> None:
    text, example = _text("badan-yml.md"), _example("badan-yml.md", "data/badan.yml")
    for name, info in Badan.model_fields.items():
        assert f"`{name}`" in text
        assert re.search(rf"^{name}:", example, re.MULTILINE), name
        part = part_in(info.annotation)
        for inner in part.model_fields if part else ():
            assert re.search(rf"\b{inner}\b", text), inner


def test_the_notes_begin_with_the_version_and_the_format_of_today() -> None:
    newest = _text("catatan-versi.md").split("\n## ")[1]
    assert newest.startswith(f"Versi {version('ppid-statis')}\n")
    assert f"Bentuk datanya {FORMAT_DATA}." in newest


def test_every_choice_of_the_answers_is_shown() -> None:
    example = _example("memulai-situs.md", "mulai.yml")
    shown = set(re.findall(r"^(\w+):", example, re.MULTILINE))
    assert Mulai.model_fields.keys() - shown <= DEFAULTS
