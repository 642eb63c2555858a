"""What the clerk of the appeals panel, its chair and its members do with an appeal, each in a browser of their own."""

from tests.journeys.steps.pages import fill_in, press

NOTHING_TIES = {"Does anything tie you to this case, or might seem to?": "No, nothing ties me to this case"}


def takes_on(clerk, reference, chair, until):
    """From the desk to the chair of the panel; every body of the case is told that there is an appeal.

    clerk: a Worker at their desk. chair: the name. until: the last day on which the chair needs to see the case.
    """
    clerk.follows(reference)
    clerk.takes("Take the appeal on", {"Which clerk takes it on?": "Col Baker"})
    clerk.takes("Tell the bodies that there is an appeal", {})
    last = {"The last day on which they need to see the case": until}
    clerk.takes("Refer the appeal to the chair of the panel", {"Which chair of the panel?": chair, **last})


def declares(somebody, reference):
    """Somebody of the panel signs in and declares that nothing ties them to the case; only then does it open."""
    somebody.signs_in()
    somebody.page.goto(f"{somebody.site}/panel/appeals/{reference}/declare")
    fill_in(somebody.page, NOTHING_TIES)
    press(somebody.page, "Send")
