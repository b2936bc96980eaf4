"""The search: an index of the printed pages that a browser reads piece by piece."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from ppid.core.corpus import Corpus
from ppid.kinds import KINDS
from ppid.kinds.acuan.alasan import Alasan
from ppid.kinds.acuan.sinonim import groups_in
from ppid.kinds.opd import ProfilOpd
from ppid.publishing.search.pages import FoundPage, read_page, without_set_phrases
from ppid.publishing.search.postings import Index, index_of
from ppid.publishing.search.words import ASKED_AWAY, families_of, known_groups, phrases_of

INDEX = "cari/indeks"
"""The folder of the index: catatan.json (the table of pages), kata.json (the vocabulary), p/*.json
(postings) and i/*.json (lines to show)."""


_TITLED = [kind for kind in KINDS if kind.address and kind.title and kind.model is not ProfilOpd]
_RECORDS = {kind.label for kind in _TITLED}
"""The jenis of pages whose titles are suggested; the names of OPDs are known in their own way."""


class SearchError(Exception):
    """The search cannot be made; the message says why."""


def index_site(folder: Path, corpus: Corpus) -> None:
    """Index the printed site below `folder` into `folder/cari/indeks`.

    The corpus knows synonyms, the names of OPDs and the grounds of exclusion. Raises SearchError
    when no page takes part in the search.
    """
    pages = without_set_phrases(_pages(folder))
    if not pages:
        raise SearchError("tidak satu pun halaman bertanda data-cari-isi")
    index = index_of(pages)
    files = {f"p/{i}.json": _json(shard) for i, shard in enumerate(index.shards)}
    files |= {f"i/{i}.json": _json(lines) for i, lines in enumerate(index.lines)}
    files["kata.json"] = _json(_vocabulary(pages, index, corpus))
    digest = hashlib.sha256()
    for name in sorted(files):
        digest.update(files[name])
    files["catatan.json"] = _json({"versi": digest.hexdigest()[:10], **index.table})
    for part in ("p", "i"):
        (folder / INDEX / part).mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / INDEX / name).write_bytes(content)


def _pages(folder: Path) -> Iterator[FoundPage]:
    for path in sorted(folder.rglob("index.html")):
        place = path.parent.relative_to(folder).as_posix()
        page = read_page("" if place == "." else f"{place}/", path.read_text("utf-8"))
        if page is not None:
            yield page


def _vocabulary(pages: Sequence[FoundPage], index: Index, corpus: Corpus) -> dict[str, object]:
    titles = {page.group: page.title for page in pages if page.facet("jenis") in _RECORDS}
    names = [(p.singkatan, p.nama, *p.nama_lain) for p in corpus.of(ProfilOpd)]
    return {
        "abai": " ".join(sorted(ASKED_AWAY)),
        "kata": families_of(index.counts),
        "sinonim": known_groups(groups_in(corpus), index.counts),
        "sebutan": known_groups(names, index.counts),
        "frasa": phrases_of(titles.values()),
        "huruf": {alasan.huruf: alasan.label for alasan in corpus.of(Alasan)},
    }


def _json(content: object) -> bytes:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
