"""`field` and `errors`: what the reader sees of a form, beyond what the published examples show."""

import pytest
from django import forms
from django.template import engines

from casereview.components.forms import ApproximateDateField


class Form(forms.Form):
    name = forms.CharField(label="What should we call you?", max_length=5)
    when = ApproximateDateField(label="When was it?")
    who = forms.ChoiceField(
        label="Who are you asking for?",
        choices=[("me", "Me"), ("other", "Somebody else")],
        widget=forms.RadioSelect,
    )
    mail = forms.EmailField(label="E-mail", required=False)
    ticked = forms.BooleanField(label="I agree", required=False)


class EveryWidget(forms.Form):
    a = forms.CharField()
    b = forms.IntegerField()
    c = forms.DecimalField()
    d = forms.URLField(assume_scheme="https")
    e = forms.CharField(widget=forms.HiddenInput)
    f = forms.CharField(widget=forms.TelInput)
    g = forms.TypedMultipleChoiceField(choices=[("x", "X")])
    h = forms.FileField()
    i = forms.CharField(widget=forms.PasswordInput)


def draw(template, **context):
    return engines["jinja2"].env.from_string(template).render(**context)


def test_the_label_may_be_the_heading_of_the_page():
    html = draw("{{ field(form['name'], heading=true) }}", form=Form())
    assert '<h1 class="govuk-label-wrapper">' in html
    html = draw("{{ field(form['who'], heading=true) }}", form=Form())
    assert '<h1 class="govuk-fieldset__heading">' in html
    assert "<h1" not in draw("{{ field(form['who']) }}", form=Form())


def test_the_summary_leads_to_the_first_box_of_each_error():
    form = Form({"name": "", "when-day": "6", "when-month": "", "when-year": "2026", "mail": "nobody"})
    html = draw("{{ errors(form) }}", form=form)
    assert '<a href="#id_name">Answer this question: What should we call you?</a>' in html
    assert '<a href="#id_when-month">Enter the month, even if you do not know the day</a>' in html
    assert '<a href="#id_who">Answer this question: Who are you asking for?</a>' in html
    assert '<a href="#id_mail">' in html
    page = draw("{% for one in form %}{{ field(one) }}{% endfor %}", form=form)
    for target in ("id_name", "id_when-month", "id_who", "id_mail"):
        assert f'id="{target}"' in page


def test_no_summary_without_errors():
    assert draw("{{ errors(form) }}", form=Form()) == ""


def test_a_forms_own_error_stands_in_the_summary():
    form = Form({})
    form.add_error(None, "Choose one of the two")
    assert "Choose one of the two" in draw("{{ errors(form) }}", form=form)


def test_what_is_too_long_is_kept_and_said():
    form = Form({"name": "Alexander"})
    html = draw("{{ field(form['name']) }}", form=form)
    assert 'value="Alexander"' in html
    assert "Use 5 characters or fewer. You have used 9" in html
    assert "maxlength" not in html


def test_only_the_wrong_box_of_a_date_is_marked():
    form = Form({"when-day": "6", "when-month": "", "when-year": "2026"})
    html = draw("{{ field(form['when']) }}", form=form)
    marked = [line for line in html.split("<input") if "govuk-input--error" in line]
    assert len(marked) == 1
    assert 'id="id_when-month"' in marked[0]


def test_what_was_typed_cannot_become_html():
    form = Form({"name": '"><script>alert(1)</script>', "when-day": "<b>"})
    html = draw("{% for one in form %}{{ field(one) }}{% endfor %}", form=form)
    assert "<script>" not in html
    assert "<b>" not in html


def test_a_ticked_box_stays_ticked():
    assert " checked" in draw("{{ field(form['ticked']) }}", form=Form({"ticked": "on"}))
    assert " checked" not in draw("{{ field(form['ticked']) }}", form=Form({}))


@pytest.mark.parametrize("name", EveryWidget.base_fields)
def test_every_widget_has_a_component(name):
    assert f'name="{name}"' in draw("{{ field(one) }}", one=EveryWidget()[name])


def test_a_hint_for_a_choice_and_an_or_between():
    html = draw(
        "{{ field(form['who'], hints={'other': 'A friend'}, dividers={'other': 'or'}) }}", form=Form()
    )
    assert "A friend" in html
    assert '<div class="govuk-radios__divider">or</div>' in html
