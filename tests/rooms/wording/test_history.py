"""What happened in a case as sentences: nothing doubled, nothing left hanging where parts are joined."""

from casereview.wording.history import history_sentence
from casereview.wording.told import told_words

NAMES = {"user:1": "Cora Wren", "body:1": "Durham Constabulary", "body:2": "Durham County Council"}


def test_what_was_raised_is_quoted_before_what_was_found_of_it():
    found = {"findings": [{"issue": "They bang after midnight.", "finding": "We looked at this."}]}
    assert told_words(found) == [("Findings", "“They bang after midnight”: We looked at this.")]


def test_one_part_alone_needs_no_joining():
    assert told_words({"findings": [{"issue": "", "finding": "We looked at this."}]}) == [
        ("Findings", "We looked at this.")
    ]
    assert told_words({"findings": [{"issue": "", "finding": ""}], "notes": ""}) == []


def test_the_reasons_of_a_finding_say_of_which():
    assert told_words({"why_feels_ignored": "She says so."}) == [
        ("Why it was found whether the person affected feels ignored", "She says so.")
    ]


def test_a_sentence_has_one_colon():
    says = "The application was read for danger: %(risk)s"
    assert history_sentence(says, {"risk": "immediate"}, {}) == (
        "The application was read for danger: immediate, somebody is in danger now"
    )


def test_a_name_keeps_its_capital_and_an_answer_loses_it():
    says = "The district: %(district)s"
    assert history_sentence(says, {"district": "Wear Valley"}, {}) == "The district: Wear Valley"
    assert history_sentence(says, {"district": "several"}, {}) == "The district: in several districts"


def test_several_are_listed_as_people_say_it():
    says = "%(bodies)s decided that the threshold is met"
    assert history_sentence(says, {"bodies": ["body:1", "body:2"]}, NAMES) == (
        "Durham Constabulary and Durham County Council decided that the threshold is met"
    )


def test_a_place_that_nobody_has_is_said_to_be_nobodys():
    says = "Named contact: %(owner)s. Deputy: %(deputy)s"
    assert history_sentence(says, {"owner": "user:1", "deputy": ""}, NAMES) == (
        "Named contact: Cora Wren. Deputy: nobody yet"
    )
    assert history_sentence("Until %(until)s", {"until": ""}, {}) == "Until not known"


def test_the_dates_of_a_plan_are_written_as_people_write_them():
    action = {"number": 1, "told": "A visit each week", "by": "The council", "due": "2027-01-06"}
    assert told_words({"actions": [action]}) == [
        ("Actions", "1: A visit each week: The council: Wednesday 6 January 2027")
    ]
    assert told_words({"notes": "2027-13-45"}) == [("Notes", "2027-13-45")]


def test_the_dates_that_are_proposed_are_days_with_their_times():
    says = "Dates: %(dates)s"
    codes = {"dates": ["2027-01-05 10:00", "2027-01-06 14:30"]}
    assert (
        history_sentence(says, codes, {})
        == "Dates: Tuesday 5 January 2027 at 10am and Wednesday 6 January 2027 at 2:30pm"
    )


def test_whom_the_reader_is_not_given_the_name_of_is_somebody():
    says = "%(person)s chose their part in the hearing: %(hearing_part)s"
    codes = {"person": "person:31ba4f59-3bac-5cb2-937b-48b9ebadb6c5", "hearing_part": "attend"}
    assert history_sentence(says, codes, NAMES) == (
        "Somebody of the case chose their part in the hearing: come to the hearing"
    )
    assert history_sentence(says, codes, {codes["person"]: "Cerys Lamb"}).startswith("Cerys Lamb chose")


def test_what_the_panel_asked_for_is_numbered():
    assert told_words({"further_1": "Decide again"}) == [("Asked for, 1", "Decide again")]
