"""The files of the service: every report once, nothing that a spreadsheet would run."""

import csv
import json
from collections import Counter
from datetime import date
from io import StringIO

from ppid.checking.check import load_and_check
from ppid.kinds.layanan import LaporanLayanan
from ppid.publishing.exports import hari_libur, tabel
from ppid.publishing.publication import Publication
from tests.conftest import TOWN

CHECKED = Publication.of(load_and_check(TOWN, date(2026, 1, 31)))


def test_the_table_holds_every_report_with_its_mark() -> None:
    (content,) = (
        export.content
        for export in tabel.exports(CHECKED)
        if export.url == "layanan/laporan/laporan-layanan.csv"
    )
    rows = list(csv.DictReader(StringIO(content.decode("utf-8-sig"))))
    reports = CHECKED.corpus.of(LaporanLayanan)
    assert len(rows) == len(reports)
    assert Counter(row["contoh"] for row in rows) == Counter(
        "ya" if report.contoh else "tidak" for report in reports
    )
    assert sum(int(row["diterima"]) for row in rows) == sum(r.permohonan.diterima for r in reports)
    assert all(None not in row and None not in row.values() for row in rows)


def test_holidays_of_four_years_are_given() -> None:
    (export,) = hari_libur.exports(CHECKED)
    content = json.loads(export.content)
    assert content["tahun"] == [2025, 2026, 2027, 2028]
    assert content["sumber"].startswith("pustaka holidays ")
    days = [one["tanggal"] for one in content["libur"]]
    assert days == sorted(set(days))
    assert {"tanggal": "2026-01-01", "nama": "Tahun Baru Masehi"}.items() <= content["libur"][
        days.index("2026-01-01")
    ].items()
