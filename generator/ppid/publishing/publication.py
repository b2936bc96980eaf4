"""What is asked for when the site is built, worked out once for pages, downloads and the search."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import Self

from ppid.assessing.assess import assess
from ppid.assessing.model import Completeness
from ppid.assessing.verification import OpdVerification, YearVerification, verifications
from ppid.checking.check import Checked
from ppid.core.project_files import Folder
from ppid.diagnostics.diagnostic import Diagnostic, Severity
from ppid.diagnostics.places import RecordId
from ppid.history.changes import ListChanges, changes_of
from ppid.history.events import Event, events_of
from ppid.history.model import NO_PAST, Past
from ppid.kinds.badan import Badan, IdentitasBadan, identitas_of
from ppid.kinds.daftar import Daftar, DaftarDikecualikan, DaftarPublik, list_id
from ppid.kinds.layanan import LaporanLayanan
from ppid.kinds.opd import ProfilOpd
from ppid.publishing.checker.offer import Engine, engine_in
from ppid.publishing.items.exclusion import LegalBases, TermLaw, term_law_of
from ppid.publishing.items.history import Histories
from ppid.publishing.items.public import DutiesByYear, TableFiles
from ppid.publishing.papers.of_lists import Printed, printed_papers
from ppid.publishing.papers.of_service import printed_service_papers
from ppid.publishing.papers.word import docx_of
from ppid.publishing.regulations import Cited, RegulationFamily, citations_in, families_of
from ppid.publishing.reuse import Reuse
from ppid.publishing.sheets import Sheet, sheets_of, sheets_of_all


@dataclass(frozen=True)
class Publication(Checked):
    """A checked corpus on its way to the site, with everything that follows from it.

    `site_url` is where it will be published, with a slash at the end; empty when nobody knows.
    `past` is what the repository says of earlier states, and empty where there is no repository.
    `folder` is the project, where documents can be opened; None where only records are at hand.
    `reuse` is what earlier builds made.
    """

    site_url: str = ""
    past: Past = NO_PAST
    folder: Folder | None = None
    reuse: Reuse = field(default_factory=Reuse)

    @classmethod
    def of(
        cls,
        checked: Checked,
        site_url: str = "",
        past: Past = NO_PAST,
        folder: Folder | None = None,
        reuse: Reuse | None = None,
    ) -> Self:
        """Return what was checked, together with what is known only when a site is built."""
        texts, reuse = checked.texts, reuse or Reuse()
        return cls(checked.corpus, checked.findings, texts, site_url, past, folder, reuse)

    def work_out(self) -> None:
        """Work out what several parts of the site ask for, before processes share the work."""
        for name, value in vars(type(self)).items():
            if isinstance(value, cached_property):
                getattr(self, name)

    @cached_property
    def checker(self) -> Engine | None:
        """What browsers load to check a list; none where its parts have not been fetched."""
        return engine_in(self.folder)

    @property
    def badan(self) -> Badan | None:
        """The body whose site this is."""
        return self.corpus.get(Badan)

    @property
    def identitas(self) -> IdentitasBadan:
        """Whose data every file of the site holds."""
        return identitas_of(self.corpus)

    @property
    def contoh(self) -> bool:
        """Whether the whole site is a demonstration."""
        return self.badan is not None and self.badan.contoh

    def is_example(self, record: RecordId | None) -> bool:
        """Whether what a record says is a demonstration, alone or with the whole site."""
        if record is None or self.contoh:
            return self.contoh
        found = self.corpus.find(list_id(record)) or self.corpus.find(record)
        return isinstance(found, Daftar | LaporanLayanan) and found.contoh

    def name_of(self, opd: str) -> str:
        """Return the name of an OPD, or its slug where there is no profile."""
        profil = self.corpus.get(ProfilOpd, opd)
        return profil.nama if profil else opd

    @cached_property
    def findings_by_opd(self) -> Mapping[str, Sequence[Diagnostic]]:
        """The findings in the files of each OPD; under "" those in files that belong to none."""
        found: dict[str, list[Diagnostic]] = defaultdict(list)
        for finding in self.findings:
            parts = finding.span.path.split("/")
            inside = parts[:2] == ["data", "opd"] and len(parts) > 3  # noqa: PLR2004
            found[parts[2] if inside else ""].append(finding)
        return found

    @cached_property
    def lists(self) -> tuple[Daftar, ...]:
        """All lists: those of public information, then those of excluded information."""
        return (*self.corpus.of(DaftarPublik), *self.corpus.of(DaftarDikecualikan))

    @cached_property
    def opds(self) -> tuple[str, ...]:
        """The folders of all OPDs that have a profile or a list."""
        profiles = (profil.id.opd for profil in self.corpus.of(ProfilOpd))
        return tuple(sorted({*profiles, *self._lists_by_opd}))

    def lists_of(self, opd: str) -> Sequence[Daftar]:
        """Return the lists of an OPD, in the order of `lists`."""
        return self._lists_by_opd.get(opd, ())

    @cached_property
    def _lists_by_opd(self) -> Mapping[str, Sequence[Daftar]]:
        found: dict[str, list[Daftar]] = {}
        for daftar in self.lists:
            found.setdefault(daftar.id.opd, []).append(daftar)
        return found

    def warnings_of(self, opd: str, tahun: int) -> Sequence[Diagnostic]:
        """Return the warnings about records of an OPD and year."""
        return self._warnings.get((opd, tahun), ())

    @cached_property
    def _warnings(self) -> Mapping[tuple[str, int], Sequence[Diagnostic]]:
        found: dict[tuple[str, int], list[Diagnostic]] = {}
        for finding in self.findings:
            record = finding.record
            if record and finding.severity is Severity.PERINGATAN:
                found.setdefault((record.opd, record.tahun), []).append(finding)
        return found

    @cached_property
    def latest_lists(self) -> tuple[Daftar, ...]:
        """The newest list of each kind that every OPD has handed in."""
        ordered = sorted(self.lists, key=lambda daftar: daftar.id.tahun)
        newest = {(daftar.id.opd, daftar.rows): daftar for daftar in ordered}
        return tuple(newest[key] for key in sorted(newest))

    @cached_property
    def changes(self) -> Mapping[RecordId, ListChanges]:
        """Each list compared with the one before it."""
        return changes_of(self.corpus)

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """What happened to the lists, the newest first."""
        return events_of(self.corpus, self.past)

    @cached_property
    def news(self) -> tuple[Event, ...]:
        """The events worth telling to those who follow: edits of a demonstration are not."""
        return tuple(event for event in self.events if not (event.mends and event.contoh))

    @cached_property
    def histories(self) -> Histories:
        """The way of every item through the lists of the years."""
        return Histories(self.corpus, self.past)

    @cached_property
    def legal_bases(self) -> LegalBases:
        """What stands behind the legal bases of excluded rows."""
        return LegalBases(self.corpus)

    @cached_property
    def term_law(self) -> TermLaw:
        """What the law says about the end of an exclusion."""
        return term_law_of(self.corpus)

    @cached_property
    def table_files(self) -> TableFiles:
        """The tables among the documents, of which the first rows are shown."""
        return TableFiles(self.corpus, self.folder)

    @cached_property
    def duties(self) -> DutiesByYear:
        """The obligations that public rows fulfil."""
        return DutiesByYear(self.corpus)

    @cached_property
    def completeness(self) -> Completeness:
        """How far the obligations of every year were met."""
        return self.corpus.derive(assess)

    @cached_property
    def verifications(self) -> Mapping[int, YearVerification]:
        """What assessors found, by year; no year without a mark."""
        found = verifications(self.completeness, self.corpus)
        return {each.year.tahun: each for each in found if each.marked}

    def verification_of(self, opd: str, tahun: int) -> OpdVerification | None:
        """Return what was found of one OPD; None where nothing was marked."""
        year = self.verifications.get(tahun)
        marked = year.marked if year else ()
        return next((each for each in marked if each.report.opd == opd), None)

    @cached_property
    def families(self) -> Mapping[str, RegulationFamily]:
        """The regulations that hang together, for the slug of each."""
        return families_of(self.corpus)

    @cached_property
    def citations(self) -> Mapping[str, Cited]:
        """What refers to a regulation, for the slug of each."""
        return citations_in(self.corpus)

    @cached_property
    def sheets(self) -> Mapping[RecordId, Sheet]:
        """The CSV file of every list that has rows."""
        return sheets_of(self.corpus)

    @cached_property
    def sheets_of_all(self) -> Mapping[str, Sheet]:
        """The CSV file of all rows, for “dip” and “dik”."""
        return sheets_of_all(self.sheets)

    def papers_of(self, daftar: Daftar) -> tuple[Printed, ...]:
        """Return the official papers of a list, made once for its pages and its downloads."""
        known = self._papers.get(daftar.id)
        if known is None:
            docx = partial(self.reuse.made, docx_of)
            known = printed_papers(daftar, self.corpus, self.site_url, docx)
            self._papers[daftar.id] = known
        return known

    @cached_property
    def _papers(self) -> dict[RecordId, tuple[Printed, ...]]:
        return {}

    @cached_property
    def service_papers(self) -> tuple[Printed, ...]:
        """The registers and letters of the service, to be filled in."""
        return printed_service_papers(self.corpus)
