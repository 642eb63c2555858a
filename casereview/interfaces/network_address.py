"""The network address by which guesses and floods are limited."""

from django.http import HttpRequest


def address(request: HttpRequest) -> str:
    """The address that a request came from; behind a proxy, gunicorn is told to trust the proxy's word."""
    return str(request.META.get("REMOTE_ADDR", ""))
