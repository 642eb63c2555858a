"""A page with a text to type, as the request has many: for the tests of the exit button in a browser."""

from django.http import HttpResponse
from django.template import engines
from django.urls import path

from casereview.interfaces.access import anyone
from casereview.interfaces.urls import urlpatterns as product

PAGE = """{% extends "components/public.html" %}{% set title = "Question" %}{% set exit_form = "answers" %}
{% block content %}<h1>{{ seen or "What is happening?" }}</h1>
<form id="answers" method="post" novalidate>{{ csrf_input }}
<label for="told">Tell us</label><input id="told" name="told"><button>Continue</button></form>{% endblock %}"""
received = []


@anyone
def page(request):
    if request.method == "POST":
        request.session["began"] = True
        received.append(("leave" in request.GET, request.POST["told"]))
        return HttpResponse(engines["jinja2"].from_string(PAGE).render({"seen": "Saved"}, request))
    request.session["began"] = True
    return HttpResponse(engines["jinja2"].from_string(PAGE).render({}, request))


urlpatterns = [path("a-question", page), *product]
handler404 = "casereview.components.errors.not_found"
