"""An answer that leaves on a beat: how long it took tells nobody what was found on the way.

The same work is done for known and unknown, but never to the last row that a database reads.
"""

import time


def until_the_beat(begun: float, beat: float) -> None:
    """Wait until a whole number of beats (seconds) has passed since `begun`, a `time.monotonic()`.

    A beat is to be longer than the answer takes, or two answers may leave on different ones.
    """
    time.sleep(-(time.monotonic() - begun) % beat)
