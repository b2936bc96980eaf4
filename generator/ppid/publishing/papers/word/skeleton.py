"""What is the same in all papers: styles, language and how the parts belong together.

Made once with python-docx, whose own template carries 350 KB of styles that no paper uses.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import Any, Final
from zipfile import ZipFile

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Cm, Pt, RGBColor

from ppid.publishing.papers.model import Style

FONT: Final = "Arial"
LANGUAGE: Final = "id-ID"
HEADING, PART, TABLE, BLANK, CELL, HEAD_CELL = (
    "Heading1",
    "Heading2",
    "TabelNaskah",
    "Isian",
    "Sel",
    "KepalaTabel",
)
"""Ids of the styles that are not those of a paragraph of `model.Style`."""
_KEPT: Final = {
    "Normal",
    "Default Paragraph Font",
    "Normal Table",
    "No List",
    "Heading 1",
    "Heading 2",
    "Header",
    "Footer",
}
_UNUSED_PARTS: Final = (
    "stylesWithEffects",
    "customXml",
    "thumbnail",
    "theme",
    "numbering",
    "webSettings",
    "fontTable",
    "extended-properties",
)
_OWN: Final = ("word/document.xml", "word/header1.xml", "word/footer1.xml", "docProps/core.xml")
"""Parts that each paper writes itself."""


_SETTINGS: Final = {
    qn(f"w:{name}")
    for name in ("defaultTabStop", "compat", "themeFontLang", "decimalSymbol", "listSeparator")
}
_MODE: Final = (
    ("name", "compatibilityMode"),
    ("uri", "http://schemas.microsoft.com/office/word"),
    ("val", "15"),
)


@dataclass(frozen=True, slots=True)
class Skeleton:
    """The shared parts by name, and the relationships by which a section finds head and foot."""

    parts: Mapping[str, bytes]
    header: str
    footer: str


@lru_cache(maxsize=1)
def skeleton() -> Skeleton:
    """Make the shared parts."""
    document: Any = Document()
    for rels in (document.part.rels, document.part.package.rels):
        for key in [k for k, rel in rels.items() if _is_unused(rel.reltype)]:
            del rels[key]
    _dress(document.styles)
    _be_modern(document.settings.element)
    section = document.sections[0]
    section.header.is_linked_to_previous = False
    section.footer.is_linked_to_previous = False
    keys = {rel.reltype.rpartition("/")[2]: key for key, rel in document.part.rels.items()}
    stream = BytesIO()
    document.save(stream)
    with ZipFile(stream) as package:
        shared = {name: package.read(name) for name in package.namelist() if name not in _OWN}
    return Skeleton(shared, keys["header"], keys["footer"])


def _is_unused(kind: str) -> bool:
    return kind.rpartition("/")[2] in _UNUSED_PARTS


def _be_modern(settings: Any) -> None:  # noqa: ANN401 — python-docx does not export its types
    """Keep few settings: the language, its marks, and the layout of Word 2013 and later.

    In that layout a table begins at the margin.
    """
    for child in list(settings):
        if child.tag not in _SETTINGS:
            settings.remove(child)
    compat = settings.find(qn("w:compat"))
    for child in list(compat):
        compat.remove(child)
    mode = OxmlElement("w:compatSetting")
    for name, value in _MODE:
        mode.set(qn(f"w:{name}"), value)
    compat.append(mode)
    settings.find(qn("w:themeFontLang")).set(qn("w:val"), LANGUAGE)
    settings.find(qn("w:decimalSymbol")).set(qn("w:val"), ",")
    settings.find(qn("w:listSeparator")).set(qn("w:val"), ";")


def _dress(styles: Any) -> None:  # noqa: ANN401 — python-docx does not export its types
    latent = styles.element.find(qn("w:latentStyles"))
    styles.element.remove(latent)
    for style in list(styles):
        if style.name not in _KEPT:
            style.element.getparent().remove(style.element)
    _set_defaults(styles.element)
    normal = styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(11)
    normal.paragraph_format.space_after = Pt(6)
    _headings(styles)
    _paragraphs(styles)
    _cells(styles)
    blank = styles.add_style(BLANK, WD_STYLE_TYPE.CHARACTER)
    blank.font.italic, blank.font.size = True, Pt(8)
    blank.font.color.rgb = RGBColor(0x50, 0x50, 0x50)


def _set_defaults(root: Any) -> None:  # noqa: ANN401
    """Say font and language once for the whole document; fonts of a theme would win over them."""
    defaults = root.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    for child in list(defaults):
        defaults.remove(child)
    fonts, language = OxmlElement("w:rFonts"), OxmlElement("w:lang")
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), FONT)
    for script in ("val", "eastAsia"):
        language.set(qn(f"w:{script}"), LANGUAGE)
    defaults.extend([fonts, language])


def _headings(styles: Any) -> None:  # noqa: ANN401
    for name, size, centred in (("Heading 1", 12, True), ("Heading 2", 11, False)):
        style = styles[name]
        properties = style.element.get_or_add_rPr()
        for child in list(properties):
            properties.remove(child)
        style.font.bold, style.font.size, style.font.color.rgb = True, Pt(size), RGBColor(0, 0, 0)
        form = style.paragraph_format
        form.alignment = WD_ALIGN_PARAGRAPH.CENTER if centred else WD_ALIGN_PARAGRAPH.LEFT
        form.space_before, form.space_after = Pt(0 if centred else 8), Pt(2 if centred else 4)
        form.keep_with_next = True


def _paragraphs(styles: Any) -> None:  # noqa: ANN401
    title = _added(styles, Style.JUDUL, 12)
    title.font.bold = True
    title.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.paragraph_format.space_after = Pt(2)
    title.paragraph_format.keep_with_next = True
    middle = _added(styles, Style.TENGAH, 11)
    middle.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    middle.paragraph_format.space_before = Pt(8)
    middle.paragraph_format.keep_with_next = True
    body = _added(styles, Style.ISI, 11)
    body.paragraph_format.space_before = Pt(6)
    entry = _added(styles, Style.BUTIR, 11)
    entry.paragraph_format.left_indent, entry.paragraph_format.first_line_indent = Cm(0.9), Cm(-0.9)
    signed = _added(styles, Style.TANDA_TANGAN, 11)
    signed.paragraph_format.space_after = Pt(2)
    signed.paragraph_format.keep_together = True
    note = _added(styles, Style.KETERANGAN, 8)
    note.paragraph_format.space_before, note.paragraph_format.space_after = Pt(4), Pt(0)
    example = _added(styles, Style.CONTOH, 11)
    example.font.bold = True
    example.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _added(styles: Any, name: str, size: float) -> Any:  # noqa: ANN401
    style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = styles["Normal"]
    style.font.size = Pt(size)
    return style


def _cells(styles: Any) -> None:  # noqa: ANN401
    cell = _added(styles, CELL, 9)
    cell.paragraph_format.space_after = Pt(0)
    head = _added(styles, HEAD_CELL, 9)
    head.font.bold = True
    head.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    head.paragraph_format.space_after = Pt(0)
    table = styles.add_style(TABLE, WD_STYLE_TYPE.TABLE)
    properties, borders = OxmlElement("w:tblPr"), OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        border = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", "000000")):
            border.set(qn(f"w:{name}"), value)
        borders.append(border)
    margins = OxmlElement("w:tblCellMar")
    for side, width in (("top", "40"), ("left", "85"), ("bottom", "40"), ("right", "85")):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), width)
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    properties.extend([borders, margins])
    table.element.append(properties)
