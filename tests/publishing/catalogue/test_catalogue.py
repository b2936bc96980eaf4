"""Descriptions for programs, each read by a program of its kind: nothing is taken on trust."""

import csv
import hashlib
import io
import json
from datetime import date
from functools import partial
from pathlib import Path

import jsonschema
import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator
from rdflib import DCAT, DCTERMS, FOAF, RDF, Graph, Literal, URIRef
from rdflib.compare import isomorphic

from ppid.checking.check import Checked, load_and_check
from ppid.core.corpus import Corpus
from ppid.core.page import DataFile
from ppid.kinds import KINDS
from ppid.kinds.badan import Badan
from ppid.kinds.dik.model import InformasiDikecualikan
from ppid.publishing.catalogue import catalogue_of
from ppid.publishing.catalogue.licences import licence_of
from ppid.publishing.publication import Publication
from tests.conftest import DAY, REGENCY, REGENCY_DAY, SITE_URL, TOWN
from tests.publishing.catalogue.sites import Site, downloads, site_of

SERIES = URIRef("http://www.w3.org/ns/dcat#DatasetSeries")
RESOURCE = URIRef("http://www.w3.org/ns/dcat#resource")
ACCESS = "http://publications.europa.eu/resource/authority/access-right/"


@pytest.fixture(scope="module", params=[(TOWN, DAY), (REGENCY, REGENCY_DAY)], ids=["kota", "kab"])
def site(request: pytest.FixtureRequest) -> Site:
    return site_of(*request.param)


@pytest.fixture(scope="module")
def graph(site: Site) -> Graph:
    return Graph().parse(data=site.files["api/v1/katalog.jsonld"], format="json-ld")


# ---- the index


def test_index_is_valid_and_true(site: Site) -> None:
    index = site.json("api/v1/index.json")
    schema = site.json(index["skema"])
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(index, schema)
    for file in index["berkas"]:
        content = site.files[file["alamat"]]
        assert file["ukuran"] == len(content)
        assert file["sha256"] == hashlib.sha256(content).hexdigest()
        assert file["skema"] is None or file["skema"] in site.files


def test_index_lists_every_file_of_data(site: Site) -> None:
    index = site.json("api/v1/index.json")
    listed = {file["alamat"] for file in index["berkas"]}
    endings = (".csv", ".json", ".parquet", ".ics", ".jsonld", ".rdf")
    left = {url for url in site.files if url.endswith(endings)} - listed
    left -= {url for url in left if url.endswith(".schema.json") or url.startswith("api/v1/tabel/")}
    # Alternates of single items are told of by their pattern, the canonical form of a list by the
    # papers that hold its fingerprint.
    items = {url for url in left if url.count("/") == 5 and url.endswith("/data.json")}
    proofs = {url for url in left if url.endswith(".sidik-1.json")}
    assert items
    assert left - items - proofs == {"api/v1/index.json"}


def test_newest_lists_have_an_address_that_stays(site: Site) -> None:
    index = site.json("api/v1/index.json")
    newest: dict[tuple[str, str], int] = {}
    for daftar in site.publication.lists:
        key = daftar.id.opd, daftar.rows
        newest[key] = max(daftar.id.tahun, newest.get(key, 0))
    assert {(one["opd"], one["jenis"]): one["tahun"] for one in index["terkini"]} == newest
    for one in index["terkini"]:
        own = f"opd/{one['opd']}/{one['jenis']}/{one['tahun']}"
        assert site.files[one["json"]] == site.files[f"{own}/data.json"]
        assert one["csv"] is None or site.files[one["csv"]].startswith(b"\xef\xbb\xbfkode,")


def test_every_table_and_json_file_says_whose_it_is(site: Site) -> None:
    named = site.publication.identitas
    for url, content in site.files.items():
        if url.endswith(".csv") and len(content.splitlines()) > 1:
            rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
            said = {(row["badan"], row["kode_wilayah"]) for row in rows}
            assert said == {(named.nama, named.kode_wilayah)}, url
    for url, file in site.data.items():
        if file.schema and url.endswith(".json"):
            assert site.json(url)["badan"]["kode_wilayah"] == named.kode_wilayah, url


# ---- OpenAPI


def test_openapi_is_valid_and_leads_to_files(site: Site) -> None:
    described = site.json("api/v1/openapi.json")
    assert list(OpenAPIV31SpecValidator(described).iter_errors()) == []
    for path, operations in described["paths"].items():
        parameters = operations["get"].get("parameters", ())
        known = {p["name"]: p["schema"]["enum"] for p in parameters if "enum" in p["schema"]}
        if "{" not in path:
            assert path[1:] in site.files or path == "/api/v1/index.json"
        elif "{kode}" not in path:
            asked = [
                {"opd": o, "jenis": j, "tahun": t}
                for o in known["opd"]
                for j in known["jenis"]
                for t in known.get("tahun", [0])
            ]
            assert any(path[1:].format(**one) in site.files for one in asked)


def test_openapi_describes_what_is_there(site: Site) -> None:
    described = site.json("api/v1/openapi.json")
    schemas = described["components"]["schemas"]
    for one in site.json("api/v1/index.json")["terkini"]:
        jsonschema.validate(site.json(one["json"]), schemas[f"Daftar_{one['jenis']}"])


# ---- Data Package


def test_data_package_is_valid(site: Site, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    # It lifts the bound of cells of CSV for the whole process.
    request.addfinalizer(partial(csv.field_size_limit, csv.field_size_limit()))
    frictionless = pytest.importorskip("frictionless")
    package = site.json("datapackage.json")
    for resource in package["resources"]:
        content = site.files[resource["path"]]
        assert resource["bytes"] == len(content)
        assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
        path = tmp_path / resource["path"]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    # Parquet is read by DuckDB in test_tabel.py.
    package["resources"] = [r for r in package["resources"] if r["format"] == "csv"]
    (tmp_path / "datapackage.json").write_text(json.dumps(package), "utf-8")
    report = frictionless.validate(str(tmp_path / "datapackage.json"))
    assert report.flatten(["type", "message"]) == []
    assert len(report.tasks) == 11
    (tmp_path / "unduhan/dip.csv").write_bytes(site.files["unduhan/dip.csv"] + b"a,b\r\n")
    assert not frictionless.validate(str(tmp_path / "datapackage.json")).valid


# ---- DCAT-AP


def test_both_forms_are_one_graph(site: Site, graph: Graph) -> None:
    other = Graph().parse(data=site.files["api/v1/katalog.rdf"], format="xml")
    assert isomorphic(graph, other)


def test_catalogue_names_every_list_and_table(site: Site, graph: Graph) -> None:
    rows = site.publication.corpus.of(InformasiDikecualikan)
    datasets = set(graph.subjects(RDF.type, DCAT.Dataset))
    assert len(datasets) == 12 + len(site.publication.lists) + len(rows)
    assert set(graph.objects(None, DCAT.dataset)) == datasets
    series = set(graph.subjects(RDF.type, SERIES))
    assert set(graph.objects(None, RESOURCE)) == series
    pairs = {(daftar.id.opd, daftar.rows) for daftar in site.publication.lists}
    assert len(series) == len(pairs)


def test_every_dataset_and_series_says_where_it_holds(site: Site, graph: Graph) -> None:
    (region,) = set(graph.objects(None, DCTERMS.spatial))
    code = site.publication.identitas.kode_wilayah
    assert str(graph.value(region, DCTERMS.identifier)) == code
    for kind in (DCAT.Catalog, DCAT.Dataset, SERIES):
        for one in graph.subjects(RDF.type, kind):
            assert graph.value(one, DCTERMS.spatial) == region


def test_every_publisher_says_what_authority_it_is(graph: Graph) -> None:
    types = {graph.value(each, DCTERMS.type) for each in graph.subjects(RDF.type, FOAF.Agent)}
    assert types == {URIRef("http://purl.org/adms/publishertype/LocalAuthority")}


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("CC BY 4.0", "Attribution"),
        ("CC0", "PublicDomain"),
        ("CC BY-NC 4.0", None),
        ("Lisensi Terbuka Pemerintah", None),
    ],
)
def test_licence_says_what_it_asks_where_there_is_a_word_for_it(
    written: str, kind: str | None
) -> None:
    licence = licence_of(written)
    assert licence
    assert (licence.kind and licence.kind.value[0]) == kind


def test_distributions_are_files_of_the_site(site: Site, graph: Graph) -> None:
    spdx = "http://spdx.org/rdf/terms#"
    found = set(graph.subjects(RDF.type, DCAT.Distribution))
    assert found
    for one in found:
        url = str(graph.value(one, DCAT.downloadURL)).removeprefix(SITE_URL)
        content = site.files[url]
        checksum = graph.value(one, URIRef(f"{spdx}checksum"))
        digest = graph.value(checksum, URIRef(f"{spdx}checksumValue"))
        assert str(digest).lower() == hashlib.sha256(content).hexdigest()
        assert int(str(graph.value(one, DCAT.byteSize))) == len(content)


def test_what_is_withheld_has_reason_law_and_end_and_no_file() -> None:
    site = site_of(TOWN, DAY)
    graph = Graph().parse(data=site.files["api/v1/katalog.jsonld"], format="json-ld")
    one = URIRef(f"{SITE_URL}opd/setda/dik/2021/set-memo-1/#data")
    assert (one, RDF.type, DCAT.Dataset) in graph
    assert graph.value(one, DCAT.distribution) is None
    rights = {
        str(graph.value(each, DCTERMS.accessRights)).removeprefix(ACCESS)
        for each in graph.subjects(RDF.type, DCAT.Dataset)
    }
    assert rights >= {"PUBLIC", "NON_PUBLIC", "RESTRICTED"}
    # Withheld up to and including 14 February; told when the list was decided, not when it began.
    assert str(graph.value(one, DCTERMS.available)) == "2024-02-15"
    listed = URIRef(f"{SITE_URL}opd/setda/dik/2021/#data")
    assert graph.value(one, DCTERMS.issued) == graph.value(listed, DCTERMS.issued) is not None
    law = URIRef("http://data.europa.eu/r5r/applicableLegislation")
    titles = {str(graph.value(each, DCTERMS.title)) for each in graph.objects(one, law)}
    assert any(title.startswith("UU 14/2008 tentang") for title in titles)
    told = str(graph.value(one, DCTERMS.description))
    assert "Alasan: " in told
    assert "Dasar hukum: UU 14/2008 Pasal 17 huruf i" in told
    lists = URIRef(f"{SITE_URL}opd/setda/dik/2021/#data")
    assert str(graph.value(lists, DCTERMS.accessRights)) == f"{ACCESS}PUBLIC"
    assert len(set(graph.objects(lists, DCAT.distribution))) == 2


def test_after_its_end_nobody_says_who_may_see_it() -> None:
    site = site_of(TOWN, "2026-01-31")
    graph = Graph().parse(data=site.files["api/v1/katalog.jsonld"], format="json-ld")
    one = URIRef(f"{SITE_URL}opd/setda/dik/2021/set-memo-1/#data")
    assert (one, RDF.type, DCAT.Dataset) in graph
    assert graph.value(one, DCTERMS.accessRights) is None
    assert graph.value(one, DCTERMS.available) is None
    assert "Sudah berakhir 14 Februari 2024" in str(graph.value(one, DCTERMS.description))
    (told,) = (
        d for d in site.json("data.json")["dataset"] if f"{d['landingPage']}#data" == str(one)
    )
    assert told["rights"].startswith("Semula dikecualikan menurut ")
    assert told["rights"].endswith("Sudah berakhir 14 Februari 2024.")


def test_without_an_address_there_is_no_catalogue() -> None:
    files = site_of(TOWN, DAY, "").files
    assert not {"api/v1/katalog.jsonld", "api/v1/katalog.rdf", "data.json"} & set(files)
    assert {"api/v1/index.json", "api/v1/openapi.json", "datapackage.json"} <= set(files)


def test_ckan_finds_what_it_needs(site: Site) -> None:
    catalogue = site.json("data.json")
    needed = {"identifier", "title", "description", "keyword", "modified", "publisher"}
    identifiers = [dataset["identifier"] for dataset in catalogue["dataset"]]
    assert len(identifiers) == len(set(identifiers))
    for dataset in catalogue["dataset"]:
        assert needed | {"contactPoint", "accessLevel"} <= set(dataset)
        assert dataset["accessLevel"] in {"public", "restricted public", "non-public"}
        is_open = dataset["accessLevel"] == "public"
        assert is_open == bool(dataset.get("distribution"))
        assert is_open == ("rights" not in dataset)
        assert len(dataset.get("rights", "")) <= 255
        for file in dataset.get("distribution", ()):
            assert file["downloadURL"].removeprefix(SITE_URL) in site.files


def test_data_json_says_why_something_is_withheld_and_until_when() -> None:
    datasets = site_of(TOWN, DAY).json("data.json")["dataset"]
    page = f"{SITE_URL}opd/setda/dik/2021/set-memo-1/"
    (one,) = (dataset for dataset in datasets if dataset["landingPage"] == page)
    assert one["rights"].startswith("Dikecualikan menurut UU 14/2008 Pasal 17 huruf i")
    assert one["rights"].endswith("Berakhir 14 Februari 2024.")
    assert "distribution" not in one


def test_a_demonstration_says_so() -> None:
    checked = load_and_check(TOWN, date.fromisoformat(DAY))
    records = []
    for kind in KINDS:
        for record in checked.corpus.of(kind.model):
            made = record
            if isinstance(record, Badan):
                made = record.model_copy(update={"contoh": True})
            records.append(made)
    corpus = checked.corpus
    demo = Corpus(records, corpus.sources, corpus.documents, corpus.today)
    publication = Publication.of(Checked(demo, (), {}), SITE_URL)
    made = list(downloads(publication))
    data = {export.url: DataFile.of(export) for export in made if export.title}
    files = {export.url: export.content for export in catalogue_of(publication, data)}
    graph = Graph().parse(data=files["api/v1/katalog.jsonld"], format="json-ld")
    for dataset in graph.subjects(RDF.type, DCAT.Dataset):
        assert str(graph.value(dataset, DCTERMS.title)).endswith("(contoh)")
        assert (dataset, DCAT.keyword, Literal("contoh", lang="id")) in graph
    assert json.loads(files["datapackage.json"])["contoh"] is True
    assert json.loads(files["api/v1/index.json"])["contoh"] is True
    assert json.loads(files["api/v1/openapi.json"])["x-contoh"] is True
    assert all(
        one["title"].endswith("(contoh)") for one in json.loads(files["data.json"])["dataset"]
    )
