"""Two checked corpora become one review: every change, finding, effect and question, in order."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from ppid.checking.check import Checked, check_folder
from ppid.checking.load import Memory
from ppid.core.corpus import pause_gc
from ppid.core.project_files import DiskFolder
from ppid.diagnostics.places import RecordId
from ppid.reviewing.base import Stored
from ppid.reviewing.decisions import decisions
from ppid.reviewing.effects import effects
from ppid.reviewing.files import TouchedFiles, document_changes, page_changes, rewritten
from ppid.reviewing.findings import compare_findings
from ppid.reviewing.lists import copies_changed, list_changes
from ppid.reviewing.model import ChangeSort, ComparedBase, Review, ReviewChange, Unchanged
from ppid.reviewing.places import Places, places_of
from ppid.reviewing.records import folder_changes, record_changes
from ppid.reviewing.rows import row_changes

_NOT_DATA = ("data/", "content/")


def review_branch(root: Path, stored: Stored, today: date) -> Review:
    """Compare the work tree below `root` with what git stored; both are read with the same eyes."""
    with pause_gc():
        memory = Memory()
        before = check_folder(stored.folder, today, memory)
        after = check_folder(DiskFolder(root), today, memory)
        return review(before, after, stored.base, stored.touched)


def review(before: Checked, after: Checked, base: ComparedBase, touched: TouchedFiles) -> Review:
    """Compare two corpora; `touched` adds what only git knows of their files."""
    with pause_gc():
        places = places_of(before, after)
        renamed = [*(touched.renamed or {}).items()]
        changes = _changes(before, after, places, touched, renamed)
        moved = _renamed_rows(changes)
        new, solved = compare_findings(before.findings, after.findings, places, moved)
        effect = tuple(effects(places))
        return Review(
            base,
            changes,
            new,
            solved,
            effect,
            tuple(decisions(changes, new, effect, after.corpus)),
            Unchanged(
                rewritten(before, after, touched, changes),
                tuple(sorted(renamed)),
                sum(not path.startswith(_NOT_DATA) for path in touched.changed),
            ),
        )


def _changes(
    before: Checked,
    after: Checked,
    places: Places,
    touched: TouchedFiles,
    renamed: list[tuple[str, str]],
) -> tuple[ReviewChange, ...]:
    found = [
        *folder_changes(places),
        *list_changes(places),
        *row_changes(places),
        *record_changes(places, renamed),
        *document_changes(before, after, touched),
        *page_changes(before, after, renamed),
    ]
    found += copies_changed(found, places)
    return tuple(sorted(found, key=lambda change: change.order))


def _renamed_rows(changes: Sequence[ReviewChange]) -> dict[RecordId, RecordId]:
    """Map the ids of rows that took another `kode`, so that their findings stay theirs."""
    renamed = {}
    for change in changes:
        for detail in change.details:
            if detail.sort is ChangeSort.KODE_BERUBAH and detail.field == "kode":
                kind, opd, tahun, slug = change.record.split("/", 3)
                old = RecordId(kind, opd, int(tahun), detail.before.lower())
                renamed[old] = old._replace(slug=slug)
    return renamed
