"""The marks of the assessors beside the states of the data, and the record of a year to sign."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from importlib import resources

from ppid.assessing.findings import address_of, code_of
from ppid.assessing.verification import OpdVerification, Tally, Verified, YearVerification
from ppid.core.page import Export
from ppid.kinds.badan import IdentitasBadan
from ppid.publishing.pages.kelengkapan.verifikasi import file_of
from ppid.publishing.papers.of_rounds import printed_round
from ppid.publishing.publication import Publication
from ppid.publishing.sheets import VERIFICATION_SCHEMA, csv_bytes


def exports(publication: Publication) -> Iterator[Export]:
    """Yield the files of every year in which anything was marked, and the schema of the JSON."""
    for found in publication.verifications.values():
        stem = file_of(found.year.tahun)
        title = f"Verifikasi pemantau {found.year.tahun}"
        body = publication.identitas
        rows = (_row(each, pair) for each in found.marked for pair in each.marked)
        yield Export(f"{stem}.csv", csv_bytes({**row, **body.kolom} for row in rows), title)
        yield Export(f"{stem}.json", _json(found, body), title, VERIFICATION_SCHEMA)
        if record := printed_round(found, publication.corpus):
            yield record
    if publication.verifications:
        schema = resources.files(__package__).joinpath("verifikasi.schema.json").read_bytes()
        yield Export(VERIFICATION_SCHEMA, schema)


def _row(each: OpdVerification, pair: Verified) -> Mapping[str, object]:
    a, mark = pair.assessment, pair.tanda
    return {
        "tahun": a.tahun,
        "opd": a.opd,
        "nama": each.report.profil.nama,
        "kode": a.obligation.kode,
        "temuan": code_of(a),
        "alamat": address_of(a),
        "menurut_data": a.state.value,
        "tanda": mark.tanda if mark else None,
        "selisih": pair.selisih.value,
        "berubah": pair.berubah,
        "catatan": mark.catatan if mark else "",
        "pemantau": mark.pemantau if mark else "",
        "tanggal": mark.tanggal.isoformat() if mark else "",
        "contoh": each.contoh,
    }


def _json(found: YearVerification, body: IdentitasBadan) -> bytes:
    tahun = found.year.tahun
    written = {
        "$schema": f"../{VERIFICATION_SCHEMA.rpartition('/')[2]}",
        "badan": asdict(body),
        "tahun": tahun,
        "contoh": any(each.contoh for each in found.opd),
        "opd": [
            {
                "opd": each.report.opd,
                "nama": each.report.profil.nama,
                "contoh": each.contoh,
                "pemantau": each.pemantau,
                "nilai_menurut_data": _number(each.report.score.nilai),
                **_counted(each.tally),
                "tanda": [
                    {k: v for k, v in _row(each, pair).items() if k not in {"tahun", "opd", "nama"}}
                    for pair in each.marked
                ],
            }
            for each in found.opd
        ],
    }
    return f"{json.dumps(written, ensure_ascii=False, separators=(',', ':'))}\n".encode()


def _counted(tally: Tally) -> Mapping[str, object]:
    return {
        "nilai_pemantau": _number(tally.nilai),
        "perlu_ditandai": tally.perlu,
        "sudah_ditandai": tally.ditandai,
        "selisih": {how.value: count for how, count in sorted(tally.selisih.items())},
        "berubah": tally.berubah,
    }


def _number(value: object) -> float | None:
    return None if value is None else float(str(value))
