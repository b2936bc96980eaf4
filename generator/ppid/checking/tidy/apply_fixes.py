"""Applies certain replacements to the data until none is left, and checks the data again."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ppid.checking.check import Checked, load_and_check
from ppid.checking.tidy.files import kind_of
from ppid.checking.tidy.mend import Mended, mended
from ppid.core.corpus import Corpus
from ppid.core.project_files import replace_file
from ppid.diagnostics.model import Diagnostic
from ppid.reading.files.yaml_file import YamlFile

_ROUNDS = 5
"""Replacements in one cell may wait for each other; more rounds than this would mean a circle."""
_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Mending:
    """The data as it is now, and what was replaced on the way."""

    checked: Checked
    done: tuple[Mended, ...]


def mend(root: Path, day: date, wanted: Callable[[Diagnostic], bool]) -> Mending:
    """Make every certain replacement among the `wanted` findings; files change as a whole.

    A faithful copy of a decision (`salinan_resmi`) is never changed, nor a file in another
    encoding than UTF-8.
    """
    checked = load_and_check(root, day)
    done: list[Mended] = []
    for _ in range(_ROUNDS):
        made = [
            m
            for path, found in _by_file(checked, wanted)
            for m in _file(root, checked, path, found)
        ]
        if not made:
            break
        done.extend(made)
        checked = load_and_check(root, day)
    return Mending(checked, tuple(done))


def _by_file(
    checked: Checked, wanted: Callable[[Diagnostic], bool]
) -> Iterable[tuple[str, list[Diagnostic]]]:
    found: dict[str, list[Diagnostic]] = defaultdict(list)
    for finding in checked.findings:
        if finding.fix is not None and wanted(finding):
            found[finding.span.path].append(finding)
    return [(path, own) for path, own in found.items() if not is_copy(path, checked.corpus)]


def _file(root: Path, checked: Checked, path: str, found: list[Diagnostic]) -> tuple[Mended, ...]:
    located, kind = checked.corpus.sources.get(path), kind_of(path)
    if located is None or kind is None:
        return ()
    raw = (root / path).read_bytes()
    mark = _BOM if raw.startswith(_BOM) else b""
    if mark + located.source.text.encode("utf-8", "replace") != raw:
        return ()
    text, done = mended(located, found, tuple(kind.model.model_fields))
    if done:
        replace_file(root / path, mark + text.encode())
    return done


def is_copy(path: str, corpus: Corpus) -> bool:
    """Tell whether a file belongs to a faithful copy of a decision, or may do so.

    Rows whose .yml cannot be read may be such a copy.
    """
    if not path.endswith((".csv", ".yml")):
        return False
    list_file = corpus.sources.get(f"{path.rpartition('.')[0]}.yml")
    if not isinstance(list_file, YamlFile) or not isinstance(list_file.data, dict):
        return path.endswith(".csv")
    return list_file.data.get("salinan_resmi") == "true"
