"""Papers on a change of status: the sheet of the test and the decision.

PerKI 1/2021 Pasal 53, Lampiran IV and Lampiran V.
"""

from ppid.publishing.papers.altered import Altered, altered_since
from ppid.publishing.papers.keputusan import signed
from ppid.publishing.papers.laws import KIP, PERKI
from ppid.publishing.papers.lembar_uji import approval, testers
from ppid.publishing.papers.model import (
    Blank,
    Block,
    Column,
    Grid,
    Paper,
    Paragraph,
    Sheet,
    Style,
    Words,
)
from ppid.publishing.papers.proof import proof_paragraphs
from ppid.publishing.papers.rows import cell, information
from ppid.publishing.papers.subject import (
    PPID,
    Subject,
    entry,
    example_mark,
    number_line,
    number_words,
    sentence,
    title,
)
from ppid.values.dates import format_tanggal
from ppid.values.numbers import format_bulat

_LAW, _WEIGHING = "Dasar Hukum Pengecualian", "Konsekuensi"
_BEFORE, _AFTER = "Pertimbangan Sebelumnya", "Pertimbangan Pengubahan"
COLUMNS = (
    Column(("Informasi yang Dikecualikan",), 20),
    Column((_LAW, "Semula"), 14),
    Column((_LAW, "Pengubahan"), 14),
    Column((_WEIGHING, _BEFORE, "Dibuka"), 15),
    Column((_WEIGHING, _BEFORE, "Ditutup"), 15),
    Column((_WEIGHING, _AFTER, "Ditutup"), 15),
    Column(("Jangka Waktu",), 12),
)
_SUBJECT = "PENGUBAHAN STATUS INFORMASI YANG DIKECUALIKAN"
_SHEET, _DECISION = "lembar pengujian pengubahan", "keputusan pengubahan"


def pengubahan(subject: Subject) -> tuple[Paper, ...]:
    """Make both papers; none for a list in which no status changed."""
    altered = altered_since(subject.daftar, subject.corpus)
    return (_sheet(subject, altered), _decision(subject, altered)) if altered else ()


def _sheet(subject: Subject, altered: tuple[Altered, ...]) -> Paper:
    blocks: tuple[Block, ...] = (
        *example_mark(subject),
        *title(
            "LEMBAR PENGUJIAN KONSEKUENSI",
            f"TERHADAP {_SUBJECT}",
            number_line("", None, _SHEET),
        ),
        _opening(subject),
        _grid(altered),
        *testers(),
        *approval(),
        *proof_paragraphs(subject.proof, subject.daftar),
    )
    return Paper(
        name="lembar-pengubahan",
        title=f"Lembar pengujian pengubahan status {subject.daftar.id.tahun}",
        annex="PerKI 1/2021 Lampiran IV",
        about=subject.opd,
        sheets=(Sheet(blocks, wide=True),),
        proof=subject.proof,
        contoh=subject.daftar.contoh,
    )


def _opening(subject: Subject) -> Paragraph:
    return sentence(
        "Pada hari ini ",
        Blank("hari pengujian"),
        " tanggal ",
        Blank("tanggal pengujian"),
        " bertempat di ",
        Blank("tempat pengujian"),
        " telah dilakukan Pengujian Konsekuensi terhadap pengubahan status Informasi yang "
        f"Dikecualikan yang dikuasai {subject.opd} sebagai berikut:",
    )


def _decision(subject: Subject, altered: tuple[Altered, ...]) -> Paper:
    body = subject.badan.upper()
    first: tuple[Block, ...] = (
        *example_mark(subject),
        *title(
            f"PENETAPAN {PPID.upper()} {body}",
            number_line("", None, _DECISION),
            "TENTANG",
            _SUBJECT,
        ),
        Paragraph(Style.TENGAH, (f"{PPID.upper()} {body},",)),
        *_grounds(subject),
        Paragraph(Style.TENGAH, ("MEMUTUSKAN:",)),
        Paragraph(Style.BAGIAN, ("Menetapkan",)),
        sentence(f"PENETAPAN {PPID.upper()} {body} TENTANG {_SUBJECT}."),
        *_articles(subject, len(altered)),
        *signed(subject, decided=False),
    )
    annex: tuple[Block, ...] = (
        *title("LAMPIRAN", f"TENTANG {_SUBJECT}", number_line("", None, _DECISION)),
        _grid(altered),
        *signed(subject, decided=False),
        *proof_paragraphs(subject.proof, subject.daftar),
    )
    return Paper(
        name="keputusan-pengubahan",
        title=f"Surat keputusan pengubahan status informasi {subject.daftar.id.tahun}",
        annex="PerKI 1/2021 Lampiran V",
        about=subject.opd,
        sheets=(Sheet(first), Sheet(annex, wide=True)),
        proof=subject.proof,
        contoh=subject.daftar.contoh,
    )


def _grounds(subject: Subject) -> tuple[Paragraph, ...]:
    return (
        Paragraph(Style.BAGIAN, ("Menimbang",)),
        entry(
            "a.",
            f"bahwa berdasarkan Pasal 53 ayat (2) {PERKI}, pengubahan status Informasi yang "
            "dikecualikan dilakukan berdasarkan pengujian konsekuensi dan persetujuan dari "
            "pimpinan Badan Publik;",
        ),
        entry(
            "b.",
            f"bahwa pengubahan status Informasi yang dikecualikan yang dikuasai {subject.opd} "
            "perlu ditetapkan dalam bentuk surat keputusan sesuai dengan Pasal 53 ayat (5) "
            f"{PERKI};",
        ),
        Paragraph(Style.BAGIAN, ("Mengingat",)),
        entry("1.", f"{KIP};"),
        entry("2.", f"{PERKI};"),
        Paragraph(Style.BAGIAN, ("Memperhatikan",)),
        entry(
            "1.",
            "Lembar Pengujian Konsekuensi Terhadap Pengubahan Status Informasi yang Dikecualikan ",
            *number_words("", None, _SHEET),
            ";",
        ),
        entry(
            "2.",
            "persetujuan pimpinan Badan Publik ",
            Blank("nomor dan tanggal persetujuan pimpinan Badan Publik"),
            ";",
        ),
    )


def _articles(subject: Subject, count: int) -> tuple[Paragraph, ...]:
    return (
        sentence(
            f"PERTAMA: Status {format_bulat(count)} Informasi yang Dikecualikan yang dikuasai "
            f"{subject.opd} diubah sebagaimana tercantum dalam Lampiran yang merupakan bagian "
            "yang tidak terpisahkan dari Penetapan ini."
        ),
        sentence("KEDUA: Penetapan ini mulai berlaku pada tanggal ditetapkan."),
    )


def _grid(altered: tuple[Altered, ...]) -> Grid:
    caption = "Informasi yang berubah status sejak daftar sebelumnya"
    return Grid(caption, COLUMNS, tuple(_row(each) for each in altered))


def _row(each: Altered) -> tuple[Words, ...]:
    was, now = each.before, each.after
    widened = now is not None and was["cakupan"] != now.cakupan
    return (
        (*information(each.row), f"; semula {was['cakupan']}" if widened else ""),
        cell(was["dasar_hukum"], "dasar hukum semula"),
        _now_law(each),
        cell(was["konsekuensi_dibuka"], "pertimbangan sebelumnya bila dibuka"),
        cell(was["konsekuensi_ditutup"], "pertimbangan sebelumnya bila ditutup"),
        cell(now.konsekuensi_ditutup if now else "", "pertimbangan pengubahan"),
        _now_term(each),
    )


def _now_law(each: Altered) -> Words:
    if each.after:
        return cell(each.after.dasar_hukum, "dasar hukum pengubahan")
    if each.opened_in:
        return (f"Dibuka; tercantum dalam Daftar Informasi Publik {each.opened_in.tahun}",)
    if each.ended:
        end = format_tanggal(each.ended)
        return (f"Jangka waktu berakhir {end} (PerKI 1/2021 Pasal 52 ayat (2))",)
    return (Blank("dasar hukum pengubahan"),)


def _now_term(each: Altered) -> Words:
    was = each.before["jangka_waktu"]
    before = f"Semula: {was}. " if was else ""
    if each.after:
        now = each.after.jangka_waktu
        same = bool(now) and now == was
        return (now,) if same else (before, "Menjadi: ", now or Blank("jangka waktu pengubahan"))
    if each.opened_in or each.ended:
        return (f"{before}Tidak dikecualikan lagi.",)
    return (before, Blank("jangka waktu sesudah pengubahan"))
