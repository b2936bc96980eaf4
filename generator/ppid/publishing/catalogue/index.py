"""`/api/v1/index.json`: every file of data with its schema, size, SHA-256 and day."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from importlib import resources
from typing import Final

from ppid.core import manifest
from ppid.core.page import DataFile, Export
from ppid.kinds.rows import MODELS
from ppid.publishing.catalogue.media import media_type
from ppid.publishing.publication import Publication
from ppid.publishing.sheets import INDEX_SCHEMA, INDEX_URL, latest_url, schema_url
from ppid.publishing.tables import TABLES

VERSION: Final = "1"


def exports(publication: Publication, files: Mapping[str, DataFile]) -> Iterator[Export]:
    """Yield the index and its schema."""
    schema = resources.files(__package__).joinpath("index.schema.json").read_bytes()
    yield Export(INDEX_SCHEMA, schema)
    badan = publication.badan
    day = publication.corpus.today.isoformat()
    listed = [
        {
            "alamat": file.url,
            "judul": file.title,
            "jenis_media": media_type(file.url),
            "skema": file.schema or None,
            "hari": file.day.isoformat() if file.day else day,
            "ukuran": file.size,
            "sha256": file.sha256,
        }
        for file in files.values()
    ]
    latest = {daftar.id.opd + daftar.rows: daftar for daftar in publication.latest_lists}
    content = {
        "versi": VERSION,
        "skema": INDEX_SCHEMA,
        "contoh": publication.contoh,
        "badan": asdict(publication.identitas),
        "alamat_situs": publication.site_url or None,
        "lisensi": (badan and badan.lisensi) or None,
        "hari": day,
        "tabel": [
            {
                "nama": table.name,
                "judul": table.title,
                "keterangan": table.description,
                "csv": table.csv or None,
                "parquet": table.parquet,
                "skema": table.schema,
            }
            for table in TABLES
        ],
        "terkini": [
            {
                "opd": daftar.id.opd,
                "jenis": daftar.rows,
                "tahun": daftar.id.tahun,
                "contoh": daftar.contoh,
                "json": latest_url(daftar.id.opd, daftar.rows, "json"),
                "csv": latest_url(daftar.id.opd, daftar.rows, "csv")
                if daftar.id in publication.sheets
                else None,
            }
            for _, daftar in sorted(latest.items())
        ],
        "per_butir": {
            "pola": "opd/{opd}/{jenis}/{tahun}/{kode}/data.json",
            "skema": {rows: schema_url(rows) for rows in sorted(MODELS)},
            "sidik": manifest.LIST,
        },
        "berkas": listed,
    }
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    yield Export(INDEX_URL, f"{text}\n".encode())
