"""Opens a port for the preview: which address, which port, and whether a token is needed."""

import errno
import ipaddress
import socket
from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace

from site_builder.preview.guard import LOOPBACK, Guard
from site_builder.preview.live import Live
from site_builder.preview.server import PreviewServer

DEFAULT_HOST = "127.0.0.1"
DEFAULT_PORT = 8000
TRIES = 10


class PortTakenError(Exception):
    """No port could be opened."""

    def __init__(self, host: str, port: int, *, tried: int, reason: str) -> None:
        """Say which, why, and what to do."""
        which = f"port {port}" if tried == 1 else f"any port from {port} to {port + tried - 1}"
        super().__init__(f"cannot open {which} on {host}: {reason}; --port N takes another one")


class ForeignHostError(PortTakenError):
    """The address is none of this machine's."""

    def __init__(self, host: str) -> None:
        """Say what to write instead."""
        Exception.__init__(
            self,
            f'"{host}" is not one of this machine\'s addresses; leave --host out for this machine '
            "alone, or write 0.0.0.0 for all of its addresses",
        )


class Listening(Struct, frozen=True):
    """An open port."""

    server: PreviewServer
    url: str
    """What to open in a browser; holds the token where there is one."""
    port: int


def listen(
    live: Live, *, host: str, port: int | None, token: str, clock: Callable[[], float]
) -> Listening:
    """Open the port given, or the first free one from the default on; the token is for networks."""
    name = DEFAULT_HOST if host == "localhost" else host
    needed = "" if _is_loopback(name) else token
    first = DEFAULT_PORT if port is None else port
    tries = TRIES if port is None else 1
    reason = ""
    for number in range(first, first + tries):
        guard = Guard(number, _hosts(name), any_address=_is_any(name), token=needed)
        try:
            server = PreviewServer((name, number), guard, live, clock=clock)
        except OSError as error:
            if isinstance(error, socket.gaierror) or error.errno == errno.EADDRNOTAVAIL:
                raise ForeignHostError(host) from None
            reason = (error.strerror or str(error)).lower()
            continue
        return _listening(server, host, guard)
    raise PortTakenError(host, first, tried=tries, reason=reason)


def _listening(server: PreviewServer, host: str, guard: Guard) -> Listening:
    port = int(server.server_address[1])
    server.guard = replace(guard, port=port)
    shown = DEFAULT_HOST if _is_any(host) else host
    query = f"?token={guard.token}" if guard.token else ""
    return Listening(server, f"http://{_in_url(shown)}:{port}/{query}", port)


def _hosts(host: str) -> tuple[str, ...]:
    return LOOPBACK if _is_any(host) else (*LOOPBACK, _in_url(host).lower())


def _in_url(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _is_any(host: str) -> bool:
    """Tell whether this stands for all addresses of the machine."""
    try:
        return ipaddress.ip_address(host).is_unspecified
    except ValueError:
        return not host


def _is_loopback(host: str) -> bool:
    """Tell whether everything the name stands for is this machine alone."""
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except OSError:
        return False
    return all(ipaddress.ip_address(one[4][0]).is_loopback for one in found)
