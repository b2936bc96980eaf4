"""Addresses of documents: whether the public can open them, and what keeps it out."""

import re
from contextlib import suppress
from ipaddress import ip_address
from typing import Final

# A name that ends in digits is a number, and one that ends in these is known to an office alone.
_LOCAL: Final = r"local|localhost|localdomain|internal|intranet|lan|home|corp"
_PUBLIC: Final = re.compile(
    rf"https://[^\s/?#@:]+\.(?!(?:\d+|(?i:{_LOCAL}))(?:[:/?#]|$))[^\s/?#@:.]{{2,}}"
    r"(?::\d+)?(?:[/?#]\S*)?"
)
_HOST: Final = re.compile(
    r"https?://(?:[^\s/?#@]*@)?(\[[0-9a-f:.]+\]|[^\s/?#:@]+)\S*", re.IGNORECASE
)
_LOCAL_NAME: Final = re.compile(rf"[^.]+|(?:.+\.)?(?:{_LOCAL})", re.IGNORECASE)


def is_public(address: str) -> bool:
    """Tell whether a text is an https address of a site with a name."""
    return _PUBLIC.fullmatch(address) is not None


def why_not_reachable(address: str) -> str:
    """Say why the public cannot open an address; empty when it may be able to, or it is none."""
    found = _HOST.fullmatch(address)
    host = found[1] if found else ""
    with suppress(ValueError):
        if not ip_address(host.strip("[]")).is_global:
            return "menunjuk jaringan kantor atau satu komputer, yang tidak dapat dibuka masyarakat"
    if host.endswith("]") or host.rpartition(".")[2].isdigit():
        return "memakai nomor komputer, bukan nama situs"
    if _LOCAL_NAME.fullmatch(host):
        return "memakai nama yang hanya dikenal di jaringan kantor atau satu komputer"
    return ""
