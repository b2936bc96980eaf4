"""What CKAN makes of the catalogue, read with the parser that its harvesters use.

CKAN wants other versions of many libraries than we do, so it lives in an environment of its own:
`pip install "ckan[requirements]" ckanext-dcat`, and PPID_CKAN names the `python` of it.
"""

import json
import os
import subprocess
from pathlib import Path

import pytest
from rdflib import DCAT, RDF, Graph

from tests.conftest import DAY, TOWN
from tests.publishing.catalogue.sites import site_of

READ = """
import json, sys
from ckan.common import config
config["ckan.site_url"], config["ckan.locale_default"] = "https://portal.example", "en"
from ckanext.dcat.processors import RDFParser
parser = RDFParser(profiles=["euro_dcat_ap_3"])
parser.parse(sys.stdin.read(), _format=sys.argv[1])
found = list(parser.datasets())
json.dump([[d["title"], [r["download_url"] for r in d["resources"]]] for d in found], sys.stdout)
"""


@pytest.mark.parametrize(("name", "form"), [("katalog.rdf", "xml"), ("katalog.jsonld", "json-ld")])
def test_ckan_reads_every_dataset_with_its_files(name: str, form: str, tmp_path: Path) -> None:
    python = os.environ.get("PPID_CKAN")
    if not python:
        pytest.skip("PPID_CKAN tidak menyebut python dengan ckan dan ckanext-dcat")
    files = site_of(TOWN, DAY).files
    content, graph = files[f"api/v1/{name}"], Graph()
    graph.parse(data=files["api/v1/katalog.rdf"], format="xml")
    said = subprocess.run(
        [python, "-c", READ, form],
        input=content.decode("utf-8"),
        capture_output=True,
        encoding="utf-8",
        cwd=tmp_path,
        check=True,
    )
    found = json.loads(said.stdout)
    assert len(found) == len(set(graph.subjects(RDF.type, DCAT.Dataset)))
    assert all(title for title, _ in found)
    loaded = {url for _, urls in found for url in urls}
    assert loaded == {str(url) for url in graph.objects(None, DCAT.downloadURL)}
    assert len(loaded) > 10
