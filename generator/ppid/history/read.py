"""From the commits of the main line to what they did to published lists and records."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Final

from ppid.checking.read_file import read_file
from ppid.core.corpus import Corpus
from ppid.core.record import Record
from ppid.diagnostics.diagnostic import has_errors
from ppid.diagnostics.places import RecordId
from ppid.history.changes import Change, compare_lists
from ppid.history.git import Commit, Repository, Touched, find_repository
from ppid.history.matching import are_one
from ppid.history.model import NO_PAST, Gone, ListRevision, Past
from ppid.kinds import KINDS, kind_of_file
from ppid.kinds.badan import Badan
from ppid.kinds.daftar import Daftar, list_id
from ppid.kinds.dik.model import InformasiDikecualikan
from ppid.kinds.dip.model import InformasiPublik
from ppid.kinds.rows import Row
from ppid.values.identifiers import find_personal_data

_Row = tuple[str, ...]


def differing(before: bytes, after: bytes) -> tuple[bytes, bytes]:
    """Leave out of both files the rows that stand in both, wherever they stand.

    Files of another form than ours (another separator, other columns, not UTF-8) are given back
    as they are.
    """
    old, new = _rows(before), _rows(after)
    if not old or not new or old[0] != new[0]:
        return before, after
    kept, known = set(new), set(old)
    return (
        _written([old[0], *(row for row in old[1:] if row not in kept)]),
        _written([new[0], *(row for row in new[1:] if row not in known)]),
    )


def _rows(content: bytes) -> Sequence[_Row]:
    """Return the heading and the rows; nothing when the file is not plainly of our form."""
    try:
        text = content.decode("utf-8-sig")
        rows = [tuple(row) for row in csv.reader(io.StringIO(text, newline=""), strict=True)]
    except (UnicodeDecodeError, csv.Error):
        return ()
    ours = bool(rows) and len(rows[0]) > 1 and all(len(row) == len(rows[0]) for row in rows)
    return rows if ours else ()


def _written(rows: Iterable[_Row]) -> bytes:
    target = io.StringIO(newline="")
    csv.writer(target, lineterminator="\n").writerows(rows)
    return target.getvalue().encode("utf-8")


_SHAPES: Final = [shape for kind in KINDS if kind.address for shape in kind.files]
_FOLDERS: Final = sorted({f"data/{shape.shape.partition('/')[0]}" for shape in _SHAPES})
_HERE: Final = timezone(timedelta(hours=7))
"""Western Indonesia, the same all year; a commit belongs to the day on which it was made here."""
_LISTS: Final = re.compile(r"data/opd/[a-z0-9-]+/(?:dik|dip)/20\d\d\.(?:csv|yml)")
_REASON: Final = re.compile(
    r"^[ \t]*alasan[ \t]*:[ \t]*(\S.*?)[ \t]*$", re.IGNORECASE | re.MULTILINE
)
_COMMENT: Final = re.compile(r"<!--.*?-->", re.DOTALL)
"""What a form says to whoever fills it in."""
_LONGEST: Final = 300
_UNCOUNTED: Final = frozenset({"diperbarui"})
_Version = tuple[tuple[Record, ...], bool]


def read_past(root: Path, corpus: Corpus) -> Past:
    """Read the history of the project `root`, up to the day that counts as today in `corpus`.

    Without a repository, or without git, nothing is known.
    """
    repository = find_repository(root)
    if repository is None:
        return NO_PAST
    since, commits = _own_past(repository, corpus)
    if since is None:
        return NO_PAST
    messages = repository.messages(commit.name for commit in commits)
    reasons = {name: _reason(message) for name, message in messages.items()}
    gathering = _Gathering(repository, corpus, reasons)
    for commit in commits:
        gathering.take(commit)
    return Past(
        tuple(gathering.revisions),
        tuple(gathering.gone()),
        since,
        whole=not repository.is_shallow(),
    )


_BODY: Final = "data/badan.yml"
_NAMED: Final = re.compile(rb"^(?:nama|singkatan): *(.+?) *(?:#.*)?$", re.MULTILINE)


def _own_past(repository: Repository, corpus: Corpus) -> tuple[date | None, list[Commit]]:
    """Return the first day of the body's own history, and the commits that are told of it.

    It begins when `badan.yml` became this body's, or where that file says: what a copied repository
    tells of another body is none of its history. Nothing is its own before that file is committed.
    A body keeps its history when its name or its short name changes, not both at once.
    """
    badan = corpus.get(Badan)
    commits = [c for c in repository.history(*_FOLDERS, _BODY) if _day(c) <= corpus.today]
    written = [
        (place, each.after)
        for place, commit in enumerate(commits)
        for each in commit.touched
        if each.path == _BODY and each.after
    ]
    versions = dict(repository.read(blob for _, blob in written))
    names = {badan.nama.encode(), badan.singkatan.encode()} if badan else set[bytes]()
    began = len(commits)
    for place, blob in reversed(written):
        said = {name.strip(b"\"'") for name in _NAMED.findall(versions[blob])}
        if names and not said & names:
            break
        names |= said
        began = place
    else:  # it was never another's: what stood there before the file is its own as well
        began = -1
    stated = badan.riwayat_mulai if badan else None
    if stated and (began < 0 or (began < len(commits) and stated < _day(commits[began]))):
        return stated, [c for c in commits if _day(c) >= stated]
    told = [c for c in commits[began + 1 :] if any(each.path != _BODY for each in c.touched)]
    if stated:
        return stated, [c for c in told if _day(c) >= stated]
    if 0 <= began < len(commits):
        return _day(commits[began]), told
    return (_day(told[0]) if told else None), told


def _day(commit: Commit) -> date:
    return datetime.fromtimestamp(commit.moment, UTC).astimezone(_HERE).date()


def _reason(message: str) -> str:
    """Take the line “Alasan: …” of a message, unless it names what belongs to one person."""
    found = _REASON.search(_COMMENT.sub("", message))
    said = "".join(c for c in found[1] if c.isprintable())[:_LONGEST] if found else ""
    return "" if any(find_personal_data(said)) else said


@dataclass(slots=True)
class _Gathering:
    """What has been found so far, commit by commit."""

    repository: Repository
    corpus: Corpus
    reasons: Mapping[str, str]
    revisions: list[ListRevision] = field(default_factory=list)
    _missing: dict[RecordId, tuple[Record, Commit]] = field(default_factory=dict)
    _versions: dict[tuple[str, str], _Version] = field(default_factory=dict)

    def take(self, commit: Commit) -> None:
        """Note what a commit did to files that had been there before it."""
        touched = [t for t in commit.touched if t.before and _is_told(t.path)]
        self._read(touched)
        came = {record.id for t in touched for record in self._version(t.path, t.after)[0]}
        for each in touched:
            for record in self._version(each.path, each.before)[0]:
                if record.id not in came:
                    self._missing[record.id] = (record, commit)
        lists: dict[str, list[Touched]] = {}
        for each in touched:
            if _LISTS.fullmatch(each.path):
                lists.setdefault(each.path.rpartition(".")[0], []).append(each)
        self.revisions += (r for files in lists.values() for r in self._revised(files, commit))
        self._versions.clear()

    def _read(self, touched: Sequence[Touched]) -> None:
        contents = dict(self.repository.read(b for t in touched for b in (t.before, t.after) if b))
        for each in touched:
            path, versions = each.path, (contents[each.before], contents.get(each.after, b""))
            if path.endswith(".csv") and each.after:
                versions = differing(*versions)
            for blob, content in zip((each.before, each.after), versions, strict=True):
                self._versions[path, blob] = _records_in(path, content) if blob else ((), True)

    def _version(self, path: str, blob: str) -> _Version:
        return self._versions[path, blob]

    def _revised(self, files: Sequence[Touched], commit: Commit) -> Iterator[ListRevision]:
        """Tell what a commit did to one list: to its rows (.csv), to itself (.yml), or both."""
        changes: tuple[Change, ...] = ()
        about: tuple[str, ...] = ()
        readable, removed = True, False
        for each in files:
            before, after = (self._version(each.path, blob) for blob in (each.before, each.after))
            readable = readable and before[1] and after[1]
            removed = removed or not each.after
            if each.path.endswith(".csv") and each.after and before[1] and after[1]:
                rows = _rows_of_read(before[0]), _rows_of_read(after[0])
                changes = compare_lists(*rows, _UNCOUNTED, self.corpus)
            elif each.after:
                about = _about(before[0], after[0])
        if changes or about or removed or not readable:
            *_, opd, jenis, year = files[0].path.split("/")
            name = list_id(RecordId(jenis, opd, int(year.partition(".")[0])))
            day, reason = _day(commit), self.reasons[commit.name]
            contoh = self._is_example(name, files)
            yield ListRevision(
                name, day, commit.name, reason, changes, about, readable, removed, contoh
            )

    def _is_example(self, name: RecordId, files: Sequence[Touched]) -> bool:
        known = self.corpus.find(name)
        before = (r for t in files for r in self._version(t.path, t.before)[0])
        found = known or next((r for r in before if r.id == name), None)
        return isinstance(found, Daftar) and found.contoh

    def gone(self) -> Iterator[Gone]:
        """Yield the records that are in no file now, in the order of their ids."""
        for record_id, (record, commit) in sorted(self._missing.items()):
            if self.corpus.find(record_id) is None:
                reason = self.reasons[commit.name]
                moved = _now_at(record, self.corpus)
                yield Gone(record, _day(commit), reason, moved, self._was_example(record))

    def _was_example(self, record: Record) -> bool:
        name = list_id(record.id)
        missing = self._missing.get(name)
        daftar = missing[0] if missing else self.corpus.find(name)
        return isinstance(daftar, Daftar) and daftar.contoh


def _records_in(path: str, content: bytes) -> _Version:
    """Read the records of a file as it once was, and tell whether all of it could be read.

    Files of another time may have had another shape; what no longer fits is left out.
    """
    kind, place = kind_of_file(path.removeprefix("data/")) or (None, None)
    read = read_file(path, content, kind, place)
    return read.records, not has_errors(read.diagnostics)


def _is_told(path: str) -> bool:
    """Tell whether the records of a file have pages, so that it is told when they go."""
    inside = path.removeprefix("data/")
    return any(shape.match(inside) for shape in _SHAPES)


def _rows_of_read(records: Sequence[Record]) -> Sequence[Row]:
    return [r for r in records if isinstance(r, (InformasiDikecualikan, InformasiPublik))]


def _about(before: Sequence[Record], after: Sequence[Record]) -> tuple[str, ...]:
    """Name the fields in which two states of one list differ."""
    if not before or not after:
        return ()
    old, new = before[0], after[0]
    fields = type(new).model_fields.items()
    return tuple(
        info.title or name for name, info in fields if getattr(old, name) != getattr(new, name)
    )


def _now_at(record: Record, corpus: Corpus) -> RecordId | None:
    """Look for the same information under another `kode`, in the other list, or of a later year."""
    if not isinstance(record, (InformasiDikecualikan, InformasiPublik)):
        return None
    rows: list[Row] = [
        *corpus.owned_by(InformasiPublik, record.id.opd),
        *corpus.owned_by(InformasiDikecualikan, record.id.opd),
    ]
    same = [row for row in rows if row.id.tahun >= record.id.tahun and are_one(record, row)]
    near = min(same, key=lambda row: (row.id.tahun, row.kind != record.kind, row.id), default=None)
    return near.id if near else None
