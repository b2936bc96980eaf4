"""The script of the guide joins three sites into one table, and notices a file that was changed."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import DAY, PROVINCE, PROVINCE_DAY, REGENCY, REGENCY_DAY, ROOT, TOWN
from tests.publishing.catalogue.sites import site_of

GUIDE = ROOT / "generator/ppid/guide/panduan/menggabungkan-data.md"
BODIES = {TOWN: DAY, REGENCY: REGENCY_DAY, PROVINCE: PROVINCE_DAY}


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    made = []
    for root, day in BODIES.items():
        folder = tmp_path_factory.mktemp(root.name)
        for url, content in site_of(root, day).files.items():
            if url.startswith(("api/", "unduhan/")):
                path = folder / url
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
        made.append(folder)
    return made


def run_script(sites: list[Path], tmp_path: Path) -> subprocess.CompletedProcess[str]:
    found = re.search(
        r"```python title=\"gabung.py\"\n(.*?)```", GUIDE.read_text("utf-8"), re.DOTALL
    )
    assert found
    assert len(found[1].splitlines()) == 30
    script = tmp_path / "gabung.py"
    script.write_text(found[1], "utf-8")
    command = [sys.executable, str(script), *(site.as_uri() for site in sites)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)


@pytest.mark.long
def test_three_sites_become_one_table(sites: list[Path], tmp_path: Path) -> None:
    ended = run_script(sites, tmp_path)
    assert ended.returncode == 0, ended.stderr
    lines = [re.split(r"\s*│\s*", line.strip("│ ")) for line in ended.stdout.splitlines()]
    rows = [tuple(cells) for cells in lines if re.fullmatch(r"\d\d(\.\d\d)?", cells[0])]
    assert rows == [
        ("98", "Pemerintah Provinsi Teluk Angan", "2025", "2", "3"),
        ("98.01", "Pemerintah Kabupaten Bukit Rekaan", "2024", "1", "2"),
        ("98.01", "Pemerintah Kabupaten Bukit Rekaan", "2025", "3", "6"),
        ("98.71", "Pemerintah Kota Kecil", "2021", "2", "8"),
    ]


def test_a_changed_file_is_noticed(sites: list[Path], tmp_path: Path) -> None:
    path = sites[0] / "unduhan/dip.parquet"
    content = path.read_bytes()
    path.write_bytes(content + b"x")
    ended = run_script(sites, tmp_path)
    path.write_bytes(content)
    assert ended.returncode == 1
    assert "unduhan/dip.parquet tidak utuh" in ended.stderr
