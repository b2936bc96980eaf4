"""Files that are no records: documents, hand-written pages, and what only looks different."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ppid.checking.check import Checked
from ppid.reviewing.model import ChangeSort, Detail, ReviewChange

_PLACES = {"dokumen": "Dokumen", "halaman": "Halaman"}
_SORTS = {
    "dokumen": (ChangeSort.DOKUMEN_HILANG, ChangeSort.DOKUMEN_BERUBAH, ChangeSort.DOKUMEN_BARU),
    "halaman": (ChangeSort.HALAMAN_HILANG, ChangeSort.HALAMAN_BERUBAH, ChangeSort.HALAMAN_BARU),
}


@dataclass(frozen=True, slots=True)
class TouchedFiles:
    """What git says of the files: paths whose bytes differ, and documents that were only renamed.

    `renamed` maps the old path of a document to the new one.
    """

    changed: frozenset[str] = frozenset()
    renamed: Mapping[str, str] | None = None


def document_changes(
    before: Checked, after: Checked, touched: TouchedFiles
) -> Iterator[ReviewChange]:
    """Yield the documents that went, changed or came; one that was only renamed is not told."""
    renamed = touched.renamed or {}
    was = before.corpus.documents - renamed.keys()
    now = after.corpus.documents - frozenset(renamed.values())
    sizes = before.corpus.sizes, after.corpus.sizes
    differing = {p for p in was & now if p in touched.changed or sizes[0][p] != sizes[1][p]}
    yield from _told("dokumen", was - now, differing, now - was)


def page_changes(
    before: Checked, after: Checked, renamed: list[tuple[str, str]]
) -> Iterator[ReviewChange]:
    """Yield the hand-written pages that went, changed or came; renamed ones go to `renamed`."""
    was, now = _pages(before), _pages(after)
    gone = {path: was[path] for path in was if path not in now}
    came = {path: now[path] for path in now if path not in was}
    waiting: dict[str, list[str]] = defaultdict(list)
    for path, text in came.items():
        waiting[text].append(path)
    for path, text in list(gone.items()):
        if waiting.get(text):
            new = waiting[text].pop(0)
            renamed.append((path, new))
            del gone[path], came[new]
    differing = {path for path in was if path in now and was[path] != now[path]}
    yield from _told("halaman", gone, differing, came)


def _pages(checked: Checked) -> dict[str, str]:
    """Return the pages by path; line ends and spacing say nothing."""
    texts = checked.texts.items()
    return {p: " ".join(s.text.split()) for p, s in texts if p.startswith("content/")}


def _told(
    what: str, gone: Iterable[str], differing: Iterable[str], came: Iterable[str]
) -> Iterator[ReviewChange]:
    words = ("tidak ada lagi", "isinya berubah", "baru")
    states = (("ada", ""), ("isi lama", "isi baru"), ("", "ada"))
    for paths, sort, said, (was, now) in zip(
        (gone, differing, came), _SORTS[what], words, states, strict=True
    ):
        for path in sorted(paths):
            detail = Detail(sort, "", f"{what} {said}" if said == "baru" else said, was, now)
            yield ReviewChange(sort, path, path.rsplit("/", 1)[-1], _PLACES[what], path, (detail,))


def rewritten(
    before: Checked, after: Checked, touched: TouchedFiles, changes: Sequence[ReviewChange]
) -> tuple[str, ...]:
    """Name the files that read the same as before, although they are written otherwise."""
    told = {change.path for change in changes}
    both = before.texts.keys() & after.texts.keys()
    return tuple(
        sorted(
            path
            for path in both - told
            if path in touched.changed or before.texts[path].text != after.texts[path].text
        )
    )
