"""The document behind a public row: where it lies, in which format, how large it is."""

from dataclasses import dataclass
from posixpath import splitext
from urllib.parse import urlsplit

from ppid.core.corpus import Corpus
from ppid.core.page import document_url
from ppid.kinds.dip.model import InformasiPublik

_FORMATS = {
    **dict.fromkeys((".jpg", ".jpeg", ".png", ".webp"), "gambar"),
    **{f".{name}": name.upper() for name in ("pdf", "csv", "xls", "xlsx", "ods", "odt", "txt")},
    **{f".{name}": name.upper() for name in ("doc", "docx", "json", "mp3", "mp4", "zip")},
    ".geojson": "GeoJSON",
    ".html": "halaman web",
    ".htm": "halaman web",
}


@dataclass(frozen=True, slots=True)
class Document:
    """A document that can be opened; `host` is named when it lies on another site.

    `format` and `size` are empty where nobody can tell them without asking that site.
    """

    url: str
    host: str
    format: str
    size: int | None


def document_of(row: InformasiPublik, corpus: Corpus) -> Document | None:
    """Return the document of a row; None when its list names no address."""
    if not row.tautan:
        return None
    url = document_url(row.tautan, row.owner)
    outside = urlsplit(row.tautan) if url == row.tautan else None
    path = outside.path if outside else row.tautan
    kind = _FORMATS.get(splitext(path)[1].lower(), "")
    size = None if outside else corpus.sizes.get(f"data/{url}")
    return Document(url, outside.hostname or "" if outside else "", kind, size)
