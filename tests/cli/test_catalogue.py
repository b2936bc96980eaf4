"""Click's messages in Indonesian: the catalogue is whole, compiled, and keeps every place."""

import ast
import gettext
import re
from pathlib import Path

import click
import pytest
from babel.messages.pofile import read_po

from tests.conftest import ROOT

FOLDER = ROOT / "generator/ppid/cli/locale/id/LC_MESSAGES"
# What only whoever writes a command ever sees, or what no command of ours can say.
UNSEEN = re.compile(
    r"d$|Windows error|DeprecationWarning|Could not determine name|No options defined"
    r"|Arguments take exactly|Name '|Boolean option|Invalid start character|Unknown |Choice\("
    r"|.* is not a valid UUID"
)


def _messages_of_click() -> set[str]:
    """Return the first form of every message that click hands to gettext."""
    found = set()
    for path in Path(click.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in {"_", "ngettext"}:
                message = node.args[0]
                if isinstance(message, ast.Constant) and isinstance(message.value, str):
                    found.add(message.value)
    return found


with (FOLDER / "click.po").open("rb") as _opened:
    ENTRIES = [entry for entry in read_po(_opened, locale="id") if entry.id]
with (FOLDER / "click.mo").open("rb") as _opened:
    COMPILED = gettext.GNUTranslations(_opened)
FORMS = [entry.id if isinstance(entry.id, tuple) else (entry.id, entry.id) for entry in ENTRIES]


def test_every_message_that_a_user_can_meet_is_translated() -> None:
    wanted = {message for message in _messages_of_click() if not UNSEEN.match(message)}
    wanted.add("required")  # click looks this one up by a variable
    assert wanted == {singular for singular, _ in FORMS}


@pytest.mark.parametrize("forms", FORMS, ids=lambda forms: forms[0])
def test_a_message_is_compiled_and_asks_for_no_other_values(forms: tuple[str, str]) -> None:
    entry = next(e for e, known in zip(ENTRIES, FORMS, strict=True) if known == forms)
    (said,) = entry.string if isinstance(entry.string, tuple) else (entry.string,)
    compiled = COMPILED.gettext(forms[0]) if forms[0] == forms[1] else COMPILED.ngettext(*forms, 2)
    assert compiled == said
    names = re.compile(r"{(\w+)|%\((\w+)\)")
    assert set(names.findall(said)) <= set(names.findall(" ".join(forms)))
