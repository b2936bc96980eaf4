"""The assessments of a year as tables: CSV for spreadsheets, JSON for machines, a matrix.

The JSON is described in `kelengkapan.schema.json`, which is published beside it.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from importlib import resources
from typing import Final

import pandas as pd

from ppid.assessing.findings import address_of, code_of, said
from ppid.assessing.model import Assessment, Jenis, OpdReport, Score, YearReport
from ppid.assessing.score import RUMUS
from ppid.kinds.badan import IdentitasBadan
from ppid.values.cells import guarded

_SCHEMA = "kelengkapan.schema.json"


def _state_of(jenis: Jenis) -> Callable[[OpdReport, Assessment], object]:
    """Return the column that says how something was handed in; empty where it is not owed."""
    return lambda report, _: next((h.state for h in report.penyerahan if h.jenis is jenis), "")


_COLUMNS: Final[Mapping[str, Callable[[OpdReport, Assessment], object]]] = {
    "tahun": lambda _, a: a.tahun,
    "opd": lambda _, a: a.opd,
    "nama": lambda report, _: guarded(report.profil.nama),
    "kode": lambda _, a: a.obligation.kode,
    "kategori": lambda _, a: a.obligation.kategori.kode,
    "kewajiban": lambda _, a: guarded(a.obligation.teks),
    "dasar": lambda _, a: guarded(a.obligation.dasar),
    "bobot": lambda _, a: str(a.bobot),
    "keadaan": lambda _, a: a.state.value,
    "kesegaran": lambda _, a: a.kesegaran.value,
    "diperbarui": lambda _, a: a.diperbarui.isoformat() if a.diperbarui else "",
    "jumlah_bukti": lambda _, a: len(a.evidence),
    "tautan": lambda _, a: guarded(a.link),
    "alasan": lambda report, a: guarded(said(report, a)),
    "temuan": lambda _, a: code_of(a),
    "alamat": lambda _, a: address_of(a),
    **{f"penyerahan_{jenis.kolom}": _state_of(jenis) for jenis in Jenis},
    "contoh": lambda report, _: "ya" if report.contoh else "tidak",
}


def as_csv(year: YearReport, reports: Sequence[OpdReport], badan: IdentitasBadan) -> str:
    """Return one row for each OPD and obligation."""
    body = {name: guarded(str(value)) for name, value in badan.kolom.items()}
    rows = [
        [*(value(report, a) for value in _COLUMNS.values()), *body.values()]
        for report in reports
        for a in report.assessments
    ]
    frame = pd.DataFrame(rows, columns=[*_COLUMNS, *body]).sort_values(
        ["tahun", "opd"], kind="stable"
    )
    assert frame.empty or set(frame["tahun"]) == {year.tahun}  # noqa: S101 — one file, one year
    return frame.to_csv(index=False, lineterminator="\r\n")


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
