"""The gate before publication: any files and a built site, held against what must not leave.

What the data allows to be public stays silent here too: numbers of channels, and the samples on the
pages of the privacy rules.
"""

import hashlib
import os
import re
import stat
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from ppid.checking.check import Checked
from ppid.checking.rules import documents as document_rules
from ppid.checking.rules import privacy
from ppid.checking.rules.privacy import comparable, published_on_purpose, samples
from ppid.core.corpus import Corpus
from ppid.core.document import Contents, DocumentRemark
from ppid.core.manifest import SUMMARY
from ppid.core.rule import Finding, Rule, diagnostic_of
from ppid.diagnostics.diagnostic import Diagnostic, Severity, in_order
from ppid.diagnostics.places import Span
from ppid.kinds.dik.model import InformasiDikecualikan
from ppid.kinds.dik.subject_rules import dokumennya_tidak_ikut_terbit
from ppid.kinds.dik.withheld import (
    SidikDikecualikan,
    called_like,
    documents_of,
    dokumen_bersidik_tidak_ikut_terbit,
    is_withheld,
    names_of,
)
from ppid.reading.documents.inspection import LARGEST, inspect, no_file, too_large

_RULES: Final = tuple(
    rule
    for module in (privacy, document_rules)
    for rule in vars(module).values()
    if isinstance(rule, Rule)
)
PERSONAL: Final = frozenset(
    rule.requirement.id for rule in vars(privacy).values() if isinstance(rule, Rule)
)
"""The rules that find personal data, wherever it stands."""
UNREADABLE: Final = document_rules.dokumen_dapat_diperiksa.requirement.id
"""The rule that speaks of what could not be looked into."""
_DOCUMENT: Final = re.compile(r"opd/(?P<opd>[a-z0-9-]+)/dokumen/.+")


def fingerprint(path: Path) -> str:
    """Return the SHA-256 of a file, as `dik/sidik.yml` keeps it."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


_OWN_PATIENCE: Final = 10
"""A slow machine may take longer over a large workbook of ours than a stranger's may cost."""


def files_below(targets: Sequence[Path]) -> Iterator[tuple[str, Path]]:
    """Yield what lies below with the name to show for it, in a fixed order; links as they stand.

    No name is given twice: below several folders each is shown with its folder.
    """
    for target in dict.fromkeys(targets):
        if not target.is_dir():
            yield target.as_posix(), target
            continue
        for parent, folders, names in os.walk(target):
            folders.sort()
            links = [name for name in folders if (Path(parent) / name).is_symlink()]
            for name in sorted([*names, *links]):
                path = Path(parent) / name
                shown = path.relative_to(target) if len(targets) == 1 else path
                yield shown.as_posix(), path


def is_site(folder: Path) -> bool:
    """Return whether a folder is a site that was built here."""
    return (folder / SUMMARY).is_file()


def look_into_site(path: Path) -> Contents:
    """Return what is found in a file of a site; what the program made itself is read to its end."""
    return look_into(path, patience=1 if "dokumen" in path.parts else _OWN_PATIENCE)


def look_into(path: Path, *, patience: int = 1) -> Contents:
    """Return what is found in a file, whatever lies there."""
    if not stat.S_ISREG(path.lstat().st_mode):
        return no_file()
    if path.stat().st_size > LARGEST:
        return too_large()
    return _looked_into(path.name, path.read_bytes(), patience)


def _looked_into(name: str, content: bytes, patience: int = 1) -> Contents:
    # Its words tell whether a document is what a row names, which nobody asks here.
    if len(content) > LARGEST:
        return too_large()
    return inspect(name, content, words=False, patience=patience)


def check_files(found: Mapping[str, Contents], checked: Checked) -> list[Diagnostic]:
    """Judge what was found in files that are to be handed in or published."""
    return _judged(found, checked.corpus, site=False)


def check_content(name: str, content: bytes, corpus: Corpus) -> list[Diagnostic]:
    """Check a file that is to be handed in and lies on no disk."""
    return _judged({name: _looked_into(name, content)}, corpus, site=False)


def check_site(found: Mapping[str, Contents], checked: Checked) -> list[Diagnostic]:
    """Judge what was found in the files of a built site.

    What the program made itself may have a make of its own (menus in templates); what was copied
    from `data/` and `content/` may not. Nothing passes for looked into that was not to its end.
    """
    copied = {path.partition("/")[2] for path in checked.corpus.contents}
    made = {
        name: each if name in copied else replace(each, remarks=_cut_short(each))
        for name, each in found.items()
    }
    return _judged(made, checked.corpus, site=True)


def _cut_short(contents: Contents) -> tuple[DocumentRemark, ...]:
    return tuple(remark for remark in contents.remarks if remark.cut_short)


def _judged(found: Mapping[str, Contents], corpus: Corpus, *, site: bool) -> list[Diagnostic]:
    accepted = corpus.derive(published_on_purpose) | samples()
    contents = {name: _without(each, accepted) for name, each in found.items()}
    documents_ = frozenset(f"data/{name}" for name in contents if _DOCUMENT.fullmatch(name))
    held = Corpus(
        [*corpus.of(SidikDikecualikan)],
        {},
        documents_,
        corpus.today,
        contents=contents,
    )
    diagnostics = [diagnostic_of(rule, each) for rule in _RULES for each in rule.check(held)]
    sidik = dokumen_bersidik_tidak_ikut_terbit
    diagnostics += [
        diagnostic_of(sidik, each)
        for record in held.of(SidikDikecualikan)
        for each in sidik.check(record, held)
    ]
    return in_order([*diagnostics, *_named(held, frozenset(contents), corpus, site=site)])


def _without(contents: Contents, accepted: frozenset[str]) -> Contents:
    kept = tuple(t for t in contents.traces if comparable(t.text) not in accepted)
    return replace(contents, traces=kept) if contents.traces else contents


def _named(
    held: Corpus, names: frozenset[str], corpus: Corpus, *, site: bool
) -> Iterator[Diagnostic]:
    """Find files that are called like information that is withheld.

    Of a loose file nobody knows whose it is, so its name is held against every list, in doubt.
    """
    loose = names_of(() if site else (n for n in names if not _DOCUMENT.fullmatch(n)))
    nothing = names_of(())
    for row in corpus.of(InformasiDikecualikan):
        for own in (documents_of(row.id.opd, held) or nothing, loose):
            named = called_like(row, own)
            if named is None or not is_withheld(row, corpus):
                continue
            like = "seperti" if named.exactly else "hampir seperti"
            message = f"Berkas ini bernama {like} informasi yang dikecualikan “{row.kode}”"
            doubted = own is loose or not named.exactly
            severity = Severity.PERINGATAN if doubted else None
            place = Span(named.path.removeprefix("data/"))
            finding = Finding(place, message, severity=severity)
            yield diagnostic_of(dokumennya_tidak_ikut_terbit, finding)
