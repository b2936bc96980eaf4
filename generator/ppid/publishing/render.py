"""Pages become HTML through Jinja; here are the filters that templates may use."""

from collections.abc import Mapping, MutableMapping
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template, nodes
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import Markup, escape
from markupsafe import _escape_inner as escape_text  # type: ignore[attr-defined]

from ppid.assessing.findings import objection_form, objection_mail
from ppid.core.page import Link, Page, Quote, rule_url, url_of
from ppid.publishing.forge import Forge
from ppid.publishing.frame import way_up
from ppid.publishing.items.letters import Letter
from ppid.publishing.pages.kelengkapan.sanggah import SuratSanggah
from ppid.values.dates import format_tanggal
from ppid.values.numbers import format_bulat, format_desimal, format_ukuran


def text_of(value: object) -> str:
    """Escape a value that is about to be written; plain text needs no mark that it is safe now."""
    return escape_text(value) if type(value) is str else escape(value)


def _letter_text(letter: Letter | SuratSanggah, address: str) -> str:
    return letter.text(address)


class _Writer(CodeGenerator):
    """Compiles `{{ … }}` to `text_of`, at a third of the cost of `escape` and its Markup object."""

    def _output_child_pre(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("environment.text_of(")


class _Environment(Environment):
    """Jinja for some ten thousand pages: measured in `tests/bench/`, guarded by hostile texts."""

    code_generator_class = _Writer
    text_of = staticmethod(text_of)

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Return a plain dictionary: ours never change, and a chain is walked for every page."""
        return {**self.globals, **(d or {})}


class Renderer:
    """Turns pages into the values of a frame's slots; templates are compiled once."""

    def __init__(self, templates: Path, site: Mapping[str, object]) -> None:
        """Load templates below a folder; `site` holds what every template may use."""
        self._once = lru_cache(4096)(self._print_once)
        self._environment = _Environment(
            loader=FileSystemLoader(templates),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        self._environment.globals.update(
            site,
            url_of=url_of,
            rule_url=rule_url,
            objection_form=objection_form,
            objection_mail=objection_mail,
        )
        self._environment.filters.update(
            tanggal=lru_cache(4096)(format_tanggal),
            bilangan=format_bulat,
            desimal=format_desimal,
            ukuran=format_ukuran,
            kutipan=lru_cache(1024)(self._quote),
            sekali=self._once,
            di_sini=self._print_here,
            naskah=_letter_text,
            surel=Letter.mailto,
            formulir=Forge.form,
            halaman_unggah=Forge.upload_page,
        )
        self._trail = lru_cache(1024)(self._print_trail)
        self._sources = lru_cache(1024)(self._print_sources)
        self._templates: dict[str, Template] = {}

    def slots(self, page: Page, canonical: str) -> dict[str, str]:
        """Render everything that a frame needs for one page.

        What the rows of a list have in common (the way to them, their source) is printed once.
        """
        way = way_up(page.url.count("/"))
        body = self._template(page.template)
        return {
            "isi": body.render(halaman=page, isi=page.context, akar=way, kanonik=canonical),
            "remah": self._trail(page.crumbs, way),
            "sunting": self._sources(page.sources),
            "nama": escape(page.name),
            "judul": escape(page.title),
            "uraian": escape(page.description),
            "kanonik": escape(canonical),
            "lapor": quote(canonical, safe="/:"),
        }

    def _template(self, name: str) -> Template:
        template = self._templates.get(name)
        if template is None:
            template = self._templates[name] = self._environment.get_template(name)
        return template

    def _print_trail(self, crumbs: tuple[Link, ...], way: str) -> str:
        return self._template("komponen/jejak.html").render(jejak=crumbs, akar=way)

    def _print_sources(self, paths: tuple[str, ...]) -> str:
        return self._template("komponen/sumber.html").render(sumber=paths)

    def _quote(self, quote: Quote) -> Markup:
        """Print words of a law; few passages stand on many pages."""
        html = self._template("komponen/satu_kutipan.html").render(satu=quote)
        return Markup(html)  # noqa: S704 — Jinja escaped it

    def _print_here(self, value: object, template: str, way: str, url: str) -> Markup:
        """Print what many pages have in common, with the link to one of them marked."""
        html, here = str(self._once(value, template, way)), f'href="{escape(way + url)}"'
        return Markup(html.replace(here, f'{here} aria-current="page"', 1))  # noqa: S704 — as above

    def _print_once(self, value: object, template: str, way: str = "") -> Markup:
        """Print what many pages have in common; `value` must be one object for all of them."""
        html = self._template(template).render(satu=value, akar=way)
        return Markup(html)  # noqa: S704 — Jinja escaped it
