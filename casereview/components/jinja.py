"""The one Jinja environment that every page and letter page is drawn with."""

from pathlib import Path
from typing import Any

import jinja2
from django.conf import settings
from django.contrib.messages import get_messages
from django.templatetags.static import static
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext, ngettext, npgettext, pgettext

from casereview.components import dates, fields
from casereview.components.brand import brand_of
from casereview.wording.codes import code_words
from casereview.wording.dates import time_of_day
from casereview.wording.hours import when_read
from casereview.wording.length import and_list, length_words, or_list, sentence
from casereview.wording.own import said


def template_folders() -> list[Path]:
    """Every `templates` folder of the product: each interface keeps its pages beside its code."""
    return sorted((settings.BASE_DIR / "casereview").glob("**/templates"))


def page_address(name: str, *args: object, **kwargs: object) -> str:
    """The address of the page of that name, as a template writes it: `url("public:area", "durham")`."""
    return reverse(name, args=args, kwargs=kwargs)


def environment(**options: Any) -> jinja2.Environment:
    """Jinja as our pages need it: GOV.UK components, our folders, Django's translations."""
    options["loader"] = jinja2.ChoiceLoader(
        [
            jinja2.PrefixLoader({"govuk_frontend_jinja": jinja2.PackageLoader("govuk_frontend_jinja")}),
            jinja2.FileSystemLoader(template_folders()),
        ]
    )
    # With Django's DebugUndefined the components print their missing options: always Jinja's own.
    options["undefined"] = jinja2.Undefined
    options.setdefault("autoescape", True)
    env = jinja2.Environment(extensions=["jinja2.ext.i18n"], trim_blocks=True, lstrip_blocks=True, **options)  # noqa: S701
    env.install_gettext_callables(gettext, ngettext, newstyle=True, pgettext=pgettext, npgettext=npgettext)  # type: ignore[attr-defined]
    env.globals.update(
        static=static,
        url=page_address,
        field=fields.field,
        errors=fields.errors,
        messages_for=get_messages,
        brand_of=brand_of,
        said=said,
        code_words=code_words,
        length_words=length_words,
        and_list=and_list,
        or_list=or_list,
        sentence=sentence,
        when_read=when_read,
        language=lambda: (translation.get_language() or settings.LANGUAGE_CODE).split("-")[0],
        exit_to=lambda: settings.EXIT_URL,
    )
    env.filters.update(day=dates.day, day_short=dates.day_short, moment=dates.moment, clock=time_of_day)
    return env
