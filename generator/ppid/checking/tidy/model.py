"""What came of tidying one file."""

from dataclasses import dataclass


class CannotTidyError(Exception):
    """A file that must be left as it is; the message says why, for the person who wrote it."""


@dataclass(frozen=True, slots=True)
class Tidied:
    """A file before and after; `changes` says what differs, `left` why it was left alone."""

    path: str
    before: bytes
    after: bytes
    changes: tuple[str, ...] = ()
    left: str = ""

    @property
    def differs(self) -> bool:
        return self.before != self.after
