"""How a change is named: what readers know a record by, where it stands, how it is marked."""

from collections.abc import Mapping
from dataclasses import dataclass

from ppid.checking.check import Checked
from ppid.core.corpus import Corpus
from ppid.core.record import Record
from ppid.diagnostics.diagnostic import Severity
from ppid.diagnostics.places import RecordId
from ppid.kinds import KIND_BY_NAME, title_of
from ppid.kinds.badan import Badan
from ppid.kinds.daftar import Butir, Daftar, list_id, list_name
from ppid.kinds.opd import ProfilOpd
from ppid.kinds.wording import DAFTAR
from ppid.reviewing.model import Detail, ReviewChange, gravest


@dataclass(frozen=True, slots=True)
class Places:
    """Both corpora, and the folders of OPDs that only took another name (old to new).

    `unread_before` and `unread_after` hold the texts of files with errors: what stands in them may
    be missing from the corpus, and yet nobody took it out.
    """

    before: Corpus
    after: Corpus
    folders: Mapping[str, str]
    unread_before: Mapping[str, str]
    unread_after: Mapping[str, str]

    def now(self, opd: str) -> str:
        """Return the folder in which an OPD lies after the change."""
        return self.folders.get(opd, opd)

    def path_now(self, path: str) -> str:
        """Return the path that a file has after the change, where only its OPD was renamed."""
        top, _, rest = path.removeprefix("data/opd/").partition("/")
        return f"data/opd/{self.now(top)}/{rest}" if top in self.folders else path

    def is_unread(self, path: str, kode: str = "") -> bool:
        """Tell whether something may still be written in its file, which has errors now."""
        text = self.unread_after.get(self.path_now(path))
        return text is not None and (not text or kode in text)

    def was_unread(self, path: str, kode: str) -> bool:
        """Tell whether something was written in its file before, which had errors then."""
        folders = {new: old for old, new in self.folders.items()}
        top, _, rest = path.removeprefix("data/opd/").partition("/")
        old = f"data/opd/{folders[top]}/{rest}" if top in folders else path
        return kode in self.unread_before.get(old, "")

    def change(
        self,
        record: Record,
        details: tuple[Detail, ...],
        members: tuple[str, ...] = (),
        other_path: str = "",
    ) -> ReviewChange:
        """Name a change after the record as it is now, or as it was when it is gone."""
        return ReviewChange(
            sort=gravest(details),
            record=str(record.id),
            title=title_of(record),
            place=self.place_of(record),
            path=record.path,
            details=details,
            members=members,
            contoh=self.is_example(record),
            salinan_resmi=self.is_copy(record.id),
            other_path=other_path,
        )

    def place_of(self, record: Record) -> str:
        """Say where a record stands: “DIK 2021, Dinas Kesehatan, kode KES-VAKSIN”."""
        owner = self.office(record.owner) if record.owner else ""
        if isinstance(record, Daftar):
            return owner
        kode = f"kode {getattr(record, 'kode', '')}" if record.kind in DAFTAR else ""
        name = list_name(record.id) if kode else KIND_BY_NAME[record.kind].label
        return ", ".join(filter(None, (name, owner, kode)))

    def office(self, opd: str) -> str:
        """Return the name of an OPD, else its folder."""
        profil = self.after.get(ProfilOpd, opd) or self.before.get(ProfilOpd, opd)
        return profil.nama if profil else opd

    def is_example(self, record: Record) -> bool:
        """Tell whether a record is a demonstration, before or now."""
        bodies = (*self.before.of(Badan), *self.after.of(Badan))
        lists = self._lists(record.id) if isinstance(record, Butir) else []
        return any(getattr(one, "contoh", False) for one in (record, *lists, *bodies))

    def is_copy(self, record_id: RecordId) -> bool:
        """Tell whether the list of a record was a faithful copy of a decision before the change."""
        daftar = self.before.find(list_id(record_id))
        return isinstance(daftar, Daftar) and daftar.salinan_resmi

    def _lists(self, record_id: RecordId) -> list[Record]:
        found = (corpus.find(list_id(record_id)) for corpus in (self.before, self.after))
        return [daftar for daftar in found if daftar is not None]


def places_of(before: Checked, after: Checked) -> Places:
    """Compare two corpora as far as naming needs it."""
    folders = _renamed_folders(before.corpus, after.corpus)
    return Places(
        before=before.corpus,
        after=after.corpus,
        folders=folders,
        unread_before=_unread(before),
        unread_after=_unread(after),
    )


def _renamed_folders(before: Corpus, after: Corpus) -> Mapping[str, str]:
    """Find OPDs that stand in another folder under the very same name."""
    gone = {p.nama: p.id.opd for p in before.of(ProfilOpd) if not after.get(ProfilOpd, p.id.opd)}
    came = {p.nama: p.id.opd for p in after.of(ProfilOpd) if not before.get(ProfilOpd, p.id.opd)}
    return {gone[nama]: came[nama] for nama in gone if nama in came}


def _unread(checked: Checked) -> Mapping[str, str]:
    """Return the texts of files with errors; empty for what is no text at all."""
    wrong = {d.span.path for d in checked.findings if d.severity is Severity.GALAT}
    return {path: checked.texts[path].text if path in checked.texts else "" for path in wrong}
