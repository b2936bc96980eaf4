"""Which reader reads which field of a list."""

from collections.abc import Mapping
from functools import partial

from ppid.core.corpus import Corpus
from ppid.handing_in.intake.model import Target
from ppid.handing_in.intake.reading.address import read_address, read_obligations
from ppid.handing_in.intake.reading.classes import read_class
from ppid.handing_in.intake.reading.code import read_code
from ppid.handing_in.intake.reading.day import read_day, read_moment
from ppid.handing_in.intake.reading.forms import read_form, read_scope
from ppid.handing_in.intake.reading.legal_basis import read_legal_basis
from ppid.handing_in.intake.reading.office import office_reader
from ppid.handing_in.intake.reading.plain import read_plain
from ppid.handing_in.intake.reading.term import read_retention, read_term
from ppid.handing_in.intake.reading.title import read_title
from ppid.handing_in.intake.reading.verdict import Reader


def readers_for(target: Target, corpus: Corpus) -> Mapping[str, Reader]:
    """Return the reader of every field of the list's rows, in the order of its columns."""
    office = office_reader(corpus)
    if target.jenis == "dik":
        return {
            "kode": read_code,
            "informasi": read_title,
            "cakupan": read_scope,
            "bagian": read_plain,
            "dasar_hukum": read_legal_basis,
            "konsekuensi_dibuka": read_plain,
            "konsekuensi_ditutup": read_plain,
            "jangka_waktu": read_term,
            "mulai": read_day,
            "penguasa": office,
            "penanggung_jawab": office,
            "catatan": read_plain,
        }
    return {
        "kode": read_code,
        "informasi": read_title,
        "klasifikasi": read_class,
        "kewajiban": read_obligations,
        "penguasa": office,
        "penanggung_jawab": office,
        "waktu_pembuatan": partial(read_moment, tahun=target.tahun),
        "tempat_pembuatan": read_plain,
        "bentuk": read_form,
        "retensi": read_retention,
        "tautan": read_address,
        "diperbarui": read_day,
        "catatan": read_plain,
    }
