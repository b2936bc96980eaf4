"""The papers of each list as .docx, ready to be filled in, printed and signed."""

from collections.abc import Iterator

from ppid.checking.check import Checked
from ppid.core.export import Export
from ppid.publishing.papers.of_lists import printed_papers


def exports(checked: Checked) -> Iterator[Export]:
    """Give the file of every paper."""
    for papers in printed_papers(checked.corpus).values():
        for printed in papers:
            yield printed.export
