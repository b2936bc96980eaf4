"""Documents for the gate, made by code: what each hides is found, and damage stops nothing."""

from pathlib import Path
from random import Random

from tests.ketahanan.projects import DAY, OPD, small
from tests.ketahanan.report import Report
from tests.reading.documents.files import CASES, Case

DAMAGED = 100


def run(work: Path, random: Random) -> Report:
    """Look into every described document, then into damaged ones."""
    report = Report()
    project = small(work / "proyek")
    for case in CASES:
        said = _look(project, case.name, case.content, report)
        missing = [rule for rule in sorted(case.rules) if rule not in said]
        if missing:
            report.faults.append(f"{case.name}: {', '.join(missing)} tidak disebut")
        report.count("dokumen dengan temuan" if case.rules else "dokumen bersih")
    usual = [case for case in CASES if 0 < len(case.content) < 1_000_000]
    for number in range(DAMAGED):
        case = random.choice(usual)
        _look(project, f"rusak-{number}-{case.name}", _damaged(case, random), report)
        report.count("dokumen rusak")
    return report


def _look(project: Path, name: str, content: bytes, report: Report) -> str:
    """Look into a document where it is handed in and where it is published.

    The gate lets numbers pass that stand on the pages of the rules, as these documents' own do.
    """
    path = project / f"data/opd/{OPD}/dokumen/{name}"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content)
    report.look(("gerbang", str(path)), project, f"gerbang {name}")
    ended = report.look(("periksa", "--format", "json", *DAY), project, f"periksa {name}")
    path.unlink()
    return ended.said


def _damaged(case: Case, random: Random) -> bytes:
    """Flip bytes of a document, cut it off, or put a piece of it in twice."""
    content = bytearray(case.content)
    sort = random.randrange(3)
    if sort == 0:
        for _ in range(random.randint(1, 20)):
            content[random.randrange(len(content))] = random.randrange(256)
        return bytes(content)
    at = random.randrange(len(content))
    if sort == 1:
        return bytes(content[:at])
    return bytes(content[:at] + content[random.randrange(len(content)) :])
