"""The addresses of the settings."""

from django.urls import path

from casereview.interfaces.staff.settings import areas, bodies, interests, logo, people, roles, terms, unheard
from casereview.interfaces.staff.settings.rules import new, overview, proposal

app_name = "settings"
urlpatterns = [
    path("", areas.areas, name="areas"),
    path("new-area/", new.first, name="new_area"),
    path("areas/<slug:code>/", areas.area, name="area"),
    path("areas/<slug:code>/switch/", areas.switch, name="switch"),
    path("areas/<slug:code>/logo/", logo.logo, name="logo"),
    path("areas/<slug:code>/bodies/", bodies.bodies, name="bodies"),
    path("areas/<slug:code>/bodies/add/", bodies.body, name="add_body"),
    path("areas/<slug:code>/bodies/<int:number>/", bodies.body, name="body"),
    path("areas/<slug:code>/bodies/<int:number>/use/", bodies.deactivate, name="deactivate"),
    path("areas/<slug:code>/rules/", overview.rules, name="rules"),
    path("areas/<slug:code>/rules/new/", new.new, name="new_rules"),
    path("areas/<slug:code>/rules/proposed/<int:number>/", proposal.proposal, name="proposal"),
    path("areas/<slug:code>/rules/proposed/<int:number>/what-if/", proposal.what_if, name="what_if"),
    path("areas/<slug:code>/rules/proposed/<int:number>/text/", proposal.text, name="proposal_text"),
    path("areas/<slug:code>/rules/proposed/<int:number>/confirm/", proposal.confirm, name="confirm_rules"),
    path("areas/<slug:code>/rules/proposed/<int:number>/withdraw/", proposal.withdraw, name="withdraw_rules"),
    path("areas/<slug:code>/rules/<slug:since>/", overview.version, name="rules_version"),
    path("areas/<slug:code>/rules/<slug:since>/text/", overview.text, name="rules_text"),
    path("unheard/", unheard.unheard, name="unheard"),
    path("people/", people.people, name="people"),
    path("people/invite/", people.invite, name="invite"),
    path("people/<int:number>/", people.person, name="person"),
    path("people/<int:number>/roles/give/", roles.give, name="give_role"),
    path("people/<int:number>/roles/<int:membership>/end/", roles.end, name="end_role"),
    path("people/<int:number>/interests/add/", interests.add, name="add_interest"),
    path("people/<int:number>/interests/<int:interest>/end/", interests.end, name="end_interest"),
    path("people/<int:number>/terms/add/", terms.add, name="add_term"),
    path("people/<int:number>/terms/<int:term>/end/", terms.end, name="end_term"),
    path("people/<int:number>/training/add/", terms.train, name="add_training"),
    path("panel/", terms.panel, name="panel"),
    path("people/<int:number>/<slug:action>/", people.act, name="act"),
]
