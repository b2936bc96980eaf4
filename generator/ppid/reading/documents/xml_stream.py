"""XML from strangers, read as a stream of starts, texts and ends; document types are refused."""

from collections.abc import Callable, Mapping
from typing import NoReturn
from xml.parsers import expat

from ppid.reading.documents.zip_bounds import damaged

Start = Callable[[str, Mapping[str, str]], None]
Text = Callable[[str], None]
End = Callable[[str], None]


def stream(xml: bytes, start: Start, text: Text, end: End) -> None:
    """Call the handlers with local names, as namespaces add nothing to what is asked here.

    No part of a workbook needs a document type, and entity bombs cannot do without one.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = lambda name, attributes: start(name.rpartition(":")[2], attributes)
    parser.CharacterDataHandler = text
    parser.EndElementHandler = lambda name: end(name.rpartition(":")[2])
    parser.StartDoctypeDeclHandler = _refuse
    try:
        parser.Parse(xml, True)  # noqa: FBT003 — expat takes no keywords
    except (expat.ExpatError, ValueError) as error:
        raise damaged() from error


def _refuse(*_: object) -> NoReturn:
    raise damaged()
