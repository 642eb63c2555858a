"""Whether the time of an answer tells a stranger who is known here: somebody of the staff, or a case's reference.

Asked in turn for known ones and for such as nobody has. The figure is the chance that an answer about a known one takes
longer than one about an unknown one: 0.5 where time tells nothing (the area under the curve, AUC).
"""

import logging
import random
import secrets
import time
from collections.abc import Callable
from itertools import product
from unittest.mock import patch

from django.contrib.auth.hashers import make_password
from django.test import Client
from django.urls import reverse

from casereview.cases.models import Summary
from casereview.cases.postgresql.roles import acting
from casereview.interfaces.applicant import way_in
from casereview.people.models import User
from casereview.people.viewer import SYSTEM

EACH, WARM = 300, 20
AIM = "0.45 to 0.55"
Asked = tuple[str, dict[str, str]]  # an address, and what is posted there


def measure(say: Callable[[str], object]) -> None:
    """Each page is asked about so many known and so many unknown, in an order that nobody could foresee."""
    logging.getLogger("axes").setLevel(logging.ERROR)  # it would write a line for each
    people = _accounts()
    references = _references()
    ways: dict[str, Callable[[str, str], Asked]] = {
        "sign in": lambda person, _case: (
            reverse("account_login"),
            {"login": person, "password": "not this one"},
        ),
        "forgotten password": lambda person, _case: (reverse("account_reset_password"), {"email": person}),
        "link to one's own page": lambda person, case: ("/my/link", {"reference": case, "email": person}),
        "code to one's own page": lambda _person, case: ("/my/link", {"reference": case, "code": "X" * 16}),
    }
    say(f"\nIs somebody known? {EACH} known and {EACH} unknown each; aim: {AIM}")
    with patch.object(way_in, "_may", lambda *_: True):  # the limits would end it long before
        for name, ask in ways.items():
            asked = [(True, *ask(*each)) for each in zip(people, references, strict=True)]
            asked += [(False, *ask(*_nobody())) for _each in range(EACH)]
            say(f"  {name:<24}{_told(asked):.3f}")


def _told(asked: list[tuple[bool, str, dict[str, str]]]) -> float:
    order = random.SystemRandom()
    order.shuffle(asked)
    for _known, address, posted in asked[:WARM]:
        _took(address, posted)
    times: dict[bool, list[float]] = {True: [], False: []}
    for known, address, posted in asked[WARM:]:
        times[known].append(_took(address, posted))
    pairs = list(product(times[True], times[False]))
    return sum(known > unknown for known, unknown in pairs) / len(pairs)


def _took(address: str, posted: dict[str, str]) -> float:
    """Seconds of one request, from a network address of its own."""
    client = Client(REMOTE_ADDR=".".join(str(secrets.randbelow(250)) for _part in range(4)))
    start = time.perf_counter()
    answer = client.post(address, posted)
    took = time.perf_counter() - start
    assert answer.status_code in {200, 302}, answer.status_code
    return took


def _accounts() -> list[str]:
    """Addresses of so many accounts with a password, made for this."""
    password, lot = make_password(secrets.token_urlsafe()), secrets.token_hex(3)
    users = [User(email=f"{lot}.{n:03}@example.org", name="Known", password=password) for n in range(EACH)]
    return [user.email for user in User.objects.bulk_create(users)]


def _references() -> list[str]:
    with acting(SYSTEM):
        return list(Summary.objects.order_by("reference").values_list("reference", flat=True)[:EACH])


def _nobody() -> tuple[str, str]:
    """An address and a reference that look like the others, and that nobody has."""
    letters = "".join(secrets.choice("CDFGHJKMNPQRTVWXY34679") for _letter in range(7))
    return f"{secrets.token_hex(3)}.{secrets.randbelow(1000):03}@example.org", f"{letters[:3]}-{letters[3:]}"
