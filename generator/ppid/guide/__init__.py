"""The pages that every site has alike: one for each rule, and the guides for who keeps the data.

The plugin adds them to the pages of the body, where a file of the same name takes their place. The
examples on a rule's page are the tests of the rule.
"""

from pathlib import Path
from typing import Final

GUIDE: Final = Path(__file__).parent
"""The folder of these pages, laid out as `content/` is."""


def rule_page(rule_id: str) -> str:
    """Return the page that explains a rule, as Markdown; empty when there is none."""
    page = GUIDE / "aturan" / f"{rule_id}.md"
    return page.read_text("utf-8") if page.is_file() else ""
