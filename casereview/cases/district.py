"""In which district of its area a case happens: as the co-ordinator last said."""

from casereview.cases.models import Fact
from casereview.cases.record import Record


def district_of(record: Record) -> str:
    """The district's name as the area had it when it was said, or a code of `wording.districts`; "" until then."""
    said = named(record)
    return str(said.codes["district"]) if said else ""


def named(record: Record) -> Fact | None:
    """The fact by which it was last said: saying it again corrects the one before, so that one stands."""
    return record.latest("district_named")
