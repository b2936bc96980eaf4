"""Every feed as a JSON Feed 1.1 (jsonfeed.org)."""

import json
from collections.abc import Iterator

from ppid.core.page import Export
from ppid.publishing.feeds import Feed, FeedEntry, feeds_of
from ppid.publishing.publication import Publication

_NAME = "feed.json"


def exports(publication: Publication) -> Iterator[Export]:
    """Yield every feed, beside the page that shows the same."""
    for feed in feeds_of(publication):
        text = json.dumps(_printed(feed), ensure_ascii=False, indent=1)
        yield Export(feed.folder + _NAME, f"{text}\n".encode(errors="replace"), feed.title)


def _printed(feed: Feed) -> dict[str, object]:
    page = feed.home + feed.folder
    addresses = {"home_page_url": page, "feed_url": page + _NAME} if feed.home else {}
    return {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        **addresses,
        "language": "id",
        "authors": [{"name": feed.publisher}],
        "items": [_item(entry, feed.home) for entry in feed.entries],
    }


def _item(entry: FeedEntry, home: str) -> dict[str, object]:
    return {
        "id": entry.id,
        **({"url": home + entry.path} if home else {}),
        "title": entry.title,
        **({"content_text": entry.text} if entry.text else {"content_html": str(entry.html)}),
        "summary": entry.summary,
        "date_published": entry.day,
        "tags": [entry.kind],
    }
