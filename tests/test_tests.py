"""Tests can fail: each asserts something, none judges the computer; what is not here is named."""

import ast
from collections.abc import Iterator
from pathlib import Path

TESTS = Path(__file__).parent
VALUES = TESTS.parent / "generator" / "ppid" / "values"
CLOCKS = frozenset({"time", "process_time", "perf_counter", "monotonic", "timeit"})
TIMED = frozenset({"growth.py", "assessing/test_speed.py"})
"""Compare two measurements of the same machine with each other."""
ELSEWHERE = frozenset(
    {
        "assessing/test_fitting.py",
        "handing_in/intake/test_accounting.py",
        "handing_in/intake/test_labelled.py",
        "handing_in/intake/test_real_lists.py",
        "publishing/papers/test_of_service.py",
        "publishing/papers/test_texts.py",
    }
)
"""Read what may not be given on: skipped, with the reason, wherever that is missing."""
BY_RAISING = frozenset(
    {
        "test_a_damaged_file",
        "test_a_damaged_part",
        "test_a_round_of_three_offices",
        "test_another_program_can_check_it",
        "test_damage_never_raises",
        "test_minijinja_reads_every_template",
        "test_no_bytes_raise",
        "test_openapi_describes_what_is_there",
        "test_without_the_table_it_says_what_to_do",
    }
)
"""Fail by what they call."""
ONLY_LONG = frozenset(
    {
        "adopting/test_release.py",
        "assessing/test_speed.py",
        "browser/test_sample.py",
        "checking/test_growth.py",
        "handing_in/intake/test_growth.py",
        "handing_in/reply/test_libreoffice.py",
        "publishing/test_determinism.py",
        "publishing/test_serving.py",
        "values/test_citation_growth.py",
        "values/test_withheld_growth.py",
    }
)
"""Nothing of these is run by `make test`: growth, an upgrade, a served site, a sample of pages.

That a site is made twice to the same bytes is looked at in `.ci/run`, on the real data.
"""
JUDGES = ("assert", "raises", "check", "compare", "expect")


def _trees() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(TESTS.rglob("*.py")):
        yield path.relative_to(TESTS).as_posix(), ast.parse(path.read_text("utf-8"))


def _called(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def _can_fail(test: ast.FunctionDef) -> bool:
    return any(
        isinstance(node, ast.Assert)
        or (isinstance(node, ast.Call) and _called(node).lstrip("_").startswith(JUDGES))
        for node in ast.walk(test)
    )


def _tests(tree: ast.Module) -> Iterator[ast.FunctionDef]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            yield node


def test_every_test_can_fail() -> None:
    silent = {test.name for _, tree in _trees() for test in _tests(tree) if not _can_fail(test)}
    assert not silent - BY_RAISING


def _is_long(marked: ast.expr) -> bool:
    return ast.unparse(marked) == "pytest.mark.long"


def test_every_file_but_a_few_has_a_short_test() -> None:
    only = {
        name
        for name, tree in _trees()
        for tests in [[*_tests(tree)]]
        if tests
        and (
            all(any(map(_is_long, test.decorator_list)) for test in tests)
            or any(isinstance(node, ast.Assign) and _is_long(node.value) for node in tree.body)
        )
    }
    assert only == ONLY_LONG


def test_no_test_holds_the_computer_to_seconds() -> None:
    """How fast a machine is, and what else it does, says nothing of the program."""
    reading = {
        name
        for name, tree in _trees()
        if name.rpartition("/")[2].startswith("test_") or name == "growth.py"
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and _called(node) in CLOCKS
    }
    assert reading <= TIMED


def test_what_a_clone_lacks_is_skipped_with_a_reason() -> None:
    outside = {
        name
        for name, tree in _trees()
        if name.rpartition("/")[2].startswith("test_") and name != "test_tests.py"
        for node in ast.walk(tree)
        if isinstance(node, ast.BinOp)
        and isinstance(node.right, ast.Constant)
        and node.right.value == "shared"
    }
    assert outside <= ELSEWHERE
    for name in outside:
        text = (TESTS / name).read_text("utf-8")
        assert "reason=" in text or "pytest.skip(" in text, name


def _of_this_repository(node: ast.AST) -> bool:
    """Tell whether a node reads the data or the pages of the body of this repository."""
    if isinstance(node, ast.BinOp):
        at_root = isinstance(node.left, ast.Name) and node.left.id == "ROOT"
        said = node.right.value if isinstance(node.right, ast.Constant) else ""
        return at_root and str(said).split("/")[0] in {"data", "content"}
    if not isinstance(node, ast.Call):
        return False
    given = (*node.args, *(each.value for each in node.keywords if each.arg == "at"))
    whole = any(isinstance(each, ast.Name) and each.id == "ROOT" for each in given)
    return _called(node) == "this_body" or (whole and _called(node) in {"load", "run", "spawn"})


def test_only_marked_tests_read_the_data_of_this_repository() -> None:
    """The program's own tests pass whichever body has its data here."""
    unmarked = set()
    for name, tree in _trees():
        if name.startswith(("bekasi/", "ketahanan/", "bench/")) or name == "conftest.py":
            continue
        marked = any(isinstance(n, ast.Name) and n.id == "of_the_city" for n in ast.walk(tree))
        unmarked |= {name for node in ast.walk(tree) if _of_this_repository(node) and not marked}
        unmarked |= {
            f"{name}: {test.name}"
            for test in _tests(tree)
            if any(_of_this_repository(node) for node in ast.walk(test))
            and not any(
                isinstance(d, ast.Name) and d.id == "of_the_city" for d in test.decorator_list
            )
        }
    assert unmarked == set()


def test_texts_are_read_without_a_disk() -> None:
    """What stands in `values/` also runs in a browser, and answers the same everywhere."""
    for path in sorted(VALUES.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import | ast.ImportFrom):
                names = {each.name for each in node.names} | {getattr(node, "module", None)}
                assert not names & {"os", "pathlib", "shutil", "subprocess", "tempfile"}, path
            assert not (isinstance(node, ast.Call) and _called(node) == "open"), path
