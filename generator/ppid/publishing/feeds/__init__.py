"""Feeds: what is new, for those who subscribe; the formats are in `exports/`."""

from collections.abc import Iterator

from ppid.checking.check import Checked
from ppid.kinds.badan import Badan
from ppid.publishing.feeds.activities import activity_feed
from ppid.publishing.feeds.list_changes import change_feeds
from ppid.publishing.feeds.model import Feed


def feeds_of(checked: Checked) -> Iterator[Feed]:
    """Give every feed; none when there is no body to publish them."""
    badan = next(iter(checked.corpus.of(Badan)), None)
    if badan is not None:
        yield activity_feed(checked, badan)
        yield from change_feeds(checked, badan)
