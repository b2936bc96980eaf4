"""Every download of a town with its descriptions, made without its pages."""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from ppid.checking.check import load_and_check
from ppid.core.page import DataFile, Export
from ppid.publishing.build import parts_of
from ppid.publishing.catalogue import catalogue_of
from ppid.publishing.publication import Publication
from tests.conftest import SITE_URL


class Site(NamedTuple):
    """Every download of a site with its descriptions, without its pages."""

    publication: Publication
    files: Mapping[str, bytes]
    data: Mapping[str, DataFile]

    def json(self, url: str) -> Any:  # noqa: ANN401 — JSON holds values of any shape
        return json.loads(self.files[url])


def downloads(publication: Publication) -> Iterator[Export]:
    for part in parts_of(publication):
        for make in part.exports:
            yield from make()


def site_of(root: Path, day: str, site_url: str = SITE_URL) -> Site:
    publication = Publication.of(load_and_check(root, date.fromisoformat(day)), site_url)
    made = list(downloads(publication))
    data = {export.url: DataFile.of(export) for export in made if export.title}
    made += catalogue_of(publication, data)
    return Site(publication, {export.url: export.content for export in made}, data)
