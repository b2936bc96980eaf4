"""The shape of the program, held against the code: imports, sizes, names and drift."""

import ast
import re
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
GENERATOR = ROOT / "generator"
MODULES = sorted(GENERATOR.rglob("*.py"))

ORDER = (
    ("identity", "sources.span", "values", "garbage", "repository", "hosting.waiting"),
    ("diagnostics.model", "diagnostics.near", "diagnostics.inert"),
    ("sources", "leaks"),
    ("record", "corpus", "page", "export"),
    ("rule",),
    ("kind",),
    ("kinds.fields", "kinds.daftar"),
    ("kinds.acuan",),
    ("kinds",),
    ("diagnostics",),
    ("rules",),
    ("changes", "past.model"),
    ("folder", "reading", "unknown_files"),
    ("handed_in",),
    ("load",),
    ("check",),
    ("wording", "imprint", "clock"),
    ("change_words", "charts", "diagram", "past", "intake.model"),
    ("citing", "relations", "prose", "hosting.forge"),
    ("completeness",),
    ("items", "feeds"),
    ("pages", "exports", "template", "papers"),
    ("site", "frame", "render"),
    ("search", "publish", "manifest"),
    ("fill",),
    ("tidy",),
    ("mkdocs_plugin", "new_file", "cli_words", "cli_options", "answers"),
    ("evidence_pack", "intake", "reply", "merging", "gate", "list_store", "mending"),
    ("review",),
    ("hosting",),
    ("commands",),
    ("cli",),
)
"""Groups of modules; imports only point to earlier groups or stay inside one."""

DISK = {
    "exports",
    "folder",
    "manifest",
    "publish",
    "search",
    "cli",
    "cli_options",
    "commands",
    "evidence_pack",
    "list_store",
    "mending",
    "gate",
    "new_file",
    "repository",
    "answers",
    "fill",
    "intake",  # opens parts of archives that are held in memory
    "mkdocs_plugin",
    "render",
}


def _name(path: Path) -> str:
    parts = path.relative_to(GENERATOR).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


def _rank(name: str) -> int:
    ranks = [
        (len(prefix), rank)
        for rank, group in enumerate(ORDER)
        for prefix in group
        if name == prefix or name.startswith(f"{prefix}.")
    ]
    assert ranks, f"{name} has no place in ORDER"
    return max(ranks)[1]


def _imports(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
            found.update(f"{node.module}.{alias.name}" for alias in node.names)
    return found


def _ours(path: Path) -> set[str]:
    known = {_name(module) for module in MODULES} - {""}
    inside = (name.removeprefix("generator.") for name in _imports(path))
    return {name for name in inside if name in known}


@pytest.mark.parametrize("path", MODULES[1:], ids=_name)
def test_imports_point_left(path: Path) -> None:
    name = _name(path)
    wrong = {other for other in _ours(path) if _rank(other) > _rank(name)}
    assert not wrong


@pytest.mark.parametrize("path", sorted((GENERATOR / "kinds").rglob("*.py")), ids=_name)
def test_kinds_do_not_import_each_other(path: Path) -> None:
    shared = {"kinds.fields", "kinds.daftar"}
    own = _name(path).split(".")[1] if "." in _name(path) else ""
    others = {
        name
        for name in _ours(path)
        if name.startswith("kinds.")
        and name not in shared
        and not name.startswith(("kinds.acuan", f"kinds.{own}"))
    }
    assert not others


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_only_one_module_imports_mkdocs(path: Path) -> None:
    uses = any(name.split(".")[0] == "mkdocs" for name in _imports(path))
    assert uses == (_name(path) == "mkdocs_plugin")


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_only_some_modules_touch_the_disk(path: Path) -> None:
    touched = re.search(
        r"\.(read|write)_(text|bytes)\(|\bopen\(|os\.walk|shutil\.", path.read_text()
    )
    assert not touched or _name(path).split(".")[0] in DISK


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_sizes_stay_within_budget(path: Path) -> None:
    text = path.read_text("utf-8")
    assert text.count("\n") <= 250
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert (node.end_lineno or 0) - node.lineno < 40, node.name


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_no_room_for_unrelated_things(path: Path) -> None:
    assert path.stem not in {"utils", "util", "helpers", "helper", "common", "misc"}


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
    numbers |= {"BDN": 2, "RUJ": 1, "DUP": 4, "KTR": 3, "BRU": 1, "PRI": 7, "PGC": 2, "SAQ": 2}
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
        ROOT / "content/panduan/memulai.md"
    ).read_text("utf-8")


def test_nothing_asks_another_server() -> None:
    """Pages may link elsewhere, but load nothing from there."""
    loads = re.compile(
        r"""(?:src|href)=["']https?://[^"']+\.(?:js|css|woff2?)|@import|url\(['"]?http"""
    )
    for path in (ROOT / "theme_overrides").rglob("*"):
        if path.suffix in {".html", ".css", ".js"}:
            assert not loads.search(path.read_text("utf-8")), path
