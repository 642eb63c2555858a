"""Reviews that resulted in recommendations (2014 Act, s.104(9)(d)): each on the day its first one was made.

A recommendation whose words are changed later was made on the day of its first version; one that was dropped never was.
"""

from django.db.models import Min, OuterRef, Subquery
from django.db.models.fields.json import KeyTextTransform

from casereview.cases.models import Fact
from casereview.statistics.ground import Ground, standing

CODE = "with_recommendations"
KIND = "recommendation_made"


def count(ground: Ground) -> int:
    """How many reviews had their first standing recommendation in the period."""
    number = KeyTextTransform("number", "codes")
    versions = Fact.objects.filter(case=OuterRef("case"), kind=KIND).annotate(numbered=number)
    made = versions.filter(numbered=OuterRef("numbered")).order_by("happened_on").values("happened_on")[:1]
    standing_now = standing(ground.area, KIND).annotate(numbered=number).annotate(made=Subquery(made))
    first = standing_now.values("case").annotate(first=Min("made"))
    return first.filter(first__range=(ground.period.since, ground.period.until)).count()
