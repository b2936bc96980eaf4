"""The catalogue against shapes: our own always, the official ones of DCAT-AP where they lie ready.

The official shapes come in no package. PPID_SHACL names a folder with them: the files of
`releases/3.0.0/shacl/` and `releases/3.0.0/html/shacl/` of SEMICeu/DCAT-AP, without `imports.ttl`,
which wants the vocabularies themselves from the net.
"""

import functools
import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from rdflib import DCTERMS, FOAF, RDF, SH, Graph, Literal, Namespace, URIRef
from rdflib.term import Node

from tests.conftest import DAY, PROVINCE, PROVINCE_DAY, REGENCY, REGENCY_DAY, SITE_URL, TOWN
from tests.publishing.catalogue.shapes import DCAT, SPDX, own_shapes, refused, with_resources
from tests.publishing.catalogue.sites import site_of

FORMS = {"katalog.jsonld": "json-ld", "katalog.rdf": "xml"}
DCATAP = Namespace("http://data.europa.eu/r5r/")

LEFT_OPEN = {
    (DCAT.Catalog, DCTERMS.issued),  # no record says on which day a body first published
    (DCAT.Dataset, DCAT.distribution),  # what is withheld has no file
    (DCAT.Dataset, DCTERMS.temporal),  # a table is of all years
    (DCAT.Distribution, DCATAP.availability),  # no body has promised for how long
    (DCAT.Distribution, DCTERMS.description),  # the title says all that is known
    (DCTERMS.LicenseDocument, DCTERMS.type),  # a licence that ADMS has no word for
    (DCTERMS.Location, DCAT.bbox),
    (DCTERMS.Location, DCAT.centroid),
}
"""Recommendations that are not followed, and why."""


@functools.cache
def published(root: Path, day: str) -> Mapping[str, bytes]:
    files = site_of(root, day).files
    return {name: files[f"api/v1/{name}"] for name in FORMS}


def catalogue(name: str, root: Path = TOWN, day: str = DAY) -> Graph:
    content = published(root, day)[name]
    return with_resources(Graph().parse(data=content, format=FORMS[name]))


@pytest.fixture(scope="module")
def own() -> Graph:
    return own_shapes()


@pytest.fixture(scope="module")
def official() -> Graph:
    folder = os.environ.get("PPID_SHACL")
    if not folder:
        pytest.skip("PPID_SHACL tidak menyebut folder bentuk SHACL resmi DCAT-AP 3")
    files = [path for path in sorted(Path(folder).glob("*.ttl")) if path.name != "imports.ttl"]
    assert {"shapes.ttl", "range.ttl", "shapes_recommended.ttl"} <= {path.name for path in files}
    shapes = Graph()
    for path in files:
        shapes.parse(path, format="turtle")
    for shape, says, empty in list(shapes.triples((None, SH.property, None))):
        if (empty, None, None) not in shapes:  # “[ ]”, which is no shape at all
            shapes.remove((shape, says, empty))
    return shapes


BODIES = pytest.mark.parametrize(
    ("root", "day"),
    [(TOWN, DAY), (REGENCY, REGENCY_DAY), (PROVINCE, PROVINCE_DAY)],
    ids=["kota", "kab", "provinsi"],
)


@BODIES
@pytest.mark.parametrize("name", FORMS)
def test_own_shapes_refuse_nothing(name: str, root: Path, day: str, own: Graph) -> None:
    assert refused(catalogue(name, root, day), own) == set()


@BODIES
@pytest.mark.parametrize("name", FORMS)
def test_official_shapes_refuse_nothing(name: str, root: Path, day: str, official: Graph) -> None:
    graph = catalogue(name, root, day)
    assert refused(graph, official) == set()
    assert {(one.type, one.path) for one in refused(graph, official, SH.Warning)} <= LEFT_OPEN


# ---- What is broken is refused


def without(graph: Graph) -> Iterator[tuple[Node, Node, Node]]:
    yield from graph.triples((None, RDF.type, None))


def twice(graph: Graph) -> Iterator[tuple[Node, Node, Node]]:
    yield from graph
    for number, (thing, says, value) in enumerate(graph):
        if says == RDF.type:
            continue
        if isinstance(value, Literal):
            yield thing, says, Literal(f"{value}1", value.language, value.datatype)
            continue
        other = URIRef(f"urn:kembaran:{number}")
        yield thing, says, other
        for about, known in graph.predicate_objects(value):
            yield other, about, known


def as_text(graph: Graph) -> Iterator[tuple[Node, Node, Node]]:
    for thing, says, value in graph:
        yield thing, says, value if says == RDF.type else Literal(str(value))


def as_address(graph: Graph) -> Iterator[tuple[Node, Node, Node]]:
    for thing, says, value in graph:
        yield thing, says, URIRef("urn:teks") if isinstance(value, Literal) else value


def of_no_class(graph: Graph) -> Iterator[tuple[Node, Node, Node]]:
    for thing, says, value in graph:
        known = says == RDF.type or isinstance(value, Literal)
        yield thing, says, value if known else URIRef("urn:tanpa-kelas")


BREAKS = pytest.mark.parametrize("broken", [without, twice, as_text, as_address, of_no_class])
Breaking = Callable[[Graph], Iterator[tuple[Node, Node, Node]]]


def broken_by(broken: Breaking) -> Graph:
    made = Graph()
    for triple in broken(catalogue("katalog.jsonld")):
        made.add(triple)
    return with_resources(made)


@BREAKS
def test_own_shapes_refuse_what_official_ones_refuse(
    broken: Breaking, own: Graph, official: Graph
) -> None:
    graph = broken_by(broken)
    theirs, ours = refused(graph, official), refused(graph, own)
    assert theirs
    # A shape for a thing as a whole names no property.
    things = {one.focus for one in ours}
    left = {one for one in theirs - ours if one.path or one.focus not in things}
    assert {(one.type, one.path) for one in left} == set()


@pytest.mark.parametrize(
    ("broken", "told"),
    [
        (without, {(DCAT.DatasetSeries, DCAT.seriesMember), (DCAT.Distribution, DCAT.accessURL)}),
        (twice, {(DCAT.Dataset, DCTERMS.accessRights), (SPDX.Checksum, SPDX.algorithm)}),
        (as_text, {(DCAT.Catalog, DCAT.dataset), (DCAT.Distribution, DCAT.byteSize)}),
        (as_address, {(FOAF.Agent, FOAF.name), (DCAT.Dataset, DCAT.keyword)}),
        (of_no_class, {(DCAT.Dataset, DCTERMS.spatial), (FOAF.Agent, DCTERMS.type)}),
    ],
)
def test_own_shapes_refuse_what_is_broken(
    broken: Breaking, told: set[tuple[Node, Node]], own: Graph
) -> None:
    assert told <= {(one.type, one.path) for one in refused(broken_by(broken), own)}


def test_both_sides_of_a_series_say_the_same(own: Graph) -> None:
    graph = catalogue("katalog.jsonld")
    series = URIRef(f"{SITE_URL}opd/setda/#dik")
    member = next(graph.objects(series, DCAT.seriesMember))
    graph.remove((series, DCAT.seriesMember, member))
    assert series in {one.focus for one in refused(graph, own)}
