"""Several objections from one sheet, added to those that are on file."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Final

import yaml

from ppid.assessing.model import Completeness
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
from ppid.handing_in.worksheet.marks import HandedSheet
from ppid.handing_in.worksheet.records import TakenIn
from ppid.kinds.sanggahan import Sanggahan, too_early
from ppid.values.dates import format_tanggal
from ppid.values.numbers import format_bulat
from ppid.values.text import quoted

FILE: Final = "data/sanggahan.yml"
_ENTRY: Final = re.compile(r"(?m)^( *)- ")
_EMPTY: Final = re.compile(r"(?m)^sanggahan: *(?:\[ *\])? *$")


def take_in_objections(
    sheets: Sequence[HandedSheet], completeness: Completeness, corpus: Corpus, project: Folder
) -> TakenIn:
    """Return the file of objections with the new ones at its end, or every reason why not."""
    problems: list[Problem] = []
    known = {_likeness(one) for one in corpus.of(Sanggahan)}
    new: list[Mapping[str, object]] = []
    seen = 0
    for sheet in sheets:
        for each in _objections_in(sheet, completeness, corpus.today):
            if isinstance(each, Problem):
                problems.append(each)
                continue
            seen += 1
            likeness = (str(each["temuan"]), str(each["tanggal"]), str(each["isi"]))
            if likeness not in known:
                known.add(likeness)
                new.append(each)
    if problems:
        return TakenIn(problems=tuple(problems))
    same = format_bulat(seen - len(new))
    told = (f"Sanggahan: {format_bulat(len(new))} baru, {same} sudah tercatat.",) if sheets else ()
    if not new:
        return TakenIn(told=told)
    stored = project.read(FILE).decode("utf-8-sig") if project.has(FILE) else "sanggahan:\n"
    return TakenIn({FILE: _added(stored, new).encode()}, told)


def _likeness(one: Sanggahan) -> tuple[str, str, str]:
    return one.temuan, one.tanggal.isoformat(), " ".join(one.isi.split())


def _objections_in(
    sheet: HandedSheet, completeness: Completeness, today: date
) -> Iterator[Mapping[str, object] | Problem]:
    try:
        for row in rows_below(sheet.book, OBJECTIONS, (FINDING, ARRIVED, PARTY, WORDS, LINK)):
            filled = (FINDING, ARRIVED, PARTY, WORDS, LINK)
            if not any(row.text(name) for name in filled):
                continue
            wrong = list(_about(row, completeness, today))
            for heading, sentence, advice in wrong:
                yield Problem(sheet.name, row.place(heading, OBJECTIONS), sentence, advice)
            if not wrong:
                tahun, opd, _ = row.text(FINDING).split("/")
                report = completeness.report(opd, int(tahun))
                yield _entry(row, contoh=report is not None and report.contoh)
    except NoTableError as error:
        yield Problem(sheet.name, "", str(error), "")


def _about(
    row: SheetRow, completeness: Completeness, today: date
) -> Iterator[tuple[str, str, str]]:
    """Yield what is wrong in a row: the heading, a sentence, and what to do."""
    for name in (FINDING, ARRIVED, PARTY, WORDS, LINK):
        if row.is_formula(name):
            yield name, "Isinya dihitung dengan rumus.", "Tulis sebagai teks biasa."
            return
        if row.is_struck(name):
            yield (name, *STRUCK)
            return
    finding, day = row.text(FINDING), read_day(row.text(ARRIVED))
    tahun, _, rest = finding.partition("/")
    opd, _, kode = rest.partition("/")
    report = completeness.report(opd, int(tahun)) if re.fullmatch(r"20\d\d", tahun) else None
    codes = [a.obligation.kode for a in report.assessments] if report else []
    if kode not in codes:
        advice = "Salin kodenya dari lembar “Kewajiban” atau dari halaman temuannya."
        yield FINDING, f"{quoted(finding)} bukan kode temuan yang dikenal.", advice
    if day is None:
        told = f"{quoted(row.text(ARRIVED))} bukan tanggal." if row.text(ARRIVED) else "Kosong."
        yield ARRIVED, told, "Tulis tanggal sanggahan diterima, misalnya 2026-03-02."
    elif day > today:
        yield ARRIVED, f"{format_tanggal(day)} belum tiba.", "Perbaiki tanggalnya."
    elif report and (early := too_early(day, report.tahun)):
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


def _entry(row: SheetRow, *, contoh: bool) -> Mapping[str, object]:
    entry: dict[str, object] = {
        "temuan": row.text(FINDING),
        "tanggal": read_day(row.text(ARRIVED)),
        "pihak": read_party(row.text(PARTY)),
        "isi": row.text(WORDS),
    }
    if link := row.text(LINK):
        entry["tautan"] = link
    return {**entry, "contoh": True} if contoh else entry


def _added(stored: str, new: Sequence[Mapping[str, object]]) -> str:
    """Put entries behind those of a file, indented as they are; every line of it stays."""
    found = _ENTRY.search(stored)
    indent = found[1] if found else "  "
    # One by one: days that are equal would become anchors, which the data may not hold.
    text = "".join(
        yaml.safe_dump([dict(each)], allow_unicode=True, sort_keys=False, width=1000)
        for each in new
    )
    lines = "".join(f"{indent}{line}\n" if line else "\n" for line in text.splitlines())
    stored = stored if found else _EMPTY.sub("sanggahan:", stored)
    return f"{stored.rstrip()}\n{lines}"
