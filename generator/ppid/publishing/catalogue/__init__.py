"""Descriptions of what was published, for programs: made last, when every file is known.

Each module gives `exports(publication, files)`; `files` are the files of data by their address. A
module that describes files sees those that the modules before it made, so their order matters.
"""

from collections.abc import Iterator, Mapping

from ppid.core.page import DataFile, Export
from ppid.publishing.catalogue import data_json, datapackage, dcat, index, openapi
from ppid.publishing.publication import Publication


def catalogue_of(publication: Publication, files: Mapping[str, DataFile]) -> Iterator[Export]:
    """Yield every description; the index comes last and lists the others too."""
    known = dict(sorted(files.items()))
    for module in (openapi, datapackage, dcat, data_json, index):
        for export in module.exports(publication, known):
            if export.title:
                known[export.url] = DataFile.of(export)
            yield export
