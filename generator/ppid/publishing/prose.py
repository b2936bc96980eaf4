"""Bodies written in Markdown become HTML; names that the site knows become links on the way."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

from ppid.core.corpus import Corpus
from ppid.kinds import url_of
from ppid.kinds.acuan.peraturan import Peraturan
from ppid.kinds.badan import Badan
from ppid.kinds.opd import ProfilOpd
from ppid.kinds.regulasi import Regulasi
from ppid.publishing.regulations import code_of, law_url, short_title

_PRINTER = MarkdownIt("commonmark", {"html": False}).enable("table")
"""The parser that checked the bodies; HTML would be shown as text (BRK-011)."""

_PPID = "tentang/ppid/"
_TERMS = {
    "Daftar Informasi yang Dikecualikan": "informasi/dikecualikan/",
    "Informasi yang Dikecualikan": "informasi/dikecualikan/",
    "PPID Utama": _PPID,
    "PPID Pelaksana": _PPID,
    "PPID Pembantu": _PPID,
    "Atasan PPID": _PPID,
}
_SHORTEST = 4


@dataclass(frozen=True, slots=True)
class Terms:
    """Names with the addresses they lead to, and the pattern that finds them in a text."""

    targets: Mapping[str, str]
    pattern: re.Pattern[str]


def terms_of(corpus: Corpus) -> Terms:
    """Gather what a body may name: regulations, laws that are quoted, OPDs and words of PPID."""
    targets = {**dict(_of_departments(corpus)), **_TERMS, **dict(_of_laws(corpus))}
    longest_first = sorted(targets, key=lambda name: (-len(name), name))
    names = "|".join(re.escape(name) for name in longest_first)
    own = next((re.escape(badan.singkatan) for badan in corpus.of(Badan)), "(?!)")
    # “Dinas Kesehatan Kabupaten …” is the department of somebody else.
    elsewhere = rf"(?!\s+(?!{own}\b)(?:Kabupaten|Kota|Provinsi)\b)"
    return Terms(targets, re.compile(rf"(?<![\w/-])(?:{names})(?![\w/-]){elsewhere}"))


def _of_departments(corpus: Corpus) -> Iterator[tuple[str, str]]:
    for profil in corpus.of(ProfilOpd):
        for name in (*profil.nama_lain, profil.singkatan, profil.nama):
            if len(name) >= _SHORTEST:
                yield name, url_of(profil.id)


def _of_laws(corpus: Corpus) -> Iterator[tuple[str, str]]:
    for peraturan in corpus.of(Peraturan):
        if peraturan.kutipan:
            yield peraturan.kode, law_url(peraturan)
    for regulasi in corpus.of(Regulasi):
        yield code_of(regulasi), url_of(regulasi.id)
        yield short_title(regulasi), url_of(regulasi.id)


def print_story(text: str, terms: Terms | None = None, root: str = "") -> Markup:
    """Print a body; with `terms`, the first mention of each thing becomes a link below `root`."""
    tokens = _PRINTER.parse(text)
    linked: set[str] = set()
    for token in tokens:
        if terms and token.children:
            token.children = list(_with_links(token.children, terms, root, linked))
    html = _PRINTER.renderer.render(tokens, _PRINTER.options, {})
    return Markup(html)  # noqa: S704 — without HTML, with safe links only


def _with_links(
    children: Iterable[Token], terms: Terms, root: str, linked: set[str]
) -> Iterator[Token]:
    """Put links into the words of a paragraph, never into code, pictures or other links."""
    inside = 0
    for token in _joined(children):
        inside += {"link_open": 1, "link_close": -1}.get(token.type, 0)
        if token.type == "text" and not inside:
            yield from _split(token.content, terms, root, linked)
        else:
            yield token


def _joined(children: Iterable[Token]) -> Iterator[Token]:
    """Join words over the ends of lines, where a name may be broken."""
    text = ""
    for token in children:
        if token.type in {"text", "softbreak"}:
            text += token.content if token.type == "text" else " "
            continue
        if text:
            yield _text(text)
        text = ""
        yield token
    if text:
        yield _text(text)


def _split(text: str, terms: Terms, root: str, linked: set[str]) -> Iterator[Token]:
    done = 0
    for found in terms.pattern.finditer(text):
        address = terms.targets[found[0]]
        if address not in linked:
            linked.add(address)
            yield _text(text[done : found.start()])
            yield Token("link_open", "a", 1, attrs={"href": root + address})
            yield _text(found[0])
            yield Token("link_close", "a", -1)
            done = found.end()
    yield _text(text[done:])


def _text(content: str) -> Token:
    return Token("text", "", 0, content=content)
