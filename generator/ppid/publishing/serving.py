"""A site that is looked at while its data are edited: what they change is made when asked for.

A whole build takes a while on a large body. It is made once; after a change of the data each page
and download is made again when a browser wants it. Only what is made of the whole site (search,
catalogue, manifest) needs another build.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from itertools import chain
from pathlib import Path
from shutil import copyfile

from ppid.checking.check import Checked
from ppid.core.page import Export, Page
from ppid.core.writing import replace_file
from ppid.publishing.build import Filled, Filling, Printer, SitePart, parts_of

_PAGE = "index.html"
_Make = Callable[[], bytes]


class ServedSite:
    """A finished site in a folder, and what has become of its data since."""

    def __init__(self, folder: Path, filling: Filling, filled: Filled) -> None:
        """Begin with a site that is as its data are."""
        self.folder, self.filled = folder, filled
        self._filling = filling
        self._changed = False
        self._files: dict[str, _Files] = {}
        self._asked: set[str] = set()
        self._made = set(filled.places)

    def change(self, checked: Checked) -> None:
        """Take over data that were read and checked anew; no file is made for now."""
        self._filling = replace(self._filling, checked=checked)
        publication = self._filling.publication(self.filled.past)
        printer = self._filling.printer(publication, self.filled.frames, self.folder)
        self._files = {part.name: _Files(part, printer) for part in parts_of(publication)}
        self._changed, self._asked = True, set()

    def needs_whole(self, path: str) -> bool:
        """Tell whether a file is made of the whole site, and older than the data."""
        return self._changed and self.filled.is_of_whole(path)

    def refresh(self, path: str) -> None:
        """Bring a file up to date with the data, or take it away where they no longer make it."""
        if not self._changed or path in self._asked:
            return
        self._asked.add(path)
        make, target = self._find(path), self.folder / path
        document = self._filling.root / "data" / path
        if make is not None:
            target.parent.mkdir(parents=True, exist_ok=True)
            replace_file(target, make())
            self._made.add(path)
        elif f"data/{path}" in self._filling.checked.corpus.documents:
            target.parent.mkdir(parents=True, exist_ok=True)
            copyfile(document, target)
        elif path in self._made:
            target.unlink(missing_ok=True)

    def _find(self, path: str) -> _Make | None:
        """Look in the part that made a file before, then in those that may make a new one."""
        known, steps = self.filled.places.get(path), path.split("/")
        ours = [name for name in self._files if name == known]
        ours += [name for name in self._files if name != known and name in steps]
        if known is None:
            ours += [name for name in self._files if "." in name]
        found = (self._files[name].find(path) for name in ours)
        return next(filter(None, found), None)


class _Files:
    """The files of a part of the site, made no further than somebody has asked for."""

    def __init__(self, part: SitePart, printer: Printer) -> None:
        pages = chain.from_iterable(make() for make in part.pages)
        exports = chain.from_iterable(make() for make in part.exports)
        self._pages = _met(pages, printer)
        self._exports: Iterator[tuple[str, _Make]] = (
            (export.url, partial(_content, export)) for export in exports
        )
        self._known: dict[str, _Make] = {}

    def find(self, path: str) -> _Make | None:
        rest = self._pages if path.endswith(_PAGE) else self._exports
        while path not in self._known:
            following = next(rest, None)
            if following is None:
                return None
            self._known[following[0]] = following[1]
        return self._known[path]


def _met(pages: Iterator[Page], printer: Printer) -> Iterator[tuple[str, _Make]]:
    for page in pages:
        yield f"{page.url}{_PAGE}", partial(_printed, page, printer)


def _printed(page: Page, printer: Printer) -> bytes:
    return printer.html_of(page).encode()


def _content(export: Export) -> bytes:
    return export.content
