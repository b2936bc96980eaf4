"""What is asked for when the site is built, gathered once for pages, downloads and the search."""

from dataclasses import dataclass
from typing import Self

from ppid.checking.check import Checked
from ppid.history.model import NO_PAST, Past


@dataclass(frozen=True)
class Publication(Checked):
    """A checked corpus on its way to the site.

    `site_url` is where it will be published, with a slash at the end; empty when nobody knows.
    `past` is what the repository says of earlier states, and empty where there is no repository.
    """

    site_url: str = ""
    past: Past = NO_PAST

    @classmethod
    def of(cls, checked: Checked, site_url: str = "", past: Past = NO_PAST) -> Self:
        """Return what was checked, together with what is known only when a site is built."""
        return cls(checked.corpus, checked.findings, checked.texts, site_url=site_url, past=past)
