"""Snapshots are written, read back as records, and give trends."""

import json
import subprocess
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from ppid.assessing.snapshot import path_of, trend
from ppid.checking.check import load_and_check
from ppid.core.manifest import write_manifest
from ppid.publishing.pages import kelengkapan
from ppid.publishing.publication import Publication

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2021, 1, 1), "2021-t1"),
        (date(2021, 3, 31), "2021-t1"),
        (date(2021, 4, 1), "2021-t2"),
        (date(2021, 12, 31), "2021-t4"),
    ],
)
def test_one_file_for_each_quarter(day: date, name: str) -> None:
    assert path_of(day) == f"data/potret/{name}.json"


def test_snapshots_give_trends(proyek: Path, run: Run) -> None:
    for day in ("2021-12-20", "2021-12-31", "2022-02-01"):
        ended = run("potret", "--tanggal", day, at=proyek)
        assert ended.returncode == 0, ended.stderr
    written = sorted(path.name for path in (proyek / "data/potret").iterdir())
    assert written == ["2021-t3.json", "2021-t4.json", "2022-t1.json"]
    told = json.loads((proyek / "data/potret/2021-t4.json").read_text("utf-8"))
    assert (told["tanggal"], told["tahun"]) == ("2021-12-31", 2021)
    assert [opd["nilai"] for opd in told["opd"]] == [21.7, 13.0, 23.5]
    checked = load_and_check(proyek, date(2022, 2, 1))
    assert [d for d in checked.findings if "potret" in d.span.path] == []
    points = trend(checked.corpus, "dinkes")
    assert [(p.triwulan, p.nilai) for p in points] == [
        ("triwulan 3 2021", Decimal("88.9")),
        ("triwulan 4 2021", Decimal("21.7")),
        ("triwulan 1 2022", Decimal("21.7")),
    ]
    assert len(trend(checked.corpus)) == 3
    assert trend(checked.corpus, "tidak-ada") == ()


def test_the_same_quarter_gives_the_same_bytes(proyek: Path, run: Run) -> None:
    seen = set()
    for _ in range(2):
        run("potret", "--tanggal", "2021-12-31", at=proyek)
        seen.add((proyek / "data/potret/2021-t4.json").read_bytes())
    assert len(seen) == 1


def test_a_snapshot_keeps_the_fingerprint_of_a_whole_site(
    proyek: Path, tmp_path: Path, run: Run
) -> None:
    site = tmp_path / "situs"
    site.mkdir()
    (site / "index.html").write_text("depan", "utf-8")
    sidik = write_manifest(site, "2021-12-30", "abcd1234")
    ended = run("potret", "--tanggal", "2021-12-31", "--situs", str(site), at=proyek)
    assert ended.returncode == 0, ended.stderr
    checked = load_and_check(proyek, date(2021, 12, 31))
    assert [d for d in checked.findings if "potret" in d.span.path] == []
    pages = kelengkapan.pages(Publication.of(checked))
    shown = next(page for page in pages if page.url == "kelengkapan/")
    assert sidik in repr(shown.context)
    assert "30 Desember 2021" in repr(shown.context)

    (site / "index.html").write_text("lain", "utf-8")
    ended = run("potret", "--tanggal", "2022-01-31", "--situs", str(site), at=proyek)
    assert ended.returncode != 0
    assert "tidak sama dengan manifesnya" in ended.stderr
    assert not (proyek / "data/potret/2022-t1.json").exists()
