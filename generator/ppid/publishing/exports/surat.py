"""The papers of each list as .docx, ready to be filled in, printed and signed."""

from collections.abc import Iterator

from generator.check import Checked
from generator.export import Export
from generator.papers.of_lists import printed_papers


def exports(checked: Checked) -> Iterator[Export]:
    """Give the file of every paper."""
    for papers in printed_papers(checked.corpus).values():
        for printed in papers:
            yield printed.export
