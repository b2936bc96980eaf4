"""The calendar file holds the deadlines of the page, and nothing that a program could not read."""

from datetime import date
from pathlib import Path

from icalendar import Calendar

from ppid.assessing.deadlines import deadlines, last_day
from ppid.checking.load import load
from ppid.core.corpus import Corpus
from ppid.kinds import KINDS
from ppid.kinds.badan import Badan
from ppid.publishing.exports.kalender import calendar

ROOT = Path(__file__).parents[3]
CORPUS = load(ROOT / "tests" / "kota-kecil", date(2021, 12, 31)).corpus


def test_every_deadline_is_an_event_of_a_whole_day() -> None:
    events = Calendar.from_ical(calendar(CORPUS)).walk("VEVENT")
    shown = [(event.decoded("dtstart"), str(event["summary"])) for event in events]
    assert sorted(shown) == [(due.day, due.what) for due in deadlines(CORPUS)]
    assert len({str(event["uid"]) for event in events}) == len(shown) > 3


def test_deadlines_are_in_order_and_within_a_year() -> None:
    days = [due.day for due in deadlines(CORPUS)]
    assert days == sorted(days)
    assert CORPUS.today <= days[0]
    assert days[-1] <= last_day(CORPUS) == date(2022, 12, 31)


def test_the_same_data_gives_the_same_bytes() -> None:
    written = calendar(CORPUS)
    assert written == calendar(CORPUS)
    assert written.startswith(b"BEGIN:VCALENDAR\r\n")
    assert all(len(line) <= 75 for line in written.split(b"\r\n"))


def test_a_demonstration_says_so_in_every_event() -> None:
    badan = CORPUS.get(Badan)
    assert badan is not None
    copy = badan.model_copy(update={"contoh": True})
    copy.placed(badan.id, badan.origin)
    others = [r for kind in KINDS if kind.model is not Badan for r in CORPUS.of(kind.model)]
    corpus = Corpus([copy, *others], CORPUS.sources, CORPUS.documents, CORPUS.today)
    events = Calendar.from_ical(calendar(corpus)).walk("VEVENT")
    assert events
    assert all(str(event["summary"]).startswith("Contoh: ") for event in events)
