"""Fields that every row must have: what is missing is asked once for the whole column."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from ppid.handing_in.intake.codes import Earlier
from ppid.handing_in.intake.gathering import ANSWERED, Gathering
from ppid.handing_in.intake.model import Heading, Question, Reading
from ppid.handing_in.intake.reading.classes import CLASSES
from ppid.handing_in.intake.reading.forms import BENTUK, CAKUPAN
from ppid.handing_in.intake.reading.verdict import Reader, offers
from ppid.handing_in.intake.row_reading import Draft
from ppid.kinds.opd import ProfilOpd
from ppid.kinds.rows import MODELS
from ppid.reading.documents.book import CellPlace

_FIXED: Final[Mapping[str, tuple[Reading, ...]]] = {
    "cakupan": CAKUPAN,
    "klasifikasi": CLASSES,
    "bentuk": BENTUK,
    "retensi": offers("sesuai JRA", "permanen", "selama berlaku"),
}
_MOST_OFFERED: Final = 3
_FOUND_ELSEWHERE: Final = frozenset({"kode", "informasi"})


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table, how each is read, and what earlier lists of the OPD offer."""

    headings: Sequence[Heading]
    readers: Mapping[str, Reader]
    earlier: Earlier
    profil: ProfilOpd | None


def fill_columns(drafts: Sequence[Draft], columns: Columns, gathering: Gathering) -> None:
    """Ask for every field without which a row cannot be kept; the answer goes into all its rows."""
    model = MODELS[columns.earlier.target.jenis].model_fields
    required = [name for name, info in model.items() if info.is_required()]
    for name in required:
        lacking = [draft for draft in drafts if not draft.values.get(name)]
        if not lacking or name in _FOUND_ELSEWHERE:
            continue
        whole = len(lacking) == len(drafts)
        place = _place_of(name, columns.headings, lacking[0])
        places = () if whole else tuple(_cell_of(name, columns.headings, one) for one in lacking)
        title = model[name].title or name
        question = Question(
            f"{'kolom' if whole else 'kosong'}.{name}",
            place,
            "",
            _asks(title, len(lacking), whole=whole),
            _offered(name, columns.earlier, columns.profil),
            name,
        )
        value = gathering.ask(question, places, valid=columns.readers[name])
        if value is not None:
            gathering.repair([place], "", value, f"{ANSWERED}, untuk {len(lacking)} baris", name)
            for draft in lacking:
                draft.put(name, value, ())


def _asks(title: str, rows: int, *, whole: bool) -> str:
    if whole:
        return f"“{title}” belum terisi pada satu baris pun. Apa isinya untuk semua {rows} baris?"
    return f"“{title}” belum terisi pada {rows} baris. Apa isinya untuk baris-baris itu?"


def _offered(name: str, earlier: Earlier, profil: ProfilOpd | None) -> tuple[Reading, ...]:
    """Offer the words that the field allows, else what this OPD wrote before, else itself."""
    if name in _FIXED:
        return _FIXED[name]
    if name == "waktu_pembuatan":
        return offers(str(earlier.target.tahun))
    used = Counter(str(getattr(row, name)) for row in earlier.rows)
    ranked = sorted(used.items(), key=lambda item: (-item[1], item[0]))[:_MOST_OFFERED]
    before = tuple(Reading(value, f"seperti dalam daftar {earlier.tahun}") for value, _ in ranked)
    is_office = name in {"penguasa", "penanggung_jawab"}
    return before or (offers(profil.nama) if profil and is_office else ())


def _place_of(name: str, headings: Sequence[Heading], draft: Draft) -> CellPlace:
    """Return the heading of the column, or of the first column when there is none."""
    own = [heading for heading in headings if heading.field == name and heading.cells]
    named = own or [heading for heading in headings if heading.cells]
    return named[0].cells[0].place if named else draft.place


def _cell_of(name: str, headings: Sequence[Heading], draft: Draft) -> CellPlace:
    """Return the empty cell of a row, or the row's title when the column is not there."""
    column = next((heading.column for heading in headings if heading.field == name), 0)
    return CellPlace(draft.place.sheet, draft.row.row, column) if column else draft.place
