"""Scripts for pages that are opened from a disk, where browsers load no modules and fetch nothing.

The modules of a page become one script of the old kind, in which each is a function of its own.
Only the forms of import and export that our scripts use are known; any other is refused.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final

_FETCH: Final = Path(__file__).with_name("fetch_from_disk.js")
_IMPORT: Final = re.compile(r'^import \{([^}]*)\} from "\./([\w-]+)\.js";$', re.MULTILINE)
_LATER: Final = re.compile(r'await import\("\./([\w-]+)\.js"\)')
_EXPORT: Final = re.compile(
    r"^export (?=(?:async function|function|const|let|class) (\w+))", re.MULTILINE
)
_ADDRESS: Final = "import.meta.url"
# Comments name types by `{import("./x.js").Type}`.
_STRAY: Final = re.compile(r"^.*(?:^(?:import|export)\b|(?<!\{)\bimport[(.]).*$", re.MULTILINE)


class UnknownModuleError(Exception):
    """A script imports or exports in a form that cannot be carried over; the message shows it."""


def classic_script(names: Iterable[str], read: Callable[[str], str]) -> str:
    """Return one script that does what modules do, run in the order of their names.

    `read` knows the text of a module. Modules that are imported later are part of the script and
    run with the others: what they do must wait until somebody calls them. Raise UnknownModuleError.
    """
    texts: dict[str, str] = {}
    for name in names:
        _gather(name, read, texts)
    functions = "".join(map(_as_function, texts, texts.values()))
    return (
        '(() => {\n"use strict";\nconst address = document.currentScript.src;\n'
        f"const modules = {{}};\n{_FETCH.read_text('utf-8')}{functions}}})();\n"
    )


def handed_over(content: bytes) -> bytes:
    """Return the script that hands over a file of data."""
    text = json.dumps(content.decode("utf-8"), ensure_ascii=False)
    return f"document.currentScript.isi = {text};\n".encode()


def _gather(name: str, read: Callable[[str], str], texts: dict[str, str]) -> None:
    """Add a module after all that it imports, each once."""
    if name in texts:
        return
    text = read(name)
    for wanted in _imported(text):
        _gather(wanted, read, texts)
    texts[name] = text


def _imported(text: str) -> Iterator[str]:
    yield from (found[2] for found in _IMPORT.finditer(text))
    yield from _LATER.findall(text)


def _as_function(name: str, text: str) -> str:
    exported = ", ".join(_EXPORT.findall(text))
    body = _IMPORT.sub(_taken, text)
    body = _LATER.sub(r'modules["\1"]', body)
    body = _EXPORT.sub("", body).replace(_ADDRESS, "address")
    if stray := _STRAY.search(body):
        message = f"{name}.js memuat bentuk modul yang tidak dikenal: {stray[0].strip()}"
        raise UnknownModuleError(message)
    return f'modules["{name}"] = (() => {{\n{body}return {{ {exported} }};\n}})();\n'


def _taken(found: re.Match[str]) -> str:
    """Write an import as constants taken from a module that ran before."""
    return f'const {{{found[1].replace(" as ", ": ")}}} = modules["{found[2]}"];'
