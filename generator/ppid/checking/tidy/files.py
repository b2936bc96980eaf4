"""Which file is tidied how; the path alone decides, as it does when files are loaded."""

from ppid.checking.tidy.lines import encoding_changes, text_of, unified
from ppid.checking.tidy.model import CannotTidyError, Tidied
from ppid.checking.tidy.story import tidy_story
from ppid.checking.tidy.table import tidy_table
from ppid.checking.tidy.yaml_text import tidy_yaml
from ppid.core.kind import Kind
from ppid.kinds import KINDS

_SORTS = (".csv", ".yml", ".md")


def kind_of(path: str) -> Kind | None:
    """Find the kind of records that lie in a file; None for documents and unknown files.

    Published documents belong to whoever issued them and are never touched.
    """
    inside = path.removeprefix("data/")
    if inside == path or not path.endswith(_SORTS) or "/dokumen/" in inside:
        return None
    return next((kind for kind in KINDS for shape in kind.files if shape.match(inside)), None)


def tidy_file(path: str, raw: bytes, kind: Kind) -> Tidied:
    """Put a file into normal form; one that cannot be read is left as it is, with the reason."""
    try:
        text = text_of(path, raw)
        written, changes = _tidied(path, text, kind)
    except CannotTidyError as error:
        return Tidied(path, raw, raw, left=str(error))
    after = written.encode("utf-8", "surrogatepass")
    return Tidied(path, raw, after, (*encoding_changes(raw, text), *changes))


def _tidied(path: str, text: str, kind: Kind) -> tuple[str, tuple[str, ...]]:
    if path.endswith(".csv"):
        return tidy_table(path, unified(text), tuple(kind.model.model_fields))
    if path.endswith(".md"):
        return tidy_story(path, text, kind.model)
    return tidy_yaml(path, text, None if kind.entries else kind.model)
