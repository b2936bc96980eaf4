"""The file of a paper: body, head, foot and properties, packed so that the bytes never vary."""

from typing import Final

from docx.oxml.ns import nsmap, qn

from ppid.core.fixed_zip import fixed_zip
from ppid.diagnostics.inert import visible
from ppid.publishing.papers.model import Paper, Sheet
from ppid.publishing.papers.word.body import Writer, write_words
from ppid.publishing.papers.word.names import Element, add, new, serialized
from ppid.publishing.papers.word.skeleton import LANGUAGE, skeleton

_LONG, _SHORT, _MARGIN = 16838, 11906, 1134
"""A4 and its margin of 2 cm, in twentieths of a point."""
_FOOT_MARGIN: Final = "567"
EXAMPLE: Final = "CONTOH – data peragaan, bukan surat resmi"


def docx_of(paper: Paper) -> bytes:
    """Write a paper as .docx; the same paper gives the same bytes."""
    shared = skeleton().parts
    own = {
        "docProps/core.xml": _properties(paper),
        "word/document.xml": _document(paper),
        "word/header1.xml": _header(paper),
        "word/footer1.xml": _footer(paper),
    }
    return fixed_zip((*shared.items(), *own.items()))


def _document(paper: Paper) -> bytes:
    root = new("w:document")
    body = add(root, "w:body")
    writer = Writer(body)
    last = len(paper.sheets) - 1
    for number, sheet in enumerate(paper.sheets):
        writer.write(sheet.blocks, (_LONG if sheet.wide else _SHORT) - 2 * _MARGIN)
        if number == last:
            _section(body, sheet)
        else:
            _section(add(add(body, "w:p"), "w:pPr"), sheet)
    return serialized(root)


def _section(parent: Element, sheet: Sheet) -> None:
    """End a section; the format of its pages is said at its end."""
    section = add(parent, "w:sectPr")
    found = skeleton()
    for tag, key in (("w:headerReference", found.header), ("w:footerReference", found.footer)):
        add(section, tag, type="default").set(qn("r:id"), key)
    width, height = (_LONG, _SHORT) if sheet.wide else (_SHORT, _LONG)
    size = add(section, "w:pgSz", w=str(width), h=str(height))
    if sheet.wide:
        size.set(qn("w:orient"), "landscape")
    sides = dict.fromkeys(("top", "right", "bottom", "left"), str(_MARGIN))
    add(section, "w:pgMar", **sides, header=_FOOT_MARGIN, footer=_FOOT_MARGIN, gutter="0")


def _header(paper: Paper) -> bytes:
    root = new("w:hdr")
    paragraph = add(root, "w:p")
    form = add(paragraph, "w:pPr")
    add(form, "w:pStyle", val="Header")
    add(form, "w:jc", val="center")
    if paper.contoh:
        write_words(paragraph, (EXAMPLE,))
    return serialized(root)


def _footer(paper: Paper) -> bytes:
    root = new("w:ftr")
    paragraph = _foot_line(root)
    write_words(paragraph, (f"{paper.title}, {paper.about}. Halaman ",))
    _number(paragraph, "PAGE")
    write_words(paragraph, (" dari ",))
    _number(paragraph, "NUMPAGES")
    write_words(_foot_line(root), (f"SHA-256 isi daftar: {paper.proof.sha256}",))
    return serialized(root)


def _foot_line(root: Element) -> Element:
    paragraph = add(root, "w:p")
    form = add(paragraph, "w:pPr")
    add(form, "w:pStyle", val="keterangan")
    add(form, "w:jc", val="center")
    return paragraph


def _number(paragraph: Element, field: str) -> None:
    """Add a field that Word computes; “1” stands there until it does."""
    for kind in ("begin", "", "separate", "1", "end"):
        run = add(paragraph, "w:r")
        if kind == "":
            add(run, "w:instrText").text = field
        elif kind == "1":
            add(run, "w:t").text = kind
        else:
            add(run, "w:fldChar", fldCharType=kind)


def _properties(paper: Paper) -> bytes:
    """Write what file managers show: no author, no clock."""
    root = new("cp:coreProperties", {name: nsmap[name] for name in ("cp", "dc")})
    mark = "CONTOH: " if paper.contoh else ""
    for tag, text in (
        ("dc:title", f"{mark}{paper.title}, {paper.about}"),
        ("dc:subject", paper.annex),
        ("dc:language", LANGUAGE),
    ):
        add(root, tag).text = visible(text)
    return serialized(root)
