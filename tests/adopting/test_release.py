"""From one release to the next: a body changes a version number, `ppid naikkan` does the rest."""

import re
import subprocess
from pathlib import Path

import pytest

from ppid.kinds.badan import FORMAT_DATA
from tests.adopting import angan
from tests.adopting.wheels import Environment, empty_environment, finished, lay_out, wheel_of
from tests.conftest import ROOT

NEXT = FORMAT_DATA + 1
ADDRESS = "https://contoh.example/ppid/"
DAY = ("--tanggal", "2026-03-02")
STEP = """

def _short_licence(change: _Change) -> Iterator[str]:
    text = change.text(_BODY)
    if "CC BY 4.0" in text:
        change.files[_BODY] = text.replace("CC BY 4.0", "CC-BY-4.0").encode()
        yield f"{_BODY}: lisensi ditulis CC-BY-4.0"


"""
"""What the next release does to data in this test: its format writes a licence otherwise."""


def git(at: Path, *arguments: str) -> str:
    who = ("-c", "user.name=Uji", "-c", "user.email=uji@contoh.example")
    return finished(["git", *who, *arguments], cwd=at).stdout


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert text.count(old) == 1, f"{path.name}: {old}"
    path.write_text(text.replace(old, new), "utf-8")


@pytest.fixture(scope="module")
def wheels(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheels of two tags: the program of today, and one whose data has another format."""
    program = lay_out(tmp_path_factory.mktemp("program"))
    git(program, "init", "-q", "-b", "main")
    _replace(program / "pyproject.toml", _line("version"), 'version = "0.1.0"')
    git(program, "add", "-A")
    git(program, "commit", "-qm", "Release 0.1.0")
    git(program, "tag", "v0.1.0")
    _replace(program / "pyproject.toml", 'version = "0.1.0"', 'version = "0.2.0"')
    body = program / "generator/ppid/kinds/badan.py"
    _replace(body, f"FORMAT_DATA: Final = {FORMAT_DATA}", f"FORMAT_DATA: Final = {NEXT}")
    steps = program / "generator/ppid/adopting/upgrade.py"
    _replace(steps, "\n\nSTEPS: Final = (\n", f"{STEP}STEPS: Final = (\n")
    added = f'    FormatStep({NEXT}, "Lisensi ditulis singkat", _short_licence),\n'
    text = steps.read_text("utf-8")
    listed = re.search(r"^STEPS: Final = \(\n(?: .*\n)+", text, re.MULTILINE)
    assert listed
    steps.write_text(text.replace(listed[0], listed[0] + added), "utf-8")
    git(program, "commit", "-qam", "Release 0.2.0")
    git(program, "tag", "v0.2.0")
    folder = tmp_path_factory.mktemp("roda")
    for tag in ("v0.1.0", "v0.2.0"):
        source = tmp_path_factory.mktemp(tag.replace(".", "-"))
        archive = source.with_suffix(".tar")
        git(program, "archive", "--output", str(archive), tag)
        finished(["tar", "-xf", str(archive), "-C", str(source)])
        wheel_of(source, folder)
    assert len(list(folder.glob("*.whl"))) == 2
    return folder


def _line(field: str) -> str:
    found = re.search(
        rf"^{field} = .*$", (ROOT / "pyproject.toml").read_text("utf-8"), re.MULTILINE
    )
    assert found
    return found[0]


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> Environment:
    return empty_environment(tmp_path_factory.mktemp("lingkungan"))


@pytest.mark.long
def test_a_version_number_is_all_that_a_body_changes(
    wheels: Path, environment: Environment, tmp_path: Path
) -> None:
    def ppid(*arguments: str, at: Path) -> subprocess.CompletedProcess[str]:
        return environment.ppid(*arguments, at=at, site_url=ADDRESS)

    environment.install(wheels, "ppid-statis==0.1.0")
    answers, lists = angan.write(tmp_path)
    root = tmp_path / "situs-ppid"
    asked = ("mulai", str(root), "--jawaban", str(answers), "--daftar", str(lists))
    began = ppid(*asked, *DAY, at=tmp_path)
    assert began.returncode == 0, began.stdout + began.stderr
    required = root / "requirements.txt"
    assert "ppid-statis==0.1.0" in required.read_text("utf-8")
    assert f"format_data: {FORMAT_DATA}\n" in (root / "data/badan.yml").read_text("utf-8")

    _replace(required, "==0.1.0", "==0.2.0")
    environment.install(wheels, "-r", str(required))
    assert ppid("--version", at=root).stdout == "ppid-statis 0.2.0\n"
    # Data of the release before can be read and published until somebody has time for the step.
    checked = ppid("periksa", *DAY, at=root)
    assert checked.returncode == 0, checked.stdout
    assert "ppid naikkan" in checked.stdout

    looked = ppid("naikkan", "--lihat", *DAY, at=root)
    assert git(root, "diff", "--name-only").split() == ["requirements.txt"]
    carried = ppid("naikkan", *DAY, at=root)
    assert carried.returncode == 0, carried.stderr
    assert "data/badan.yml: lisensi ditulis CC-BY-4.0" in carried.stdout
    assert "data/badan.yml: lisensi ditulis CC-BY-4.0" in looked.stdout
    assert f"Bentuk data: dari {FORMAT_DATA} menjadi {NEXT}." in carried.stdout
    assert git(root, "status", "--porcelain").split() == [
        *("M", "data/badan.yml", "M", "requirements.txt")
    ]
    changed = [
        line
        for line in git(root, "diff", "--unified=0").splitlines()
        if re.match(r"[+-](?![+-])", line)
    ]
    assert sorted(changed) == [
        *(f"+format_data: {NEXT}", "+lisensi: CC-BY-4.0", "+ppid-statis==0.2.0"),
        *(f"-format_data: {FORMAT_DATA}", "-lisensi: CC BY 4.0", "-ppid-statis==0.1.0"),
    ]
    assert "ppid naikkan" not in ppid("periksa", *DAY, at=root).stdout
    assert "tidak ada yang diubah" in ppid("naikkan", *DAY, at=root).stdout

    # Back at the old number the program refuses what it might misread, and changes nothing.
    environment.install(wheels, "ppid-statis==0.1.0")
    refused = ppid("periksa", *DAY, at=root)
    assert refused.returncode == 1
    assert "pasang program yang lebih baru" in refused.stdout
