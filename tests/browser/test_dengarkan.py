"""“Dengarkan”: read by a voice of the device alone, stopped on request, absent without one."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

Open = Callable[..., Any]
DIK = "opd/setda/dik/2021/set-negosiasi/"
VOICES = """
window.said = [];
const voices = %s;
class Utterance extends EventTarget { constructor(text) { super(); this.text = text; } }
window.SpeechSynthesisUtterance = Utterance;
Object.defineProperty(window, "speechSynthesis", { value: {
  speaking: false, pending: false,
  getVoices: () => voices,
  addEventListener() {}, removeEventListener() {},
  speak(one) { said.push([one.text, one.lang, one.voice?.name]); this.speaking = true; },
  cancel() { said.push("stop"); this.speaking = false; },
} });
"""
OF_THE_DEVICE = '[{ name: "Damayanti", lang: "id-ID", localService: true }]'
OTHERS = """[{ name: "Awan", lang: "id-ID", localService: false },
  { name: "Samantha", lang: "en-US", localService: true }]"""


@pytest.mark.parametrize(
    ("width", "place"), [(360, "article > button"), (1280, ".ppid-halaman > button")]
)
def test_the_page_is_read_and_stopped(width: int, place: str, watch: Open) -> None:
    with watch(width=width) as seen:
        seen.page.add_init_script(VOICES % OF_THE_DEVICE)
        page = seen.open(DIK)
        button = page.locator(f"{place}.ppid-dengar")
        expect(button).to_have_text("Dengarkan")
        button.click()
        expect(button).to_have_text("Berhenti")
        said = page.evaluate("said")
        texts = [one[0] for one in said if one != "stop"]
        assert texts[0] == page.locator("h1").inner_text().strip()
        assert texts[1] == page.locator(".ppid-jawaban").inner_text().strip()
        assert {one[1] for one in said if one != "stop"} == {"id"}
        assert {one[2] for one in said if one != "stop"} == {"Damayanti"}
        assert len(texts) == len(set(texts)) or len(texts) > 10
        assert not any("Kepada Yth." in text for text in texts)  # the letter is for the eye
        button.click()
        expect(button).to_have_text("Dengarkan")
        assert page.evaluate("said.at(-1)") == "stop"


@pytest.mark.parametrize("voices", ["[]", OTHERS], ids=["none", "of a service, or foreign"])
def test_without_a_voice_of_the_device_there_is_nothing(voices: str, watch: Open) -> None:
    with watch() as seen:
        seen.page.add_init_script(VOICES % voices)
        page = seen.open(DIK)
        page.wait_for_load_state("networkidle")
        assert page.locator(".ppid-dengar").count() == 0


def test_a_page_in_english_is_not_read_by_an_indonesian_voice(watch: Open) -> None:
    with watch() as seen:
        seen.page.add_init_script(VOICES % OF_THE_DEVICE)
        page = seen.open("en/")
        page.wait_for_load_state("networkidle")
        assert page.locator(".ppid-dengar").count() == 0
