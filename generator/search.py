"""The search index: Pagefind over the pages that carry `data-pagefind-body`."""

import os
import subprocess
import sys
from pathlib import Path

from generator.search_order import settle

INDEX = "pagefind"


class SearchError(Exception):
    """Pagefind did not finish; the message holds what it said."""


def index_site(folder: Path) -> None:
    """Index the printed site below `folder` into `folder/pagefind`.

    The command line is used, since the Python interface waits a tenth of a second for every page.
    Raises SearchError when Pagefind fails.
    """
    command = [
        *(sys.executable, "-m", "pagefind", "--site", str(folder)),
        *("--output-subdir", INDEX, "--force-language", "id", "--quiet"),
    ]
    environment = {**os.environ, "TZ": "UTC"}
    ended = subprocess.run(  # noqa: S603 — the command is ours, the folder is an argument
        command, capture_output=True, text=True, check=False, env=environment
    )
    if ended.returncode:
        raise SearchError((ended.stderr or ended.stdout).strip())
    settle(folder / INDEX)
