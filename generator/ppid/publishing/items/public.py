"""What stands behind a public row: its document and how that begins, its obligations, how fresh."""

from dataclasses import dataclass
from posixpath import splitext
from typing import Final
from urllib.parse import urlsplit

from ppid.core.corpus import Corpus
from ppid.core.page import document_url
from ppid.core.project_files import Folder
from ppid.kinds.acuan.kewajiban import Kewajiban, KumpulanKewajiban, kumpulan_in
from ppid.kinds.dip.model import InformasiPublik, codes_in
from ppid.kinds.pemantauan.tautan import PemeriksaanTautan, last_check
from ppid.law import words_in
from ppid.reading.documents.book import NoWorkbookError, SheetGrid
from ppid.reading.documents.opening import open_workbook
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

    `format` and `size` are empty where nobody can tell them without asking that site; `check` is
    what the last visit of it found.
    """

    url: str
    host: str
    format: str
    size: int | None
    check: PemeriksaanTautan | None = None


def document_of(row: InformasiPublik, corpus: Corpus) -> PublicDocument | None:
    """Return the document of a row; None when its list names no address."""
    if not row.tautan:
        return None
    url = document_url(row.tautan, row.owner)
    outside = urlsplit(row.tautan) if url == row.tautan else None
    path = outside.path if outside else row.tautan
    kind = _FORMATS.get(splitext(path)[1].lower(), "")
    size = None if outside else corpus.sizes.get(f"data/{url}")
    check = last_check(row.tautan, corpus.today, corpus) if outside else None
    return PublicDocument(url, outside.hostname or "" if outside else "", kind, size, check)


_TABLES: Final = frozenset((".csv", ".xls", ".xlsx", ".ods"))
_LARGEST, _ROWS, _COLUMNS = 500_000, 6, 8
"""Bytes of a file beyond which it is not opened, and what is shown of it."""


@dataclass(frozen=True, eq=False, slots=True)
class FirstRows:
    """How the table in a file begins; one object for each file, so that it is printed once.

    `more` counts the rows that are not shown, `cut` tells whether there are more columns.
    """

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    more: int
    cut: bool


class TableFiles:
    """The files of tables in a project, opened when a row of a list leads to them."""

    def __init__(self, corpus: Corpus, folder: Folder | None) -> None:
        """Take the folder of the project; without one nothing can be shown."""
        self._corpus, self._folder = corpus, folder
        self._known: dict[str, FirstRows | None] = {}

    def first_rows(self, row: InformasiPublik) -> FirstRows | None:
        """Return how the table in the document of a row begins; None where there is none to show.

        What is hidden in a workbook stays hidden: a visitor sees what whoever opens it would see.
        """
        path = f"data/{document_url(row.tautan, row.owner)}" if row.tautan else ""
        size = self._corpus.sizes.get(path)
        if self._folder is None or size is None or size > _LARGEST:
            return None
        if splitext(path)[1].lower() not in _TABLES:
            return None
        if path not in self._known:
            self._known[path] = _beginning(path, self._folder.read(path))
        return self._known[path]


def _beginning(path: str, content: bytes) -> FirstRows | None:
    try:
        sheets = [sheet for sheet in open_workbook(path, content).sheets if not sheet.hidden]
    except NoWorkbookError:
        return None
    if not sheets:
        return None
    filled = SheetGrid(sheets[0]).rows
    shown = [
        {column: cell.text for column, cell in filled[number].items() if not cell.hidden}
        for number in sorted(filled)
    ]
    shown = [cells for cells in shown if cells]
    columns = sorted({column for cells in shown for column in cells})
    table = [tuple(cells.get(column, "") for column in columns[:_COLUMNS]) for cells in shown]
    if len(table) < 2:  # noqa: PLR2004 — heads alone tell nothing
        return None
    heads, *rows = table
    return FirstRows(heads, tuple(rows[:_ROWS]), max(len(rows) - _ROWS, 0), len(columns) > _COLUMNS)


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
