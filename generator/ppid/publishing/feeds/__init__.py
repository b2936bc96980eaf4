"""Feeds: what is new, for those who subscribe; the formats are in `exports/`."""

from collections.abc import Iterator

from generator.check import Checked
from generator.feeds.activities import activity_feed
from generator.feeds.list_changes import change_feeds
from generator.feeds.model import Feed
from generator.kinds.badan import Badan


def feeds_of(checked: Checked) -> Iterator[Feed]:
    """Give every feed; none when there is no body to publish them."""
    badan = next(iter(checked.corpus.of(Badan)), None)
    if badan is not None:
        yield activity_feed(checked, badan)
        yield from change_feeds(checked, badan)
