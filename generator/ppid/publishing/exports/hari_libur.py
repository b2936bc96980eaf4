"""The holidays with which deadlines are counted, for other programs."""

import json
from collections.abc import Iterator

from ppid.core.page import Export
from ppid.publishing.pages.hitung_tenggat import years_of
from ppid.publishing.pages.layanan import TENGGAT, counted_steps
from ppid.publishing.publication import Publication
from ppid.values.working_days import libur_of, source


def exports(publication: Publication) -> Iterator[Export]:
    """Yield the file that stands beside the calculator."""
    if not any(counted_steps(publication.corpus)):
        return
    libur = [
        {
            "tanggal": one.tanggal.isoformat(),
            "nama": one.nama,
            "cuti_bersama": one.cuti_bersama,
            "perkiraan": one.perkiraan,
        }
        for tahun in years_of(publication.corpus)
        for one in libur_of(tahun).values()
    ]
    content = {"sumber": source(), "tahun": list(years_of(publication.corpus)), "libur": libur}
    text = json.dumps(content, ensure_ascii=False, indent=1)
    yield Export(f"{TENGGAT.url}hari-libur.json", f"{text}\n".encode(), "Hari libur")
