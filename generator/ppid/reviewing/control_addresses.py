"""Invented addresses beside those on file: whether a site tells its documents apart at all.

A site that answers an invented address as it answers those on file shows nothing by opening them.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from hashlib import sha256
from itertools import takewhile
from typing import Final, NamedTuple
from urllib.parse import quote

from ppid.core.corpus import Corpus
from ppid.kinds.dip.model import InformasiPublik
from ppid.reviewing.links import Visit
from ppid.values.addresses import (
    address_parts,
    document_address,
    is_public,
    registered_name,
    why_not_a_document,
)

_LIST_DAYS: Final = 7
"""For so many days the answers to a list can be read: asking thousands of addresses takes time."""

_PARTS: Final = re.compile(r"(\d*)(.*?)(\d*)", re.DOTALL)
"""A number before, and one behind: many sites heed the number alone of “7-profil”."""
_ENDING: Final = re.compile(r"(.+?)(\.[^\W\d_][^.]*)?", re.DOTALL)
_CORE: Final = re.compile(r"[^\W_](?:.*[^\W_])?", re.DOTALL)
_NUMBER_BEHIND: Final = re.compile(r"\d+$")
_NUMBER_BEFORE: Final = re.compile(r"^\d+")
_TELLING: Final = 3
"""So many signs say what a name is about; fewer may be shared by chance."""
_SHARED: Final = 2
"""With so many others an end is shared before it is asked for: each control burdens a site."""
_Slot = tuple[str, int]
"""A place in an address that can be filled otherwise: a name, and which part of its value.

Folders and what stands before a registered name are counted from the last one, since what leads
nowhere can be written before it.
"""
_SITE: Final = "//"
_FOLDER: Final = "/"
_NAME: Final = "."
_ASKED: Final = "?"


class Control(NamedTuple):
    """An address that nobody has given out, and the documents that it speaks for.

    `invented` is by what the address is known where readers are led elsewhere.
    """

    url: str
    invented: tuple[str, str]
    documents: frozenset[str]


class _Address(NamedTuple):
    """An address in parts; those that are `free` say which document of their place is meant."""

    start: str
    host: str
    port: str
    owner: str
    """The part of the host that somebody registered."""
    slots: Mapping[_Slot, str]
    free: frozenset[_Slot]
    contents: frozenset[tuple[_Slot, str]]
    """The slots with what fills them, in small letters."""

    def filled(self, slots: Collection[_Slot]) -> bool:
        return any(self.slots[slot] for slot in slots)

    def named(self, name: str) -> str:
        """Return the whole name, or the whole value, of which the slots are parts."""
        return "".join(self.slots.get((name, n), "") for n in range(3)).casefold()

    def renamed(self, name: str, other: str) -> str:
        """Return the address with another name, or another value."""
        slots = {**self.slots, (name, 0): "", (name, 1): other, (name, 2): ""}
        return self._replace(slots=slots).with_others(slots, ("", ""))

    def is_beside(self, other: "_Address", name: str) -> bool:
        """Tell whether two addresses differ by the words of a name, or of a value, alone."""
        differ = {slot for slot, _ in self.contents ^ other.contents}
        return (name, 1) in differ and all(slot in self.free and slot[0] == name for slot in differ)

    def with_others(self, kept: Collection[_Slot], invented: tuple[str, str]) -> str:
        """Return the address with something invented in each slot that is not kept."""
        below, folders, values = list[str](), list[str](), defaultdict[str, str](str)
        for slot, value in self.slots.items():
            other = value if slot in kept else _other(value, invented)
            if slot[0] == _SITE:
                below.append(other)
            elif slot[0] == _FOLDER:
                folders.append(quote(other, safe=""))
            else:
                values[slot[0]] += quote(other, safe="/:+")
        last = values.pop(_NAME, "")
        path = "".join(f"/{each}" for each in (*folders, last) if each)
        names = {name: quote(name.removeprefix(_ASKED)) for name in values}
        asked = "&".join(f"{names[name] and names[name] + '='}{values[name]}" for name in values)
        start, host = self.start, ".".join((*below, self.owner))
        if host != self.host:
            start = f"https://{host}{self.port}"
        return f"{start}{path}{'?' if asked else ''}{asked}"


def _other(value: str, invented: tuple[str, str]) -> str:
    """Return something of the same make: a number for a number, signs at the ends as they are."""
    number, word = invented
    if not value:
        return ""
    if value.isdigit():
        return number
    return _CORE.sub(word, value, count=1) if _CORE.search(value) else f"{value}{word}"


def _taken_apart(written: str) -> _Address | None:
    """Take an address of a document apart; None where it can be none, whatever a site answers."""
    found = address_parts(written)
    if found is None or not is_public(written) or why_not_a_document(written):
        return None
    folders, ending = found.path.split("/")[1:], ""
    free: dict[_Slot, str] = {}
    if found.asked:
        for each in found.asked.values():
            name, sign, value = each.partition("=")
            free |= _parts(f"{_ASKED}{name if sign else ''}", value if sign else name)
    elif folders:
        name, ending = _of(_ENDING, folders.pop())
        free |= _parts(_NAME, name)
    whole = _from_the_last(_FOLDER, folders)
    numbers: Iterable[_Slot] = (
        () if found.asked else takewhile(lambda slot: whole[slot].isdigit(), [*whole][::-1])
    )
    owner = registered_name(found.host)
    below = _from_the_last(_SITE, found.host.removesuffix(owner).split(".")[:-1])
    slots = below | whole | free | {(_NAME, 3): ending}
    contents = frozenset((slot, value.casefold()) for slot, value in slots.items())
    return _Address(
        found.start, found.host, found.port, owner, slots, frozenset((*free, *numbers)), contents
    )


def _from_the_last(name: str, values: Sequence[str]) -> dict[_Slot, str]:
    return {(name, len(values) - n): value for n, value in enumerate(values)}


def _parts(name: str, value: str) -> dict[_Slot, str]:
    return {(name, n): part for n, part in enumerate(_of(_PARTS, value))}


def _of(pattern: re.Pattern[str], text: str) -> Sequence[str]:
    found = pattern.fullmatch(text)
    return found.groups("") if found else (text, "")


def controls_for(corpus: Corpus, day: date) -> list[Control]:
    """Return the addresses to ask for on a day, beside those of the public lists.

    Each place is asked for a name that it does not have. Where addresses of one list have more in
    common than their place, be it on sites of one owner, that too is asked for with something else
    beside it: who heeds only what they have in common would show one document under all of them.
    """
    lists: dict[tuple[object, ...], dict[str, _Address]] = defaultdict(dict)
    for row in corpus.of(InformasiPublik):
        if (parts := _taken_apart(row.tautan)) is not None:
            own = lists[*row.id[1:3], parts.owner]
            own.setdefault(document_address(row.tautan), parts)
    urls: dict[str, tuple[str, tuple[str, str]]] = {}
    documents: dict[str, set[str]] = defaultdict(set)
    for own in lists.values():
        for document, parts in own.items():
            invented = _invented(parts.owner, day)
            controls = [parts.with_others(each, invented) for each in _kept(parts, own.values())]
            controls += _with_shared_ends(parts, own.values(), invented)
            for url in sorted(controls):
                urls.setdefault(document_address(url), (url, invented))
                documents[document_address(url)].add(document)
    return [Control(*urls[key], frozenset(documents[key])) for key in sorted(urls)]


def _kept(own: _Address, beside: Collection[_Address]) -> Iterator[frozenset[_Slot]]:
    """Yield the slots to keep, for each control of an address."""
    slots = frozenset(own.slots)
    alike = {own.contents & other.contents for other in beside}
    shared = {frozenset(slot for slot, _ in each) for each in alike}
    for kept in {slots - own.free} | {each for each in shared if own.filled(each & own.free)}:
        if own.filled(slots - kept):
            yield kept


def _with_shared_ends(
    own: _Address, beside: Collection[_Address], invented: tuple[str, str]
) -> Iterator[str]:
    """Yield an address with the beginning, or the end, of a name that others bear in its place.

    Some sites heed no more of “profil-dinas” than “profil”. A number of which only a part is shared
    is another number, so that no end is cut inside of one.
    """
    word = invented[1]
    for name in {slot for slot, _ in own.free if slot != _FOLDER}:
        text = own.named(name)
        others = [each.named(name) for each in beside if each.is_beside(own, name)]
        first = Counter(_NUMBER_BEHIND.sub("", _beginning(text, each)) for each in others)
        last = Counter(
            _NUMBER_BEFORE.sub("", _beginning(text[::-1], each[::-1])[::-1]) for each in others
        )
        found = {f"{each}{word}" for each, many in first.items() if _tells(each, many)}
        found |= {f"{word}{each}" for each, many in last.items() if _tells(each, many)}
        yield from (own.renamed(name, each) for each in found)


def _tells(end: str, many: int) -> bool:
    return len(end) >= _TELLING and many >= _SHARED


def _beginning(one: str, other: str) -> str:
    """Return how two texts begin alike."""
    alike = takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
    return "".join(sign for sign, _ in alike)


def _invented(owner: str, day: date) -> tuple[str, str]:
    """Return a number and a word that no site has given out.

    Other ones each day: what the link checker remembers of another day is no answer.
    """
    digest = sha256(f"{owner} {day.isoformat()}".encode()).hexdigest()
    return f"9{int(digest, 16) % 10**8:08}", f"z{digest[:12]}"


class Compared(NamedTuple):
    """Visits of documents as far as their controls bear them out, and how many they leave open."""

    visits: Sequence[Visit]
    unclear: int


def compared(visits: Collection[Visit], corpus: Corpus, day: date) -> Compared:
    """Return the visits of addresses in public lists, held against their controls.

    An address opened while a control of it gave no answer shows nothing yet, and is left out.
    """
    seen = {document_address(each.url): each for each in visits}
    anything, unclear = set[str](), set[str]()
    for control in _asked(seen, corpus, day):
        opened = _opens(seen.get(document_address(control.url)), control)
        if opened is None:
            unclear |= control.documents
        elif opened:
            anything |= control.documents
    listed = {document_address(row.tautan) for row in corpus.of(InformasiPublik)}
    found, left = list[Visit](), set[str]()
    for visit in visits:
        document = document_address(visit.url)
        if document not in listed:
            continue
        if visit.keadaan != "terbuka":
            found.append(visit)
        elif document in anything:
            found.append(replace(visit, keadaan="tidak-terbedakan"))
        elif document in unclear:
            left.add(document)
        else:
            found.append(visit)
    return Compared(found, len(left))


def _asked(seen: Collection[str], corpus: Corpus, day: date) -> Sequence[Control]:
    """Return the controls of the day on which the list was made."""
    for ago in range(_LIST_DAYS):
        made = controls_for(corpus, day - timedelta(days=ago))
        if any(document_address(each.url) in seen for each in made):
            return made
    return controls_for(corpus, day)


def _opens(visit: Visit | None, control: Control) -> bool | None:
    """Tell whether a control opened; None where nobody knows.

    A site that leads whoever asks for what it does not have to one page tells them apart.
    """
    if visit is None:
        return None
    if visit.keadaan == "terbuka":
        return not visit.tujuan or any(each in visit.tujuan for each in control.invented)
    return False if visit.keadaan == "hilang" or visit.refused else None
