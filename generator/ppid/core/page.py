"""What a page is before anything renders it; the address of a record's page: `kinds.url_of`."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Self

from markupsafe import Markup

_NOTHING = Markup()


@dataclass(frozen=True, slots=True)
class Link:
    """A label with an address relative to the root of the site ("" is the home page)."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A value to be shown: text, where it leads, and a `state` that the theme can mark.

    `order` is what a reader's browser sorts by where the text does not sort by itself. `tenths` of
    a whole are drawn as a bar under a number.
    """

    text: str
    url: str = ""
    state: str = ""
    number: bool = False
    order: str = ""
    tenths: int = 0


@dataclass(frozen=True, slots=True)
class Fact:
    """A labelled value; more than one cell is shown as a list."""

    label: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One menu of a filter row: the values in one column; `name` is used in addresses.

    A column is known by its heading, so that one more column moves no filter. A cell with several
    values (“a; b”) fits each of them.
    """

    name: str
    column: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Filter:
    """A row of fields that narrows a table down, by JavaScript; `unit` is what a row counts as."""

    label: str
    unit: str
    choices: tuple[Choice, ...] = ()


_FIT = 3
"""How many columns stand beside each other on a phone, unless one of them holds sentences."""
_SENTENCE = 60


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its caption; `empty` is the sentence that stands in for no rows.

    A `matrix` is read crosswise: on a narrow screen it scrolls. Other tables show each row as a
    block there, when their columns do not fit beside each other (`stacks`).
    """

    caption: str
    columns: tuple[str, ...]
    rows: Sequence[tuple[Cell, ...]]
    empty: str = ""
    filter: Filter | None = None
    matrix: bool = False

    @property
    def stacks(self) -> bool:
        """Tell whether rows are blocks on a phone: more than three columns, or one of sentences."""
        if self.matrix or len(self.columns) != _FIT:
            return not self.matrix and len(self.columns) > _FIT
        return any(len(cell.text) > _SENTENCE for row in self.rows for cell in row[1:])


@dataclass(frozen=True, slots=True)
class Download:
    """A file to take away, with its size in bytes and what it holds."""

    label: str
    url: str
    size: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a law with their address, and an explanation that is not the law.

    `facts` are parts of the explanation that have a name of their own, such as its limits.
    """

    rujukan: str
    teks: str
    penjelasan: str = ""
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture with the words that stand for it and where it comes from."""

    url: str
    alt: str
    source: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A static drawing: SVG that we made, with a title and a description of what it shows.

    The figures themselves stand in the `table` of the same section, so that nobody depends on the
    drawing.
    """

    svg: Markup
    title: str
    description: str


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a page under its own heading; `folded` opens quotes or a table that few read."""

    title: str
    paragraphs: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()
    quotes: tuple[Quote, ...] = ()
    table: Table | None = None
    links: tuple[Link, ...] = ()
    pictures: tuple[Picture, ...] = ()
    figure: Figure | None = None
    html: Markup = _NOTHING
    anchor: str = ""
    folded: str = ""


@dataclass(frozen=True, slots=True)
class Body:
    """What the generic templates print: the answer first, then facts, then sections.

    `warnings` are sentences that must be seen before anything else (a term that has ended, a
    profile that nobody verified); `downloads` are files with what the page shows; `neighbours` are
    the pages before and after this one.
    """

    lead: str
    facts: tuple[Fact, ...] = ()
    sections: tuple[Section, ...] = ()
    warnings: tuple[str, ...] = ()
    neighbours: tuple[Link, ...] = ()
    downloads: tuple[Download, ...] = ()


@dataclass(frozen=True, slots=True)
class Facets:
    """The facts by which the search narrows down; empty ones do not apply."""

    jenis: str
    opd: str = ""
    tahun: str = ""
    klasifikasi: str = ""
    huruf: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """One address of the site, before anything renders it.

    `url` is relative to the root ("" is the home page); `section` chooses the frame; `context` is
    the typed value that the template knows as `isi`; `crumbs` are the pages between the home page
    and this one, `name` is what the breadcrumb calls it; `sources` are the files it was made from;
    `alternates` are addresses of files that say the same to programs.
    """

    url: str
    title: str
    description: str
    section: str
    template: str
    context: object
    crumbs: tuple[Link, ...] = ()
    name: str = ""
    facets: Facets | None = None
    sources: tuple[str, ...] = ()
    contoh: bool = False
    alternates: tuple[str, ...] = ()


def document_url(address: str, owner: str) -> str:
    """Return the address of a document: as it is, or below the OPD whose folder holds the file."""
    return f"opd/{owner}/{address}" if address.startswith("dokumen/") else address


def rule_url(rule_id: str) -> str:
    """Return the address of a rule's page."""
    return f"aturan/{rule_id}/"


@dataclass(frozen=True, slots=True)
class Export:
    """One file of the site; `url` is its address relative to the root, without a leading slash.

    `title` is what the index of data calls it, empty for what is no file of data; `schema` is the
    address of what describes its form, `day` the day on which its content was handed in, where
    there is one.
    """

    url: str
    content: bytes
    title: str = ""
    schema: str = ""
    day: date | None = None


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file of data that was published: what its `Export` said, and how it can be known again."""

    url: str
    title: str
    schema: str
    day: date | None
    size: int
    sha256: str

    @classmethod
    def of(cls, export: Export) -> Self:
        """Return what is known of a file when it is written."""
        digest = sha256(export.content).hexdigest()
        size = len(export.content)
        return cls(export.url, export.title, export.schema, export.day, size, digest)
