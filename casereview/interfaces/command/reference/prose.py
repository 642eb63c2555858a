"""What docs/scheme-language.md says that no reader of a file can tell: how files are written, and a whole one."""

from casereview.schemes.statute import AS_WRITTEN

OPENING = """\
# The language of an area’s rules

Made by `manage.py process --write` from the code that reads the files: do not edit it. It is for whoever fills in a
file; no programming is needed. `manage.py scheme check FILE` says line by line what is wrong, and
`manage.py scheme show AREA` says the rules as sentences. `manage.py scheme new "Area"` asks for all of it in turn."""

EXAMPLE = f"""\
area = "Exampleton"
from = {{ value = 2026-04-01, stated = false, why = "The page does not say since when its rules apply." }}
source = "https://www.example.org/asb-case-review"

# Three incidents in six months, and nothing was done.
[[route]]
name = "individual"
title = "You have reported three incidents of the same problem in the past six months and no action was taken."
counts = "incidents"
at_least = 3
within = {{ months = 6, of = "report" }}
linked_by = "problem"
judged = [{{ code = "no_action" }}, {{ code = "no_contact", by = "applicant" }}]
source = "the page: when you can ask"

[clock.decide]
starts = "application_received"
stops = "decision_notice_sent"
length = {{ working_days = 10 }}
source = "the page: what happens next"

[clock.review]
starts = "unstated"
stops = "review_held"
length = {{ days = 28 }}
source = "the page: what happens next"

[[body]]
code = "council"
kind = "council"
name = "The council"
source = "the page: who takes part"

[appeal]
grounds = ["outcome"]
heard_by = "the Police and Crime Commissioner"
lodged_with = "community safety team"
source = "the page: if you are not satisfied"

{AS_WRITTEN}
[words]
no_contact = "nobody has been in touch with the person affected"
"""

FILE = """\
- A file is plain text, with a name such as `schemes/exampleton.toml`: the area in small letters, with hyphens. Rules
  that change later stand in a second file, `exampleton-2027-04-01.toml`, whose `from` is that day.
- A line is `key = value`. What stands before the first block belongs to the whole file; `[block]` begins a block, and
  `[[block]]` one of several. `{ … }` is a small block in one line; `[ … ]` is a list.
- Text stands in quotation marks; numbers, dates, `true` and `false` do not. After `#` you may write what you like.
- Every block says in `source` where on the page it stands."""

SILENCE = """\
- **Leave it out.** A line or a block of which the page says nothing is left out; people are told that it is not stated.
- **`starts = "unstated"`** of a clock: the page gives a time and does not say from when.
- **A value that you had to choose**, since the rule cannot do without it: put it with `stated = false` and the
  reason: `whose = { value = "household", stated = false, why = "The page does not say whose." }`.
- A whole block can be your choice: two lines in it, `stated = false` and `why = "…"`.
- **What no key can say**: [`[[only_words]]`](#only_words-what-people-must-see-to) keeps the page’s sentence, and people
  see to it."""

# A name, whether to write it with “the”, and how it is read.
NAMES = (
    (
        "`heard_by` in `[appeal]`",
        "with “the”, or “a”",
        "Appeals are heard by **the Police and Crime Commissioner**.",
    ),
    (
        "`lodged_with` in `[appeal]`",
        "without",
        "The appeal goes to: **community safety team**.",
    ),
    (
        "`name` in `[group]`",
        "as it is called, with “the” or without",
        "At the next meeting of **the High Harm Panel** your request is decided.",
    ),
    ("`name` in `[support]`", "without", "You are offered support from the **victim care service**."),
    ("`name` in `[lead]`", "as it is called", "Who co-ordinates requests: **Exampleton Borough Council**."),
    (
        "`name` in `[[body]]`",
        "“The council”, or its own name",
        "In a sentence “The” becomes small: **the council**.",
    ),
)
