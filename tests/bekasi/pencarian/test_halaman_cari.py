"""The search page of the city: what it understands, says, keeps in the address, and does alone."""

import gzip
import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.conftest import VIOLATIONS

pytestmark = pytest.mark.browser

Open = Callable[..., Any]

RESULTS = ".ppid-temu__hasil > li"
COUNT = ".ppid-temu__jumlah"
KIN = """async word => {
  const { loadWords } = await import("/assets/js/cari-mesin.js");
  return (await loadWords()).kin(word).map(([other]) => other);
}"""


def answered(page: Page) -> None:
    expect(page.locator("[data-cari]")).to_have_attribute("aria-busy", "false")


def test_vocabulary_stays_small(watch: Open) -> None:
    with watch() as seen:
        with seen.page.expect_response("**/kata.json") as answer:
            seen.open("cari/")
        vocabulary = answer.value.body()
    assert len(gzip.compress(vocabulary, mtime=0)) <= 60_000
    assert set(json.loads(vocabulary)) == {
        *("abai", "kata", "sinonim", "sebutan", "huruf", "umum", "tolong", "pengurus", "peraturan"),
        *("lain", "singkatan"),
    }


def test_slip_of_the_hand_is_forgiven_and_said(watch: Open) -> None:
    with watch() as seen:
        page = seen.open("cari/?q=imunisai")
        expect(page.locator("[data-keterangan]")).to_contain_text("Mungkin maksud Anda imunisasi?")
        expect(page.locator(RESULTS).first).to_contain_text(re.compile("imunisasi", re.IGNORECASE))
        page.get_by_role("link", name="imunisasi", exact=True).click()
        expect(page.locator("#cari-q")).to_have_value("imunisasi")
        answered(page)
        expect(page.locator("[data-keterangan]")).to_be_hidden()


@pytest.mark.parametrize(
    ("asked", "other"),
    [("pegawai", "kepegawaian"), ("pengecualian", "dikecualikan"), ("melaporkan", "laporan")],
)
def test_words_of_one_family_find_each_other(asked: str, other: str, watch: Open) -> None:
    with watch() as seen:
        assert other in seen.open("cari/").evaluate(KIN, asked)


@pytest.mark.parametrize("name", ["jenis", "opd", "tahun", "klasifikasi", "huruf"])
def test_every_facet_is_offered(name: str, watch: Open) -> None:
    with watch() as seen:
        page = seen.open("cari/?q=rekam+medis")
        expect(page.locator(f'[data-segi="{name}"] input').first).to_be_visible()


def test_letter_of_the_law_is_named(watch: Open) -> None:
    with watch() as seen:
        letters = seen.open("cari/?q=rekam+medis").locator('[data-segi="huruf"]')
        expect(letters).to_contain_text("Huruf h: Rahasia pribadi")


@pytest.mark.parametrize("asked", ["amdal", "anggaran", "laporan keuangan", "rekam medis"])
def test_hit_says_whether_there_is_a_file_or_until_when_it_is_withheld(
    asked: str, watch: Open
) -> None:
    with watch() as seen:
        hits = seen.open(f"cari/?q={asked.replace(' ', '+')}").locator(RESULTS)
        assert "2019" not in hits.first.locator(".ppid-temu__meta").inner_text()
        records = hits.filter(has=seen.page.locator("a[href*='/dip/'], a[href*='/dik/']"))
        said = [hit.locator("p").nth(1).inner_text() for hit in records.all()]
        assert said
        told = re.compile(
            r"^(Ada berkas|Dokumennya ada|Alamat dokumennya|.*[Dd]ikecualikan|\d+ inf)"
        )
        assert [line for line in said if not told.match(line)] == []
        labels = re.compile(r"Nomor: \d+, kode|Pejabat atau unit/satuan kerja")
        assert not labels.search(" ".join(hits.all_inner_texts()))


def test_suggestions_and_hits_of_the_demonstration_say_so_once(watch: Open) -> None:
    with watch() as seen:
        page = seen.open("cari/?q=rekam+medis")
        hit = page.locator(RESULTS).first
        expect(hit.locator(".ppid-temu__tahun")).to_have_text(re.compile(r"^Tahun lain: [\d, ]+$"))
        expect(hit.locator(".ppid-tanda--contoh")).to_have_count(1)
        page.locator("#cari-q").fill("rekam me")
        options = page.get_by_role("option")
        expect(options.first).to_have_text(re.compile(" contoh$"))
        page.locator("#cari-q").fill("perwal 27")
        expect(options.first).to_have_text(re.compile("Peraturan Wali Kota Nomor 27 Tahun 2017"))
        expect(options.first).not_to_contain_text("contoh")


def test_service_reports_do_not_come_before_the_financial_report(watch: Open) -> None:
    with watch() as seen:
        hits = seen.open("cari/?q=laporan+keuangan").locator(RESULTS)
        for hit in hits.all()[:3]:
            expect(hit.locator("a").first).to_have_text(re.compile("keuangan", re.IGNORECASE))
            expect(hit.locator("a").first).not_to_have_text(re.compile("layanan"))


def test_who_asks_for_the_office_of_a_matter_gets_its_page(watch: Open) -> None:
    with watch() as seen:
        for asked, office in (
            ("siapa yang mengurus pajak", "opd/bapenda/"),
            ("kontak dinas kesehatan", "opd/dinkes/"),
            ("siapa", "tentang/ppid/"),
            ("kontak", "layanan/kanal/"),
            ("jam buka", "layanan/kanal/"),
        ):
            first = seen.open(f"cari/?q={asked.replace(' ', '+')}").locator(RESULTS).first
            expect(first.locator("a").first).to_have_attribute("href", re.compile(f"{office}$"))


@pytest.mark.parametrize(
    ("asked", "target"),
    [
        ("privasi", "tentang/privasi/"),
        ("faq", "layanan/tanya-jawab/"),
        ("rss", "perubahan/ikuti/"),
        ("jam buka", "layanan/kanal/"),
        ("kip", "tentang/dasar-hukum/uu-14-2008/"),
        ("uu kip", "tentang/dasar-hukum/uu-14-2008/"),
        ("lapor", "layanan/keberatan/"),
        ("formulir", "layanan/naskah/"),
        ("formulir permohonan", "layanan/permohonan/"),
        ("nik bocor", "tentang/privasi/"),
        ("data pribadi saya tersebar", "tentang/privasi/"),
    ],
)
def test_what_a_visitor_expects_is_found_first(asked: str, target: str, watch: Open) -> None:
    with watch() as seen:
        first = seen.open(f"cari/?q={asked.replace(' ', '+')}").locator(RESULTS).first
        expect(first.locator("a").first).to_have_attribute("href", re.compile(f"/{target}$"))


def test_an_abbreviation_with_two_meanings_leads_to_both_and_neither_to_the_other(
    watch: Open,
) -> None:
    with watch() as seen:
        law = "a[href$='/tentang/dasar-hukum/uu-14-2008/']"
        pupils = "a[href*='/disdik/']"
        hits = seen.open("cari/?q=kip").locator(RESULTS)
        assert hits.locator(law).count() == 1
        assert hits.locator(pupils).count() >= 1
        for asked in ("beasiswa", "bos"):
            hits = seen.open(f"cari/?q={asked}").locator(RESULTS)
            assert hits.locator(pupils).count() >= 1
            assert hits.locator(law).count() == 0


def test_what_is_kept_elsewhere_is_said(watch: Open) -> None:
    with watch() as seen:
        for asked, keeper in (
            ("pdam", "perusahaan air minum daerah"),
            ("bpjs", "BPJS Kesehatan"),
            ("samsat", "samsat"),
            ("pln", "PLN"),
        ):
            remark = seen.open(f"cari/?q={asked}").locator("[data-keterangan]")
            expect(remark).to_contain_text(keeper)
        expect(seen.open("cari/?q=ktp").locator("[data-keterangan]")).to_be_hidden()


def test_quoted_question_costs_little(watch: Open) -> None:
    """The texts of all hits would be many times as much as the hits."""
    with watch() as seen:
        bodies: list[bytes] = []
        seen.page.on(
            "response",
            lambda answer: bodies.append(answer.body()) if "cari/indeks/" in answer.url else None,
        )
        seen.open('cari/?q="laporan+keuangan"')
        assert sum(len(gzip.compress(body, mtime=0)) for body in bodies) <= 75_000


def test_newest_year_comes_first(watch: Open) -> None:
    with watch() as seen:
        page = seen.open("cari/?q=tarif+layanan+puskesmas")
        newest = page.locator(RESULTS).first.locator(".ppid-temu__meta").inner_text()
        boxes = page.locator('[data-segi="tahun"] input')
        assert newest.endswith(max(boxes.evaluate_all("all => all.map(box => box.value)")))


def test_hit_says_kind_department_year_and_marks_what_was_asked(watch: Open) -> None:
    with watch() as seen:
        first = seen.open("cari/?q=gaji+pegawai").locator(RESULTS).first
        expect(first.locator("a mark").first).to_have_text("gaji")
        expect(first.locator(".ppid-temu__meta")).to_have_text(
            re.compile(r"^Informasi .+ · .+ · \d{4}$")
        )
        assert first.locator("p").last.inner_text().strip()
        assert not first.locator("p").last.inner_text().startswith("Kode:")


def test_request_names_the_department_that_probably_knows(watch: Open) -> None:
    with watch() as seen:
        page = seen.open("cari/?q=gorong-gorong+zzyzxq")
        expect(page.locator("[data-keterangan]")).to_contain_text("“zzyzxq”")
        office = "Dinas Bina Marga dan Sumber Daya Air"
        expect(page.locator("[data-mungkin] strong")).to_have_text(office)
        letter = page.get_by_label("Isi surat permintaan")
        expect(letter).to_have_value(re.compile(f"^Perangkat daerah: {office}$", re.MULTILINE))
        expect(page.get_by_role("link", name="Kirim lewat surel")).to_be_hidden()  # demonstration


def test_good_answer_needs_no_request(watch: Open) -> None:
    with watch() as seen:
        page = seen.open("cari/?q=anggaran")
        answered(page)
        expect(page.locator("[data-surat]")).to_be_hidden()


@pytest.mark.parametrize("asked", ["rekam medis", "imunisai", "zzyzxq"])
@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 1280), ("light", 320)])
def test_results_are_accessible(asked: str, scheme: str, width: int, watch: Open) -> None:
    with watch(width=width, color_scheme=scheme) as seen:
        page = seen.open(f"cari/?q={asked}")
        answered(page)
        page.locator("[data-segi]").evaluate_all("all => all.forEach(one => { one.open = true; })")
        found = Axe().run(page, options=VIOLATIONS)
        assert found.response["violations"] == [], found.generate_report()
        width_of = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert page.evaluate(width_of) == 0


@pytest.mark.parametrize(
    ("english", "meant"),
    [
        ("budget", "APBD|anggaran"),
        ("flood", "banjir"),
        ("school", "pendidikan|sekolah"),
        ("road", "jalan"),
        ("land", "tanah|lahan"),
        ("audited", "audit"),
        ("salary", "tunjangan|gaji|upah"),
        ("tax", "pajak"),
        ("procurement", "pengadaan|lelang"),
        ("permit", "izin|ijin"),
        ("hospital", "rumah sakit|RSUD"),
        ("health", "kesehatan"),
        ("birth certificate", "akta"),
        ("identity card", "KTP"),
        ("garbage", "sampah"),
        ("jobs", "lowongan|kerja"),
        ("map", "peta"),
        ("regulation", "peraturan|regulasi"),
        ("complaint", "aduan|adu|keluhan"),
        ("traffic", "lalu lintas|macet|kemacetan"),
        ("population", "penduduk"),
        ("social assistance", "bantuan sosial|bantuan"),
        ("contact", "kanal|kontak"),
        ("objection", "keberatan"),
    ],
)
def test_english_word_finds_what_it_is_called_here(english: str, meant: str, watch: Open) -> None:
    with watch() as seen:
        first = seen.open(f"cari/?q={english}").locator(RESULTS).first
        expect(first.locator("a").first).to_have_text(re.compile(meant, re.IGNORECASE))
