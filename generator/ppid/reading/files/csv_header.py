"""Compare the heading of a table with the columns that its kind of record has."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from ppid.diagnostics.model import Diagnostic, Note, diagnose
from ppid.reading.files.csv_layout import normal_heading
from ppid.reading.files.csv_table import CsvFile
from ppid.reading.files.requirements import BRK_004

_CLOSE = 0.7


def check_header(
    csv_file: CsvFile, required: Sequence[str], known: Sequence[str]
) -> list[Diagnostic]:
    """Say in one message what is missing, unknown or misspelt; repeated headings one by one."""
    mismatch = _mismatch(csv_file, required, known)
    return [*([mismatch] if mismatch else []), *_repeated(csv_file)]


def _mismatch(
    csv_file: CsvFile, required: Sequence[str], known: Sequence[str]
) -> Diagnostic | None:
    present = set(csv_file.header)
    unknown = list(dict.fromkeys(name for name in csv_file.header if name not in known))
    likely = _likely(unknown, [name for name in known if name not in present])
    missing = [name for name in required if name not in present | set(likely.values())]
    strange = [name for name in unknown if name not in likely]
    if not unknown and not missing:
        return None
    parts = [f"“{name}” mungkin maksudnya “{meant}”" for name, meant in likely.items()]
    parts += [f"kolom {_listed(missing)} belum ada"] if missing else []
    parts += [f"kolom {_listed(strange)} tidak dikenal"] if strange else []
    spans = [csv_file.heading_span(csv_file.header.index(name)) for name in unknown]
    notes = tuple(
        Note(f"“{name}” tidak dikenal", span)
        for name, span in zip(unknown[1:], spans[1:], strict=True)
    )
    place = spans[0] if spans else csv_file.span(())
    message = "; ".join(parts)
    return diagnose(BRK_004, place, message[0].upper() + message[1:], notes=notes)


def _likely(unknown: Sequence[str], absent: Sequence[str]) -> dict[str, str]:
    """Pair unknown headings with absent ones, the closest first, each at most once."""
    scored = sorted(
        (
            (_likeness(name, meant), name, meant)
            for name in unknown
            for meant in absent
            if _likeness(name, meant) >= _CLOSE
        ),
        key=lambda pair: -pair[0],
    )
    pairs: dict[str, str] = {}
    for _, name, meant in scored:
        if name not in pairs and meant not in pairs.values():
            pairs[name] = meant
    return {name: pairs[name] for name in unknown if name in pairs}


def _likeness(name: str, meant: str) -> float:
    return SequenceMatcher(None, normal_heading(name)[:80], meant).ratio()


def _repeated(csv_file: CsvFile) -> Iterator[Diagnostic]:
    for column, name in enumerate(csv_file.header):
        first = csv_file.header.index(name)
        if name and first != column:
            note = Note(f"“{name}” yang pertama", csv_file.heading_span(first))
            message = f"Judul kolom “{name}” ditulis dua kali"
            yield diagnose(BRK_004, csv_file.heading_span(column), message, notes=(note,))


def _listed(names: Sequence[str]) -> str:
    return ", ".join(f"“{name}”" if name else "tanpa judul" for name in names)
