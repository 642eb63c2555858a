"""Asks clamd whether a file is clean, by its INSTREAM command: the file goes over the socket, in pieces."""

import socket
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Literal

from django.conf import settings
from django.core.files.base import File

PIECE = 64 * 1024  # bytes
PATIENCE = 60  # seconds for one answer


class ScannerDown(Exception):
    """No answer, or one that says neither clean nor infected: the file stays in quarantine."""


def scan(file: IO[bytes] | File[bytes]) -> Literal["clean", "infected"]:
    """What clamd at settings.CLAMD_ADDRESS finds in a file. Raises ScannerDown."""
    try:
        with _connected() as clamd:
            clamd.sendall(b"zINSTREAM\0")
            while piece := file.read(PIECE):
                clamd.sendall(struct.pack("!L", len(piece)) + piece)
            clamd.sendall(struct.pack("!L", 0))
            answer = _answer(clamd)
    except OSError as error:
        raise ScannerDown(str(error)) from error
    if answer == "stream: OK":
        return "clean"
    if answer.endswith(" FOUND"):
        return "infected"
    raise ScannerDown(answer or "it hung up")


@contextmanager
def _connected() -> Iterator[socket.socket]:
    """Connected to "unix:/path/to/socket" or "tcp:host:port"."""
    kind, _colon, where = settings.CLAMD_ADDRESS.partition(":")
    family = socket.AF_UNIX if kind == "unix" else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as clamd:
        clamd.settimeout(PATIENCE)
        host, _colon, port = where.rpartition(":")
        clamd.connect(where if kind == "unix" else (host, int(port)))
        yield clamd


def _answer(clamd: socket.socket) -> str:
    answer = b""
    while not answer.endswith(b"\0") and (piece := clamd.recv(4096)):
        answer += piece
    return answer.rstrip(b"\0").decode(errors="replace").strip()
