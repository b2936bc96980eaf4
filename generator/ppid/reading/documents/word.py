"""Word documents (.docx): the running text, comments, hidden text, and what was changed."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final

from ppid.core.document import DocumentRemark, RemarkKind
from ppid.reading.documents.office import carried, other_parts, properties
from ppid.reading.documents.package import Allowance, ZipPackage
from ppid.reading.documents.pieces import Part, Piece, is_white
from ppid.reading.documents.xml_stream import Node, Step

_TEXTS: Final = re.compile(
    r"word/(?P<kind>document|comments|header|footer|footnotes|endnotes)\d*\.xml"
)
_PLACES: Final = {
    "document": "isi",
    "comments": "komentar",
    "header": "kepala halaman",
    "footer": "kaki halaman",
    "footnotes": "catatan kaki",
    "endnotes": "catatan akhir",
}
_CHANGES: Final = frozenset({"ins", "del", "moveFrom", "moveTo"})
_GROUNDS: Final = frozenset({"r", "p", "tc", "tbl"})
_ENDS: Final = _GROUNDS | {"tr"}
_WHITE: Final = frozenset({"", "auto", "FFFFFF", "ffffff", "none", "white", "clear"})
_BLACK: Final = frozenset({"black", "000000"})
_MARKERS: Final = {
    "yellow": "FFFF00",
    "green": "00FF00",
    "cyan": "00FFFF",
    "magenta": "FF00FF",
    "blue": "0000FF",
    "red": "FF0000",
    "darkBlue": "000080",
    "darkRed": "800000",
    "darkGreen": "008000",
    "darkGray": "808080",
    "lightGray": "C0C0C0",
}
"""The colours that markers are called by."""
_TINY: Final = frozenset({"1", "2"})
"""Sizes in halves of a point that nobody can read."""
_SHORT: Final = 8
"""Letters of an attribute that can hold no personal data; the numbers of edits have as many."""
_MOST_BESIDE: Final = 200_000
_OFF: Final = frozenset({"0", "false", "off"})


def read(content: bytes, allowance: Allowance) -> Iterator[Part]:
    """Yield the text by its place, the properties, and remarks on what a reader may not see."""
    package = ZipPackage(content, allowance)
    texts = {name: found["kind"] for name in package.names if (found := _TEXTS.fullmatch(name))}
    gone, pale = _unseen_styles(package)
    changed = hidden = white = False
    for name, kind in sorted(texts.items()):
        story = _Story(gone, pale)
        yield from story.read(package, name, _PLACES[kind])
        changed, hidden = changed or story.changed, hidden or story.hidden
        white = white or story.white
        if kind == "comments" and story.comments:
            message = f"Ada {story.comments} komentar yang ikut tersimpan"
            yield DocumentRemark(RemarkKind.TERSEMBUNYI, message, doubtful=True)
    if changed:
        yield DocumentRemark(
            RemarkKind.KETERANGAN, "Perubahan yang dilacak masih tersimpan beserta pengubahnya"
        )
    if hidden:
        yield DocumentRemark(RemarkKind.TERSEMBUNYI, "Ada teks yang disembunyikan", doubtful=True)
    if white:
        message = (
            "Ada teks yang tidak tampak: putih di atas putih, hitam di atas hitam, atau amat kecil"
        )
        yield DocumentRemark(RemarkKind.TERSEMBUNYI, message, doubtful=True)
    yield from properties(package)
    yield from carried(package)
    yield from other_parts(package, frozenset(texts))


def _unseen_styles(package: ZipPackage) -> tuple[set[str], set[str]]:
    """Return the styles whose text is hidden, and those whose text is white on no ground.

    They are so by themselves or by what they are based on.
    """
    style = ""
    gone, pale = set[str](), set[str]()
    coloured, grounded = set[str](), set[str]()
    bases: dict[str, list[str]] = {}
    for node in package.walk("word/styles.xml"):
        if node.opens("style"):
            style = node.attribute("styleId")
        elif node.opens("basedOn"):
            bases.setdefault(node.attribute("val"), []).append(style)
        elif node.opens("vanish") and node.attribute("val") not in _OFF:
            gone.add(style)
        elif node.opens("color"):
            coloured.add(style)
            if is_white(node.attribute("val")):
                pale.add(style)
        elif node.opens("shd") and node.attribute("fill") not in _WHITE:
            grounded.add(style)
    pale = _built_on(pale, bases, coloured | grounded)
    return _built_on(gone, bases, set()) - {""}, pale - grounded - {""}


def _built_on(styles: set[str], bases: Mapping[str, list[str]], others: set[str]) -> set[str]:
    """Return the styles and those that build on them, but for `others` that say it otherwise."""
    found, left = set(styles), list(styles)
    while left:
        more = [each for each in bases.get(left.pop(), ()) if each not in found | others]
        found.update(more)
        left += more
    return found


class _Story:
    """One stream of text, and what was noticed on the way."""

    def __init__(self, vanishing_styles: Collection[str], pale_styles: Collection[str]) -> None:
        self._vanishing_styles = vanishing_styles
        self._pale_styles = pale_styles
        self.changed = self.hidden = self.white = False
        self.comments = 0

    def read(self, package: ZipPackage, name: str, place: str) -> Iterator[Piece]:
        """Yield the paragraphs as one text; no number runs on from one paragraph to the next.

        The cells of a row stand on one line.
        """
        parts: list[str] = []
        beside: list[str] = []
        """What stands in attributes: descriptions of pictures, names and prompts of controls."""
        vanishing = pale = paragraph_vanishes = paragraph_pale = False
        colour = ""
        shaded: list[str] = []
        """The grounds of the parts that are open and can have one of their own; "" for none."""
        for node in package.walk(name):
            if node.step is Step.OPENS and len(beside) < _MOST_BESIDE:
                beside += (text for text in node.attributes.values() if len(text) > _SHORT)
            if node.step is Step.TEXT and node.name in {"t", "delText", "instrText"}:
                parts.append(node.text)
                self.hidden = self.hidden or (vanishing and bool(node.text.strip()))
                unseen = (pale and not any(shaded)) or _is_blackened(shaded, colour)
                self.white = self.white or (unseen and bool(node.text.strip()))
            elif node.step is Step.OPENS and node.name in _GROUNDS:
                shaded.append("")
                vanishing = paragraph_vanishes = paragraph_vanishes and node.name == "r"
                pale = paragraph_pale = paragraph_pale and node.name == "r"
                colour = ""
            elif node.step is Step.CLOSES and node.name in _ENDS:
                _end(node.name, parts)
                if node.name in _GROUNDS:
                    shaded.pop()
            elif node.step is Step.OPENS and node.name in {"shd", "highlight"} and shaded:
                ground = node.attribute("fill") or node.attribute("val")
                marked = node.name == "highlight" and ground in _BLACK  # lies above a shade
                if marked or not shaded[-1]:
                    shaded[-1] = "" if ground in _WHITE else ground
            elif node.opens("color"):
                colour = node.attribute("val").upper()
                pale = is_white(colour)
            elif node.opens("sz"):
                pale = pale or node.attribute("val") in _TINY
            elif node.step is Step.OPENS and node.name in {"vanish", "pStyle", "rStyle"}:
                vanishing = self._vanishes(node, vanishing)
                pale = pale or node.attribute("val") in self._pale_styles
                paragraph_pale |= pale and node.name == "pStyle"
                paragraph_vanishes |= vanishing and node.name == "pStyle"
            elif node.step is Step.OPENS and node.name in {"tab", "br"}:
                parts.append("\t" if node.name == "tab" else "\n")
            elif node.step is Step.OPENS and node.name in _CHANGES:
                self.changed = self.changed or bool(node.attribute("author"))
            elif node.step is Step.CLOSES and node.name == "comment":
                self.comments += 1
        yield Piece("".join(parts), place)
        yield Piece("\t\n".join(beside), f"keterangan di dalam {place}")

    def _vanishes(self, node: Node, before: bool) -> bool:  # noqa: FBT001 — what held until now
        """Return whether text is hidden from here on, by itself or by its style."""
        if node.name == "vanish":
            return node.attribute("val") not in _OFF
        return before or node.attribute("val") in self._vanishing_styles


def _end(name: str, parts: list[str]) -> None:
    """Note in a text where a paragraph, a cell or a row ends."""
    if name == "p":
        parts.append("\t\n")
    elif name == "tr":
        parts.append("\n")
    elif name == "tc" and parts[-1:] == ["\t\n"]:
        parts[-1] = "\t"


def _is_blackened(grounds: Sequence[str], colour: str) -> bool:
    """Return whether a text is blacked out, or has the colour of its ground: it can be copied.

    On a black shade what has no colour of its own turns white; below a black marker it does not.
    """
    ground = next((each for each in reversed(grounds) if each), "")
    if colour and _MARKERS.get(ground, ground).upper() == colour:
        return True
    return ground in _BLACK and colour in (
        {"", "AUTO", "000000"} if ground == "black" else {"000000"}
    )
