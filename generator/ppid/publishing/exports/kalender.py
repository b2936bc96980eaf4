"""The deadlines as an iCalendar file, for programs that keep calendars."""

import hashlib
from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta

from icalendar import Calendar, Event

from ppid.assessing.deadlines import CALENDAR_FILE, Due, deadlines
from ppid.core.corpus import Corpus
from ppid.core.page import Export
from ppid.kinds.badan import Badan
from ppid.publishing.publication import Publication


def exports(publication: Publication) -> Iterator[Export]:
    """Yield the file."""
    yield Export(CALENDAR_FILE, calendar(publication.corpus), "Kalender tenggat")


def calendar(corpus: Corpus) -> bytes:
    """Write every deadline as an event of a whole day; the same data gives the same bytes."""
    badan = corpus.get(Badan)
    book = Calendar()
    book.add("prodid", "-//PPID//Kalender tenggat//ID")
    book.add("version", "2.0")
    name = f"Tenggat PPID {badan.singkatan}" if badan else "Tenggat PPID"
    book.add("x-wr-calname", f"{name} (contoh)" if badan and badan.contoh else name)
    made = datetime.combine(corpus.today, time(), UTC)
    for due in deadlines(corpus):
        book.add_component(_event(due, made, contoh=bool(badan and badan.contoh)))
    written: bytes = book.to_ical()
    return written


def _event(due: Due, made: datetime, *, contoh: bool) -> Event:
    event = Event()
    digest = hashlib.sha256(f"{due.day}{due.what}{due.url}".encode()).hexdigest()
    event.add("uid", f"{digest[:32]}@ppid")
    event.add("dtstamp", made)
    event.add("dtstart", due.day)
    event.add("dtend", due.day + timedelta(days=1))
    event.add("summary", f"Contoh: {due.what}" if contoh else due.what)
    event.add("description", f"Dasar: {due.basis}")
    event.add("transp", "TRANSPARENT")
    return event
