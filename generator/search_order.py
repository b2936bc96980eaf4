"""Put a Pagefind index in a fixed order, so that the same site gives the same bytes."""

import gzip
import hashlib
import json
from pathlib import Path
from typing import Any

import cbor2

_MARK = b"pagefind_dcd"
_FILTERS = 3
"""Where a .pf_meta file lists its filters, each as a name and the name of a file."""


def settle(index: Path) -> None:
    """Sort the filters of the index in `index`, and rename the files that are named by content.

    Pagefind 1.5 writes filters and their values as its hash tables happen to lie in memory;
    everything else is the same in every run. Its files are gzipped CBOR behind a mark.
    """
    names = {}
    for path in sorted((index / "filter").glob("*.pf_filter")):
        name, values = _read(path)
        names[path.stem] = _replace(path, [name, sorted(values)])
    entry_path = index / "pagefind-entry.json"
    entry = json.loads(entry_path.read_text("utf-8"))
    for language in entry["languages"].values():
        path = index / f"pagefind.{language['hash']}.pf_meta"
        parts = _read(path)
        parts[_FILTERS] = sorted([name, names[file]] for name, file in parts[_FILTERS])
        language["hash"] = _replace(path, parts)
    text = json.dumps(entry, ensure_ascii=False, separators=(",", ":"))
    entry_path.write_text(text, "utf-8")


def _read(path: Path) -> Any:  # noqa: ANN401 — CBOR holds values of any shape
    return cbor2.loads(gzip.decompress(path.read_bytes()).removeprefix(_MARK))


def _replace(path: Path, content: object) -> str:
    """Write a file anew under the name of its content; give that name, as long as the old one."""
    packed = _MARK + cbor2.dumps(content)
    before, _, old = path.stem.rpartition("id_")
    name = f"id_{hashlib.sha256(packed).hexdigest()[: len(old)]}"
    path.unlink()
    path.with_stem(before + name).write_bytes(gzip.compress(packed, mtime=0))
    return name
