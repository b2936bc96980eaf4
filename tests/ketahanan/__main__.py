"""Everything that may go wrong at once: `make tahan`, or `python -m tests.ketahanan --help`."""

import argparse
import importlib
import os
import sys
import tempfile
import time
from pathlib import Path
from random import Random

PARTS = ("kills", "full_disk", "shapes", "documents", "hostile_cells", "markup", "engine")
LONGEST = 30 * 60
"""Seconds of processor time that all parts together may take; a busy machine takes longer."""


def main() -> None:
    """Run the parts that are asked for, print their figures, and fail on any fault."""
    wanted = _arguments()
    started = time.monotonic()
    faults: list[str] = []
    for name in wanted.bagian or PARTS:
        part, begun = importlib.import_module(f"tests.ketahanan.{name}"), time.monotonic()
        with tempfile.TemporaryDirectory(prefix="ppid-tahan-") as folder:
            report = part.run(Path(folder), Random(f"{wanted.benih} {name}"))
        print(f"\n{name}: {time.monotonic() - begun:.0f} detik")
        for label, value in report.figures.items():
            print(f"  {label}: {value}")
        sys.stdout.flush()
        faults += [f"{name}: {fault}" for fault in report.faults]
    took, used = time.monotonic() - started, sum(os.times()[:4])
    if used > LONGEST:
        faults.append(f"memakai prosesor lebih lama daripada {LONGEST} detik")
    print(f"\nSeluruhnya {took:.0f} detik, {used:.0f} detik prosesor, benih {wanted.benih}.")
    print(f"{len(faults)} cacat.")
    print("\n".join(f"- {fault}" for fault in faults))
    sys.exit(bool(faults))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make tahan", description="Menguji ketahanan.")
    parser.add_argument("bagian", nargs="*", help=f"{', '.join(PARTS)}; bawaan: semuanya")
    parser.add_argument("--benih", default="1", help="benih acak; nilai lain menguji saat lain")
    return parser.parse_args()


if __name__ == "__main__":
    main()
