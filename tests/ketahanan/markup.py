"""The HTML of every page, of the town and of this repository, by a validator of the standard."""

import json
import shutil
import subprocess
from pathlib import Path
from random import Random

from tests.conftest import DAY, ROOT, TOWN
from tests.ketahanan.child import ppid
from tests.ketahanan.report import Report


def run(work: Path, random: Random) -> Report:
    """Build both sites and validate all of their pages."""
    del random
    report = Report()
    town = shutil.copytree(TOWN, work / "kota")
    ours = ("bangun", "--keluaran", str(work / "situs"))
    for arguments, at in ((("bangun", "--tanggal", DAY), town), (ours, ROOT)):
        ended = ppid(arguments, at)
        report.judge(ended, f"bangun {at.name}", bounded=False)
        if ended.code:
            report.faults.append(f"bangun {at.name}: {ended.said[-500:]}")
            return report
    node = shutil.which("node", path=str(ROOT / ".venv/bin")) or "node"
    script = Path(__file__).with_name("markup.mjs")
    command = [node, str(script), str(town / "site"), str(work / "situs")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        report.faults.append(f"pemeriksa HTML tidak jalan: {done.stderr[-500:]}")
        return report
    *found, last = map(json.loads, done.stdout.splitlines())
    report.figures["halaman"] = last["pages"]
    report.figures["pelanggaran"] = len(found)
    report.faults += [f"{each['page']}:{each['line']}: {each['message']}" for each in found[:20]]
    return report
