"""Many files of styles become one, in the order and the layers that ppid.css names."""

import re
from pathlib import Path

import pytest

from ppid.publishing.stylesheet import StylesheetError, below, bundle

SHEETS = Path(__file__).parents[2] / "theme_overrides/assets/css"
LAYERS = re.compile(r"^@layer ([\w, ]+);$", re.MULTILINE)
PARTS = {"a.css": "a { color: red; }\n", "b.css": '@charset "UTF-8";b { color: blue; }'}


def read(name: str) -> str:
    return (SHEETS / name).read_text("utf-8")


def test_each_file_stands_in_its_layer_where_it_was_named() -> None:
    index = '@layer x, y;\n@import url("b.css") layer(y);\n@import url("a.css") layer(x) print;\n'
    sheet, names = bundle(index, PARTS.__getitem__)
    assert names == ("b.css", "a.css")
    assert sheet == (
        "@layer x, y;\n"
        "@layer y {\nb { color: blue; }\n}\n\n"
        "@media print {\n@layer x {\na { color: red; }\n}\n}\n\n"
    )


@pytest.mark.parametrize(
    ("index", "said"),
    [
        ('@import url("c.css") layer(x);', "c.css, tetapi berkasnya tidak ada"),
        ('@import "a.css";', 'baris yang tidak dikenal: @import "a.css";'),
        ('@import url("a.css");', "baris yang tidak dikenal"),
        ('@import url("https://lain.example/a.css") layer(x);', "baris yang tidak dikenal"),
        ('@import url("../a.css") layer(x);', "baris yang tidak dikenal"),
    ],
)
def test_what_a_browser_would_pass_over_is_said(index: str, said: str) -> None:
    with pytest.raises(StylesheetError, match=re.escape(said)):
        bundle(index, PARTS.__getitem__)


def test_an_import_inside_a_part_is_said_too() -> None:
    with pytest.raises(StylesheetError, match="tidak dikenal"):
        bundle('@import url("a.css") layer(x);', lambda _: "@import url(x.css);\n")


def test_a_sheet_of_others_gives_way_though_it_comes_first() -> None:
    index = '/* @layer z; */\n@layer dasar, x;\n@import url("a.css") layer(x);\n'
    assert below(index, '@charset "UTF-8";html{margin:0}') == (
        "@layer dasar, x;\n@layer dasar {\nhtml{margin:0}\n}\n"
    )


def test_an_order_that_is_missing_is_said() -> None:
    with pytest.raises(StylesheetError, match="urutan lapisan"):
        below('@import url("a.css") layer(x);', "html{margin:0}")


def test_every_file_of_the_theme_is_named_and_every_layer_is_declared() -> None:
    sheet, names = bundle(read("ppid.css"), read)
    assert sorted((*names, "ppid.css")) == sorted(path.name for path in SHEETS.glob("*.css"))
    assert len(set(names)) == len(names)
    declared = LAYERS.search(sheet)
    assert declared
    layers = declared[1].split(", ")
    used = re.findall(r"^@layer (\w+) \{", sheet, re.MULTILINE)
    assert set(used) == set(layers)
    assert sorted(used, key=layers.index) == used, "a file stands before one of an earlier layer"


def test_the_site_has_one_sheet_of_ours_and_material_gives_way(situs: Path) -> None:
    assert [path.name for path in (situs / "assets/css").iterdir()] == ["ppid.css"]
    assert (situs / "assets/css/ppid.css").read_text("utf-8") == bundle(read("ppid.css"), read)[0]
    material = sorted((situs / "assets/stylesheets").glob("*"))
    assert material
    for path in material:
        assert path.suffix == ".css"
        assert re.match(r"@layer [\w, ]+;\n@layer dasar \{\n", path.read_text("utf-8"))


def test_dark_and_light_differ_in_colours_only(situs: Path) -> None:
    """So a browser need not hold a dark page against rules that are not about colours."""
    dark = re.compile(
        r":root(?:\[data-tema=\"gelap\"\]|:not\(\[data-tema=\"terang\"\]\)) \{([^}]*)\}"
    )
    said = (situs / "assets/css/ppid.css").read_text("utf-8")
    assert len(dark.findall(said)) == 2
    names = re.findall(r"^ *([\w-]+):", "".join(dark.findall(said)), re.MULTILINE)
    assert {name for name in names if not name.startswith("--ppid-")} == {"color-scheme"}
    rest = dark.sub("", said).replace("@media (prefers-color-scheme: dark)", "", 1)
    others = (path.read_text("utf-8") for path in situs.rglob("assets/stylesheets/*.css"))
    for sheet in (rest, *others):
        assert not re.search("prefers-color-scheme|data-tema", sheet)
