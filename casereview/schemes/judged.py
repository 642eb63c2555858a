"""Which findings a scheme asks of whom, over all its routes, each once."""

from casereview.schemes.model import Scheme


def of_applicant(scheme: Scheme) -> tuple[str, ...]:
    """The codes of what the applicant alone can say: nobody overrules it."""
    return _codes(scheme, by_applicant=True)


def of_deciders(scheme: Scheme) -> tuple[str, ...]:
    """The codes of what everybody else finds."""
    return _codes(scheme, by_applicant=False)


def _codes(scheme: Scheme, *, by_applicant: bool) -> tuple[str, ...]:
    judged = (each for route in scheme.routes for each in route.judged)
    return tuple(dict.fromkeys(each.code for each in judged if (each.by == "applicant") is by_applicant))
