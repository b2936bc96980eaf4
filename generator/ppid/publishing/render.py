"""From a page to HTML: Jinja renders its parts, and the frame that MkDocs printed takes them in."""

import re
from collections.abc import Mapping, MutableMapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined, Template
from jinja2.bccache import Bucket
from markupsafe import Markup, escape

from ppid.assessing.findings import objection_form, objection_mail
from ppid.core.page import Link, Page, Quote, rule_url
from ppid.core.project_files import is_in_package
from ppid.kinds import file_in_words, url_of
from ppid.kinds.wording import HARI
from ppid.publishing.catalogue.media import media_type
from ppid.publishing.forge import Forge
from ppid.publishing.items.letters import Letter
from ppid.publishing.reuse import Fingerprints
from ppid.values.dates import format_tanggal
from ppid.values.numbers import format_bulat, format_desimal, format_ukuran

SLOTS = (
    *("judul", "uraian", "kanonik", "alternatif", "remah", "nama", "isi", "sunting", "lapor"),
    "terstruktur",
)
REPEATED = frozenset({"judul", "uraian", "kanonik"})
"""Slots that stand several times in the head: once for search engines, once for other programs."""
OPTIONAL = frozenset({"kanonik", "alternatif", "remah", "nama", "lapor", "terstruktur"})
"""Slots that a frame may lack: without a `site_url` there is no canonical address, the home page
has no breadcrumb, a body without mail and repository gets no reports, and one with a frame of its
own may leave out what other programs are told."""

_SLOT = re.compile(r"@@ppid:(\w+)@@")
_UP = re.compile(r"[^\s\"']*\.\./[^\s\"']*")  # an address that goes up, as far as it is quoted


@dataclass(frozen=True, slots=True)
class Written:
    """The HTML of a hand-written page, cut where the frame puts something in.

    `heading` ends with `</h1>` and `chapters` begin with the first `<h2`; each may be empty.
    """

    heading: str
    opening: str
    chapters: str


def cut_written(html: str) -> Written:
    """Return the parts of a page that MkDocs made of Markdown; together they are all of it."""
    end = html.find("</h1>")
    body = 0 if end < 0 else end + len("</h1>")
    chapters = html.find("<h2", body)
    chapters = len(html) if chapters < 0 else chapters
    return Written(html[:body], html[body:chapters], html[chapters:])


class FrameError(Exception):
    """The printed frame is not what the filler needs; the message says what is wrong with it."""


def sentinel(slot: str) -> str:
    """Return the mark that stands for a slot while MkDocs prints the frame."""
    return f"@@ppid:{slot}@@"


def way_up(depth: int) -> str:
    """Return the way from a page to the root: “./” for the home page, “../../” two folders down."""
    return "../" * depth or "./"


@dataclass(frozen=True)
class Frame:
    """A printed frame, cut at its slots.

    `texts` has one element more than `slots`; `up` is what the frame wrote for the root of the
    site (“../..”), which is replaced by the way up from each page.
    """

    texts: tuple[str, ...]
    slots: tuple[str, ...]
    up: str

    @cached_property
    def article(self) -> "Frame":
        """The frame without what stands around the article of a page: the part to be searched.

        Of one that has no article all is given back.
        """
        starts = [number for number, text in enumerate(self.texts) if "<article" in text]
        ends = [number for number, text in enumerate(self.texts) if "</article>" in text]
        if not starts or not ends or starts[0] >= ends[-1]:
            return self
        texts = list(self.texts[starts[0] : ends[-1] + 1])
        texts[0] = texts[0][texts[0].index("<article") :]
        texts[-1] = texts[-1][: texts[-1].index("</article>") + len("</article>")]
        return Frame(tuple(texts), self.slots[starts[0] : ends[-1]], self.up)

    @cached_property
    def _by_depth(self) -> dict[int, tuple[str, ...]]:
        return {}

    def fill(self, url: str, values: dict[str, str]) -> str:
        """Return the finished page for an address; `values` holds HTML for every slot."""
        depth = url.count("/")
        texts = self._by_depth.get(depth)
        if texts is None:
            up, way = self.up, way_up(depth)
            moved = (t.replace(f"{up}/", way).replace(f'"{up}"', f'"{way}"') for t in self.texts)
            texts = self._by_depth[depth] = tuple(moved)
        parts = [texts[0]]
        for slot, text in zip(self.slots, texts[1:], strict=True):
            parts.append(values[slot])
            parts.append(text)
        return "".join(parts)


def cut_frame(html: str, up: str) -> Frame:
    """Cut a printed page at its sentinels.

    Raises FrameError unless there is one of each (of some several, of some none), and when an
    address of the frame goes up by another way than `up`.
    """
    pieces = _SLOT.split(html)
    texts, slots = tuple(pieces[::2]), tuple(pieces[1::2])
    for slot in SLOTS:
        count = slots.count(slot)
        if (count > 1 and slot not in REPEATED) or (count == 0 and slot not in OPTIONAL):
            message = f"bingkai memuat {count} penanda “{sentinel(slot)}”, seharusnya satu"
            raise FrameError(message)
    unknown = set(slots) - set(SLOTS)
    if unknown:
        message = f"bingkai memuat penanda yang tidak dikenal: {', '.join(sorted(unknown))}"
        raise FrameError(message)
    stray = _UP.search(html.replace(up, ""))
    if stray:
        message = f"bingkai memuat alamat “{stray.group()}” yang tidak dapat dipindahkan"
        raise FrameError(message)
    return Frame(texts, slots, up)


def text_of(value: object) -> str:
    """Escape a value that is about to be written, as `markupsafe.escape` does.

    A plain text becomes a plain text: the Markup that `escape` makes of it, to say that it is safe
    now, costs four times as much and is thrown away at once.
    """
    if type(value) is not str:
        return escape(value)
    text = value
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    if ">" in text:
        text = text.replace(">", "&gt;")
    if "'" in text:
        text = text.replace("'", "&#39;")
    if '"' in text:
        text = text.replace('"', "&#34;")
    return text


def _place_in_words(page: Page) -> str:
    """Name a page by its title and the pages above it, where it has no whole address yet."""
    above = ", ".join(("Beranda", *(crumb.label for crumb in page.crumbs)))
    return f"Halaman “{page.title}” ({above})"


def _weekday(day: date) -> str:
    """Write a date with the day of the week: “Kamis, 31 Desember 2026”."""
    return f"{HARI[day.weekday()]}, {format_tanggal(day)}"


class CompiledTemplates(BytecodeCache):
    """What templates were compiled to, for all builds of one process: `sajikan` makes many.

    Jinja asks by name and place, and compiles again what says something else now.
    """

    def __init__(self) -> None:
        """Begin without any."""
        self._kept: dict[str, tuple[str, Any]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Hand out what is kept of the same source."""
        checksum, code = self._kept.get(bucket.key, ("", None))
        if checksum == bucket.checksum:
            bucket.code = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what a source was compiled to, in place of what stood there before."""
        self._kept[bucket.key] = bucket.checksum, bucket.code


_COMPILED: Final = CompiledTemplates()


class _Loader(FileSystemLoader):
    """Lets compiled templates write through `text_of`: they call `escape` as a global name."""

    def load(
        self,
        environment: Environment,
        name: str,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002 — named by Jinja
    ) -> Template:
        template = super().load(environment, name, globals)
        # The functions of a template share the globals of the module that it was compiled to.
        template.root_render_func.__globals__["escape"] = text_of
        return template


def _near(addresses: tuple[str, ...], url: str, way: str) -> tuple[str, ...]:
    """Return addresses as seen from a page, by the shortest way to what lies beside it."""
    return tuple(to[len(url) :] if to.startswith(url) else way + to for to in addresses)


class _Environment(Environment):
    """Jinja for some ten thousand pages: measured in `tests/bench/`, guarded by hostile texts."""

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Return a plain dictionary: ours never change, and a chain is walked for every page."""
        return {**self.globals, **(d or {})}


def _digest(templates: Sequence[Path], site: Mapping[str, object]) -> str:
    """Return a digest of all that templates say and of what all of them may use."""
    digest = sha256(Fingerprints().of(dict(site)).encode())
    for folder in templates:
        for path in sorted(folder.rglob("*.*")):
            if path.is_file():
                digest.update(f"{path.relative_to(folder).as_posix()}\0".encode())
                digest.update(sha256(path.read_bytes()).digest())
        digest.update(b"/")
    return digest.hexdigest()


class Renderer:
    """Turns pages into the values of a frame's slots; templates are compiled once.

    Equal pages get equal values from all whose `digest` is equal.
    """

    def __init__(self, templates: Sequence[Path], site: Mapping[str, object]) -> None:
        """Load templates from the first folder that has one; `site` holds what all may use."""
        self.digest = _digest(templates, site)
        self._environment = _Environment(
            loader=_Loader(templates),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            bytecode_cache=_COMPILED,
        )
        self._environment.globals.update(
            site,
            rule_url=rule_url,
            objection_form=objection_form,
            objection_mail=objection_mail,
        )
        self._once = lru_cache(4096)(self._print_once)
        self._environment.filters.update(
            tanggal=lru_cache(4096)(format_tanggal),
            hari=_weekday,
            halaman=url_of,
            sebutan=file_in_words,
            bilangan=format_bulat,
            desimal=format_desimal,
            ukuran=format_ukuran,
            jenis_media=media_type,
            kutipan=lru_cache(1024)(self._quote),
            sekali=self._once,
            di_sini=self._print_here,
            naskah=Letter.text,
            surel=Letter.mailto,
            formulir=Forge.form,
            halaman_unggah=Forge.upload_page,
        )
        self._trail = lru_cache(1024)(self._print_trail)
        self._sources = lru_cache(1024)(self._print_sources)
        self._alternates = lru_cache(1024)(self._print_alternates)
        self._templates: dict[str, Template] = {}

    def slots(self, page: Page, canonical: str) -> dict[str, str]:
        """Render everything that a frame needs for one page.

        What the rows of a list have in common (the way to them, their source) is printed once.
        `canonical` is the whole address of the page, empty where the site has none yet.
        """
        way = way_up(page.url.count("/"))
        body = self._template(page.template)
        return {
            "isi": body.render(halaman=page, isi=page.context, akar=way, kanonik=canonical),
            "remah": self._trail(page.crumbs, way),
            "sunting": self._sources(page.sources),
            "nama": escape(page.name or page.title),
            "judul": escape(page.title),
            "uraian": escape(page.description),
            "kanonik": escape(canonical),
            "alternatif": self._alternates(_near(page.alternates, page.url, way)),
            "lapor": quote(canonical or _place_in_words(page), safe="/:"),
        }

    def _template(self, name: str) -> Template:
        template = self._templates.get(name)
        if template is None:
            template = self._templates[name] = self._environment.get_template(name)
        return template

    def _print_trail(self, crumbs: tuple[Link, ...], way: str) -> str:
        return self._template("komponen/jejak.html").render(jejak=crumbs, akar=way)

    def _print_sources(self, paths: tuple[str, ...]) -> str:
        own = tuple(path for path in paths if not is_in_package(path))
        return self._template("komponen/sumber.html").render(
            sumber=own, nasional=len(own) < len(paths)
        )

    def _print_alternates(self, addresses: tuple[str, ...]) -> str:
        if not addresses:
            return ""
        return self._template("komponen/alternatif.html").render(alamat=addresses)

    def _quote(self, quote: Quote) -> Markup:
        """Print words of a law; few passages stand on many pages."""
        html = self._template("komponen/satu_kutipan.html").render(satu=quote)
        return Markup(html)  # noqa: S704 — Jinja escaped it

    def _print_once(self, value: object, template: str, way: str = "") -> Markup:
        """Print what many pages have in common; `value` must be one object for all of them."""
        html = self._template(template).render(satu=value, akar=way)
        return Markup(html)  # noqa: S704 — Jinja escaped it

    def _print_here(self, value: object, template: str, way: str, url: str) -> Markup:
        """Print what many pages have in common, with the link to one of them marked."""
        html, here = str(self._once(value, template, way)), f'href="{escape(way + url)}"'
        return Markup(html.replace(here, f'{here} aria-current="page"', 1))  # noqa: S704 — as above
