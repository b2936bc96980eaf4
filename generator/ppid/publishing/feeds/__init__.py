"""Feeds: what is new, for those who subscribe; the formats are in `exports/`."""

from collections.abc import Iterator

from ppid.kinds.badan import Badan
from ppid.publishing.feeds.activities import activity_feed
from ppid.publishing.feeds.list_changes import change_feeds
from ppid.publishing.feeds.model import Feed
from ppid.publishing.publication import Publication


def feeds_of(publication: Publication) -> Iterator[Feed]:
    """Yield every feed; none when there is no body to publish them."""
    badan = next(iter(publication.corpus.of(Badan)), None)
    if badan is not None:
        yield activity_feed(publication, badan)
        yield from change_feeds(publication, badan)
