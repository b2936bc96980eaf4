"""Media types of the files that the site publishes."""

from typing import Final

_MEDIA: Final = {
    ".csv": "text/csv",
    ".parquet": "application/vnd.apache.parquet",
    ".json": "application/json",
    ".jsonld": "application/ld+json",
    ".rdf": "application/rdf+xml",
    ".xml": "application/atom+xml",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".ics": "text/calendar",
}


_FEED: Final = "feed.json"


def media_type(url: str) -> str:
    """Return the media type of a file by the end of its name. Raise KeyError for others."""
    if url.rpartition("/")[2] == _FEED:
        return "application/feed+json"
    return _MEDIA[url[url.rindex(".") :]]
