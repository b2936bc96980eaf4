"""What is worth telling of an intake, gathered by cause; how it looks is for the writers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ppid.diagnostics.diagnostic import Severity
from ppid.handing_in.intake.model import BLOK_TANDA_TANGAN, Intake, Remark, Repair, Unused
from ppid.handing_in.intake.privacy import repeatable
from ppid.reading.documents.book import CellPlace


@dataclass(frozen=True, slots=True)
class Repaired:
    """Repairs with the same reason."""

    reason: str
    repairs: Sequence[Repair]


@dataclass(frozen=True, slots=True)
class Said:
    """A remark that many cells share."""

    remark: Remark
    places: Sequence[CellPlace]

    @property
    def kind(self) -> tuple[str, ...]:
        """What remarks have in common that differ only in what they speak of."""
        return (self.remark.severity, self.remark.advice, self.remark.rule_id, self.remark.field)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Cells that go nowhere for the same reason, each with its text as it may be shown."""

    reason: str
    cells: Sequence[tuple[CellPlace, str]]


_WEIGHT = {severity: weight for weight, severity in enumerate(Severity)}


def repairs_by_reason(intake: Intake) -> list[Repaired]:
    """Put repairs with the same reason together, in the order in which they come up."""
    groups: dict[str, list[Repair]] = {}
    for repair in intake.repairs:
        groups.setdefault(repair.reason, []).append(repair)
    return [Repaired(reason, repairs) for reason, repairs in groups.items()]


def remarks_by_cause(intake: Intake) -> list[Said]:
    """Put remarks that say the same together, the gravest first."""
    groups: dict[tuple[str, str, str], list[Remark]] = {}
    for remark in intake.remarks:
        groups.setdefault((remark.severity, remark.message, remark.advice), []).append(remark)
    found = [Said(remarks[0], _once(r.place for r in remarks)) for remarks in groups.values()]
    return sorted(found, key=lambda said: (_WEIGHT[said.remark.severity], min(said.places)))


def unused_by_reason(intake: Intake) -> list[LeftOut]:
    """Put cells that are left out for the same reason together."""
    groups: dict[str, list[Unused]] = {}
    for unused in intake.unused:
        groups.setdefault(unused.reason, []).append(unused)
    return [
        LeftOut(reason, [(each.cell.place, _shown_of(each)) for each in found])
        for reason, found in groups.items()
    ]


def _shown_of(unused: Unused) -> str:
    """Return what may be repeated of a cell: a block of signatures names persons."""
    hidden = unused.reason == BLOK_TANDA_TANGAN
    return "(tidak ditampilkan)" if hidden else repeatable(unused.cell.text)


def _once(places: Iterable[CellPlace]) -> list[CellPlace]:
    return list(dict.fromkeys(places))
