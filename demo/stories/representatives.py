"""A case in which somebody acts for the person affected, and somebody else was named and is not confirmed."""

from demo.casework import reach_out
from demo.stage import Stage, application, email, incident


def tell_daughter_acts_for_her(stage: Stage) -> None:
    """Her daughter acts for her, as she said when she was called; a nephew was named since, and sees nothing yet."""
    stage.days_ago(12, 11)
    told = application(
        stage,
        name="Edith Marsh",
        place="Elm Terrace, Ferryhill",
        problem="Young men gather under my window and bang on the door when I ask them to go.",
        vulnerability="I am 81 and do not sleep.",
        needs={"large_print": True},
        contacts=[
            email("Edith Marsh"),
            {"method": "phone", "value": "01740 496 0111", "seen_by_others": "no", "when": "Mornings"},
        ],
        incidents=[
            incident(stage, 60, "Banging on the door until it broke", [("police", 59)]),
            incident(stage, 33, "Glass thrown at the window", [("council", 32)]),
        ],
    )
    stage.apply(told)
    reach_out(stage)
    stage.days_ago(9, 19)
    stage.applicant_does(
        "name_representative",
        called="Joan Marsh",
        relation="My daughter",
        method="email",
        value="joan.marsh@example.org",
        seen_by_others="no",
    )
    stage.days_ago(8)
    joan = _last_named(stage)
    people, contacts = stage.record().people, stage.record().contacts
    edith = next(person for person in people if "victim" in person.roles)
    phone = next(way for way in contacts if way.person_id == edith.id and way.method == "phone")
    notes = "She said yes, her daughter does the writing for her."
    stage.do("confirm_representative", person=joan, route=str(phone.pk), notes=notes)
    stage.days_ago(6, 20)
    told_since = "They were there again on Sunday until two. She called me, not the police."
    stage.person_does(joan, "add_information", channel="web", told=told_since)
    stage.days_ago(1, 18)
    stage.applicant_does(
        "name_representative",
        called="Neil Marsh",
        relation="My nephew",
        method="phone",
        value="07700 900812",
        seen_by_others="not_sure",
    )


def _last_named(stage: Stage) -> str:
    fact = stage.record().latest("representative_named")
    assert fact is not None
    return str(fact.codes["person"])
