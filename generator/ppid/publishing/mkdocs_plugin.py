"""The only module that imports MkDocs: it gates the build, adds the frames, and fills them."""

import logging
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import date
from itertools import chain
from pathlib import Path
from posixpath import normpath
from threading import RLock
from typing import Any, Final, Literal
from wsgiref.types import StartResponse, WSGIEnvironment

import click
from jinja2 import Environment
from mkdocs.commands.build import build
from mkdocs.commands.serve import serve
from mkdocs.config import base, config_options, load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.nav import Section as NavSection
from mkdocs.structure.pages import Page as MarkdownPage
from mkdocs.theme import Theme
from mkdocs.utils import CountHandler
from mkdocs.utils.templates import TemplateContext
from mkdocs.utils.yaml import yaml_load

import ppid
from ppid.checking.check import Checked, all_requirements, check_folder
from ppid.checking.load import Memory
from ppid.core.clock import today
from ppid.core.page import Link
from ppid.core.project_files import DiskFolder
from ppid.diagnostics.as_text import as_text
from ppid.diagnostics.diagnostic import Severity
from ppid.diagnostics.inert import visible
from ppid.guide import GUIDE
from ppid.publishing.build import AddressTakenError, BuildSettings, Filling
from ppid.publishing.dead_links import DeadLinkError
from ppid.publishing.forge import forge_of
from ppid.publishing.items.letters import open_request, ppid_utama
from ppid.publishing.render import CompiledTemplates, FrameError, cut_written, sentinel, way_up
from ppid.publishing.reuse import FOLDER, Reuse
from ppid.publishing.rule_examples import with_tables
from ppid.publishing.search import SearchError
from ppid.publishing.serving import ServedSite
from ppid.publishing.site_header import (
    ENGLISH,
    FRAMES,
    HOME,
    SECTIONS,
    DataState,
    Imprint,
    imprint_of,
)
from ppid.publishing.staging import Staging, StagingError
from ppid.publishing.structured_data import HOME as HOME_LINK
from ppid.publishing.structured_data import json_ld, trail
from ppid.publishing.stylesheet import STYLESHEET, StylesheetError, below, bundle
from ppid.publishing.workers import WorkerLostError

_REFUSALS: Final = (AddressTakenError, DeadLinkError, FrameError, SearchError, WorkerLostError)
_PACKAGE: Final = Path(ppid.__file__).resolve().parent
_SHIPPED: Final = _PACKAGE / "theme"
THEME: Final = _SHIPPED if _SHIPPED.is_dir() else _PACKAGE.parents[1] / "theme_overrides"
"""The templates of the program: inside an installed package, at the top of a checkout."""
_PAGES: Final = {".md", ".png"}
_UNUSED: Final = re.compile(r"assets/(?:javascripts|images)/|assets/stylesheets/.*\.map$")
_SWITCHES: Final = re.compile(
    r'<(?:input class="md-toggle"[^>]*|label class="md-overlay"[^>]*></label)>'
)
_MATERIAL_SHEETS: Final = "assets/stylesheets/"
_THEME: Final[dict[str, Any]] = {
    "name": "material",
    "language": "id",
    "font": False,
    "favicon": "assets/favicon.svg",
}
_DESCRIPTION: Final = (
    "Informasi publik dan informasi yang dikecualikan di lingkungan {},"
    " peraturannya, layanannya, dan kelengkapannya."
)
_COMPILED: Final = CompiledTemplates()
"""Of MkDocs' own environment, which compiles templates in another way than ours."""
_NAV: Final = {"omitted_files": logging.DEBUG, "not_found": logging.WARNING}
_LINKS: Final = {
    "not_found": logging.WARNING,
    "anchors": logging.WARNING,
    "absolute_links": logging.WARNING,
    # These lead to data pages, which are there only when MkDocs is done.
    "unrecognized_links": logging.DEBUG,
}
_MARKDOWN: Final[Mapping[str, dict[str, object]]] = {
    "admonition": {},
    "tables": {},
    "toc": {"permalink": "#", "permalink_title": "Alamat bagian ini"},
    "pymdownx.highlight": {"guess_lang": False},
    "pymdownx.superfences": {},
}


class PpidConfig(base.Config):  # type: ignore[no-untyped-call]  # MkDocs leaves it untyped
    """What may stand under `plugins: - ppid:` in mkdocs.yml."""

    tanggal = config_options.Optional(config_options.Type(str))


class _Warnings(logging.Handler):
    """Keeps what MkDocs warns of, such as a page that links to another that is not there."""

    def __init__(self, level: int) -> None:
        super().__init__(level)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the sentence of a warning."""
        self.said.append(record.getMessage())


class PpidPlugin(BasePlugin[PpidConfig]):  # type: ignore[no-untyped-call]  # as above
    """Prints the data pages into the frames that MkDocs made."""

    def __init__(self) -> None:
        """Start without a checked corpus; `build_site` may hand one in."""
        self.checked: Checked | None = None
        self.settings = BuildSettings()
        self.pages = 0
        self._site = Path()
        self._templates = Environment(autoescape=True)
        self._staging: Staging | None = None
        self.served: ServedSite | None = None
        self._memory = Memory()
        self._handed_in = False
        self._serving = False
        self._counter: CountHandler | None = None
        self._warnings = _Warnings(level=logging.WARNING)

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002
        """Note the command; having this event, MkDocs keeps the plugin from build to build."""
        self._serving = command == "serve"

    def hand_in(self, checked: Checked) -> None:
        """Use a corpus that was read and checked already, for one build."""
        self.checked, self._handed_in = checked, True

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and check everything; stop here when an error remains; build beside the site."""
        root = _root(config)
        _complete(config)
        self._templates = config.theme.get_env()
        self._templates.bytecode_cache = _COMPILED
        self._count_warnings(config)
        if not self._handed_in or self.checked is None:
            self.checked = self._gate(self._read(root))
        self._handed_in = False
        self._site = Path(config.site_dir).resolve()
        try:
            config.extra["badan"], letter = _around(self.checked)
            config.extra["keadaan_data"] = DataState.of(self.checked)
            config.extra["disajikan"] = self._serving
            self._staging = Staging.take(self._site)
        except (LookupError, StagingError) as error:
            raise PluginError(str(error)) from error
        config.site_description = config.site_description or _DESCRIPTION.format(
            config.extra["badan"].nama
        )
        config.extra["bagian"] = SECTIONS
        config.extra["surat_permintaan"] = letter
        config.extra["alamat_repo"] = (config.repo_url or "").rstrip("/")
        config.extra["aturan"] = all_requirements()
        config.site_dir = str(self._staging.folder)
        return config

    def _count_warnings(self, config: MkDocsConfig) -> None:
        """Be strict with `mkdocs build` too, which looks for `strict` before it asks plugins."""
        self._warnings.said.clear()
        logging.getLogger("mkdocs").addHandler(self._warnings)
        if not config.strict:
            config.strict, self._counter = True, CountHandler(level=logging.WARNING)
            logging.getLogger("mkdocs").addHandler(self._counter)

    def _stop_counting(self) -> None:
        logging.getLogger("mkdocs").removeHandler(self._warnings)
        if self._counter is not None:
            logging.getLogger("mkdocs").removeHandler(self._counter)

    def _read(self, root: Path) -> Checked:
        """Read and check a project; while serving, no file is read again that stayed as it was."""
        memory = self._memory if self._serving else None
        return check_folder(DiskFolder(root), _today(self.config.tanggal), memory)

    def _gate(self, checked: Checked) -> Checked:
        """Let a corpus without errors pass; while serving, stay with the last one that did.

        MkDocs would leave every open page waiting for as long as a build fails.
        """
        if not checked.blocked:
            return checked
        errors = [d for d in checked.findings if d.severity is Severity.GALAT]
        click.echo(as_text(errors, checked.texts, colour=False), err=True)
        if self._serving and self.checked is not None:
            click.echo("Situs yang tampil masih memakai data sebelum galat ini.", err=True)
            return self.checked
        raise Abort("Situs tidak dibangun karena masih ada galat.")

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add frames, pages on rules and guides; leave out what is not used; join the styles.

        A page of the body takes the place of the one with its name in the program.
        """
        ours = _templates(config)
        for file in list(files):
            if _UNUSED.match(file.src_uri) and Path(file.src_dir or "") not in ours:
                files.remove(file)
        _join_styles(files)
        for name in FRAMES:
            files.append(_frame_file(name, config))
        for path in sorted(GUIDE.rglob("*.*")):
            name = path.relative_to(GUIDE).as_posix()
            if path.suffix in _PAGES and files.get_file_from_path(name) is None:
                files.append(_guide_file(name, path, config))
        return files

    def on_env(
        self,
        env: Environment,
        *,
        config: MkDocsConfig,  # noqa: ARG002 — named by MkDocs
        files: Files,  # noqa: ARG002 — named by MkDocs
    ) -> Environment:
        """Compile no template twice."""
        env.bytecode_cache = _COMPILED
        return env

    def on_page_markdown(
        self,
        markdown: str,
        *,
        page: MarkdownPage,
        config: MkDocsConfig,  # noqa: ARG002 — named by MkDocs
        files: Files,  # noqa: ARG002 — named by MkDocs
    ) -> str:
        """Show the lists among the examples of a rule as tables."""
        if not page.file.src_uri.startswith("aturan/"):
            return markdown
        template = self._templates.get_template("komponen/contoh_aturan.html")
        return with_tables(markdown, lambda contoh: template.render(contoh=contoh))

    def on_page_context(
        self,
        context: TemplateContext,
        *,
        page: MarkdownPage,
        config: MkDocsConfig,
        nav: Navigation,  # noqa: ARG002 — named by MkDocs
    ) -> TemplateContext:
        """Hand the template the parts of a page, and a rule's page what it explains."""
        page.meta["tulisan"] = cut_written(page.content or "")
        rule_id = Path(page.file.src_uri).stem
        if page.file.src_uri.startswith("aturan/"):
            page.meta["aturan"] = config.extra["aturan"].get(rule_id)
            page.meta["bagian"] = "mutu-data"
        if not page.is_homepage:
            crumbs = _crumbs(page)
            here = Link(str(page.meta.get("title") or page.title), page.url)
            root = config.site_url or way_up(page.url.count("/"))
            page.meta["jejak"] = (HOME_LINK, *crumbs)
            page.meta["terstruktur"] = json_ld([trail(crumbs, here)], root)
        return context

    def on_post_page(
        self,
        output: str,
        *,
        page: MarkdownPage,  # noqa: ARG002 — named by MkDocs
        config: MkDocsConfig,  # noqa: ARG002 — named by MkDocs
    ) -> str:
        """Take out what Material's frame has for its own scripts and styles, which are not here."""
        return _without_switches(output)

    def on_post_template(
        self,
        output_content: str,
        *,
        template_name: str,  # noqa: ARG002 — named by MkDocs
        config: MkDocsConfig,  # noqa: ARG002 — named by MkDocs
    ) -> str:
        """Do the same for the page of lost visitors."""
        return _without_switches(output_content)

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Fill the frames with every data page, index the search, and swap the site."""
        if self.checked is None or self._staging is None:
            raise PluginError("halaman data belum diperiksa")
        _stop_on_warnings(config, self._warnings.said)
        self._stop_counting()
        filling = Filling(
            checked=self.checked,
            root=_root(config),
            templates=_templates(config),
            badan=config.extra["badan"],
            repo=config.extra["alamat_repo"],
            site_url=config.site_url or "",
            forge=forge_of(config.extra["alamat_repo"], _edit_uri(config)),
            workers=self.settings.workers,
            reuse=Reuse(_root(config) / FOLDER if self.settings.reuse else None),
        )
        try:
            filled = filling.fill(self._staging.folder, self.settings.progress)
        except _REFUSALS as error:
            raise PluginError(str(error)) from error
        self.pages = filled.pages
        self.served = ServedSite(self._site, filling, filled) if self._serving else None
        self._staging.publish()
        self._staging = None
        config.site_dir = str(self._site)

    def on_build_error(self, *, error: Exception) -> None:  # noqa: ARG002 — named by MkDocs
        """Leave the old site as it was and nothing beside it."""
        self._stop_counting()
        if self._staging is not None:
            self._staging.discard()
            self._staging = None

    def on_serve(
        self,
        server: LiveReloadServer,
        *,
        config: MkDocsConfig,
        builder: Callable[..., None],
    ) -> LiveReloadServer:
        """Show what changed: of data at once, page by page; of the rest after another build."""
        root, alone = _root(config), RLock()
        around = [Path(config.docs_dir), *_templates(config), GUIDE, root / "mkdocs.yml"]
        for folder in (root / "data", *around):
            server.watch(str(folder))
        built, send = _state_of(around), server.get_app()
        if send is None:
            return server

        def build_again() -> None:
            nonlocal built
            with alone:
                if (now := _state_of(around)) != built or not self._take_over(root):
                    built = now
                    builder()

        def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
            path = _path_in_site(environ["PATH_INFO"], server.mount_path)
            with alone:
                if self.served is not None and self.served.needs_whole(path):
                    try:
                        builder()
                    except Abort as error:
                        click.echo(visible(str(error)), err=True)
                if self.served is not None:
                    self.served.refresh(path)
            return send(environ, start_response)

        server.builder = build_again
        server.set_app(answer)
        return server

    def _take_over(self, root: Path) -> bool:
        """Show data that changed without another build; tell whether that can be.

        It cannot where they change what stands around every page.
        """
        if self.served is None:
            return False
        checked = self._gate(self._read(root))
        if self.checked is None or _around(checked) != _around(self.checked):
            return False
        self.checked = checked
        self.served.change(checked)
        return True


def _around(checked: Checked) -> tuple[Imprint, str]:
    """Return what of the data stands around pages, and in those that people wrote."""
    return imprint_of(checked), open_request(ppid_utama(checked.corpus)).text()


def _path_in_site(asked: str, mount: str) -> str:
    """Return the file of a site that a browser asks for."""
    path = asked.encode("latin-1").decode("utf-8", "ignore")
    path = f"{path}index.html" if path.endswith("/") else path
    return normpath(f"/{path.removeprefix(mount)}").lstrip("/")


def _state_of(folders: Iterable[Path]) -> frozenset[tuple[str, int, int]]:
    """Return what tells whether a file in folders was changed, came or went."""
    found = set[tuple[str, int, int]]()
    for path in chain.from_iterable((each, *each.rglob("*")) for each in folders):
        with suppress(FileNotFoundError):  # what an editor keeps while saving comes and goes
            if path.is_file():
                state = path.stat()
                found.add((str(path), state.st_mtime_ns, state.st_size))
    return frozenset(found)


def build_site(
    root: Path, site: Path | None, checked: Checked, settings: BuildSettings
) -> tuple[Path, int]:
    """Build the site of a project and give its folder and the number of data pages.

    Raises mkdocs' `Abort` (with a sentence) when it cannot be built; the old site then stays.
    """
    config = _load(root, site)
    plugin = _plugin(config)
    plugin.hand_in(checked)
    plugin.settings = settings
    config.plugins.on_startup(command="build", dirty=False)
    try:
        build(config)
    finally:
        config.plugins.on_shutdown()
    return Path(config.site_dir), plugin.pages


def serve_site(root: Path, address: str | None) -> None:
    """Serve the site on loopback and build it anew whenever a file changes."""
    config = _load(root, None)
    shown = address or str(config.dev_addr)
    click.echo(f"Situs ditampilkan di http://{shown}/ sampai Anda menekan Ctrl+C.")
    serve(str(root / "mkdocs.yml"), dev_addr=address, **_chosen(root))


def _crumbs(page: MarkdownPage) -> tuple[Link, ...]:
    """Return the pages between the home page and a hand-written one: from nav, or its section."""
    above = [induk for induk in [*page.ancestors][::-1] if isinstance(induk, NavSection)]
    fronts = ((induk.title, next(iter(induk.children), None)) for induk in above)
    crumbs = [
        Link(title, front.url)
        for title, front in fronts
        if isinstance(front, MarkdownPage) and front is not page
    ]
    if not above:
        crumbs = [
            Link(one.judul, one.alamat)
            for one in SECTIONS
            if one.nama == page.meta.get("bagian") and one.alamat != page.url
        ]
    if page.meta.get("aturan"):
        crumbs += [Link("Mutu data", "mutu-data/"), Link("Aturan", "aturan/")]
    return tuple(crumbs)


def _without_switches(html: str) -> str:
    """Cut out the switches, with the blank space before each.

    A pattern that begins with blank space would be tried at every blank of the page.
    """
    *before, last = _SWITCHES.split(html)
    return "".join((*map(str.rstrip, before), last))


def _today(written: str | None) -> date:
    try:
        return today(written)
    except ValueError as error:
        raise PluginError(f"mkdocs.yml, plugin ppid: {error}") from error


def _load(root: Path, site: Path | None) -> MkDocsConfig:
    if site:
        kept = ("data", "content", ".git")
        around = next((name for name in kept if site.is_relative_to(root / name)), "")
        if site in {root, *root.parents} or around:
            why = f"termasuk folder “{around}” proyek ini" if around else "memuat proyek ini"
            raise Abort(f"“{site}” {why}; pilih folder lain untuk situs.")
    return load_config(str(root / "mkdocs.yml"), site_dir=site and str(site), **_chosen(root))


def _chosen(root: Path) -> dict[str, Any]:
    """Return what is decided for MkDocs before it reads a project's mkdocs.yml.

    ProperDocs, unlike MkDocs, has no theme of its own to begin with before plugins are asked.
    """
    with (root / "mkdocs.yml").open("rb") as file:
        written = yaml_load(file)
    return {"strict": True} if "theme" in written else {"strict": True, "theme": _THEME}


def _plugin(config: MkDocsConfig) -> PpidPlugin:
    plugin = config.plugins.get("ppid")
    if not isinstance(plugin, PpidPlugin):
        raise Abort("mkdocs.yml tidak memuat plugin “ppid”.")
    return plugin


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).resolve().parent


def _edit_uri(config: MkDocsConfig) -> str:
    """Return `edit_uri` as it is written: the one that MkDocs makes up names a branch “master”."""
    return str(next((c["edit_uri"] for c in config.user_configs if c.get("edit_uri")), ""))


def _complete(config: MkDocsConfig) -> None:
    """Fill in what every body has alike, so that its mkdocs.yml can do with a few lines."""
    if config.theme.name != "material":
        config.theme = Theme(**_THEME)
    folders = map(str, _templates(config))
    config.theme.dirs[:] = dict.fromkeys([*folders, *config.theme.dirs])
    config.validation.nav.update(_NAV)
    config.validation.links.update(_LINKS)
    for name, options in _MARKDOWN.items():
        if name not in config.markdown_extensions:
            config.markdown_extensions.append(name)
        config.mdx_configs[name] = options | config.mdx_configs.get(name, {})


def _templates(config: MkDocsConfig) -> list[Path]:
    """Return the folders of templates: what the body lays over it, then the program's own."""
    own = Path(config.theme.custom_dir or _root(config) / "theme_overrides").resolve()
    return [own, THEME] if own.is_dir() and own != THEME else [THEME]


def _frame_file(name: str, config: MkDocsConfig) -> File:
    title = f"title: '{sentinel('judul')}'"
    lines = ["---", "bingkai: true", f"bagian: {name}", title]
    lines += ["tanpa_remah: true"] if name == HOME else []
    lines += ["bahasa: en"] if name == ENGLISH else []
    frame = File.generated(config, f"bingkai/{name}.md", content="\n".join([*lines, "---", ""]))
    frame.inclusion = InclusionLevel.NOT_IN_NAV
    return frame


def _join_styles(files: Files) -> None:
    """Make one stylesheet of ours, to which those of Material give way."""
    sheet = files.get_file_from_path(STYLESHEET)
    if sheet is None:
        raise PluginError(f"tema tidak memuat {STYLESHEET}")
    index, folder = sheet.content_string, STYLESHEET.removesuffix("ppid.css")
    try:
        sheet.content_string, names = bundle(
            index, lambda name: files.src_uris[folder + name].content_string
        )
        for file in files:
            if file.src_uri.startswith(_MATERIAL_SHEETS):
                file.content_string = below(index, file.content_string)
    except StylesheetError as error:
        raise PluginError(str(error)) from error
    for name in names:
        files.remove(files.src_uris[folder + name])


def _guide_file(name: str, path: Path, config: MkDocsConfig) -> File:
    file = File.generated(config, name, abs_src_path=str(path))
    file.inclusion = InclusionLevel.NOT_IN_NAV
    return file


def _stop_on_warnings(config: MkDocsConfig, said: Sequence[str]) -> None:
    """Raise Abort with the warnings: MkDocs counts them when the site would be swapped already."""
    handlers = logging.getLogger("mkdocs").handlers
    counters = [handler for handler in handlers if isinstance(handler, CountHandler)]
    if config.strict and any(counter.get_counts() for counter in counters):
        listed = "".join(f"\n  {visible(each)}" for each in said) or " lihat di atas."
        message = f"Situs tidak dibangun karena ada peringatan dari MkDocs:{listed}"
        raise Abort(message)
