"""Charts: clean SVG, the same bytes every time, hostile words inert, no figure by colour alone."""

import re
from xml.etree import ElementTree as ET

import pytest

from ppid.publishing.charts import Chart, Series, draw

HOSTILE = "</desc><script>alert(1)</script>\"'&"


def parsed(svg: str) -> ET.Element:
    return ET.fromstring(svg)  # noqa: S314 — made by ourselves


def chart(**changes: object) -> Chart:
    values: dict[str, object] = {
        "name": "hasil",
        "title": "Permohonan menurut hasilnya",
        "description": "Paling banyak pada 2020.",
        "categories": ("2019", "2020"),
        "series": (Series("Dikabulkan", (4, 1200)), Series("Ditolak", (1, None))),
    }
    return Chart(**(values | changes))  # type: ignore[arg-type]


def test_it_is_one_picture_with_a_name_and_a_description() -> None:
    root = parsed(draw(chart()).svg)
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == root[0].get("id") == "hasil-judul"
    assert root.get("aria-describedby") == root[1].get("id") == "hasil-uraian"
    assert (root[0].tag, root[0].text) == ("title", "Permohonan menurut hasilnya")
    assert (root[1].tag, root[1].text) == ("desc", "Paling banyak pada 2020.")


def test_nothing_that_a_strict_page_refuses() -> None:
    root = parsed(draw(chart()).svg)
    tags = {element.tag for element in root.iter()}
    assert tags <= {"svg", "title", "desc", "defs", "pattern", "g", "rect", "path", "text"}
    names = {name for element in root.iter() for name in element.attrib}
    assert "style" not in names
    assert not {name for name in names if name.startswith("on") or "href" in name}
    assert "<!--" not in draw(chart()).svg


def test_ids_belong_to_their_chart() -> None:
    svg = draw(chart(name="a")).svg + draw(chart(name="b")).svg
    ids = re.findall(r' id="([^"]+)"', svg)
    assert len(ids) == len(set(ids)) == 6
    assert set(re.findall(r"url\(#([^)]+)\)", svg)) <= set(ids)


def test_hostile_words_stay_words() -> None:
    words = (HOSTILE, HOSTILE)
    drawn = draw(
        chart(
            title=HOSTILE, description=HOSTILE, categories=words, series=(Series(HOSTILE, (1, 2)),)
        )
    )
    assert "<script" not in drawn.svg
    assert parsed(drawn.svg)[0].text == HOSTILE


def test_the_same_figures_give_the_same_bytes() -> None:
    assert draw.__wrapped__(chart()) == draw.__wrapped__(chart())
    assert not re.search(r"20\d\d-\d\d-\d\d", draw(chart()).svg)


def test_series_differ_by_pattern_as_well() -> None:
    root = parsed(draw(chart()).svg)
    fills = {(r.get("class"), r.get("fill")) for r in root.iter("rect")}
    assert fills == {
        ("ppid-bagan__seri--0", "currentColor"),
        ("ppid-bagan__seri--1", "url(#hasil-pola-1)"),
    }


def test_words_stay_text_in_the_order_of_reading() -> None:
    root = parsed(draw(chart(series=(Series("Hari", (5.25, 1200)),))).svg)
    texts = [text.text for text in root.iter("text")]
    assert {"2019", "2020", "5,2", "1.200"} <= set(texts)
    rows = {text.text: float(text.get("y", "0")) for text in root.iter("text")}
    assert rows["2019"] < rows["2020"]


def test_marks_replace_the_scale() -> None:
    drawn = draw(chart(series=(Series("Hari", (5, 9)),), marks=(0, 10, 17)))
    texts = [text.text for text in parsed(drawn.svg).iter("text")]
    assert [text for text in texts if text in {"0", "10", "17"}] == ["0", "10", "17"]


@pytest.mark.parametrize("values", [(None, None), (0, 0)])
def test_nothing_known_is_still_a_picture(values: tuple[float | None, ...]) -> None:
    root = parsed(draw(chart(series=(Series("Ditolak", values),))).svg)
    assert root.tag == "svg"


def test_a_long_label_leaves_room_for_bars() -> None:
    root = parsed(draw(chart(categories=("x" * 300, "y"), series=(Series("n", (1, 2)),))).svg)
    widths = [float(rect.get("width", "0")) for rect in root.iter("rect")]
    assert max(widths) > 80
