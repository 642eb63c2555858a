"""The loop of `answers` once more, saying why: County Durham's receipts without any rules as data.

What `assess` is measured beside, for it does the same work: every report counted, discounted by a rule or in want of
something, on each of the three routes and under section 104(4). Each report must name its incident.
"""

from collections.abc import Hashable
from datetime import date
from functools import lru_cache

from bench.by_hand.answers import LOCAL, NINE, RELEVANT, Answer, act_reaches_back_to, every
from bench.by_hand.groups import Sheet, best_of, why
from casereview.clocks.months import months_after, months_back
from casereview.schemes.application import Application, Incident, Report
from casereview.schemes.receipt import Finding, Receipt, RouteReceipt, StatuteReceipt

act_reaches = lru_cache(act_reaches_back_to)
month_after = lru_cache(8192)(lambda day: months_after(day, 1))


def receipt(application: Application, rules_of: date) -> Receipt:
    """The receipt of an application under County Durham's rules, which are in force from `rules_of`."""
    received, reports = application.received, application.reports
    window = months_back(min(received, application.first_contact or received), 6)
    act = act_reaches(received)
    incidents = {each.id: each for each in application.incidents}
    homes = {each.id: (each.household and (each.household,)) or each.id for each in application.people}
    named = any(each.problem is not None for each in application.incidents)
    own, hateful, many, law, each_once = Sheet(), Sheet(), Sheet(), Sheet(), Sheet()
    for place, report in enumerate(reports):
        incident, when, to, by = incidents[report.incident or ""], report.on, report.to, report.by
        first, last = max(when.earliest, incident.on.earliest), min(when.latest, received)
        if first > received or when.latest < incident.on.earliest or to not in RELEVANT:
            in_time = "before_incident" if first <= received else "after_receipt"
            rule = in_time if first > min(received, when.latest) else "body_outside"
            own.ruled[place] = hateful.ruled[place] = many.ruled[place] = law.ruled[place] = rule
            continue
        order = (first == date.min, first, last, place)
        problem = incident.problem if named else ""
        undated = when.earliest == date.min and when.latest == date.max
        dated = "report_date" if first < window or undated else None
        if to not in LOCAL:
            own.ruled[place] = many.ruled[place] = "body_outside"
        elif last < window:
            own.ruled[place] = many.ruled[place] = "outside_window"
        else:
            home = None if by is None else homes.get(by, by)
            missing = dated or _missing(to, by, problem)
            own.told.setdefault((home, problem), []).append((order, report.id, incident.id, missing))
            many.told.setdefault(("", problem), []).append((order, report.id, by, missing))
        if last < window:
            hateful.ruled[place] = "outside_window"
        elif incident.hate is not None and NINE.isdisjoint(incident.hate):
            hateful.ruled[place] = "not_hate"
        else:
            missing = dated or ("to" if to is None else "hate" if incident.hate is None else None)
            hateful.told.setdefault(("", ""), []).append((order, report.id, incident.id, missing))
        days = _under_the_act(incident, first, last, act)
        if days in {"applied_too_late", "reported_too_late"}:
            law.ruled[place] = days
        else:
            missing = days or ("report_date" if undated else _missing(to, "", problem))
            law.told.setdefault(("", problem), []).append((order, report.id, incident.id, missing))
            each_once.told.setdefault(("", problem), []).append((order, report.id, report.id, missing))
    applicant = application.applicant
    mine = None if applicant is None else homes.get(applicant, applicant)
    routes = _routes(reports, own, hateful, many, mine, application.judged)
    statute = _statute(reports, law, each_once)
    answers = {statute.met, *(each.met for each in routes)}
    met = True if True in answers else None if None in answers else False
    return Receipt("durham", rules_of, met, routes, statute)


def _missing(to: str | None, by: str | None, problem: str | None) -> str | None:
    return "to" if to is None else "by" if by is None else "problem" if problem is None else None


def _under_the_act(incident: Incident, first: date, last: date, act: date) -> str | None:
    """The rule that its days break under section 104(4), or the day that is missing."""
    earliest, latest = incident.on.earliest, min(incident.on.latest, last)
    if last < act:
        return "applied_too_late"
    if month_after(latest) < max(first, act):
        return "reported_too_late"
    if first < act:
        return "report_date"
    if month_after(earliest) < last:
        return "report_date" if earliest == latest else "incident_date"
    return None


def _routes(
    reports: tuple[Report, ...],
    own: Sheet,
    hateful: Sheet,
    many: Sheet,
    mine: Hashable,
    judged: dict[str, Answer],
) -> tuple[RouteReceipt, ...]:
    response, ignored = (
        Finding(code, judged.get(code)) for code in ("no_or_inadequate_response", "feels_ignored")
    )
    routes = (
        ("individual", own, best_of(own.told, 3, "same_incident", mine), 3, (response, ignored)),
        ("hate", hateful, best_of(hateful.told, 1, "same_incident", None), 1, (response,)),
        ("community", many, best_of(many.told, 5, "same_person", None), 5, (response,)),
    )
    return tuple(
        RouteReceipt(
            name,
            every(best.number, *[each.finding for each in findings]),
            best.number,
            needs,
            *why(reports, sheet, best),
            findings,
        )
        for name, sheet, best, needs, findings in routes
    )


def _statute(reports: tuple[Report, ...], law: Sheet, each_once: Sheet) -> StatuteReceipt:
    merged, unmerged = best_of(law.told, 3, "same_incident", None), best_of(each_once.told, 3, "", None)
    met = merged.number if merged.number == unmerged.number else None
    found = max(len(unmerged.places), len(merged.places) + len(merged.same))
    return StatuteReceipt(met, 3, found, *why(reports, law, merged))
