"""How a process of its own begins: it imports nothing that needs Django's settings before they are there."""

import signal

import django
from django.db import connections


def set_up(database: str) -> None:
    """The settings of the one that started it, and connections of its own to that database.

    Ctrl-C on the terminal is for the one that started it, who then ends this one.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    django.setup()
    connections["default"].settings_dict["NAME"] = database
