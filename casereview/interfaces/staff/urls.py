"""The addresses of co-ordinators and administrators, and the pages by which everybody signs in."""

from django.urls import include, path

from casereview.interfaces.staff.case import (
    chronology,
    document,
    evidence,
    hearing,
    letter,
    own_information,
    papers,
    returns,
    way_in,
)
from casereview.interfaces.staff.case import views as case
from casereview.interfaces.staff.case.pages import PAGES
from casereview.interfaces.staff.figures import performance
from casereview.interfaces.staff.figures import views as figures
from casereview.interfaces.staff.key_in import views as key_in
from casereview.interfaces.staff.queue import reassign, tasks
from casereview.interfaces.staff.queue import views as queue

work = [
    path("", queue.queue, name="queue"),
    path("tasks/", tasks.tasks, name="tasks"),
    path("reassign/", reassign.reassign, name="reassign"),
    path("figures/", figures.areas, name="figures"),
    path("figures/<slug:area>/", figures.area, name="figures_area"),
    path("figures/<slug:area>/draft/", figures.draft, name="figures_draft"),
    path("figures/<slug:area>/draft/publish/", figures.publish, name="figures_publish"),
    path("figures/<slug:area>/draft/discard/", figures.discard, name="figures_discard"),
    path("figures/<slug:area>/correct/<slug:since>/", figures.correct, name="figures_correct"),
    path("figures/<slug:area>/performance/", performance.performance, name="performance"),
    path("key-in/", key_in.areas, name="key_in"),
    path("key-in/<slug:area>/", key_in.key_in, name="key_in_area"),
    path("cases/<str:reference>/", case.case, name="case"),
    *(
        path(f"cases/<str:reference>/{name}/", case.case, {"page": name}, name=name)
        for name, page in PAGES.items()
        if page.shows and name != "overview"
    ),
    path("cases/<str:reference>/chronology/", chronology.chronology, name="chronology"),
    path(
        "cases/<str:reference>/chronology.csv",
        chronology.chronology_file,
        {"kind": "csv"},
        name="chronology_csv",
    ),
    path(
        "cases/<str:reference>/chronology.pdf",
        chronology.chronology_file,
        {"kind": "pdf"},
        name="chronology_pdf",
    ),
    path(
        "cases/<str:reference>/papers/<int:number>/<slug:reader>.pdf", papers.sent_pdf, name="papers_sent_pdf"
    ),
    path("cases/<str:reference>/hearing.pdf", hearing.papers, name="hearing_papers"),
    path("cases/<str:reference>/papers/<slug:reader>.pdf", papers.version_pdf, name="papers_pdf"),
    path("cases/<str:reference>/return/<str:body>/", returns.give, name="return"),
    path("cases/<str:reference>/return/<str:body>/rows", returns.spreadsheet, name="return_rows"),
    path("cases/<str:reference>/return/<str:body>/files", returns.files, name="return_files"),
    path("cases/<str:reference>/letters/<uuid:number>/", letter.letter, name="letter"),
    path("cases/<str:reference>/letters/<uuid:number>.pdf", letter.letter_pdf, name="letter_pdf"),
    path("cases/<str:reference>/documents/<uuid:number>", document.document, name="document"),
    path("cases/<str:reference>/own-information.pdf", own_information.copy_pdf, name="own_information_pdf"),
    path("cases/<str:reference>/actions/<int:number>/", evidence.evidence, name="evidence"),
    path("cases/<str:reference>/way-in/", way_in.code, name="way_in"),
    path("cases/<str:reference>/way-in/new/", way_in.another, name="way_in_new"),
    path("cases/<str:reference>/do/<slug:step>/", case.do, name="do"),
]
urlpatterns = [
    path("", include("casereview.interfaces.staff.sign_in.urls")),
    path("settings/", include("casereview.interfaces.staff.settings.urls")),
    path("", include((work, "work"))),
]
