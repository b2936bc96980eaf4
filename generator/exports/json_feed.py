"""Activities as a JSON Feed 1.1 (jsonfeed.org)."""

import json
from collections.abc import Iterator

from generator.check import Checked
from generator.export import Export
from generator.feed import Entry, Feed, feed_of

URL = "kegiatan/feed.json"


def exports(checked: Checked) -> Iterator[Export]:
    """Give the feed."""
    feed = feed_of(checked)
    if feed:
        text = json.dumps(_printed(feed), ensure_ascii=False, indent=1)
        yield Export(URL, f"{text}\n".encode(errors="replace"))


def _printed(feed: Feed) -> dict[str, object]:
    addresses = (
        {"home_page_url": f"{feed.home}kegiatan/", "feed_url": feed.home + URL} if feed.home else {}
    )
    return {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        **addresses,
        "language": "id",
        "authors": [{"name": feed.publisher}],
        "items": [_item(entry) for entry in feed.entries],
    }


def _item(entry: Entry) -> dict[str, object]:
    return {
        "id": entry.id,
        **({"url": entry.url} if entry.url else {}),
        "title": entry.title,
        "content_html": str(entry.html),
        "summary": entry.summary,
        "date_published": entry.day,
        "tags": [entry.kind],
    }
