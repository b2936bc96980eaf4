"""What neither import-linter nor ruff can say of the program: names, words and completeness."""

import ast
import re
from collections import Counter
from pathlib import Path
from typing import get_args

import click
import pytest

from ppid.checking.check import all_requirements
from ppid.checking.rules import RULES
from ppid.cli.main import ppid
from ppid.core.record import Part
from ppid.kinds import KINDS

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "generator" / "ppid"
MODULES = sorted(PACKAGE.rglob("*.py"))


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def test_no_module_lies_loose_at_the_door() -> None:
    loose = {path.name for path in PACKAGE.glob("*.py")} - {"__init__.py", "__main__.py"}
    assert not loose


def test_no_room_for_unrelated_things() -> None:
    named = {path.stem for path in MODULES}
    assert not named & {"utils", "util", "helpers", "helper", "common", "misc"}


def test_every_package_says_what_lives_in_it() -> None:
    packages = {path.parent for path in MODULES}
    assert all((package / "__init__.py").is_file() for package in packages)
    assert all(ast.get_docstring(_tree(package / "__init__.py")) for package in packages)


def test_a_class_name_is_used_once() -> None:
    found = Counter(
        node.name
        for path in MODULES
        for node in ast.walk(_tree(path))
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
    )
    assert {name: count for name, count in found.items() if count > 1} == {}


def _parts(model: type[Part]) -> set[type[Part]]:
    found = {model}
    for info in model.model_fields.values():
        for inner in (info.annotation, *get_args(info.annotation)):
            if isinstance(inner, type) and issubclass(inner, Part) and inner not in found:
                found |= _parts(inner)
    return found


MODELS = sorted({part for kind in KINDS for part in _parts(kind.model)}, key=lambda m: m.__name__)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_field_has_a_title_and_a_description(model: type[Part]) -> None:
    for name, info in model.model_fields.items():
        assert info.title, name
        assert info.description, name


def test_kinds_are_found_by_looking() -> None:
    names = {kind.name for kind in KINDS}
    assert {"badan", "opd", "dik", "daftar-dik", "dip", "daftar-dip", "regulasi"} <= names
    assert {"kegiatan", "layanan", "monev", "peraturan", "alasan", "kewajiban"} <= names
    assert len(names) == len(KINDS)


def test_ids_are_used_once() -> None:
    rules = [*RULES, *(rule for kind in KINDS for rule in kind.rules)]
    ids = [rule.requirement.id for rule in rules]
    assert len(ids) == len(set(ids))


def test_every_rule_of_the_catalogue_exists() -> None:
    numbers = {"BRK": 13, "ISI": 10, "DIK": 19, "DIP": 7, "REG": 4, "KGT": 3, "OPD": 3, "LYN": 4}
    numbers |= {"BDN": 2, "RUJ": 1, "DUP": 5, "KTR": 3, "BRU": 1, "PRI": 7, "PGC": 2, "SAQ": 2}
    wanted = {f"{f}-{n:03}" for f, count in numbers.items() for n in range(1, count + 1)}
    assert wanted <= set(all_requirements())


@pytest.mark.parametrize("requirement", list(all_requirements().values()), ids=lambda r: r.id)
def test_a_requirement_without_legal_basis_says_why(requirement: object) -> None:
    assert bool(requirement.legal_basis) != bool(requirement.no_basis)
    assert requirement.title[0].isupper()
    assert not requirement.title.endswith(".")
    assert requirement.hint.endswith((".", "?"))


@pytest.mark.parametrize("name", sorted(ppid.commands))
def test_every_command_explains_itself(name: str) -> None:
    command = ppid.commands[name]
    assert command.help
    assert all(o.help for o in command.params if isinstance(o, click.Option))
    assert f"ppid {name}" in (ROOT / "README.md").read_text() + (
        PACKAGE / "guide/panduan/memulai.md"
    ).read_text("utf-8")


def test_nothing_asks_another_server() -> None:
    """Pages may link elsewhere, but load nothing from there."""
    loads = re.compile(
        r"""(?:src|href)=["']https?://[^"']+\.(?:js|css|woff2?)|(?:@import|from|url\()\s*['"]?http"""
    )
    for path in (ROOT / "theme_overrides").rglob("*"):
        if path.suffix in {".html", ".css", ".js"}:
            assert not loads.search(path.read_text("utf-8")), path
