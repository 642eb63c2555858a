"""The product's settings as the tests run them: no TLS, static files without a build, quick passwords."""

import os

os.environ.setdefault("SECURE", "false")

from casereview.settings import *  # noqa: F403
from casereview.settings import STORAGES, VAR_DIR

STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
MEDIA_ROOT = VAR_DIR / "test-files"
STORAGES["erasures"] = {"BACKEND": "django.core.files.storage.InMemoryStorage"}
