"""A review in the form that was asked for, short for reading or whole for keeping."""

from ppid.reviewing.as_json import as_json
from ppid.reviewing.as_markdown import LIMIT, as_markdown
from ppid.reviewing.as_text import as_text
from ppid.reviewing.model import Review


def rendered(review: Review, form: str, *, colour: bool = False, whole: bool = False) -> str:
    """Write a review as `teks`, `markdown` or `json`; JSON is always whole."""
    if form == "json":
        return as_json(review)
    if form == "markdown":
        return as_markdown(review, None if whole else LIMIT)
    return as_text(review, colour=colour, whole=whole)
