"""Fills the frames that were printed: every data page, download, document and the search index."""

import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from ppid.checking.check import Checked
from ppid.core.manifest import write_manifest
from ppid.core.page import Page
from ppid.history.read import read_past
from ppid.publishing.forge import Forge
from ppid.publishing.frame import Frame, FrameError, cut_frame
from ppid.publishing.publication import Publication
from ppid.publishing.publish import Printer, copy_documents, write_exports, write_sitemap
from ppid.publishing.render import Renderer
from ppid.publishing.search import index_site
from ppid.publishing.site import exports_of, pages_of
from ppid.publishing.site_header import FRAMES, Imprint, data_id

Progress = Callable[[Iterable[Page]], Iterable[Page]]
_FRAMES = "bingkai"


@dataclass(frozen=True, slots=True)
class Filling:
    """What the data pages are made from; `site_url` and `repo` are empty when unknown.

    `forge` is nothing when nobody knows whose software serves the repository.
    """

    checked: Checked
    root: Path
    templates: Path
    badan: Imprint
    repo: str
    site_url: str
    forge: Forge | None = None

    def fill(self, folder: Path, progress: Progress) -> list[str]:
        """Complete the site in `folder`, where the frames lie, and give the addresses of pages.

        Raises AddressTakenError, FrameError, SearchError or OSError; the folder is then unusable.
        """
        frames = {name: _take_frame(folder, name) for name in FRAMES}
        shutil.rmtree(folder / _FRAMES)
        known = {"badan": self.badan, "repo": self.repo, "rumah": self.forge}
        renderer = Renderer(self.templates, known)
        printer = Printer(frames, renderer, self.site_url)
        past = read_past(self.root, self.checked.corpus)
        publication = Publication.of(self.checked, self.site_url, past)
        addresses = printer.write(progress(pages_of(publication)), folder)
        write_exports(exports_of(publication), folder)
        copy_documents(self.checked.corpus.documents, self.root, folder)
        index_site(folder, self.checked.corpus)
        write_sitemap(folder, self.site_url)
        write_manifest(folder, self.checked.corpus.today.isoformat(), data_id(self.checked))
        return addresses


def _take_frame(folder: Path, name: str) -> Frame:
    html = (folder / _FRAMES / name / "index.html").read_text("utf-8")
    try:
        return cut_frame(html, "../..")
    except FrameError as error:
        message = f"bingkai “{name}”: {error}"
        raise FrameError(message) from error
