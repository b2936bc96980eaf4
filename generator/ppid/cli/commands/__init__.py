"""Commands beyond the daily ones, one module for each group of users; found by looking.

A module gives `COMMANDS` and, where one of them works without a project, its name in
`WITHOUT_PROJECT`. It may be imported cheaply: heavy libraries are loaded by the command that
needs them.
"""

from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

import click


def _modules() -> list[ModuleType]:
    return [import_module(f"{__name__}.{module.name}") for module in iter_modules(__path__)]


def find_commands() -> tuple[click.Command, ...]:
    """Return every command of every module here, in the order of the modules' names."""
    return tuple(command for module in _modules() for command in module.COMMANDS)


def names_without_project() -> frozenset[str]:
    """Name the commands that run outside a project."""
    return frozenset(name for m in _modules() for name in getattr(m, "WITHOUT_PROJECT", ()))
