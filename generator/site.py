"""From a checked corpus to every page of the site, in order."""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules

from generator import pages
from generator.check import Checked
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
