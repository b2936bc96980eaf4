"""A built site as one archive: as it is, or so that it opens by a double click without a line.

In an offline copy every link names a file, the search reads its index from scripts, and nothing
comes from elsewhere. What only machines read stays out. What does not fit is left out by whole
parts, of the pages the oldest years first, and the copy says so itself. The same site gives the
same bytes.
"""

import json
import re
import stat
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fnmatch import fnmatchcase
from io import BytesIO
from pathlib import Path
from typing import Final, Self
from zipfile import ZipFile

from jinja2 import Environment, FileSystemLoader

from ppid.core.fixed_zip import fixed_zip
from ppid.core.manifest import SUMMARY
from ppid.publishing.classic_scripts import classic_script, handed_over
from ppid.publishing.from_disk import FileLinks, way_to
from ppid.publishing.mkdocs_plugin import THEME
from ppid.publishing.search import INDEX
from ppid.publishing.site_addresses import FRONT, file_sent, files_of
from ppid.values.dates import format_tanggal
from ppid.values.numbers import format_bulat

LARGEST: Final = 50_000_000
"""Bytes of the archive: it goes onto any stick, and through a poor line in one night."""
NOTE: Final = "salinan-luring/index.html"
"""The page that says what the copy is and what it does not hold."""
READ_ME: Final = "BACA-DAHULU.txt"
_FRAME: Final = "tentang/index.html"
"""A page as deep as the note, which lends it its frame."""
_NOT_BROUGHT: Final = "tidak-dibawa"
_MODE: Final = 0o644
_SCRIPTS: Final = "assets/js"

_DATA: Final = (f"{INDEX}/*", "kelengkapan/banding/*.json")
"""Files that scripts read; they become scripts themselves."""
_NOT_FOR_PEOPLE: Final = (
    *("404.html", "robots.txt", "*.xml", "*.json", "*.jsonld", "*.parquet", "*.sha256"),
    *("api/*", ".well-known/*", f"{_SCRIPTS}/*"),
    *("periksa/*", "assets/pemeriksa/*"),  # no browser runs Python from a disk
)
_KINDS: Final = {
    "xlsx": "Tabel dan kertas kerja Excel",
    "docx": "Surat dan keputusan Word",
    "": "Dokumen yang diunggah perangkat daerah, kalender, dan berkas lain",
    "csv": "Tabel CSV",
}
"""What is left out where there is no room, by the end of the name, the most dispensable first."""
_ALWAYS: Final = (
    *(".html", ".css", ".woff2", ".txt"),
    *(".png", ".jpg", ".jpeg", ".webp", ".gif", ".svg"),  # pages show them
)
_YEAR: Final = re.compile(r"(?:opd/[^/]+/(?:dik|dip)|kelengkapan)/(20\d\d)/.*\.html$")

_MODULE: Final = re.compile(
    r'<script type="module" src="[^"]*assets/js/([\w-]+)\.js"[^>]*></script>'
)
_LINKED_DATA: Final = re.compile(r'<script type="application/ld\+json">.*?</script>', re.DOTALL)
_FOR_A_SERVER: Final = re.compile(
    r'<(?:link rel="(?:alternate|canonical|search|preload)"'
    r'|meta property="og:(?:url|image)")[^>]*>'
)
_ARTICLE: Final = re.compile(r'<article class="ppid-isi".*?</article>', re.DOTALL)
_HERE: Final = re.compile(r'(?<=<span aria-current="page">)[^<]*')
_TITLE: Final = re.compile(r"(?<=<title>)[^<]*?(?= – |</title>)")


class NoCopyError(Exception):
    """No copy can be made of this folder; the message says why."""


@dataclass(frozen=True, slots=True)
class SiteCopy:
    """The archive, how many pages it holds, and what it lacks for want of room."""

    content: bytes
    pages: int
    left_out: tuple[str, ...]


def plain_copy(site: Path) -> SiteCopy:
    """Return the built site as it is, with its manifest. Raise NoCopyError when it is not whole."""
    files = _whole(site)
    content = fixed_zip(((f, (site / f).read_bytes()) for f in sorted(files)), mode=_MODE)
    return SiteCopy(content, sum(file.endswith(".html") for file in files), ())


def _whole(site: Path) -> set[str]:
    files = files_of(site)
    if not {SUMMARY, FRONT, _FRAME} <= files:
        message = f"Di “{site}” tidak ada situs yang utuh; bangun dahulu: ppid bangun"
        raise NoCopyError(message)
    for file in sorted(files):
        if not stat.S_ISREG((site / file).lstat().st_mode):
            message = f"Di “{site}”, “{file}” bukan berkas biasa; bangun lagi: ppid bangun"
            raise NoCopyError(message)
    return files


def offline_copy(site: Path, site_url: str = "", largest: int = LARGEST) -> SiteCopy:
    """Make the copy of a built site; links to `site_url` become links of the copy.

    Raise NoCopyError when the folder holds no whole site, or when not even its newest year fits.
    """
    source = _Source.of(site, site_url)
    left_out: tuple[str, ...] = ()
    sizes: Mapping[str, int] = {}
    while True:
        content = fixed_zip(source.files(left_out), mode=_MODE)
        if len(content) <= largest:
            return SiteCopy(content, source.pages(left_out), left_out)
        sizes = sizes or source.sizes(content)
        excess = len(content) - largest
        kinds, years = source.parts_to_drop(left_out)
        enough = [kind for kind in kinds if sizes[kind] >= excess]
        gone = [*enough, *sorted(kinds, key=lambda kind: -sizes[kind]), *years][:1]
        if not gone:
            message = (
                f"Situsnya terlalu besar: dengan halaman tahun terakhir saja pun salinannya "
                f"lebih dari {format_bulat(largest // 1_000_000)} MB"
            )
            raise NoCopyError(message)
        left_out = (*left_out, *gone)


@dataclass(frozen=True, slots=True)
class _Source:
    """A site, and how its files are said in the copy.

    `sent` are the files that a copy may hold; `parts` names for some of them the part that is left
    out with them.
    """

    site: Path
    site_url: str
    day: str
    name: str
    sent: frozenset[str]
    parts: Mapping[str, str]
    templates: Environment
    read: Callable[[str], bytes]
    scripts: dict[tuple[str, ...], str] = field(default_factory=dict)

    @classmethod
    def of(cls, site: Path, site_url: str) -> Self:
        files = _whole(site)
        known = json.loads((site / SUMMARY).read_bytes())
        sent = frozenset(file for file in files if not _is_one_of(file, _NOT_FOR_PEOPLE))
        templates = Environment(
            loader=FileSystemLoader(THEME), autoescape=True, trim_blocks=True, lstrip_blocks=True
        )
        return cls(
            site,
            site_url,
            format_tanggal(date.fromisoformat(known["tanggal"])),
            f"PPID {known.get('badan', {}).get('singkatan', '')}".strip(),
            sent | {file for file in files if _is_one_of(file, _DATA)},
            {file: part for file in sent if (part := _part_of(file))},
            templates,
            lambda file: (site / file).read_bytes(),
        )

    def parts_to_drop(self, left_out: Sequence[str]) -> tuple[list[str], list[str]]:
        """Name kinds of files, then years of pages, that may still go; the newest year stays."""
        found = {*self.parts.values()}
        years = sorted(found - {*_KINDS.values()})[:-1]
        kinds = [kind for kind in _KINDS.values() if kind in found and kind not in left_out]
        return kinds, [year for year in years if year not in left_out]

    def sizes(self, content: bytes) -> Mapping[str, int]:
        """Return how many bytes of a whole archive each part takes."""
        found: dict[str, int] = defaultdict(int)
        with ZipFile(BytesIO(content)) as archive:
            for entry in archive.infolist():
                found[self.parts.get(entry.filename, "")] += entry.compress_size
        return found

    def pages(self, left_out: Sequence[str]) -> int:
        """Count the pages that are brought as they are."""
        pages = (file for file in self.sent if file.endswith(".html"))
        return sum(self.parts.get(page) not in left_out for page in pages)

    def files(self, left_out: Sequence[str]) -> Iterator[tuple[str, bytes]]:
        """Yield every file of the copy, in a fixed order."""
        gone = {file for file, part in self.parts.items() if part in left_out}
        brought = self.sent - {file for file in gone if not file.endswith(".html")}

        linked = {file for file in brought if not _is_one_of(file, _DATA)}

        def lead(place: str) -> str:
            return file_sent(place, linked)

        links = FileLinks(lead, f"{NOTE}#{_NOT_BROUGHT}", self.site_url)
        yield READ_ME, self._read_me().encode()
        yield NOTE, self._note(left_out, links)
        for file in sorted(brought):
            if file in gone:
                yield file, self._missing(file)
            elif file.endswith(".html"):
                yield file, self._page(self.read(file).decode("utf-8"), file, links)
            elif _is_one_of(file, _DATA):
                yield f"{file}.js", handed_over(self.read(file))
            else:
                yield file, self.read(file)
        for names, file in self.scripts.items():
            text = classic_script(names, lambda n: self.read(f"{_SCRIPTS}/{n}.js").decode("utf-8"))
            yield file, text.encode()

    def _page(self, html: str, file: str, links: FileLinks) -> bytes:
        band = self.templates.get_template("komponen/pita_luring.html")
        said = band.render(hari=self.day, tentang=f"{way_to(file).removeprefix('./')}{NOTE}")
        html = html.replace("<html ", "<html data-luring ", 1)
        html = _FOR_A_SERVER.sub("", _LINKED_DATA.sub("", html))
        if names := tuple(dict.fromkeys(_MODULE.findall(html))):
            script = self.scripts.setdefault(names, f"{_SCRIPTS}/luring-{len(self.scripts) + 1}.js")
            html = _MODULE.sub("", html).replace(
                "</head>", f'  <script src="{way_to(file)}{script}" defer></script>\n</head>', 1
            )
        return links.in_page(html, file).replace("</header>", f"{said}\n</header>", 1).encode()

    def _note(self, left_out: Sequence[str], links: FileLinks) -> bytes:
        template = self.templates.get_template("halaman/salinan_luring.html")
        article = template.render(
            nama=self.name,
            hari=self.day,
            situs=self.site_url,
            kurang=[part for part in left_out if part in _KINDS.values()],
            tahun=sorted(part for part in left_out if part not in _KINDS.values()),
            tidak_dibawa=_NOT_BROUGHT,
        )
        # The frame is that of its own place, so its links are turned before the article comes in.
        html = self._page(self.read(_FRAME).decode("utf-8"), _FRAME, links).decode("utf-8")
        html = _ARTICLE.sub(lambda _: article, html, count=1)
        return _HERE.sub("Salinan luring", _TITLE.sub("Salinan luring", html, count=1)).encode()

    def _missing(self, file: str) -> bytes:
        """Return what stands for a page that is left out, for links and hits of the search."""
        template = self.templates.get_template("halaman/tidak_dibawa.html")
        address = f"{self.site_url}{file.removesuffix(FRONT)}" if self.site_url else ""
        note = f"{way_to(file)}{NOTE}#{_NOT_BROUGHT}"
        return template.render(hari=self.day, tentang=note, terbit=address).encode()

    def _read_me(self) -> str:
        lines = (
            f"{self.name}: salinan luring, keadaan {self.day}",
            "",
            "1. Ekstrak dahulu seluruh isi arsip ini ke sebuah folder. Di Windows: klik kanan pada",
            "   arsipnya, lalu pilih “Ekstrak semua”. Jangan membukanya dari dalam arsip.",
            "2. Buka index.html di folder itu dengan klik ganda.",
            "",
            "Salinan ini tidak memerlukan internet, kecuali untuk tautan ke situs lain. Isinya",
            "tidak berubah lagi. Yang ada dan tidak ada di dalamnya disebut di halaman",
            "“Salinan luring”.",
            *(("", f"Situs yang terbit: {self.site_url}") if self.site_url else ()),
            "",
        )
        return "\r\n".join(lines)


def _is_one_of(file: str, patterns: Sequence[str]) -> bool:
    return any(fnmatchcase(file, pattern) for pattern in patterns)


def _part_of(file: str) -> str:
    """Name the part with which a file is left out; nothing where it always stays."""
    if year := _YEAR.match(file):
        return year[1]
    if file.lower().endswith(_ALWAYS):
        return ""
    return _KINDS.get(file.rpartition(".")[2], _KINDS[""])
