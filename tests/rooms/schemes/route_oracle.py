"""Any route a second time, for the tests: everything is known, and every set of reports is tried.

Written from what `model.Route` says of each of its limits, without the product's rules. Slow, and plain.
"""

from itertools import combinations

from dateutil.relativedelta import relativedelta

RELEVANT = ("council", "police", "landlord", "health")


def reached(route, application):
    """Does some set of reports satisfy all limits of the route? Everything in `application` is known."""
    facts = Facts(route, application)
    fit = [report for report in application.reports if facts.fits(report)]
    return any(
        facts.together(chosen) and facts.enough(chosen)
        for size in range(len(fit), 0, -1)
        for chosen in combinations(fit, size)
    )


class Facts:
    """A route held against an application; its methods speak of a report, or of a set of them."""

    def __init__(self, route, application):
        self.route, self.received, self.applicant = route, application.received, application.applicant
        self.applied = application.first_contact or application.received
        self.incidents = {each.id: each for each in application.incidents}
        self.homes = {each.id: each.household or f"alone: {each.id}" for each in application.people}

    def happened(self, report):
        return self.incidents[report.incident].on.earliest

    def day(self, report, kind):
        return self.happened(report) if kind.endswith("incident") else report.on.earliest

    def home(self, person):
        return self.homes.get(person, f"alone: {person}")

    def hateful(self, report):
        return any(motive in self.route.hate_motivations for motive in self.incidents[report.incident].hate)

    def reaches(self, day, length):
        """The application came within `length` of that day."""
        return day + long(length) >= self.applied

    def fits(self, report):
        """What each report must satisfy alone."""
        route, told, happened = self.route, report.on.earliest, self.happened(report)
        within, window, applied = route.report_within, route.window, route.apply_within
        fixed = window is not None and window.forward_from is None and window.back_from == "application"
        age = route.report_age_at_least
        return (
            happened <= told <= self.received
            and report.to in (route.reported_to or RELEVANT)
            and (not route.hate_only or self.hateful(report))
            and (within is None or told <= happened + long(within.length))
            and (not fixed or self.day(report, window.of) >= self.applied - long(window.length))
            and (
                applied is None
                or applied.since.startswith("latest")
                or self.reaches(self.day(report, applied.since), applied.length)
            )
            and (age is None or told + long(age) <= self.received)
        )

    def together(self, reports):
        """What a set of them must: of one person or home, of one problem or place, in a window, recent."""
        route = self.route
        if len({self.whose(each) for each in reports}) > 1:
            return False
        if route.whose != "anyone" and self.applicant is not None:
            own = self.applicant if route.whose == "person" else self.home(self.applicant)
            if self.whose(reports[0]) != own:
                return False
        linked = {self.link(each) for each in reports}
        if route.linked_by is not None and len(linked) > 1:
            return False
        recent = [each for each in (route.apply_within, route.latest_within) if each is not None]
        return self.in_window(reports) and all(
            self.reaches(max(self.day(report, each.since) for report in reports), each.length)
            for each in recent
            if each is route.latest_within or each.since.startswith("latest")
        )

    def link(self, report):
        if self.route.linked_by == "incident":
            return report.incident
        return getattr(self.incidents[report.incident], self.route.linked_by or "problem")

    def whose(self, report):
        if self.route.whose == "anyone":
            return None
        return report.by if self.route.whose == "person" else self.home(report.by)

    def in_window(self, reports):
        """In a window that the reports place themselves."""
        window = self.route.window
        if window is None:
            return True
        days = [self.day(each, window.of) for each in reports]
        if window.forward_from is not None:
            return max(days) <= min(self.day(each, window.forward_from) for each in reports) + long(
                window.length
            )
        if window.back_from == "application":
            return True
        ends = days if window.back_from == "any" else [self.day(each, window.back_from) for each in reports]
        return min(days) >= max(ends) - long(window.length)

    def enough(self, reports):
        first, *others = self.route.minimums
        if self.route.different_dates:
            found = any(
                len({self.unit(each, first.counts) for each in chosen}) == first.at_least
                and len({self.happened(each) for each in chosen}) == first.at_least
                for chosen in combinations(reports, first.at_least)
            )
        else:
            found = self.number(reports, first)
        return found and all(self.number(reports, each) for each in others)

    def number(self, reports, minimum):
        counted = [each for each in reports if not minimum.hate or self.hateful(each)]
        return len({self.unit(each, minimum.counts) for each in counted}) >= minimum.at_least

    def unit(self, report, counts):
        return {
            "incidents": report.incident,
            "reports": report.id,
            "people": report.by,
            "households": self.home(report.by),
            "groups": self.home(report.by),
            "dates": self.happened(report),
        }[counts]


def long(length):
    return relativedelta(**{length.unit: length.amount})
