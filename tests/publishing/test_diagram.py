"""Drawings hold every word, stay inside their sheet, and let no text become markup."""

from itertools import pairwise
from xml.etree import ElementTree as ET

from ppid.publishing.diagram import Arrow, Box, Words, stack, tree

HOSTILE = '</text><script>alert(1)</script> & "kutip" ]]>'
WORDS = Words(f"Judul {HOSTILE}", f"Uraian {HOSTILE}")
LEGEND = {"mengubah": "mengubah", "belum": "belum diketahui"}
BOXES = [Box(("Perwal 1/2017", "Berlaku")), Box(("Perwal 2/2018", HOSTILE), marked=True)]


def boxes_of(root: ET.Element) -> list[tuple[int, int, int, int]]:
    return [
        (int(r.get("x", 0)), int(r.get("y", 0)), int(r.get("width", 0)), int(r.get("height", 0)))
        for r in root.iter("rect")
    ]


def test_hostile_words_stay_words():
    figure = stack(BOXES, [Arrow(1, 0, "mengubah")], LEGEND, WORDS)
    root = ET.fromstring(figure.svg)  # noqa: S314 — our own drawing
    assert "<script" not in figure.svg
    assert "alert(1)" in "".join(root.itertext())
    assert root.find("title") is not None
    assert {e.tag for e in root.iter()} <= {"svg", "title", "desc", "g", "rect", "path", "text"}


def test_a_drawing_has_a_name_and_a_description():
    root = ET.fromstring(stack(BOXES, [Arrow(1, 0, "belum")], LEGEND, WORDS).svg)  # noqa: S314
    assert root.get("role") == "img"
    named = {root.get("aria-labelledby"), root.get("aria-describedby")}
    assert named == {root[0].get("id"), root[1].get("id")}


def test_only_lines_that_are_drawn_are_explained():
    svg = stack(BOXES, [Arrow(1, 0, "belum")], LEGEND, WORDS).svg
    words = "".join(ET.fromstring(svg).itertext())  # noqa: S314
    assert "belum diketahui" in words
    assert "mengubah" not in words


def test_boxes_do_not_overlap_and_stay_on_the_sheet():
    long = "Kepala Dinas Komunikasi, Informatika, Statistik dan Persandian"
    many = [Box((f"Perwal {n}/20{n:02}", long)) for n in range(12)]
    arrows = [Arrow(n, m, "mengubah") for n in range(12) for m in range(n)][:20]
    root = ET.fromstring(stack(many, arrows, LEGEND, WORDS).svg)  # noqa: S314
    width, height = (int(part) for part in root.get("viewBox", "").split()[2:])
    placed = boxes_of(root)
    assert all(y + h < below for (_, y, _, h), (_, below, _, _) in pairwise(placed))
    assert all(x + w <= width and y + h <= height for x, y, w, h in placed)


def test_a_small_drawing_fits_a_telephone():
    root = ET.fromstring(stack(BOXES, [Arrow(1, 0, "belum")] * 3, LEGEND, WORDS).svg)  # noqa: S314
    assert int(root.get("width", 0)) <= 320


def test_a_tree_moves_its_branches_to_the_right():
    root = ET.fromstring(tree([Box(("a",)), Box(("b",), level=1), Box(("c",), level=2)], WORDS).svg)  # noqa: S314
    lefts = [x for x, _, _, _ in boxes_of(root)]
    assert lefts == sorted(set(lefts))
    assert len({x + w for x, _, w, _ in boxes_of(root)}) == 1
    assert sum(1 for _ in root.iter("path")) == 2
