"""Modules become one script that does the same, or are refused."""

import json
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from ppid.publishing.classic_scripts import UnknownModuleError, classic_script, handed_over

MODULES: Mapping[str, str] = {
    "dasar": 'export const NAMA = "dasar";\nexport function dua(n) {\n  return 2 * n;\n}\n',
    "nanti": (
        'import { NAMA as nama } from "./dasar.js";\nexport const kata = () => `nanti ${nama}`;\n'
    ),
    "utama": (
        '/** @typedef {import("./dasar.js").T} T */\n'
        'import { dua, NAMA } from "./dasar.js";\n'
        "const root = new URL('../', import.meta.url).href;\n"
        "(async () => {\n"
        '  const { kata } = await import("./nanti.js");\n'
        "  hasil([dua(21), NAMA, root, kata()]);\n"
        "})();\n"
    ),
}
BROWSER = """
const document = { currentScript: { src: "file:///situs/assets/js/luring.js" } };
const hasil = (words) => process.stdout.write(JSON.stringify(words));
"""


def test_the_script_does_what_the_modules_do(tmp_path: Path) -> None:
    node = shutil.which("node")
    if node is None:
        pytest.skip("node tidak terpasang")
    script = classic_script(["utama"], MODULES.__getitem__)
    assert script.count("function dua") == 1
    (tmp_path / "s.cjs").write_text(BROWSER + script, "utf-8")
    said = subprocess.run(
        [node, str(tmp_path / "s.cjs")], capture_output=True, encoding="utf-8", check=True
    )
    assert json.loads(said.stdout) == [42, "dasar", "file:///situs/assets/", "nanti dasar"]


@pytest.mark.parametrize(
    "text",
    [
        "export default 1;\n",
        'export { a } from "./dasar.js";\n',
        'import * as semua from "./dasar.js";\n',
        'const a = import(name + ".js");\n',
        "const a = import.meta.env;\n",
    ],
)
def test_a_form_that_is_not_known_is_refused(text: str) -> None:
    with pytest.raises(UnknownModuleError, match=r"aneh\.js"):
        classic_script(["aneh"], {**MODULES, "aneh": text}.__getitem__)


def test_data_are_handed_over_as_text_and_nothing_runs() -> None:
    hostile = json.dumps({"__proto__": "</script>\u2028", 'a"': "\\"}, ensure_ascii=False)
    script = handed_over(hostile.encode()).decode()
    text = script.removeprefix("document.currentScript.isi = ").removesuffix(";\n")
    assert json.loads(json.loads(text)) == json.loads(hostile)
