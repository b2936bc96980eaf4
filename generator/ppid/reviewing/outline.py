"""A review as blocks of entries, in the order in which they are read; renderers only paint them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ppid.diagnostics.diagnostic import Diagnostic, Severity
from ppid.reviewing.model import (
    DecisionToMake,
    Detail,
    OutsideFile,
    Review,
    ReviewChange,
    ReviewSection,
    ScoreCause,
    ScoreEffect,
)
from ppid.values.numbers import format_bulat, format_desimal

TITLE = "Tinjauan perubahan data"
_COMMIT = 10
_MOST_CAUSES = 5


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """One thing to read: what it is about, a mark behind that, and the lines below.

    `ask` marks a question to be ticked; `quote` is its topic with the words of the law.
    """

    head: str
    mark: str = ""
    lines: tuple[str, ...] = ()
    ask: bool = False
    quote: str = ""


@dataclass(frozen=True, slots=True)
class OutlineBlock:
    """A part of the review under a heading; `share` is what it may take of a short report.

    A block without a share takes what the others leave, in order.
    """

    title: str
    entries: tuple[OutlineEntry, ...]
    share: float = 0


def opening(review: Review) -> tuple[str, ...]:
    """Say with what was compared, and sum up what was found."""
    base = review.base
    compared = f"Dibandingkan dengan {base.name}, commit {base.commit[:_COMMIT]}."
    return (_headline(review), " ".join((compared, *base.notes)))


def _headline(review: Review) -> str:
    if not review.changes:
        sentence = "Tidak ada perubahan isi data."
    else:
        counts = [
            f"{format_bulat(count)} {section.value[:1].lower()}{section.value[1:]}"
            for section in ReviewSection
            if (count := len(_in_section(section, review.changes)))
        ]
        sentence = f"{format_bulat(len(review.changes))} perubahan: {'; '.join(counts)}."
    if any(file.sort.decides for file in review.outside):
        files = format_bulat(sum(file.sort.decides for file in review.outside))
        sentence = f"{files} berkas program, tampilan, atau alur kerja ikut berubah. {sentence}"
    if jumps := sum(effect.is_jump for effect in review.effects):
        sentence += f" Nilai kelengkapan melonjak pada {format_bulat(jumps)} penilaian."
    if review.blocked:
        sentence += " Ada galat baru, jadi data ini belum dapat diterbitkan."
    return sentence


def outline(review: Review) -> Iterator[OutlineBlock]:
    """Yield the blocks that have something to say."""
    deciding = [_file(file) for file in review.outside if file.sort.decides]
    others = [_file(file) for file in review.outside if not file.sort.decides]
    jumps = [_effect(effect) for effect in review.effects if effect.is_jump]
    steps = [_effect(effect) for effect in review.effects if not effect.is_jump]
    asked = [entry for decision in review.decisions for entry in _questions(decision)]
    blocks: list[tuple[str, list[OutlineEntry], float]] = [
        ("Program, tampilan, atau alur kerja berubah", deciding, 0.08),
    ]
    blocks += [
        (section.value, [_change(change) for change in _in_section(section, review.changes)], 0)
        for section in ReviewSection
    ]
    # Only what was closed is graver than a figure that rises by leaps.
    blocks.insert(2, ("Nilai kelengkapan melonjak", jumps, 0.08))
    blocks += [
        ("Temuan baru", [_finding(d) for d in review.new], 0.15),
        ("Temuan yang selesai", [_finding(d) for d in review.solved], 0.06),
        ("Pengaruh pada kelengkapan", steps, 0.12),
        ("Berkas lain yang berubah", others, 0.04),
        ("Tidak mengubah isi", list(_unchanged(review)), 0.04),
        ("Yang perlu diputuskan", asked, 0.2),
    ]
    for title, entries, share in blocks:
        if entries:
            yield OutlineBlock(title, tuple(entries), share)


def _in_section(section: ReviewSection, changes: Sequence[ReviewChange]) -> list[ReviewChange]:
    return [change for change in changes if change.sort.section is section]


def _change(change: ReviewChange) -> OutlineEntry:
    marks = ("salinan resmi", change.salinan_resmi), ("peragaan", change.contoh)
    marked = ", ".join(word for word, holds in marks if holds)
    place = f"{change.place}{f' ({marked})' if marked else ''}"
    lines = (change.sentence, *(line for d in change.details for line in _both(d)))
    members = tuple(f"– {member}" for member in change.members)
    return OutlineEntry(change.title, place, (*lines, *members))


def _both(detail: Detail) -> Iterator[str]:
    """Show both texts of a field where the sentence does not repeat them."""
    words = _plain(detail.words)
    repeated = _plain(detail.before) in words and _plain(detail.after) in words
    is_field = detail.field not in {"", "daftar", "kode", "nihil", "salinan_resmi", "contoh"}
    if is_field and detail.before and detail.after and not repeated:
        yield f"Sebelum: {detail.before}"
        yield f"Sesudah: {detail.after}"


def _plain(text: str) -> str:
    """Take away what tells a value in a file from its name for readers: “serta-merta”."""
    return text.casefold().replace("-", " ")


def _finding(diagnostic: Diagnostic) -> OutlineEntry:
    span = diagnostic.span
    cell = f", sel {span.cell}" if span.cell else ""
    head = f"{diagnostic.severity} {diagnostic.rule_id}"
    blocks = diagnostic.severity is Severity.GALAT and diagnostic.hint
    hints = (f"Saran: {diagnostic.hint}",) if blocks else ()
    return OutlineEntry(head, f"{span.path}, baris {span.line}{cell}", (diagnostic.message, *hints))


def _file(file: OutsideFile) -> OutlineEntry:
    return OutlineEntry(file.path, file.sort.value)


def _effect(effect: ScoreEffect) -> OutlineEntry:
    figures = " menjadi ".join(
        "tidak dinilai" if figure is None else format_desimal(figure)
        for figure in (effect.before, effect.after)
    )
    same = effect.before == effect.after
    score = f"nilai tetap {figures.split(' menjadi ')[0]}" if same else f"nilai {figures}"
    mark = f"{score}{' (peragaan)' if effect.contoh else ''}"
    causes = (_cause(cause) for cause in effect.causes[:_MOST_CAUSES])
    lines = tuple(
        f"{m.kode} {m.teks.rstrip('.;')}: semula {m.before}, kini {m.after}. {m.reason}"
        for m in effect.moved
    )
    return OutlineEntry(f"{effect.nama}, {effect.tahun}", mark, (*causes, *lines))


def _cause(cause: ScoreCause) -> str:
    counts = (
        (cause.gained, "menjadi bukti bagi {} kewajiban"),
        (cause.lost, "tidak lagi menjadi bukti bagi {} kewajiban"),
    )
    told = "; ".join(words.format(format_bulat(count)) for count, words in counts if count)
    return f"Sebabnya: {cause.name} {told}"


def _questions(decision: DecisionToMake) -> Iterator[OutlineEntry]:
    law = f"{decision.law}: “{decision.quote}”" if decision.quote else decision.law
    quote = f"{decision.topic}. {law}".strip()
    for place, question in enumerate(decision.questions):
        yield OutlineEntry(question, ask=True, quote="" if place else quote)


def _unchanged(review: Review) -> Iterator[OutlineEntry]:
    found = review.unchanged
    if found.rewritten:
        count = format_bulat(len(found.rewritten))
        yield OutlineEntry(
            f"{count} berkas ditulis ulang dengan isi yang sama", lines=found.rewritten
        )
    if found.renamed:
        lines = tuple(f"{old} menjadi {new}" for old, new in found.renamed)
        head = f"{format_bulat(len(found.renamed))} berkas berganti nama dengan isi yang sama"
        yield OutlineEntry(head, lines=lines)
