"""The day that counts as today: the only place that may ask the clock."""

import os
from datetime import UTC, date, datetime


def today(written: str | None = None) -> date:
    """Return the day as written (`TTTT-BB-HH`), else from SOURCE_DATE_EPOCH, else by the clock.

    Raises ValueError with an Indonesian sentence when `written` is not a date.
    """
    if written:
        try:
            return date.fromisoformat(written)
        except ValueError as error:
            message = f"“{written}” bukan tanggal; tulis misalnya 2021-12-31"
            raise ValueError(message) from error
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    moment = datetime.fromtimestamp(int(epoch), UTC) if epoch.isdigit() else datetime.now(UTC)
    return moment.date()
