"""From a checked corpus to every page of the site and every file beside them, in order."""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules

from generator import exports, pages
from generator.check import Checked
from generator.export import Export
from generator.page import Page


class AddressTakenError(Exception):
    """Two pages claim the same address: a defect of the program or of two record names."""


def pages_of(checked: Checked) -> Iterator[Page]:
    """Give every page once.

    Raises AddressTakenError when two pages have the same address (without regard to case, since
    some disks make no difference).
    """
    taken: set[str] = set()
    for module in iter_modules(pages.__path__):
        for page in import_module(f"{pages.__name__}.{module.name}").pages(checked):
            address = page.url.lower()
            if address in taken:
                message = f"dua halaman beralamat sama: {page.url}"
                raise AddressTakenError(message)
            taken.add(address)
            yield page


def exports_of(checked: Checked) -> Iterator[Export]:
    """Give every file that is published beside the pages.

    Raises AddressTakenError when two have the same address.
    """
    taken: set[str] = set()
    for module in iter_modules(exports.__path__):
        for export in import_module(f"{exports.__name__}.{module.name}").exports(checked):
            address = export.url.lower()
            if address in taken:
                message = f"dua unduhan beralamat sama: {export.url}"
                raise AddressTakenError(message)
            taken.add(address)
            yield export
