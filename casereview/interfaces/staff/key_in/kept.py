"""What is being keyed in, kept from its first post on: by *Keep for later*, and behind every mistake and mishap.

Its draft is its writer's alone. Its id is the key under which the application is received, once.
"""

import uuid

from django.core import signing
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac

from casereview.cases.drafts import STEP
from casereview.cases.models import Draft
from casereview.interfaces.step_draft import KEPT_FOR, Typed
from casereview.people.viewer import Viewer

SALT = "key-in"
OURS = ("csrfmiddlewaretoken", "ticket", "more", "later", "drop", "confirmed")  # boxes of the page alone
NO_NAME = 60  # characters of the problem, where no name was typed yet


def ticket_of(key: uuid.UUID, area: str, viewer: Viewer) -> str:
    """The signed id that the page carries."""
    return signing.dumps([key.hex, area, viewer.holder], salt=SALT)


def key_in_ticket(ticket: str, area: str, viewer: Viewer) -> uuid.UUID:
    """The id that a page carried; a new one where its ticket is spoilt or somebody else's."""
    try:
        key, of_area, holder = signing.loads(ticket, salt=SALT)
    except signing.BadSignature:
        return uuid.uuid4()
    return uuid.UUID(key) if (of_area, holder) == (area, viewer.holder) else uuid.uuid4()


def typed_into(request: HttpRequest) -> Typed:
    """What was typed into the page's boxes. PostgreSQL's JSON takes no NUL; nobody types one."""
    lists = request.POST.lists()
    return {
        name: [str(each).replace("\x00", "") for each in typed] for name, typed in lists if name not in OURS
    }


def kept(viewer: Viewer, area: str) -> list[Draft]:
    """What this viewer keeps for an area, the newest first."""
    drafts = Draft.objects.visible_to(viewer).filter(step=STEP, area=area, owner=viewer.holder, became=None)
    return list(drafts.filter(expires_at__gt=timezone.now()).exclude(answers={}).order_by("-saved_at"))


def by_key(key: uuid.UUID, viewer: Viewer, area: str) -> Draft | None:
    """The viewer's draft with this id, also one that has been received."""
    return Draft.objects.visible_to(viewer).filter(pk=key, step=STEP, area=area, owner=viewer.holder).first()


def keep(key: uuid.UUID, typed: Typed, viewer: Viewer, area: str) -> Draft:
    """Keep what was typed for 28 days from now. What was received stays received: a change of it is a new draft."""
    now = timezone.now()
    before = by_key(key, viewer, area)
    values = {"answers": {"typed": typed}, "saved_at": now, "expires_at": now + KEPT_FOR}
    about = {"step": STEP, "area": area, "owner": viewer.holder, "begun_at": now}
    draft, _new = Draft.objects.update_or_create(  # two posts of one page may come at the same moment
        pk=uuid.uuid4() if before and before.became_id else key,
        defaults=values,
        create_defaults={**values, **about},
    )
    return draft


def mark_sent(draft: Draft, typed: Typed) -> None:
    """Note, without any of its words, what it was that was received."""
    Draft.objects.filter(pk=draft.pk).update(answers={"sent": _digest(typed)})


def is_same(draft: Draft, typed: Typed) -> bool:
    """Whether this is what was received from the draft, posted again."""
    return bool(draft.answers.get("sent") == _digest(typed))


def called(draft: Draft) -> str:
    """What a kept draft is called in a list: the name of whoever asks, else how the problem begins, else ""."""
    typed = draft.answers.get("typed", {})
    name, problem = ("".join(typed.get(box, [])).strip() for box in ("name", "problem"))
    return name or problem[:NO_NAME]


def _digest(typed: Typed) -> str:
    return salted_hmac(SALT, repr(sorted(typed.items()))).hexdigest()
