"""The addresses of body officers and support workers: everything under /partner/."""

from django.urls import path

from casereview.interfaces.body import actions, answer, evidence, papers, people, returns, views

app_name = "partner"
urlpatterns = [
    path("", views.waiting, name="waiting"),
    path("actions/", actions.actions, name="actions"),
    path("people/", people.people, name="people"),
    path("cases/<str:reference>/<str:body>/", views.case, name="case"),
    path("cases/<str:reference>/<str:body>/return/", returns.give, name="return"),
    path("cases/<str:reference>/<str:body>/return/rows", returns.spreadsheet, name="return_rows"),
    path("cases/<str:reference>/<str:body>/return/files", returns.files, name="return_files"),
    path("answer/", answer.give, name="answer"),
    path("answer/rows", answer.spreadsheet, name="answer_rows"),
    path("answer/files", answer.files, name="answer_files"),
    path("answer/code", answer.code, name="answer_code"),
    path("answer/ended", answer.ended, name="answer_ended"),
    path("answer/link/<str:token>", answer.link, name="answer_link"),
    path("cases/<str:reference>/<str:body>/papers.pdf", papers.papers, name="papers"),
    path("cases/<str:reference>/<str:body>/actions/<int:number>/", evidence.evidence, name="evidence"),
    path("cases/<str:reference>/<str:body>/documents/<uuid:number>", evidence.document, name="document"),
    path("cases/<str:reference>/<str:body>/hearing.pdf", papers.hearing, name="hearing_papers"),
    path("cases/<str:reference>/<str:body>/do/<slug:step>/", views.do, name="do"),
]
