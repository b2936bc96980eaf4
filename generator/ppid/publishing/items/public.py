"""What stands behind a public row: its document, the obligations that it fulfils, how fresh."""

from dataclasses import dataclass
from posixpath import splitext
from typing import Final
from urllib.parse import urlsplit

from ppid.core.corpus import Corpus
from ppid.core.page import document_url
from ppid.kinds.acuan.kewajiban import Kewajiban, KumpulanKewajiban, kumpulan_in
from ppid.kinds.dip.model import InformasiPublik, codes_in
from ppid.law import words_in
from ppid.values.citations import KIP

# ---- the document


_FORMATS = {
    **dict.fromkeys((".jpg", ".jpeg", ".png", ".webp"), "gambar"),
    **{f".{name}": name.upper() for name in ("pdf", "csv", "xls", "xlsx", "ods", "odt", "txt")},
    **{f".{name}": name.upper() for name in ("doc", "docx", "json", "mp3", "mp4", "zip")},
    ".geojson": "GeoJSON",
    ".html": "halaman web",
    ".htm": "halaman web",
}


@dataclass(frozen=True, slots=True)
class PublicDocument:
    """A document that can be opened; `host` is named when it lies on another site.

    `format` and `size` are empty where nobody can tell them without asking that site.
    """

    url: str
    host: str
    format: str
    size: int | None


def document_of(row: InformasiPublik, corpus: Corpus) -> PublicDocument | None:
    """Return the document of a row; None when its list names no address."""
    if not row.tautan:
        return None
    url = document_url(row.tautan, row.owner)
    outside = urlsplit(row.tautan) if url == row.tautan else None
    path = outside.path if outside else row.tautan
    kind = _FORMATS.get(splitext(path)[1].lower(), "")
    size = None if outside else corpus.sizes.get(f"data/{url}")
    return PublicDocument(url, outside.hostname or "" if outside else "", kind, size)


# ---- the obligations


FRESHNESS: Final = words_in("pemutakhiran.yml", dict[str, dict[str, str]])
"""By the regulation that judges a year and by category: how often information is renewed."""


@dataclass(frozen=True, eq=False, slots=True)
class Duties:
    """The obligations behind the words of a cell; one object, so that it is printed once."""

    fulfilled: tuple[Kewajiban, ...]


class DutiesByYear:
    """Obligations by code, as the regulation by which the year of a list is judged words them."""

    def __init__(self, corpus: Corpus) -> None:
        """Sort the sets of obligations: what holds later comes later."""
        self._corpus = corpus
        self._groups = sorted(corpus.of(KumpulanKewajiban), key=lambda group: group.mulai)
        self._known: dict[tuple[str, str], Duties] = {}

    def of(self, row: InformasiPublik) -> Duties:
        """Return the obligations that a row names; a code of another time keeps its own words."""
        peraturan = self._judged_by(row)
        found = self._known.get((row.kewajiban, peraturan))
        if found is None:
            ordered = sorted(self._groups, key=lambda group: group.peraturan == peraturan)
            known = {k.kode: k for group in ordered for k in group.kewajiban}
            named = tuple(known[code] for code in codes_in(row.kewajiban) if code in known)
            found = self._known[row.kewajiban, peraturan] = Duties(named)
        return found

    def freshness(self, row: InformasiPublik) -> str:
        """Say how often information of the category of a row is renewed; never whether it was."""
        sentences = FRESHNESS.get(self._judged_by(row), FRESHNESS[KIP])
        return sentences[row.klasifikasi]

    def _judged_by(self, row: InformasiPublik) -> str:
        valid = kumpulan_in(row.id.tahun, self._corpus)
        return valid.peraturan if valid else ""
