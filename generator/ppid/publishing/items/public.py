"""What stands behind a public row: its document, the obligations that it fulfils, how fresh."""

from dataclasses import dataclass
from posixpath import splitext
from urllib.parse import urlsplit

from ppid.core.corpus import Corpus
from ppid.core.page import document_url
from ppid.kinds.acuan.kewajiban import Kewajiban, KumpulanKewajiban, kumpulan_in
from ppid.kinds.daftar import DaftarPublik
from ppid.kinds.dip.model import InformasiPublik, codes_in

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


_PERKI = "PerKI 1/2021"
FRESHNESS = {
    "berkala": "Informasi berkala diumumkan paling sedikit 6 bulan sekali (PerKI 1/2021 Pasal 18).",
    "serta-merta": "Informasi serta merta dilarang ditunda (PerKI 1/2021 Pasal 25 ayat (1)).",
    "setiap-saat": "Daftar Informasi Publik dimutakhirkan paling singkat 6 bulan sekali (PerKI "
    "1/2021 Pasal 45 ayat (7)).",
}
FRESHNESS_BEFORE = {
    "berkala": "Informasi berkala diumumkan paling singkat 6 bulan sekali (UU 14/2008 Pasal 9 ayat "
    "(3)).",
    "serta-merta": "Informasi ini diumumkan secara serta merta (UU 14/2008 Pasal 10 ayat (1)).",
    "setiap-saat": "Informasi ini disediakan setiap saat (UU 14/2008 Pasal 11 ayat (1)).",
}
"""For lists that were set before PerKI 1/2021."""


@dataclass(frozen=True, eq=False, slots=True)
class Duties:
    """The obligations behind the text of a cell, for lists of the same time."""

    fulfilled: tuple[Kewajiban, ...]


class DutiesByYear:
    """Obligations by code, as the regulation that was valid for a list words them."""

    def __init__(self, corpus: Corpus) -> None:
        """Sort the sets of obligations: what holds later comes later."""
        self._corpus = corpus
        self._groups = sorted(corpus.of(KumpulanKewajiban), key=lambda group: group.mulai)
        self._known: dict[tuple[str, str], Duties] = {}

    def of(self, daftar: DaftarPublik) -> "ListDuties":
        """Return the obligations by which the year of a list is judged, as completeness does."""
        valid = kumpulan_in(daftar.id.tahun, self._corpus)
        return ListDuties(self, valid.peraturan if valid else "")

    def behind(self, text: str, peraturan: str) -> Duties:
        """Find the obligations that a cell names; a code of another time keeps its own words."""
        found = self._known.get((text, peraturan))
        if found is None:
            ordered = sorted(self._groups, key=lambda group: group.peraturan == peraturan)
            known = {k.kode: k for group in ordered for k in group.kewajiban}
            named = tuple(known[code] for code in codes_in(text) if code in known)
            found = self._known[text, peraturan] = Duties(named)
        return found


@dataclass(frozen=True, slots=True)
class ListDuties:
    """The obligations of one list."""

    _all: DutiesByYear
    peraturan: str

    def behind(self, text: str) -> Duties:
        """Return what a cell of the list names."""
        return self._all.behind(text, self.peraturan)

    def freshness(self, klasifikasi: str) -> str:
        """Say how often information of a category is renewed; never whether it was."""
        sentences = FRESHNESS if self.peraturan == _PERKI else FRESHNESS_BEFORE
        return sentences[klasifikasi]
