"""Click's own words in Indonesian: headings of the help, and what it says of a misused command."""

from difflib import get_close_matches

import click

_HELP = {"Options": "Pilihan", "Commands": "Perintah", "Arguments": "Isian"}


class _Formatter(click.HelpFormatter):
    """Writes the headings of a help page in Indonesian."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        words = {
            "[OPTIONS]": "[PILIHAN]",
            "[COMMAND] [ARGS]...": "[PERINTAH] [ISIAN]...",
            "COMMAND [ARGS]...": "PERINTAH [ISIAN]...",
        }
        for english, indonesian in words.items():
            args = args.replace(english, indonesian)
        super().write_usage(prog, args, prefix or "Pemakaian: ")

    def write_heading(self, heading: str) -> None:
        super().write_heading(_HELP.get(heading, heading))


class _Context(click.Context):
    formatter_class = _Formatter


class Command(click.Command):
    """A command whose help page is Indonesian."""

    context_class = _Context

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Describe `--help` in Indonesian."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "Tampilkan petunjuk ini."
        return option


class Group(Command, click.Group):
    """A group of such commands."""

    command_class = Command


def sentence_of(error: click.ClickException) -> str:
    """Say in Indonesian what was wrong with a command line, and the next step."""
    if isinstance(error, click.NoSuchOption):
        near = ", ".join(error.possibilities or ())
        hint = f" Mungkin maksudnya {near}." if near else ""
        return f"Pilihan “{error.option_name}” tidak dikenal.{hint}"
    if isinstance(error, click.MissingParameter):
        return f"Isian {_name(error)} belum ditulis."
    if isinstance(error, click.BadParameter):
        return f"Isian {_name(error)} tidak dapat dipakai: {_reason(error)}"
    if isinstance(error, click.UsageError):
        return _of_usage(error)
    # MkDocs logs what a plugin says, to nobody when it is not its own command line, and aborts.
    cause = error.__context__
    return cause.message if isinstance(cause, click.ClickException) else error.message


def _name(error: click.BadParameter) -> str:
    return error.param.get_error_hint(error.ctx) if error.param and error.ctx else "itu"


def _reason(error: click.BadParameter) -> str:
    kind = error.param.type if error.param else None
    if isinstance(kind, click.Choice):
        return f"pilih salah satu dari {', '.join(map(str, kind.choices))}."
    if isinstance(kind, click.Path):
        return _of_path(kind)
    if isinstance(kind, click.IntRange) and "not in the range" in error.message:
        return f"tulis bilangan dari {kind.min} sampai {kind.max}."
    if isinstance(kind, click.IntRange | click.types.IntParamType):
        return "tulis bilangan bulat."
    return error.message


def _of_path(kind: click.Path) -> str:
    if kind.exists:
        return "berkas atau folder itu tidak ada atau tidak dapat dibaca."
    return "itu folder, bukan nama berkas, atau berkasnya tidak boleh ditulis."


def _of_usage(error: click.UsageError) -> str:
    if "No such command" in error.message:
        return _of_command(error)
    if "unexpected extra argument" in error.message:
        return "Ada isian yang berlebih di akhir perintah."
    if "requires an argument" in error.message:
        return "Ada pilihan yang belum diberi isi."
    return error.message


def _of_command(error: click.UsageError) -> str:
    written = error.message.split("'")[1] if "'" in error.message else ""
    group = error.ctx.command if error.ctx else None
    known = list(group.commands) if isinstance(group, click.Group) else []
    near = get_close_matches(written, known, 1, 0.5)
    hint = f" Mungkin maksudnya “{near[0]}”." if near else f" Yang ada: {', '.join(known)}."
    return f"Perintah “{written}” tidak dikenal.{hint}"
