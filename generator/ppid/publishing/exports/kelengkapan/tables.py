"""The assessments of a year as tables: CSV for spreadsheets, JSON for machines, a matrix.

The JSON is described in `kelengkapan.schema.json`, which is published beside it.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict
from importlib import resources
from operator import attrgetter

import pandas as pd

from ppid.assessing.findings import address_of, code_of, said
from ppid.assessing.model import OpdReport, Score, YearReport
from ppid.assessing.score import RUMUS
from ppid.kinds.badan import IdentitasBadan
from ppid.publishing.sheets import csv_bytes
from ppid.publishing.tables import DUTY_COLUMNS, duty_row

_SCHEMA = "kelengkapan.schema.json"


def as_csv(year: YearReport, reports: Sequence[OpdReport], badan: IdentitasBadan) -> str:
    """Return one row for each OPD and obligation."""
    rows = [
        duty_row(report, assessment, badan.kolom)
        for report in sorted(reports, key=attrgetter("tahun", "opd"))
        for assessment in report.assessments
    ]
    assert {row["tahun"] for row in rows} <= {year.tahun}  # noqa: S101 — one file, one year
    return csv_bytes(rows, [column.name for column in DUTY_COLUMNS]).decode("utf-8-sig")


def matrix_of(year: YearReport, reports: Sequence[OpdReport]) -> pd.DataFrame:
    """Return a row for each OPD and a column for each obligation, in the order of the law."""
    return pd.DataFrame(
        [[a.state.value for a in report.assessments] for report in reports],
        index=pd.Index([report.opd for report in reports], name="opd"),
        columns=pd.Index([o.kode for o in year.obligations.obligations], name="kode"),
    )


def schema() -> bytes:
    """Return the published JSON Schema."""
    return resources.files(__package__).joinpath(_SCHEMA).read_bytes()


def as_json(year: YearReport, reports: Sequence[OpdReport], badan: IdentitasBadan) -> str:
    """Return every assessment with its evidence, below the figures of its OPD."""
    written = {
        "$schema": f"../{_SCHEMA}",
        "badan": asdict(badan),
        "tahun": year.tahun,
        "hari_penilaian": year.hari.isoformat(),
        "peraturan": year.obligations.kumpulan.peraturan,
        "rumus": RUMUS,
        "contoh": year.contoh,
        "opd": [_opd(report) for report in reports],
    }
    return json.dumps(written, ensure_ascii=False, separators=(",", ":")) + "\n"


def _opd(report: OpdReport) -> dict[str, object]:
    kewajiban = [
        {
            "kode": a.obligation.kode,
            "temuan": code_of(a),
            "alamat": address_of(a),
            "kategori": a.obligation.kategori.kode,
            "bobot": str(a.bobot),
            "keadaan": a.state.value,
            "kesegaran": a.kesegaran.value,
            "diperbarui": a.diperbarui.isoformat() if a.diperbarui else None,
            "bukti": [
                {
                    "nama": e.label,
                    "catatan": str(e.record) if e.record else None,
                    "halaman": e.url,
                    "tautan": e.tautan,
                    "diperbarui": e.diperbarui.isoformat() if e.diperbarui else None,
                    "terbuka": e.terbuka.isoformat() if e.terbuka else None,
                }
                for e in a.evidence
            ],
            "alasan": said(report, a),
        }
        for a in report.assessments
    ]
    categories = [
        {"kode": c.kode, "nama": c.nama, **_score(score)} for c, score in report.categories
    ]
    return {
        "opd": report.opd,
        "nama": report.profil.nama,
        "contoh": report.contoh,
        "mulai": report.mulai,
        "dokumen": report.dokumen,
        "penyerahan": {
            each.jenis.kolom: {
                "keadaan": each.state.value,
                "hari": each.day.isoformat() if each.day else None,
                "batas": each.due.isoformat() if each.due else None,
            }
            for each in report.penyerahan
        },
        **_score(report.score),
        "kategori": categories,
        "kewajiban": kewajiban,
    }


def _score(score: Score) -> dict[str, object]:
    return {
        "nilai": None if score.nilai is None else float(score.nilai),
        "paling_tinggi": None if score.paling_tinggi is None else float(score.paling_tinggi),
        "terpenuhi": score.terpenuhi,
        "belum": score.belum,
        "perlu_dilihat": score.perlu_dilihat,
        "tercatat": score.tercatat,
        "tidak_berlaku": score.tidak_berlaku,
        "bobot_terpenuhi": str(score.bobot_terpenuhi),
        "bobot_berlaku": str(score.bobot_berlaku),
        "bobot_perlu_dilihat": str(score.bobot_perlu_dilihat),
        "bertenggat": score.bertenggat,
        "segar": score.segar,
        "kesegaran": None if score.kesegaran is None else float(score.kesegaran),
    }
