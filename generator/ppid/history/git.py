"""The git repository of the project, read without touching its work tree, index or settings."""

import os
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

_QUIET = ("-c", "core.quotepath=off", "-c", "core.fsmonitor=false", "-c", "log.showSignature=false")


class UnknownRevisionError(LookupError):
    """No commit is known by the name that was asked for."""


class MissingObjectError(LookupError):
    """A commit is known, but not everything that it consists of was fetched."""


@dataclass(frozen=True, slots=True)
class Touched:
    """A file that a commit touched, with its blobs; one is empty when the file came or went."""

    path: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit of the main line: what it did to its first parent, and when (seconds, UTC)."""

    name: str
    moment: int
    touched: tuple[Touched, ...]


@dataclass(frozen=True, slots=True)
class Repository:
    """A repository and the folder of the project inside it (`prefix` ends in “/” or is empty)."""

    top: Path
    prefix: str

    def commit(self, revision: str) -> str:
        """Return the full name of a commit; raise `UnknownRevisionError`."""
        asked = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        try:
            return self._run(*asked).decode("ascii").strip()
        except subprocess.CalledProcessError as error:
            raise UnknownRevisionError(revision) from error

    def merge_base(self, one: str, other: str) -> str:
        """Return the commit where two commits parted; empty when none is known."""
        try:
            return self._run("merge-base", one, other).decode("ascii").strip()
        except subprocess.CalledProcessError:
            return ""

    def changed(self, commit: str) -> frozenset[str]:
        """Name the paths (relative to the project) that differ between a commit and the work tree.

        What nobody has added yet counts, what git is told to ignore does not; a path outside the
        project begins with `../`. Both ends of a renamed file are named.
        """
        fixed = ("--name-only", "-z", "--no-renames", "--no-ext-diff", "--no-textconv")
        with TemporaryDirectory() as folder:
            # `git diff` brings the index up to date when it can: it is given a copy.
            index = Path(folder) / "index"
            stored = self.top / os.fsdecode(self._run("rev-parse", "--git-path", "index")).strip()
            if stored.is_file():
                shutil.copyfile(stored, index)
            differing = ("diff", *fixed, "--ignore-submodules", commit, "--")
            known = self._run(*differing, index=index)
        new = self._run("ls-files", "-z", "--others", "--exclude-standard", "--full-name")
        paths = (os.fsdecode(path) for path in (known + new).split(b"\0") if path)
        return frozenset(
            path.removeprefix(self.prefix) if path.startswith(self.prefix) else f"../{path}"
            for path in paths
        )

    def sizes(self, blobs: Iterable[str]) -> Mapping[str, int]:
        """Return the bytes of blobs as numbers; raise `MissingObjectError`."""
        names = list(dict.fromkeys(blobs))
        lines = self._objects("--batch-check=%(objectsize)", names).split(b"\n")
        if any(not line.isdigit() for line in lines[: len(names)]):
            raise MissingObjectError
        return {name: int(line) for name, line in zip(names, lines, strict=False)}

    def tree(self, commit: str, *folders: str) -> Mapping[str, str]:
        """Map the path (relative to the project) of each regular file to the name of its blob.

        Symbolic links and submodules are left out.
        """
        wanted = [f"{self.prefix}{folder}" for folder in folders]
        listed = self._run("ls-tree", "-r", "-z", "--full-tree", commit, "--", *wanted)
        entries = (entry.split(b"\t", 1) for entry in listed.split(b"\0") if entry)
        return {
            os.fsdecode(path).removeprefix(self.prefix): about.split()[2].decode("ascii")
            for about, path in entries
            if about.startswith(b"100")
        }

    def read(self, blobs: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """Yield the bytes of blobs, in the order asked for, by one process.

        Raises `MissingObjectError` where a repository was fetched without its files.
        """
        names = list(dict.fromkeys(blobs))
        answer = self._objects("--batch", names)
        at = 0
        for name in names:
            header_end = answer.index(b"\n", at)
            header = answer[at:header_end].split()
            if header[-1] == b"missing":
                raise MissingObjectError
            size = int(header[2])
            yield name, answer[header_end + 1 : header_end + 1 + size]
            at = header_end + size + 2

    def _objects(self, how: str, names: Iterable[str]) -> bytes:
        try:
            return self._run("cat-file", how, stdin="".join(f"{n}\n" for n in names).encode())
        except subprocess.CalledProcessError as error:  # it would have to be fetched first
            raise MissingObjectError from error

    def history(self, *folders: str) -> list[Commit]:
        """Return the commits of the main line that touched any of the folders, the oldest first.

        A merged branch counts as the one commit that merged it.
        """
        shape = ("--first-parent", "-m", "--raw", "-z", "--no-renames", "--no-abbrev")
        inside = (f"{self.prefix}{folder}" for folder in folders)
        asked = ("log", *shape, "--format=%H%x00%ct", "--", *inside)
        try:
            logged = self._run(*asked)
        except subprocess.CalledProcessError:  # a repository without a commit
            return []
        return list(self._commits(logged.split(b"\0")))[::-1]

    def _commits(self, parts: Sequence[bytes]) -> Iterator[Commit]:
        name, moment, touched = "", 0, list[Touched]()
        rest = iter(parts)
        for part in rest:
            about = part.strip(b"\n")
            if about.startswith(b":"):
                touched.extend(self._touched(about.split(), next(rest)))
            elif about:
                if name:
                    yield Commit(name, moment, tuple(touched))
                name, moment, touched = about.decode("ascii"), int(next(rest)), []
        if name:
            yield Commit(name, moment, tuple(touched))

    def _touched(self, about: Sequence[bytes], path: bytes) -> Iterator[Touched]:
        modes, blobs = about[:2], [blob.decode("ascii") for blob in about[2:4]]
        before, after = (
            blob if mode.lstrip(b":").startswith(b"100") else ""
            for mode, blob in zip(modes, blobs, strict=True)
        )
        if before or after:
            yield Touched(os.fsdecode(path).removeprefix(self.prefix), before, after)

    def messages(self, commits: Iterable[str]) -> Mapping[str, str]:
        """Return what was written about each commit; nothing of it can be trusted."""
        found = self.read(commits)
        return {name: raw.partition(b"\n\n")[2].decode("utf-8", "replace") for name, raw in found}

    def is_shallow(self) -> bool:
        """Tell whether older commits were left out when the repository was fetched."""
        return self._run("rev-parse", "--is-shallow-repository").strip() == b"true"

    def check_out(self, commit: str, folders: Sequence[str], into: Path) -> None:
        """Put folders of a commit into a new repository that borrows the history of this one.

        A symbolic link becomes a file with the text of its target: it leads nowhere. Raise
        `MissingObjectError` when not everything was fetched.
        """
        borrowed = ("clone", "--quiet", "--shared", "--no-checkout", "--template=")
        made = Repository(into, self.prefix)
        held = [f"{self.prefix}{folder}" for folder in folders if self.tree(commit, folder)]
        try:
            self._run(*borrowed, "--config", "core.symlinks=false", ".", str(into))
            made._run("update-ref", "--no-deref", "HEAD", commit)
            made._run("checkout", "--quiet", commit, "--", *held)
        except subprocess.CalledProcessError as error:
            raise MissingObjectError(commit) from error

    def _run(self, *arguments: str, stdin: bytes = b"", index: Path | None = None) -> bytes:
        command = ("git", "--no-pager", "--literal-pathspecs", *_QUIET, *arguments)
        return subprocess.run(  # noqa: S603 — no shell; revisions come after --end-of-options
            command,
            cwd=self.top,
            env=_environment(index),
            input=stdin,
            capture_output=True,
            check=True,
        ).stdout


def find_repository(folder: Path) -> Repository | None:
    """Find the repository that holds a folder; nothing when there is none, or no git."""
    asked: Sequence[str] = ("git", "rev-parse", "--show-toplevel", "--show-prefix")
    try:
        answer = subprocess.run(  # noqa: S603 — a fixed command
            asked, cwd=folder, env=_environment(), capture_output=True, check=True
        ).stdout
    except (OSError, subprocess.CalledProcessError):
        return None
    top, prefix = os.fsdecode(answer).split("\n")[:2]
    return Repository(Path(top), prefix)


def _environment(index: Path | None = None) -> dict[str, str]:
    """Keep git from being led elsewhere by variables such as those that a hook sets."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    own = {"GIT_INDEX_FILE": str(index)} if index else {}
    asks_no_server = {"GIT_NO_LAZY_FETCH": "1", "GIT_LFS_SKIP_SMUDGE": "1"}
    return {**kept, **own, **asks_no_server, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"}
