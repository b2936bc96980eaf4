"""What commands share: their class, exit codes, options, and click's own words in Indonesian."""

import gettext
import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from ppid.core.clock import today
from ppid.core.writing import NotWrittenError, replace_file
from ppid.diagnostics.diagnostic import offer
from ppid.diagnostics.inert import visible
from ppid.values.text import nearest

if TYPE_CHECKING:
    from ppid.checking.check import Checked
    from ppid.core.corpus import Corpus

FINE, DATA_ERRORS, FAILED, UNREAD = 0, 1, 2, 3


class _Existing(click.Path):
    """A file or folder that can be read to its end: a pipe would wait, a device never ends."""

    def convert(
        self,
        value: str | os.PathLike[str],
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> Any:  # noqa: ANN401 — as click has it
        path = Path(os.fsdecode(super().convert(value, param, ctx)))
        if not path.is_file() and not path.is_dir():
            self.fail(f"“{visible(str(path))}” bukan berkas biasa.", param, ctx)
        return path


READS = _Existing(exists=True, dir_okay=False, path_type=Path)
READS_ANY = _Existing(exists=True, path_type=Path)
WRITES = click.Path(dir_okay=False, path_type=Path)

F = TypeVar("F", bound=Callable[..., Any])


class Command(click.Command):
    """A command that works in a project."""

    def __init__(self, *arguments: Any, **named: Any) -> None:  # noqa: ANN401 — as click has them
        super().__init__(*arguments, **{"options_metavar": "[PILIHAN]", **named})


class CommandAnywhere(Command):
    """A command that needs no project: its data lies elsewhere, or there is none."""


class CommandGroup(Command, click.Group):
    """A group of commands."""

    command_class = Command

    def __init__(self, *arguments: Any, **named: Any) -> None:  # noqa: ANN401 — as click has them
        super().__init__(*arguments, **{"subcommand_metavar": "[PERINTAH] [ISIAN]...", **named})


class Tanggal(click.ParamType[date]):
    """A day of this century."""

    name = "TTTT-BB-HH"

    def convert(
        self, value: str | date, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        """Read an ISO date of this century; anything else is a misuse."""
        try:
            return value if isinstance(value, date) else today(value)
        except ValueError:
            said = "tulis tahun-bulan-hari dari 2000 sampai 2099, misalnya 2021-12-31."
            self.fail(said, param, ctx)


class _Tahun(click.ParamType[int]):
    name = "TAHUN"

    def convert(
        self, value: str | int, param: click.Parameter | None, ctx: click.Context | None
    ) -> int:
        """Read a year of this century; anything else is a misuse."""
        if not re.fullmatch(r"20\d\d", str(value), re.ASCII):
            self.fail("tulis tahun dari 2000 sampai 2099, misalnya 2026.", param, ctx)
        return int(value)


tanggal_option = click.option(
    "--tanggal",
    type=Tanggal(),
    default=today,
    help="Hari yang dianggap hari ini, misalnya 2021-12-31. Bawaan: tanggal komputer.",
)


def opd_option(
    words: str = "Nama folder perangkat daerah, misalnya dinkes.", *, required: bool = False
) -> Callable[[F], F]:
    """Take the folder of an OPD, as `--opd`."""
    if required:  # any default, even None, would count as given
        return click.option("--opd", metavar="FOLDER", required=True, help=words)
    return click.option("--opd", metavar="FOLDER", default="", help=words)


def tahun_option(words: str, *, required: bool = False) -> Callable[[F], F]:
    """Take a year, as `--tahun`."""
    return click.option("--tahun", type=_Tahun(), required=required, help=words)


def keluaran_option(words: str, *, required: bool = False) -> Callable[[F], F]:
    """Take the file that a command writes, as `--keluaran`."""
    return click.option("--keluaran", type=WRITES, metavar="BERKAS", required=required, help=words)


def format_option(*forms: str, words: str) -> Callable[[F], F]:
    """Take the form of an answer, as `--format`; the first is what people read."""
    return click.option(
        "--format", "bentuk", type=click.Choice(forms), default=forms[0], help=words
    )


def load_sound(root: Path, tanggal: date) -> "Checked":
    """Read a project; what still holds errors is a misuse."""
    from ppid.checking.check import load_and_check  # slow: `--help` needs no rules

    checked = load_and_check(root, tanggal)
    if checked.blocked:
        raise click.ClickException("Masih ada galat dalam data; jalankan dahulu: ppid periksa")
    return checked


def opd_folders(root: Path) -> frozenset[str]:
    """Name the folders of the OPDs that have a profile, whether it can be read or not."""
    return frozenset(path.parent.name for path in (root / "data/opd").glob("*/profil.yml"))


def unknown_opd(opd: str, corpus: "Corpus") -> click.ClickException:
    """Say that an OPD has no profile, with the nearest that has one, or all of them."""
    from ppid.kinds.opd import ProfilOpd  # slow, as above

    known = [profil.id.opd for profil in corpus.of(ProfilOpd)]
    hint = offer(nearest(opd, known)) or f"Yang ada: {', '.join(sorted(known))}."
    return click.ClickException(f"Perangkat daerah “{opd}” tidak ada di data/opd/. {hint}")


@contextmanager
def misuse(*errors: type[Exception]) -> Iterator[None]:
    """Say what these errors say as a misuse: their messages speak to whoever typed the command."""
    try:
        yield
    except errors as error:
        raise click.ClickException(str(error)) from error


def inside(root: Path, written: str) -> Path:
    """Find a file or folder of the project, from here or from its top."""
    for start in (Path(), root):
        path = (start / written).resolve()
        if path.exists() and path.is_relative_to(root):
            return path
    raise click.ClickException(f"“{written}” tidak ada di folder proyek.")


def write_result(target: Path, content: bytes) -> None:
    """Write what a command made, whole or not at all; what the system refuses is a misuse."""
    with misuse(NotWrittenError):
        replace_file(target, content)


def speak_indonesian() -> None:
    """Let click read its messages from our catalogue, `locale/id/LC_MESSAGES/click.po`.

    It asks gettext for the language of the environment each time, so that is where it is said.
    """
    gettext.bindtextdomain("click", str(Path(__file__).parent / "locale"))
    gettext.textdomain("click")
    os.environ["LANGUAGE"] = "id"


def sentence_of(error: click.ClickException) -> str:
    """Say what was wrong with a command line, and the next step."""
    # MkDocs logs what a plugin says, to nobody when it is not its own command line, and aborts.
    cause = error.__context__
    if not isinstance(error, click.UsageError) and isinstance(cause, click.ClickException):
        return cause.message
    said = error.format_message()
    if isinstance(error, click.UsageError):
        said = re.sub(r"'(\S+)'", r"\1", said)  # click quotes names as Python does,
        said = said.replace(",\n\t", ", ")  # and puts what can be chosen one below the other
    lost = isinstance(error, click.NoSuchCommand) and not error.possibilities
    return f"{said} Lihat semuanya: ppid --help" if lost else said
