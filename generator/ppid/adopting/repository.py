"""The files of a body's own repository, from its answers and the templates that ship with us."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Final

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ppid.adopting.answers import FILE, Mulai, NoAnswersError
from ppid.adopting.offices import Office, office_named
from ppid.kinds.badan import FORMAT_DATA
from ppid.reviewing.owners import PATH as OWNERS
from ppid.reviewing.owners import Teams, codeowners
from ppid.values.law_kinds import LAW_KINDS
from ppid.values.text import quoted

TEMPLATES: Final = Path(__file__).with_name("templates")
_SOURCE: Final = "Jawaban pengelola ketika repositori ini dibuat"


def printer(folder: Path) -> Environment:
    """Return what prints templates that are YAML, Markdown or scripts.

    GitHub writes `${{ … }}` in its workflows, so that ours stand in other brackets.
    """
    made = Environment(  # noqa: S701 — no HTML; each value goes through a filter of its format
        loader=FileSystemLoader(folder),
        variable_start_string="<<",
        variable_end_string=">>",
        block_start_string="<%",
        block_end_string="%>",
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )
    made.filters |= {"nilai": _as_value, "tulisan": _as_prose}
    return made


def _as_value(value: object) -> str:
    """Write a value as YAML on one line, quoted where it must be."""
    text: str = yaml.safe_dump(value, allow_unicode=True, default_flow_style=True, width=100_000)
    return text.removesuffix("\n").removesuffix("\n...").removesuffix("\n")


def _as_prose(text: str) -> str:
    """Write a text into Markdown so that none of its signs means anything there."""
    return "".join(f"\\{c}" if c in "\\`*_{}[]<>()#+!|" else c for c in " ".join(text.split()))


@dataclass(frozen=True, slots=True)
class Started:
    """What a repository is made from."""

    jawaban: Mulai
    answers_text: str
    offices: tuple[Office, ...]
    utama: Office
    today: date


def started_from(
    jawaban: Mulai, answers_text: str, offices: tuple[Office, ...], today: date
) -> Started:
    """Put the answers together; raise `NoAnswersError` where PPID Utama is none of the offices."""
    utama = office_named(jawaban.ppid_utama.opd, offices)
    if utama is None:
        named = quoted(jawaban.ppid_utama.opd)
        message = f"PPID Utama {named} tidak ada dalam daftar perangkat daerah."
        raise NoAnswersError(message)
    return Started(jawaban, answers_text, offices, utama, today)


def files_of(started: Started) -> Mapping[str, bytes]:
    """Return every file of the repository but its lists and its tasks, by path."""
    jawaban, law = started.jawaban, started.jawaban.peraturan
    words = {
        "jawaban": jawaban,
        "utama": started.utama,
        "pendiri": f"{LAW_KINDS[law.jenis].kode} {law.nomor}/{law.tahun}" if law else "",
        "sumber": _SOURCE,
        "versi": version("ppid-statis"),
        "versi_utama": version("ppid-statis").partition(".")[0],
        "format_data": FORMAT_DATA,
    }
    texts: dict[str, str] = {FILE: started.answers_text}
    for top in ("semua", jawaban.tempat):
        environment = printer(TEMPLATES / top)
        for name in sorted(environment.list_templates()):
            text = environment.get_template(name).render(words)
            texts["/".join(_real_name(part) for part in name.split("/"))] = text
    environment = printer(TEMPLATES / "perangkat")
    for office in started.offices:
        text = environment.get_template("profil.yml.j2").render(words, opd=office)
        texts[f"data/opd/{office.folder}/profil.yml"] = text
    if law:
        number = "".join(c if c.isalnum() else "-" for c in law.nomor.lower()).strip("-")
        path = f"data/opd/{started.utama.folder}/regulasi/{law.jenis}-{number}-{law.tahun}.yml"
        texts[path] = environment.get_template("regulasi.yml.j2").render(words, peraturan=law)
    teams = Teams(jawaban.organisasi)
    tops = {path.partition("/")[0] for path in texts}
    texts[OWNERS] = codeowners((office.folder for office in started.offices), teams, tops)
    return {path: text.encode() for path, text in sorted(texts.items())}


def _real_name(part: str) -> str:
    """Return the name of a file or folder: a template for “.github” is called “_github”."""
    name = part.removesuffix(".j2")
    return f".{name[1:]}" if name.startswith("_") else name
