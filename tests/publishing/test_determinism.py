"""The same data and day give the same bytes, whatever the machine, its clock and its disk."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ppid.publishing.search import INDEX
from tests.conftest import DAY, clean_environment
from tests.publishing.test_build import differences

# ProperDocs continues MkDocs; a body may have either.
WITH_PROPERDOCS = """
import properdocs.replacement
import mkdocs
import ppid.publishing.mkdocs_plugin as plugin
from ppid.cli.main import main
assert mkdocs.__name__ == plugin.MkDocsConfig.__module__.partition(".")[0] == "properdocs"
main()
"""


def copied_backwards(source: Path, target: Path) -> Path:
    """Copy a tree in the opposite order and with other times, as another disk would hold it."""
    for path in sorted(source.rglob("*"), reverse=True):
        if path.is_file():
            copy = target / path.relative_to(source)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(path.read_bytes())
            os.utime(copy, (1_000_000_000, 1_000_000_000))
    return target


@pytest.mark.long
def test_nothing_of_the_machine_shows_in_the_site(
    kota_kecil: Path, situs: Path, tmp_path: Path
) -> None:
    """All is changed at once, since each whole build takes long: what differs tells by its name."""
    copy = copied_backwards(kota_kecil.parents[1], tmp_path / "lain" / "tempat")
    site = tmp_path / "situs"
    arguments = ("bangun", "--tanggal", DAY, "--keluaran", str(site), "--proses", "3")
    ended = subprocess.run(
        [sys.executable, "-c", WITH_PROPERDOCS, *arguments, "--tanpa-simpanan"],
        cwd=copy / "tests" / "kota-kecil",
        env=clean_environment(
            PYTHONHASHSEED="2", TZ="Asia/Jayapura", LC_ALL="C", COLUMNS="40", LANG="id_ID"
        ),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr
    found = differences(site, situs)
    assert [name for name in found if not name.startswith(f"{INDEX}/")] == []
    assert found == [], "only the search index differs"
