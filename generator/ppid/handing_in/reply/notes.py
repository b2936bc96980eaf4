"""Comments at cells: ours are added beside the clerk's own, and those of an earlier answer go.

A comment consists of a text in one part and a box in another. The parts with boxes are not always
well-formed XML (programs write “<br>” in them), so boxes are cut and pasted as text.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from lxml import etree

from ppid.handing_in.reply.book import SheetPart, insert, tag
from ppid.handing_in.reply.boxes import add_boxes, remove_boxes
from ppid.handing_in.reply.entries import Entry, Level
from ppid.handing_in.reply.names import AUTHOR, SIGN
from ppid.handing_in.reply.package import MAIN, REL, Element, Package
from ppid.reading.documents.book import CellPlace

_COMMENTS: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_BOXES: Final = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_LONGEST: Final = 1_000
"""Characters of one comment; a longer one cannot be read in its box."""
_SEPARATOR: Final = f"\n\n{SIGN}"
"""Between what the clerk wrote in a comment and what we say in the same."""
_SAID: Final = {
    Level.GALAT: "perlu diperbaiki",
    Level.PERTANYAAN: "perlu jawaban",
    Level.PERINGATAN: "periksa lagi",
    Level.SARAN: "boleh dirapikan",
}


def comment_of(entries: Sequence[Entry]) -> str:
    """Say in one comment all that is to be said about a cell."""
    parts = [f"{SIGN}{_SAID[entries[0].level]}"]
    for entry in entries:
        lines = [entry.wrong, entry.mend]
        if entry.example and entry.level is not Level.PERTANYAAN:
            lines.append(f"Contoh: {entry.example}")
        parts.append("\n".join(line for line in lines if line))
    text = "\n\n".join(parts)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}… (lihat lembar “Perbaikan”)"


def remove_comments(package: Package, sheet: SheetPart) -> None:
    """Take away the comments of an earlier answer, and our words in comments of the clerk."""
    name = next(package.related(sheet.part, "comments"), "")
    if not name:
        # Without its part a relationship is in the way of the one that we add.
        ids = {each.id for each in package.relations(sheet.part) if each.type == "comments"}
        if ids:
            package.unrelate(sheet.part, ids)
        return
    listed = package.edit(name).find(tag("commentList"))
    removed = set()
    for comment in list(listed) if listed is not None else ():
        text = _text(comment)
        if text.startswith(SIGN):
            listed.remove(comment)
            removed.add(comment.get("ref", ""))
        elif _SEPARATOR in text:
            _cut(comment, text.index(_SEPARATOR))
    boxes = _boxes_part(package, sheet.part)
    if removed and boxes:
        package.parts[boxes] = remove_boxes(package.parts[boxes], removed)


def add_comments(package: Package, sheet: SheetPart, texts: Mapping[CellPlace, str]) -> None:
    """Write comments at cells of a sheet; a conversation of several people is left alone."""
    name = next(package.related(sheet.part, "comments"), "")
    if not name:
        name = package.free_name("xl/comments{}.xml")
        empty = f'<comments xmlns="{MAIN}"><authors/><commentList/></comments>'.encode()
        package.put(name, empty, _COMMENTS)
        package.relate(sheet.part, "comments", name)
    comments = package.edit(name)
    listed = _child(comments, "commentList")
    author = _author(_child(comments, "authors"))
    present = {comment.get("ref", ""): comment for comment in listed}
    talks = any(package.related(sheet.part, "threadedComment"))
    fresh = {}
    for place, text in texts.items():
        if place.cell not in present:
            listed.append(_comment(place.cell, author, text))
            fresh[place] = text
        elif not talks:
            _append(present[place.cell], f"\n\n{text}")
    boxes = _boxes_part(package, sheet.part) or _new_boxes_part(package, sheet.part)
    root = package.read(sheet.part)
    package.parts[boxes] = add_boxes(package.parts[boxes], root, fresh)


def _child(comments: Element, name: str) -> Element:
    found = comments.find(tag(name))
    return etree.SubElement(comments, tag(name)) if found is None else found


def _author(authors: Element) -> str:
    names = [author.text for author in authors]
    if AUTHOR not in names:
        etree.SubElement(authors, tag("author")).text = AUTHOR
        names.append(AUTHOR)
    return str(names.index(AUTHOR))


def _comment(cell: str, author: str, text: str) -> Element:
    comment = etree.Element(tag("comment"), ref=cell, authorId=author)
    inside = etree.SubElement(comment, tag("text"))
    heading, separator, rest = text.partition("\n")
    _run(inside, heading + separator, bold=True)
    _run(inside, rest, bold=False)
    return comment


def _append(comment: Element, text: str) -> None:
    inside = comment.find(tag("text"))
    _run(etree.SubElement(comment, tag("text")) if inside is None else inside, text, bold=False)


def _run(inside: Element, text: str, *, bold: bool) -> None:
    run = etree.SubElement(inside, tag("r"))
    look = etree.SubElement(run, tag("rPr"))
    if bold:
        etree.SubElement(look, tag("b"))
    etree.SubElement(look, tag("sz"), val="9")
    etree.SubElement(look, tag("color"), indexed="81")
    etree.SubElement(look, tag("rFont"), val="Tahoma")
    etree.SubElement(look, tag("family"), val="2")
    written = etree.SubElement(run, tag("t"))
    written.text = text
    written.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _text(comment: Element) -> str:
    return "".join(written.text or "" for written in comment.iter(tag("t")))


def _cut(comment: Element, length: int) -> None:
    """Keep the first characters of a comment."""
    for written in list(comment.iter(tag("t"))):
        text = written.text or ""
        written.text = text[: max(0, length)]
        length -= len(text)


def _boxes_part(package: Package, sheet: str) -> str:
    legacy = package.read(sheet).find(tag("legacyDrawing"))
    rid = "" if legacy is None else legacy.get(f"{{{REL}}}id", "")
    targets = {relation.id: relation.target for relation in package.relations(sheet)}
    name = targets.get(rid, "")
    return name if name in package.parts else ""


def _new_boxes_part(package: Package, sheet: str) -> str:
    name = package.free_name("xl/drawings/vmlDrawing{}.vml")
    package.put(name, b"", _BOXES)
    root = package.edit(sheet)
    for old in root.findall(tag("legacyDrawing")):
        root.remove(old)
    legacy = etree.Element(tag("legacyDrawing"), nsmap={"r": REL})
    legacy.set(f"{{{REL}}}id", package.relate(sheet, "vmlDrawing", name))
    insert(root, legacy)
    return name
