"""The tables of the whole body as CSV for spreadsheets and as Parquet for programs."""

from collections.abc import Iterator
from dataclasses import asdict

from ppid.core.page import Export
from ppid.publishing.parquet import parquet_bytes
from ppid.publishing.publication import Publication
from ppid.publishing.sheets import csv_bytes
from ppid.publishing.tables import TABLES


def exports(publication: Publication) -> Iterator[Export]:
    """Yield the files of every table; those of DIK and DIP as CSV are joined from their lists."""
    badan = publication.badan
    joined = {sheet.export.url for sheet in publication.sheets_of_all.values()}
    about = {
        **asdict(publication.identitas),
        "tanggal": publication.corpus.today.isoformat(),
        "contoh": publication.contoh,
        "lisensi": badan.lisensi if badan else "",
    }
    for table in TABLES:
        rows = list(table.rows(publication))
        if table.csv and table.csv not in joined:
            content = csv_bytes(rows, [column.name for column in table.columns])
            yield Export(table.csv, content, table.title, table.schema)
        told = {**about, "judul": table.title, "keterangan": table.description}
        content = parquet_bytes(table.columns, rows, told)
        yield Export(table.parquet, content, table.title, table.schema)
