"""How much the gate finds of the labelled strings, and how often it is wrong."""

import sys
from collections import Counter

import pytest

from ppid.checking.rules.privacy import npwp_severity
from ppid.reading.documents.inspection import inspect
from ppid.reading.documents.office import is_personal_name
from ppid.values.identifiers import DataPribadi, find_personal_data
from tests.reading.documents.strings import Labelled, labelled

RULES = {
    DataPribadi.NIK: "PRI-001",
    DataPribadi.PONSEL: "PRI-002",
    DataPribadi.REKENING: "PRI-003",
    DataPribadi.SUREL: "PRI-004",
    DataPribadi.NPWP: "PRI-005",
    **dict.fromkeys(list(DataPribadi)[5:], "PRI-008"),
}
LEAST_RECALL, MOST_FALSE = 0.99, 0.01
STRINGS = labelled()


def found_in(string: Labelled) -> set[str]:
    if string.author:
        return {"PRI-007"} if is_personal_name(string.text) else set()
    return {
        RULES[s.sort]
        for s in find_personal_data(string.text)
        if s.sort is not DataPribadi.NPWP
        or npwp_severity(
            "", string.text[s.start : s.end], string.text[: s.start], string.text[s.end :]
        )
    }


def _table(wanted: Counter[str], met: Counter[str], wrong: int) -> str:
    rows = [
        f"{rule_id}  {wanted[rule_id]:8}  {met[rule_id]:9}  {met[rule_id] / wanted[rule_id]:.3f}"
        for rule_id in sorted(filter(None, wanted))
    ]
    others = f"bukan data pribadi: {wanted['']}, alarm keliru: {wrong} ({wrong / wanted['']:.3f})"
    return "\n".join(("", "aturan   berlabel  ditemukan  recall", *rows, others, ""))


def test_recall_and_false_alarms(capsys: pytest.CaptureFixture[str]) -> None:
    wanted, met, wrong = Counter[str](), Counter[str](), list[str]()
    for string in STRINGS:
        found = found_in(string)
        wanted[string.rule_id] += 1
        met[string.rule_id] += string.rule_id in found
        if found - {string.rule_id}:
            wrong.append(f"{string.text!r}: {sorted(found - {string.rule_id})}")
    missed = [s.text for s in STRINGS if s.rule_id and s.rule_id not in found_in(s)]
    with capsys.disabled():
        sys.stdout.write(_table(wanted, met, len(wrong)))
    assert all(met[r] / wanted[r] >= LEAST_RECALL for r in wanted if r), missed
    assert len(wrong) / wanted[""] <= MOST_FALSE, wrong


def test_the_set_is_large_and_balanced() -> None:
    positive = [string for string in STRINGS if string.rule_id]
    assert len({string.text for string in STRINGS}) == len(STRINGS) >= 300
    assert len(positive) >= 120
    assert len(STRINGS) - len(positive) >= 120


@pytest.mark.parametrize("name", ["catatan.txt", "catatan.html", "catatan.csv"])
def test_the_same_is_found_in_files(name: str) -> None:
    """A file is read as a whole; what was found alone must be found among other lines."""
    for string in STRINGS:
        if string.author or any(mark in string.text for mark in '\n\t",;'):
            continue
        content = f"Judul\n{string.text}\nPenutup\n".encode()
        found = {RULES[trace.sighting.sort] for trace in inspect(name, content).traces}
        assert (string.rule_id in found) or not string.rule_id, string.text
