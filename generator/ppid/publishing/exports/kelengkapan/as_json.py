"""The assessments of a year for machines; described in `kelengkapan.schema.json` beside this."""

import json
from collections.abc import Sequence
from importlib import resources

from ppid.assessing.findings import address_of, code_of, said
from ppid.assessing.model import Assessment, CategoryScores, Evidence, OpdReport, Score, YearReport
from ppid.assessing.score import RUMUS

_SCHEMA = "kelengkapan.schema.json"


def schema() -> bytes:
    """Return the published JSON Schema."""
    return resources.files(__package__).joinpath(_SCHEMA).read_bytes()


def as_json(year: YearReport, reports: Sequence[OpdReport]) -> str:
    """Write the assessments of some OPDs of a year."""
    written = {
        "$schema": f"../{_SCHEMA}",
        "tahun": year.tahun,
        "hari_penilaian": year.hari.isoformat(),
        "peraturan": year.obligations.kumpulan.peraturan,
        "rumus": RUMUS,
        "contoh": year.contoh,
        "opd": [_opd(report) for report in reports],
    }
    return json.dumps(written, ensure_ascii=False, separators=(",", ":")) + "\n"


def _opd(report: OpdReport) -> dict[str, object]:
    return {
        "opd": report.opd,
        "nama": report.profil.nama,
        "contoh": report.contoh,
        **_score(report.score),
        "kategori": _categories(report.categories),
        "kewajiban": [_assessment(report, a) for a in report.assessments],
    }


def _score(score: Score) -> dict[str, object]:
    return {
        "nilai": None if score.nilai is None else float(score.nilai),
        "terpenuhi": score.terpenuhi,
        "belum": score.belum,
        "tidak_berlaku": score.tidak_berlaku,
        "bobot_terpenuhi": str(score.bobot_terpenuhi),
        "bobot_berlaku": str(score.bobot_berlaku),
    }


def _categories(categories: CategoryScores) -> list[dict[str, object]]:
    return [{"kode": c.kode, "nama": c.nama, **_score(score)} for c, score in categories]


def _assessment(report: OpdReport, a: Assessment) -> dict[str, object]:
    return {
        "kode": a.obligation.kode,
        "temuan": code_of(a),
        "alamat": address_of(a),
        "kategori": a.obligation.kategori.kode,
        "bobot": str(a.obligation.bobot),
        "keadaan": a.state.value,
        "kesegaran": a.kesegaran.value,
        "diperbarui": a.diperbarui.isoformat() if a.diperbarui else None,
        "bukti": [_evidence(e) for e in a.evidence],
        "alasan": said(report, a),
    }


def _evidence(e: Evidence) -> dict[str, object]:
    return {
        "nama": e.label,
        "catatan": str(e.record) if e.record else None,
        "halaman": e.url,
        "tautan": e.tautan,
        "diperbarui": e.diperbarui.isoformat() if e.diperbarui else None,
    }
