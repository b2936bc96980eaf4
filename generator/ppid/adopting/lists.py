"""A folder of workbooks: which list each holds, and taking in those that leave no doubt."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from ppid.adopting.answers import DaftarAsal
from ppid.adopting.offices import Office, office_named
from ppid.checking.load import Memory, load_from
from ppid.core.project_files import DiskFolder
from ppid.diagnostics.diagnostic import Severity
from ppid.diagnostics.inert import visible
from ppid.handing_in.intake.answers import answers_beside, read_answers
from ppid.handing_in.intake.bodies import BodyNames
from ppid.handing_in.intake.first_check import ReadProject, with_findings
from ppid.handing_in.intake.list_files import files_of, store
from ppid.handing_in.intake.sheets import other_lists_in
from ppid.handing_in.intake.taking_in import HandedFile, opened, take_in
from ppid.handing_in.intake.titled import first_said, kind_said, titles_of, year_said
from ppid.handing_in.intake.wanted import wanted_list
from ppid.handing_in.model import Target
from ppid.reading.documents.book import NoWorkbookError
from ppid.values.numbers import format_bulat
from ppid.values.text import joined

_ENDINGS: Final = frozenset(
    {".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".xml", ".docx", ".odt", ".pdf", ".html"}
)


@dataclass(frozen=True, slots=True)
class TakenList:
    """A list that was taken in, from a workbook."""

    berkas: str
    target: Target
    rows: int


@dataclass(frozen=True, slots=True)
class WaitingList:
    """A workbook that was not taken in, why, and what it may be as far as that is known."""

    berkas: str
    reason: str
    target: Target


def workbooks_in(folder: Path) -> tuple[Path, ...]:
    """Return the files of a folder that may hold lists, in a fixed order."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return tuple(
        sorted(
            path
            for path in found
            if path.suffix.lower() in _ENDINGS and not path.name.startswith(("~$", "."))
        )
    )


def take_all(
    root: Path, folder: Path, told: Iterable[DaftarAsal], offices: tuple[Office, ...], today: date
) -> tuple[list[TakenList], list[WaitingList]]:
    """Take every workbook of a folder into the project at `root`, or say why it waits."""
    stated = {each.berkas: each for each in told}
    taken: list[TakenList] = []
    waiting: list[WaitingList] = []
    memory = Memory()
    for path in workbooks_in(folder):
        name = path.relative_to(folder).as_posix()
        corpus = load_from(DiskFolder(root), today, memory).corpus
        try:
            handed = opened(path.name, path.read_bytes())
        except NoWorkbookError as error:
            waiting.append(WaitingList(name, str(error), Target("", "", 0)))
            continue
        target = _target(name, handed, stated.get(name), offices, BodyNames(corpus))
        if missing := _unknown_in(target):
            waiting.append(WaitingList(name, f"Belum diketahui: {missing}.", target))
            continue
        if before := next((each for each in taken if each.target == target), None):
            reason = f"Daftar yang sama sudah diambil dari {visible(before.berkas)}."
            waiting.append(WaitingList(name, reason, target))
            continue
        answers = _answers_about(target, path)
        intake = take_in(handed, target, corpus, answers).intake
        intake = with_findings(intake, path.name, ReadProject(DiskFolder(root), corpus, memory))
        grave = sum(remark.severity is Severity.GALAT for remark in intake.remarks)
        if intake.questions:
            reason = f"{format_bulat(len(intake.questions))} pertanyaan menunggu jawaban."
        elif grave:
            reason = f"{format_bulat(grave)} galat perlu diperbaiki di berkasnya."
        elif not intake.rows and not intake.about:
            reason = "Tidak ada tabel daftar yang terbaca."
        else:
            reason = ""
            store(root, files_of(intake, path.name, corpus), None, may_replace=False)
            taken.append(TakenList(name, target, len(intake.rows)))
        if reason:
            waiting.append(WaitingList(name, reason, target))
        others = other_lists_in(handed.book, wanted_list(target, corpus, answers))
        for sheet, content in others.items():
            reason = f"Lembar “{visible(sheet)}” memuat {content}."
            waiting.append(WaitingList(name, reason, Target(target.opd, "", 0)))
    there = {path.relative_to(folder).as_posix() for path in workbooks_in(folder)}
    for name, each in sorted(stated.items()):
        if name not in there:
            target = Target("", each.jenis, each.tahun or 0)
            waiting.append(WaitingList(name, "Berkas ini tidak ada di folder daftar.", target))
    return taken, waiting


def _answers_about(target: Target, path: Path) -> Mapping[str, str]:
    """Return the answers that `ppid impor` kept about a list, where they can be used."""
    kept = answers_beside(path, target)
    if not kept.is_file():
        return {}
    read = read_answers(kept.name, kept.read_bytes())
    return {} if read.problems else read.answers


def _target(
    name: str,
    handed: HandedFile,
    told: DaftarAsal | None,
    offices: tuple[Office, ...],
    names: BodyNames,
) -> Target:
    """Say which list a workbook holds: as it was told, by its stamp, its name, its first rows."""
    texts = [re.sub(r"[_./\\-]+", " ", name), *titles_of(handed)]
    stamp = handed.stamp
    office = office_named(told.opd, offices) if told and told.opd else None
    opd = office.folder if office else (stamp.opd if stamp else "")
    opd = opd or first_said(texts, lambda text: names.in_title(text) | _short_in(text, offices))
    jenis = (told.jenis if told else "") or (stamp.jenis if stamp else "")
    jenis = jenis or kind_said(texts)
    tahun = (told.tahun if told else None) or (stamp.tahun if stamp else 0)
    tahun = tahun or year_said(texts)
    return Target(opd, jenis, tahun)


def _short_in(text: str, offices: tuple[Office, ...]) -> frozenset[str]:
    """Return the offices whose short name or folder stands in a text as words of its own."""
    words = f" {' '.join(re.findall(r'[a-z0-9]+', text.lower()))} "
    return frozenset(
        office.folder
        for office in offices
        for short in (office.singkatan, office.folder)
        if f" {' '.join(re.findall(r'[a-z0-9]+', short.lower()))} " in words
    )


def _unknown_in(target: Target) -> str:
    parts = (("perangkat daerah", target.opd), ("DIK atau DIP", target.jenis))
    return joined([name for name, value in (*parts, ("tahun", target.tahun)) if not value])
