"""Rules that rule each other out are refused at their line, each beside the nearest that can be meant."""

import pytest

from tests.rooms.schemes.small import TEXT, faults, scheme

WITHIN = 'within = { months = 6, of = "report" }'

GROUP = '\n[group]\nname = "Safer Streets Group"\nsource = "the page"\n'
APPEAL_BY_PANEL = (
    '\n[appeal]\nheard_by = "a panel"\njudged = [{ code = "harm", by = "panel" }]\nsource = "the page"\n'
)


def instead(line):
    return TEXT.replace(WITHIN, line)


@pytest.mark.parametrize(
    ("wrong", "right", "path", "said"),
    [
        (
            instead('within = { weeks = 1, of = "report" }\nreport_age_at_least = { weeks = 2 }'),
            instead('within = { weeks = 3, of = "report" }\nreport_age_at_least = { weeks = 2 }'),
            "route.0.within",
            "nothing could ever count",
        ),
        (
            instead("latest_within = { days = 20 }\nreport_age_at_least = { months = 1 }"),
            instead("latest_within = { days = 40 }\nreport_age_at_least = { months = 1 }"),
            "route.0.latest_within",
            "nothing could ever count",
        ),
        (
            instead('report_within = { months = 1, since = "first_incident" }'),
            instead('report_within = { months = 1, since = "incident" }'),
            "route.individual.report_within.since",
            'forward_from = "first_incident"',
        ),
        (
            instead('latest_within = { months = 1, since = "report" }'),
            instead('latest_within = { months = 1, since = "latest_incident" }'),
            "route.individual.latest_within.since",
            "expected latest_incident or latest_report here",
        ),
        (
            instead('also = [{ counts = "incidents", at_least = 4 }]'),
            instead('also = [{ counts = "people", at_least = 4 }]'),
            "route.0.also.0",
            "has a number already",
        ),
        (
            TEXT.replace("length = { working_days = 10 }", "length = { working_days = 0 }"),
            TEXT.replace("length = { working_days = 10 }", "length = { working_days = 1 }"),
            "clock.review.length.working_days",
            "from 1 to",
        ),
        (
            TEXT.replace('stops = "review_held"', 'stops = ["review_held", "threshold_met"]'),
            TEXT.replace('stops = "review_held"', 'stops = ["review_held", "plan_sent"]'),
            "clock.review.stops",
            "start itself again",
        ),
        (
            TEXT.replace("length = { working_days = 10 }", 'length = "next_meeting"'),
            TEXT.replace("length = { working_days = 10 }", 'length = "next_meeting"') + GROUP,
            "clock.review.length",
            "nobody is named who meets",
        ),
        (
            TEXT.replace('starts = "threshold_met"', 'starts_on = "served"\nstarts = "decision_notice_sent"'),
            TEXT.replace('starts = "threshold_met"', 'starts_on = "served"\nstarts = "threshold_met"'),
            "clock.review.starts_on",
            "no letter is the notice of",
        ),
        (
            TEXT.replace(
                'starts = "threshold_met"', 'starts_on = "served"\nstarts = ["plan_sent", "plan_settled"]'
            ),
            TEXT.replace(
                'starts = "threshold_met"', 'starts_on = "day"\nstarts = ["plan_sent", "plan_settled"]'
            ),
            "clock.review.starts_on",
            'no letter is the notice of "plan_settled"',
        ),
        (
            TEXT.replace(
                'starts = "threshold_met"', 'starts_on = "served"\ncounts_back_from = "meeting_arranged"'
            ),
            TEXT.replace('starts = "threshold_met"', 'counts_back_from = "meeting_arranged"'),
            "clock.review.starts_on",
            'no letter is the notice of "meeting_arranged"',
        ),
        (
            TEXT.replace('starts = "threshold_met"', 'starts = "threshold_meet"'),
            TEXT.replace('starts = "threshold_met"', 'starts = "unstated"'),
            "clock.review.starts",
            "is not an event of the procedure",
        ),
        (
            TEXT.replace('by = "applicant"', 'by = "panel"'),
            TEXT.replace('by = "applicant"', 'by = "bodies"') + APPEAL_BY_PANEL,
            "route.individual.judged.feels_ignored.by",
            'write "bodies" for the organisations that sit on a review panel',
        ),
    ],
)
def test_it_is_refused_and_what_can_be_meant_is_not(wrong, right, path, said):
    [fault] = faults(wrong)
    assert (fault.path, said in fault.message) == (path, True), str(fault)
    assert fault.line > 1
    scheme(right)


@pytest.mark.parametrize(
    "line",
    [
        'within = { UNIT = 30, of = "report" }',
        "report_age_at_least = { UNIT = 5 }",
        "report_within = { UNIT = 20 }",
        'apply_within = { UNIT = 20, since = "report" }',
    ],
)
def test_the_threshold_counts_calendar_time(line):
    [fault] = faults(instead(line.replace("UNIT", "working_days")))
    assert fault.message == "expected days, weeks, months here, not working_days."
    scheme(instead(line.replace("UNIT", "days")))


def test_a_report_cannot_have_to_be_as_old_as_the_same_working_day():
    assert faults(instead('report_age_at_least = "same_working_day"'))


def test_a_case_is_kept_for_calendar_time():
    timing = f'{TEXT}\n[timing]\nkeep_case = {{ UNIT = 20 }}\nsource = "p"\n'
    assert faults(timing.replace("UNIT", "working_days"))
    scheme(timing.replace("UNIT", "weeks"))
