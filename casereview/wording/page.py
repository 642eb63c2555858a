"""What a scheme says of the page that it was coded from: that it is an example, and what only people can carry out."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casereview.schemes.model import Example, OnlyWords, Scheme
from casereview.wording.length import sentence
from casereview.wording.own import said

# Wherever people meet the rules: nobody shall take an example for what an area promises.
EXAMPLE = gettext_lazy(
    "This is an example of how the published rules of %(area)s could be written down. It is not that area’s current "
    "scheme, and nobody there has checked it."
)


def only_words_sentences(only: OnlyWords) -> list[str]:
    """What is said, then why no rule carries it out."""
    return [said(only.says), _("No rule carries this out: %(why)s") % {"why": sentence(only.because)}]


def example_notice(scheme: Scheme) -> str:
    """What stands on every page of an area whose rules are an example; "" for rules of its own."""
    return str(EXAMPLE % {"area": scheme.area}) if scheme.example else ""


def page_of(scheme: Scheme) -> str:
    """The page that is silent of something, to begin a sentence with: what nobody saw is not said to be missing."""
    if scheme.example and scheme.example.whole is False:
        return _("The part of this area’s page that was seen")
    return _("This area’s page")


def example_sentences(example: Example, area: str) -> list[str]:
    """That these are not the rules of the area, and where they come from."""
    return [
        str(EXAMPLE % {"area": area}),
        _("It was made in %(year)s from this page: %(address)s")
        % {"year": example.seen, "address": example.address},
        *([_("Only the beginning of the page was seen.")] if example.whole is False else []),
        *(_("See also: %(address)s") % {"address": address} for address in example.others),
    ]
