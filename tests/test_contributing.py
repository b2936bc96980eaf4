"""The examples that CONTRIBUTING.md gives to OPD staff pass the check that they will meet."""

import shutil
from datetime import date
from pathlib import Path

from ppid.checking.check import load_and_check
from ppid.diagnostics.diagnostic import Severity

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
