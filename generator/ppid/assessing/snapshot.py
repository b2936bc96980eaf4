"""Snapshots of a quarter: how one is written, and the trends that come from those on file."""

import json
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ppid.assessing.model import Score, YearReport
from ppid.core.corpus import Corpus
from ppid.kinds.potret import AngkaPotret, Potret, SitusPotret


def path_of(day: date) -> str:
    """Return the file of the quarter in which a day lies, relative to the project."""
    return f"data/potret/{day.year}-t{quarter_of(day)}.json"


def quarter_of(day: date) -> int:
    """Return the quarter of a day, from 1 to 4."""
    return (day.month + 2) // 3


def snapshot(
    year: YearReport, day: date, catatan: str = "", situs: SitusPotret | None = None
) -> str:
    """Write the figures of a year as they stand on a day, with the fingerprint of a site."""
    written = {
        "tanggal": day.isoformat(),
        "tahun": year.tahun,
        "peraturan": year.obligations.kumpulan.peraturan,
        "contoh": year.contoh,
        **({"catatan": catatan} if catatan else {}),
        **({"situs": situs.model_dump(mode="json")} if situs else {}),
        "seluruh": _figures(year.score),
    }
    categories = [{"kode": c.kode, **_figures(score)} for c, score in year.categories]
    opd = [{"opd": report.opd, **_figures(report.score)} for report in year.reports]
    # One line for each part, so that a change of one OPD is a change of one line.
    parts = [f'  "{key}": {_line(value)}' for key, value in written.items()]
    parts += [_listed("kategori", categories), _listed("opd", opd)]
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _figures(score: Score) -> dict[str, object]:
    nilai = {} if score.nilai is None else {"nilai": float(score.nilai)}
    counts = {
        "terpenuhi": score.terpenuhi,
        "belum": score.belum,
        "perlu_dilihat": score.perlu_dilihat,
        "tercatat": score.tercatat,
        "tidak_berlaku": score.tidak_berlaku,
    }
    return {**nilai, **counts}


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _listed(key: str, values: list[dict[str, object]]) -> str:
    lines = ",\n".join(f"    {_line(value)}" for value in values)
    return f'  "{key}": [\n{lines}\n  ]' if values else f'  "{key}": []'


@dataclass(frozen=True, slots=True)
class Point:
    """One figure of a trend."""

    tanggal: date
    triwulan: str
    tahun: int
    nilai: Decimal | None
    contoh: bool


def trend(corpus: Corpus, opd: str = "") -> tuple[Point, ...]:
    """Return the figures of an OPD (or of all together) from all snapshots, oldest first."""
    points = []
    for potret in sorted(corpus.of(Potret), key=lambda each: each.tanggal):
        found: AngkaPotret | None = potret.seluruh
        if opd:
            found = next((each for each in potret.opd if each.opd == opd), None)
        if found is not None:
            quarter = f"triwulan {quarter_of(potret.tanggal)} {potret.tanggal.year}"
            point = Point(
                tanggal=potret.tanggal,
                triwulan=quarter,
                tahun=potret.tahun,
                nilai=found.nilai,
                contoh=potret.contoh,
            )
            points.append(point)
    return tuple(points)
