"""Templates use what Jinja and MiniJinja both know, so that another printer can print the frame."""

from html import unescape
from pathlib import Path
from types import SimpleNamespace as Thing
from urllib.parse import parse_qs, unquote, urlsplit

import jinja2
import minijinja
import pytest
from jinja2 import nodes
from lxml import html

from ppid.core.page import Link, Page
from ppid.publishing.render import Renderer

TEMPLATES = Path(__file__).parents[2] / "theme_overrides"
ALL = sorted(path.relative_to(TEMPLATES).as_posix() for path in TEMPLATES.rglob("*.html"))
FUNCTIONS = {"super", "caller", "range", "namespace"}
OURS = {"rule_url", "objection_form", "objection_mail"}
"""Functions that publishing/render.py hands to templates."""


def source(name: str) -> str:
    return (TEMPLATES / name).read_text("utf-8")


def calls_that_are_none(text: str) -> list[str]:
    """Name what a template calls that is neither a macro nor a known function: “value.split”."""
    tree = jinja2.Environment(autoescape=False).parse(text)  # noqa: S701 — nothing is printed
    known = {macro.name for macro in tree.find_all(nodes.Macro)} | FUNCTIONS | OURS
    for found in tree.find_all(nodes.FromImport):
        known |= {name if isinstance(name, str) else name[1] for name in found.names}
    modules = {found.target for found in tree.find_all(nodes.Import)}
    strange = []
    for call in tree.find_all(nodes.Call):
        called = call.node
        if isinstance(called, nodes.Name) and called.name in known:
            continue
        if isinstance(called, nodes.Getattr) and isinstance(called.node, nodes.Name):
            if called.node.name in modules:
                continue
            strange.append(f"{called.node.name}.{called.attr}")
        else:
            strange.append(getattr(called, "attr", getattr(called, "name", str(called))))
    return strange


@pytest.mark.parametrize("name", ALL)
def test_no_template_calls_a_method(name: str) -> None:
    assert calls_that_are_none(source(name)) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("{{ alamat.startswith('https:') }}", ["alamat.startswith"]),
        ("{% set a = satu.teks.split(',') %}", ["split"]),
        ('{{ "{:,}".format(3) }}', ["format"]),
        ("{% for a, b in kamus.items() %}{% endfor %}", ["kamus.items"]),
        ("{{ tidak_dikenal(1) }}", ["tidak_dikenal"]),
        ('{% import "x.html" as b %}{{ b.tabel(1) }}', []),
        ('{% from "x.html" import tabel as t %}{{ t(1) | replace("a", "b") }}', []),
        ("{% macro a(n) %}{% if n %}{{ a(n - 1) }}{% endif %}{% endmacro %}{{ a(3) }}", []),
    ],
)
def test_a_method_would_be_seen(text: str, found: list[str]) -> None:
    assert calls_that_are_none(text) == found


@pytest.mark.parametrize("name", ALL)
def test_minijinja_reads_every_template(name: str) -> None:
    minijinja.Environment().add_template(name, source(name))


URLS = {"base": "../../"}
SITE = "https://ppid.example/?a=1&b=2"
BADAN = Thing(
    nama="Kota <Rekaan>",
    alamat="Jalan 1",
    ppid_utama="Kepala & Dinas",
    surel="ppid@kota.example",
    telepon=["(021) 123-45"],
    kanal=[
        (Thing(nama="Situs", alamat=SITE), SITE),
        (Thing(nama="SMS 0812-1", alamat="0812-1"), "sms:08121"),
        (Thing(nama="Loket", alamat="(021) 12"), "tel:02112"),
        (Thing(nama="Loket", alamat="Jalan 2"), ""),
    ],
    lisensi="CC BY 4.0",
    contoh=True,
)
EXTRA = Thing(
    bagian=[Thing(nama="opd", judul="OPD & lain", alamat="opd/")],
    alamat_repo="https://github.com/kota/ppid",
    badan=BADAN,
    keadaan_data=Thing(tanggal="31 Desember 2021", id="abc"),
)
CHAPTERS = [Thing(title=f"Bab <{n}>", url=f"#bab-{n}", level=2) for n in range(5)]


def page(*, chapters: int) -> Thing:
    toc = [Thing(title="Judul", url="#judul", level=1, children=CHAPTERS[:chapters])]
    written = Thing(
        heading="<h1>Judul</h1>", opening="<p>a</p><table></table>", chapters="<h2>b</h2>"
    )
    meta = {"tulisan": written, "title": "Judul", "aturan": None}
    return Thing(
        title="Judul",
        is_homepage=False,
        is_page=True,
        url="panduan/x/",
        edit_url="https://github.com/kota/ppid/edit/main/x.md",
        ancestors=[],
        toc=toc,
        meta=meta,
        content="",
        file=Thing(src_uri="panduan/x.md"),
    )


def context(*, chapters: int) -> dict[str, object]:
    shown = page(chapters=chapters)
    config = Thing(site_name="PPID", extra=EXTRA)
    known = {"page": shown, "config": config, "badan": BADAN, "bingkai": False}
    way = [Thing(label="Beranda", url=""), Thing(label="OPD & lain", url="opd/")]
    return {**known, "meta": {"bagian": "opd", "aturan": None, "title": "Judul", "jejak": way}}


@pytest.mark.parametrize("chapters", [2, 5])
@pytest.mark.parametrize(
    "name", ["header", "footer", "remah", "sunting", "sunting_data", "lapor", "tulisan"]
)
def test_minijinja_prints_the_parts_of_the_frame_alike(name: str, chapters: int) -> None:
    values = context(chapters=chapters)
    python = jinja2.Environment(loader=jinja2.FileSystemLoader(TEMPLATES))  # noqa: S701 — as MkDocs
    rust = minijinja.Environment(
        loader=source, auto_escape_callback=lambda _: False, keep_trailing_newline=False
    )
    for environment in (python.filters.__setitem__, rust.add_filter):
        environment("url", lambda address: URLS["base"] + address)
    printed = [
        python.get_template(f"partials/{name}.html").render(values),
        rust.render_template(f"partials/{name}.html", **values),
    ]
    # The engines write &quot; in two ways; what a reader gets is the same.
    assert unescape(printed[1]).strip() == unescape(printed[0]).strip()
    assert printed[0].strip()


@pytest.mark.parametrize(
    ("contoh", "repo", "starts"),
    [
        (True, "https://github.com/kota/ppid", "https://github.com/kota/ppid/issues"),
        (True, "", "mailto:ppid@x.example?subject=Laporan%20kekeliruan%20di%20situs%20peragaan"),
        (False, "", "mailto:ppid@x.example?subject=Laporan%20kekeliruan%3A"),
        (False, "https://github.com/kota/ppid", "mailto:ppid@x.example"),
    ],
)
def test_a_mistake_can_always_be_reported(contoh: bool, repo: str, starts: str) -> None:  # noqa: FBT001
    python = jinja2.Environment(loader=jinja2.FileSystemLoader(TEMPLATES))  # noqa: S701 — as MkDocs
    values = context(chapters=2)
    values["badan"] = Thing(contoh=contoh, surel="ppid@x.example")
    values["config"] = Thing(site_name="PPID", extra=Thing(alamat_repo=repo))
    printed = python.get_template("partials/lapor.html").render(values)
    assert printed.strip().startswith(starts)


@pytest.mark.parametrize("address", ["https://ppid.example/panduan/x/", None])
def test_a_report_names_its_written_page_also_before_the_site_has_an_address(
    address: str | None,
) -> None:
    python = jinja2.Environment(loader=jinja2.FileSystemLoader(TEMPLATES))  # noqa: S701 — as MkDocs
    values = context(chapters=2)
    values["badan"] = Thing(contoh=False, surel="ppid@x.example")
    values["page"].canonical_url = address  # type: ignore[attr-defined]
    printed = unescape(python.get_template("partials/sunting.html").render(values))
    link = html.fromstring(printed).xpath("//li[1]/a/@href")[0]
    assert parse_qs(urlsplit(link).query)["body"] == [
        address or "Halaman “Judul” (Beranda, OPD & lain)"
    ]


def test_a_report_names_its_data_page_also_before_the_site_has_an_address(tmp_path: Path) -> None:
    (tmp_path / "jenis.html").write_text("")
    shown = Page("opd/x/", "Dinas X", "", "opd", "jenis.html", {}, crumbs=(Link("OPD", "opd/"),))
    renderer = Renderer([tmp_path, TEMPLATES], {})
    slots = renderer.slots(shown, "https://ppid.example/opd/x/")
    assert slots["lapor"] == "https://ppid.example/opd/x/"
    assert unquote(renderer.slots(shown, "")["lapor"]) == "Halaman “Dinas X” (Beranda, OPD)"


def test_templates_are_compiled_once_in_a_process_and_again_when_they_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    template, compiled = tmp_path / "jenis.html", list[str]()
    compile_one = jinja2.Environment.compile

    def counted(self: jinja2.Environment, source: str, *more: object) -> object:
        compiled.append(source)
        return compile_one(self, source, *more)

    def printed() -> str:
        slots = Renderer([tmp_path], {}).slots(Page("a/", "Judul", "", "opd", "jenis.html", {}), "")
        return slots["isi"]

    monkeypatch.setattr(jinja2.Environment, "compile", counted)
    for name in ("jejak", "sumber"):
        (tmp_path / "komponen").mkdir(exist_ok=True)
        (tmp_path / "komponen" / f"{name}.html").write_text("", "utf-8")
    template.write_text("satu", "utf-8")
    assert [printed(), printed()] == ["satu", "satu"]
    assert compiled.count("satu") == 1
    template.write_text("dua", "utf-8")
    assert [printed(), printed()] == ["dua", "dua"]
    assert compiled.count("dua") == 1
