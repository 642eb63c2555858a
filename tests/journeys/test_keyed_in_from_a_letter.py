"""A request that came by letter last week: it counts from the day it came, not from the day it is keyed in."""

from datetime import date

import pytest

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_letter_counts_from_the_day_it_came(worker, clock, the_post_goes):
    cora = worker("cora.wren")
    clock(2026, 12, 9)  # a Wednesday
    cora.signs_in()
    cora.keys_in(
        {
            "How did it come?": "Post",
            "On which day did it arrive?": date(2026, 12, 2),
            "Name of the person who asks": "Walter Raine",
            "Address for letters": "9 Pit Lane\nEsh Winning\nDH7 9ZZ",
            "Can anyone else open the post?": "No",
            "What is happening?": "Cars are raced round the estate on Friday nights",
        },
        # Six months back from 2 December is 2 June; from 9 December it would be 9 June.
        {"When it happened": date(2026, 6, 3), "Who was told": "Durham Constabulary"}
        | {"What happened": "Racing until 2am", "When they were told": date(2026, 6, 4)},
    )
    assert "Received as case" in cora.reads()
    assert "2 December 2026" in cora.reads()
    assert "7 days late" in cora.reads()  # read for danger on the working day it arrives: 2 December
    the_post_goes()
    cora.page.reload()
    cora.follows("We have your request")
    assert "We received your request for a review on Wednesday 2 December 2026." in cora.reads()
    cora.follows("Overview")
    cora.follows("Decide the threshold")
    counted = cora.page.get_by_role("heading", name="Counted", exact=True).first.locator(
        "xpath=following::ul[1]"
    )
    assert "4 June 2026" in counted.inner_text()
