"""A review for machines; the form is described in `tinjau.schema.json` beside this file."""

from collections.abc import Iterator

from ppid.diagnostics.as_json import dumped, finding
from ppid.reviewing.model import Review, ReviewChange, ScoreEffect


def as_json(review: Review) -> str:
    """Write everything, in the order in which a reviewer reads it."""
    report = {
        "dasar": {
            "nama": review.base.name,
            "commit": review.base.commit,
            "keterangan": list(review.base.notes),
        },
        "perubahan": [entry for change in review.changes for entry in _change(change)],
        "temuan_baru": [finding(diagnostic) for diagnostic in review.new],
        "temuan_selesai": [finding(diagnostic) for diagnostic in review.solved],
        "kelengkapan": [_effect(effect) for effect in review.effects],
        "keputusan": [
            {
                "pokok": decision.topic,
                "dasar_hukum": decision.law,
                "bunyi": decision.quote,
                "pertanyaan": list(decision.questions),
            }
            for decision in review.decisions
        ],
        "tanpa_perubahan_isi": {
            "ditulis_ulang": list(review.unchanged.rewritten),
            "berganti_nama": [
                {"dari": old, "menjadi": new} for old, new in review.unchanged.renamed
            ],
        },
        "di_luar_data": [
            {"berkas": file.path, "sifat": file.sort.value} for file in review.outside
        ],
    }
    return dumped(report)


def _change(change: ReviewChange) -> Iterator[dict[str, object]]:
    """Yield one entry for each field, so that a machine need not read sentences."""
    for detail in change.details:
        yield {
            "jenis": str(detail.sort),
            "bagian": detail.sort.section.value,
            "catatan": change.record,
            "judul": change.title,
            "tempat": change.place,
            "berkas": change.path,
            "bidang": detail.field,
            "sebelum": detail.before,
            "sesudah": detail.after,
            "kalimat": detail.words,
            "anggota": list(change.members),
            "contoh": change.contoh,
            "salinan_resmi": change.salinan_resmi,
        }


def _effect(effect: ScoreEffect) -> dict[str, object]:
    return {
        "opd": effect.opd,
        "tahun": effect.tahun,
        "nilai_sebelum": None if effect.before is None else float(effect.before),
        "nilai_sesudah": None if effect.after is None else float(effect.after),
        "contoh": effect.contoh,
        "sebab": [
            {"nama": cause.name, "bertambah": cause.gained, "berkurang": cause.lost}
            for cause in effect.causes
        ],
        "kewajiban": [
            {
                "kode": moved.kode,
                "teks": moved.teks,
                "sebelum": moved.before,
                "sesudah": moved.after,
                "alasan": moved.reason,
            }
            for moved in effect.moved
        ],
    }
