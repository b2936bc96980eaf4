"""The day that counts as today: the only place that may ask the clock."""

import os
from contextlib import suppress
from datetime import UTC, date, datetime

_YEARS = range(2000, 2100)
"""Of the days that may count as today: terms reach from them into both directions."""


def today(written: str | None = None) -> date:
    """Return the day as written (`TTTT-BB-HH`), else from SOURCE_DATE_EPOCH, else by the clock.

    Raises ValueError with an Indonesian sentence when `written` is not a day of this century.
    """
    if written is not None:
        with suppress(ValueError):
            day = date.fromisoformat(written)
            if day.year in _YEARS:
                return day
        message = f"“{written}” bukan tanggal dari 2000 sampai 2099; tulis misalnya 2021-12-31"
        raise ValueError(message)
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    moment = datetime.fromtimestamp(int(epoch), UTC) if epoch.isdigit() else datetime.now(UTC)
    return moment.date()
