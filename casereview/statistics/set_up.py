"""How a process of its own begins: it imports nothing that needs Django's settings before they are there."""

import multiprocessing
import os
import signal
import threading

import django
from django.db import connections


def set_up(database: str) -> None:
    """The settings of the one that started it, and connections of its own to that database.

    Ctrl-C on the terminal is for the one that started it, who then ends this one; should that one be killed, this one
    ends by itself.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_the_other, daemon=True).start()
    django.setup()
    connections["default"].settings_dict["NAME"] = database


def _end_with_the_other() -> None:
    other = multiprocessing.parent_process()
    assert other is not None
    other.join()
    os._exit(1)
