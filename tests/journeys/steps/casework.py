"""Answers that a journey gives because a form wants them; what matters to a journey stands in the journey."""

NO_SIGN_OF_DANGER = dict.fromkeys(
    (
        "Is anyone in danger now?",
        "Is there domestic abuse?",
        "Is a child at risk?",
        "Is there a risk of suicide or self-harm?",
        "Is there an adult who needs safeguarding?",
        "Is it motivated by hate?",
    ),
    "No",
)


POLICE, COUNCIL = "Sgt Jo Hale, neighbourhood team", "Sam Ferry, community safety manager"


def deciding(problem, result, reasons, police=POLICE, council=COUNCIL):
    """Answers for the decision about a case with one problem; two bodies decide, each by the one who is named."""
    return {
        "Do you find: the problem persists because of no, or inadequate, responses?": (
            "Yes" if result == "The threshold is met" else "No"
        ),
        "Reasons for this finding": "What each body did after each report.",
        f"What is found about this: “{problem}”": "We looked at this against what each body holds.",
        "How persistent is it?": "For months.",
        "What harm does it do, or might it do?": "Sleep and work suffer.",
        "How adequate was the response?": "Reports were taken; visits were not made.",
        "Who decided for Durham Constabulary: name and post": police,
        "Who decided for Durham County Council: name and post": council,
        "What is decided?": result,
        "Reasons, for the applicant to read": reasons,
    }


def sitting(came, applicant):
    """Answers for a sitting that went as it should.

    came: who came, by the name of the body. applicant: their name, and whether they came.
    """
    name, answer = applicant
    who = {
        f"Who came for {body}: name and post. Empty if nobody came": person for body, person in came.items()
    }
    return {
        **who,
        "If a body did not come: why it went on without it": "The others sent what they hold.",
        f"Did {name} come?": answer,
        "Did the appointed chair lead it?": "Yes",
        "Conflicts of interest": "None",
        "Was everybody reminded that it is confidential?": "Yes",
    }
