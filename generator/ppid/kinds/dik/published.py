"""Whether a file or an address carries the name of excluded information: its code or its title."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import PurePosixPath
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from ppid.core.corpus import Corpus
from ppid.kinds.dik.model import InformasiDikecualikan, periode_of
from ppid.values.titles import TitleRelation, normal_title, relate

_WORD = re.compile(r"[A-Za-z0-9]+")
_TELLING_LENGTH = 4
_TELLING_HYPHENS = 3
_SHORTEST_NEAR = 4
_COPIES = {"final", "scan", "salinan", "salin", "copy", "ttd", "lampiran", "rev", "revisi"}
# A rule, guide or form about a subject is not the document that is withheld.
_ABOUT = re.compile(
    r"(?:^|-)(?:perda|perwali?|kepwal|peraturan|keputusan|sk|instruksi|edaran|se|sop|panduan|pedoman"
    r"|tata-cara|formulir|juknis|standar|maklumat|daftar|rekap\w*|jumlah|statistik|pengumuman)(?:-|$)"
)


class Named(NamedTuple):
    """A published file that is called like a row; `exactly`, or but for spelling."""

    path: str
    exactly: bool


def is_withheld(row: InformasiDikecualikan, corpus: Corpus) -> bool:
    """Tell whether a whole document is withheld today.

    Where only a part is, the rest must stay open (PerKI 1/2021 Pasal 22 ayat (2)); what has ended
    has become public (Pasal 52).
    """
    if row.cakupan != "seluruh":
        return False
    ends = periode_of(row, corpus).berakhir
    return ends is None or corpus.today <= ends


def published(row: InformasiDikecualikan, corpus: Corpus) -> Named | None:
    """Find a document in the folder of the row's OPD that is called like the row."""
    names = _document_names(corpus.documents).get(row.id.opd)
    return _found(row, names) if names else None


def linked(row: InformasiDikecualikan, addresses: frozenset[str]) -> Named | None:
    """Find an address whose last part is called like the row."""
    return _found(row, _address_names(addresses))


def _found(row: InformasiDikecualikan, names: "_Names") -> Named | None:
    if exact := _exactly(row, names.runs):
        return Named(exact, exactly=True)
    near = _nearly(row.informasi, names.whole)
    return Named(near, exactly=False) if near else None


def _exactly(row: InformasiDikecualikan, runs: Mapping[str, str]) -> str | None:
    if _first_word(row.kode) in runs and _is_telling(kode := slug(row.kode)) and kode in runs:
        return runs[kode]
    if _first_word(row.informasi) not in runs:
        return None
    title = slug(row.informasi)
    # A title of few words must be the whole name: “rekam-medis” is not “sop-rekam-medis”.
    path = runs.get(title if title.count("-") >= _TELLING_HYPHENS else f"={title}")
    return None if path is None or _is_about(path, title) else path


def _is_about(path: str, title: str) -> bool:
    rest = slug(_stem(path)).replace(title, "")
    return _ABOUT.search(rest) is not None


def _nearly(informasi: str, whole: Mapping[str, str]) -> str | None:
    title = normal_title(informasi)
    if title.count(" ") + 1 < _SHORTEST_NEAR:
        return None
    return next((p for name, p in whole.items() if _is_near(title, name)), None)


def _is_near(title: str, name: str) -> bool:
    # Most names differ in length alone; that is seen at once.
    return (
        abs(len(title) - len(name)) <= len(title) // 5 and relate(title, name) is TitleRelation.SAMA
    )


def _is_telling(kode: str) -> bool:
    """Tell whether a code names one thing: “2019” or “A3” would be found in any file name."""
    long_enough = len(kode) >= _TELLING_LENGTH
    return long_enough and any(map(str.isalpha, kode)) and any(map(str.isdigit, kode))


def _first_word(text: str) -> str:
    word = _WORD.search(text)
    return word[0].lower() if word else ""


class _Names(NamedTuple):
    """Paths by every run of words in their names (“=”: a whole name), and by the whole name."""

    runs: dict[str, str]
    whole: dict[str, str]


@lru_cache(maxsize=4)
def _document_names(documents: frozenset[str]) -> Mapping[str, _Names]:
    """Index the published files of each OPD."""
    names: dict[str, _Names] = {}
    for path in sorted(documents):
        parts = PurePosixPath(path).parts
        opd = parts[2] if len(parts) > 2 else ""  # noqa: PLR2004 — data/opd/<opd>
        _add(path, names.setdefault(opd, _Names({}, {})))
    return names


@lru_cache(maxsize=64)
def _address_names(addresses: frozenset[str]) -> _Names:
    names = _Names({}, {})
    for address in sorted(addresses):
        _add(address, names)
    return names


def _add(path: str, names: _Names) -> None:
    """Index a path; words that tell one copy from another are no part of the whole name."""
    words = slug(_stem(path)).split("-")
    telling = [word for word in words if not word.isdigit() and word not in _COPIES]
    names.runs.setdefault("=" + "-".join(telling), path)
    names.whole.setdefault(" ".join(telling), path)
    for run in _runs(words):
        names.runs.setdefault(run, path)


def _runs(words: list[str]) -> Iterator[str]:
    for start in range(len(words)):
        for end in range(start + 1, len(words) + 1):
            yield "-".join(words[start:end])


def _stem(path: str) -> str:
    """Return the name of a file without its ending, of a path or an address alike."""
    return PurePosixPath(unquote(urlsplit(path).path if "://" in path else path)).stem


def slug(text: str) -> str:
    """Write a text as names of files are written."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
