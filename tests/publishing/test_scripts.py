"""What a script imports is named by the page before it, so that nothing is fetched one by one."""

import re
from functools import cache
from pathlib import Path

SCRIPTS = Path(__file__).parents[2] / "theme_overrides/assets/js"
LOADED = re.compile(r'<script type="module" src="[^"]*assets/js/([\w-]+)\.js"([^>]*)></script>')
IMPORTED = re.compile(r'^(?:import|\}) .*from "\./([\w-]+)\.js";$', re.MULTILINE)

OF_CHECKER = {path.stem for path in SCRIPTS.glob("periksa*.js")}
"""Scripts that only a site with the checker loads."""


@cache
def imports_of(name: str) -> frozenset[str]:
    """Name the scripts that one imports at once; what it imports later may come later."""
    return frozenset(IMPORTED.findall((SCRIPTS / f"{name}.js").read_text("utf-8")))


def test_imports_are_found() -> None:
    assert imports_of("tenggat") == {"halaman", "tenggat-hitung"}
    assert imports_of("ppid") == {"halaman"}


def loaded_by(path: Path) -> set[str]:
    """Name the scripts of a page, each of which must come behind what it imports."""
    loaded = LOADED.findall(path.read_text("utf-8"))
    assert loaded, path
    for position, (name, options) in enumerate(loaded):
        before = dict(loaded[:position])
        assert imports_of(name) <= set(before), f"{path}: {name}"
        assert "blocking" not in options, f"{path}: {name} holds back the first paint"
    return {name for name, _ in loaded}


def test_every_page_names_what_its_scripts_import(situs: Path) -> None:
    used = {name for path in situs.rglob("*.html") for name in loaded_by(path)}
    assert used | {"cari-saran"} | OF_CHECKER == {path.stem for path in SCRIPTS.glob("*.js")}


def test_the_checker_loads_its_scripts_and_its_worker_the_rest(situs_periksa: Path) -> None:
    used = loaded_by(situs_periksa / "periksa" / "index.html")
    assert OF_CHECKER - used == {"periksa-kerja", "periksa-mesin"}
    assert imports_of("periksa-kerja") == {"periksa-mesin"}


def test_no_script_in_a_page_waits_for_a_sheet(situs: Path) -> None:
    """A browser runs no script in a page before every sheet above it has come."""
    for path in situs.rglob("index.html"):
        _, _, below = path.read_text("utf-8").partition('<link rel="stylesheet"')
        assert "<script>" not in below, path


def test_no_page_has_a_script_of_the_old_kind(situs: Path) -> None:
    for path in situs.rglob("*.html"):
        assert not re.search(r"<script(?! type=\"module\") src=", path.read_text("utf-8")), path
