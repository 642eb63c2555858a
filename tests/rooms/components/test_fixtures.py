"""Every example that govuk-frontend publishes, drawn by the environment that draws our pages, gives its HTML."""

import gzip
import json
from pathlib import Path

import pytest
from django.template import engines

from tests.rooms.components.same_html import as_read

FIXTURES = json.loads(
    gzip.decompress((Path(__file__).parent / "fixtures" / "govuk-frontend-6.3.0.json.gz").read_bytes())
)


def draw(component, options):
    env = engines["jinja2"].env
    macro = "govuk" + "".join(word.capitalize() for word in component.split("-"))
    return getattr(env.get_template(f"govuk_frontend_jinja/components/{component}/macro.html").module, macro)(
        options
    )


def test_none_is_missing():
    assert sum(len(examples) for examples in FIXTURES.values()) == 657


@pytest.mark.parametrize("component", FIXTURES)
def test_component_gives_upstreams_html(component):
    wrong = [
        example["name"]
        for example in FIXTURES[component]
        if as_read(draw(component, example["options"])) != as_read(example["html"])
    ]
    assert wrong == []


def test_the_comparison_sees_a_difference():
    assert as_read('<p class="a">x</p>') == as_read('<p  class="a">\n x </p>')
    assert as_read('<p class="a">x</p>') != as_read('<p class="b">x</p>')
    assert as_read("<p>x</p>") != as_read("<p>y</p>")
    assert as_read("<b>x</b>") != as_read("<i>x</i>")
