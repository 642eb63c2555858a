"""Is the threshold met? Each route of the scheme, and section 104(4) of the Act beneath them."""

from casereview.schemes.application import Application
from casereview.schemes.limits import limits_of
from casereview.schemes.model import Scheme
from casereview.schemes.receipt import Receipt
from casereview.schemes.routes import assess_route
from casereview.schemes.rows import rows_of
from casereview.schemes.statute import assess_statute


def assess(scheme: Scheme, application: Application) -> Receipt:
    """The threshold receipt of an application under a scheme's rules; pure, and the same for ever.

    A scheme without routes does not say when the threshold is met: where the law's own count is not reached either,
    that is not known, and people decide.

    Answers are three-valued: None is not known yet. Making something known never turns true into false, nor
    false into true. Windows are counted back from the receipt, or from the first contact where the scheme says so.
    """
    received = application.received
    applied = received
    if scheme.apply is not None and scheme.apply.counts_from == "first_contact":
        applied = min(received, application.first_contact or received)
    rows = rows_of(application)
    routes = tuple(
        [
            assess_route(route, limits_of(route, received, applied), rows, application.judged)
            for route in scheme.routes
        ]
    )
    statute = assess_statute(scheme.statute, received, rows)
    answers = {statute.met, *(route.met for route in routes)}
    met = True if True in answers else None if None in answers or not routes else False
    return Receipt(scheme.code, scheme.starts, met, routes, statute)
