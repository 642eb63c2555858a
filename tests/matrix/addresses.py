"""Every address of the service, by walking Django's resolver: a page that is added enters by itself."""

from dataclasses import dataclass
from itertools import product

from django.urls import URLPattern, get_resolver, reverse


@dataclass(frozen=True)
class Address:
    """One pattern: the name to reverse it by, what it looks like, the arguments it takes, and its view."""

    name: str
    pattern: str
    arguments: tuple
    view: object

    @property
    def rule(self):
        """Who may open it, as its view declares (casereview.interfaces.access); None where it does not."""
        return getattr(self.view, "access_rule", None)

    def refuses(self, viewer):
        """Whether the rule asks for a permission that they hold nowhere: then nothing of any case opens here."""
        return isinstance(self.rule, tuple) and not any(viewer.may(permission) for permission in self.rule)

    def choices(self, values):
        """Every combination of the values that `values(argument)` gives, by argument."""
        given = [values(argument) for argument in self.arguments]
        return [dict(zip(self.arguments, choice, strict=True)) for choice in product(*given)]

    def path(self, chosen):
        """The address with these values."""
        return reverse(self.name, kwargs=chosen)


def addresses(resolver=None, before="", space=(), taken=()):
    """All addresses, in the order of the resolver."""
    for entry in (resolver or get_resolver()).url_patterns:
        pattern = before + str(entry.pattern)
        arguments = (*taken, *entry.pattern.regex.groupindex)
        if isinstance(entry, URLPattern):
            yield Address(":".join((*space, str(entry.name))), pattern, arguments, entry.callback)
        else:
            inner = (*space, entry.namespace) if entry.namespace else space
            yield from addresses(entry, pattern, inner, arguments)
