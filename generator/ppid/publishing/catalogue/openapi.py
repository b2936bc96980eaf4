"""`/api/v1/openapi.json`: how the files of the site are asked for, as OpenAPI 3.1.

The site is static: every operation is a GET of a file.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from importlib import resources
from typing import Final

from ppid.core.page import DataFile, Export
from ppid.kinds.rows import MODELS
from ppid.publishing.exports.json_catatan import schemas
from ppid.publishing.publication import Publication
from ppid.publishing.sheets import OPENAPI_URL, ColumnType, list_schema_url, schema_url
from ppid.publishing.tables import TABLES, DataTable

VERSION: Final = "1.0.0"
_Values = dict[str, object]
_TYPES: Final[Mapping[ColumnType, _Values]] = {
    ColumnType.TEXT: {"type": "string"},
    ColumnType.NUMBER: {"type": "integer"},
    ColumnType.DECIMAL: {"type": "number"},
    ColumnType.DAY: {"type": "string", "format": "date"},
    ColumnType.YES_NO: {"enum": ["ya", "tidak"]},
}
_MISSING: Final[_Values] = {"404": {"description": "Berkas itu tidak ada."}}


def exports(publication: Publication, files: Mapping[str, DataFile]) -> Iterator[Export]:
    """Yield the description; nothing without a body."""
    badan = publication.badan
    if badan is None:
        return
    own = {export.url: _without_dialect(json.loads(export.content)) for export in schemas()}
    index = resources.files(__package__).joinpath("index.schema.json").read_text("utf-8")
    components: _Values = {
        "Indeks": _without_dialect(json.loads(index)),
        **{f"Daftar_{rows}": own[list_schema_url(rows)] for rows in MODELS},
        **{f"Informasi_{rows}": own[schema_url(rows)] for rows in MODELS},
        **{f"Baris_{table.name}": _row_schema(table) for table in TABLES},
    }
    lists = sorted({daftar.id.opd for daftar in publication.lists})
    years = sorted({daftar.id.tahun for daftar in publication.lists})
    opd = _parameter("opd", "Nama folder perangkat daerah.", {"enum": lists or [""]})
    jenis = _parameter("jenis", "DIK atau DIP.", {"enum": sorted(MODELS)})
    tahun = _parameter("tahun", "Tahun daftar.", {"enum": years or [0]})
    kode = _parameter("kode", "Kode informasi dengan huruf kecil.", {"type": "string"})
    either = {rows: {"$ref": f"#/components/schemas/Daftar_{rows}"} for rows in MODELS}
    each = {rows: {"$ref": f"#/components/schemas/Informasi_{rows}"} for rows in MODELS}
    paths: _Values = {
        "/api/v1/index.json": _get(
            "indeks", "Semua berkas data", {"$ref": "#/components/schemas/Indeks"}
        ),
        "/api/v1/terkini/{opd}/{jenis}.json": _get(
            "daftar_terkini",
            "Daftar terakhir sebuah perangkat daerah",
            {"oneOf": list(either.values())},
            parameters=(opd, jenis),
        ),
        "/api/v1/terkini/{opd}/{jenis}.csv": _get(
            "isi_terkini",
            "Isi daftar terakhir sebuah perangkat daerah",
            _rows_of("dik", "dip"),
            media="text/csv",
            parameters=(opd, jenis),
        ),
        "/opd/{opd}/{jenis}/{tahun}/data.json": _get(
            "daftar",
            "Satu daftar dengan semua isinya",
            {"oneOf": list(either.values())},
            parameters=(opd, jenis, tahun),
        ),
        "/opd/{opd}/{jenis}/{tahun}/{kode}/data.json": _get(
            "informasi",
            "Satu informasi dalam sebuah daftar",
            {"oneOf": list(each.values())},
            parameters=(opd, jenis, tahun, kode),
        ),
    }
    for table in TABLES:
        if table.csv in files:
            paths[f"/{table.csv}"] = _get(
                f"{table.name}_csv", table.title, _rows_of(table.name), media="text/csv"
            )
        paths[f"/{table.parquet}"] = _get(
            f"{table.name}_parquet",
            f"{table.title} (Parquet)",
            {},
            media="application/vnd.apache.parquet",
        )
    example = " Seluruhnya data peragaan, bukan data resmi." if badan.contoh else ""
    licence = {"license": {"name": badan.lisensi}} if badan.lisensi else {}
    content = {
        "openapi": "3.1.0",
        "info": {
            "title": f"Data informasi publik {badan.nama}" + (" (contoh)" if badan.contoh else ""),
            "description": f"Situs statis: setiap alamat adalah berkas.{example}",
            "version": VERSION,
            **licence,
        },
        "x-contoh": badan.contoh,
        "servers": [{"url": publication.site_url or "../.."}],
        "paths": paths,
        "components": {"schemas": components},
    }
    text = json.dumps(content, ensure_ascii=False, indent=1)
    yield Export(OPENAPI_URL, f"{text}\n".encode(), "Uraian OpenAPI")


def _without_dialect(schema: _Values) -> _Values:
    """Return a schema to stand inside: OpenAPI 3.1 speaks the same dialect by itself."""
    return {name: value for name, value in schema.items() if name != "$schema"}


def _row_schema(table: DataTable) -> _Values:
    return {
        "type": "object",
        "title": table.title,
        "description": table.description,
        "properties": {
            column.name: {
                "title": column.title,
                "description": column.description,
                **_TYPES[column.type],
            }
            for column in table.columns
        },
        "required": [column.name for column in table.columns],
    }


def _rows_of(*names: str) -> _Values:
    found = [{"$ref": f"#/components/schemas/Baris_{name}"} for name in names]
    return {"type": "array", "items": found[0] if len(found) == 1 else {"oneOf": found}}


def _parameter(name: str, description: str, schema: _Values) -> _Values:
    return {
        "name": name,
        "in": "path",
        "required": True,
        "description": description,
        "schema": schema,
    }


def _get(
    operation: str,
    summary: str,
    schema: _Values,
    *,
    media: str = "application/json",
    parameters: Sequence[_Values] = (),
) -> _Values:
    answer: _Values = {"description": summary, "content": {media: {"schema": schema}}}
    asked: _Values = {"parameters": list(parameters)} if parameters else {}
    responses: _Values = {"200": answer, **_MISSING}
    return {"get": {"operationId": operation, "summary": summary, **asked, "responses": responses}}
