"""What becomes of the appeal in `ours` before the panel: Mel sits, Ned did until he declared a conflict; it is upheld.

Kinds of secrets besides those of the appeal: `hearing` (where it is, for who is invited), `side` (what the police
wrote for it), `further:police` (what the panel asks of the police).
"""

from tests.matrix.appealed import in_office

PANEL = ("mel.panel", "ned.panel")


def heard(stage, word):
    """As the clerk, unless somebody else has to."""

    def do(step, by="col.clerk", **answers):
        stage.do(step, by, **answers)

    for name in PANEL:
        in_office(name)
    stage.days_ago(6)
    do("qualify_appeal", "pam.panel", result="hearing", reasons=word("appeal"), notes=word("panel"))
    do("appoint_panel", members=[stage.user(name) for name in PANEL], until=stage.day(-60))
    do("declare_panel_member", "mel.panel", conflict="no")
    do("declare_panel_member", "ned.panel", conflict="no")
    do("declare_panel_member", "ned.panel", conflict="yes", what=word("panel"))
    invited = {"people": [f"person:{stage.applicant}"], "review": [stage.body("police")]}
    times = {"day": stage.day(5), "day_off": "on", "starts": "10:00", "ends": "12:00"}
    do("arrange_hearing", **times, **invited, where="in_person", place=word("hearing"))
    own = {"person": f"person:{stage.applicant}"}
    stage.applicant_does(
        "choose_hearing_part", **own, part="attend", how="remote", adjustments=word("appeal")
    )
    stage.applicant_does("give_appeal_view", **own, view=word("appeal"))
    do("give_appeal_view", person=stage.body("police"), view=word("side"))
    do("send_bundle", to=[stage.user("pam.panel"), stage.user("mel.panel"), f"person:{stage.applicant}"])
    stage.days_ago(5, 14)
    present = [stage.user("pam.panel"), stage.user("mel.panel")]
    do("hold_hearing", present=present, came_1="came", heard=word("panel"), others=word("panel"))
    stage.days_ago(4)
    _decided(stage, word, present)


def _decided(stage, word, present):
    codes = ("impact", "persistence", "all_partners_included", "what_was_considered", "more_could_be_done")
    considered = {f"consideration_{code}": word("appeal") for code in codes}
    wanted = {"wanted": ["information"], "owner_information": stage.body("police")}
    wanted |= {name: word("further:police") for name in ("what_information", "follow_information")}
    said = {"rationale": word("appeal"), "comments": word("appeal"), "notes": word("panel")}
    stage.do(
        "decide_appeal",
        "pam.panel",
        outcome="upheld",
        agreed=present,
        due_information=stage.day(-20),
        **considered,
        **wanted,
        **said,
    )
