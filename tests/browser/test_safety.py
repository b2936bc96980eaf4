"""What a page may do: run only its own scripts and styles."""

import base64
import hashlib
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.browser

Open = Callable[..., Any]

POLICY = re.compile(r'http-equiv="Content-Security-Policy" content="([^"]+)"')
INLINE = re.compile(
    r"<script(?![^>]*\bsrc=)(?![^>]*application/(?:ld\+)?json)[^>]*>(.*?)</script>", re.DOTALL
)
STYLED = re.compile(r"<style\b|<[a-z][^<>]*\sstyle=|<[a-z][^<>]*\son[a-z]+=", re.IGNORECASE)


def test_every_page_forbids_foreign_scripts_and_styles(situs: Path) -> None:
    pages = sorted(situs.rglob("*.html"))
    assert len(pages) > 40
    for path in pages:
        html = path.read_text("utf-8")
        policy = POLICY.search(html)
        assert policy, path
        rules = dict(part.strip().split(" ", 1) for part in policy.group(1).split(";"))
        assert rules["default-src"] == "'none'"
        assert rules["base-uri"] == "'none'"
        assert "unsafe-inline" not in policy.group(1)
        assert "http" not in policy.group(1)
        for script in INLINE.findall(html):
            digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
            assert f"'sha256-{digest}'" in rules["script-src"], path
        assert not STYLED.search(html), path
