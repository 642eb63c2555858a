"""The addresses of the public pages. Those of one area begin with its code, and so stand last."""

from django.urls import include, path

from casereview.interfaces.public import check, guidance, notices
from casereview.interfaces.public.figures import views as figures

app_name = "public"
urlpatterns = [
    path("", guidance.start, name="start"),
    path("before-you-start", notices.before_you_start, name="before_you_start"),
    path("accessibility", notices.accessibility, name="accessibility"),
    path("privacy", notices.privacy, name="privacy"),
    path("cookies", notices.cookies, name="cookies"),
    path("<slug:code>/", guidance.area, name="area"),
    path("figures.schema.json", figures.schema, name="figures_schema"),
    path("<slug:code>/figures", figures.figures, name="figures"),
    path("<slug:code>/figures/<slug:since>/<int:version>", figures.release, name="release"),
    path("<slug:code>/figures/<slug:since>/<int:version>.csv", figures.release_csv, name="release_csv"),
    path("<slug:code>/figures/<slug:since>/<int:version>.json", figures.release_json, name="release_json"),
    path(
        "<slug:code>/figures/<slug:since>/<int:version>.csv-metadata.json",
        figures.release_metadata,
        name="release_metadata",
    ),
    path("<slug:code>/check/<int:page>", check.question, name="check"),
    path("<slug:code>/check/answer", check.answer, name="check_answer"),
    path("<slug:code>/", include("casereview.interfaces.public.request.urls")),
]
