"""How great the risk in a case is, as somebody last read or assessed it."""

from casereview.cases.beginning import beginning
from casereview.cases.record import Record

READ = ("risk_triaged", "concern_recorded", "risk_assessed")


def risk_of(record: Record) -> str:
    """A code of `wording.casework.RISKS`: what was last read, told or assessed holds.

    Until it was read, an applicant's own "yes" to danger counts as immediate. The points of a questionnaire never
    lower an immediate danger: only reading for danger again does, or another level set with a reason.
    """
    received = beginning(record)
    held = "immediate" if received and received.codes.get("danger") == "yes" else ""
    for fact in record.current(*READ):
        if fact.kind != "risk_assessed":
            held = str(fact.codes.get("risk", ""))
        elif fact.codes.get("override") or held != "immediate":
            held = str(fact.codes.get("override") or fact.codes["level"])
    return held
