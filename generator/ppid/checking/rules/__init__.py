"""Rules that look across kinds, one file for each concern; found by looking, not listed."""

from importlib import import_module
from pkgutil import iter_modules

from ppid.core.rule import Rule, rules_in


def _discover() -> tuple[Rule, ...]:
    modules = (import_module(f"{__name__}.{module.name}") for module in iter_modules(__path__))
    return tuple(rule for module in modules for rule in rules_in(vars(module)))


RULES = _discover()
