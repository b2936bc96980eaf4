"""Print the frames once with MkDocs, exactly as a build does, and keep them for every run."""

from datetime import date
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from ppid.checking.check import load_and_check
from ppid.publishing.mkdocs_plugin import PpidPlugin
from ppid.publishing.render import Frame, cut_frame
from ppid.publishing.site_header import FRAMES

TODAY = date(2021, 12, 31)


def print_frames(project: Path, folder: Path) -> None:
    """Build a project as far as its frames and write those into `folder`."""
    # The hand-written pages cost a second and change nothing in a frame.
    (folder / "tulisan").mkdir()
    config = load_config(
        str(project / "mkdocs.yml"),
        site_dir=str(folder / "site"),
        docs_dir=str(folder / "tulisan"),
        strict=False,
    )
    config.nav = None
    plugin = config.plugins["ppid"]
    if not isinstance(plugin, PpidPlugin):
        raise TypeError("mkdocs.yml does not load the plugin “ppid”")
    plugin.hand_in(load_and_check(project, TODAY))
    config.plugins.events["post_build"] = [lambda *, config: _keep(config, folder)]
    config.plugins.on_startup(command="build", dirty=False)
    build(config)


def _keep(config: MkDocsConfig, folder: Path) -> None:
    for name in FRAMES:
        printed = Path(config.site_dir) / "bingkai" / name / "index.html"
        (folder / f"{name}.html").write_bytes(printed.read_bytes())


def read_frames(folder: Path) -> dict[str, Frame]:
    """Return the frames that were printed into `folder`."""
    return {name: cut_frame(frame_html(folder, name), "../..") for name in FRAMES}


def frame_html(folder: Path, name: str) -> str:
    """Return a printed frame with its sentinels."""
    return (folder / f"{name}.html").read_text("utf-8")
