"""What a rerun says of a case is what the product says once the case has those rules pinned."""

from casereview.cases.deadlines import derive
from casereview.cases.models import Case, SchemeText
from casereview.cases.postgresql.roles import acting, as_owner
from casereview.cases.reading import load
from casereview.cases.rules import calendar
from casereview.cases.threshold import receipt_of
from casereview.people.viewer import SYSTEM
from casereview.schemes.load import by_name
from casereview.statistics.whatif import what_if
from casereview.statistics.whatif.answers import met_by
from casereview.statistics.whatif.records import batches, records
from casereview.statistics.whatif.rerun import Beside, rerun
from tests.what_if import FIFTEEN_DAYS, THREE_MONTHS, TODAY, durham

# A clock less, one more, one that starts otherwise, one that stops otherwise, one that counts back further.
OTHER = (
    THREE_MONTHS,
    FIFTEEN_DAYS,
    ("[clock.support]", "[clock.help]"),
    ('starts = "application_dispatched"\n', 'starts = "application_received"\n'),
    (
        'starts = "application_received"\nstops = "contact_made"',
        'starts = "owner_assigned"\nstops = "contact_made"',
    ),
    ('stops = "chair_appointed"', 'stops = "chair_appointed"\nlength = { months = 1 }'),
    (
        'stops = "pack_sent"\nlength = { working_days = 2 }',
        'stops = "pack_sent"\nlength = { working_days = 4 }',
    ),
    ("at_least = 5", "at_least = 2"),
)


def reruns(scheme):
    """Every case of the area, rerun, by its id."""
    days, found = calendar(), {}
    with acting(SYSTEM):
        for batch in batches("durham"):
            for record in records(scheme, batch):
                found[record.case.pk] = rerun(record, Beside(record.scheme, scheme), days)
    return found


def pin(scheme):
    """Give every case these rules; returns the cases, read anew."""
    with as_owner():
        SchemeText.objects.create(digest=scheme.digest, code="durham", text=scheme.text)
        Case.objects.filter(area="durham").update(scheme_id=scheme.digest)
    with acting(SYSTEM):
        return list(Case.objects.filter(area="durham"))


def by_the_product(case, erased):
    """The answer, the routes and the dates of a case, from all that is known of it."""
    record = load(case, SYSTEM)
    receipt = None if erased else receipt_of(record)
    runs = [
        (run.clock, run.subject, run.started_by_id, run.due, run.is_open)
        for run in derive(record, calendar())
    ]
    return receipt and (receipt.met, met_by(receipt)), sorted(runs, key=str)


def by_the_rerun(case):
    """The same of a case that was rerun, as it would be."""
    runs = [pair.after for pair in case.pairs if pair.after]
    told = [
        (each.run.clock.name, each.run.subject, each.run.start.id, each.due, each.run.is_open)
        for each in runs
    ]
    return case.after and (case.after.met, met_by(case.after)), sorted(told, key=str)


def test_each_case_is_as_if_it_had_those_rules(stories):
    scheme = durham(*OTHER)
    found = reruns(scheme)
    assert {pair.kind for case in found.values() for pair in case.pairs} == {
        "same",
        "later",
        "earlier",
        "appear",
        "disappear",
        "gain_date",
    }
    with acting(SYSTEM):
        for case in pin(scheme):
            told = found.pop(case.pk)
            assert by_the_rerun(told) == by_the_product(case, told.after is None)
    assert not found


def test_once_pinned_the_same_rules_change_nothing_and_those_of_before_change_all_of_it_back(stories):
    scheme = durham(*OTHER)
    there = what_if(scheme)
    pin(scheme)
    assert what_if(scheme).changes_nothing
    back = what_if(by_name("durham", TODAY))
    assert _answers(there) == {(before, after): told for (after, before), told in _answers(back).items()}
    kinds = {"earlier": "later", "appear": "disappear", "gain_date": "lose_date"}
    for one, other in [*kinds.items(), *((other, one) for one, other in kinds.items())]:
        assert _moved(there, one) == _moved(back, other)


def _answers(found):
    return {(each.before, each.after): each.cases for each in found.answers}


def _moved(found, kind):
    moves = {each.clock: getattr(each.open, kind) + getattr(each.over, kind) for each in found.clocks}
    return {clock: number for clock, number in moves.items() if number}
