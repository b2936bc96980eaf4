"""ProperDocs, which continues MkDocs, prints the same site, byte for byte."""

import subprocess
import sys
from pathlib import Path

from tests.conftest import DAY, clean_environment
from tests.publishing.test_build import differences

PRINTED = """
import properdocs.replacement
import mkdocs
import ppid.publishing.mkdocs_plugin as plugin
from ppid.cli.main import main
assert mkdocs.__name__ == plugin.MkDocsConfig.__module__.partition(".")[0] == "properdocs"
main()
"""


def test_properdocs_prints_the_same_site(kota_kecil: Path, situs: Path, tmp_path: Path) -> None:
    site = tmp_path / "situs"
    ended = subprocess.run(
        [sys.executable, "-c", PRINTED, "bangun", "--tanggal", DAY, "--keluaran", str(site)],
        cwd=kota_kecil,
        env=clean_environment(),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert differences(site, situs) == []
