"""From a corpus to sorted diagnostics: the rules of every kind, then the rules across kinds."""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path

from ppid.checking import field_errors, load
from ppid.checking.rules import RULES
from ppid.core.corpus import Corpus, pause_gc
from ppid.core.project_files import DiskFolder, Folder
from ppid.core.rule import Finding, Rule, diagnostic_of
from ppid.diagnostics.diagnostic import (
    Diagnostic,
    Requirement,
    Severity,
    diagnose,
    has_errors,
    in_order,
)
from ppid.diagnostics.places import RecordId, SourceText
from ppid.kinds import KINDS
from ppid.kinds.acuan.kewajiban import judging_day
from ppid.kinds.acuan.pengecualian import PengecualianAturan
from ppid.kinds.acuan.peraturan import Peraturan, slug_of, split_citation
from ppid.kinds.daftar import Daftar, list_id
from ppid.law import LAW
from ppid.reading.files import requirements as reading

PGC_002 = Requirement(
    "PGC-002",
    "Pengecualian menyebut aturan yang ada dan boleh dikecualikan",
    Severity.GALAT,
    "Periksa kode aturannya; aturan yang bertingkat galat tidak dapat dikecualikan.",
    no_basis="Pengecualian yang salah alamat menyembunyikan tanpa menjelaskan.",
)


@dataclass(frozen=True)
class Checked:
    """A corpus with everything that was found about it."""

    corpus: Corpus
    findings: tuple[Diagnostic, ...]
    texts: Mapping[str, SourceText]

    @property
    def blocked(self) -> bool:
        """Tell whether anything forbids publication."""
        return has_errors(self.findings)

    def about(self, record: RecordId) -> tuple[Diagnostic, ...]:
        """Return the findings about one record."""
        return tuple(self._by_record.get(record, ()))

    @cached_property
    def _by_record(self) -> dict[RecordId, list[Diagnostic]]:
        found: dict[RecordId, list[Diagnostic]] = {}
        for diagnostic in self.findings:
            if diagnostic.record is not None:
                found.setdefault(diagnostic.record, []).append(diagnostic)
        return found


def load_and_check(root: Path, today: date, law: Path = LAW) -> Checked:
    """Read the project folder `root` and apply every rule; never raises for bad data."""
    return check_folder(DiskFolder(root), today, law=law)


def check_folder(
    folder: Folder,
    today: date,
    memory: load.Memory | None = None,
    law: Path = LAW,
    *,
    only: Container[str] | None = None,
) -> Checked:
    """Do the same with a project that may lie elsewhere; see `load.load_from`.

    With `only` no other rules are asked than these.
    """
    with pause_gc():
        loaded = load.load_from(folder, today, memory, law)
        found = in_order([*loaded.diagnostics, *check(loaded.corpus, only)])
    return Checked(loaded.corpus, tuple(found), loaded.texts)


def all_requirements() -> dict[str, Requirement]:
    """Return every requirement of the program by its id, in the order of ids."""
    rules = (*(rule for kind in KINDS for rule in kind.rules), *RULES)
    stated = (
        *reading.REQUIREMENTS,
        *load.REQUIREMENTS,
        *field_errors.REQUIREMENTS,
        *(rule.requirement for rule in rules),
        PGC_002,
    )
    return {requirement.id: requirement for requirement in sorted(stated, key=lambda r: r.id)}


def check(corpus: Corpus, only: Container[str] | None = None) -> list[Diagnostic]:
    """Apply every rule to `corpus`, in no order; what a dated exception covers is left out.

    With `only` no other rules are asked than these.
    """
    found = [*_of_kinds(corpus, only), *_across_kinds(corpus, only)]
    return [*_without_exceptions(found, corpus), *_check_exceptions(corpus)]


def _of_kinds(corpus: Corpus, only: Container[str] | None) -> Iterator[Diagnostic]:
    for kind in KINDS:
        rules = [rule for rule in kind.rules if only is None or rule.requirement.id in only]
        for record in corpus.of(kind.model):
            for rule in rules:
                for finding in rule.check(record, corpus):
                    yield _judged(rule, finding, corpus)


def _across_kinds(corpus: Corpus, only: Container[str] | None) -> Iterator[Diagnostic]:
    for rule in RULES:
        if only is not None and rule.requirement.id not in only:
            continue
        for finding in rule.check(corpus):
            yield _judged(rule, finding, corpus)


def _judged(rule: Rule, finding: Finding, corpus: Corpus) -> Diagnostic:
    """Weigh a finding by the law of its time: what no law asked for then is only a suggestion."""
    found = diagnostic_of(rule, finding, _softened(rule, finding, corpus))
    day = _day_of(finding.record, corpus) if found.legal_basis else None
    if day is None:
        return found
    in_force = tuple(basis for basis in found.legal_basis if _holds(basis, day, corpus))
    if in_force == found.legal_basis:
        return found
    severity = found.severity if in_force else Severity.SARAN
    return replace(found, legal_basis=in_force, severity=severity)


def _day_of(record: RecordId | None, corpus: Corpus) -> date | None:
    """Return the day by whose law a list or report is judged; None for what belongs to no year."""
    if record is None or not record.tahun:
        return None
    daftar = corpus.find(list_id(record))
    if isinstance(daftar, Daftar):
        stated = daftar.nihil.tanggal if daftar.nihil else daftar.disampaikan
        return daftar.ditetapkan or stated or judging_day(record.tahun, corpus.today)
    return date(record.tahun, 12, 31)


def _holds(basis: str, day: date, corpus: Corpus) -> bool:
    law = corpus.get(Peraturan, slug=slug_of(split_citation(basis)[0]))
    return law is None or law.berlaku_pada(day)


def _softened(rule: Rule, finding: Finding, corpus: Corpus) -> Severity | None:
    """Weigh a defect of a decision that was copied faithfully: it stays publishable."""
    severity = finding.severity or rule.requirement.severity
    if not rule.requirement.softened or severity is not Severity.GALAT or not finding.record:
        return None
    daftar = corpus.find(list_id(finding.record))
    copied = isinstance(daftar, Daftar) and daftar.salinan_resmi
    return Severity.PERINGATAN if copied else None


def _without_exceptions(found: list[Diagnostic], corpus: Corpus) -> list[Diagnostic]:
    exceptions = [e for e in corpus.of(PengecualianAturan) if corpus.today <= e.sampai]
    return [d for d in found if not any(_covers(e, d) for e in exceptions)]


def _covers(exception: PengecualianAturan, diagnostic: Diagnostic) -> bool:
    if diagnostic.severity is Severity.GALAT or diagnostic.rule_id != exception.aturan:
        return False
    if diagnostic.span.path.removeprefix("data/") != exception.berkas.removeprefix("data/"):
        return False
    slug = diagnostic.record.slug if diagnostic.record else ""
    return not exception.catatan or exception.catatan.lower() == slug


def _check_exceptions(corpus: Corpus) -> Iterator[Diagnostic]:
    known = all_requirements()
    for exception in corpus.of(PengecualianAturan):
        requirement = known.get(exception.aturan)
        if requirement is None or requirement.severity is Severity.GALAT:
            message = f"Aturan “{exception.aturan}” tidak ada atau tidak dapat dikecualikan"
            yield diagnose(PGC_002, exception.span("aturan"), message, record=exception.id)
