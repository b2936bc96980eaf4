"""`ppid naikkan`: data of the first release and of today, carried over; nothing else changes."""

import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from ppid.adopting.upgrade import STEPS, NotUpgradedError, upgrade
from ppid.checking.check import load_and_check
from ppid.kinds.badan import FORMAT_DATA
from tests.conftest import ROOT, TOWN, Run, of_the_city

FIRST = Path(__file__).parent / "bentuk-1"
"""The data of the invented city as it was when the first site was built."""
TODAY = date(2021, 12, 31)
MKDOCS = "site_name: Kota Kecil\ndocs_dir: content\nplugins:\n  - ppid\n"


@pytest.fixture
def first(tmp_path: Path) -> Path:
    folder = shutil.copytree(FIRST, tmp_path / "proyek")
    (folder / "mkdocs.yml").write_text(MKDOCS, "utf-8")
    snapshot = TOWN / "data/potret/2021-t3.json"
    (folder / "data/potret").mkdir()
    old = snapshot.read_text("utf-8").replace('"seluruh"', '"kota"')
    (folder / "data/potret/2021-t3.json").write_text(old, "utf-8")
    return folder


def _files(root: Path) -> dict[str, bytes]:
    found = (path for path in root.rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in found}


def _errors(root: Path) -> list[str]:
    found = load_and_check(root, TODAY).findings
    return [d.message for d in found if d.severity.value == "galat"]


def test_steps_follow_each_other_up_to_the_format_of_today() -> None:
    assert [step.to for step in STEPS] == list(range(2, FORMAT_DATA + 1))


def test_data_of_the_first_release_is_sound_afterwards(first: Path, run: Run) -> None:
    assert _errors(first)
    before = _files(first)
    ended = run("naikkan", "--tanggal", str(TODAY), at=first)
    assert ended.returncode == 0, ended.stderr
    assert "Bentuk data: dari 1 menjadi" in ended.stdout
    assert _errors(first) == []
    after = _files(first)
    touched = {path for path in before | after if before.get(path) != after.get(path)}
    assert touched == {
        *("data/acuan/dasar-hukum.yml", "data/acuan/pasal-17.yml", "data/badan.yml"),
        *("data/acuan/kewajiban/perki-1-2021.yml", "data/acuan/kewajiban/uu-14-2008.yml"),
        "data/potret/2021-t3.json",
    }
    for path in touched:  # and each of them is named
        assert path in ended.stdout or path == "data/badan.yml"


def test_what_stays_keeps_its_lines(first: Path) -> None:
    before = _files(first)
    upgrade(first, TODAY)
    after = _files(first)
    body = before["data/badan.yml"].decode().splitlines()
    assert [line for line in after["data/badan.yml"].decode().splitlines() if line not in body] == [
        f"format_data: {FORMAT_DATA}"
    ]
    laws = after["data/acuan/dasar-hukum.yml"].decode().splitlines()
    assert set(laws) <= set(before["data/acuan/dasar-hukum.yml"].decode().splitlines())
    assert any("kode: Perwal" in line for line in laws)
    snapshot = "data/potret/2021-t3.json"
    old, new = (json.loads(files[snapshot]) for files in (before, after))
    assert new == {("seluruh" if key == "kota" else key): value for key, value in old.items()}


def test_a_second_time_changes_nothing(first: Path, run: Run) -> None:
    upgrade(first, TODAY)
    before = _files(first)
    assert "tidak ada yang diubah" in run("naikkan", "--tanggal", str(TODAY), at=first).stdout
    assert _files(first) == before


def test_it_can_be_looked_at_beforehand(first: Path, run: Run) -> None:
    before = _files(first)
    ended = run("naikkan", "--lihat", "--tanggal", str(TODAY), at=first)
    assert "Hanya dilihat" in ended.stdout
    assert "data/acuan/pasal-17.yml" in ended.stdout
    assert _files(first) == before


def test_data_that_would_have_new_errors_stays_as_it_is(
    first: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def spoil(change: object) -> list[str]:
        change.files["data/monev.yml"] = b"hasil: [{}]\n"  # type: ignore[attr-defined]
        return []

    monkeypatch.setattr("ppid.adopting.upgrade.STEPS", (type(STEPS[0])(2, "Rusak", spoil),))
    before = _files(first)
    with pytest.raises(NotUpgradedError, match="Tidak ada yang diubah"):
        upgrade(first, TODAY)
    assert _files(first) == before


def test_what_a_step_changes_in_badan_yml_is_kept_beside_the_number(
    first: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def shorten(change: object) -> list[str]:
        text = change.text("data/badan.yml")  # type: ignore[attr-defined]
        new = text.replace("CC BY 4.0", "CC-BY-4.0").encode()
        change.files["data/badan.yml"] = new  # type: ignore[attr-defined]
        return ["data/badan.yml: lisensi"]

    body = first / "data/badan.yml"
    upgrade(first, TODAY)
    text = body.read_text("utf-8").replace(f"format_data: {FORMAT_DATA}", "format_data: 1")
    body.write_text(text, "utf-8")
    monkeypatch.setattr("ppid.adopting.upgrade.STEPS", (type(STEPS[0])(2, "Lisensi", shorten),))
    assert "CC BY 4.0" in body.read_text("utf-8")
    upgrade(first, TODAY)
    assert "CC-BY-4.0" in body.read_text("utf-8")
    assert f"format_data: {FORMAT_DATA}" in body.read_text("utf-8")


def test_newer_data_is_refused(first: Path) -> None:
    body = first / "data/badan.yml"
    body.write_text(f"format_data: {FORMAT_DATA + 1}\n{body.read_text('utf-8')}", "utf-8")
    with pytest.raises(NotUpgradedError, match="program yang lebih baru"):
        upgrade(first, TODAY)
    (found,) = (d for d in load_and_check(first, TODAY).findings if d.rule_id == "BDN-004")
    assert found.severity.value == "galat"


@pytest.mark.parametrize(
    "body_of",
    [
        pytest.param(".", marks=of_the_city),
        *("tests/kota-kecil", "tests/kabupaten-kecil", "tests/provinsi-kecil"),
    ],
)
def test_the_data_here_is_of_the_format_of_today(body_of: str) -> None:
    assert upgrade(ROOT / body_of, TODAY, write=False).files == {}
