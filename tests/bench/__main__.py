"""Measure the generator on invented lists: `python tests/bench --help`."""

import argparse
import json
import tempfile
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path

from aims import LARGE, SMALL, Rivals, aims
from frames import print_frames
from project import lay_out
from rivals import MATERIAL_ROWS, MISSING, RIVALS
from runs import Result, measure, repetitions
from tables import show

_TMPFS = Path("/dev/shm")  # noqa: S108 — a folder of our own is made inside it
_SIZES = (1_000, SMALL, LARGE)
_RIVAL_ROWS = {"hugo": SMALL, "material": MATERIAL_ROWS, "frictionless": SMALL}


def main() -> None:
    """Measure what the command line asks for and show it."""
    wanted = _arguments()
    with tempfile.TemporaryDirectory(prefix="ppid-ukur-", dir=wanted.folder) as made:
        folder = Path(made)
        _frames(folder)
        ours = {
            rows: measure(rows, folder, wanted.ulang or repetitions(rows), search=wanted.cari)
            for rows in wanted.baris
        }
        rivals = _rivals(wanted, folder)
    wishes = list(aims(ours, rivals))
    show(ours, rivals, wishes)
    if wanted.json:
        answer = {
            "ukuran": {rows: result.values for rows, result in ours.items()},
            "pembanding": {f"{name} {n}": r.values for (name, n), r in rivals.items()},
            "sasaran": [asdict(aim) for aim in wishes],
        }
        wanted.json.write_text(json.dumps(answer, indent=1), "utf-8")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python tests/bench", description="Mengukur kecepatan.")
    parser.add_argument("--baris", type=int, nargs="*", default=_SIZES, help="jumlah baris")
    parser.add_argument("--ulang", type=int, default=0, help="berapa kali tiap ukuran diulang")
    parser.add_argument("--cari", action="store_true", help="ukur pula indeks pencarian")
    for name in RIVALS:
        parser.add_argument(f"--{name}", action="store_true", help=f"bandingkan dengan {name}")
    parser.add_argument("--semua", action="store_true", help="dengan semua pembanding")
    folder = _TMPFS if _TMPFS.is_dir() else None
    parser.add_argument("--folder", type=Path, default=folder, help="folder kerja; sebaiknya tmpfs")
    parser.add_argument("--json", type=Path, help="tulis pula angkanya ke berkas ini")
    return parser.parse_args()


def _frames(folder: Path) -> None:
    project = folder / "proyek"
    project.mkdir()
    (folder / "bingkai").mkdir()
    lay_out(project, 1)
    print_frames(project, folder / "bingkai")


def _rivals(wanted: argparse.Namespace, folder: Path) -> Rivals:
    found: dict[tuple[str, int], Result] = {}
    for name, rival in RIVALS.items():
        if not (wanted.semua or getattr(wanted, name)):
            continue
        if sentence := MISSING[name]():
            print(f"Dilewati: {sentence}")
            continue
        for rows in _sizes(name, wanted.baris):
            found[name, rows] = rival(rows, folder)
    return found


def _sizes(name: str, rows: Mapping[int, Result] | list[int]) -> list[int]:
    """Return the sizes for a rival: its usual one, and for a checker every large one too."""
    larger = [n for n in rows if n > SMALL] if name == "frictionless" else []
    return [_RIVAL_ROWS[name], *larger]


if __name__ == "__main__":
    main()
