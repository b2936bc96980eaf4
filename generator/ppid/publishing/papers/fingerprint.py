"""From which contents of a list a paper was made, so that anybody can see whether they changed.

The fingerprint of a signed paper must hold for years, while columns come and go with the program.
So it is not that of the CSV, but of a canonical form with a number: names of fields that never
change within a version, every value as it is written in the list, and no empty ones. What the
program computes, such as the end of a term, is not part of it.
"""

import hashlib
import json
from typing import Final

from ppid.core.corpus import Corpus
from ppid.core.page import Export
from ppid.kinds.daftar import Daftar
from ppid.kinds.rows import Row, rows_of
from ppid.publishing.papers.model import Proof

VERSION: Final = 1
"""Another form is another version; papers on file name the one with which they were signed."""
FIELDS: Final = {
    "dik": (
        "kode",
        "informasi",
        "cakupan",
        "bagian",
        "dasar_hukum",
        "konsekuensi_dibuka",
        "konsekuensi_ditutup",
        "jangka_waktu",
        "mulai",
        "penguasa",
        "penanggung_jawab",
        "catatan",
    ),
    "dip": (
        "kode",
        "informasi",
        "klasifikasi",
        "kewajiban",
        "penguasa",
        "penanggung_jawab",
        "waktu_pembuatan",
        "tempat_pembuatan",
        "bentuk",
        "retensi",
        "tautan",
        "diperbarui",
        "catatan",
    ),
}
"""The fields of version 1 in their order; a field that was added since follows by its name."""


def proof_of(daftar: Daftar, corpus: Corpus) -> Proof:
    """Return the canonical form of a list as a file beside it, with its fingerprint."""
    _, opd, tahun, _ = daftar.id
    rows = [_filled(row, FIELDS[daftar.rows]) for row in rows_of(daftar, corpus)]
    about = {"bentuk": VERSION, "jenis": daftar.rows, "opd": opd, "tahun": tahun}
    written = json.dumps(
        {**about, "contoh": daftar.contoh, "butir": rows}, ensure_ascii=False, indent=1
    )
    name = f"{daftar.rows}-{opd}-{tahun}.sidik-{VERSION}.json"
    export = Export(f"opd/{opd}/{daftar.rows}/{tahun}/{name}", f"{written}\n".encode())
    return Proof(export, hashlib.sha256(export.content).hexdigest(), VERSION)


def _filled(row: Row, fields: tuple[str, ...]) -> dict[str, str]:
    """Return what a row says, as it is written; a field that is left as it was says nothing."""
    known = type(row).model_fields
    later = sorted(set(known) - set(fields))
    values = ((name, getattr(row, name)) for name in (*fields, *later))
    return {n: str(v) for n, v in values if v not in {None, "", known[n].default}}
