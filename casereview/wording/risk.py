"""An area's form for risk and harm as sentences, and the words around an assessment."""

from collections.abc import Iterator, Mapping

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from casereview.schemes.risk import LEVELS, NOT_KNOWN, Answer, Found, Question, Risk
from casereview.wording.casework import ASSESSED_AT, RISKS
from casereview.wording.length import and_list
from casereview.wording.own import said


def risk_sentences(risk: Risk) -> Iterator[str]:
    """The whole form: each question with the points of its answers, and what the points lead to."""
    yield _("Version %(version)s.") % {"version": risk.version}
    for question in risk.questions:
        answers = "; ".join(_with_points(answer) for answer in question.answers)
        yield f"{said(question.words)} {answers}."
    yield _("Whatever is not known has no points.")
    yield levels_sentence(risk)


def levels_sentence(risk: Risk) -> str:
    """From how many points on the risk is medium, and high."""
    parts = {"medium": risk.medium_from, "high": risk.high_from}
    return _("Medium risk from %(medium)s points, high risk from %(high)s points.") % parts


def found_sentence(found: Found) -> str:
    """What the answers lead to, and what they could lead to if the unknown were the worst."""
    level = _in_a_sentence(found.level)
    text = ngettext(
        "The answers give %(num)d point: %(level)s risk.",
        "The answers give %(num)d points: %(level)s risk.",
        found.points,
    ) % {"num": found.points, "level": level}
    if not found.not_known:
        return text
    unknown = ngettext("%(num)d answer is not known", "%(num)d answers are not known", found.not_known)
    more = {"unknown": unknown % {"num": found.not_known}, "level": _in_a_sentence(found.could_be)}
    if found.could_be == found.level:
        return f"{text} " + _("%(unknown)s; that cannot change the level.") % more
    return f"{text} " + _("%(unknown)s; at worst the risk is %(level)s.") % more


def leads_to(found: Found, holds: str, override: str) -> Iterator[str]:
    """What the answers lead to, and what holds instead. holds: the level without an override, which may be ""."""
    yield found_sentence(found)
    if override:
        yield _("Set to another level, with a reason: %(level)s.") % {"level": _in_a_sentence(override)}
    elif holds == "immediate":
        yield _(
            "The case stays at immediate: points do not lower it. Read it for danger again, or set another level here."
        )


def changes(risk: Risk, before: Mapping[str, str], now: Mapping[str, str]) -> Iterator[str]:
    """What is answered differently than last time, a sentence a question."""
    for question in risk.questions:
        was, is_now = (answer_words(question, each.get(question.code, "")) for each in (before, now))
        if was != is_now:
            parts = {"question": said(question.words), "now": is_now, "before": was}
            yield _("Changed: %(question)s %(now)s. Last time: %(before)s.") % parts


def answer_words(question: Question, code: str) -> str:
    """An answer in words; what is missing is not known."""
    return next((said(each.words) for each in question.answers if each.code == code), _("Not known"))


def answer_choices(question: Question) -> Mapping[str, str]:
    """The answers to choose from, with their points, and "not known"."""
    return {**{each.code: _with_points(each) for each in question.answers}, NOT_KNOWN: _("Not known")}


def missing_sentence(points: list[str]) -> str:
    """That no assessment was made, and when it was to be: codes of ASSESSED_AT."""
    when = and_list([str(ASSESSED_AT[point]) for point in points])
    return _("Risk and harm have not been assessed %(when)s.") % {"when": when}


def _with_points(answer: Answer) -> str:
    text = ngettext("%(words)s (%(num)d point)", "%(words)s (%(num)d points)", answer.points)
    text = text % {"words": said(answer.words), "num": answer.points}
    if answer.at_least == LEVELS[0]:
        return text
    parts = {"answer": text, "level": _in_a_sentence(answer.at_least)}
    return _("%(answer)s, at least %(level)s risk") % parts


def _in_a_sentence(level: str) -> str:
    words = str(RISKS[level])
    return words[:1].lower() + words[1:]
