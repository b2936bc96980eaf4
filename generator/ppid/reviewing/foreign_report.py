"""A report that foreign code wrote, made fit to stand as a comment under our name.

The host removes scripts by itself; what remains to be stopped here are mentions, links that lead
away, pictures, foreign markers and a length that it would refuse.
"""

import re
from collections.abc import Iterable
from html import unescape
from typing import Any

from ppid.diagnostics.inert import visible

MARKER = "<!-- ppid:tinjauan -->"
"""The first line of our comment, by which the next run finds it again."""
LARGEST = 65_000
"""Characters of a comment; GitHub takes 65,536."""

_TAGS = "details|summary|br|code|span|strong|sub|table|thead|tbody|tr|th|td"
_TAG = re.compile(rf"<(?!/?(?:{_TAGS})>)", re.IGNORECASE)
_LINK = re.compile(
    r"(?P<bang>!?)\[(?P<label>[^\[\]\n]*)\]\((?P<url>[^()\s]*)\)|(?P<bare>https://[\w./~?=%-]+)"
)
_LEADS_AWAY = re.compile(r"\.\.|%2e|%5c|\\", re.IGNORECASE)
"""What makes an address that begins as one of ours end somewhere else."""
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_KEPT = frozenset("\\`*_[]{}|~<>&!\"'\u200b")
"""What our own reports write as entities; any other entity becomes what it stands for."""
_ACTIVE = re.compile(rf"(?P<entity>{_ENTITY.pattern})|[@#](?=\w)|:(?=//)|www(?=\.)", re.IGNORECASE)
_BREAK = "&#8203;"
_PREVIEW = (
    "**[Lihat halaman yang berubah]({})**: unduh, buka berkas zip itu, lalu klik dua kali "
    "index.html di dalamnya.\n\n"
)
_CUT = "\n\n… Sisanya ada dalam laporan lengkap pada hasil pemeriksaan (artefak).\n"


def safe_comment(report: bytes, allowed: Iterable[str] = (), preview: str = "") -> str:
    """Make a comment of a report; addresses stay whole where they begin with one of `allowed`.

    `preview` is the address from the host where the changed pages lie; it comes first.
    """
    text = report.decode(errors="replace").replace("\r\n", "\n")
    text = _ENTITY.sub(_plain, text)
    text = "\n".join(visible(line.replace("\t", "    ")) for line in text.split("\n"))
    text = text.replace(MARKER, "").strip()
    keep = tuple(allowed)
    text = _TAG.sub("&lt;", _outside_links(text, keep))
    head = f"{MARKER}\n{_PREVIEW.format(preview) if preview else ''}"
    room = LARGEST - len(head) - len(_CUT) - 1
    return f"{head}{text if len(text) <= room else _shortened(text, room)}\n"


def _outside_links(text: str, keep: tuple[str, ...]) -> str:
    """Leave addresses of allowed places as they are, take the life out of everything else."""
    parts: list[str] = []
    at = 0
    for link in _LINK.finditer(text):
        parts.append(_inert(text[at : link.start()]))
        if link["bare"]:
            parts.append(link["bare"] if _is_own(link["bare"], keep) else _inert(link["bare"]))
        else:
            kept = not link["bang"] and _is_own(link["url"], keep)
            label = _inert(link["label"])
            parts.append(f"[{label}]({link['url']})" if kept else label)
        at = link.end()
    return "".join([*parts, _inert(text[at:])])


def _is_own(url: str, keep: tuple[str, ...]) -> bool:
    return bool(keep) and url.startswith(keep) and not _LEADS_AWAY.search(url)


def is_plain_address(url: str) -> bool:
    """Tell whether the host's address of a file can stand in a link as it is."""
    return re.fullmatch(r"https://[\w./-]+", url, re.ASCII) is not None


def _plain(entity: re.Match[str]) -> str:
    """Write an entity as the character that it stands for, unless it is one of our own."""
    meant = unescape(entity.group())
    return entity.group() if meant in _KEPT else meant


def _inert(text: str) -> str:
    broken = _ACTIVE.sub(lambda found: found["entity"] or found.group() + _BREAK, text)
    return broken.replace("](", "]&#40;").replace("]:", "]&#58;").replace("![", "!&#91;")


def _shortened(text: str, room: int) -> str:
    """Cut at the end of a line and close what a cut would leave open."""
    cut = text[: room - 200].rpartition("\n")[0]
    opened = cut.count("<details>") - cut.count("</details>")
    fence = "\n```" if cut.count("\n```") % 2 else ""
    return cut + fence + "\n</details>" * max(0, min(opened, 10)) + _CUT


def request_number(pulls: Any, commit: str) -> int | None:  # noqa: ANN401 — JSON of the host
    """Find the one open pull request whose newest commit is `commit`, in the host's own answer.

    More than one is as bad as none: a comment must not land where it does not belong.
    """
    numbers = {
        pull["number"]
        for pull in _flat(pulls)
        if isinstance(pull.get("head"), dict)
        and pull["head"].get("sha") == commit
        and pull.get("state") == "open"
        and isinstance(pull.get("number"), int)
    }
    return numbers.pop() if len(numbers) == 1 else None


def own_comment(comments: Any, author: str) -> int | None:  # noqa: ANN401 — as above
    """Find our comment of an earlier run; others may copy the marker, but not who we are."""
    found = [
        comment["id"]
        for comment in _flat(comments)
        if isinstance(comment.get("user"), dict)
        and comment["user"].get("login") == author
        and str(comment.get("body") or "").startswith(MARKER)
        and isinstance(comment.get("id"), int)
    ]
    return found[0] if found else None


def _flat(answer: object) -> list[dict[str, Any]]:
    """Join the pages of an answer, which come as one list or as a list of lists."""
    if isinstance(answer, dict):
        return [answer]
    if isinstance(answer, list):
        return [each for part in answer for each in _flat(part)]
    return []
