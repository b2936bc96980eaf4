"""The three hosts and the addresses of their pages; nothing else knows how a host is addressed."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from urllib.parse import quote, urlsplit


class Brand(Enum):
    """Whose software serves the repository; the value is its name as readers know it."""

    GITHUB = "GitHub"
    GITLAB = "GitLab"
    FORGEJO = "Forgejo"
    """Also Gitea, from which it comes: both have the same addresses."""


_EDITORS = (("_edit/", Brand.FORGEJO), ("-/edit/", Brand.GITLAB), ("edit/", None))
_NAMES = (
    ("github", Brand.GITHUB),
    ("gitlab", Brand.GITLAB),
    ("codeberg", Brand.FORGEJO),
    ("forgejo", Brand.FORGEJO),
    ("gitea", Brand.FORGEJO),
)
_MAIN = "main"


@dataclass(frozen=True, slots=True)
class Forge:
    """A repository on a host: its address without a slash at the end, and its main branch."""

    address: str
    brand: Brand
    branch: str = _MAIN

    def upload_page(self, folder: str) -> str:
        """Return the page that takes files into a folder of the main branch.

        GitLab has no such page: there a file is added from the page of the folder above, which
        must exist. The others make the folder.
        """
        path, branch = quote(folder), quote(self.branch)
        if self.brand is Brand.GITLAB:
            return f"{self.address}/-/tree/{branch}/{path.rpartition('/')[0]}"
        verb = "upload" if self.brand is Brand.GITHUB else "_upload"
        return f"{self.address}/{verb}/{branch}/{path}"

    def form(self, template: str, fields: Mapping[str, str]) -> str:
        """Return the address of an issue form with some fields filled in.

        Only GitHub's forms reach the job that answers them; elsewhere it is empty.
        """
        if self.brand is not Brand.GITHUB:
            return ""
        filled = "".join(f"&{name}={quote(value, safe='')}" for name, value in fields.items())
        return f"{self.address}/issues/new?template={template}{filled}"

    @property
    def proposals(self) -> str:
        """Return the page with all open proposals."""
        pages = {Brand.GITHUB: "pulls", Brand.GITLAB: "-/merge_requests", Brand.FORGEJO: "pulls"}
        return f"{self.address}/{pages[self.brand]}"


def forge_of(repo_url: str, edit_uri: str = "") -> Forge | None:
    """Tell host and branch from `repo_url` and `edit_uri` of mkdocs.yml.

    The path of the editor decides where the name of the host says nothing, as with a host of
    one's own; without either, nothing is known and nothing is guessed.
    """
    parts = urlsplit(repo_url)
    if parts.scheme not in {"https", "http"} or not parts.netloc:
        return None
    path = edit_uri.removeprefix(repo_url).lstrip("/")
    branch = _MAIN
    brand = next((brand for name, brand in _NAMES if name in parts.netloc.lower()), None)
    for start, meant in _EDITORS:
        if path.startswith(start):
            branch = path.removeprefix(start).split("/", 1)[0] or _MAIN
            brand = meant or brand or Brand.GITHUB
            break
    return Forge(repo_url.rstrip("/"), brand, branch) if brand else None
