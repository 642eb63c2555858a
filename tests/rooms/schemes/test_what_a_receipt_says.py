"""What a receipt says of a report is so: why it does not count, and what is missing before it can."""

from hypothesis import given
from hypothesis import strategies as st

from casereview.schemes.application import UNKNOWN_DAY
from tests.rooms.schemes.close_calls import LOST, close_calls
from tests.rooms.schemes.routes import LIMITS
from tests.rooms.schemes.test_close_calls import assessed

RELEVANT = ("council", "police", "landlord", "health")
limits, lost = st.sampled_from(list(LIMITS)), st.sampled_from(LOST)


class About:
    """A report of an application, and what of it is unknown or ruled out; the names are the receipt's codes."""

    def __init__(self, route, application, id_):
        self.route, self.received = route, application.received
        self.report = next(each for each in application.reports if each.id == id_)
        found = [each for each in application.incidents if each.id == self.report.incident]
        self.incident = found[0] if found else None
        self.homes = {each.id: each.household or each.id for each in application.people}
        said = {each.id: each.household for each in application.people}
        self.home = said.get(self.report.by)

    def is_missing(self, fact):
        if fact in {"by", "to", "incident"}:
            return getattr(self.report, fact) is None
        if fact == "household":
            return self.home is None
        if fact == "report_date":
            return not self.report.on.exact
        if fact == "incident_date":
            return self.incident is not None and not self.incident.on.exact
        return self.incident is not None and getattr(self.incident, fact) is None

    def hate(self):
        return None if self.incident is None else self.incident.hate

    def is_ruled_out(self, rule):
        """For the rules that one report breaks by itself, and that need no counting of days."""
        on = UNKNOWN_DAY if self.incident is None else self.incident.on
        return {
            "after_receipt": max(self.report.on.earliest, on.earliest) > self.received,
            "before_incident": self.report.on.latest < on.earliest,
            "body_outside": self.report.to not in (None, *(self.route.reported_to or RELEVANT)),
            "not_hate": self.hate() is not None and not {*self.hate()} & {*self.route.hate_motivations},
        }[rule]

    def differs_from(self, other, rule):
        """For `other_…`: what is counted is known to be another."""
        mine, theirs = self.about(rule), other.about(rule)
        return mine is not None and theirs is not None and mine != theirs

    def is_the_same_as(self, other, rule):
        return self.about(rule) is not None and self.about(rule) == other.about(rule)

    def about(self, rule):
        """The value of which `other_person`, `same_date` and their like speak."""
        what = rule.partition("_")[2]
        if what == "incident":
            return self.report.incident
        if what == "person":
            return self.report.by
        if what == "household":
            return self.homes.get(self.report.by)
        if self.incident is None:
            return None
        return self.incident.on if what == "date" else getattr(self.incident, what)


@given(st.data())
def test_what_is_said_to_be_missing_is_missing(data):
    route, application = data.draw(close_calls(data.draw(lost), data.draw(lost), has=(data.draw(limits),)))
    for each in assessed(route, application).unknown:
        assert About(route, application, each.id).is_missing(each.needs), each


@given(st.data())
def test_the_rule_that_a_report_is_said_to_break_it_breaks(data):
    route, application = data.draw(close_calls(data.draw(lost), data.draw(lost), has=(data.draw(limits),)))
    receipt = assessed(route, application)
    counted = [About(route, application, id_) for id_ in receipt.counted]
    for each in receipt.discounted:
        report = About(route, application, each.id)
        if each.rule.startswith("same_"):
            assert each.same_as in receipt.counted
            assert report.is_the_same_as(About(route, application, each.same_as), each.rule), each
        elif each.rule.startswith("other_"):
            assert all(report.differs_from(other, each.rule) for other in counted), each
        elif each.rule in {"after_receipt", "before_incident", "body_outside", "not_hate"}:
            assert report.is_ruled_out(each.rule), each


@given(st.data())
def test_a_rule_that_a_report_breaks_by_itself_is_never_overlooked(data):
    route, application = data.draw(close_calls(data.draw(lost), data.draw(lost), has=(data.draw(limits),)))
    for id_ in assessed(route, application).counted:
        report = About(route, application, id_)
        alone = ["after_receipt", "before_incident", "body_outside", *["not_hate"] * route.hate_only]
        assert not any(report.is_ruled_out(rule) for rule in alone), id_
