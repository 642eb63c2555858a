"""What happens in the two Durham cases of the walk once the threshold is met: support, and a chair.

In `ours` the applicant lets the support service know their name and the problem, and Uma chairs the review. In `other`
they said yes and then no; Con, who was asked to chair, declared a conflict, and Ira, asked then, has not declared.

Kinds of secrets besides those of the cases: `decision` (its reasons) and `conflict` (what ties a chair to the case).
"""

from demo.casework import decide

REVIEWED = ("ours", "other")


def reviewed(stage, name, word):
    """Take the steps, as a co-ordinator unless somebody else has to."""
    applicant, until = f"person:{stage.applicant}", stage.day(-90)
    decide(stage, "met", reasons=word("decision"), harm=word("notes"), silent_reason=word("notes"))

    def do(step, by="dev.patel", **answers):
        stage.do(step, by, **answers)

    do("offer_support", person=applicant)
    covers = ["name", "problem"] if name == "ours" else ["name"]
    do("answer_support", person=applicant, answer="yes", covers=covers, notes=word("contact"))
    do("refer_to_support")
    if name == "ours":
        do("appoint_chair", chair=stage.user("uma.chair"), until=until)
        do("declare_chair", "uma.chair", conflict="no")
        return
    do("answer_support", person=applicant, answer="no", notes=word("contact"))
    do("appoint_chair", chair=stage.user("con.chair"), until=until)
    do("declare_chair", "con.chair", conflict="yes", what=word("conflict"))
    do("appoint_chair", chair=stage.user("ira.chair"), until=until)
