"""XML from strangers, read as a stream: what is done with is not kept, entities are refused."""

from collections.abc import Callable, Iterator, Mapping
from enum import Enum
from typing import Final, NamedTuple, NoReturn
from xml.parsers import expat

MOST_TAGS: Final = 4_000_000
_MOST_NODES: Final = 600_000
"""Counted as “<”: what is more would take too long, as a table or node by node."""
_NAMESPACE: Final = "xmlns"
"""How attributes begin that only declare a prefix."""
_STRETCH: Final = 1 << 16
"""Bytes that are parsed at once, before what was found in them is handed on."""

Start = Callable[[str, Mapping[str, str]], None]
Text = Callable[[str], None]
End = Callable[[str], None]


class UnreadableError(Exception):
    """A document cannot be looked into; the sentence says why, for its reader."""


class TooMuchError(UnreadableError):
    """A document is larger than what is looked into."""


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

    def opens(self, name: str) -> bool:
        """Return whether an element of this name opens here."""
        return self.step is Step.OPENS and self.name == name

    def attribute(self, name: str) -> str:
        """Return an attribute by its name without namespace; empty when there is none."""
        return attribute(self.attributes, name)


def parse(
    content: bytes, start: Start, text: Text, end: End, most_tags: int = MOST_TAGS
) -> Iterator[None]:
    """Call the handlers with names without namespace; yield after each stretch of the content.

    Namespaces add nothing to what is asked of documents. Entities are refused, as bombs cannot do
    without them; a mere document type is not: macros of LibreOffice have one.
    """
    if content.count(b"<") > most_tags:
        raise TooMuchError("isinya terlalu banyak untuk diperiksa seluruhnya")
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = lambda name, attributes: start(name.rpartition(":")[2], attributes)
    parser.CharacterDataHandler = text
    parser.EndElementHandler = lambda name: end(name.rpartition(":")[2])
    parser.EntityDeclHandler = _refuse
    parser.ExternalEntityRefHandler = _refuse
    try:
        for at in range(0, len(content), _STRETCH):
            parser.Parse(content[at : at + _STRETCH], False)  # noqa: FBT003 — no keywords
            yield
        parser.Parse(b"", True)  # noqa: FBT003
    except (expat.ExpatError, LookupError, ValueError) as error:
        raise _broken() from error
    yield


def walk(content: bytes, most_tags: int = _MOST_NODES) -> Iterator[Node]:
    """Yield the elements and texts of XML in reading order."""
    found: list[Node] = []
    opened: list[tuple[str, Mapping[str, str]]] = []
    texts: list[str] = []

    def take_text() -> None:
        if texts:
            name, attributes = opened[-1]
            found.append(Node(Step.TEXT, name, attributes, "".join(texts)))
            texts.clear()

    def start(name: str, attributes: Mapping[str, str]) -> None:
        take_text()
        opened.append((name, attributes))
        found.append(Node(Step.OPENS, name, attributes))

    def end(name: str) -> None:
        take_text()
        found.append(Node(Step.CLOSES, name, opened.pop()[1]))

    for _ in parse(content, start, texts.append, end, most_tags):
        yield from found
        found.clear()


def attribute(attributes: Mapping[str, str], name: str) -> str:
    """Return an attribute by its name, whatever its namespace; empty when there is none."""
    if name in attributes:
        return attributes[name]
    ending = f":{name}"
    for written, value in attributes.items():
        if written.endswith(ending) and not written.startswith(_NAMESPACE):
            return value
    return ""


def texts_of(content: bytes) -> str:
    """Return every text and attribute of XML whose meaning is not known, a line each.

    A paragraph is one line, however many pieces of it look different.
    """
    if not content:
        return ""
    found: list[str] = []
    lines: list[list[str]] = []
    """Of the paragraphs that are open, the texts so far."""
    for node in walk(content):
        if node.step is Step.OPENS:
            found += (v for k, v in node.attributes.items() if not k.startswith(_NAMESPACE))
            if node.name in _PARAGRAPHS:
                lines.append([])
            elif lines and node.name in _SPACES:
                lines[-1].append(_SPACES[node.name])
        elif node.step is Step.TEXT:
            if lines:
                lines[-1].append(node.text)
            elif node.text.strip():
                found.append(node.text)
        elif node.name in _PARAGRAPHS and lines:
            found.append("".join(lines.pop()))
    return "\t\n".join(found)


_PARAGRAPHS: Final = frozenset({"p", "h", "si", "div", "is"})
_SPACES: Final = {"tab": "\t", "br": "\n", "line-break": "\n", "s": " "}


def _refuse(*_: object) -> NoReturn:
    raise _broken()


def _broken() -> UnreadableError:
    return UnreadableError("susunan di dalamnya rusak atau berbahaya")
