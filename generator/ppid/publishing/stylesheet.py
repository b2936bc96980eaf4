"""The stylesheet of the site: a file for each component, one file for the visitor."""

import re
from collections.abc import Callable

STYLESHEET = "assets/css/ppid.css"
_GROUND = "dasar"
"""The layer of what stands below all components; Material's own sheet comes first in it."""

_ORDER = re.compile(r"^@layer [\w, -]+;$", re.MULTILINE)
# A line such as `@import url("cetak.css") layer(cetak) print;`: file, layer, and where it applies.
_IMPORT = re.compile(
    r'^@import url\("(?P<name>[\w-]+\.css)"\) layer\((?P<layer>[\w-]+)\)(?: (?P<media>[\w-]+))?;$',
    re.MULTILINE,
)
# What may not stand inside a layer, where a browser would pass over it in silence.
_OUTSIDE = re.compile(r"^\s*@(?:import|charset|namespace)\b.*$", re.MULTILINE)
_CHARSET = re.compile(r'\A@charset "[^"]*";')


class StylesheetError(Exception):
    """The stylesheet cannot be put together; the message says what to mend."""


def bundle(index: str, read: Callable[[str], str]) -> tuple[str, tuple[str, ...]]:
    """Return the sheet with each file in the place of the line that imports it, and their names.

    A browser would load the files one after the other. Raise StylesheetError for a file that `read`
    does not know (LookupError) and for an import that is written otherwise.
    """
    names: list[str] = []

    def content(line: re.Match[str]) -> str:
        names.append(name := line["name"])
        try:
            sheet = _in_layer(line["layer"], read(name))
        except LookupError:
            message = f"{STYLESHEET} menyebut {name}, tetapi berkasnya tidak ada"
            raise StylesheetError(message) from None
        return f"@media {line['media']} {{\n{sheet}}}\n" if line["media"] else sheet

    sheet = _IMPORT.sub(content, index)
    if stray := _OUTSIDE.search(sheet):
        raise StylesheetError(f"{STYLESHEET} memuat baris yang tidak dikenal: {stray[0].strip()}")
    return sheet, tuple(names)


def below(index: str, sheet: str) -> str:
    """Return a sheet that gives way to ours, though it comes first and no layer holds it.

    The order of layers is what the first sheet says, so `index` lends it its own. Raise
    StylesheetError where it has none.
    """
    order = _ORDER.search(index)
    if order is None:
        raise StylesheetError(
            f"{STYLESHEET} tidak menyebut urutan lapisan, misalnya “@layer a, b;”"
        )
    return f"{order[0]}\n{_in_layer(_GROUND, sheet)}"


def _in_layer(name: str, sheet: str) -> str:
    return f"@layer {name} {{\n{_CHARSET.sub('', sheet).rstrip()}\n}}\n"
