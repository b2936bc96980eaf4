"""Pages become HTML bodies through Jinja; here are the filters that templates may use."""

from collections.abc import Mapping
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from generator.frame import way_up
from generator.page import Page, rule_url, url_of
from generator.values.angka import format_bulat, format_desimal, format_ukuran
from generator.values.tanggal import format_tanggal


class Renderer:
    """Turns pages into the values of a frame's slots; templates are compiled once."""

    def __init__(self, templates: Path, site: Mapping[str, object]) -> None:
        """Load templates below a folder; `site` holds what every template may use."""
        self._environment = Environment(
            loader=FileSystemLoader(templates),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        self._environment.filters.update(
            tanggal=format_tanggal,
            bilangan=format_bulat,
            desimal=format_desimal,
            ukuran=format_ukuran,
        )
        self._environment.globals.update(site, url_of=url_of, rule_url=rule_url)
        self._templates: dict[str, Template] = {}

    def slots(self, page: Page, canonical: str) -> dict[str, str]:
        """Render everything that a frame needs for one page."""
        values = {
            name: self._render(f"bingkai/{name}.html", page)
            for name in ("kepala", "remah", "sunting")
        }
        values["isi"] = self._render(page.template, page)
        values["judul"] = str(Markup.escape(page.title))
        values["uraian"] = str(Markup.escape(page.description))
        values["kanonik"] = str(Markup.escape(canonical))
        return values

    def _render(self, name: str, page: Page) -> str:
        template = self._templates.get(name)
        if template is None:
            template = self._templates[name] = self._environment.get_template(name)
        return template.render(halaman=page, isi=page.context, akar=way_up(page.url.count("/")))
