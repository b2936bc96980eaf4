"""Every type of error that a model can raise has its own Indonesian sentence."""

import ast
import inspect
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

import ppid
from ppid.checking.field_errors import DATES, NUMBERS, PATTERNS, REQUIREMENTS, SENTENCES, TIMES
from ppid.core.record import Part
from ppid.diagnostics.diagnostic import Requirement
from ppid.kinds import KINDS
from ppid.values.dates import MasalahTanggal
from ppid.values.numbers import MasalahAngka

BOUNDS = {
    "ge": "greater_than_equal",
    "gt": "greater_than",
    "le": "less_than_equal",
    "lt": "less_than",
    "multiple_of": "multiple_of",
}
RAISED = {
    "any": (),
    "nullable": (),
    "default": (),
    "definitions": (),
    "definition-ref": (),
    "union": (),
    "function-before": (),
    "function-after": ("kata",),
    "model": ("model_type",),
    "model-fields": ("extra_forbidden",),
    "str": ("string_type",),
    "literal": ("literal_error",),
    "enum": ("enum",),
    "list": ("list_type",),
    "tuple": ("tuple_type",),
    "dict": ("dict_type",),
    "bool": ("bool_type", "bool_parsing"),
    "int": ("int_type", "int_parsing", "int_parsing_size", "int_from_float"),
    "decimal": ("decimal_type", "decimal_parsing", "finite_number"),
    "date": (
        "date_type",
        "date_parsing",
        "date_from_datetime_parsing",
        "date_from_datetime_inexact",
    ),
}
NOT_SCHEMAS = {"model-field", "no-info", "with-info"}
LENGTHS = {"str": ("string_too_short", "string_too_long"), None: ("too_short", "too_long")}


def models() -> set[type[Part]]:
    found: set[type[Part]] = set()
    queue = [kind.model for kind in KINDS] + Part.__subclasses__()
    while queue:
        model = queue.pop()
        if model not in found:
            found.add(model)
            queue.extend(model.__subclasses__())
    return {model for model in found if model.__module__.startswith("ppid.kinds")}


MODELS = sorted(models(), key=lambda model: f"{model.__module__}.{model.__name__}")


def schemas(node: object) -> Iterator[dict[str, Any]]:
    """Walk a core schema: every dictionary in it that is a schema of its own."""
    if isinstance(node, list | tuple):
        for inside in node:
            yield from schemas(inside)
    elif isinstance(node, dict):
        if isinstance(node.get("type"), str) and node["type"] not in NOT_SCHEMAS:
            yield node
        for key, inside in node.items():
            if key not in {"metadata", "serialization", "ref", "config", "expected", "default"}:
                yield from schemas(inside)


def raised_by(schema: dict[str, Any]) -> Iterator[str]:
    kind = schema["type"]
    assert kind in RAISED, f"say in this test which errors the schema {kind!r} raises"
    yield from RAISED[kind]
    yield from (name for key, name in BOUNDS.items() if key in schema)
    shortest, longest = LENGTHS.get(kind, LENGTHS[None])
    if "min_length" in schema:
        yield shortest
    if "max_length" in schema:
        yield longest
    if "pattern" in schema:
        yield "string_pattern_mismatch"
    if kind == "model-fields" and any(
        field["schema"]["type"] != "default" for field in schema["fields"].values()
    ):
        yield "missing"


def test_models_are_found() -> None:
    names = {model.__name__ for model in MODELS}
    assert {"ProfilOpd", "Kanal", "InformasiDikecualikan", "Nihil", "Angka"} <= names


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_error_of_a_model_has_a_sentence(model: type[Part]) -> None:
    found = list(schemas(model.__pydantic_core_schema__))
    assert {name for schema in found for name in raised_by(schema)} <= SENTENCES.keys()
    patterns = {schema["pattern"] for schema in found if "pattern" in schema}
    assert patterns <= PATTERNS.keys()


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_validators_raise_only_errors_with_a_name(model: type[Part]) -> None:
    """A ValueError would bring its English text along; `PydanticCustomError` has a type."""
    for schema in schemas(model.__pydantic_core_schema__):
        if schema["type"].startswith("function"):
            tree = ast.parse(dedent(inspect.getsource(schema["function"]["function"])))
            raised = {node.exc.func.id for node in ast.walk(tree) if isinstance(node, ast.Raise)}
            assert raised <= {"PydanticCustomError"}


def test_every_custom_error_in_the_program_has_a_sentence() -> None:
    named = set()
    for path in Path(ppid.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            place = {"PydanticCustomError": 0, "_reader": 2}.get(
                getattr(node.func, "id", "") if isinstance(node, ast.Call) else ""
            )
            if place is not None and isinstance(node.args[place], ast.Constant):
                named.add(node.args[place].value)
    assert {"tanggal", "bilangan", "desimal", "waktu", "ya_tidak"} <= named <= SENTENCES.keys()


def test_every_problem_of_a_reading_has_words() -> None:
    assert DATES.keys() == TIMES.keys() == {None, *MasalahTanggal}
    assert NUMBERS.keys() == {None, *MasalahAngka}


@pytest.mark.parametrize("requirement", REQUIREMENTS, ids=lambda requirement: requirement.id)
def test_requirements_are_complete(requirement: Requirement) -> None:
    assert requirement.title
    assert requirement.hint.endswith(".")
    assert requirement.legal_basis or requirement.no_basis
