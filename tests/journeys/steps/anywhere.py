"""What is done alike in every area, whatever its rules ask: an answer to each question that the page puts."""

import re

from tests.journeys.steps.pages import follow, press

REASONS = "We looked at what each organisation holds, and at what it did."


def checks(resident):
    """The eligibility check, from the guidance: the first answer to each question, up to what the answers mean."""
    resident.page.goto(f"{resident.site}/{resident.area}/")
    follow(resident.page, "Check what may count for you")
    while resident.page.get_by_role("button", name="Continue", exact=True).count():
        resident.page.get_by_role("radio").first.check()
        press(resident.page, "Continue")


def up_to_the_decision(worker, reference, result):
    """The co-ordinator tells the bodies and proposes; the page of the decision is open then."""
    worker.opens(reference)
    worker.takes("Send the application to the bodies", {})
    proposed = {"What is proposed?": result, "Reasons, for the bodies to read": REASONS}
    worker.takes("Propose a decision", proposed)
    worker.follows("Decide the threshold")


def decides(worker, result):
    """On the open page, with the same finding for whatever people find here; up to the letter, and agrees."""
    form = worker.page.locator("main")
    for found in form.get_by_role("group", name=re.compile("^Do you find: ")).all():
        found.get_by_label("Yes" if result == "The threshold is met" else "No", exact=True).check()
    for box in form.locator("textarea").all():
        box.fill("As the receipt says.")
    for body in (0, 1):
        form.get_by_label(re.compile("Who decided for ")).nth(body).fill("A. Clerk, community safety manager")
    worker.goes_on({"What is decided?": result, "Reasons, for the applicant to read": REASONS})
    worker.agrees()
