"""The WSGI entry point: `gunicorn casereview.wsgi`."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "casereview.settings")
application = get_wsgi_application()

from casereview.people.checks import refuse_unsafe_start  # noqa: E402  (needs the settings that are loaded above)

refuse_unsafe_start()
