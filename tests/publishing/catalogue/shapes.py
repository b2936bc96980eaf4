"""What SHACL shapes refuse of a catalogue."""

from pathlib import Path
from typing import NamedTuple

import pyshacl
from rdflib import RDF, RDFS, SH, XSD, Graph, Literal, Namespace, URIRef
from rdflib.term import Node

# rdflib knows the second edition only.
DCAT = Namespace("http://www.w3.org/ns/dcat#")
SPDX = Namespace("http://spdx.org/rdf/terms#")

SUPERSEDED = {(SPDX.algorithm, SPDX.checksumAlgorithm_sha1), (DCAT.byteSize, XSD.decimal)}
"""What the files beside the page of 3.0.0 still carry over from 2.1.1 against its text, which asks
for any `spdx:ChecksumAlgorithm` and for `xsd:nonNegativeInteger` (issues 244 and 422 there)."""
_STATED: dict[Node | None, URIRef] = {
    SH.HasValueConstraintComponent: SH.hasValue,
    SH.DatatypeConstraintComponent: SH.datatype,
}


def own_shapes() -> Graph:
    return Graph().parse(Path(__file__).with_name("dcat-ap-3-wajib.ttl"), format="turtle")


class Refused(NamedTuple):
    """A thing, its class and the property for which it was refused."""

    focus: Node
    type: Node | None
    path: Node | None


def refused(data: Graph, shapes: Graph, severity: URIRef = SH.Violation) -> set[Refused]:
    _, report, _ = pyshacl.validate(data, shacl_graph=shapes, inference="none")
    assert isinstance(report, Graph)
    found = set()
    for result in report.objects(None, SH.result):
        if report.value(result, SH.resultSeverity) != severity:
            continue
        focus, path = report.value(result, SH.focusNode), report.value(result, SH.resultPath)
        states = _STATED.get(report.value(result, SH.sourceConstraintComponent))
        shape = report.value(result, SH.sourceShape)
        if focus is None or (states and (path, shapes.value(shape, states)) in SUPERSEDED):
            continue
        classes = (each for each in data.objects(focus, RDF.type) if each != RDFS.Resource)
        found.add(Refused(focus, next(classes, None), path))
    return found


def with_resources(graph: Graph) -> Graph:
    """Say what RDF Schema takes for granted: all that is spoken of is a resource."""
    for thing in {*graph.subjects(), *graph.objects()}:
        if not isinstance(thing, Literal):
            graph.add((thing, RDF.type, RDFS.Resource))
    return graph
