"""What holds in the whole country: laws and their words, grounds, obligations, steps, synonyms.

The files have the shapes of those in `data/acuan/`, where a body adds what is its own: its local
regulations, its nicknames, the questionnaire and the bands of its province, its exceptions. A
regulation of a region never stands here: it would answer for bodies that it does not bind.
"""

from pathlib import Path
from typing import Final, TypeVar

import yaml
from pydantic import TypeAdapter

from ppid.law.yaml_loading import LOADER

T = TypeVar("T")

LAW: Final = Path(__file__).parent
"""The folder of these files, in a checkout and in an installed package alike."""


def words_in(name: str, shape: type[T]) -> T:
    """Return what a file of words says that no body adds to.

    Raises pydantic.ValidationError where it has another shape.
    """
    text = (LAW / name).read_text("utf-8")
    return TypeAdapter(shape).validate_python(yaml.load(text, LOADER))  # noqa: S506 — a safe one
