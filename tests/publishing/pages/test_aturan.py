"""The index of rules: every rule of the program stands in it."""

from datetime import date

from ppid.checking.check import Checked, all_requirements
from ppid.core.corpus import Corpus
from ppid.publishing.pages import mutu_data
from ppid.publishing.publication import Publication


def test_every_rule_stands_in_the_index() -> None:
    checked = Checked(Corpus([], {}, frozenset(), date(2021, 12, 31)), (), {})
    (index,) = (p for p in mutu_data.pages(Publication.of(checked)) if p.url == "aturan/")
    tables = [section.table for section in index.context.sections if section.table]
    listed = [row[0].text for table in tables for row in table.rows]
    assert sorted(listed) == sorted(all_requirements())
