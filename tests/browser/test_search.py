"""Search finds rows by their titles, counts them, and can be sent as an address."""

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import SHIFTS, VIOLATIONS

pytestmark = pytest.mark.browser

Open = Callable[..., Any]

COUNT = ".ppid-temu__jumlah"
DIK = "Posisi tawar pemerintah kota dalam kerja sama penyediaan air"
DIP = "Peringatan dini wabah demam berdarah di sekitar danau"


def violations(page: Page) -> list[str]:
    return [
        violation["id"] for violation in Axe().run(page, options=VIOLATIONS).response["violations"]
    ]


@pytest.mark.parametrize(
    ("title", "target"),
    [
        (DIK, "opd/setda/dik/2021/set-negosiasi/"),
        (DIP, "opd/dinkes/dip/2021/kes-siaga-dbd/"),
    ],
    ids=["DIK", "DIP"],
)
def test_row_is_found_by_its_title(title: str, target: str, watch: Open) -> None:
    with watch() as seen:
        page = seen.open("cari/")
        page.locator("#cari-q").fill(title)
        first = page.locator(".ppid-temu__hasil > li").first
        expect(first.get_by_role("link")).to_have_text(title)
        expect(page.locator(".ppid-temu__jumlah")).to_have_text(re.compile(r"^\d+ hasil untuk “"))
        assert "q=" + title.split(maxsplit=1)[0] in page.url
        first.get_by_role("link").click()
        page.wait_for_url(seen.address + target)
        expect(page.locator("h1")).to_have_text(title)


@pytest.mark.parametrize(
    "question", ["siapa belum menyerahkan DIK 2021", "opd yang belum setor dip 2021"]
)
def test_who_has_not_handed_in_is_found_first(question: str, watch: Open) -> None:
    with watch() as seen:
        page = seen.open(f"cari/?{urlencode({'q': question})}")
        first = page.locator(".ppid-temu__hasil > li").first.get_by_role("link").first
        expect(first).to_have_attribute("href", re.compile(r"kelengkapan/2021/penyerahan/$"))


def test_address_with_a_question_shows_its_answer(watch: Open) -> None:
    with watch() as seen:
        page = seen.open("cari/?q=demam+berdarah")
        expect(page.locator("#cari-q")).to_have_value("demam berdarah")
        expect(page.locator(".ppid-temu__hasil")).to_contain_text(DIP)
        page.reload(wait_until="networkidle")
        expect(page.locator(".ppid-temu__hasil")).to_contain_text(DIP)


def test_first_hit_does_not_wait_for_the_texts_of_the_others(watch: Open) -> None:
    with watch() as seen:
        came: list[str] = []
        held: list[Route] = []

        def only_first(route: Route) -> None:
            if came:
                held.append(route)
            else:
                came.append(route.request.url)
                route.continue_()

        seen.page.route("**/cari/indeks/i/*", only_first)
        seen.page.goto(f"{seen.address}cari/?q=anggaran", wait_until="commit")
        hits = seen.page.locator(".ppid-temu__hasil > li")
        expect(hits.first).to_be_visible()
        assert held
        before = hits.count()
        for route in held:
            route.continue_()
        expect(hits.nth(before)).to_be_visible()


@pytest.mark.parametrize("asked", ["q=anggaran", "q=anggaran&tahun=2021", "q=kucing"])
@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_moves_while_an_answer_comes_in(asked: str, width: int, watch: Open) -> None:
    with watch(width=width) as seen:
        page = seen.open(f"cari/?{asked}")
        expect(page.locator("[data-cari]")).to_have_attribute("aria-busy", "false")
        assert page.evaluate(SHIFTS) == 0


def test_facets_count_and_narrow_down(watch: Open) -> None:
    with watch() as seen:
        page = seen.open("cari/?q=anggaran")
        count = page.locator(".ppid-temu__jumlah")
        expect(count).to_have_text(re.compile(r"^\d+ hasil untuk “anggaran”\.$"))
        box = page.get_by_role("checkbox", name=re.compile(r"^Informasi Publik\s*\d+$"))
        number = int(re.findall(r"\d+$", box.locator("xpath=..").inner_text().strip())[0])
        box.check()
        expect(count).to_have_text(f"{number} hasil untuk “anggaran” dengan saringan ini.")
        assert page.url.endswith("cari/?q=anggaran&jenis=Informasi+Publik")
        expect(page.locator(".ppid-temu__hasil > li")).to_have_count(number)


def test_address_reload_and_back_keep_what_was_asked(watch: Open) -> None:
    with watch() as seen:
        page = seen.open("cari/?q=anggaran")
        count = page.locator(COUNT)
        before = count.inner_text()
        page.get_by_role("checkbox", name=re.compile(r"^Informasi Publik")).check()
        expect(count).to_contain_text("dengan saringan ini.")
        narrowed = count.inner_text()
        page.reload(wait_until="networkidle")
        expect(count).to_have_text(narrowed)
        page.go_back()
        expect(count).to_have_text(before)
        expect(page.get_by_role("checkbox", checked=True)).to_have_count(0)
        page.go_forward()
        expect(count).to_have_text(narrowed)
        page.locator(".ppid-temu__hasil a").first.click()
        page.go_back()
        expect(count).to_have_text(narrowed)
        expect(page.locator("#cari-q")).to_have_value("anggaran")


def test_typing_leaves_no_step_to_go_back_to(watch: Open) -> None:
    with watch() as seen:
        page = seen.open("cari/")
        page.locator("#cari-q").press_sequentially("demam", delay=300)
        expect(page.locator(COUNT)).to_contain_text("“demam”")
        assert page.url.endswith("cari/?q=demam")
        assert page.evaluate("history.length") == 2


def test_keyboard_alone_asks_narrows_down_and_opens(watch: Open) -> None:
    with watch() as seen:
        page = seen.open("cari/")
        assert page.evaluate("document.activeElement.id") == "cari-q"
        page.keyboard.type("anggaran")
        page.keyboard.press("Enter")
        expect(page.locator(COUNT)).to_contain_text("untuk “anggaran”.")
        reach = "document.activeElement.matches('[data-segi=jenis] input')"
        while not page.evaluate(reach):
            page.keyboard.press("Tab")
        page.keyboard.press("Space")
        expect(page.locator(COUNT)).to_contain_text("dengan saringan ini.")
        assert page.evaluate(reach)
        while not page.evaluate("document.activeElement.matches('.ppid-temu__hasil a')"):
            page.keyboard.press("Tab")
        target = page.evaluate("document.activeElement.href")
        page.keyboard.press("Enter")
        page.wait_for_url(target)


def test_count_is_announced(watch: Open) -> None:
    with watch() as seen:
        page = seen.open("cari/?q=anggaran")
        status = page.get_by_role("status")
        expect(status).to_have_text(re.compile(r"^\d+ hasil untuk “anggaran”\.$"))
        page.locator("#cari-q").fill("kucing")
        expect(status).to_have_text("Tidak ada hasil untuk “kucing”.")


def test_boxes_suggest_words_of_the_site_and_load_them_on_focus_only(watch: Open) -> None:
    with watch() as seen:
        asked: list[str] = []
        seen.page.on("request", lambda request: asked.append(request.url))
        page = seen.open("opd/setda/")
        assert not [url for url in asked if "cari" in url]
        field = page.locator("#cari-kepala")
        field.focus()
        field.press_sequentially("angg")
        options = page.locator("#cari-kepala-saran [role=option]")
        expect(options.first).to_be_visible()
        expect(options.first).to_have_text(re.compile("anggaran", re.IGNORECASE))
        assert [url for url in asked if url.endswith("kata.json")]
        assert not [url for url in asked if url.endswith("catatan.json")]


def test_suggestion_is_chosen_with_the_keys_and_asked(watch: Open) -> None:
    with watch() as seen:
        page = seen.open("opd/setda/")
        field = page.locator("#cari-kepala")
        field.press_sequentially("angg")
        options = page.locator("#cari-kepala-saran [role=option]")
        expect(options.first).to_be_visible()
        expect(field).to_have_attribute("aria-expanded", "true")
        page.keyboard.press("Escape")
        expect(options.first).to_be_hidden()
        expect(field).to_have_value("angg")
        page.keyboard.press("ArrowDown")
        expect(options.first).to_have_attribute("aria-selected", "true")
        page.keyboard.press("ArrowUp")  # the box
        page.keyboard.press("ArrowUp")  # the end of the list, where words stand
        expect(options.last).to_have_attribute("aria-selected", "true")
        chosen = options.last.inner_text()
        assert (
            page.evaluate(
                "document.getElementById(document.activeElement.getAttribute('aria-activedescendant'))"
                ".textContent"
            )
            == chosen
        )
        assert violations(page) == []
        page.keyboard.press("ArrowDown")
        expect(options.last).to_have_attribute("aria-selected", "false")
        page.keyboard.press("ArrowUp")
        page.keyboard.press("Enter")
        page.wait_for_url(f"**/cari/?{urlencode({'q': chosen})}")


def test_suggested_title_leads_to_its_page(watch: Open) -> None:
    with watch() as seen:
        page = seen.open("")
        page.locator("#cari-kepala").press_sequentially("peringatan dini")
        option = page.get_by_role("option", name=DIP)
        expect(option).to_be_visible()
        option.click()
        page.wait_for_url("**/opd/dinkes/dip/2021/kes-siaga-dbd/")


def test_years_of_one_information_are_one_hit_with_links(watch: Open) -> None:
    with watch() as seen:
        page = seen.open("cari/?q=laporan+layanan+informasi")
        hit = page.locator(".ppid-temu__hasil > li").filter(has_text="Tahun lain: ").first
        title = hit.get_by_role("link").first
        older = hit.locator(".ppid-temu__tahun a").first
        assert title.get_attribute("href") != older.get_attribute("href")
        page.set_viewport_size({"width": 1440, "height": 900})
        beside, below = title.bounding_box(), older.bounding_box()
        assert beside is not None
        assert below is not None
        assert below["x"] > beside["x"] + beside["width"], "the other years stand beside the hit"
        page.set_viewport_size({"width": 360, "height": 740})
        older.click()
        expect(page.locator("h1")).to_be_visible()


def test_way_back_shows_as_many_hits_at_the_same_place(watch: Open) -> None:
    with watch() as seen:
        page = seen.open("cari/?q=kota")
        hits = page.locator(".ppid-temu__hasil > li")
        expect(hits).to_have_count(10)
        page.get_by_role("button", name=re.compile(r"^Tampilkan \d+ berikutnya$")).click()
        first_of_more = hits.nth(10).get_by_role("link").first
        expect(first_of_more).to_be_focused()  # the last thing that is done
        shown = hits.count()
        hits.nth(12).get_by_role("link").first.click()
        page.wait_for_load_state()
        page.go_back()
        expect(hits).to_have_count(shown)
        expect(hits.nth(12)).to_be_in_viewport()
        assert page.evaluate("Math.abs(scrollY - history.state.top)") < 1


def test_suggestion_is_chosen_with_the_pointer_on_the_search_page(watch: Open) -> None:
    with watch(width=320, color_scheme="dark") as seen:
        page = seen.open("cari/")
        page.locator("#cari-q").press_sequentially("angg")
        option = page.locator("#cari-q-saran [role=option]").last
        chosen = option.inner_text()
        assert violations(page) == []
        option.click()
        expect(page.locator(COUNT)).to_contain_text(f"“{chosen}”")
        expect(option).to_be_hidden()


@pytest.mark.parametrize("question", ["tagihan PDAM", "paspor"])
def test_who_asks_for_what_another_body_keeps_is_told(question: str, watch: Open) -> None:
    with watch() as seen:
        page = seen.open(f"cari/?{urlencode({'q': question})}")
        said = page.locator("[data-keterangan]")
        expect(said).to_contain_text("bukan perangkat daerah di situs ini")
        expect(page.locator("[data-surat]")).to_be_hidden()
        assert violations(page) == []
        page.locator("#cari-q").fill("anggaran")
        expect(page.locator(COUNT)).to_contain_text("“anggaran”")
        expect(said).to_be_hidden()


def test_short_words_are_not_guessed(watch: Open) -> None:
    with watch() as seen:
        page = seen.open("cari/?q=visi+misi")
        expect(page.locator(COUNT)).to_have_text("Tidak ada hasil untuk “visi misi”.")
        expect(page.locator("[data-coba]")).to_be_hidden()


def test_scripts_and_sheets_of_the_search_page_are_those_it_needs(watch: Open) -> None:
    """What else comes over a slow line holds back the answer."""
    with watch() as seen:
        asked: list[str] = []
        seen.page.on("request", lambda request: asked.append(request.url))
        seen.open("cari/?q=anggaran")
        index = [url for url in asked if url.endswith(("catatan.json", "kata.json"))]
        assert len(index) == 2, "each is asked for once"
        assert asked.index(index[0]) < asked.index(seen.address + "assets/js/cari.js")
        assert not [url for url in asked if "assets/stylesheets" in url or "daftar" in url]


def test_question_without_an_answer_says_what_to_do(watch: Open) -> None:
    with watch() as seen:
        page = seen.open("cari/?q=kucing")
        expect(page.locator(COUNT)).to_have_text("Tidak ada hasil untuk “kucing”.")
        expect(page.get_by_role("link", name="minta informasinya")).to_be_visible()
        letter = page.get_by_label("Isi surat permintaan")
        text = letter.input_value()
        assert text.startswith("Kepada Yth.\nPPID Utama Pemerintah Kota Kecil")
        assert "Informasi: kucing\n" in text
        assert "NIK, atau nomor pengesahan badan hukum: [isi]\n" in text
        sent = page.get_by_role("link", name="Kirim lewat surel").get_attribute("href") or ""
        assert sent.startswith("mailto:ppid@kotakecil.example?subject=")
        assert "Informasi%3A%20kucing%0D%0A" in sent


def test_nothing_behind_filters_offers_to_take_them_off(watch: Open) -> None:
    with watch() as seen:
        page = seen.open("cari/?q=anggaran&tahun=1999")
        expect(page.locator(COUNT)).to_contain_text("Tidak ada hasil")
        page.get_by_role("button", name="Lepas semua saringan").click()
        expect(page.locator(COUNT)).to_have_text(re.compile(r"^\d+ hasil untuk “anggaran”\.$"))
        assert page.url.endswith("cari/?q=anggaran")


@pytest.mark.parametrize(
    "text",
    ["<img src=x onerror=document.title=1>", "</script><b>a", "%00 & ' \" ; -- ${1}", "a" * 5000],
    ids=["img", "script", "tanda", "panjang"],
)
def test_hostile_question_stays_text(text: str, watch: Open) -> None:
    with watch() as seen:
        page = seen.open("cari/?" + urlencode({"q": text}))
        expect(page.locator(COUNT)).to_contain_text(f"“{text[:200]}”")
        assert page.locator("[data-cari] img, [data-cari] b, [data-cari] script").count() == 0
        assert page.title() != "1"
        assert len(page.locator("#cari-q").input_value()) <= 200


def test_many_words_are_answered_at_once(watch: Open) -> None:
    with watch() as seen:
        page = seen.open("cari/")
        page.locator("#cari-q").evaluate(
            "(field, value) => { field.value = value }", "kuxcing jerapxh anggrn " * 200
        )
        page.locator("#cari-q").press("Enter")
        expect(page.locator(COUNT)).to_contain_text("hasil", timeout=2000)


def test_without_the_index_the_page_says_so(watch: Open) -> None:
    with watch() as seen:
        seen.page.route("**/cari/indeks/**", lambda route: route.fulfill(status=200, body="<p>"))
        page = seen.open("cari/?q=maklumat")
        expect(page.locator(COUNT)).to_contain_text("tidak dapat dimuat")
        expect(page.locator("[data-pengantar]")).to_be_visible()


def test_without_the_vocabulary_words_are_looked_up_as_written(watch: Open) -> None:
    with watch() as seen:
        seen.page.route("**/kata.json*", lambda route: route.fulfill(status=200, body="<p>"))
        page = seen.open("cari/?q=demam+berdarah")
        expect(page.locator(".ppid-temu__hasil")).to_contain_text(DIP)


def test_hostile_title_stays_text_among_the_results(watch: Open) -> None:
    with watch() as seen:
        page = seen.open("cari/?q=memorandum")
        results = page.locator(".ppid-temu__hasil")
        expect(results).to_contain_text("<b>sangat rahasia</b>")
        assert results.locator("script, b").count() == 0


def test_form_in_the_header_leads_to_the_results(watch: Open) -> None:
    with watch() as seen:
        page = seen.open("opd/setda/dik/2021/")
        page.locator("#cari-kepala").fill("demam berdarah")
        page.locator("#cari-kepala").press("Enter")
        page.wait_for_url("**/cari/?q=demam+berdarah")
        expect(page.locator(".ppid-temu__hasil")).to_contain_text(DIP)


def test_example_questions_on_the_home_page_work(watch: Open) -> None:
    with watch() as seen:
        page = seen.open("")
        links = page.locator(".ppid-cari p a")
        addresses = [link.get_attribute("href") for link in links.all()]
        assert len(addresses) == 3
        for address in addresses:
            seen.open(address.removeprefix("./"))
            expect(page.locator(".ppid-temu__hasil > li").first).to_be_visible()
