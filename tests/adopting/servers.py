"""Real servers on loopback, with the settings that `ppid peladen` writes."""

import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPMessage
from pathlib import Path

import pytest

PROGRAMS = {"nginx": "nginx", "apache": "apache2"}
_MODULES = Path("/usr/lib/apache2/modules")
_NEEDED = [
    "mpm_event",
    "authz_core",
    "alias",
    "dir",
    "mime",
    "headers",
    "filter",
    "deflate",
]


@dataclass(frozen=True)
class Answer:
    """What a server answered."""

    status: int
    headers: HTTPMessage
    body: bytes


@dataclass(frozen=True)
class Served:
    """A server on a port of loopback."""

    host: str
    port: int

    def get(self, path: str, **headers: str) -> Answer:
        with closing(HTTPConnection("127.0.0.1", self.port, timeout=30)) as asked:
            asked.request("GET", path, headers={"Host": self.host, **headers})
            answer = asked.getresponse()
            return Answer(answer.status, answer.headers, answer.read())


def program(server: str) -> str:
    """Return the program of a server; the test is skipped without it."""
    found = shutil.which(PROGRAMS[server]) or shutil.which(PROGRAMS[server], path="/usr/sbin")
    if found is None:
        pytest.skip(f"{PROGRAMS[server]} tidak terpasang")
    return found


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


def _of_nginx(folder: Path, settings: str, port: int) -> str:
    text = re.sub(r"^ *listen .*\n", "", settings, flags=re.MULTILINE)
    text = text.replace("server {", f"server {{\n    listen 127.0.0.1:{port};", 1)
    rests = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
    temporary = "".join(f"{rest}_temp_path {folder}/{rest};\n" for rest in rests)
    user = "user root;\n" if os.geteuid() == 0 else ""
    return (
        f"{user}daemon off;\npid {folder}/nginx.pid;\nerror_log {folder}/galat.log;\n"
        f"events {{}}\nhttp {{\naccess_log off;\n{temporary}{text}\n}}\n"
    )


def _of_apache(folder: Path, settings: str, port: int) -> str:
    modules = "".join(f"LoadModule {name}_module {_MODULES}/mod_{name}.so\n" for name in _NEEDED)
    user = "User nobody\nGroup nogroup\n" if os.geteuid() == 0 else ""
    return (
        f"ServerRoot {folder}\nPidFile {folder}/apache.pid\nErrorLog {folder}/galat.log\n"
        f"Listen 127.0.0.1:{port}\nServerName localhost\nDefaultRuntimeDir {folder}\n"
        f"{modules}{user}TypesConfig {folder}/jenis\n{settings.replace('*:80', f'*:{port}')}"
    )


@contextmanager
def serving(server: str, settings: str, host: str, folder: Path) -> Iterator[Served]:
    """Run a server in the foreground with its settings, until the block is left."""
    port = _free_port()
    written = {"nginx": _of_nginx, "apache": _of_apache}[server](folder, settings, port)
    (folder / "peladen.conf").write_text(written, "utf-8")
    (folder / "jenis").write_text("", "utf-8")  # only the types that our settings name
    foreground = {
        "nginx": ["-p", str(folder), "-c", str(folder / "peladen.conf")],
        "apache": ["-f", str(folder / "peladen.conf"), "-DFOREGROUND"],
    }[server]
    started = subprocess.Popen(
        [program(server), *foreground], stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    try:
        for _ in range(200):
            if started.poll() is not None:
                assert started.stdout
                pytest.fail(started.stdout.read().decode())
            with socket.socket() as one:
                if one.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.05)
        yield Served(host, port)
    finally:
        started.terminate()
        started.wait(timeout=30)
        if started.stdout:
            started.stdout.close()
