"""The published figures in words: plain ones, since anybody reads them."""

from calendar import monthrange
from datetime import date

from django.utils.dates import MONTHS
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casereview.wording.casework import CHANNELS
from casereview.wording.clocks import clock_title
from casereview.wording.dates import short_date
from casereview.wording.districts import district_words

# The four that the law names, in its order, and what each counts.
TOTALS = {
    "applications": gettext_lazy("Requests for a review"),
    "not_met": gettext_lazy("Decisions that there would be no review"),
    "reviews": gettext_lazy("Reviews carried out"),
    "with_recommendations": gettext_lazy("Reviews that led to recommendations"),
}
TABLES = {
    "channels": gettext_lazy("How people asked"),
    "districts": gettext_lazy("Where it happens"),
    "endings": gettext_lazy("Requests that ended before a decision"),
    "decisions": gettext_lazy("What was decided"),
    "routes": gettext_lazy("Why there was a review"),
    "timeliness": gettext_lazy("Was it done in time?"),
    "durations": gettext_lazy("How long it took where no time is promised"),
    "responses": gettext_lazy("What each organisation answered when it was asked for information"),
    "appeals": gettext_lazy("Appeals"),
    "qualified": gettext_lazy("Appeals: would there be a hearing?"),
    "outcomes": gettext_lazy("How appeals ended"),
}
# What a table counts, where its heading does not say it.
ABOUT = {
    "districts": gettext_lazy("Each request made in this period, by the district in which it happens."),
    "decisions": gettext_lazy("Each decision counts on the day it was made."),
    "routes": gettext_lazy("The rule by which it was decided that there would be a review."),
    "timeliness": gettext_lazy(
        "Of everything that began in this period. Late is also what is not done yet and should be."
    ),
    "durations": gettext_lazy("Of everything that began in this period, in days."),
    "responses": gettext_lazy("Of everything that they were asked in this period."),
}
# What the clocks are for, in plain words; others by their title.
CLOCKS = {
    "triage": gettext_lazy("Reading a request for danger"),
    "acknowledge": gettext_lazy("Saying that we have a request"),
    "contact": gettext_lazy("Speaking with the person who asked"),
    "dispatch": gettext_lazy("Telling the organisations"),
    "reports_confirmed": gettext_lazy("Asking each organisation about the reports"),
    "decide": gettext_lazy("Deciding, and sending the decision"),
    "support": gettext_lazy("Offering support"),
    "chair": gettext_lazy("Finding somebody to lead the review"),
    "review": gettext_lazy("Holding the review"),
    "pack": gettext_lazy("Sending the papers for the meeting"),
    "plan_draft": gettext_lazy("Sending a draft of the action plan"),
    "plan": gettext_lazy("Sending the action plan"),
    "appeal_acknowledge": gettext_lazy("Saying that we have an appeal"),
    "appeal_contact": gettext_lazy("Speaking with the person who appealed"),
    "qualify": gettext_lazy("Deciding whether there will be a hearing"),
    "qualification": gettext_lazy("Sending that decision"),
    "outcome": gettext_lazy("Sending the outcome of a hearing"),
}
CELLS = {
    "in_time": gettext_lazy("In time"),
    "late": gettext_lazy("Late"),
    "open": gettext_lazy("Still open"),
    "ended": gettext_lazy("Not needed any more"),
    "done": gettext_lazy("Done"),
    "met": gettext_lazy("There would be a review"),
    "several": gettext_lazy("More than one of these"),
    "judged": gettext_lazy("The organisations judged it so"),
    "individual": gettext_lazy("Separate incidents that one household reported"),
    "hate": gettext_lazy("Hate"),
    "community": gettext_lazy("Several people reported the same problem"),
    "answered": gettext_lazy("Answered in time"),
    "answered_late": gettext_lazy("Answered late"),
    "nil": gettext_lazy("Nothing held"),
    "withheld": gettext_lazy("Refused"),
    "no_answer": gettext_lazy("No answer"),
    "appeal_received": gettext_lazy("Appeals received"),
    "appeal_withdrawn": gettext_lazy("Appeals taken back"),
    "hearing_held": gettext_lazy("Hearings held"),
    "appeal_qualified": gettext_lazy("There would be a hearing"),
    "appeal_not_qualified": gettext_lazy("There would be no hearing"),
    "application_withdrawn": gettext_lazy("Taken back by whoever asked"),
    "transferred_out": gettext_lazy("Passed on to the area where they belong"),
    "upheld": gettext_lazy("Upheld, and further action asked for"),
    "process_only": gettext_lazy("Recommendations on the process only"),
    "not_upheld": gettext_lazy("Not upheld"),
    "not_known": gettext_lazy("Not known"),
}


def period_words(since: date, until: date) -> str:
    """ "April 2025 to March 2026" of whole months, else "15 April 2025 to 31 March 2026"."""
    whole = since.day == 1 and until.day == monthrange(until.year, until.month)[1]
    days = [f"{MONTHS[day.month]} {day.year}" if whole else short_date(day) for day in (since, until)]
    return (
        days[0] if days[0] == days[1] else _("%(since)s to %(until)s") % {"since": days[0], "until": days[1]}
    )


def table_words(code: str) -> str:
    """The heading of a table; an unknown one by its code."""
    return str(TABLES.get(code, code.replace("_", " ").capitalize()))


def line_words(table: str, code: str, name: str) -> str:
    """What a line is about: a clock, a body by its name; "" where the table has one line."""
    if name or not code:
        return name
    if table in ("timeliness", "durations"):
        return str(CLOCKS.get(code) or clock_title(code))
    return cell_words(table, code)


def cell_words(table: str, code: str) -> str:
    """What a number counts."""
    if table == "districts":
        return district_words(code)
    if table == "channels":
        return str(CHANNELS.get(code, CELLS.get(code, code))).capitalize()
    return str(CELLS.get(code, code.replace("_", " ").capitalize()))


def days_words(days: float) -> str:
    """ "4 days", "5.5 days", "1 day"; of none, "less than a day"."""
    if days == 0:
        return _("less than a day")
    number = f"{days:g}"
    return _("1 day") if number == "1" else _("%(n)s days") % {"n": number}
