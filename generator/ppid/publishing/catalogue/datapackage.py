"""`/datapackage.json`: the tables as a Data Package (datapackage.org, version 2).

It lies at the root of the site since the standard allows no path that leads upwards.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Final

from ppid.core.page import DataFile, Export
from ppid.publishing.catalogue.licences import licence_of
from ppid.publishing.publication import Publication
from ppid.publishing.sheets import PACKAGE_URL, Column, ColumnType
from ppid.publishing.tables import TABLES, DataTable

_PROFILES: Final = "https://datapackage.org/profiles/2.0/"
_CSV_NOTE: Final = (
    "Sel yang akan dijalankan lembar kerja sebagai rumus diawali satu tanda petik tunggal."
)


def exports(publication: Publication, files: Mapping[str, DataFile]) -> Iterator[Export]:
    """Yield the schema of every table, then the package; nothing without a body."""
    for table in TABLES:
        schema = {"$schema": f"{_PROFILES}tableschema.json", **table_schema(table)}
        yield _written(table.schema, schema)
    badan = publication.badan
    if badan is None:
        return
    example = " Seluruhnya data peragaan, bukan data resmi." if badan.contoh else ""
    licence = licence_of(badan.lisensi)
    package = {
        "$schema": f"{_PROFILES}datapackage.json",
        "name": "informasi-publik",
        **({"id": publication.site_url + PACKAGE_URL} if publication.site_url else {}),
        "title": f"Data informasi publik {badan.nama}" + (" (contoh)" if badan.contoh else ""),
        "description": f"Daftar informasi dan data PPID {badan.nama}.{example} {_CSV_NOTE}",
        **({"homepage": publication.site_url} if publication.site_url else {}),
        "created": f"{publication.corpus.today.isoformat()}T00:00:00Z",
        "contributors": [{"title": badan.nama, "roles": ["publisher"]}],
        **({"licenses": [licence.as_package]} if licence else {}),
        "contoh": badan.contoh,
        "badan": asdict(publication.identitas),
        "resources": [resource for table in TABLES for resource in _resources(table, files)],
    }
    yield _written(PACKAGE_URL, package, "Data Package semua tabel")


def table_schema(table: DataTable) -> dict[str, object]:
    """Return a table's columns as a Table Schema."""
    key = {"primaryKey": list(table.key)} if table.key else {}
    return {"fields": [_field(column) for column in table.columns], **key, "missingValues": [""]}


def _field(column: Column) -> dict[str, object]:
    yes_no = {"trueValues": ["ya"], "falseValues": ["tidak"]}
    return {
        "name": column.name,
        "title": column.title,
        "description": column.description,
        "type": column.type.value,
        **(yes_no if column.type is ColumnType.YES_NO else {}),
    }


def _resources(table: DataTable, files: Mapping[str, DataFile]) -> Iterator[dict[str, object]]:
    about = {"title": table.title, "description": table.description}
    if table.csv in files:
        yield {
            "name": table.name,
            **about,
            "type": "table",
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            **_file(files[table.csv]),
            "schema": table_schema(table),
        }
    yield {
        "name": f"{table.name}-parquet",
        **about,
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        **_file(files[table.parquet]),
    }


def _file(file: DataFile) -> dict[str, object]:
    return {"path": file.url, "bytes": file.size, "hash": f"sha256:{file.sha256}"}


def _written(url: str, content: object, title: str = "") -> Export:
    return Export(url, f"{json.dumps(content, ensure_ascii=False, indent=1)}\n".encode(), title)
