"""A scheme that uses every rule of the language, and another that says something else at each of them."""

from casereview.schemes.check import check
from casereview.schemes.model import Scheme

# Each line of rules: as it is in the first scheme | as it is in the second.
_ROWS = """\
area = "Here" | area = "There"
from = 2026-11-01 | from = 2027-04-01
languages = ["en"] | languages = ["en", "cy"]
source = "p" | source = "p"
[lead]
name = "The council" | name = "The commissioner"
source = "p" | source = "p"
[[route]]
name = "individual" | name = "individual"
title = "Three times" | title = "Four times"
counts = "incidents" | counts = "reports"
at_least = 3 | at_least = 4
also = [{ counts = "reports", at_least = 1, hate = true }] | also = [{ counts = "people", at_least = 2 }]
within = { months = 6, of = "report", back_from = "application" } \
| within = { weeks = 9, of = "incident", back_from = "any" }
whose = "household" | whose = "anyone"
report_within = { months = 1, since = "incident" } | report_within = { weeks = 2 }
apply_within = { months = 5, since = "report" } | apply_within = { weeks = 3, since = "latest_report" }
latest_within = { months = 2, since = "latest_report" } | latest_within = { weeks = 4, since = "latest_incident" }
report_age_at_least = { weeks = 1 } | report_age_at_least = { days = 10 }
reported_to = ["council"] | reported_to = ["police"]
linked_by = "problem" | linked_by = "culprit"
different_dates = true | different_dates = false
hate_only = true | hate_only = false
judged = [{ code = "harm", by = "lead" }, { code = "vulnerable" }] | judged = [{ code = "harm" }, { code = "odd" }]
source = "p" | source = "p"
[[route]]
name = "either" | name = "either"
counts = "dates" | counts = "incidents"
at_least = 2 | at_least = 2
whose = "person" | whose = "household"
judged = [{ any_of = ["harm", "vulnerable"] }] \
| judged = [{ code = "harm" }, { any_of = ["no_action", "vulnerable"] }]
source = "p" | source = "p"
[[route]]
name = "weighed" | name = "weighed"
counts = "none" | counts = "none"
judged = [{ code = "review_needed", weighs = ["harm"] }] \
| judged = [{ code = "review_needed", weighs = ["persistence"] }]
source = "p" | source = "p"
[[route]]
name = "hate" | name = "hate"
counts = "incidents" | counts = "incidents"
at_least = 1 | at_least = 1
within = { months = 6, of = "report", forward_from = "first_incident" } \
| within = { months = 6, of = "report", forward_from = "first_report" }
source = "p" | source = "p"
[statute]
complaints = 3 | complaints = 2
report_within = { months = 1 } | report_within = { weeks = 5 }
apply_within = { months = 6 } | apply_within = { weeks = 7 }
source = "p" | source = "p"
[hate]
motivations = ["race"] | motivations = ["age"]
source = "p" | source = "p"
[apply]
who = "Anyone" | who = "Victims"
channels = ["web"] | channels = ["post"]
consent = "asked" | consent = "written"
anonymous = true | anonymous = false
counts_from = "first_contact" | counts_from = "application"
source = "p" | source = "p"
[contact]
phone = "1" | phone = "2"
email = "a@example.org" | email = "b@example.org"
web = "https://a.example" | web = "https://b.example"
post = ["A"] | post = ["B"]
source = "p" | source = "p"
[[exclusion]]
code = "unhappy" | code = "unhappy"
says = "You are unhappy." | says = "You are not happy."
leads_to = "Complain." | leads_to = "Write."
source = "p" | source = "p"
[[body]]
code = "b" | code = "b"
kind = "council" | kind = "other"
name = "The town" | name = "The parish"
relevant = true | relevant = false
when = "Always." | when = "At times."
source = "p" | source = "p"
[decision]
people = 2 | people = 3
bodies = 4 | bodies = 5
source = "p" | source = "p"
[clock.review]
starts = "threshold_met" | starts = "completion_notice_sent"
stops = "review_held" | stops = "plan_sent"
length = { working_days = 10 } | length = { weeks = 3 }
owed_by = "lead" | owed_by = "bodies"
starts_on = "day" | starts_on = "served"
survives_close = false | survives_close = true
chase = [-2] | chase = [1]
source = "p" | source = "p"
[clock.pack]
starts = "threshold_met" | starts = "plan_sent"
counts_back_from = "meeting_arranged" | counts_back_from = "review_held"
stops = "pack_sent" | stops = "pack_sent"
length = { working_days = 2 } | length = { working_days = 2 }
source = "p" | source = "p"
[clock.contact]
starts = "application_received" | starts = "application_received"
stops = "contact_made" | stops = "contact_made"
says = "at once" | says = "soon"
source = "p" | source = "p"
[clock.decide]
starts = "unstated" | starts = "application_received"
stops = "threshold_met" | stops = "threshold_met"
length = { weeks = 2 } | length = { weeks = 3 }
says = "soon after" | says = "at the next meeting"
source = "p" | source = "p"
[clock.assess]
starts = "application_received" | starts = "application_received"
stops = "threshold_met" | stops = "threshold_met"
length = { weeks = 2 } | length = "next_meeting"
source = "p" | source = "p"
[clock.answers]
starts = "information_requested" | starts = "threshold_met"
stops = "all_returns_received" | stops = "all_reports_answered"
source = "p" | source = "p"
[group]
name = "The group" | name = "The board"
meets = [2026-12-03] | meets = [2026-12-04]
says = "every week" | says = "every month"
source = "p" | source = "p"
[[only_words]]
code = "diaries" | code = "diaries"
says = "No diary sheets." | says = "No diaries."
because = "People tell." | because = "People find."
source = "p" | source = "p"
[example]
address = "https://a.example" | address = "https://b.example"
seen = 2025 | seen = 2026
others = ["https://c.example"] | others = ["https://d.example"]
whole = false | whole = true
source = "p" | source = "p"
[support]
name = "Care" | name = "Help"
source = "p" | source = "p"
[risk]
version = "1" | version = "2"
medium_from = 1 | medium_from = 2
high_from = 3 | high_from = 4
source = "p" | source = "p"
[[risk.question]]
code = "q" | code = "q"
words = "Afraid?" | words = "Frightened?"
answers = [{ code = "n", words = "No", points = 0 }, { code = "y", words = "Yes", points = 5, at_least = "high" }] \
| answers = [{ code = "n", words = "Never", points = 1 }, { code = "y", words = "Yes", points = 6 }]
[meeting]
chair = "independent" | chair = "lead"
applicant = ["statement"] | applicant = ["whole_meeting"]
settle = ["share_information"] | settle = ["agree_timescales"]
agenda = ["options", "actions"] | agenda = ["actions", "options"]
quorum = 3 | quorum = 4
source = "p" | source = "p"
[appeal]
grounds = ["outcome"] | grounds = ["threshold_decision"]
heard_by = "Panel" | heard_by = "Board"
lodged_with = "Office" | lodged_with = "Clerk"
outcomes = ["not_upheld"] | outcomes = ["refer_back"]
considerations = ["impact"] | considerations = ["persistence"]
channels = ["email"] | channels = ["phone"]
judged = [{ code = "case_closed" }] | judged = [{ code = "case_closed", by = "panel" }]
barred_while = ["plan_live"] | barred_while = ["body_responding"]
consent = true | consent = false
written = true | written = false
source = "p" | source = "p"
[appeal.contact]
phone = "3" | phone = "4"
source = "p" | source = "p"
[appeal.then]
heard_by = "Commissioner" | heard_by = "Ombudsman"
source = "p" | source = "p"
[notices]
posted = { after = ["sent"], working_days = 2 } | posted = { after = ["opened"], days = 3 }
emailed = { after = ["sent"] } | emailed = { after = ["told"] }
page = { after = ["opened"] } | page = { after = ["told"] }
source = "p" | source = "p"
[timing]
draft_lasts = { days = 28 } | draft_lasts = { weeks = 5 }
contact_tries = 3 | contact_tries = 4
keep_case = { months = 72 } | keep_case = { months = 36 }
source = "p" | source = "p"
[figures]
months = 12 | months = 6
year_starts = "04-01" | year_starts = "01-01"
suppress_under = 5 | suppress_under = 3
stated = false | stated = false
why = "Silent." | why = "It is silent."
source = "p" | source = "p"
[brand]
name = "A" | name = "B"
sender = "A office" | sender = "B office"
colour = "#000000" | colour = "#ffffff"
logo = "a.svg" | logo = "b.svg"
source = "p" | source = "p"
[words]
odd = "something odd" | odd = "something strange"
"""


def both() -> tuple[Scheme, Scheme]:
    """The two schemes; neither has a fault."""
    rows = [row.split(" | ") for row in _ROWS.splitlines()]
    return _scheme("\n".join(row[0] for row in rows)), _scheme("\n".join(row[-1] for row in rows))


def _scheme(text: str) -> Scheme:
    result = check(text, None, "somewhere")
    assert isinstance(result, Scheme), [str(fault) for fault in result]
    return result
