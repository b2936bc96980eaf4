"""Every file of data says whose it is, since it is passed on without its address."""

import shutil
from collections.abc import Iterator
from datetime import date
from importlib import import_module
from io import BytesIO
from pkgutil import iter_modules
from zipfile import ZipFile, is_zipfile

import pytest

from ppid.checking.check import load_and_check
from ppid.publishing import exports
from ppid.publishing.publication import Publication
from tests.conftest import TOWN, made_by

NAME = "Kota Penanda"
"""Stands in no row of the data, so that it comes from nowhere else."""
OF_NOBODY = {"layanan/hitung-tenggat/hari-libur.json": "holidays are those of the whole country"}
MODULES = [module.name for module in iter_modules(exports.__path__)]


def texts_in(content: bytes) -> Iterator[str]:
    """Yield the text of a file, or of every part of a package."""
    if not is_zipfile(BytesIO(content)):
        yield content.decode("utf-8", "replace")
        return
    with ZipFile(BytesIO(content)) as package:
        for name in package.namelist():
            yield package.read(name).decode("utf-8", "replace")


@pytest.fixture(scope="module")
def renamed(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    """The town under another name."""
    town = shutil.copytree(TOWN, tmp_path_factory.mktemp("kota") / "kota")
    body = town / "data" / "badan.yml"
    body.write_text(body.read_text("utf-8").replace("Kota Kecil", NAME), "utf-8")
    publication = Publication.of(load_and_check(town, date(2021, 12, 31)))
    assert NAME in publication.identitas.nama
    assert NAME in publication.identitas.singkatan
    return publication


@pytest.mark.parametrize("name", MODULES)
def test_every_file_of_data_names_its_body(name: str, renamed: Publication) -> None:
    module = import_module(f"{exports.__name__}.{name}")
    nameless = [
        export.url
        for export in made_by(module, "exports", renamed)
        if export.title and export.url not in OF_NOBODY
        if not any(NAME in text for text in texts_in(export.content))
    ]
    assert nameless == [], "write `publication.identitas` into the file, or say here why not"
