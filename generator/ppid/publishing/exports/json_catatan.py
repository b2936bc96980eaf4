"""The machine twin of every item page, one file for each list, and the schemas of both.

Addresses are relative to the root of the site, as everywhere in exports. Written compactly: Python
writes indented JSON ten times as slowly, and there are as many files as pages.
"""

import json
from collections.abc import Iterator, Mapping
from typing import get_args

from pydantic import BaseModel

from ppid.core.corpus import Corpus
from ppid.core.page import Export, document_url
from ppid.kinds import url_of
from ppid.kinds.daftar import Butir, Daftar, DaftarDikecualikan, DaftarPublik
from ppid.kinds.dik.model import InformasiDikecualikan, dasar_of, periode_of
from ppid.kinds.dip.model import InformasiPublik, codes_in
from ppid.kinds.opd import ProfilOpd
from ppid.publishing.publication import Publication

VERSION = "1"
_write = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=str).encode
_Values = dict[str, object]


def exports(publication: Publication) -> Iterator[Export]:
    """Yield the schemas, then each list with its items."""
    yield from schemas()
    corpus = publication.corpus
    for daftar in corpus.of(DaftarDikecualikan):
        rows = corpus.in_list(InformasiDikecualikan, daftar.id.opd, daftar.id.tahun)
        twins = {url_of(row.id): _excluded(row, corpus) for row in rows}
        yield from _list(
            daftar, twins, {"uji_konsekuensi": _part(daftar, daftar.uji_konsekuensi)}, corpus
        )
    for public in corpus.of(DaftarPublik):
        found = corpus.in_list(InformasiPublik, public.id.opd, public.id.tahun)
        yield from _list(public, {url_of(row.id): _public(row) for row in found}, {}, corpus)


def _list(
    daftar: Daftar, items: Mapping[str, _Values], more: _Values, corpus: Corpus
) -> Iterator[Export]:
    """Yield the file of every item, then that of the list with all of them."""
    opd, tahun = daftar.id.opd, daftar.id.tahun
    profil = corpus.get(ProfilOpd, opd)
    about: _Values = {
        "versi": VERSION,
        "skema": _address(daftar.rows),
        "jenis": daftar.rows,
        "contoh": daftar.contoh,
        "opd": opd,
        "nama_opd": profil.nama if profil else opd,
        "tahun": tahun,
        "keputusan": _part(daftar, daftar.penetapan),
        **more,
        "sumber": {"berkas": daftar.path.replace(".yml", ".csv"), "keterangan": daftar.sumber},
    }
    head = _write(about)[:-1]
    bodies = []
    for url, values in items.items():
        body = _write({"alamat": url, **values})[1:]
        yield Export(f"{url}data.json", f"{head},{body}\n".encode())
        bodies.append("{" + body)
    url = url_of(daftar.id)
    listed = {
        "alamat": url,
        "disampaikan": daftar.disampaikan,
        "salinan_resmi": daftar.salinan_resmi,
        "nihil": daftar.nihil.model_dump() if daftar.nihil else None,
    }
    tail = _write(listed)[1:-1]
    yield Export(f"{url}data.json", f'{head},{tail},"butir":[{",".join(bodies)}]}}\n'.encode())


def _part(daftar: Daftar, part: BaseModel | None) -> _Values | None:
    """Return a decision or a test; its document is named by its address on the site."""
    if part is None:
        return None
    values = part.model_dump()
    return {**values, "tautan": document_url(values["tautan"], daftar.owner)}


def _fields(row: Butir) -> _Values:
    """Return the columns of a row as they stand in its file."""
    return {name: row.__dict__[name] for name in type(row).model_fields}


def _excluded(row: InformasiDikecualikan, corpus: Corpus) -> _Values:
    term = periode_of(row, corpus)
    cited = dasar_of(row, corpus).reading.citations
    return {
        "klasifikasi": "dikecualikan",
        **_fields(row),
        "mulai_dihitung": term.mulai,
        "berakhir": term.berakhir,
        "dasar_hukum_terurai": [
            {
                "peraturan": c.peraturan,
                "pasal": c.pasal,
                "ayat": c.ayat,
                "huruf": c.huruf,
                "angka": c.angka,
            }
            for c in cited
        ],
    }


def _public(row: InformasiPublik) -> _Values:
    return {
        **_fields(row),
        "kewajiban_terurai": codes_in(row.kewajiban),
        "dokumen": document_url(row.tautan, row.owner),
    }


def schemas() -> Iterator[Export]:
    """Describe the file of an item; titles and descriptions are those of the models."""
    yield _schema("dik", InformasiDikecualikan, _EXCLUDED)
    yield _schema("dip", InformasiPublik, _PUBLIC)


_TEXT: _Values = {"type": "string"}
_DAY: _Values = {"type": ["string", "null"], "pattern": r"^\d{4}-\d{2}-\d{2}$"}
_DECISION: _Values = {
    "type": ["object", "null"],
    "additionalProperties": {"type": ["string", "null"]},
}
_SHARED: _Values = {
    "versi": {"const": VERSION, "description": "Versi bentuk berkas ini."},
    "skema": {"type": "string", "description": "Alamat skema satu informasi."},
    "contoh": {"type": "boolean", "description": "true: data peragaan, bukan data resmi."},
    "opd": {"type": "string", "description": "Nama folder perangkat daerah."},
    "nama_opd": _TEXT,
    "tahun": {"type": "integer", "description": "Tahun daftar."},
    "keputusan": {**_DECISION, "description": "Keputusan yang menetapkan daftar."},
    "sumber": {"type": "object", "additionalProperties": _TEXT},
    "alamat": {"type": "string", "description": "Alamat halaman, dihitung dari akar situs."},
}
_CITED = ("peraturan", "pasal", "ayat", "huruf", "angka")
_EXCLUDED: _Values = {
    "uji_konsekuensi": {**_DECISION, "description": "Uji konsekuensi yang mendahuluinya."},
    "klasifikasi": {"const": "dikecualikan"},
    "mulai_dihitung": {**_DAY, "description": "Kolom mulai, atau tanggal keputusan."},
    "berakhir": {**_DAY, "description": "Hari terakhir; null bila tidak dapat dihitung."},
    "dasar_hukum_terurai": {
        "type": "array",
        "items": {
            "type": "object",
            "properties": dict.fromkeys(_CITED, _TEXT),
            "required": list(_CITED),
            "additionalProperties": False,
        },
    },
}
_PUBLIC: _Values = {
    "kewajiban_terurai": {"type": "array", "items": _TEXT},
    "dokumen": {"type": "string", "description": "Alamat dokumen; kosong bila belum ada."},
}


def _schema(kind: str, model: type[Butir], more: _Values) -> Export:
    columns = {name: _column(model, name) for name in model.model_fields}
    properties = {**_SHARED, "jenis": {"const": kind}, **columns, **more}
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"Satu informasi dalam {kind.upper()}",
        "type": "object",
        "properties": properties,
        "required": sorted(properties),
        "additionalProperties": False,
    }
    return Export(_address(kind), f"{json.dumps(schema, ensure_ascii=False, indent=2)}\n".encode())


def _address(kind: str) -> str:
    return f"api/v1/{kind}.schema.json"


def _column(model: type[Butir], name: str) -> _Values:
    info = model.model_fields[name]
    about: _Values = {"title": info.title, "description": info.description}
    options = get_args(info.annotation)
    if options and all(isinstance(option, str) for option in options):
        return {**about, "enum": list(options)}
    return {**about, **(_DAY if type(None) in options else _TEXT)}
