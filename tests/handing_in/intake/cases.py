"""What a nasty workbook is and what must come out of it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Case:
    """A workbook, and its table: for each row the fields that matter, several cells by “ + ”.

    `unused` counts cells by reason where these are the point; `asked` are keys of questions.
    `sections` is the group title of each row.
    """

    name: str
    jenis: str
    file: str
    content: Callable[[], bytes]
    rows: Sequence[Mapping[str, str]]
    asked: tuple[str, ...] = ()
    unused: Mapping[str, int] = field(default_factory=dict)
    sections: tuple[str, ...] | None = None
    nihil: str = ""
    said: tuple[str, ...] = ()
    answers: Mapping[str, str] = field(default_factory=dict)


def subjects(*texts: str) -> list[Mapping[str, str]]:
    return [{"informasi": text} for text in texts]
