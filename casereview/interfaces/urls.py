"""Every address of the service, one line an interface (the addresses themselves: each interface's urls.py)."""

from django.urls import URLPattern, URLResolver, include, path

from casereview.interfaces.leave import leave
from casereview.interfaces.look import logo, stylesheet
from casereview.interfaces.staff import demo

urlpatterns: list[URLPattern | URLResolver] = [
    path("leave", leave, name="leave"),
    path("brand/<slug:code>.css", stylesheet, name="brand"),
    path("brand/<slug:code>/<slug:digest>.png", logo, name="logo"),
    path("work/", include("casereview.interfaces.staff.urls")),
    path("my/", include("casereview.interfaces.applicant.urls")),
    path("partner/", include("casereview.interfaces.body.urls")),
    path("panel/", include("casereview.interfaces.panel.urls")),
    path("demo/", demo.people, name="demo"),
    path("demo/<int:number>/", demo.step_in, name="demo_step_in"),
    path("", include("casereview.interfaces.public.urls")),  # last: it takes any first word for an area
]

handler400 = "casereview.components.errors.bad_request"
handler403 = "casereview.components.errors.not_found"
handler404 = "casereview.components.errors.not_found"
handler500 = "casereview.components.errors.failed"
