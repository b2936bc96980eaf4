"""Grounds of exclusion by OPD and year, beside objections: the same rows as CSV, JSON and XLSX."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from importlib import resources
from typing import Final, get_args

from ppid.assessing.grounds import GroundCounts, count_grounds
from ppid.core.page import Export
from ppid.kinds import url_of
from ppid.kinds.sanggahan import Sanggahan
from ppid.publishing.pages.alasan import FILES
from ppid.publishing.publication import Publication
from ppid.publishing.sheets import GROUNDS_SCHEMA, csv_bytes, xlsx_bytes

_LETTERS: Final = "abcdefghij"
_OUTCOMES: Final[tuple[str, ...]] = get_args(Sanggahan.model_fields["keadaan"].annotation)
_NOTES: Final = (
    "Informasi dengan beberapa alasan dihitung pada setiap alasannya, dan satu kali dalam jumlah.",
    "Huruf adalah huruf dalam UU 14/2008 Pasal 17. Sel kosong berarti tidak diketahui.",
)
_CONTOH: Final = (
    "CONTOH: data peragaan. Angka ini tidak menyatakan apa pun tentang kantor mana pun."
)
Row = Mapping[str, object]


def exports(publication: Publication) -> Iterator[Export]:
    """Yield the three files and the schema of the JSON, where there are lists."""
    found = count_grounds(publication.corpus)
    if not found:
        return
    rows = [_row(each, publication.name_of(each.opd)) for each in found]
    body, title = publication.identitas, "Alasan pengecualian"
    texts = [{**row, "contoh": "ya" if row["contoh"] else "tidak", **body.kolom} for row in rows]
    yield Export(f"{FILES}.csv", csv_bytes(texts), title)
    up = "../" * FILES.count("/")
    told = [{**row, "peraturan_lain": each.lain} for row, each in zip(rows, found, strict=True)]
    written = {"$schema": f"{up}{GROUNDS_SCHEMA}", "badan": asdict(body), "alasan": told}
    text = json.dumps(written, ensure_ascii=False, separators=(",", ":"))
    yield Export(f"{FILES}.json", f"{text}\n".encode(), title, GROUNDS_SCHEMA)
    notes = (*_NOTES, *((_CONTOH,) if any(each.contoh for each in found) else ()))
    laws = [
        {"tahun": each.tahun, "opd": each.opd, "peraturan": law, "informasi": count}
        for each in found
        for law, count in sorted(each.lain.items())
    ]
    tables: Mapping[str, Sequence[Row]] = {"Alasan": texts, "Peraturan lain": laws}
    yield Export(f"{FILES}.xlsx", xlsx_bytes(title, notes, tables), title)
    schema = resources.files(__package__).joinpath("alasan.schema.json").read_bytes()
    yield Export(GROUNDS_SCHEMA, schema)


def _row(each: GroundCounts, name: str) -> Row:
    objections = each.layanan.keberatan if each.layanan else None
    disputes = each.layanan.sengketa if each.layanan else None
    return {
        "tahun": each.tahun,
        "opd": each.opd,
        "nama": name,
        "jumlah": each.jumlah,
        **{f"huruf_{letter}": each.huruf.get(letter, 0) for letter in _LETTERS},
        "menyebut_peraturan_lain": each.menyebut_lain,
        "alasan_tidak_terbaca": each.tanpa,
        "keberatan_diterima": objections.diterima if objections else None,
        "keberatan_ditanggapi": objections.selesai if objections else None,
        "sengketa_komisi_informasi": disputes.ke_komisi_informasi if disputes else None,
        "sengketa_pengadilan": disputes.ke_pengadilan if disputes else None,
        **{f"sanggahan_{o.replace('-', '_')}": each.sanggahan.get(o, 0) for o in _OUTCOMES},
        "halaman": url_of(each.daftar),
        "contoh": each.contoh,
    }
