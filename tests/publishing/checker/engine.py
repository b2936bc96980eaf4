"""The engine of the browser in node, with files on its desk: what it says of each."""

import gzip
import json
import subprocess
import sys
from base64 import b64decode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ppid.handing_in.desk import Work
from tests.handing_in.test_desk import DAY, as_json, references, rounds

ROOT = Path(__file__).parents[3]
NODE = Path(sys.executable).with_name("node")
REFERENCES = ("a.json", "b.json")
ROUNDS = "putaran.json"

_SCRIPT = """
import { readFileSync, readdirSync } from "node:fs";
import { openDesk } from SCRIPT;
const folder = process.argv[2] + "/";
const bytes = (name) => new Uint8Array(readFileSync(folder + name));
const desk = await openDesk(folder, bytes("ppid.zip"), REFERENCES.map(bytes), process.argv[3]);
desk.knowRound(bytes(ROUNDS));
for (const name of readdirSync(folder).sort()) {
  if (!name.endsWith(".work")) continue;
  const work = JSON.parse(readFileSync(folder + name, "utf-8"));
  const content = bytes(name.replace(".work", ".bytes"));
  const seen = new TextDecoder().decode(desk.look(work, content));
  const passes = JSON.parse(seen).dapat_diserahkan;
  console.log(seen);
  console.log(passes ? Buffer.from(desk.handIn(work, content)).toString("base64") : "");
}
console.log(desk.memory());
"""


@dataclass(frozen=True)
class Said:
    """What the engine said of each file, what it would hand in of it, and the memory it took."""

    looked: list[str]
    handed_in: list[bytes]
    memory: int


def lay_files(folder: Path, tried: Sequence[tuple[Work, bytes]]) -> None:
    """Lay what is tried into a folder, with what a site offers of the town."""
    for name, part in zip(REFERENCES, references(), strict=True):
        (folder / name).write_bytes(part)
    (folder / ROUNDS).write_bytes(rounds())
    for number, (work, content) in enumerate(tried):
        (folder / f"{number:04}.work").write_text(as_json(work), "utf-8")
        (folder / f"{number:04}.bytes").write_bytes(content)


def lay_engine(folder: Path, files: Mapping[str, bytes]) -> None:
    """Lay down what a browser loads as the page hands it to Python."""
    for name, content in files.items():
        packed = name.endswith(".bin")
        unpacked = gzip.decompress(content) if packed else content
        (folder / name.removesuffix(".bin")).write_bytes(unpacked)


def said_in_node(
    folder: Path, files: Mapping[str, bytes], tried: Sequence[tuple[Work, bytes]], within: float
) -> Said:
    """Start the engine once, and put every file on its desk; at most so many seconds."""
    lay_engine(folder, files)
    lay_files(folder, tried)
    mesin = json.dumps(str(ROOT / "theme_overrides/assets/js/periksa-mesin.js"))
    script = _SCRIPT.replace("SCRIPT", mesin).replace("REFERENCES", json.dumps(REFERENCES))
    script = script.replace("ROUNDS", json.dumps(ROUNDS))
    (folder / "uji.mjs").write_text(script, "utf-8")
    done = subprocess.run(
        [str(NODE), str(folder / "uji.mjs"), str(folder), DAY],
        capture_output=True,
        text=True,
        check=False,
        timeout=within,
    )
    assert done.returncode == 0, done.stderr[-1500:]
    *lines, memory = done.stdout.splitlines()
    return Said(lines[::2], [b64decode(each) for each in lines[1::2]], int(memory))
