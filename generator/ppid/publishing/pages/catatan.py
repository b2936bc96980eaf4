"""The page of each record whose kind names a template and has no module of its own here."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from ppid.core.corpus import Corpus
from ppid.core.page import Body, Cell, Facets, Fact, Link, Page, document_url
from ppid.core.record import Part, Record
from ppid.kinds import KINDS, title_of, url_of
from ppid.kinds.fields import TextSort, fields_marked
from ppid.kinds.opd import ProfilOpd
from ppid.publishing.page_parts import brief
from ppid.publishing.publication import Publication
from ppid.values.dates import format_tanggal
from ppid.values.numbers import format_bulat, format_desimal


def pages(publication: Publication) -> Iterator[Page]:
    """Yield the page of every record of such a kind; the page of its OPD leads there."""
    corpus = publication.corpus
    for kind in KINDS:
        for record in corpus.of(kind.model) if kind.template else ():
            profil = corpus.get(ProfilOpd, record.owner)
            yield Page(
                url=url_of(record.id),
                title=title_of(record),
                description=brief(f"{kind.label}: {title_of(record)}"),
                section="opd",
                template=kind.template,
                context=Body(kind.label, facts=tuple(_facts(record))),
                crumbs=(Link(profil.nama, url_of(profil.id)),) if profil else (),
                name=title_of(record),
                facets=Facets(kind.label, profil.nama if profil else ""),
                sources=(record.path,),
                contoh=bool(getattr(record, "contoh", False)),
            )


def records_of(opd: str, corpus: Corpus) -> Iterator[tuple[str, str, tuple[Link, ...]]]:
    """Yield name and label of each such kind of which an OPD has records, and the links to them."""
    for kind in KINDS:
        found = corpus.owned_by(kind.model, opd) if kind.template else ()
        if found:
            yield kind.name, kind.label, tuple(Link(title_of(r), url_of(r.id)) for r in found)


def _facts(record: Record) -> Iterator[Fact]:
    """Yield the filled fields of a record, but for groups of fields, which need a template."""
    addresses = {field.route[0] for field in fields_marked(type(record), TextSort.ADDRESS)}
    for name, info in type(record).model_fields.items():
        value = getattr(record, name)
        values = value if isinstance(value, tuple) else (value,)
        if any(isinstance(one, Part) for one in values):
            continue
        url = document_url(value, record.owner) if name in addresses else ""
        filled = (one for one in values if one not in (None, ""))
        # A year is a name, not an amount: “2021”, never “2.021”.
        cells = tuple(Cell(str(one) if name == "tahun" else _said(one), url) for one in filled)
        if cells:
            yield Fact(info.title or name, cells)


def _said(value: object) -> str:
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, date):
        return format_tanggal(value)
    if isinstance(value, int):
        return format_bulat(value)
    return format_desimal(value) if isinstance(value, Decimal) else str(value)
