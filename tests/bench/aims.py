"""What we want to reach, and whether the figures reach it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from runs import Result

SMALL, LARGE = 10_000, 100_000
FLOOR_TIMES = 4.0
HUGO_TIMES = 2.0
GROWTH = 1.5
MEMORY = 600.0
FRICTIONLESS_TIMES = 1.5
Rivals = Mapping[tuple[str, int], Result]


@dataclass(frozen=True, slots=True)
class Aim:
    """A wish in words with what was measured; `met` is None when nothing was."""

    wish: str
    measured: str = "tidak diukur"
    met: bool | None = None


def aims(ours: Mapping[int, Result], rivals: Rivals) -> Iterator[Aim]:
    """Compare the figures with every aim. Ratios of our own stages are of processor time."""
    small, large = ours.get(SMALL), ours.get(LARGE)
    yield _floor(small)
    yield _hugo(small, rivals.get(("hugo", SMALL)))
    yield _growth(small, large)
    yield _memory(large)
    for rows in (SMALL, LARGE):
        yield _frictionless(rows, rivals.get(("frictionless", rows)))


def _floor(small: Result | None) -> Aim:
    wish = f"{SMALL} baris: cetak dan tulis paling lama {FLOOR_TIMES:g}× dasar tulis"
    if small is None:
        return Aim(wish)
    times = small.middle("print_cpu_s") / small.middle("floor_cpu_s")
    return Aim(wish, f"{times:.1f}×", times <= FLOOR_TIMES)


def _hugo(small: Result | None, hugo: Result | None) -> Aim:
    wish = f"{SMALL} baris: halaman per detik sekurang-kurangnya {HUGO_TIMES:g}× Hugo"
    if small is None or hugo is None:
        return Aim(wish)
    mine = small.middle("pages") / small.middle("print_s")
    theirs = hugo.middle("hugo_pages") / hugo.middle("hugo_s")
    times = mine / theirs
    return Aim(wish, f"{mine:.0f} : {theirs:.0f} = {times:.2f}×", times >= HUGO_TIMES)


def _growth(small: Result | None, large: Result | None) -> Aim:
    wish = f"µs per baris dari {SMALL} ke {LARGE} tumbuh paling banyak {GROWTH:g}×"
    if small is None or large is None:
        return Aim(wish)
    stages = ("read", "check", "print")
    times = {stage: large.per_row(stage) / small.per_row(stage) for stage in stages}
    total = sum(map(large.per_row, stages)) / sum(map(small.per_row, stages))
    words = ", ".join(f"{stage} {value:.2f}×" for stage, value in times.items())
    return Aim(wish, f"{total:.2f}× ({words})", max(times.values()) <= GROWTH)


def _memory(large: Result | None) -> Aim:
    wish = f"{LARGE} baris: memori puncak paling banyak {MEMORY:g} MiB (tanpa pencarian)"
    return Aim(wish, f"{large.peak:.0f} MiB", large.peak <= MEMORY) if large else Aim(wish)


def _frictionless(rows: int, result: Result | None) -> Aim:
    wish = f"{rows} baris DIP: baca dan periksa {FRICTIONLESS_TIMES:g}× secepat frictionless"
    if result is None:
        return Aim(wish)
    mine = result.middle("read_cpu_s") + result.middle("check_cpu_s")
    theirs = result.middle("validate_cpu_s")
    words = f"{theirs:.2f} s : {mine:.2f} s = {theirs / mine:.2f}×"
    return Aim(wish, words, theirs / mine >= FRICTIONLESS_TIMES)
