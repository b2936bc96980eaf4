"""Each list as CSV, the newest under an address that stays, and all rows of DIP and of DIK."""

from collections.abc import Iterator
from dataclasses import replace

from ppid.core.page import Export
from ppid.publishing.publication import Publication
from ppid.publishing.sheets import latest_url


def exports(publication: Publication) -> Iterator[Export]:
    """Yield the file of every list that has rows, then the two files of all rows."""
    for sheet in (*publication.sheets.values(), *publication.sheets_of_all.values()):
        yield sheet.export
    for daftar in publication.latest_lists:
        if daftar.id in publication.sheets:
            newest = publication.sheets[daftar.id].export
            url = latest_url(daftar.id.opd, daftar.rows, "csv")
            yield replace(newest, url=url, title=f"{newest.title}, yang terakhir")
