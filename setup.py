"""Everything else stands in pyproject.toml; here only what a table of packages cannot say."""

import shutil
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

BESIDE = {"theme_overrides": "theme", "constraints.txt": "constraints.txt"}


class BuildWithTheme(build_py):
    """Lay what stands at the top of the repository into the package.

    The templates lie at the top so that whoever changes the look finds them; an installed package
    looks for them inside itself.
    """

    def run(self) -> None:
        """Copy the modules as always, then the rest; a checkout is used as it lies."""
        super().run()
        if self.editable_mode:
            return
        for name, inside in BESIDE.items():
            source, target = Path(name), Path(self.build_lib) / "ppid" / inside
            if source.is_dir():
                shutil.copytree(source, target, dirs_exist_ok=True)
            else:
                shutil.copyfile(source, target)


setup(cmdclass={"build_py": BuildWithTheme})
