"""A real clamd for tests: its own folder and socket, and one signature, that of the EICAR test string."""

import hashlib
import socket
import subprocess
import tempfile
import time
from pathlib import Path

EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"


class Clamd:
    """`start()`, `stop()`; `address` for settings.CLAMD_ADDRESS. Nothing is downloaded."""

    def __init__(self):
        self.folder = Path(tempfile.mkdtemp(prefix="clamd-"))
        self.port = free_port()
        self.address = f"unix:{self.folder}/clamd.sock"
        self.tcp_address = f"tcp:127.0.0.1:{self.port}"
        (self.folder / "db").mkdir()
        digest = hashlib.md5(EICAR).hexdigest()
        (self.folder / "db" / "test.hdb").write_text(f"{digest}:{len(EICAR)}:Eicar-Test\n")
        settings = {
            "DatabaseDirectory": self.folder / "db",
            "LocalSocket": self.folder / "clamd.sock",
            "TCPSocket": self.port,
            "TCPAddr": "127.0.0.1",
            "TemporaryDirectory": self.folder,
            "Foreground": "yes",
        }
        (self.folder / "clamd.conf").write_text("".join(f"{k} {v}\n" for k, v in settings.items()))
        self.process = None

    def start(self):
        log = (self.folder / "log").open("w")
        command = ["clamd", "--config-file", str(self.folder / "clamd.conf")]
        self.process = subprocess.Popen(command, stdout=log, stderr=log)
        for _try in range(200):
            if self.process.poll() is not None:
                raise RuntimeError((self.folder / "log").read_text())
            if answers(("127.0.0.1", self.port)):
                return
            time.sleep(0.1)
        raise RuntimeError("clamd did not start within 20 seconds")

    def stop(self):
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            self.process = None
        (self.folder / "clamd.sock").unlink(missing_ok=True)


def answers(address):
    with socket.socket() as probe:
        return probe.connect_ex(address) == 0


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
