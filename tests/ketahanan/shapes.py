"""Bounded work: `periksa`, `impor` and the gate on many shapes of at most a megabyte."""

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from random import Random
from typing import Final

from tests.ketahanan.projects import DAY, OPD, contents, heading, restore, row_of, small, table
from tests.ketahanan.report import Report
from tests.ketahanan.workbooks import WORKBOOKS

SIZE: Final = 1_000_000
_LONGEST: Final = 120_000
"""Characters of a cell; the reader of tables takes 131,072."""
_ANY_LENGTH: Final = {
    "dik": ("catatan", "dasar_hukum", "jangka_waktu", "konsekuensi_dibuka"),
    "dip": ("catatan", "kewajiban", "tautan"),
}
"""Columns that may be as long as that: rules see a row only where each of its fields holds."""
_YAML: Final[Mapping[str, Callable[[int], str]]] = {
    "susunan dalam": lambda n: "[" * n,
    "pemetaan dalam": lambda n: "".join(f"{' ' * d}a:\n" for d in range(int((2 * n) ** 0.5))),
    "alias bertingkat": lambda n: (
        "a0: &a0 [x]\n"
        + "".join(f"a{d}: &a{d} [{','.join([f'*a{d - 1}'] * 9)}]\n" for d in range(1, n // 50))
    ),
    "banyak kunci": lambda n: "".join(f"kunci{d}: {d}\n" for d in range(n // 16)),
    "satu nilai panjang": lambda n: f"nama: {'kata ' * (n // 5)}\n",
    "bilangan raksasa": lambda n: f"nama: {'9' * n}\n",
    "banyak tanda kutip": lambda n: "nama: " + '"' * n + "\n",
    "banyak dokumen": lambda n: "---\na: 1\n" * (n // 9),
    "tanda pisah": lambda n: "? " * (n // 2),
    "banyak komentar": lambda n: "# komentar\n" * (n // 11) + "nama: x\n",
}
_CELL: Final[Mapping[str, Callable[[int], str]]] = {
    "satu kata panjang": lambda n: "a" * n,
    "banyak kata": lambda n: "kata lain " * (n // 10),
    "kata berbeda": lambda n: " ".join(f"kata{i}" for i in range(n // 9)),
    "banyak angka": lambda n: "1234567890" * (n // 10),
    "banyak rujukan": lambda n: "UU 14/2008 Pasal 17 huruf a; " * (n // 29),
    "banyak huruf": lambda n: "UU 14/2008 Pasal 17 huruf " + "a, b dan " * (n // 9 - 3),
    "satu alamat": lambda n: "https://contoh.go.id/" + "a/" * (n // 2),
    "banyak baris": lambda n: "a\n" * (n // 2),
    "tanda gabung": lambda n: "a\u0301\u0302\u0303" * (n // 7),
}


def run(work: Path, random: Random) -> Report:
    """Put every shape where it may stand, and hand every table in."""
    del random
    report = Report()
    project = small(work / "proyek")
    old = contents(project)
    for name, make in _YAML.items():
        _check(project, old, report, f"YAML, {name}", {"dip/2019.yml": make(SIZE)})
    for kind in ("dip", "dik"):
        for name, text in _tables(project, old, kind).items():
            written = {f"{kind}/2019.csv": text}
            _check(project, old, report, f"{kind.upper()}, {name}", written)
            (project / "masuk.csv").write_text(text, "utf-8")
            _hand_in(project, report, kind, "masuk.csv", name)
    restore(project, old)
    for name, make in WORKBOOKS.items():
        content = make()
        if len(content) > SIZE:
            report.faults.append(f"buku kerja, {name}: {len(content)} byte")
        (project / "masuk.xlsx").write_bytes(content)
        _hand_in(project, report, "dip", "masuk.xlsx", name)
        report.look(("gerbang", "masuk.xlsx"), project, f"gerbang: buku kerja, {name}")
        report.count("dilihat gerbang")
    shutil.rmtree(project)
    return report


def _tables(project: Path, old: Mapping[str, bytes], kind: str) -> Mapping[str, str]:
    restore(project, old)
    row, columns = row_of(project, kind), heading(project, kind)
    line = table([row]).splitlines()[1]
    found = {
        name: table(
            {**row, "kode": f"K{n}", _ANY_LENGTH[kind][n % len(_ANY_LENGTH[kind])]: make(_LONGEST)}
            for n in range(8)
        )
        for name, make in _CELL.items()
    }
    each = SIZE // len(columns) // 2
    spread = {name: _CELL["banyak rujukan"](each) for name in _ANY_LENGTH[kind]}
    return {
        **found,
        "rujukan di semua kolom": table([{**row, **spread}]),
        "baris kosong": ",".join(columns) + "\n" + "\n" * 100_000,
        "baris berkoma": ",".join(columns) + "\n" + ("," * len(columns) + "\n") * (SIZE // 14),
        "banyak kolom": ",".join(f"kolom{n}" for n in range(SIZE // 11)) + "\n" + line + "\n",
        "satu baris saja": ",".join([*columns, *line.split(",")] * (SIZE // 400)),
        "kutip tak ditutup": ",".join(columns) + "\n" + (line + '\n"') * (SIZE // 250),
        "banyak tanda kutip": ",".join(columns) + "\n" + '""' * (SIZE // 2) + "\n",
        "dua ribu butir": table({**row, "kode": f"K{n}"} for n in range(2_000)),
        "banyak butir": table([{**row, "kode": f"K{n}"} for n in range(SIZE // 260)]),
    }


def _check(
    project: Path, old: Mapping[str, bytes], report: Report, about: str, files: Mapping[str, str]
) -> None:
    restore(project, old)
    for path, text in files.items():
        (project / f"data/opd/{OPD}/{path}").write_text(text, "utf-8")
    report.look(("periksa", *DAY), project, f"periksa: {about}")
    report.count("diperiksa")


def _hand_in(project: Path, report: Report, kind: str, name: str, about: str) -> None:
    """Hand a file in, and ask for all that is written about it."""
    wanted = ("--opd", OPD, "--jenis", kind, "--tahun", "2020", "--lihat")
    answers = ("--laporan", "laporan.md", "--balasan", "balasan.xlsx")
    asked = ("impor", name, *wanted, *answers, *DAY)
    report.look(asked, project, f"impor: {name} untuk {kind.upper()}, {about}")
    report.count("diserahkan")
