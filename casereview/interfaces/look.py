"""An area's own look, as files a browser may keep: its colour as a stylesheet, its logo as a picture."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from casereview.components.brand import brand_of
from casereview.interfaces.access import anyone
from casereview.people.models import Logo


@anyone
@require_safe
def stylesheet(request: HttpRequest, code: str) -> HttpResponse:
    """The area's colours as custom properties: a file, since the content policy allows no style in a page."""
    brand = brand_of(code)
    if brand is None:
        raise Http404
    rules = f":root{{--area-colour:{brand.colour};--area-on-colour:#fff}}\n"
    return HttpResponse(rules, content_type="text/css", headers={"Cache-Control": "public, max-age=3600"})


@anyone
@require_safe
def logo(request: HttpRequest, code: str, digest: str) -> HttpResponse:
    """The area's logo. Its address changes with the picture, so it may be kept for ever."""
    found = Logo.objects.filter(area_id=code, digest__startswith=digest).first()
    if found is None:
        raise Http404
    kept = "public, max-age=31536000, immutable"
    return HttpResponse(bytes(found.png), content_type="image/png", headers={"Cache-Control": kept})
