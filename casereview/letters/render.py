"""Makes a letter: from the case as it stands, its prose file, and the values that the file says it uses."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time
from functools import lru_cache

import jinja2
from django.utils import timezone, translation

from casereview.cases.models import Fact
from casereview.cases.record import Record
from casereview.letters import markup
from casereview.letters.about import About
from casereview.letters.calendar_file import calendar_file
from casereview.letters.models import Letter
from casereview.letters.prose_file import ProseFile, all_prose, part, prose_of
from casereview.letters.safe_contact import Route, route_to
from casereview.letters.states import find
from casereview.letters.values import ALWAYS, VALUES

# Whatever a value puts into the prose is escaped, unless it is Prose of ours; a value that a file does not list under
# `uses` is an error, not a hole.
JINJA = jinja2.Environment(
    loader=jinja2.FunctionLoader(lambda name: part(*name.split("."))),  # {% include "_appeal_how.en" %}
    finalize=markup.escape,
    undefined=jinja2.StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    autoescape=False,  # noqa: S701 - what is made here is Markdown; HTML is made from it, escaping everything
)


@dataclass(frozen=True, slots=True)
class Rendered:
    """A letter as its recipient would get it now.

    to: the holder it is for. prose: Markdown, which is what is kept. address: the lines of a postal address where it
    goes by post, else "". calendar: the calendar file that goes with it, b"" for none.
    """

    code: str
    to: str
    title: str
    subject: str
    prose: str
    language: str
    area: str
    address: str
    route: Route
    calendar: bytes = b""

    @property
    def html(self) -> str:
        """The letter as a fragment of a page."""
        return markup.to_html(self.prose)


def preview(record: Record, code: str, to: str, fact: Fact | None = None) -> Rendered:
    """The letter as it would be now, by the route that is safe now: provisional until it is dispatched.

    to: the holder of the recipient. fact: the one that the letter tells of, the latest unless told.
    """
    return render(record, code, to, route_to(record, to), fact or record.facts[-1])


def of_letter(record: Record, letter: Letter, route: Route, on: date | None = None) -> Rendered:
    """A queued letter as it goes by that route.

    on: the London date that it bears, today unless told: a letter posted on Friday and recorded on Monday is
    kept with Friday's date, and with the last day to appeal that was counted from it.
    """
    if on is not None:
        record = replace(record, now=timezone.make_aware(datetime.combine(on, time(12))))
    return render(record, letter.code, letter.to, route, _origin(record, letter))


def render(record: Record, code: str, to: str, route: Route, fact: Fact) -> Rendered:
    """Make one letter. Raises UnknownLetter for a code without a prose file."""
    file = prose_of(code, language_for(record, to))
    about = About(record, to, route, fact, file.serves, file.records, file.clerked)
    with translation.override(file.language):
        values = {name: value(about) for name, value in ALWAYS.items()}
        values |= {name: VALUES[name](about) for name in file.uses}
        prose = _template(_whole(file)).render(title=file.title, route=route.kind, **values)
        subject = _template(file.subject).render(reference=record.case.reference)
    return Rendered(
        code=code,
        to=to,
        title=file.title,
        subject=subject.replace("\\", ""),
        prose=prose.strip() + "\n",
        language=file.language,
        area=record.case.area,
        address=route.address if route.kind == "post" else "",
        route=route,
        calendar=calendar_file(about, file.calendar) if file.calendar and route.is_email else b"",
    )


@lru_cache(maxsize=256)
def _template(source: str) -> jinja2.Template:
    """Compiled once a process: compiling takes longer than all the rest."""
    return JINJA.from_string(source)


def language_for(record: Record, to: str) -> str:
    """The recipient's language where there are letters in it, else English."""
    person = next((person for person in record.people if person.holder == to), None)
    wanted = str(person.needs.get("language", "")) if person else ""
    return wanted if any(language == wanted for _code, language in all_prose()) else "en"


def _origin(record: Record, letter: Letter) -> Fact:
    """The fact that the letter tells of; for one that is sent again, that of the first."""
    fact = next(fact for fact in record.facts if fact.id == letter.fact_id)
    before = (
        find(record, fact.codes.get("letter")) if fact.kind in {"letter_resent", "letter_bounced"} else None
    )
    return _origin(record, before) if before else fact


def _whole(file: ProseFile) -> str:
    """The letter between the top and the bottom that all letters share."""
    theirs = "_bottom_person" if file.has_page else "_bottom_former"
    bottom = theirs if file.to == "person" else "_bottom_work"
    return "\n\n".join([part("_top", file.language), file.body, part(bottom, file.language)])
