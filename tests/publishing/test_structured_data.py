"""What pages tell other programs: JSON-LD that parses, and says what the page says, no more."""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, get_args
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from lxml import html
from playwright.sync_api import Browser
from rdflib import RDF, Graph, Namespace

from ppid.core.page import Link, Page
from ppid.publishing.structured_data import (
    CONTEXT,
    EXAMPLE,
    Address,
    GovernmentOrganization,
    StructuredData,
    Thing,
    json_ld,
    trail,
)
from tests.browser.conftest import serve
from tests.conftest import SITE_URL

SITE = SITE_URL
SCHEMA = Namespace("https://schema.org/")
TYPES = {getattr(kind, "TYPE", kind.__name__) for kind in get_args(Thing)} | {
    "DataDownload",
    "ListItem",
    "MediaObject",
}
BREADCRUMB = ".//nav[@class='ppid-remah']//li"
Values = Mapping[str, Any]


@cache
def tree_of(page: Path) -> html.HtmlElement:
    return html.document_fromstring(page.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))


def told(page: Path) -> list[Values]:
    """Return the things that a page tells of; each page has one block of them."""
    (block,) = tree_of(page).xpath("//script[@type='application/ld+json']")
    written = json.loads(block.text)
    assert written["@context"] == CONTEXT
    graph: list[Values] = written["@graph"]
    return graph


def of_type(page: Path, name: str) -> Values | None:
    found = [thing for thing in told(page) if thing["@type"] == name]
    assert len(found) <= 1
    return found[0] if found else None


def data_of(pages: Iterator[Path], name: str) -> dict[Path, Values]:
    return {page: thing for page in pages if (thing := of_type(page, name))}


def words(page: Path) -> str:
    return " ".join(tree_of(page).xpath("string(//body)").split())


def address_of(page: Path, situs: Path) -> str:
    folder = page.parent.relative_to(situs).as_posix()
    return SITE if folder == "." else f"{SITE}{folder}/"


def pages_of(situs: Path) -> Iterator[Path]:
    return iter(sorted(situs.rglob("index.html")))


def heading(page: Path) -> str:
    return " ".join(tree_of(page).xpath("string(//article//h1)").replace("#", "").split())


# ---- every page


def test_the_way_to_a_page_is_the_one_that_it_shows(situs: Path) -> None:
    """Also of hand-written pages; the home page has none."""
    pages = list(pages_of(situs))
    assert len(pages) > 100
    for page in pages:
        here = address_of(page, situs)
        shown = [
            (" ".join(step.text_content().split()), urljoin(here, step.xpath("string(a/@href)")))
            for step in tree_of(page).xpath(BREADCRUMB)
        ]
        found = of_type(page, "BreadcrumbList") if shown else None
        if not shown:
            assert page.parent == situs
            continue
        assert found is not None, page
        steps = found["itemListElement"]
        assert [step["position"] for step in steps] == list(range(1, len(shown) + 1))
        assert [(step["name"], urljoin(here, step["item"])) for step in steps] == shown, page


def test_another_program_reads_every_page(situs: Path) -> None:
    """rdflib reads them as linked data; the context is written out, so that nobody is asked."""
    graph = Graph()
    for page in pages_of(situs):
        here = address_of(page, situs)
        inline = {"@context": {"@vocab": str(SCHEMA)}, "@graph": told(page)}
        graph.parse(data=json.dumps(inline), format="json-ld", base=here)
    types = {str(kind).removeprefix(str(SCHEMA)) for kind in graph.objects(None, RDF.type)}
    assert types == TYPES
    bodies = set(graph.subjects(RDF.type, SCHEMA.GovernmentOrganization))
    assert {str(body) for body in bodies} == {
        f"{SITE}#badan",
        *(f"{SITE}opd/{opd}/#opd" for opd in ("dinkes", "kecamatan-tepi-danau", "setda")),
    }
    # One name for one thing, wherever it is mentioned.
    assert all(len(set(graph.objects(body, SCHEMA.name))) == 1 for body in bodies)
    parents = set(graph.objects(None, SCHEMA.parentOrganization))
    assert {str(parent) for parent in parents} == {f"{SITE}#badan"}


def test_our_addresses_lead_to_pages_and_files(situs: Path) -> None:
    def addresses(value: Any) -> Iterator[str]:  # noqa: ANN401 — what JSON holds
        if isinstance(value, dict):
            for name, inner in value.items():
                if name in {"@id", "url", "item", "contentUrl"}:
                    yield inner
                else:
                    yield from addresses(inner)
        elif isinstance(value, list):
            for inner in value:
                yield from addresses(inner)

    for page in pages_of(situs):
        for address in addresses(told(page)):
            if address.startswith(SITE):
                target = situs / unquote(urlsplit(address.removeprefix(SITE)).path)
                target = target / "index.html" if target.is_dir() else target
                assert target.is_file(), (page, address)


# ---- sorts of pages


def test_an_opd_is_told_as_its_page_tells_it(situs: Path) -> None:
    found = data_of(iter(sorted(situs.glob("opd/*/index.html"))), "GovernmentOrganization")
    assert len(found) == 3
    for page, opd in found.items():
        assert opd["name"] == heading(page)
        texts = [opd.get("email", ""), opd.get("address", ""), *opd.get("telephone", ())]
        assert all(text in words(page) for text in texts)
    setda = found[situs / "opd/setda/index.html"]
    assert setda["alternateName"] == ["Setda", "Bagian Umum"]
    assert setda["foundingDate"] == "2017-01-01"
    assert "dissolutionDate" not in setda
    gone = found[situs / "opd/kecamatan-tepi-danau/index.html"]
    assert gone["dissolutionDate"] == "2021-12-31"
    assert "email" not in gone


def test_the_home_page_tells_of_the_body(situs: Path) -> None:
    badan = of_type(situs / "index.html", "GovernmentOrganization")
    assert badan is not None
    assert (badan["name"], badan["email"]) == ("Pemerintah Kota Kecil", "ppid@kotakecil.example")
    assert badan["telephone"] == ["(0999) 555000"]


def test_a_list_is_a_dataset_with_the_files_that_there_are(situs: Path) -> None:
    pages = [p for p in pages_of(situs) if p.parent.parent.name in {"dik", "dip"}]
    lists = [page for page in pages if page.parent.name.isdigit()]
    assert len(lists) >= 7
    for page in lists:
        dataset = of_type(page, "Dataset")
        assert dataset is not None
        assert dataset["name"] == heading(page)
        assert dataset["temporalCoverage"] == page.parent.name
        assert dataset["description"].removeprefix(f"{heading(page)}. ") in words(page)
        files = {d["encodingFormat"]: d for d in dataset["distribution"]}
        rows = json.loads((page.parent / "data.json").read_text("utf-8"))["butir"]
        assert set(files) == ({"text/csv", "application/json"} if rows else {"application/json"})
        if rows:
            table = situs / files["text/csv"]["contentUrl"].removeprefix(SITE)
            assert files["text/csv"]["contentSize"] == f"{table.stat().st_size} B"


def test_a_demonstration_is_told_as_one(situs: Path) -> None:
    for path, contoh in (("opd/dinkes/dip/2020", True), ("opd/setda/dip/2021", False)):
        dataset = of_type(situs / path / "index.html", "Dataset")
        assert dataset is not None
        assert dataset.get("creativeWorkStatus") == (EXAMPLE if contoh else None)


def test_no_row_of_a_list_is_offered_as_a_file(situs: Path) -> None:
    """What is withheld has no page but its own; that leads to no content."""
    items = [p for p in pages_of(situs) if "/dik/2021/" in f"{p.parent.parent}/"]
    assert len(items) > 3
    for page in items:
        assert {thing["@type"] for thing in told(page)} == {"BreadcrumbList"}


def test_a_service_is_told_by_its_page(situs: Path) -> None:
    found = data_of(iter(sorted(situs.glob("layanan/*/index.html"))), "GovernmentService")
    assert {"permohonan", "keberatan", "sengketa"} <= {page.parent.name for page in found}
    for page, service in found.items():
        assert service["name"] == heading(page)
        assert service["description"] in words(page)
        assert service["provider"]["name"] == "Pemerintah Kota Kecil"


@pytest.mark.parametrize(
    ("slug", "force"),
    [
        ("kepwal-7-2018", "https://schema.org/NotInForce"),
        ("kepwal-9-2020", "https://schema.org/InForce"),
        pytest.param("perwal-2-2017", None, id="nobody knows yet what changed it"),
        pytest.param(
            "perwal-6-2021", "https://schema.org/InForce", id="it changes what is unknown"
        ),
    ],
)
def test_whether_a_regulation_is_in_force_is_told_only_where_it_is_known(
    slug: str, force: str | None, situs: Path
) -> None:
    page = situs / f"regulasi/{slug}/index.html"
    law = of_type(page, "Legislation")
    assert law is not None
    assert law["name"] == heading(page)
    assert law.get("legislationLegalForce", {}).get("@id") == force
    lead = tree_of(page).xpath("string(//*[@class='ppid-jawaban'])")
    doubtful = "statusnya belum dipastikan" in lead
    assert doubtful == (force is None)
    assert ("Dicabut dengan" in words(page)) == (force == "https://schema.org/NotInForce")


def test_a_law_that_is_quoted_is_told_by_its_page(situs: Path) -> None:
    page = situs / "tentang/dasar-hukum/uu-14-2008/index.html"
    law = of_type(page, "Legislation")
    assert law is not None
    assert law["name"] == heading(page)
    assert law["legislationIdentifier"] == "UU 14/2008"
    assert "legislationLegalForce" not in law


def test_what_a_regulation_changes_leads_to_its_page(situs: Path) -> None:
    law = of_type(situs / "regulasi/kepwal-9-2020/index.html", "Legislation")
    assert law is not None
    assert law["legislationChanges"] == [{"@id": f"{SITE}regulasi/kepwal-7-2018/#regulasi"}]


# ---- safe and whole


@pytest.mark.parametrize(
    "text", ["</script><script>alert(1)</script>", "<!--<script>", "a & b", "\u2028 ]]> \\u003c"]
)
def test_no_text_ends_the_element(text: str) -> None:
    steps = trail((Link(text, "a/"),), Link("b", "a/b/"))
    named = GovernmentOrganization(id=steps.itemListElement[0].item, name=text)
    written = json_ld([steps, named], "")
    assert not set("<>&") & set(written)
    page = html.document_fromstring(f"<script>{written}</script><p>x</p>")
    (block,) = page.xpath("//script")
    way, body = json.loads(block.text)["@graph"]
    assert (way["itemListElement"][1]["name"], body["name"]) == (text, text)


@pytest.mark.parametrize(
    ("site", "root"), [("https://a.example/", "https://a.example/"), ("", "../../")]
)
def test_addresses_are_whole_where_the_site_has_one(site: str, root: str) -> None:
    """Else they are counted from the page, as all its links are."""
    page = Page("opd/x/", "X", "", "opd", "", None, crumbs=(Link("OPD", "opd/"),), name="X")
    (way,) = json.loads(StructuredData(site_url=site).of_page(page))["@graph"]
    steps = [step["item"] for step in way["itemListElement"]]
    assert steps == [root, f"{root}opd/", f"{root}opd/x/"]


def test_a_whole_address_is_left_alone() -> None:
    badan = GovernmentOrganization(id=Address("#badan"), name="X", url=Address("https://x.example"))
    (told,) = json.loads(json_ld([badan], "../"))["@graph"]
    assert (told["@id"], told["url"]) == ("../#badan", "https://x.example")


@pytest.mark.browser
def test_the_strict_policy_lets_data_be(browser: Browser, situs: Path) -> None:
    """A block of data is no script: nothing is refused, nothing runs, and the text is there."""
    with serve(situs) as address:
        page = browser.new_page()
        refused: list[str] = []
        page.on("console", lambda message: refused.append(message.text))
        page.add_init_script(
            "addEventListener('securitypolicyviolation', e => console.warn(e.violatedDirective))"
        )
        for path in ("", "opd/setda/dik/2021/", "panduan/memulai/"):
            page.goto(address + path, wait_until="load")
            text = page.locator("script[type='application/ld+json']").text_content()
            assert json.loads(text or "")["@context"] == CONTEXT
        page.close()
    assert refused == []


def test_the_last_crumb_of_a_piece_of_information_is_its_title(situs: Path) -> None:
    pages = sorted(situs.glob("opd/*/di[kp]/*/*/index.html"))
    assert pages
    for page in pages:
        tree = tree_of(page)
        crumb = " ".join(tree.findall(BREADCRUMB)[-1].text_content().split())
        title = " ".join(tree.findtext(".//h1").split())
        assert title.startswith(crumb.removesuffix("…")), page
