"""What commands share: exit codes, the option `--tanggal`, and how a day is typed."""

from datetime import date
from pathlib import Path

import click

FINE, DATA_ERRORS, FAILED = 0, 1, 2


class _Hari(click.ParamType[date]):
    name = "TTTT-BB-HH"

    def convert(
        self, value: str | date, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        """Read an ISO date; anything else is a misuse."""
        try:
            return value if isinstance(value, date) else date.fromisoformat(value)
        except ValueError:
            self.fail("tulis tanggal sebagai tahun-bulan-hari, misalnya 2021-12-31.", param, ctx)


tanggal_option = click.option(
    "--tanggal",
    type=_Hari(),
    help="Hari yang dianggap hari ini, misalnya 2021-12-31. Bawaan: tanggal komputer.",
)


def write_result(target: Path, content: bytes) -> None:
    """Write what a command made; a place that does not exist or is closed is a misuse."""
    try:
        target.write_bytes(content)
    except OSError as error:
        message = f"Berkas {target} tidak dapat ditulis; periksa foldernya."
        raise click.ClickException(message) from error
