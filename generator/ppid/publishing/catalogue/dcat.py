"""The catalogue of the body as DCAT-AP 3, in JSON-LD and in RDF/XML: one graph, printed twice.

Whoever gathers catalogues deletes what is missing from the next one. So it is published whole or
not at all: without the address of the site nothing in it could be named. Every thing that is
referred to says of what class it is, and the context stands inside: nobody needs to ask elsewhere.

A series is a resource of the catalogue, not one of its datasets: DCAT-AP 3 lets “dcat:dataset” lead
to a dataset alone, and whoever harvests takes what stands there for one.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

from lxml import etree

from ppid.core.page import DataFile, Export
from ppid.kinds.acuan.peraturan import Peraturan
from ppid.kinds.badan import Badan
from ppid.publishing.catalogue.datasets import Dataset, ListSeries, datasets_of, series_of
from ppid.publishing.catalogue.licences import Licence, licence_of
from ppid.publishing.catalogue.media import media_type
from ppid.publishing.publication import Publication
from ppid.publishing.regulations import law_url
from ppid.publishing.sheets import CATALOGUE_JSON_LD, CATALOGUE_RDF_XML, OPENAPI_URL

PREFIXES: Final = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcatap": "http://data.europa.eu/r5r/",
    "dct": "http://purl.org/dc/terms/",
    "eli": "http://data.europa.eu/eli/ontology#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_AUTHORITY: Final = "http://publications.europa.eu/resource/authority/"
_FILE_TYPES: Final = {".csv": "CSV", ".json": "JSON", ".parquet": "PARQUET"}
_ADMS: Final = "http://purl.org/adms/"
_PUBLISHER_TYPES: Final = {
    "kota": ("LocalAuthority", "Pemerintah kabupaten atau kota"),
    "kabupaten": ("LocalAuthority", "Pemerintah kabupaten atau kota"),
    "provinsi": ("RegionalAuthority", "Pemerintah provinsi"),
    "kementerian": ("NationalAuthority", "Pemerintah pusat"),
}
"""What kind of authority a kind of body is; of bodies of no kind nobody knows it."""


@dataclass(frozen=True, slots=True)
class Literal:
    """A text in Indonesian, or a value of a datatype such as “xsd:date”."""

    text: str
    datatype: str = ""


@dataclass(frozen=True, slots=True)
class Reference:
    """The address of a thing that is told of elsewhere in the graph."""

    uri: str


@dataclass(frozen=True, slots=True)
class Described:
    """A thing of a class, with what is said of it; without an address it stands inside another."""

    type: str
    said: Sequence[tuple[str, "Literal | Reference | Described"]]
    uri: str = ""


Said = tuple[str, Literal | Reference | Described]


@dataclass(frozen=True, slots=True)
class Graph:
    """All things by their address, in the order in which they were first spoken of."""

    nodes: dict[str, Described] = field(default_factory=dict)

    def add(self, node: Described) -> Reference:
        """Tell of a thing, once."""
        self.nodes.setdefault(node.uri, node)
        return Reference(node.uri)

    def named(self, uri: str, type_: str, *said: Said) -> Reference:
        """Refer to a thing of which no more than this is told."""
        return self.add(Described(type_, said, uri))


def exports(publication: Publication, files: Mapping[str, DataFile]) -> Iterator[Export]:
    """Yield the graph in both forms; nothing where no thing in it could be named."""
    badan = publication.badan
    if badan is None or not publication.site_url:
        return
    graph = Catalogue(publication, badan, files).graph()
    yield Export(CATALOGUE_JSON_LD, _as_json_ld(graph), "Katalog DCAT-AP sebagai JSON-LD")
    yield Export(CATALOGUE_RDF_XML, _as_rdf_xml(graph), "Katalog DCAT-AP sebagai RDF/XML")


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The graph in the making."""

    publication: Publication
    badan: Badan
    files: Mapping[str, DataFile]
    made: Graph = field(default_factory=Graph)

    def graph(self) -> Graph:
        """Tell of the catalogue, its service, its series and its datasets."""
        home, badan, made = self.publication.site_url, self.badan, self.made
        told: list[Reference] = []
        members: dict[str, list[Reference]] = {}
        for each in datasets_of(self.publication, self.files):
            told.append(self._dataset(each))
            members.setdefault(each.series, []).append(told[-1])
        series = [self._series(each, members[each.page]) for each in series_of(self.publication)]
        service = Described(
            "dcat:DataService",
            (
                ("dct:title", _text("Berkas data di situs ini", contoh=badan.contoh)),
                ("dct:description", Literal("Setiap alamat adalah berkas yang dapat diunduh.")),
                ("dcat:endpointURL", made.named(home, "foaf:Document")),
                (
                    "dcat:endpointDescription",
                    made.named(home + OPENAPI_URL, "foaf:Document"),
                ),
                ("dct:publisher", self._publisher("")),
                ("dcat:contactPoint", self._contact()),
                *(("dcat:servesDataset", one) for one in told),
            ),
            f"{home}#layanan-data",
        )
        example = " Seluruhnya data peragaan, bukan data resmi." if badan.contoh else ""
        made.add(
            Described(
                "dcat:Catalog",
                (
                    (
                        "dct:title",
                        _text(f"Data informasi publik {badan.nama}", contoh=badan.contoh),
                    ),
                    (
                        "dct:description",
                        Literal(f"Daftar informasi dan data PPID {badan.nama}.{example}"),
                    ),
                    ("dct:publisher", self._publisher("")),
                    ("dct:language", self._language()),
                    ("dct:modified", _day(self.publication.corpus.today)),
                    ("foaf:homepage", made.named(home, "foaf:Document")),
                    ("dcat:themeTaxonomy", self._themes()),
                    *self._licence(),
                    *self._region(),
                    ("dcat:service", made.add(service)),
                    *(("dcat:resource", one) for one in series),
                    *(("dcat:dataset", one) for one in told),
                ),
                f"{home}#katalog",
            )
        )
        return made

    def _dataset(self, dataset: Dataset) -> Reference:
        home, made = self.publication.site_url, self.made
        said: list[Said] = [
            ("dct:title", _text(dataset.title, contoh=dataset.contoh)),
            ("dct:description", Literal(dataset.description)),
            ("dct:identifier", Literal(dataset.identifier, "xsd:string")),
            ("dct:publisher", self._publisher(dataset.opd)),
            ("dcat:contactPoint", self._contact()),
            ("dct:language", self._language()),
            ("dcat:theme", self._theme()),
            ("dcat:landingPage", made.named(home + dataset.page, "foaf:Document")),
            *self._region(),
        ]
        said += [("dcat:keyword", Literal(word)) for word in dataset.keywords]
        if dataset.contoh:
            said.append(("dcat:keyword", Literal("contoh")))
        if dataset.access:
            rights = f"{_AUTHORITY}access-right/{dataset.access.value[0]}"
            said.append(("dct:accessRights", made.named(rights, "dct:RightsStatement")))
        if dataset.issued:
            said.append(("dct:issued", _day(dataset.issued)))
        if dataset.access and dataset.ends and dataset.ends < date.max:
            # “Date that the resource became or will become available” (DCMI Terms): the day after
            # the last one. Once that is over, only whoever opens it can say so.
            said.append(("dct:available", _day(dataset.ends + timedelta(days=1))))
        if dataset.tahun:
            year = date(dataset.tahun, 1, 1), date(dataset.tahun, 12, 31)
            period = (("dcat:startDate", _day(year[0])), ("dcat:endDate", _day(year[1])))
            said.append(("dct:temporal", Described("dct:PeriodOfTime", period)))
        if dataset.series:
            said.append(("dcat:inSeries", Reference(home + dataset.series)))
        said += [("dcatap:applicableLegislation", self._law(law)) for law in dataset.laws]
        said += [("dcat:distribution", self._distribution(file)) for file in dataset.files]
        return made.add(
            Described("dcat:Dataset", said, f"{home}{dataset.page}{_mark(dataset.page)}")
        )

    def _series(self, series: ListSeries, members: Sequence[Reference]) -> Reference:
        yearly = self.made.named(f"{_AUTHORITY}frequency/ANNUAL", "dct:Frequency")
        said: list[Said] = [
            ("dct:title", _text(series.title, contoh=series.contoh)),
            ("dct:description", Literal(series.description)),
            ("dct:publisher", self._publisher(series.opd)),
            ("dcat:contactPoint", self._contact()),
            ("dct:accrualPeriodicity", yearly),
            *self._region(),
            *(("dcat:seriesMember", one) for one in members),
        ]
        uri = self.publication.site_url + series.page
        return self.made.add(Described("dcat:DatasetSeries", said, uri))

    def _distribution(self, file: DataFile) -> Reference:
        home, made = self.publication.site_url, self.made
        address = home + file.url
        kind = _FILE_TYPES[file.url[file.url.rindex(".") :]]
        media = f"https://www.iana.org/assignments/media-types/{media_type(file.url)}"
        checksum = (
            (
                "spdx:algorithm",
                made.named(
                    "http://spdx.org/rdf/terms#checksumAlgorithm_sha256", "spdx:ChecksumAlgorithm"
                ),
            ),
            ("spdx:checksumValue", Literal(file.sha256, "xsd:hexBinary")),
        )
        said: list[Said] = [
            ("dct:title", Literal(f"{file.title} ({kind.capitalize()})")),
            ("dcat:accessURL", Reference(address)),
            ("dcat:downloadURL", Reference(address)),
            (
                "dct:format",
                made.named(f"{_AUTHORITY}file-type/{kind}", "dct:MediaTypeOrExtent"),
            ),
            ("dcat:mediaType", made.named(media, "dct:MediaType")),
            ("dcat:byteSize", Literal(str(file.size), "xsd:nonNegativeInteger")),
            ("spdx:checksum", Described("spdx:Checksum", checksum)),
            *self._licence(),
        ]
        if file.schema:
            schema = made.named(home + file.schema, "dct:Standard")
            said.append(("dct:conformsTo", schema))
        return made.add(Described("dcat:Distribution", said, f"{address}#berkas"))

    def _publisher(self, opd: str) -> Reference:
        home = self.publication.site_url
        name = self.publication.name_of(opd) if opd else self.badan.nama
        uri = f"{home}opd/{opd}/#penerbit" if opd else f"{home}#penerbit"
        said: list[Said] = [("foaf:name", Literal(name))]
        if self.badan.jenis in _PUBLISHER_TYPES:
            code, label = _PUBLISHER_TYPES[self.badan.jenis]
            said.append(("dct:type", self._concept(f"{_ADMS}publishertype/{code}", label)))
        return self.made.named(uri, "foaf:Agent", *said)

    def _contact(self) -> Reference:
        badan = self.badan
        said: list[Said] = [("vcard:fn", Literal(f"PPID {badan.nama}"))]
        if badan.surel:
            said.append(("vcard:hasEmail", Reference(f"mailto:{badan.surel}")))
        uri = f"{self.publication.site_url}#kontak"
        return self.made.named(uri, "vcard:Kind", *said)

    def _language(self) -> Reference:
        return self.made.named(f"{_AUTHORITY}language/IND", "dct:LinguisticSystem")

    def _themes(self) -> Reference:
        title = ("dct:title", Literal("Tema data"))
        return self.made.named(f"{_AUTHORITY}data-theme", "skos:ConceptScheme", title)

    def _theme(self) -> Reference:
        scheme = ("skos:inScheme", self._themes())
        label = "Pemerintahan dan sektor publik"
        return self._concept(f"{_AUTHORITY}data-theme/GOVE", label, scheme)

    def _concept(self, uri: str, label: str, *said: Said) -> Reference:
        """Refer to a concept of somebody else's vocabulary, with its name in Indonesian."""
        return self.made.named(uri, "skos:Concept", ("skos:prefLabel", Literal(label)), *said)

    def _licence(self) -> tuple[Said, ...]:
        licence: Licence | None = licence_of(self.badan.lisensi)
        if licence is None:
            return ()
        uri = licence.url or f"{self.publication.site_url}#lisensi"
        said: list[Said] = [("dct:title", Literal(licence.name))]
        if licence.kind:
            code, label = licence.kind.value
            said.append(("dct:type", self._concept(f"{_ADMS}licencetype/{code}", label)))
        return (("dct:license", self.made.named(uri, "dct:LicenseDocument", *said)),)

    def _region(self) -> tuple[Said, ...]:
        """Return the region of the body; its code is that of the Ministry of Home Affairs."""
        if not self.badan.kode_wilayah:
            return ()
        said = (
            ("skos:prefLabel", Literal(self.badan.wilayah[0] or self.badan.nama)),
            ("dct:identifier", Literal(self.badan.kode_wilayah, "xsd:string")),
        )
        uri = f"{self.publication.site_url}#wilayah"
        return (("dct:spatial", self.made.named(uri, "dct:Location", *said)),)

    def _law(self, law: Peraturan) -> Reference:
        uri = f"{self.publication.site_url}{law_url(law)}#{law.id.slug}"
        title = ("dct:title", Literal(f"{law.kode} tentang {law.tentang}"))
        return self.made.named(uri, "eli:LegalResource", title)


def _mark(page: str) -> str:
    """Return what tells a dataset from its page, which is another thing."""
    return "-data" if "#" in page else "#data"


def _text(text: str, *, contoh: bool) -> Literal:
    return Literal(f"{text} (contoh)" if contoh else text)


def _day(day: date) -> Literal:
    return Literal(day.isoformat(), "xsd:date")


# ---- JSON-LD


def _as_json_ld(graph: Graph) -> bytes:
    context = {name: uri for name, uri in PREFIXES.items() if name != "rdf"}
    content = {"@context": context, "@graph": [_object(node) for node in graph.nodes.values()]}
    return f"{json.dumps(content, ensure_ascii=False, separators=(',', ':'))}\n".encode()


def _object(node: Described) -> dict[str, object]:
    said: dict[str, list[object]] = {}
    for name, value in node.said:
        said.setdefault(name, []).append(_value(value))
    named = {"@id": node.uri} if node.uri else {}
    told = {name: found[0] if len(found) == 1 else found for name, found in said.items()}
    return {**named, "@type": node.type, **told}


def _value(value: Literal | Reference | Described) -> object:
    if isinstance(value, Described):
        return _object(value)
    if isinstance(value, Reference):
        return {"@id": value.uri}
    kind = {"@type": value.datatype} if value.datatype else {"@language": "id"}
    return {**kind, "@value": value.text}


# ---- RDF/XML


def _as_rdf_xml(graph: Graph) -> bytes:
    root = etree.Element(_qualified("rdf:RDF"), nsmap=dict(PREFIXES))
    for node in graph.nodes.values():
        _print(node, root)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="utf-8"))


def _print(node: Described, parent: etree._Element) -> None:
    element = etree.SubElement(parent, _qualified(node.type))
    if node.uri:
        element.set(_qualified("rdf:about"), node.uri)
    for name, value in node.said:
        told = etree.SubElement(element, _qualified(name))
        if isinstance(value, Described):
            _print(value, told)
        elif isinstance(value, Reference):
            told.set(_qualified("rdf:resource"), value.uri)
        else:
            told.text = value.text
            if value.datatype:
                told.set(_qualified("rdf:datatype"), _uri(value.datatype))
            else:
                told.set("{http://www.w3.org/XML/1998/namespace}lang", "id")


def _uri(name: str) -> str:
    prefix, _, local = name.partition(":")
    return PREFIXES[prefix] + local


def _qualified(name: str) -> str:
    prefix, _, local = name.partition(":")
    return f"{{{PREFIXES[prefix]}}}{local}"
