"""The yardstick: Django with one view, one indexed query, 25 rows as JSON; no session, no template, no row security."""

import os

import environ
from django.conf import settings

settings.configure(
    SECRET_KEY="bench",  # noqa: S106 - it signs nothing
    ALLOWED_HOSTS=["127.0.0.1"],
    ROOT_URLCONF=__name__,
    DATABASES={"default": {**environ.Env().db_url("DATABASE_URL"), "CONN_MAX_AGE": 60}},
)
os.environ.pop("DJANGO_SETTINGS_MODULE", None)

from django.core.wsgi import get_wsgi_application  # noqa: E402 - needs the settings

application = get_wsgi_application()

from django.db import models  # noqa: E402
from django.http import HttpRequest, JsonResponse  # noqa: E402
from django.urls import path  # noqa: E402


class Row(models.Model):
    """The columns of a summary that the queue shows."""

    case_id = models.UUIDField(primary_key=True)
    reference = models.CharField()
    name = models.CharField()
    place = models.CharField()
    status = models.CharField()
    waiting_for = models.CharField()
    next_due = models.DateField()
    next_clock = models.CharField()
    owner = models.CharField()
    risk = models.CharField()
    order = models.CharField()

    class Meta:
        app_label = "bench"
        managed = False
        db_table = "cases_summary"


def rows(_request: HttpRequest) -> JsonResponse:
    """The 25 open cases whose date is nearest."""
    found = Row.objects.filter(order__lt="1").order_by("order", "case_id").values()[:25]
    return JsonResponse({"rows": list(found)})


urlpatterns = [path("", rows)]
