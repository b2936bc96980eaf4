"""CONTRIBUTING.md says what is so: its examples pass the check, its paths lead somewhere."""

import re
import shutil
from datetime import date
from pathlib import Path

from ppid.checking.check import load_and_check
from ppid.diagnostics.diagnostic import Severity
from ppid.kinds.rows import MODELS
from tests.checking.test_rules import BASE, ROOT, example_in

FIRST_DAY = date(2026, 6, 1)


def test_examples_have_no_errors(tmp_path: Path) -> None:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    example = example_in(ROOT / "CONTRIBUTING.md")
    assert len(example.files) >= 6
    for path, content in example.files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content)
    checked = load_and_check(tmp_path, FIRST_DAY)
    mine = [d for d in checked.findings if d.span.path in example.files]
    assert [d for d in mine if d.severity is Severity.GALAT] == []


BESIDE = {"bagian"}
"""Explained in the row of `cakupan`, with which it goes."""
GUIDE = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
WINGS = ROOT / "generator" / "ppid"


def test_every_path_that_is_named_exists() -> None:
    named = set(re.findall(r"`((?:generator|tests|theme_overrides)/[\w./-]+)`", GUIDE))
    assert len(named) > 25
    assert [path for path in sorted(named) if not (ROOT / path).exists()] == []


def test_every_field_of_a_list_stands_in_the_tables_of_the_clerks() -> None:
    rows = [line for line in GUIDE.splitlines() if line.startswith("| `")]
    explained = {name for row in rows for name in re.findall(r"`(\w+)`", row.split("|")[1])}
    for model in MODELS.values():
        assert set(model.model_fields) - explained - BESIDE == set()


def test_every_wing_stands_in_the_table() -> None:
    table = GUIDE[GUIDE.index("### The wings") : GUIDE.index("One question")]
    named = set(re.findall(r"`(\w+)/`", table.partition("|---|---|")[2]))
    wings = {path.parent.name for path in WINGS.glob("*/__init__.py")}
    assert wings <= named


def test_the_words_of_make_are_those_of_the_makefile() -> None:
    known = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    assert set(re.findall(r"`make (\w+)", GUIDE)) <= known
