"""The addresses of chairs, of the appeals panel and of its clerk: everything under /panel/."""

from django.urls import path

from casereview.interfaces.panel import appeals, bundle, declare, desk, document, hearing, papers, views
from casereview.interfaces.panel.pages import PAGES

app_name = "panel"
urlpatterns = [
    path("", views.waiting, name="waiting"),
    path("reviews/<str:reference>/declare", declare.declare, name="declare"),
    path("reviews/<str:reference>/", views.review, name="review"),
    *(
        path(f"reviews/<str:reference>/{page}/", views.review, {"page": page}, name=page)
        for page in PAGES
        if page != "overview"
    ),
    path("reviews/<str:reference>/documents/<uuid:number>", document.document, name="document"),
    path("reviews/<str:reference>/papers.pdf", papers.papers, name="papers"),
    path("reviews/<str:reference>/do/<slug:step>/", views.do, name="do"),
    path("hearings/<str:reference>/", hearing.hearing, name="hearing"),
    path("hearings/<str:reference>/view/", hearing.view, name="side_view"),
    path("hearings/<str:reference>/papers.pdf", hearing.papers, name="side_papers"),
    path("desk/", desk.desk, name="desk"),
    path("desk/take-in/", desk.find, name="desk_find"),
    path("desk/<str:reference>/", desk.case, name="desk_case"),
    path("desk/<str:reference>/do/<slug:step>/", desk.do, name="desk_do"),
    path("desk/<str:reference>/documents/<uuid:number>", desk.document, name="desk_document"),
    path("desk/<str:reference>/<slug:page>/", desk.case, name="desk_page"),
    path("appeals/", appeals.waiting, name="appeals"),
    path("appeals/<str:reference>/declare", appeals.declare, name="appeal_declare"),
    path("appeals/<str:reference>/", appeals.case, name="appeal_case"),
    path("appeals/<str:reference>/do/<slug:step>/", appeals.do, name="appeal_do"),
    path("appeals/<str:reference>/documents/<uuid:number>", appeals.document, name="appeal_document"),
    path("appeals/<str:reference>/<slug:page>/", appeals.case, name="appeal_page"),
    path("appeals/<str:reference>/papers.pdf", bundle.papers, name="hearing_papers"),
    path("desk/<str:reference>/papers.pdf", bundle.draft, name="hearing_papers_now"),
]
