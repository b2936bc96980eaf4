"""Settings of servers that match a built site: types, compression, headers, the page for 404."""

import re
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from ppid.adopting.repository import TEMPLATES, printer
from ppid.values.text import quoted

SERVERS: Final = ("nginx", "apache")
_TYPES: Final = (
    ("text/html", ("html",)),
    ("text/css", ("css",)),
    ("text/javascript", ("js", "mjs")),
    ("text/csv", ("csv",)),
    ("text/plain", ("txt", "md", "sha256")),
    ("text/calendar", ("ics",)),
    ("application/json", ("json",)),
    ("application/ld+json", ("jsonld",)),
    ("application/yaml", ("yml", "yaml")),
    ("application/rdf+xml", ("rdf",)),
    ("application/xml", ("xml",)),
    ("application/manifest+json", ("webmanifest",)),
    ("image/svg+xml", ("svg",)),
    ("image/png", ("png",)),
    ("image/jpeg", ("jpg", "jpeg")),
    ("image/webp", ("webp",)),
    ("image/x-icon", ("ico",)),
    ("font/woff2", ("woff2",)),
    ("application/pdf", ("pdf",)),
    ("application/zip", ("zip",)),
    ("application/vnd.apache.parquet", ("parquet",)),
    ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ("xlsx",)),
    ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ("docx",)),
    ("application/vnd.oasis.opendocument.spreadsheet", ("ods",)),
)
_NAMED_TYPES: Final = (("application/atom+xml", "atom.xml"), ("application/feed+json", "feed.json"))
"""Types of files that are known by their whole name; pages name the same types."""
_COMPRESSED: Final = tuple(
    kind
    for kind, _ in (*_TYPES, *_NAMED_TYPES)
    if kind != "text/html" and (kind.startswith("text/") or re.search(r"json|xml$|yaml", kind))
)
"""What shrinks; nginx compresses HTML by itself."""
_POLICY: Final = re.compile(r'http-equiv="Content-Security-Policy" content="([^"]+)"')
_PATH: Final = re.compile(r"/(?:[A-Za-z0-9._~-]+/)*")
_FOLDER: Final = re.compile(r"/[^\s\"'$;{}\\]+")


_OF_CHECKER: Final = r"(periksa/|assets/js/periksa-kerja\.js$)"


class NoSettingsError(Exception):
    """Settings cannot be written; the message says why and what to do."""


def server_settings(server: str, address: str, site: Path, folder: str) -> str:
    """Return the settings of one of `SERVERS` for a built site that is served from `folder`.

    The policies of contents are those of the pages; the checker has one of its own, which its
    worker needs as well. Raise `NoSettingsError`.
    """
    parts = urlsplit(address if address.endswith("/") else f"{address}/")
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.query:
        example = "tulis seperti https://contoh.go.id/ppid/"
        message = f"Alamat situs {quoted(address)} tidak dapat dipakai; {example}"
        raise NoSettingsError(message)
    if not _PATH.fullmatch(parts.path) or not _FOLDER.fullmatch(folder):
        message = "Subjalur dan folder hanya boleh memuat huruf, angka, titik, dan tanda hubung."
        raise NoSettingsError(message)
    policy, checker = (_policy_of(site / page) for page in ("index.html", "periksa/index.html"))
    if not policy:
        message = "Situsnya belum dibangun; jalankan dahulu: ppid bangun"
        raise NoSettingsError(message)
    environment = printer(TEMPLATES / "peladen")
    environment.filters["tambah_titik"] = lambda ending: f".{ending}"
    return environment.get_template(f"{server}.conf.j2").render(
        host=parts.hostname,
        subjalur=parts.path,
        folder=folder.rstrip("/"),
        kebijakan=policy,
        kebijakan_pemeriksa=checker,
        alamat_pemeriksa=f"^{re.escape(parts.path)}{_OF_CHECKER}",
        jenis_berkas=_TYPES,
        jenis_bernama=[(kind, re.escape(name)) for kind, name in _NAMED_TYPES],
        jenis_mampat=_COMPRESSED,
    )


def _policy_of(page: Path) -> str:
    """Return the policy that a page states; empty where there is no such page, or not one."""
    policies = _POLICY.findall(page.read_text("utf-8")) if page.is_file() else []
    return policies[0] if len(policies) == 1 else ""
