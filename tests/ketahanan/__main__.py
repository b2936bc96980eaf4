"""Everything that may go wrong at once: `make tahan`, or `python -m tests.ketahanan --help`."""

import argparse
import importlib
import os
import sys
import tempfile
import time
import traceback
from pathlib import Path
from random import Random

from tests.ketahanan.report import Report

PARTS = ("kills", "full_disk", "shapes", "documents", "hostile_cells", "markup", "engine")
LONGEST = 30 * 60
"""Seconds of processor time that all parts together may take; a busy machine takes longer."""


def main() -> None:
    """Run the parts that are asked for, print their figures, and fail on any fault."""
    wanted = _arguments()
    started = time.monotonic()
    found = 0
    for name in wanted.bagian or PARTS:
        begun = time.monotonic()
        with tempfile.TemporaryDirectory(prefix="ppid-tahan-") as folder:
            report = _report_of(name, Path(folder), Random(f"{wanted.benih} {name}"))
        print(f"\n{name}: {time.monotonic() - begun:.0f} detik")
        for label, value in report.figures.items():
            print(f"  {label}: {value}")
        # At once: who stops the campaign half-way knows what was found so far.
        print("\n".join(f"- {fault}" for fault in report.faults), flush=True)
        found += len(report.faults)
    took, used = time.monotonic() - started, sum(os.times()[:4])
    if used > LONGEST:
        found += 1
        print(f"- memakai prosesor lebih lama daripada {LONGEST} detik")
    print(f"\nSeluruhnya {took:.0f} detik, {used:.0f} detik prosesor, benih {wanted.benih}.")
    print(f"{found} cacat.")
    sys.exit(bool(found))


def _report_of(name: str, folder: Path, random: Random) -> Report:
    """Run a part; one that breaks down is a fault, and stops no other."""
    try:
        report: Report = importlib.import_module(f"tests.ketahanan.{name}").run(folder, random)
    except Exception:  # noqa: BLE001 — whatever it is, the other parts still count
        report = Report()
        report.faults.append(f"bagian ini berhenti sebelum selesai:\n{traceback.format_exc()}")
    return report


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make tahan", description="Menguji ketahanan.")
    parser.add_argument("bagian", nargs="*", help=f"{', '.join(PARTS)}; bawaan: semuanya")
    parser.add_argument("--benih", default="1", help="benih acak; nilai lain menguji saat lain")
    return parser.parse_args()


if __name__ == "__main__":
    main()
