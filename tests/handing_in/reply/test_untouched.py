from dataclasses import replace

import pytest
from lxml import etree

from ppid.handing_in.earlier_answer import without_our_answer
from ppid.handing_in.reply.package import (
    EditedPackage,
    open_package,
    sheets_of,
    tag,
    workbook_part,
)
from ppid.handing_in.reply.workbook import reply
from ppid.reading.documents.opening import open_workbook
from ppid.reading.documents.package import relations_of
from tests.handing_in.reply.handed import CLASH, QUESTION, SHEET, finding, intake
from tests.handing_in.reply.workbooks import EDITED, ORDINARY, made

NAMES = [*ORDINARY, *EDITED]
OURS = {"conditionalFormatting", "legacyDrawing"}
"""What may be added to a sheet; a conditional format of the clerk is compared by itself."""


def answered(name: str) -> tuple[EditedPackage, EditedPackage]:
    content = made(name)
    out = reply(
        "daftar.xlsx", content, intake(questions=(QUESTION, CLASH), findings=[finding("D7")])
    )
    return open_package(content), open_package(out)


def canonical(element: object) -> bytes:
    return etree.tostring(element, method="c14n", exclusive=True)


@pytest.mark.parametrize("name", NAMES)
def test_parts_that_are_not_ours_stay_byte_for_byte(name: str):
    before, after = answered(name)
    book = workbook_part(before)
    edited = {"[Content_Types].xml", book, relations_of(book), "xl/styles.xml"}
    first = sheets_of(before)[0].part
    edited |= {first, relations_of(first)}
    edited |= {n for n in before.parts if "comment" in n.lower() and "threaded" not in n}
    edited |= {s.part for s in sheets_of(before)}  # compared below
    for part in before.reachable() - edited - {""}:
        assert after.parts[part] == before.parts[part], part


@pytest.mark.parametrize("name", NAMES)
def test_sheets_keep_everything_but_our_marks(name: str):
    before, after = answered(name)
    for old, new in zip(sheets_of(before), sheets_of(after), strict=False):
        assert (old.name, old.part) == (new.name, new.part)
        was, now = before.read(old.part), after.read(new.part)
        for view in (*was.iter("{*}sheetView"), *now.iter("{*}sheetView")):
            view.attrib.pop("tabSelected", None)
        for rule in (*was.iter("{*}cfRule"), *now.iter("{*}cfRule")):
            rule.attrib.pop("priority")
        kept = [canonical(c) for c in was if etree.QName(c).localname != "legacyDrawing"]
        present = [canonical(c) for c in now]
        assert [c for c in present if c in kept] == kept
        extra = {etree.QName(c).localname for c in now if canonical(c) not in kept}
        assert extra <= OURS


@pytest.mark.parametrize("name", NAMES)
def test_styles_are_only_added_to(name: str):
    before, after = answered(name)
    if name == "tanpa gaya":
        assert next(after.related(workbook_part(after), "styles"))
        return
    was, now = before.read("xl/styles.xml"), after.read("xl/styles.xml")
    for group in was:
        old = [canonical(each) for each in group]
        new = [canonical(each) for each in now.find(group.tag)]
        assert new[: len(old)] == old
        assert now.find(group.tag).get("count") in {None, str(len(new))}


@pytest.mark.parametrize("name", NAMES)
def test_names_and_tabs_keep_their_places(name: str):
    before, after = answered(name)
    was = before.read(workbook_part(before))
    now = after.read(workbook_part(after))
    old = [canonical(each) for each in was.iter(tag("definedName"))]
    new = [canonical(each) for each in now.iter(tag("definedName"))]
    assert new[: len(old)] == old
    assert [s.name for s in sheets_of(after)][: len(sheets_of(before))] == [
        s.name for s in sheets_of(before)
    ]
    ids = [each.get("sheetId") for each in now.iter(tag("sheet"))]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("name", [n for n in NAMES if n != "300 kolom"])
def test_the_same_cells_are_read_again(name: str):
    content = made(name)
    out = reply("daftar.xlsx", content, intake())
    was = open_workbook("daftar.xlsx", content).sheets
    now = without_our_answer(open_workbook("daftar.xlsx", out)).sheets
    # What the answer adds to a comment of the clerk's own is tested beside the comments.
    assert [replace(s, comments=()) for s in now] == [replace(s, comments=()) for s in was]


@pytest.mark.parametrize("name", NAMES)
def test_children_of_a_sheet_stand_in_the_order_of_the_format(name: str):
    _, after = answered(name)
    order = [*["sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData"]]
    order += ["sheetProtection", "autoFilter", "mergeCells", "conditionalFormatting"]
    order += ["dataValidations", "hyperlinks", "printOptions", "pageMargins", "pageSetup"]
    order += ["headerFooter", "rowBreaks"]
    order += ["drawing", "legacyDrawing", "tableParts", "extLst"]
    for sheet in sheets_of(after):
        if sheet.sort == "worksheet":
            ranks = [order.index(etree.QName(c).localname) for c in after.read(sheet.part)]
            assert ranks == sorted(ranks), sheet.name


@pytest.mark.parametrize("name", NAMES)
def test_every_part_has_a_type_and_every_relationship_a_target(name: str):
    _, after = answered(name)
    types = after.read("[Content_Types].xml")
    overrides = {each.get("PartName") for each in types if each.get("PartName")}
    defaults = {each.get("Extension") for each in types if each.get("Extension")}
    for part in after.reachable() - {""}:
        assert f"/{part}" in overrides or part.rsplit(".", 1)[-1] in defaults, part
        for relation in after.relations(part):
            assert relation.external or relation.target in after.parts
    assert all(part.lstrip("/") in after.parts for part in overrides)


def test_the_reply_opens_at_the_list_and_selects_one_sheet_only():
    _, after = answered("tersembunyi")
    view = next(after.read(workbook_part(after)).iter(tag("workbookView")))
    sheets = sheets_of(after)
    assert sheets[int(view.get("activeTab"))].name == "Perbaikan"
    selected = [
        sheet.name
        for sheet in sheets
        if any(v.get("tabSelected") == "1" for v in after.read(sheet.part).iter(tag("sheetView")))
    ]
    assert selected == ["Perbaikan"]
    assert sheets[0].name == SHEET
