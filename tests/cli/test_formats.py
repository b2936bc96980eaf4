"""Every form in which a command can answer is one that its readers can read."""

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from markdown_it import MarkdownIt
from openpyxl import load_workbook

from ppid import diagnostics
from ppid.cli.main import ppid
from ppid.cli.output import FORMS as FINDINGS
from tests.conftest import DAY, Run, assemble
from tests.reviewing.repositories import commit, git

ANNOTATION = re.compile(
    r"::(?:error|warning|notice)(?: [a-zA-Z]+=[^,:]+(?:,[a-zA-Z]+=[^,:]+)*)?::.+"
)
FORMS = [
    (name, form)
    for name, command in sorted(ppid.commands.items())
    for parameter in command.params
    if parameter.name == "bentuk" and isinstance(parameter.type, click.Choice)
    for form in parameter.type.choices
]


def test_every_way_to_show_findings_can_be_asked_for() -> None:
    written = {path.stem for path in Path(diagnostics.__file__).parent.glob("as_*.py")}
    asked = {name for form in FINDINGS.values() for name in form.__code__.co_names}
    assert written - asked == set(), "each needs its line in FORMS of generator/ppid/cli/output.py"


def read_lines(content: bytes) -> None:
    text = content.decode("utf-8")
    assert text.strip()
    assert all(line.isprintable() for line in text.splitlines())


def read_table(content: bytes) -> None:
    head, *rows = csv.reader(io.StringIO(content.decode("utf-8-sig")))
    assert rows
    assert {len(row) for row in rows} == {len(head)}


def read_annotations(content: bytes) -> None:
    lines = list(filter(None, content.decode("utf-8").splitlines()))
    assert lines
    assert [line for line in lines if not ANNOTATION.fullmatch(line)] == []


def read_markdown(content: bytes) -> None:
    text = content.decode("utf-8")
    assert "heading_open" in {token.type for token in MarkdownIt().enable("table").parse(text)}
    assert text.count("<details>") == text.count("</details>")


def read_issues(content: bytes) -> None:
    issues = json.loads(content)
    assert issues
    assert all(issue["location"]["path"] and issue["fingerprint"] for issue in issues)


READERS: dict[str, Callable[[bytes], object]] = {
    "teks": read_lines,
    "json": json.loads,
    "csv": read_table,
    "xlsx": lambda content: load_workbook(io.BytesIO(content)),
    "github": read_annotations,
    "markdown": read_markdown,
    "codequality": read_issues,
}
ASKED = {"tinjau": ("--dasar", "HEAD"), "gerbang": ("rekap.csv",)}
"""What a command needs besides the form."""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The town in a repository, with a change, a fault, and a file that must not be published."""
    folder = assemble(tmp_path_factory.mktemp("bentuk"))
    git(folder, "init", "-q", "-b", "main")
    commit(folder)
    path = folder / "data/opd/setda/dik/2021.csv"
    path.write_text(path.read_text("utf-8").replace("huruf h angka 4", "huruf h angka 9"), "utf-8")
    # An invented number: DKI Jakarta has no regency 39.
    (folder / "rekap.csv").write_text("nama,nik\nWarga,3139010101900007\n", "utf-8")
    return folder


def test_every_form_has_a_reader() -> None:
    assert len(FORMS) > 10
    assert {form for _, form in FORMS} == set(READERS)


@pytest.mark.parametrize(("name", "form"), FORMS)
def test_an_answer_can_be_read(
    name: str, form: str, project: Path, run: Run, tmp_path: Path
) -> None:
    target = tmp_path / f"hasil.{form}"
    into = ("--keluaran", str(target)) if form == "xlsx" else ()
    asked = (name, *ASKED.get(name, ()), "--tanggal", DAY, "--format", form, *into)
    ended = run(*asked, at=project)
    assert ended.returncode in {0, 1}, ended.stderr
    READERS[form](target.read_bytes() if into else ended.stdout.encode())
