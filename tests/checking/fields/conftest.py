"""Readers for the tests of this folder: from a file's text to what is said of its fields."""

from collections.abc import Callable
from typing import Any

import pytest
from pydantic import ValidationError

from ppid.checking.field_errors import diagnose_fields
from ppid.core.record import Part
from ppid.diagnostics.diagnostic import Diagnostic
from ppid.diagnostics.places import SourceText
from ppid.reading.files.csv_file import read_csv
from ppid.reading.files.yaml_file import read_yaml

Read = Callable[[str, type[Part]], list[Diagnostic]]


def without_gaps(value: object) -> Any:  # noqa: ANN401 — YAML holds values of any shape
    if isinstance(value, dict):
        return {key: without_gaps(inside) for key, inside in value.items() if inside is not None}
    return [without_gaps(inside) for inside in value] if isinstance(value, list) else value


@pytest.fixture
def of_yaml() -> Read:
    def read(text: str, model: type[Part]) -> list[Diagnostic]:
        file, _ = read_yaml(SourceText("data/x.yml", text))
        try:
            model.model_validate(without_gaps(file.data))
        except ValidationError as error:
            return sorted(diagnose_fields(error, model, file), key=lambda d: (d.span, d.rule_id))
        return []

    return read


@pytest.fixture
def of_csv() -> Read:
    def read(text: str, model: type[Part]) -> list[Diagnostic]:
        table, _ = read_csv(SourceText("data/x.csv", text), tuple(model.model_fields))
        found: list[Diagnostic] = []
        for index, cells in table.rows():
            try:
                model.model_validate({k: v for k, v in zip(table.header, cells, strict=True) if v})
            except ValidationError as error:
                found += diagnose_fields(error, model, table, (index,))
        return found

    return read
