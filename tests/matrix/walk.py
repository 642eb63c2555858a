"""Opens every address as everybody, for every case, by GET and by POST, and writes down what showed."""

import re
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import quote

from django.db import connection, transaction

from casereview.cases.models import Fact
from casereview.cases.postgresql.roles import acting
from casereview.people.viewer import SYSTEM
from tests.matrix.addresses import addresses
from tests.matrix.values import Absent, is_of_a_case, of_absent, values

FACTS = Fact._meta.db_table
# What differs from one answer to the next, whatever was asked.
CHANGING = re.compile(
    r'nonce="[^"]*"|nonce-[\w+/=-]+|name="csrfmiddlewaretoken" value="[^"]*"|Content-Length: \d+'
)


@dataclass
class Walk:
    """What was found. A cell is one request of one person to one address of one case.

    leaks: (who, method, path, secrets that are not theirs). told_apart: (who, path) where a hidden case did not answer
    as an absent one. changed: posts that recorded something in a hidden case. failed: answers that are the
    service's own fault. shown: by person, the secrets that they saw.
    """

    cells: int = 0
    leaks: list = field(default_factory=list)
    told_apart: list = field(default_factory=list)
    changed: list = field(default_factory=list)
    failed: list = field(default_factory=list)
    shown: dict = field(default_factory=dict)


class Writes:
    """Notices whether facts were written; counting them after every request would take as long as the request."""

    def __init__(self):
        self.noticed = False

    def __call__(self, execute, sql, *rest):
        self.noticed |= FACTS in sql and not sql.startswith("SELECT")
        return execute(sql, *rest)


class Walker:
    """Walks for one person after the other."""

    def __init__(self, cases, canaries, method, *, refused=True):
        """method: "get" or "post". refused: whether they also go where the rule of the address refuses them."""
        self.cases, self.canaries, self.method, self.found = cases, canaries, method, Walk()
        self.refused = refused
        references = sorted(case.reference for case in cases)
        typed = frozenset(reference.lower() for reference in references)
        # what is posted names every case there is
        self.sent = (
            ({"confirmed": "yes", "case": references}, typed) if method == "post" else ({}, frozenset())
        )
        self.facts, self.absent = 0, {}

    def everything(self, who):
        """Every address, of every case; of one case where the rule, which knows of no case, refuses them."""
        self.found.shown[who.name] = set()
        self.facts, self.absent = self.hidden_facts(who), {}
        for address in addresses():
            refused = address.refuses(who.viewer)
            if refused and not self.refused:
                continue
            if is_of_a_case(address):
                for case in self.cases[:1] if refused else self.cases:
                    self.case(who, case, address)
            else:
                most = 1 if refused else None
                for chosen in address.choices(values(address, Absent, most)):
                    self.page(who, address, chosen)

    def case(self, who, case, address):
        """The address for one case: if that is hidden, each answer is that for an absent one.

        The fewer values of an argument are tried, the less the answer should depend on them.
        """
        hidden = case.name not in who.sees
        most = 1 if address.refuses(who.viewer) else 2 if hidden else None
        for chosen in address.choices(values(address, case, most)):
            path = address.path(chosen)
            answer = self.answer(who, path)
            if hidden and answer != self.if_absent(who, address, chosen):
                self.found.told_apart.append((who.name, path))

    def if_absent(self, who, address, chosen):
        """The answer of the same address where what it names of a case is not there."""
        path = address.path(chosen | of_absent(address))
        if path not in self.absent:
            self.absent[path] = self.answer(who, path)
        return self.absent[path]

    def page(self, who, address, chosen):
        """An address of no case. A list that opens is then asked for the name of everybody whom it may not show."""
        path = address.path(chosen)
        status, _text = self.answer(who, path)
        if self.method != "get" or chosen or status != 200 or not isinstance(address.rule, tuple):
            return
        for word, secret in self.canaries.secrets.items():
            # it may say the name again, and nothing else
            if secret[1] == "identity" and not who.may_see(secret):
                self.cell(who, "get", path, {"q": word}, {word})

    def answer(self, who, path):
        """What they get there."""
        return self.cell(who, self.method, path, *self.sent)

    def cell(self, who, method, path, data, known):
        """One request; returns what the answer looks like. known: secrets that the asker typed."""
        writes = Writes()
        with undone(who.client), connection.execute_wrapper(writes):
            response = getattr(who.client, method)(path, data)
            text = text_of(response, path)
            if writes.noticed and self.hidden_facts(who) != self.facts:
                self.found.changed.append((who.name, path))
        self.found.cells += 1
        if response.status_code >= 500:
            self.found.failed.append((who.name, method, path))
        seen = {self.canaries.secrets[word] for word in self.canaries.found_in(text) - known}
        self.found.shown[who.name] |= seen
        if foreign := sorted(secret for secret in seen if not who.may_see(secret)):
            self.found.leaks.append((who.name, method, path, foreign))
        return response.status_code, text

    def hidden_facts(self, who):
        """How many facts there are in cases that are not theirs to see."""
        theirs = [case.stage.case.pk for case in self.cases if case.name in who.sees]
        with acting(SYSTEM):
            return Fact.objects.exclude(case__in=theirs).count()


@contextmanager
def undone(client):
    """Whatever a request changes is taken back, in the database and in the browser."""
    cookies = client.cookies.copy()
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
    client.cookies = cookies


def text_of(response, path):
    """Headers and body, without the address that was asked for: whoever asked for it knows it."""
    body = b"".join(response.streaming_content) if response.streaming else response.content
    headers = "\n".join(f"{name}: {value}" for name, value in response.headers.items())
    text = f"{headers}\n{body.decode(errors='replace')}"
    for known in (path, quote(path, safe=""), quote(path)):
        text = text.replace(known, "ADDRESS")
    return CHANGING.sub("", text)
