"""The deadline calculator in a real browser counts as Python does, by keyboard, in the address."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
import yaml

from ppid.law import LAW
from ppid.values.working_days import hari_kerja_after
from tests.conftest import TOWN

pytestmark = pytest.mark.browser

Open = Callable[..., Any]

PATH = "layanan/hitung-tenggat/"
# The law's own ten and seventeen days, and the ten of the town's procedure for reading at the desk.
EVENTS = {"permintaan-diterima": (10, 17, 10), "alasan-keberatan-ditemukan": (30,)}
DAYS = [date(2020, 1, 1) + timedelta(days=3 * n) for n in range(450)]
COUNT = """([event, days]) => {
  const form = document.querySelector("[data-ppid-tenggat]");
  form.elements.peristiwa.value = event;
  return days.map(day => {
    form.elements.tanggal.value = day;
    form.elements.tanggal.dispatchEvent(new Event("input", {bubbles: true}));
    return [...document.querySelectorAll("#hasil-isi time")].map(time => time.dateTime);
  });
}"""


def counted_deadlines() -> int:
    """Return how many deadlines of the law and of the town the calculator counts."""
    files = [LAW / "langkah-layanan.yml", TOWN / "data/acuan/langkah-layanan.yml"]
    procedures = [p for file in files for p in yaml.safe_load(file.read_text())["prosedur"]]
    steps = [step for procedure in procedures for step in procedure["langkah"]]
    return sum(step.get("tenggat", {}).get("dihitung", "tenggat" in step) for step in steps)


@pytest.mark.parametrize("event", EVENTS)
def test_browser_and_program_count_alike(event: str, watch: Open) -> None:
    # Beyond the years that the page knows, the script says so and counts by weekdays.
    days = [day for day in DAYS if hari_kerja_after(day, 30).year <= 2023]
    assert len(days) > 400
    with watch() as seen:
        page = seen.open(PATH)
        counted = page.evaluate(COUNT, [event, [day.isoformat() for day in days]])
    for day, found in zip(days, counted, strict=True):
        wanted = [hari_kerja_after(day, count).isoformat() for count in EVENTS[event]]
        assert found == wanted, day


def test_it_works_by_keyboard_and_remembers_in_the_address(watch: Open) -> None:
    with watch() as seen:
        page = seen.open(PATH)
        assert page.locator("#hasil-isi").get_attribute("role") == "status"
        assert "Pilih tanggal" in page.locator("#hasil-isi").inner_text()
        page.locator("#peristiwa").focus()
        wanted = "alasan-keberatan-ditemukan"
        for _ in range(page.locator("#peristiwa option").count()):
            if page.locator("#peristiwa").input_value() != wanted:
                page.keyboard.press("ArrowDown")
        page.locator("#tanggal").fill("2021-05-03")
        assert "tanggal=2021-05-03" in page.url
        assert f"peristiwa={wanted}" in page.url
        words = page.locator("#hasil-isi").inner_text()
        page.goto(page.url)
        assert page.locator("#hasil-isi").inner_text() == words
    assert "Rabu, 12 Mei 2021 (Cuti Bersama Hari Raya Idul Fitri)" in words
    assert "Bila cuti bersama dihitung sebagai hari kerja" in words


@pytest.mark.parametrize(
    "query", ["?tanggal=2031-01-01", "?tanggal=%3Cb%3E&peristiwa=x", "?tanggal="]
)
def test_a_strange_address_does_no_harm(query: str, watch: Open) -> None:
    with watch() as seen:
        page = seen.open(PATH + query)
        assert page.locator("#hasil-isi time").count() == 0
        assert "Pilih tanggal" in page.locator("#hasil-isi").inner_text()


def test_without_javascript_the_table_says_it(watch: Open) -> None:
    with watch(java_script_enabled=False) as seen:
        page = seen.open(PATH)
        assert not page.locator("#hitung").is_visible()
        assert page.locator("#tabel-1 tbody tr").count() == counted_deadlines()
        assert page.get_by_text("Jumat, 14 Januari 2022").first.is_visible()
