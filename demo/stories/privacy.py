"""What is held of somebody: asked for, given by two people; kept under a legal hold; erased."""

import uuid

from casereview.letters.own_information import held
from casereview.steps.prepare_own_information import rest
from demo.casework import reach_out
from demo.stage import Stage, application, incident


def tell_asks_what_is_held(stage: Stage) -> None:
    """An applicant has asked for what is held of her; one person has prepared the copy, nobody has signed it yet."""
    _begin(stage, "Moira Lacey", "Front Street, Leadgate")
    stage.days_ago(5)
    stage.applicant_does(
        "ask_for_own_information", person=stage.person, what="What did the housing officer write about me?"
    )
    stage.days_ago(3)
    _prepare(stage)


def tell_has_her_copy(stage: Stage) -> None:
    """The copy was read and signed by a second person, and she has been told that it is on her page."""
    _begin(stage, "Edna Foss", "Durham Road, Blackhill")
    stage.days_ago(9)
    stage.applicant_does("ask_for_own_information", person=stage.person, what="")
    stage.days_ago(7)
    _prepare(stage)
    stage.days_ago(6)
    stage.do("sign_own_information", "dev.patel", answer="signed")


def tell_kept_for_the_court(stage: Stage) -> None:
    """Withdrawn and closed; a court may want it, so it is kept whatever its age."""
    _begin(stage, "Ruth Amble", "Station Road, Shildon")
    stage.days_ago(8)
    told = {
        "withdrawn_by": "applicant",
        "safe": "yes",
        "pressed": "no",
        "notes": "It has stopped. She is relieved.",
    }
    stage.do("withdraw", **told)
    stage.do("close", for_applicant="You can ask again at any time.")
    stage.do(
        "place_hold", why="The county court has asked that nothing be destroyed before the hearing in spring."
    )


def tell_withdrawn_and_closed(stage: Stage) -> None:
    """Withdrawn and closed: kept for as long as the scheme says, then erased."""
    _begin(stage, "Alma Thew", "Bridge Street, Howden")
    stage.days_ago(7)
    told = {"withdrawn_by": "applicant", "safe": "yes", "pressed": "no", "notes": "They have moved away."}
    stage.do("withdraw", **told)
    stage.do("close", for_applicant="")


def tell_complained_about_asks(stage: Stage) -> None:
    """Somebody complained about asks what is held of him: nothing of others is given, and the victim is warned."""
    stage.days_ago(12, 11)
    him = str(uuid.uuid5(stage.applicant, "him"))
    stage.apply(
        application(
            stage,
            name="Joy Kell",
            place="Chapel Row, Tow Law",
            problem="He shouts at us over the fence.",
            incidents=[incident(stage, 15, "Shouting over the fence", [("police", 14)])],
            people=[{"id": him, "roles": ["alleged_perpetrator"], "name": "Mr Dunn"}],
        )
    )
    reach_out(stage)
    stage.days_ago(6)
    stage.do("ask_for_own_information", person=f"person:{him}", what="Everything about me")
    stage.days_ago(4)
    stage.do("prepare_own_information", **{rest(part): "other_people" for part in held(stage.record())})
    stage.days_ago(3)
    stage.do("sign_own_information", "dev.patel", answer="signed")


def tell_erased_on_request(stage: Stage) -> None:
    """Withdrawn and closed; he asked that nothing be kept of him, and was told that it would be done."""
    _begin(stage, "Neil Garth", "Park View, Willington")
    stage.days_ago(7)
    told = {"withdrawn_by": "applicant", "safe": "yes", "pressed": "no", "notes": "He has moved away."}
    stage.do("withdraw", **told)
    stage.do("close", for_applicant="")
    stage.days_ago(6)
    stage.do("erase_on_request", ground="no_longer_needed", told="on")


def _begin(stage: Stage, name: str, place: str) -> None:
    stage.days_ago(16, 11)
    problem = "Shouting and banging through the wall."
    incidents = [incident(stage, 20, "Banging until three", [("council", 19)])]
    stage.apply(application(stage, name=name, place=place, problem=problem, incidents=incidents))
    reach_out(stage)


def _prepare(stage: Stage) -> None:
    stage.do("prepare_own_information", **{rest(part): "give" for part in held(stage.record())})
