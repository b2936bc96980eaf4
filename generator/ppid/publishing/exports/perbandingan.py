"""All OPDs of a year side by side, and what changed between two years, as CSV and JSON.

The JSON of a year is also what the page of the comparison reads.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Final

from ppid.assessing.comparison import compare_years, one_law, pairs_of_years
from ppid.assessing.model import Completeness, OpdReport, YearReport
from ppid.core.corpus import Corpus
from ppid.core.page import Export
from ppid.kinds.rows import rows_of
from ppid.publishing.pages.daftar import LISTS
from ppid.publishing.pages.kelengkapan.banding import change_url, table_url
from ppid.publishing.pages.kelengkapan.kategori import LETTERS
from ppid.publishing.pages.kelengkapan.shared import by_name
from ppid.publishing.publication import Publication
from ppid.publishing.sheets import csv_bytes

_Row = Mapping[str, object]
_CHANGES: Final = ("opd", "nama", "kode", "sebelum", "sesudah", "contoh")
"""The columns of what changed between two years; there may be no row."""


def exports(publication: Publication) -> Iterator[Export]:
    """Yield both tables of every year, and both of every pair of years under one regulation."""
    completeness, corpus = publication.completeness, publication.corpus
    body = publication.identitas
    for year in completeness.years:
        url = table_url(year.tahun)
        rows = ({**row, **body.kolom} for row in _side_by_side(year))
        title = f"Perbandingan perangkat daerah {year.tahun}"
        yield Export(f"{url}.csv", csv_bytes(rows), title)
        told = {"badan": asdict(body), **_table(year, corpus)}
        yield Export(f"{url}.json", _json(told), title)
    for earlier, later in pairs_of_years(completeness):
        if not one_law(earlier, later):
            continue
        found = list(_changes(earlier, later, completeness))
        url = change_url(earlier.tahun, later.tahun)
        rows = ({**r, "contoh": "ya" if r["contoh"] else "tidak", **body.kolom} for r in found)
        title = f"Perubahan keadaan {earlier.tahun} ke {later.tahun}"
        yield Export(f"{url}.csv", csv_bytes(rows, (*_CHANGES, *body.kolom)), title)
        whole = {
            "badan": asdict(body),
            "sebelum": earlier.tahun,
            "sesudah": later.tahun,
            "contoh": earlier.contoh or later.contoh,
            "perubahan": found,
        }
        yield Export(f"{url}.json", _json(whole), title)


def _json(content: _Row) -> bytes:
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return f"{text}\n".encode()


def _side_by_side(year: YearReport) -> Iterator[_Row]:
    """Yield a row for each duty, with a column for each OPD."""
    reports = by_name(year.reports)
    for place, obligation in enumerate(year.obligations.obligations):
        yield {
            "tahun": year.tahun,
            "kode": obligation.kode,
            "kategori": obligation.kategori.kode,
            "kewajiban": obligation.teks,
            **{r.opd: r.assessments[place].state.value for r in reports},
            "contoh": "ya" if year.contoh else "tidak",
        }


def _table(year: YearReport, corpus: Corpus) -> _Row:
    """Return a year in short: of each OPD its figures, and one letter for each duty."""
    return {
        "tahun": year.tahun,
        "hari_penilaian": year.hari.isoformat(),
        "peraturan": year.obligations.kumpulan.peraturan,
        "contoh": year.contoh,
        "huruf": {letter: state.value for state, letter in LETTERS.items()},
        "kewajiban": [
            {"kode": o.kode, "kategori": o.kategori.kode, "teks": o.teks}
            for o in year.obligations.obligations
        ],
        "opd": [_of_opd(report, corpus) for report in by_name(year.reports)],
    }


def _of_opd(report: OpdReport, corpus: Corpus) -> _Row:
    score = report.score
    lists = {model.rows: corpus.get(model, report.opd, report.tahun) for model in LISTS}
    return {
        "opd": report.opd,
        "nama": report.profil.nama,
        "mulai": report.mulai,
        "nilai": None if score.nilai is None else float(score.nilai),
        "kesegaran": None if score.kesegaran is None else float(score.kesegaran),
        "terpenuhi": score.terpenuhi,
        "belum": score.belum,
        "perlu_dilihat": score.perlu_dilihat,
        "tercatat": score.tercatat,
        "tidak_berlaku": score.tidak_berlaku,
        "dokumen": report.dokumen,
        **{name: len(rows_of(found, corpus)) if found else None for name, found in lists.items()},
        "dik_nihil": bool(lists["dik"] and lists["dik"].nihil),
        "keadaan": "".join(LETTERS[a.state] for a in report.assessments),
        "contoh": report.contoh,
    }


def _changes(earlier: YearReport, later: YearReport, completeness: Completeness) -> Iterator[_Row]:
    for report in by_name(later.reports):
        for compared in compare_years(report.opd, completeness):
            if (compared.before.tahun, compared.after.tahun) == (earlier.tahun, later.tahun):
                for old, new in compared.changed:
                    yield {
                        "opd": report.opd,
                        "nama": report.profil.nama,
                        "kode": new.obligation.kode,
                        "sebelum": old.state.value,
                        "sesudah": new.state.value,
                        "contoh": compared.before.contoh or report.contoh,
                    }
