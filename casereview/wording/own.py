"""An area's own words, in the language that is being read."""

from django.utils.translation import get_language

from casereview.schemes.terms import Words


def said(words: Words | None) -> str:
    """The text in the current language, else in English, else in the language there is; "" for None."""
    if not isinstance(words, dict):
        return words or ""
    language = (get_language() or "en")[:2]
    return words.get(language) or words.get("en") or next(iter(words.values()))
