"""What the two founding documents say stands on the built pages, and nothing more than they say.

They are the city's news of 10 January 2019 and the advertorial of 30 September 2021. Their facts
are quoted here in the words of the pages, each once; offices stand for the persons they name.
"""

import re
from functools import cache
from pathlib import Path

import pytest
import yaml
from lxml import html

from tests.conftest import ROOT

MEETING = "kegiatan/2019-01-10-rapat-koordinasi-ppid/"
VISIT = "kegiatan/2021-09-30-kunjungan-ppid-kabupaten-subang/"
DECREE = "regulasi/perwal-73-2018/"
CHANNELS = "layanan/kanal/"
FACTS = (
    # ---- the news of 2019
    (MEETING, "Kamis, 10 Januari 2019"),
    (MEETING, "PPID Utama (Kepala Bagian Hubungan Masyarakat Sekretariat Daerah)"),
    (MEETING, "PPID Utama mengadakan rapat koordinasi dengan PPID Pembantu"),
    (MEETING, "menyosialisasikan perubahan Perwal tentang pelayanan informasi"),
    (MEETING, "pelayanan masyarakat optimal dan prosesnya lebih cepat"),
    (MEETING, "Rapat dibuka oleh Penjabat Sekretaris Daerah"),
    (MEETING, "segera membuat SK PPID Pembantu, sebagai turunan perubahan Perwal"),
    (MEETING, "segera mengumpulkan DIK 2019"),
    (MEETING, "belum memahami kerja sama media (advertorial) dipersilakan berkonsultasi"),
    (MEETING, "Pelayanan PPID tahun 2018 dievaluasi"),
    (MEETING, "Perwal 27/2017 diubah dengan Perwal 73/2018"),
    (MEETING, "sebelumnya berada di Diskominfostandi, beralih ke Bagian Hubungan Masyarakat"),
    (MEETING, "menyederhanakan pelaporan pelayanan informasi kepada Sekretaris Daerah"),
    (MEETING, "selaku atasan dan pengarah PPID Utama"),
    (MEETING, "sebelumnya terpusat dan harus melalui PPID Utama menjadi langsung"),
    (MEETING, "PPID Pembantu di perangkat daerah dapat melayani permintaan sendiri"),
    (MEETING, "untuk harmonisasi dengan pemohon"),
    (MEETING, "menjaga harmonisasi masyarakat dan mengejar capaian “prima dan cepat”"),
    (MEETING, "masyarakat “tidak perlu menunggu lama” untuk memperoleh informasi terbaru"),
    (MEETING, "Pelayanan informasi yang paripurna dari tahun ke tahun"),
    (MEETING, "indeks kepuasan masyarakat yang meningkat"),
    (MEETING, "daerah percontohan di tingkat regional maupun nasional"),
    (DECREE, "tentang Perubahan atas Peraturan Wali Kota Bekasi Nomor 27 Tahun 2017"),
    (DECREE, "PPID Utama berpindah dari Diskominfostandi ke Bagian Hubungan Masyarakat"),
    (DECREE, "setiap permintaan harus melalui PPID Utama"),
    (CHANNELS, "Jalan Jenderal Ahmad Yani Nomor 1, Gedung Perkantoran Lantai Dasar, Bekasi"),
    (CHANNELS, "info@bekasikota.go.id"),
    (CHANNELS, "(021) 88961767"),
    (CHANNELS, "(021) 88959980 atau (021) 88960250"),
    # ---- the advertorial of 2021
    (VISIT, "Kamis, 30 September 2021"),
    (VISIT, "advertorial, bertanda “Adv Humas”"),
    (VISIT, "Sumbernya sebuah advertorial, bukan liputan redaksi"),
    (VISIT, "Kepala Bagian Hubungan Masyarakat Sekretariat Daerah Kota Bekasi selaku PPID Utama"),
    (VISIT, "Kepala Subbagian Hubungan Dokumentasi Internal"),
    (VISIT, "Kepala Subbagian Publikasi Eksternal"),
    (VISIT, "Kepala Dinas Komunikasi dan Informatika Kabupaten Subang"),
    (VISIT, "Sekretaris Dinas Komunikasi dan Informatika Kabupaten Subang, beserta jajaran"),
    (VISIT, "prosedur (SOP), alur, proses, serta apa saja yang ada dalam PPID dan Humas"),
    (VISIT, "Sekretaris Dinas Komunikasi dan Informatika yang berbicara selaku PPID Utama"),
    (VISIT, "mereka berkonsultasi dengan Komisi Informasi"),
    (VISIT, "salah satu kota berkategori Badan Publik Informatif"),
    (VISIT, "PPID Utama Kota Bekasi berada di bagian itu"),
    (VISIT, "mendokumentasikan dan memublikasikan kegiatan pimpinan dan perangkat daerah"),
    (VISIT, "khususnya Diskominfostandi dan Dinas Kesehatan"),
    (VISIT, "SP4N-LAPOR, media sosial, Humas Terpadu, serta pusat panggilan 119 dan 1500-444"),
    (VISIT, "laman dan media sosial yang dikelola bagian itu"),
    (VISIT, "masyarakat lebih mudah mencari informasi"),
    (
        VISIT,
        "tim monitoring Provinsi Jawa Barat lebih mudah menilai faktor keterbukaan secara daring",
    ),
    (VISIT, "Setiap tahun PPID Utama melatih, memantau, dan mengevaluasi PPID Pembantu"),
    (VISIT, "pelayanan kepada masyarakat lebih kuat dan proses permintaan informasi lebih cepat"),
    (CHANNELS, "SP4N-LAPOR"),
    (CHANNELS, "Media sosial Bagian Humas"),
    (CHANNELS, "Humas Terpadu"),
    (CHANNELS, "Call Center 1500-444"),
    (CHANNELS, "Call Center 119"),
)
UNSURE = "belum dipastikan; terakhir disebut "


@cache
def said(page: Path) -> str:
    """Return the words of a page between its header and its footer."""
    tree = html.document_fromstring(page.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))
    (article,) = tree.iter("article")
    return re.sub(r"\s+([,.])", r"\1", " ".join(article.text_content().split()))


@pytest.mark.parametrize(("address", "words"), FACTS)
def test_the_page_says_it(situs_kota: Path, address: str, words: str) -> None:
    assert words in said(situs_kota / address / "index.html")


def channels(situs_kota: Path) -> dict[str, dict[str, str]]:
    """Return the cells of each channel by the heading of their column."""
    page = (situs_kota / CHANNELS / "index.html").read_bytes()
    tree = html.document_fromstring(page, parser=html.HTMLParser(encoding="utf-8"))
    found = {}
    for table in tree.xpath("//article//table"):
        heads = [" ".join(cell.text_content().split()) for cell in table.xpath("./thead//th")]
        for row in table.xpath("./tbody/tr"):
            cells = [" ".join(cell.text_content().split()) for cell in row]
            found[cells[0]] = dict(zip(heads, cells, strict=True))
    return found


def test_a_channel_of_which_only_a_mention_is_known_is_not_said_to_be_valid(
    situs_kota: Path,
) -> None:
    """The news says of no channel until when it is there; only the regulation of 112 does."""
    found = channels(situs_kota)
    sure = [name for name, row in found.items() if not row["Masa berlaku"].startswith(UNSURE)]
    assert sure == ["Patriot Siaga 112"]
    assert said(situs_kota / CHANNELS / "index.html").count("1 kanal berlaku pada") == 1
    last = {name: row["Masa berlaku"].removeprefix(UNSURE) for name, row in found.items()}
    assert last["Faksimile Pemerintah Kota Bekasi"] == "10 Januari 2019"
    assert last["SMS LAPOR 1708"] == "Oktober 2020"
    for name in ("Humas Terpadu", "Media sosial Bagian Humas", "Call Center 119", "SP4N-LAPOR"):
        assert last[name] == "30 September 2021"


def test_no_source_names_what_came_after_119_and_1500444(situs_kota: Path) -> None:
    for name in ("Call Center 119", "Call Center 1500-444"):
        row = channels(situs_kota)[name]
        assert not re.search("ganti|sekarang|112", " ".join(row.values()).casefold())
    assert "Meja layanan informasi" not in channels(situs_kota)


def test_nobody_is_said_to_have_come_of_whom_the_news_does_not_speak(situs_kota: Path) -> None:
    page = said(situs_kota / MEETING / "index.html")
    assert not re.search("(semua|seluruh|setiap) (PPID Pembantu|perangkat daerah)", page)


def test_what_the_meeting_asked_is_not_said_of_the_decree(situs_kota: Path) -> None:
    page = said(situs_kota / DECREE / "index.html")
    summary, _, note = page.partition("Hubungan dengan peraturan lain")
    assert "SK PPID Pembantu" not in summary
    assert "disampaikan dalam rapat itu" in note
    assert "apakah Perwal ini sendiri memintanya, belum dipastikan" in note


def test_every_officer_has_a_source_that_speaks_of_officers_or_says_so(situs_kota: Path) -> None:
    """The source of a profile tells its name; that its secretary is PPID is told elsewhere."""
    known = {
        "koranmediasi.com, 14 Januari 2022 (sekretaris perangkat daerah sebagai PPID Pembantu)",
        "matafakta.com, 31 Januari 2020 (sekretaris kecamatan diundang ke rapat PPID)",
        "belum dipastikan",
    }
    profiles = sorted((ROOT / "data/opd").glob("*/profil.yml"))
    assert profiles
    for path in profiles:
        profil = yaml.safe_load(path.read_text("utf-8"))
        officer, opd = profil["ppid_pelaksana"], path.parent.name
        assert officer["sumber"] in known, opd
        secretary = officer["jabatan"].startswith(("Sekretaris ", "Sekretaris Kecamatan "))
        assert secretary is (officer["sumber"] != "belum dipastikan"), opd
        page = said(situs_kota / "opd" / opd / "index.html")
        assert f"Sumber: {officer['sumber']}" in page, opd
        unsure = profil["sumber"].casefold().startswith(("belum diverifikasi", "belum dipastikan"))
        assert unsure is ("Nama dan keterangan di halaman ini belum diverifikasi." in page), opd
    address = said(situs_kota / "opd/setda/index.html")
    assert (
        "Berita Pemerintah Kota Bekasi, 10 Januari 2019 (nama, alamat, surel, dan telepon"
        in address
    )
