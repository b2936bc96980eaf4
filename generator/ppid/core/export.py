"""A file that is published beside the pages, made from the same records."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Export:
    """One file of the site; `url` is its address relative to the root, without a leading slash."""

    url: str
    content: bytes
