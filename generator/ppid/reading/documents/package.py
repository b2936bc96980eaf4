"""A ZIP package and the XML inside it, opened with limits: bombs and lies end in a sentence."""

import io
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import iterparse

from ppid.core.document import Allowance, TooMuchError, UnreadableError

_DEEPEST: Final = 250
_MOST_TAGS: Final = 4_000_000
_MOST_STEPS: Final = 600_000
_LOCKED: Final = 0x1
_DAMAGED: Final = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, OSError, IndexError)


class Step(Enum):
    """What happens at a point of an XML file."""

    OPENS = "opens"
    TEXT = "text"
    CLOSES = "closes"


class Node(NamedTuple):
    """A step through XML: an element opens or closes, or text stands right inside `name`."""

    step: Step
    name: str
    attributes: Mapping[str, str]
    text: str = ""


class Package:
    """A ZIP archive whose members are read one by one within an allowance."""

    def __init__(self, content: bytes, allowance: Allowance) -> None:
        """Open the archive. Raises UnreadableError when it is damaged or locked."""
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(content))
        except (*_DAMAGED, NotImplementedError) as error:
            raise UnreadableError("berkasnya rusak sehingga tidak dapat dibuka") from error
        self._allowance = allowance
        members = [entry for entry in self._archive.infolist() if not entry.is_dir()]
        allowance.count(len(members))
        if any(entry.flag_bits & _LOCKED for entry in members):
            raise UnreadableError("berkasnya terkunci kata sandi")
        self._members = {entry.filename: entry for entry in members}

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all files inside, in the order of the archive."""
        return tuple(self._members)

    @property
    def comment(self) -> bytes:
        """What was written into the archive about itself."""
        return self._archive.comment

    def below(self, *starts: str) -> list[str]:
        """Return the names that begin with one of `starts`, sorted."""
        return sorted(name for name in self._members if name.startswith(starts))

    def read(self, name: str) -> bytes:
        """Return the bytes of a file inside; empty when there is none."""
        entry = self._members.get(name)
        if entry is None:
            return b""
        # The size is what the archive says; reading stops there, whatever follows.
        self._allowance.take(entry.file_size)
        try:
            return self._archive.read(entry)
        except (*_DAMAGED, NotImplementedError, RuntimeError) as error:
            raise UnreadableError("berkasnya rusak sehingga tidak dapat dibuka") from error

    def walk(self, name: str) -> Iterator[Node]:
        """Return the elements of an XML file inside, in reading order; none when it is missing."""
        content = self.read(name)
        return walk(content) if content else iter(())


def walk(content: bytes) -> Iterator[Node]:
    """Yield the elements and texts of XML in reading order, without keeping what is done with."""
    if content.count(b"<") > _MOST_STEPS:
        raise TooMuchError("isinya terlalu banyak untuk diperiksa seluruhnya")
    opened: list[Element] = []
    # A text is complete only at the event after the one that it follows.
    done: Element | None = None
    try:
        for event, element in iterparse(io.BytesIO(content), ("start", "end")):
            if opened:
                yield from _text_before(opened[-1], done)
            if event == "start":
                opened.append(element)
                if len(opened) > _DEEPEST:
                    raise UnreadableError("susunan di dalamnya terlalu dalam")
                yield Node(Step.OPENS, local_name(element), element.attrib)
                done = None
                continue
            opened.pop()
            yield Node(Step.CLOSES, local_name(element), element.attrib)
            if opened:
                opened[-1].remove(element)
            done = element
    except (ParseError, DefusedXmlException, LookupError, ValueError) as error:
        raise UnreadableError("susunan di dalamnya rusak atau berbahaya") from error


def closing(content: bytes, names: frozenset[str]) -> Iterator[Element]:
    """Yield the elements of some names once they are complete: for tables, where speed matters."""
    if not content:
        return
    if content.count(b"<") > _MOST_TAGS:
        raise TooMuchError("isinya terlalu banyak untuk diperiksa seluruhnya")
    try:
        for _, element in iterparse(io.BytesIO(content), ("end",)):
            if local_name(element) in names:
                yield element
                element.clear()
    except (ParseError, DefusedXmlException, LookupError, ValueError) as error:
        raise UnreadableError("susunan di dalamnya rusak atau berbahaya") from error


def _text_before(parent: Element, done: Element | None) -> Iterator[Node]:
    text = parent.text if done is None else done.tail
    if text:
        yield Node(Step.TEXT, local_name(parent), parent.attrib, text)


def local_name(element: Element) -> str:
    """Return the name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def local(attributes: Mapping[str, str], name: str) -> str:
    """Return an attribute by its name, whatever its namespace."""
    return next((v for k, v in attributes.items() if k.rpartition("}")[2] == name), "")


def texts_of(nodes: Iterator[Node]) -> Iterator[str]:
    """Yield every text and attribute of XML whose meaning is not known."""
    for node in nodes:
        if node.step is Step.OPENS:
            yield from node.attributes.values()
        elif node.text.strip():
            yield node.text
