"""nginx and Caddy on loopback, each with the file that `build hosting` prints."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from random import choice

import pytest

from site_builder.hosting.kits import kit_text

DOMAIN, USER, PASSWORD = "localhost", "mo", "correct horse battery staple"
PATIENCE = 60.0
PORTS = range(20_000, 30_000)
"""Below those that the system gives to who asks for any: none is taken while a server starts."""


@dataclass(frozen=True, slots=True)
class Host:
    """A running server."""

    port: int
    plain_port: int = 0

    @property
    def url(self) -> str:
        """Its root."""
        return f"https://{DOMAIN}:{self.port}/"


def program(name: str) -> str:
    """Return where a server is; without it, skip, but never where everything must be tested."""
    found = shutil.which(name, path=f"{os.environ['PATH']}:/usr/sbin")
    if found is None and os.environ.get("CI") != "true":
        pytest.skip(f"there is no {name} here")
    assert found, f"{name} is not installed"
    return found


def free_port() -> int:
    """Return a port that nobody listens on."""
    while True:
        port = choice(PORTS)  # noqa: S311 - no secret
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port


def certificate(folder: Path) -> None:
    """Make a certificate for localhost that trusts itself."""
    subject = ["-subj", f"/CN={DOMAIN}", "-addext", f"subjectAltName=DNS:{DOMAIN}"]
    key = ["-keyout", str(folder / "privkey.pem"), "-out", str(folder / "fullchain.pem")]
    made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"]
    subprocess.run([*made, *subject, *key], check=True, capture_output=True)


def changed(text: str, *pairs: tuple[str, str]) -> str:
    """Replace texts that must be there: what a machine of one's own does not have."""
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new)
    return text


@contextmanager
def nginx(folder: Path, site: Path, *changes: tuple[str, str]) -> Iterator[Host]:
    """Serve the site by nginx with its kit, changed where a test wants it wrong."""
    run, host = program("nginx"), Host(free_port(), free_port())
    certificate(folder)
    hashed = subprocess.run(["openssl", "passwd", "-6", PASSWORD], check=True, capture_output=True)
    (folder / "users").write_text(f"{USER}:{hashed.stdout.decode()}")
    kit = changed(
        kit_text("nginx", domain=DOMAIN, user=USER, site=str(site)),
        ("    listen [::]:80;\n", ""),
        ("    listen [::]:443 ssl;\n", ""),
        ("listen 80;", f"listen 127.0.0.1:{host.plain_port};"),
        ("listen 443 ssl;", f"listen 127.0.0.1:{host.port} ssl;"),
        (f"/etc/letsencrypt/live/{DOMAIN}", str(folder)),
        ("/etc/nginx/doorstep-users;\n\n", f"{folder}/users;\n\n"),
        ("    root /srv/doorstep;", f"    root {site};"),
        *changes,
    )
    (folder / "doorstep.conf").write_text(kit)
    temporary = "".join(
        f"{kind}_temp_path {folder}/{kind};\n"
        for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    owner = "user root;\n" if os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(
        f"{owner}daemon off;\npid {folder}/pid;\nerror_log {folder}/errors;\nevents {{}}\n"
        f"http {{\ninclude /etc/nginx/mime.types;\naccess_log off;\n{temporary}"
        f"include {folder}/doorstep.conf;\n}}\n"
    )
    command = [run, "-p", str(folder), "-c", str(folder / "nginx.conf"), "-e", f"{folder}/errors"]
    with _running(command, host, folder):
        yield host


@contextmanager
def caddy(folder: Path, site: Path, *changes: tuple[str, str]) -> Iterator[Host]:
    """Serve the site by Caddy with its kit, changed where a test wants it wrong."""
    run, host = program("caddy"), Host(free_port())
    certificate(folder)
    hashing = [run, "hash-password", "--plaintext", PASSWORD]
    hashed = subprocess.run(hashing, check=True, capture_output=True, text=True)
    (folder / "doorstep-users").write_text(f"{USER} {hashed.stdout}")
    tls = f"\ttls {folder}/fullchain.pem {folder}/privkey.pem\n"
    kit = changed(
        kit_text("caddy", domain=DOMAIN, user=USER, site=str(site)),
        (f"\n{DOMAIN} {{\n", f"\nhttps://{DOMAIN}:{host.port} {{\n{tls}"),
        ("root * /srv/doorstep", f"root * {site}"),
        *changes,
    )
    (folder / "Caddyfile").write_text(f"{{\n\tadmin off\n\tauto_https off\n}}\n{kit}")
    command = [run, "run", "--adapter", "caddyfile", "--config", str(folder / "Caddyfile")]
    with _running(command, host, folder):
        yield host


@contextmanager
def _running(command: list[str], host: Host, folder: Path) -> Iterator[None]:
    home = {"HOME": str(folder), "XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
    log = (folder / "log").open("wb")
    server = subprocess.Popen(command, env=os.environ | home, stdout=log, stderr=log, cwd=folder)
    try:
        until = time.monotonic() + PATIENCE
        while not _listens(host.port):
            assert server.poll() is None, (folder / "log").read_text()
            assert time.monotonic() < until
            time.sleep(0.05)
        yield
    finally:
        server.terminate()
        server.wait(PATIENCE)
        log.close()


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0
