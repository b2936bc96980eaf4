"""From which bytes a paper was made, and how anybody can see that they are still the same."""

import hashlib

from ppid.core.corpus import Corpus
from ppid.kinds.daftar import Daftar
from ppid.publishing.papers.model import Blank, Paragraph, Proof, Style, Words
from ppid.publishing.sheets import sheet_of
from ppid.values.dates import format_tanggal


def proof_of(daftar: Daftar, list_name: str, corpus: Corpus) -> Proof:
    """Take the fingerprint of the file of a list: the very bytes that the site offers as CSV."""
    export = sheet_of(daftar, corpus).export
    decided = daftar.ditetapkan
    day = decided or daftar.disampaikan
    sort = "tanggal keputusan" if decided else "tanggal diterima PPID Utama"
    said = f"{format_tanggal(day)} ({sort})" if day else Blank("tanggal daftar")
    return Proof(list_name, export.url, hashlib.sha256(export.content).hexdigest(), (said,))


def proof_paragraphs(proof: Proof, daftar: Daftar) -> tuple[Paragraph, ...]:
    """Say from what the paper was made, what it is worth, and how to check it."""
    name, state = proof.file_name, _standing(daftar)
    made_from = (f"Disusun dari {proof.list_name}. Tanggal daftar: ", *proof.list_date, ". ", state)
    check = (
        f"Sidik dihitung dari berkas {proof.file_url} di situs PPID. Untuk memeriksa, unduh berkas "
        f"itu lalu jalankan: sha256sum {name} (Windows: certutil -hashfile {name} SHA256). Bila "
        "sama, isi daftar belum berubah sejak naskah ini disusun."
    )
    lines: tuple[Words, ...] = (
        made_from,
        (f"Sidik SHA-256 isi daftar: {proof.sha256}",),
        (check,),
    )
    return tuple(Paragraph(Style.KETERANGAN, words) for words in lines)


def _standing(daftar: Daftar) -> str:
    if daftar.contoh:
        return "Naskah ini contoh dan tidak untuk ditandatangani."
    if daftar.salinan_resmi:
        return "Daftar ini salinan keputusan yang sudah terbit; cetakan ini bukan naskah aslinya."
    return "Naskah ini menjadi surat resmi sesudah diisi lengkap dan ditandatangani."
