"""The search: an index of the printed pages that a browser reads piece by piece."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from ppid.core.corpus import Corpus
from ppid.kinds.acuan.alasan import Alasan
from ppid.kinds.acuan.badan_lain import matters_of_others
from ppid.kinds.acuan.sinonim import groups_in
from ppid.kinds.badan import Badan
from ppid.kinds.opd import ProfilOpd
from ppid.publishing.search.pages import FoundPage, read_page, without_set_phrases
from ppid.publishing.search.postings import Index, index_of, prior_of
from ppid.publishing.search.words import (
    ASKED_AWAY,
    EVERYWHERE,
    HELPS,
    OWNER,
    PAGE_WORDS,
    REGULATIONS,
    SHORTENED,
    USUAL,
    acronyms_in,
    families_of,
    known_groups,
    right_words,
    words_of,
)

INDEX = "cari/indeks"
"""The folder of the index: catatan.json (the table of pages), kata.json (the vocabulary), p/*.json
(postings), i/*.json (lines to show); and, asked for when they are needed, saran.json (titles to
suggest) and benar.json (right words that the site has not)."""


_SUGGESTED = 0.7
"""The least weight of a page whose title is suggested."""


class SearchError(Exception):
    """The search cannot be made; the message says why."""


def index_site(
    folder: Path, corpus: Corpus, known: Mapping[str, FoundPage | None] = MappingProxyType({})
) -> None:
    """Index the printed site below `folder` into `folder/cari/indeks`.

    The corpus knows synonyms, the names of OPDs and the grounds of exclusion; `known` are pages
    that were read when they were printed, by address. Raises SearchError when no page takes part
    in the search.
    """
    pages = without_set_phrases(_pages(folder, known))
    if not pages:
        raise SearchError("tidak satu pun halaman bertanda data-cari-isi")
    names = _names(corpus)
    index = index_of(pages, _synonyms(pages, corpus, names))
    files = {f"p/{i}.json": _json(shard) for i, shard in enumerate(index.shards)}
    files |= {f"i/{i}.json": _json(lines) for i, lines in enumerate(index.lines)}
    files["kata.json"] = _json(_vocabulary(index, corpus, names))
    files["saran.json"] = _json(_titles(pages))
    files["benar.json"] = _json(right_words(index.roots))
    digest = hashlib.sha256()
    for name in sorted(files):
        digest.update(files[name])
    files["catatan.json"] = _json({"versi": digest.hexdigest()[:10], **index.table})
    for part in ("p", "i"):
        (folder / INDEX / part).mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / INDEX / name).write_bytes(content)


def _pages(folder: Path, known: Mapping[str, FoundPage | None]) -> Iterator[FoundPage]:
    for path in sorted(folder.rglob("index.html")):
        place = path.parent.relative_to(folder).as_posix()
        url = "" if place == "." else f"{place}/"
        page = known[url] if url in known else read_page(url, path.read_text("utf-8"))
        if page is not None:
            yield page


def _names(corpus: Corpus) -> list[tuple[str, ...]]:
    """Return all the names of each OPD."""
    return [(p.singkatan, p.nama, *p.nama_lain) for p in corpus.of(ProfilOpd)]


def _synonyms(
    pages: Sequence[FoundPage], corpus: Corpus, names: Sequence[tuple[str, ...]]
) -> list[Sequence[str]]:
    """Return what says the same, on file or because a page explains it."""
    groups = [*groups_in(corpus)]
    said = {word.lower() for group in (*groups, *names) for word in group}
    explained = acronyms_in(line for page in pages for line in (page.title, *page.lines))
    return [*groups, *(pair for pair in explained if pair[0].lower() not in said)]


def _vocabulary(
    index: Index, corpus: Corpus, names: Sequence[tuple[str, ...]]
) -> dict[str, object]:
    home = {word for badan in corpus.of(Badan) for word in words_of(badan.singkatan)} - EVERYWHERE
    return {
        "abai": " ".join(sorted(ASKED_AWAY | home)),
        "umum": " ".join(word for word in USUAL if word not in home),
        "tolong": [" ".join(asked) for asked, _ in HELPS],
        "pengurus": [" ".join(words) for words in OWNER],
        "peraturan": " ".join(REGULATIONS),
        "singkatan": SHORTENED,
        "kata": families_of(index.roots, index.counts),
        "sinonim": index.groups,
        "sebutan": known_groups(names, index.counts),
        "huruf": {alasan.huruf: alasan.label for alasan in corpus.of(Alasan)},
        "lain": [
            ([" ".join(words_of(said)) for said in matter.kata], matter.urusan, matter.penguasa)
            for matter in matters_of_others(corpus)
        ],
    }


def _titles(pages: Sequence[FoundPage]) -> list[tuple[str, str, str, int]]:
    """Return title, address and further words of what may be suggested, and 1 for demonstrations.

    Of each information it is the newest year.
    """
    newest: dict[str, FoundPage] = {}
    for page in pages:
        known = newest.get(page.group)
        if known is None or page.facet("tahun") > known.facet("tahun"):
            newest[page.group] = page
    return sorted(
        (page.title, page.url, PAGE_WORDS.get(page.group, ""), int(page.contoh))
        for page in newest.values()
        if prior_of(page) >= _SUGGESTED
    )


def _json(content: object) -> bytes:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
