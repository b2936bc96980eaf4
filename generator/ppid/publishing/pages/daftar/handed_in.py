"""When a list was handed in, in words and as a state; said of a demonstration only as of one."""

from datetime import date
from functools import lru_cache

from ppid.checking.rules.freshness import day_of_year
from ppid.core.corpus import Corpus
from ppid.core.page import Cell
from ppid.kinds.badan import Badan
from ppid.kinds.daftar import Daftar
from ppid.kinds.wording import format_tanggal


@lru_cache(maxsize=1024)
def deadline_of(rows: str, tahun: int, corpus: Corpus) -> date | None:
    """Return the day by which the list of a year was to be handed in; None when unknown."""
    badan = corpus.get(Badan)
    if badan is None:
        return None
    limits = badan.batas_penyampaian
    return day_of_year(tahun, limits.dik if rows == "dik" else limits.dip)


def _is_late(daftar: Daftar, corpus: Corpus) -> bool:
    deadline = deadline_of(daftar.rows, daftar.id.tahun, corpus)
    return bool(deadline and daftar.disampaikan and daftar.disampaikan > deadline)


def example_mark(daftar: Daftar | None, corpus: Corpus) -> str:
    """Mark a single demonstration among real lists; where all are, the page says so itself."""
    badan = corpus.get(Badan)
    alone = daftar is not None and daftar.contoh and not (badan and badan.contoh)
    return " (contoh)" if alone else ""


def state_of(daftar: Daftar | None, corpus: Corpus) -> Cell:
    """Say in words and shape whether a list was handed in."""
    if daftar is None:
        return Cell("Belum ada berkas di situs ini", state="tidak-berlaku")
    if daftar.nihil:
        return Cell("Dinyatakan nihil", state="terpenuhi")
    if daftar.disampaikan is None:
        return Cell("Tanggalnya tidak disebutkan", state="tidak-berlaku")
    if _is_late(daftar, corpus):
        return Cell("Setelah batas waktu", state="sebagian")
    return Cell("Disampaikan", state="terpenuhi")


def sentence(daftar: Daftar, corpus: Corpus) -> str:
    """Say when PPID Utama received a list; empty when nobody knows."""
    if daftar.disampaikan is None:
        return ""
    day = format_tanggal(daftar.disampaikan)
    deadline = deadline_of(daftar.rows, daftar.id.tahun, corpus)
    if deadline is None or not _is_late(daftar, corpus):
        return f"Daftar diterima PPID Utama pada {day}."
    example = " dalam data contoh ini" if daftar.contoh else ""
    limit = format_tanggal(deadline)
    return f"Daftar diterima PPID Utama pada {day}{example}; batas waktunya {limit}."
