"""The demo's role switch: anybody may step into any role. Outside demo mode these pages do not exist."""

from django.conf import settings
from django.contrib.auth import login
from django.db.models import Prefetch
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET, require_POST

from casereview.interfaces.access import Request, anyone
from casereview.interfaces.staff.sign_in.home import home_of
from casereview.people import sessions
from casereview.people.models import Membership, User
from casereview.people.viewer import for_user

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@anyone
@require_GET
def people(request: Request) -> HttpResponse:
    """Everybody in the demo by role, each with a button."""
    _only_in_demo()
    held = Membership.objects.current().select_related("area", "body").order_by("role", "pk")
    found = User.objects.filter(is_active=True).prefetch_related(
        Prefetch("membership_set", held, to_attr="roles")
    )
    return render(request, "demo/people.html", {"people": found.order_by("name")})


@anyone
@require_POST
def step_in(request: Request, number: int) -> HttpResponse:
    """Sign in as that person, without password or second factor."""
    _only_in_demo()
    user = get_object_or_404(User, pk=number, is_active=True)
    login(request, user, backend=BACKEND)
    sessions.begin(request, second_factor=False, stepped_in=True)
    return HttpResponseRedirect(home_of(for_user(user)))


def _only_in_demo() -> None:
    if not settings.DEMO:
        raise Http404
