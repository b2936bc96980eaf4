"""Self-assessment and marks of the assessors side by side; unknown stays unknown."""

import csv
import io
import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import jsonschema
import pytest
from lxml import html

from ppid.assessing.verification import Selisih
from ppid.checking.check import check_folder
from ppid.core.page import Body, Page
from ppid.core.project_files import DiskFolder
from ppid.publishing.exports.verifikasi import exports
from ppid.publishing.pages.kelengkapan import pages, pages_of_opd
from ppid.publishing.publication import Publication
from tests.conftest import DAY, REGENCY, REGENCY_DAY

TODAY = date.fromisoformat(DAY)
HEADING = "kode,tanda,pemantau,tanggal,menurut_data,sidik,catatan"


def publication_of(folder: Path, day: date = TODAY) -> Publication:
    return Publication.of(check_folder(DiskFolder(folder), day))


def page_of(publication: Publication, opd: str) -> Page:
    wanted = f"kelengkapan/2021/{opd}/verifikasi/"
    return next(page for page in pages_of_opd(opd, publication) if page.url == wanted)


def marked_everywhere(town: Path) -> Publication:
    """Return the town with dinkes marked wherever it counts: there, except for one."""
    before = publication_of(town)
    report = before.completeness.report("dinkes", 2021)
    assert report is not None
    codes = [a.obligation.kode for a in report.assessments if a.state.counts]
    marks = dict.fromkeys(codes, "ada") | {"berkala.a.a": "tidak-ada"}
    rows = [f"{k},{m},Tim Monitoring Provinsi 1,2021-12-14,,,Dilihat" for k, m in marks.items()]
    file = town / "data/pemantauan/2021/dinkes.csv"
    file.write_text("\n".join([HEADING, *rows, ""]), "utf-8")
    return publication_of(town)


def facts_of(page: Page) -> dict[str, str]:
    assert isinstance(page.context, Body)
    return {fact.label: ", ".join(cell.text for cell in fact.cells) for fact in page.context.facts}


def test_the_figure_of_the_assessor_stands_beside_ours(proyek: Path) -> None:
    before = publication_of(proyek).completeness.report("dinkes", 2021)
    publication = marked_everywhere(proyek)
    report = publication.completeness.report("dinkes", 2021)
    assert report is not None
    assert before is not None
    assert report.score == before.score  # marks replace nothing
    weights = {a.obligation.kode: a.bobot for a in report.assessments if a.state.counts}
    exact = 100 * (1 - weights["berkala.a.a"] / sum(weights.values()))
    shown = facts_of(page_of(publication, "dinkes"))
    tenth = (Decimal(exact.numerator) / Decimal(exact.denominator)).quantize(Decimal("0.1"))
    assert shown["Nilai menurut pemantau"] == str(tenth).replace(".", ",")
    assert shown["Nilai menurut data"] == "21,7"


def test_what_nobody_looked_at_is_shown_as_unknown(situs: Path) -> None:
    page = html.parse(situs / "kelengkapan/2021/dinkes/verifikasi/index.html")
    rows = [
        [" ".join(cell.text_content().split()) for cell in row]
        for row in page.xpath("//details//tbody/tr")
    ]
    unknown = [row for row in rows if row[3] == "belum diverifikasi"]
    assert len(rows) == 69
    assert len(unknown) == 64
    assert {row[4] for row in unknown} == {"belum diverifikasi"}
    (first,) = (row for row in rows if row[0] == "berkala.d.a")
    assert first[2:] == ["Belum", "Ada", "berbeda, data berubah sesudahnya"]


def test_hostile_words_stay_words(situs: Path) -> None:
    for url in ("kelengkapan/2021/verifikasi", "kelengkapan/2021/dinkes/verifikasi"):
        written = (situs / url / "index.html").read_text("utf-8")
        assert "<b>tercetak</b>" not in written
        assert "&lt;b&gt;tercetak&lt;/b&gt;" in written


def test_there_is_no_page_without_a_mark(situs: Path) -> None:
    assert not (situs / "kelengkapan/2020/verifikasi").exists()
    assert not (situs / "kelengkapan/2021/setda/verifikasi").exists()
    regency = publication_of(REGENCY, date.fromisoformat(REGENCY_DAY))
    assert not [page for page in pages(regency) if "verifikasi" in page.url]
    assert not list(exports(regency))


def test_pages_lead_to_each_other(situs: Path) -> None:
    for url, to in (
        ("kelengkapan/2021/dinkes", "verifikasi/"),
        ("kelengkapan/2021", "verifikasi/"),
        ("kelengkapan/2021/verifikasi", "2021/dinkes/verifikasi/"),
    ):
        page = html.parse(situs / url / "index.html")
        links = {a.get("href") for a in page.xpath("//article//a")}
        assert any(link and link.endswith(to) for link in links), url
    setda = (situs / "kelengkapan/2021/setda/index.html").read_text("utf-8")
    assert "verifikasi/" not in setda


def test_exports_hold_the_same_marks(proyek: Path) -> None:
    files = {each.url: each.content for each in exports(publication_of(proyek))}
    rows = list(
        csv.DictReader(
            io.StringIO(files["kelengkapan/2021/verifikasi-2021.csv"].decode("utf-8-sig"))
        )
    )
    told = json.loads(files["kelengkapan/2021/verifikasi-2021.json"])
    schema = json.loads(files["kelengkapan/verifikasi.schema.json"])
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(told)
    assert [(r["kode"], r["tanda"], r["selisih"]) for r in rows] == [
        (t["kode"], t["tanda"], t["selisih"]) for opd in told["opd"] for t in opd["tanda"]
    ]
    assert [r["selisih"] for r in rows] == ["sama", "sama", "berbeda", "berbeda", "sama"]
    assert {row["badan"] for row in rows} == {told["badan"]["nama"]} == {"Pemerintah Kota Kecil"}
    dinkes = told["opd"][0]
    assert (dinkes["sudah_ditandai"], dinkes["perlu_ditandai"]) == (4, 68)
    assert dinkes["nilai_pemantau"] is None
    assert dinkes["berubah"] == 1
    assert set(schema["$defs"]["selisih"]["enum"]) == {*Selisih} - {Selisih.BELUM}


@pytest.mark.parametrize(
    "where", ["data/opd/dinkes/dip/2021.yml", "data/pemantauan/2021/dinkes.csv"]
)
def test_a_demonstration_says_so(proyek: Path, where: str) -> None:
    file = proyek / where
    text = file.read_text("utf-8")
    if file.suffix == ".yml":
        file.write_text(f"{text}contoh: true\n", "utf-8")
    else:
        head, *rows = text.splitlines()
        marked = [f"{head},contoh", *(f"{row},true" for row in rows), ""]
        file.write_text("\n".join(marked), "utf-8")
    publication = publication_of(proyek)
    page = page_of(publication, "dinkes")
    assert page.contoh
    assert isinstance(page.context, Body)
    assert page.context.lead.startswith("Dalam data contoh ini, ")
    assert all(
        section.table.caption.endswith("(contoh)")
        for section in page.context.sections
        if section.table
    )
    csv_file, json_file = list(exports(publication))[:2]
    assert json.loads(json_file.content)["contoh"] is True
    rows_out = csv.DictReader(io.StringIO(csv_file.content.decode("utf-8-sig")))
    assert {row["contoh"] for row in rows_out} == {"ya"}
