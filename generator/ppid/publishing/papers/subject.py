"""What every paper of a list needs to know, and the phrases that name it."""

from dataclasses import dataclass
from datetime import date

from ppid.core.corpus import Corpus
from ppid.kinds.badan import Badan
from ppid.kinds.daftar import Daftar, DaftarDikecualikan, Penetapan, UjiKonsekuensi
from ppid.kinds.opd import ProfilOpd
from ppid.kinds.wording import DAFTAR
from ppid.publishing.papers.model import Blank, Paragraph, Proof, Style, Words
from ppid.publishing.papers.proof import proof_of
from ppid.values.dates import format_tanggal

PPID = "Pejabat Pengelola Informasi dan Dokumentasi"


@dataclass(frozen=True, slots=True)
class Subject:
    """A list with those who answer for it; `badan` and `opd` are their names."""

    daftar: Daftar
    corpus: Corpus
    badan: str
    opd: str
    proof: Proof

    @property
    def penetapan(self) -> Penetapan:
        """The decision behind the list; empty where there is none."""
        return self.daftar.penetapan or Penetapan.model_validate({})

    @property
    def unit(self) -> str:
        """The OPD of the officer who decides, where the data says who that is."""
        body, day = self.corpus.get(Badan), self.penetapan.tanggal
        term = body.ppid_utama_on(day) if body and day else None
        officer = self.penetapan.pejabat
        if term is None or not (officer == term.jabatan or "ppid utama" in officer.casefold()):
            return ""
        profil = self.corpus.get(ProfilOpd, term.opd)
        return profil.nama if profil else ""

    @property
    def atasan(self) -> str:
        """The office of the superior of the PPID."""
        body = self.corpus.get(Badan)
        return body.atasan_ppid.jabatan if body and body.atasan_ppid else ""


def subject_of(daftar: Daftar, corpus: Corpus) -> Subject:
    """Gather what is known of a list. Raises KeyError for a list without rows."""
    body, profil = corpus.get(Badan), corpus.get(ProfilOpd, daftar.id.opd)
    opd = profil.nama if profil else daftar.id.opd
    proof = proof_of(daftar, f"{DAFTAR[daftar.rows]} {daftar.id.tahun} {opd}", corpus)
    return Subject(daftar, corpus, body.nama if body else "", opd, proof)


def or_blank(text: str, note: str) -> str | Blank:
    """Return a text, or the place where it is missing."""
    return text or Blank(note)


def day_or_blank(day: date | None, note: str) -> str | Blank:
    """Return a date in words, or the place where it is missing."""
    return format_tanggal(day) if day else Blank(note)


def number_words(number: str, day: date | None, what: str) -> Words:
    """Write “Nomor … Tahun …”; `what` names the paper whose number it is."""
    year = str(day.year) if day else ""
    return (
        "Nomor ",
        or_blank(number, f"nomor {what}"),
        " Tahun ",
        or_blank(year, f"tahun {what}"),
    )


def number_line(number: str, day: date | None, what: str) -> Words:
    """Write the same in capitals, as a line of a title."""
    words = number_words(number, day, what)
    return tuple(
        word.upper() if isinstance(word, str) and word in {"Nomor ", " Tahun "} else word
        for word in words
    )


def test_of(daftar: Daftar) -> UjiKonsekuensi:
    """Return the consequence test behind a list; empty where there is none."""
    known = daftar.uji_konsekuensi if isinstance(daftar, DaftarDikecualikan) else None
    return known or UjiKonsekuensi.model_validate({})


def entry(marker: str, *words: str | Blank) -> Paragraph:
    """Make a numbered sentence."""
    return Paragraph(Style.BUTIR, (f"{marker}\t", *words))


def sentence(*words: str | Blank) -> Paragraph:
    """Make a paragraph of plain text."""
    return Paragraph(Style.ISI, words)


def title(*lines: str | Words) -> tuple[Paragraph, ...]:
    """Make the lines of a title."""
    return tuple(
        Paragraph(Style.JUDUL, (line,) if isinstance(line, str) else line) for line in lines
    )


def example_mark(subject: Subject) -> tuple[Paragraph, ...]:
    """Say before anything else that the data is a demonstration."""
    if not subject.daftar.contoh:
        return ()
    words = (
        "CONTOH. Isi naskah ini data peragaan, bukan surat resmi dan tidak untuk ditandatangani."
    )
    return (Paragraph(Style.CONTOH, (words,)),)


def signature(*lines: str | Blank | Words, meets: tuple[str, ...] = ()) -> tuple[Paragraph, ...]:
    """Make the lines above and below a signature."""
    return tuple(
        Paragraph(Style.TANDA_TANGAN, line if isinstance(line, tuple) else (line,), meets)
        for line in lines
    )
