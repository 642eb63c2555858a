"""When what is written is read: as the area says it, else what is certain of every office."""

from casereview.wording.hours import messages_read, when_read


def test_an_areas_hours_are_said_in_its_own_words():
    assert when_read("Monday to Friday, 9am to 5pm. ") == (
        "What you write here is read only at these times: Monday to Friday, 9am to 5pm."
    )
    assert messages_read("weekdays, 8am to 6pm") == (
        "Messages to us are read only at these times: weekdays, 8am to 6pm."
    )


def test_without_hours_no_page_promises_a_reader_at_night():
    assert when_read("") == "Nobody reads this at night or at weekends."
    assert messages_read("") == "Nobody reads messages to us at night or at weekends."
