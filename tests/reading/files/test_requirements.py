"""Every requirement is stated in full, and every rule page begins with its statement."""

from pathlib import Path

import pytest

from ppid.diagnostics.diagnostic import Requirement
from ppid.reading.files.requirements import REQUIREMENTS
from ppid.reading.files.text_checks import misspelt

PAGES = Path(__file__).parents[3] / "generator/ppid/guide/aturan"


@pytest.mark.parametrize("requirement", REQUIREMENTS, ids=lambda requirement: requirement.id)
def test_stated_in_full(requirement: Requirement) -> None:
    assert requirement.title
    assert requirement.hint.endswith(".")
    assert requirement.no_basis
    assert list(misspelt(f"{requirement.title} {requirement.hint}")) == []


@pytest.mark.parametrize("requirement", REQUIREMENTS, ids=lambda requirement: requirement.id)
def test_the_page_begins_with_the_statement(requirement: Requirement) -> None:
    text = (PAGES / f"{requirement.id}.md").read_text("utf-8")
    assert text.startswith(f"# {requirement.id}: {requirement.title}\n")
    assert "\n## Keliru: " in text
    assert "\n## Benar: " in text
