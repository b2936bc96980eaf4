"""Tables can be filtered, sorted and narrowed to some columns, and the address tells which."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, Route, expect

from tests.browser.conftest import VIOLATIONS

pytestmark = pytest.mark.browser

Open = Callable[..., Any]

DIK = "opd/setda/dik/2021/"
BODY = re.compile(r"(?P<head>.*<tbody>\n)(?P<rows>.*?)(?P<tail></tbody>.*)", re.DOTALL)
TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def status(page: Page) -> Locator:
    return page.locator(".ppid-saring [role=status]")


def shown(page: Page) -> list[str]:
    return page.locator("#daftar tbody tr:visible > :nth-child(2)").all_inner_texts()


def heading(page: Page, name: str) -> Locator:
    return page.locator("#daftar thead th", has_text=re.compile(f"^{name}$"))


def test_words_and_menus_filter_and_the_count_is_announced(watch: Open) -> None:
    with watch() as seen:
        page = seen.open(DIK)
        expect(status(page)).to_have_text("Semua 4 informasi tampil.")
        page.get_by_label("Cari dalam daftar ini").last.fill("RINCIAN harga")
        expect(status(page)).to_have_text("1 dari 4 informasi tampil.")
        assert shown(page) == ["SET-HPS-BERJALAN"]
        page.get_by_role("button", name="Hapus saringan").click()
        expect(status(page)).to_have_text("Semua 4 informasi tampil.")
        page.get_by_label("Cakupan").first.select_option("seluruh")
        assert shown(page) == ["SET-NILAI-PEGAWAI", "SET-NEGOSIASI"]
        page.get_by_label("Alasan").first.select_option("Rahasia pribadi (huruf h)")
        assert shown(page) == ["SET-NILAI-PEGAWAI"]
        page.locator("#daftar-q").fill("tidak ada yang begini")
        expect(status(page)).to_contain_text("Tidak ada yang cocok dari 4 informasi")


def test_heads_sort_up_down_and_back(watch: Open) -> None:
    with watch() as seen:
        page = seen.open(DIK)
        first = shown(page)
        button = heading(page, "Berakhir").get_by_role("button")
        button.click()
        assert shown(page) == ["SET-NEGOSIASI", "SET-MEMO-1", "SET-NILAI-PEGAWAI", first[2]]
        expect(heading(page, "Berakhir")).to_have_attribute("aria-sort", "ascending")
        expect(status(page)).to_have_text(
            "Semua 4 informasi tampil, diurutkan menurut Berakhir (naik)."
        )
        button.click()
        assert shown(page) == ["SET-NILAI-PEGAWAI", "SET-MEMO-1", "SET-NEGOSIASI", first[2]]
        button.click()
        assert shown(page) == first
        assert page.locator("[aria-sort]").count() == 0


def test_terms_are_sorted_by_their_length(watch: Open) -> None:
    with watch() as seen:
        page = seen.open(f"{DIK}?urut=jangka-waktu")
        assert shown(page)[:3] == ["SET-NEGOSIASI", "SET-MEMO-1", "SET-NILAI-PEGAWAI"]


def test_columns_can_be_left_out(watch: Open) -> None:
    with watch() as seen:
        page = seen.open(DIK)
        page.get_by_text("Kolom", exact=True).click()
        page.get_by_role("checkbox", name="Dasar hukum").uncheck()
        expect(heading(page, "Dasar hukum")).to_be_hidden()
        expect(page.locator("#daftar tbody td:nth-child(5)").first).to_be_hidden()
        page.get_by_role("checkbox", name="Dasar hukum").check()
        expect(heading(page, "Dasar hukum")).to_be_visible()


def test_what_was_chosen_stands_in_the_address_and_comes_back(watch: Open) -> None:
    with watch() as seen:
        page = seen.open(DIK)
        page.locator("#daftar-q").fill("set")
        page.get_by_label("Cakupan").first.select_option("sebagian")
        heading(page, "Kode").get_by_role("button").click()
        page.get_by_text("Kolom", exact=True).click()
        page.get_by_role("checkbox", name="Alasan").uncheck()
        page.wait_for_url(re.compile(r"tanpa=alasan"))
        address = page.url
        assert "q=set&cakupan=sebagian" in address
        assert "urut=kode" in address
        expected = ["SET-HPS-BERJALAN", "SET-MEMO-1"]
        assert shown(page) == expected
        page.locator("#daftar tbody th a").nth(1).click()
        page.go_back()
        assert page.url == address
        assert shown(page) == expected
        page.reload()
        assert shown(page) == expected
        expect(page.locator("#daftar-q")).to_have_value("set")
        expect(heading(page, "Alasan")).to_be_hidden()
        expect(heading(page, "Kode")).to_have_attribute("aria-sort", "ascending")


def test_number_of_a_category_opens_the_list_filtered(watch: Open) -> None:
    with watch() as seen:
        page = seen.open("informasi/serta-merta/")
        page.locator("table a[href*='klasifikasi=Serta+Merta']").first.click()
        expect(page.locator("#daftar-klasifikasi")).to_have_value("Serta Merta")
        kinds = page.locator("#daftar tbody tr:visible > :nth-child(3)").all_inner_texts()
        assert set(kinds) == {"Serta Merta"}


def test_a_state_of_handing_in_is_chosen_and_told_by_the_address(watch: Open) -> None:
    with watch() as seen:
        page = seen.open("kelengkapan/2021/penyerahan/?dip=Belum+ada")
        expect(page.locator("#tabel-1-dip")).to_have_value("Belum ada")
        rows = page.locator("#tabel-1 tbody tr:visible")
        expect(rows).to_have_count(1)
        expect(rows.locator("th")).to_have_text("Kecamatan Tepi Danau")
        page.locator("#tabel-1-dip").select_option("Tepat waktu")
        expect(rows).to_have_count(2)
        assert Axe().run(page, options=VIOLATIONS).response["violations"] == []


def test_a_ground_is_chosen_and_leads_to_the_list_filtered(watch: Open) -> None:
    with watch() as seen:
        page = seen.open("informasi/dikecualikan/alasan/2021/?alasan=b")
        expect(page.locator("#tabel-1 tbody tr:visible")).to_have_count(1)
        page.locator("#tabel-1 tbody tr:visible td a[href*='huruf+b']").click()
        expect(page.locator("#daftar-alasan")).to_have_value(re.compile(r"\(huruf b\)$"))
        grounds = page.locator("#daftar tbody tr:visible td[data-k='Alasan']").all_inner_texts()
        assert len(grounds) == 1
        assert "(huruf b)" in grounds[0]


def test_nickname_finds_the_opd(watch: Open) -> None:
    with watch() as seen:
        page = seen.open("opd/")
        page.get_by_label("Cari nama atau sebutannya").last.fill("bagian umum")
        expect(page.locator("tbody tr:visible")).to_have_count(1)
        expect(page.locator("tbody tr:visible th")).to_have_text("Sekretariat Daerah")
        page.locator("select[name=jenis]").select_option("Kecamatan")
        expect(page.locator("tbody tr:visible")).to_have_count(0)


def test_on_a_phone_the_menus_wait_until_they_are_wanted(watch: Open) -> None:
    with watch(width=360) as seen:
        page = seen.open(DIK)
        form = page.locator(".ppid-saring").first.bounding_box()
        assert form is not None
        assert form["height"] < 260
        expect(page.locator("#daftar-q")).to_be_visible()
        expect(page.locator("#daftar-cakupan")).to_be_hidden()
        page.get_by_label("Saringan lain").check()
        page.locator("#daftar-cakupan").select_option("seluruh")
        assert shown(page) == ["SET-NILAI-PEGAWAI", "SET-NEGOSIASI"]
        # Who comes with a choice in the address sees it.
        page = seen.open(f"{DIK}?cakupan=seluruh")
        expect(page.locator("#daftar-cakupan")).to_be_visible()
    with watch(width=1280) as seen:
        page = seen.open(DIK)
        expect(page.locator("#daftar-cakupan")).to_be_visible()
        expect(page.get_by_label("Saringan lain")).to_be_hidden()


def test_keyboard_filters_sorts_and_chooses_columns(watch: Open) -> None:
    with watch() as seen:
        page = seen.open(DIK)
        page.locator("#daftar-q").focus()
        page.keyboard.type("set-")
        for _ in range(3):
            page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
        expect(heading(page, "Kode")).to_be_hidden()
        heading(page, "Informasi").get_by_role("button").focus()
        page.keyboard.press("Enter")
        expect(heading(page, "Informasi")).to_have_attribute("aria-sort", "ascending")


def test_nothing_moves_when_the_script_arrives(watch: Open) -> None:
    place = "document.querySelector('#daftar').getBoundingClientRect().top"
    with watch() as seen:
        seen.page.route("**/daftar.js", lambda route: route.abort())
        before = seen.open(DIK).evaluate(place)
        seen.complaints.clear()
        seen.page.unroute("**/daftar.js")
        assert seen.open(DIK).evaluate(place) == pytest.approx(before, abs=1)


@pytest.mark.parametrize("path", [DIK, "opd/", "opd/setda/", "informasi/berkala/", "unduhan/"])
@pytest.mark.parametrize("width", [320, 360])
def test_narrow_screen_shows_rows_as_blocks(path: str, width: int, watch: Open) -> None:
    with watch(width=width) as seen:
        page = seen.open(path)
        assert page.evaluate(TOO_WIDE) <= 0
        assert Axe().run(page, options=VIOLATIONS).response["violations"] == []


def test_a_head_is_as_wide_as_the_button_that_takes_its_place(watch: Open) -> None:
    with watch(width=360) as seen:
        page = seen.open("tentang/ppid/pelaksana/")
        button = page.locator(".ppid-tabel thead th button").last
        spaced = "e => getComputedStyle(e).wordSpacing"
        assert button.evaluate(spaced) == button.locator("..").evaluate(spaced) != "0px"


def test_on_a_tablet_names_and_days_are_not_broken_word_by_word(watch: Open) -> None:
    with watch(width=768) as seen:
        page = seen.open("informasi/berkala/2021/")
        name = page.locator('td[data-k="Perangkat daerah"]').first.bounding_box()
        assert name is not None
        assert name["width"] >= 200
        page = seen.open("kelengkapan/2021/penyerahan/")
        days = page.locator(".ppid-tabel td[data-nilai]", has_text=re.compile("20[0-9]{2}$"))
        assert days.count() > 2
        for day in days.all():
            lines = day.evaluate(
                "e => { const r = document.createRange();"
                "r.selectNodeContents(e); return r.getBoundingClientRect().height }"
            )
            assert lines < 30


def test_where_there_is_one_column_the_list_comes_before_its_decision(watch: Open) -> None:
    with watch(width=360, java_script_enabled=False) as seen:
        page = seen.open(DIK)

        def place(part: str) -> float:
            box = page.locator(part).bounding_box()
            assert box is not None
            return box["y"]

        told, rows = ".ppid-kolom p >> nth=0", "#daftar tbody tr >> nth=-1"
        decided, changed, taken = "#penetapan", "#perubahan", "#unduhan"
        for width in (360, 768):
            page.set_viewport_size({"width": width, "height": 900})
            assert place(told) < place(rows) < place(changed) < place(decided) < place(taken)
        page.set_viewport_size({"width": 1280, "height": 900})
        assert place(told) == pytest.approx(place(decided), abs=20)
        assert place(changed) < place(rows) < place(taken)
        page.emulate_media(media="print")
        page.set_viewport_size({"width": 640, "height": 900})
        assert place(decided) < place(rows)


def test_without_javascript_a_narrow_screen_shows_rows_as_blocks(watch: Open) -> None:
    with watch(width=360, java_script_enabled=False) as seen:
        page = seen.open(DIK)
        assert page.evaluate(TOO_WIDE) <= 0
        label = "getComputedStyle(document.querySelector('#daftar td'), '::before').content"
        assert page.evaluate(label) == '"Kode"'


def test_blocks_name_their_values_and_stay_a_table(watch: Open) -> None:
    with watch(width=360) as seen:
        page = seen.open(DIK)
        label = "getComputedStyle(document.querySelector('#daftar td'), '::before').content"
        assert page.evaluate(label) == '"Kode"'
        row = page.get_by_role("row").filter(has_text="SET-NEGOSIASI")
        expect(row.get_by_role("cell")).to_have_count(6)
        expect(row.get_by_role("rowheader")).to_have_count(1)
        heading(page, "Kode").get_by_role("button").click()
        assert shown(page)[0] == "SET-HPS-BERJALAN"


def enlarged(situs: Path, path: str, count: int) -> str:
    """Repeat the rows of a list until there are `count`."""
    parts = BODY.match((situs / path / "index.html").read_text("utf-8"))
    assert parts is not None
    rows = parts["rows"].splitlines()
    many = (rows[i % len(rows)].replace("</a></th>", f" {i}</a></th>") for i in range(count))
    head = parts["head"].replace("ppid-tabel--tumpuk", "ppid-tabel--tumpuk ppid-tabel--panjang")
    more = '<p class="ppid-lagi"><a href="#daftar-lagi">Tampilkan semua</a></p>'
    tail = parts["tail"].replace("</table>\n</div>\n", f"</table>\n</div>\n{more}\n", 1)
    return "\n".join([head, *many, tail])


def test_two_thousand_rows_are_filtered_without_delay(watch: Open, situs: Path) -> None:
    path, html = "opd/dinkes/dip/2021/", enlarged(situs, "opd/dinkes/dip/2021/", 2000)

    def answer(route: Route) -> None:
        route.fulfill(body=html, content_type="text/html; charset=utf-8")

    with watch(width=360) as seen:
        seen.page.route(f"**/{path}", answer)
        page = seen.open(path)
        expect(status(page)).to_have_text("Semua 2.000 informasi cocok; 40 yang pertama tampil.")
        took = page.evaluate(
            """async () => {
                const field = document.querySelector("#daftar-q"), took = [];
                for (const text of ["1", "19", "199", "19", ""]) {
                    await new Promise((done) => setTimeout(done, 100));
                    const start = performance.now();
                    field.value = text;
                    field.dispatchEvent(new Event("input", {bubbles: true}));
                    document.body.offsetHeight;
                    took.push(performance.now() - start);
                }
                return took.sort((a, b) => a - b)[2];
            }"""
        )
        assert took < 200  # some 20 ms alone; tests may run beside others
        page.locator("#daftar-q").fill("1999")
        expect(page.locator("#daftar tbody tr:visible")).to_have_count(1)
        page.locator("#daftar-q").fill("")
        page.get_by_role("button", name="Tampilkan semua").click()
        expect(page.locator("#daftar tbody tr:visible")).to_have_count(2000)
        assert page.evaluate("document.activeElement.closest('tr').rowIndex") == 41


LONG = "kelengkapan/cara-menghitung/"
MANY, FIRST = 158, 40


def test_a_long_table_shows_its_first_rows_and_the_rest_on_demand(watch: Open) -> None:
    with watch() as seen:
        page = seen.open(LONG)
        page.get_by_text(f"Tampilkan {MANY} kewajiban").click()
        rows = page.locator("#kewajiban-perki-1-2021 ~ details tbody tr:visible")
        expect(rows).to_have_count(FIRST)
        page.get_by_role("button", name=f"Tampilkan {FIRST} lagi").click()
        expect(rows).to_have_count(2 * FIRST)
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        expect(rows).to_have_count(MANY)


def test_without_javascript_a_second_address_shows_all_of_a_long_table(watch: Open) -> None:
    with watch(java_script_enabled=False) as seen:
        page = seen.open(LONG)
        page.get_by_text(f"Tampilkan {MANY} kewajiban").click()
        rows = page.locator("#kewajiban-perki-1-2021 ~ details tbody tr:visible")
        expect(rows).to_have_count(FIRST)
        page.get_by_role("link", name=f"Tampilkan semua ({MANY})").click()
        expect(rows).to_have_count(MANY)
        expect(rows.nth(FIRST)).to_be_in_viewport()
        page.emulate_media(media="print")
        expect(rows).to_have_count(MANY)


def test_without_javascript_there_is_a_plain_complete_table(watch: Open) -> None:
    with watch(java_script_enabled=False) as seen:
        page = seen.open(f"{DIK}?q=nilai&tanpa=kode")
        expect(page.locator(".ppid-saring")).to_be_hidden()
        expect(page.locator("#daftar tbody tr:visible")).to_have_count(4)
        expect(page.locator("#daftar thead button")).to_have_count(0)
        expect(page.locator("#baru, #tidak-tercantum, #berubah")).to_have_count(3)


def test_many_rows_do_not_hold_back_the_first_words(watch: Open) -> None:
    kinds = """tables => tables.map((table) => {
        const { contentVisibility } = getComputedStyle(table.closest(".ppid-tabel"));
        return [table.tBodies[0].rows.length > 30, contentVisibility];
    })"""
    with watch(width=360) as seen:
        page = seen.open("kelengkapan/2021/dinkes/verifikasi/")
        found = page.locator("article table").evaluate_all(kinds)
        assert [True, "auto"] in found
        assert [False, "visible"] in found
        assert all((many, how) in {(True, "auto"), (False, "visible")} for many, how in found)
