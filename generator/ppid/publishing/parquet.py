"""Tables as Parquet: typed columns that programs read without guessing, small and of fixed bytes.

Unlike in CSV a text stands as it was written: no program runs the cells of a Parquet file. An empty
text and a value that is not known are both null, as they are both empty in CSV.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from io import BytesIO
from typing import Any, Final

from ppid.publishing.sheets import Column, ColumnType

FACTS: Final = "ppid"
"""The name under which a file holds the facts of the whole table."""
_EPOCH: Final = date(1970, 1, 1)


def parquet_bytes(
    columns: Sequence[Column], rows: Iterable[Mapping[str, object]], about: Mapping[str, object]
) -> bytes:
    """Return a table as a Parquet file; `about` are facts of the whole."""
    # Loaded here: most commands write no Parquet.
    from arro3.core import Array, DataType, Field, Schema, Table  # noqa: PLC0415
    from arro3.io import write_parquet  # noqa: PLC0415

    types = {
        ColumnType.TEXT: DataType.utf8(),
        ColumnType.NUMBER: DataType.int32(),
        ColumnType.DECIMAL: DataType.float64(),
        ColumnType.DAY: DataType.date32(),
        ColumnType.YES_NO: DataType.bool(),
    }
    values: dict[str, list[Any]] = {column.name: [] for column in columns}
    for row in rows:
        for column in columns:
            values[column.name].append(_typed(row.get(column.name), column.type))
    fields, arrays = [], []
    for column in columns:
        type_ = types[column.type]
        # The library makes no days from Python's: they are written as days since 1970.
        stored = DataType.int32() if column.type is ColumnType.DAY else type_
        array = Array(values[column.name], stored)
        arrays.append(array.cast(type_) if stored != type_ else array)
        told = {"description": column.description}
        fields.append(Field(column.name, type_, nullable=True, metadata=told))
    # A map holds one thing, here and in a field: the library keeps several in no order.
    facts = {FACTS: json.dumps(about, ensure_ascii=False)}
    stream = BytesIO()
    table = Table.from_arrays(arrays, schema=Schema(fields))
    write_parquet(
        table, stream, compression="zstd(9)", created_by="ppid-statis", key_value_metadata=facts
    )
    return stream.getvalue()


def _typed(value: object, type_: ColumnType) -> object:
    if value is None or value == "":
        return None
    if type_ is ColumnType.TEXT:
        return str(value)
    if isinstance(value, date):
        return (value - _EPOCH).days
    return float(str(value)) if type_ is ColumnType.DECIMAL else value
