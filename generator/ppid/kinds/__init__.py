"""One file or folder for each kind of record; `KINDS` is found by looking, not listed by hand."""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules

from ppid.core.kind import Kind


def _discover() -> Iterator[Kind]:
    for module in iter_modules(__path__):
        found = vars(import_module(f"{__name__}.{module.name}"))
        yield from (value for value in found.values() if isinstance(value, Kind))
        yield from found.get("KINDS", ())


KINDS: tuple[Kind, ...] = tuple(_discover())
