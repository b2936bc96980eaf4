"""What the commands print: findings in the wanted form, a progress bar, a rule explained."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, TypeVar

import click

from ppid.checking.check import Checked
from ppid.checking.mend import Mended
from ppid.core.page import rule_url
from ppid.diagnostics.as_codequality import as_codequality
from ppid.diagnostics.as_github import as_github
from ppid.diagnostics.as_json import as_json
from ppid.diagnostics.as_markdown import as_markdown
from ppid.diagnostics.as_text import as_text
from ppid.diagnostics.diagnostic import Diagnostic, Requirement
from ppid.diagnostics.inert import brief
from ppid.guide import rule_page

_LONGEST = 120
T = TypeVar("T")


def _as_json(found: list[Diagnostic], checked: Checked) -> str:
    files = sum(path.startswith("data/") for path in checked.texts)
    return as_json(found, berkas=files, catatan=len(checked.corpus))


def _as_text(found: list[Diagnostic], checked: Checked) -> str:
    colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    return as_text(found, checked.texts, colour=colour)


FORMS: Final[Mapping[str, Callable[[list[Diagnostic], Checked], str]]] = {
    "teks": _as_text,
    "github": lambda found, _: as_github(found),
    "json": _as_json,
    "markdown": lambda found, _: as_markdown(found),
    "codequality": lambda found, _: as_codequality(found),
}
"""Every way to print findings: what `--format` takes."""


def render_findings(bentuk: str, found: list[Diagnostic], checked: Checked) -> str:
    """Write findings in one of `FORMS`."""
    return FORMS[bentuk](found, checked)


def print_mended(done: Sequence[Mended], *, apart: bool) -> None:
    """Say what was replaced, where; `apart` keeps it out of an answer that a machine reads."""
    for each in done:
        span = each.span
        cell = f" (sel {span.cell})" if span.cell else ""
        before, after = (brief(text, _LONGEST) for text in (each.before, each.after))
        click.echo(f"Diperbaiki[{each.rule_id}]: {span.path}:{span.line}{cell}", err=apart)
        click.echo(f"  “{before}” → “{after}”", err=apart)
    if not done:
        click.echo("Tidak ada yang dapat diperbaiki dengan pasti.", err=apart)


def show_progress(parts: Iterator[T], count: int) -> Iterable[T]:
    """Pass parts through as they are made; on a terminal with a bar."""
    from rich.console import Console
    from rich.progress import track

    console = Console(stderr=True)
    if not console.is_terminal:
        return parts
    return track(parts, "Mencetak halaman", total=count, console=console, transient=True)


def print_explanation(root: Path, requirement: Requirement) -> None:
    """Print a rule's page with its severity, legal basis and next step."""
    from rich.console import Console
    from rich.markdown import Markdown

    page = root / "content" / f"{rule_url(requirement.id).rstrip('/')}.md"
    text = page.read_text("utf-8") if page.is_file() else rule_page(requirement.id)
    basis = "; ".join(requirement.legal_basis) or f"tidak ada. {requirement.no_basis}"
    about = (
        f"{text}\n\n---\n\n- Tingkat: {requirement.severity.value}\n- Dasar hukum: {basis}\n"
        f"- Langkah berikutnya: {requirement.hint}\n"
    )
    Console(highlight=False).print(Markdown(about))
