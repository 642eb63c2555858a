"""What happened and who was told, as words: for lists, for the check, and in the choices of later questions."""

from typing import TYPE_CHECKING, Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from casereview.interfaces.public.request.question import Text
from casereview.interfaces.public.request.recurring import OFTEN
from casereview.wording.bodies import BODY_KINDS
from casereview.wording.dates import vague_date, whole_month

if TYPE_CHECKING:
    from casereview.interfaces.public.request.told import Told


def body_choices(told: "Told") -> list[tuple[str, Text]]:
    """The area's own organisations by name, then the kinds of which there may be any number."""
    named = [(body.holder, body.name) for body in told.bodies if body.kind != "landlord"]
    landlords = [(body.holder, body.name) for body in told.bodies if body.kind == "landlord"]
    kinds = {body.kind for body in told.bodies}
    missing = [(kind, capfirst(BODY_KINDS[kind])) for kind in ("council", "police") if kind not in kinds]
    return [
        *missing,
        *named,
        *landlords,
        ("landlord", _("My landlord, or another landlord")),
        ("other", _("Somebody else")),
    ]


def body_words(told: "Told", said: dict[str, Any]) -> str:
    """Who was told, as the applicant would say it."""
    name = dict(body_choices(told)).get(said.get("body", ""), _("Somebody"))
    return str(said["name"] if said.get("name") else name)


def when_words(told: "Told", time: int) -> str:
    """When it happened, as told."""
    if told.of(f"times/{time}/when").get("kind") == "keeps":
        return _pattern(told.of(f"times/{time}/pattern"))
    on = told.of(f"times/{time}/day").get("on")
    return vague_date(on.since, on.until) if on else str(_("Day not given"))


def _pattern(said: dict[str, Any]) -> str:
    """ "Most days or nights, since about mid-May 2026", "Most days or nights in May 2026"."""
    often = said.get("often", "other")
    words = [str(_("It keeps happening") if often == "other" else OFTEN[often][0])]
    since, until = said.get("since"), said.get("until")
    if since and until and since[:2] == until[:2] and (month := whole_month(*since[:2])):
        return _("%(often)s in %(month)s") % {"often": words[0], "month": month}
    words += [_("since %s") % vague_date(*since[:2])] if since else []
    words += [_("until %s") % vague_date(*until[:2])] if until else []
    return ", ".join(words)


def report_line(told: "Told", time: int, report: int) -> str:
    """One report in a line: "The council, 3 May 2026"."""
    said = told.of(f"times/{time}/told/{report}")
    on = vague_date(*said["on"][:2]) if "on" in said else str(_("day not given"))
    return f"{body_words(told, said)}, {on}"


def reads(told: "Told", number: int) -> list[tuple[Text, str]]:
    reports = [report_line(told, number, n) for n in told.numbers(f"times/{number}/told")]
    what = told.of(f"times/{number}/what").get("what", "")
    return [
        (_("When"), when_words(told, number)),
        (_("What"), what if len(what) < 120 else what[:117] + "…"),
        (_("Who you told"), "\n".join(reports) or str(_("Nobody yet"))),
    ]


def report_reads(told: "Told", number: int, report: int) -> list[tuple[Text, str]]:
    said = told.of(f"times/{number}/told/{report}")
    return [(_("Who"), report_line(told, number, report)), (_("Reference"), said.get("reference", ""))]
