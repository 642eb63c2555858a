"""Areas whose pages leave nearly everything open: a product that fills no silence with a guess must work for them too.

Each page says what the one before it says, and one thing more. None of them states a length, a window, a channel or
who hears an appeal; the last states what is unlike County Durham's.
"""

from pathlib import Path

BARE = """\
area = "{area}"
from = 2020-01-01
source = "an invented page that says next to nothing"

[statute]
complaints = 3
report_within = { months = 1 }
apply_within = { months = 6 }
source = "section 104(4)"
"""
ROUTES = """
[[route]]
name = "individual"
counts = "reports"
at_least = 2
source = "first point"

[[route]]
name = "neighbours"
counts = "people"
at_least = 2
source = "second point"

[[route]]
name = "discretion"
counts = "none"
judged = [{ code = "no_or_inadequate_response" }]
source = "third point"
"""
APPEAL = """
[appeal]
source = "You can appeal."
"""
NO_LENGTHS = """
[clock.acknowledge]
starts = "application_received"
stops = "acknowledgement_sent"
source = "fourth point"

[clock.decide]
starts = "application_received"
stops = "decision_notice_sent"
source = "fourth point"

[clock.review]
starts = "threshold_met"
stops = "review_held"
source = "fourth point"

[clock.return]
starts = "information_requested"
stops = "return_received"
owed_by = "bodies"
source = "fourth point"

[clock.plan]
starts = "review_held"
stops = "plan_sent"
says = "as soon as possible"
source = "fourth point"

[clock.appeal]
starts = ["completion_notice_sent", "threshold_not_met"]
stops = "appeal_received"
starts_on = "served"
owed_by = "applicant"
survives_close = true
source = "fourth point"
"""
PAGES = {
    "bare": BARE,
    "routes": BARE + ROUTES,
    "appeal": BARE + ROUTES + APPEAL,
    "no lengths": BARE + ROUTES + APPEAL + NO_LENGTHS,
}


def text(page: str, area: str = "Nowhere") -> str:
    """A page as a file."""
    return PAGES[page].replace("{area}", area)


def in_force(page: str, folder: Path, monkeypatch) -> None:
    """From now on the two areas of the tests have that page's rules. folder: an empty one."""
    for area in ("durham", "darlington"):
        (folder / f"{area}.toml").write_text(text(page, area.capitalize()))
    monkeypatch.setenv("SCHEMES_DIR", str(folder))
