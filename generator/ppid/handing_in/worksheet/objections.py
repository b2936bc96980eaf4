"""Several objections from one sheet, added to those that are on file."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import yaml

from ppid.core.corpus import Corpus
from ppid.core.project_files import Folder
from ppid.handing_in.worksheet.form import (
    ARRIVED,
    FINDING,
    LINK,
    OBJECTIONS,
    PARTIES,
    PARTY,
    STRUCK,
    WORDS,
    NoTableError,
    Problem,
    SheetRow,
    read_day,
    read_party,
    rows_below,
    unfit,
)
from ppid.handing_in.worksheet.judged import Judged, JudgedOffice
from ppid.handing_in.worksheet.marks import HandedSheet
from ppid.handing_in.worksheet.records import TakenIn
from ppid.kinds.sanggahan import Sanggahan, too_early
from ppid.values.dates import format_tanggal
from ppid.values.numbers import format_bulat
from ppid.values.text import quoted

OBJECTIONS_FILE: Final = "data/sanggahan.yml"
_ENTRY: Final = re.compile(r"(?m)^( *)- ")
_EMPTY: Final = re.compile(r"(?m)^sanggahan: *(?:\[ *\])? *$")
_FILLED_IN: Final = (FINDING, ARRIVED, PARTY, WORDS, LINK)


@dataclass(frozen=True, slots=True)
class GivenObjection:
    """An objection as its row says it, and where that stands; `office` is whom the finding is of.

    The other names are those of `Sanggahan`.
    """

    place: str
    office: JudgedOffice
    temuan: str
    tanggal: date
    pihak: str
    isi: str
    tautan: str

    @property
    def likeness(self) -> tuple[str, str, str]:
        """What two objections have in common that are one, as `_likeness` has it."""
        return self.temuan, self.tanggal.isoformat(), self.isi

    @property
    def as_yaml(self) -> str:
        """The entry as the file of objections holds it."""
        told = {name: getattr(self, name) for name in ("temuan", "tanggal", "pihak", "isi")}
        told |= {"tautan": self.tautan} if self.tautan else {}
        told |= {"contoh": True} if self.office.contoh else {}
        text: str = yaml.safe_dump([told], allow_unicode=True, sort_keys=False, width=1000)
        return text


def take_in_objections(
    sheets: Sequence[HandedSheet], judged: Judged, corpus: Corpus, project: Folder
) -> TakenIn:
    """Return the file of objections with the new ones at its end, or every reason why not."""
    problems: list[Problem] = []
    known = {_likeness(one) for one in corpus.of(Sanggahan)}
    new: list[GivenObjection] = []
    seen = 0
    for sheet in sheets:
        for each in objections_in(sheet, judged, corpus.today):
            if isinstance(each, Problem):
                problems.append(each)
                continue
            seen += 1
            if each.likeness not in known:
                known.add(each.likeness)
                new.append(each)
    if problems:
        return TakenIn(problems=tuple(problems))
    same = format_bulat(seen - len(new))
    told = (f"Sanggahan: {format_bulat(len(new))} baru, {same} sudah tercatat.",) if sheets else ()
    if not new:
        return TakenIn(told=told)
    stored = "sanggahan:\n"
    if project.has(OBJECTIONS_FILE):
        stored = project.read(OBJECTIONS_FILE).decode("utf-8-sig")
    return TakenIn({OBJECTIONS_FILE: _added(stored, new).encode()}, told)


def _likeness(one: Sanggahan) -> tuple[str, str, str]:
    return one.temuan, one.tanggal.isoformat(), " ".join(one.isi.split())


def objections_in(
    sheet: HandedSheet, judged: Judged, today: date
) -> Iterator[GivenObjection | Problem]:
    """Yield every objection of a sheet, and everything that stands against taking it in."""
    try:
        for row in rows_below(sheet.book, OBJECTIONS, _FILLED_IN):
            if not any(row.text(name) for name in _FILLED_IN):
                continue
            office, day = _office_of(row.text(FINDING), judged), read_day(row.text(ARRIVED))
            wrong = list(_about(row, office, day, today))
            for heading, sentence, advice in wrong:
                yield Problem(sheet.name, row.place(heading, OBJECTIONS), sentence, advice)
            if office and day and not wrong:
                yield GivenObjection(
                    place=row.place(WORDS, OBJECTIONS),
                    office=office,
                    temuan=row.text(FINDING),
                    tanggal=day,
                    pihak=read_party(row.text(PARTY)),
                    isi=row.text(WORDS),
                    tautan=row.text(LINK),
                )
    except NoTableError as error:
        yield Problem(sheet.name, "", str(error), "")


def _office_of(finding: str, judged: Judged) -> JudgedOffice | None:
    """Return the office in whose year there is such a finding."""
    tahun, _, rest = finding.partition("/")
    opd, _, kode = rest.partition("/")
    office = judged.office(opd, int(tahun)) if re.fullmatch(r"20\d\d", tahun) else None
    return office if office and office.duty(kode) else None


def _about(
    row: SheetRow, office: JudgedOffice | None, day: date | None, today: date
) -> Iterator[tuple[str, str, str]]:
    """Yield what is wrong in a row: the heading, a sentence, and what to do."""
    for name in _FILLED_IN:
        if row.is_formula(name):
            yield name, "Isinya dihitung dengan rumus.", "Tulis sebagai teks biasa."
            return
        if row.is_struck(name):
            yield (name, *STRUCK)
            return
    if office is None:
        advice = "Salin kodenya dari lembar “Kewajiban” atau dari halaman temuannya."
        yield FINDING, f"{quoted(row.text(FINDING))} bukan kode temuan yang dikenal.", advice
    if day is None:
        told = f"{quoted(row.text(ARRIVED))} bukan tanggal." if row.text(ARRIVED) else "Kosong."
        yield ARRIVED, told, "Tulis tanggal sanggahan diterima, misalnya 2026-03-02."
    elif day > today:
        yield ARRIVED, f"{format_tanggal(day)} belum tiba.", "Perbaiki tanggalnya."
    elif office and (early := too_early(day, office.tahun)):
        yield ARRIVED, f"{early}.", "Perbaiki tanggalnya, atau kode temuannya."
    if not read_party(row.text(PARTY)):
        told = f"{quoted(row.text(PARTY))} bukan pihak yang dikenal."
        yield PARTY, told, f"Pilih: {', '.join(PARTIES.values())}."
    words = row.text(WORDS)
    if not words:
        yield WORDS, "Sanggahannya kosong.", "Tulis apa yang keliru, ringkas."
    elif reason := unfit(words):
        yield (WORDS, *reason)
    if (link := row.text(LINK)) and not link.startswith("https://"):
        yield LINK, f"{quoted(link)} bukan alamat yang mulai dengan https://.", "Perbaiki."


def _added(stored: str, new: Sequence[GivenObjection]) -> str:
    """Put entries behind those of a file, indented as they are; every line of it stays."""
    found = _ENTRY.search(stored)
    indent = found[1] if found else "  "
    # One by one: days that are equal would become anchors, which the data may not hold.
    text = "".join(each.as_yaml for each in new)
    lines = "".join(f"{indent}{line}\n" if line else "\n" for line in text.splitlines())
    stored = stored if found else _EMPTY.sub("sanggahan:", stored)
    return f"{stored.rstrip()}\n{lines}"
