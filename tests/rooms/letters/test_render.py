"""What letters say: to whom, in which words, and never whose."""

import re
from datetime import date

import pytest

from casereview.cases.outcome import NewFact, Outcome, Told
from casereview.letters import prose_file
from casereview.letters.markup import escape, to_html, to_plain
from casereview.letters.prose_file import all_prose
from casereview.letters.provisional import as_if
from casereview.letters.render import preview
from tests.rooms.letters.conftest import COORDINATOR, email, person, record_of

ON = date(2026, 11, 18)
NEVER = [
    *("unfortunately", "complainant", "offender", "perpetrator", "alleged", "claimed", "trigger", "invalid"),
    *("failed", "rejected", "refused", "partners", "stakeholders", "multi-agency", "limitation period"),
    *("overturned", "outstanding"),
]
NEUTRAL = ("A message for you", "Something to read", "A date for your diary")  # BLUEPRINT, section 4
OTHER = person(roles=("reporter",), name="CANARYNEIGHBOUR", address="CANARYADDRESS")
ACCUSED = person(roles=("alleged_perpetrator",), name="CANARYACCUSED")


def reasons(kind, **codes):
    told = {
        "reasons": "The last of them was answered in a day.",
        "findings": [{"issue": "Noise", "finding": "Met"}],
    }
    return NewFact(
        kind, ON, codes, words=(Told(told), Told({"why_x": "CANARYRESTRICTED"}, scope="restricted"))
    )


# What must have happened before a letter makes sense.
FACTS = {
    "questions": NewFact("question_asked", ON, words=(Told({"questions": "When was it?\nWho came?"}),)),
    "tried_to_reach": NewFact("contact_attempted", ON, words=(Told({"notes": "CANARYNOTE"}),)),
    "threshold_met": reasons("threshold_met"),
    "threshold_not_met": reasons("threshold_not_met"),
    "date_changed": NewFact(
        "deadline_moved", ON, {"clock": "review", "old": "2026-12-02", "new": "2026-12-03"}
    ),
    "closed": NewFact("case_closed", ON, {"reason": "completed"}),
    "passed_on": NewFact("transferred_out", ON, words=(Told({"to": "The office in Darlington"}),)),
    "views_wanted": NewFact("decision_proposed", ON, {"met": False}),
}


def letter(case, code, **more):
    """The letter as its recipient would get it, once what it tells of has happened."""
    record = record_of(case)
    if code in FACTS:
        record = as_if(record, Outcome((FACTS[code],)))
    to = record.applicant.holder
    if all_prose()[code, "en"].to == "body":
        to = next(holder for holder, body in record.bodies.items() if body.code == "police")
    return preview(record, code, to, **more)


def apply_with_others(apply, **robin):
    """Robin applies; a neighbour reported too, and somebody is named as responsible."""
    me = person(email(), address="CANARYHOME 1", **robin)
    other = {**OTHER, "id": "b7b7a6d2-1111-4222-8333-444455556666"}
    incidents = [
        {
            "from": "2026-11-02",
            "to": "2026-11-02",
            "what": "CANARYWHAT",
            "reports": [
                {"by": me["id"], "kind": "council", "from": "2026-11-03", "to": "2026-11-03"},
                {
                    "by": other["id"],
                    "kind": "council",
                    "from": "2026-11-04",
                    "to": "2026-11-04",
                    "as_told": "CANARYDAY",
                },
            ],
        }
    ]
    return apply(people=[me, other, ACCUSED], incidents=incidents)


CODES = sorted(code for code, language in all_prose() if language == "en")


@pytest.mark.parametrize("code", CODES)
def test_every_letter_has_what_every_letter_must_have(apply, code):
    case = apply()
    text = to_plain(letter(case, code).prose)
    for needed in (
        "Wednesday 18 November 2026",
        case.reference,
        "large print",
        "another language",
        "0191 000 0000",
    ):
        assert needed in text
    assert "What happens next" in text
    assert "Office at Aykley Heads" in text  # until somebody is named


@pytest.mark.parametrize("code", CODES)
def test_no_letter_names_somebody_else_or_says_what_is_kept_back(apply, code):
    case = apply_with_others(apply)
    made = letter(case, code)
    assert "CANARY" not in made.prose.replace("CANARYPROBLEM", "")
    assert "CANARY" not in made.subject
    assert "CANARY" not in made.html.replace("CANARYPROBLEM", "")


def test_the_subject_of_no_letter_says_what_it_is_about():
    for file in all_prose().values():
        subject = file.subject.replace("{{ reference }}", "K7M-4QD")
        assert subject in {f"{words} (reference K7M-4QD)" for words in NEUTRAL}


@pytest.mark.parametrize("code", CODES)
def test_sentences_are_short_and_words_plain(apply, code):
    text = to_plain(letter(apply(), code).prose)
    for word in NEVER:
        assert not re.search(rf"\b{word}\b", text, re.IGNORECASE), word
    for sentence in sentences(text):
        receipt = "leaving out" in sentence or "Act 2014" in sentence  # a receipt and a statute may be longer
        assert receipt or len(sentence.split()) < 20, sentence


def sentences(text):
    """Text cut at full stops, line ends and headings."""
    return [part.strip() for part in re.split(r"(?<=[.?!:])\s|\n", text) if part.strip()]


def test_the_acknowledgement_never_repeats_what_was_told(apply):
    made = letter(apply(), "acknowledgement")
    assert "CANARY" not in made.prose
    assert "We received your request for a review on Wednesday 18 November 2026" in made.prose
    assert "No date is promised" in made.prose  # County Durham's page promises none


def test_a_decision_for_a_review_gives_the_day_and_how_it_was_counted(apply):
    text = to_plain(letter(apply(), "threshold_met").prose)
    # ten working days after Wednesday 18 November 2026: two weekends, no bank holiday
    assert "The meeting must be held by Wednesday 2 December 2026." in text
    assert "10 working days after Wednesday 18 November 2026, leaving out two weekends" in text
    assert "victims care and advice service" in text


def test_a_decision_against_a_review_gives_reasons_findings_and_the_last_day(apply):
    text = to_plain(letter(apply(), "threshold_not_met").prose)
    assert "There will be no case review this time." in text
    assert "Durham Constabulary and Durham County Council decided this" in text
    assert "today, Wednesday 18 November 2026" in text
    assert "This does not mean that anyone doubts what you told us." in text
    assert "The last of them was answered in a day." in text
    assert "“Noise” Met" in text
    # 14 days after the e-mail, which counts as served on the day it goes
    assert "The last day to appeal is Wednesday 2 December 2026." in text
    assert "Appeals, 1 Office Street, Durham" in text


def test_a_posted_decision_is_served_two_working_days_later(apply):
    case = apply({"method": "post", "value": "1 The Street\nDurham", "seen_by_others": "no"})
    made = letter(case, "threshold_not_met")
    # posted Wednesday 18, served Friday 20 November; 14 days later is Friday 4 December
    assert "The last day to appeal is Friday 4 December 2026." in to_plain(made.prose)
    assert made.address == "1 The Street\nDurham"


def test_a_decision_read_on_the_page_says_from_when_the_days_run(apply):
    text = to_plain(letter(apply({"method": "applicant_calls"}), "threshold_not_met").prose)
    assert "You have 14 days to appeal, from the day on which you open this letter" in text


@pytest.mark.parametrize(
    ("tenure", "housing"),
    [("council", True), ("housing_association", True), ("owner", False), ("private", False), ("", False)],
)
def test_only_tenants_of_social_landlords_are_sent_to_the_housing_ombudsman(apply, tenure, housing):
    case = apply(people=[person(email(), tenure=tenure)])
    text = to_plain(letter(case, "threshold_not_met").prose)
    assert ("Housing Ombudsman" in text) is housing
    assert "Local Government" not in text  # a commissioner led it, not a council


def test_a_friend_who_asks_is_not_sent_to_somebody_elses_ombudsman(apply):
    friend = person(email(), roles=("applicant",), tenure="council")
    case = apply(people=[friend, person(roles=("victim",), name="Vic", tenure="council")])
    assert "Housing Ombudsman" not in letter(case, "threshold_not_met").prose


def test_the_receipt_tells_each_own_report_and_totals(apply):
    case = apply_with_others(apply)
    record = record_of(case)
    mine, other = sorted(record.reports, key=lambda report: report.number)
    receipt = {
        "routes": [
            {
                "name": "individual",
                "met": False,
                "needs": 3,
                "found": 1,
                "counted": [str(other.pk)],
                "discounted": [{"id": str(mine.pk), "rule": "same_incident"}],
                "unknown": [],
                "judged": [],
            }
        ]
    }
    fact = reasons("threshold_not_met", receipt=receipt)
    text = to_plain(
        preview(as_if(record, Outcome((fact,))), "threshold_not_met", record.applicant.holder).prose
    )
    assert "You told us about one report. One could be counted; three are needed." in text
    assert "Tuesday 3 November 2026, to the council. We did not count this because the same incident" in text
    assert "4 November" not in text


@pytest.mark.parametrize("consent", ["not_yet", "unsafe_to_ask", "withdrawn"])
def test_a_body_is_not_told_who_it_is_without_consent(apply, consent):
    case = apply(people=[person(email(), name="CANARYNAME", consent=consent)])
    text = letter(case, "application_notice").prose
    assert "CANARYNAME" not in text
    assert "identity of the person affected is not shared" in text
    agreed = apply(people=[person(email(), name="Robin Hill", consent="given")])
    assert "Robin Hill" in letter(agreed, "application_notice").prose


def test_a_body_reads_of_the_reports_made_to_it_alone(apply, area):
    police, council = area.body_set.get(code="police"), area.body_set.get(code="council")
    incident = {
        "from": "2026-11-02",
        "to": "2026-11-02",
        "reports": [
            {
                "kind": "police",
                "body": police.holder,
                "from": "2026-11-03",
                "to": "2026-11-03",
                "reference": "P77",
            },
            {
                "kind": "council",
                "body": council.holder,
                "from": "2026-11-05",
                "to": "2026-11-05",
                "reference": "C88",
            },
        ],
    }
    text = to_plain(letter(apply(incidents=[incident]), "application_notice").prose)
    assert "Tuesday 3 November 2026, reference P77" in text
    assert "C88" not in text
    assert "5 November" not in text


@pytest.mark.parametrize(
    "typed",
    [
        "<script>alert(1)</script>",
        "[press here](https://evil.example)",
        "![x](https://evil.example/x.png)",
        "# Heading",
        "https://evil.example/login",
        "www.evil.example",
        "&lt;b&gt;",
        "`code` **bold** _em_ | a | b |",
        "1. one",
        "{{ reference }}",
    ],
)
def test_what_people_typed_is_shown_and_never_obeyed(apply, typed):
    case = apply(people=[person(email(), name=typed)])
    made = letter(case, "acknowledgement")
    text = to_plain(made.prose).replace("\u2060", "")
    assert f"Dear {typed}" in text
    for tag in ("<script", "<a ", "<img", "<b>", "<em>", "<code", "<table", "<ol"):
        assert tag not in made.html
    assert made.html.count("<h1>") == 1
    assert not re.search(r"\w\.evil|https://evil", to_plain(made.prose))


def test_text_is_the_same_after_escaping_as_before():
    typed = "5 * 3 = 15; \\ a_b_c <d> [e](f) & g #1"
    assert to_plain(escape(typed)).strip() == typed
    assert to_html(escape("<d> & g")).strip() == "<p>&lt;d&gt; &amp; g</p>"


def test_a_value_that_a_letter_does_not_declare_cannot_reach_it(apply, monkeypatch):
    file = all_prose()["acknowledgement", "en"]
    leaking = prose_file.ProseFile(
        **{name: getattr(file, name) for name in file.__slots__ if name != "body"}, body="{{ reasons }}"
    )
    monkeypatch.setattr("casereview.letters.render.prose_of", lambda *_: leaking)
    with pytest.raises(Exception, match="reasons"):
        letter(apply(), "acknowledgement")


def test_the_named_contact_and_deputy_stand_in_the_letter(apply, django_user_model):
    kim = django_user_model.objects.create(email="kim@example.org", name="Kim Contact")
    dan = django_user_model.objects.create(email="dan@example.org", name="Dan Deputy")
    record = record_of(apply())
    assigned = NewFact("owner_assigned", ON, {"owner": f"user:{kim.pk}", "deputy": f"user:{dan.pk}"})
    record = as_if(record, Outcome((assigned,)))
    text = preview(record, "acknowledgement", record.applicant.holder).prose
    assert "Kim Contact is your named contact. If Kim Contact is away, ask for Dan Deputy." in text


def test_previewing_needs_no_more_than_the_co_ordinators_own_view(apply):
    case = apply()
    from casereview.cases.postgresql.roles import acting
    from casereview.cases.reading import load

    with acting(COORDINATOR):
        record = load(case, COORDINATOR)
        assert "We received your request" in preview(record, "acknowledgement", record.applicant.holder).prose
