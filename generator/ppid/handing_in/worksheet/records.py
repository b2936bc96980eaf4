"""From the marks of several worksheets to records: all of them, or none while anything is wrong."""

import csv
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Flag, auto
from io import StringIO

from ppid.assessing.model import State
from ppid.checking.check import check_folder
from ppid.core.corpus import Corpus
from ppid.core.project_files import Folder, StoredFolder
from ppid.diagnostics.diagnostic import Severity
from ppid.handing_in.worksheet.form import MARKS, Problem
from ppid.handing_in.worksheet.judged import Judged
from ppid.handing_in.worksheet.marks import (
    GivenMark,
    HandedSheet,
    marks_in,
    rows_emptied,
    rows_gone,
    tables_not_read,
)
from ppid.kinds.pemantauan.penugasan import slug_of
from ppid.kinds.pemantauan.verifikasi import SEJALAN, Verifikasi
from ppid.kinds.wording import TANDA
from ppid.values.dates import format_tanggal
from ppid.values.numbers import format_bulat
from ppid.values.text import quoted

_SHOWN = 3


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What came of files that were handed in: contents to write by path, and what is to be said."""

    files: Mapping[str, bytes] = field(default_factory=dict)
    told: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


_Key = tuple[int, str, str]
"""Year, OPD and code of an obligation."""


class Allowed(Flag):
    """What was asked for with marks that are stored.

    A mark of another assessor, or a later one, gives way; a mark whose cell its assessor emptied is
    taken back.
    """

    NOTHING = 0
    REPLACE = auto()
    WITHDRAW = auto()


def take_in_marks(
    sheets: Sequence[HandedSheet],
    day: date | None,
    judged: Judged,
    corpus: Corpus,
    *,
    allowed: Allowed = Allowed.NOTHING,
) -> TakenIn:
    """Return the files of marks as they are to be, or every reason why not.

    Without leave, a mark whose cell was emptied stays, and that is said.
    """
    problems: list[Problem] = []
    given: dict[_Key, GivenMark] = {}
    filled: set[str] = set()
    for sheet in sheets:
        for each in marks_in(sheet, day, judged, corpus):
            if isinstance(each, Problem):
                problems.append(each)
                continue
            filled.add(sheet.name)
            other = given.setdefault(each.key, each)
            if other.tanda != each.tanda:
                problems.append(_contradiction(each, other))
    changed: dict[_Key, GivenMark] = {}
    for key, each in given.items():
        stored = corpus.get(Verifikasi, key[1], key[0], key[2])
        if stored is None or not _is_same(each, stored):
            changed[key] = each
            if stored and Allowed.REPLACE not in allowed and (problem := _held_back(each, stored)):
                problems.append(problem)
    if problems:
        return TakenIn(problems=tuple(problems))
    groups = sorted({key[:2] for key in given})
    emptied = {
        k: cell for each in sheets for k, cell in rows_emptied(each, corpus) if k not in given
    }
    withdraw = Allowed.WITHDRAW in allowed
    withdrawn = emptied.keys() if withdraw else frozenset[_Key]()
    files = {
        f"data/pemantauan/{tahun}/{opd}.csv": _csv((tahun, opd), changed, withdrawn, judged, corpus)
        for tahun, opd in sorted({key[:2] for key in (*changed, *withdrawn)})
    }
    told = [_counted(group, given, changed, judged, corpus) for group in groups]
    told += _about_emptied(emptied, withdraw=withdraw)
    blank = (f"{s.name}: belum ada yang ditandai." for s in sheets if s.name not in filled)
    about = (each for sheet in sheets for each in _about_sheet(sheet, judged, corpus))
    return TakenIn(files, (*told, *blank, *about, *_to_look_at(given.values())))


def after_writing(folder: Folder, files: Mapping[str, bytes], today: date) -> tuple[Problem, ...]:
    """Return what the rules would refuse, and personal data that they would see, once written."""
    sizes = {
        entry.path: folder.size(entry.path)
        for top in ("data", "content")
        for entry in folder.entries(top)
        if not entry.instead
    }
    sizes |= {path: len(content) for path, content in files.items()}
    found = check_folder(StoredFolder(files, sizes, folder), today).findings
    return tuple(
        Problem(
            file=each.record.opd if each.record else "",
            place=f"kewajiban {each.record.slug}" if each.record else "",
            sentence=f"{each.message}.",
            advice=each.hint,
        )
        for each in found
        if each.span.path in files
        if each.severity is Severity.GALAT or each.rule_id.startswith("PRI-")
    )


def _contradiction(one: GivenMark, other: GivenMark) -> Problem:
    sentence = (
        f"{one.about} ditandai {quoted(TANDA[one.tanda])} oleh {quoted(one.pemantau)}, tetapi "
        f"{quoted(TANDA[other.tanda])} oleh {quoted(other.pemantau)} ({other.file}, {other.place})."
    )
    return Problem(one.file, one.place, sentence, "Samakan dahulu, atau serahkan satu saja.")


def _is_same(each: GivenMark, stored: Verifikasi) -> bool:
    """Tell whether a mark says what is stored already; then its day and its office stay."""
    said = (each.tanda, each.catatan, each.sidik)
    return said == (stored.tanda, stored.catatan, stored.sidik)


def _held_back(each: GivenMark, stored: Verifikasi) -> Problem | None:
    """Say why a stored mark may not give way unasked."""
    was = f"{quoted(TANDA[stored.tanda])} oleh {quoted(stored.pemantau)}"
    since = f"pada {format_tanggal(stored.tanggal)}"
    others = slug_of(stored.pemantau) != slug_of(each.pemantau)
    if others and stored.tanda != each.tanda:
        sentence = (
            f"{each.about} ditandai {quoted(TANDA[each.tanda])} oleh {quoted(each.pemantau)}, "
            f"tetapi sudah tersimpan {was} {since}."
        )
    elif stored.tanggal > each.tanggal:
        sentence = f"{each.about} sudah ditandai {was} {since}, sesudah hari penilaian kertas ini."
    else:
        return None
    command = "Bila tanda yang baru memang menggantikannya, tambahkan --timpa."
    return Problem(each.file, each.place, sentence, "Samakan dahulu.", command)


def _csv(
    group: tuple[int, str],
    changed: Mapping[_Key, GivenMark],
    withdrawn: Collection[_Key],
    judged: Judged,
    corpus: Corpus,
) -> bytes:
    """Write the marks of an OPD, old and new, in the order of the law, without the withdrawn."""
    tahun, opd = group
    rows = {
        tanda.kode: {name: _text(getattr(tanda, name)) for name in Verifikasi.model_fields}
        for tanda in corpus.in_list(Verifikasi, opd, tahun)
        if (tahun, opd, tanda.kode) not in withdrawn
    }
    for (year, folder, kode), each in changed.items():
        if (year, folder) == group:
            current = each.sidik == each.now.sidik
            rows[kode] = {
                "kode": kode,
                "tanda": each.tanda,
                "pemantau": each.pemantau,
                "tanggal": each.tanggal.isoformat(),
                "menurut_data": each.now.keadaan if current else each.menurut_data,
                "sidik": each.sidik,
                "catatan": each.catatan,
                "contoh": "true" if each.office.contoh else "",
            }
    office = judged.office(opd, tahun)
    listed = [each.kode for each in office.duties] if office else []
    columns = [*Verifikasi.model_fields]
    if not any(row["contoh"] for row in rows.values()):
        columns.remove("contoh")
    written = StringIO()
    writer = csv.DictWriter(written, columns, lineterminator="\n", extrasaction="ignore")
    writer.writeheader()
    writer.writerows(rows[kode] for kode in sorted(rows, key=listed.index))
    return written.getvalue().encode()


def _text(value: object) -> str:
    """Write a value of a record as its file does."""
    if isinstance(value, bool):
        return "true" if value else ""
    return "" if value is None else str(value)


def _counted(
    group: tuple[int, str],
    given: Mapping[_Key, GivenMark],
    changed: Mapping[_Key, GivenMark],
    judged: Judged,
    corpus: Corpus,
) -> str:
    tahun, opd = group
    office = judged.office(opd, tahun)
    name = office.nama if office else opd
    stored = {tanda.kode for tanda in corpus.in_list(Verifikasi, opd, tahun)}
    mine = [key for key in given if key[:2] == group]
    new = sum(key in changed and key[2] not in stored for key in mine)
    other = sum(key in changed and key[2] in stored for key in mine)
    same = len(mine) - new - other
    numbers = (f"{format_bulat(new)} tanda baru", f"{format_bulat(other)} berubah")
    return f"{name} {tahun}: {', '.join(numbers)}, {format_bulat(same)} tetap."


def _about_emptied(emptied: Mapping[_Key, str], *, withdraw: bool) -> Iterator[str]:
    """Say what becomes of stored marks whose cells were emptied."""
    if not emptied:
        return
    (_, opd, kode), cell = next(iter(emptied.items()))
    count, example = format_bulat(len(emptied)), f"misalnya {opd} {kode} ({cell})"
    if withdraw:
        yield f"Dicabut: {count} tanda yang selnya dikosongkan, {example}."
    else:
        yield (
            f"Sel dikosongkan, tetapi tandanya tetap tersimpan: {count}, {example}. "
            "Tanda dicabut hanya bila itu diminta ketika kertasnya diterima."
        )


def _about_sheet(sheet: HandedSheet, judged: Judged, corpus: Corpus) -> Iterator[str]:
    """Say what of a sheet was left alone, and which of its rows are gone."""
    if sheet.book.macros:
        yield f"{sheet.name} memuat makro; makronya tidak dijalankan dan tidak disimpan."
    for name in tables_not_read(sheet):
        yield (
            f"{sheet.name}: lembar {quoted(name)} memuat tabel penilaian juga, tetapi tidak "
            f"dibaca; yang dibaca hanya lembar {MARKS}."
        )
    for office, gone in rows_gone(sheet, judged, corpus):
        yield (
            f"{sheet.name}, lembar {MARKS}: {format_bulat(len(gone))} kewajiban "
            f"{office.nama} tidak ada lagi, misalnya {gone[0]}. Tanda yang sudah tersimpan "
            "tetap; salin barisnya dari kertas kerja asli bila masih perlu dinilai."
        )


def _to_look_at(given: Iterable[GivenMark]) -> Iterator[str]:
    """Say which marks judged a state that has changed, and which differences have no reason."""
    listed = list(given)
    changed = [each for each in listed if each.sidik != each.now.sidik]
    if changed:
        yield (
            f"Datanya berubah sejak kertas ini dibuat: {_named(changed)}. Tandanya berlaku atas "
            "keadaan yang lama; nilai lagi dengan kertas kerja yang baru."
        )
    bare = [
        each
        for each in listed
        if not each.catatan and each.tanda not in SEJALAN[each.menurut_data or _NEUTRAL]
    ]
    if bare:
        yield f"Berbeda dari data tanpa alasan: {_named(bare)}. Isi kolom catatannya."


_NEUTRAL = State.PERLU_DILIHAT.value
"""A state with which every mark agrees."""


def _named(found: Sequence[GivenMark]) -> str:
    first = ", ".join(f"{e.about} ({e.place})" for e in found[:_SHOWN])
    rest = len(found) - _SHOWN
    return f"{first}, dan {format_bulat(rest)} lagi" if rest > 0 else first
