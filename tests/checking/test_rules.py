"""Every example of `ppid/guide/aturan/` and `tests/aturan/` is a test: the page is the fixture."""

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest

from ppid.checking.check import all_requirements, check
from ppid.checking.load import load
from ppid.diagnostics.diagnostic import Diagnostic, Requirement
from ppid.guide import GUIDE
from tests.reading.documents.described import MADE, STANDS_FOR

ROOT = Path(__file__).parents[2]
BASE = Path(__file__).parents[1] / "aturan" / "dasar"
PAGES = sorted([*(GUIDE / "aturan").glob("*-*.md"), *(ROOT / "tests/aturan").glob("*.md")])
FENCE = re.compile(r"^(`{3,})\s*\w*\s+(?P<attributes>.*title=.*)$")
ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
EXPECTED = re.compile(
    r"(?P<tingkat>galat|peringatan|saran): (?P<id>[A-Z]{3}-\d{3})"
    r"(?: berkas (?P<berkas>\S+))?(?: baris (?P<baris>\d+))?(?: kolom (?P<kolom>\w+))?"
    r'(?: "(?P<pesan>[^"]*)")?'
)


@dataclass(frozen=True)
class Expected:
    """One diagnostic that an example promises."""

    severity: str
    rule_id: str
    path: str
    line: int
    column: str
    fragment: str

    def fits(self, found: Diagnostic, base: Path) -> bool:
        """Tell whether a diagnostic is the promised one."""
        same = (found.severity.value, found.rule_id, found.span.path) == (
            self.severity,
            self.rule_id,
            self.path,
        )
        in_line = not self.line or found.span.line == self.line
        in_column = not self.column or _column_of(found, base) == self.column
        return same and in_line and in_column and self.fragment in found.message


@dataclass
class Example:
    """A tiny data tree with what must be said about it."""

    name: str
    files: dict[str, bytes] = field(default_factory=dict)
    expected: list[Expected] = field(default_factory=list)
    today: date = date(2019, 7, 1)


def _column_of(found: Diagnostic, base: Path) -> str:
    letters = re.match(r"[A-Z]+", found.span.cell)
    if letters is None:
        return ""
    number = 0
    for letter in letters.group():
        number = number * 26 + ord(letter) - 64
    header = (base / found.span.path).read_text("utf-8-sig", errors="replace").splitlines()[0]
    return re.split("[,;\t]", header)[number - 1].strip('"')


def _expectations(line: str, path: str, number: int) -> Iterator[Expected]:
    for match in EXPECTED.finditer(line):
        yield Expected(
            match["tingkat"],
            match["id"],
            match["berkas"] or path,
            int(match["baris"] or number),
            match["kolom"] or "",
            match["pesan"] or "",
        )


def _content(path: str, lines: list[str], written: dict[str, str]) -> bytes:
    text = "\n".join(lines) + "\n"
    made = MADE.get(written.get("dibuat", "")) or STANDS_FOR.get(path.lower().rpartition(".")[2])
    if made:
        return made(text)
    if written.get("lolos"):
        text = re.sub(r"\\u([0-9a-f]{4})", lambda m: chr(int(m[1], 16)), text)
    return text.encode(written.get("bita", "utf-8"))


def _sections(page: Path) -> Iterator[tuple[str, list[str]]]:
    """Cut a page at its `##` headings; fenced lines are never headings."""
    title, lines, fence = "", list[str](), ""
    for line in page.read_text("utf-8").splitlines():
        if not fence and line.startswith("## "):
            yield title, lines
            title, lines = line[3:], []
            continue
        ticks = re.match(r"`{3,}", line)
        if ticks and (not fence or line == fence):
            fence = "" if fence else ticks.group()
        lines.append(line)
    yield title, lines


def _example(name: str, lines: list[str]) -> Example:
    example, path, position = Example(name), "", 0
    written: dict[str, str] = {}
    while position < len(lines):
        line = lines[position]
        opening = FENCE.match(line)
        if opening:
            attributes = dict(ATTRIBUTE.findall(opening["attributes"]))
            path, end = attributes["title"], lines.index(opening[1], position + 1)
            block = lines[position + 1 : end]
            example.files[path] = _content(path, block, written)
            written = {}
            example.expected.extend(_in_comments(block, path))
            position = end
        elif line.startswith("<!-- tanggal:"):
            example.today = date.fromisoformat(line.split()[2])
        elif line.startswith(("<!-- bita:", "<!-- lolos:", "<!-- dibuat:")):
            written[line.split()[1].rstrip(":")] = line.split()[2]
        elif line.startswith("<!-- "):
            example.expected.extend(_expectations(line, path, 0))
        position += 1
    return example


def _in_comments(block: list[str], path: str) -> Iterator[Expected]:
    for number, line in enumerate(block, 1):
        if "#" in line and not path.endswith(".csv"):
            yield from _expectations(line[line.index("#") :], path, number)


def examples_of(page: Path) -> Iterator[Example]:
    """Read the examples of a page: one for each `##` that holds a titled block."""
    for title, lines in _sections(page):
        example = _example(f"{page.stem}: {title}", lines)
        if example.files:
            yield example


def example_in(page: Path) -> Example:
    """Read all titled blocks of a page as one example."""
    return _example(page.stem, page.read_text("utf-8").splitlines())


EXAMPLES = [example for page in PAGES for example in examples_of(page)]


def _move_lists(project: Path) -> None:
    """Move the lists of the base by four years: into the time of PerKI 1/2021."""
    for path in [*project.glob("data/opd/*/*/20??.*")]:
        text = re.sub(r"(?<![/\d])(201[89])", lambda m: str(int(m[1]) + 4), path.read_text("utf-8"))
        path.rename(path.with_stem(str(int(path.stem) + 4))).write_text(text, "utf-8")


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_example_says_what_it_promises(example: Example, tmp_path: Path) -> None:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    today = example.today
    if any(re.search(r"/202[23]\.", path) for path in example.files):
        _move_lists(tmp_path)
        today = date(2023, 7, 1) if today == Example.today else today
    for path, content in example.files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content)
    loaded = load(tmp_path, today)
    found = [*loaded.diagnostics, *check(loaded.corpus)]
    missing = [e for e in example.expected if not any(e.fits(d, tmp_path) for d in found)]
    extra = [d for d in found if not any(e.fits(d, tmp_path) for e in example.expected)]
    assert (missing, extra) == ([], [])


def test_base_tree_is_silent(tmp_path: Path) -> None:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    loaded = load(tmp_path, date(2019, 7, 1))
    assert [*loaded.diagnostics, *check(loaded.corpus)] == []


@pytest.mark.parametrize("requirement", list(all_requirements().values()), ids=lambda r: r.id)
def test_every_requirement_has_its_page(requirement: Requirement) -> None:
    page = GUIDE / "aturan" / f"{requirement.id}.md"
    assert page.is_file(), f"write {page.relative_to(ROOT)}, as CONTRIBUTING.md says of a rule"
    text = page.read_text("utf-8")
    assert text.startswith(f"# {requirement.id}: {requirement.title}\n")
    examples = list(examples_of(page))
    ids = {e.rule_id for example in examples for e in example.expected}
    assert requirement.id in ids, "no wrong example"
    assert any(
        requirement.id not in {e.rule_id for e in example.expected} for example in examples
    ), "no right example"


@pytest.mark.parametrize("page", sorted((GUIDE / "aturan").glob("*-*.md")), ids=lambda p: p.stem)
def test_every_page_belongs_to_a_requirement(page: Path) -> None:
    assert page.stem in all_requirements()
