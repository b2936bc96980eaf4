"""Commands beyond the daily ones, one module for each group of users; found by looking.

A module may be imported cheaply: heavy libraries are loaded by the command that needs them.
"""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules

from ppid.cli.options import Command


def find_commands() -> Iterator[Command]:
    """Yield every command of every module here, in the order of the modules' names."""
    for module in iter_modules(__path__):
        found = vars(import_module(f"{__name__}.{module.name}")).values()
        yield from (value for value in found if isinstance(value, Command))
