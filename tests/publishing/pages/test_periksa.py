"""The page “Periksa daftar”: what it offers for worksheets, and where nothing was judged."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from ppid.assessing.model import Completeness
from ppid.checking.check import Checked
from ppid.checking.load import Memory, load_from
from ppid.core.project_files import DiskFolder
from ppid.handing_in.reference import project_from, round_from
from ppid.handing_in.worksheet.judged import Judged
from ppid.kinds.pemantauan.penugasan import Penugasan
from ppid.kinds.pemantauan.verifikasi import Verifikasi
from ppid.kinds.sanggahan import Sanggahan
from ppid.publishing.checker.offer import COMMON, ROUND, Engine
from ppid.publishing.exports import periksa as exports
from ppid.publishing.pages import periksa
from ppid.publishing.publication import Publication

TOWN = Path(__file__).parents[2] / "kota-kecil"
TODAY = date(2022, 6, 1)
ENGINE = Engine("assets/pemeriksa/x/", (), 9_700_000)


@pytest.fixture
def publication(monkeypatch: pytest.MonkeyPatch) -> Publication:
    """The town on its way to a site that has the checker."""
    monkeypatch.setattr("ppid.publishing.publication.engine_in", lambda _: ENGINE)
    folder = DiskFolder(TOWN)
    corpus = load_from(folder, TODAY, Memory()).corpus
    return Publication.of(Checked(corpus, (), {}), folder=folder)


def test_the_site_offers_how_every_year_was_judged_and_nothing_else_of_it(
    publication: Publication,
) -> None:
    offered = {each.url: each.content for each in exports.exports(publication)}
    (page,) = periksa.pages(publication)
    assert isinstance(page.context, periksa.Checking)
    assert page.context.putaran == ROUND
    project = project_from([offered[COMMON]], TODAY)
    read = round_from(offered[ROUND], project)
    assert read.hari == TODAY
    assert read.judged == Judged.of(publication.completeness)
    assert 2021 in read.judged.years
    assert read.corpus.of(Penugasan) == publication.corpus.of(Penugasan)
    assert read.corpus.of(Verifikasi) == publication.corpus.of(Verifikasi)
    assert read.corpus.of(Sanggahan) == publication.corpus.of(Sanggahan) != ()
    assert b"tautan" not in offered[ROUND]
    assert not project.corpus.of(Penugasan)


def test_where_no_year_was_judged_nothing_is_offered_and_the_page_knows(
    publication: Publication,
) -> None:
    bare = replace(publication)
    bare.__dict__["completeness"] = Completeness((), {}, {})
    assert ROUND not in {each.url for each in exports.exports(bare)}
    (page,) = periksa.pages(bare)
    assert isinstance(page.context, periksa.Checking)
    assert page.context.putaran == ""
