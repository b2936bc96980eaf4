"""Reference pages: from a ground of Pasal 17 to what is withheld on it."""

import csv
import re
from pathlib import Path

from tests.conftest import TOWN


def test_a_ground_leads_to_what_is_withheld_on_it(situs: Path) -> None:
    cited = "\n".join(
        row["dasar_hukum"]
        for path in TOWN.glob("data/opd/*/dik/*.csv")
        for row in csv.DictReader(path.read_text("utf-8").splitlines())
    )
    used = set(re.findall(r"Pasal 17 huruf ([a-j])", cited))
    html = (situs / "tentang/alasan-pengecualian/index.html").read_text("utf-8")
    offered = set(re.findall(r'href="../../cari/\?huruf=([a-j])"', html))
    assert "h" in used
    assert "d" not in used
    assert used <= offered
    assert "d" not in offered
