"""The machine twin of every item page, one file for each list, and the schemas of both.

Addresses are relative to the root of the site, as everywhere in exports. Written compactly: Python
writes indented JSON ten times as slowly, and there are as many files as pages.
"""

import json
from collections.abc import Iterator
from dataclasses import asdict, fields
from typing import get_args

from pydantic import BaseModel

from ppid.core.corpus import Corpus
from ppid.core.page import Export, document_url
from ppid.kinds import url_of
from ppid.kinds.badan import IdentitasBadan
from ppid.kinds.daftar import Daftar, DaftarDikecualikan, DaftarPublik, Nihil
from ppid.kinds.dik.model import InformasiDikecualikan, dasar_of, periode_of
from ppid.kinds.dip.model import InformasiPublik, codes_in
from ppid.kinds.rows import Row, rows_of
from ppid.publishing.publication import Publication
from ppid.publishing.sheets import latest_url, list_schema_url, list_title, schema_url

VERSION = "1"
_write = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=str).encode
_Values = dict[str, object]


def exports(publication: Publication) -> Iterator[Export]:  # noqa: ARG001 — as all modules here
    """Yield the schemas."""
    yield from schemas()


def exports_of_opd(opd: str, publication: Publication) -> Iterator[Export]:
    """Yield each list of an OPD with its items."""
    for daftar in publication.lists_of(opd):
        yield from _list(daftar, publication)


def _list(daftar: Daftar, publication: Publication) -> Iterator[Export]:
    """Yield the file of every item of a list, then that of the list with all of them."""
    opd, tahun = daftar.id.opd, daftar.id.tahun
    test: _Values = {}
    if isinstance(daftar, DaftarDikecualikan):
        test["uji_konsekuensi"] = _part(daftar, daftar.uji_konsekuensi)
    about: _Values = {
        "versi": VERSION,
        "skema": schema_url(daftar.rows),
        "jenis": daftar.rows,
        "contoh": daftar.contoh,
        "badan": asdict(publication.identitas),
        "opd": opd,
        "nama_opd": publication.name_of(opd),
        "tahun": tahun,
        "keputusan": _part(daftar, daftar.penetapan),
        **test,
        "sumber": {"berkas": daftar.path.replace(".yml", ".csv"), "keterangan": daftar.sumber},
    }
    head = _write(about)[:-1]
    bodies = []
    for row in rows_of(daftar, publication.corpus):
        url = url_of(row.id)
        body = _write({"alamat": url, **_values(row, publication.corpus)})[1:]
        yield Export(f"{url}data.json", f"{head},{body}\n".encode())
        bodies.append("{" + body)
    url = url_of(daftar.id)
    listed = {
        "alamat": url,
        "disampaikan": daftar.disampaikan,
        "salinan_resmi": daftar.salinan_resmi,
        "nihil": daftar.nihil.model_dump() if daftar.nihil else None,
    }
    head = _write({**about, "skema": list_schema_url(daftar.rows)})[:-1]
    tail = _write(listed)[1:-1]
    content = f'{head},{tail},"butir":[{",".join(bodies)}]}}\n'.encode()
    title, schema = list_title(daftar, publication.corpus), list_schema_url(daftar.rows)
    day = daftar.disampaikan or daftar.ditetapkan
    yield Export(f"{url}data.json", content, title, schema, day)
    if daftar.id in {newest.id for newest in publication.latest_lists}:
        latest = latest_url(opd, daftar.rows, "json")
        yield Export(latest, content, f"{title}, yang terakhir", schema, day)


def _part(daftar: Daftar, part: BaseModel | None) -> _Values | None:
    """Return a decision or a test; its document is named by its address on the site."""
    if part is None:
        return None
    values = part.model_dump()
    return {**values, "tautan": document_url(values["tautan"], daftar.owner)}


def _values(row: Row, corpus: Corpus) -> _Values:
    """Return the columns of a row as they stand in its file, then what follows from them."""
    written = {name: row.__dict__[name] for name in type(row).model_fields}
    if not isinstance(row, InformasiDikecualikan):
        more = {"kewajiban_terurai": codes_in(row.kewajiban)}
        return {**written, **more, "dokumen": document_url(row.tautan, row.owner)}
    term, cited = periode_of(row, corpus), dasar_of(row, corpus).reading.citations
    return {
        "klasifikasi": "dikecualikan",
        **written,
        "mulai_dihitung": term.mulai,
        "berakhir": term.berakhir,
        "dasar_hukum_terurai": [{name: getattr(c, name) for name in _CITED} for c in cited],
    }


def schemas() -> Iterator[Export]:
    """Describe the files of an item and of a list; titles and words are those of the models."""
    yield from _schemas("dik", InformasiDikecualikan, DaftarDikecualikan, _EXCLUDED)
    yield from _schemas("dip", InformasiPublik, DaftarPublik, _PUBLIC)


_TEXT: _Values = {"type": "string"}
_DAY: _Values = {"type": ["string", "null"], "pattern": r"^\d{4}-\d{2}-\d{2}$"}
_DECISION: _Values = {
    "type": ["object", "null"],
    "additionalProperties": {"type": ["string", "null"]},
}
_SHARED: _Values = {
    "versi": {"const": VERSION, "description": "Versi bentuk berkas ini."},
    "skema": {"type": "string", "description": "Alamat skema berkas ini."},
    "contoh": {"type": "boolean", "description": "true: data peragaan, bukan data resmi."},
    "badan": {
        "type": "object",
        "properties": {field.name: _TEXT for field in fields(IdentitasBadan)},
        "required": [field.name for field in fields(IdentitasBadan)],
        "additionalProperties": False,
        "description": "Badan publik yang menerbitkan data ini.",
    },
    "opd": {"type": "string", "description": "Nama folder perangkat daerah."},
    "nama_opd": _TEXT,
    "tahun": {"type": "integer", "description": "Tahun daftar."},
    "keputusan": {**_DECISION, "description": "Keputusan yang menetapkan daftar."},
    "sumber": {"type": "object", "additionalProperties": _TEXT},
    "alamat": {"type": "string", "description": "Alamat halaman, dihitung dari akar situs."},
}
_CITED = ("peraturan", "pasal", "ayat", "huruf", "angka")
_TEST: _Values = {
    "uji_konsekuensi": {**_DECISION, "description": "Uji konsekuensi yang mendahuluinya."},
}
_EXCLUDED: _Values = {
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


def _schemas(kind: str, row: type[Row], daftar: type[Daftar], more: _Values) -> Iterator[Export]:
    shared = {**_SHARED, "jenis": {"const": kind}, **(_TEST if kind == "dik" else {})}
    item = {**{name: _column(row, name) for name in row.model_fields}, **more}
    said = {**_object(dict.fromkeys(Nihil.model_fields, _TEXT)), "type": ["object", "null"]}
    listed: _Values = {
        "disampaikan": _column(daftar, "disampaikan"),
        "salinan_resmi": {**_column(daftar, "salinan_resmi"), "type": "boolean"},
        "nihil": {**_column(daftar, "nihil"), **said},
        "butir": {"type": "array", "items": _object({"alamat": _SHARED["alamat"], **item})},
    }
    name = kind.upper()
    yield _schema(schema_url(kind), f"Satu informasi dalam {name}", {**shared, **item})
    yield _schema(list_schema_url(kind), f"{name} dengan semua isinya", {**shared, **listed})


def _schema(url: str, title: str, properties: _Values) -> Export:
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": title,
        **_object(properties),
    }
    return Export(url, f"{json.dumps(schema, ensure_ascii=False, indent=2)}\n".encode())


def _object(properties: _Values) -> _Values:
    return {
        "type": "object",
        "properties": properties,
        "required": sorted(properties),
        "additionalProperties": False,
    }


def _column(model: type[BaseModel], name: str) -> _Values:
    info = model.model_fields[name]
    about: _Values = {"title": info.title, "description": info.description}
    options = get_args(info.annotation)
    if options and all(isinstance(option, str) for option in options):
        return {**about, "enum": list(options)}
    return {**about, **(_DAY if type(None) in options else _TEXT)}
