"""Each list as CSV, and all rows of DIP and of DIK as one file each."""

from collections.abc import Iterator

from ppid.core.page import Export
from ppid.publishing.publication import Publication


def exports(publication: Publication) -> Iterator[Export]:
    """Yield the file of every list that has rows, then the two files of all rows."""
    for sheet in (*publication.sheets.values(), *publication.sheets_of_all.values()):
        yield sheet.export
